# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""No fact is dropped in silence: each is a source in the sample protocol or named in docs/protocol.md."""

import json
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
kinds = json.loads((root / "data/protocols/fact-ids.json").read_text(encoding="utf-8"))["facts"]
protocol = json.loads((root / "data/protocols/mesotherapy.json").read_text(encoding="utf-8"))
page = (root / "docs/protocol.md").read_text(encoding="utf-8")


def sources(value):
    if isinstance(value, dict):
        for name, member in value.items():
            yield from member if name == "sources" else sources(member)
    elif isinstance(value, list):
        for member in value:
            yield from sources(member)


table = page.split("## Where the fact base went")[1]
named = set(re.findall(r"\b[a-z]\d?-\d\d\b", table))
for letter, first, last in re.findall(r"\b([a-z]\d?)-(\d\d) to \1-(\d\d)\b", table):
    named |= {f"{letter}-{n:02}" for n in range(int(first), int(last) + 1)}

used = set(sources(protocol))
# Consent texts and prices are the consent form's and the clinic's.
missing = [i for i, kind in kinds.items() if kind not in ("consent", "price") and i not in used | named]
unknown = sorted(i for i in named | used if i not in kinds and ":" not in i)

print("1..2")
print(f"{'not ok' if missing else 'ok'} 1 - every fact has its place {missing or ''}")
print(f"{'not ok' if unknown else 'ok'} 2 - every fact named exists {unknown or ''}")
sys.exit(1 if missing or unknown else 0)

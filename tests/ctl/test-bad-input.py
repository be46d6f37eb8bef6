# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""Bad JSON of every kind, as a form, a protocol or a clinic's settings, wherever the command line reads one: status 1, the file
and the place in it are named, and what was there before stays."""

import json
import pathlib
import subprocess
import sys
import tempfile

ctl, data = sys.argv[1], pathlib.Path(sys.argv[2])
PROTOCOL = data / "protocols" / "mesotherapy.json"
FORM = data / "forms" / "day-check.json"
CLINIC = data / "sample" / "clinic.json"
T = "2026-11-24T15:10:00+01:00"
KEPT = b"%PDF- what was there before"
results = []


def after(text, mark, spoiled):
    assert mark in text, mark
    return text.replace(mark, spoiled, 1).encode("utf-8", "surrogateescape")


# What is done to a good file; @member is a text in it.
KINDS = {
    "truncated": lambda text, *_: text.encode("utf-8")[:len(text) // 2],
    "empty": lambda *_: b"",
    "oversized": lambda text, *_: text.encode("utf-8") + b" " * (33 * 1024 * 1024),
    "deeply nested": lambda text, member, value: after(text, f'"{member}": "{value}"', f'"{member}": ' + "[" * 100),
    "a hundred thousand brackets": lambda *_: b"[" * 100000,
    "not UTF-8": lambda text, member, value: after(text, f'"{member}": "{value}"', f'"{member}": "caf\udce9"'),
    # In a form most of what has another type is left out with a note: its items are needed.
    "wrongly typed": lambda text, member, value: after(text, '"item": [', '"item": 5, "other": [') if member == "linkId" else
    after(text, f'"{member}": "{value}"', f'"{member}": {{"a": 5}}'),
    "a list instead of an object": lambda *_: b"[1, 2]",
}
VERSIONS = {"protocol": ('"format_version": 1', '"format_version": 99', "/format_version"),
            "clinic": ('"format_version": 1', '"format_version": 99', "/format_version"),
            # FHIR has no number of ours in a form: another kind of resource is what another version would be.
            "form": ('"resourceType": "Questionnaire"', '"resourceType": "Questionnaire2"', "/resourceType")}
# A text, and its place.
MEMBERS = {"protocol": ("id", "/id"), "clinic": ("id", "/id"), "form": ("linkId", "/item/0/linkId")}
SOURCES = {"protocol": PROTOCOL, "clinic": CLINIC, "form": FORM}


def readers(kind, bad, folder):
    """Each command that reads a file of that kind."""
    answers, out = folder / "answers.json", folder / "sheet.pdf"
    sheet = ["sheet", "--patient", "Ana Example", "--born", "1980", "--finished", T, "--areas", "thighs", "--clock", T, "-o", out]
    plan = ["plan", "--sessions", "2", "--from", T]
    screen = ["screen", "--answers", answers, "--session-start", T]
    if kind == "form":
        return {"form check": ["form", "check", bad], "form enabled": ["form", "enabled", bad, answers],
                "form validate": ["form", "validate", bad, answers],
                "protocol check --form": ["protocol", "check", PROTOCOL, "--form", bad],
                "screen": [*screen, "--protocol", PROTOCOL, "--form", bad]}
    if kind == "protocol":
        return {"protocol check": ["protocol", "check", bad], "plan": [*plan, "--protocol", bad], "sheet": [*sheet, "--protocol", bad],
                "screen": [*screen, "--protocol", bad, "--form", FORM],
                "protocol approve": ["protocol", "approve", bad, "--by", "Lea Example", "--role", "clinician", "--language", "en"]}
    return {"plan": [*plan, "--clinic", bad], "sheet": [*sheet, "--clinic", bad],
            "protocol check --clinic": ["protocol", "check", PROTOCOL, "--clinic", bad]}


def attempt(name, arguments, bad, place, out):
    out.write_bytes(KEPT)
    before = bad.read_bytes()
    done = subprocess.run([ctl, *map(str, arguments)], capture_output=True, check=False, timeout=60)
    said = (done.stdout + done.stderr).decode("utf-8", "replace")
    line = next((line for line in said.splitlines() if f"{bad}: {place}" in line), None)
    results.append((name, done.returncode == 1 and line is not None and out.read_bytes() == KEPT and bad.read_bytes() == before,
                    f"status {done.returncode}: {said[:600]}"))


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    (folder / "answers.json").write_text(json.dumps({"resourceType": "QuestionnaireResponse", "status": "in-progress"}),
                                         encoding="utf-8")
    for kind, source in SOURCES.items():
        text = source.read_text(encoding="utf-8")
        member, member_place = MEMBERS[kind]
        document = json.loads(text)
        value = (document["item"][0] if kind == "form" else document)[member]
        bad = folder / f"bad-{kind}.json"
        cases = {said: (spoil(text, member, value), member_place if said in ("deeply nested", "not UTF-8", "wrongly typed") else "/")
                 for said, spoil in KINDS.items()}
        if kind == "form":
            cases["wrongly typed"] = (cases["wrongly typed"][0], "/item")
        mark, other, place = VERSIONS[kind]
        cases["unknown version"] = (after(text, mark, other), place)
        for said, (spoiled, place) in cases.items():
            bad.write_bytes(spoiled)
            for command, arguments in readers(kind, bad, folder).items():
                attempt(f"{kind}: {said}: {command}", arguments, bad, place, folder / "sheet.pdf")
        # The same commands take the file when nothing is wrong with it: it is the spoiling that is refused.
        bad.write_text(text, encoding="utf-8")
        for command, arguments in readers(kind, bad, folder).items():
            if command == "protocol approve":
                continue  # it would write it
            done = subprocess.run([ctl, *map(str, arguments)], capture_output=True, text=True, check=False)
            results.append((f"{kind}: good: {command}", f"{bad}: " not in (done.stderr + done.stdout).replace(f"note: {bad}", ""),
                            done.stdout[-300:] + done.stderr))

print(f"1..{len(results)}")
for number, (name, good, note) in enumerate(results, 1):
    print(f"{'ok' if good else 'not ok'} {number} - {name}")
    if not good:
        for line in str(note).splitlines()[:12]:
            print(f"# {line}")
sys.exit(0 if all(good for _, good, _ in results) else 1)

# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""The published JSON Schema takes the shipped protocol and refuses broken ones."""

import copy
import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    print("1..0 # SKIP python3-jsonschema is not installed")
    sys.exit(0)

data = pathlib.Path(sys.argv[1])
schema = json.loads((data / "schemas" / "protocol.schema.json").read_text(encoding="utf-8"))
protocol = json.loads((data / "protocols" / "mesotherapy.json").read_text(encoding="utf-8"))


def named(parts, name):
    return next(part for part in parts if name in (part.get("id"), part.get("code")))


def rule(name, **changes):
    return lambda p: named(p["rules"], name).update(changes)


def line(name, **changes):
    return lambda p: named(p["lines"], name).update(changes)


BROKEN = {
    "format version": lambda p: p.update(format_version=2),
    "unknown member": lambda p: p.update(colour="red"),
    "no rules": lambda p: p.pop("rules"),
    "wait under 24 h": lambda p: p["parameters"]["test"].update(wait_hours=23),
    "one test injection": lambda p: p["parameters"]["test"].update(injections=1),
    "session under 45 min": lambda p: p["parameters"]["session"].update(minutes=44),
    "gap under 7 days": lambda p: p["parameters"]["session"].update(min_gap_days=6),
    "age under 18": lambda p: p["parameters"]["age"].update(least_years=17),
    "hot shower under 8 h": line("hot-shower", hours=7),
    "makeup under 4 h": line("makeup", hours=3),
    "area of neither kind": lambda p: named(p["areas"], "thighs").update(body=False),
    "no source": line("makeup", sources=[]),
    "source of no kind": line("makeup", sources=["somewhere"]),
    "empty text": line("makeup", text={"en": ""}),
    "text without language": line("makeup", text="No makeup"),
    "test decidable": rule("test-missing", decidable=True),
    "pregnancy decidable": rule("pregnant", decidable=True),
    "stimulant with a time": rule("stimulant-medicine", clears={"question": "caffeine-last", "hours": 24}),
    "level": rule("caffeine", level="maybe"),
    "answer rule without question": lambda p: named(p["rules"], "caffeine").pop("question"),
    "override without a name": lambda p: p.update(reading_overrides=[
        {"text": "lines/makeup", "language": "en", "grade": 9, "by": "", "date": "2026-11-20", "reason": "so"}]),
    "approval by a receptionist": lambda p: p["approval"]["en"].update(approver="A", role="receptionist"),
    "approval of no hash": lambda p: p["approval"]["en"].update(approver="A", role="owner", texts="all of them"),
    "version approved without a role": lambda p: p.update(version_approval={
        "approver": "A", "date": "2026-11-20", "rules": "0" * 64}),
    "limit without a topic": lambda p: named(p["lines"], "sauna").pop("topic"),
    "care without a stance": lambda p: named(p["lines"], "massage").pop("stance"),
    "food for and against nothing": line("meals", stance="none"),
    "medicine without a topic": lambda p: named(p["lines"], "keep-medicine").pop("topic"),
    "before a visit without a topic": lambda p: named(p["lines"], "before-meal").pop("topic"),
    "before a visit, not only the house's": lambda p: (named(p["lines"], "before-meal").pop("topic"), line(
        "before-meal", sources=["house:side door", "clinic:Dr A, 2026-11-01, so"])(p)),
    "one tap without a reason's code": lambda p: p.update(one_tap={"caffeine": ""}),
    "one tap for a list": lambda p: p.update(one_tap=["caffeine"]),
    "product without ingredients": lambda p: p["products"][0].update(ingredients=[]),
}

results = []
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
errors = [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in validator.iter_errors(protocol)]
results.append(("the shipped protocol", not errors, errors[:5]))

approved = copy.deepcopy(protocol)
approved["approval"]["en"].update(approver="A", role="owner", date="2026-11-20", review="2027-11-20", texts="0" * 64)
approved["version_approval"] = {"approver": "A", "role": "clinician", "date": "2026-11-20", "rules": "0" * 64}
errors = [e.message[:200] for e in validator.iter_errors(approved)]
results.append(("an approved protocol", not errors, errors[:5]))

house = copy.deepcopy(protocol)
house["lines"].append({"id": "door", "block": "before", "text": {"en": "Ring the side door."}, "sources": ["house:two doors"]})
house["lines"].append({"id": "dull", "block": "normal", "text": {"en": "a little"}, "sources": ["clinic:Dr A, 2026-11-01, so"]})
errors = [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in validator.iter_errors(house)]
results.append(("what advises nothing needs no topic", not errors, errors[:5]))

plain = json.loads((data / "protocols" / "plain-language.json").read_text(encoding="utf-8"))
plain_schema = jsonschema.Draft202012Validator(json.loads(
    (data / "schemas" / "plain-language.schema.json").read_text(encoding="utf-8")))
errors = [e.message[:200] for e in plain_schema.iter_errors(plain)]
results.append(("the shipped plain words", not errors, errors[:5]))
results.append(("refused: a language without words", not plain_schema.is_valid({**plain, "it": {"sentence_words": 20}}), []))

keyboards = json.loads((data / "words" / "keyboards.json").read_text(encoding="utf-8"))
keyboards_schema = jsonschema.Draft202012Validator(json.loads(
    (data / "schemas" / "keyboards.schema.json").read_text(encoding="utf-8")))
errors = [e.message[:200] for e in keyboards_schema.iter_errors(keyboards)]
results.append(("the shipped keys", not errors, errors[:5]))
results.append(("refused: keys without rows", not keyboards_schema.is_valid({**keyboards, "layouts": [{"languages": ["en"]}]}), []))
results.append(("refused: a row of twenty keys", not keyboards_schema.is_valid(
    {**keyboards, "layouts": [{"languages": ["en"], "rows": [" ".join("q" * 20), "a", "z"]}]}), []))

for name, breaking in BROKEN.items():
    broken = copy.deepcopy(protocol)
    breaking(broken)
    results.append((f"refused: {name}", not validator.is_valid(broken), []))

print(f"1..{len(results)}")
for number, (name, good, notes) in enumerate(results, 1):
    print(f"{'ok' if good else 'not ok'} {number} - {name}")
    for note in notes:
        print(f"# {note}")
sys.exit(0 if all(good for _, good, _ in results) else 1)

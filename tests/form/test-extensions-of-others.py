#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""test-extensions-of-others AFTERCARECTL: every extension in every shared form is one that the program has, or one it says with the link id
where it stands (one it does not know: where it stands first). TAP, a case for each extension, the most frequent first."""

import collections
import glob
import json
import os
import subprocess
import sys

HL7 = "http://hl7.org/fhir/StructureDefinition/"
SDC = "http://hl7.org/fhir/uv/sdc/StructureDefinition/"
# What each of them does is shown by tests of its own; here stands only that nothing need be said of them.
HAS = [HL7 + name for name in (
    "ordinalValue", "questionnaire-itemControl", "questionnaire-optionPrefix", "questionnaire-hidden", "questionnaire-choiceOrientation", "valueset-label",
    "minLength", "minValue", "maxValue", "questionnaire-minOccurs", "questionnaire-maxOccurs", "entryFormat", "questionnaire-displayCategory",
    "questionnaire-unitOption", "questionnaire-unit", "questionnaire-referenceResource", "mimeType", "rendering-xhtml", "rendering-markdown",
    "rendering-style", "regex", "maxSize", "maxDecimalPlaces", "translation", "questionnaire-optionExclusive", "questionnaire-sliderStepValue",
    "questionnaire-usageMode", "questionnaire-signatureRequired")] + [SDC + "sdc-questionnaire-" + name for name in (
        "minQuantity", "maxQuantity", "openLabel", "shortText")]
# What it knows and cannot do, in the words it says.
SAYS = {
    HL7 + "variable": "a calculated variable",
    HL7 + "cqf-expression": "an expression",
    HL7 + "questionnaire-constraint": "a rule of its own (constraint); answers are not checked against it",
    HL7 + "questionnaire-supportLink": "a link to a web page; staff can open it",
    SDC + "sdc-questionnaire-unitOpen": "units of one's own",
    SDC + "sdc-questionnaire-unitSupplementalSystem": "units of one's own",
    SDC + "sdc-questionnaire-entryMode": "a way of its own to go through the form (entryMode)",
    SDC + "sdc-questionnaire-calculatedExpression": "a calculated value",
    SDC + "sdc-questionnaire-answerExpression": "calculated choices; none are offered",
    SDC + "sdc-questionnaire-enableWhenExpression": "a calculated condition; always shown",
}


def extensions_of(thing, link_id=None):
    """(url, link id) of each, in the file's order; None for what stands at no item."""
    if isinstance(thing, list):
        for element in thing:
            yield from extensions_of(element, link_id)
        return
    if not isinstance(thing, dict):
        return
    link_id = thing.get("linkId", link_id)
    for name, value in thing.items():
        if name == "extension" and isinstance(value, list):
            for extension in value:
                if isinstance(extension, dict) and ":" in str(extension.get("url", "")):
                    yield extension["url"], link_id
        if name != "extension":
            yield from extensions_of(value, link_id)


def notes_of(program, path):
    """(link id or None, words) of each note."""
    done = subprocess.run([program, "form", "check", path], capture_output=True, text=True, check=False)
    for line in (done.stdout + done.stderr).splitlines():
        if line.startswith(f"note: {path}: /"):
            yield line.split(": ", 2)[2].split(": ", 1)[1] if line.count(": ") > 2 else ""


def silent(form, path, program):
    """(url, what is missing) of every extension that is neither had nor said where it should be."""
    notes = list(notes_of(program, path))
    first = {}
    for url, link_id in extensions_of(form):
        if url in HAS:
            continue
        if url in SAYS:
            wanted = f"not supported: {SAYS[url]}"
        else:
            first.setdefault((url, link_id is None), link_id)
            link_id = first[url, link_id is None]
            wanted = f"not supported: the extension {url}"
        said = [note for note in notes if wanted in note and (link_id is None or note.startswith(link_id + ": "))]
        if not said:
            yield url, f"{os.path.basename(path)}: nothing is said of {url} at {link_id}"


def main():
    folder = os.path.join(os.environ.get("CARE_SHARED_DIR", ""), "forms")
    if not os.path.isdir(os.path.join(folder, "real")):
        print("1..0 # SKIP the shared forms are not on this machine")
        return 0

    paths = sorted(glob.glob(os.path.join(folder, "real", "*.json")) + glob.glob(os.path.join(folder, "*", "*", "questionnaire.json")))
    counts = collections.Counter()
    missing = collections.defaultdict(list)
    for path in paths:
        with open(path, encoding="utf-8-sig") as file:
            form = json.load(file)
        counts.update(url for url, link_id in extensions_of(form))
        for url, fault in silent(form, path, sys.argv[1]):
            missing[url].append(fault)

    print(f"1..{len(counts) + 1}")
    good = len(paths) >= 95 and len(counts) >= 50
    print(f"{'ok' if good else 'not ok'} 1 {len(counts)} extensions in {len(paths)} forms")
    for number, (url, count) in enumerate(counts.most_common(), 2):
        for fault in missing[url][:3]:
            print(f"# {fault}")
        how = "had" if url in HAS else "said"
        print(f"{'not ok' if missing[url] else 'ok'} {number} {count} x {url} is {how}")
    return 1 if any(missing.values()) or not good else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""test-export.py AFTERCARECTL: a made-up clinic, exported, is sound FHIR R4. Writes TAP.

An independent validator is used where the environment names its folder (CARE_VALIDATORS, with validate-fhir.mjs in it);
else that one test is skipped and says so.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

CTL = sys.argv[1]
ID = re.compile(r"^[A-Za-z0-9.-]{1,64}$")
number = 0


def say(fine, name, why=""):
    global number
    number += 1
    print(f"{'ok' if fine else 'not ok'} {number} {name}")
    if not fine and why:
        print("# " + why)


def run(*words, status=0):
    result = subprocess.run([CTL, *words], capture_output=True, text=True, check=False)
    if result.returncode != status:
        print(f"# aftercarectl {' '.join(words)}: {result.returncode}: {result.stderr.strip()}")
    return result


def walk(value, path=""):
    yield path, value
    if isinstance(value, dict):
        for name, member in value.items():
            yield from walk(member, f"{path}/{name}")
    elif isinstance(value, list):
        for index, element in enumerate(value):
            yield from walk(element, f"{path}/{index}")


def check_bundle(bundle):
    resources = [entry["resource"] for entry in bundle["entry"]]
    known = {f"{r['resourceType']}/{r['id']}" for r in resources}
    say(all(ID.match(r["id"]) for r in resources), "ids")
    say(len(known) == len(resources), "each-once")
    lost = [f"{r['resourceType']}/{r['id']}{path}: {value}" for r in resources for path, value in walk(r)
            if path.endswith("/reference") and isinstance(value, str) and value not in known]
    say(not lost, "references", lost[0] if lost else "")
    empty = [f"{r['resourceType']}/{r['id']}{path}" for r in resources for path, value in walk(r)
             if value is None or (isinstance(value, (str, list, dict)) and len(value) == 0)]
    say(not empty, "no-empty-values", empty[0] if empty else "")
    say(not any(r["resourceType"] == "Basic" for r in resources), "no-pin")
    say("pin-hash" not in json.dumps(bundle), "no-pin-hash")
    kinds = {r["resourceType"] for r in resources}
    wanted = {"Patient", "Encounter", "Appointment", "QuestionnaireResponse", "DetectedIssue", "Procedure", "Observation",
              "Consent", "CarePlan", "Medication", "DocumentReference", "Binary", "Practitioner", "PractitionerRole",
              "Organization", "Location", "AuditEvent", "AdverseEvent", "Task", "AllergyIntolerance"}
    say(wanted <= kinds, "kinds", f"missing: {sorted(wanted - kinds)}")
    statuses = sorted(r["verificationStatus"]["coding"][0]["code"] for r in resources if r["resourceType"] == "AllergyIntolerance")
    say(statuses == ["confirmed", "unconfirmed"], "allergies", f"{statuses}")
    return resources


def check_valid(path):
    folder = os.environ.get("CARE_VALIDATORS")
    if not folder or not os.path.exists(os.path.join(folder, "validate-fhir.mjs")) or not shutil.which("node"):
        global number
        number += 1
        print(f"ok {number} validator # SKIP CARE_VALIDATORS names no folder with validate-fhir.mjs, or there is no node")
        return
    result = subprocess.run(["node", "validate-fhir.mjs", path], cwd=folder, capture_output=True, text=True, check=False)
    say(result.returncode == 0, "validator", result.stdout.strip()[:400])


def check_seed(folder):
    """The same seed at the same time is the same clinic."""
    stats = []
    for name, seed in (("a", "5"), ("b", "5"), ("c", "6")):
        store = os.path.join(folder, name)
        run("synthesize", "--patients", "3", "--seed", seed, "--clock", "2026-11-23T14:00:00+01:00", "--data-dir", store)
        stats.append(run("records", "stats", "--json", "--data-dir", store).stdout)
    say(stats[0] == stats[1], "same-seed")
    say(stats[0] != stats[2], "other-seed")


def main():
    print("1..21")
    with tempfile.TemporaryDirectory() as folder:
        store = os.path.join(folder, "records")
        bundle = os.path.join(folder, "bundle.json")
        one = os.path.join(folder, "one.json")
        calendar = os.path.join(folder, "visits.ics")
        say(run("records", "verify", "--data-dir", store, status=1).returncode == 1, "no-records-yet")
        say(run("records", "init", "--data-dir", store).returncode == 0, "init")
        say(run("synthesize", "--patients", "4", "--seed", "7", "--data-dir", store).returncode == 0, "synthesize")
        say(run("synthesize", "--patients", "1", "--data-dir", store).returncode == 1, "synthesize-among-patients")
        say(run("records", "verify", "--data-dir", store).stdout.startswith("sound: "), "verify")
        say(json.loads(run("records", "stats", "--json", "--data-dir", store).stdout)["Patient"] == 4, "stats")
        say(run("export", "--format", "fhir", "--data-dir", store, "-o", bundle).returncode == 0, "export")
        with open(bundle, encoding="utf-8") as file:
            resources = check_bundle(json.load(file))
        patient = next(r["id"] for r in resources if r["resourceType"] == "Patient")
        run("export", "--format", "fhir", "--patient", patient, "--data-dir", store, "-o", one)
        with open(one, encoding="utf-8") as file:
            mine = json.load(file)["entry"]
        say([e["resource"]["id"] for e in mine if e["resource"]["resourceType"] == "Patient"] == [patient], "one-patient")
        run("export", "--format", "ical", "--data-dir", store, "-o", calendar)
        with open(calendar, encoding="utf-8") as file:
            text = file.read()
        names = {n["family"] for r in resources if r["resourceType"] == "Patient" for n in r["name"]}
        say("BEGIN:VEVENT" in text and not any(name in text for name in names), "ical-without-names")
        say(run("export", "--format", "pdf", "--data-dir", store, "-o", one, status=2).returncode == 2, "usage")
        check_seed(folder)
        check_valid(bundle)


main()

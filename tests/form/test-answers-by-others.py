#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""test-answers-by-others TEST-FORM-SHARED: validators that nobody here wrote look at the answers of every shared form, filled in the four
ways of the round trip (once, amply, with reasons, begun). TAP; one process for all of them.

They are used where the environment names their folder (CARE_VALIDATORS, with validate-fhir.mjs in it); else this is skipped."""

import glob
import os
import shutil
import subprocess
import sys
import tempfile


def skip(why):
    print(f"1..0 # SKIP {why}")
    return 0


def count_forms(folder):
    return len(glob.glob(os.path.join(folder, "real", "*.json"))) + len(glob.glob(os.path.join(folder, "*", "*", "questionnaire.json")))


def main():
    folder = os.environ.get("CARE_VALIDATORS")
    shared = os.environ.get("CARE_SHARED_DIR", "")
    if not os.path.isdir(os.path.join(shared, "forms", "real")):
        return skip("the shared forms are not on this machine")
    if not folder or not os.path.exists(os.path.join(folder, "validate-fhir.mjs")) or not shutil.which("node"):
        return skip("CARE_VALIDATORS names no folder with validate-fhir.mjs, or there is no node")

    with tempfile.TemporaryDirectory() as answers:
        subprocess.run([sys.argv[1], "-p", "/form/shared/real", "-p", "/form/shared/filled-enablewhen", "-p",
                        "/form/shared/filled-hl7-cases"], env=dict(os.environ, CARE_KEEP_ANSWERS=answers),
                       stdout=subprocess.DEVNULL, check=True)
        files = sorted(os.path.join(answers, name) for name in os.listdir(answers))
        result = subprocess.run(["node", "validate-fhir.mjs", "--all", *files], cwd=folder, capture_output=True, text=True, check=False)
        verdicts, last = {}, None
        for line in result.stdout.splitlines():
            path = next((file for file in files if f" {file} " in line or f" {file}:" in line), None)
            if line.startswith(("VALID ", "INVALID ")) and path:
                last = path
                verdicts[last] = [line.startswith("VALID "), [line]]
            elif last:
                verdicts[last][1].append(line)

        print(f"1..{len(files) + 1}")
        failed = 0
        # Every form of the folders, each filled in four ways.
        good = len(files) == 4 * count_forms(os.path.join(shared, "forms"))
        print(f"{'ok' if good else 'not ok'} 1 {len(files)} sets of answers")
        failed += not good
        for number, file in enumerate(files, 2):
            valid, lines = verdicts.get(file, (False, ["no verdict", result.stderr[:400]]))
            for line in () if valid else lines[:12]:
                print(f"# {line}")
            print(f"{'ok' if valid else 'not ok'} {number} {os.path.basename(file)}")
            failed += not valid
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

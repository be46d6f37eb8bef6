#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""What build-aux/count-tests makes of test programs that end well, badly, or not at all."""

import json
import os
import subprocess
import sys
import tempfile

COUNT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "build-aux", "count-tests")

CASES = [
    ("fine", "OK", "1..2\nok 1 /a\nok 2 /b\n", "2 passed, 0 failed, 0 skipped", 0),
    ("a failed case", "FAIL", "1..2\nok 1 /a\nnot ok 2 /b\n", "1 passed, 1 failed, 0 skipped", 1),
    ("died between two cases", "ERROR", "1..8\nok 1 /a\nok 2 /b\nBail out! x\n", "2 passed, 1 failed, 0 skipped", 1),
    ("took too long", "TIMEOUT", "1..8\nok 1 /a\n", "1 passed, 1 failed, 0 skipped", 1),
    ("died before the first", "ERROR", "", "0 passed, 1 failed, 0 skipped", 1),
    ("a skipped case", "OK", "1..2\nok 1 /a # SKIP no such part\nok 2 /b\n", "1 passed, 0 failed, 1 skipped", 0),
    ("all skipped", "SKIP", "1..0 # SKIP no display here\n", "0 passed, 0 failed, 1 skipped", 1),
    ("no TAP", "OK", None, "1 passed, 0 failed, 0 skipped", 0),
    ("no TAP, failed", "FAIL", None, "0 passed, 1 failed, 0 skipped", 1),
    ("no TAP, skipped", "SKIP", None, "0 passed, 0 failed, 1 skipped", 1),
    ("known to fail", "OK", "1..2\nok 1 /a\nnot ok 2 /b # TODO later\n", "2 passed, 0 failed, 0 skipped", 0),
    ("a word like ok", "OK", "1..1\nokay then\nok 1 - ok\n", "1 passed, 0 failed, 0 skipped", 0),
]


def count(result, stdout):
    with tempfile.NamedTemporaryFile("w", suffix=".json") as log:
        log.write(json.dumps({"name": "room / test", "result": result, "stdout": stdout}) + "\n")
        log.flush()
        done = subprocess.run([sys.executable, COUNT, log.name], capture_output=True, text=True, check=False)
    return done.stdout.splitlines(), done.returncode


def main():
    print(f"1..{len(CASES) + 1}")
    wrong = 0
    for number, (name, result, stdout, last, status) in enumerate(CASES, 1):
        said, ended = count(result, stdout)
        fine = said[-1] == last and ended == status
        wrong += not fine
        print(f"{'ok' if fine else 'not ok'} {number} {name}")
        if not fine:
            print(f"# expected {last} and {status}, got {said} and {ended}")
    said, _ = count("OK", "1..1\nok 1 /a # SKIP no such part\n")
    fine = "skipped: room / test: /a # SKIP no such part" in said
    print(f"{'ok' if fine else 'not ok'} {len(CASES) + 1} the reason of a skipped case is told")
    return 1 if wrong or not fine else 0


if __name__ == "__main__":
    sys.exit(main())

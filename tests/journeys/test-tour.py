#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""`build-aux/run` where there is no display: it says so and does the tour, which leaves a picture of every page, and the sheets."""

import hashlib
import os
import re
import shutil
import subprocess
import sys

from harness.display import Missing, need
from harness.journey import SOURCE, say

NUMBERED = re.compile(r"^(\d+)-(.+)\.(png|pdf)$")
# Fewer colours than that is an empty page; the screen that nobody touches is dark.
COLOURS, DARK = 24, "patient-dark"
# The happy way and the pages beside it.
LEAST = 80


def colours(path):
    done = subprocess.run(["convert", path, "-format", "%k", "info:"], capture_output=True, text=True, check=True)
    return int(done.stdout)


def digest(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def faults_of(folder):
    """What is wrong with the pictures: a gap, a blank, twice the same one after the other."""
    faults = []
    found = sorted(name for name in os.listdir(folder) if NUMBERED.match(name))
    pictures = [name for name in found if name.endswith(".png")]
    numbers = {int(NUMBERED.match(name)[1]) for name in found}
    faults += [f"no picture has the number {number}" for number in range(1, max(numbers, default=1)) if number not in numbers]
    before = None
    for name in pictures:
        path = os.path.join(folder, name)
        if colours(path) < COLOURS and DARK not in name:
            faults.append(f"{name} is blank")
        if digest(path) == before:
            faults.append(f"{name} is the same as the one before")
        before = digest(path)
    if len(pictures) < LEAST:
        faults.append(f"there are only {len(pictures)} pictures")
    return faults


def tell(number, what, faults):
    print(f"{'not ok' if faults else 'ok'} {number} tour: {what}", flush=True)
    for fault in faults:
        say(fault)
    return 1 if faults else 0


def main():
    build = os.path.abspath(sys.argv[1])
    folder = os.path.join(build, "tour")
    shutil.rmtree(folder, ignore_errors=True)
    try:
        need()
    except Missing as missing:
        print(f"1..0 # SKIP {missing}")
        return 0
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment["AFTERCARE_BUILD"] = build
    done = subprocess.run([os.path.join(SOURCE, "build-aux", "run")], env=environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    failed = tell(1, "without a display the run says so", [] if "There is no display here" in done.stdout else [done.stdout[:400]])
    failed += tell(2, "the tour comes to its end, with a picture of every page", done.stdout[-6000:].splitlines() if done.returncode else [])
    failed += tell(3, "no picture is missing, blank or there twice", faults_of(folder) if os.path.isdir(folder) else [f"no {folder}"])
    sheets = sorted(name for name in os.listdir(folder) if name.endswith(".pdf")) if os.path.isdir(folder) else []
    if not sheets and not done.returncode:
        print("ok 4 tour: the sheets are printed and tagged # SKIP no print server of one's own here")
    else:
        told = [subprocess.run(["pdfinfo", os.path.join(folder, name)], capture_output=True, text=True, check=False).stdout for name in sheets]
        wrong = [name for name, text in zip(sheets, told) if not re.search(r"^Tagged:\s+yes$", text, re.MULTILINE)]
        failed += tell(4, "the sheets are printed and tagged", wrong if len(sheets) == 2 else [f"sheets: {sheets}"])
    print("1..4")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

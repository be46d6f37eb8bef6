#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""What build-aux/run says on a system whose packages it does not know, and to whom it is used wrongly."""

import os
import subprocess
import sys
import tempfile

SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
RUN = os.path.join(SOURCE, "build-aux", "run")
FEDORA = 'NAME="Fedora Linux"\nID=fedora\nVERSION_ID=40\n'
SUSE = 'NAME="openSUSE Leap"\nID="opensuse-leap"\nID_LIKE="suse opensuse"\n'


def run(*arguments, release=None):
    with tempfile.NamedTemporaryFile("w", suffix="-release") as file:
        environment = dict(os.environ)
        environment.pop("AFTERCARE_BUILD", None)
        if release is not None:
            file.write(release)
            file.flush()
            environment["AFTERCARE_OS_RELEASE"] = file.name
        return subprocess.run([RUN, *arguments], env=environment, capture_output=True, text=True, check=False, timeout=60)


def packages(role):
    with open(os.path.join(SOURCE, "build-aux", "packages"), encoding="utf-8") as file:
        return {line.split()[1] for line in file if line.startswith(role + " ")}


def names_packages(release):
    done = run(release=release)
    assert done.returncode == 3, done
    assert "This is not a Debian system" in done.stdout, done.stdout
    named = {line.strip() for line in done.stdout.splitlines() if line.startswith("  ")}
    assert named == packages("build"), named ^ packages("build")
    assert "meson setup _build && ninja -C _build" in done.stdout, done.stdout
    assert "Installing" not in done.stdout and "Building" not in done.stdout, done.stdout


def help_tells_ways():
    done = run("--help")
    assert done.returncode == 0 and "--tour DIR" in done.stdout and "AFTERCARE_BUILD" in done.stdout, done
    assert "set -euo" not in done.stdout, done.stdout


def tour_needs_folder():
    done = run("--tour")
    assert done.returncode == 2 and "needs a folder" in done.stderr, done


CASES = [
    ("Fedora: the packages are named, nothing is done", lambda: names_packages(FEDORA)),
    ("SUSE: the same", lambda: names_packages(SUSE)),
    ("--help", help_tells_ways),
    ("--tour without a folder", tour_needs_folder),
]


def main():
    print(f"1..{len(CASES)}")
    failed = 0
    for number, (name, case) in enumerate(CASES, 1):
        try:
            case()
            print(f"ok {number} {name}")
        except AssertionError as error:
            failed += 1
            print(f"not ok {number} {name}")
            print(f"# {str(error)[:600]}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

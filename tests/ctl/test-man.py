#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""The manual page names each command and each of its options, and no other: as --help does.

    test-man.py AFTERCARECTL MANUAL"""

import re
import subprocess
import sys

COMMANDS = ["form check", "form enabled", "form validate", "protocol check", "protocol approve",
            "protocol withdraw", "screen", "plan", "sheet", "records", "export",
            "synthesize"]


def told(program, command):
    """The long options of a command's --help."""
    said = subprocess.run([program, *command.split(), "--help"], capture_output=True, text=True, check=True).stdout
    return set(re.findall(r"^ +(?:-\w, )?(--[a-z-]+)", said, re.M)) - {"--help"}


def written(page):
    """Command to its options, from the manual page's source."""
    found = {}
    for part in page.split(".SS ")[1:]:
        head, _, body = part.partition("\n")
        name = re.match(r"\\fBaftercarectl ([a-z ]+)\\fR", head).group(1)
        found[name] = {option.replace("\\-", "-")
                       for option in re.findall(r"^\.TP\n\\fB(\\-\\-[a-z\\-]+)\\fR", body.partition(".SH ")[0], re.M)}
    return found


def main():
    program, manual = sys.argv[1:]
    with open(manual, encoding="utf-8") as file:
        pages = written(file.read())
    first = subprocess.run([program, "--help"], capture_output=True, text=True, check=True).stdout
    cases = [("every command has its part", {name.split()[0] for name in COMMANDS}, set(re.findall(r"^  ([a-z]+)  ", first, re.M))),
             ("no other command has one", set(COMMANDS), set(pages))]
    cases += [(name, told(program, name), pages.get(name, set())) for name in COMMANDS]
    wrong = 0
    print(f"1..{len(cases)}")
    for number, (name, expected, got) in enumerate(cases, 1):
        fine = bool(expected) and expected == got
        wrong += not fine
        print(f"{'ok' if fine else 'not ok'} {number} {name}")
        if not fine:
            print(f"# not in the manual: {sorted(expected - got)}; only there: {sorted(got - expected)}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

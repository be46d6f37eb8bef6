#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""The patient's program cannot open a record, because nothing that could is linked into it.

    test-patient-wall.py must-not PROGRAM... must PROGRAM...

Programs after `must` are there to show that the test would see it."""

import re
import subprocess
import sys

# Own code that opens, keeps or reads records, or decides on them.
OWN = re.compile(r"^(care_(seal_keys|seal_pin|journal_reader|journal_file|store|records?|clinic|protocol|screening)_\w+)$")
# What of the libraries could open a seal, make a key or read a store.
FOREIGN = re.compile(r"^(crypto_\w*open\w*|crypto_secret\w+|crypto_aead\w+|crypto_pwhash\w*|crypto_box_(seed_)?keypair|"
                     r"crypto_scalarmult\w*|sqlite3_\w+)$")
LIBRARIES = re.compile(r"libsqlite3|libical|libqpdf")


def symbols(program, *options):
    text = subprocess.run(["nm", "--format=posix", *options, program], capture_output=True, text=True, check=True).stdout
    return {line.split()[0].split("@")[0] for line in text.splitlines() if line.strip()}


def found_in(program):
    needed = subprocess.run(["readelf", "--dynamic", program], capture_output=True, text=True, check=True).stdout
    return sorted(
        {name for name in symbols(program, "--defined-only") if OWN.match(name)}
        | {name for name in symbols(program, "--dynamic", "--undefined-only") if FOREIGN.match(name)}
        | {line.split("[")[1].rstrip("]") for line in needed.splitlines() if "(NEEDED)" in line and LIBRARIES.search(line)})


def main():
    must = False
    number = 0
    failed = False
    for argument in sys.argv[1:]:
        if argument in ("must", "must-not"):
            must = argument == "must"
            continue
        number += 1
        found = found_in(argument)
        good = bool(found) == must
        failed = failed or not good
        name = argument.rsplit("/", 1)[-1]
        print(f"{'ok' if good else 'not ok'} {number} {name} {'can' if must else 'cannot'} open a record")
        if not good:
            print("\n".join(f"# {symbol}" for symbol in found) or "# nothing found in it")
    print(f"1..{number}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

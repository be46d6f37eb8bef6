# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""A journey in steps, told as TAP; where a step fails, a picture and everything on the screen are kept."""

import contextlib
import os
import shutil
import sys
import time
import traceback

from .display import Display, Missing
from .program import Program

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))


class Ended(Exception):
    """A step failed; those behind it make no sense."""


class Journey:
    """Runs `with journey.step("what is shown"):` blocks against the real programs."""

    def __init__(self, name, build, keep):
        self.name = name
        self.build = build
        self.keep = os.path.join(keep, name)
        self.steps = 0
        self.failed = False
        self.display = None
        self.program = None

    @property
    def desk(self):
        return self.program.desk

    @property
    def patient(self):
        return self.program.patient

    @contextlib.contextmanager
    def step(self, text):
        self.steps += 1
        begun = time.monotonic()
        try:
            yield
        except Exception as error:  # pylint: disable=broad-except
            self.failed = True
            print(f"not ok {self.steps} {self.name}: {text}")
            say(str(error))
            say("".join(traceback.format_tb(error.__traceback__)[-3:]))
            self.keep_evidence()
            raise Ended() from error
        print(f"ok {self.steps} {self.name}: {text} # {time.monotonic() - begun:.1f} s", flush=True)

    def keep_evidence(self):
        """What the screen shows and what the programs said, for whoever mends it."""
        os.makedirs(self.keep, exist_ok=True)
        with contextlib.suppress(Exception):
            self.display.picture(os.path.join(self.keep, "failed.png"))
            say(f"picture: {os.path.join(self.keep, 'failed.png')}")
        for side in (self.desk, self.patient) if self.program else ():
            with contextlib.suppress(Exception):
                say(f"--- the {side.name} shows\n{side.dump()}")
        if self.program:
            say(f"--- the programs said\n{self.program.said()[-4000:]}")

    def open(self, **options):
        """Starts the program, in this journey's display, with this journey's records."""
        self.program = Program(self.display, self.build, SOURCE, **options)
        return self.program.start()


    def reopen(self, **options):
        """Ends the program, as log-out would, and starts it on the same records."""
        self.program.stop()
        return self.open(records=self.program.records, **options)


def say(text):
    for line in text.splitlines():
        print(f"# {line}")
    sys.stdout.flush()


def with_printer():
    """Starts this program again with a print server of its own around it, where that is possible."""
    wrapper = os.path.join(SOURCE, "tests", "widgets", "sheet", "with-cups")
    path = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
    wanted = ("cupsd", "lpadmin", "cupsdisable", "cupsreject")
    if "CARE_PRINTED" in os.environ or os.getuid() != 0 or not all(shutil.which(name, path=path) for name in wanted):
        return
    os.execv(wrapper, [wrapper, sys.executable, *sys.argv])


def run(name, walk, build=None, keep=None, **look):
    """Runs one journey: @walk is a function that is given it, @look is the display's. Returns an exit status."""
    with_printer()
    build = os.path.abspath(build or sys.argv[1])
    keep = keep or os.path.join(build, "tests", "journeys", "evidence")
    journey = Journey(name, build, keep)
    try:
        with Display(**look) as display:
            journey.display = display
            try:
                walk(journey)
            except Ended:
                pass
            except Missing:
                raise
            except Exception as error:  # pylint: disable=broad-except
                journey.failed = True
                journey.steps += 1
                print(f"not ok {journey.steps} {name}: outside of a step")
                say("".join(traceback.format_exception(error)))
                journey.keep_evidence()
            finally:
                if journey.program:
                    journey.program.stop()
    except Missing as missing:
        print(f"1..0 # SKIP {missing}")
        return 0
    print(f"1..{journey.steps}")
    return 1 if journey.failed else 0

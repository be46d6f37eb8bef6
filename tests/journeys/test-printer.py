#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""A receptionist with a keyboard chooses the desk's printer, tries it, and prints a sheet there; the choice outlives the desk."""

import os
import re
import subprocess
import sys

from harness.display import wait_until
from harness.journey import run
from visits.keys import Keys
from visits.people import ROSA

CLOCK = "2026-11-24T14:30:00+01:00"
# The next desk's clock stands behind no record, however slow the machine was.
LATER = "2026-11-24T15:30:00+01:00"
PATH = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"


def ask_cups(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, env=dict(os.environ, PATH=PATH)).stdout


def jobs_of(queue):
    """What lies in a queue, or lay there."""
    return [line.split()[0] for line in ask_cups("lpstat", "-W", "all", "-o", queue).splitlines()]


def open_page(journey, keys):
    # A key that comes while the page is still being drawn goes nowhere; a person presses it again.
    for _ in range(4):
        keys.press("F10")
        try:
            journey.desk.find("menu item", "Printer…", 5)
            break
        except AssertionError:
            continue
    keys.reach("Printer…", "Down")
    keys.press("Return")
    journey.desk.find(None, "CarePrinterPage")


def walk(journey):
    printed = os.environ.get("CARE_PRINTED")
    if printed:
        ask_cups("lpadmin", "-p", "second", "-D", "Laser printer", "-L", "Treatment room", "-v", f"folder:{printed}", "-m", "raw", "-E")

    with journey.step("she signs in and opens the printer's page from the menu"):
        journey.open(clock=CLOCK)
        keys = Keys(journey.desk)
        journey.desk.wait_text("Who is at the desk?")
        keys.sign(ROSA)
        journey.desk.find("list", "Visits of the day")
        open_page(journey, keys)

    if not printed:
        with journey.step("there is no printer here: it is said what to do"):
            journey.desk.wait_text(re.compile("No printer (is set up|answers)"))
            keys.reach("Look again")
        return

    with journey.step("every printer is there with its state, and she chooses the second"):
        journey.desk.find("push button", "desk: Ready")
        journey.desk.find("push button", "stopped: Stopped")
        journey.desk.find("push button", "closed: Takes no sheets")
        journey.desk.find("push button", re.compile("^The system's own printer: Ready. This desk's printer"))
        keys.go("second: Ready")
        journey.desk.wait_text("Sheets go to second now")
        journey.desk.find("push button", "second: Ready. This desk's printer")
        # The row is made anew, and the keyboard stays on it.
        keys.wait_focus(re.compile("^second: Ready"))

    with journey.step("a test page comes out there"):
        keys.go("Print a test page")
        journey.desk.wait_text("Printed at second.", 30)
        assert len(jobs_of("second")) == 1, jobs_of("second")

    with journey.step("a sheet that is owed is printed there"):
        keys.press("Escape")
        journey.desk.find("list", "Visits of the day")
        keys.go(re.compile(": Print sheet$"))
        journey.desk.find("push button", "Printer: second")
        keys.press("ctrl+p")
        journey.desk.wait_text("Printed at second.", 30)
        assert len(jobs_of("second")) == 2, jobs_of("second")

    with journey.step("the next desk prints there too"):
        journey.reopen(clock=LATER)
        keys = Keys(journey.desk)
        journey.desk.wait_text("Who is at the desk?")
        keys.sign(ROSA)
        journey.desk.find("list", "Visits of the day")
        open_page(journey, keys)
        journey.desk.find("push button", "second: Ready. This desk's printer")

    with journey.step("it is taken away: said on Today, with the way to another one"):
        ask_cups("lpadmin", "-x", "second")
        keys.press("Escape")
        journey.desk.wait_text("There is no printer second.", 40)
        keys.go("Printer…")
        journey.desk.find("push button", "second: Not there. This desk's printer")
        keys.go("desk: Ready")
        journey.desk.wait_text("Sheets go to desk now")
        keys.press("Escape")
        wait_until(lambda: not journey.desk.has_text("There is no printer second."), 40, "it is still said")


if __name__ == "__main__":
    # Settings that outlive the desk, as a person's do.
    sys.exit(run("printer", walk, maximized=True))

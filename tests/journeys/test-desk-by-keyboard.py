#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""A receptionist without a mouse: signs in, finds a patient, registers another, hands the device over and takes it back."""

import re
import sys
import time

from harness.display import wait_until
from harness.journey import run
from visits.hands import Keyboard
from visits.keys import Keys
from visits.people import ROSA, Patient

ADA = Patient("Ada", "Quintero", "600 000 077", "1981-03-09")


def walk(journey):
    with journey.step("she signs in"):
        journey.open(clock="2026-11-24T14:30:00+01:00")
        keys = Keys(journey.desk)
        journey.desk.wait_text("Who is at the desk?")
        keys.sign(ROSA)
        journey.desk.find("list", "Visits of the day")

    with journey.step("F1 tells the keys, Escape puts them away"):
        keys.press("F1")
        journey.desk.wait_text("Find a patient")
        journey.desk.wait_text("Print the sheet, or all that are owed")
        keys.press("Escape")
        wait_until(lambda: not journey.desk.has_text("Print the sheet, or all that are owed"), 10, "the keys stay")

    with journey.step("the arrows go through the day's list, and Return opens a visit"):
        keys.reach(re.compile("First visit|Session|Reading|session"))
        before = keys.focused().name
        keys.press("Down")
        assert keys.focused().name != before, before
        keys.press("Return")
        journey.desk.find(None, re.compile("^Intake: "))

    with journey.step("Ctrl+P shows its sheet"):
        keys.press("ctrl+p")
        wait_until(lambda: journey.desk.has_text(re.compile("Not yet: the sheet comes|Before your visit|^Print( again)?$")), 20,
                   lambda: f"no sheet is shown:\n{journey.desk.dump()}")
        keys.press("Escape")
        journey.desk.find("list", "Visits of the day")

    with journey.step("Ctrl+F finds a patient, and Return opens the page"):
        keys.press("ctrl+f")
        keys.wait_focus(re.compile("."))
        journey.display.type("vera")
        journey.desk.find(None, re.compile("^Vera "))
        keys.go(re.compile("^Vera "))
        journey.desk.find(None, "They are here now")
        keys.press("Escape")

    with journey.step("Ctrl+N registers another"):
        keys.press("ctrl+n")
        journey.desk.find(None, "Given name")
        # The first field has the focus; a row's own field is not told by the toolkit, so what comes out is looked at.
        journey.display.type(ADA.given)
        for text in (ADA.family, ADA.phone):
            keys.press("Tab")
            journey.display.type(text)
        for field, text in zip(("Day", "Month", "Year"), reversed(ADA.birth_date.split("-"))):
            keys.reach(field)
            journey.display.type(text)
        keys.go(re.compile("^(Register|It is somebody else: register)$"))
        journey.desk.find(None, "They are here now")
        journey.desk.wait_text(f"{ADA.given} {ADA.family}")

    with journey.step("she is here, and the device is handed over"):
        keys.go("They are here now")
        journey.desk.find("push button", "Hand over")
        keys.go("Hand over")
        journey.patient.wait_there()
        journey.desk.wait_gone()

    with journey.step("the patient answers the first pages"):
        journey.patient.wait_text("Hello")
        at_screen = Keys(journey.patient)
        at_screen.go("Next")
        journey.patient.wait_text("When were you born?")
        time.sleep(0.6)
        journey.display.type("".join(reversed(ADA.birth_date.split("-"))))
        at_screen.go("Next")
        journey.patient.wait_text(re.compile("Step "))
        Keyboard(journey.patient, []).do_page()

    with journey.step("staff borrow the device back"):
        time.sleep(0.6)
        at_screen.go("Staff")
        journey.patient.wait_text("take the device back?")
        at_screen.go("Take it back")
        journey.desk.wait_there()
        journey.desk.wait_text("A device comes back")

    with journey.step("it is taken back with a PIN"):
        keys = Keys(journey.desk)
        keys.go("Take back")
        keys.sign(ROSA)
        journey.desk.find(None, re.compile("^Intake: "))
        journey.desk.wait_text(re.compile(f"{ADA.given} {ADA.family}"))

    with journey.step("Ctrl+L locks the desk"):
        keys.press("ctrl+l")
        journey.desk.wait_text("Who is at the desk?")


if __name__ == "__main__":
    sys.exit(run("desk-by-keyboard", walk))

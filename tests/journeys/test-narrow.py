#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""The desk on the narrowest screen: what is in the menu can be reached there too, by a screen reader and by keyboard."""

import sys

from harness.journey import run
from visits.people import Desk


def walk(journey):
    with journey.step("somebody signs in"):
        journey.open(clock="2026-11-24T14:30:00+01:00")
        Desk(journey).sign_in()

    with journey.step("the menu is read and pressed, though it reaches over the window's edge"):
        journey.display.keys("F10")
        journey.desk.press("Protocol and languages", roles=("menu item",))
        journey.desk.find(None, "CareProtocolPage")
        journey.desk.press("Back")
        journey.desk.wait_text("Visits of the day")

    with journey.step("and by keyboard alone"):
        journey.display.keys("F10")
        journey.desk.find(("menu item",), "Protocol and languages")
        journey.display.keys("p")
        journey.desk.find(None, "CareProtocolPage")


if __name__ == "__main__":
    sys.exit(run("narrow", walk, width=360, height=720))

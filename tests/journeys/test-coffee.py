#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""Coffee yesterday at ten past three: ready at ten past three, and no sooner."""

import sys

from harness.journey import SOURCE, run
from visits.answers import Answers
from visits.people import DONE, REVIEW, THANKS, AtScreen, Desk

GIVEN = {"caffeine-what": "Coffee", "caffeine-last": ["I know the time", "Yesterday/last", " 15:10"]}
BIRTH_DATE = "1982-10-19"


def walk(journey):
    with journey.step("the patient had coffee yesterday at 15:10"):
        journey.open(clock="2026-11-24T14:30:00+01:00")
        desk = Desk(journey)
        desk.sign_in()
        journey.desk.press("Sol E.: They are here")
        journey.desk.press("Sol E.: Hand over")
        journey.desk.press("Hand over")
        screen = AtScreen(journey, Answers(journey.patient, SOURCE, GIVEN))
        screen.begin(BIRTH_DATE)
        screen.answers.walk(until=REVIEW)
        journey.patient.press(DONE)
        journey.patient.wait_text(THANKS)
        journey.patient.press("Staff: continue")

    with journey.step("the desk says when they are ready, and may say why"):
        desk.take_back()
        journey.desk.wait_text("ready 15:10")
        desk.today()
        journey.desk.wait_text("ready 15:10")

    with journey.step("at 15:09 the visit is not ready"):
        journey.reopen(clock="2026-11-24T15:08:00+01:00")
        desk.sign_in()
        journey.desk.wait_text("ready 15:10")
        assert not journey.desk.find_all(None, "Sol E.: Ask them in")

    with journey.step("at 15:11 it is"):
        journey.reopen(clock="2026-11-24T15:11:00+01:00")
        desk.sign_in()
        journey.desk.find(None, "Sol E.: Ask them in")


if __name__ == "__main__":
    sys.exit(run("coffee", walk))

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""“I'm not sure” on pregnancy: a clinician must decide, and with everything else settled nobody is ready."""

import re
import sys

from harness.journey import SOURCE, run
from visits.answers import Answers
from visits.happy import BATCH, PRODUCT
from visits.people import AtScreen, Desk, Patient

ANA = Patient("Ana", "Specimen", "", "1997-02-08")
GIVEN = {"goal": "Dimpled skin (cellulite)", "pregnancy": "I'm not sure"}
# The whole card: no time stands behind it.
CARD = re.compile("Ana S. · 1997, First visit, Clinician must decide$")


def walk(journey):
    with journey.step("a new patient is not sure whether she is pregnant"):
        journey.open(clock="2026-11-24T14:30:00+01:00")
        desk = Desk(journey)
        desk.sign_in()
        desk.step(ANA, "Hand over")
        journey.desk.press("Hand over")
        screen = AtScreen(journey, Answers(journey.patient, SOURCE, GIVEN))
        screen.begin(ANA.birth_date)
        screen.answer_all()
        assert ("pregnancy", "I'm not sure") in screen.answers.answered
        screen.finish()

    with journey.step("reception sees that a clinician must decide, and not what about"):
        desk.take_back()
        journey.desk.wait_text("Clinician must decide")
        assert not journey.desk.has_text(re.compile("pregnan", re.IGNORECASE))

    with journey.step("the clinician sees what she is not sure about"):
        desk.choose_product(PRODUCT, BATCH, ["thighs"])
        desk.open_reasons()
        journey.desk.wait_text("May be pregnant")
        journey.desk.wait_text("Answer: I'm not sure")

    with journey.step("nobody is asked for consent while a stop stands against it"):
        desk.room("Intake")
        assert not journey.desk.find_all(None, "Ask aloud")
        desk.room("Check")
        journey.desk.wait_text("The clinician would like a word with you first.")
        journey.desk.wait_text("Clinician must decide")

    with journey.step("there is no way to the needle"):
        desk.room("Session")
        journey.desk.wait_text("Not yet: the check comes before every needle.")
        assert not journey.desk.find_all(None, "Ask them in")

    with journey.step("three hours later time has cleared nothing"):
        journey.reopen(clock="2026-11-24T17:30:00+01:00")
        desk.sign_in()
        journey.desk.find("list item", CARD)
        assert not journey.desk.find_all(None, "Ana S.: Ask them in")


if __name__ == "__main__":
    sys.exit(run("pregnancy", walk))

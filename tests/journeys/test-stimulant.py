#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""A stimulant that a doctor prescribed is kept: a clinician looks at it, no time clears it, and no sheet leaves it out."""

import re
import sys

from harness.journey import SOURCE, run
from visits.answers import Answers
from visits.happy import BATCH, PRODUCT
from visits.people import AtScreen, Desk, Patient
from visits.sheets import has, has_not, read_sheet

ANA = Patient("Ana", "Specimen", "", "1997-02-08")
GIVEN = {
    "goal": "Dimpled skin (cellulite)",
    "medicines-doctor": "Medicine for ADHD or to stay awake",
    "medicines-list": "I have the packets or a list with me",
}


def walk(journey):
    with journey.step("a new patient takes medicine for ADHD"):
        journey.open(clock="2026-11-24T14:30:00+01:00")
        desk = Desk(journey)
        desk.sign_in()
        desk.step(ANA, "Hand over")
        journey.desk.press("Hand over")
        screen = AtScreen(journey, Answers(journey.patient, SOURCE, GIVEN))
        screen.begin(ANA.birth_date)
        screen.answer_all()
        assert ("medicines-doctor", GIVEN["medicines-doctor"]) in screen.answers.answered
        screen.finish()

    with journey.step("a clinician chooses the product and countersigns the consent"):
        desk.take_back()
        desk.choose_product(PRODUCT, BATCH, ["thighs"])
        answers = Answers(journey.patient, SOURCE)
        answers.dot_first = True
        desk.consent_on_screen(ANA, answers)
        assert answers.signed and not answers.dot_first, "nothing was signed"
        desk.open_reasons()
        desk.countersign()
        journey.desk.wait_text("Consent is countersigned")
        journey.desk.press("Close the reasons")

    with journey.step("the desk says to keep taking it, and no time at which it would clear"):
        journey.desk.wait_text("Clinician must decide")
        journey.desk.wait_text("Please keep taking it.")
        assert not journey.desk.has_text(re.compile("ADHD|Wait here"))
        desk.today()
        journey.desk.find("list item", re.compile("Ana S. · 1997, First visit, Clinician must decide$"))

    with journey.step("for the clinician it is to be decided, and to be kept"):
        desk.open_visit(ANA)
        desk.open_reasons()
        journey.desk.wait_text("ADHD or other stimulant medicine: keep taking it")
        assert not journey.desk.has_text("Time clears it")
        desk.decide("Treat in spite of it", "Go on with extra care or a longer watch")
        journey.desk.wait_text("Ready")

    with journey.step("the printed sheet tells to keep it, and nothing on it to leave it out"):
        desk.room("Session")
        desk.ask_in(ANA)
        desk.finish()
        desk.keep_next_visit()
        printed = desk.print_sheet(language="English")
        if printed:
            sheet = read_sheet(printed)
            has(sheet, "Do not stop one unless that doctor says so.")
            has_not(sheet, "(?i)adhd|stimulant")
            has_not(sheet, "(?i)(take no|do not take|stop taking|leave out|pause|skip|last)[^.]*(medicine|tablet|pill)")


if __name__ == "__main__":
    sys.exit(run("stimulant", walk))

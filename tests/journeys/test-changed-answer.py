#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""Going back and changing an answer, at the patient's screen and, once taken back, at the desk."""

import re
import sys

from harness.access import STATE_PRESSED
from harness.display import wait_equal, wait_until
from harness.journey import SOURCE, run
from harness.program import FIELDS, PATIENCE
from visits.answers import Answers
from visits.people import REVIEW, AtScreen, Desk, Patient

SOL = Patient("Sol", "Ejemplo", "", "1982-10-19")
GIVEN = {"caffeine-what": "Coffee", "caffeine-last": ["I know the time", "Yesterday/last", " 15:10"], "smoking": "I'm not sure"}
DRINKS = "In the last 2 days, did you have any of these?"
LAST_DRINK = "When was the last one?"
SMOKING = "Do you smoke or vape?"
MOMENT = "Mon, 23 Nov, 15:10"


def reviewed(side):
    """What the review says: {question: answer}."""
    labels = [node.name for node in side.nodes() if node.role == "label"]
    return {question: labels[labels.index(question) + 1] for question in (DRINKS, LAST_DRINK, SMOKING) if question in labels}


def choose(side, words):
    side.press(words)
    wait_until(lambda: side.is_pressed(words), 10, f"“{words}” does not stay pressed")


def walk(journey):
    with journey.step("the patient had coffee yesterday at 15:10, and is not sure about smoking"):
        journey.open(clock="2026-11-24T14:30:00+01:00")
        desk = Desk(journey)
        desk.sign_in()
        desk.step(SOL, "They are here")
        desk.step(SOL, "Hand over")
        journey.desk.press("Hand over")
        screen = AtScreen(journey, Answers(journey.patient, SOURCE, GIVEN))
        screen.begin(SOL.birth_date)
        screen.answer_all()
        wait_equal(lambda: reviewed(journey.patient), {DRINKS: "Coffee", LAST_DRINK: MOMENT, SMOKING: "I'm not sure"}, PATIENCE)

    with journey.step("going back two pages shows the answer, and another one is given"):
        journey.patient.press("Back")
        journey.patient.find("panel", DRINKS)
        journey.patient.press("Back")
        journey.patient.find("panel", SMOKING)
        smoking = next(scope for question, scope in screen.answers.on_page() if question.link_id == "smoking")
        answers = {tile.name: tile for tile in smoking.walk() if tile.role in ("push button", "toggle button")}
        assert answers["I'm not sure"].has(STATE_PRESSED)
        answers["No"].act("click", "toggle")
        wait_until(lambda: answers["No"].refresh().has(STATE_PRESSED), 10, "“No” does not stay pressed")
        wait_until(lambda: not answers["I'm not sure"].refresh().has(STATE_PRESSED), 10, "“I'm not sure” stays pressed")
        journey.patient.press("Next")
        journey.patient.find("panel", DRINKS)
        journey.patient.press("Next")
        journey.patient.wait_text(REVIEW)
        wait_equal(lambda: reviewed(journey.patient), {DRINKS: "Coffee", LAST_DRINK: MOMENT, SMOKING: "No"}, PATIENCE)

    with journey.step("a question that an answer hides is gone, also from the review"):
        journey.patient.press(re.compile(f"^Change: .*{re.escape(DRINKS)}"))
        journey.patient.find("panel", LAST_DRINK)
        choose(journey.patient, "None of these")
        wait_until(lambda: not journey.patient.find_all("panel", LAST_DRINK), 10, "the hidden question is still asked")
        wait_until(lambda: not journey.patient.is_pressed("Coffee"), 10, "“Coffee” stays pressed")
        journey.patient.press("Next")
        journey.patient.wait_text(REVIEW)
        wait_equal(lambda: reviewed(journey.patient), {DRINKS: "None of these", SMOKING: "No"}, PATIENCE)

    with journey.step("asked again, it has its answer still"):
        journey.patient.press(re.compile(f"^Change: .*{re.escape(DRINKS)}"))
        journey.patient.find("panel", DRINKS)
        choose(journey.patient, "Coffee")
        journey.patient.find("panel", LAST_DRINK)
        wait_equal(lambda: [journey.patient.find(FIELDS, name).get_text() for name in ("Hour", "Minutes")], ["15", "10"], PATIENCE)
        journey.patient.press("Next")
        journey.patient.wait_text(REVIEW)
        wait_equal(lambda: reviewed(journey.patient), {DRINKS: "Coffee", LAST_DRINK: MOMENT, SMOKING: "No"}, PATIENCE)
        screen.finish()

    with journey.step("the desk has the answers as they were last"):
        desk.take_back()
        journey.desk.wait_text("ready 15:10")

    with journey.step("at the desk a clinician changes the coffee to none"):
        desk.open_answers()
        # The desk asks in the language that the patient chose on the screen, and that is not the recorded Spanish.
        for page in range(2, 6):
            journey.desk.press("Next")
            journey.desk.find("label", re.compile(f"Step .*{page}.* of "))
        wait_until(lambda: journey.desk.is_pressed("Coffee"), 10, "“Coffee” is not pressed")
        choose(journey.desk, "None of these")
        journey.desk.press("Keep and leave")
        journey.desk.wait_text("The changed answer is kept beside the former one")

    with journey.step("the change is for a clinician to look at: nobody is ready by it"):
        wait_until(lambda: not journey.desk.has_text("ready 15:10"), 10, "the coffee's time still stands")
        desk.room("Check")
        journey.desk.wait_text("Clinician must decide")
        desk.open_reasons()
        journey.desk.wait_text("An answer was changed")
        journey.desk.wait_text("Answer: Coffee")


if __name__ == "__main__":
    sys.exit(run("changed-answer", walk))

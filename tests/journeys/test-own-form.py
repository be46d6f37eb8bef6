#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""A form that another program wrote is added at the desk, asked on the patient's screen, and read at the desk again."""

import json
import os
import sys
import time

from harness.display import Missing, wait_until
from harness.journey import SOURCE, run
from harness.program import PATIENCE
from visits.answers import Answers, questions_of
from visits.people import AtScreen, Desk, Patient, Staff

FORM = "forms/real/lforms__phq9.json"
INES = Staff("Ines Sample", "444444")
SOL = Patient("Sol", "Ejemplo", "", "1982-10-19")


def find_form():
    path = os.path.join(os.environ.get("CARE_SHARED_DIR", os.path.join(SOURCE, "..", "shared")), FORM)
    if not os.path.exists(path):
        raise Missing(f"{FORM} is not on this machine")
    return path


def tiles_of(item):
    """Each choice as it stands on its tile, with the prefix that its author gave it."""
    found = []
    for option in item.get("answerOption", ()):
        prefix = next((extension["valueString"] for extension in option.get("extension", []) + option["valueCoding"].get("extension", [])
                       if extension["url"].endswith("questionnaire-optionPrefix")), None)
        display = option["valueCoding"]["display"]
        found.append(f"{prefix} {display}" if prefix else display)
    return found


def tab_to(journey, name):
    """With the keyboard to a button further down the page."""
    for _ in range(80):
        node = journey.desk.focused()
        if node is not None and node.name == name:
            return
        journey.display.keys("Tab")
        time.sleep(0.1)
    raise AssertionError(f"“{name}” cannot be reached with Tab; there is:\n{journey.desk.dump()}")


def walk(journey):
    path = find_form()
    with open(path, encoding="utf-8") as file:
        form = json.load(file)
    asked = [item for item in form["item"] if item["type"] == "choice"]
    given = {item["linkId"]: tiles_of(item)[number % 3] for number, item in enumerate(asked)}

    with journey.step("at the desk the owner's page of forms is opened from the menu"):
        journey.open(clock="2026-11-24T14:30:00+01:00")
        desk = Desk(journey)
        desk.sign_in()
        journey.display.keys("F10")
        journey.desk.find(("menu item", "push button", "menu"), "Forms")
        journey.display.keys("Down", "Down", "Down", "Down", "Return")
        time.sleep(0.5)
        if not journey.desk.has_text("No form of your own yet"):
            journey.desk.press("Forms", roles=("menu item", "push button"))
        journey.desk.wait_text("No form of your own yet")

    with journey.step("a file is chosen, checked, and said what cannot be done with it"):
        journey.desk.press("Add a form…")
        time.sleep(2)
        journey.display.type(path)
        time.sleep(0.5)
        journey.display.keys("Return")
        time.sleep(1)
        if not journey.desk.has_text("When is it asked?"):
            journey.display.keys("Return")
        journey.desk.wait_text(form["title"])
        journey.desk.wait_text("so that its answers are known again")
        journey.desk.wait_text("not supported: ")

    with journey.step("the owner signs that it is asked at every visit"):
        tab_to(journey, "Ask it here")
        journey.display.keys("Return")
        desk.sign(INES)
        journey.desk.wait_text("Asked as well")
        desk.today()

    with journey.step("before it is handed over, what cannot be done is said once more"):
        desk.step(SOL, "They are here")
        desk.step(SOL, "Hand over")
        journey.desk.wait_text("not supported: ")
        journey.desk.wait_text("The form does not say whether it is in Spanish")
        journey.desk.press("Hand over")

    with journey.step("who reads Spanish is still offered it, and hears that the clinic's form may be in another language"):
        journey.patient.wait_text("Algunas preguntas pueden estar en otro idioma.")

    with journey.step("the patient answers Aftercare's questions and the clinic's"):
        answers = Answers(journey.patient, SOURCE, given)
        for question in questions_of(path, answers.speech):
            item = next(item for item in form["item"] if item["linkId"] == question.link_id)
            question.options = {tile: tile for tile in tiles_of(item)}
            answers.questions.setdefault(question.text, []).append(question)
        screen = AtScreen(journey, answers)
        screen.begin(SOL.birth_date)
        screen.answer_all()
        screen.finish()

    with journey.step("the desk has both, and a clinician reads the answers"):
        desk.take_back()
        desk.room("Intake")
        journey.desk.wait_text(form["title"])
        changes = []

        def both():
            changes[:] = journey.desk.find_all(("push button",), "Change an answer")
            return len(changes) == 2

        wait_until(both, PATIENCE, lambda: f"{len(changes)} forms are answered")
        changes[1].act("click", "press", "activate")
        desk.sign(Staff("Lea Example", "222222"))
        journey.desk.find(None, "Keep and leave")
        for item in asked[:3]:
            journey.desk.wait_text(item["text"])
            wait_until(lambda: journey.desk.is_pressed(given[item["linkId"]]), PATIENCE, f"not as it was given: {item['linkId']}")
            journey.desk.press("Next")
            time.sleep(0.7)
        journey.desk.press("Keep and leave")


if __name__ == "__main__":
    sys.exit(run("own-form", walk))

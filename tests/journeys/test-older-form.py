#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""Answers are begun on one version of the clinic's form and gone on with on the next: the patient's screen says so, and asks again what
reads differently."""

import json
import os
import sys
import time

from harness.display import wait_until
from harness.journey import SOURCE, run
from visits.answers import Answers
from visits.hands import SETTLED
from visits.people import REVIEW, AtScreen, Desk, Patient

SOL = Patient("Sol", "Ejemplo", "", "1982-10-19")
CLOCK = "2026-11-24T15:40:00+01:00"
CHANGED = "This question is new or reads differently now. Please answer it again."
OLDER = "You gave some of these answers on an older form. Please check that they are still right."


def write_form(records, version, coffee, drinks):
    options = [{"valueCoding": {"code": word.lower(), "display": word}} for word in drinks]
    form = {
        "resourceType": "Questionnaire", "status": "active", "url": "https://clinic.example/q/today", "version": version, "language": "en",
        "title": "Today", "item": [
            {"linkId": "sleep", "type": "boolean", "required": True, "text": "Did you sleep well?"},
            {"linkId": "coffee", "type": "boolean", "required": True, "text": coffee},
            {"linkId": "drink", "type": "choice", "required": True, "text": "What did you drink last?", "answerOption": options},
            {"linkId": "eaten", "type": "boolean", "required": True, "text": "Have you eaten today?"}]}
    os.makedirs(os.path.join(records, "forms"), exist_ok=True)
    with open(os.path.join(records, "forms", "today.json"), "w", encoding="utf-8") as file:
        json.dump(form, file)


def write_clinic(records):
    with open(os.path.join(SOURCE, "data", "sample", "clinic.json"), encoding="utf-8") as file:
        clinic = json.load(file)
    clinic["forms"] = [{"file": "today.json", "occasion": "day-check", "replaces": True}]
    with open(os.path.join(records, "clinic.json"), "w", encoding="utf-8") as file:
        json.dump(clinic, file)


def answer(journey, question, word, then):
    """On the page with that question; the one with @then comes. The review has the questions as well."""
    journey.patient.wait_text(question)
    time.sleep(SETTLED)
    journey.patient.press(word)
    wait_until(lambda: journey.patient.is_pressed(word), 10, f"“{word}” does not stay pressed")
    journey.patient.press("Next")
    journey.patient.wait_text(then)


def hand_over(journey):
    journey.desk.press("Hand over")
    screen = AtScreen(journey, Answers(journey.patient, SOURCE))
    screen.begin(SOL.birth_date)
    return screen


def walk(journey):
    records = os.path.join(journey.display.folder, "records")
    with journey.step("the clinic asks its own form, and a patient answers most of it"):
        journey.open(clock=CLOCK)
        journey.desk.find(None, "Rosa Sample")
        write_form(records, "1", "Have you had coffee?", ("Water", "Juice"))
        write_clinic(records)
        journey.reopen(clock=CLOCK)
        desk = Desk(journey)
        desk.sign_in()
        journey.desk.press("Sol E.: They are here")
        journey.desk.press("Sol E.: Hand over")
        hand_over(journey)
        answer(journey, "Did you sleep well?", "Yes", "Have you had coffee?")
        answer(journey, "Have you had coffee?", "No", "What did you drink last?")
        answer(journey, "What did you drink last?", "Water", "Have you eaten today?")
        assert not journey.patient.has_text(CHANGED)

    with journey.step("staff take the device back, and the clinic changes its form"):
        journey.patient.press("Staff")
        time.sleep(SETTLED)
        journey.patient.press("Take it back")
        journey.desk.wait_text("A device comes back")
        journey.patient.wait_gone()
        desk.sign_in()
        journey.desk.wait_text("Every answer so far is kept.")
        write_form(records, "2", "Have you had coffee since noon?", ("Juice", "Tea"))
        journey.reopen(clock=CLOCK)
        desk = Desk(journey)
        desk.sign_in()

    with journey.step("handed over again, what reads differently is asked again, and says so"):
        journey.desk.press("Sol E.: Hand over")
        screen = hand_over(journey)
        journey.patient.wait_text("Have you had coffee since noon?")
        journey.patient.wait_text(CHANGED)
        answer(journey, "Have you had coffee since noon?", "No", "What did you drink last?")
        journey.patient.wait_text(CHANGED)
        answer(journey, "What did you drink last?", "Tea", "Have you eaten today?")
        wait_until(lambda: not journey.patient.has_text(CHANGED), 10, "a question that stands is asked again")
        answer(journey, "Have you eaten today?", "Yes", REVIEW)

    with journey.step("the review says that some answers are older, and has all of them"):
        journey.patient.wait_text(REVIEW)
        journey.patient.wait_text(OLDER)
        for words in ("Did you sleep well?", "Have you had coffee since noon?", "Tea"):
            journey.patient.wait_text(words)
        screen.finish()

    with journey.step("the desk has the answers to the form as it is now"):
        desk.take_back()
        desk.room("Intake")
        journey.desk.wait_text("Today")


if __name__ == "__main__":
    sys.exit(run("older-form", walk))

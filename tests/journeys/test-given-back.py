#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""The device goes back in the middle: borrowed by staff, or its window closed. Each ends at the desk's sign-in, with every answer."""

import sys
import time

from harness.display import wait_until
from harness.journey import SOURCE, run
from visits.answers import Answers
from visits.hands import SETTLED
from visits.people import REVIEW, AtScreen, Desk, Patient

SOL = Patient("Sol", "Ejemplo", "", "1982-10-19")


def answer_page(journey):
    answers = Answers(journey.patient, SOURCE)
    answers.answer_page()
    before = answers.fingerprint()
    journey.patient.wait_text("Saved")
    journey.patient.press("Next")
    wait_until(lambda: answers.fingerprint() != before, 10, "the page did not turn")


def back_at_desk(journey, desk):
    journey.desk.wait_text("A device comes back")
    journey.patient.wait_gone()
    desk.sign_in()
    journey.desk.wait_text("Every answer so far is kept.")


def hand_over(journey):
    journey.desk.press("Hand over")
    screen = AtScreen(journey, Answers(journey.patient, SOURCE))
    screen.begin(SOL.birth_date)
    return screen


def walk(journey):
    with journey.step("a day check is handed over, and a page answered"):
        journey.open(clock="2026-11-24T15:40:00+01:00")
        desk = Desk(journey)
        desk.sign_in()
        journey.desk.press("Sol E.: They are here")
        journey.desk.press("Sol E.: Hand over")
        hand_over(journey)
        answer_page(journey)

    with journey.step("staff borrow the device: the desk's sign-in, with the answers"):
        journey.patient.press("Staff")
        time.sleep(SETTLED)
        journey.patient.press("Take it back")
        back_at_desk(journey, desk)

    with journey.step("handed over again, it goes on; the window is closed in the middle of the next page"):
        hand_over(journey)
        answer_page(journey)
        journey.display.keys("alt+F4")

    with journey.step("the desk's sign-in again, with all of the answers"):
        back_at_desk(journey, desk)

    with journey.step("handed over once more, only the rest is asked"):
        screen = hand_over(journey)
        pages = screen.answers.walk(until=REVIEW)
        assert pages <= 5, f"{pages} pages"


if __name__ == "__main__":
    sys.exit(run("given-back", walk))

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""Each program is killed in the middle, and comes back with every answer that was said to be saved."""

import os
import re
import signal
import sys
import time

from harness.display import wait_equal, wait_until
from harness.journey import SOURCE, run
from harness.program import FIELDS, PATIENCE
from visits.answers import Answers
from visits.people import REVIEW, ROSA, AtScreen, Desk, Patient

SOL = Patient("Sol", "Ejemplo", "", "1982-10-19")


def answer_two_pages(journey):
    answers = Answers(journey.patient, SOURCE)
    for _ in range(2):
        answers.answer_page()
        before = answers.fingerprint()
        journey.patient.wait_text("Saved")
        journey.patient.press("Next")
        wait_until(lambda: answers.fingerprint() != before, 10, "the page did not turn")


def walk(journey):
    with journey.step("a session's day check is handed over"):
        journey.open(clock="2026-11-24T15:40:00+01:00")
        desk = Desk(journey)
        desk.sign_in()
        journey.desk.press("Sol E.: They are here")
        journey.desk.press("Sol E.: Hand over")
        journey.desk.press("Hand over")
        AtScreen(journey, Answers(journey.patient, SOURCE)).begin(SOL.birth_date)

    with journey.step("the patient's screen is killed after two pages: the desk comes with the visit"):
        answer_two_pages(journey)
        journey.patient.kill()
        journey.desk.wait_text("A device comes back")
        journey.patient.wait_gone()

    with journey.step("what was answered is there, and the rest is asked for"):
        desk.sign_in()
        journey.desk.wait_text("Every answer so far is kept.")

    with journey.step("killed again in the middle of a time that is being typed, after one digit"):
        journey.desk.press("Hand over")
        half = {"caffeine-what": "Coffee", "caffeine-last": ["I know the time", " 1"]}
        screen = AtScreen(journey, Answers(journey.patient, SOURCE, half))
        screen.begin(SOL.birth_date)
        screen.answers.walk(until="Have you eaten today?")
        screen.answers.answer_page()
        time.sleep(0.5)
        journey.patient.wait_text("Saved")
        journey.patient.kill()
        journey.desk.wait_text("A device comes back")
        journey.patient.wait_gone()

    with journey.step("handed over again, the digit stands where it was typed, and it goes on from there"):
        desk.sign_in()
        journey.desk.wait_text("Every answer so far is kept.")
        journey.desk.press("Hand over")
        screen = AtScreen(journey, Answers(journey.patient, SOURCE, {"caffeine-last": [" 11:10"]}))
        screen.begin(SOL.birth_date)
        # Further down the page than is seen at first.
        wait_equal(lambda: [node.get_text() for node in journey.patient.nodes() if node.role in FIELDS and node.name == "Hour"], ["1"],
                   PATIENCE)
        wait_until(lambda: any(node.name == "You began this answer and did not finish it." for node in journey.patient.nodes()),
                   PATIENCE, "the page does not say that the answer is not finished")
        pages = screen.answers.walk(until=REVIEW)
        assert pages <= 2, f"{pages} pages"

    with journey.step("the keeper is killed: nothing is left behind"):
        patient = journey.patient.pid()
        os.kill(journey.program.keeper.pid, signal.SIGKILL)
        journey.program.keeper.wait()
        wait_until(lambda: not os.path.exists(f"/proc/{patient}"), 10, "the patient's screen is still running")

    with journey.step("started again, the visit waits to be taken back with every answer"):
        journey.open(records=journey.program.records, clock="2026-11-24T15:50:00+01:00")
        desk = Desk(journey)
        desk.sign_in()
        journey.desk.press("Sol E.: Take back")
        journey.desk.press("Take back")
        desk.sign(ROSA)
        journey.desk.wait_text("Every answer so far is kept.")

    with journey.step("the desk is killed: another one comes, and the visit is as it was"):
        first = journey.desk.pid()
        journey.desk.kill()
        wait_until(lambda: journey.desk.pid() not in (None, first), 10, "no other desk was started")
        journey.desk.wait_text("Who is at the desk?")
        desk.sign_in()
        assert not journey.desk.has_text("A device comes back")
        journey.desk.find("push button", "Sol E.: Hand over")

    with journey.step("the desk is killed in the middle of a record: what was written is there, and told of"):
        journey.desk.press("Ines P.: Finished now")
        journey.desk.press("Finished now")
        journey.desk.press("Write the record")
        desk.hold("Nothing unusual")
        time.sleep(2)
        second = journey.desk.pid()
        journey.desk.kill()
        wait_until(lambda: journey.desk.pid() not in (None, second), 10, "no other desk was started")
        journey.desk.wait_text("Who is at the desk?")
        desk.sign_in()
        journey.desk.find("list item", re.compile("Ines P., .*Unsigned record$"))
        journey.desk.press("Ines P.: Write record")
        journey.desk.press("Go on with the record")
        wait_until(lambda: journey.desk.is_pressed("Nothing unusual"), 10, "what was written is gone")


if __name__ == "__main__":
    sys.exit(run("killed", walk))

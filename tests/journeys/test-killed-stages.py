#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""A session from the front door to the sheet, with a program killed at every stage of it: each time the visit goes on from where
it stood, and nothing is done twice."""

import os
import re
import signal
import sys

from harness.display import wait_until
from harness.journey import SOURCE, run
from harness.program import FIELDS, PATIENCE
from visits.answers import Answers
from visits.people import DONE, REVIEW, THANKS, AtScreen, Desk, Patient, printed_in

SOL = Patient("Sol", "Ejemplo", "", "1982-10-19")
CLOCK = "2026-11-24T15:40:00+01:00"


def kill_patient(journey):
    journey.patient.kill()
    journey.desk.wait_text("A device comes back")
    journey.patient.wait_gone()


def kill_desk(journey, desk):
    """Another desk comes, at its sign-in, and no device with it."""
    first = journey.desk.pid()
    journey.desk.kill()
    wait_until(lambda: journey.desk.pid() not in (None, first), PATIENCE, "no other desk was started")
    journey.desk.wait_text("Who is at the desk?")
    assert not journey.desk.has_text("A device comes back")
    desk.sign_in()


def kill_keeper(journey, clock):
    """Nothing is left behind; started again, the desk."""
    desk = journey.desk.pid()
    os.kill(journey.program.keeper.pid, signal.SIGKILL)
    journey.program.keeper.wait()
    wait_until(lambda: not os.path.exists(f"/proc/{desk}"), PATIENCE, "the desk is still running")
    journey.open(records=journey.program.records, clock=clock)
    desk = Desk(journey)
    desk.sign_in()
    return desk


def walk(journey):
    with journey.step("the patient's screen is killed before the birth date is typed"):
        journey.open(clock=CLOCK)
        desk = Desk(journey)
        desk.sign_in()
        desk.step(SOL, "They are here")
        desk.step(SOL, "Hand over")
        journey.desk.press("Hand over")
        journey.patient.wait_there()
        journey.desk.wait_gone()
        kill_patient(journey)
        desk.sign_in()
        journey.desk.find("push button", "Hand over")

    with journey.step("killed at the review, every answer is there and none is asked again"):
        journey.desk.press("Hand over")
        screen = AtScreen(journey, Answers(journey.patient, SOURCE))
        screen.begin(SOL.birth_date)
        screen.answer_all()
        answered = len(screen.answers.answered)
        assert answered > 3, answered
        kill_patient(journey)
        desk.sign_in()
        journey.desk.wait_text("Every answer so far is kept.")
        journey.desk.press("Hand over")
        screen = AtScreen(journey, Answers(journey.patient, SOURCE))
        journey.patient.find(FIELDS, "Year")
        screen.type_birth_date(SOL.birth_date)
        journey.patient.wait_text(REVIEW)

    with journey.step("killed once the answers are given, the visit comes back as done"):
        journey.patient.press(DONE)
        journey.patient.wait_text(THANKS)
        kill_patient(journey)
        desk.take_back()
        journey.desk.wait_text("Taken back. Every answer is in the record.")
        journey.desk.wait_text("Ready")

    with journey.step("the desk is killed at the check: ready as before"):
        kill_desk(journey, desk)
        desk.step(SOL, "Ask them in")

    with journey.step("killed during the treatment: it can be finished, once"):
        desk.room("Session")
        desk.ask_in(SOL)
        kill_desk(journey, desk)
        desk.step(SOL, "Finished now")
        desk.finish()

    with journey.step("the keeper is killed while the patient is watched: the desk goes, and comes back as it stood"):
        desk = kill_keeper(journey, "2026-11-24T15:50:00+01:00")
        journey.desk.find("list item", re.compile("Sol E., .*Watch until"))
        desk.open_visit(SOL)
        assert not journey.desk.find_all("push button", "Finished now")

    with journey.step("the desk is killed after the next visit was agreed: agreed it is"):
        desk.keep_next_visit()
        kill_desk(journey, desk)
        desk.open_visit(SOL)
        journey.desk.find(None, re.compile("^Next visit: done"))

    with journey.step("killed after the sheet was printed: printed it is, and not given"):
        printed = desk.print_sheet()
        if printed is None:
            return
        journey.desk.wait_text(re.compile("^Printed at "))
        kill_desk(journey, desk)
        desk.open_visit(SOL)
        desk.room("Sheet")
        journey.desk.find("push button", "Print again")
        desk.give_sheet()
        journey.desk.find(None, re.compile("^Sheet: done"))

    with journey.step("the keeper is killed after it was given: given it is, and nothing is printed again"):
        desk = kill_keeper(journey, "2026-11-24T16:20:00+01:00")
        desk.open_visit(SOL)
        journey.desk.find(None, re.compile("^Sheet: done"))
        journey.desk.find(None, re.compile("^Next visit: done"))
        assert len(printed_in(os.environ["CARE_PRINTED"])) == 1


if __name__ == "__main__":
    sys.exit(run("killed-stages", walk))

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""An allergy test twenty hours old: nobody can decide it, neither desk nor clinician; after 24 hours it is read."""

import re
import sys

from harness.display import wait_equal, wait_until
from harness.journey import SOURCE, run
from harness.program import PATIENCE
from visits.answers import Answers
from visits.people import LEA, Desk, Patient, spoken_date

# The sample's first visit: tested at 14:20, a quarter of an hour ago.
MARA = Patient("Mara", "Muster", "", "1993-06-21")
DATE = re.compile(r"^\d{1,2} [A-Z][a-z]+ \d{4}$")
NOBODY = "Nobody can decide this: only a changed fact clears it"


def walk(journey):
    with journey.step("a session cannot be booked before the test's 24 hours are over"):
        journey.open(clock="2026-11-24T14:30:00+01:00")
        desk = Desk(journey)
        desk.sign_in()
        desk.open_patient(MARA)
        journey.desk.press("Book a visit")
        journey.desk.press("Session")
        journey.desk.find("push button", "Wed, 25 Nov, 14:45")
        too_early = re.compile(r"^(Tue, 24 Nov, \d\d:\d\d|Wed, 25 Nov, (09:\d\d|1[0-3]:\d\d|14:[01]\d))$")
        early = journey.desk.find_all("push button", too_early)
        assert not early, [str(node) for node in early]
        journey.desk.press("Wed, 25 Nov, 14:45")
        journey.desk.wait_text("Booked: Session 1, Wed, 25 Nov, 14:45")

    with journey.step("at hour 20 they are here all the same, and answer"):
        journey.reopen(clock="2026-11-25T10:20:00+01:00")
        desk.sign_in()
        desk.step(MARA, "They are here")
        desk.step(MARA, "Hand over")
        desk.ask_aloud(Answers(journey.desk, SOURCE))

    with journey.step("the desk says not today, and not before 14:20"):
        journey.desk.wait_text("Do not treat today")
        desk.room("Check")
        journey.desk.find("label", "The allergy test is too recent")
        journey.desk.find("label", "Not before Wed, 25 Nov, 14:20")

    with journey.step("the clinician's PIN opens the reasons and no way to decide them"):
        desk.open_reasons(LEA)
        journey.desk.find("label", "The allergy test has not been read after its wait")
        wait_equal(lambda: len(journey.desk.find_all("label", NOBODY)), 2, PATIENCE)
        for words in ("Treat in spite of it", "Not today", "Sign the decisions"):
            assert not journey.desk.find_all(None, words), words

    with journey.step("nobody is asked in"):
        desk.room("Session")
        journey.desk.wait_text("Not yet: the check comes before every needle.")
        assert not journey.desk.find_all("push button", "Ask them in")

    with journey.step("what comes next is the reading, and not before 14:20"):
        desk.room("Next visit")
        journey.desk.find("label", re.compile("^Reading · "))
        journey.desk.find("label", "Wednesday, 25 November")
        journey.desk.find("label", "14:30")

    with journey.step("at hour 24 a clinician can read the test"):
        journey.reopen(clock="2026-11-25T14:21:00+01:00")
        desk.sign_in(LEA)
        desk.open_patient(MARA)
        journey.desk.press("They are here now")

    with journey.step("not before the right person is known: no birth date, and another's"):
        journey.desk.press("Read the test")
        journey.desk.wait_text("Ask for the birth date and tap the one they say.")
        right = spoken_date(MARA.birth_date)
        dates = set()

        def offered():
            dates.update(node.name for node in journey.desk.find_all("push button", DATE))
            return len(dates) == 4 and right in dates

        wait_until(offered, PATIENCE, lambda: f"four dates with {right} are not offered: {dates}")
        others = sorted(dates - {right})
        desk.hold(others[0])
        journey.desk.press("Read the test")
        journey.desk.wait_text("That is not the birth date of this patient. Is it the right person?")
        assert not journey.desk.find_all(None, "Sign the reading")

    with journey.step("with the right one the clinician reads and signs"):
        desk.read_test(MARA, Answers(journey.desk, SOURCE))

    with journey.step("then the session that was stopped is ready"):
        desk.today()
        journey.desk.find("push button", "Mara M.: Ask them in")


if __name__ == "__main__":
    sys.exit(run("early-test", walk))

# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""The happy way: a new patient's first visit, the reading of the test, a session, each to its printed sheet.

The journey and the tour are the same walk; the tour keeps a picture of every page."""

import os
import shutil
import subprocess

from harness.journey import SOURCE
from harness.program import settle

from .answers import Answers
from .pages import names_on
from .people import DONE, LEA, REVIEW, THANKS, AtScreen, Desk, Patient

ANNA = Patient("Anna", "Ferrer", "600 000 001", "1980-05-17")
PRODUCT, BATCH = "Product A (example)", "EX-A-2601"


class Pictures:
    """Numbered pictures in a folder, or nothing where there is no folder."""

    def __init__(self, journey, folder):
        self.journey = journey
        self.folder = folder
        self.number = 0
        self.seen = set()

    def path(self, name, ending):
        self.number += 1
        return os.path.join(self.folder, f"{self.number:02d}-{name}.{ending}")

    def take(self, name):
        if self.folder is not None:
            settle()
            program = self.journey.program
            self.seen |= names_on([program.patient if name.startswith("patient-") else program.desk], SOURCE)
            self.journey.display.picture(self.path(name, "png"))

    def keep_sheet(self, name, printed):
        """The printed file as it came, and its pages as pictures."""
        if self.folder is None or printed is None:
            return
        path = self.path(name, "pdf")
        shutil.copyfile(printed, path)
        subprocess.run(["pdftoppm", "-r", "60", "-png", path, path[:-len(".pdf")]], check=True)


def walk(journey, folder=None):
    pictures = Pictures(journey, folder)
    first_visit(journey, pictures)
    first_reading(journey, pictures)
    first_session(journey, pictures)
    return pictures


def first_visit(journey, pictures):
    with journey.step("the desk opens at its sign-in"):
        journey.open(clock="2026-11-24T14:30:00+01:00")
        desk = Desk(journey)
        journey.desk.wait_text("Who is at the desk?")
        pictures.take("desk-sign-in")

    with journey.step("the receptionist sees the day"):
        desk.sign_in()
        pictures.take("desk-today")
        for place in ("Patients", "Calendar"):
            journey.desk.press(place, roles=("page tab",))
            pictures.take(f"desk-{place.lower()}")
        desk.today()

    with journey.step("a new patient is registered"):
        desk.register(ANNA, lambda: pictures.take("desk-register"))
        journey.desk.find("push button", "They are here now")
        pictures.take("desk-patient")

    with journey.step("the device is handed over"):
        journey.desk.press("They are here now")
        journey.desk.find("push button", "Hand over")
        pictures.take("desk-visit-intake")
        journey.desk.press("Hand over")
        journey.patient.wait_there()
        journey.desk.wait_gone()
        pictures.take("patient-hello")

    with journey.step("the birth date comes before any name"):
        assert not journey.patient.has_text("Anna")
        screen = AtScreen(journey, Answers(journey.patient, SOURCE))
        screen.begin(ANNA.birth_date, lambda: pictures.take("patient-birth-date"))

    with journey.step("the first visit has at most 20 screens"):
        first_pages = screen.answers.walk(until=REVIEW, each=lambda number: pictures.take(f"patient-page-{number}"))
        assert first_pages <= 20, f"{first_pages} screens"
        pictures.take("patient-review")

    with journey.step("the patient hands the device back"):
        journey.patient.press(DONE)
        journey.patient.wait_text(THANKS)
        pictures.take("patient-thanks")
        journey.patient.press("Staff: continue")
        journey.desk.wait_text("A device comes back")
        journey.patient.wait_gone()
        pictures.take("desk-returning")

    with journey.step("every answer is taken back, and the desk sees a word and no reasons"):
        desk.take_back()
        journey.desk.wait_text("Taken back. Every answer is in the record.")
        journey.desk.wait_text("Clinician must decide")
        assert not journey.desk.has_text("My face or neck")
        pictures.take("desk-visit-check")

    with journey.step("a clinician chooses the product and countersigns the consent"):
        desk.choose_product(PRODUCT, BATCH, ["face"], each=lambda: pictures.take("desk-product"))
        pages = desk.consent_on_screen(ANNA, Answers(journey.patient, SOURCE),
                                       each=lambda number: pictures.take(f"patient-consent-{number}"))
        assert pages + first_pages <= 20, f"{first_pages} and {pages} screens"
        desk.open_reasons(each=lambda: pictures.take("desk-pin"))
        pictures.take("desk-reasons")
        desk.countersign()
        journey.desk.wait_text("Ready")

    with journey.step("nothing stands before the needle any more"):
        desk.room("Session")
        pictures.take("desk-gate")
        desk.ask_in(ANNA)
        pictures.take("desk-in-treatment")
        desk.finish()

    with journey.step("the next visit is agreed"):
        desk.keep_next_visit(each=lambda: pictures.take("desk-next-visit"))

    with journey.step("the sheet is printed and given"):
        printed = desk.print_sheet(each=lambda: pictures.take("desk-sheet"))
        pictures.keep_sheet("sheet-after-the-test", printed)
        if printed:
            desk.give_sheet()

    with journey.step("half an hour later the clinician reads and signs the test"):
        journey.reopen(clock="2026-11-24T15:15:00+01:00")
        desk.sign_in(LEA)
        desk.open_visit(ANNA)
        answers = Answers(journey.desk, SOURCE, {"first-reading-time": "2026-11-24 15:12"})
        desk.write_record(answers, each=lambda: pictures.take("desk-test-record"))


def first_reading(journey, pictures):
    with journey.step("the next day a clinician reads the test: clear"):
        journey.reopen(clock="2026-11-25T15:30:00+01:00")
        desk = Desk(journey)
        desk.sign_in(LEA)
        desk.step(ANNA, "They are here")
        desk.step(ANNA, "Ask them in")
        pictures.take("desk-reading")
        desk.read_test(ANNA, Answers(journey.desk, SOURCE), each=lambda: pictures.take("desk-reading-form"))

    with journey.step("the first session is booked"):
        desk.keep_next_visit(each=lambda: pictures.take("desk-first-session"))
        desk.today()
        desk.open_patient(ANNA)
        journey.desk.wait_text("Booked: Session 1, Wed, 25 Nov, 16:45")
        pictures.take("desk-patient-way")


def first_session(journey, pictures):
    with journey.step("for the session there is a day check of at most five screens"):
        journey.reopen(clock="2026-11-25T16:40:00+01:00")
        desk = Desk(journey)
        desk.sign_in()
        desk.step(ANNA, "They are here")
        desk.step(ANNA, "Hand over")
        journey.desk.press("Hand over")
        screen = AtScreen(journey, Answers(journey.patient, SOURCE))
        screen.begin(ANNA.birth_date)
        pages = screen.answers.walk(until=REVIEW, each=lambda number: pictures.take(f"patient-day-page-{number}"))
        assert pages <= 5, f"{pages} screens"
        screen.finish()
        desk.take_back()
        journey.desk.wait_text("Ready")
        pictures.take("desk-session-check")

    with journey.step("the session is given and finished now"):
        desk.room("Session")
        desk.ask_in(ANNA)
        desk.finish()
        pictures.take("desk-session-finished")

    with journey.step("the clinician writes and signs the record"):
        desk.write_record(Answers(journey.desk, SOURCE), each=lambda: pictures.take("desk-session-record"))

    with journey.step("session 2 is booked, not before the product's gap is over"):
        desk.keep_next_visit(each=lambda: pictures.take("desk-second-session"))
        desk.room("Next visit")
        journey.desk.find("label", "Wednesday, 2 December")

    with journey.step("the session's sheet is printed and given"):
        printed = desk.print_sheet(each=lambda: pictures.take("desk-session-sheet"))
        pictures.keep_sheet("sheet-after-the-session", printed)
        if printed:
            desk.give_sheet()

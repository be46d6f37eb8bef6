# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""Beside the happy way: the pages that a good day does not come by. For the tour's pictures, in short walks."""

import os
import re
import resource
import shutil
import subprocess
import time

from harness.access import STATE_INVALID
from harness.display import wait_until
from harness.journey import SOURCE
from harness.program import FIELDS, settle

from .answers import Answers
from .hands import SETTLED
from .other_form import BORN, Alone
from .people import LANGUAGES, LEA, ROSA, Desk, Patient

OWN_FORM = os.path.join(SOURCE, "tests", "journeys", "visits", "reading-form.json")
DAY_CHECK = os.path.join(SOURCE, "data", "forms", "day-check.json")
ELENA = Patient("Elena", "Example", "", "")
CLARA = Patient("Clara", "Exemple", "", "")
CLOCK = "2026-11-24T14:30:00+01:00"
# Room for what is written already and no more: a disk that is full.
FULL = 1


def walk(journey, pictures):
    at_the_desk(journey, pictures)
    in_trouble(journey, pictures)
    at_the_screen(journey, pictures)


def choose_in_menu(journey, item):
    journey.display.keys("F10")
    journey.desk.press(item, roles=("menu item",))


def records_of(journey, name):
    folder = os.path.join(journey.display.folder, name)
    os.makedirs(folder, exist_ok=True)
    return folder


def reopen(journey, **options):
    journey.program.stop()
    journey.open(clock=CLOCK, **options)
    return Desk(journey)


def at_the_desk(journey, pictures):
    with journey.step("a wrong PIN is said, and how to go on"):
        records = records_of(journey, "beside")
        shutil.copyfile(os.path.join(SOURCE, "data", "protocols", "mesotherapy.json"), os.path.join(records, "protocol.json"))
        desk = reopen(journey, records=records)
        desk.choose(ROSA)
        desk.type_pin("000000")
        journey.desk.wait_text("not the right one")
        pictures.take("desk-sign-in-wrong")
        # The keys rest for a moment after a wrong one.
        journey.desk.find("push button", "1", sensitive=True)
        settle(1.5)
        desk.sign_in(LEA)

    with journey.step("what waits for the clinician, and who may go on at what time"):
        journey.desk.press("Look at it")
        journey.desk.find(None, "CareWaitingPage")
        pictures.take("desk-waiting")
        desk.today()
        desk.open_visit(CLARA)
        journey.desk.wait_text("ready 16:00")
        pictures.take("desk-visit-ready-at")
        desk.today()

    with journey.step("a day without visits, and a list that is hidden"):
        journey.display.keys("F9")
        journey.desk.wait_text("The list is hidden")
        pictures.take("desk-today-hidden")
        journey.display.keys("F9")
        journey.desk.find("list", "Visits of the day")
        for _ in range(14):
            if journey.desk.has_text("No visits on this day"):
                break
            journey.display.keys("alt+Right")
            settle()
        journey.desk.wait_text("No visits on this day")
        pictures.take("desk-today-empty")
        journey.display.keys("alt+Home")

    with journey.step("somebody calls: something happened"):
        journey.display.keys("ctrl+e")
        journey.desk.find(None, "CareHappenedPage")
        pictures.take("desk-happened")
        desk.today()

    finding_people(journey, pictures, desk)
    planning(journey, pictures, desk)
    what_is_asked(journey, pictures, desk)


def finding_people(journey, pictures, desk):
    with journey.step("a name that is spelt in another way finds who may be meant"):
        journey.desk.press("Patients", roles=("page tab",))
        search = re.compile("^Find a patient by name")
        journey.desk.fill(search, "Helena Exempel")
        journey.desk.wait_text("Nobody is called exactly so")
        pictures.take("desk-patients-close")
        journey.desk.fill(search, "Xyz")
        journey.desk.wait_text("Nobody is found")
        pictures.take("desk-patients-nobody")
        journey.desk.fill(search, "")
        journey.desk.press("New patient")
        for field, text in (("Given name", "Elena"), ("Family name", "Exampel")):
            journey.desk.fill(field, text)
        journey.desk.wait_text("Is it one of these?")
        pictures.take("desk-register-close")
        desk.today()


def planning(journey, pictures, desk):
    with journey.step("a course is planned, and a visit booked"):
        desk.open_patient(ELENA)
        pictures.take("desk-patient-in-course")
        journey.desk.press("Plan a course")
        journey.desk.find(None, "CareCoursePage")
        pictures.take("desk-course")
        journey.desk.press("Back")
        journey.desk.press("Book a visit")
        journey.desk.find(None, "CareBookPage")
        pictures.take("desk-book")
        desk.today()


def what_is_asked(journey, pictures, desk):
    with journey.step("the protocol, and a language that somebody has to read"):
        choose_in_menu(journey, "Protocol and languages")
        journey.desk.find(None, "CareProtocolPage")
        pictures.take("desk-protocol")
        journey.desk.press(re.compile("^Read"))
        journey.desk.find(None, "CareLanguagePage")
        pictures.take("desk-language")
        desk.today()

    with journey.step("the clinic's forms, and a new one"):
        choose_in_menu(journey, "Forms")
        journey.desk.wait_text("No form of your own yet")
        pictures.take("desk-forms")
        journey.desk.press("Add a form…")
        time.sleep(2)
        journey.display.type(OWN_FORM)
        time.sleep(0.5)
        journey.display.keys("Return")
        time.sleep(1)
        if not journey.desk.has_text("When is it asked?"):
            journey.display.keys("Return")
        journey.desk.wait_text("When is it asked?")
        pictures.take("desk-new-form")
        desk.today()

    with journey.step("the desk's printer, and which others there are"):
        choose_in_menu(journey, "Printer…")
        journey.desk.find(None, "CarePrinterPage")
        journey.desk.wait_text(re.compile("The system's own printer|No printer is set up|No printer answers"))
        pictures.take("desk-printer")
        desk.today()

    with journey.step("the keys, and who made it"):
        journey.display.keys("F1")
        journey.desk.wait_text("Print the sheet, or all that are owed")
        pictures.take("desk-shortcuts")
        journey.display.keys("Escape")
        wait_until(lambda: not journey.desk.has_text("Print the sheet, or all that are owed"), 10, "the keys stay")
        choose_in_menu(journey, "About Aftercare")
        journey.desk.wait_text("The Aftercare authors")
        pictures.take("desk-about")
        journey.display.keys("Escape")
        wait_until(lambda: not journey.desk.has_text("The Aftercare authors"), 10, "it stays")


def set_printer(works):
    """The desk's printer of the tests' print server, where there is one; else there is no printer, which is trouble as well."""
    if "CARE_PRINTED" in os.environ:
        command = ["cupsenable", "desk"] if works else ["cupsdisable", "-r", "Out of paper.", "desk"]
        subprocess.run(command, check=True, env=dict(os.environ, PATH=os.environ.get("PATH", "") + ":/usr/sbin:/sbin"))


def in_trouble(journey, pictures):
    with journey.step("the printer does not print: it is said, and nothing is lost"):
        desk = Desk(journey)
        journey.desk.press(f"{ELENA.given} E.: Print sheet")
        journey.desk.find("document text")
        set_printer(False)
        try:
            journey.desk.press("Print")
            journey.desk.wait_text(re.compile("[Pp]rinter|queue|[Pp]aper"))
            settle(2)
            pictures.take("desk-print-trouble")
        finally:
            set_printer(True)

    with journey.step("a file of rules that cannot be read: what worked before is in use"):
        records = journey.program.records
        path = os.path.join(records, "protocol.json")
        os.truncate(path, os.path.getsize(path) // 2)
        desk = reopen(journey, records=records)
        desk.sign_in()
        journey.desk.wait_text("what worked before is in use")
        pictures.take("desk-last-good")

    with journey.step("the first day of a clinic: no visit and no patient yet"):
        desk = reopen(journey, records=records_of(journey, "empty"), sample=False)
        desk.sign_in()
        journey.desk.wait_text("No visits on this day")
        pictures.take("desk-first-day")
        journey.desk.press("Patients", roles=("page tab",))
        journey.desk.wait_text("No patients yet")
        pictures.take("desk-first-patient")

    with journey.step("records that cannot be opened: it is said, and nothing is written"):
        records = records_of(journey, "broken")
        with open(os.path.join(records, "store.db"), "w", encoding="utf-8") as file:
            file.write("This is no store.\n" * 300)
        reopen(journey, records=records, sample=False)
        journey.desk.wait_text("The records cannot be opened")
        pictures.take("desk-records-trouble")


def open_screen(journey, *options):
    journey.program.stop()
    journey.program = Alone(journey.display, journey.build, SOURCE, DAY_CHECK, options)
    # A folder of its own each time: there is one journal in it.
    journey.program.records = records_of(journey, f"screen-{time.monotonic_ns()}")
    journey.program.start()
    journey.patient.wait_text("Hello")
    time.sleep(SETTLED)


def type_birth(journey, day=BORN[0]):
    time.sleep(SETTLED)
    for field, text in zip(("Day", "Month", "Year"), (day, *BORN[1:])):
        journey.patient.fill(field, text)
    journey.patient.press("Next")
    time.sleep(SETTLED)


def at_the_screen(journey, pictures):
    with journey.step("the first page in another language, and with the largest letters"):
        open_screen(journey, "--private", "reaction-last-time=yes")
        journey.patient.press(LANGUAGES["ar"])
        pictures.take("patient-hello-arabic")
        journey.patient.press(LANGUAGES["en"])
        journey.patient.wait_text("Hello")
        for _ in range(2):
            time.sleep(SETTLED)
            journey.patient.press("Text size")
        pictures.take("patient-hello-largest")
        journey.patient.press("Text size")
        time.sleep(SETTLED)
        journey.patient.press("Next")

    with journey.step("a birth date that is not the patient's"):
        journey.patient.wait_text("When were you born?")
        type_birth(journey, "18")
        journey.patient.wait_text("That is not the date we have")
        pictures.take("patient-birth-wrong")
        type_birth(journey)
        journey.patient.wait_text("Since your last visit")

    with journey.step("Next without an answer"):
        journey.patient.press("Next")
        wait_until(lambda: any(node.has(STATE_INVALID) for node in journey.patient.nodes()), 10, "nothing is said")
        pictures.take("patient-missing")

    with journey.step("what may stand over a page: help, staff, languages"):
        for button, text, name, back in (("I'd like to ask staff", "I have a question about the form", "help", "Go on with the form"),
                                         ("Staff", "For staff: take the device back?", "staff", "Go on with the form"),
                                         (re.compile("English"), LANGUAGES["ar"], "languages", LANGUAGES["en"])):
            journey.patient.press(button)
            journey.patient.wait_text(text)
            time.sleep(SETTLED)
            pictures.take(f"patient-{name}")
            journey.patient.press(back)
            journey.patient.wait_text("Since your last visit")
            time.sleep(SETTLED)

    with journey.step("an answer that is talked about in private first"):
        answers = Answers(journey.patient, SOURCE, {"reaction-last-time": "Yes"})
        answers.answer_page()
        journey.patient.press("Next")
        journey.patient.wait_text("After your last visit")
        time.sleep(SETTLED)
        answers.answer_page()
        journey.patient.press("Next")
        journey.patient.wait_text("We will talk with you in private first")
        pictures.take("patient-private")
        time.sleep(SETTLED)
        journey.patient.press("Go on")

    full_disk(journey, pictures)
    nobody_there(journey, pictures)


def full_disk(journey, pictures):
    with journey.step("the disk is full: the answer stands on the screen, and it is said"):
        journey.patient.wait_text("Your skin today")
        time.sleep(SETTLED)
        pid = journey.program.keeper.pid
        before = resource.prlimit(pid, resource.RLIMIT_FSIZE, (FULL, resource.RLIM_INFINITY))
        try:
            journey.patient.press("None of these")
            journey.patient.wait_text("Your last answer is not saved yet")
            pictures.take("patient-not-saved")
        finally:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, before)
        journey.patient.press("Try again")
        journey.patient.wait_text("Your skin today")


def nobody_there(journey, pictures):
    with journey.step("nobody touches the screen: it asks, and then it turns dark"):
        open_screen(journey, "--", "--idle-warn", "8", "--idle-blank", "14")
        journey.patient.wait_text("Are you still there?")
        pictures.take("patient-idle")
        journey.patient.wait_text("Touch the screen to go on", 30)
        wait_until(lambda: not journey.patient.find_all(None, "I am here"), 20, "it does not turn dark")
        pictures.take("patient-dark")

    with journey.step("three wrong birth dates: staff are asked for"):
        open_screen(journey)
        journey.patient.press("Next")
        for day in ("18", "19", "20"):
            journey.patient.find(FIELDS, "Year")
            type_birth(journey, day)
        journey.patient.wait_text("Staff will help you.")
        pictures.take("patient-locked")

# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""The people of the sample clinic, and a patient, at the two windows."""

import datetime
import os
import re
import time
from collections import namedtuple

from harness.display import wait_until
from harness.program import FIELDS, PATIENCE

Staff = namedtuple("Staff", "name pin")
Patient = namedtuple("Patient", "given family phone birth_date")

ROSA = Staff("Rosa Sample", "111111")
LEA = Staff("Lea Example", "222222")

DONE = "Yes, I'm done"
REVIEW = "Are your answers right?"
THANKS = "Thank you"
# Each language in its own words, as the screen offers it.
LANGUAGES = {"en": "English", "es": "Español", "fr": "Français", "pt-BR": "Português", "de": "Deutsch", "ar": "العربية"}


def spoken_date(date):
    """As the desk reads a birth date: 17 May 1980."""
    return datetime.date.fromisoformat(date).strftime("%-d %B %Y")


def printed_in(folder):
    return [os.path.join(folder, name) for name in os.listdir(folder) if re.fullmatch("job-[0-9]+", name)]


def show(each):
    """For the tour: a page stands ready for its picture."""
    if each is not None:
        each()


def short(patient):
    """As the desk's list calls a patient: given name and initial."""
    return f"{patient.given} {patient.family[0]}."


class Desk:
    """What staff do at the desk."""

    def __init__(self, journey):
        self.side = journey.desk
        self.journey = journey

    def choose(self, staff):
        node = self.side.find(("toggle button", "push button", "radio button"), staff.name, sensitive=True)
        if not self.side.is_pressed(staff.name):
            node.act("click", "toggle")

    def hold(self, word):
        """Presses a choice and sees that it stays pressed. A room that is drawn anew meanwhile is pressed again."""
        def pressed():
            if not self.side.is_pressed(word):
                self.side.press(word)
                # It is down for a moment before it counts: a second press at once would let it go again.
                time.sleep(1)
            return self.side.is_pressed(word)

        wait_until(pressed, PATIENCE, f"“{word}” does not stay pressed")

    def type_pin(self, pin):
        for number, digit in enumerate(pin, 1):
            self.side.press(digit)
            # A button that is activated by a screen reader stays down for a moment and takes no second press.
            if number < len(pin):
                self.side.find("label", re.compile(f"^{number} digit"))

    def sign_in(self, staff=ROSA):
        """At the sign-in page; takes a device back when one comes back."""
        if self.side.has_text("A device comes back"):
            self.side.press("Take back")
        self.choose(staff)
        self.type_pin(staff.pin)
        # Of what stands there then, a narrow window keeps only the menu, and that the sign-in has as well.
        wait_until(lambda: self.side.nodes() and not self.side.find_all("label", re.compile("digits? entered")), PATIENCE,
                   lambda: f"nobody is signed in:\n{self.side.dump()}")

    def sign(self, staff):
        """In the dialog that asks for a PIN."""
        self.side.find("label", "0 digits entered")
        self.choose(staff)
        self.type_pin(staff.pin)

    def ask_pin(self, button):
        """A tap that comes while its room is drawn anew goes nowhere; a person taps again."""
        for _ in range(4):
            self.side.press(button)
            try:
                return self.side.find("label", "0 digits entered", patience=3)
            except AssertionError:
                continue
        return self.side.find("label", "0 digits entered")

    def register(self, patient, each=None):
        self.side.press("New patient")
        for field, text in (("Given name", patient.given), ("Family name", patient.family), ("Phone", patient.phone)):
            self.side.fill(field, text)
        if patient.birth_date:
            for field, text in zip(("Day", "Month", "Year"), reversed(patient.birth_date.split("-"))):
                self.side.fill(field, text)
        show(each)
        self.side.press(re.compile("^(Register|It is somebody else: register)$"))

    def step(self, patient, word):
        """The one next-step button of a patient's card on Today."""
        self.side.press(f"{short(patient)}: {word}")

    def today(self):
        """The list of the day, from wherever the desk is."""
        while self.side.find_all("push button", "Back"):
            before = [node.name for node in self.side.find_all("label")]
            self.side.press("Back")
            wait_until(lambda: [node.name for node in self.side.find_all("label")] != before, PATIENCE, "Back leads nowhere")
        self.side.press("Today", roles=("page tab",))
        self.side.find("list", "Visits of the day")

    def open_patient(self, patient):
        self.side.press("Patients", roles=("page tab",))
        self.side.press(re.compile(f"^{re.escape(patient.given)} {re.escape(patient.family)}"))
        self.side.find(None, "They are here now")

    def take_back(self, staff=ROSA):
        """The device comes back, and with it the visit."""
        self.side.wait_there()
        self.side.wait_text("A device comes back")
        self.sign_in(staff)
        self.side.find(None, re.compile("^Check: "))

    def open_visit(self, patient):
        """By the next-step button of its card."""
        self.side.press(re.compile(f"^{re.escape(short(patient))}: "))
        self.side.find(None, re.compile("^Intake: "))

    def ask_aloud(self, answers, each=None):
        """Staff read the questions out at the desk; the visit's intake is open. Nobody signs there."""
        answers.signed = True
        self.side.press("Ask aloud")
        self.side.press("Nobody")
        return answers.walk(until=re.compile("^Intake: done"), next_button=re.compile("^(Next|Done)$"), each=each)

    def choose_product(self, product, batch, areas, clinician=LEA, each=None):
        self.side.press(re.compile("^(Choose|Change) the product$"))
        for choice in (product, batch, *areas):
            self.hold(choice)
        show(each)
        self.ask_pin("Keep, with a clinician's PIN")
        self.sign(clinician)
        # With the product chosen the patient is asked for consent, unless something else comes first.
        self.side.find(None, re.compile("^(Change the product|Ask aloud)$"))

    def open_reasons(self, clinician=LEA, each=None):
        self.side.press("Open the reasons")
        self.side.find("label", "0 digits entered")
        show(each)
        self.sign(clinician)
        self.side.find(None, "Close the reasons")

    def consent_on_screen(self, patient, answers, each=None):
        """The product is chosen: the device goes to the patient once more, for the page that names it."""
        self.side.press("Hand over")
        screen = AtScreen(self.journey, answers)
        screen.begin(patient.birth_date)
        pages = screen.answer_all(each=each)
        screen.finish()
        self.take_back()
        return pages

    def countersign(self, clinician=LEA):
        self.side.press("Countersign the consent")
        self.sign(clinician)

    def decide(self, what, why, clinician=LEA):
        """The one open finding: what is done about it, and the reason."""
        for word in (what, why):
            self.hold(word)
        self.ask_pin("Sign the decisions")
        self.sign(clinician)
        self.side.wait_text("Decided and signed")

    def open_answers(self, clinician=LEA):
        """The answers that were taken back, to change one."""
        self.room("Intake")
        self.side.press("Change an answer")
        self.sign(clinician)
        self.side.find(None, "Keep and leave")

    def ask_in(self, patient):
        """The gate before the needle."""
        for word in (spoken_date(patient.birth_date), "Nothing new"):
            self.hold(word)
        self.side.press("Ask them in")
        self.side.find(None, "Finished now")

    def finish(self):
        self.side.press("Finished now")
        self.side.wait_text(re.compile("^Watch until"))

    def write_record(self, answers, clinician=LEA, each=None):
        self.room("Session")
        self.side.press("Write the record")
        self.side.find(None, "Sign the record")
        answers.answer_page()
        show(each)
        self.side.press("Sign the record")
        self.sign(clinician)
        self.side.wait_text("Recorded and signed")

    def read_test(self, patient, answers, clinician=LEA, each=None):
        """The reading of the allergy test; its visit is open."""
        self.hold(spoken_date(patient.birth_date))
        self.side.press("Read the test")
        self.side.find(None, "Sign the reading")
        answers.answer_page()
        show(each)
        self.side.press("Sign the reading")
        self.sign(clinician)
        self.side.wait_text("The reading is recorded and signed")

    def keep_next_visit(self, each=None):
        self.room("Next visit")
        self.side.find(None, "Keep this time")
        show(each)
        self.side.press("Keep this time")
        self.side.find(None, "Next visit: done")

    def print_sheet(self, each=None, language=None):
        """To the desk's printer, in the patient's language or another. Returns the printed file, or nothing where there is no printer."""
        folder = os.environ.get("CARE_PRINTED")
        self.room("Sheet")
        self.side.find("document text")
        if language is not None:
            self.hold(language)
        show(each)
        if folder is None:
            return None
        before = set(printed_in(folder))
        self.side.press("Print")
        return wait_until(lambda: next(iter(set(printed_in(folder)) - before), None), 30, "nothing came out of the printer")

    def give_sheet(self):
        self.room("Sheet")
        self.side.press("The sheet is given", patience=60)

    def room(self, name):
        """Opens a room of the visit's line."""
        self.side.press(re.compile(f"^{name}: "))


class AtScreen:
    """What a patient does at the patient's screen, in the language of the answers."""

    def __init__(self, journey, answers):
        self.side = journey.patient
        self.answers = answers
        self.speech = answers.speech

    def type_birth_date(self, birth_date):
        day, month, year = reversed(birth_date.split("-"))
        for field, text in (("Day", day), ("Month", month), ("Year", year)):
            self.side.fill(self.speech.of(field), text)
        self.side.press(self.speech.of("Next"))

    def begin(self, birth_date, each=None):
        """From the first frame to the first question."""
        forward = self.speech.of("Next")
        self.side.find(None, re.compile("^(" + "|".join(sorted(self.speech.all("Next"))) + ")$"))
        if not self.side.find_all(None, forward):
            self.side.press(LANGUAGES[self.speech.language])
        self.side.find(None, forward)
        # Handed over again, it begins with the birth date.
        if self.side.has_text(self.speech.of("Hello")):
            self.side.press(forward)
        self.side.find(FIELDS, self.speech.of("Year"))
        show(each)
        self.type_birth_date(birth_date)
        self.side.wait_text(re.compile("^" + self.speech.of("Step {number} of {total}").partition("{")[0]))

    def answer_all(self, each=None):
        """To the review, and through it."""
        return self.answers.walk(until=self.speech.of(REVIEW), each=each)

    def finish(self):
        self.side.press(self.speech.of(DONE))
        self.side.wait_text(self.speech.of(THANKS))
        self.side.press(self.speech.of("Staff: continue"))

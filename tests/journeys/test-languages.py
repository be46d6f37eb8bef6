#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""A patient who reads only Arabic, at a desk that does not: her screen is mirrored and hers alone, the desk reads what she picked in its
own words, and the sheet that goes home is in both."""

import os
import subprocess
import sys

from harness.journey import SOURCE, run
from harness.program import settle
from visits.answers import Answers
from visits.happy import BATCH, PRODUCT
from visits.people import AtScreen, Desk, Patient

LAYLA = Patient("Layla", "Muster", "600 000 002", "1980-05-17")
GIVEN = {"goal": "My face or neck", "conditions-other": "Fits (epilepsy)"}


def picture(journey, name):
    """Kept where AFTERCARE_PICTURES names a folder, for whoever looks at the pages."""
    folder = os.environ.get("AFTERCARE_PICTURES")
    if folder:
        settle()
        journey.display.picture(os.path.join(folder, name + ".png"))


def words_of(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


def walk(journey):
    with journey.step("she is registered with her language"):
        journey.open(clock="2026-11-24T14:30:00+01:00")
        desk = Desk(journey)
        desk.sign_in()
        desk.register(LAYLA, lambda: desk.hold("العربية"))
        journey.desk.press("They are here now")
        journey.desk.press("Hand over")

    with journey.step("her screen opens in her language, and Next stands on the left"):
        answers = Answers(journey.patient, SOURCE, GIVEN, language="ar")
        screen = AtScreen(journey, answers)
        journey.patient.find("push button", answers.speech.of("Next"))
        picture(journey, "ar-hello")
        screen.begin(LAYLA.birth_date, lambda: picture(journey, "ar-birth-date"))
        forward = journey.patient.find("push button", answers.speech.of("Next"))
        x, _, width, _ = forward.extents()
        _, _, whole, _ = forward.window().extents()
        assert x + width / 2 < whole / 2, f"Next is at {x} of {whole}"

    with journey.step("every page can be answered, and none has English on it"):
        english = Answers(journey.patient, SOURCE)

        def look(number):
            picture(journey, f"ar-page-{number}")
            strange = [node.name for node in journey.patient.nodes() if node.name in english.questions and
                       node.name not in answers.questions]
            assert not strange, strange

        pages = screen.answer_all(each=look)
        assert pages <= 20, f"{pages} screens"
        picture(journey, "ar-review")
        screen.finish()

    with journey.step("the desk reads in its own language what she picked"):
        desk.take_back()
        journey.desk.wait_text("Clinician must decide")
        desk.choose_product(PRODUCT, BATCH, ["face"])
        desk.consent_on_screen(LAYLA, Answers(journey.patient, SOURCE, language="ar"),
                               each=lambda number: picture(journey, f"ar-consent-{number}"))
        desk.open_reasons()
        picture(journey, "ar-reasons")
        journey.desk.wait_text("Fits (epilepsy)")

    with journey.step("it is decided, and the test is given"):
        desk.countersign()
        journey.desk.wait_text("Consent is countersigned")
        desk.decide("Treat in spite of it", "Go on with extra care or a longer watch")
        journey.desk.wait_text("Ready")
        desk.room("Session")
        desk.ask_in(LAYLA)
        desk.finish()
        desk.keep_next_visit()

    with journey.step("her sheet is in Arabic and English, from one timeline"):
        printed = desk.print_sheet(each=lambda: picture(journey, "ar-desk-sheet"))
        if printed:
            words = words_of(printed)
            assert "After your skin test" in words, words[:400]
            assert any("\u0600" <= letter <= "\u06ff" or "\ufb50" <= letter <= "\ufeff" for letter in words), words[:400]
            folder = os.environ.get("AFTERCARE_PICTURES")
            if folder:
                subprocess.run(["pdftoppm", "-r", "60", "-png", printed, os.path.join(folder, "ar-sheet")], check=True)
            desk.give_sheet()


if __name__ == "__main__":
    sys.exit(run("languages", walk))

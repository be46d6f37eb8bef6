# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""Every page that there is, as the sources name them, and which of them were on a picture."""

import glob
import json
import os
import re

# A page of the desk is a type of one of these.
DESK_PARENTS = ("CARE_TYPE_PAGE", "CARE_TYPE_ROOM_VIEW")
# What stands alone has no such parent.
DESK_ALONE = ("CareSignInPage",)
DEFINED = re.compile(r"^G_DEFINE_FINAL_TYPE \((\w+), \w+, (\w+)\)", re.MULTILINE)
# What is seen on the patient's screen where it is at a place, or has something over the page: a widget, or a word's key.
PATIENT = {
    "CARE_PLACE_WELCOME": "CarePatientWelcome",
    "CARE_PLACE_BIRTH_DATE": "CarePatientBirth",
    "CARE_PLACE_LOCKED": "locked-text",
    "CARE_PLACE_FORM": "CareFormPage",
    "CARE_PLACE_PRIVATE": "private-title",
    "CARE_PLACE_REVIEW": "CarePatientReview",
    "CARE_PLACE_THANKS": "thanks-title",
    "CARE_NOTICE_HELP": "help-text",
    "CARE_NOTICE_BORROW": "borrow-title",
    "CARE_NOTICE_IDLE": "idle-title",
    "CARE_NOTICE_FAILED": "failed-title",
    "CARE_NOTICE_LANGUAGE": "languages",
}
# The first page offers the languages as well.
LANGUAGE, FIRST = "العربية", "CarePatientWelcome"
# Nothing to be seen, and what is gone before anybody sees it.
NO_PICTURE = ("CARE_NOTICE_NONE", "CARE_NOTICE_LEAVING")
# Pages made without a type of their own, by words that only they have.
BY_WORDS = {
    "care_pin_dialog_ask": "Sign",
    "care_trouble_page_new": "The records cannot be opened",
    "care_desk_shortcuts_new_window": "Print the sheet, or all that are owed",
    "care_desk_about_new": "The Aftercare authors",
    "blank": "blank-text",
}


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def words(source):
    return {key: texts["en"] for key, texts in json.loads(read(os.path.join(source, "data", "words", "patient.json"))).items()
            if isinstance(texts, dict) and "en" in texts}


def of_desk(source):
    """The types of the desk's pages and rooms."""
    found = set(DESK_ALONE)
    for path in glob.glob(os.path.join(source, "src", "desk", "**", "*.c"), recursive=True):
        found.update(name for name, parent in DEFINED.findall(read(path)) if parent in DESK_PARENTS)
    return found


def of_patient(source):
    """The places of the patient's way, and what may stand over a page."""
    found = set()
    for header in ("care-patient-flow.h", "care-patient-window-private.h"):
        found.update(re.findall(r"^  (CARE_(?:PLACE|NOTICE)_\w+)", read(os.path.join(source, "src", "patient", header)), re.MULTILINE))
    return found - set(NO_PICTURE)


def wanted(source):
    """{page: the name by which it is known on the screen}. Fails for a page that nobody has said how to know."""
    places = of_patient(source)
    strange = places - set(PATIENT)
    assert not strange, f"the tour does not know {sorted(strange)}: say in visits/pages.py what is seen there"
    texts = words(source)
    found = {page: page for page in of_desk(source)}
    found.update({place: texts.get(PATIENT[place], PATIENT[place]) for place in places})
    found.update({page: texts.get(known, known) for page, known in BY_WORDS.items()})
    return found


def names_on(sides, source):
    """Of the names by which pages are known, those on the screen; a page that only stands ready in a stack is not."""
    known = "|".join(re.escape(name) for name in [LANGUAGE, *wanted(source).values()])
    pattern = re.compile(f"^({known})$")
    found = {node.name for side in sides for node in side.find_all(None, pattern)}
    if LANGUAGE in found and FIRST not in found:
        found.add("languages")
    return found


def without_picture(source, seen):
    return sorted(page for page, known in wanted(source).items() if known not in seen)

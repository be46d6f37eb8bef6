#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""Soy leads to the lecithin of one product: a stop. Another product clears it; what no table matches stays to be decided."""

import sys

from harness.display import wait_until
from harness.journey import SOURCE, run
from harness.program import PATIENCE
from visits.answers import Answers
from visits.people import LEA, Desk, Patient

IRIS = Patient("Iris", "Modelo", "600 000 009", "1985-02-03")
LATEX = "Latex, such as rubber gloves"
MATCH = "An allergy meets an ingredient of the product"
NO_MATCH = "An allergy that the table does not match"


def cards(journey):
    """What stands in the clinician's list: {(finding, answer): its word}."""
    found = {}
    names = [node.name for node in journey.desk.find_all("label")]
    for number, name in enumerate(names):
        if name.startswith("Answer: "):
            found[names[number - 1], name[len("Answer: "):]] = names[number - 2]
    return found


def wait_cards(journey, stand, gone=()):
    """Until every card of @stand has its word, and no finding of @gone has a card."""
    found = {}

    def there():
        found.clear()
        found.update(cards(journey))
        return all(found.get(card) == word for card, word in stand.items()) and not any(name in gone for name, _ in found)

    wait_until(there, PATIENCE, lambda: f"there is {found}, and not {stand} without {gone}")


def walk(journey):
    with journey.step("a new patient says that soy and latex are bad for her"):
        journey.open(clock="2026-11-24T14:30:00+01:00")
        desk = Desk(journey)
        desk.sign_in()
        desk.register(IRIS)
        journey.desk.press("They are here now")
        desk.ask_aloud(Answers(journey.desk, SOURCE, {
            "goal": "A pocket of fat",
            "allergies-home": ["Soy", LATEX],
            "allergy-signs": "A rash or itch",
        }))

    with journey.step("a clinician chooses the product with lecithin"):
        desk.choose_product("Product B (example)", "EX-B-2601", ["thighs"])

    with journey.step("the desk is told to choose another product, and not why"):
        journey.desk.wait_text("Clinician must decide")
        for words in ("Soy", LATEX, MATCH):
            assert not journey.desk.has_text(words), words

    with journey.step("behind the clinician's PIN soy is a stop and latex is to be decided"):
        desk.open_reasons(LEA)
        wait_cards(journey, {(MATCH, "Soy"): "Stop", (NO_MATCH, LATEX): "To be decided"})

    with journey.step("another product clears the stop"):
        desk.choose_product("Product A (example)", "EX-A-2601", ["thighs"])
        desk.room("Check")
        # The same page, the same clinician: nobody is asked for the PIN again.
        journey.desk.find(None, "Close the reasons")

    with journey.step("soy and latex stay to be decided by name, and nothing is a stop"):
        wait_cards(journey, {(NO_MATCH, "Soy"): "To be decided", (NO_MATCH, LATEX): "To be decided"}, gone=(MATCH,))
        journey.desk.wait_text("Clinician must decide")


if __name__ == "__main__":
    sys.exit(run("allergy", walk))

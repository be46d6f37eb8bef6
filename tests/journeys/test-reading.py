#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""What a screen reader reads on the patient's screen: in which order, and what it says of an answer that is missing or wrong."""

import os
import sys
import time

from harness.access import STATE_INVALID
from harness.display import wait_until
from harness.journey import SOURCE, run
from harness.program import BUTTONS, FIELDS
from visits.hands import SETTLED
from visits.other_form import BORN, Alone

FORM = os.path.join(SOURCE, "tests", "journeys", "visits", "reading-form.json")


def places(nodes, *words):
    """Where each of the words comes first in what is read."""
    found = []
    for word in words:
        at = next((number for number, node in enumerate(nodes) if node.name == word and node.on_screen()), None)
        assert at is not None, f"“{word}” is not read; there is {[node.name for node in nodes if node.name]}"
        found.append(at)
    return found


def assert_order(nodes, *words):
    found = places(nodes, *words)
    assert found == sorted(found), f"read in another order: {sorted(zip(found, words))}"


def press_next(journey):
    time.sleep(SETTLED)
    journey.patient.press("Next", roles=BUTTONS)


def described(journey):
    """What has the focus, once it is told to be wrong."""
    def look():
        node = journey.patient.focused()
        return node if node is not None and node.has(STATE_INVALID) and node.description else None

    return wait_until(look, 10, lambda: f"nothing with the focus is wrong; there is\n{journey.patient.dump()}")


def message_beside(journey, node):
    """The words of the fault are on the page as a label of their own: behind the question's name and before Next."""
    nodes = list(journey.patient.nodes())
    label = next((number for number, other in enumerate(nodes)
                  if other.name == node.description and other.role == "label" and other.on_screen()), None)
    assert label is not None, f"“{node.description}” is not on the page"
    assert label < places(nodes, "Next")[0], "the fault is read behind Next"
    return label


def walk(journey):
    with journey.step("a page is read from its heading to Next"):
        journey.program = Alone(journey.display, journey.build, SOURCE, FORM).start()
        journey.patient.wait_text("Hello")
        time.sleep(SETTLED)
        journey.display.keys("Return")
        journey.patient.wait_text("When were you born?")
        time.sleep(SETTLED)
        journey.display.type("".join(BORN[:1]) + "0" + BORN[1] + BORN[2])
        journey.display.keys("Return")
        journey.patient.wait_text("What did you drink?")
        assert_order(list(journey.patient.nodes()), "About your day", "Think of today only.", "What did you drink?",
                     "Water", "Tea", "Milk", "How many cups?", "Back", "Next")

    with journey.step("the number's field is called as its question"):
        fields = [node for node in journey.patient.find_all(FIELDS) if node.on_screen()]
        assert any("How many cups?" in node.name for node in fields), [node.name for node in fields]

    with journey.step("Next without an answer: the focus is there, told to be wrong, and why"):
        press_next(journey)
        node = described(journey)
        assert node.name == "Water", node
        first = message_beside(journey, node)
        nodes = list(journey.patient.nodes())
        assert places(nodes, "What did you drink?")[0] < first < places(nodes, "How many cups?")[0], "not beside its question"

    with journey.step("answered, the next fault has the focus, and the first is gone"):
        journey.patient.press("Tea")
        wait_until(lambda: not journey.patient.find(BUTTONS, "Water").has(STATE_INVALID), 10, "still wrong")
        press_next(journey)
        node = described(journey)
        assert node.role in FIELDS and "How many cups?" in node.name, node
        second = message_beside(journey, node)
        assert places(list(journey.patient.nodes()), "How many cups?")[0] < second, "not beside its question"

    with journey.step("a wrong number is called wrong in words"):
        journey.display.type("ab")
        press_next(journey)
        wrong = described(journey)
        assert wrong.description != node.description, wrong.description
        message_beside(journey, wrong)

    with journey.step("a right number ends it"):
        journey.display.keys("BackSpace", "BackSpace")
        journey.display.type("2")
        press_next(journey)
        journey.patient.wait_text("Are your answers right?")
        assert not any(node.has(STATE_INVALID) for node in journey.patient.nodes() if node.on_screen())


if __name__ == "__main__":
    sys.exit(run("reading", walk))

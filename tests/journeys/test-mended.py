#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""What is wrong with an answer is said where it is asked, and mended there; and what repeats is put in order, by keys and by touch."""

import os
import sys
import time

from harness.access import STATE_FOCUSED, STATE_INVALID, STATE_PRESSED
from harness.display import wait_until
from harness.journey import SOURCE, run
from harness.program import FIELDS
from visits.hands import SETTLED, Finger, Keyboard
from visits.other_form import BORN, REVIEW, Alone, answered, read_answers

FORM = os.path.join(SOURCE, "tests", "journeys", "visits", "mended-form.json")
# On each page: its question, what is typed first and refused for the words behind it, and what mends it.
PAGES = (
    ("Which one?", ((None, "Please touch one answer."),), ("space",)),
    ("Which ones?", ((None, "Please touch at least one answer."),), ("space",)),
    ("How many cups?", ((None, "Please answer this question."), ("12", "Please type 9 or less.")), ("BackSpace", "BackSpace", "5")),
    ("Which day?", ((None, "Please answer this question."), ("12", "The month is missing.")), ("0", "5", "2", "0", "2", "6")),
    ("When was the last one?", ((None, "Please answer this question."),), ("space",)),
    ("What is it called?", ((None, "Please answer this question."),), ("t", "e", "a")),
    ("What is it like?", ((None, "Please answer this question."),), ("h", "o", "t")),
)
GROUP = "Your medicines"
FULL = "You can add up to 3 here. If there is more, please tell staff."
ASKED = "Are you still there?"


def plain(text):
    """Without the marks that keep a value's letters together."""
    return (text or "").replace("\u2068", "").replace("\u2069", "")


def open_form(journey, *options):
    if journey.program:
        journey.program.stop()
    journey.program = Alone(journey.display, journey.build, SOURCE, FORM, options)
    journey.program.records = os.path.join(journey.display.folder, f"mended-{time.monotonic_ns()}")
    os.makedirs(journey.program.records)
    journey.program.start()
    journey.patient.wait_text("Hello")
    time.sleep(SETTLED)
    journey.patient.press("Next")
    journey.patient.wait_text("When were you born?")
    for field, text in zip(("Day", "Month", "Year"), BORN):
        journey.patient.fill(field, text)
    time.sleep(SETTLED)
    journey.patient.press("Next")
    journey.patient.wait_text(PAGES[0][0])
    time.sleep(SETTLED)


def refused(journey, question, words):
    """The page stays; the focus is on what is wrong, which says why; and the words stand on the page."""
    def look():
        nodes = journey.patient.nodes()
        focused = next((node for node in nodes if node.has(STATE_FOCUSED)), None)
        return (focused is not None and focused.has(STATE_INVALID) and plain(focused.description) == words
                and any(plain(node.name) == words for node in nodes if node.role == "label")
                and any(node.name == question for node in nodes))

    wait_until(look, 10, lambda: f"“{words}” is not said at “{question}”:\n{tell_focus(journey)}\n{journey.patient.dump()}")


def tell_focus(journey):
    node = journey.patient.focused()
    return f"{node}: “{node.description}” {node.has(STATE_INVALID)}" if node else "nothing has the focus"


def answer_page(journey, question, faults, mend):
    journey.patient.wait_text(question)
    time.sleep(SETTLED)
    for typed, words in faults:
        if typed:
            journey.display.type(typed)
            time.sleep(0.2)
        journey.patient.press("Next")
        refused(journey, question, words)
    journey.display.keys(*mend)
    wait_until(lambda: not any(node.has(STATE_INVALID) for node in journey.patient.nodes()), 10,
               lambda: f"still wrong after it was mended:\n{journey.patient.dump()}")
    journey.patient.press("Next")


def tab_to(journey, name, key="Tab", most=40):
    """Tab, as often as it takes."""
    met = []
    for _ in range(most):
        node = wait_until(journey.patient.focused, 10, "nothing has the focus")
        met.append(node.name)
        if node.name == name:
            return
        journey.display.keys(key)
        wait_until(lambda: getattr(journey.patient.focused(), "path", None) not in (None, node.path), 10, f"{key} stays at {node}")
    raise AssertionError(f"{key} does not come to “{name}”, but to {met}:\n{journey.patient.dump()}")


def names(journey):
    return [node.get_text() for node in journey.patient.nodes() if node.role in FIELDS]


def wait_names(journey, wanted):
    wait_until(lambda: names(journey) == wanted, 10, lambda: f"{names(journey)} instead of {wanted}")


def by_keys(journey):
    """Three of them, the last moved to the front."""
    for number, name in enumerate(("one", "two", "three")):
        if number:
            tab_to(journey, "Add another")
            journey.display.keys("space")
            wait_until(lambda: len(names(journey)) == number + 1, 10, "there is no room for another one")
            time.sleep(0.2)
        journey.display.type(name)
        wait_until(lambda: names(journey)[-1] == name, 10, lambda: f"{names(journey)} without {name}")
    bound(journey)
    for wanted in (["one", "three", "two"], ["three", "one", "two"]):
        # The field is behind the buttons of its own.
        tab_to(journey, "Move up", "shift+ISO_Left_Tab")
        journey.display.keys("space")
        wait_names(journey, wanted)


def bound(journey):
    """There can be no more: it is said, and the button is gone."""
    wait_until(lambda: any(plain(node.name) == FULL for node in journey.patient.nodes()), 10, "the bound is not said")
    assert not journey.patient.find_all("push button", "Add another"), "one more can be added"


def touch(journey, hands, name):
    """Touches the last of them, once it has been scrolled to."""
    hands.put_keys_away()
    for _ in range(8):
        nodes = journey.patient.nodes()
        node = [node for node in nodes if node.role == "push button" and node.name == name][-1]
        _, y, _, height = node.extents()
        if y + height <= hands.floor(nodes):
            hands.touch(node)
            return
        assert hands.scroll(), f"“{name}” cannot be scrolled to"
    raise AssertionError(f"“{name}” is not reached:\n{journey.patient.dump()}")


def by_touch(journey):
    hands = Finger(journey.patient, ())
    for number, name in enumerate(("ab", "cd", "ef")):
        if number:
            touch(journey, hands, "Add another")
            wait_until(lambda: len(names(journey)) == number + 1, 10, "there is no room for another one")
        hands.type(name)
        wait_until(lambda: names(journey)[-1] == name, 10, lambda: f"{names(journey)} without {name}")
    bound(journey)
    touch(journey, hands, "Move up")
    wait_names(journey, ["ab", "ef", "cd"])
    touch(journey, hands, "Remove")
    wait_names(journey, ["ab", "ef"])


def finish(journey, wanted):
    journey.patient.press("Next")
    journey.patient.wait_text(REVIEW)
    time.sleep(SETTLED)
    journey.patient.press("Yes, I'm done")
    journey.patient.wait_text("Thank you")
    answers, _ = read_answers(journey.program)
    found = [answered([item])["name"][0] for item in answers["item"] if item["linkId"] == "medicines"]
    assert found == wanted, f"{found} instead of {wanted}"


def walk(journey):
    with journey.step("every kind of answer that is missing or wrong is said at its question, and the focus is there"):
        open_form(journey)
        for page in PAGES:
            answer_page(journey, *page)
        journey.patient.wait_text(GROUP)

    with journey.step("what repeats is added up to its bound and put in order by keys alone"):
        time.sleep(SETTLED)
        by_keys(journey)
        finish(journey, ["three", "one", "two"])

    with journey.step("and by touch alone"):
        open_form(journey)
        hands = Keyboard(journey.patient, ("How many cups?",))
        while not journey.patient.has_text(GROUP):
            before = hands.place()
            hands.do_page()
            wait_until(lambda: hands.place() != before, 10, "the page did not turn")
        time.sleep(SETTLED)
        # A first touch says that there is no keyboard.
        Finger(journey.patient, ()).touch(next(node for node in journey.patient.nodes() if node.role in FIELDS))
        by_touch(journey)
        finish(journey, ["ab", "ef"])

    with journey.step("a key that tells that somebody is there answers nothing"):
        open_form(journey, "--", "--idle-warn", "4", "--idle-blank", "90")
        journey.patient.wait_text(ASKED)
        journey.display.keys("space")
        wait_until(lambda: not journey.patient.has_text(ASKED), 10, "it goes on asking")
        journey.patient.wait_text(PAGES[0][0])
        time.sleep(SETTLED)
        assert not any(node.has(STATE_PRESSED) for node in journey.patient.nodes()), "waking it was an answer"
        assert journey.patient.focused().name == "Sweet", tell_focus(journey)


if __name__ == "__main__":
    sys.exit(run("mended", walk))

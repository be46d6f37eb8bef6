# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""Answers a form as a person does, page by page, on whatever side shows it.

The questions and their words come from the clinic's own forms: the same engine draws every form, and the same few lines
answer every form."""

import glob
import json
import os
import time

from harness.access import STATE_CHECKED, STATE_PRESSED
from harness.display import wait_until
from harness.program import BUTTONS, FIELDS

TILES = ("toggle button", "check box", "radio button", "push button")
# What a healthy person touches, in this order of preference, where nothing else is said.
HEALTHY = ("None of these", "None of these, or it does not apply", "This does not apply to me", "No", "No, or it does not apply",
           "Nothing new", "Clear: nothing to see", "Nothing unusual", "No photos")
# Where there is no such answer.
USUAL = {
    "goal": "My face or neck",
    "areas-face": "Face",
    "areas-body": "Thighs",
    "meal-today": "Yes",
    "own-wish": "Yes",
    "consent-given": "Yes, I agree",
    "injector": "Lea Example",
    "reader": "Lea Example",
    "device": "Syringe",
    "needle-ticks": ["One needle, one syringe, one time", "Clean hands and new gloves", "Vial top wiped, vial not shared",
                     "Skin whole and cleaned", "Needles in the sharps box", "Emergency kit in reach"],
    "test-site-1": "Left forearm",
    "test-site-2": "Right forearm",
}
PATIENCE = 10
# The bar with Back and Next, which stands over the page's lower edge.
EDGE = 90


TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation"


class Speech:
    """The words of the patient's screen in one language, found by the English ones that a journey is written in."""

    def __init__(self, source, language="en"):
        self.language = language
        with open(os.path.join(source, "data", "words", "patient.json"), encoding="utf-8") as file:
            self.texts = {texts["en"]: texts for texts in json.load(file).values() if isinstance(texts, dict) and "en" in texts}

    def of(self, english):
        return self.texts.get(english, {}).get(self.language, english)

    def all(self, english):
        """The same in every language."""
        return set(self.texts.get(english, {}).values()) or {english}

    def in_form(self, holder, member):
        """A text of a form, by its translation extension."""
        for extension in holder.get(f"_{member}", {}).get("extension", ()):
            parts = {part["url"]: part.get("valueCode") or part.get("valueString") for part in extension.get("extension", ())}
            if extension["url"] == TRANSLATION and parts.get("lang") == self.language:
                return parts["content"]
        return holder.get(member, "")


class Question:
    def __init__(self, item, speech):
        self.link_id = item["linkId"]
        self.text = speech.in_form(item, "text")
        self.type = item["type"]
        self.required = item.get("required", False)
        self.repeats = item.get("repeats", False)
        codings = [option["valueCoding"] for option in item.get("answerOption", ()) if "display" in option.get("valueCoding", {})]
        self.options = {coding["display"]: speech.in_form(coding, "display") for coding in codings}
        self.speech = speech

    def __str__(self):
        return f"{self.link_id} “{self.text}”"

    def words(self, english):
        """An answer as it stands on its tile."""
        return self.options.get(english) or self.speech.of(english)


def questions_of(path, speech):
    """Every question of a form, in its order."""
    def walk(items):
        for item in items:
            if item["type"] not in ("group", "display"):
                yield Question(item, speech)
            yield from walk(item.get("item", ()))

    with open(path, encoding="utf-8") as file:
        return list(walk(json.load(file).get("item", ())))


class Answers:
    """Answers the forms that a side shows. @given: {link id: answer or list of answers}, an answer being the words on its
    tile in English, a text to type into the field, or None to leave the question as it is. @language: what the form stands in."""

    def __init__(self, side, source, given=None, language="en"):
        self.side = side
        self.given = dict(given or {})
        self.speech = Speech(source, language)
        self.questions = {}
        for path in sorted(glob.glob(os.path.join(source, "data", "forms", "*.json"))):
            for question in questions_of(path, self.speech):
                self.questions.setdefault(question.text, []).append(question)
        self.answered = []
        self.signed = False
        # A dot first, which has to be refused.
        self.dot_first = False

    def on_page(self):
        """The questions on the page with the part of the screen that belongs to each."""
        found = []
        taken = set()
        for node in self.side.nodes():
            asked = self.questions.get(node.name)
            scope = scope_of(node) if asked else None
            if scope is None or scope.path in taken:
                continue
            # Two questions may ask in the same words: the answers tell which one stands here.
            question = max(asked, key=lambda one: offered(scope, one))
            if question.options and not offered(scope, question):
                continue
            taken.add(scope.path)
            found.append((question, scope))
        return found

    def wanted(self, question, scope):
        if question.link_id in self.given:
            answer = self.given[question.link_id]
            return answer if isinstance(answer, (list, tuple)) or answer is None else [answer]
        if any(pressed(tile) for tile in tiles(scope)):
            return None
        if question.link_id in USUAL:
            usual = USUAL[question.link_id]
            return usual if isinstance(usual, list) else [usual]
        for words in HEALTHY:
            if any(tile.name == question.words(words) for tile in tiles(scope)):
                return [words]
        return None

    def answer_page(self):
        """Answers what is on the page, and what that brings up."""
        done = set()
        looked_twice = False
        while True:
            open_ones = [(question, scope) for question, scope in self.on_page() if question.link_id not in done]
            if not open_ones:
                # A question that the last answer opens comes with the next frame.
                if looked_twice:
                    self.sign_page()
                    return
                looked_twice = True
                time.sleep(0.1)
                continue
            looked_twice = False
            question, scope = open_ones[0]
            done.add(question.link_id)
            for number, answer in enumerate(self.wanted(question, scope) or ()):
                if number > 0 and question.type == "dateTime":
                    # The first answer was a chip that opens the boxes for the second.
                    time.sleep(0.3)
                    scope = next(fresh for other, fresh in self.on_page() if other.link_id == question.link_id)
                self.give(question, scope, answer)

    def sign_page(self):
        """Signs by mouse where the page wants a signature."""
        for _ in range(8):
            pads = [node for node in self.side.find_all("image") if is_pad(node)]
            if not pads or self.signed:
                return
            x, y, width, height = pads[0].extents()
            _, _, _, whole = pads[0].window().extents()
            if y + height < whole - EDGE and self.dot_first:
                self.dot_first = False
                self.side.display.draw([(x + width / 2, y + height / 2)])
                self.side.press(self.speech.of("Next"))
                self.side.wait_text(self.speech.of("Please sign in the box. A dot or a short line is not enough."))
                continue
            if y + height < whole - EDGE:
                self.side.display.draw([(x + width * part, y + height * (0.3 + 0.4 * (number % 2)))
                                        for number, part in enumerate((0.2, 0.35, 0.5, 0.65, 0.8))])
                self.signed = True
                return
            self.side.press(self.speech.of("More below"))
            time.sleep(0.5)
        raise AssertionError(f"the signature's box cannot be reached; there is:\n{self.side.dump()}")

    def give(self, question, scope, answer):
        # The day beside an exact time has the words of a chip above it: "…/last" means the lower one.
        words, _, which = answer.partition("/")
        for tile in reversed(tiles(scope)) if which == "last" else tiles(scope):
            if tile.name == question.words(words):
                if not pressed(tile):
                    tile.act("click", "toggle")
                    wait_until(lambda: pressed(tile.refresh()), PATIENCE, f"{question}: “{answer}” does not stay pressed")
                self.answered.append((question.link_id, answer))
                return
        if question.type in ("date", "dateTime"):
            self.give_moment(question, scope, answer)
            return
        for field in scope.walk():
            if field.role in FIELDS and field.on_screen():
                field.set_text(answer)
                self.answered.append((question.link_id, answer))
                return
        raise AssertionError(f"{question}: no “{answer}” among {[tile.name for tile in tiles(scope)]}")

    def give_moment(self, question, scope, answer):
        """A date as 2026-11-24, a moment as 2026-11-24 15:10, a time of the day as " 15:10"."""
        date, _, clock = answer.partition(" ")
        parts = dict(zip(("Year", "Month", "Day"), date.split("-"))) if date else {}
        parts.update(zip(("Hour", "Minutes"), clock.split(":")) if clock else ())
        fields = {field.name: field for field in scope.walk() if field.role in FIELDS and field.on_screen()}
        for name, text in parts.items():
            name = self.speech.of(name)
            if name not in fields:
                raise AssertionError(f"{question}: there is no field “{name}” among {list(fields)}")
            fields[name].set_text(text)
        self.answered.append((question.link_id, answer))

    def walk(self, until, next_button=None, most=40, each=None):
        """Answers page after page until @until (a text) is shown. @each is called with the number of the page before it is
        left. Returns how many pages there were."""
        next_button = next_button or self.speech.of("Next")
        for number in range(1, most + 1):
            if self.side.has_text(until):
                return number - 1
            self.answer_page()
            if each is not None:
                each(number)
            before = self.fingerprint()
            self.side.press(next_button)
            wait_until(lambda: self.side.has_text(until) or self.fingerprint() != before, PATIENCE,
                       lambda: f"the page did not turn; there is:\n{self.side.dump()}")
        raise AssertionError(f"after {most} pages there is still no “{until}”")

    def fingerprint(self):
        """What tells one page from another."""
        names = [node.name for node in self.side.nodes() if node.name]
        step = self.speech.of("Step {number} of {total}").partition("{")[0]
        return tuple(name for name in names if name in self.questions or name.startswith(step) or len(name) > 30)


def is_pad(node):
    _, _, width, height = node.extents()
    return width > 200 and height > 80


def scope_of(node):
    """From the words of a question to the part of the screen that holds its answers."""
    scope = node
    while scope is not None and scope.role != "frame":
        if tiles(scope) or any(part.role in FIELDS for part in scope.walk()):
            return scope
        scope = scope.parent
    return None


def offered(scope, question):
    """How many of these answers are that question's."""
    return len({tile.name for tile in tiles(scope)} & set(question.options.values()))


def tiles(scope):
    return [node for node in scope.walk() if node.role in TILES and node.on_screen() and node.name]


def pressed(tile):
    return tile.has(STATE_PRESSED) or tile.has(STATE_CHECKED)

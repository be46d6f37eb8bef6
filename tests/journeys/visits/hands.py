# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""A person with a keyboard and no mouse, and a person with a finger and no keyboard, at the patient's screen. Both look at it
as a screen reader does, and touch nothing but real keys, or real places on the glass."""

import re
import subprocess
import time

from harness.access import STATE_CHECKED, STATE_PRESSED
from harness.display import wait_until
from harness.program import FIELDS

TILES = ("toggle button", "check box", "radio button", "push button")
# Buttons inside a question that are none of its answers.
TOOLS = ("Add another", "Remove", "Move up", "Move down", "Show more answers", "Clear and sign again", "Less", "More",
         "Next", "Back", "Staff", "I'd like to ask staff", "Text size", "More below", "Yes, I'm done", "Hide keys", "Space", "Delete",
         "Capital letter", "123", "ABC")
# What to type where the field's own name says what it is for.
BY_NAME = (("Day", "20"), ("Month", "11"), ("Year", "1990"), ("Hour", "9"), ("Minutes", "30"))
MIXED, OTHER = "ada 7", "ada"
NUMBER = "7"
# Touches in the first moments of a page are not meant for it.
SETTLED = 0.45
# The bar above the page, and the rim of the bar below it.
TOP, EDGE = 100, 12


class Hands:
    """What both have in common: which answer they give, and how they tell that a page has turned."""

    def __init__(self, side, numbers):
        self.side = side
        self.display = side.display
        self.numbers = numbers
        self.typed = 0

    def place(self):
        """"Step 3 of 11", or the first words of a page that is none of the form's."""
        names = [node.name for node in self.side.nodes()]
        step = next((name for name in names if re.match(r"\W?Step ", name)), None)
        return step or next((name for name in names if name.endswith("?") or name == "Thank you"), "")

    def answer_for(self, field):
        for name, answer in BY_NAME:
            if field.name == name:
                return answer
        if any(field.name.endswith(text) for text in self.numbers):
            return NUMBER
        return MIXED if self.typed < 6 else OTHER

    def walk(self, until, most=60):
        """Page after page until one is called @until; returns how many there were."""
        for number in range(most):
            if self.side.has_text(until):
                return number
            before = self.place()
            self.do_page()
            wait_until(lambda: self.side.has_text(until) or self.place() != before, 10,
                       lambda: f"the page did not turn; there is:\n{self.side.dump()}")
        raise AssertionError(f"after {most} pages there is still no “{until}”")


def group_of(tile):
    """The question that a tile answers: the nearest group around it."""
    node = tile.parent
    while node is not None and node.role not in ("grouping", "panel"):
        node = node.parent
    return node.path if node is not None else None


def is_tile(node):
    return (node.role in TILES and len(node.name) > 1 and node.name not in TOOLS and not node.name.endswith("▾")
            and group_of(node) is not None)


def pressed(tile):
    return tile.has(STATE_PRESSED) or tile.has(STATE_CHECKED)


class Keyboard(Hands):
    """Keys only: Tab to the next thing, space on an answer, letters into a field, Return on Next."""

    def focused(self):
        return wait_until(self.side.focused, 10, "nothing has the focus")

    def do_page(self):
        time.sleep(SETTLED)
        answered = set()
        seen = []
        for _ in range(120):
            node = self.focused()
            if node.path in seen[-1:]:
                self.display.keys("Tab")
                time.sleep(0.05)
                continue
            seen.append(node.path)
            if node.role in FIELDS and not node.get_text():
                self.display.type(self.answer_for(node))
                self.typed += 1
            elif is_tile(node):
                group = group_of(node)
                if group not in answered and not any(pressed(tile) for tile in self.tiles(group)):
                    self.display.keys("space")
                answered.add(group)
            elif node.role == "slider":
                self.display.keys("Right", "Right")
            elif node.role == "push button" and node.name in ("Next", "Yes, I'm done"):
                self.display.keys("Return")
                return
            time.sleep(0.1)
            # Full boxes hand the focus on by themselves.
            if self.focused().path == node.path:
                self.display.keys("Tab")
                time.sleep(0.05)
        raise AssertionError(f"Next cannot be reached with Tab; there is:\n{self.side.dump()}")

    def tiles(self, group):
        return [node for node in self.side.nodes() if is_tile(node) and group_of(node) == group]


class Finger(Hands):
    """Touches only: tiles, fields, the keys on the screen, “more below”, Next."""

    def touch(self, node):
        x, y, width, height = node.extents()
        subprocess.run(["xdotool", "mousemove", str(x + width // 2), str(y + height // 2), "click", "1"],
                       env=self.display.environment, check=True)
        time.sleep(0.15)

    def touch_button(self, name, role="push button"):
        self.touch(self.side.find(role, name, 10))

    @staticmethod
    def floor(nodes):
        """Where the page ends: at the keys, or at the bar with Next."""
        ends = [node.extents()[1] for node in nodes
                if node.role == "push button" and node.name in ("q", "1", "Next") and node.extents()[3] > 0]
        return min(ends) - EDGE

    def keys(self, wanted="Delete"):
        """Where the keys on the screen are, by what stands on them."""
        def look():
            found = {node.name: node for node in self.side.nodes() if node.role == "push button"}
            return found if wanted in found else None

        return wait_until(look, 10, f"no key “{wanted}” came up")

    def type(self, text):
        keys = self.keys()
        for letter in text:
            for other, back in (("123", "ABC"), ("ABC", "123")):
                if letter != " " and letter not in keys and other in keys:
                    self.touch(keys[other])
                    keys = self.keys(back)
            self.touch(keys["Space" if letter == " " else letter])
        self.typed += 1

    def do_page(self):
        time.sleep(SETTLED)
        done = set()
        for _ in range(60):
            todo = self.next_thing(done)
            if todo is None:
                if not self.put_keys_away() and not self.scroll():
                    break
                continue
            key, node, act = todo
            done.add(key)
            act(node)
        self.touch_button("Next")

    def next_thing(self, done):
        """The first thing in sight that is still open, and what to do with it."""
        nodes = self.side.nodes()
        answered = {group_of(tile) for tile in nodes if is_tile(tile) and pressed(tile)}
        floor = self.floor(nodes)

        def seen(node):
            _, y, _, height = node.extents()
            return y >= TOP and y + height <= floor

        for node in nodes:
            if is_tile(node) and group_of(node) not in answered | done and seen(node):
                return group_of(node), node, self.touch
            if node.role in FIELDS and node.path not in done and not node.get_text() and seen(node):
                return node.path, node, self.fill
            if node.role == "push button" and node.name == "More" and node.path not in done and seen(node):
                return node.path, node, self.touch
        return None

    def fill(self, field):
        self.touch(field)
        self.type(self.answer_for(field))

    def put_keys_away(self):
        """The keys leave the page its room; FALSE where there were none."""
        if not self.side.find_all("push button", "Hide keys"):
            return False
        self.touch_button("Hide keys")
        time.sleep(0.3)
        return True

    def scroll(self):
        more = self.side.find_all("push button", "More below")
        if not more:
            return False
        self.touch(more[0])
        time.sleep(0.3)
        return True

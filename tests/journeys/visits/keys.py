# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""Somebody at the desk without a mouse."""

import time

from harness.access import STATE_FOCUSED
from harness.display import wait_until
from harness.program import fits

# As many steps with Tab as the fullest page has controls, and some more.
MOST_STEPS = 60


class Keys:
    """Real keys, and nothing but keys; what has the focus is asked as a screen reader does."""

    def __init__(self, side):
        self.side = side
        self.display = side.display

    def focused(self, name=None):
        nodes = [node for node in self.side.nodes() if node.has(STATE_FOCUSED)]
        return next((node for node in nodes if fits(name, node.name)), None)

    def press(self, *keys):
        self.display.keys(*keys)
        time.sleep(0.15)

    def reach(self, name, key="Tab"):
        """With Tab to the control of that name."""
        seen = []
        for _ in range(MOST_STEPS):
            if self.focused(name):
                return
            node = self.focused()
            seen.append(str(node))
            self.press(key)
        raise AssertionError(f"{name} is not reached with {key}: {seen}; there is:\n{self.side.dump()}")

    def go(self, name, key="Return"):
        self.reach(name)
        self.press(key)

    def wait_focus(self, name):
        wait_until(lambda: self.focused(name), 10, lambda: f"the focus is not in {name} but in {self.focused()}")

    def sign(self, staff):
        """Whose PIN it is, and the PIN, from the keyboard."""
        self.go(staff.name)
        self.side.find("label", "0 digits entered")
        self.display.type(staff.pin)

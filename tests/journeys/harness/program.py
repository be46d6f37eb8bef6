# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""The real program, started as a person starts it, and its two windows."""

import os
import re
import signal
import subprocess
import time

from gi.repository import GLib

from .access import STATE_CHECKED, STATE_FOCUSED, STATE_PRESSED, Access
from .display import end, wait_until

PATIENCE = 20
BUTTONS = ("push button", "toggle button", "radio button", "check box", "link", "page tab", "list item", "menu item")
FIELDS = ("text", "entry", "password text", "spin button", "combo box")


def fits(pattern, name):
    """A text fits when it is the name; a compiled expression fits when it is found in it."""
    if pattern is None:
        return True
    if hasattr(pattern, "search"):
        return pattern.search(name) is not None
    return pattern == name


class Side:
    """One of the two windows: `desk` or `patient`."""

    def __init__(self, program, name):
        self.program = program
        self.name = name
        self.display = program.display

    def bus(self):
        """Where it is on the accessibility bus, the latest when there are two; nothing when it is not there."""
        found = [bus for bus, name in self.program.access.applications().items() if name == f"aftercare-{self.name}"]
        return found[-1] if found else None

    def tree(self):
        """The root of what it shows, or nothing when it is not there (any more)."""
        bus = self.bus()
        if bus is None:
            return None
        try:
            return self.program.access.tree(bus)
        except GLib.Error:
            return None

    def nodes(self):
        root = self.tree()
        return [node for node in root.walk() if node.on_screen()] if root else []

    def find_all(self, roles, name=None):
        roles = (roles,) if isinstance(roles, str) else roles
        found = [node for node in self.nodes() if (roles is None or node.role in roles) and fits(name, node.name)]
        try:
            return [node for node in found if node.drawn()]
        except GLib.Error:
            return []  # the page has turned in between

    def find(self, roles, name=None, patience=PATIENCE, sensitive=False):
        """Waits until there is one, and returns the first."""
        def look():
            return next((node for node in self.find_all(roles, name) if node.sensitive or not sensitive), None)

        return wait_until(look, patience, lambda: f"no {roles or 'text'} {describe(name)} on the {self.name}; there is:\n{self.dump()}")

    def wait_text(self, text, patience=PATIENCE):
        """Waits until something is shown (label, heading, button, field) whose name has @text in it."""
        pattern = text if hasattr(text, "search") else re.compile(re.escape(text))
        return self.find(None, pattern, patience)

    def has_text(self, text):
        pattern = text if hasattr(text, "search") else re.compile(re.escape(text))
        return bool(self.find_all(None, pattern))

    def press(self, name, patience=PATIENCE, roles=BUTTONS):
        """Presses a button, as soon as there is one of that name that can be pressed."""
        node = self.find(roles, name, patience, sensitive=True)
        node.act("click", "toggle", "press", "activate")
        return node

    def is_pressed(self, name):
        return self.find(BUTTONS, name).has(STATE_PRESSED)

    def fill(self, name, text, patience=PATIENCE):
        """Sets a field's text at once."""
        node = self.find(FIELDS, name, patience, sensitive=True)
        node.set_text(text)
        return node

    def focused(self):
        return next((node for node in self.nodes() if node.has(STATE_FOCUSED)), None)

    def wait_gone(self, patience=PATIENCE):
        wait_until(lambda: self.bus() is None, patience, f"the {self.name} is still there")

    def wait_there(self, patience=PATIENCE):
        wait_until(lambda: self.nodes(), patience, f"the {self.name} did not come")

    def pid(self):
        """Its process, found by the keeper that started it."""
        for pid in children_of(self.program.keeper.pid):
            try:
                target = os.readlink(f"/proc/{pid}/exe")
                with open(f"/proc/{pid}/cmdline", "rb") as file:
                    command = file.read().split(b"\0")[0].decode()
            except OSError:
                continue
            if f"aftercare-{self.name}" in (os.path.basename(target), os.path.basename(command)):
                return pid
        return None

    def kill(self):
        os.kill(self.pid(), signal.SIGKILL)

    def dump(self):
        """What is on it, for people who look for a fault."""
        lines = []

        def add(node, depth):
            if not node.on_screen():
                return
            said = node.name and not re.match(r"(Gtk|Adw|Care)[A-Z]", node.name) and node.role != "application"
            if said and not (node.role == "label" and node.parent is not None and node.parent.name == node.name):
                marks = "" if node.sensitive else " (insensitive)"
                marks += " (pressed)" if node.has(STATE_PRESSED) or node.has(STATE_CHECKED) else ""
                try:
                    if not node.drawn():
                        return
                except GLib.Error:
                    return
                lines.append("  " * depth + f"{node}{marks}")
            for child in node.children:
                add(child, depth + bool(said))

        root = self.tree()
        if root is not None:
            add(root, 0)
        return "\n".join(lines) or f"(the {self.name} is not there)"


def describe(name):
    return "" if name is None else f"like '{name.pattern}'" if hasattr(name, "search") else f"'{name}'"


def children_of(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
            return [int(word) for word in file.read().split()]
    except OSError:
        return []


class Program:
    """`aftercare` in a display, with a records' folder of its own."""

    def __init__(self, display, build, source, records=None, libexec=None, clock=None, sample=True):
        self.display = display
        self.access = Access(display.environment["DBUS_SESSION_BUS_ADDRESS"])
        self.build = build
        self.records = records or os.path.join(display.folder, "records")
        self.clock = clock
        self.sample = sample
        self.keeper = None
        self.log_path = os.path.join(display.folder, "aftercare.log")
        self.environment = dict(display.environment)
        self.environment.update(
            AFTERCARE_LIBEXEC=libexec or os.path.join(build, "src"),
            AFTERCARE_DATA=os.path.join(source, "data"),
            AFTERCARE_LOCALE=os.path.join(build, "po"),
            GSETTINGS_SCHEMA_DIR=os.path.join(build, "data"),
            GDK_BACKEND="x11",
            GSK_RENDERER="cairo",
            GIO_USE_VFS="local",
            G_DEBUG="fatal-criticals",
            LC_ALL="C.UTF-8",
            LANGUAGE="en",
            TZ="UTC",
        )
        self.desk = Side(self, "desk")
        self.patient = Side(self, "patient")

    def start(self):
        command = [os.path.join(self.build, "src", "keeper", "aftercare"), "--data-dir", self.records]
        if self.sample:
            command.append("--sample")
        if self.clock:
            command += ["--clock", self.clock]
        with open(self.log_path, "ab") as log:
            self.keeper = subprocess.Popen(command, env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                           start_new_session=True)
        return self

    def wait_end(self, patience=PATIENCE):
        """Waits for the keeper's own end and returns its exit status."""
        return self.keeper.wait(patience)

    def stop(self):
        """Ends it as log-out would."""
        if self.keeper is not None:
            end(self.keeper, patience=15)
            self.keeper = None

    def said(self):
        """What the programs wrote on their standard streams."""
        try:
            with open(self.log_path, encoding="utf-8", errors="replace") as file:
                return file.read()
        except FileNotFoundError:
            return ""

    def __enter__(self):
        return self.start()

    def __exit__(self, *exception):
        self.stop()


def settle(seconds=0.7):
    """For a picture: lets the last transition end."""
    time.sleep(seconds)

# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""What is on the screen as a screen reader finds it, over the accessibility bus."""

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

ROOT = "/org/a11y/atspi/accessible/root"
ACCESSIBLE = "org.a11y.atspi.Accessible"
ACTION = "org.a11y.atspi.Action"
CACHE = "org.a11y.atspi.Cache"
COMPONENT = "org.a11y.atspi.Component"
TEXT = "org.a11y.atspi.Text"
EDITABLE = "org.a11y.atspi.EditableText"
VALUE = "org.a11y.atspi.Value"
LONGEST_TEXT = 65536

# In the order of at-spi2-core's atspi-constants.h.
ROLES = """invalid, accelerator label, alert, animation, arrow, calendar, canvas, check box, check menu item, color chooser,
column header, combo box, date editor, desktop icon, desktop frame, dial, dialog, directory pane, drawing area, file chooser,
filler, focus traversable, font chooser, frame, glass pane, html container, icon, image, internal frame, label, layered pane,
list, list item, menu, menu bar, menu item, option pane, page tab, page tab list, panel, password text, popup menu,
progress bar, push button, radio button, radio menu item, root pane, row header, scroll bar, scroll pane, separator, slider,
spin button, split pane, status bar, table, table cell, table column header, table row header, tearoff menu item, terminal,
text, toggle button, tool bar, tool tip, tree, tree table, unknown, viewport, window, extended, header, footer, paragraph,
ruler, application, autocomplete, editbar, embedded, entry, chart, caption, document frame, heading, page, section,
redundant object, form, link, input method window, table row, tree item, document spreadsheet, document presentation,
document text, document web, document email, comment, list box, grouping, image map, notification, info bar""".replace("\n", " ").split(", ")
STATE_CHECKED, STATE_FOCUSED, STATE_PRESSED, STATE_SELECTED = 4, 12, 20, 23
# GTK 4.8 tells a wrong entry as the first state, “invalid”, and not as “invalid entry” (36).
STATE_SENSITIVE, STATE_VISIBLE, STATE_INVALID = 24, 30, 0


class Node:
    """One thing on the screen. A picture of the moment: ask again after something has happened."""

    def __init__(self, access, item):
        (self.bus, self.path), _, _, _, _, self.interfaces, self.name, role, self.description, states = item
        self.access = access
        self.role_number = role
        self.role = ROLES[role] if role < len(ROLES) else f"role {role}"
        self.states = states[0] | states[1] << 32
        self.parent = None
        self.children = []
        self.place = None

    def has(self, state):
        return bool(self.states >> state & 1)

    def refresh(self):
        """Asks for its states again, and for nothing else."""
        states = self.access.call(self.bus, self.path, ACCESSIBLE, "GetState")[0]
        self.states = states[0] | states[1] << 32
        return self

    @property
    def sensitive(self):
        return self.has(STATE_SENSITIVE)

    def on_screen(self):
        """Whether it and everything it stands in is shown, as far as its states tell."""
        node = self
        while node is not None and node.role != "application":
            if not node.has(STATE_VISIBLE):
                return False
            node = node.parent
        return True

    def drawn(self):
        """Whether it is really drawn, or would be after scrolling.

        GTK 4.8 tells the pages of a stack that are not shown as visible, with the place they once had. So this asks the
        window what is in the middle of every larger part that the node stands in."""
        x, y, width, height = self.extents()
        if width <= 0 or height <= 0:
            return False
        chain = []
        node = self.parent
        while node is not None and node.role != "application":
            # A menu is a surface of its own, which may reach beyond its window: what is in the window is not asked for it.
            if node.name.startswith("GtkPopover"):
                return True
            chain.append(node)
            node = node.parent
        if not chain:
            return True
        window = chain[-1]
        whole = window.extents()
        left, top, right, bottom = 0, 0, whole[2], whole[3]
        for part in reversed(chain[:-1]):
            x, y, width, height = part.extents()
            # What is scrolled away under the buttons below is not asked for there: it is seen in what it stands in, or not at all.
            left, right = max(x, left), min(x + width, right)
            top, bottom = max(y, top), min(y + height, bottom)
            if left >= right or top >= bottom:
                return True
            if part.parent is None or len(part.parent.children) < 2 or width * height * 5 < whole[2] * whole[3]:
                continue
            if not part.is_at(window, (left + right) // 2, (top + bottom) // 2):
                return False
        return True

    def is_at(self, window, x, y):
        """Whether it, or something in it, is what stands there."""
        bus, path = self.access.call(window.bus, window.path, COMPONENT, "GetAccessibleAtPoint",
                                     GLib.Variant("(iiu)", (x, y, 1)))[0]
        known = {node.path for node in window.walk()}
        # What stands there may be a part that is left out for screen readers: then what it stands in counts.
        for _ in range(12):
            if not bus:
                return True  # GTK does not say
            if path in known:
                break
            bus, path = self.access.call(bus, path, "org.freedesktop.DBus.Properties", "Get",
                                         GLib.Variant("(ss)", (ACCESSIBLE, "Parent")))[0]
        return any(node.path == path for node in self.walk())

    def window(self):
        node = self
        while node.parent is not None and node.parent.role != "application":
            node = node.parent
        return node

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def actions(self):
        if ACTION not in self.interfaces:
            return []
        number = len(self.access.call(self.bus, self.path, ACTION, "GetActions")[0])
        return [self.access.call(self.bus, self.path, ACTION, "GetName", GLib.Variant("(i)", (index,)))[0]
                for index in range(number)]

    def act(self, *names):
        """Does the first action of @names that it has; any action when none is named."""
        actions = self.actions()
        for number, action in enumerate(actions):
            if not names or action in names:
                return self.access.call(self.bus, self.path, ACTION, "DoAction", GLib.Variant("(i)", (number,)))[0]
        raise AssertionError(f"{self} has no action {' or '.join(names) or 'at all'}, only {actions}")

    def set_text(self, text):
        if EDITABLE not in self.interfaces:
            raise AssertionError(f"{self} takes no text")
        self.access.call(self.bus, self.path, EDITABLE, "SetTextContents", GLib.Variant("(s)", (text,)))

    def get_text(self):
        if TEXT not in self.interfaces:
            return self.name
        # GTK 4.8 takes no -1 for the end, as the interface would have it.
        return self.access.call(self.bus, self.path, TEXT, "GetText", GLib.Variant("(ii)", (0, LONGEST_TEXT)))[0]

    def extents(self):
        """x, y, width, height on the window."""
        if self.place is None:
            self.place = self.access.call(self.bus, self.path, COMPONENT, "GetExtents", GLib.Variant("(u)", (1,)))[0]
        return self.place

    def focus(self):
        return self.access.call(self.bus, self.path, COMPONENT, "GrabFocus")[0]

    def __str__(self):
        return f"{self.role} '{self.name}'"


class Access:
    """The accessibility bus."""

    def __init__(self, session_address):
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        session = Gio.DBusConnection.new_for_address_sync(session_address, flags, None, None)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                    Gio.DBusCallFlags.NONE, 10000, None).unpack()[0]
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

    def call(self, bus, path, interface, method, arguments=None):
        answer = self.connection.call_sync(bus, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 10000, None)
        return answer.unpack()

    def applications(self):
        """Names of the programs on the bus."""
        children = self.call("org.a11y.atspi.Registry", ROOT, ACCESSIBLE, "GetChildren")[0]
        found = {}
        for bus, path in children:
            try:
                found[bus] = self.call(bus, path, "org.freedesktop.DBus.Properties", "Get",
                                       GLib.Variant("(ss)", (ACCESSIBLE, "Name")))[0]
            except GLib.Error:
                continue  # gone in between
        return found

    def _ask_all(self, bus, paths):
        """The children of many nodes, asked for at once: {path: [path…]}."""
        answers = {}

        def answered(connection, result, path):
            try:
                answers[path] = [child for _, child in connection.call_finish(result).unpack()[0]]
            except GLib.Error:
                answers[path] = []  # gone in between

        for path in paths:
            self.connection.call(bus, path, ACCESSIBLE, "GetChildren", None, None, Gio.DBusCallFlags.NONE, 10000, None,
                                 answered, path)
        while len(answers) < len(paths):
            GLib.MainContext.default().iteration(True)
        return answers

    def tree(self, bus):
        """The program's root node with everything below it.

        GTK tells a node's name and role in bulk, but only of nodes that somebody has met by way of their parent."""
        levels = [[ROOT]]
        children = {}
        while levels[-1]:
            answers = self._ask_all(bus, levels[-1])
            children.update(answers)
            levels.append([child for path in levels[-1] for child in answers[path] if child not in children])

        items = {item[0][1]: item for item in self.call(bus, "/org/a11y/atspi/cache", CACHE, "GetItems")[0]}
        return self._plant(ROOT, None, children, items)

    def _plant(self, path, parent, children, items):
        item = items.get(path)
        if item is None:
            return None
        node = Node(self, item)
        node.parent = parent
        planted = (self._plant(child, node, children, items) for child in children.get(path, ()))
        node.children = [child for child in planted if child is not None]
        return node

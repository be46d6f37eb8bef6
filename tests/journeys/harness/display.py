# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""A display, a window manager, a session bus and an accessibility bus of one's own, gone at the end."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

WIDTH, HEIGHT = 1280, 800
# A person's settings, where a journey asks for its own.
SETTINGS = "[org/aftercare/Aftercare]\nwindow-maximized=true\n"
NEEDED = ("Xvfb", "openbox", "dbus-daemon", "xdotool", "import")
AT_SPI_LAUNCHER = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


class Missing(Exception):
    """Something that this machine does not have."""


def need():
    """Names what is missing, or returns nothing."""
    for name in NEEDED:
        if shutil.which(name) is None:
            raise Missing(f"{name} is not on this machine")
    if not any(os.path.exists(path) for path in AT_SPI_LAUNCHER):
        raise Missing("at-spi2-core is not on this machine")
    try:
        import gi
        gi.require_version("Gio", "2.0")
    except (ImportError, ValueError) as error:
        raise Missing(f"python3-gi is not on this machine ({error})") from error


class Display:
    """Starts everything on entering, ends everything that it started on leaving."""

    def __init__(self, width=WIDTH, height=HEIGHT, text=1, style="light", maximized=False):
        need()
        self.size = (width, height)
        self.text = text
        self.style = style
        self.maximized = maximized
        self.folder = tempfile.mkdtemp(prefix="aftercare-journey-")
        self.children = []
        self.environment = dict(os.environ, GSETTINGS_BACKEND="memory")

    def __enter__(self):
        # A journey that is stopped from outside takes its display with it.
        signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
        try:
            self._start_x()
            self._start_bus()
            self._set_look()
            self._start_window_manager()
            self._start_accessibility()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, *exception):
        for child in reversed(self.children):
            end(child)
        self.children.clear()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _spawn(self, *command, **options):
        log = open(os.path.join(self.folder, os.path.basename(command[0]) + ".log"), "wb")
        with log:
            child = subprocess.Popen(command, env=self.environment, stdin=subprocess.DEVNULL,
                                     stdout=options.pop("stdout", log), stderr=log,
                                     start_new_session=True, **options)
        self.children.append(child)
        return child

    def _start_x(self):
        reader, writer = os.pipe()
        width, height = self.size
        self._spawn("Xvfb", "-displayfd", str(writer), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset",
                    pass_fds=(writer,))
        os.close(writer)
        with os.fdopen(reader) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise Missing("Xvfb did not start")
        self.environment["DISPLAY"] = f":{number}"
        self.environment.pop("WAYLAND_DISPLAY", None)
        self.environment.pop("XAUTHORITY", None)

    def _start_bus(self):
        runtime = os.path.join(self.folder, "runtime")
        os.mkdir(runtime, 0o700)
        self.environment["XDG_RUNTIME_DIR"] = runtime
        for name in ("config", "data", "cache", "state"):
            self.environment[f"XDG_{name.upper()}_HOME"] = os.path.join(self.folder, name)
        reader, writer = os.pipe()
        self._spawn("dbus-daemon", "--session", "--nofork", "--nopidfile", f"--print-address={writer}", pass_fds=(writer,))
        os.close(writer)
        with os.fdopen(reader) as pipe:
            address = pipe.readline().strip()
        if not address:
            raise Missing("dbus-daemon did not start")
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = address
        # This process speaks on the same bus.
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = address
        os.environ["DISPLAY"] = self.environment["DISPLAY"]

    def _set_look(self):
        """Text size, style and a window over the whole screen, as a person sets them."""
        if self.text != 1:
            # GTK takes the size from here where no settings daemon runs; 96 dots an inch are 100 %.
            subprocess.run(["xprop", "-root", "-format", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER",
                            f"Xft.dpi:\t{round(96 * self.text)}\n"], env=self.environment, check=True)
        if self.style == "dark":
            self.environment["ADW_DEBUG_COLOR_SCHEME"] = "prefer-dark"
        if self.style == "contrast":
            self.environment["ADW_DEBUG_HIGH_CONTRAST"] = "1"
        if self.maximized:
            folder = os.path.join(self.environment["XDG_CONFIG_HOME"], "glib-2.0", "settings")
            os.makedirs(folder)
            with open(os.path.join(folder, "keyfile"), "w", encoding="utf-8") as file:
                file.write(SETTINGS)
            self.environment["GSETTINGS_BACKEND"] = "keyfile"

    def _start_window_manager(self):
        self._spawn("openbox", "--sm-disable")
        wait_until(lambda: subprocess.run(["xdotool", "get_desktop"], env=self.environment, capture_output=True,
                                          check=False).returncode == 0, 10, "the window manager did not start")

    def _start_accessibility(self):
        launcher = next(path for path in AT_SPI_LAUNCHER if os.path.exists(path))
        self.environment.update(GTK_A11Y="atspi", NO_AT_BRIDGE="0")
        self._spawn(launcher, "--launch-immediately")

    def keys(self, *keys):
        """Presses keys, named as xdotool names them."""
        subprocess.run(["xdotool", "key", "--clearmodifiers", "--delay", "25", *keys], env=self.environment, check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "25", text], env=self.environment, check=True)

    def draw(self, points):
        """Draws a line with the mouse, as a finger would."""
        (x, y), *rest = [(round(x), round(y)) for x, y in points]
        command = ["xdotool", "mousemove", str(x), str(y), "sleep", "0.1", "mousedown", "1"]
        for to_x, to_y in rest:
            for part in (0.33, 0.66, 1.0):
                command += ["mousemove", str(round(x + (to_x - x) * part)), str(round(y + (to_y - y) * part)), "sleep", "0.02"]
            x, y = to_x, to_y
        subprocess.run(command + ["mouseup", "1"], env=self.environment, check=True)

    def picture(self, path):
        """Writes what is on the screen as a PNG."""
        subprocess.run(["import", "-window", "root", path], env=self.environment, check=True)


def end(child, patience=5):
    """Ends one process that was started here, and its group."""
    if child.poll() is None:
        child.send_signal(signal.SIGTERM)
        try:
            child.wait(patience)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def wait_until(check, patience, complaint):
    """Asks again and again, calmly, until @check answers something true, which is returned."""
    deadline = time.monotonic() + patience
    pause = 0.02
    while True:
        answer = check()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise AssertionError(complaint() if callable(complaint) else complaint)
        time.sleep(pause)
        pause = min(pause * 1.5, 0.25)


def wait_equal(look, wanted, patience):
    """Waits until what @look finds is what is @wanted. A page that is drawn anew is not there at once, nor all of it at once."""
    found = None

    def same():
        nonlocal found
        found = look()
        return found == wanted

    wait_until(same, patience, lambda: f"there is {found}, and not {wanted}")

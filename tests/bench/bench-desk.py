#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""From the start of the desk to its first drawn frame, against a bare AdwApplicationWindow, turn by turn.

    bench-desk.py BUILD SOURCE"""

import os
import signal
import socket
import statistics
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "journeys"))
from harness.display import Display, Missing  # noqa: E402

ROUNDS = 9
LIMIT = 1.3


def measure(environment, *command):
    """Milliseconds until the program says `standing`, as it says to the keeper in its first after-paint."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    ours.settimeout(30)
    begun = time.monotonic()
    child = subprocess.Popen(["/bin/sh", "-c", f'exec "$@" 3<&{theirs.fileno()}', "sh", *command], pass_fds=(theirs.fileno(),),
                             env=dict(environment, AFTERCARE_KEEPER="1"), stdin=subprocess.DEVNULL)
    theirs.close()
    word = ours.recv(64)
    took = (time.monotonic() - begun) * 1000
    ours.close()
    try:
        child.wait(5)
    except subprocess.TimeoutExpired:
        child.send_signal(signal.SIGKILL)
        child.wait()
    if word != b"standing":
        raise SystemExit(f"{command[0]} ended before its window was drawn")
    return took


def main():
    build, source = (os.path.abspath(argument) for argument in sys.argv[1:3])
    desk = os.path.join(build, "src", "desk", "aftercare-desk")
    try:
        with Display() as display:
            environment = dict(display.environment, AFTERCARE_DATA=os.path.join(source, "data"), GTK_A11Y="none",
                               GDK_BACKEND="x11", GSK_RENDERER="cairo", GSETTINGS_BACKEND="memory", LC_ALL="C.UTF-8",
                               GSETTINGS_SCHEMA_DIR=os.path.join(build, "data"), LANGUAGE="en")
            bare = [os.path.join(build, "tests", "journeys", "stand-in-window")]
            ours = [desk, "--data-dir", os.path.join(display.folder, "records"), "--sample"]
            times = {"bare": [], "desk": []}
            # The first round fills the store and warms the caches.
            for _ in range(ROUNDS + 1):
                times["bare"].append(measure(environment, *bare))
                times["desk"].append(measure(environment, *ours))
    except Missing as missing:
        print(f"SKIP {missing}")
        return 77
    floor, drawn = (statistics.median(times[name][1:]) for name in ("bare", "desk"))
    print(f"desk: window drawn after {drawn:.0f} ms; a bare AdwApplicationWindow after {floor:.0f} ms: {drawn / floor:.2f} x "
          f"(limit {LIMIT} x)")
    return 0 if drawn <= LIMIT * floor else 1


if __name__ == "__main__":
    sys.exit(main())

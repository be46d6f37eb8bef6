#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""The desk on the sample clinic against a bare AdwApplicationWindow program, turn by turn. What gates is the window's first
frame. Said beside it: when the sign-in page stands, for which the records are opened, and how long Today takes from the PIN's
last digit; a PIN's check is made to take its time, so no bare window is a measure for that.

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
    environment = dict(environment, AFTERCARE_KEEPER="1", DESK_BEGUN=str(int(begun * 1e6)))
    child = subprocess.Popen(["/bin/sh", "-c", f'exec "$@" 3<&{theirs.fileno()}', "sh", *command], pass_fds=(theirs.fileno(),),
                             env=environment, stdin=subprocess.DEVNULL)
    theirs.close()
    word = ours.recv(64)
    took = (time.monotonic() - begun) * 1000
    if "DESK_TODAY" not in environment:
        ours.close()
    try:
        child.wait(30)
    except subprocess.TimeoutExpired:
        child.send_signal(signal.SIGKILL)
        child.wait()
    if word != b"standing":
        raise SystemExit(f"{command[0]} ended before its window was drawn")
    ours.close()
    return took


def measure_today(environment, folder, *command):
    """Milliseconds to the first frame, to the sign-in page, and from the PIN to Today."""
    result = os.path.join(folder, "today")
    frame = measure(dict(environment, DESK_TODAY=result), *command)
    with open(result, encoding="ascii") as file:
        sign_in, today = (float(word) for word in file.read().split())
    os.unlink(result)
    return frame, sign_in, today


def main():
    build, source = (os.path.abspath(argument) for argument in sys.argv[1:3])
    desk = os.path.join(build, "tests", "bench", "desk-today")
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
                times["desk"].append(measure_today(environment, display.folder, *ours))
    except Missing as missing:
        print(f"SKIP {missing}")
        return 77
    floor = statistics.median(times["bare"][1:])
    frame, sign_in, today = (statistics.median(column) for column in zip(*times["desk"][1:]))
    drawn = statistics.median(start + page for _, start, page in times["desk"][1:])
    print(f"desk: first frame after {frame:.0f} ms; a bare AdwApplicationWindow after {floor:.0f} ms: {frame / floor:.2f} x "
          f"(limit {LIMIT} x)")
    print(f"desk: sign-in page after {sign_in:.0f} ms, {sign_in / floor:.2f} x; Today {today:.0f} ms after the PIN, together "
          f"{drawn:.0f} ms, {drawn / floor:.2f} x")
    return 0 if frame <= LIMIT * floor else 1


if __name__ == "__main__":
    sys.exit(main())

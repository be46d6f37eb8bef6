#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""From the hand-over to the form's first question drawn, against a bare full-screen window on the same way, turn by turn:
first page drawn, then from the tap on Next to the birth date drawn, then from the birth date to the first question drawn.

    bench-hand-over.py BUILD SOURCE"""

import os
import shutil
import signal
import statistics
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "journeys"))
from harness.display import Display, Missing, wait_until  # noqa: E402

ROUNDS = 7
FORMS = ("first-visit", "consent")
LIMIT = 2.0


def measure(display, build, source, folder, patient, asks):
    """Milliseconds of one hand-over: to the first page, and after it to the first question (0 for a bare window)."""
    libexec = os.path.join(folder, "libexec")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(libexec)
    os.symlink(os.path.join(build, "tests", "bench", "hand-over-desk"), os.path.join(libexec, "aftercare-desk"))
    os.symlink(patient, os.path.join(libexec, "aftercare-patient"))
    words = os.path.join(source, "data", "words", "patient.json")
    result = os.path.join(folder, "time")
    question = os.path.join(folder, "question")
    environment = dict(display.environment, AFTERCARE_LIBEXEC=libexec, HAND_OVER_TIME=result, HAND_OVER_QUESTION=question,
                       HAND_OVER_FORMS=":".join(os.path.join(source, "data", "forms", f"{name}.json") for name in FORMS),
                       AFTERCARE_DATA=os.path.join(source, "data"), GTK_A11Y="none", GDK_BACKEND="x11",
                       GSK_RENDERER="cairo", GSETTINGS_BACKEND="memory", LC_ALL="C.UTF-8",
                       GSETTINGS_SCHEMA_DIR=os.path.join(build, "data"))
    if os.path.exists(words):
        environment["HAND_OVER_WORDS"] = words
    keeper = subprocess.Popen([os.path.join(build, "src", "keeper", "aftercare"), "--data-dir", os.path.join(folder, "records")],
                              env=environment, stdin=subprocess.DEVNULL)
    try:
        wait_until(lambda: os.path.exists(result), 30, "nobody stood in time")
        if asks:
            wait_until(lambda: os.path.exists(question), 30, "no question was drawn in time")
    finally:
        keeper.send_signal(signal.SIGTERM)
        keeper.wait(20)
    times = []
    for path in (result, question) if asks else (result,):
        with open(path, encoding="ascii") as file:
            times.append(float(file.read()))
    return times[0], sum(times[1:])


def main():
    build, source = (os.path.abspath(argument) for argument in sys.argv[1:3])
    bare = os.path.join(build, "tests", "journeys", "stand-in-window")
    patient = os.path.join(build, "tests", "bench", "hand-over-patient")
    try:
        with Display() as display:
            folder = os.path.join(display.folder, "bench")
            times = {bare: [], patient: []}
            for _ in range(ROUNDS + 1):
                for program in times:
                    times[program].append(measure(display, build, source, folder, program, program == patient))
    except Missing as missing:
        print(f"SKIP {missing}")
        return 77
    # The first round warms the caches.
    floor = statistics.median(first for first, _ in times[bare][1:])
    ours = statistics.median(first + question for first, question in times[patient][1:])
    first = statistics.median(first for first, _ in times[patient][1:])
    print(f"hand-over: first question drawn after {ours:.0f} ms (first page {first:.0f} ms); a bare full-screen window stands after "
          f"{floor:.0f} ms: {ours / floor:.2f} x (limit {LIMIT} x)")
    return 0 if ours <= LIMIT * floor else 1


if __name__ == "__main__":
    sys.exit(main())

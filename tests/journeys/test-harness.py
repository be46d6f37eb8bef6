#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""The harness itself and the real keeper, with windows that stand in for both sides."""

import os
import sys

from harness.display import wait_until
from harness.journey import run


def libexec_of(journey):
    folder = os.path.join(journey.display.folder, "libexec")
    os.mkdir(folder)
    for side in ("desk", "patient"):
        os.symlink(os.path.join(journey.build, "tests", "journeys", "stand-in-window"), os.path.join(folder, f"aftercare-{side}"))
    return folder


def walk(journey):
    with journey.step("the desk opens"):
        journey.open(libexec=libexec_of(journey))
        journey.desk.wait_text("Today")

    with journey.step("a hand-over brings the patient's screen and ends the desk"):
        journey.desk.press("Hand over")
        journey.patient.wait_text("Your birth date")
        journey.desk.wait_gone()

    with journey.step("a field takes text"):
        journey.patient.fill("Birth date", "17051980")
        journey.patient.wait_text("You typed 17051980")

    with journey.step("the keyboard reaches the window"):
        journey.display.keys("Tab")
        journey.display.type("9")
        journey.patient.wait_text("9")

    with journey.step("a picture can be taken"):
        path = os.path.join(journey.display.folder, "picture.png")
        journey.display.picture(path)
        assert os.path.getsize(path) > 1000

    with journey.step("a crash of the patient's screen brings the desk at its sign-in"):
        journey.patient.press("Crash")
        journey.desk.wait_text("Sign in")
        journey.patient.wait_gone()

    with journey.step("a killed desk comes back"):
        first = journey.desk.pid()
        journey.desk.kill()
        wait_until(lambda: journey.desk.pid() not in (None, first), 10, "no other desk was started")
        journey.desk.wait_text("Sign in")

    with journey.step("handing over and done"):
        journey.desk.press("Hand over")
        journey.patient.press("Done")
        journey.desk.wait_text("Sign in")
        journey.patient.wait_gone()

    with journey.step("closing the desk ends everything"):
        journey.desk.press("Close")
        assert journey.program.wait_end() == 0
        journey.desk.wait_gone()


if __name__ == "__main__":
    sys.exit(run("harness", walk))

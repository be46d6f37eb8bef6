#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""A sheet waits at a printer that stands still, and the device goes to the next patient: the sheet is told of before the
device is back, after it, and comes out once."""

import os
import re
import subprocess
import sys

from harness.display import Missing, wait_equal, wait_until
from harness.journey import SOURCE, run
from harness.program import PATIENCE
from visits.answers import Answers
from visits.people import AtScreen, Desk, Patient, printed_in
from visits.sheets import has, read_sheet

SOL = Patient("Sol", "Ejemplo", "", "1982-10-19")
WAITS = "desk is stopped. The sheet waits there. Door open."
CARD = re.compile("Elena E., .*Sheet waits: printer stopped$")


def queue(command, *options):
    path = os.environ["PATH"] + ":/usr/sbin:/sbin"
    subprocess.run([command, *options, "desk"], env={**os.environ, "PATH": path}, check=True)


def waiting():
    """How many jobs the print system holds for the queue."""
    said = subprocess.run(["lpstat", "-W", "not-completed", "-o", "desk"], capture_output=True, text=True, check=True).stdout
    return len(said.splitlines())


def walk(journey):
    if "CARE_PRINTED" not in os.environ:
        raise Missing("a print server of one's own cannot be run here")
    folder = os.environ["CARE_PRINTED"]

    with journey.step("the printer stands still, and a sheet is sent to it"):
        journey.open(clock="2026-11-24T15:40:00+01:00")
        desk = Desk(journey)
        desk.sign_in()
        queue("cupsdisable", "-r", "Door open.")
        journey.desk.press("Elena E.: Print sheet")
        desk.room("Sheet")
        journey.desk.press("Print")
        journey.desk.wait_text(WAITS)
        assert waiting() == 1, waiting()
        before = set(printed_in(folder))

    with journey.step("it holds nobody: the device goes to the next patient, who answers to the end"):
        desk.today()
        journey.desk.find("list item", CARD)
        journey.desk.press("Sol E.: They are here")
        first = journey.desk.pid()
        journey.desk.press("Sol E.: Hand over")
        journey.desk.press("Hand over")
        screen = AtScreen(journey, Answers(journey.patient, SOURCE))
        screen.begin(SOL.birth_date)
        journey.desk.wait_gone()
        assert waiting() == 1, waiting()
        screen.answer_all()
        screen.finish()

    with journey.step("taken back, another desk tells of the sheet, and where it waits"):
        desk.take_back()
        assert journey.desk.pid() not in (None, first)
        desk.today()
        journey.desk.find("list item", CARD)
        desk.step(Patient("Elena", "E", "", ""), "Give sheet")
        desk.room("Sheet")
        journey.desk.wait_text(WAITS)
        assert set(printed_in(folder)) == before

    with journey.step("it goes on: one sheet comes out, hers, and the desk says so"):
        queue("cupsenable")
        journey.desk.wait_text("Printed at desk.")
        wait_equal(waiting, 0, PATIENCE)
        wait_until(lambda: set(printed_in(folder)) != before, PATIENCE, "nothing came out of the printer")
        new = set(printed_in(folder)) - before
        assert len(new) == 1, new
        has(read_sheet(new.pop()), "Elena")
        desk.today()
        journey.desk.find("list item", re.compile("Elena E., .*Sheet printed$"))


if __name__ == "__main__":
    sys.exit(run("waiting-sheet", walk))

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""A face and a body session: the makeup line is on one printed sheet and not on the other; hot showers wait on both."""

import subprocess
import sys

from harness.journey import run
from visits.people import Desk, Patient

NOA = Patient("Noa", "Sample", "", "1990-05-17")


def text_of(printed):
    text = subprocess.run(["pdftotext", printed, "-"], capture_output=True, text=True, check=True).stdout
    return " ".join(text.lower().split())


def walk(journey):
    with journey.step("a face session is finished at 14:31"):
        journey.open(clock="2026-11-24T14:30:00+01:00")
        desk = Desk(journey)
        desk.sign_in()
        desk.open_visit(NOA)
        desk.ask_in(NOA)
        desk.finish()

    with journey.step("its sheet says until when there is no makeup and no hot shower"):
        printed = desk.print_sheet()
        if printed is None:
            return
        face = text_of(printed)
        assert "no makeup until tonight, 18:3" in face, face
        assert "no hot shower until tonight, 22:3" in face, face

    with journey.step("a body session's sheet has no makeup line"):
        desk.today()
        journey.desk.press("Elena E.: Print sheet")
        body = text_of(desk.print_sheet())
        assert "no hot shower until tonight" in body, body
        assert "no makeup until" not in body, body


if __name__ == "__main__":
    sys.exit(run("sheets", walk))

#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""A form that nobody here wrote is filled in by touch alone, and what comes out is valid."""

import sys
import time

from harness.journey import SOURCE, run, say
from visits.hands import SETTLED, Finger
from visits.other_form import BORN, REVIEW, Alone, check_answers, check_by_others, find_form, numbers_of, read_answers


def walk(journey):
    form = find_form(SOURCE)

    with journey.step("the patient's screen opens with the form"):
        journey.program = Alone(journey.display, journey.build, SOURCE, form).start()
        journey.patient.wait_text("Hello")
        hands = Finger(journey.patient, numbers_of(form))
        time.sleep(SETTLED)

    with journey.step("the birth date opens it"):
        hands.touch_button("Next")
        journey.patient.wait_text("When were you born?")
        time.sleep(SETTLED)
        hands.type("".join(BORN))
        hands.touch_button("Next")
        journey.patient.wait_text("Saved")

    with journey.step("every page is answered by touch alone"):
        pages = hands.walk(until=REVIEW)
        assert pages >= 10, f"only {pages} pages"
        assert hands.typed >= 5, f"only {hands.typed} fields typed"

    with journey.step("the review is the end"):
        hands.touch_button("Yes, I'm done")
        journey.patient.wait_text("Thank you")

    with journey.step("everything asked is answered, in the form's order, and fits the form"):
        answers, path = read_answers(journey.program)
        values = check_answers(journey.program, answers, path)
        say(", ".join(f"{link_id}: {len(found)}" for link_id, found in values.items()))

    with journey.step("a validator that nobody here wrote finds nothing wrong"):
        reason = check_by_others(path)
        if reason:
            say(f"not looked at: {reason}")


if __name__ == "__main__":
    sys.exit(run("form-by-touch", walk))

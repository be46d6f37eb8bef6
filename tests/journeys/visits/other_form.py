# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""A form that nobody here wrote, filled in through the patient's own window. What comes out is read from the journal, checked by
the program, and by a validator that nobody here wrote either."""

import json
import os
import shutil
import subprocess

from harness.display import Missing
from harness.program import Program

FORM = "forms/real/android-fhir__layout_paginated.json"
BORN = ("17", "5", "1980")
REVIEW = "Are your answers right?"


def find_form(source):
    """The form's path, or the reason why there is none."""
    path = os.path.join(os.environ.get("CARE_SHARED_DIR", os.path.join(source, "..", "shared")), FORM)
    if not os.path.exists(path):
        raise Missing(f"{FORM} is not on this machine")
    return path


def items_of(path):
    """Every item of the form, those below questions too."""
    def walk(items):
        for item in items:
            yield item
            yield from walk(item.get("item", ()))

    with open(path, encoding="utf-8") as file:
        return list(walk(json.load(file).get("item", ())))


def numbers_of(path):
    """The words, or the hint, of every question that wants a number."""
    found = []
    for item in items_of(path):
        if item["type"] in ("integer", "decimal"):
            words = [item.get("text")] + [child.get("text") for child in item.get("item", ()) if child["type"] == "display"]
            found += [text for text in words if text]
    return found


class Alone(Program):
    """The patient's screen as the keeper starts it, with an envelope made for it and no desk behind it."""

    def __init__(self, display, build, source, form, options=()):
        super().__init__(display, build, source)
        self.form = form
        # The envelope's, and behind a "--" the screen's own.
        self.options = options
        os.makedirs(self.records, exist_ok=True)

    def start(self):
        command = [os.path.join(self.build, "tests", "patient", "launch-patient"),
                   os.path.join(self.build, "src", "patient", "aftercare-patient"), self.records,
                   "--form", self.form, "--languages", "en,es,fr,pt-BR,de,ar", "--now", "2026-11-24T15:40:00-05:00", *self.options]
        with open(self.log_path, "ab") as log:
            # A write over the limit of a file's size then fails as on a full disk, and ends nothing.
            self.keeper = subprocess.Popen(command, env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                           start_new_session=True, restore_signals=False)
        return self


def read_answers(program):
    """The last answers in the journal, and the file they are in."""
    result = subprocess.run([os.path.join(program.build, "tests", "patient", "read-journal"), program.records, program.form],
                            env=program.environment, capture_output=True, text=True, check=True)
    path = os.path.join(program.display.folder, "answers.json")
    with open(path, "w", encoding="utf-8") as file:
        file.write(result.stdout)
    return json.loads(result.stdout), path


def answered(items):
    """Link id -> values, in the order of the document."""
    found = {}
    for item in items:
        for answer in item.get("answer", ()):
            found.setdefault(item["linkId"], []).extend(value for name, value in answer.items() if name.startswith("value"))
            found.update(answered(answer.get("item", ())))
        found.update(answered(item.get("item", ())))
    return found


def check_answers(program, answers, path):
    """Complete, in the form's order, right for the form."""
    assert answers["status"] == "completed", answers["status"]
    values = answered(answers["item"])
    # Its author gave some link ids twice, to words and to a question.
    order = [item["linkId"] for item in items_of(program.form) if item["type"] not in ("group", "display")]
    assert list(values) == sorted(values, key=order.index), list(values)
    asked = [item["linkId"] for item in items_of(program.form)
             if item["type"] not in ("group", "display", "attachment", "reference") and not item.get("readOnly")]
    missing = [link_id for link_id in asked if link_id not in values]
    assert not missing, f"no answer to {missing}"
    result = subprocess.run([os.path.join(program.build, "src", "ctl", "aftercarectl"), "form", "validate", program.form, path],
                            env=program.environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return values


def check_by_others(path):
    """The reason why nobody else looked at it, or nothing."""
    folder = os.environ.get("CARE_VALIDATORS")
    if not folder or not os.path.exists(os.path.join(folder, "validate-fhir.mjs")) or not shutil.which("node"):
        return "CARE_VALIDATORS names no folder with validate-fhir.mjs, or there is no node"
    result = subprocess.run(["node", "validate-fhir.mjs", "--all", path], cwd=folder, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout[:2000]
    return None

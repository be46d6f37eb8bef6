# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""A printed sheet, read as text."""

import re
import subprocess


def read_sheet(path):
    """The words of a printed sheet, its lines joined; `with_printer` is what puts a printer there."""
    assert path is not None, "there is no printer to read the sheet from"
    text = subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], check=True, capture_output=True, encoding="utf-8").stdout
    return re.sub(r"\s+", " ", text)


def has(text, words):
    assert re.search(words, text), f"“{words}” is not on the sheet: {text}"


def has_not(text, words):
    found = re.search(words, text)
    assert found is None, f"“{found.group()}” is on the sheet: {text}"

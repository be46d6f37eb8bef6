#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""A new patient's first visit from the front door to the printed sheet, and on to the first session."""

import sys

from harness.journey import run
from visits.happy import walk

if __name__ == "__main__":
    sys.exit(run("happy-visit", walk))

# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Aftercare authors
"""Drives the real programs as a person would: a virtual display, AT-SPI, the keyboard, pictures."""

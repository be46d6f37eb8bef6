/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Links all of what the patient's program may link of these rooms, for test-patient-wall.py to look at. */
int
main (void)
{
  return 0;
}

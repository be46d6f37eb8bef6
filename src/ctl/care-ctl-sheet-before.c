/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "ctl/care-ctl-sheet-before.h"

#include "base/care-error.h"

/**
 * care_ctl_sheet_is_in_time:
 * @facts: what a sheet is made for
 * @now: what time it is
 * @error: %CARE_ERROR_INPUT when it is a page before a visit that has begun
 *
 * Returns: whether whoever is given the page can still do what it says
 */
gboolean
care_ctl_sheet_is_in_time (const CareSheetFacts *facts,
                           CareInstant           now,
                           GError              **error)
{
  if (facts->kind != CARE_SHEET_BEFORE || facts->next_visit > now)
    return TRUE;

  g_set_error_literal (error, CARE_ERROR, CARE_ERROR_INPUT,
                       "--next: the visit lies in the past, and --before is for one that is still to come "
                       "(--clock TIME says what time it is)");
  return FALSE;
}

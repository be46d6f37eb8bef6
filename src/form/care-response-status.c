/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-response-status.h"

#include <string.h>

static const char *const names[] = {
  [CARE_RESPONSE_IN_PROGRESS] = "in-progress",
  [CARE_RESPONSE_COMPLETED] = "completed",
  [CARE_RESPONSE_AMENDED] = "amended",
  [CARE_RESPONSE_ENTERED_IN_ERROR] = "entered-in-error",
  [CARE_RESPONSE_STOPPED] = "stopped",
};

const char *
care_response_status_to_string (CareResponseStatus status)
{
  return names[status < G_N_ELEMENTS (names) ? status : CARE_RESPONSE_IN_PROGRESS];
}

gboolean
care_response_status_from_string (const char         *text,
                                  CareResponseStatus *status)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], text) == 0)
      {
        *status = i;
        return TRUE;
      }

  return FALSE;
}

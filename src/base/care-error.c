/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-error.h"

G_DEFINE_QUARK (care-error-quark, care_error)

/**
 * care_error_take_foreign:
 * @error: (out) (optional): where the error of our own goes
 * @foreign: (transfer full): an error of another domain
 * @code: what it is in ours
 * @place: the file or field it happened at, put before the message
 *
 * Maps an error of GIO, json-glib or another library to %CARE_ERROR at the
 * border, so that callers need to know one domain only.
 */
void
care_error_take_foreign (GError     **error,
                         GError      *foreign,
                         CareError    code,
                         const char  *place)
{
  g_return_if_fail (foreign != NULL);
  g_return_if_fail (place != NULL);

  g_set_error (error, CARE_ERROR, code, "%s: %s", place, foreign->message);
  g_error_free (foreign);
}

/**
 * care_error_exit_status:
 * @error: an error
 *
 * The exit status of the command-line contract for this error.
 *
 * Returns: 3 when the environment is at fault, else 1
 */
int
care_error_exit_status (const GError *error)
{
  g_return_val_if_fail (error != NULL, 3);

  if (error->domain == CARE_ERROR)
    return error->code == CARE_ERROR_ENVIRONMENT ? 3 : 1;

  return 3;
}

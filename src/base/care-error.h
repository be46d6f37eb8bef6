/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CARE_ERROR:
 *
 * The one error domain of the program. Messages name the file, the JSON path
 * or the field and say what to do; they never hold a patient's words.
 */
#define CARE_ERROR (care_error_quark ())

/**
 * CareError:
 * @CARE_ERROR_INPUT: a file or a value is at fault; the message names the place
 * @CARE_ERROR_UNSUPPORTED: well formed, but this version cannot do it
 * @CARE_ERROR_REFUSED: understood, and the answer is no (a rule, a right, a PIN)
 * @CARE_ERROR_CONFLICT: somebody else changed it first
 * @CARE_ERROR_NOT_FOUND: no such thing
 * @CARE_ERROR_ENVIRONMENT: disk, printer, network, operating system
 */
typedef enum
{
  CARE_ERROR_INPUT,
  CARE_ERROR_UNSUPPORTED,
  CARE_ERROR_REFUSED,
  CARE_ERROR_CONFLICT,
  CARE_ERROR_NOT_FOUND,
  CARE_ERROR_ENVIRONMENT,
} CareError;

GQuark care_error_quark        (void);
void   care_error_take_foreign (GError     **error,
                                GError      *foreign,
                                CareError    code,
                                const char  *place);
int    care_error_exit_status  (const GError *error);

G_END_DECLS

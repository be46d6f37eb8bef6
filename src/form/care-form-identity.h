/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CareFormGiven:
 * @CARE_FORM_GIVEN_NOTHING: the form has an address of its own
 * @CARE_FORM_GIVEN_URL: it had none and was given one
 * @CARE_FORM_GIVEN_VERSION: it had no version and was given one
 *
 * What a form needed so that its answers can be told from those of any other.
 */
typedef enum
{
  CARE_FORM_GIVEN_NOTHING = 0,
  CARE_FORM_GIVEN_URL = 1 << 0,
  CARE_FORM_GIVEN_VERSION = 1 << 1,
} CareFormGiven;

char *care_form_identity_complete (const char     *text,
                                   gssize          length,
                                   const char     *source,
                                   CareFormGiven  *given,
                                   GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the floors below say in plain English, in the desk's language: refusals and hints that
 * staff meet on an ordinary day. What is not on the list comes out as it was said. */

char *care_desk_errors_dup_text  (const char   *said) G_GNUC_WARN_UNUSED_RESULT;
char *care_desk_errors_dup_words (const GError *error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

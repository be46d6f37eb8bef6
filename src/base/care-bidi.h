/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text of somebody else's, as it is drawn: no control in it turns letters around (UAX 9: U+202A to U+202E), and none
 * that is left open reaches beyond it. What is stored stays as it is. */
char *care_bidi_dup_neutral  (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* The same to be put beside other words: where it has letters from right to left it stands in an isolate, so that a time
 * behind a name does not change places with it. */
char *care_bidi_dup_isolated (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CareClaims:
 *
 * Claims that never reach a patient (facts.md section 3), as stems of one
 * language with the surroundings in which they are allowed.
 */

/* The languages claims are known in; a text of another language cannot be checked, and so not be approved. */
gboolean care_claims_knows_language (const char  *language);
/* TRUE when the text claims nothing. Else FALSE, and @claim gets (transfer full) the words that do. */
gboolean care_claims_allow          (const char  *text,
                                     const char  *language,
                                     char       **claim);

G_END_DECLS

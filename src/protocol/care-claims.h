/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CareClaims:
 *
 * Claims that never reach a patient (facts.md section 3), as stems of one
 * language with the surroundings in which they are allowed ("permanent scars",
 * "no guarantee", "no estoy seguro"). What is in here cannot be edited away with
 * a protocol; a protocol can only add.
 */
typedef struct _CareClaims CareClaims;

CareClaims        *care_claims_new                (const char *language) G_GNUC_WARN_UNUSED_RESULT;
void               care_claims_free               (CareClaims *self);
gboolean           care_claims_forbid             (CareClaims *self,
                                                   const char *phrase);
gboolean           care_claims_allow              (CareClaims *self,
                                                   const char *text,
                                                   char      **name,
                                                   char      **words);
char              *care_claims_normalize          (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareClaims, care_claims_free)

G_END_DECLS

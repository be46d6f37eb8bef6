/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "form/care-response.h"
#include "widgets/form/care-form-context.h"
#include "widgets/form/care-signature-pad.h"

G_BEGIN_DECLS

/**
 * CareSigning:
 *
 * Where a question is signed: the pad, what it is for, and a way to begin
 * again. The signature goes into the response as a FHIR Signature (SVG); it is
 * taken away when the answer is no more one that is signed.
 *
 * Signals:
 * - `edited`: a stroke was drawn, or all were taken away
 */
#define CARE_TYPE_SIGNING (care_signing_get_type ())
G_DECLARE_FINAL_TYPE (CareSigning, care_signing, CARE, SIGNING, GtkWidget)

GtkWidget *care_signing_new        (CareFormContext *context,
                                    CareResponse    *response,
                                    CareNode        *node) G_GNUC_WARN_UNUSED_RESULT;
/* Shows itself when the answer stands and is one that is signed (not no, not sure, not rather tell staff). */
void       care_signing_refresh    (CareSigning     *self);
/* It is to be signed, and is not. */
gboolean   care_signing_is_missing (CareSigning     *self);
CareSignaturePad *care_signing_get_pad (CareSigning *self);
GtkWidget *care_signing_get_focus  (CareSigning     *self);

G_END_DECLS

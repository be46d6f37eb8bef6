/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "clinic/care-clinic-check.h"
#include "desk/care-desk.h"

G_BEGIN_DECLS

/**
 * CareFindingCard:
 *
 * One finding as a clinician sees it: what it says, the answer behind it, the
 * sources; and, where somebody may decide it, the decision with its reason.
 */
#define CARE_TYPE_FINDING_CARD (care_finding_card_get_type ())
G_DECLARE_FINAL_TYPE (CareFindingCard, care_finding_card, CARE, FINDING_CARD, GtkWidget)

GtkWidget *care_finding_card_new          (CareDesk         *desk,
                                           CareReason       *reason) G_GNUC_WARN_UNUSED_RESULT;
gboolean   care_finding_card_is_open      (CareFindingCard  *self);
/* FALSE while nothing was decided. What @decision points to belongs to the card. */
gboolean   care_finding_card_get_decision (CareFindingCard  *self,
                                           CareDecision     *decision);
const char *care_finding_card_get_allergy (CareFindingCard *self,
                                           gboolean        *concerns);
/* What is tapped and not signed; NULL when there is nothing to decide. */
const char *care_finding_card_get_begun   (CareFindingCard *self,
                                           CareTri         *choice,
                                           const char     **code,
                                           const char     **words);

G_END_DECLS

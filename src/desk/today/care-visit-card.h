/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "desk/care-desk.h"

G_BEGIN_DECLS

/**
 * CareVisitCard:
 *
 * One visit in the day's list: time, first name and initial, kind, state as word
 * and symbol, and exactly one button, the next step. No areas, no reasons: the
 * queue reads along.
 */
#define CARE_TYPE_VISIT_CARD (care_visit_card_get_type ())
G_DECLARE_FINAL_TYPE (CareVisitCard, care_visit_card, CARE, VISIT_CARD, GtkListBoxRow)

GtkWidget *care_visit_card_new       (CareDesk      *desk,
                                      CareVisit     *visit) G_GNUC_WARN_UNUSED_RESULT;
CareVisit *care_visit_card_get_visit (CareVisitCard *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "clinic/care-task.h"
#include "desk/care-desk.h"

G_BEGIN_DECLS

/**
 * CareTaskCard:
 *
 * One open task: of whom and since when for everybody at the desk, what it says
 * and how it is closed for a clinician. Emits "closed".
 */
#define CARE_TYPE_TASK_CARD (care_task_card_get_type ())
G_DECLARE_FINAL_TYPE (CareTaskCard, care_task_card, CARE, TASK_CARD, GtkWidget)

GtkWidget *care_task_card_new     (CareDesk     *desk,
                                   CareTask     *task) G_GNUC_WARN_UNUSED_RESULT;
gboolean   care_task_card_is_open (CareTaskCard *self);

G_END_DECLS

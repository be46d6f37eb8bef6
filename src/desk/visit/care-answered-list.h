/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "desk/care-desk.h"

G_BEGIN_DECLS

/* The forms of a visit that are answered, each with the version it was answered on if that is another one, and the way to change
 * an answer (action `intake.change`); what they leave to staff; and "this was the wrong person" (action
 * `intake.wrong-person`). @forms: (element-type CareQuestionnaire) */
GtkWidget *care_answered_list_new (CareDesk   *desk,
                                   CareVisit  *visit,
                                   GPtrArray  *forms) G_GNUC_WARN_UNUSED_RESULT;
char      *care_answered_list_dup_titles (CareDesk   *desk,
                                          GPtrArray  *forms) G_GNUC_WARN_UNUSED_RESULT;
/* Those of the forms that were begun and are not finished, and how many of their answers are half typed. */
void       care_answered_list_add_begun (GtkBox     *box,
                                         CareDesk   *desk,
                                         CareVisit  *visit,
                                         GPtrArray  *forms);

G_END_DECLS

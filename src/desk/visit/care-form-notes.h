/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "desk/care-desk.h"
#include "form/care-response.h"

G_BEGIN_DECLS

/* What Aftercare cannot do with forms, the first time each is asked at this desk. Hidden questions there are none.
 * (element-type CareQuestionnaire) */
void       care_form_notes_add_untold (GtkBox       *box,
                                       CareDesk     *desk,
                                       GPtrArray    *forms);
void       care_form_notes_set_told   (CareDesk     *desk,
                                       GPtrArray    *forms);
/* Which of the forms are not wholly in the language that @patient reads, and in which they are shown.
 * (element-type CareQuestionnaire) */
void       care_form_notes_add_languages (GtkBox    *box,
                                       CareDesk     *desk,
                                       GPtrArray    *forms,
                                       CarePatient  *patient);
/* What there is to know of answers before they are read: that they are of a former version, and which questions are asked again; which
 * were typed in another language; which were begun and are none yet. */
void       care_form_notes_add_answers (GtkBox      *box,
                                       CareDesk     *desk,
                                       CareResponse *response);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "desk/care-desk.h"
#include "form/care-response.h"

G_BEGIN_DECLS

/* What Aftercare cannot do with forms, the first time each is asked at this desk; NULL when all was said. Hidden questions
 * there are none. (element-type CareQuestionnaire) */
GtkWidget *care_form_notes_new_untold (CareDesk     *desk,
                                       GPtrArray    *forms) G_GNUC_WARN_UNUSED_RESULT;
void       care_form_notes_set_told   (CareDesk     *desk,
                                       GPtrArray    *forms);
/* That answers are of a former version, and which questions are asked again; NULL when they are of this one. */
GtkWidget *care_form_notes_new_former (CareDesk     *desk,
                                       CareResponse *response) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

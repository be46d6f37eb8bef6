/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "widgets/form/care-form-blocks.h"
#include "widgets/form/care-form-context.h"

G_BEGIN_DECLS

/* A quiet line above questions that are not in the language somebody chose: which one they are in. */
GtkWidget *care_language_note_new      (void);
void       care_language_note_follow   (GtkWidget       *note,
                                        CareFormContext *context,
                                        CareFormStep    *step,
                                        GArray          *blocks);
/* The languages' names in the context's language, "German and English". */
char      *care_language_note_dup_list (CareFormContext *context,
                                        GPtrArray       *languages) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic-own-forms.h"
#include "desk/care-desk.h"

G_BEGIN_DECLS

/* The desk's words for forms, in the desk's language. */

/* "At the first visit" */
const char *care_form_words_occasion   (CareFormOccasion    occasion);
/* "At the first visit, instead of Aftercare's form" */
const char *care_form_words_place      (CareFormOccasion    occasion,
                                        gboolean            replaces);
/* Its title; without one its name, its first words or its address. */
const char *care_form_words_title      (CareDesk           *desk,
                                        CareQuestionnaire  *form);
/* "Version 2 · English, español · 14 questions" */
char       *care_form_words_about      (CareDesk           *desk,
                                        CareQuestionnaire  *form) G_GNUC_WARN_UNUSED_RESULT;
/* Those of the clinic's patients that the form is not in; NULL where there is none. */
char       *care_form_words_missing_languages (CareDesk    *desk,
                                        CareQuestionnaire  *form) G_GNUC_WARN_UNUSED_RESULT;
/* "At /item/3/type, line 12: …" of an error that names file and place */
char       *care_form_words_fault      (const char         *path,
                                        const GError       *error) G_GNUC_WARN_UNUSED_RESULT;
/* What the program cannot do with the form, one line for each: "linkId: what". (transfer full) (element-type utf8) */
GPtrArray  *care_form_words_unsupported (CareQuestionnaire *form) G_GNUC_WARN_UNUSED_RESULT;
/* How many faults of the file were passed over */
guint       care_form_words_n_forgiven (CareQuestionnaire  *form);

G_END_DECLS

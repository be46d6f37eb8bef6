/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic.h"

G_BEGIN_DECLS

typedef struct _CareQuestionnaire CareQuestionnaire;

/**
 * CareStaffItem:
 * @key: names it at this visit
 * @link_id: its link id in the form
 * @form: (transfer none): title of the form, or its name or address
 * @text: what it asks for; its link id where the form has no words
 * @done: somebody has seen to it
 *
 * A question that nobody can answer on a screen: a file, a reference to a record, a choice whose answers are not in the form.
 * The patient's screen says "staff will do this with you".
 */
typedef struct
{
  char    *key;
  char    *link_id;
  char    *form;
  char    *text;
  gboolean done;
} CareStaffItem;

/* (element-type CareStaffItem): of what was answered at this visit, in the forms' order */
GPtrArray *care_clinic_list_staff_items     (CareClinic         *self,
                                             CareVisit          *visit,
                                             const char         *language,
                                             GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   care_clinic_set_staff_item       (CareClinic         *self,
                                             CareVisit          *visit,
                                             const char         *key,
                                             gboolean            done,
                                             GError            **error);
/* The version that this visit's answers were given on where the form has another one now; else NULL. */
char      *care_clinic_dup_answered_version (CareClinic         *self,
                                             CareVisit          *visit,
                                             CareQuestionnaire  *form) G_GNUC_WARN_UNUSED_RESULT;
/* Whether @form has been begun at this visit and is not finished; @typed: how many of its answers are half typed, and none yet. */
gboolean   care_clinic_is_begun             (CareClinic         *self,
                                             CareVisit          *visit,
                                             CareQuestionnaire  *form,
                                             guint              *typed);

G_END_DECLS

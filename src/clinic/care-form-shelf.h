/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "course/care-clinic-form.h"
#include "form/care-form-identity.h"
#include "form/care-questionnaire.h"

G_BEGIN_DECLS

/**
 * CareShelfForm:
 * @file: its name in the folder
 * @form: (nullable): the form; NULL when neither the file nor its copy can be read
 * @given: what Aftercare gave it, so that its answers can be told from others
 * @trouble: (nullable): why the file cannot be read; what worked before stands in for it where @form is there
 *
 * One file of the clinic's folder.
 */
typedef struct
{
  char              *file;
  CareQuestionnaire *form;
  CareFormGiven      given;
  GError            *trouble;
} CareShelfForm;

/**
 * CareFormShelf:
 *
 * The clinic's own forms: the files in the folder `forms` beside the settings, and when which is asked. What was asked once
 * stays on the shelf, so that answers can be read. A file that worked before and does not any more is replaced by the copy
 * that was kept of it.
 */
typedef struct _CareFormShelf CareFormShelf;

CareFormShelf *care_form_shelf_new         (const char     *state_dir,
                                            GPtrArray      *entries) G_GNUC_WARN_UNUSED_RESULT;
void           care_form_shelf_free        (CareFormShelf  *self);
/* Reads the folder anew. */
void           care_form_shelf_read        (CareFormShelf  *self);
/* Keeps copies of what can be read. */
gboolean       care_form_shelf_keep        (CareFormShelf  *self,
                                            GError        **error);
/* (element-type CareClinicForm): when which is asked, in the settings' order */
GPtrArray     *care_form_shelf_get_entries (CareFormShelf  *self);
void           care_form_shelf_set_entries (CareFormShelf  *self,
                                            GPtrArray      *entries);
/* (element-type CareShelfForm): by name of the file */
GPtrArray     *care_form_shelf_get_forms   (CareFormShelf  *self);
CareShelfForm *care_form_shelf_find_file   (CareFormShelf  *self,
                                            const char     *file);
/* The very form that answers name; the one of that address in another version. NULL where there is none. */
CareShelfForm *care_form_shelf_find        (CareFormShelf  *self,
                                            const char     *canonical);
CareShelfForm *care_form_shelf_find_other  (CareFormShelf  *self,
                                            const char     *url);
/* Writes a file, all of it or nothing, and reads the folder anew. */
gboolean       care_form_shelf_write       (CareFormShelf  *self,
                                            const char     *file,
                                            const char     *text,
                                            GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareFormShelf, care_form_shelf_free)

G_END_DECLS

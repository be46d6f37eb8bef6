/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic.h"
#include "clinic/care-form-shelf.h"

G_BEGIN_DECLS

/**
 * CareNewForm:
 * @file: name of its file in the clinic's folder
 * @text: (nullable): what will be written there; NULL when it is there already
 * @form: the form
 * @given: what Aftercare gave it, so that its answers can be told from others
 *
 * A form that may be asked, read and checked as `aftercarectl form check` does.
 */
typedef struct
{
  char              *file;
  char              *text;
  CareQuestionnaire *form;
  CareFormGiven      given;
} CareNewForm;

/**
 * CareAskedForm:
 * @file: (nullable): name of its file in the clinic's folder; NULL for the program's own
 * @form: (nullable): the form; NULL when neither its file nor a copy can be read
 * @replaced: the program's own, in whose place the clinic's stands
 * @replaces: it stands in the place of the program's own
 * @trouble: (nullable): why its file cannot be read
 *
 * A line of what is asked at an occasion.
 */
typedef struct
{
  char              *file;
  CareQuestionnaire *form;
  gboolean           replaced;
  gboolean           replaces;
  GError            *trouble;
} CareAskedForm;

void         care_new_form_free            (CareNewForm          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareNewForm, care_new_form_free)

/* (element-type CareAskedForm): the program's own first, replaced or not */
GPtrArray   *care_clinic_list_asked        (CareClinic           *self,
                                            CareFormOccasion      occasion,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* (element-type CareAskedForm): what is in the clinic's folder and asked at no occasion */
GPtrArray   *care_clinic_list_shelved      (CareClinic           *self) G_GNUC_WARN_UNUSED_RESULT;

/* A file from elsewhere; one that is in the clinic's folder. */
CareNewForm *care_clinic_examine_form      (CareClinic           *self,
                                            const char           *path,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;
CareNewForm *care_clinic_reexamine_form    (CareClinic           *self,
                                            const char           *file,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer container) (element-type CareRule): stop and review rules that would find their question no more */
GPtrArray   *care_clinic_list_unfed        (CareClinic           *self,
                                            CareQuestionnaire    *form,
                                            CareFormOccasion      occasion,
                                            gboolean              replaces,
                                            GError              **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     care_clinic_may_use_form      (CareClinic           *self,
                                            CareQuestionnaire    *form,
                                            CareFormOccasion      occasion,
                                            gboolean              replaces,
                                            GError              **error);
gboolean     care_clinic_use_form          (CareClinic           *self,
                                            const CareNewForm    *form,
                                            CareFormOccasion      occasion,
                                            gboolean              replaces,
                                            const CareSignature  *by,
                                            GError              **error);
gboolean     care_clinic_drop_form         (CareClinic           *self,
                                            const char           *file,
                                            CareFormOccasion      occasion,
                                            const CareSignature  *by,
                                            GError              **error);
/* Takes the last use or drop back. */
gboolean     care_clinic_undo_forms        (CareClinic           *self,
                                            const CareSignature  *by,
                                            GError              **error);
guint        care_clinic_get_forms_serial  (CareClinic           *self);
/* Keeps copies of the clinic's forms that can be read; @troubles (element-type GError): those that cannot. */
gboolean     care_clinic_settle_forms      (CareClinic           *self,
                                            GPtrArray           **troubles,
                                            GError              **error);

G_END_DECLS

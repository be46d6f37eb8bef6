/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-patient.h"
#include "records/care-document.h"

G_BEGIN_DECLS

struct _CarePatient
{
  GObject       parent_instance;

  CareDocument *document;

  char         *id;
  char         *given;
  char         *family;
  char         *display_name;
  char         *short_name;
  char         *birth_date;
  char         *phone;
  char         *language;
  guint         size;
  guint         copies;
  gboolean      one_language;

  /* What search looks at: folded words of the name, digits of the phone number. */
  char        **folded;
  char         *digits;
  /* The short name in plain letters: what two of one day share. */
  char         *alike;
  /* How the name sorts, worked out once somebody asks: family name, then given name. */
  char         *family_key;
  char         *given_key;
};

CarePatient *_care_patient_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void         _care_patient_read      (CarePatient  *self,
                                      CareDocument *document);
/* Patient.communication: the one language that questions and sheet come in. */
void         _care_patient_write_language (JsonObject *resource,
                                      const char   *language);
/* The text size that the patient's screen begins with: what was chosen last time, else the largest from 65 years. */
int          _care_patient_propose_size (CarePatient *self,
                                      CareInstant   at,
                                      GTimeZone    *zone);
/* The text size on record, 1 to 3; 0: none was ever chosen. */
int          _care_patient_get_chosen_size (CarePatient *self);
/* Words in lower case without accents, for search. */
char       **_care_patient_fold      (const char   *text) G_GNUC_WARN_UNUSED_RESULT;
/* The same in plain letters alone, where there are such: "maria" for "María". */
char       **_care_patient_fold_plain (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char        *_care_patient_digits    (const char   *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <json-glib/json-glib.h>

#include "form/care-item.h"

G_BEGIN_DECLS

/**
 * CareQuestionnaire:
 *
 * A FHIR R4 Questionnaire: the form. Immutable after loading, so it may be
 * shared between responses and threads. Import is lenient: what it forgave and
 * what it cannot do stand in the notes.
 */
#define CARE_TYPE_QUESTIONNAIRE (care_questionnaire_get_type ())
G_DECLARE_FINAL_TYPE (CareQuestionnaire, care_questionnaire, CARE, QUESTIONNAIRE, GObject)

/**
 * CareNoteKind:
 * @CARE_NOTE_FORGIVEN: the file breaks the standard here; read all the same
 * @CARE_NOTE_UNSUPPORTED: good FHIR that this program cannot do (expressions, outside value sets)
 * @CARE_NOTE_LOOP: enableWhen that goes round in a circle
 */
typedef enum
{
  CARE_NOTE_FORGIVEN,
  CARE_NOTE_UNSUPPORTED,
  CARE_NOTE_LOOP,
} CareNoteKind;

/**
 * CareNote:
 * @kind: what sort of remark
 * @link_id: (nullable): the item it is about
 * @path: JSON path in the file, "/item/3/type"
 * @text: English, one line
 *
 * A remark on a form that loads.
 */
typedef struct
{
  CareNoteKind kind;
  const char  *link_id;
  const char  *path;
  const char  *text;
} CareNote;

/* @source is the file's name for messages. Errors: CARE_ERROR_INPUT "FILE: /path: why". */
CareQuestionnaire *care_questionnaire_load           (const char         *path,
                                                      GError            **error) G_GNUC_WARN_UNUSED_RESULT;
CareQuestionnaire *care_questionnaire_new_from_text  (const char         *text,
                                                      gssize              length,
                                                      const char         *source,
                                                      GError            **error) G_GNUC_WARN_UNUSED_RESULT;
CareQuestionnaire *care_questionnaire_new_from_node  (JsonNode           *node,
                                                      const char         *source,
                                                      GError            **error) G_GNUC_WARN_UNUSED_RESULT;
/* The Questionnaire's JSON as it was read, for the envelope and for export. */
JsonNode          *care_questionnaire_to_node        (CareQuestionnaire  *self) G_GNUC_WARN_UNUSED_RESULT;

/* NULL where the form does not say */
const char        *care_questionnaire_get_url        (CareQuestionnaire  *self);
const char        *care_questionnaire_get_version    (CareQuestionnaire  *self);
const char        *care_questionnaire_get_name       (CareQuestionnaire  *self);
const char        *care_questionnaire_get_title      (CareQuestionnaire  *self,
                                                      const char         *language);
/* "url|version", "url", or NULL. */
const char        *care_questionnaire_get_canonical  (CareQuestionnaire  *self);
/* BCP 47 tags, the form's own language first ("und" where it does not say), NULL-terminated. */
const char *const *care_questionnaire_get_languages  (CareQuestionnaire  *self);
/* What of it is in another language for who chose @language; empty where nothing is. */
GPtrArray         *care_questionnaire_list_other_languages (CareQuestionnaire *self,
                                                      const char         *language) G_GNUC_WARN_UNUSED_RESULT;

guint              care_questionnaire_get_n_items    (CareQuestionnaire  *self);
const CareItem    *care_questionnaire_get_item       (CareQuestionnaire  *self,
                                                      guint               number);
const CareItem    *care_questionnaire_find_item      (CareQuestionnaire  *self,
                                                      const char         *link_id);
/* Items that carry the code, in the form's order; empty when none does. */
GPtrArray         *care_questionnaire_list_by_code   (CareQuestionnaire  *self,
                                                      const char         *system,
                                                      const char         *code) G_GNUC_WARN_UNUSED_RESULT;
guint              care_questionnaire_get_n_roots    (CareQuestionnaire  *self);
const CareItem    *care_questionnaire_get_root       (CareQuestionnaire  *self,
                                                      guint               index);

guint              care_questionnaire_get_n_notes    (CareQuestionnaire  *self);
const CareNote    *care_questionnaire_get_note       (CareQuestionnaire  *self,
                                                      guint               index);

G_END_DECLS

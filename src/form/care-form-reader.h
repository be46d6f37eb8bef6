/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "base/care-json-view.h"
#include "form/care-questionnaire-private.h"

G_BEGIN_DECLS

/* Private to the form room: reading a Questionnaire, in several files. */

#define CARE_HL7_EXTENSION "http://hl7.org/fhir/StructureDefinition/"
#define CARE_SDC_EXTENSION "http://hl7.org/fhir/uv/sdc/StructureDefinition/"
#define CARE_R5_EXTENSION  "http://hl7.org/fhir/5.0/StructureDefinition/extension-Questionnaire.item."
#define CARE_OWN_EXTENSION "https://aftercare.example/fhir/StructureDefinition/"

typedef struct
{
  CareQuestionnaire *form;
  const char        *link_id;     /* of the item being read, for notes */
  GPtrArray         *languages;   /* of const char */
  GHashTable        *value_sets;  /* "#id" or url -> JsonNode of the contained resource */
  GHashTable        *option_sets; /* the same -> CareOptionSet */
  GHashTable        *warned;      /* unsupported features already noted, by name and link id */
  guint              next_item;
  guint              value_sets_read;
  guint              runaways;    /* regular expressions that try for ever */
  GPtrArray         *foreign;     /* kinds of extensions that are none of those known here */
  guint              unknown;     /* such extensions beyond the most kinds that are told */
  const char        *version;     /* (nullable): "R5", where the form is not of R4 */
} CareFormReader;

/* care-form-lenient.c */
void                 care_form_note           (CareFormReader     *reader,
                                               CareNoteKind        kind,
                                               const CareJsonView *place,
                                               const char         *format,
                                               ...) G_GNUC_PRINTF (4, 5);
/* @path lives as long as the form. */
void                 care_form_note_at        (CareFormReader     *reader,
                                               CareNoteKind        kind,
                                               const char         *path,
                                               const char         *format,
                                               ...) G_GNUC_PRINTF (4, 5);
const char          *care_form_read_string    (CareFormReader     *reader,
                                               const CareJsonView *object,
                                               const char         *member);
gboolean             care_form_read_boolean   (CareFormReader     *reader,
                                               const CareJsonView *object,
                                               const char         *member);
gboolean             care_form_read_number    (CareFormReader     *reader,
                                               const CareJsonView *object,
                                               const char         *member,
                                               double             *number);
guint                care_form_read_count     (CareFormReader     *reader,
                                               const CareJsonView *object,
                                               const char         *member);
gboolean             care_form_read_array     (CareFormReader     *reader,
                                               const CareJsonView *object,
                                               const char         *member,
                                               CareJsonView       *array);
const CareFormText  *care_form_read_text      (CareFormReader     *reader,
                                               const CareJsonView *object,
                                               const char         *member);
/* The value[x] whose name begins with @prefix; any type. */
CareValue           *care_form_read_value     (CareFormReader     *reader,
                                               const CareJsonView *object,
                                               const char         *prefix,
                                               CareJsonView       *place);
CareValue           *care_form_take_value     (CareFormReader     *reader,
                                               CareValue          *value);
/* The short name of an extension of HL7, SDC or ours; NULL for a foreign one. */
const char          *care_form_extension_name (const char         *url);

/* care-form-regex.c */
void                 care_form_read_regex     (CareFormReader     *reader,
                                               const CareJsonView *extension,
                                               CareItem           *item);

/* care-form-extensions.c */
CareItemMore        *care_form_ensure_more    (CareFormReader     *reader,
                                               CareItem           *item);
void                 care_form_read_extensions (CareFormReader    *reader,
                                                const CareJsonView *view,
                                                CareItem          *item);
void                 care_form_read_form_extensions (CareFormReader *reader,
                                                     const CareJsonView *view);

/* care-form-bounds.c */
void                 care_form_note_bounds    (CareFormReader     *reader,
                                               const CareJsonView *view,
                                               CareItem           *item);

/* care-form-unsupported.c */
void                 care_form_note_unsupported (CareFormReader   *reader,
                                                 const CareJsonView *extension,
                                                 const char       *name,
                                                 const CareItem   *item);
void                 care_form_pass_over      (CareFormReader     *reader,
                                               const CareJsonView *extension);
void                 care_form_note_unknown   (CareFormReader     *reader);

/* care-form-choices.c */
void                 care_form_read_choices   (CareFormReader     *reader,
                                               const CareJsonView *view,
                                               CareItem           *item);
void                 care_form_read_contained (CareFormReader     *reader,
                                               const CareJsonView *view);

/* care-form-version.c: what in the form is of another FHIR version; said once, behind the last item */
void                 care_form_read_version   (CareFormReader     *reader,
                                               const CareJsonView *view);
void                 care_form_read_constraint (CareFormReader    *reader,
                                                const CareJsonView *view,
                                                CareItem          *item);
void                 care_form_note_version   (CareFormReader     *reader);

/* care-form-twins.c: @options: (element-type CareOption) */
gboolean             care_form_settle_twins   (CareFormReader     *reader,
                                               const CareJsonView *place,
                                               GArray             *options);

/* care-form-conditions.c */
void                 care_form_read_conditions (CareFormReader    *reader,
                                                const CareJsonView *view,
                                                CareItem          *item);
void                 care_form_index_conditions (CareFormReader   *reader);

/* care-form-items.c */
gboolean             care_form_read_items     (CareFormReader     *reader,
                                               const CareJsonView *view,
                                               GError            **error);

G_END_DECLS

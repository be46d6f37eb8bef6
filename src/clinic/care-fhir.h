/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <json-glib/json-glib.h>

#include "base/care-instant.h"

G_BEGIN_DECLS

/* Small pieces of FHIR R4 resources as the clinic writes and reads them. Private to this room. */

#define CARE_FHIR          "https://aftercare.example/fhir/"
#define CARE_FHIR_SYSTEM   CARE_FHIR "CodeSystem/"
#define CARE_FHIR_URL_EXT  CARE_FHIR "StructureDefinition/"
#define CARE_FHIR_ID       CARE_FHIR "id/"
#define CARE_FHIR_QUESTION CARE_FHIR_SYSTEM "question"
#define CARE_FHIR_AREA     CARE_FHIR_SYSTEM "area"

char       *care_fhir_new_id          (void) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *care_fhir_new             (const char         *type,
                                       const char         *id) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *care_fhir_reference       (const char         *type,
                                       const char         *id) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *care_fhir_coding          (const char         *system,
                                       const char         *code,
                                       const char         *display) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *care_fhir_concept         (const char         *system,
                                       const char         *code,
                                       const char         *text) G_GNUC_WARN_UNUSED_RESULT;
/* obj[member] = a reference, a concept, an array of one; each takes what it is given. */
void        care_fhir_set_reference   (JsonObject         *object,
                                       const char         *member,
                                       const char         *type,
                                       const char         *id);
void        care_fhir_set_concept     (JsonObject         *object,
                                       const char         *member,
                                       const char         *system,
                                       const char         *code,
                                       const char         *text);
void        care_fhir_set_instant     (JsonObject         *object,
                                       const char         *member,
                                       CareInstant         instant,
                                       GTimeZone          *zone);
void        care_fhir_append          (JsonObject         *object,
                                       const char         *member,
                                       JsonObject         *element);

/* Reading: NULL, NONE, 0 and FALSE where there is nothing of the kind. */
const char *care_fhir_get_string      (JsonObject         *object,
                                       const char         *member);
JsonObject *care_fhir_get_object      (JsonObject         *object,
                                       const char         *member);
JsonArray  *care_fhir_get_array       (JsonObject         *object,
                                       const char         *member);
/* Element @index of an array of objects. */
JsonObject *care_fhir_get_element     (JsonObject         *object,
                                       const char         *member,
                                       guint               index);
CareInstant care_fhir_get_instant     (JsonObject         *object,
                                       const char         *member);
/* The id in object[member].reference when it is "@type/id". */
const char *care_fhir_get_reference   (JsonObject         *object,
                                       const char         *member,
                                       const char         *type);
/* The code in object[member].coding of @system. */
const char *care_fhir_get_code        (JsonObject         *object,
                                       const char         *member,
                                       const char         *system);

/* Extensions of ours by name; setting NULL, NONE or FALSE-by-clear takes one away. */
void        care_fhir_ext_set_code    (JsonObject         *object,
                                       const char         *name,
                                       const char         *code);
void        care_fhir_ext_set_string  (JsonObject         *object,
                                       const char         *name,
                                       const char         *text);
void        care_fhir_ext_set_integer (JsonObject         *object,
                                       const char         *name,
                                       gint64              number);
void        care_fhir_ext_set_boolean (JsonObject         *object,
                                       const char         *name,
                                       gboolean            value);
void        care_fhir_ext_set_date    (JsonObject         *object,
                                       const char         *name,
                                       const char         *date);
void        care_fhir_ext_set_instant (JsonObject         *object,
                                       const char         *name,
                                       CareInstant         instant,
                                       GTimeZone          *zone);
void        care_fhir_ext_set_reference (JsonObject       *object,
                                       const char         *name,
                                       const char         *type,
                                       const char         *id);
void        care_fhir_ext_set_codes   (JsonObject         *object,
                                       const char         *name,
                                       const char *const  *codes);
void        care_fhir_ext_remove      (JsonObject         *object,
                                       const char         *name);
/* Any of code, string, date. */
const char *care_fhir_ext_get_string  (JsonObject         *object,
                                       const char         *name);
gint64      care_fhir_ext_get_integer (JsonObject         *object,
                                       const char         *name);
gboolean    care_fhir_ext_get_boolean (JsonObject         *object,
                                       const char         *name);
gboolean    care_fhir_ext_has         (JsonObject         *object,
                                       const char         *name);
CareInstant care_fhir_ext_get_instant (JsonObject         *object,
                                       const char         *name);
const char *care_fhir_ext_get_reference (JsonObject       *object,
                                       const char         *name,
                                       const char         *type);
char      **care_fhir_ext_dup_codes   (JsonObject         *object,
                                       const char         *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "form/care-value.h"

G_BEGIN_DECLS

/* What few answers have beside their value. */
typedef struct
{
  char     *language;   /* (nullable): of a typed text, a BCP 47 tag; NULL: that of the answers as a whole */
  JsonNode *members;    /* (nullable): of the answer, none of ours: its extensions, those of a plain value, its id; an object */
} CareValueAside;

struct _CareValue
{
  gatomicrefcount refs;
  CareValueType   type;
  gint64          number;     /* boolean, integer */
  char           *text;       /* exact text; see care_value_get_text() */
  GRefString     *system;
  char           *code;       /* attachment: its content type */
  char           *display;
  JsonNode       *original;   /* (nullable): complex types with more than the above; immutable */
  CareValueAside *aside;      /* (nullable) */
};

CareValue  *care_value_alloc          (CareValueType  type);
/* What was forgiven when care_value_new_from_json() read @node; NULL for nothing. */
const char *care_value_peek_forgiven (CareValueType  type,
                                      JsonNode      *node);

/* care-value-aside.c */
const char *care_value_get_language  (const CareValue *self);
/* The same text, typed in @language. */
CareValue  *care_value_new_spoken    (const CareValue *text,
                                      const char      *language) G_GNUC_WARN_UNUSED_RESULT;
/* Into and out of an answer of a QuestionnaireResponse in @language. */
void        care_value_read_aside    (CareValue       *self,
                                      JsonObject      *answer);
void        care_value_write_aside   (const CareValue *self,
                                      const char      *language,
                                      JsonObject      *answer);
void        care_value_free_aside    (CareValue       *self);

/* A JSON number's own text, or a text of digits in its place; NULL for anything else. */
char       *care_value_dup_json_number (JsonNode     *node) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "form/care-value.h"

G_BEGIN_DECLS

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
};

CareValue  *care_value_alloc          (CareValueType  type);
/* What was forgiven when care_value_new_from_json() read @node; NULL for nothing. */
const char *care_value_peek_forgiven (CareValueType  type,
                                      JsonNode      *node);

/* A JSON number's own text, or a text of digits in its place; NULL for anything else. */
char       *care_value_dup_json_number (JsonNode     *node) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

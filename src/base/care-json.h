/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * CareJsonLimits:
 * @max_bytes: largest document, in bytes
 * @max_depth: deepest nesting of objects and arrays
 * @max_values: most values (members' values and elements together)
 *
 * What the strict scan allows before json-glib sees a byte.
 */
typedef struct
{
  gsize max_bytes;
  guint max_depth;
  guint max_values;
} CareJsonLimits;

/** CARE_JSON_LIMITS_DEFAULT: 32 MiB, 64 levels, 2 million values. */
#define CARE_JSON_LIMITS_DEFAULT { 32 * 1024 * 1024, 64, 2000000 }

typedef enum
{
  CARE_JSON_COMPACT,
  CARE_JSON_PRETTY,
} CareJsonStyle;

gboolean  care_json_scan    (const char            *text,
                             gsize                  length,
                             const char            *source,
                             const CareJsonLimits  *limits,
                             GError               **error);
JsonNode *care_json_parse   (const char            *text,
                             gssize                 length,
                             const char            *source,
                             const CareJsonLimits  *limits,
                             GError               **error) G_GNUC_WARN_UNUSED_RESULT;
char     *care_json_read_text (const char         *path,
                               const CareJsonLimits *limits,
                               gsize              *length,
                               GError            **error) G_GNUC_WARN_UNUSED_RESULT;
JsonNode *care_json_load    (const char            *path,
                             const CareJsonLimits  *limits,
                             GError               **error) G_GNUC_WARN_UNUSED_RESULT;
JsonNode *care_json_load_foreign (const char           *path,
                                  const CareJsonLimits *limits,
                                  gboolean             *marked,
                                  GError              **error) G_GNUC_WARN_UNUSED_RESULT;
/* Unlike json_node_copy(): down to the last value. */
JsonNode   *care_json_copy        (JsonNode          *node) G_GNUC_WARN_UNUSED_RESULT;
JsonObject *care_json_copy_object (JsonObject        *object) G_GNUC_WARN_UNUSED_RESULT;
char     *care_json_to_text (JsonNode              *node,
                             CareJsonStyle          style) G_GNUC_WARN_UNUSED_RESULT;
gboolean  care_json_save    (JsonNode              *node,
                             const char            *path,
                             GError               **error);
gboolean  care_json_keep_text (const char          *path,
                               const char          *text,
                               gssize               length,
                               GError             **error);

G_END_DECLS

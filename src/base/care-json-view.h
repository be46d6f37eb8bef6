/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <json-glib/json-glib.h>

#include "base/care-error.h"
#include "base/care-text.h"

G_BEGIN_DECLS

/**
 * CareJsonView:
 * @parent: (nullable): the view this one was taken from
 * @member: (nullable): the member's name in @parent, when it is an object
 * @index: the element's number in @parent, when it is an array
 * @source: the file, for error messages
 * @node: the value looked at
 *
 * A value and the way to it. Lives on the stack, borrows everything, costs
 * nothing until an error has to name its place ("FILE: /path: why").
 * A parent must outlive its children.
 */
typedef struct _CareJsonView CareJsonView;

struct _CareJsonView
{
  const CareJsonView *parent;
  const char         *member;
  guint               index;
  const char         *source;
  JsonNode           *node;
};

/**
 * CareJsonNeed:
 * @CARE_JSON_OPTIONAL: an absent member leaves the out value as it is
 * @CARE_JSON_REQUIRED: an absent member is an error
 */
typedef enum
{
  CARE_JSON_OPTIONAL,
  CARE_JSON_REQUIRED,
} CareJsonNeed;

void     care_json_view_init           (CareJsonView       *self,
                                        const char         *source,
                                        JsonNode           *node);
char    *care_json_view_dup_path       (const CareJsonView *self) G_GNUC_WARN_UNUSED_RESULT;
void     care_json_view_set_error      (const CareJsonView *self,
                                        GError            **error,
                                        CareError           code,
                                        const char         *format,
                                        ...) G_GNUC_PRINTF (4, 5);

/* TRUE and an initialised child, or FALSE when there is none (or the value is of another type). */
gboolean care_json_view_peek_member    (const CareJsonView *self,
                                        const char         *member,
                                        CareJsonView       *child);
guint    care_json_view_get_length     (const CareJsonView *self);
gboolean care_json_view_peek_element   (const CareJsonView *self,
                                        guint               index,
                                        CareJsonView       *child);

/* FALSE with an error when the type is wrong, or when it is required and absent.
 * With OPTIONAL and absent: TRUE, *out untouched (for objects and arrays child->node is NULL). */
gboolean care_json_view_get_object     (const CareJsonView *self,
                                        const char         *member,
                                        CareJsonNeed        need,
                                        CareJsonView       *child,
                                        GError            **error);
gboolean care_json_view_get_array      (const CareJsonView *self,
                                        const char         *member,
                                        CareJsonNeed        need,
                                        CareJsonView       *child,
                                        GError            **error);
gboolean care_json_view_get_string     (const CareJsonView *self,
                                        const char         *member,
                                        CareJsonNeed        need,
                                        const char        **out,
                                        GError            **error);
gboolean care_json_view_get_boolean    (const CareJsonView *self,
                                        const char         *member,
                                        CareJsonNeed        need,
                                        gboolean           *out,
                                        GError            **error);
gboolean care_json_view_get_int        (const CareJsonView *self,
                                        const char         *member,
                                        CareJsonNeed        need,
                                        gint64              min,
                                        gint64              max,
                                        gint64             *out,
                                        GError            **error);
gboolean care_json_view_get_double     (const CareJsonView *self,
                                        const char         *member,
                                        CareJsonNeed        need,
                                        double             *out,
                                        GError            **error);
gboolean care_json_view_get_text       (const CareJsonView *self,
                                        const char         *member,
                                        CareJsonNeed        need,
                                        CareText          **out,
                                        GError            **error);
gboolean care_json_view_get_strv       (const CareJsonView *self,
                                        const char         *member,
                                        CareJsonNeed        need,
                                        char             ***out,
                                        GError            **error);
gboolean care_json_view_get_enum       (const CareJsonView *self,
                                        const char         *member,
                                        CareJsonNeed        need,
                                        const char *const  *names,
                                        int                *out,
                                        GError            **error);
/* Every member must be one of @known (NULL-terminated). */
gboolean care_json_view_refuse_unknown (const CareJsonView *self,
                                        const char *const  *known,
                                        GError            **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-protocol.h"

#include "base/care-json.h"
#include "protocol/care-protocol-floors.h"
#include "protocol/care-protocol-parts.h"
#include "protocol/care-protocol-private.h"

static const char *const status_names[] = { "sample", "draft", "in-force", NULL };

void
care_area_free (CareArea *self)
{
  g_free (self->code);
  g_free (self->path);
  g_clear_pointer (&self->text, care_text_unref);
  g_free (self);
}

gpointer
care_area_read (const CareJsonView *view,
                gpointer            context,
                GError            **error)
{
  static const char *const known[] = { "code", "text", "face", "body", NULL };
  CareArea *self = g_new0 (CareArea, 1);

  if (!care_json_view_refuse_unknown (view, known, error) ||
      !care_parts_read_code (view, "code", CARE_JSON_REQUIRED, &self->code, error) ||
      !care_json_view_get_text (view, "text", CARE_JSON_REQUIRED, &self->text, error) ||
      !care_json_view_get_boolean (view, "face", CARE_JSON_REQUIRED, &self->face, error) ||
      !care_json_view_get_boolean (view, "body", CARE_JSON_REQUIRED, &self->body, error))
    {
      care_area_free (self);
      return NULL;
    }

  self->path = care_json_view_dup_path (view);

  return self;
}

static gboolean
read_version_approval (const CareJsonView *root,
                       CareProtocol       *self,
                       GError            **error)
{
  CareJsonView child = { 0 };

  if (!care_json_view_get_object (root, "version_approval", CARE_JSON_OPTIONAL, &child, error))
    return FALSE;
  if (child.node == NULL)
    return TRUE;
  self->version_approval = care_approval_read_version (&child, NULL, error);

  return self->version_approval != NULL;
}

static gboolean
read_approvals (const CareJsonView *root,
                CareProtocol       *self,
                GError            **error)
{
  CareJsonView approvals = { 0 };
  g_autoptr (GList) languages = NULL;

  if (!care_json_view_get_object (root, "approval", CARE_JSON_REQUIRED, &approvals, error))
    return FALSE;

  languages = json_object_get_members (json_node_get_object (approvals.node));
  for (GList *l = languages; l != NULL; l = l->next)
    {
      CareJsonView child = { 0 };
      CareApproval *approval = NULL;

      if (care_json_view_get_object (&approvals, l->data, CARE_JSON_REQUIRED, &child, error))
        approval = care_approval_read (&child, NULL, error);
      if (approval == NULL)
        return FALSE;
      g_hash_table_insert (self->approvals, g_strdup (l->data), approval);
    }

  return read_version_approval (root, self, error);
}

static gboolean
read_languages (const CareJsonView *root,
                CareProtocol       *self,
                GError            **error)
{
  static const char *const known[] = { "patient", "desk", NULL };
  CareJsonView languages = { 0 };

  return care_json_view_get_object (root, "languages", CARE_JSON_REQUIRED, &languages, error) &&
         care_json_view_refuse_unknown (&languages, known, error) &&
         care_json_view_get_strv (&languages, "patient", CARE_JSON_REQUIRED, &self->patient_languages, error) &&
         care_json_view_get_strv (&languages, "desk", CARE_JSON_REQUIRED, &self->desk_languages, error);
}

static gboolean
read_head (const CareJsonView *root,
           CareProtocol       *self,
           GError            **error)
{
  gint64 format_version = 0;
  const char *version = NULL;
  int status = 0;

  if (!care_json_view_get_int (root, "format_version", CARE_JSON_REQUIRED, 0, G_MAXINT32, &format_version, error))
    return FALSE;

  if (format_version != CARE_PROTOCOL_FORMAT_VERSION)
    {
      CareJsonView child;

      if (care_json_view_peek_member (root, "format_version", &child))
        care_json_view_set_error (&child, error, CARE_ERROR_UNSUPPORTED,
                                  "this program reads format_version %d only", CARE_PROTOCOL_FORMAT_VERSION);

      return FALSE;
    }

  if (!care_parts_read_code (root, "id", CARE_JSON_REQUIRED, &self->id, error) ||
      !care_json_view_get_string (root, "version", CARE_JSON_REQUIRED, &version, error) ||
      !care_json_view_get_enum (root, "status", CARE_JSON_REQUIRED, status_names, &status, error) ||
      !care_json_view_get_text (root, "title", CARE_JSON_REQUIRED, &self->title, error))
    return FALSE;

  self->version = g_strdup (version);
  self->status = status;

  return TRUE;
}

static gboolean
read_overrides (const CareJsonView *root,
                CareProtocol       *self,
                GError            **error)
{
  CareJsonView child;

  if (!care_json_view_peek_member (root, "reading_overrides", &child))
    {
      self->overrides = g_ptr_array_new_with_free_func ((GDestroyNotify) care_override_free);
      return TRUE;
    }

  return care_parts_read_array (root, "reading_overrides", care_override_read, NULL,
                                (GDestroyNotify) care_override_free, &self->overrides, error);
}

static gboolean
read_parts (const CareJsonView *root,
            CareProtocol       *self,
            GError            **error)
{
  const struct
  {
    const char *member;
    CarePartRead read;
    GDestroyNotify free_part;
    GPtrArray **out;
  } parts[] = {
    { "desk_texts", care_coded_text_read, (GDestroyNotify) care_coded_text_free, &self->desk_texts },
    { "areas", care_area_read, (GDestroyNotify) care_area_free, &self->areas },
    { "ingredients", care_ingredient_read, (GDestroyNotify) care_ingredient_free, &self->ingredients },
    { "products", care_product_read, (GDestroyNotify) care_product_free, &self->products },
    { "allergens", care_allergen_read, (GDestroyNotify) care_allergen_free, &self->allergens },
    { "lines", care_line_read, (GDestroyNotify) care_line_free, &self->lines },
    { "signs", care_sign_read, (GDestroyNotify) care_sign_free, &self->signs },
    { "reasons", care_coded_text_read, (GDestroyNotify) care_coded_text_free, &self->reasons },
    { "teach_back", care_coded_text_read, (GDestroyNotify) care_coded_text_free, &self->teach_back },
    { "left_out", care_coded_text_read, (GDestroyNotify) care_coded_text_free, &self->left_out },
    { "forbidden", care_coded_text_read, (GDestroyNotify) care_coded_text_free, &self->forbidden },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!care_parts_read_array (root, parts[i].member, parts[i].read, NULL, parts[i].free_part, parts[i].out, error))
      return FALSE;

  if (!care_parts_read_array (root, "rules", care_rule_read, self->desk_texts,
                              (GDestroyNotify) care_rule_free, &self->rules, error))
    return FALSE;

  return read_overrides (root, self, error);
}

/* Screening rests on every built-in rule being there; a file without one is no protocol. */
static gboolean
has_built_ins (const CareJsonView *root,
               CareProtocol       *self,
               GError            **error)
{
  CareJsonView rules;

  for (CareFind find = CARE_FIND_ANSWER + 1; find < CARE_N_FINDS; find++)
    if (care_protocol_find_built_in (self, find) == NULL)
      {
        care_json_view_set_error (care_json_view_peek_member (root, "rules", &rules) ? &rules : root, error,
                                  CARE_ERROR_INPUT, "no rule with find '%s'; a protocol cannot do without",
                                  care_find_to_string (find));
        return FALSE;
      }

  return TRUE;
}

CareProtocol *
_care_protocol_new_from_node (JsonNode    *node,
                              const char  *source,
                              GError     **error)
{
  static const char *const known[] = {
    "$schema", "format_version", "id", "version", "status", "title", "languages", "approval", "version_approval", "parameters",
    "desk_texts", "areas", "ingredients", "products", "allergens", "rules", "lines", "signs", "reasons",
    "one_tap", "teach_back", "left_out",
    "forbidden", "reading_overrides", NULL
  };
  g_autoptr (CareProtocol) self = g_object_new (CARE_TYPE_PROTOCOL, NULL);
  CareJsonView root;

  self->source = g_strdup (source);
  care_json_view_init (&root, source, node);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      care_json_view_set_error (&root, error, CARE_ERROR_INPUT, "a protocol is a JSON object");
      return NULL;
    }

  if (!read_head (&root, self, error) ||
      !care_json_view_refuse_unknown (&root, known, error) ||
      !read_languages (&root, self, error) ||
      !read_approvals (&root, self, error) ||
      (self->parameters = care_parameters_read (&root, error)) == NULL ||
      !read_parts (&root, self, error) ||
      !_care_protocol_read_one_tap (&root, self, error) ||
      !has_built_ins (&root, self, error))
    return NULL;

  care_protocol_raise (self);
  _care_protocol_judge_approvals (self, node);

  return g_steal_pointer (&self);
}

/**
 * care_protocol_load:
 * @path: a JSON file
 * @error: %CARE_ERROR_INPUT "FILE: /path: why", %CARE_ERROR_UNSUPPORTED for another format
 *   version, %CARE_ERROR_ENVIRONMENT or %CARE_ERROR_NOT_FOUND when the file cannot be read
 *
 * Reads a protocol. What goes under a floor is raised to it, so that nothing built
 * on it can go under; whether the protocol may be used, care_protocol_check() says.
 *
 * Returns: (transfer full) (nullable): the protocol
 */
CareProtocol *
care_protocol_load (const char  *path,
                    GError     **error)
{
  const CareJsonLimits limits = CARE_JSON_LIMITS_DEFAULT;
  g_autoptr (JsonNode) node = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  node = care_json_load (path, &limits, error);
  if (node == NULL)
    return NULL;

  return _care_protocol_new_from_node (node, path, error);
}

/**
 * care_protocol_new_from_text:
 * @json: the text
 * @length: its length in bytes, or -1
 * @source: what error messages call it
 * @error: as for care_protocol_load()
 *
 * Returns: (transfer full) (nullable): the protocol
 */
CareProtocol *
care_protocol_new_from_text (const char  *json,
                             gssize       length,
                             const char  *source,
                             GError     **error)
{
  const CareJsonLimits limits = CARE_JSON_LIMITS_DEFAULT;
  g_autoptr (JsonNode) node = NULL;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (source != NULL, NULL);

  node = care_json_parse (json, length, source, &limits, error);
  if (node == NULL)
    return NULL;

  return _care_protocol_new_from_node (node, source, error);
}

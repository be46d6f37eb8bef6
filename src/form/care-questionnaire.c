/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-questionnaire.h"

#include <string.h>

#include "base/care-json.h"
#include "form/care-form-reader.h"

G_DEFINE_FINAL_TYPE (CareQuestionnaire, care_questionnaire, G_TYPE_OBJECT)

static void
care_questionnaire_finalize (GObject *object)
{
  CareQuestionnaire *self = CARE_QUESTIONNAIRE (object);

  g_clear_pointer (&self->by_link_id, g_hash_table_unref);
  g_clear_pointer (&self->owned_values, g_ptr_array_unref);
  g_clear_pointer (&self->owned_tables, g_ptr_array_unref);
  g_clear_pointer (&self->owned_regexes, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_array_unref);
  g_clear_pointer (&self->items, g_free);
  g_clear_pointer (&self->arena, care_arena_free);
  g_clear_pointer (&self->node, json_node_unref);

  G_OBJECT_CLASS (care_questionnaire_parent_class)->finalize (object);
}

static void
care_questionnaire_class_init (CareQuestionnaireClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_questionnaire_finalize;
}

static void
care_questionnaire_init (CareQuestionnaire *self)
{
  self->arena = care_arena_new ();
  self->by_link_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->owned_values = g_ptr_array_new_with_free_func ((GDestroyNotify) care_value_unref);
  self->owned_tables = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  self->owned_regexes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_regex_unref);
  self->notes = g_array_new (FALSE, FALSE, sizeof (CareNote));
}

static void
read_status (CareFormReader     *reader,
             const CareJsonView *view)
{
  static const char *const statuses[] = { "draft", "active", "retired", "unknown", NULL };
  CareQuestionnaire *self = reader->form;

  self->status = care_form_read_string (reader, view, "status");
  if (self->status == NULL)
    care_form_note (reader, CARE_NOTE_FORGIVEN, view, "no status; the standard asks for draft, active, retired or unknown");
  else if (!g_strv_contains (statuses, self->status))
    care_form_note (reader, CARE_NOTE_FORGIVEN, view, "the status '%s' is none of draft, active, retired, unknown", self->status);
}

static void
read_head (CareFormReader     *reader,
           const CareJsonView *view)
{
  CareQuestionnaire *self = reader->form;
  const char *language = care_form_read_string (reader, view, "language");
  g_autofree char *canonical = NULL;

  g_ptr_array_add (reader->languages, (gpointer) (language != NULL ? language : "und"));
  self->id = care_form_read_string (reader, view, "id");
  self->url = care_form_read_string (reader, view, "url");
  self->version = care_form_read_string (reader, view, "version");
  self->name = care_form_read_string (reader, view, "name");
  self->title = care_form_read_text (reader, view, "title");
  read_status (reader, view);

  if (self->url != NULL)
    {
      canonical = self->version != NULL ? g_strconcat (self->url, "|", self->version, NULL) : g_strdup (self->url);
      self->canonical = care_arena_dup (self->arena, canonical);
    }
}

static void
keep_languages (CareFormReader *reader)
{
  CareQuestionnaire *self = reader->form;
  guint n = reader->languages->len;

  self->languages = care_arena_new0 (self->arena, const char *, n + 1);
  memcpy (self->languages, reader->languages->pdata, sizeof (char *) * n);
}

static gboolean
read_questionnaire (CareQuestionnaire  *self,
                    const char         *source,
                    GError            **error)
{
  g_autoptr (GPtrArray) languages = g_ptr_array_new ();
  g_autoptr (GHashTable) value_sets = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) option_sets = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) warned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) foreign = g_ptr_array_new ();
  CareFormReader reader = { .form = self, .languages = languages, .value_sets = value_sets, .option_sets = option_sets,
                            .warned = warned, .foreign = foreign };
  CareJsonView view;
  CareJsonView type;

  care_json_view_init (&view, source, self->node);
  if (!JSON_NODE_HOLDS_OBJECT (self->node))
    {
      care_json_view_set_error (&view, error, CARE_ERROR_INPUT, "a FHIR Questionnaire {…} should stand here");
      return FALSE;
    }
  if (!care_json_view_peek_member (&view, "resourceType", &type)
      || !JSON_NODE_HOLDS_VALUE (type.node) || json_node_get_value_type (type.node) != G_TYPE_STRING
      || strcmp (json_node_get_string (type.node), "Questionnaire") != 0)
    {
      CareJsonView place = { .parent = &view, .member = "resourceType", .source = source };

      care_json_view_set_error (&place, error, CARE_ERROR_INPUT, "must be \"Questionnaire\"; this is not a form");
      return FALSE;
    }

  read_head (&reader, &view);
  care_form_read_version (&reader, &view);
  care_form_read_form_extensions (&reader, &view);
  care_form_read_contained (&reader, &view);
  if (!care_form_read_items (&reader, &view, error))
    return FALSE;
  keep_languages (&reader);
  care_form_note_version (&reader);
  care_form_note_unknown (&reader);

  return TRUE;
}

static CareQuestionnaire *
new_from_own_node (JsonNode    *node,
                   const char  *source,
                   GError     **error)
{
  g_autoptr (CareQuestionnaire) self = g_object_new (CARE_TYPE_QUESTIONNAIRE, NULL);

  self->node = node;
  if (!read_questionnaire (self, source, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * care_questionnaire_load:
 * @path: a file
 * @error: where to put the reason
 *
 * Reads a form from a file. See care_questionnaire_new_from_node().
 *
 * Returns: (transfer full) (nullable): the form, or %NULL with an error
 */
CareQuestionnaire *
care_questionnaire_load (const char  *path,
                         GError     **error)
{
  static const CareNote mark = { CARE_NOTE_FORGIVEN, NULL, "/", "a byte order mark before the form; passed over" };
  CareQuestionnaire *self;
  JsonNode *node;
  gboolean marked;

  g_return_val_if_fail (path != NULL, NULL);

  node = care_json_load_foreign (path, NULL, &marked, error);
  self = node != NULL ? new_from_own_node (node, path, error) : NULL;
  if (self != NULL && marked)
    g_array_prepend_val (self->notes, mark);

  return self;
}

/**
 * care_questionnaire_new_from_text:
 * @text: JSON
 * @length: its length in bytes, or -1 when it ends with NUL
 * @source: the file's name, for messages
 * @error: where to put the reason
 *
 * Returns: (transfer full) (nullable): the form, or %NULL with an error
 */
CareQuestionnaire *
care_questionnaire_new_from_text (const char  *text,
                                  gssize       length,
                                  const char  *source,
                                  GError     **error)
{
  JsonNode *node;

  g_return_val_if_fail (text != NULL && source != NULL, NULL);

  node = care_json_parse (text, length, source, NULL, error);

  return node != NULL ? new_from_own_node (node, source, error) : NULL;
}

/**
 * care_questionnaire_new_from_node:
 * @node: a FHIR R4 Questionnaire
 * @source: the file's name, for messages
 * @error: where to put the reason
 *
 * Reads a form. Faults that leave no doubt what is meant are forgiven and
 * noted; what this program cannot do is noted too. An error means that there is
 * no form here at all.
 *
 * Returns: (transfer full) (nullable): the form, or %NULL with %CARE_ERROR_INPUT
 */
CareQuestionnaire *
care_questionnaire_new_from_node (JsonNode    *node,
                                  const char  *source,
                                  GError     **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (node != NULL && source != NULL, NULL);

  if (json_node_is_immutable (node))
    return new_from_own_node (json_node_ref (node), source, error);

  /* Somebody may still change this tree: take a copy that nobody can. */
  text = care_json_to_text (node, CARE_JSON_COMPACT);

  return care_questionnaire_new_from_text (text, -1, source, error);
}

/**
 * care_questionnaire_to_node:
 * @self: a form
 *
 * Returns: (transfer full): the Questionnaire's JSON as it was read; immutable
 */
JsonNode *
care_questionnaire_to_node (CareQuestionnaire *self)
{
  g_return_val_if_fail (CARE_IS_QUESTIONNAIRE (self), NULL);

  return json_node_ref (self->node);
}

const char *
care_questionnaire_get_url (CareQuestionnaire *self)
{
  g_return_val_if_fail (CARE_IS_QUESTIONNAIRE (self), NULL);

  return self->url;
}

const char *
care_questionnaire_get_version (CareQuestionnaire *self)
{
  g_return_val_if_fail (CARE_IS_QUESTIONNAIRE (self), NULL);

  return self->version;
}

const char *
care_questionnaire_get_name (CareQuestionnaire *self)
{
  g_return_val_if_fail (CARE_IS_QUESTIONNAIRE (self), NULL);

  return self->name;
}

const char *
care_questionnaire_get_title (CareQuestionnaire *self,
                              const char        *language)
{
  g_return_val_if_fail (CARE_IS_QUESTIONNAIRE (self), NULL);

  return care_form_text_get (self->title, language);
}

const char *
care_questionnaire_get_canonical (CareQuestionnaire *self)
{
  g_return_val_if_fail (CARE_IS_QUESTIONNAIRE (self), NULL);

  return self->canonical;
}

const char *const *
care_questionnaire_get_languages (CareQuestionnaire *self)
{
  g_return_val_if_fail (CARE_IS_QUESTIONNAIRE (self), NULL);

  return self->languages;
}

guint
care_questionnaire_get_n_items (CareQuestionnaire *self)
{
  g_return_val_if_fail (CARE_IS_QUESTIONNAIRE (self), 0);

  return self->n_items;
}

const CareItem *
care_questionnaire_get_item (CareQuestionnaire *self,
                             guint              number)
{
  g_return_val_if_fail (CARE_IS_QUESTIONNAIRE (self) && number < self->n_items, NULL);

  return &self->items[number];
}

const CareItem *
care_questionnaire_find_item (CareQuestionnaire *self,
                              const char        *link_id)
{
  g_return_val_if_fail (CARE_IS_QUESTIONNAIRE (self) && link_id != NULL, NULL);

  return g_hash_table_lookup (self->by_link_id, link_id);
}

/* First entry that is not below (system, code). */
static guint
find_code (CareQuestionnaire *self,
           const char        *system,
           const char        *code)
{
  guint low = 0;
  guint high = self->n_codes;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int order = g_strcmp0 (self->codes[middle].system, system);

      if (order == 0)
        order = g_strcmp0 (self->codes[middle].code, code);
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * care_questionnaire_list_by_code:
 * @self: a form
 * @system: (nullable): the code system; %NULL for codes without one
 * @code: the code
 *
 * Returns: (transfer container) (element-type CareItem): the items that carry
 *   the code, in the form's order
 */
GPtrArray *
care_questionnaire_list_by_code (CareQuestionnaire *self,
                                 const char        *system,
                                 const char        *code)
{
  GPtrArray *list = g_ptr_array_new ();
  guint32 last = CARE_ITEM_NUMBER_NONE;

  g_return_val_if_fail (CARE_IS_QUESTIONNAIRE (self) && code != NULL, list);

  for (guint i = find_code (self, system, code);
       i < self->n_codes && g_strcmp0 (self->codes[i].system, system) == 0
       && g_strcmp0 (self->codes[i].code, code) == 0;
       i++)
    {
      if (self->codes[i].number != last)
        g_ptr_array_add (list, (gpointer) &self->items[self->codes[i].number]);
      last = self->codes[i].number;
    }

  return list;
}

guint
care_questionnaire_get_n_roots (CareQuestionnaire *self)
{
  g_return_val_if_fail (CARE_IS_QUESTIONNAIRE (self), 0);

  return self->n_roots;
}

const CareItem *
care_questionnaire_get_root (CareQuestionnaire *self,
                             guint              index)
{
  g_return_val_if_fail (CARE_IS_QUESTIONNAIRE (self) && index < self->n_roots, NULL);

  return self->roots[index];
}

guint
care_questionnaire_get_n_notes (CareQuestionnaire *self)
{
  g_return_val_if_fail (CARE_IS_QUESTIONNAIRE (self), 0);

  return self->notes->len;
}

const CareNote *
care_questionnaire_get_note (CareQuestionnaire *self,
                             guint              index)
{
  g_return_val_if_fail (CARE_IS_QUESTIONNAIRE (self) && index < self->notes->len, NULL);

  return &g_array_index (self->notes, CareNote, index);
}

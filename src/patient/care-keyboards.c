/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "patient/care-keyboards.h"

#include <string.h>

#include "base/care-error.h"
#include "base/care-json-view.h"

struct _CareKeyboards
{
  GObject    parent_instance;

  GPtrArray *layouts;   /* of CareKeyboardLayout */
};

G_DEFINE_FINAL_TYPE (CareKeyboards, care_keyboards, G_TYPE_OBJECT)

static void
layout_free (gpointer data)
{
  CareKeyboardLayout *layout = data;

  g_strfreev (layout->languages);
  g_strfreev (layout->rows);
  g_strfreev (layout->signs);
  g_free (layout->accents);
  g_clear_pointer (&layout->capitals, g_hash_table_unref);
  g_free (layout);
}

static gboolean
read_three (const CareJsonView   *view,
            const char           *member,
            CareJsonNeed          need,
            char               ***out,
            GError              **error)
{
  g_auto (GStrv) rows = NULL;
  CareJsonView place;

  if (!care_json_view_get_strv (view, member, need, &rows, error))
    return FALSE;
  if (rows == NULL)
    return TRUE;
  if (g_strv_length (rows) != 3)
    {
      care_json_view_peek_member (view, member, &place);
      care_json_view_set_error (&place, error, CARE_ERROR_INPUT, "three rows of keys should stand here");
      return FALSE;
    }

  g_strfreev (*out);
  *out = g_steal_pointer (&rows);

  return TRUE;
}

static gboolean
read_capitals (const CareJsonView  *view,
               CareKeyboardLayout  *layout,
               GError             **error)
{
  CareJsonView capitals = { 0 };
  g_autoptr (GList) letters = NULL;

  if (!care_json_view_get_object (view, "capitals", CARE_JSON_OPTIONAL, &capitals, error))
    return FALSE;
  if (capitals.node == NULL)
    return TRUE;

  layout->capitals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  letters = json_object_get_members (json_node_get_object (capitals.node));
  for (GList *letter = letters; letter != NULL; letter = letter->next)
    {
      const char *capital = NULL;

      if (!care_json_view_get_string (&capitals, letter->data, CARE_JSON_REQUIRED, &capital, error))
        return FALSE;
      g_hash_table_insert (layout->capitals, g_strdup (letter->data), g_strdup (capital));
    }

  return TRUE;
}

static gboolean
read_layout (CareKeyboards       *self,
             const CareJsonView  *view,
             char               **signs,
             GError             **error)
{
  static const char *const known[] = { "languages", "accents", "rows", "signs", "caseless", "capitals", NULL };
  CareKeyboardLayout *layout = g_new0 (CareKeyboardLayout, 1);
  const char *accents = NULL;

  g_ptr_array_add (self->layouts, layout);
  layout->signs = g_strdupv (signs);
  if (!care_json_view_refuse_unknown (view, known, error) ||
      !care_json_view_get_strv (view, "languages", CARE_JSON_REQUIRED, &layout->languages, error) ||
      !care_json_view_get_string (view, "accents", CARE_JSON_OPTIONAL, &accents, error) ||
      !read_three (view, "rows", CARE_JSON_REQUIRED, &layout->rows, error) ||
      !read_three (view, "signs", CARE_JSON_OPTIONAL, &layout->signs, error) ||
      !care_json_view_get_boolean (view, "caseless", CARE_JSON_OPTIONAL, &layout->caseless, error) ||
      !read_capitals (view, layout, error))
    return FALSE;
  layout->accents = g_strdup (accents);

  return TRUE;
}

static gboolean
read_all (CareKeyboards       *self,
          const CareJsonView  *view,
          GError             **error)
{
  static const char *const known[] = { "$schema", "format_version", "signs", "without_keys", "layouts", NULL };
  g_auto (GStrv) signs = NULL;
  CareJsonView layouts;
  CareJsonView layout;

  if (!care_json_view_refuse_unknown (view, known, error) ||
      !read_three (view, "signs", CARE_JSON_REQUIRED, &signs, error) ||
      !care_json_view_get_array (view, "layouts", CARE_JSON_REQUIRED, &layouts, error))
    return FALSE;

  for (guint i = 0; care_json_view_peek_element (&layouts, i, &layout); i++)
    {
      if (!JSON_NODE_HOLDS_OBJECT (layout.node))
        {
          care_json_view_set_error (&layout, error, CARE_ERROR_INPUT, "a layout {…} should stand here");
          return FALSE;
        }
      if (!read_layout (self, &layout, signs, error))
        return FALSE;
    }
  if (self->layouts->len == 0)
    {
      care_json_view_set_error (&layouts, error, CARE_ERROR_INPUT, "at least one layout should stand here");
      return FALSE;
    }

  return TRUE;
}

static void
care_keyboards_finalize (GObject *object)
{
  g_ptr_array_unref (CARE_KEYBOARDS (object)->layouts);

  G_OBJECT_CLASS (care_keyboards_parent_class)->finalize (object);
}

static void
care_keyboards_class_init (CareKeyboardsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_keyboards_finalize;
}

static void
care_keyboards_init (CareKeyboards *self)
{
  self->layouts = g_ptr_array_new_with_free_func (layout_free);
}

/**
 * care_keyboards_new_from_node:
 * @node: `data/words/keyboards.json`, see its schema
 * @source: what to call it in errors
 * @error: %CARE_ERROR_INPUT with the path where it is not as the schema says
 *
 * Returns: (transfer full) (nullable): the layouts
 */
CareKeyboards *
care_keyboards_new_from_node (JsonNode    *node,
                              const char  *source,
                              GError     **error)
{
  g_autoptr (CareKeyboards) self = NULL;
  CareJsonView view;

  g_return_val_if_fail (node != NULL && source != NULL, NULL);

  self = g_object_new (CARE_TYPE_KEYBOARDS, NULL);
  care_json_view_init (&view, source, node);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      care_json_view_set_error (&view, error, CARE_ERROR_INPUT, "layouts of keys are an object {…}");
      return NULL;
    }
  if (!read_all (self, &view, error))
    return NULL;

  return g_steal_pointer (&self);
}

static const CareKeyboardLayout *
find_exactly (CareKeyboards *self,
              const char    *language)
{
  for (guint i = 0; i < self->layouts->len; i++)
    {
      const CareKeyboardLayout *layout = self->layouts->pdata[i];

      if (g_strv_contains ((const char *const *) layout->languages, language))
        return layout;
    }

  return NULL;
}

/* "sr-Latn-RS", "sr-Latn", "sr". */
static const CareKeyboardLayout *
find_shorter (CareKeyboards *self,
              const char    *language)
{
  g_autofree char *tag = g_strdup (language);
  const CareKeyboardLayout *layout = find_exactly (self, tag);
  char *end;

  while (layout == NULL && (end = strrchr (tag, '-')) != NULL)
    {
      *end = '\0';
      layout = find_exactly (self, tag);
    }

  return layout;
}

/**
 * care_keyboards_find:
 * @self: the layouts
 * @language: a BCP 47 tag
 *
 * Returns: (transfer none): the language's layout, else the first
 */
const CareKeyboardLayout *
care_keyboards_find (CareKeyboards *self,
                     const char    *language)
{
  const CareKeyboardLayout *layout;

  g_return_val_if_fail (CARE_IS_KEYBOARDS (self) && language != NULL, NULL);

  layout = find_shorter (self, language);

  return layout != NULL ? layout : self->layouts->pdata[0];
}

gboolean
care_keyboards_has (CareKeyboards *self,
                    const char    *language)
{
  g_return_val_if_fail (CARE_IS_KEYBOARDS (self) && language != NULL, FALSE);

  return find_shorter (self, language) != NULL;
}

/**
 * care_keyboard_layout_dup_capital:
 * @layout: a layout
 * @letter: one of its letters
 *
 * Returns: (transfer full): the capital letter, or @letter where there is none
 */
char *
care_keyboard_layout_dup_capital (const CareKeyboardLayout *layout,
                                  const char               *letter)
{
  const char *capital = layout->capitals != NULL ? g_hash_table_lookup (layout->capitals, letter) : NULL;

  if (capital != NULL)
    return g_strdup (capital);

  return layout->caseless ? g_strdup (letter) : g_utf8_strup (letter, -1);
}

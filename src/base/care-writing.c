/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-writing.h"

#include <string.h>

#include <unicode/unumsys.h>

struct _CareWriting
{
  GObject     parent_instance;

  GHashTable *hours;  /* tag to CareHours */
  GHashTable *digits; /* tag to the name of a numbering system */
};

G_DEFINE_FINAL_TYPE (CareWriting, care_writing, G_TYPE_OBJECT)

/* What stands for the tag, or for its language alone. */
static gpointer
lookup (GHashTable *table,
        const char *tag)
{
  gpointer value = NULL;
  gsize length = strcspn (tag, "-");

  if (!g_hash_table_lookup_extended (table, tag, NULL, &value) && tag[length] != '\0')
    {
      g_autofree char *language = g_strndup (tag, length);

      value = g_hash_table_lookup (table, language);
    }

  return value;
}

/* A system with ten digits in a row, such as latn, arab or deva. */
static gboolean
has_ten_digits (const char *name)
{
  UErrorCode status = U_ZERO_ERROR;
  UNumberingSystem *system = unumsys_openByName (name, &status);
  gboolean fine = U_SUCCESS (status) && !unumsys_isAlgorithmic (system) && unumsys_getRadix (system) == 10;

  if (system != NULL)
    unumsys_close (system);

  return fine;
}

static void
care_writing_finalize (GObject *object)
{
  CareWriting *self = CARE_WRITING (object);

  g_clear_pointer (&self->hours, g_hash_table_unref);
  g_clear_pointer (&self->digits, g_hash_table_unref);

  G_OBJECT_CLASS (care_writing_parent_class)->finalize (object);
}

static void
care_writing_class_init (CareWritingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_writing_finalize;
}

static void
care_writing_init (CareWriting *self)
{
  self->hours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->digits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

CareWriting *
care_writing_new (void)
{
  return g_object_new (CARE_TYPE_WRITING, NULL);
}

static gboolean
read_hours (CareWriting         *self,
            const CareJsonView  *hours,
            const char          *language,
            GError             **error)
{
  gboolean value = FALSE;

  if (!care_json_view_get_boolean (hours, language, CARE_JSON_REQUIRED, &value, error))
    return FALSE;
  care_writing_set_hours (self, language, value ? CARE_HOURS_24 : CARE_HOURS_12);

  return TRUE;
}

static gboolean
read_digits (CareWriting         *self,
             const CareJsonView  *digits,
             const char          *language,
             GError             **error)
{
  const char *value = NULL;

  if (!care_json_view_get_string (digits, language, CARE_JSON_REQUIRED, &value, error))
    return FALSE;
  if (!has_ten_digits (value))
    {
      care_json_view_set_error (digits, error, CARE_ERROR_INPUT,
                                "\"%s\": these digits are not known; write latn for 0123, arab for ٠١٢٣", language);
      return FALSE;
    }
  g_hash_table_insert (self->digits, g_strdup (language), g_strdup (value));

  return TRUE;
}

/* An object from tag to something, each read by @read. */
static gboolean
read_table (CareWriting         *self,
            const CareJsonView  *view,
            const char          *member,
            gboolean           (*read) (CareWriting *, const CareJsonView *, const char *, GError **),
            GError             **error)
{
  CareJsonView table = { 0 };
  JsonObjectIter iter;
  const char *language;

  if (!care_json_view_get_object (view, member, CARE_JSON_OPTIONAL, &table, error))
    return FALSE;
  if (table.node == NULL)
    return TRUE;

  json_object_iter_init (&iter, json_node_get_object (table.node));
  while (json_object_iter_next (&iter, &language, NULL))
    {
      if (!care_text_is_tag (language))
        {
          care_json_view_set_error (&table, error, CARE_ERROR_INPUT, "\"%s\" is not a language tag, such as en or es", language);
          return FALSE;
        }
      if (!read (self, &table, language, error))
        return FALSE;
    }

  return TRUE;
}

CareWriting *
care_writing_new_from_view (const CareJsonView  *view,
                            GError             **error)
{
  g_autoptr (CareWriting) self = care_writing_new ();

  g_return_val_if_fail (view != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!read_table (self, view, "hours24", read_hours, error) ||
      !read_table (self, view, "digits", read_digits, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
care_writing_to_json (CareWriting *self,
                      JsonObject  *object)
{
  JsonObject *hours = json_object_new ();
  JsonObject *digits = json_object_new ();
  GHashTableIter iter;
  gpointer language, value;

  g_return_if_fail (CARE_IS_WRITING (self));
  g_return_if_fail (object != NULL);

  g_hash_table_iter_init (&iter, self->hours);
  while (g_hash_table_iter_next (&iter, &language, &value))
    if (GPOINTER_TO_INT (value) != CARE_HOURS_LANGUAGE)
      json_object_set_boolean_member (hours, language, GPOINTER_TO_INT (value) == CARE_HOURS_24);
  g_hash_table_iter_init (&iter, self->digits);
  while (g_hash_table_iter_next (&iter, &language, &value))
    json_object_set_string_member (digits, language, value);
  json_object_set_object_member (object, "hours24", hours);
  json_object_set_object_member (object, "digits", digits);
}

void
care_writing_set_hours (CareWriting *self,
                        const char  *language,
                        CareHours    hours)
{
  g_return_if_fail (CARE_IS_WRITING (self));
  g_return_if_fail (language != NULL);

  g_hash_table_insert (self->hours, g_strdup (language), GINT_TO_POINTER (hours));
}

CareHours
care_writing_get_hours (CareWriting *self,
                        const char  *language)
{
  g_return_val_if_fail (CARE_IS_WRITING (self), CARE_HOURS_LANGUAGE);
  g_return_val_if_fail (language != NULL, CARE_HOURS_LANGUAGE);

  return (CareHours) GPOINTER_TO_INT (lookup (self->hours, language));
}

const char *
care_writing_get_digits (CareWriting *self,
                         const char  *language)
{
  g_return_val_if_fail (CARE_IS_WRITING (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  return lookup (self->digits, language);
}

/**
 * care_writing_new_format:
 * @self: how a clinic writes
 * @language: BCP 47 tag
 * @zone: the clinic's zone
 *
 * Returns: (transfer full): dates, times and numbers in @language as the clinic wants them
 */
CareFormat *
care_writing_new_format (CareWriting *self,
                         const char  *language,
                         GTimeZone   *zone)
{
  const char *digits;
  g_autofree char *tag = NULL;

  g_return_val_if_fail (CARE_IS_WRITING (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  digits = care_writing_get_digits (self, language);
  tag = digits != NULL ? g_strconcat (language, "-u-nu-", digits, NULL) : g_strdup (language);

  return care_format_new (tag, zone, care_writing_get_hours (self, language));
}

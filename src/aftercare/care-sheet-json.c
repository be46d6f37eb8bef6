/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-private.h"

#define FORMAT_VERSION 1

/* The marks around values (U+2068, U+2069) serve the layout; other readers get plain words. */
static char *
without_isolates (const char *text)
{
  GString *plain = g_string_new (text);

  g_string_replace (plain, "\xE2\x81\xA8", "", 0);
  g_string_replace (plain, "\xE2\x81\xA9", "", 0);

  return g_string_free (plain, FALSE);
}

static void
set_text (JsonObject *object,
          const char *member,
          const char *text)
{
  g_autofree char *plain = NULL;

  if (text == NULL)
    return;

  plain = without_isolates (text);
  json_object_set_string_member (object, member, plain);
}

static void
set_instant (CareSheet  *self,
             JsonObject *object,
             const char *member,
             CareInstant at)
{
  g_autofree char *text = NULL;

  if (at == CARE_INSTANT_NONE)
    return;

  text = care_instant_format (at, self->clinic->zone);
  json_object_set_string_member (object, member, text);
}

static void
set_strv (JsonObject        *object,
          const char        *member,
          const char *const *items)
{
  JsonArray *array;

  if (items == NULL)
    return;

  array = json_array_new ();
  for (guint i = 0; items[i] != NULL; i++)
    json_array_add_string_element (array, items[i]);
  json_object_set_array_member (object, member, array);
}

static void
set_texts (CareSheet  *self,
           JsonObject *object,
           const char *member,
           CareText   *text)
{
  JsonObject *texts;

  if (text == NULL)
    return;

  texts = json_object_new ();
  for (guint i = 0; self->languages[i] != NULL; i++)
    if (care_text_has (text, self->languages[i]))
      json_object_set_string_member (texts, self->languages[i], care_text_get (text, self->languages[i]));
  json_object_set_object_member (object, member, texts);
}

static JsonArray *
timeline_to_json (CareSheet *self)
{
  GPtrArray *moments = care_timeline_get_moments (self->timeline);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < moments->len; i++)
    {
      const CareMoment *moment = g_ptr_array_index (moments, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "line", moment->line->id);
      set_instant (self, object, "at", moment->at);
      if (moment->line->hours > 0)
        json_object_set_int_member (object, "hours", moment->line->hours);
      if (moment->line->days + 7 * moment->line->weeks > 0)
        json_object_set_int_member (object, "days", moment->line->days + 7 * moment->line->weeks);
      json_object_set_boolean_member (object, "passed", moment->passed);
      set_text (object, "pictogram", moment->line->pictogram);
      set_texts (self, object, "label", moment->line->label);
      set_strv (object, "sources", (const char *const *) moment->line->sources);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonArray *
clashes_to_json (CareSheet *self)
{
  GPtrArray *clashes = care_timeline_get_clashes (self->timeline);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < clashes->len; i++)
    {
      const CareClash *clash = g_ptr_array_index (clashes, i);
      JsonObject *object = json_object_new ();

      set_text (object, "topic", clash->kept->topic);
      json_object_set_string_member (object, "kept", clash->kept->id);
      json_object_set_string_member (object, "dropped", clash->dropped->id);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonObject *
entry_to_json (CareSheet            *self,
               const CareSheetEntry *entry)
{
  JsonObject *object = json_object_new ();

  set_text (object, "line", entry->id);
  set_text (object, "pictogram", entry->pictogram);
  set_text (object, "label", entry->label);
  set_text (object, "time", entry->time);
  set_text (object, "day", entry->day);
  set_text (object, "when", entry->when);
  set_instant (self, object, "at", entry->at);
  set_text (object, "text", entry->text);
  set_text (object, "phone", entry->phone);
  if (entry->key)
    json_object_set_boolean_member (object, "key", TRUE);
  set_strv (object, "sources", entry->sources);

  return object;
}

static JsonArray *
blocks_to_json (CareSheet *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const CareSheetBlock *block = g_ptr_array_index (self->blocks, i);
      JsonObject *object = json_object_new ();
      JsonArray *entries = json_array_new ();

      json_object_set_string_member (object, "block", block->name);
      json_object_set_string_member (object, "kind", care_sheet_block_kind_name (block->kind));
      json_object_set_string_member (object, "language", block->language);
      json_object_set_string_member (object, "side", block->back ? "back" : "front");
      set_text (object, "heading", block->heading);
      set_text (object, "text", block->text);
      for (guint j = 0; j < block->entries->len; j++)
        json_array_add_object_element (entries, entry_to_json (self, g_ptr_array_index (block->entries, j)));
      json_object_set_array_member (object, "entries", entries);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonObject *
patient_to_json (CareSheet *self)
{
  JsonObject *patient = json_object_new ();

  json_object_set_string_member (patient, "name", self->facts->patient_name);
  if (self->facts->birth_year > 0)
    json_object_set_int_member (patient, "birth_year", self->facts->birth_year);

  return patient;
}

/**
 * care_sheet_to_json:
 * @self: a sheet
 *
 * The timeline and the blocks that the pages are made of; docs/formats has the
 * members. Instants are RFC 3339 with the clinic's offset.
 *
 * Returns: (transfer full): an object node
 */
JsonNode *
care_sheet_to_json (CareSheet *self)
{
  const char *const kinds[] = { "session", "test", "before" };
  g_auto (GStrv) troubles = NULL;
  JsonObject *root;
  JsonNode *node;

  g_return_val_if_fail (CARE_IS_SHEET (self), NULL);

  root = json_object_new ();
  json_object_set_int_member (root, "format_version", FORMAT_VERSION);
  json_object_set_string_member (root, "kind", kinds[self->facts->kind]);
  json_object_set_string_member (root, "title", self->title);
  set_strv (root, "languages", (const char *const *) self->languages);
  json_object_set_object_member (root, "patient", patient_to_json (self));
  set_instant (self, root, self->facts->kind == CARE_SHEET_BEFORE ? "visit" : "finished",
               care_timeline_get_finished (self->timeline));
  json_object_set_string_member (root, "time_zone", self->clinic->zone_name);
  set_strv (root, "areas", (const char *const *) self->facts->areas);
  if (self->facts->session_number > 0)
    json_object_set_int_member (root, "session", self->facts->session_number);
  if (self->facts->session_count > 0)
    json_object_set_int_member (root, "sessions", self->facts->session_count);
  set_instant (self, root, "next_visit", self->facts->next_visit);
  set_instant (self, root, "keep_until", care_timeline_get_keep_until (self->timeline));
  json_object_set_boolean_member (root, "late", care_timeline_has_passed (self->timeline));
  json_object_set_array_member (root, "timeline", timeline_to_json (self));
  json_object_set_array_member (root, "clashes", clashes_to_json (self));
  troubles = care_sheet_dup_troubles (self);
  set_strv (root, "troubles", (const char *const *) troubles);
  json_object_set_array_member (root, "blocks", blocks_to_json (self));

  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, root);

  return node;
}

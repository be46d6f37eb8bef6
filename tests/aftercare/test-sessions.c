/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "care-test-sheet.h"

#include "base/care-json.h"

#define SHIPPED .shipped = TRUE
#define AT      SHIPPED, .finished = "2026-11-22T15:10", .session = 2, .sessions = 10, .next = "2026-11-29T15:00"

static const char *const languages[] = { "en", "es", "fr", "pt-BR", "de", "ar", NULL };

/* Twenty sessions, each in every language, with the words as they are shipped. build-aux/goldens writes the files anew,
 * to be read before they are kept. */
static const CareTestVisit sessions[] = {
  { .name = "face", AT, .areas = "face", .numbed = CARE_TRI_NO, .kidney_clear = TRUE, .product = "product-b" },
  { .name = "face-numbed", AT, .areas = "face,neck", .numbed = CARE_TRI_YES, .kidney_clear = TRUE },
  { .name = "face-cream-unknown", AT, .areas = "chin" },
  { .name = "body", AT, .areas = "thighs,buttocks", .numbed = CARE_TRI_NO, .kidney_clear = TRUE },
  { .name = "body-numbed", AT, .areas = "abdomen,flanks", .numbed = CARE_TRI_YES, .kidney_clear = TRUE },
  { .name = "body-kidney-unknown", AT, .areas = "arms", .numbed = CARE_TRI_NO },
  { .name = "face-and-body", AT, .areas = "face,thighs", .numbed = CARE_TRI_NO, .kidney_clear = TRUE },
  { .name = "nothing-known", AT, .areas = "face,legs" },
  { .name = "first-of-course", SHIPPED, .finished = "2026-11-22T10:05", .areas = "back", .session = 1, .sessions = 8,
    .next = "2026-12-01T10:00", .numbed = CARE_TRI_NO },
  { .name = "last-of-course", SHIPPED, .finished = "2026-11-22T15:10", .areas = "thighs", .session = 10, .sessions = 10,
    .numbed = CARE_TRI_NO },
  { .name = "no-next-visit", SHIPPED, .finished = "2026-11-22T15:10", .areas = "face", .session = 3, .sessions = 10,
    .numbed = CARE_TRI_NO },
  { .name = "evening", SHIPPED, .finished = "2026-11-22T19:40", .areas = "face,thighs", .session = 4, .sessions = 10,
    .next = "2026-11-30T18:00", .numbed = CARE_TRI_NO },
  { .name = "spring-clocks", SHIPPED, .finished = "2026-03-28T20:00", .areas = "face", .session = 5, .sessions = 10,
    .next = "2026-04-06T20:00", .numbed = CARE_TRI_NO },
  { .name = "autumn-clocks", SHIPPED, .finished = "2026-10-24T23:30", .areas = "face,thighs", .session = 5, .sessions = 10,
    .next = "2026-11-02T18:00", .numbed = CARE_TRI_NO },
  { .name = "new-york", SHIPPED, .zone = "America/New_York", .finished = "2026-10-31T18:00", .areas = "face", .session = 6,
    .sessions = 10, .next = "2026-11-09T18:00", .numbed = CARE_TRI_YES },
  { .name = "late", SHIPPED, .finished = "2026-11-22T15:10", .now = "2026-11-24T18:00", .areas = "face,thighs",
    .session = 7, .sessions = 10, .next = "2026-12-02T15:00", .numbed = CARE_TRI_NO },
  { .name = "reprint", AT, .now = "2026-11-22T18:00", .reprint = "2026-11-22T15:12", .areas = "thighs", .numbed = CARE_TRI_NO },
  { .name = "skin-test", SHIPPED, .kind = CARE_SHEET_TEST, .finished = "2026-11-22T10:00", .next = "2026-11-23T10:30",
    .areas = "thighs" },
  { .name = "before-a-session", SHIPPED, .kind = CARE_SHEET_BEFORE, .now = "2026-11-20T09:00", .next = "2026-11-22T15:00",
    .areas = "face" },
  { .name = "before-body", SHIPPED, .kind = CARE_SHEET_BEFORE, .now = "2026-11-20T09:00", .next = "2026-11-22T09:30",
    .areas = "abdomen" },
};

/* An entry as a reader meets it: its sentence, or what stands at a stop of the strip. */
static char *
entry_words (JsonObject *entry)
{
  const char *const members[] = { "time", "day", "label", "phone", "text" };
  GString *words = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (json_object_has_member (entry, members[i]))
      g_string_append_printf (words, "%s%s", words->len > 0 ? " | " : "", json_object_get_string_member (entry, members[i]));

  return g_string_free (words, FALSE);
}

static JsonArray *
read_blocks (JsonObject *sheet)
{
  JsonArray *blocks = json_object_get_array_member (sheet, "blocks");
  JsonArray *read = json_array_new ();

  for (guint i = 0; i < json_array_get_length (blocks); i++)
    {
      JsonObject *block = json_array_get_object_element (blocks, i);
      JsonArray *entries = json_object_get_array_member (block, "entries");
      JsonArray *words = json_array_new ();
      JsonObject *out = json_object_new ();

      json_object_set_string_member (out, "block", json_object_get_string_member (block, "block"));
      if (json_object_has_member (block, "heading"))
        json_object_set_string_member (out, "heading", json_object_get_string_member (block, "heading"));
      if (json_object_has_member (block, "text"))
        json_object_set_string_member (out, "text", json_object_get_string_member (block, "text"));
      for (guint j = 0; j < json_array_get_length (entries); j++)
        {
          g_autofree char *text = entry_words (json_array_get_object_element (entries, j));

          json_array_add_string_element (words, text);
        }
      json_object_set_array_member (out, "entries", words);
      json_array_add_object_element (read, out);
    }

  return read;
}

/* One session: its timeline once, since all languages are made from it, then what each language says. */
static char *
write_session (const CareTestVisit *visit)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  JsonObject *all = json_object_new ();

  json_node_take_object (root, object);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      CareTestVisit own = *visit;
      g_autoptr (CareSheet) sheet = NULL;
      g_autoptr (JsonNode) node = NULL;

      own.languages = languages[i];
      own.clinic = languages[i];
      sheet = care_test_sheet_new (&own);
      node = care_sheet_to_json (sheet);
      if (i == 0)
        {
          const char *const shared[] = { "kind", "finished", "visit", "time_zone", "next_visit", "keep_until", "late" };

          for (gsize j = 0; j < G_N_ELEMENTS (shared); j++)
            if (json_object_has_member (json_node_get_object (node), shared[j]))
              json_object_set_member (object, shared[j],
                                      json_node_copy (json_object_get_member (json_node_get_object (node), shared[j])));
        }
      json_object_set_array_member (all, languages[i], read_blocks (json_node_get_object (node)));
    }
  json_object_set_object_member (object, "languages", all);

  return care_json_to_text (root, CARE_JSON_PRETTY);
}

static void
test_golden (gconstpointer data)
{
  const CareTestVisit *visit = data;
  g_autofree char *text = write_session (visit);
  g_autofree char *name = g_strdup_printf ("sessions/%s.json", visit->name);
  g_autofree char *path = care_test_path (name);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("CARE_UPDATE_GOLDEN") != NULL)
    {
      g_file_set_contents (path, text, -1, &error);
      g_assert_no_error (error);
    }
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  if (strcmp (text, expected) != 0)
    g_test_message ("the words of a sheet have changed; build-aux/goldens writes %s anew, then read what changed", name);
  g_assert_cmpstr (text, ==, expected);
}

/* Every language has every line: none is silently English. */
static void
test_whole (gconstpointer data)
{
  const CareTestVisit *visit = data;

  for (guint i = 0; languages[i] != NULL; i++)
    {
      CareTestVisit own = *visit;
      g_autoptr (CareSheet) sheet = NULL;
      g_auto (GStrv) troubles = NULL;

      own.languages = languages[i];
      sheet = care_test_sheet_new (&own);
      troubles = care_sheet_dup_troubles (sheet);
      for (guint j = 0; troubles[j] != NULL; j++)
        if (strstr (troubles[j], "have no text") != NULL || strstr (troubles[j], "no words") != NULL)
          g_error ("%s in %s: %s", visit->name, languages[i], troubles[j]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sessions); i++)
    {
      g_autofree char *golden = g_strconcat ("/sessions/golden/", sessions[i].name, NULL);
      g_autofree char *whole = g_strconcat ("/sessions/whole/", sessions[i].name, NULL);

      g_test_add_data_func (golden, &sessions[i], test_golden);
      g_test_add_data_func (whole, &sessions[i], test_whole);
    }

  return g_test_run ();
}

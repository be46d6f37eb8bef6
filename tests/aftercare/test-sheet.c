/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "care-test-sheet.h"

#include "base/care-error.h"
#include "base/care-json.h"

#define AT .finished = "2026-11-22T15:10", .session = 1, .sessions = 10, .next = "2026-11-29T15:00"

/* Each has a golden file; CARE_UPDATE_GOLDEN=1 writes them anew, to be read before they are kept. */
static const CareTestVisit goldens[] = {
  { .name = "face-en", AT, .areas = "face", .numbed = CARE_TRI_NO, .kidney_clear = TRUE, .product = "booster-b" },
  { .name = "body-en", AT, .areas = "thighs,buttocks", .numbed = CARE_TRI_NO, .kidney_clear = TRUE },
  { .name = "body-es", AT, .areas = "thighs,buttocks", .languages = "es", .numbed = CARE_TRI_YES },
  { .name = "both-unknown-en", AT, .areas = "chin,abdomen" },
  { .name = "both-ar", AT, .areas = "face,thighs", .languages = "ar", .patient = "ليلى حسن" },
  { .name = "ar-and-en", AT, .areas = "face", .languages = "ar,en", .patient = "ليلى حسن", .numbed = CARE_TRI_NO },
  { .name = "es-and-en", AT, .areas = "legs", .languages = "es,en", .numbed = CARE_TRI_NO },
  { .name = "test-en", .kind = CARE_SHEET_TEST, .finished = "2026-11-22T10:00", .next = "2026-11-23T10:30", .areas = "thighs" },
  { .name = "late-en", .finished = "2026-11-22T15:10", .now = "2026-11-24T18:00", .areas = "face,thighs", .session = 2, .sessions = 10 },
  { .name = "last-en", .finished = "2026-11-22T15:10", .areas = "thighs", .session = 10, .sessions = 10, .numbed = CARE_TRI_NO },
  { .name = "spring-en", .finished = "2026-03-28T20:00", .areas = "face", .numbed = CARE_TRI_NO },
  { .name = "autumn-en", .finished = "2026-10-24T23:30", .areas = "face,thighs", .numbed = CARE_TRI_NO },
  { .name = "new-york-en", .zone = "America/New_York", .finished = "2026-10-31T18:00", .areas = "face", .numbed = CARE_TRI_NO },
  { .name = "before-en", .kind = CARE_SHEET_BEFORE, .now = "2026-11-20T09:00", .next = "2026-11-22T15:00", .areas = "face" },
  { .name = "clashes-en", .finished = "2026-11-22T15:10", .areas = "thighs", .protocol = "clashes.json" },
};

static void
test_golden (gconstpointer data)
{
  const CareTestVisit *visit = data;
  g_autoptr (CareSheet) sheet = care_test_sheet_new (visit);
  g_autoptr (JsonNode) node = care_sheet_to_json (sheet);
  g_autofree char *text = care_json_to_text (node, CARE_JSON_PRETTY);
  g_autofree char *name = g_strdup_printf ("golden/%s.json", visit->name);
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
  g_assert_cmpstr (text, ==, expected);
}

/* What must and must not stand in the text form. */
typedef struct
{
  const char   *name;
  CareTestVisit visit;
  const char   *has;
  const char   *has_not;
} TextCase;

static const TextCase text_cases[] = {
  { "shower-tonight", { AT }, "before tonight, 23:10", NULL },
  { "bath-day", { AT }, "before Tuesday, 24 November, 15:10", NULL },
  { "tomorrow", { .finished = "2026-11-22T22:00", .areas = "thighs" }, "before tomorrow, Monday, 23 November, 06:00", NULL },
  { "after-midnight", { .finished = "2026-11-22T18:30" }, "tonight after midnight, Monday, 23 November, 02:30", "tomorrow" },
  { "second-half-past-two", { .finished = "2026-10-24T23:30", .areas = "face" }, "02:30 (after the clocks go back)", NULL },
  { "printed-next-day", { .finished = "2026-11-22T22:00", .now = "2026-11-23T00:20" },
    "before Monday, 23 November, 06:00", "tonight" },
  { "makeup-face-only", { AT, .areas = "thighs" }, "hot shower", "makeup on the treated" },
  { "spanish", { AT, .languages = "es" }, "hasta esta noche, 23:10", "before" },
  { "spanish-day", { AT, .languages = "es" }, "alcohol hasta el martes, 24 de noviembre, 15:10", "hasta martes" },
  { "coffee", { AT }, "Last coffee, tea, cola or energy drink: Saturday, 28 November, 15:00", NULL },
  { "coffee-open", { .finished = "2026-11-22T15:10" }, "energy drink: 24 hours before your visit", NULL },
  { "open-visit", { .finished = "2026-11-22T15:10" }, "Not booked yet. Please call us.", NULL },
  { "last-session", { .finished = "2026-11-22T15:10", .session = 3, .sessions = 3 }, "This was your last session.", "Not booked" },
  { "phones", { AT }, "Emergency: 112", NULL },
  { "batch", { AT }, "Mix A (batch L0471)", NULL },
  { "keep", { AT }, "Keep this page until 14 February 2027.", NULL },
  { "head", { AT }, "Ana Example\u00a0\u00a0·  born 1980\u00a0\u00a0·  ended 22 Nov 2026, 15:10", NULL },
  { "french-colon", { AT, .shipped = TRUE, .languages = "fr", .clinic = "fr" }, "- Zones\u00a0: ", "Zones:" },
  { "foot", { AT }, "Text version 7\u00a0\u00a0·  approved by Dr. Lea Example, 2 November 2026\u00a0\u00a0·  review by 2 November 2027", NULL },
  { "late", { .finished = "2026-11-22T15:10", .now = "2026-11-25T18:00" }, "What is already over is left out.", "No hot shower" },
  { "weeks-later", { .shipped = TRUE, .finished = "2026-11-22T15:10", .now = "2026-12-20T10:00" }, "Keep this page until 14 February 2027.", "Please wait" },
  { "weeks-later-no-strip", { .shipped = TRUE, .finished = "2026-11-22T15:10", .now = "2026-12-20T10:00" }, "Your treatment ended", "From when" },
  { "keep-is-over", { .shipped = TRUE, .finished = "2026-11-22T15:10", .now = "2027-02-14T15:11" }, "Call us soon", "Keep this page" },
  { "visit-is-over", { AT, .shipped = TRUE, .now = "2026-11-29T15:00" }, "From 24 hours before your visit", "Your next visit" },
  { "visit-is-over-no-time", { AT, .shipped = TRUE, .now = "2026-11-29T15:00" }, "What is already over is left out.", "28 November" },
  { "visit-to-come", { AT, .shipped = TRUE, .now = "2026-11-29T14:59" }, "Sunday, 29 November, 15:00", NULL },
  { "teach-back", { AT }, "[ ] said back  [ ] explained again", NULL },
  { "test-kind", { .kind = CARE_SHEET_TEST, .finished = "2026-11-22T10:00" }, "After your skin test", "After your treatment" },
};

static void
test_text (gconstpointer data)
{
  const TextCase *c = data;
  g_autoptr (CareSheet) sheet = care_test_sheet_new (&c->visit);
  g_autofree char *text = care_sheet_to_text (sheet);

  if (strstr (text, c->has) == NULL)
    g_error ("'%s' is not in:\n%s", c->has, text);
  if (c->has_not != NULL && strstr (text, c->has_not) != NULL)
    g_error ("'%s' is in:\n%s", c->has_not, text);
}

/* No line without a source. */
static void
test_sources (void)
{
  CareTestVisit visit = { AT, .areas = "face,thighs" };
  g_autoptr (CareSheet) sheet = care_test_sheet_new (&visit);
  GPtrArray *blocks = care_sheet_get_blocks (sheet);

  for (guint i = 0; i < blocks->len; i++)
    {
      const CareSheetBlock *block = g_ptr_array_index (blocks, i);

      for (guint j = 0; j < block->entries->len; j++)
        {
          const CareSheetEntry *entry = g_ptr_array_index (block->entries, j);

          if (entry->id != NULL)
            g_assert_true (entry->sources != NULL && entry->sources[0] != NULL);
        }
    }
}

static CareSheet *
sheet_with_language (const char *language,
                     GError    **error)
{
  CareTestVisit visit = { AT };
  g_autoptr (CareProtocol) protocol = care_test_protocol_new (NULL);
  g_autoptr (CareSheetClinic) clinic = care_test_clinic_new (NULL);
  g_autoptr (CareSheetFacts) facts = care_test_facts_new (&visit, clinic->zone);
  g_autofree char *path = care_test_path ("words.json");
  g_autoptr (CareWords) words = care_words_load (path, NULL);
  const char *const languages[] = { language, NULL };

  return care_sheet_new (protocol, words, clinic, facts, languages, care_test_now (&visit, clinic->zone), error);
}

static void
test_unknown_language (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareSheet) sheet = sheet_with_language ("de", &error);

  g_assert_null (sheet);
  g_assert_error (error, CARE_ERROR, CARE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "'de'"));
}

static void
test_region (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareSheet) sheet = sheet_with_language ("es-MX", &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = care_sheet_to_text (sheet);
  g_assert_nonnull (strstr (text, "Después de su tratamiento"));
}

/* What stops ready before the needle never stops paper after it. */
static void
test_troubles (void)
{
  CareTestVisit visit = { AT, .areas = "thighs,elbow", .product = "nobody-knows", .protocol = "forty.json" };
  g_autoptr (CareProtocol) protocol = care_test_protocol_new (visit.protocol);
  g_autoptr (CareSheetClinic) clinic = care_test_clinic_new (NULL);
  g_autoptr (CareSheetFacts) facts = care_test_facts_new (&visit, clinic->zone);
  g_autofree char *path = care_test_path ("words.json");
  g_autoptr (CareWords) words = care_words_load (path, NULL);
  const char *const languages[] = { "en", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (CareSheet) sheet = NULL;
  g_auto (GStrv) troubles = NULL;
  g_autofree char *all = NULL;

  g_clear_pointer (&clinic->phone_day, g_free);
  g_clear_pointer (&clinic->phone_after_hours, g_free);
  g_clear_pointer (&clinic->phone_emergency, g_free);
  sheet = care_sheet_new (protocol, words, clinic, facts, languages, care_test_now (&visit, clinic->zone), &error);
  g_assert_no_error (error);

  troubles = care_sheet_dup_troubles (sheet);
  all = g_strjoinv ("\n", troubles);
  g_assert_nonnull (strstr (all, "no phone number by day"));
  g_assert_nonnull (strstr (all, "after hours"));
  g_assert_nonnull (strstr (all, "no emergency number"));
  g_assert_nonnull (strstr (all, "English are not approved"));
  g_assert_nonnull (strstr (all, "'elbow'"));
  g_assert_nonnull (strstr (all, "'nobody-knows'"));
}

/* The shipped protocol without the Spanish of one line. */
static CareProtocol *
protocol_with_gap (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("AFTERCARE_DATA"), "protocols", "mesotherapy.json", NULL);
  g_autoptr (JsonNode) node = care_json_load (path, NULL, &error);
  g_autofree char *text = NULL;
  CareProtocol *protocol;
  JsonArray *lines;

  g_assert_no_error (error);
  lines = json_object_get_array_member (json_node_get_object (node), "lines");
  for (guint i = 0; i < json_array_get_length (lines); i++)
    {
      JsonObject *line = json_array_get_object_element (lines, i);

      if (g_str_equal (json_object_get_string_member (line, "id"), "massage"))
        json_object_remove_member (json_object_get_object_member (line, "text"), "es");
    }
  text = care_json_to_text (node, CARE_JSON_COMPACT);
  protocol = care_protocol_new_from_text (text, -1, "gap.json", &error);
  g_assert_no_error (error);

  return protocol;
}

/* What a language lacks is said on its pages, in its own words, and among the troubles; the line itself still prints. */
static void
test_missing_text (void)
{
  CareTestVisit visit = { AT };
  g_autoptr (CareProtocol) protocol = protocol_with_gap ();
  g_autoptr (CareSheetClinic) clinic = care_test_clinic_new (NULL);
  g_autoptr (CareSheetFacts) facts = care_test_facts_new (&visit, clinic->zone);
  g_autofree char *path = g_build_filename (g_getenv ("AFTERCARE_DATA"), "words", "sheet.json", NULL);
  g_autoptr (CareWords) words = care_words_load (path, NULL);
  const char *const languages[] = { "es", "en", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (CareSheet) sheet = care_sheet_new (protocol, words, clinic, facts, languages, care_test_now (&visit, clinic->zone),
                                                &error);
  g_auto (GStrv) troubles = NULL;
  GPtrArray *blocks;
  guint notices = 0, lines = 0;

  g_assert_no_error (error);
  blocks = care_sheet_get_blocks (sheet);
  for (guint i = 0; i < blocks->len; i++)
    {
      const CareSheetBlock *block = g_ptr_array_index (blocks, i);

      if (g_str_equal (block->name, "missing"))
        {
          g_assert_cmpstr (block->language, ==, "es");
          g_assert_cmpstr (block->text, ==, care_words_get (words, "notice.missing", "es"));
          g_assert_cmpuint (i, ==, 1);
          notices++;
        }
      for (guint j = 0; j < block->entries->len; j++)
        lines += g_strcmp0 (((CareSheetEntry *) g_ptr_array_index (block->entries, j))->id, "massage") == 0;
    }
  g_assert_cmpuint (notices, ==, 1);
  g_assert_cmpuint (lines, ==, 2);
  troubles = care_sheet_dup_troubles (sheet);
  g_assert_true (g_strv_contains ((const char *const *) troubles, "some lines have no text in 'es'"));
}

static void
test_no_troubles (void)
{
  CareTestVisit visit = { AT };
  g_autoptr (CareSheet) sheet = care_test_sheet_new (&visit);
  g_auto (GStrv) troubles = care_sheet_dup_troubles (sheet);

  g_assert_cmpuint (g_strv_length (troubles), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (goldens); i++)
    {
      g_autofree char *path = g_strconcat ("/sheet/golden/", goldens[i].name, NULL);

      g_test_add_data_func (path, &goldens[i], test_golden);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/sheet/text/", text_cases[i].name, NULL);

      g_test_add_data_func (path, &text_cases[i], test_text);
    }
  g_test_add_func ("/sheet/sources", test_sources);
  g_test_add_func ("/sheet/unknown-language", test_unknown_language);
  g_test_add_func ("/sheet/region", test_region);
  g_test_add_func ("/sheet/troubles", test_troubles);
  g_test_add_func ("/sheet/missing-text", test_missing_text);
  g_test_add_func ("/sheet/no-troubles", test_no_troubles);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "care-test-sheet.h"

#include <glib/gstdio.h>

#include "base/care-json.h"

char *
care_test_path (const char *name)
{
  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), "aftercare", "data", name, NULL);
}

/* Whoever the test's file names has approved the texts and the rules as they are in it. */
static void
sign (JsonNode   *document,
      const char *path)
{
  g_autofree char *text = care_json_to_text (document, CARE_JSON_COMPACT);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareProtocol) protocol = care_protocol_new_from_text (text, -1, path, &error);
  JsonObject *root = json_node_get_object (document);
  JsonObject *approvals = json_object_get_object_member (root, "approval");
  const char *const *languages;

  g_assert_no_error (error);
  languages = care_protocol_get_patient_languages (protocol);
  for (gsize i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *hash = care_protocol_dup_texts_hash (protocol, languages[i]);
      JsonObject *approval = json_object_get_object_member (approvals, languages[i]);

      if (*json_object_get_string_member (approval, "approver") == '\0')
        continue;
      json_object_set_string_member (approval, "role", "clinician");
      json_object_set_string_member (approval, "texts", hash);
    }
  if (g_strcmp0 (json_object_get_string_member (root, "status"), "in-force") == 0)
    {
      JsonObject *version = json_object_new ();

      json_object_set_string_member (version, "approver", "Dr. Lea Example");
      json_object_set_string_member (version, "role", "clinician");
      json_object_set_string_member (version, "date", "2026-11-02");
      json_object_set_string_member (version, "rules", care_protocol_get_rules_hash (protocol));
      json_object_set_object_member (root, "version_approval", version);
    }
}

/* The sample protocol with the members of @name in place of its own: rules and
 * parameters are always those of the day, lines and signs those of the test. */
CareProtocol *
care_test_protocol_new (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sample = g_build_filename (g_getenv ("AFTERCARE_DATA"), "protocols", "mesotherapy.json", NULL);
  g_autofree char *path = care_test_path (name != NULL ? name : "protocol.json");
  g_autoptr (JsonNode) base = care_json_load (sample, NULL, &error);
  g_autoptr (JsonNode) own = NULL;
  g_autofree char *text = NULL;
  CareProtocol *protocol;
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  g_assert_no_error (error);
  own = care_json_load (path, NULL, &error);
  g_assert_no_error (error);

  json_object_iter_init (&iter, json_node_get_object (own));
  while (json_object_iter_next (&iter, &member, &node))
    json_object_set_member (json_node_get_object (base), member, json_node_copy (node));
  sign (base, path);
  text = care_json_to_text (base, CARE_JSON_COMPACT);
  protocol = care_protocol_new_from_text (text, -1, path, &error);
  g_assert_no_error (error);

  return protocol;
}

/* The protocol as it is shipped, read once: a test makes hundreds of sheets from it. */
static CareProtocol *
shipped_protocol (void)
{
  static CareProtocol *protocol;

  if (protocol == NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = g_build_filename (g_getenv ("AFTERCARE_DATA"), "protocols", "mesotherapy.json", NULL);

      protocol = care_protocol_load (path, &error);
      g_assert_no_error (error);
    }

  return g_object_ref (protocol);
}

CareSheetClinic *
care_test_clinic_new (const char *zone)
{
  CareSheetClinic *clinic = care_sheet_clinic_new ("Clinic Test", zone != NULL ? zone : "Europe/Madrid", "en");
  const char *const address[] = { "1 Test Street", "28000 Testville", NULL };

  g_assert_nonnull (clinic);
  clinic->address = g_strdupv ((char **) address);
  clinic->phone_day = g_strdup ("555-0100 EXAMPLE");
  clinic->phone_after_hours = g_strdup ("555-0150 EXAMPLE");
  clinic->phone_emergency = g_strdup ("112");
  care_writing_set_hours (clinic->writing, "en", CARE_HOURS_24);
  care_writing_set_hours (clinic->writing, "es", CARE_HOURS_24);
  care_writing_set_hours (clinic->writing, "ar", CARE_HOURS_24);

  return clinic;
}

static CareInstant
parse (const char *text,
       GTimeZone  *zone)
{
  g_autoptr (GError) error = NULL;
  CareInstant instant;

  if (text == NULL)
    return CARE_INSTANT_NONE;

  instant = care_instant_parse (text, zone, &error);
  g_assert_no_error (error);

  return instant;
}

CareSheetFacts *
care_test_facts_new (const CareTestVisit *visit,
                     GTimeZone           *zone)
{
  CareSheetFacts *facts = care_sheet_facts_new (visit->kind, visit->patient != NULL ? visit->patient : "Ana Example",
                                                parse (visit->finished, zone));
  g_auto (GStrv) areas = g_strsplit (visit->areas != NULL ? visit->areas : "thighs", ",", -1);
  const char *const clear_no[] = { "conditions/kidney", NULL };

  care_sheet_facts_set_areas (facts, (const char *const *) areas);
  if (visit->kidney_clear)
    care_sheet_facts_set_clear_no (facts, clear_no);
  care_sheet_facts_add_product (facts, visit->product != NULL ? visit->product : visit->shipped ? "product-a" : "mix-a",
                                NULL, "L0471");
  facts->reprint_of = parse (visit->reprint, zone);
  facts->birth_year = 1980;
  facts->test_result = visit->test_result;
  facts->test_read = parse (visit->test_read, zone);
  facts->numbed = visit->numbed;
  facts->session_number = visit->session;
  facts->session_count = visit->sessions;
  facts->next_visit = parse (visit->next, zone);
  facts->next_minutes = 45;
  facts->next_kind = visit->kind == CARE_SHEET_TEST ? CARE_VISIT_READING : CARE_VISIT_SESSION;
  facts->clinician = g_strdup ("Dr. Lea Example");

  return facts;
}

CareInstant
care_test_now (const CareTestVisit *visit,
               GTimeZone           *zone)
{
  return visit->now != NULL ? parse (visit->now, zone) : parse (visit->finished, zone) + 2 * CARE_MINUTE;
}

CareSheet *
care_test_sheet_new (const CareTestVisit *visit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareProtocol) protocol = visit->shipped ? shipped_protocol () : care_test_protocol_new (visit->protocol);
  g_autoptr (CareSheetClinic) clinic = care_test_clinic_new (visit->zone);
  g_autoptr (CareSheetFacts) facts = care_test_facts_new (visit, clinic->zone);
  g_autofree char *path = visit->shipped ? g_build_filename (g_getenv ("AFTERCARE_DATA"), "words", "sheet.json", NULL)
                                         : care_test_path ("words.json");
  g_autoptr (CareWords) words = care_words_load (path, &error);
  g_auto (GStrv) languages = g_strsplit (visit->languages != NULL ? visit->languages : "en", ",", -1);
  CareSheet *sheet;

  g_assert_no_error (error);
  if (visit->clinic != NULL)
    {
      g_free (clinic->language);
      clinic->language = g_strdup (visit->clinic);
      g_free (clinic->doctor_language);
      clinic->doctor_language = g_strdup (visit->clinic);
    }
  clinic->black = visit->black;
  if (visit->doctor != NULL)
    {
      g_free (clinic->doctor_language);
      clinic->doctor_language = g_strdup (visit->doctor);
    }
  sheet = care_sheet_new (protocol, words, clinic, facts, (const char *const *) languages,
                          care_test_now (visit, clinic->zone), &error);
  g_assert_no_error (error);

  return sheet;
}

CareSheetPages *
care_test_pages_new (const CareTestVisit *visit,
                     CarePaper            paper,
                     CarePrint            print)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareSheet) sheet = care_test_sheet_new (visit);
  CareSheetPages *pages = care_sheet_pages_new (sheet, g_getenv ("AFTERCARE_DATA"), paper, print, &error);

  g_assert_no_error (error);

  return pages;
}

/* What a program says of a PDF; NULL, and the test skipped, where there is no such program. */
char *
care_test_run_on_pdf (const char *program,
                      const char *arguments,
                      GBytes     *pdf)
{
  g_autofree char *path = g_find_program_in_path (program);
  g_autofree char *dir = NULL;
  g_autofree char *file = NULL;
  g_autofree char *command = NULL;
  g_autoptr (GError) error = NULL;
  char *out = NULL;

  if (path == NULL)
    {
      g_autofree char *why = g_strdup_printf ("%s is not on this machine", program);

      g_test_skip (why);
      return NULL;
    }

  dir = g_dir_make_tmp ("care-pdf-XXXXXX", NULL);
  file = g_build_filename (dir, "sheet.pdf", NULL);
  g_assert_true (g_file_set_contents (file, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), NULL));
  command = g_strdup_printf ("%s %s %s", path, file, arguments);
  g_assert_true (g_spawn_command_line_sync (command, &out, NULL, NULL, &error));
  g_assert_no_error (error);
  g_remove (file);
  g_rmdir (dir);

  return out;
}

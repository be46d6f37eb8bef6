/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "patient-fixture.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "journal/care-journal-file.h"

static const char form[] =
  "{\"resourceType\":\"Questionnaire\",\"url\":\"https://x.example/f\",\"status\":\"active\",\"item\":["
  "{\"linkId\":\"words\",\"text\":\"Words?\",\"type\":\"string\"}]}";

static void
set_words (PatientFixture *fixture,
           const char     *words)
{
  CareResponse *response = care_patient_session_get_response (fixture->session, 0);
  g_autoptr (CareValue) value = care_value_new_string (words);

  care_response_set_value (response, care_response_find (response, "words"), value);
  care_patient_session_touch (fixture->session, 0);
}

static char *
read_words (PatientFixture *fixture)
{
  g_autoptr (JsonNode) node = patient_fixture_read_answers (fixture, 0);
  JsonArray *items = json_object_get_array_member (json_node_get_object (node), "item");
  JsonArray *answers = json_object_get_array_member (json_array_get_object_element (items, 0), "answer");

  return g_strdup (json_object_get_string_member (json_array_get_object_element (answers, 0), "valueString"));
}

static void
count_cb (guint *counter)
{
  (*counter)++;
}

static void
test_order (void)
{
  g_autoptr (PatientFixture) fixture = patient_fixture_new (form);
  g_autoptr (CareJournalReader) reader = NULL;
  CarePatientSaver *saver;
  g_autofree char *words = NULL;
  guint changes = 0;

  patient_fixture_start (fixture);
  saver = care_patient_session_get_saver (fixture->session);
  g_signal_connect_swapped (saver, "notify::state", G_CALLBACK (count_cb), &changes);
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *text = g_strdup_printf ("word %u", i);

      set_words (fixture, text);
    }
  care_patient_session_note_borrow (fixture->session);
  g_assert_cmpint (care_patient_saver_get_state (saver), ==, CARE_SAVE_BUSY);
  g_assert_cmpuint (changes, ==, 1);
  patient_fixture_settle (fixture);
  g_assert_cmpint (care_patient_saver_get_state (saver), ==, CARE_SAVE_DONE);
  g_assert_cmpuint (changes, ==, 2);

  /* A hundred keys while one write is on its way are two writes, all answers and what changed; together they hold them all. */
  reader = patient_fixture_read (fixture);
  g_assert_cmpuint (care_journal_reader_get_length (reader), ==, 3);
  g_assert_cmpint (care_journal_reader_get_record (reader, 0)->kind, ==, CARE_JOURNAL_ANSWERS);
  g_assert_cmpint (care_journal_reader_get_record (reader, 1)->kind, ==, CARE_JOURNAL_CHANGES);
  words = read_words (fixture);
  g_assert_cmpstr (words, ==, "word 99");
  g_assert_cmpint (care_journal_reader_get_record (reader, 2)->kind, ==, CARE_JOURNAL_BORROW);
}

static void
test_full_disk (void)
{
  g_autoptr (PatientFixture) fixture = patient_fixture_new (form);
  CarePatientSaver *saver;
  g_autofree char *words = NULL;

  patient_fixture_start (fixture);
  saver = care_patient_session_get_saver (fixture->session);
  patient_fixture_limit_files (64);
  set_words (fixture, "kept");
  patient_fixture_settle (fixture);
  g_assert_cmpint (care_patient_saver_get_state (saver), ==, CARE_SAVE_FAILED);

  /* What comes meanwhile waits behind it. */
  set_words (fixture, "kept too");
  g_assert_cmpint (care_patient_saver_get_state (saver), ==, CARE_SAVE_FAILED);
  care_patient_saver_retry (saver);
  patient_fixture_settle (fixture);
  g_assert_cmpint (care_patient_saver_get_state (saver), ==, CARE_SAVE_FAILED);

  patient_fixture_limit_files (0);
  care_patient_saver_retry (saver);
  patient_fixture_settle (fixture);
  g_assert_cmpint (care_patient_saver_get_state (saver), ==, CARE_SAVE_DONE);
  words = read_words (fixture);
  g_assert_cmpstr (words, ==, "kept too");
}

/* The program ends: what is under way is waited for, what failed is tried once more, and a disk that stays full is said. */
static void
test_flush (void)
{
  g_autoptr (PatientFixture) fixture = patient_fixture_new (form);
  CarePatientSaver *saver;
  g_autofree char *words = NULL;

  patient_fixture_start (fixture);
  saver = care_patient_session_get_saver (fixture->session);
  g_assert_true (care_patient_saver_flush (saver, 5000));
  set_words (fixture, "first");
  set_words (fixture, "last");
  g_assert_cmpint (care_patient_saver_get_state (saver), ==, CARE_SAVE_BUSY);
  g_assert_true (care_patient_saver_flush (saver, 5000));
  words = read_words (fixture);
  g_assert_cmpstr (words, ==, "last");

  patient_fixture_limit_files (64);
  set_words (fixture, "full");
  g_assert_false (care_patient_saver_flush (saver, 5000));
  patient_fixture_limit_files (0);
  g_assert_true (care_patient_saver_flush (saver, 5000));
}

/* Killed in the middle of a write: everything that was said to be saved before is there. */
static void
test_torn (void)
{
  g_autoptr (PatientFixture) fixture = patient_fixture_new (form);
  g_autofree char *path = care_journal_file_path (fixture->folder, "journal-1");
  GStatBuf before;
  GStatBuf after;

  patient_fixture_start (fixture);
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *text = g_strdup_printf ("word %u", i);

      g_assert_no_errno (g_stat (path, &before));
      set_words (fixture, text);
      patient_fixture_settle (fixture);
    }
  g_assert_no_errno (g_stat (path, &after));

  for (goffset size = after.st_size; size >= before.st_size; size -= 7)
    {
      g_autofree char *words = NULL;

      g_assert_no_errno (truncate (path, size));
      words = read_words (fixture);
      g_assert_cmpstr (words, ==, size == after.st_size ? "word 9" : "word 8");
    }
}

/* Nothing changed: nothing is written. A very long sitting: all answers stand there anew now and then. */
static void
test_whole_now_and_then (void)
{
  g_autoptr (PatientFixture) fixture = patient_fixture_new (form);
  g_autoptr (CareJournalReader) reader = NULL;
  g_autofree char *words = NULL;
  guint n_whole = 0;

  patient_fixture_start (fixture);
  for (guint i = 0; i < 510; i++)
    {
      g_autofree char *text = g_strdup_printf ("word %u", i);

      set_words (fixture, text);
      patient_fixture_settle (fixture);
    }
  care_patient_session_touch (fixture->session, 0);
  patient_fixture_settle (fixture);

  reader = patient_fixture_read (fixture);
  g_assert_cmpuint (care_journal_reader_get_length (reader), ==, 510);
  for (guint i = 0; i < 510; i++)
    n_whole += care_journal_reader_get_record (reader, i)->kind == CARE_JOURNAL_ANSWERS ? 1 : 0;
  g_assert_cmpuint (n_whole, ==, 2);
  words = read_words (fixture);
  g_assert_cmpstr (words, ==, "word 509");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/saver/order", test_order);
  g_test_add_func ("/saver/full-disk", test_full_disk);
  g_test_add_func ("/saver/flush", test_flush);
  g_test_add_func ("/saver/torn", test_torn);
  g_test_add_func ("/saver/whole-now-and-then", test_whole_now_and_then);

  return g_test_run ();
}

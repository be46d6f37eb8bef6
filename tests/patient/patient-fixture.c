/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "patient-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

#include "base/care-json.h"
#include "journal/care-journal-answers.h"
#include "journal/care-journal-file.h"

static JsonNode *
load_form (const char *form)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node;

  if (*form == '{')
    node = care_json_parse (form, -1, "test", NULL, &error);
  else
    {
      g_autofree char *path = g_build_filename (g_getenv ("AFTERCARE_DATA"), "forms", form, NULL);

      node = care_json_load (path, NULL, &error);
    }
  g_assert_no_error (error);

  return node;
}

void
patient_fixture_add_form (PatientFixture *self,
                          const char     *form)
{
  g_ptr_array_add (self->envelope->forms, load_form (form));
}

PatientFixture *
patient_fixture_new (const char *form)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = g_build_filename (g_getenv ("AFTERCARE_DATA"), "words", "patient.json", NULL);
  g_autofree char *keyboards = g_build_filename (g_getenv ("AFTERCARE_DATA"), "words", "keyboards.json", NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/New_York");
  PatientFixture *self = g_new0 (PatientFixture, 1);
  CareEnvelope *envelope = care_envelope_new ();

  self->folder = g_dir_make_tmp ("care-patient-XXXXXX", &error);
  g_assert_no_error (error);
  self->keys = care_seal_keys_generate (&error);
  g_assert_no_error (error);
  self->envelope = envelope;
  envelope->visit = g_strdup ("visit-1");
  envelope->patient = g_strdup ("patient-1");
  envelope->birth_date = g_strdup ("1980-05-17");
  envelope->given = g_strdup ("Sample");
  envelope->family = g_strdup ("Person");
  envelope->language = g_strdup ("en");
  envelope->languages = g_strsplit ("en,es", ",", -1);
  envelope->public_key = care_seal_public_key_ref (care_seal_keys_get_public (self->keys));
  envelope->journal = g_strdup ("journal-1");
  envelope->time_zone = g_strdup ("America/New_York");
  envelope->now_offset = care_instant_parse ("2026-11-22T15:10:00-05:00", zone, &error) - g_get_real_time ();
  g_assert_no_error (error);
  envelope->words = care_json_load (words, NULL, &error);
  g_assert_no_error (error);
  envelope->keyboards = care_json_load (keyboards, NULL, &error);
  g_assert_no_error (error);
  patient_fixture_add_form (self, form);

  return self;
}

void
patient_fixture_start (PatientFixture *self)
{
  g_autoptr (GError) error = NULL;
  int fd = care_journal_file_create (self->folder, "journal-1", &error);

  g_assert_no_error (error);
  self->session = care_patient_session_new (g_steal_pointer (&self->envelope), fd, &error);
  g_assert_no_error (error);
}

CareJournalReader *
patient_fixture_read (PatientFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = care_journal_file_path (self->folder, "journal-1");
  CareJournalReader *reader = care_journal_reader_open (path, self->keys, "journal-1", "visit-1", "patient-1", &error);

  g_assert_no_error (error);

  return reader;
}

JsonNode *
patient_fixture_read_answers (PatientFixture *self,
                              guint           form)
{
  g_autoptr (CareJournalReader) reader = patient_fixture_read (self);
  CareResponse *live = care_patient_session_get_response (self->session, form);
  g_autoptr (CareResponse) response = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (care_journal_answers_load (reader, care_response_get_questionnaire (live), &response, &error));
  g_assert_no_error (error);

  return response != NULL ? care_response_to_node (response) : NULL;
}

void
patient_fixture_settle (PatientFixture *self)
{
  while (care_patient_saver_get_state (care_patient_session_get_saver (self->session)) == CARE_SAVE_BUSY)
    g_main_context_iteration (NULL, TRUE);
}

static void
answer_node (CareResponse *response,
             CareNode     *node)
{
  const CareItem *item = care_node_get_item (node);
  g_autoptr (CareValue) value = NULL;

  if (!care_form_node_is_shown (node))
    return;
  if (care_item_is_question (item) && care_node_get_n_answers (node) == 0)
    {
      switch (care_item_get_item_type (item))
        {
        case CARE_ITEM_CHOICE:
        case CARE_ITEM_OPEN_CHOICE:
          if (care_item_get_n_options (item) > 0)
            care_response_toggle_option (response, node, care_item_get_option (item, 0));
          break;
        case CARE_ITEM_BOOLEAN:
          value = care_value_new_boolean (TRUE);
          break;
        case CARE_ITEM_DATE:
          value = care_value_new_date ("2026-11-20", NULL);
          break;
        case CARE_ITEM_DATE_TIME:
          value = care_value_new_date_time ("2026-11-21", NULL);
          break;
        case CARE_ITEM_INTEGER:
          value = care_value_new_integer (7);
          break;
        case CARE_ITEM_TIME:
          value = care_value_new_time ("09:30:00", NULL);
          break;
        case CARE_ITEM_ATTACHMENT:
        case CARE_ITEM_REFERENCE:
        case CARE_ITEM_QUANTITY:
          break;
        case CARE_ITEM_DECIMAL:
          value = care_value_new_decimal ("7.5", NULL);
          break;
        default:
          value = care_value_new_string ("Some words");
          break;
        }
      if (value != NULL)
        care_response_set_value (response, node, value);
    }
  for (guint i = 0; i < care_node_get_n_children (node, 0); i++)
    answer_node (response, care_node_get_child (node, 0, i));
}

void
patient_fixture_answer (PatientFixture *self,
                        guint           form,
                        CareFormStep   *step)
{
  for (guint i = 0; i < care_form_step_get_n_nodes (step); i++)
    answer_node (care_patient_session_get_response (self->session, form), care_form_step_get_node (step, i));
  care_patient_session_touch (self->session, form);
}

void
patient_fixture_free (PatientFixture *self)
{
  g_autofree char *journal = care_journal_file_path (self->folder, "journal-1");

  g_clear_object (&self->session);
  g_clear_pointer (&self->envelope, care_envelope_free);
  g_clear_pointer (&self->keys, care_seal_keys_unref);
  g_unlink (journal);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self);
}

void
patient_fixture_limit_files (gsize bytes)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &limit));
  limit.rlim_cur = bytes == 0 ? limit.rlim_max : MIN (bytes, limit.rlim_max);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &limit));
}

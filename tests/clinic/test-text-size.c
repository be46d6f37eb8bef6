/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <unistd.h>

#include "clinic/clinic-fixture.h"
#include "journal/care-envelope.h"
#include "journal/care-journal-writer.h"
#include "seal/care-seal-keys.h"

/* Hands over, goes one step on in the text size @chosen (0: does nothing), takes back. Returns the size that was proposed. */
static int
hand_over (ClinicFixture *fixture,
           CareVisit     *visit,
           int            chosen)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (CareSealKeys) keys = care_seal_keys_generate (&failed);
  g_autoptr (CareEnvelope) envelope = NULL;
  g_autoptr (CareJournalWriter) writer = NULL;
  g_autofree char *text = g_strdup_printf ("{\"language\":\"en\",\"size\":%d}", chosen);
  g_autoptr (JsonNode) body = json_from_string (text, NULL);
  int envelope_fd;
  int journal_fd;

  g_assert_no_error (failed);
  assert_done (care_clinic_hand_over (fixture->clinic, visit, care_seal_keys_get_public (keys), &envelope_fd, &journal_fd, error));
  envelope = care_envelope_new_from_fd (envelope_fd, &failed);
  g_assert_no_error (failed);
  close (envelope_fd);
  writer = care_journal_writer_new (journal_fd, envelope->public_key, envelope->journal, envelope->visit, envelope->patient,
                                    fixture->clock, &failed);
  g_assert_no_error (failed);
  if (chosen > 0)
    g_assert_true (care_journal_writer_append (writer, CARE_JOURNAL_STEP, NULL, NULL, body, &failed));
  g_assert_true (care_journal_writer_append (writer, CARE_JOURNAL_BORROW, NULL, NULL, NULL, &failed));
  g_assert_no_error (failed);
  assert_done (care_clinic_take_back (fixture->clinic, visit, keys, &receptionist, NULL, error));

  return envelope->size;
}

static CareVisit *
arrive (ClinicFixture *fixture,
        const char    *birth_date)
{
  g_autoptr (GError) error = NULL;
  CarePatient *patient = care_clinic_register (fixture->clinic, "Ida", "Sample", birth_date, "555-0142", "en", &error);

  g_assert_no_error (error);

  return clinic_arrived (fixture, patient, CARE_VISIT_FIRST);
}

/* The largest letters are proposed on the 65th birthday, not the day before. The fixture's clock tells today. */
static void
test_age (ClinicFixture *fixture,
          gconstpointer  data)
{
  g_autoptr (GDateTime) now = care_instant_to_local (care_clock_now (fixture->clock), care_clinic_get_zone (fixture->clinic));
  g_autoptr (GDateTime) today = g_date_time_add_years (now, -65);
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (today, 1);
  g_autofree char *is_65 = g_date_time_format (today, "%Y-%m-%d");
  g_autofree char *is_64 = g_date_time_format (tomorrow, "%Y-%m-%d");

  g_assert_cmpint (hand_over (fixture, arrive (fixture, is_65), 0), ==, 3);
  g_assert_cmpint (hand_over (fixture, arrive (fixture, is_64), 0), ==, 1);
  g_assert_cmpint (hand_over (fixture, arrive (fixture, "1984-03-12"), 0), ==, 1);
}

/* It is a proposal: what is chosen on the screen is remembered, the proposed one too, and stands from then on. */
static void
test_chosen (ClinicFixture *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *birth_date;
    int         proposed;
    int         chosen;
  } cases[] = {
    { "1940-01-01", 3, 1 },
    { "1940-01-01", 3, 2 },
    { "1940-01-01", 3, 3 },
    { "1984-03-12", 1, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CareVisit *visit = arrive (fixture, cases[i].birth_date);

      g_assert_cmpint (hand_over (fixture, visit, cases[i].chosen), ==, cases[i].proposed);
      g_assert_cmpint ((int) care_patient_get_size (care_visit_get_patient (visit)), ==, cases[i].chosen);
      g_assert_cmpint (hand_over (fixture, visit, 0), ==, cases[i].chosen);
    }
}

/* Ordinary letters that nobody asked about need no new version of the record. */
static void
test_ordinary (ClinicFixture *fixture,
               gconstpointer  data)
{
  CareVisit *visit = arrive (fixture, "1984-03-12");

  g_assert_cmpint (hand_over (fixture, visit, 1), ==, 1);
  g_assert_cmpint ((int) care_patient_get_size (care_visit_get_patient (visit)), ==, 1);
  g_assert_cmpint (hand_over (fixture, visit, 3), ==, 1);
  g_assert_cmpint (hand_over (fixture, visit, 1), ==, 3);
  g_assert_cmpint (hand_over (fixture, visit, 0), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/clinic/text-size/" path, ClinicFixture, NULL, clinic_set_up, function, clinic_tear_down)
  ADD ("age", test_age);
  ADD ("chosen", test_chosen);
  ADD ("ordinary", test_ordinary);
#undef ADD

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/clinic-fixture.h"

static const struct
{
  const char *name;
  const char *given;
  const char *family;
  const char *birth_date;
  const char *phone;
  int         code;
} wrong[] = {
  { "no-name", "", " ", NULL, "555-0101", CARE_ERROR_INPUT },
  { "no-phone", "Ana", "Sample", NULL, "", CARE_ERROR_INPUT },
  { "phone-of-letters", "Ana", "Sample", NULL, "none", CARE_ERROR_INPUT },
  { "no-such-day", "Ana", "Sample", "1980-02-31", "555-0101", CARE_ERROR_INPUT },
  { "month-13", "Ana", "Sample", "1980-13-01", "555-0101", CARE_ERROR_INPUT },
  { "year-00", "Ana", "Sample", "0000-01-01", "555-0101", CARE_ERROR_INPUT },
  { "five-digits", "Ana", "Sample", "19800-01-01", "555-0101", CARE_ERROR_INPUT },
  { "future", "Ana", "Sample", "2030-01-01", "555-0101", CARE_ERROR_INPUT },
  { "too-long-ago", "Ana", "Sample", "1820-01-01", "555-0101", CARE_ERROR_INPUT },
  { "slashes", "Ana", "Sample", "17/05/1980", "555-0101", CARE_ERROR_INPUT },
  { "under-18", "Ana", "Sample", "2008-11-24", "555-0101", CARE_ERROR_REFUSED },
  { "under-18-by-year", "Ana", "Sample", "2008", "555-0101", CARE_ERROR_REFUSED },
};

static void
test_wrong (ClinicFixture *fixture,
            gconstpointer  data)
{
  gsize i = GPOINTER_TO_SIZE (data);

  assert_refused (care_clinic_register (fixture->clinic, wrong[i].given, wrong[i].family, wrong[i].birth_date,
                                        wrong[i].phone, NULL, error) != NULL, wrong[i].code);
  g_assert_true (care_clinic_is_empty (fixture->clinic));
}

static const char *const right_dates[] = { NULL, "", "1980", "1980-05", "1980-05-17", "2008-11-23", "2007" };

static void
test_right (ClinicFixture *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) failed = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (right_dates); i++)
    {
      CarePatient *patient = care_clinic_register (fixture->clinic, "Ana", "", right_dates[i], "555 0101", "es", &failed);

      g_assert_no_error (failed);
      g_assert_cmpstr (care_patient_get_display_name (patient), ==, "Ana");
      g_assert_cmpstr (care_patient_get_language (patient), ==, "es");
      if (right_dates[i] != NULL && *right_dates[i] != '\0')
        g_assert_cmpstr (care_patient_get_birth_date (patient), ==, right_dates[i]);
    }
}

/* A name that would turn what stands beside it is drawn as it is read; the record keeps what was typed. */
static void
test_turned (ClinicFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) failed = NULL;
  CarePatient *patient = care_clinic_register (fixture->clinic, "\u202eAna", "Sam\u2067ple", "1980-05-17", "555 0101", "es", &failed);

  g_assert_no_error (failed);
  g_assert_cmpstr (care_patient_get_display_name (patient), ==, "Ana Sam\u2067ple\u2069");
  g_assert_cmpstr (care_patient_get_short_name (patient), ==, "Ana S.");
  g_assert_cmpstr (care_patient_get_given (patient), ==, "\u202eAna");
  g_assert_cmpstr (care_patient_get_family (patient), ==, "Sam\u2067ple");
}

static void
test_signed_out (ClinicFixture *fixture,
                 gconstpointer  data)
{
  care_clinic_sign_out (fixture->clinic);
  assert_refused (care_clinic_register (fixture->clinic, "Ana", "Sample", NULL, "555-0101", NULL, error) != NULL,
                  CARE_ERROR_REFUSED);
}

static guint
count_found (ClinicFixture *fixture,
             const char    *text)
{
  g_autoptr (GListModel) found = care_clinic_search (fixture->clinic, text);

  return g_list_model_get_n_items (found);
}

static const struct
{
  const char *text;
  guint       found;
} searches[] = {
  { "", 5 }, { "ana", 2 }, { "án", 2 }, { "ANA mor", 1 }, { "mor ana", 1 }, { "nunez", 1 }, { "Núñez", 1 },
  { "zoe", 1 }, { "zoë", 1 }, { "1984", 1 }, { "0102", 1 }, { "555-0102", 1 }, { "nobody", 0 }, { "na", 0 },
};

/* By family name, then by given name. */
static void
assert_in_order (ClinicFixture *fixture)
{
  static const char *const families[] = { "Morales Ruiz", "Núñez", "Specimen", "Specimen", "Пример" };
  g_autoptr (GListModel) found = care_clinic_search (fixture->clinic, "");
  g_autoptr (CarePatient) first = g_list_model_get_item (found, 2);

  g_assert_cmpuint (g_list_model_get_n_items (found), ==, G_N_ELEMENTS (families));
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      g_autoptr (CarePatient) patient = g_list_model_get_item (found, i);

      g_assert_cmpstr (care_patient_get_family (patient), ==, families[i]);
    }
  g_assert_cmpstr (care_patient_get_given (first), ==, "Vera");
}

static void
test_search (ClinicFixture *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) failed = NULL;

  care_clinic_register (fixture->clinic, "Ána", "Morales Ruiz", "1984-03-12", "+34 555-0101", NULL, &failed);
  care_clinic_register (fixture->clinic, "Ana", "Núñez", NULL, "+34 555-0102", NULL, &failed);
  care_clinic_register (fixture->clinic, "Zoë", "Specimen", NULL, "+34 555-0103", NULL, &failed);
  care_clinic_register (fixture->clinic, "Vera", "Specimen", NULL, "+34 555-0105", NULL, &failed);
  care_clinic_register (fixture->clinic, "Иван", "Пример", NULL, "+34 555-0104", NULL, &failed);
  g_assert_no_error (failed);

  for (int round = 0; round < 2; round++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
        {
          if (count_found (fixture, searches[i].text) != searches[i].found)
            g_test_message ("\"%s\" found %u", searches[i].text, count_found (fixture, searches[i].text));
          g_assert_cmpuint (count_found (fixture, searches[i].text), ==, searches[i].found);
        }
      g_assert_cmpuint (count_found (fixture, "ив"), ==, 1);
      assert_in_order (fixture);
      clinic_reopen (fixture);
    }
}

static const struct
{
  const char *given;
  const char *family;
  const char *birth_date;
  const char *phone;
  guint       close;
} candidates[] = {
  { "Maria", "Lopez", NULL, NULL, 1 },
  { "María", "López", "1990-01-01", NULL, 1 },
  { "Marya", "Lopes", NULL, NULL, 1 },
  { "Maira", "Lopze", NULL, NULL, 1 },
  { "Maria", "Garcia", "1980-05-17", NULL, 1 },
  { "Maria", "Garcia", "1981-05-17", NULL, 0 },
  { "Lopez", "Maria", NULL, NULL, 1 },
  { "Peter", "Stone", "1980-05-17", NULL, 0 },
  { "M", "Garcia", NULL, "555 010 9", 1 },
  { "Peter", "Stone", NULL, NULL, 0 },
};

static void
test_close (ClinicFixture *fixture,
            gconstpointer  data)
{
  care_clinic_register (fixture->clinic, "María", "López", "1980-05-17", "555-0109", NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      g_autoptr (GListModel) close = care_clinic_find_close (fixture->clinic, candidates[i].given, candidates[i].family,
                                                             candidates[i].birth_date, candidates[i].phone);

      if (g_list_model_get_n_items (close) != candidates[i].close)
        g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpuint (g_list_model_get_n_items (close), ==, candidates[i].close);
    }
}

static void
test_changes (ClinicFixture *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) failed = NULL;
  CarePatient *patient = care_clinic_register (fixture->clinic, "Ana", "Sample", NULL, "555-0101", NULL, &failed);
  g_autofree char *id = g_strdup (care_patient_get_id (patient));

  assert_refused (care_clinic_set_birth_date (fixture->clinic, patient, "2015-01-01", error), CARE_ERROR_REFUSED);
  assert_refused (care_clinic_set_birth_date (fixture->clinic, patient, "soon", error), CARE_ERROR_INPUT);
  assert_done (care_clinic_set_birth_date (fixture->clinic, patient, "1980-05-17", error));
  assert_done (care_clinic_set_contact (fixture->clinic, patient, "555-0199", "es", 3, error));

  clinic_reopen (fixture);
  patient = care_clinic_lookup_patient (fixture->clinic, id);
  g_assert_cmpstr (care_patient_get_birth_date (patient), ==, "1980-05-17");
  g_assert_cmpstr (care_patient_get_phone (patient), ==, "555-0199");
  g_assert_cmpuint (care_patient_get_size (patient), ==, 3);
  g_assert_cmpint (care_patient_get_age (patient, care_clock_now (fixture->clock),
                                         care_clinic_get_zone (fixture->clinic)), ==, 46);
}

/* Wrong tries are counted before anybody learns the answer, also over a restart; they slow down and never lock. */
static void
test_pin (ClinicFixture *fixture,
          gconstpointer  data)
{
  for (int i = 0; i < 3; i++)
    {
      assert_refused (care_clinic_sign_in (fixture->clinic, "staff-lea", "999999", error), CARE_ERROR_REFUSED);
      clinic_reopen (fixture);
    }

  assert_refused (care_clinic_sign_in (fixture->clinic, "staff-lea", "222222", error), CARE_ERROR_REFUSED);
  clinic_wait (fixture, 6 * CARE_SECOND);
  assert_done (care_clinic_sign_in (fixture->clinic, "staff-lea", "222222", error));
  assert_refused (care_clinic_sign_in (fixture->clinic, "staff-lea", "999999", error), CARE_ERROR_REFUSED);
  assert_done (care_clinic_sign_in (fixture->clinic, "staff-lea", "222222", error));
  assert_refused (care_clinic_sign_in (fixture->clinic, "nobody", "222222", error), CARE_ERROR_REFUSED);
  g_assert_cmpstr (care_staff_get_id (care_clinic_get_actor (fixture->clinic)), ==, "staff-lea");
}

static const char *const no_pins[] = { "", "123", "1234567890123", "12a4", "१२३४" };

static void
test_set_pin (ClinicFixture *fixture,
              gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (no_pins); i++)
    assert_refused (care_clinic_set_pin (fixture->clinic, "staff-lea", "222222", no_pins[i], error), CARE_ERROR_INPUT);
  assert_refused (care_clinic_set_pin (fixture->clinic, "staff-lea", NULL, "8642", error), CARE_ERROR_REFUSED);
  assert_refused (care_clinic_set_pin (fixture->clinic, "staff-lea", "1111", "8642", error), CARE_ERROR_REFUSED);
  assert_refused (care_clinic_set_pin (fixture->clinic, "nobody", NULL, "8642", error), CARE_ERROR_NOT_FOUND);
  assert_done (care_clinic_set_pin (fixture->clinic, "staff-lea", "222222", "8642", error));
  clinic_reopen (fixture);
  g_assert_true (care_clinic_has_pin (fixture->clinic, "staff-lea"));
  assert_refused (care_clinic_sign_in (fixture->clinic, "staff-lea", "222222", error), CARE_ERROR_REFUSED);
  assert_done (care_clinic_sign_in (fixture->clinic, "staff-lea", "8642", error));
  assert_done (care_clinic_note_opened (fixture->clinic, clinic_patient (fixture), error));
}

/* Who has opened whose page is in the trail, before the page is shown. */
static void
test_opened (ClinicFixture *fixture,
             gconstpointer  data)
{
  CarePatient *patient = clinic_patient (fixture);
  g_autofree char *whose = g_strdup_printf ("\"Patient/%s\"", care_patient_get_id (patient));
  g_autoptr (GPtrArray) rows = NULL;
  const char *text;

  assert_done (care_clinic_sign_in (fixture->clinic, "staff-rosa", "111111", error));
  assert_done (care_clinic_note_opened (fixture->clinic, patient, error));
  rows = care_store_list_audit (fixture->store, 0, 1000, NULL);
  g_assert_cmpuint (rows->len, >, 0);
  text = ((CareAuditRow *) g_ptr_array_index (rows, rows->len - 1))->text;
  g_assert_nonnull (strstr (text, "\"open-patient\""));
  g_assert_nonnull (strstr (text, "\"Practitioner/staff-rosa\""));
  g_assert_nonnull (strstr (text, whose));

  care_clinic_sign_out (fixture->clinic);
  assert_refused (care_clinic_note_opened (fixture->clinic, patient, error), CARE_ERROR_REFUSED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/clinic/register/" path, ClinicFixture, NULL, clinic_set_up, function, clinic_tear_down)
  ADD ("right", test_right);
  ADD ("turned", test_turned);
  ADD ("signed-out", test_signed_out);
  ADD ("search", test_search);
  ADD ("close", test_close);
  ADD ("changes", test_changes);
  ADD ("pin", test_pin);
  ADD ("set-pin", test_set_pin);
  ADD ("opened", test_opened);
#undef ADD
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *path = g_strconcat ("/clinic/register/wrong/", wrong[i].name, NULL);

      g_test_add (path, ClinicFixture, GSIZE_TO_POINTER (i), clinic_set_up, test_wrong, clinic_tear_down);
    }

  return g_test_run ();
}

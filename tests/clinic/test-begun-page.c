/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Pages of the desk that were begun: kept as they stand there, for one person, until they are finished or thrown away. */

#include <string.h>

#include "clinic/care-clinic-begun-page.h"
#include "clinic/clinic-fixture.h"

static const char *const TYPED[] = { "given", "Zoé", "family", "Quint", "phone", "", NULL };
static const char *const CHANGED[] = { "given", "Zoé", "family", "", "phone", "555", NULL };

static guint
count (ClinicFixture *fixture,
       CareBegunKind  kind,
       CarePatient   *patient)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = care_clinic_list_begun_pages (fixture->clinic, kind, patient, &error);

  g_assert_no_error (error);
  return found->len;
}

/* Each keep of something new is one version; the same again is none. */
static void
test_registration (ClinicFixture *fixture,
                   gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autofree char *second = NULL;
  g_autoptr (CareBegun) begun = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GPtrArray) left = NULL;
  CarePatient *patient;

  assert_done (care_clinic_keep_begun_page (fixture->clinic, CARE_BEGUN_REGISTRATION, NULL, TYPED, &id, error));
  g_assert_nonnull (id);
  assert_done (care_clinic_keep_begun_page (fixture->clinic, CARE_BEGUN_REGISTRATION, NULL, TYPED, &id, error));
  assert_done (care_clinic_keep_begun_page (fixture->clinic, CARE_BEGUN_REGISTRATION, NULL, CHANGED, &id, error));
  versions = care_store_history (fixture->store, "Basic", id, NULL);
  g_assert_cmpuint (versions->len, ==, 2);
  assert_done (care_clinic_keep_begun_page (fixture->clinic, CARE_BEGUN_REGISTRATION, NULL, TYPED, &second, error));
  g_assert_cmpstr (second, !=, id);

  clinic_reopen (fixture);
  g_assert_cmpuint (count (fixture, CARE_BEGUN_REGISTRATION, NULL), ==, 2);
  begun = care_clinic_lookup_begun_page (fixture->clinic, id);
  g_assert_nonnull (begun);
  g_assert_cmpstr (care_begun_get_entry (begun, "given"), ==, "Zoé");
  g_assert_null (care_begun_get_entry (begun, "family"));
  g_assert_cmpstr (care_begun_get_entry (begun, "phone"), ==, "555");
  g_assert_cmpstr (care_begun_get_by (begun), ==, "Rosa Sample");
  g_assert_cmpint (care_begun_get_at (begun), ==, care_clock_now (fixture->clock) / CARE_SECOND * CARE_SECOND);

  patient = clinic_patient (fixture);
  assert_done (care_clinic_close_begun_registration (fixture->clinic, id, patient, error));
  assert_done (care_clinic_keep_begun_page (fixture->clinic, CARE_BEGUN_REGISTRATION, NULL, NULL, &second, error));
  g_assert_cmpuint (count (fixture, CARE_BEGUN_REGISTRATION, NULL), ==, 0);
  g_assert_null (care_clinic_lookup_begun_page (fixture->clinic, id));
  /* What stands among the clinic's own is only what nobody became. */
  left = care_store_list (fixture->store, "Basic", care_clinic_info_get_id (fixture->info), NULL);
  g_assert_cmpuint (left->len, ==, 1);
}

/* Of one patient, of one kind. */
static void
test_person (ClinicFixture *fixture,
             gconstpointer  data)
{
  CarePatient *patient = clinic_patient (fixture);
  g_autoptr (GError) wrong = NULL;
  CarePatient *other = care_clinic_register (fixture->clinic, "Ada", "Other", NULL, "555-0100", NULL, &wrong);
  const char *const entries[] = { "sessions", "7", NULL };
  g_autofree char *id = NULL;

  g_assert_no_error (wrong);
  /* Nothing was begun, and nothing is thrown away. */
  assert_done (care_clinic_keep_begun_page (fixture->clinic, CARE_BEGUN_COURSE, patient, NULL, &id, error));
  g_assert_null (id);
  assert_done (care_clinic_keep_begun_page (fixture->clinic, CARE_BEGUN_COURSE, patient, entries, &id, error));
  g_assert_cmpuint (count (fixture, CARE_BEGUN_COURSE, patient), ==, 1);
  g_assert_cmpuint (count (fixture, CARE_BEGUN_COURSE, other), ==, 0);
  g_assert_cmpuint (count (fixture, CARE_BEGUN_BOOKING, patient), ==, 0);
  g_assert_cmpuint (count (fixture, CARE_BEGUN_REGISTRATION, NULL), ==, 0);
}

/* No name of a person in the trail, whose rows say who did what and when. */
static void
test_trail (ClinicFixture *fixture,
            gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  gboolean said = FALSE;

  assert_done (care_clinic_keep_begun_page (fixture->clinic, CARE_BEGUN_REGISTRATION, NULL, TYPED, &id, error));
  rows = care_store_list_audit (fixture->store, 0, 1000, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      const char *text = ((CareAuditRow *) g_ptr_array_index (rows, i))->text;

      said = said || strstr (text, "begun-registration") != NULL;
      g_assert_null (strstr (text, "Quint"));
    }
  g_assert_true (said);

  care_clinic_sign_out (fixture->clinic);
  assert_refused (care_clinic_keep_begun_page (fixture->clinic, CARE_BEGUN_REGISTRATION, NULL, CHANGED, &id, error),
                  CARE_ERROR_REFUSED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) \
  g_test_add ("/clinic/begun-page/" path, ClinicFixture, NULL, clinic_set_up, function, clinic_tear_down)
  ADD ("registration", test_registration);
  ADD ("person", test_person);
  ADD ("trail", test_trail);
#undef ADD

  return g_test_run ();
}

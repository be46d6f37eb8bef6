/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* What is kept of a sheet, how a patient's sheets are printed, and the phones without which no needle goes in. */

#include <string.h>

#include "aftercare/care-sheet.h"
#include "base/care-json.h"
#include "clinic/care-fhir.h"
#include "clinic/clinic-fixture.h"

/* The only document of @kind in the store; as it stands, or with @data in place of its own. */
static CareDocument *
find_only (ClinicFixture *fixture,
           const char    *kind)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (GPtrArray) all = care_store_list (fixture->store, kind, NULL, &failed);

  g_assert_no_error (failed);
  g_assert_cmpuint (all->len, ==, 1);

  return care_document_ref (g_ptr_array_index (all, 0));
}

/* The record has the very bytes, their SHA-1 in base64 as FHIR R4 writes it (Attachment.hash), and their size; bytes that are
 * others are told, not shown. */
static void
test_hash (ClinicFixture *fixture,
           gconstpointer  data)
{
  const guint8 bytes[] = { '%', 'P', 'D', 'F', '-', 0, 255, 10, 'x' };
  g_autoptr (GBytes) pdf = g_bytes_new (bytes, sizeof bytes);
  g_autofree char *hex = g_compute_checksum_for_bytes (G_CHECKSUM_SHA1, pdf);
  CareVisit *visit = clinic_finished (fixture, CARE_VISIT_SESSION);
  g_autoptr (CareDocument) reference = NULL;
  g_autoptr (CareDocument) binary = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GError) failed = NULL;
  g_autoptr (CareStoreChange) change = NULL;
  g_autofree guchar *digest = NULL;
  g_autofree char *other = g_base64_encode ((const guchar *) "%PDF-forged", 11);
  JsonObject *attachment, *forged;
  gsize length;

  assert_done (care_clinic_keep_sheet (fixture->clinic, visit, pdf, "en", FALSE, error));
  reference = find_only (fixture, "DocumentReference");
  attachment = care_fhir_get_object (care_fhir_get_element (care_document_get_resource (reference), "content", 0), "attachment");
  digest = g_base64_decode (care_fhir_get_string (attachment, "hash"), &length);
  g_assert_cmpuint (length, ==, 20);
  for (gsize i = 0; i < length; i++)
    {
      g_autofree char *two = g_strdup_printf ("%02x", digest[i]);

      g_assert_true (strncmp (two, hex + 2 * i, 2) == 0);
    }
  g_assert_cmpint (json_object_get_int_member (attachment, "size"), ==, (gint64) sizeof bytes);

  kept = care_clinic_list_kept_sheets (fixture->clinic, visit, &failed);
  g_assert_no_error (failed);
  g_assert_cmpuint (kept->len, ==, 1);
  g_assert_true (g_bytes_equal (g_ptr_array_index (kept, 0), pdf));

  /* Somebody's hand in the record. */
  binary = find_only (fixture, "Binary");
  forged = care_document_dup_resource (binary);
  json_object_set_string_member (forged, "data", other);
  change = care_store_change_new (care_clock_now (fixture->clock));
  care_store_change_put (change, care_document_get_subject (binary), care_document_get_version (binary), forged);
  assert_done (care_store_commit (fixture->store, change, error));
  g_assert_null (care_clinic_list_kept_sheets (fixture->clinic, visit, &failed));
  g_assert_error (failed, CARE_ERROR, CARE_ERROR_INPUT);
  g_assert_nonnull (strstr (failed->message, "is not what was printed"));
}

static guint
count_languages (ClinicFixture *fixture,
                 CareVisit     *visit)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (CareSheet) sheet = care_clinic_make_sheet (fixture->clinic, visit, NULL, &failed);

  g_assert_no_error (failed);

  return g_strv_length ((char **) care_sheet_get_languages (sheet));
}

/* Copies and one language or both are the patient's own, over a restart; the sheet itself follows. */
static void
test_paper (ClinicFixture *fixture,
            gconstpointer  data)
{
  CareVisit *visit = clinic_finished (fixture, CARE_VISIT_SESSION);
  CarePatient *patient = care_visit_get_patient (visit);
  g_autofree char *id = g_strdup (care_patient_get_id (patient));
  g_autofree char *visit_id = g_strdup (care_visit_get_id (visit));

  g_assert_cmpuint (care_patient_get_copies (patient), ==, 1);
  g_assert_false (care_patient_wants_one_language (patient));
  assert_done (care_clinic_set_contact (fixture->clinic, patient, NULL, "es", 3, error));
  g_assert_cmpuint (count_languages (fixture, visit), ==, 2);

  assert_done (care_clinic_set_paper (fixture->clinic, patient, 4, TRUE, error));
  clinic_reopen (fixture);
  patient = care_clinic_lookup_patient (fixture->clinic, id);
  visit = care_clinic_lookup_visit (fixture->clinic, visit_id, NULL);
  g_assert_cmpuint (care_patient_get_copies (patient), ==, 4);
  g_assert_true (care_patient_wants_one_language (patient));
  g_assert_cmpuint (care_patient_get_size (patient), ==, 3);
  g_assert_cmpuint (count_languages (fixture, visit), ==, 1);

  assert_done (care_clinic_set_paper (fixture->clinic, patient, 1, FALSE, error));
  g_assert_cmpuint (care_patient_get_copies (patient), ==, 1);
  g_assert_cmpuint (count_languages (fixture, visit), ==, 2);
}

/* The sample's settings as a real clinic's, without @phone; for "claim" with all phones, and a claim where it says how to
 * report a side effect. */
static CareClinicInfo *
without_phone (const char *phone)
{
  g_autoptr (GError) failed = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("AFTERCARE_DATA"), "sample", "clinic.json", NULL);
  g_autoptr (JsonNode) settings = care_json_load (path, NULL, &failed);
  JsonObject *root, *phones;
  JsonArray *staff;
  g_autofree char *text = NULL;
  CareClinicInfo *info;

  g_assert_no_error (failed);
  root = json_node_get_object (settings);
  json_object_set_boolean_member (root, "sample", FALSE);
  staff = json_object_get_array_member (root, "staff");
  for (guint i = 0; i < json_array_get_length (staff); i++)
    json_object_remove_member (json_array_get_object_element (staff, i), "pin");
  phones = json_object_get_object_member (root, "phones");
  json_object_set_string_member (phones, "day", "555-0100");
  json_object_set_string_member (json_object_get_object_member (phones, "after_hours"), "number", "555-0150");
  json_object_set_string_member (phones, "emergency", "555-0199");
  if (g_strcmp0 (phone, "claim") == 0)
    json_object_set_string_member (json_object_get_object_member (root, "reporting"), "es", "Nuestro tratamiento es seguro.");
  else if (phone != NULL)
    {
      g_assert_true (json_object_has_member (phones, phone));
      json_object_remove_member (phones, phone);
    }
  text = care_json_to_text (settings, CARE_JSON_COMPACT);
  info = care_clinic_info_new_from_text (text, -1, "clinic.json", &failed);
  g_assert_no_error (failed);

  return info;
}

static JsonObject *
new_approval (const char *member,
              const char *hash)
{
  JsonObject *approval = json_object_new ();

  json_object_set_string_member (approval, "approver", "Dr. Lea Example");
  json_object_set_string_member (approval, "role", "clinician");
  json_object_set_string_member (approval, "date", "2026-11-02");
  json_object_set_string_member (approval, member, hash);

  return approval;
}

/* The sample's protocol, in force and approved in the sheet's language and the country's: nothing stops its paper. */
static CareProtocol *
in_force (CareProtocol *sample)
{
  static const char *const languages[] = { "en", "es" };
  g_autoptr (GError) failed = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("AFTERCARE_DATA"), "protocols", "mesotherapy.json", NULL);
  g_autoptr (JsonNode) node = care_json_load (path, NULL, &failed);
  g_autofree char *text = NULL;
  JsonObject *root;
  CareProtocol *protocol;

  g_assert_no_error (failed);
  root = json_node_get_object (node);
  json_object_set_string_member (root, "status", "in-force");
  json_object_set_object_member (root, "version_approval", new_approval ("rules", care_protocol_get_rules_hash (sample)));
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *hash = care_protocol_dup_texts_hash (sample, languages[i]);

      JsonObject *approval = new_approval ("texts", hash);

      json_object_set_string_member (approval, "review", "2027-11-02");
      json_object_set_object_member (json_object_get_object_member (root, "approval"), languages[i], approval);
    }
  text = care_json_to_text (node, CARE_JSON_COMPACT);
  protocol = care_protocol_new_from_text (text, -1, "in-force.json", &failed);
  g_assert_no_error (failed);

  return protocol;
}

static void
take_settings (ClinicFixture *fixture,
               const char    *missing)
{
  g_clear_object (&fixture->info);
  fixture->info = without_phone (missing);
  clinic_reopen (fixture);
}

/* In a real clinic a missing phone or a claim, and nothing else, keeps a visit from being ready; without it the same visit is. */
static void
test_phones (ClinicFixture *fixture,
             gconstpointer  data)
{
  CareProtocol *approved = in_force (fixture->protocol);
  g_autoptr (GError) failed = NULL;
  g_auto (GStrv) troubles = NULL;
  g_autofree char *id = NULL;
  CareVisit *visit;

  g_clear_object (&fixture->protocol);
  fixture->protocol = approved;
  take_settings (fixture, data);
  g_assert_false (care_clinic_is_sample (fixture->clinic));
  visit = clinic_arrived (fixture, clinic_patient (fixture), CARE_VISIT_FIRST);
  clinic_answer (fixture, visit, NULL);
  clinic_check (fixture, visit);
  troubles = care_clinic_list_sheet_troubles (fixture->clinic, visit, &failed);
  g_assert_no_error (failed);
  g_assert_cmpuint (g_strv_length (troubles), ==, 1);
  if (g_str_equal (data, "claim"))
    g_assert_cmpstr (troubles[0], ==, "the clinic's settings claim what is never printed ('seguro'); these words are left out");
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_MUST_DECIDE);
  g_assert_true (care_visit_is_paper_stopped (visit));
  assert_refused (care_clinic_ask_in (fixture->clinic, visit, error), CARE_ERROR_REFUSED);

  id = g_strdup (care_visit_get_id (visit));
  take_settings (fixture, NULL);
  visit = care_clinic_lookup_visit (fixture->clinic, id, NULL);
  assert_done (care_clinic_refresh (fixture->clinic, error));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_READY);
  g_assert_false (care_visit_is_paper_stopped (visit));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, phone, function) \
  g_test_add ("/clinic/kept/" path, ClinicFixture, phone, clinic_set_up, function, clinic_tear_down)
  ADD ("hash", NULL, test_hash);
  ADD ("paper", NULL, test_paper);
  ADD ("phones/day", "day", test_phones);
  ADD ("phones/after-hours", "after_hours", test_phones);
  ADD ("phones/emergency", "emergency", test_phones);
  ADD ("claim", "claim", test_phones);
#undef ADD

  return g_test_run ();
}

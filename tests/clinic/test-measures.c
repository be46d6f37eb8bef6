/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Weight, height, girth and severity of the session record leave as FHIR Observations (design.md 2.5). */

#include <glib/gstdio.h>

#include "base/care-json-number.h"
#include "base/care-json.h"
#include "clinic/clinic-fixture.h"

#define QUESTION "https://aftercare.example/fhir/CodeSystem/question"
#define OURS "https://aftercare.example/fhir/CodeSystem/observation"
#define LOINC "http://loinc.org"

typedef struct
{
  const char *question;
  const char *value;
  const char *system;
  const char *code;
  const char *unit;
  gboolean    vital;
} Measure;

/* Codes of facts section 11 (body weight, body height); girth and severity have none there, so they are ours. */
static const Measure measures[] = {
  { "weight", "68.5", LOINC, "29463-7", "kg", TRUE },
  { "height", "171", LOINC, "8302-2", "cm", TRUE },
  { "girth", "58.5", OURS, "girth", "cm", FALSE },
  { "severity", "9", OURS, "severity", "1", FALSE },
};

static JsonObject *
get_first (JsonObject *object,
           const char *member)
{
  return json_array_get_object_element (json_object_get_array_member (object, member), 0);
}

static JsonObject *
get_code (JsonObject *observation)
{
  return get_first (json_object_get_object_member (observation, "code"), "coding");
}

static JsonObject *
find_measure (GPtrArray     *all,
              const Measure *measure)
{
  for (guint i = 0; i < all->len; i++)
    {
      JsonObject *observation = care_document_get_resource (g_ptr_array_index (all, i));

      if (g_str_equal (json_object_get_string_member (get_code (observation), "code"), measure->code))
        return observation;
    }
  return NULL;
}

static void
check_measure (JsonObject    *observation,
               const Measure *measure,
               CareVisit     *visit)
{
  JsonObject *quantity = json_object_get_object_member (observation, "valueQuantity");
  g_autofree char *subject = g_strconcat ("Patient/", care_patient_get_id (care_visit_get_patient (visit)), NULL);
  g_autofree char *encounter = g_strconcat ("Encounter/", care_visit_get_id (visit), NULL);

  g_assert_cmpstr (json_object_get_string_member (observation, "status"), ==, "final");
  g_assert_cmpstr (json_object_get_string_member (get_code (observation), "system"), ==, measure->system);
  g_assert_cmpfloat_with_epsilon (care_json_node_get_number (json_object_get_member (quantity, "value")), g_ascii_strtod (measure->value, NULL), 1e-9);
  g_assert_cmpstr (json_object_get_string_member (quantity, "code"), ==, measure->unit);
  g_assert_cmpstr (json_object_get_string_member (quantity, "system"), ==, "http://unitsofmeasure.org");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (observation, "subject"), "reference"), ==, subject);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (observation, "encounter"), "reference"), ==, encounter);
  g_assert_true (json_object_has_member (observation, "effectiveDateTime"));
  /* R4 asks for the category of a vital sign. */
  g_assert_cmpint (json_object_has_member (observation, "category"), ==, measure->vital);
  if (measure->vital)
    g_assert_cmpstr (json_object_get_string_member (get_first (get_first (observation, "category"), "coding"), "code"), ==, "vital-signs");
  if (g_str_equal (measure->question, "girth"))
    g_assert_cmpstr (json_object_get_string_member (get_first (json_object_get_object_member (observation, "bodySite"), "coding"), "code"),
                     ==, "thighs");
}

/* The independent validator, where the environment names its folder. FALSE: it does not. */
static gboolean
validate (JsonObject *observation,
          const char *folder)
{
  const char *validators = g_getenv ("CARE_VALIDATORS");
  g_autofree char *node = g_find_program_in_path ("node");
  g_autofree char *path = g_build_filename (folder, "measure.json", NULL);
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  const char *argv[] = { node, "validate-fhir.mjs", path, NULL };
  g_autofree char *text = NULL;
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (validators == NULL || node == NULL)
    return FALSE;

  json_node_set_object (root, observation);
  text = care_json_to_text (root, CARE_JSON_PRETTY);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  g_spawn_sync (validators, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &said, NULL, &status, &error);
  g_assert_no_error (error);
  g_test_message ("%s", said);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_unlink (path);

  return TRUE;
}

static void
test_leave (ClinicFixture *fixture,
            gconstpointer  data)
{
  const CareSampleAnswer others[] = { { "numbing-used", "no" }, { "girth-area", "thighs" }, { NULL, NULL } };
  CareVisit *visit = clinic_finished (fixture, CARE_VISIT_SESSION);
  g_autoptr (CareResponse) response = clinic_draft (fixture, visit, others);
  CareSessionFacts facts = { .form = response };
  g_autoptr (GPtrArray) all = NULL;
  gboolean validated = TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      g_autoptr (CareValue) value = g_str_equal (measures[i].question, "severity") ? care_value_new_integer ((int) g_ascii_strtoll (measures[i].value, NULL, 10))
                                                                                   : care_value_new_decimal (measures[i].value, NULL);

      care_response_prefill_by_code (response, QUESTION, measures[i].question, value);
    }
  assert_done (care_clinic_record (fixture->clinic, visit, &facts, &clinician, error));

  all = care_store_list (fixture->store, "Observation", care_patient_get_id (care_visit_get_patient (visit)), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      JsonObject *observation = find_measure (all, &measures[i]);

      g_test_message ("%s", measures[i].question);
      g_assert_nonnull (observation);
      check_measure (observation, &measures[i], visit);
      validated = validate (observation, fixture->folder) && validated;
    }
  if (!validated)
    g_test_skip ("measured; CARE_VALIDATORS names no folder for the validator, or there is no node");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/clinic/measures/leave", ClinicFixture, NULL, clinic_set_up, test_leave, clinic_tear_down);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "patient-fixture.h"

#include "journal/care-journal-file.h"
#include "patient/care-patient-flow.h"

#define QUESTION "https://aftercare.example/fhir/CodeSystem/question"
#define ANSWER   "https://aftercare.example/fhir/CodeSystem/answer"
#define CHOICE   "\"type\":\"choice\",\"required\":true,\"answerOption\":[" \
  "{\"valueCoding\":{\"system\":\"" ANSWER "\",\"code\":\"no\",\"display\":\"No\"}}," \
  "{\"valueCoding\":{\"system\":\"" ANSWER "\",\"code\":\"yes\",\"display\":\"Yes\"}}]"
#define CODE(code) "\"code\":[{\"system\":\"" QUESTION "\",\"code\":\"" code "\"}],"

static const char form[] =
  "{\"resourceType\":\"Questionnaire\",\"url\":\"https://x.example/f\",\"version\":\"1\",\"status\":\"active\",\"language\":\"en\",\"item\":["
  "{\"linkId\":\"born\"," CODE ("birth-date") "\"type\":\"date\",\"extension\":[{\"url\":"
  "\"http://hl7.org/fhir/StructureDefinition/questionnaire-hidden\",\"valueBoolean\":true}]},"
  "{\"linkId\":\"one\"," CODE ("pregnancy") "\"text\":\"One?\"," CHOICE "},"
  "{\"linkId\":\"two\"," CODE ("smoking") "\"text\":\"Two?\"," CHOICE "},"
  "{\"linkId\":\"more\",\"text\":\"How many?\",\"type\":\"integer\",\"enableWhen\":[{\"question\":\"two\",\"operator\":\"=\","
  "\"answerCoding\":{\"system\":\"" ANSWER "\",\"code\":\"yes\"}}]},"
  "{\"linkId\":\"three\",\"text\":\"Three?\"," CHOICE "}]}";

static GDate
make_date (int day,
           int month,
           int year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return date;
}

static void
answer (PatientFixture *fixture,
        const char     *link_id,
        guint           option)
{
  CareResponse *response = care_patient_session_get_response (fixture->session, 0);
  CareNode *node = care_response_find (response, link_id);

  care_response_toggle_option (response, node, care_item_get_option (care_node_get_item (node), option));
  care_patient_session_touch (fixture->session, 0);
}

static void
pass_birth_date (CarePatientFlow *flow)
{
  GDate born = make_date (17, 5, 1980);

  if (care_patient_flow_get_place (flow) == CARE_PLACE_WELCOME)
    care_patient_flow_next (flow);
  g_assert_true (care_patient_flow_give_birth_date (flow, &born));
}

static void
assert_progress (CarePatientFlow *flow,
                 guint            number,
                 guint            total)
{
  guint got_number;
  guint got_total;

  g_assert_true (care_patient_flow_get_progress (flow, &got_number, &got_total));
  g_assert_cmpuint (got_number, ==, number);
  g_assert_cmpuint (got_total, ==, total);
}

static void
test_happy (void)
{
  g_autoptr (PatientFixture) fixture = patient_fixture_new (form);
  g_autoptr (CarePatientFlow) flow = NULL;
  g_autoptr (CareJournalReader) reader = NULL;
  g_autoptr (JsonNode) answers = NULL;
  const CareJournalRecord *record;
  JsonObject *body;
  guint number;
  guint total;

  patient_fixture_start (fixture);
  flow = care_patient_flow_new (fixture->session);
  g_assert_cmpint (care_patient_flow_get_place (flow), ==, CARE_PLACE_WELCOME);
  g_assert_false (care_patient_flow_get_progress (flow, &number, &total));
  pass_birth_date (flow);
  assert_progress (flow, 1, 4);
  answer (fixture, "one", 0);
  care_patient_flow_next (flow);
  answer (fixture, "two", 1);
  /* Progress is true when a question appears. */
  assert_progress (flow, 2, 5);
  care_patient_flow_next (flow);
  assert_progress (flow, 3, 5);
  care_patient_flow_back (flow);
  answer (fixture, "two", 0);
  assert_progress (flow, 2, 4);
  care_patient_flow_next (flow);
  answer (fixture, "three", 0);
  care_patient_flow_next (flow);
  g_assert_cmpint (care_patient_flow_get_place (flow), ==, CARE_PLACE_REVIEW);
  assert_progress (flow, 4, 4);
  care_patient_flow_next (flow);
  g_assert_cmpint (care_patient_flow_get_place (flow), ==, CARE_PLACE_THANKS);
  patient_fixture_settle (fixture);

  reader = patient_fixture_read (fixture);
  record = care_journal_reader_find_last (reader, CARE_JOURNAL_ANSWERS, "https://x.example/f");
  g_assert_nonnull (record);
  g_assert_cmpstr (record->version, ==, "1");
  answers = patient_fixture_read_answers (fixture, 0);
  body = json_node_get_object (answers);
  g_assert_cmpstr (json_object_get_string_member (body, "status"), ==, "completed");
  g_assert_cmpstr (json_object_get_string_member (body, "questionnaire"), ==, "https://x.example/f|1");
  g_assert_cmpstr (json_object_get_string_member (body, "language"), ==, "en");
  /* The hidden birth date, one, two and three; not the question that vanished. */
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (body, "item")), ==, 4);
  record = care_journal_reader_get_record (reader, care_journal_reader_get_length (reader) - 1);
  g_assert_cmpint (record->kind, ==, CARE_JOURNAL_DONE);
  g_assert_false (json_object_get_boolean_member (json_node_get_object (record->body), "stopped"));
  g_assert_nonnull (care_journal_reader_find_last (reader, CARE_JOURNAL_STEP, "https://x.example/f"));
}

static void
test_wrong_birth_date (void)
{
  g_autoptr (PatientFixture) fixture = patient_fixture_new (form);
  g_autoptr (CarePatientFlow) flow = NULL;
  g_autoptr (CareJournalReader) reader = NULL;
  GDate wrong = make_date (5, 7, 1980);

  patient_fixture_start (fixture);
  flow = care_patient_flow_new (fixture->session);
  care_patient_flow_next (flow);
  g_assert_false (care_patient_flow_give_birth_date (flow, &wrong));
  g_assert_false (care_patient_flow_give_birth_date (flow, &wrong));
  g_assert_cmpuint (care_patient_flow_get_tries_left (flow), ==, 1);
  g_assert_cmpint (care_patient_flow_get_place (flow), ==, CARE_PLACE_BIRTH_DATE);
  g_assert_false (care_patient_flow_give_birth_date (flow, &wrong));
  g_assert_cmpint (care_patient_flow_get_place (flow), ==, CARE_PLACE_LOCKED);
  care_patient_flow_next (flow);
  care_patient_flow_back (flow);
  g_assert_cmpint (care_patient_flow_get_place (flow), ==, CARE_PLACE_LOCKED);

  patient_fixture_settle (fixture);
  reader = patient_fixture_read (fixture);
  g_assert_cmpuint (care_journal_reader_get_length (reader), ==, 1);
  g_assert_cmpint (care_journal_reader_get_record (reader, 0)->kind, ==, CARE_JOURNAL_WRONG_BIRTH_DATE);
}

static void
test_year_only (void)
{
  g_autoptr (PatientFixture) fixture = patient_fixture_new (form);
  g_autoptr (CarePatientFlow) flow = NULL;
  GDate born = make_date (1, 1, 1980);

  g_free (fixture->envelope->birth_date);
  fixture->envelope->birth_date = g_strdup ("1980");
  patient_fixture_start (fixture);
  flow = care_patient_flow_new (fixture->session);
  g_assert_true (care_patient_session_knows_year_only (fixture->session));
  care_patient_flow_next (flow);
  g_assert_true (care_patient_flow_give_birth_date (flow, &born));
  patient_fixture_settle (fixture);
}

static void
test_private_stop (void)
{
  g_autoptr (PatientFixture) fixture = patient_fixture_new (form);
  g_autoptr (CarePatientFlow) flow = NULL;
  g_autoptr (CareJournalReader) reader = NULL;
  g_autoptr (JsonNode) answers = NULL;
  const CareJournalRecord *record;
  JsonObject *body;

  care_envelope_add_private (fixture->envelope, "pregnancy", "yes");
  patient_fixture_start (fixture);
  flow = care_patient_flow_new (fixture->session);
  pass_birth_date (flow);
  answer (fixture, "one", 1);
  care_patient_flow_next (flow);
  g_assert_cmpint (care_patient_flow_get_place (flow), ==, CARE_PLACE_PRIVATE);
  care_patient_flow_stop (flow);
  g_assert_cmpint (care_patient_flow_get_place (flow), ==, CARE_PLACE_THANKS);
  patient_fixture_settle (fixture);

  reader = patient_fixture_read (fixture);
  answers = patient_fixture_read_answers (fixture, 0);
  body = json_node_get_object (answers);
  g_assert_cmpstr (json_object_get_string_member (body, "status"), ==, "in-progress");
  /* What follows is not asked. */
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (body, "item")), ==, 2);
  record = care_journal_reader_find_last (reader, CARE_JOURNAL_DONE, NULL);
  g_assert_true (json_object_get_boolean_member (json_node_get_object (record->body), "stopped"));
}

static void
test_private_go_on (void)
{
  g_autoptr (PatientFixture) fixture = patient_fixture_new (form);
  g_autoptr (CarePatientFlow) flow = NULL;

  care_envelope_add_private (fixture->envelope, "pregnancy", "yes");
  care_envelope_add_private (fixture->envelope, "smoking", "yes");
  patient_fixture_start (fixture);
  flow = care_patient_flow_new (fixture->session);
  pass_birth_date (flow);
  answer (fixture, "one", 1);
  care_patient_flow_next (flow);
  care_patient_flow_next (flow);
  g_assert_cmpint (care_patient_flow_get_place (flow), ==, CARE_PLACE_FORM);
  assert_progress (flow, 2, 4);
  /* It is said once. */
  answer (fixture, "two", 1);
  care_patient_flow_next (flow);
  g_assert_cmpint (care_patient_flow_get_place (flow), ==, CARE_PLACE_FORM);
  patient_fixture_settle (fixture);
}

static void
test_not_private (void)
{
  g_autoptr (PatientFixture) fixture = patient_fixture_new (form);
  g_autoptr (CarePatientFlow) flow = NULL;

  care_envelope_add_private (fixture->envelope, "pregnancy", "yes");
  patient_fixture_start (fixture);
  flow = care_patient_flow_new (fixture->session);
  pass_birth_date (flow);
  answer (fixture, "one", 0);
  care_patient_flow_next (flow);
  g_assert_cmpint (care_patient_flow_get_place (flow), ==, CARE_PLACE_FORM);
  patient_fixture_settle (fixture);
}

static void
test_mend (void)
{
  g_autoptr (PatientFixture) fixture = patient_fixture_new (form);
  g_autoptr (CarePatientFlow) flow = NULL;
  CareResponse *response;

  patient_fixture_start (fixture);
  response = care_patient_session_get_response (fixture->session, 0);
  flow = care_patient_flow_new (fixture->session);
  pass_birth_date (flow);
  while (care_patient_flow_get_place (flow) == CARE_PLACE_FORM)
    {
      patient_fixture_answer (fixture, 0, care_patient_flow_get_step (flow));
      care_patient_flow_next (flow);
    }
  g_assert_cmpint (care_patient_flow_get_place (flow), ==, CARE_PLACE_REVIEW);

  care_patient_flow_mend (flow, 0, care_response_find (response, "one"));
  assert_progress (flow, 1, 4);
  care_patient_flow_next (flow);
  g_assert_cmpint (care_patient_flow_get_place (flow), ==, CARE_PLACE_REVIEW);

  /* A mended answer opens a question that nobody saw: it is asked before the review. */
  care_patient_flow_mend (flow, 0, care_response_find (response, "two"));
  answer (fixture, "two", 1);
  care_patient_flow_next (flow);
  g_assert_cmpint (care_patient_flow_get_place (flow), ==, CARE_PLACE_FORM);
  assert_progress (flow, 3, 5);
  patient_fixture_answer (fixture, 0, care_patient_flow_get_step (flow));
  care_patient_flow_next (flow);
  g_assert_cmpint (care_patient_flow_get_place (flow), ==, CARE_PLACE_REVIEW);

  care_patient_flow_mend (flow, 0, care_response_find (response, "one"));
  care_patient_flow_back (flow);
  g_assert_cmpint (care_patient_flow_get_place (flow), ==, CARE_PLACE_REVIEW);
  patient_fixture_settle (fixture);
}

/* What was left empty on purpose does not stand between a mended answer and the review. */
static void
test_mend_with_gap (void)
{
  g_autoptr (PatientFixture) fixture = patient_fixture_new (form);
  g_autoptr (CarePatientFlow) flow = NULL;
  CareResponse *response;

  patient_fixture_start (fixture);
  response = care_patient_session_get_response (fixture->session, 0);
  flow = care_patient_flow_new (fixture->session);
  pass_birth_date (flow);
  answer (fixture, "one", 0);
  care_patient_flow_next (flow);
  answer (fixture, "two", 1);
  care_patient_flow_next (flow);
  assert_progress (flow, 3, 5);
  care_patient_flow_next (flow);
  answer (fixture, "three", 0);
  care_patient_flow_next (flow);
  g_assert_cmpint (care_patient_flow_get_place (flow), ==, CARE_PLACE_REVIEW);

  care_patient_flow_mend (flow, 0, care_response_find (response, "one"));
  care_patient_flow_next (flow);
  g_assert_cmpint (care_patient_flow_get_place (flow), ==, CARE_PLACE_REVIEW);
  patient_fixture_settle (fixture);
}

static void
test_handed_back (void)
{
  g_autoptr (PatientFixture) fixture = patient_fixture_new (form);
  g_autoptr (CarePatientFlow) flow = NULL;

  g_ptr_array_add (fixture->envelope->responses,
                   json_from_string ("{\"resourceType\":\"QuestionnaireResponse\",\"questionnaire\":\"https://x.example/f|1\","
                                     "\"status\":\"in-progress\",\"item\":[{\"linkId\":\"one\",\"answer\":[{\"valueCoding\":"
                                     "{\"system\":\"" ANSWER "\",\"code\":\"no\"}}]}]}",
                                     NULL));
  patient_fixture_start (fixture);
  flow = care_patient_flow_new (fixture->session);
  /* No language page again, but the birth date; then on at the same question. */
  g_assert_cmpint (care_patient_flow_get_place (flow), ==, CARE_PLACE_BIRTH_DATE);
  pass_birth_date (flow);
  assert_progress (flow, 2, 4);
  care_patient_flow_back (flow);
  assert_progress (flow, 1, 4);
  patient_fixture_settle (fixture);
}

static void
test_doze (void)
{
  g_autoptr (PatientFixture) fixture = patient_fixture_new (form);
  g_autoptr (CarePatientFlow) flow = NULL;

  patient_fixture_start (fixture);
  flow = care_patient_flow_new (fixture->session);
  care_patient_flow_doze (flow);
  g_assert_cmpint (care_patient_flow_get_place (flow), ==, CARE_PLACE_WELCOME);
  pass_birth_date (flow);
  answer (fixture, "one", 0);
  care_patient_flow_next (flow);
  care_patient_flow_doze (flow);
  g_assert_cmpint (care_patient_flow_get_place (flow), ==, CARE_PLACE_BIRTH_DATE);
  g_assert_false (care_patient_flow_can_back (flow));
  pass_birth_date (flow);
  assert_progress (flow, 2, 4);
  patient_fixture_settle (fixture);
}

static void
test_two_forms (void)
{
  g_autoptr (PatientFixture) fixture = patient_fixture_new (form);
  g_autoptr (CarePatientFlow) flow = NULL;

  patient_fixture_add_form (fixture,
                            "{\"resourceType\":\"Questionnaire\",\"url\":\"https://x.example/g\",\"status\":\"active\",\"item\":["
                            "{\"linkId\":\"last\",\"text\":\"Last?\",\"type\":\"boolean\"}]}");
  patient_fixture_start (fixture);
  flow = care_patient_flow_new (fixture->session);
  pass_birth_date (flow);
  for (guint i = 0; i < 3; i++)
    {
      patient_fixture_answer (fixture, 0, care_patient_flow_get_step (flow));
      care_patient_flow_next (flow);
    }
  g_assert_cmpuint (care_patient_flow_get_form (flow), ==, 1);
  assert_progress (flow, 4, 5);
  care_patient_flow_back (flow);
  g_assert_cmpuint (care_patient_flow_get_form (flow), ==, 0);
  assert_progress (flow, 3, 5);
  patient_fixture_settle (fixture);
}

#define PROPOSES(text) "{\"linkId\":\"" text "\",\"text\":\"" text "?\",\"type\":\"integer\",\"initial\":[{\"valueInteger\":1}]}"

/* Answers that the form proposes are seen by whoever gives them: the device handed over, and handed back in the middle. */
static void
test_proposed (void)
{
  g_autoptr (PatientFixture) fixture =
    patient_fixture_new ("{\"resourceType\":\"Questionnaire\",\"url\":\"https://x.example/p\",\"status\":\"active\",\"item\":["
                         PROPOSES ("one") "," PROPOSES ("two") ","
                         "{\"linkId\":\"three\",\"text\":\"Three?\",\"type\":\"choice\",\"answerOption\":["
                         "{\"valueString\":\"a\"},{\"valueString\":\"b\",\"initialSelected\":true}]}]}");
  g_autoptr (CarePatientFlow) flow = NULL;
  g_autoptr (CarePatientFlow) later = NULL;
  g_autoptr (CareValue) value = care_value_new_integer (2);

  CareResponse *response;

  patient_fixture_start (fixture);
  response = care_patient_session_get_response (fixture->session, 0);
  flow = care_patient_flow_new (fixture->session);
  g_assert_cmpint (care_patient_flow_get_place (flow), ==, CARE_PLACE_WELCOME);
  pass_birth_date (flow);
  assert_progress (flow, 1, 4);

  care_response_set_value (response, care_response_find (response, "one"), value);
  care_patient_session_touch (fixture->session, 0);
  patient_fixture_settle (fixture);
  later = care_patient_flow_new (fixture->session);
  g_assert_cmpint (care_patient_flow_get_place (later), ==, CARE_PLACE_BIRTH_DATE);
  pass_birth_date (later);
  assert_progress (later, 2, 4);

  care_response_set_value (response, care_response_find (response, "two"), value);
  g_clear_object (&later);
  later = care_patient_flow_new (fixture->session);
  pass_birth_date (later);
  assert_progress (later, 3, 4);
}

typedef struct
{
  const char *name;
  const char *birth_date;
  const char *zone;
  const char *form;
  gboolean    words;
} Bad;

static const Bad bad[] = {
  { "zone", "1980-05-17", "Nowhere/Land", form, TRUE },
  { "form", "1980-05-17", "Europe/Madrid", "{\"resourceType\":\"Questionnaire\",\"item\":7}", TRUE },
  { "words", "1980-05-17", "Europe/Madrid", form, FALSE },
};

static void
test_bad_envelope (gconstpointer data)
{
  const Bad *one = data;
  g_autoptr (PatientFixture) fixture = patient_fixture_new (one->form);
  g_autoptr (CarePatientSession) session = NULL;
  g_autoptr (GError) error = NULL;
  int fd = care_journal_file_create (fixture->folder, "journal-1", &error);

  g_assert_no_error (error);
  g_free (fixture->envelope->time_zone);
  fixture->envelope->time_zone = g_strdup (one->zone);
  if (!one->words)
    g_clear_pointer (&fixture->envelope->words, json_node_unref);
  session = care_patient_session_new (g_steal_pointer (&fixture->envelope), fd, &error);
  g_assert_null (session);
  g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flow/happy", test_happy);
  g_test_add_func ("/flow/wrong-birth-date", test_wrong_birth_date);
  g_test_add_func ("/flow/year-only", test_year_only);
  g_test_add_func ("/flow/private-stop", test_private_stop);
  g_test_add_func ("/flow/private-go-on", test_private_go_on);
  g_test_add_func ("/flow/not-private", test_not_private);
  g_test_add_func ("/flow/mend", test_mend);
  g_test_add_func ("/flow/mend-with-gap", test_mend_with_gap);
  g_test_add_func ("/flow/handed-back", test_handed_back);
  g_test_add_func ("/flow/doze", test_doze);
  g_test_add_func ("/flow/two-forms", test_two_forms);
  g_test_add_func ("/flow/proposed", test_proposed);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strconcat ("/flow/bad-envelope/", bad[i].name, NULL);

      g_test_add_data_func (path, &bad[i], test_bad_envelope);
    }

  return g_test_run ();
}

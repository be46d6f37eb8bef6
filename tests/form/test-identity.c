/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-form-identity.h"

#include "base/care-error.h"
#include "form/care-questionnaire.h"

static CareQuestionnaire *
complete (const char    *text,
          CareFormGiven  wanted)
{
  g_autoptr (GError) error = NULL;
  CareFormGiven given = CARE_FORM_GIVEN_NOTHING;
  g_autofree char *completed = care_form_identity_complete (text, -1, "form.json", &given, &error);
  CareQuestionnaire *form;

  g_assert_no_error (error);
  g_assert_cmpint (given, ==, wanted);
  form = care_questionnaire_new_from_text (completed, -1, "form.json", &error);
  g_assert_no_error (error);

  return form;
}

#define ALL (CARE_FORM_GIVEN_URL | CARE_FORM_GIVEN_VERSION)

static void
test_own (void)
{
  const char *text = "{\"resourceType\": \"Questionnaire\", \"url\": \"https://a.example/q\", \"version\": \"2\",\n \"item\": []}";
  g_autofree char *same = care_form_identity_complete (text, -1, "form.json", NULL, NULL);

  g_assert_cmpstr (same, ==, text);
}

/* The same name: the same form, whatever it asks; another letter: another version. */
static void
test_given (void)
{
  const char *before = "{\"resourceType\": \"Questionnaire\", \"name\": \"Intake\", \"item\": [{\"linkId\": \"1\", \"type\": \"decimal\", \"text\": \"a\"}]}";
  const char *after = "{\"resourceType\": \"Questionnaire\", \"name\": \"Intake\", \"item\": [{\"linkId\": \"1\", \"type\": \"decimal\", \"text\": \"b\"}]}";
  const char *other = "{\"resourceType\": \"Questionnaire\", \"name\": \"Diet\", \"item\": [{\"linkId\": \"1\", \"type\": \"decimal\", \"text\": \"a\"}]}";
  g_autoptr (CareQuestionnaire) one = complete (before, ALL);
  g_autoptr (CareQuestionnaire) again = complete (before, ALL);
  g_autoptr (CareQuestionnaire) changed = complete (after, ALL);
  g_autoptr (CareQuestionnaire) third = complete (other, ALL);

  g_assert_true (g_str_has_prefix (care_questionnaire_get_url (one), "urn:uuid:"));
  g_assert_true (g_uuid_string_is_valid (care_questionnaire_get_url (one) + strlen ("urn:uuid:")));
  g_assert_cmpstr (care_questionnaire_get_canonical (one), ==, care_questionnaire_get_canonical (again));
  g_assert_cmpstr (care_questionnaire_get_url (one), ==, care_questionnaire_get_url (changed));
  g_assert_cmpstr (care_questionnaire_get_version (one), !=, care_questionnaire_get_version (changed));
  g_assert_cmpstr (care_questionnaire_get_url (one), !=, care_questionnaire_get_url (third));
}

static void
test_nameless (void)
{
  g_autoptr (CareQuestionnaire) one = complete ("{\"resourceType\": \"Questionnaire\", \"item\": []}", ALL);
  g_autoptr (CareQuestionnaire) other = complete ("{\"resourceType\": \"Questionnaire\",  \"item\": []}", ALL);

  g_assert_cmpstr (care_questionnaire_get_url (one), !=, care_questionnaire_get_url (other));
}

/* What stands there and says nothing is replaced, not written a second time. */
static void
test_empty (void)
{
  g_autoptr (CareQuestionnaire) empty = complete ("{\"resourceType\": \"Questionnaire\", \"url\": \"\", \"version\": 5, \"item\": []}", ALL);
  g_autoptr (CareQuestionnaire) half = complete ("{\"resourceType\": \"Questionnaire\", \"url\": \"https://a.example/q\", \"item\": []}",
                                                 CARE_FORM_GIVEN_VERSION);
  g_autoptr (CareQuestionnaire) marked = complete ("\xef\xbb\xbf{\"resourceType\": \"Questionnaire\", \"item\": []}", ALL);

  g_assert_true (g_str_has_prefix (care_questionnaire_get_url (empty), "urn:uuid:"));
  g_assert_cmpuint (strlen (care_questionnaire_get_version (empty)), ==, 8);
  g_assert_cmpstr (care_questionnaire_get_url (half), ==, "https://a.example/q");
  g_assert_nonnull (care_questionnaire_get_canonical (marked));
}

static void
test_bad (void)
{
  const char *const bad[] = { "", "{", "{}}", "{\"a\": 1, \"a\": 2}", "\xef\xbb\xbf" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *completed = care_form_identity_complete (bad[i], -1, "form.json", NULL, &error);

      g_assert_null (completed);
      g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form/identity/own", test_own);
  g_test_add_func ("/form/identity/given", test_given);
  g_test_add_func ("/form/identity/nameless", test_nameless);
  g_test_add_func ("/form/identity/empty", test_empty);
  g_test_add_func ("/form/identity/bad", test_bad);

  return g_test_run ();
}

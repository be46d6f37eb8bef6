/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "base/care-json.h"
#include "forms-walk.h"
#include "protocol/care-claims.h"
#include "protocol/care-reading.h"

#define TRANSLATION "http://hl7.org/fhir/StructureDefinition/translation"

/* Short labels of two or three words have no reading level worth the name. */
#define FEWEST_WORDS 6

typedef struct
{
  const char *name;
  gboolean    patient;
} Form;

static const Form forms[] = {
  { "first-visit", TRUE },  { "day-check", TRUE },     { "consent", TRUE },
  { "test-record", FALSE }, { "test-reading", FALSE }, { "session-record", FALSE },
};

static const char *const languages[] = { "en", "es", "fr", "pt-BR", "de", "ar" };

#define N_LANGUAGES G_N_ELEMENTS (languages)

/* The words of a form in the order of languages, NULL where one is missing, with the member for messages. */
typedef void (*WordsFunc) (const char        *place,
                           const char *const *texts,
                           gpointer           user_data);

static const char *
find_translation (JsonObject *shadow,
                  const char *language)
{
  JsonArray *extensions = shadow != NULL ? json_object_get_array_member (shadow, "extension") : NULL;

  for (guint i = 0; extensions != NULL && i < json_array_get_length (extensions); i++)
    {
      JsonObject *extension = json_array_get_object_element (extensions, i);
      JsonArray *parts = json_object_get_array_member (extension, "extension");

      g_assert_cmpstr (json_object_get_string_member (extension, "url"), ==, TRANSLATION);
      if (g_str_equal (json_object_get_string_member (json_array_get_object_element (parts, 0), "valueCode"), language))
        return json_object_get_string_member (json_array_get_object_element (parts, 1), "valueString");
    }

  return NULL;
}

static void
take_words (JsonObject *object,
            const char *member,
            WordsFunc   func,
            gpointer    user_data)
{
  g_autofree char *shadow = g_strconcat ("_", member, NULL);
  JsonObject *translations = NULL;
  const char *texts[N_LANGUAGES] = { NULL };

  if (!json_object_has_member (object, member))
    return;

  if (json_object_has_member (object, shadow))
    translations = json_object_get_object_member (object, shadow);
  texts[0] = json_object_get_string_member (object, member);
  for (gsize i = 1; i < N_LANGUAGES; i++)
    texts[i] = find_translation (translations, languages[i]);

  func (member, texts, user_data);
}

static void
walk_items (JsonArray *items,
            WordsFunc  func,
            gpointer   user_data)
{
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonObject *item = json_array_get_object_element (items, i);
      JsonArray *options = json_object_has_member (item, "answerOption")
                             ? json_object_get_array_member (item, "answerOption") : NULL;

      g_assert_true (json_object_has_member (item, "text"));
      take_words (item, "text", func, user_data);
      for (guint k = 0; options != NULL && k < json_array_get_length (options); k++)
        take_words (json_object_get_object_member (json_array_get_object_element (options, k), "valueCoding"),
                    "display", func, user_data);
      if (json_object_has_member (item, "item"))
        walk_items (json_object_get_array_member (item, "item"), func, user_data);
    }
}

static void
walk_words (const char *name,
            WordsFunc   func,
            gpointer    user_data)
{
  g_autoptr (CareQuestionnaire) form = forms_load (name);
  g_autoptr (JsonNode) node = care_questionnaire_to_node (form);
  JsonObject *root = json_node_get_object (node);

  take_words (root, "title", func, user_data);
  walk_items (json_object_get_array_member (root, "item"), func, user_data);
}

static void
test_loads (gconstpointer data)
{
  const Form *f = data;
  g_autoptr (CareQuestionnaire) form = forms_load (f->name);
  g_autofree char *url = g_strconcat ("https://aftercare.example/fhir/Questionnaire/", f->name, NULL);
  const char *const *spoken = care_questionnaire_get_languages (form);

  g_assert_cmpstr (care_questionnaire_get_url (form), ==, url);
  g_assert_cmpuint (g_strv_length ((char **) spoken), ==, N_LANGUAGES);
  for (gsize i = 0; i < N_LANGUAGES; i++)
    g_assert_true (g_strv_contains (spoken, languages[i]));
  if (care_questionnaire_get_n_notes (form) > 0)
    g_test_fail_printf ("%s: %s", f->name, care_questionnaire_get_note (form, 0)->text);
}

/* Names of things are the same in many languages; a sentence never is. */
static gboolean
may_be_alike (const char *text)
{
  return strchr (text, ' ') == NULL || strlen (text) < 20;
}

static void
check_complete (const char        *place,
                const char *const *texts,
                gpointer           user_data)
{
  for (gsize i = 1; i < N_LANGUAGES; i++)
    if (texts[i] == NULL || *texts[i] == '\0')
      g_test_fail_printf ("no '%s' for \"%s\"", languages[i], texts[0]);
    else if (strcmp (texts[0], texts[i]) == 0 && !may_be_alike (texts[0]))
      g_test_fail_printf ("the '%s' for \"%s\" is the English", languages[i], texts[0]);
}

static void
test_complete (gconstpointer data)
{
  const Form *f = data;

  walk_words (f->name, check_complete, NULL);
}

static void
check_claims (const char        *place,
              const char *const *texts,
              gpointer           user_data)
{
  for (gsize i = 0; i < N_LANGUAGES; i++)
    {
      g_autoptr (CareClaims) claims = care_claims_new (languages[i]);
      g_autofree char *name = NULL;
      g_autofree char *words = NULL;

      if (texts[i] != NULL && !care_claims_allow (claims, texts[i], &name, &words))
        g_test_fail_printf ("\"%s\" claims %s: %s", texts[i], name, words);
    }
}

static void
test_claims (gconstpointer data)
{
  const Form *f = data;

  walk_words (f->name, check_claims, NULL);
}

/* Below it a formula says little; the shares of long words that some count say nothing sooner. */
static guint
get_fewest_words (const char *language)
{
  return g_str_equal (language, "en") || g_str_equal (language, "es") ? FEWEST_WORDS : CARE_READING_FEWEST_WORDS;
}

static void
collect (const char        *place,
         const char *const *texts,
         gpointer           user_data)
{
  GString **all = user_data;

  for (gsize i = 0; i < N_LANGUAGES; i++)
    {
      CareReading reading = { 0 };

      if (texts[i] == NULL)
        continue;

      g_string_append (all[i], texts[i]);
      if (*texts[i] != '\0' && strchr (".?!", texts[i][strlen (texts[i]) - 1]) == NULL)
        g_string_append_c (all[i], '.');
      g_string_append_c (all[i], ' ');
      if (care_reading_measure (texts[i], languages[i], &reading) && reading.words >= get_fewest_words (languages[i]) &&
          reading.grade > CARE_READING_LIMIT)
        g_test_fail_printf ("%s: grade %.1f: \"%s\"", languages[i], reading.grade, texts[i]);
    }
}

/* No text above 8th grade, and a form as a whole within 6th (fact w-01). */
static void
test_reading (gconstpointer data)
{
  const Form *f = data;
  GString *all[N_LANGUAGES];

  for (gsize i = 0; i < N_LANGUAGES; i++)
    all[i] = g_string_new (NULL);
  walk_words (f->name, collect, all);

  for (gsize i = 0; i < N_LANGUAGES; i++)
    {
      CareReading reading = { 0 };

      if (care_reading_measure (all[i]->str, languages[i], &reading))
        {
          g_test_message ("%s: %s grade %.1f", f->name, languages[i], reading.grade);
          g_assert_cmpfloat (reading.grade, <=, CARE_READING_TARGET);
        }
      else
        {
          g_assert_null (care_reading_get_formula (languages[i]));
        }
      g_string_free (all[i], TRUE);
    }
}

static gboolean
has_option (const CareItem *item,
            const char     *code)
{
  for (guint i = 0; i < care_item_get_n_options (item); i++)
    if (care_value_is_code (care_option_get_value (care_item_get_option (item, i)), FORMS_ANSWER, code))
      return TRUE;

  return FALSE;
}

/* Five states for every question a patient is asked, and at most seven ticks a list. */
static void
test_states (gconstpointer data)
{
  const Form *f = data;
  g_autoptr (CareQuestionnaire) form = forms_load (f->name);

  for (guint i = 0; i < care_questionnaire_get_n_items (form); i++)
    {
      const CareItem *item = care_questionnaire_get_item (form, i);
      const char *link_id = care_item_get_link_id (item);
      guint ticks = 0;

      if (!care_item_is_question (item) || care_item_is_hidden (item) || care_item_is_read_only (item))
        continue;

      if (care_item_get_item_type (item) == CARE_ITEM_CHOICE)
        {
          if (!has_option (item, "tell-staff") || (strcmp (link_id, "medicines-list") != 0 && !has_option (item, "unsure")))
            g_test_fail_printf ("%s: no way to say \"not sure\" or \"rather tell staff\"", link_id);
          for (guint k = 0; k < care_item_get_n_options (item); k++)
            if (!care_option_is_exclusive (care_item_get_option (item, k)))
              ticks++;
          if (care_item_repeats (item) && ticks > 7)
            g_test_fail_printf ("%s: %u ticks", link_id, ticks);
        }
      /* Nothing has to be typed: another way out is offered. */
      else if (!care_item_offers_tell_staff (item))
        g_test_fail_printf ("%s: can only be typed", link_id);
    }
}

static void
test_links (gconstpointer data)
{
  const Form *f = data;
  g_autoptr (CareQuestionnaire) form = forms_load (f->name);
  g_autofree char *path = g_build_filename (g_getenv ("AFTERCARE_DATA"), "schemas", "codes.json", NULL);
  g_autofree char *codes = NULL;

  g_assert_true (g_file_get_contents (path, &codes, NULL, NULL));
  for (guint i = 0; i < care_questionnaire_get_n_items (form); i++)
    {
      const CareItem *item = care_questionnaire_get_item (form, i);

      if (care_item_is_question (item) && care_item_get_n_codes (item) == 0)
        g_test_fail_printf ("%s has no code", care_item_get_link_id (item));
      if (care_item_get_n_codes (item) > 0)
        {
          const char *code = care_value_get_code (care_item_get_code (item, 0));
          g_autofree char *quoted = g_strdup_printf ("{\"code\": \"%s\"", code);
          g_autofree char *broken = g_strdup_printf ("\"code\": \"%s\",", code);

          g_assert_cmpstr (care_value_get_system (care_item_get_code (item, 0)), ==, FORMS_QUESTION);
          if (strstr (codes, quoted) == NULL && strstr (codes, broken) == NULL)
            g_test_fail_printf ("codes.json does not know the question %s", code);
        }
    }
}

static void
test_budget (void)
{
  g_autoptr (CareQuestionnaire) first = forms_load ("first-visit");
  g_autoptr (CareQuestionnaire) consent = forms_load ("consent");
  g_autoptr (CareQuestionnaire) day = forms_load ("day-check");
  g_autoptr (CareResponse) first_answers = care_response_new (first);
  g_autoptr (CareResponse) consent_answers = care_response_new (consent);
  g_autoptr (CareResponse) day_answers = care_response_new (day);
  g_autoptr (GPtrArray) problems = NULL;

  forms_walk_healthy (first_answers);
  forms_walk_healthy (consent_answers);
  forms_walk_healthy (day_answers);

  g_test_message ("first visit %u + consent %u, day check %u screens", forms_count_screens (first_answers),
                  forms_count_screens (consent_answers), forms_count_screens (day_answers));
  g_assert_cmpuint (forms_count_screens (first_answers) + forms_count_screens (consent_answers), <=, 20);
  g_assert_cmpuint (forms_count_screens (day_answers), <=, 5);

  /* Taps alone complete a form. */
  problems = care_response_validate (first_answers);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* Details are asked after a yes, and only then. */
static void
test_details (void)
{
  const struct { const char *question; const char *yes; const char *detail; } tests[] = {
    { "goal", "face", "areas-face" },
    { "areas-face", "chin", "swallowing" },
    { "allergies-medicine", "other", "allergy-other" },
    { "allergies-home", "soy", "allergies-named" },
    { "allergies-medicine", "local-anaesthetic", "allergies-numbing" },
    { "severe-reaction", "yes", "severe-reaction-cause" },
    { "reaction-numbing", "yes", "reaction-numbing-signs" },
    { "medicines-doctor", "aspirin", "medicines-list" },
    { "smoking", "yes", "nicotine-last" },
    { "alcohol", "yes", "alcohol-last" },
    { "caffeine-what", "energy-drink", "caffeine-last" },
  };
  g_autoptr (CareQuestionnaire) form = forms_load ("first-visit");

  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autoptr (CareResponse) response = care_response_new (form);

      forms_walk_healthy (response);
      g_assert_false (care_node_is_enabled (care_response_find (response, tests[i].detail)));
      if (g_str_equal (tests[i].question, "areas-face"))
        forms_tap_link (response, "goal", "face");
      forms_tap_link (response, tests[i].question, tests[i].yes);
      if (!care_node_is_enabled (care_response_find (response, tests[i].detail)))
        g_test_fail_printf ("%s is not asked after %s", tests[i].detail, tests[i].question);
    }
}

static void
add (const char *path,
     const Form *form,
     void (*test) (gconstpointer))
{
  g_autofree char *whole = g_strdup_printf ("/forms/%s/%s", path, form->name);

  g_test_add_data_func (whole, form, test);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      add ("loads", &forms[i], test_loads);
      add ("complete", &forms[i], test_complete);
      add ("claims", &forms[i], test_claims);
      add ("reading", &forms[i], test_reading);
      add ("links", &forms[i], test_links);
      if (forms[i].patient)
        add ("states", &forms[i], test_states);
    }
  g_test_add_func ("/forms/budget", test_budget);
  g_test_add_func ("/forms/details", test_details);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <unistd.h>

#include "clinic/care-clinic-own-forms.h"
#include "clinic/care-clinic-private.h"
#include "clinic/clinic-fixture.h"
#include "journal/care-envelope.h"
#include "seal/care-seal-keys.h"

/* Which languages the patient's screen offers. */

/* Whatever any of the forms has is offered, the clinic's languages first. */
static void
test_offered (void)
{
  static const char *const clinic[] = { "en", "es", "ar", NULL };
  static const struct
  {
    const char *first;  /* languages of a form: its own, and its translations */
    const char *second;
    const char *offered;
  } cases[] = {
    { "en es ar", "en es ar", "en es ar" },
    { "ar en es", "es en", "en es ar" },
    { "en es ar", "en", "en es ar" },
    { "en es ar", "und", "en es ar" },
    { "nb en", "en nb", "en nb" },
    { "nb", "nb", "nb" },
    { "nb sv", "sv", "nb sv" },
    { "nb", "sv", "nb sv" },
    { "und", "und", "en" },
    { "es", "und", "en es" },
    { "en es", "es-MX pt", "en es pt" },
    { "es-MX", "es", "es" },
    { "en-GB en-US", "en-US", "en" },
    { "pt-BR pt-PT", "en", "en pt-BR pt-PT" },
    { "zh-Hans", "zh-Hant", "zh-Hans zh-Hant" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const both[] = { cases[i].first, cases[i].second };
      g_autoptr (GPtrArray) forms = g_ptr_array_new_with_free_func (g_object_unref);
      g_auto (GStrv) offered = NULL;
      g_autofree char *joined = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (both); j++)
        {
          g_auto (GStrv) tags = g_strsplit (both[j], " ", -1);
          g_autoptr (GString) translations = g_string_new (NULL);
          g_autoptr (GError) failed = NULL;
          g_autofree char *text = NULL;

          for (guint k = 1; tags[k] != NULL; k++)
            g_string_append_printf (translations, "%s{\"url\":\"http://hl7.org/fhir/StructureDefinition/translation\",\"extension\":"
                                    "[{\"url\":\"lang\",\"valueCode\":\"%s\"},{\"url\":\"content\",\"valueString\":\"x\"}]}",
                                    k > 1 ? "," : "", tags[k]);
          text = g_strdup_printf ("{\"resourceType\":\"Questionnaire\",\"status\":\"active\",\"language\":\"%s\",\"item\":"
                                  "[{\"linkId\":\"1\",\"type\":\"string\",\"text\":\"x\",\"_text\":{\"extension\":[%s]}}]}",
                                  tags[0], translations->str);
          g_ptr_array_add (forms, care_questionnaire_new_from_text (text, -1, "form.json", &failed));
          g_assert_no_error (failed);
        }
      offered = _care_clinic_list_screen_languages (clinic, forms);
      joined = g_strjoinv (" ", offered);
      g_assert_cmpstr (joined, ==, cases[i].offered);
    }
}

/* A form in one language takes none from whoever reads another. */
static void
test_own_form (ClinicFixture *fixture,
               gconstpointer  data)
{
  const CareSignature owner = { "staff-ines", "444444" };
  g_autofree char *path = g_build_filename (fixture->folder, "diet.json", NULL);
  g_autoptr (CareSealKeys) keys = NULL;
  g_autoptr (CareEnvelope) envelope = NULL;
  int envelope_fd;
  int journal_fd;
  CareVisit *visit;
  CarePatient *reads_arabic;
  g_autoptr (CareNewForm) form = NULL;
  g_autoptr (GError) failed = NULL;

  g_assert_true (g_file_set_contents (path, "{\"resourceType\":\"Questionnaire\",\"status\":\"active\",\"url\":\"https://clinic.example/q/diet\","
                                            "\"language\":\"en\",\"item\":[{\"linkId\":\"1\",\"type\":\"string\",\"text\":\"What do you eat?\"}]}",
                                      -1, NULL));
  form = care_clinic_examine_form (fixture->clinic, path, &failed);
  g_assert_no_error (failed);
  g_assert_true (care_clinic_use_form (fixture->clinic, form, CARE_OCCASION_ANY_VISIT, FALSE, &owner, &failed));
  g_assert_no_error (failed);

  reads_arabic = care_clinic_register (fixture->clinic, "Eva", "Muster", "1990-01-01", "555-0102", "ar", &failed);
  g_assert_no_error (failed);
  visit = clinic_arrived (fixture, reads_arabic, CARE_VISIT_FIRST);
  keys = care_seal_keys_generate (&failed);
  g_assert_no_error (failed);
  assert_done (care_clinic_hand_over (fixture->clinic, visit, care_seal_keys_get_public (keys), &envelope_fd, &journal_fd, error));
  envelope = care_envelope_new_from_fd (envelope_fd, &failed);
  g_assert_no_error (failed);
  close (envelope_fd);
  close (journal_fd);
  g_assert_cmpuint (envelope->forms->len, ==, 2);
  g_assert_true (g_strv_contains ((const char *const *) envelope->languages, "ar"));
  g_assert_true (g_strv_contains ((const char *const *) envelope->languages, "es"));
  g_assert_cmpstr (envelope->language, ==, "ar");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clinic/screen-languages/offered", test_offered);
  g_test_add ("/clinic/screen-languages/own-form", ClinicFixture, NULL, clinic_set_up, test_own_form, clinic_tear_down);

  return g_test_run ();
}

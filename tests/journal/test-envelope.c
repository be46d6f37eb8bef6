/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "journal/care-envelope.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/care-error.h"
#include "base/care-json.h"
#include "seal/care-seal-keys.h"

static CareEnvelope *
make_envelope (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareSealKeys) keys = care_seal_keys_generate (&error);
  CareEnvelope *envelope = care_envelope_new ();

  g_assert_no_error (error);
  envelope->visit = g_strdup ("v1");
  envelope->patient = g_strdup ("p1");
  envelope->birth_date = g_strdup ("1980-05-17");
  envelope->given = g_strdup ("Zoë");
  envelope->family = g_strdup ("O'Hara \"Mc\" Ünal");
  envelope->language = g_strdup ("es");
  envelope->size = 2;
  envelope->languages = g_strsplit ("en es", " ", -1);
  envelope->public_key = care_seal_public_key_ref (care_seal_keys_get_public (keys));
  envelope->journal = g_strdup ("j1");
  envelope->now_offset = -3600000001;
  envelope->time_zone = g_strdup ("Europe/Madrid");
  care_writing_set_hours (envelope->writing, "es", CARE_HOURS_12);
  g_ptr_array_add (envelope->forms,
                   json_from_string ("{\"resourceType\":\"Questionnaire\",\"url\":\"a\",\"item\":[{\"linkId\":\"1\"}]}", NULL));
  g_ptr_array_add (envelope->forms, json_from_string ("{\"resourceType\":\"Questionnaire\",\"url\":\"b\"}", NULL));
  g_ptr_array_add (envelope->responses, json_from_string ("{\"resourceType\":\"QuestionnaireResponse\"}", NULL));
  g_ptr_array_add (envelope->former, json_from_string ("{\"version\":\"a|1\",\"changed\":[\"1\"]}", NULL));
  envelope->words = json_from_string ("{\"next\":{\"en\":\"Next\",\"es\":\"Siguiente\"}}", NULL);
  care_envelope_add_private (envelope, "pregnancy", "yes");
  care_envelope_add_private (envelope, "pregnancy", "possible");
  care_envelope_add_private (envelope, "breastfeeding", "yes");

  return envelope;
}

static void
test_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareEnvelope) envelope = make_envelope ();
  g_autoptr (CareEnvelope) again = NULL;
  g_autoptr (JsonNode) before = care_envelope_to_json (envelope);
  g_autoptr (JsonNode) after = NULL;
  int fd = care_envelope_to_fd (envelope, &error);

  g_assert_no_error (error);
  again = care_envelope_new_from_fd (fd, &error);
  g_assert_no_error (error);
  close (fd);

  g_assert_cmpstr (again->family, ==, envelope->family);
  g_assert_cmpint (again->now_offset, ==, envelope->now_offset);
  g_assert_cmpint (care_writing_get_hours (again->writing, "es"), ==, CARE_HOURS_12);
  g_assert_cmpint (care_writing_get_hours (again->writing, "en"), ==, CARE_HOURS_LANGUAGE);
  g_assert_cmpuint (again->forms->len, ==, 2);
  g_assert_cmpuint (again->former->len, ==, 1);
  g_assert_cmpuint (again->private_answers->len, ==, 3);
  g_assert_cmpstr (((CareEnvelopePrivate *) again->private_answers->pdata[1])->answer, ==, "possible");
  after = care_envelope_to_json (again);
  g_assert_true (json_node_equal (before, after));
}

static void
test_nobody_can_change_it (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareEnvelope) envelope = make_envelope ();
  int fd = care_envelope_to_fd (envelope, &error);

  g_assert_no_error (error);
  g_assert_cmpint (pwrite (fd, "x", 1, 0), ==, -1);
  g_assert_cmpint (ftruncate (fd, 0), ==, -1);
  g_assert_true (mmap (NULL, 1, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0) == MAP_FAILED);
  g_assert_cmpint (fcntl (fd, F_GETFD), ==, FD_CLOEXEC);
  close (fd);
}

static void
test_not_sealed (void)
{
  g_autoptr (GError) error = NULL;
  int fd = memfd_create ("open", MFD_CLOEXEC | MFD_ALLOW_SEALING);

  g_assert_cmpint (write (fd, "{}", 2), ==, 2);
  g_assert_null (care_envelope_new_from_fd (fd, &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_REFUSED);
  g_clear_error (&error);
  close (fd);

  fd = open ("/dev/null", O_RDONLY | O_CLOEXEC);
  g_assert_null (care_envelope_new_from_fd (fd, &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_REFUSED);
  close (fd);
}

static void
test_not_json (void)
{
  static const char *const texts[] = { "", "{", "[]", "null", "{\"format\":1}", "{\"format\":1,}", "\xff" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      int fd = memfd_create ("bad", MFD_CLOEXEC | MFD_ALLOW_SEALING);

      g_assert_cmpint (write (fd, texts[i], strlen (texts[i])), ==, strlen (texts[i]));
      g_assert_no_errno (fcntl (fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE));
      g_assert_null (care_envelope_new_from_fd (fd, &error));
      g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
      close (fd);
    }
}

typedef struct
{
  const char *name;
  const char *member;
  const char *json;
  int         code;
  const char *says;
} Bad;

static const Bad bad[] = {
  { "format", "format", "2", CARE_ERROR_UNSUPPORTED, "of one version" },
  { "format-type", "format", "\"1\"", CARE_ERROR_INPUT, "/format" },
  { "visit", "visit", "7", CARE_ERROR_INPUT, "/visit" },
  { "birth-date", "birth_date", "null", CARE_ERROR_INPUT, "/birth_date" },
  { "size-0", "size", "0", CARE_ERROR_INPUT, "/size" },
  { "size-4", "size", "4", CARE_ERROR_INPUT, "/size" },
  { "languages", "languages", "[]", CARE_ERROR_INPUT, "languages" },
  { "languages-type", "languages", "[1]", CARE_ERROR_INPUT, "/languages" },
  { "key", "public_key", "\"AAAA\"", CARE_ERROR_INPUT, "public key" },
  { "journal", "journal", "{}", CARE_ERROR_INPUT, "/journal" },
  { "offset", "now_offset_us", "1.5", CARE_ERROR_INPUT, "/now_offset_us" },
  { "form", "forms", "[{\"resourceType\":\"Patient\"}]", CARE_ERROR_INPUT, "/forms/0" },
  { "form-type", "forms", "[7]", CARE_ERROR_INPUT, "/forms/0" },
  { "response", "responses", "{}", CARE_ERROR_INPUT, "/responses" },
  { "words", "words", "[]", CARE_ERROR_INPUT, "/words" },
  { "former-type", "former", "{}", CARE_ERROR_INPUT, "/former" },
  { "former-version", "former", "[{\"changed\":[]}]", CARE_ERROR_INPUT, "/former/0/version" },
  { "private-type", "private", "{}", CARE_ERROR_INPUT, "/private" },
  { "private-answers", "private", "[{\"question\":\"a\"}]", CARE_ERROR_INPUT, "answers" },
  { "more", "history", "[]", CARE_ERROR_INPUT, "history" },
};

static void
test_bad (gconstpointer data)
{
  const Bad *one = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CareEnvelope) envelope = make_envelope ();
  g_autoptr (JsonNode) node = care_envelope_to_json (envelope);

  json_object_set_member (json_node_get_object (node), one->member, json_from_string (one->json, NULL));
  g_assert_null (care_envelope_new_from_json (node, "envelope", &error));
  g_assert_error (error, CARE_ERROR, one->code);
  g_assert_nonnull (strstr (error->message, one->says));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/envelope/round-trip", test_round_trip);
  g_test_add_func ("/envelope/nobody-can-change-it", test_nobody_can_change_it);
  g_test_add_func ("/envelope/not-sealed", test_not_sealed);
  g_test_add_func ("/envelope/not-json", test_not_json);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strconcat ("/envelope/bad/", bad[i].name, NULL);

      g_test_add_data_func (path, &bad[i], test_bad);
    }

  return g_test_run ();
}

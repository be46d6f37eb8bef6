/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "care-test-protocol.h"

#include <glib/gstdio.h>

#include "protocol/care-plain.h"

typedef struct
{
  const char *language;
  const char *text;
  guint n_marks;
} Case;

static const Case cases[] = {
  { "en", "Call us if a bruise grows.", 0 },
  { "en", "Call us if a HAEMATOMA grows.", 1 },
  { "en", "Erythema, oedema.", 2 },
  { "en-US", "A topical cream.", 1 },
  { "en", "Autopical is no word.", 0 },
  { "fr", "Il y a un \xC5\x93" "d\xC3\xA8me.", 1 },
  { "pt-BR", "Sem edema.", 1 },
  { "pt-PT", "Sem edema.", 0 },
  { "de", "Das H\xC3\xA4matom w\xC3\xA4" "chst.", 1 },
  { "ar", "قد تظهر وَذَمة.", 1 },
  { "ar", "والوذمة.", 1 },
  { "ar", "تورم واحمرار.", 0 },
  { "it", "Ematoma, edema.", 0 },
};

static void
test_marks (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (CarePlain) plain = care_test_load_plain ();
  g_autoptr (GPtrArray) marks = care_plain_mark (plain, c->text, c->language);

  for (guint i = 0; i < marks->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (marks, i));
  g_assert_cmpuint (marks->len, ==, c->n_marks);
}

/* A sentence just at the limit passes, one word more does not; two sentences are two. */
static void
test_sentence (void)
{
  g_autoptr (CarePlain) plain = care_test_load_plain ();
  guint limit = care_plain_get_sentence_words (plain, "en");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) at_limit = NULL;
  g_autoptr (GPtrArray) over = NULL;
  g_autoptr (GPtrArray) two = NULL;

  g_assert_cmpuint (limit, >, 10);
  for (guint i = 0; i < limit; i++)
    g_string_append (text, "go ");
  at_limit = care_plain_mark (plain, text->str, "en");
  g_string_append (text, "on");
  over = care_plain_mark (plain, text->str, "en");
  g_string_insert (text, 6, ". ");
  two = care_plain_mark (plain, text->str, "en");

  g_assert_cmpuint (at_limit->len, ==, 0);
  g_assert_cmpuint (over->len, ==, 1);
  g_assert_cmpuint (two->len, ==, 0);
  g_assert_cmpuint (care_plain_get_sentence_words (plain, "it"), ==, 0);
}

static void
test_languages (void)
{
  g_autoptr (CareProtocol) protocol = care_test_load_protocol (NULL, NULL);
  g_autoptr (CarePlain) plain = care_test_load_plain ();
  const char *const *languages = care_protocol_get_patient_languages (protocol);

  for (gsize i = 0; languages[i] != NULL; i++)
    g_assert_cmpuint (care_plain_get_sentence_words (plain, languages[i]), >, 0);
}

static void
test_broken (gconstpointer data)
{
  const char *text = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("plain-XXXXXX.json", &path, &error);
  CarePlain *plain;

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  plain = care_plain_load (path, &error);
  g_remove (path);

  g_assert_null (plain);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, path));
}

int
main (int    argc,
      char **argv)
{
  static const char *const broken[] = {
    "[]", "{}", "{\"format_version\": 2}", "{\"format_version\": 1, \"en\": {\"jargon\": {}}}",
    "{\"format_version\": 1, \"en\": {\"sentence_words\": 0, \"jargon\": {}}}",
    "{\"format_version\": 1, \"en\": {\"sentence_words\": 20}}",
    "{\"format_version\": 1, \"en\": {\"sentence_words\": 20, \"jargon\": {\"\": \"x\"}}}",
    "{\"format_version\": 1, \"en\": {\"sentence_words\": 20, \"jargon\": {\"x\": \"\"}}}",
    "{\"format_version\": 1, \"en\": {\"sentence_words\": 20, \"jargon\": {\"x\": 1}}}",
    "{\"format_version\": 1, \"en\": {\"sentence_words\": 20, \"jargon\": {}, \"more\": 1}}",
  };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/plain/marks/%s/%" G_GSIZE_FORMAT, cases[i].language, i);

      g_test_add_data_func (path, &cases[i], test_marks);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strdup_printf ("/plain/broken/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, broken[i], test_broken);
    }
  g_test_add_func ("/plain/sentence", test_sentence);
  g_test_add_func ("/plain/languages", test_languages);

  return g_test_run ();
}

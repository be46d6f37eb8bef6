/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form-test.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

/* The real aftercarectl, named by AFTERCARECTL. */

#define FORM                                                                                                          \
  "{'resourceType':'Questionnaire','status':'active','url':'https://x.test/q','version':'1','item':["                 \
  "{'linkId':'a','type':'boolean','required':true},"                                                                  \
  "{'linkId':'b','type':'string','maxLength':2,'enableWhen':[{'question':'a','operator':'=','answerBoolean':true}]}]}"
#define ANSWERS(status, items) \
  "{'resourceType':'QuestionnaireResponse','status':'" status "','questionnaire':'https://x.test/q|1','item':[" items "]}"

static const struct
{
  const char *name;
  const char *arguments;    /* FORM, ANSWERS and BROKEN stand for files */
  const char *answers;
  int         status;
  const char *output;       /* whole, with FORM for the file's path; a star at the end lets the rest be anything */
  const char *complaint;    /* part of stderr, or NULL for none */
} cases[] = {
  { "check", "check FORM", NULL, 0, "", NULL },
  { "check-note", "check NOTED", NULL, 0,
    "note: NOTED: /: no status; the standard asks for draft, active, retired or unknown\nnote: NOTED: /item/0: q: no type; taken as string\n", NULL },
  { "check-mark", "check MARKED", NULL, 0, "note: MARKED: /: a byte order mark before the form; passed over\n", NULL },
  { "validate-mark", "validate MARKED ANSWERS", "\xEF\xBB\xBF" ANSWERS ("completed", "{'linkId':'a','answer':[{'valueBoolean':true}]}"), 0, "",
    "note: ANSWERS: /: a byte order mark before the answers" },
  { "validate-two-marks", "validate FORM ANSWERS", "\xEF\xBB\xBF\xEF\xBB\xBF{}", 1, "", "byte order mark; save it" },
  { "check-two", "check FORM NOTED", NULL, 0, "note: *", NULL },
  { "check-broken", "check BROKEN", NULL, 1, "", "BROKEN: /resourceType: must be" },
  { "check-broken-and-good", "check BROKEN NOTED", NULL, 1, "note: *", "BROKEN: /resourceType: must be" },
  { "check-json", "check --json FORM", NULL, 0, "[\n*", NULL },
  { "check-missing", "check /nowhere.json", NULL, 1, "", "/nowhere.json: " },
  { "check-nothing", "check", NULL, 2, "", "a FILE is missing" },
  { "enabled-none", "enabled FORM ANSWERS", ANSWERS ("completed", ""), 0, "a\n", NULL },
  { "enabled-both", "enabled FORM ANSWERS", ANSWERS ("completed", "{'linkId':'a','answer':[{'valueBoolean':true}]}"), 0, "a\nb\n", NULL },
  { "enabled-json", "enabled --json FORM ANSWERS", ANSWERS ("completed", ""), 0, "[\n  \"a\"\n]\n", NULL },
  { "enabled-broken", "enabled FORM ANSWERS", ANSWERS ("completed", "{'linkId':'a','answer':[{'valueBoolean':'yes'}]}"), 1, "a\n",
    "ANSWERS: /item/0/answer/0/valueBoolean: true or false should stand here" },
  { "enabled-broken-json", "enabled --json FORM ANSWERS", ANSWERS ("completed", "7"), 1, "[\n  \"a\"\n]\n", "ANSWERS: /item/0: an item" },
  { "enabled-not-enabled", "enabled FORM ANSWERS", ANSWERS ("completed", "{'linkId':'b','answer':[{'valueString':'x'}]}"), 0, "a\n", NULL },
  { "enabled-one-file", "enabled FORM", NULL, 2, "", "a FORM and its ANSWERS are needed" },
  { "enabled-no-answers", "enabled FORM BROKEN", NULL, 1, "", "BROKEN: /resourceType: " },
  { "validate-good", "validate FORM ANSWERS", ANSWERS ("completed", "{'linkId':'a','answer':[{'valueBoolean':true}]}"), 0, "", NULL },
  { "validate-required", "validate FORM ANSWERS", ANSWERS ("completed", ""), 1, "a: must be answered\n", NULL },
  { "validate-in-progress", "validate FORM ANSWERS", ANSWERS ("in-progress", ""), 0, "note: a: must be answered\n", NULL },
  { "validate-no-item", "validate FORM ANSWERS", ANSWERS ("in-progress", "7"), 1,
    "/item/0: an item with a linkId should stand here\nnote: a: must be answered\n", NULL },
  { "validate-no-status", "validate FORM ANSWERS", "{'resourceType':'QuestionnaireResponse'}", 1, "/: status must be *", NULL },
  { "validate-long", "validate FORM ANSWERS",
    ANSWERS ("completed", "{'linkId':'a','answer':[{'valueBoolean':true}]},{'linkId':'b','answer':[{'valueString':'secret'}]}"), 1,
    "b: must have 2 characters or fewer\n", NULL },
  { "validate-json", "validate --json FORM ANSWERS", ANSWERS ("completed", ""), 1, "[\n  {\n    \"linkId\": \"a\",\n    \"kind\": \"required\"*", NULL },
  { "validate-other-form", "validate FORM ANSWERS", "{'resourceType':'QuestionnaireResponse','status':'completed','questionnaire':'https://x.test/z'}",
    1, "", "/questionnaire: answers to" },
  { "help", "--help", NULL, 0, "Usage: aftercarectl form check*", NULL },
  { "no-verb", "", NULL, 2, "", "check, enabled or validate is missing" },
  { "bad-verb", "draw FORM", NULL, 2, "", "no verb 'draw'" },
  { "bad-option", "check --fast FORM", NULL, 2, "", "--fast" },
};

static char *
write_file (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *quoted = test_quote (text);
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, quoted, -1, NULL));

  return path;
}

static void
replace (char      **text,
         const char *from,
         const char *to)
{
  g_auto (GStrv) parts = g_strsplit (*text, from, -1);

  g_free (*text);
  *text = g_strjoinv (to, parts);
}

static void
assert_output (const char *output,
               const char *expected)
{
  gsize length = strlen (expected);

  if (length > 0 && expected[length - 1] == '*')
    {
      g_test_message ("%s", output);
      g_assert_cmpint (strncmp (output, expected, length - 1), ==, 0);
    }
  else
    g_assert_cmpstr (output, ==, expected);
}

static void
test_case (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autofree char *folder = g_dir_make_tmp ("aftercare-form-XXXXXX", NULL);
  g_autofree char *form = write_file (folder, "form.json", FORM);
  g_autofree char *noted = write_file (folder, "noted.json", "{'resourceType':'Questionnaire','item':[{'linkId':'q'}]}");
  g_autofree char *marked = write_file (folder, "marked.json", "\xEF\xBB\xBF" FORM);
  g_autofree char *broken = write_file (folder, "broken.json", "{'resourceType':'Patient'}");
  g_autofree char *answers = write_file (folder, "answers.json", cases[row].answers != NULL ? cases[row].answers : "{}");
  g_autofree char *line = g_strdup (cases[row].arguments);
  g_autofree char *output = NULL;
  g_autofree char *complaint = NULL;
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_strv_builder_add_many (builder, g_getenv ("AFTERCARECTL"), "form", NULL);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_strv_builder_add (builder, strcmp (words[i], "FORM") == 0      ? form
                                   : strcmp (words[i], "NOTED") == 0   ? noted
                                   : strcmp (words[i], "MARKED") == 0  ? marked
                                   : strcmp (words[i], "BROKEN") == 0  ? broken
                                   : strcmp (words[i], "ANSWERS") == 0 ? answers
                                                                       : words[i]);
  argv = g_strv_builder_end (builder);
  g_assert_true (g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &complaint, &status, &error));
  g_assert_no_error (error);

  replace (&output, form, "FORM");
  replace (&output, noted, "NOTED");
  replace (&output, marked, "MARKED");
  replace (&complaint, broken, "BROKEN");
  replace (&complaint, answers, "ANSWERS");
  assert_output (output, cases[row].output);
  g_assert_null (strstr (output, "secret"));
  if (cases[row].complaint == NULL)
    g_assert_cmpstr (complaint, ==, "");
  else
    g_assert_nonnull (strstr (complaint, cases[row].complaint));
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, cases[row].status);

  for (guint i = 0; i < 5; i++)
    g_unlink (((const char *const[]) { form, noted, marked, broken, answers })[i]);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form/ctl/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }

  return g_test_run ();
}

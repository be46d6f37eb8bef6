/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* A form of the clinic's own that is spoilt on the disk, in every way that a file can be: the desk opens, names file and place,
 * and asks what it asked before. */

#include "desk-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/care-json.h"
#include "clinic/care-clinic-handover.h"
#include "clinic/care-clinic-own-forms.h"

#define SLEEP \
  "{\"resourceType\": \"Questionnaire\", \"status\": \"active\", \"url\": \"https://clinic.example/q/sleep\", \"version\": \"1\"," \
  " \"title\": \"Short intake\", \"language\": \"en\", \"item\": [{\"linkId\": \"sleep\", \"type\": \"string\", \"text\": \"How did you sleep?\"}]}"

/* What @find becomes; without it see spoil(). */
typedef struct
{
  const char *name;
  const char *find;
  const char *replace;
  const char *why;
} Spoilt;

static const Spoilt SPOILT[] = {
  { "truncated", NULL, "half", "sleep.json: /" },
  { "empty", NULL, "empty", "sleep.json: /" },
  { "gone", NULL, "gone", "sleep.json: " },
  { "folder", NULL, "folder", "sleep.json: " },
  { "oversized", NULL, "oversized", "sleep.json: /" },
  { "deep", "\"How did you sleep?\"", NULL, "sleep.json: /item/0/text/0/0" },
  { "non-utf-8", "How did you sleep?", "How did \xff", "sleep.json: /item/0/text: line 1: the text is not valid UTF-8" },
  { "wrong-type", "\"item\": [", "\"item\": 5, \"other\": [", "sleep.json: /item: " },
  { "other-resource", "\"Questionnaire\"", "\"Patient\"", "sleep.json: /resourceType: " },
};

static void
spoil (const char   *path,
       const Spoilt *spoilt)
{
  g_autoptr (GString) text = g_string_new (SLEEP);

  g_assert_no_errno (g_unlink (path));
  if (spoilt->find != NULL)
    {
      g_autofree char *deep = g_strnfill (100, '[');

      g_assert_cmpuint (g_string_replace (text, spoilt->find, spoilt->replace != NULL ? spoilt->replace : deep, 1), ==, 1);
    }
  else if (g_str_equal (spoilt->replace, "half"))
    g_string_truncate (text, text->len / 2);
  else if (g_str_equal (spoilt->replace, "empty"))
    g_string_truncate (text, 0);
  else if (g_str_equal (spoilt->replace, "oversized"))
    {
      gsize length = text->len;

      g_string_set_size (text, 33 * 1024 * 1024);
      memset (text->str + length, ' ', text->len - length);
    }
  if (g_strcmp0 (spoilt->replace, "folder") == 0)
    g_assert_no_errno (g_mkdir (path, 0700));
  else if (g_strcmp0 (spoilt->replace, "gone") != 0)
    g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));
}

static gboolean
asks (DeskFixture *desk,
      const char  *title)
{
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_ARRIVED);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) forms = care_clinic_list_forms (care_desk_get_clinic (desk->desk), visit, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < forms->len; i++)
    if (g_strcmp0 (care_questionnaire_get_title (g_ptr_array_index (forms, i), "en"), title) == 0)
      return TRUE;

  return FALSE;
}

static void
test_stands_in (DeskFixture  *desk,
                const Spoilt *spoilt)
{
  static const CareSignature owner = { "staff-ines", "444444" };
  g_autofree char *outside = g_build_filename (desk->folder, "sleep.json", NULL);
  g_autofree char *path = g_build_filename (desk->folder, "forms", "sleep.json", NULL);
  g_autoptr (CareNewForm) form = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (outside, SLEEP, -1, NULL));
  form = care_clinic_examine_form (care_desk_get_clinic (desk->desk), outside, &error);
  g_assert_no_error (error);
  g_assert_true (care_clinic_use_form (care_desk_get_clinic (desk->desk), form, CARE_OCCASION_ANY_VISIT, FALSE, &owner, &error));
  g_assert_no_error (error);
  desk_fixture_restart (desk);
  g_assert_true (asks (desk, "Short intake"));
  g_assert_false (desk_fixture_shows (GTK_WIDGET (desk->window), "the form that worked before is asked"));

  spoil (path, spoilt);
  for (guint start = 0; start < 2; start++)
    {
      desk_fixture_restart (desk);
      g_assert_true (asks (desk, "Short intake"));
      if (!desk_fixture_shows (GTK_WIDGET (desk->window), spoilt->why))
        g_error ("nothing says “%s”: %s", spoilt->why, care_desk_get_notice (desk->desk));
      g_assert_true (desk_fixture_shows (GTK_WIDGET (desk->window), "the form that worked before is asked"));
    }

  /* Mended, nothing is said any more. */
  g_rmdir (path);
  g_assert_true (g_file_set_contents (path, SLEEP, -1, NULL));
  desk_fixture_restart (desk);
  g_assert_true (asks (desk, "Short intake"));
  g_assert_false (desk_fixture_shows (GTK_WIDGET (desk->window), "the form that worked before is asked"));
}

/* Which case it is comes with the name: the fixture's data are the sample. */
static void
run (DeskFixture  *desk,
     gconstpointer sample)
{
  const char *name = strrchr (g_test_get_path (), '/') + 1;

  for (gsize i = 0; i < G_N_ELEMENTS (SPOILT); i++)
    if (g_str_equal (SPOILT[i].name, name))
      {
        test_stands_in (desk, &SPOILT[i]);
        return;
      }
  g_assert_not_reached ();
}

int
main (int   argc,
      char *argv[])
{
  DeskTest tests[G_N_ELEMENTS (SPOILT)];
  int failures;

  for (gsize i = 0; i < G_N_ELEMENTS (SPOILT); i++)
    tests[i] = (DeskTest) { g_strconcat ("/desk/last-good-forms/", SPOILT[i].name, NULL), run };
  failures = desk_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests), desk_fixture_set_up);
  for (gsize i = 0; i < G_N_ELEMENTS (SPOILT); i++)
    g_free ((char *) tests[i].path);

  return failures;
}

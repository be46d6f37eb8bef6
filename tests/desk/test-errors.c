/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* What the floors below say, on the way to the screen. The tests run in English: a text that is on the list comes out
 * as it went in, whatever stands at its places. tests/po holds the translations against the list. */

#include <glib.h>

#include "desk/care-desk-errors.h"

typedef struct
{
  const char *name;
  const char *said;
  const char *shown;
} Case;

static const Case CASES[] = {
  { "plain", "time: lies in the past", "time: lies in the past" },
  { "one-part", "PIN: wrong too often; it may be tried again at 10:41:07", "PIN: wrong too often; it may be tried again at 10:41:07" },
  { "part-at-the-end", "sessions: must be 1 to 100", "sessions: must be 1 to 100" },
  { "part-within-a-part", "time: too early: not before Tue 24 Nov, 10:30 (the test's wait)",
    "time: too early: not before Tue 24 Nov, 10:30 (the test's wait)" },
  { "state", "visit: finish cannot be done while it is \"in-treatment\"", "visit: finish cannot be done while it is \"In treatment\"" },
  { "four-parts", "Encounter/7: version 3 was expected and version 4 found: somebody else changed it. Look at it again and repeat",
    "Encounter/7: version 3 was expected and version 4 found: somebody else changed it. Look at it again and repeat" },
  { "longer-than-a-pattern", "name: is missing, and more", "name: is missing, and more" },
  { "extension", "not supported: the extension http://x.example/a; in 20 places",
    "not supported: the extension http://x.example/a; in 20 places" },
  { "empty-part", "some lines have no text in ''", "some lines have no text in ''" },
  { "font", "the font 'Noto Sans' is missing; words stand in another one. Install fonts-noto-core",
    "the font 'Noto Sans' is missing; words stand in another one. Install fonts-noto-core" },
  { "unknown", "secret.key: not a file", "secret.key: not a file" },
  { "file-and-line", "/etc/clinic.json: /hours/monday: line 12: a comma is missing",
    "/etc/clinic.json: /hours/monday: line 12: a comma is missing" },
  { "file-and-path", "/etc/clinic.json: /rooms/0: an object {…} should stand here",
    "/etc/clinic.json: /rooms/0: an object {…} should stand here" },
  { "empty", "", "" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *shown = care_desk_errors_dup_text (c->said);

  g_assert_cmpstr (shown, ==, c->shown);
}

static void
test_no_error (void)
{
  g_autofree char *shown = care_desk_errors_dup_words (NULL);

  g_assert_cmpstr (shown, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *path = g_strconcat ("/desk/errors/", CASES[i].name, NULL);

      g_test_add_data_func (path, &CASES[i], test_case);
    }
  g_test_add_func ("/desk/errors/no-error", test_no_error);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include <glib/gstdio.h>

#include "care-test-sheet.h"

#include "aftercare/care-sheet-pdf.h"

#define OTHER "/usr/share/fonts/truetype/dejavu"

/* A machine without our fonts: the sheet comes out, in another one, and says which is missing. */
static void
test_missing (gconstpointer data)
{
  const char *language = data;
  CareTestVisit visit = { .finished = "2026-11-22T15:10", .languages = language };
  g_autoptr (CareSheetPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) troubles = NULL;
  g_autofree char *all = NULL;

  if (!g_file_test (OTHER, G_FILE_TEST_IS_DIR))
    {
      g_test_skip (OTHER " (fonts-dejavu-core) is not on this machine");
      return;
    }

  pages = care_test_pages_new (&visit, CARE_PAPER_A4, CARE_PRINT_NORMAL);
  pdf = care_sheet_pdf_new (pages, &error);
  g_assert_no_error (error);
  g_assert_nonnull (pdf);
  troubles = care_sheet_pages_dup_troubles (pages);
  all = g_strjoinv ("\n", troubles);
  g_assert_nonnull (strstr (all, g_str_equal (language, "ar") ? "'Noto Sans Arabic' is missing" : "'Noto Sans' is missing"));
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("care-font-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "fonts.conf", NULL);
  g_autofree char *cache = g_build_filename (folder, "cache", NULL);
  g_autofree char *text = g_strdup_printf ("<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">"
                                           "<fontconfig><dir>" OTHER "</dir><cachedir>%s</cachedir></fontconfig>", cache);
  g_autofree char *remove = g_strdup_printf ("rm -rf %s", folder);
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_setenv ("FONTCONFIG_FILE", path, TRUE);

  g_test_add_data_func ("/font/missing/en", "en", test_missing);
  g_test_add_data_func ("/font/missing/ar", "ar", test_missing);
  status = g_test_run ();
  g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL);

  return status;
}

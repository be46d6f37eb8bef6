/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* The other ways to paper, with a print server of its own (widgets/sheet/with-cups): the system's dialog, and all of a
 * day's sheets at once. */

#include "print-fixture.h"

#include <string.h>

#include <glib/gstdio.h>
#include <gtk/gtkunixprint.h>

#include "clinic/care-clinic-register.h"
#include "desk/today/care-print-day.h"

/* ---- the system's dialog ---- */

/* Chooses a printer of the dialog as a hand would, once the print server has named it. */
static void
choose_printer (GtkWidget  *dialog,
                const char *name)
{
  gint64 end = g_get_monotonic_time () + LONGEST_SECONDS * G_USEC_PER_SEC;
  GtkWidget *list = desk_fixture_find (dialog, GTK_TYPE_COLUMN_VIEW);
  GtkSelectionModel *model;

  g_assert_nonnull (list);
  model = gtk_column_view_get_model (GTK_COLUMN_VIEW (list));
  while (g_get_monotonic_time () < end)
    {
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
        {
          g_autoptr (GtkPrinter) printer = g_list_model_get_item (G_LIST_MODEL (model), i);

          if (!g_str_equal (gtk_printer_get_name (printer), name))
            continue;
          gtk_selection_model_select_item (model, i, TRUE);
          desk_fixture_settle ();
          if (gtk_print_unix_dialog_get_selected_printer (GTK_PRINT_UNIX_DIALOG (dialog)) == printer
              && gtk_widget_is_sensitive (desk_fixture_find_button (dialog, "Print")))
            return;
        }
      desk_fixture_settle ();
    }
  g_error ("the dialog never showed the printer %s", name);
}

static void
test_dialog (DeskFixture  *desk,
             gconstpointer sample)
{
  PrintSheet sheet = print_fixture_open_sheet (desk, "nowhere");
  GtkWidget *dialog;

  /* Closed again: nothing printed, nothing wrong. */
  desk_fixture_press (sheet.page, "Printer and copies…");
  dialog = print_fixture_wait_for_window (GTK_TYPE_PRINT_UNIX_DIALOG);
  g_assert_true (care_desk_is_busy (desk->desk));
  desk_fixture_press (dialog, "Cancel");
  g_assert_false (care_desk_is_busy (desk->desk));
  g_assert_false (care_visit_is_printed (sheet.visit));

  desk_fixture_press (sheet.page, "Printer and copies…");
  dialog = print_fixture_wait_for_window (GTK_TYPE_PRINT_UNIX_DIALOG);
  choose_printer (dialog, "desk");
  desk_fixture_press (dialog, "Print");
  print_fixture_assert_said (sheet.page, "Printed at desk.");
  g_assert_true (care_visit_is_printed (sheet.visit));
  g_assert_cmpuint (print_fixture_count_kept (desk, sheet.visit), ==, 1);
  print_fixture_check_kept (desk, sheet.visit);
}

static void
test_dialog_dying (DeskFixture  *desk,
                   gconstpointer sample)
{
  PrintSheet sheet = print_fixture_open_sheet (desk, "desk");
  GtkWidget *dialog;

  desk_fixture_press (sheet.page, "Printer and copies…");
  dialog = print_fixture_wait_for_window (GTK_TYPE_PRINT_UNIX_DIALOG);
  choose_printer (dialog, "dying");
  desk_fixture_press (dialog, "Print");
  print_fixture_assert_said (sheet.page, "dying gave up the sheet. Print it again.");
  g_assert_false (care_visit_is_printed (sheet.visit));
}

/* To a file, as the dialog offers it, on a disk that is full; and then on one that is not. */
static void
test_dialog_file (DeskFixture  *desk,
                  gconstpointer sample)
{
  PrintSheet sheet = print_fixture_open_sheet (desk, "desk");
  g_autofree char *filler = print_fixture_need_disk ("CARE_SMALL_DISK");
  g_autofree char *former = g_get_current_dir ();
  g_autofree char *file = NULL;
  g_autofree char *written = NULL;
  gsize length;
  GtkWidget *dialog;

  if (filler == NULL)
    return;
  /* Where GTK puts it when nobody has chosen a folder. */
  g_assert_no_errno (g_chdir (g_getenv ("CARE_SMALL_DISK")));
  file = g_build_filename (g_getenv ("CARE_SMALL_DISK"), "output.pdf", NULL);
  desk_fixture_press (sheet.page, "Printer and copies…");
  dialog = print_fixture_wait_for_window (GTK_TYPE_PRINT_UNIX_DIALOG);
  choose_printer (dialog, "Print to File");
  desk_fixture_press (dialog, "Print");
  print_fixture_assert_said (desk->window, "Print to File did not take the sheet");
  g_assert_false (care_visit_is_printed (sheet.visit));
  g_assert_no_errno (g_unlink (filler));
  g_unlink (file);

  desk_fixture_press (sheet.page, "Printer and copies…");
  dialog = print_fixture_wait_for_window (GTK_TYPE_PRINT_UNIX_DIALOG);
  choose_printer (dialog, "Print to File");
  desk_fixture_press (dialog, "Print");
  print_fixture_assert_said (sheet.page, "Printed at Print to File.");
  g_assert_true (g_file_get_contents (file, &written, &length, NULL));
  g_assert_true (g_str_has_prefix (written, "%PDF-"));
  g_assert_cmpuint (print_fixture_count_kept (desk, sheet.visit), ==, 1);
  g_assert_no_errno (g_unlink (file));
  g_assert_no_errno (g_chdir (former));
}

/* ---- all of a day's sheets ---- */

static guint
count_owed (DeskFixture *desk)
{
  GtkWidget *line = desk_fixture_find (GTK_WIDGET (desk->window), CARE_TYPE_PRINT_DAY);

  return line != NULL ? care_print_day_get_owed (CARE_PRINT_DAY (line)) : 0;
}

static GtkWidget *
open_day (DeskFixture *desk,
          const char  *printer)
{
  GtkWidget *line;

  desk_fixture_sign_in (desk, "Rosa", "111111");
  print_fixture_set_printer (desk, printer);
  line = desk_fixture_find (GTK_WIDGET (desk->window), CARE_TYPE_PRINT_DAY);
  g_assert_nonnull (line);
  g_assert_cmpuint (care_print_day_get_owed (CARE_PRINT_DAY (line)), >, 0);
  return line;
}

static void
wait_for_desk (DeskFixture *desk)
{
  gint64 end = g_get_monotonic_time () + 2 * LONGEST_SECONDS * G_USEC_PER_SEC;

  while (care_desk_is_busy (desk->desk) && g_get_monotonic_time () < end)
    desk_fixture_settle ();
  g_assert_false (care_desk_is_busy (desk->desk));
  desk_fixture_settle ();
}

static void
test_day (DeskFixture  *desk,
          gconstpointer sample)
{
  GtkWidget *line = open_day (desk, "desk");
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_SHEET_OWED);

  desk_fixture_press (line, "Print all");
  wait_for_desk (desk);
  print_fixture_assert_said (desk->window, "printed");
  g_assert_cmpuint (count_owed (desk), ==, 0);
  g_assert_true (care_visit_is_printed (visit));
  g_assert_cmpuint (print_fixture_count_kept (desk, visit), ==, 1);
}

/* Of the job that came out last but @back: what the print system was told, "copies=2" at its end. */
static char *
dup_options (guint back)
{
  const char *folder = g_getenv ("CARE_PRINTED");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *wanted = NULL;
  g_autofree char *path = NULL;
  char *options = NULL;
  const char *name;
  guint newest = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "job-") && g_str_has_suffix (name, ".options"))
      newest = MAX (newest, (guint) g_ascii_strtoull (name + 4, NULL, 10));
  wanted = g_strdup_printf ("job-%u.options", newest - back);
  path = g_build_filename (folder, wanted, NULL);
  g_assert_true (g_file_get_contents (path, &options, NULL, NULL));
  return options;
}

/* How many of the last @jobs were told to print that many. */
static guint
count_copies (guint jobs,
              guint copies)
{
  g_autofree char *wanted = g_strdup_printf ("copies=%u\n", copies);
  guint found = 0;

  for (guint i = 0; i < jobs; i++)
    {
      g_autofree char *options = dup_options (i);

      found += g_str_has_suffix (options, wanted);
    }
  return found;
}

/* As many as the patient takes, in the run as at the visit; the record keeps one copy of what was printed. */
static void
test_day_copies (DeskFixture  *desk,
                 gconstpointer sample)
{
  GtkWidget *line = open_day (desk, "desk");
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_SHEET_OWED);
  CarePatient *patient = care_visit_get_patient (visit);
  guint owed = count_owed (desk);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (care_patient_get_copies (patient), ==, 1);
  care_clinic_set_paper (care_desk_get_clinic (desk->desk), patient, 2, FALSE, &error);
  g_assert_no_error (error);
  desk_fixture_settle ();
  desk_fixture_press (line, "Print all");
  wait_for_desk (desk);
  g_assert_cmpuint (count_owed (desk), ==, 0);
  g_assert_cmpuint (print_fixture_count_kept (desk, visit), ==, 1);
  g_assert_cmpuint (owed, >, 1);
  g_assert_cmpuint (count_copies (owed, 2), ==, 1);
  g_assert_cmpuint (count_copies (owed, 1), ==, owed - 1);
}

/* What went wrong stays beside the button that tries again. */
static void
test_day_trouble (DeskFixture  *desk,
                  gconstpointer sample)
{
  GtkWidget *line = open_day (desk, "nowhere");
  guint owed = count_owed (desk);

  desk_fixture_press (line, "Print all");
  print_fixture_assert_said (line, "There is no printer nowhere. Choose another one.");
  g_assert_cmpuint (count_owed (desk), ==, owed);

  print_fixture_set_printer (desk, "dying");
  desk_fixture_press (line, "Print all");
  print_fixture_assert_said (line, "dying gave up the sheet. Print it again.");
  g_assert_cmpuint (count_owed (desk), ==, owed);

  print_fixture_set_printer (desk, "desk");
  desk_fixture_press (line, "Print all");
  wait_for_desk (desk);
  g_assert_cmpuint (count_owed (desk), ==, 0);
}

/* Stopped in the middle: what waits there comes out later, so that it is kept and owed no more. */
static void
test_day_stopped (DeskFixture  *desk,
                  gconstpointer sample)
{
  GtkWidget *line = open_day (desk, "stopped");
  guint owed = count_owed (desk);

  print_fixture_run ("cupsdisable -r 'Door open.' stopped");
  desk_fixture_press (line, "Print all");
  print_fixture_assert_said (line, "stopped is stopped. The sheet waits there. Door open.");
  /* A printer that stands still holds nobody, for all that is still to be printed. */
  g_assert_false (care_desk_is_busy (desk->desk));
  desk_fixture_press (line, "Stop printing");
  print_fixture_assert_said (desk->window, "One sheet waits at the printer");
  g_assert_cmpuint (owed, >, 1);
  g_assert_cmpuint (count_owed (desk), ==, owed - 1);
  print_fixture_assert_said (desk->window, "Sheet waits: printer stopped");
  print_fixture_run ("cupsenable stopped");
  print_fixture_assert_said (desk->window, "Sheet printed");
}

/* The desk is closed in the middle of it: the one that waits is not forgotten, and not owed twice. */
static void
test_day_closed (DeskFixture  *desk,
                 gconstpointer sample)
{
  GtkWidget *line = open_day (desk, "stopped");
  guint owed = count_owed (desk);

  print_fixture_run ("cupsdisable -r 'Door open.' stopped");
  desk_fixture_press (line, "Print all");
  print_fixture_assert_said (line, "stopped is stopped. The sheet waits there. Door open.");
  desk_fixture_restart (desk);
  open_day (desk, "desk");
  g_assert_cmpuint (count_owed (desk), ==, owed - 1);
  print_fixture_assert_said (desk->window, "Sheet waits: printer stopped");
  print_fixture_run ("cupsenable stopped");
  print_fixture_assert_said (desk->window, "Sheet printed");
}

static void
test_day_record_full (DeskFixture  *desk,
                      gconstpointer sample)
{
  GtkWidget *line = open_day (desk, "desk");
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_SHEET_OWED);
  g_autofree char *filler = print_fixture_need_disk ("CARE_SMALL_DISK");

  if (filler == NULL)
    return;
  desk_fixture_press (line, "Print all");
  wait_for_desk (desk);
  print_fixture_assert_said (line, "but the record does not have");
  g_assert_true (desk_fixture_shows (line, "the disk is full"));
  g_assert_cmpuint (count_owed (desk), ==, 0);
  g_assert_no_errno (g_unlink (filler));
  desk_fixture_press (line, "Keep the copies now");
  print_fixture_assert_said (desk->window, "The record has the copies");
  g_assert_true (care_visit_is_printed (visit));
  g_assert_cmpuint (print_fixture_count_kept (desk, visit), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  static const PrintTest tests[] = {
    { "/desk/print/dialog", test_dialog },
    { "/desk/print/dialog-dying", test_dialog_dying },
    { "/desk/print/dialog-file", test_dialog_file },
    { "/desk/print/day", test_day },
    { "/desk/print/day-copies", test_day_copies },
    { "/desk/print/day-trouble", test_day_trouble },
    { "/desk/print/day-stopped", test_day_stopped },
    { "/desk/print/day-closed", test_day_closed },
    { "/desk/print/day-record-full", test_day_record_full },
  };

  return print_fixture_main (argc, argv, tests, G_N_ELEMENTS (tests));
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "print-fixture.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "clinic/care-clinic-sheet.h"
#include "desk/visit/care-sheet-printing.h"
#include "desk/visit/care-visit-page.h"

/* Everything that is said, for whoever mends a test. */
static void
print_labels (GtkWidget *root)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_mapped (root))
    g_printerr ("# | %s\n", gtk_label_get_text (GTK_LABEL (root)));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    print_labels (child);
}

static gboolean
wait_until_shown (GtkWidget  *root,
                  const char *text)
{
  gint64 end = g_get_monotonic_time () + LONGEST_SECONDS * G_USEC_PER_SEC;

  while (!desk_fixture_shows (root, text) && g_get_monotonic_time () < end)
    desk_fixture_settle ();
  return desk_fixture_shows (root, text);
}

void
print_fixture_assert_said (gpointer    root,
                           const char *text)
{
  if (wait_until_shown (root, text))
    {
      /* The rest of the page follows when it is drawn anew. */
      desk_fixture_settle ();
      return;
    }
  print_labels (root);
  g_error ("the window never said “%s”", text);
}

void
print_fixture_run (const char *command)
{
  int status = 1;

  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
}

GtkWidget *
print_fixture_wait_for_window (GType type)
{
  gint64 end = g_get_monotonic_time () + LONGEST_SECONDS * G_USEC_PER_SEC;

  while (desk_fixture_find_window (type) == NULL && g_get_monotonic_time () < end)
    desk_fixture_settle ();
  g_assert_nonnull (desk_fixture_find_window (type));
  return desk_fixture_find_window (type);
}

void
print_fixture_set_printer (DeskFixture *desk,
                           const char  *name)
{
  g_settings_set_string (care_desk_get_settings (desk->desk), "printer", name);
}

GtkWidget *
print_fixture_open_page (DeskFixture *desk,
                         CareVisit   *visit)
{
  gint64 end = g_get_monotonic_time () + LONGEST_SECONDS * G_USEC_PER_SEC;
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.open-visit", "s", care_visit_get_id (visit));
  desk_fixture_settle ();
  page = GTK_WIDGET (care_desk_window_get_page (desk->window));
  care_visit_page_show_room (CARE_VISIT_PAGE (page), CARE_ROOM_SHEET);
  while (desk_fixture_find (page, CARE_TYPE_SHEET_PRINTING) == NULL && g_get_monotonic_time () < end)
    desk_fixture_settle ();
  g_assert_nonnull (desk_fixture_find (page, CARE_TYPE_SHEET_PRINTING));
  return page;
}

/* Until the page has slid away: what is printed there is then nobody's in the window. */
void
print_fixture_go_back (DeskFixture *desk)
{
  gint64 end = g_get_monotonic_time () + LONGEST_SECONDS * G_USEC_PER_SEC;

  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.back", NULL);
  do
    desk_fixture_settle ();
  while (desk_fixture_find (GTK_WIDGET (desk->window), CARE_TYPE_SHEET_PRINTING) != NULL && g_get_monotonic_time () < end);
  desk_fixture_settle ();
}

PrintSheet
print_fixture_open_sheet (DeskFixture *desk,
                          const char  *printer)
{
  PrintSheet sheet = { desk, NULL, NULL };

  desk_fixture_sign_in (desk, "Rosa", "111111");
  print_fixture_set_printer (desk, printer);
  sheet.visit = desk_fixture_find_visit (desk, CARE_STATE_SHEET_OWED);
  g_assert_false (care_visit_is_printed (sheet.visit));
  sheet.page = print_fixture_open_page (desk, sheet.visit);
  return sheet;
}

guint
print_fixture_count_kept (DeskFixture *desk,
                          CareVisit   *visit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) kept = care_clinic_list_kept_sheets (care_desk_get_clinic (desk->desk), visit, &error);

  g_assert_no_error (error);
  return kept->len;
}

static char *
dup_newest_printed (void)
{
  const char *folder = g_getenv ("CARE_PRINTED");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *wanted = NULL;
  const char *name;
  guint newest = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "job-") && strchr (name, '.') == NULL)
      newest = MAX (newest, (guint) g_ascii_strtoull (name + 4, NULL, 10));
  g_assert_cmpuint (newest, >, 0);
  wanted = g_strdup_printf ("job-%u", newest);
  return g_build_filename (folder, wanted, NULL);
}

/* The bytes that came out of the printer are the newest copy in the record. */
void
print_fixture_check_kept (DeskFixture *desk,
                          CareVisit   *visit)
{
  CareClinic *clinic = care_desk_get_clinic (desk->desk);
  g_autofree char *path = dup_newest_printed ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) kept = care_clinic_list_kept_sheets (clinic, visit, &error);
  g_autofree char *printed = NULL;
  g_autofree char *printed_hash = NULL;
  g_autofree char *kept_hash = NULL;
  gsize length;

  g_assert_no_error (error);
  g_assert_cmpuint (kept->len, >, 0);
  g_assert_true (g_file_get_contents (path, &printed, &length, &error));
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (printed, "%PDF-"));
  printed_hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) printed, length);
  kept_hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, g_ptr_array_index (kept, 0));
  g_assert_cmpstr (printed_hash, ==, kept_hash);
}

/* Fills the disk that @folder is on; the path of what fills it. */
static char *
fill_disk (const char *folder)
{
  char *path = g_build_filename (folder, "filler", NULL);
  int fd = g_open (path, O_CREAT | O_WRONLY, 0600);
  static const char nothing[4096];

  g_assert_cmpint (fd, >=, 0);
  while (write (fd, nothing, sizeof nothing) > 0)
    continue;
  g_assert_no_errno (close (fd));
  return path;
}

char *
print_fixture_need_disk (const char *name)
{
  if (g_getenv (name) == NULL)
    {
      g_test_skip ("nothing can be mounted here, so no disk can be filled");
      return NULL;
    }
  return fill_disk (g_getenv (name));
}

int
print_fixture_main (int              argc,
                    char           **argv,
                    const PrintTest *tests,
                    guint            n)
{
  g_autofree char *sample = NULL;
  int failures;

  if (g_getenv ("CARE_SMALL_DISK") != NULL)
    g_setenv ("TMPDIR", g_getenv ("CARE_SMALL_DISK"), TRUE);
  g_test_init (&argc, &argv, NULL);
  /* GTK's CUPS module warns where there is no colour daemon; that is not ours to mend. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);
  adw_init ();
  sample = desk_fixture_prepare ();
  for (guint i = 0; i < n; i++)
    g_test_add (tests[i].path, DeskFixture, sample, desk_fixture_set_up, tests[i].test, desk_fixture_tear_down);
  failures = g_test_run ();
  desk_fixture_remove (sample);
  return failures;
}

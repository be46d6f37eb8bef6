/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* A print server that takes every call and never answers one, as a machine does that hangs: the window goes on, and says so. */

#include "print-fixture.h"

#include <gio/gio.h>

#include "desk/today/care-print-day.h"

#define TICK_MS 50

static gboolean
tick_cb (gpointer data)
{
  (*(guint *) data)++;
  return G_SOURCE_CONTINUE;
}

/* One sheet: looked for, given up after a while, still owed, and the button asks again. */
static void
test_sheet (DeskFixture  *desk,
            gconstpointer sample)
{
  PrintSheet sheet = print_fixture_open_sheet (desk, "desk");
  guint ticks = 0;
  guint source = g_timeout_add (TICK_MS, tick_cb, &ticks);

  for (guint turn = 0; turn < 2; turn++)
    {
      ticks = 0;
      desk_fixture_press (sheet.page, "Print");
      g_assert_true (desk_fixture_shows (sheet.page, "Looking for the printer…"));
      g_assert_true (care_desk_is_busy (desk->desk));
      print_fixture_assert_said (sheet.page, "The print system does not answer. See whether the printer is on, then try again.");
      /* The main loop went round meanwhile. */
      g_assert_cmpuint (ticks, >, 10);
      g_assert_false (care_desk_is_busy (desk->desk));
      g_assert_false (care_visit_is_printed (sheet.visit));
      g_assert_cmpuint (print_fixture_count_kept (desk, sheet.visit), ==, 0);
    }
  g_source_remove (source);
}

/* Whoever goes on to another page meanwhile is told there. */
static void
test_elsewhere (DeskFixture  *desk,
                gconstpointer sample)
{
  PrintSheet sheet = print_fixture_open_sheet (desk, "desk");

  desk_fixture_press (sheet.page, "Print");
  print_fixture_go_back (desk);
  print_fixture_assert_said (desk->window, "The print system does not answer.");
  g_assert_false (care_visit_is_printed (sheet.visit));
}

static void
test_day (DeskFixture  *desk,
          gconstpointer sample)
{
  GtkWidget *line;
  guint owed;

  desk_fixture_sign_in (desk, "Rosa", "111111");
  print_fixture_set_printer (desk, "desk");
  line = desk_fixture_find (GTK_WIDGET (desk->window), CARE_TYPE_PRINT_DAY);
  g_assert_nonnull (line);
  owed = care_print_day_get_owed (CARE_PRINT_DAY (line));
  g_assert_cmpuint (owed, >, 0);
  desk_fixture_press (line, "Print all");
  print_fixture_assert_said (line, "The print system does not answer.");
  g_assert_cmpuint (care_print_day_get_owed (CARE_PRINT_DAY (line)), ==, owed);
  g_assert_false (care_desk_is_busy (desk->desk));
}

int
main (int   argc,
      char *argv[])
{
  static const PrintTest tests[] = {
    { "/desk/print-silent/sheet", test_sheet },
    { "/desk/print-silent/elsewhere", test_elsewhere },
    { "/desk/print-silent/day", test_day },
  };
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *server = NULL;
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, &error);

  g_assert_no_error (error);
  server = g_strdup_printf ("127.0.0.1:%u", port);
  g_setenv ("CUPS_SERVER", server, TRUE);
  return print_fixture_main (argc, argv, tests, G_N_ELEMENTS (tests));
}

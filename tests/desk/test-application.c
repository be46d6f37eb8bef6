/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "config.h"

#include "desk-fixture.h"

#include <glib-unix.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "desk/care-desk-application.h"
#include "keeper/care-keeper-wire.h"

typedef struct
{
  char                *folder;
  CareDeskApplication *application;
  int                  keeper;
  gboolean             stood;
  gboolean             quit_said;
} AppFixture;

static gboolean
listen_cb (int          fd,
           GIOCondition condition,
           gpointer     data)
{
  AppFixture *self = data;
  CareKeeperWord word;
  int fds[CARE_KEEPER_HAND_OVER_FDS];

  if (care_keeper_wire_receive (fd, &word, fds) != 0 || word == CARE_KEEPER_GO)
    return G_SOURCE_REMOVE;
  self->stood |= word == CARE_KEEPER_STANDING;
  self->quit_said |= word == CARE_KEEPER_QUIT;
  return G_SOURCE_CONTINUE;
}

static void
set_up (AppFixture   *self,
        gconstpointer data)
{
  int sockets[2];

  self->folder = g_dir_make_tmp ("care-desk-app-XXXXXX", NULL);
  g_assert_cmpint (socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets), ==, 0);
  self->keeper = sockets[0];
  g_unix_set_fd_nonblocking (self->keeper, TRUE, NULL);
  self->application = care_desk_application_new (sockets[1]);
  g_unix_fd_add (self->keeper, G_IO_IN | G_IO_HUP, listen_cb, self);
}

static void
tear_down (AppFixture   *self,
           gconstpointer data)
{
  g_assert_finalize_object (self->application);
  desk_fixture_settle ();
  close (self->keeper);
  desk_fixture_remove (self->folder);
  g_free (self->folder);
}

static int
run (AppFixture *self,
     const char *option)
{
  g_autofree char *program = g_strdup ("aftercare-desk");
  g_autofree char *folder = g_strdup_printf ("--data-dir=%s", self->folder);
  g_autofree char *clock = g_strdup ("--clock=2026-11-23T15:20:00+01:00");
  g_autofree char *last = g_strdup (option);
  char *argv[] = { program, folder, clock, last, NULL };

  return g_application_run (G_APPLICATION (self->application), option != NULL ? 4 : 3, argv);
}

static gboolean
close_cb (gpointer data)
{
  AppFixture *self = data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self->application));

  if (window == NULL || !self->stood)
    return G_SOURCE_CONTINUE;
  /* Also where nothing is installed the program has its icon. */
  g_assert_true (gtk_icon_theme_has_icon (gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (window))), CARE_APP_ID));
  gtk_window_close (window);
  return G_SOURCE_REMOVE;
}

/* The desk says that it stands after its first frame, and that it was closed; nothing is left of it. */
static void
test_start_and_close (AppFixture   *self,
                      gconstpointer data)
{
  g_timeout_add (50, close_cb, self);
  g_assert_cmpint (run (self, NULL), ==, 0);
  desk_fixture_settle ();
  g_assert_true (self->stood);
  g_assert_true (self->quit_said);
}

static gboolean
go_cb (gpointer data)
{
  AppFixture *self = data;

  if (!self->stood)
    return G_SOURCE_CONTINUE;
  shutdown (self->keeper, SHUT_RDWR);
  return G_SOURCE_REMOVE;
}

/* Told to go, it goes, and does not say that the user closed it. */
static void
test_told_to_go (AppFixture   *self,
                 gconstpointer data)
{
  g_timeout_add (50, go_cb, self);
  g_assert_cmpint (run (self, NULL), ==, 0);
  g_assert_true (self->stood);
  g_assert_false (self->quit_said);
}

/* With nothing to take back it stands at its door all the same. */
static void
test_returning_with_nothing (AppFixture   *self,
                             gconstpointer data)
{
  g_timeout_add (50, close_cb, self);
  g_assert_cmpint (run (self, "--returning"), ==, 0);
  g_assert_true (self->stood);
}

static void
test_bad_clock (AppFixture   *self,
                gconstpointer data)
{
  g_autofree char *program = g_strdup ("aftercare-desk");
  g_autofree char *folder = g_strdup_printf ("--data-dir=%s", self->folder);
  g_autofree char *clock = g_strdup ("--clock=yesterday at noon");
  char *argv[] = { program, folder, clock, NULL };

  /* It says what is wrong in its window instead of not opening at all. */
  g_timeout_add (50, close_cb, self);
  g_assert_cmpint (g_application_run (G_APPLICATION (self->application), 3, argv), ==, 0);
  desk_fixture_settle ();
  g_assert_true (self->stood);
  g_assert_true (self->quit_said);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/desk/application/start-and-close", AppFixture, NULL, set_up, test_start_and_close, tear_down);
  g_test_add ("/desk/application/told-to-go", AppFixture, NULL, set_up, test_told_to_go, tear_down);
  g_test_add ("/desk/application/returning-with-nothing", AppFixture, NULL, set_up, test_returning_with_nothing, tear_down);
  g_test_add ("/desk/application/bad-clock", AppFixture, NULL, set_up, test_bad_clock, tear_down);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Windows that stand in for both sides, to try the harness itself and to measure a bare window against. The program's
 * name says which side it is. */

#include <adwaita.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "keeper/care-keeper-wire.h"

typedef struct
{
  GtkApplication *application;
  GtkWidget      *entry;
  int             keeper;
  gboolean        is_patient;
  gboolean        returning;
  gboolean        standing;
} Side;

static void
tell (Side           *side,
      CareKeeperWord  word)
{
  if (side->keeper >= 0)
    care_keeper_wire_send (side->keeper, word, NULL, 0);
}

static void
painted_cb (GdkFrameClock *clock,
            Side          *side)
{
  if (!side->standing)
    tell (side, CARE_KEEPER_STANDING);
  side->standing = TRUE;
}

static void
realized_cb (GtkWidget *window,
             Side      *side)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), side);
}

static gboolean
go_cb (int          fd,
       GIOCondition condition,
       gpointer     user_data)
{
  Side *side = user_data;

  g_application_quit (G_APPLICATION (side->application));

  return G_SOURCE_REMOVE;
}

static void
hand_over_cb (GtkButton *button,
              Side      *side)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "stand-in-journal-XXXXXX", NULL);
  int template = g_mkstemp (path);
  int fds[2] = { memfd_create ("envelope", MFD_CLOEXEC | MFD_ALLOW_SEALING), open (path, O_WRONLY | O_APPEND | O_CLOEXEC) };

  unlink (path);
  close (template);
  fcntl (fds[0], F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL);
  if (care_keeper_wire_send (side->keeper, CARE_KEEPER_HAND_OVER, fds, 2) != 0)
    g_printerr ("stand-in: nobody to hand over to\n");
  close (fds[0]);
  close (fds[1]);
  gtk_button_set_label (button, "Handing over…");
}

static void
quit_cb (GtkButton *button,
         Side      *side)
{
  tell (side, CARE_KEEPER_QUIT);
  g_application_quit (G_APPLICATION (side->application));
}

static void
done_cb (GtkButton *button,
         Side      *side)
{
  tell (side, CARE_KEEPER_LEAVING);
}

static void
crash_cb (GtkButton *button,
          Side      *side)
{
  kill (getpid (), SIGKILL);
}

static void
add_button (GtkWidget  *box,
            const char *label,
            GCallback   callback,
            Side       *side)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect (button, "clicked", callback, side);
  gtk_box_append (GTK_BOX (box), button);
}

static void
entry_cb (GtkEditable *entry,
          GtkLabel    *label)
{
  g_autofree char *text = g_strdup_printf ("You typed %s", gtk_editable_get_text (entry));

  gtk_label_set_label (label, text);
}

static void
activate_cb (GtkApplication *application,
             Side           *side)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *label = gtk_label_new (side->is_patient ? "Your birth date" : side->returning ? "Sign in" : "Today");

  gtk_box_append (GTK_BOX (box), label);
  if (side->is_patient)
    {
      side->entry = gtk_entry_new ();
      gtk_accessible_update_property (GTK_ACCESSIBLE (side->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, "Birth date", -1);
      g_signal_connect (side->entry, "changed", G_CALLBACK (entry_cb), label);
      gtk_box_append (GTK_BOX (box), side->entry);
      add_button (box, "Done", G_CALLBACK (done_cb), side);
      add_button (box, "Crash", G_CALLBACK (crash_cb), side);
      gtk_window_fullscreen (GTK_WINDOW (window));
    }
  else
    {
      add_button (box, "Hand over", G_CALLBACK (hand_over_cb), side);
      add_button (box, "Crash", G_CALLBACK (crash_cb), side);
      add_button (box, "Close", G_CALLBACK (quit_cb), side);
      gtk_window_set_default_size (GTK_WINDOW (window), 800, 600);
    }

  gtk_window_set_title (GTK_WINDOW (window), side->is_patient ? "Stand-in patient" : "Stand-in desk");
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), side);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  Side side = { NULL };
  g_autoptr (AdwApplication) application = NULL;

  side.keeper = care_keeper_wire_adopt ();
  side.is_patient = g_str_has_suffix (argv[0], "patient");
  for (int i = 1; i < argc; i++)
    side.returning |= strcmp (argv[i], "--returning") == 0;

  application = adw_application_new ("org.aftercare.StandIn", G_APPLICATION_NON_UNIQUE);
  side.application = GTK_APPLICATION (application);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &side);
  if (side.keeper >= 0)
    g_unix_fd_add (side.keeper, G_IO_IN | G_IO_HUP, go_cb, &side);

  return g_application_run (G_APPLICATION (application), 0, NULL);
}

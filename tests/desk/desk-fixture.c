/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "config.h"

#include "desk-fixture.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "desk/care-desk-opening.h"
#include "desk/sign-in/care-pin-dialog.h"
#include "desk/sign-in/care-pin-pad.h"
#include "desk/sign-in/care-staff-button.h"

#define AFTERNOON "2026-11-23T15:20:00+01:00"

#define SETTLED_MS      250
#define SETTLED_MOST_MS 10000
#define SETTLED_IDLE    20

void
desk_fixture_remove (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        desk_fixture_remove (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
desk_fixture_speak (const char *language)
{
  g_autofree char *words = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);

  g_setenv ("LANGUAGE", language, TRUE);
  g_assert_nonnull (bindtextdomain (GETTEXT_PACKAGE, words));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* What was looked up in another language is forgotten. */
  g_assert_nonnull (setlocale (LC_ALL, ""));
}

void
desk_fixture_settle (void)
{
  gint64 begun = g_get_monotonic_time ();
  guint idle = 0;

  /* On a busy machine a quarter of a second is little: until there was nothing to do for as long as two frames take. */
  while (g_get_monotonic_time () < begun + SETTLED_MS * G_TIME_SPAN_MILLISECOND
         || (idle < SETTLED_IDLE && g_get_monotonic_time () < begun + SETTLED_MOST_MS * G_TIME_SPAN_MILLISECOND))
    {
      if (g_main_context_iteration (NULL, FALSE))
        continue;
      idle++;
      g_usleep (2000);
    }
}

static void
copy_folder (const char *from,
             const char *to)
{
  g_autoptr (GDir) folder = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_nonnull (folder);
  g_mkdir_with_parents (to, 0700);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *source = g_build_filename (from, name, NULL);
      g_autofree char *target = g_build_filename (to, name, NULL);
      g_autofree char *bytes = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;

      if (g_file_test (source, G_FILE_TEST_IS_DIR))
        {
          copy_folder (source, target);
          continue;
        }
      g_file_get_contents (source, &bytes, &length, &error);
      g_assert_no_error (error);
      g_file_set_contents_full (target, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
      g_assert_no_error (error);
    }
}

static CareDesk *
open_desk (const char *folder,
           gboolean    sample)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareDeskLink) link = care_desk_link_new (-1);
  CareDeskOptions options = { .state_dir = (char *) folder, .clock = (char *) AFTERNOON, .sample = sample };
  g_autoptr (GSettings) settings = care_desk_open_settings (&error);
  CareDesk *desk = care_desk_open (&options, link, settings, &error);

  g_assert_no_error (error);
  return desk;
}

CareDesk *
desk_fixture_open_copy (DeskFixture  *self,
                        char        **folder)
{
  g_autoptr (GError) error = NULL;

  *folder = g_dir_make_tmp ("care-desk-copy-XXXXXX", &error);
  g_assert_no_error (error);
  copy_folder (self->folder, *folder);

  return open_desk (*folder, FALSE);
}

char *
desk_fixture_prepare (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("care-desk-sample-XXXXXX", &error);
  CareDesk *desk;

  g_assert_no_error (error);
  desk = open_desk (folder, TRUE);
  g_assert_finalize_object (desk);
  return folder;
}

static void
open_window (DeskFixture *self)
{
  self->desk = open_desk (self->folder, FALSE);
  g_settings_reset (care_desk_get_settings (self->desk), "room");
  self->window = CARE_DESK_WINDOW (care_desk_window_new (self->application, care_desk_get_settings (self->desk)));
  care_desk_window_open (self->window, self->desk, NULL, FALSE);
  gtk_window_present (GTK_WINDOW (self->window));
  desk_fixture_settle ();
}

void
desk_fixture_set_up (DeskFixture   *self,
                     gconstpointer  sample)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("care-desk-XXXXXX", &error);
  g_assert_no_error (error);
  if (sample != NULL)
    copy_folder (sample, self->folder);
  care_desk_register_resources ();
  /* One application for all tests of the program: it is exported on the bus once. */
  if (g_application_get_default () == NULL)
    {
      self->application = GTK_APPLICATION (adw_application_new ("org.aftercare.Test", G_APPLICATION_NON_UNIQUE));
      g_application_set_resource_base_path (G_APPLICATION (self->application), "/org/aftercare/Aftercare");
      g_application_set_default (G_APPLICATION (self->application));
      g_application_register (G_APPLICATION (self->application), NULL, &error);
      g_assert_no_error (error);
    }
  self->application = GTK_APPLICATION (g_application_get_default ());
  open_window (self);
}

void
desk_fixture_restart (DeskFixture *self)
{
  gpointer window = self->window;

  g_object_add_weak_pointer (G_OBJECT (self->window), &window);
  gtk_window_close (GTK_WINDOW (self->window));
  desk_fixture_settle ();
  g_assert_null (window);
  g_assert_finalize_object (self->desk);
  open_window (self);
}

/* What is on the disk now is all that is left: nothing of the old program says goodbye. */
void
desk_fixture_kill (DeskFixture *self)
{
  g_autofree char *folder = NULL;
  CareDesk *copy;
  GtkWindow *window = GTK_WINDOW (self->window);

  for (guint i = 0; i < 4; i++)
    desk_fixture_settle ();
  copy = desk_fixture_open_copy (self, &folder);
  gtk_window_destroy (window);
  desk_fixture_settle ();
  g_assert_finalize_object (self->desk);
  desk_fixture_remove (self->folder);
  g_free (self->folder);
  self->folder = g_steal_pointer (&folder);
  self->desk = copy;
  self->window = CARE_DESK_WINDOW (care_desk_window_new (self->application, care_desk_get_settings (copy)));
  care_desk_window_open (self->window, copy, NULL, FALSE);
  gtk_window_present (GTK_WINDOW (self->window));
  desk_fixture_settle ();
}

void
desk_fixture_tear_down (DeskFixture   *self,
                        gconstpointer  sample)
{
  gpointer window = self->window;

  g_object_add_weak_pointer (G_OBJECT (self->window), &window);
  gtk_window_destroy (GTK_WINDOW (self->window));
  desk_fixture_settle ();
  g_assert_null (window);
  g_assert_finalize_object (self->desk);
  desk_fixture_remove (self->folder);
  g_free (self->folder);
}

GtkWidget *
desk_fixture_find (GtkWidget *root,
                   GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = desk_fixture_find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

gboolean
desk_fixture_shows (GtkWidget  *root,
                    const char *text)
{
  if (!gtk_widget_get_mapped (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (desk_fixture_shows (child, text))
      return TRUE;
  return FALSE;
}

GtkWidget *
desk_fixture_find_window (GType type)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

GtkWidget *
desk_fixture_find_button (GtkWidget  *root,
                          const char *text)
{
  if (GTK_IS_BUTTON (root) && desk_fixture_shows (root, text))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = desk_fixture_find_button (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
desk_fixture_press (GtkWidget  *root,
                    const char *text)
{
  GtkWidget *button = desk_fixture_find_button (root, text);

  if (button == NULL)
    g_error ("there is no button “%s”", text);
  if (!gtk_widget_is_sensitive (button))
    g_error ("“%s” cannot be pressed", text);
  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  else
    g_signal_emit_by_name (button, "clicked");
  desk_fixture_settle ();
}

void
desk_fixture_sign_in (DeskFixture *self,
                      const char  *staff,
                      const char  *pin)
{
  GtkWidget *pad;

  desk_fixture_press (GTK_WIDGET (self->window), staff);
  pad = desk_fixture_find (GTK_WIDGET (self->window), CARE_TYPE_PIN_PAD);
  g_assert_nonnull (pad);
  for (guint i = 0; pin[i] != '\0'; i++)
    care_pin_pad_add_digit (CARE_PIN_PAD (pad), pin[i]);
  desk_fixture_settle ();
}

CareVisit *
desk_fixture_find_visit (DeskFixture   *self,
                         CareVisitState state)
{
  GListModel *today = care_clinic_get_today (care_desk_get_clinic (self->desk));

  for (guint i = 0; i < g_list_model_get_n_items (today); i++)
    {
      g_autoptr (CareVisit) visit = g_list_model_get_item (today, i);

      if (care_visit_get_state (visit) == state)
        return visit;
    }
  return NULL;
}

void
desk_fixture_sign (const char *who,
                   const char *pin)
{
  GtkWidget *dialog = desk_fixture_find_window (CARE_TYPE_PIN_DIALOG);
  GtkWidget *pad;

  g_assert_nonnull (dialog);
  desk_fixture_press (dialog, who);
  pad = desk_fixture_find (dialog, CARE_TYPE_PIN_PAD);
  for (guint i = 0; pin[i] != '\0'; i++)
    care_pin_pad_add_digit (CARE_PIN_PAD (pad), pin[i]);
  desk_fixture_settle ();
}

void
desk_fixture_open_inside (DeskFixture  *self,
                          gconstpointer sample)
{
  desk_fixture_set_up (self, sample);
  desk_fixture_sign_in (self, "Rosa", "111111");
}

int
desk_fixture_run (int             argc,
                  char          **argv,
                  const DeskTest *tests,
                  gsize           n_tests,
                  void          (*set_up) (DeskFixture *, gconstpointer))
{
  g_autofree char *sample = NULL;
  int failures;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  sample = desk_fixture_prepare ();
  for (gsize i = 0; i < n_tests; i++)
    g_test_add (tests[i].path, DeskFixture, sample, set_up, tests[i].test, desk_fixture_tear_down);
  failures = g_test_run ();
  desk_fixture_remove (sample);
  return failures;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "config.h"

#include "desk/care-desk-application.h"

#include <glib/gi18n.h>

#include "base/care-error.h"
#include "desk/care-desk-opening.h"
#include "desk/care-desk-shortcuts.h"
#include "desk/care-desk-window.h"

struct _CareDeskApplication
{
  AdwApplication  parent_instance;

  CareDeskOptions options;
  CareDeskLink   *link;
  CareDesk       *desk;
  GSettings      *settings;
  CareDeskWindow *window;
  GThread        *opening;
  guint           opened_source;
  GError         *trouble;
};

G_DEFINE_FINAL_TYPE (CareDeskApplication, care_desk_application, ADW_TYPE_APPLICATION)

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  CareDeskApplication *self = CARE_DESK_APPLICATION (data);

  /* As the window's own button: what is under way is not cut off. */
  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
  else
    g_application_quit (G_APPLICATION (self));
}

static const GActionEntry ACTIONS[] = {
  { .name = "quit", .activate = quit_action },
};

/* Told to go: what stands on the screen was kept before the hand-over. */
static void
go_cb (CareDeskApplication *self)
{
  g_application_quit (G_APPLICATION (self));
}

/* Without records there is only the page that says why, or nothing yet; closing it ends everything. */
static gboolean
close_request_cb (CareDeskApplication *self)
{
  if (self->desk == NULL)
    care_desk_link_quit (self->link);
  return GDK_EVENT_PROPAGATE;
}

/* The door stands when the window does and the records are open, whichever comes last. */
static void
show_door (CareDeskApplication *self)
{
  if (self->opening == NULL && self->window != NULL)
    care_desk_window_open (self->window, self->desk, self->trouble, self->options.returning);
}

static gboolean
opened_cb (gpointer data)
{
  CareDeskApplication *self = data;

  self->desk = g_thread_join (g_steal_pointer (&self->opening));
  self->opened_source = 0;
  show_door (self);
  return G_SOURCE_REMOVE;
}

/* Has the records to itself until it is joined: the window comes and stays alive meanwhile, also while a sample day is lived. */
static gpointer
open_in_thread (gpointer data)
{
  CareDeskApplication *self = data;
  CareDesk *desk = NULL;

  if (self->settings != NULL)
    desk = care_desk_open (&self->options, self->link, self->settings, &self->trouble);
  /* Behind the first frame, which waits for nothing. */
  self->opened_source = g_idle_add (opened_cb, self);
  return desk;
}

static gboolean
stand_cb (gpointer data)
{
  CareDeskApplication *self = data;

  care_desk_link_stand (self->link);
  return G_SOURCE_REMOVE;
}

/* Once the first frame is on the screen the other side may go. */
static void
after_paint_cb (GdkFrameClock       *frames,
                CareDeskApplication *self)
{
  g_signal_handlers_disconnect_by_func (frames, after_paint_cb, self);
  g_idle_add_full (G_PRIORITY_HIGH, stand_cb, g_object_ref (self), g_object_unref);
}

static void
window_realized_cb (GtkWidget           *window,
                    CareDeskApplication *self)
{
  GdkFrameClock *frames = gtk_widget_get_frame_clock (window);

  g_signal_connect_object (frames, "after-paint", G_CALLBACK (after_paint_cb), self, 0);
}

/* Told to go, or closed, before the records were open. */
static void
wait_for_opening (CareDeskApplication *self)
{
  if (self->opening != NULL)
    self->desk = g_thread_join (g_steal_pointer (&self->opening));
  g_clear_handle_id (&self->opened_source, g_source_remove);
}

static void
care_desk_application_activate (GApplication *application)
{
  CareDeskApplication *self = CARE_DESK_APPLICATION (application);

  if (self->window == NULL)
    {
      g_set_weak_pointer (&self->window, CARE_DESK_WINDOW (care_desk_window_new (GTK_APPLICATION (self), self->settings)));
      g_signal_connect_object (self->window, "realize", G_CALLBACK (window_realized_cb), self, 0);
      g_signal_connect_object (self->window, "close-request", G_CALLBACK (close_request_cb), self, G_CONNECT_SWAPPED);
      show_door (self);
    }
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
care_desk_application_startup (GApplication *application)
{
  CareDeskApplication *self = CARE_DESK_APPLICATION (application);

  care_desk_register_resources ();
  /* Pango looks for the fonts beside the work that opens the display. */
  pango_cairo_font_map_get_default ();
  G_APPLICATION_CLASS (care_desk_application_parent_class)->startup (application);
  /* Not earlier: GTK changes the environment and the locale as it begins. */
  self->opening = g_thread_new ("opening", open_in_thread, self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), ACTIONS, G_N_ELEMENTS (ACTIONS), self);
  care_desk_shortcuts_install (GTK_APPLICATION (self));
  gtk_window_set_default_icon_name (CARE_APP_ID);
}

static void
care_desk_application_shutdown (GApplication *application)
{
  CareDeskApplication *self = CARE_DESK_APPLICATION (application);
  GtkWindow *window;

  wait_for_opening (self);
  while ((window = gtk_application_get_active_window (GTK_APPLICATION (self))) != NULL)
    gtk_window_destroy (window);
  g_clear_object (&self->desk);
  G_APPLICATION_CLASS (care_desk_application_parent_class)->shutdown (application);
}

static int
care_desk_application_handle_local_options (GApplication *application,
                                            GVariantDict *options)
{
  CareDeskApplication *self = CARE_DESK_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("aftercare-desk %s\n", CARE_VERSION);
      return 0;
    }
  g_variant_dict_lookup (options, "data-dir", "^ay", &self->options.state_dir);
  g_variant_dict_lookup (options, "clock", "s", &self->options.clock);
  self->options.sample = g_variant_dict_contains (options, "sample");
  self->options.returning = g_variant_dict_contains (options, "returning");
  self->settings = care_desk_open_settings (&self->trouble);
  return -1;
}

static void
care_desk_application_finalize (GObject *object)
{
  CareDeskApplication *self = CARE_DESK_APPLICATION (object);

  g_clear_weak_pointer (&self->window);
  wait_for_opening (self);
  g_clear_object (&self->settings);
  g_clear_error (&self->trouble);
  g_clear_object (&self->desk);
  g_clear_object (&self->link);
  g_clear_pointer (&self->options.state_dir, g_free);
  g_clear_pointer (&self->options.clock, g_free);
  G_OBJECT_CLASS (care_desk_application_parent_class)->finalize (object);
}

static void
care_desk_application_class_init (CareDeskApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = care_desk_application_finalize;
  application_class->activate = care_desk_application_activate;
  application_class->startup = care_desk_application_startup;
  application_class->shutdown = care_desk_application_shutdown;
  application_class->handle_local_options = care_desk_application_handle_local_options;
}

static void
care_desk_application_init (CareDeskApplication *self)
{
  static const GOptionEntry options[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Folder with the clinic's records"), N_("DIR") },
    { "clock", 0, 0, G_OPTION_ARG_STRING, NULL, N_("Start the practice clock at this time"), N_("TIME") },
    { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Fill an empty folder with the sample clinic"), NULL },
    { "returning", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the visit whose device comes back"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Show the version"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * care_desk_application_new:
 * @keeper_socket: (transfer full): the socket to the keeper, -1 when there is none
 *
 * Returns: (transfer full): the desk's application
 */
CareDeskApplication *
care_desk_application_new (int keeper_socket)
{
  CareDeskApplication *self = g_object_new (CARE_TYPE_DESK_APPLICATION,
                                            "application-id", CARE_APP_ID,
                                            "flags", G_APPLICATION_NON_UNIQUE,
                                            "resource-base-path", "/org/aftercare/Aftercare",
                                            NULL);

  self->link = care_desk_link_new (keeper_socket);
  g_signal_connect_object (self->link, "go", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
  return self;
}

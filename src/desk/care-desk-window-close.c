/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* The window's closing: what is typed and what is printed is in the record first, and nothing under way is cut off. */

#include "desk/care-desk-window-private.h"

#include <glib/gi18n.h>

#include "base/care-error.h"
#include "desk/care-desk-errors.h"

static void
keep_size (CareDeskWindow *self)
{
  GSettings *settings = care_desk_get_settings (self->desk);
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (gtk_window_is_maximized (GTK_WINDOW (self)))
    return;
  g_settings_set_int (settings, "window-width", CLAMP (width, 360, 20000));
  g_settings_set_int (settings, "window-height", CLAMP (height, 480, 20000));
}

/* Nobody waits for the end of what is under way any more. */
void
_care_desk_window_stay (CareDeskWindow *self)
{
  g_clear_handle_id (&self->close_source, g_source_remove);
  if (self->desk != NULL && self->busy_handler != 0)
    g_clear_signal_handler (&self->busy_handler, self->desk);
}

static gboolean
close_cb (gpointer data)
{
  CareDeskWindow *self = data;

  self->close_source = 0;
  gtk_window_close (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

/* From the main loop: what has just ended is still on its way out of its own function. */
static void
busy_cb (CareDeskWindow *self)
{
  if (care_desk_is_busy (self->desk) || self->close_source != 0)
    return;
  _care_desk_window_stay (self);
  self->close_source = g_idle_add (close_cb, self);
}

static void
busy_response_cb (CareDeskWindow   *self,
                  const char       *response,
                  AdwMessageDialog *dialog)
{
  _care_desk_window_stay (self);
  if (!g_str_equal (response, "wait"))
    return;
  self->busy_handler = g_signal_connect_swapped (self->desk, "notify::busy", G_CALLBACK (busy_cb), self);
  busy_cb (self);
}

static void
lost_response_cb (CareDeskWindow   *self,
                  const char       *response,
                  AdwMessageDialog *dialog)
{
  if (!g_str_equal (response, "close"))
    return;
  self->closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
ask (CareDeskWindow *self,
     const char     *title,
     const char     *body,
     const char     *id,
     const char     *label,
     GCallback       answered)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), title, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "stay", _("_Go on here"), id, label, NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  if (g_str_equal (id, "close"))
    adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), id, ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", answered, self, G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->close_dialog, dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
keep_all (CareDeskWindow *self,
          GError        **error)
{
  CarePage *page = care_desk_window_is_inside (self) ? care_desk_window_get_page (self) : NULL;

  if (page != NULL && !care_page_settle (page, error))
    return FALSE;
  return care_desk_keep_all (self->desk, error);
}

gboolean
_care_desk_window_close_request (GtkWindow *window)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (window);
  g_autoptr (GError) error = NULL;

  if (self->desk == NULL)
    return GDK_EVENT_PROPAGATE;
  if (self->close_dialog != NULL && gtk_widget_get_mapped (self->close_dialog))
    {
      gtk_window_present (GTK_WINDOW (self->close_dialog));
      return GDK_EVENT_STOP;
    }
  if (care_desk_is_busy (self->desk))
    {
      ask (self, _("Something is still being saved or printed"),
           _("The desk closes by itself when it is over."),
           "wait", _("_Close when it is over"), G_CALLBACK (busy_response_cb));
      return GDK_EVENT_STOP;
    }
  if (!self->closing && !keep_all (self, &error))
    {
      g_autofree char *words = care_desk_errors_dup_words (error);

      ask (self, _("Not everything is kept"), words, "close", _("_Close without it"), G_CALLBACK (lost_response_cb));
      return GDK_EVENT_STOP;
    }
  keep_size (self);
  care_desk_link_quit (care_desk_get_link (self->desk));
  return GDK_EVENT_PROPAGATE;
}

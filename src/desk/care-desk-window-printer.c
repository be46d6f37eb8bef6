/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* The window's way to the desk's printer, and back from another choice of it. */

#include "desk/care-desk-window.h"

#include <glib/gi18n.h>

#include "desk/care-desk-window-private.h"
#include "desk/frame/care-say.h"
#include "desk/printer/care-printer-page.h"

static void
printer_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (!care_desk_window_is_inside (self) || CARE_IS_PRINTER_PAGE (care_desk_window_get_page (self)))
    return;
  if (_care_desk_window_settle (self, &error))
    care_places_push (self->places, CARE_PAGE (care_printer_page_new (self->desk)));
  else
    care_say_error (widget, error);
}

/* Nobody takes anything back while the desk is locked. */
static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);
  gboolean paper = g_str_equal (name, "win.undo-paper");

  if (!care_desk_window_is_inside (self))
    return;
  g_settings_set_string (care_desk_get_settings (self->desk), paper ? "paper" : "printer", g_variant_get_string (parameter, NULL));
  g_settings_sync ();
  care_say_done (widget, paper ? _("Sheets are for the same paper as before") : _("Sheets go to the same printer as before"));
}

void
_care_desk_window_install_printer (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.printer", NULL, printer_action);
  gtk_widget_class_install_action (widget_class, "win.undo-printer", "s", undo_action);
  gtk_widget_class_install_action (widget_class, "win.undo-paper", "s", undo_action);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/sign-in/care-trouble-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "desk/care-desk-errors.h"
#include "desk/frame/care-clear.h"

/**
 * care_trouble_page_new:
 * @message: what is wrong, and what to do
 *
 * Returns: (transfer floating): a page that says so
 */
GtkWidget *
care_trouble_page_new (const char *message)
{
  g_autofree char *words = care_desk_errors_dup_text (message);
  g_autofree char *safe = g_markup_escape_text (words, -1);
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *close = care_new_mnemonic_button (_("_Close"));

  g_object_set (page,
                "icon-name", "care-stop-symbolic",
                "title", _("The records cannot be opened"),
                "description", safe,
                NULL);
  gtk_widget_set_halign (close, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (close, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "win.close");
  adw_status_page_set_child (ADW_STATUS_PAGE (page), close);
  return page;
}

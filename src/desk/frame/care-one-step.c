/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/frame/care-one-step.h"

#include <adwaita.h>

#include "desk/frame/care-clear.h"

/**
 * care_one_step_new:
 * @icon_name: its symbol
 * @title: what stands
 * @about: a line about it
 * @label: what the one button says, with a mnemonic
 * @action: what it does
 *
 * Returns: (transfer floating): a page with one button
 */
GtkWidget *
care_one_step_new (const char *icon_name,
                   const char *title,
                   const char *about,
                   const char *label,
                   const char *action)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = care_new_button (label, action, NULL);

  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_object_set (page, "icon-name", icon_name, "title", title, "description", about, "child", button, NULL);
  return page;
}

/**
 * care_one_step_new_waiting:
 * @title: what is under way
 * @about: a line about it
 *
 * Returns: (transfer floating): a page that waits
 */
GtkWidget *
care_one_step_new_waiting (const char *title,
                           const char *about)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 48, 48);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  g_object_set (page, "title", title, "description", about, "child", spinner, NULL);
  return page;
}

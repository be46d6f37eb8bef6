/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/frame/care-big-choice.h"

#include "desk/frame/care-clear.h"
#include "desk/frame/care-wrap-box.h"

/**
 * care_big_choice_new:
 * @icon_name: its symbol
 * @title: what it does
 * @about: a line about it
 * @action: the action
 * @target: (nullable): its target
 *
 * Returns: (transfer floating): a large button
 */
GtkWidget *
care_big_choice_new (const char *icon_name,
                     const char *title,
                     const char *about,
                     const char *action,
                     const char *target)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *row = care_wrap_box_new (18);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *text = care_new_text (about);

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 28);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (text, "choice-about");
  gtk_box_append (GTK_BOX (words), care_new_heading (title));
  gtk_box_append (GTK_BOX (words), text);
  g_object_set (row, "comfort", 180, NULL);
  care_wrap_box_append (CARE_WRAP_BOX (row), icon);
  care_wrap_box_append (CARE_WRAP_BOX (row), words);
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "big-choice");
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about,
                                  -1);
  return button;
}

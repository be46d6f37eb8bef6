/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/frame/care-fact-row.h"

#include "desk/frame/care-wrap-box.h"
#include "widgets/form/care-label.h"
#include "widgets/form/care-wrap-layout.h"

/**
 * care_fact_row_new:
 * @title: the first line
 * @about: the second line, "" for none
 *
 * Returns: (transfer floating): a line of a list
 */
GtkWidget *
care_fact_row_new (const char *title,
                   const char *about)
{
  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (about != NULL, NULL);

  GtkWidget *row = care_wrap_box_new (14);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_object_set (row, "comfort", 200, NULL);
  gtk_widget_add_css_class (row, "fact-row");
  gtk_widget_set_layout_manager (words, care_wrap_layout_new_column (2));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), care_label_new (title, "fact-title"));
  if (*about != '\0')
    gtk_box_append (GTK_BOX (words), care_label_new (about, "spaced-caption"));
  care_wrap_box_append (CARE_WRAP_BOX (row), words);
  return row;
}

/**
 * care_fact_row_new_state:
 * @title: the first line
 * @about: the second line, "" for none
 * @tone: how loud the state is
 * @word: the state
 *
 * Returns: (transfer floating): a line of a list
 */
GtkWidget *
care_fact_row_new_state (const char *title,
                         const char *about,
                         CareTone    tone,
                         const char *word)
{
  GtkWidget *row = care_fact_row_new (title, about);
  GtkWidget *tag = care_state_tag_new ();

  care_state_tag_set (CARE_STATE_TAG (tag), tone, word);
  care_wrap_box_append (CARE_WRAP_BOX (row), tag);
  return row;
}

/**
 * care_fact_row_new_button:
 * @row: (transfer floating): a line
 * @action: the action
 * @target: its target
 * @spoken: what a screen reader says
 *
 * Returns: (transfer floating): the line as a button
 */
GtkWidget *
care_fact_row_new_button (GtkWidget  *row,
                          const char *action,
                          const char *target,
                          const char *spoken)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "fact-button");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return button;
}

/**
 * care_fact_row_add:
 * @row: a line
 * @child: (transfer floating): goes to its end
 */
void
care_fact_row_add (GtkWidget *row,
                   GtkWidget *child)
{
  gtk_widget_set_valign (child, GTK_ALIGN_CENTER);
  care_wrap_box_append (CARE_WRAP_BOX (row), child);
}

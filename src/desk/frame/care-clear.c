/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/frame/care-clear.h"

#include "desk/care-desk-errors.h"
#include "widgets/form/care-label.h"

/**
 * care_clear_box:
 * @box: a box
 *
 * Takes all its children out.
 */
void
care_clear_box (GtkBox *box)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (box));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/**
 * care_wrap_buttons:
 * @widget: a button, or what holds some
 *
 * A button asks for the width of all its words in one line, which a narrow screen with large text does not have.
 */
void
care_wrap_buttons (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_BUTTON (widget) && GTK_IS_LABEL (gtk_button_get_child (GTK_BUTTON (widget))))
    {
      GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (widget)));

      gtk_label_set_wrap (label, TRUE);
      /* In one line wherever there is room for it. */
      gtk_label_set_natural_wrap_mode (label, GTK_NATURAL_WRAP_NONE);
      /* What begins at the left in one line does so in two. */
      gtk_label_set_justify (label, gtk_label_get_xalign (label) < 0.5f ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_CENTER);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    care_wrap_buttons (child);
}

/**
 * care_new_mnemonic_button:
 * @label: what it says, with a mnemonic
 *
 * GTK 4.8 tells a screen reader the label with the mnemonic's underscore, and then once more.
 *
 * Returns: (transfer floating): a button whose accessible name is its label and nothing else
 */
GtkWidget *
care_new_mnemonic_button (const char *label)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *spoken = g_strjoinv ("", parts);

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  care_wrap_buttons (button);
  return button;
}

/**
 * care_new_button:
 * @label: what it says, with a mnemonic
 * @action: the action
 * @target: (nullable): its target
 *
 * Returns: (transfer floating): a button of at least 44 px
 */
GtkWidget *
care_new_button (const char *label,
                 const char *action,
                 const char *target)
{
  GtkWidget *button = care_new_mnemonic_button (label);

  gtk_widget_add_css_class (button, "touch");
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/** Returns: (transfer floating): a heading that wraps */
GtkWidget *
care_new_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

/** Returns: (transfer floating): a text that wraps */
GtkWidget *
care_new_text (const char *text)
{
  return care_label_new (text, NULL);
}

GtkWidget *
care_new_fault (const GError *error)
{
  g_autofree char *words = care_desk_errors_dup_words (error);

  return care_new_text (words);
}

/**
 * care_mark_wrong:
 * @field: an entry, or a row with one
 * @words: (nullable): what is wrong with what stands there, or %NULL when nothing is
 *
 * Colours the field, and tells a screen reader that and why it is wrong.
 */
void
care_mark_wrong (GtkWidget  *field,
                 const char *words)
{
  GtkAccessible *told;

  g_return_if_fail (GTK_IS_EDITABLE (field));

  /* In a row it is the text inside that a screen reader stands on. */
  told = GTK_IS_ENTRY (field) ? GTK_ACCESSIBLE (field) : GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (field)));
  if (words == NULL)
    {
      gtk_widget_remove_css_class (field, "error");
      gtk_accessible_reset_state (told, GTK_ACCESSIBLE_STATE_INVALID);
      gtk_accessible_reset_property (told, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }
  gtk_widget_add_css_class (field, "error");
  gtk_accessible_update_state (told, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (told, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

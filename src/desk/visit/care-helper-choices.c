/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-helper-choices.h"

#include <glib/gi18n.h>

#include "desk/frame/care-big-choice.h"
#include "desk/frame/care-clear.h"

typedef struct
{
  const char *id;
  const char *icon;
  const char *title;
  const char *about;
  CareHelper  helper;
} CareHelperChoice;

static const CareHelperChoice CHOICES[] = {
  { "nobody", "care-hand-symbolic", N_("Nobody"), N_("They answer by themselves."), CARE_HELPER_NOBODY },
  { "staff", "care-ask-symbolic", N_("A member of staff"), N_("Somebody of the clinic explains the questions."), CARE_HELPER_STAFF },
  { "relative", "care-patients-symbolic", N_("An adult relative or friend"), N_("Somebody grown up whom they brought along."),
    CARE_HELPER_RELATIVE },
  { "interpreter", "care-patients-symbolic", N_("An interpreter"), N_("Somebody whose work it is to interpret."), CARE_HELPER_INTERPRETER },
};

/**
 * care_helper_choices_new:
 * @action: the action that takes the choice, "" for none of them
 *
 * Returns: (transfer floating): the choices
 */
GtkWidget *
care_helper_choices_new (const char *action)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 20);
  GtkWidget *heading = care_new_heading (_("Who helps them to answer?"));
  GtkWidget *back = care_new_button (_("_Back to the choice"), action, "");

  gtk_widget_add_css_class (heading, "title-2");
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), care_new_text (_("A child does not help with these questions: ask an adult or an interpreter.")));
  for (guint i = 0; i < G_N_ELEMENTS (CHOICES); i++)
    gtk_box_append (GTK_BOX (box), care_big_choice_new (CHOICES[i].icon, _(CHOICES[i].title), _(CHOICES[i].about), action, CHOICES[i].id));
  gtk_widget_set_halign (back, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), back);
  return box;
}

/**
 * care_helper_choices_read:
 * @choice: what the action was given
 * @helper: (out): who helps
 *
 * Returns: FALSE when nobody was chosen: back to how they answer
 */
gboolean
care_helper_choices_read (const char *choice,
                          CareHelper *helper)
{
  g_return_val_if_fail (choice != NULL && helper != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (CHOICES); i++)
    if (g_str_equal (CHOICES[i].id, choice))
      {
        *helper = CHOICES[i].helper;
        return TRUE;
      }
  return FALSE;
}

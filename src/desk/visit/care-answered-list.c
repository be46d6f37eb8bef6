/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-answered-list.h"

#include <glib/gi18n.h>

#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "form/care-questionnaire.h"

/**
 * care_answered_list_dup_titles:
 * @desk: what the pages work with
 * @forms: (element-type CareQuestionnaire): the forms of the visit
 *
 * Returns: (transfer full): their titles as one list, in the desk's language
 */
char *
care_answered_list_dup_titles (CareDesk  *desk,
                               GPtrArray *forms)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < forms->len; i++)
    g_ptr_array_add (titles, (gpointer) care_questionnaire_get_title (g_ptr_array_index (forms, i), care_desk_get_language (desk)));
  g_ptr_array_add (titles, NULL);
  return care_format_list (care_desk_get_format (desk), (const char *const *) titles->pdata);
}

/**
 * care_answered_list_new:
 * @forms: (element-type CareQuestionnaire): the forms of the visit
 * @language: the desk's language
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
care_answered_list_new (GPtrArray  *forms,
                        const char *language)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 20);
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *wrong;

  gtk_widget_add_css_class (list, "card");
  gtk_widget_add_css_class (list, "facts");
  gtk_box_append (GTK_BOX (box), list);
  if (forms->len == 0)
    {
      gtk_box_append (GTK_BOX (list), care_fact_row_new (_("Nothing is asked at this visit"), ""));
      return box;
    }
  for (guint i = 0; i < forms->len; i++)
    {
      const char *title = care_questionnaire_get_title (g_ptr_array_index (forms, i), language);
      GtkWidget *row = care_fact_row_new_state (title, "", CARE_TONE_GOOD, _("Answered"));
      GtkWidget *change = care_new_button (_("_Change an answer"), "intake.change", NULL);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (change), "i", (int) i);
      care_fact_row_add (row, change);
      gtk_box_append (GTK_BOX (list), row);
    }
  wrong = care_new_button (_("This was the _wrong person"), "intake.wrong-person", NULL);
  gtk_widget_set_halign (wrong, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), wrong);
  return box;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-answered-list.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-staff-items.h"
#include "desk/forms/care-form-words.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "desk/visit/care-staff-items.h"
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
    g_ptr_array_add (titles, (gpointer) care_form_words_title (desk, g_ptr_array_index (forms, i)));
  g_ptr_array_add (titles, NULL);
  return care_format_list (care_desk_get_format (desk), (const char *const *) titles->pdata);
}

/**
 * care_answered_list_new:
 * @desk: what the pages work with
 * @visit: a visit
 * @forms: (element-type CareQuestionnaire): its forms
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
care_answered_list_new (CareDesk  *desk,
                        CareVisit *visit,
                        GPtrArray *forms)
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
      CareQuestionnaire *form = g_ptr_array_index (forms, i);
      g_autofree char *former = care_clinic_dup_answered_version (care_desk_get_clinic (desk), visit, form);
      g_autofree char *about = former != NULL ? g_strdup_printf (_("Answered on version %s; now it is version %s"), former,
                                                                 care_questionnaire_get_version (form)) : g_strdup ("");
      GtkWidget *row = care_fact_row_new_state (care_form_words_title (desk, form), about, CARE_TONE_GOOD, _("Answered"));
      GtkWidget *change = care_new_button (_("_Change an answer"), "intake.change", NULL);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (change), "i", (int) i);
      care_fact_row_add (row, change);
      gtk_box_append (GTK_BOX (list), row);
    }
  gtk_box_append (GTK_BOX (box), care_staff_items_new (desk, visit));
  wrong = care_new_button (_("This was the _wrong person"), "intake.wrong-person", NULL);
  gtk_widget_set_halign (wrong, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), wrong);
  return box;
}

/**
 * care_answered_list_add_begun:
 * @box: where
 * @desk: what the pages work with
 * @visit: a visit
 * @forms: (element-type CareQuestionnaire): forms that are not answered to the end
 */
void
care_answered_list_add_begun (GtkBox    *box,
                              CareDesk  *desk,
                              CareVisit *visit,
                              GPtrArray *forms)
{
  GtkWidget *list = NULL;

  for (guint i = 0; i < forms->len; i++)
    {
      CareQuestionnaire *form = g_ptr_array_index (forms, i);
      g_autofree char *about = NULL;
      guint typed = 0;

      if (!care_clinic_is_begun (care_desk_get_clinic (desk), visit, form, &typed))
        continue;
      if (list == NULL)
        {
          list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
          gtk_widget_add_css_class (list, "card");
          gtk_widget_add_css_class (list, "facts");
          gtk_box_append (box, list);
        }
      about = typed > 0 ? g_strdup_printf (ngettext ("%u answer is half typed: it counts as not answered",
                                                     "%u answers are half typed: they count as not answered", typed), typed)
                        : g_strdup ("");
      gtk_box_append (GTK_BOX (list), care_fact_row_new_state (care_form_words_title (desk, form), about, CARE_TONE_WAITING,
                                                               _("Begun, not finished")));
    }
}

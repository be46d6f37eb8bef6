/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-form-notes.h"

#include <glib/gi18n.h>
#include <string.h>

#include "desk/forms/care-form-words.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"

#define TOLD "told-forms"
/* Of one form; the page Forms has all of them. */
#define MOST_LINES 8

static GtkWidget *
new_card (const char  *heading,
          GtkBox     **card)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *title = care_new_heading (heading);

  *card = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (title, "title-4");
  gtk_widget_add_css_class (GTK_WIDGET (*card), "card");
  gtk_widget_add_css_class (GTK_WIDGET (*card), "facts");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*card));
  return box;
}

static gboolean
is_told (CareDesk          *desk,
         CareQuestionnaire *form)
{
  g_auto (GStrv) told = g_settings_get_strv (care_desk_get_settings (desk), TOLD);
  const char *canonical = care_questionnaire_get_canonical (form);

  return canonical == NULL || g_strv_contains ((const char *const *) told, canonical);
}

static void
add_lines (GtkBox            *card,
           CareQuestionnaire *form,
           const char        *title)
{
  g_autoptr (GPtrArray) lines = care_form_words_unsupported (form);
  g_autoptr (GString) text = g_string_new (NULL);

  if (lines->len == 0)
    return;
  for (guint i = 0; i < MIN (lines->len, MOST_LINES); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) g_ptr_array_index (lines, i));
  if (lines->len > MOST_LINES)
    {
      guint more = lines->len - MOST_LINES;

      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more: see Forms in the main menu", "and %u more: see Forms in the main menu", more), more);
    }
  gtk_box_append (card, care_fact_row_new (title, text->str));
}

GtkWidget *
care_form_notes_new_untold (CareDesk  *desk,
                            GPtrArray *forms)
{
  GtkBox *card = NULL;
  GtkWidget *box = new_card (_("What Aftercare cannot do; every question is asked all the same"), &card);

  for (guint i = 0; i < forms->len; i++)
    {
      CareQuestionnaire *form = g_ptr_array_index (forms, i);

      if (!is_told (desk, form))
        add_lines (card, form, care_form_words_title (desk, form));
    }
  if (gtk_widget_get_first_child (GTK_WIDGET (card)) != NULL)
    return box;
  g_object_ref_sink (box);
  g_object_unref (box);
  return NULL;
}

/**
 * care_form_notes_set_told:
 * @desk: what the pages work with
 * @forms: (element-type CareQuestionnaire): forms that are asked now, under what was said of them
 */
void
care_form_notes_set_told (CareDesk  *desk,
                          GPtrArray *forms)
{
  g_return_if_fail (CARE_IS_DESK (desk));
  g_return_if_fail (forms != NULL);

  for (guint i = 0; i < forms->len; i++)
    {
      CareQuestionnaire *form = g_ptr_array_index (forms, i);
      g_autoptr (GPtrArray) lines = care_form_words_unsupported (form);
      g_auto (GStrv) told = g_settings_get_strv (care_desk_get_settings (desk), TOLD);
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) all = NULL;

      if (lines->len == 0 || is_told (desk, form))
        continue;
      g_strv_builder_addv (builder, (const char **) told);
      g_strv_builder_add (builder, care_questionnaire_get_canonical (form));
      all = g_strv_builder_end (builder);
      g_settings_set_strv (care_desk_get_settings (desk), TOLD, (const char *const *) all);
    }
}

GtkWidget *
care_form_notes_new_former (CareDesk     *desk,
                            CareResponse *response)
{
  const char *former = care_response_get_former_version (response);
  CareQuestionnaire *form = care_response_get_questionnaire (response);
  GPtrArray *problems = care_response_get_import_problems (response);
  const char *version = former != NULL ? strrchr (former, '|') : NULL;
  g_autoptr (GString) again = g_string_new (NULL);
  g_autofree char *title = NULL;
  GtkBox *card = NULL;
  GtkWidget *box;

  if (former == NULL)
    return NULL;

  for (guint i = 0; i < problems->len; i++)
    {
      const CareProblem *problem = g_ptr_array_index (problems, i);
      const CareItem *item = problem->kind == CARE_PROBLEM_CHANGED && problem->link_id != NULL
                             ? care_questionnaire_find_item (form, problem->link_id) : NULL;
      const char *text = item != NULL ? care_item_get_text (item, care_desk_get_language (desk)) : NULL;

      if (item != NULL)
        g_string_append_printf (again, "%s%s", again->len > 0 ? "\n" : "", text != NULL ? text : problem->link_id);
    }
  title = g_strdup_printf (_("Begun on version %s; now it is version %s"), version != NULL ? version + 1 : "?",
                           care_questionnaire_get_version (form) != NULL ? care_questionnaire_get_version (form) : "?");
  box = new_card (_("Answers of a former version of this form"), &card);
  gtk_box_append (card, care_fact_row_new (title, again->len > 0 ? _("These questions have changed and are asked again:")
                                                                  : _("No question that was answered has changed.")));
  if (again->len > 0)
    gtk_box_append (card, care_fact_row_new (again->str, ""));
  return box;
}

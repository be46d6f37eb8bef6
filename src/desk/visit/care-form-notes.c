/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-form-notes.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/care-text.h"
#include "course/care-clinic-info.h"
#include "desk/care-desk-words.h"
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

/* "German and English"; what the form does not say is left out. */
static char *
dup_languages (CareDesk  *desk,
               GPtrArray *tags)
{
  CareFormat *format = care_desk_get_format (desk);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < tags->len; i++)
    if (!g_str_equal (g_ptr_array_index (tags, i), "und"))
      g_ptr_array_add (names, care_format_other_language (format, g_ptr_array_index (tags, i)));
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);

  return care_format_list (format, (const char *const *) names->pdata);
}

/* A card in which nothing stands is not shown. */
static void
add_card (GtkBox    *box,
          GtkWidget *titled,
          GtkBox    *card)
{
  if (gtk_widget_get_first_child (GTK_WIDGET (card)) != NULL)
    gtk_box_append (box, titled);
  else
    {
      g_object_ref_sink (titled);
      g_object_unref (titled);
    }
}

void
care_form_notes_add_languages (GtkBox      *box,
                               CareDesk    *desk,
                               GPtrArray   *forms,
                               CarePatient *patient)
{
  const char *language = care_patient_get_language (patient);
  const char *own = care_clinic_info_get_languages (care_clinic_get_info (care_desk_get_clinic (desk)))[0];
  g_autofree char *theirs = NULL;
  GtkBox *card = NULL;
  GtkWidget *titled;

  if (language == NULL)
    return;

  titled = new_card (_("Not all of it is in their language; their screen says so"), &card);
  theirs = care_format_other_language (care_desk_get_format (desk), language);
  for (guint i = 0; i < forms->len; i++)
    {
      CareQuestionnaire *form = g_ptr_array_index (forms, i);
      g_autoptr (GPtrArray) others = care_questionnaire_list_other_languages (form, language);
      g_autofree char *list = dup_languages (desk, others);
      g_autofree char *about = NULL;

      /* A form that does not say is taken to be in the clinic's own language. */
      if (others->len == 0 || (list == NULL && care_text_is_close_tag (own, language)))
        continue;
      /* TRANSLATORS: the language a patient reads, then one or more that parts of a form are in. */
      about = list != NULL ? g_strdup_printf (_("Not in %s: shown in %s"), theirs, list)
                           : g_strdup_printf (_("The form does not say whether it is in %s: shown as it is"), theirs);
      gtk_box_append (card, care_fact_row_new (care_form_words_title (desk, form), about));
    }
  add_card (box, titled, card);
}

void
care_form_notes_add_untold (GtkBox    *box,
                            CareDesk  *desk,
                            GPtrArray *forms)
{
  GtkBox *card = NULL;
  GtkWidget *titled = new_card (_("What Aftercare cannot do; every question is asked all the same"), &card);

  for (guint i = 0; i < forms->len; i++)
    {
      CareQuestionnaire *form = g_ptr_array_index (forms, i);

      if (!is_told (desk, form))
        add_lines (card, form, care_form_words_title (desk, form));
    }
  add_card (box, titled, card);
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

static void
add_former (GtkBox       *box,
            CareDesk     *desk,
            CareResponse *response)
{
  const char *former = care_response_get_former_version (response);
  CareQuestionnaire *form = care_response_get_questionnaire (response);
  GPtrArray *problems = care_response_get_import_problems (response);
  const char *version = former != NULL ? strrchr (former, '|') : NULL;
  g_autoptr (GString) again = g_string_new (NULL);
  g_autofree char *title = NULL;
  GtkBox *card = NULL;

  if (former == NULL)
    return;

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
  gtk_box_append (box, new_card (_("Answers of a former version of this form"), &card));
  gtk_box_append (card, care_fact_row_new (title, again->len > 0 ? _("These questions have changed and are asked again:")
                                                                  : _("No question that was answered has changed.")));
  if (again->len > 0)
    gtk_box_append (card, care_fact_row_new (again->str, ""));
}

static const char *
get_question (CareDesk *desk,
              CareNode *node)
{
  const char *text = care_item_get_text (care_node_get_item (node), care_desk_get_language (desk));

  return text != NULL ? text : care_node_get_link_id (node);
}

static void
add_typed (GtkBox       *typed,
           GtkBox       *begun,
           CareDesk     *desk,
           CareResponse *response,
           CareNode     *node)
{
  guint n_answers = MAX (1, care_node_get_n_answers (node));

  if (!care_node_is_enabled (node))
    return;
  if (care_node_get_item (node) != NULL && care_node_get_n_answers (node) > 0)
    {
      g_autofree char *tag = care_node_dup_typed_language (node, care_desk_get_language (desk));
      g_autofree char *words = care_desk_words_typed_in (desk, tag);

      if (words != NULL)
        gtk_box_append (typed, care_fact_row_new (get_question (desk, node), words));
    }
  if (care_node_get_item (node) != NULL && care_response_get_n_drafts (response, node) > 0)
    gtk_box_append (begun, care_fact_row_new (get_question (desk, node), _("Begun, not finished: it counts as not answered")));
  for (guint answer = 0; answer < n_answers; answer++)
    for (guint i = 0; i < care_node_get_n_children (node, answer); i++)
      add_typed (typed, begun, desk, response, care_node_get_child (node, answer, i));
}

void
care_form_notes_add_answers (GtkBox       *box,
                             CareDesk     *desk,
                             CareResponse *response)
{
  GtkBox *typed = NULL;
  GtkBox *begun = NULL;
  GtkWidget *typed_box = new_card (_("Typed in another language"), &typed);
  GtkWidget *begun_box = new_card (_("Half typed"), &begun);

  add_former (box, desk, response);
  add_typed (typed, begun, desk, response, care_response_get_root (response));
  add_card (box, typed_box, typed);
  add_card (box, begun_box, begun);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-language-note.h"

#include "widgets/form/care-label.h"

/**
 * care_language_note_dup_list:
 * @context: words, language
 * @languages: (element-type utf8): BCP 47 tags
 *
 * Returns: (transfer full): their names in the context's language, as one list
 */
char *
care_language_note_dup_list (CareFormContext *context,
                             GPtrArray       *languages)
{
  CareFormat *format = care_form_context_get_format (context);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < languages->len; i++)
    g_ptr_array_add (names, care_format_other_language (format, g_ptr_array_index (languages, i)));
  g_ptr_array_add (names, NULL);

  return care_format_list (format, (const char *const *) names->pdata);
}

static void
add_language (GPtrArray      *languages,
              const CareItem *item,
              const char     *language)
{
  const char *other = NULL;

  /* What the form does not say is said on the first screen, as what it is: not known. */
  if (item != NULL && !care_item_speaks (item, language, &other) && !g_str_equal (other, "und")
      && !g_ptr_array_find_with_equal_func (languages, other, g_str_equal, NULL))
    g_ptr_array_add (languages, (gpointer) other);
}

/**
 * care_language_note_new:
 *
 * Returns: (transfer floating): the line, which is not seen yet
 */
GtkWidget *
care_language_note_new (void)
{
  GtkWidget *note = care_label_new (NULL, "care-help");

  gtk_widget_set_visible (note, FALSE);

  return note;
}

/**
 * care_language_note_follow:
 * @note: the line
 * @context: what was chosen
 * @step: the screen
 * @blocks: (element-type CareBlock): what stands on it
 *
 * At the desk it is said before the device is handed over, and not here.
 */
void
care_language_note_follow (GtkWidget       *note,
                           CareFormContext *context,
                           CareFormStep    *step,
                           GArray          *blocks)
{
  const char *language = care_form_context_get_language (context);
  g_autoptr (GPtrArray) languages = g_ptr_array_new ();

  if (care_form_context_get_density (context) != CARE_FORM_DENSITY_PATIENT)
    return;

  add_language (languages, care_form_step_get_heading (step), language);
  for (guint i = 0; i < blocks->len; i++)
    add_language (languages, care_node_get_item (g_array_index (blocks, CareBlock, i).node), language);

  gtk_widget_set_visible (note, languages->len > 0);
  if (languages->len > 0)
    {
      g_autofree char *list = care_language_note_dup_list (context, languages);
      g_autofree char *text = care_format_fill (care_form_context_get_format (context), care_form_context_word (context, "language-here"),
                                                "languages", list, NULL);

      care_label_set_text (note, text);
    }
}

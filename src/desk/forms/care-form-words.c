/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "config.h"

#include "desk/forms/care-form-words.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "course/care-clinic-info.h"
#include "desk/care-desk-errors.h"

const char *
care_form_words_occasion (CareFormOccasion occasion)
{
  switch (occasion)
    {
    case CARE_OCCASION_FIRST_VISIT:
      return _("At the first visit");
    case CARE_OCCASION_DAY_CHECK:
      return _("Before each session");
    case CARE_OCCASION_CONSENT:
      return _("Consent");
    case CARE_OCCASION_ANY_VISIT:
    default:
      return _("At every visit");
    }
}

const char *
care_form_words_place (CareFormOccasion occasion,
                       gboolean         replaces)
{
  switch (occasion)
    {
    case CARE_OCCASION_FIRST_VISIT:
      return replaces ? _("At the first visit, instead of Aftercare's form") : _("At the first visit, after Aftercare's form");
    case CARE_OCCASION_DAY_CHECK:
      return replaces ? _("Before each session, instead of Aftercare's day check") : _("Before each session, after Aftercare's day check");
    case CARE_OCCASION_CONSENT:
      return replaces ? _("As the consent, instead of Aftercare's") : _("With the consent, after Aftercare's");
    case CARE_OCCASION_ANY_VISIT:
    default:
      return _("At every visit, after everything else");
    }
}

const char *
care_form_words_title (CareDesk          *desk,
                       CareQuestionnaire *form)
{
  const char *title = care_questionnaire_get_title (form, care_desk_get_language (desk));

  if (title == NULL)
    title = care_questionnaire_get_name (form);
  if (title == NULL && care_questionnaire_get_n_roots (form) > 0)
    title = care_item_get_text (care_questionnaire_get_root (form, 0), care_desk_get_language (desk));

  return title != NULL ? title : care_questionnaire_get_url (form);
}

/* A name in another script must not turn what stands beside it. */
static char *
dup_isolated (char *name)
{
  g_autofree char *owned = name;

  return g_strconcat ("\u2068", owned, "\u2069", NULL);
}

static char *
dup_languages (CareDesk          *desk,
               CareQuestionnaire *form)
{
  const char *const *tags = care_questionnaire_get_languages (form);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; tags[i] != NULL; i++)
    g_ptr_array_add (names, g_str_equal (tags[i], "und") ? g_strdup (_("language not said"))
                                                         : dup_isolated (care_format_language_name (tags[i])));
  g_ptr_array_add (names, NULL);

  return care_format_list (care_desk_get_format (desk), (const char *const *) names->pdata);
}

/* Those of the clinic's patients that the form is not wholly in; NULL where there is none. */
char *
care_form_words_missing_languages (CareDesk          *desk,
                                   CareQuestionnaire *form)
{
  const char *const *wanted = care_clinic_info_get_languages (care_clinic_get_info (care_desk_get_clinic (desk)));
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; wanted[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) others = care_questionnaire_list_other_languages (form, wanted[i]);

      if (others->len > 0)
        g_ptr_array_add (missing, dup_isolated (care_format_language_name (wanted[i])));
    }
  if (missing->len == 0)
    return NULL;
  g_ptr_array_add (missing, NULL);

  return care_format_list (care_desk_get_format (desk), (const char *const *) missing->pdata);
}

static guint
count_questions (CareQuestionnaire *form)
{
  guint n = 0;

  for (guint i = 0; i < care_questionnaire_get_n_items (form); i++)
    n += care_item_is_question (care_questionnaire_get_item (form, i));

  return n;
}

char *
care_form_words_about (CareDesk          *desk,
                       CareQuestionnaire *form)
{
  g_autofree char *languages = dup_languages (desk, form);
  guint n = count_questions (form);
  g_autofree char *questions = g_strdup_printf (ngettext ("%u question", "%u questions", n), n);
  g_autofree char *version = NULL;

  if (care_questionnaire_get_version (form) == NULL)
    return g_strdup_printf ("%s · %s", languages, questions);
  version = g_strdup_printf (_("Version %s"), care_questionnaire_get_version (form));

  return g_strdup_printf ("%s · %s · %s", version, languages, questions);
}

/* "FILE: /place: line 3: why", "FILE: /place: why" or "FILE: why", as the floors below say it. */
char *
care_form_words_fault (const char   *path,
                       const GError *error)
{
  const char *said = error->message;
  gsize length = strlen (path);
  const char *end;
  g_autofree char *place = NULL;
  g_autofree char *why = NULL;
  char *after = NULL;
  unsigned long line = 0;

  if (!g_str_has_prefix (said, path) || !g_str_has_prefix (said + length, ": "))
    return care_desk_errors_dup_text (said);
  said += length + 2;
  end = *said == '/' ? strstr (said, ": ") : NULL;
  if (end == NULL)
    return care_desk_errors_dup_text (said);

  place = g_strndup (said, (gsize) (end - said));
  said = end + 2;
  if (g_str_has_prefix (said, "line "))
    line = strtoul (said + strlen ("line "), &after, 10);
  if (after != NULL && g_str_has_prefix (after, ": "))
    said = after + 2;
  else
    line = 0;
  why = care_desk_errors_dup_text (said);

  /* TRANSLATORS: %s is a place in a file, such as /item/3/type, then the number of a line, then what is wrong there. */
  return line > 0 ? g_strdup_printf (_("At %s, line %lu: %s"), place, line, why)
                  /* TRANSLATORS: %s is a place in a file, such as /item/3/type, then what is wrong there. */
                  : g_strdup_printf (_("At %s: %s"), place, why);
}

GPtrArray *
care_form_words_unsupported (CareQuestionnaire *form)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < care_questionnaire_get_n_notes (form); i++)
    {
      const CareNote *note = care_questionnaire_get_note (form, i);
      g_autofree char *what = note->kind != CARE_NOTE_FORGIVEN ? care_desk_errors_dup_text (note->text) : NULL;

      if (what != NULL)
        g_ptr_array_add (lines, note->link_id != NULL ? g_strdup_printf ("%s: %s", note->link_id, what)
                                                      : g_strdup_printf (_("The whole form: %s"), what));
    }

  return lines;
}

guint
care_form_words_n_forgiven (CareQuestionnaire *form)
{
  guint n = 0;

  for (guint i = 0; i < care_questionnaire_get_n_notes (form); i++)
    n += care_questionnaire_get_note (form, i)->kind == CARE_NOTE_FORGIVEN;

  return n;
}

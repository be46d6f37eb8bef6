/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-value-words.h"

#include <stdio.h>
#include <string.h>

#include "widgets/form/care-number-digits.h"

/* Of a time that comes twice, which one it is. */
static char *
moment_words (CareInstant      instant,
              CareFormContext *context)
{
  CareFormat *format = care_form_context_get_format (context);
  g_autofree char *moment = care_format_moment (format, instant);
  g_autoptr (GDateTime) local = care_instant_to_local (instant, care_form_context_get_zone (context));
  CareInstant first;
  CareInstant second;

  if (care_instant_find_local (care_form_context_get_zone (context),
                               g_date_time_get_year (local), g_date_time_get_month (local), g_date_time_get_day_of_month (local),
                               g_date_time_get_hour (local), g_date_time_get_minute (local), &first, &second)
      != CARE_LOCAL_TIME_TWICE)
    return g_steal_pointer (&moment);

  return care_format_fill (format, care_form_context_word (context, instant < second ? "clock-first" : "clock-second"),
                           "time", moment, NULL);
}

static char *
date_words (CareValue       *value,
            CareFormContext *context)
{
  const char *text = care_value_get_text (value);
  CareFormat *format = care_form_context_get_format (context);
  int year = 0;
  int month = 0;
  int day = 0;
  GDate date;

  if (strchr (text, 'T') != NULL)
    {
      CareInstant first;
      CareInstant last;

      if (care_value_get_instants (value, care_form_context_get_zone (context), &first, &last))
        return moment_words (first, context);
    }
  if (sscanf (text, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return g_strdup (text);

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return care_format_calendar_date (format, &date);
}

/* The exact number, with the language's own mark. */
static char *
number_words (const char      *text,
              CareFormContext *context)
{
  g_autofree char *half = care_format_number (care_form_context_get_format (context), 0.5, 1);
  char *words = g_strdup (text);

  if (strchr (half, ',') != NULL)
    g_strdelimit (words, ".", ',');

  return words;
}

static char *
time_words (CareValue *value)
{
  const char *text = care_value_get_text (value);

  return g_strndup (text, MIN (strlen (text), strlen ("14:30")));
}

static char *
quantity_words (CareValue       *value,
                const CareItem  *item,
                CareFormContext *context)
{
  const char *language = care_form_context_get_language (context);
  g_autofree char *number = number_words (care_value_get_text (value), context);
  const char *unit = care_value_get_display (value);

  for (guint i = 0; i < care_item_get_n_units (item); i++)
    {
      if (g_strcmp0 (care_value_get_code (care_item_get_unit (item, i)), care_value_get_code (value)) == 0)
        unit = care_item_get_unit_display (item, i, language);
    }
  if (unit == NULL)
    unit = care_value_get_code (value);

  return unit != NULL ? g_strdup_printf ("%s %s", number, unit) : g_steal_pointer (&number);
}

static gboolean
is_moment (CareValue *value)
{
  CareValueType type = care_value_get_value_type (value);

  return type == CARE_VALUE_DATE || type == CARE_VALUE_DATE_TIME || type == CARE_VALUE_TIME;
}

/**
 * care_option_dup_words:
 * @option: a choice
 * @context: language, clock zone and words
 *
 * Returns: (transfer full): what a person reads: its words, or a day or time as people write it
 */
char *
care_option_dup_words (const CareOption *option,
                       CareFormContext  *context)
{
  CareValue *value;

  g_return_val_if_fail (option != NULL, NULL);
  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (context), NULL);

  value = care_option_get_value (option);
  if (!is_moment (value))
    return g_strdup (care_option_get_display (option, care_form_context_get_language (context)));

  return care_value_get_value_type (value) == CARE_VALUE_TIME ? time_words (value) : date_words (value, context);
}

/**
 * care_value_dup_words:
 * @value: an answer
 * @item: the question
 * @context: language, clock zone and words
 *
 * Returns: (transfer full): what a person reads
 */
char *
care_value_dup_words (CareValue       *value,
                      const CareItem  *item,
                      CareFormContext *context)
{
  const CareOption *option;
  const char *language;
  const char *unit;
  g_autofree char *number = NULL;

  g_return_val_if_fail (value != NULL && item != NULL, NULL);
  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (context), NULL);

  language = care_form_context_get_language (context);
  option = care_item_find_option (item, value);
  if (option != NULL)
    return care_option_dup_words (option, context);

  switch (care_value_get_value_type (value))
    {
    case CARE_VALUE_BOOLEAN:
      return g_strdup (care_form_context_word (context, care_value_get_boolean (value) ? "yes" : "no"));
    case CARE_VALUE_DATE:
    case CARE_VALUE_DATE_TIME:
      return date_words (value, context);
    case CARE_VALUE_TIME:
      return time_words (value);
    case CARE_VALUE_DECIMAL:
    case CARE_VALUE_INTEGER:
      number = care_value_get_value_type (value) == CARE_VALUE_INTEGER
                 ? g_strdup_printf ("%" G_GINT64_FORMAT, care_value_get_integer (value))
                 : number_words (care_value_get_text (value), context);
      unit = care_item_get_unit_text (item, language);
      if (unit == NULL && care_item_get_n_units (item) > 0)
        unit = care_item_get_unit_display (item, 0, language);
      return unit != NULL ? g_strdup_printf ("%s %s", number, unit) : g_steal_pointer (&number);
    case CARE_VALUE_QUANTITY:
      return quantity_words (value, item, context);
    case CARE_VALUE_CODING:
      return g_strdup (care_value_get_display (value) != NULL ? care_value_get_display (value) : care_value_get_code (value));
    case CARE_VALUE_STRING:
    case CARE_VALUE_URI:
    case CARE_VALUE_ATTACHMENT:
    case CARE_VALUE_REFERENCE:
    default:
      return care_value_dup_text (value);
    }
}

/**
 * care_node_dup_words:
 * @node: a question
 * @context: language, clock zone and words
 *
 * Returns: (transfer full) (nullable): its answers as a list in words
 */
char *
care_node_dup_words (CareNode        *node,
                     CareFormContext *context)
{
  g_autoptr (GPtrArray) texts = NULL;

  g_return_val_if_fail (node != NULL, NULL);
  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (context), NULL);

  switch (care_node_get_absent (node))
    {
    case CARE_ABSENT_NOT_SURE:
      return g_strdup (care_form_context_word (context, "not-sure"));
    case CARE_ABSENT_TELL_STAFF:
      return g_strdup (care_form_context_word (context, "tell-staff"));
    case CARE_ABSENT_NONE:
    default:
      break;
    }
  if (care_node_get_n_answers (node) == 0)
    return NULL;

  texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < care_node_get_n_answers (node); i++)
    g_ptr_array_add (texts, care_value_dup_words (care_node_get_answer (node, i), care_node_get_item (node), context));
  g_ptr_array_add (texts, NULL);

  return care_format_list (care_form_context_get_format (context), (const char *const *) texts->pdata);
}

/* The number, date or text that belongs to the sentence. */
static char *
make_param (const CareProblem *problem,
            const CareItem    *item,
            CareFormContext   *context)
{
  CareValue *limit = NULL;

  if (problem->kind == CARE_PROBLEM_TOO_SMALL)
    limit = care_item_get_min_value (item);
  else if (problem->kind == CARE_PROBLEM_TOO_LARGE)
    limit = care_item_get_max_value (item);
  if (limit != NULL)
    return care_value_dup_words (limit, item, context);

  return g_strdup (problem->param != NULL ? problem->param : "");
}

/* "Pick an answer" for choices, "type an answer" for the rest, and so on. */
static char *
make_key (const CareProblem *problem,
          const CareItem    *item)
{
  CareItemType type = care_item_get_item_type (item);

  if (problem->kind == CARE_PROBLEM_REQUIRED)
    {
      if (type == CARE_ITEM_CHOICE || type == CARE_ITEM_OPEN_CHOICE || type == CARE_ITEM_BOOLEAN)
        return g_strdup (care_item_repeats (item) ? "problem-required-ticks" : "problem-required-choice");
      if (type == CARE_ITEM_DATE || type == CARE_ITEM_DATE_TIME || type == CARE_ITEM_TIME)
        return g_strdup ("problem-required-time");
    }
  if (problem->kind == CARE_PROBLEM_PATTERN && problem->param != NULL)
    return g_strdup ("problem-pattern-like");
  if ((problem->kind == CARE_PROBLEM_TOO_SMALL || problem->kind == CARE_PROBLEM_TOO_LARGE) &&
      (type == CARE_ITEM_DATE || type == CARE_ITEM_DATE_TIME || type == CARE_ITEM_TIME))
    return g_strdup (problem->kind == CARE_PROBLEM_TOO_SMALL ? "problem-too-early" : "problem-too-late");

  return g_strconcat ("problem-", care_problem_kind_to_string (problem->kind), NULL);
}

/**
 * care_problem_dup_words:
 * @problem: what is wrong
 * @item: the question
 * @context: language and words
 *
 * Returns: (transfer full): a sentence for whoever answers
 */
char *
care_problem_dup_words (const CareProblem *problem,
                        const CareItem    *item,
                        CareFormContext   *context)
{
  g_autofree char *key = NULL;
  g_autofree char *param = NULL;
  const char *sentence;

  g_return_val_if_fail (problem != NULL && item != NULL, NULL);
  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (context), NULL);

  key = make_key (problem, item);
  param = make_param (problem, item, context);
  sentence = care_words_get (care_form_context_get_words (context), key, care_form_context_get_language (context));
  if (sentence == NULL)
    sentence = care_form_context_word (context, "problem-other");

  return care_format_fill (care_form_context_get_format (context), sentence, "limit", param, NULL);
}

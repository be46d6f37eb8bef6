/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "screening/care-answers.h"

#include <string.h>

struct _CareAnswers
{
  /* question code to (element-type CareAsked) */
  GHashTable *by_question;
};

static void
add_question (CareAnswers *self,
              CareNode    *node,
              guint        form,
              gboolean     this_visit)
{
  const CareItem *item = care_node_get_item (node);

  for (guint i = 0; i < care_item_get_n_codes (item); i++)
    {
      CareValue *code = care_item_get_code (item, i);
      GPtrArray *asked;
      CareAsked *entry;

      if (g_strcmp0 (care_value_get_system (code), CARE_QUESTION_SYSTEM) != 0)
        continue;

      asked = g_hash_table_lookup (self->by_question, care_value_get_code (code));
      if (asked == NULL)
        {
          asked = g_ptr_array_new_with_free_func (g_free);
          g_hash_table_insert (self->by_question, (gpointer) care_value_get_code (code), asked);
        }

      entry = g_new0 (CareAsked, 1);
      entry->node = node;
      entry->form = form;
      entry->this_visit = this_visit;
      g_ptr_array_add (asked, entry);
    }
}

static void
walk (CareAnswers *self,
      CareNode    *node,
      guint        form,
      gboolean     this_visit)
{
  const CareItem *item = care_node_get_item (node);
  guint answers = MAX (care_node_get_n_answers (node), 1);

  if (item != NULL && care_item_is_question (item))
    add_question (self, node, form, this_visit);

  for (guint a = 0; a < answers; a++)
    for (guint i = 0; i < care_node_get_n_children (node, a); i++)
      walk (self, care_node_get_child (node, a, i), form, this_visit);
}

CareAnswers *
care_answers_new (const CareScreeningAnswers *answers,
                  guint                       n_answers,
                  const gboolean             *skip)
{
  CareAnswers *self = g_new0 (CareAnswers, 1);

  self->by_question = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < n_answers; i++)
    if (skip == NULL || !skip[i])
      walk (self, care_response_get_root (answers[i].response), i, answers[i].this_visit);

  return self;
}

void
care_answers_free (CareAnswers *self)
{
  g_hash_table_unref (self->by_question);
  g_free (self);
}

GPtrArray *
care_answers_list (CareAnswers *self,
                   const char  *question)
{
  return g_hash_table_lookup (self->by_question, question);
}

const char *
care_answers_code_of (CareValue *value)
{
  switch (care_value_get_value_type (value))
    {
    case CARE_VALUE_CODING:
      return care_value_get_code (value);
    case CARE_VALUE_BOOLEAN:
      return care_value_get_boolean (value) ? "yes" : "no";
    default:
      return NULL;
    }
}

gboolean
care_answers_is_unknown (const CareNode *node)
{
  switch (care_node_get_state (node))
    {
    case CARE_ANSWER_NOT_ASKED:
    case CARE_ANSWER_NOT_SURE:
    case CARE_ANSWER_TELL_STAFF:
      return TRUE;
    case CARE_ANSWER_YES:
    case CARE_ANSWER_NO:
    case CARE_ANSWER_GIVEN:
    default:
      return FALSE;
    }
}

static gboolean
wants_any (const char *const *wanted)
{
  return g_strv_contains (wanted, "*");
}

static gboolean
item_offers (const CareItem    *item,
             const char *const *wanted)
{
  guint n = care_item_get_n_options (item);

  if (wants_any (wanted))
    return TRUE;

  if (care_item_get_item_type (item) == CARE_ITEM_BOOLEAN)
    return g_strv_contains (wanted, "yes") || g_strv_contains (wanted, "no");

  for (guint i = 0; i < n; i++)
    {
      const char *code = care_answers_code_of (care_option_get_value (care_item_get_option (item, i)));

      if (code != NULL && g_strv_contains (wanted, code))
        return TRUE;
    }

  return FALSE;
}

gboolean
care_item_offers (const CareItem *item,
                  const char     *answer)
{
  static const char *const free_of_offer[] = { "*", "unsure", "tell-staff", NULL };
  const char *wanted[] = { answer, NULL };

  return g_strv_contains (free_of_offer, answer) || item_offers (item, wanted);
}

gboolean
care_answers_offer (CareAnswers *self,
                    const char  *question,
                    const char  *answer,
                    gboolean     this_visit)
{
  GPtrArray *asked = g_hash_table_lookup (self->by_question, question);

  for (guint i = 0; asked != NULL && i < asked->len; i++)
    {
      const CareAsked *entry = g_ptr_array_index (asked, i);

      if ((!this_visit || entry->this_visit) && care_item_offers (care_node_get_item (entry->node), answer))
        return TRUE;
    }

  return FALSE;
}

/* "unsure" is an answer for a rule that names it, be it a code or the reason for an absent answer. */
static const char *
state_code (const CareNode *node)
{
  switch (care_node_get_state (node))
    {
    case CARE_ANSWER_NOT_SURE:
      return "unsure";
    case CARE_ANSWER_TELL_STAFF:
      return "tell-staff";
    case CARE_ANSWER_NOT_ASKED:
    case CARE_ANSWER_YES:
    case CARE_ANSWER_NO:
    case CARE_ANSWER_GIVEN:
    default:
      return NULL;
    }
}

static gboolean
is_refusal (const char *code)
{
  return code != NULL && (strcmp (code, "no") == 0 || strcmp (code, "none") == 0);
}

static void
take_answers (const CareNode    *node,
              const char *const *wanted,
              CareLookup        *lookup)
{
  const char *state = state_code (node);
  guint before = lookup->codes->len;
  gboolean any = wants_any (wanted);

  if (state != NULL && g_strv_contains (wanted, state))
    {
      g_ptr_array_add (lookup->codes, (gpointer) state);
    }
  else if (care_answers_is_unknown (node))
    {
      g_ptr_array_add (lookup->unknown, (gpointer) node);
      return;
    }
  else
    {
      for (guint i = 0; i < care_node_get_n_answers (node); i++)
        {
          const char *code = care_answers_code_of (care_node_get_answer (node, i));

          if ((any && !is_refusal (code)) || (code != NULL && g_strv_contains (wanted, code)))
            g_ptr_array_add (lookup->codes, (gpointer) (code != NULL ? code : "*"));
        }
    }

  if (lookup->codes->len > before)
    g_ptr_array_add (lookup->matched, (gpointer) node);
}

/* Whether form number @form answers the question at all; then what it says is in @lookup. */
static gboolean
look_in_form (GPtrArray         *asked,
              guint              form,
              const char *const *wanted,
              gboolean           this_visit,
              CareLookup        *lookup,
              CareNode         **not_asked)
{
  gboolean answered = FALSE;

  for (guint i = 0; i < asked->len; i++)
    {
      const CareAsked *entry = g_ptr_array_index (asked, i);

      if (entry->form != form || (this_visit && !entry->this_visit) ||
          !item_offers (care_node_get_item (entry->node), wanted))
        continue;

      lookup->offered = TRUE;
      answered |= care_node_is_enabled (entry->node) && care_node_get_state (entry->node) != CARE_ANSWER_NOT_ASKED;
      if (*not_asked == NULL)
        *not_asked = entry->node;
    }

  if (!answered)
    return FALSE;

  for (guint i = 0; i < asked->len; i++)
    {
      const CareAsked *entry = g_ptr_array_index (asked, i);

      if (entry->form == form && (!this_visit || entry->this_visit) && care_node_is_enabled (entry->node) &&
          item_offers (care_node_get_item (entry->node), wanted))
        take_answers (entry->node, wanted, lookup);
    }

  return TRUE;
}

static CareLookup *
lookup_new (void)
{
  CareLookup *lookup = g_new0 (CareLookup, 1);

  lookup->matched = g_ptr_array_new ();
  lookup->codes = g_ptr_array_new ();
  lookup->unknown = g_ptr_array_new ();

  return lookup;
}

/* Number of the newest form that answers the question, 0 when none does. */
static guint
newest_answering (CareAnswers *self,
                  const char  *question)
{
  GPtrArray *asked = g_hash_table_lookup (self->by_question, question);

  for (guint i = asked != NULL ? asked->len : 0; i > 0; i--)
    {
      const CareAsked *entry = g_ptr_array_index (asked, i - 1);

      if (care_node_is_enabled (entry->node) && care_node_get_state (entry->node) != CARE_ANSWER_NOT_ASKED)
        return entry->form;
    }

  return 0;
}

CareLookup *
care_answers_look_back (CareAnswers       *self,
                        const char        *question,
                        const char *const *wanted,
                        const char        *until)
{
  CareLookup *lookup = lookup_new ();
  GPtrArray *asked = g_hash_table_lookup (self->by_question, question);
  CareNode *not_asked = NULL;
  guint oldest = newest_answering (self, until);

  if (asked == NULL)
    return lookup;

  for (guint form = ((const CareAsked *) g_ptr_array_index (asked, asked->len - 1))->form + 1;
       form > oldest && lookup->matched->len == 0; form--)
    look_in_form (asked, form - 1, wanted, FALSE, lookup, &not_asked);

  return lookup;
}

CareLookup *
care_answers_look_up (CareAnswers       *self,
                      const char        *question,
                      const char *const *wanted,
                      gboolean           this_visit)
{
  CareLookup *lookup = lookup_new ();
  GPtrArray *asked = g_hash_table_lookup (self->by_question, question);
  CareNode *not_asked = NULL;
  gboolean answered = FALSE;

  if (asked != NULL)
    {
      const CareAsked *newest = g_ptr_array_index (asked, asked->len - 1);

      for (guint form = newest->form + 1; form > 0 && !answered; form--)
        answered = look_in_form (asked, form - 1, wanted, this_visit, lookup, &not_asked);
    }

  if (!answered && not_asked != NULL)
    g_ptr_array_add (lookup->unknown, not_asked);

  lookup->clear = answered && lookup->matched->len == 0 && lookup->unknown->len == 0;

  return lookup;
}

void
care_lookup_free (CareLookup *self)
{
  g_ptr_array_unref (self->matched);
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->unknown);
  g_free (self);
}

/* A moment as the clinic's wall clock shows it; anything else as it was answered. Numbers only: making a language's own
 * date formats would cost more than all the screening. */
static char *
dup_value (CareValue *value,
           GTimeZone *zone)
{
  CareInstant first, last;
  g_autoptr (GDateTime) local = NULL;

  if (care_value_get_value_type (value) != CARE_VALUE_DATE_TIME || strchr (care_value_get_text (value), 'T') == NULL
      || !care_value_get_instants (value, zone, &first, &last))
    return care_value_dup_text (value);
  local = care_instant_to_local (first, zone);

  return g_date_time_format (local, "%Y-%m-%d %H:%M");
}

/* A patient's words: for the screen, never for a log. */
char *
care_answers_dup_shown (const CareNode *node,
                        const char     *language,
                        GTimeZone      *zone)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_free);
  const CareItem *item = care_node_get_item (node);

  for (guint i = 0; i < care_node_get_n_answers (node); i++)
    {
      CareValue *value = care_node_get_answer (node, i);
      const CareOption *option = care_item_find_option (item, value);

      g_ptr_array_add (shown, option != NULL ? g_strdup (care_option_get_display (option, language))
                                             : dup_value (value, zone));
    }

  if (shown->len == 0)
    return NULL;

  g_ptr_array_add (shown, NULL);

  return g_strjoinv (", ", (char **) shown->pdata);
}

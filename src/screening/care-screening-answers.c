/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "screening/care-screening-private.h"

#include <string.h>

/* Whether some rule takes @code ("unsure") as an answer to the question: then it is not unknown. */
static gboolean
is_taken (const CareScreening *self,
          const char          *question,
          const char          *code)
{
  GPtrArray *rules = care_protocol_get_rules (self->in->protocol);

  for (guint i = 0; i < rules->len; i++)
    {
      const CareRule *rule = g_ptr_array_index (rules, i);

      if (rule->find == CARE_FIND_ANSWER && strcmp (rule->question, question) == 0 &&
          g_strv_contains ((const char *const *) rule->answers, code))
        return TRUE;
    }

  return FALSE;
}

/* Where nobody has to ask, "not sure" and "rather tell staff" are findings all the same, once somebody did. */
static void
find_unknown (CareScreening    *self,
              const CareRule   *rule,
              const CareLookup *lookup,
              gboolean          must_ask)
{
  for (guint i = 0; i < lookup->unknown->len; i++)
    {
      const CareNode *node = g_ptr_array_index (lookup->unknown, i);
      CareAnswerState state = care_node_get_state (node);

      if (care_node_is_enabled (node) && state == CARE_ANSWER_NOT_SURE && is_taken (self, rule->question, "unsure"))
        continue;

      if (must_ask || (care_node_is_enabled (node) && state != CARE_ANSWER_NOT_ASKED))
        care_screening_add_unknown (self, rule, node);
    }

  if (!must_ask)
    return;

  /* Nobody could have given one of the answers: to tick none of the others says nothing about it. */
  for (gsize i = 0; rule->answers[i] != NULL; i++)
    if (!care_answers_offer (self->answers, rule->question, rule->answers[i], rule->this_visit))
      {
        care_screening_add_unknown (self, rule, NULL);
        break;
      }
}

/* When the thing was last had: exact, or the end of the day where only the day is known. */
static CareInstant
last_had (const CareScreening *self,
          const CareRule      *rule,
          const CareNode     **asked)
{
  static const char *const any[] = { "*", NULL };
  g_autoptr (CareLookup) lookup = care_answers_look_up (self->answers, rule->time_question, any, rule->this_visit);
  CareInstant latest = CARE_INSTANT_NONE;

  for (guint i = 0; i < lookup->matched->len; i++)
    {
      const CareNode *node = g_ptr_array_index (lookup->matched, i);
      CareInstant first;
      CareInstant last;

      if (care_node_get_value (node) == NULL ||
          !care_value_get_instants (care_node_get_value (node), self->in->zone, &first, &last))
        continue;

      *asked = node;
      latest = MAX (latest, last - first < CARE_HOUR ? first : last + 1);
    }

  return latest;
}

static char *
dup_detail (const CareRule   *rule,
            const CareLookup *lookup,
            CareInstant       had)
{
  GString *detail = g_string_new (rule->question);

  g_string_append_c (detail, '=');
  for (guint i = 0; i < lookup->codes->len; i++)
    g_string_append_printf (detail, "%s%s", i > 0 ? "+" : "", (const char *) g_ptr_array_index (lookup->codes, i));

  if (had != CARE_INSTANT_NONE)
    g_string_append_printf (detail, "@%" G_GINT64_FORMAT, had / CARE_SECOND);

  return g_string_free (detail, FALSE);
}

static char *
dup_answer (const CareScreening *self,
            const CareLookup    *lookup,
            const CareNode      *time_node)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < lookup->matched->len; i++)
    {
      char *text = care_answers_dup_shown (g_ptr_array_index (lookup->matched, i), self->in->language, self->in->zone);

      if (text != NULL)
        g_ptr_array_add (shown, text);
    }

  if (time_node != NULL)
    g_ptr_array_add (shown, care_answers_dup_shown (time_node, self->in->language, self->in->zone));

  g_ptr_array_add (shown, NULL);

  return g_strjoinv (", ", (char **) shown->pdata);
}

static void
add_matched (CareScreening    *self,
             const CareRule   *rule,
             const CareLookup *lookup)
{
  const CareNode *node = lookup->matched->len > 0 ? g_ptr_array_index (lookup->matched, 0) : NULL;
  const CareNode *time_node = NULL;
  CareInstant had = CARE_INSTANT_NONE;
  CareInstant clears_at = CARE_INSTANT_NONE;
  g_autofree char *detail = NULL;
  CareFinding *finding;

  /* A prescribed medicine never clears by time, whatever the file says (design.md section 5). */
  if (rule->time_question != NULL && !rule->prescribed)
    {
      had = last_had (self, rule, &time_node);
      if (had != CARE_INSTANT_NONE)
        clears_at = had + rule->hours * CARE_HOUR;
      if (clears_at != CARE_INSTANT_NONE && clears_at <= self->in->session_start)
        return;
    }

  if (node == NULL)
    node = time_node;

  detail = dup_detail (rule, lookup, had);
  finding = care_screening_add (self, rule, CARE_FINDING_ANSWERED, detail);
  finding->clears_at = clears_at;
  finding->answer = dup_answer (self, lookup, time_node);
  for (guint i = 0; i < lookup->matched->len && finding->typed_in == NULL; i++)
    finding->typed_in = care_node_dup_typed_language (g_ptr_array_index (lookup->matched, i), self->in->language);
  finding->question = g_strdup (rule->question);
  finding->link_id = node != NULL ? g_strdup (care_node_get_link_id (node)) : NULL;
}

/* "When was the last one?" answered where nobody asked "which?" says that there was one. */
static gboolean
is_timed_only (CareScreening    *self,
               const CareRule   *rule,
               const CareLookup *lookup)
{
  const CareNode *node = NULL;

  return rule->time_question != NULL && !lookup->offered && last_had (self, rule, &node) != CARE_INSTANT_NONE;
}

/* "Pregnant since the last visit", said three weeks ago, is not undone by "nothing new" today. */
static void
find_standing (CareScreening  *self,
               const CareRule *rule)
{
  g_autoptr (CareLookup) lookup = care_answers_look_back (self->answers, rule->question,
                                                          (const char *const *) rule->answers, rule->stands_until);

  if (lookup->codes->len > 0)
    add_matched (self, rule, lookup);
}

static gboolean
is_in_force (const CareScreening *self,
             const CareRule      *rule)
{
  if (rule->find != CARE_FIND_ANSWER)
    return FALSE;

  if (rule->when.visits != 0 && (rule->when.visits & (1u << self->in->visit)) == 0)
    return FALSE;

  /* Such a rule speaks of the product alone ("a homeopathic remedy is in it"): none chosen is a finding of its own. */
  if (self->product == NULL && rule->ingredients != NULL && g_strv_contains ((const char *const *) rule->answers, "*"))
    return FALSE;

  return care_rule_in_force (rule, self->product, self->face, self->body, self->in->numbing);
}

/**
 * care_screening_find_answers:
 * @self: the run
 *
 * Rules about answers. What was not asked, is not sure or would rather be told to
 * staff is a finding on a stop or review rule; it is nothing on an info rule.
 */
void
care_screening_find_answers (CareScreening *self)
{
  GPtrArray *rules = care_protocol_get_rules (self->in->protocol);

  for (guint i = 0; i < rules->len; i++)
    {
      const CareRule *rule = g_ptr_array_index (rules, i);
      g_autoptr (CareLookup) lookup = NULL;

      if (!is_in_force (self, rule))
        continue;

      lookup = care_answers_look_up (self->answers, rule->question, (const char *const *) rule->answers,
                                     rule->this_visit);

      if (lookup->codes->len >= (guint) MAX (rule->at_least, 1) || is_timed_only (self, rule, lookup))
        add_matched (self, rule, lookup);
      else if (rule->stands_until != NULL)
        find_standing (self, rule);

      if (rule->level != CARE_LEVEL_INFO && !is_timed_only (self, rule, lookup))
        find_unknown (self, rule, lookup, !rule->may_be_unasked && (!rule->after_session || self->had_session));
    }
}

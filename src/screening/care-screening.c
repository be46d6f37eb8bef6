/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "screening/care-screening-private.h"

#include <string.h>

CareFinding *
care_screening_add (CareScreening   *self,
                    const CareRule  *rule,
                    CareFindingKind  kind,
                    const char      *detail)
{
  CareFinding *finding = g_new0 (CareFinding, 1);

  finding->key = g_strconcat (rule->id, "/", care_finding_kind_to_string (kind), detail != NULL ? "/" : NULL,
                              detail, NULL);
  finding->rule = g_strdup (rule->id);
  finding->also = g_new0 (char *, 1);
  finding->kind = kind;
  finding->level = rule->level;
  finding->decidable = rule->decidable;
  finding->prescribed = rule->prescribed;
  finding->desk_explains = rule->desk_explains;
  finding->reason = care_text_ref (rule->reason);
  finding->desk_says = care_text_ref (rule->desk_says);
  finding->clinician = care_text_ref (rule->clinician);
  finding->clears_at = CARE_INSTANT_NONE;
  finding->sources = g_strdupv (rule->sources);
  g_ptr_array_add (self->findings, finding);

  return finding;
}

CareFinding *
care_screening_add_built_in (CareScreening   *self,
                             CareFind         find,
                             CareFindingKind  kind,
                             const char      *detail)
{
  return care_screening_add (self, care_protocol_find_built_in (self->in->protocol, find), kind, detail);
}

static void
append (char      ***list,
        const char  *item)
{
  guint n = g_strv_length (*list);

  if (g_strv_contains ((const char *const *) *list, item))
    return;

  *list = g_renew (char *, *list, n + 2);
  (*list)[n] = g_strdup (item);
  (*list)[n + 1] = NULL;
}

static CareFindingKind
unknown_kind (const CareNode *node)
{
  switch (node != NULL && care_node_is_enabled (node) ? care_node_get_state (node) : CARE_ANSWER_NOT_ASKED)
    {
    case CARE_ANSWER_NOT_SURE:
      return CARE_FINDING_NOT_SURE;
    case CARE_ANSWER_TELL_STAFF:
      return CARE_FINDING_TELL_STAFF;
    case CARE_ANSWER_NOT_ASKED:
    case CARE_ANSWER_YES:
    case CARE_ANSWER_NO:
    case CARE_ANSWER_GIVEN:
    default:
      return CARE_FINDING_NOT_ASKED;
    }
}

static CareFinding *
find_unknown (CareScreening   *self,
              CareFindingKind  kind,
              const char      *question,
              const char      *link_id)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      CareFinding *finding = g_ptr_array_index (self->findings, i);

      if (finding->kind == kind && g_strcmp0 (finding->question, question) == 0 &&
          g_strcmp0 (finding->link_id, link_id) == 0)
        return finding;
    }

  return NULL;
}

/* One question may feed many rules; the gravest gives the finding its name. */
static void
join_unknown (CareScreening  *self,
              CareFinding    *finding,
              const CareRule *rule)
{
  const CareRule *named = care_protocol_find_rule (self->in->protocol, finding->rule);

  for (gsize i = 0; rule->sources[i] != NULL; i++)
    append (&finding->sources, rule->sources[i]);

  if (named == rule)
    return;

  if (rule->level <= named->level)
    {
      append (&finding->also, rule->id);
      return;
    }

  append (&finding->also, named->id);
  g_free (finding->rule);
  finding->rule = g_strdup (rule->id);
  care_text_unref (finding->reason);
  finding->reason = care_text_ref (rule->reason);
  finding->prescribed = rule->prescribed;
}

void
care_screening_add_unknown (CareScreening  *self,
                            const CareRule *rule,
                            const CareNode *node)
{
  const CareRule *unanswered = care_protocol_find_built_in (self->in->protocol, CARE_FIND_UNANSWERED);
  CareFindingKind kind = unknown_kind (node);
  const char *link_id = node != NULL ? care_node_get_link_id (node) : NULL;
  CareFinding *finding = find_unknown (self, kind, rule->question, link_id);
  g_autofree char *detail = NULL;

  if (finding != NULL)
    {
      join_unknown (self, finding, rule);
      return;
    }

  detail = g_strdup_printf ("%s/%s", rule->question != NULL ? rule->question : "", link_id != NULL ? link_id : "");
  finding = care_screening_add (self, rule, kind, NULL);
  g_free (finding->key);
  finding->key = g_strconcat (unanswered->id, "/", care_finding_kind_to_string (kind), "/", detail, NULL);
  finding->level = CARE_LEVEL_REVIEW;
  finding->decidable = TRUE;
  finding->desk_explains = FALSE;
  finding->question = g_strdup (rule->question);
  finding->link_id = g_strdup (link_id);
  care_text_unref (finding->desk_says);
  finding->desk_says = care_text_ref (unanswered->desk_says);
  care_text_unref (finding->clinician);
  finding->clinician = care_text_ref (unanswered->clinician);
}

/**
 * care_screening_has_run_out:
 * @protocol: the rules
 * @history: (nullable): what happened before; %NULL for nothing
 * @zone: the clinic's time zone
 * @authored: when answers of an earlier visit were given
 * @at: when they are to count
 *
 * Returns: whether they are too old by then, or nothing happened here for too long
 */
gboolean
care_screening_has_run_out (CareProtocol *protocol,
                            CareHistory  *history,
                            GTimeZone    *zone,
                            CareInstant   authored,
                            CareInstant   at)
{
  const CareParameters *parameters;
  CareInstant seen = authored;
  guint n = history != NULL ? care_history_get_n_entries (history) : 0;

  g_return_val_if_fail (CARE_IS_PROTOCOL (protocol), TRUE);

  parameters = care_protocol_get_parameters (protocol);
  for (guint i = 0; i < n; i++)
    {
      const CareHistoryEntry *entry = care_history_get_entry (history, i);

      /* A call about a lump is no visit: nobody was asked anything. */
      if (entry->at < at && entry->event != CARE_HISTORY_REACTION)
        seen = MAX (seen, entry->at);
    }

  return at >= care_screening_add_months (authored, zone, parameters->intake_valid_months) ||
         at >= care_screening_add_months (seen, zone, parameters->intake_gap_months);
}

static gboolean
has_run_out (const CareScreeningInputs  *in,
             const CareScreeningAnswers *answers)
{
  return !answers->this_visit && answers->authored != CARE_INSTANT_NONE &&
         care_screening_has_run_out (in->protocol, in->history, in->zone, answers->authored, in->session_start);
}

static void
take_areas (CareScreening *self)
{
  static const char *const any[] = { "*", NULL };
  g_autoptr (GPtrArray) named = g_ptr_array_new ();

  self->areas = g_ptr_array_new ();

  if (self->in->areas != NULL)
    {
      for (gsize i = 0; self->in->areas[i] != NULL; i++)
        g_ptr_array_add (self->areas, (gpointer) self->in->areas[i]);
      g_ptr_array_extend (named, self->areas, NULL, NULL);
    }
  else
    {
      g_autoptr (CareLookup) lookup = care_answers_look_up (self->answers, "treatment-areas", any, FALSE);

      /* "Not sure" and an area of the clinic's form that the protocol does not have may lie anywhere. */
      g_ptr_array_extend (named, lookup->codes, NULL, NULL);
      for (guint i = 0; i < lookup->codes->len; i++)
        if (care_protocol_find_area (self->in->protocol, g_ptr_array_index (lookup->codes, i)) != NULL)
          g_ptr_array_add (self->areas, g_ptr_array_index (lookup->codes, i));
    }

  g_ptr_array_add (named, NULL);
  care_protocol_place_areas (self->in->protocol, (const char *const *) named->pdata, &self->face, &self->body);
}

/* Everything but what changed since; @run_out is filled where asked for. */
static GPtrArray *
run_once (const CareScreeningInputs *in)
{
  g_autofree gboolean *skip = g_new0 (gboolean, in->n_answers + 1);
  CareScreening self = { .in = in };

  self.findings = g_ptr_array_new_with_free_func ((GDestroyNotify) care_finding_free);
  self.product = in->product != NULL ? care_protocol_find_product (in->protocol, in->product) : NULL;
  self.had_session = care_screening_last (&self, CARE_HISTORY_SESSION, NULL) != NULL;

  for (guint i = 0; i < in->n_answers; i++)
    {
      skip[i] = has_run_out (in, &in->answers[i]);
      self.ran_out |= skip[i];
    }

  self.answers = care_answers_new (in->answers, in->n_answers, skip);
  take_areas (&self);

  care_screening_find_identity (&self);

  /* A reading injects nothing. */
  if (in->visit != CARE_VISIT_READING)
    {
      for (guint i = 0; i < in->n_answers; i++)
        if (skip[i])
          care_screening_add_built_in (&self, CARE_FIND_INTAKE_EXPIRED, CARE_FINDING_HISTORY, NULL);

      care_screening_find_product (&self);
      care_screening_find_consent (&self);
      if (in->visit == CARE_VISIT_SESSION)
        care_screening_find_test (&self);
      care_screening_find_history (&self);
      care_screening_find_allergies (&self);
      care_screening_find_answers (&self);
    }

  care_answers_free (self.answers);
  g_ptr_array_unref (self.areas);

  return self.findings;
}

static gboolean
comes_from_answers (const CareFinding *finding)
{
  return finding->kind == CARE_FINDING_ANSWERED || finding->kind == CARE_FINDING_NOT_SURE ||
         finding->kind == CARE_FINDING_TELL_STAFF || finding->kind == CARE_FINDING_ALLERGY;
}

/* Whether the same still stands: same rule and question, and no sooner clear. */
static gboolean
still_stands (GPtrArray         *findings,
              const CareFinding *former)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const CareFinding *finding = g_ptr_array_index (findings, i);

      if (strcmp (finding->key, former->key) == 0)
        return TRUE;

      if (former->kind == CARE_FINDING_ALLERGY || strcmp (finding->rule, former->rule) != 0)
        continue;

      if (finding->kind == CARE_FINDING_ANSWERED &&
          (finding->clears_at == CARE_INSTANT_NONE ||
           (former->clears_at != CARE_INSTANT_NONE && finding->clears_at >= former->clears_at)))
        return TRUE;
    }

  return FALSE;
}

/* What the answers as taken back raised and the answers as they are now do not. */
static void
find_changed (const CareScreeningInputs *in,
              GPtrArray                 *findings)
{
  g_autofree CareScreeningAnswers *answers = g_memdup2 (in->answers, sizeof *answers * in->n_answers);
  g_autoptr (GPtrArray) before = NULL;
  CareScreeningInputs former = *in;
  CareScreening self = { .in = in, .findings = findings };
  gboolean any = FALSE;

  for (guint i = 0; i < in->n_answers; i++)
    if (answers[i].former != NULL)
      {
        answers[i].response = answers[i].former;
        any = TRUE;
      }

  if (!any)
    return;

  former.answers = answers;
  before = run_once (&former);

  for (guint i = 0; i < before->len; i++)
    {
      const CareFinding *was = g_ptr_array_index (before, i);
      CareFinding *finding;

      if (was->level == CARE_LEVEL_INFO || !comes_from_answers (was) || still_stands (findings, was))
        continue;

      finding = care_screening_add_built_in (&self, CARE_FIND_ANSWER_CHANGED, CARE_FINDING_ANSWER_CHANGED, was->key);
      append (&finding->also, was->rule);
      finding->question = g_strdup (was->question);
      finding->link_id = g_strdup (was->link_id);
      finding->answer = g_strdup (was->answer);
      finding->typed_in = g_strdup (was->typed_in);
      finding->prescribed = was->prescribed;
    }
}

static int
compare_levels (gconstpointer a,
                gconstpointer b)
{
  const CareFinding *first = *(const CareFinding *const *) a;
  const CareFinding *second = *(const CareFinding *const *) b;

  if (first->level != second->level)
    return first->level > second->level ? -1 : 1;

  return (int) first->decidable - (int) second->decidable;
}

/**
 * care_screening_run:
 * @inputs: all that screening knows
 *
 * Holds answers, history, product and time against the protocol. A pure
 * function: the same inputs give the same findings. An empty list can only mean
 * that everything needed was asked and nothing was found.
 *
 * Returns: (transfer full) (element-type CareFinding): the findings, gravest first
 */
GPtrArray *
care_screening_run (const CareScreeningInputs *inputs)
{
  GPtrArray *findings;

  g_return_val_if_fail (inputs != NULL, NULL);
  g_return_val_if_fail (CARE_IS_PROTOCOL (inputs->protocol), NULL);
  g_return_val_if_fail (inputs->zone != NULL, NULL);
  g_return_val_if_fail (inputs->session_start != CARE_INSTANT_NONE, NULL);

  findings = run_once (inputs);
  find_changed (inputs, findings);
  g_ptr_array_sort (findings, compare_levels);

  return findings;
}

/**
 * care_screening_inputs_init:
 * @inputs: (out): what to fill
 * @protocol: the rules
 * @zone: the clinic's time zone
 *
 * Nothing answered, nothing happened, nothing chosen.
 */
void
care_screening_inputs_init (CareScreeningInputs *inputs,
                            CareProtocol        *protocol,
                            GTimeZone           *zone)
{
  g_return_if_fail (inputs != NULL);

  memset (inputs, 0, sizeof *inputs);
  inputs->protocol = protocol;
  inputs->zone = zone;
  inputs->visit = CARE_VISIT_SESSION;
  inputs->batch_expires = CARE_INSTANT_NONE;
  inputs->session_start = CARE_INSTANT_NONE;
  inputs->now = CARE_INSTANT_NONE;
  inputs->consent_needed = TRUE;
}

/**
 * care_screening_dup_clear_no:
 * @inputs: all that screening knows
 *
 * The "question/answer" pairs that lines of the protocol ask about and that were
 * answered with a clear no ("conditions/kidney"). What was not asked, is not sure
 * or was not said is not among them.
 *
 * Returns: (transfer full) (array zero-terminated=1): the pairs
 */
char **
care_screening_dup_clear_no (const CareScreeningInputs *inputs)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CareAnswers) answers = NULL;
  GPtrArray *lines;

  g_return_val_if_fail (inputs != NULL, NULL);

  answers = care_answers_new (inputs->answers, inputs->n_answers, NULL);
  lines = care_protocol_get_lines (inputs->protocol);

  for (guint i = 0; i < lines->len; i++)
    {
      const CareLine *line = g_ptr_array_index (lines, i);

      for (gsize j = 0; line->when.clear_no != NULL && line->when.clear_no[j] != NULL; j++)
        {
          g_auto (GStrv) pair = g_strsplit (line->when.clear_no[j], "/", 2);
          const char *wanted[] = { pair[1], NULL };
          g_autoptr (CareLookup) lookup = NULL;

          if (pair[0] == NULL || pair[1] == NULL)
            continue;

          lookup = care_answers_look_up (answers, pair[0], wanted, FALSE);
          if (lookup->clear)
            g_ptr_array_add (pairs, g_strdup (line->when.clear_no[j]));
        }
    }

  g_ptr_array_add (pairs, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&pairs), FALSE);
}

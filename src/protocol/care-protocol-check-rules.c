/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-protocol-check-private.h"

#include <string.h>

#include "protocol/care-protocol-private.h"

/* Kinds that nobody decides; only a changed fact cures them (design.md section 5). */
static const CareFind never_decided[] = {
  CARE_FIND_IDENTITY, CARE_FIND_UNDER_AGE, CARE_FIND_PRODUCT, CARE_FIND_BATCH, CARE_FIND_CONSENT,
  CARE_FIND_TEST_MISSING, CARE_FIND_TEST_EARLY, CARE_FIND_TEST_UNREAD, CARE_FIND_TEST_REACTION,
  CARE_FIND_TEST_EXPIRED, CARE_FIND_GAP,
};

/* Built-in kinds and the least level each may have. */
static const struct
{
  CareFind find;
  CareLevel least;
} least_levels[] = {
  { CARE_FIND_OVER_AGE, CARE_LEVEL_REVIEW },
  { CARE_FIND_MAX_VISITS, CARE_LEVEL_REVIEW },
  { CARE_FIND_OUTSIDE_LABEL, CARE_LEVEL_REVIEW },
  { CARE_FIND_ALLERGY_MATCH, CARE_LEVEL_STOP },
  { CARE_FIND_ALLERGY_UNMATCHED, CARE_LEVEL_REVIEW },
  { CARE_FIND_STANDING_REACTION, CARE_LEVEL_STOP },
  { CARE_FIND_INTAKE_EXPIRED, CARE_LEVEL_REVIEW },
  { CARE_FIND_ANSWER_CHANGED, CARE_LEVEL_REVIEW },
  { CARE_FIND_UNANSWERED, CARE_LEVEL_REVIEW },
};

/* What time may clear: drinks, energy products, supplements, nicotine, self-bought pills, alcohol, numbing cream. */
static const char *const clearing_questions[] = {
  "caffeine-what", "caffeine-last", "smoking", "nicotine-last", "alcohol", "alcohol-last", "numbing-today", NULL
};

/* Questions about medicines; with the answers that are always somebody's prescription. */
static const char *const medicine_questions[] = { "medicines-kinds", "medicines-list", NULL };
static const char *const prescribed[] = {
  "blood-thinner", "aspirin", "heart-rhythm-medicine", "isotretinoin", "theophylline", "methaemoglobin-medicine",
  "stimulant-medicine", "ssri", "immune-medicine", "other-medicine", NULL
};

/* Asked elsewhere and kept there: in the consent, or by whoever injects. */
static const char *const elsewhere[] = { "own-wish", "consent-given", "new-since-answered", "allergy-signs", NULL };

static gboolean
contains_any (char              **answers,
              const char *const  *codes)
{
  for (gsize i = 0; answers != NULL && answers[i] != NULL; i++)
    if (g_strv_contains (codes, answers[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_pregnancy (const CareRule *rule)
{
  static const char *const yes[] = { "yes", NULL };
  static const char *const pregnancy[] = { "pregnancy", NULL };

  if (rule->find != CARE_FIND_ANSWER)
    return FALSE;

  if (strcmp (rule->question, "pregnancy") == 0)
    return contains_any (rule->answers, yes);

  return g_str_has_prefix (rule->question, "new-since") && contains_any (rule->answers, pregnancy);
}

static gboolean
is_never_decided (const CareRule *rule)
{
  for (gsize i = 0; i < G_N_ELEMENTS (never_decided); i++)
    if (rule->find == never_decided[i])
      return TRUE;

  return is_pregnancy (rule);
}

/* A rule that something switches off is no rule for everybody. */
static gboolean
is_unconditional (const CareRule *rule)
{
  return rule->when.areas == CARE_WHEN_ANY_AREA && rule->when.visits == 0 && rule->when.classes == 0 &&
         rule->ingredients == NULL && !rule->numbing && rule->at_least <= 1 && rule->time_question == NULL;
}

static void
check_decidable (CareCheck      *self,
                 const CareRule *rule)
{
  if (!is_never_decided (rule))
    return;

  if (rule->decidable)
    care_check_refuse (self, rule->path, "decidable", "nobody may decide '%s'; only a changed fact cures it", rule->id);
  if (rule->level != CARE_LEVEL_STOP)
    care_check_refuse (self, rule->path, "level", "'%s' is a stop", rule->id);
  if (!is_unconditional (rule))
    care_check_refuse (self, rule->path, NULL, "'%s' holds for everybody; take its conditions away", rule->id);
}

static void
check_medicine (CareCheck      *self,
                const CareRule *rule)
{
  gboolean about = rule->question != NULL && g_strv_contains (medicine_questions, rule->question);

  if (about && contains_any (rule->answers, prescribed) && !rule->prescribed)
    care_check_refuse (self, rule->path, "prescribed", "must be true: somebody prescribed this medicine");

  if (rule->time_question == NULL)
    return;

  if (rule->prescribed || about)
    care_check_refuse (self, rule->path, "clears", "a medicine has no clearing time: review, keep taking it (q-06)");
  else if (!g_strv_contains (clearing_questions, rule->question))
    care_check_refuse (self, rule->path, "clears", "time does not clear an answer to '%s'", rule->question);
  else if (rule->hours < 1)
    care_check_refuse (self, rule->path, "clears/hours", "must be an hour at least");
  else if (!rule->this_visit)
    care_check_refuse (self, rule->path, "this_visit", "must be true: an old answer says nothing about today");
}

static void
check_levels (CareCheck      *self,
              const CareRule *rule)
{
  for (gsize i = 0; i < G_N_ELEMENTS (least_levels); i++)
    if (rule->find == least_levels[i].find && rule->level < least_levels[i].least)
      care_check_refuse (self, rule->path, "level", "'%s' is at least a %s", care_find_to_string (rule->find),
                         care_level_to_string (least_levels[i].least));

  if (rule->may_be_unasked && !g_strv_contains (elsewhere, rule->question != NULL ? rule->question : ""))
    care_check_refuse (self, rule->path, "unasked", "silence must not read as no: only what the consent or the "
                       "session record asks may be unasked");

  if (rule->decidable == FALSE && rule->find == CARE_FIND_UNANSWERED)
    care_check_refuse (self, rule->path, "decidable", "the clinician asks and decides: must be true");
}

static void
check_once (CareCheck *self)
{
  GPtrArray *rules = care_protocol_get_rules (self->protocol);
  gboolean pregnancy = FALSE;

  for (guint i = 0; i < rules->len; i++)
    {
      const CareRule *rule = g_ptr_array_index (rules, i);

      pregnancy |= is_pregnancy (rule) && strcmp (rule->question, "pregnancy") == 0;
      if (rule->find != CARE_FIND_ANSWER && care_protocol_find_built_in (self->protocol, rule->find) != rule)
        care_check_refuse (self, rule->path, "find", "'%s' stands in the protocol already",
                           care_find_to_string (rule->find));
    }

  if (!pregnancy)
    care_check_refuse (self, "/rules", NULL, "no rule stops at question 'pregnancy', answer 'yes' (q-01)");
}

/**
 * care_check_rules:
 * @self: the run
 *
 * What nobody decides stays so; what somebody prescribed is kept.
 */
void
care_check_rules (CareCheck *self)
{
  GPtrArray *rules = care_protocol_get_rules (self->protocol);

  check_once (self);

  for (guint i = 0; i < rules->len; i++)
    {
      const CareRule *rule = g_ptr_array_index (rules, i);

      check_decidable (self, rule);
      check_medicine (self, rule);
      check_levels (self, rule);
    }
}

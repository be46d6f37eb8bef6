/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-protocol-check-private.h"

#include <string.h>

#include "protocol/care-protocol-floors.h"
#include "protocol/care-protocol-private.h"

/* What time may clear: drinks, energy products, supplements, nicotine, self-bought pills, alcohol, numbing cream. */
static const char *const clearing_questions[] = {
  "caffeine-what", "caffeine-last", "smoking", "nicotine-last", "alcohol", "alcohol-last", "numbing-today", NULL
};

/* Asked elsewhere and kept there: in the consent, or by whoever injects. */
static const char *const elsewhere[] = { "own-wish", "consent-given", "new-since-answered", "allergy-signs", NULL };

static void
check_clears (CareCheck      *self,
              const CareRule *rule)
{
  if (rule->time_question == NULL)
    return;

  if (!g_strv_contains (clearing_questions, rule->question))
    care_check_refuse (self, rule->path, "clears", "time does not clear an answer to '%s'", rule->question);
  else if (rule->hours < 1)
    care_check_refuse (self, rule->path, "clears/hours", "must be an hour at least");
  else if (!rule->this_visit)
    care_check_refuse (self, rule->path, "this_visit", "must be true: an old answer says nothing about today");
}

static void
check_asking (CareCheck      *self,
              const CareRule *rule)
{
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

      pregnancy |= care_rule_is_pregnancy (rule) && strcmp (rule->question, "pregnancy") == 0;
      if (rule->find != CARE_FIND_ANSWER && care_protocol_find_built_in (self->protocol, rule->find) != rule)
        care_check_refuse (self, rule->path, "find", "'%s' stands in the protocol already",
                           care_find_to_string (rule->find));
    }

  if (!pregnancy)
    care_check_refuse (self, "/rules", NULL, "no rule stops at question 'pregnancy', answer 'yes' (q-01)");
}

static void
check_one_tap (CareCheck *self)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->protocol->one_tap);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      const char *fault = _care_protocol_find_one_tap_fault (self->protocol, id);

      if (fault != NULL)
        care_check_refuse (self, "/one_tap", id, "%s", fault);
    }
}

/**
 * care_check_rules:
 * @self: the run
 *
 * Built-in rules stand once, time clears only what it may, silence is no answer.
 */
void
care_check_rules (CareCheck *self)
{
  GPtrArray *rules = care_protocol_get_rules (self->protocol);

  check_once (self);
  check_one_tap (self);

  for (guint i = 0; i < rules->len; i++)
    {
      const CareRule *rule = g_ptr_array_index (rules, i);

      check_clears (self, rule);
      check_asking (self, rule);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "screening/care-screening.h"

static gboolean
is_open (const CareFinding *finding,
         const char *const *decided)
{
  if (finding->level == CARE_LEVEL_INFO)
    return FALSE;

  return !finding->decidable || decided == NULL || !g_strv_contains (decided, finding->key);
}

/**
 * care_screening_judge:
 * @findings: (element-type CareFinding): what screening found
 * @decided: (array zero-terminated=1) (nullable): keys of findings that a clinician has decided;
 *   what nobody may decide stays open all the same
 *
 * The desk's word, and the instant from which time alone no longer stands in the way.
 *
 * Returns: the verdict
 */
CareVerdict
care_screening_judge (GPtrArray         *findings,
                      const char *const *decided)
{
  CareVerdict verdict = { CARE_VERDICT_READY, CARE_INSTANT_NONE };
  CareInstant ready_at = CARE_INSTANT_NONE;
  gboolean only_time = TRUE;

  g_return_val_if_fail (findings != NULL, verdict);

  for (guint i = 0; i < findings->len; i++)
    {
      const CareFinding *finding = g_ptr_array_index (findings, i);

      if (!is_open (finding, decided))
        continue;

      verdict.word = MAX (verdict.word, finding->decidable ? CARE_VERDICT_DECIDE : CARE_VERDICT_STOP);
      only_time &= finding->clears_at != CARE_INSTANT_NONE;
      ready_at = MAX (ready_at, finding->clears_at);
    }

  if (only_time)
    verdict.ready_at = ready_at;

  return verdict;
}

const char *
care_verdict_word_to_string (CareVerdictWord word)
{
  switch (word)
    {
    case CARE_VERDICT_READY:
      return "ready";
    case CARE_VERDICT_DECIDE:
      return "clinician must decide";
    case CARE_VERDICT_STOP:
    default:
      return "do not treat today";
    }
}

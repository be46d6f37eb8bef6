/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-findings.h"

#include "desk/visit/care-finding-card.h"

/** Returns: whether there is something to sign */
gboolean
care_findings_any_decided (GPtrArray *cards)
{
  g_return_val_if_fail (cards != NULL, FALSE);

  for (guint i = 0; i < cards->len; i++)
    {
      CareFindingCard *card = g_ptr_array_index (cards, i);
      CareDecision decision;
      gboolean concerns;

      if (care_finding_card_get_decision (card, &decision) || care_finding_card_get_allergy (card, &concerns) != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * care_findings_sign:
 * @cards: (element-type CareFindingCard): the cards of a page
 * @clinic: the clinic
 * @visit: whose findings they are
 * @by: a clinician's signature
 *
 * Confirms the allergies and keeps the decisions, with one signature.
 *
 * Returns: FALSE when something was refused
 */
gboolean
care_findings_sign (GPtrArray            *cards,
                    CareClinic           *clinic,
                    CareVisit            *visit,
                    const CareSignature  *by,
                    GError              **error)
{
  g_autoptr (GArray) decisions = g_array_new (FALSE, FALSE, sizeof (CareDecision));

  g_return_val_if_fail (cards != NULL && by != NULL, FALSE);

  for (guint i = 0; i < cards->len; i++)
    {
      CareDecision decision;

      if (care_finding_card_get_decision (g_ptr_array_index (cards, i), &decision))
        g_array_append_val (decisions, decision);
    }
  if (decisions->len > 0
      && !care_clinic_decide (clinic, visit, (const CareDecision *) (gpointer) decisions->data, decisions->len, by, error))
    return FALSE;
  for (guint i = 0; i < cards->len; i++)
    {
      gboolean concerns;
      const char *allergy = care_finding_card_get_allergy (g_ptr_array_index (cards, i), &concerns);

      if (allergy != NULL && !care_clinic_confirm_allergy (clinic, visit, allergy, concerns, by, error))
        return FALSE;
    }
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-types.h"

#include <string.h>

static const char *const kinds[] = {
  [CARE_VISIT_FIRST] = "first",
  [CARE_VISIT_READING] = "reading",
  [CARE_VISIT_SESSION] = "session",
};

static const char *const states[] = {
  [CARE_STATE_EXPECTED] = "expected",
  [CARE_STATE_ARRIVED] = "arrived",
  [CARE_STATE_ANSWERING] = "answering",
  [CARE_STATE_TO_TAKE_BACK] = "to-take-back",
  [CARE_STATE_MUST_DECIDE] = "must-decide",
  [CARE_STATE_STOPPED] = "stopped",
  [CARE_STATE_READY] = "ready",
  [CARE_STATE_IN_TREATMENT] = "in-treatment",
  [CARE_STATE_WATCH_UNTIL] = "watch-until",
  [CARE_STATE_SHEET_OWED] = "sheet-owed",
  [CARE_STATE_DONE] = "done",
  [CARE_STATE_LEFT_EARLY] = "left-early",
  [CARE_STATE_NO_SHOW] = "no-show",
  [CARE_STATE_CANCELLED] = "cancelled",
};

static gboolean
find_text (const char *const *texts,
           gsize              n_texts,
           const char        *text,
           gsize             *index)
{
  for (gsize i = 0; text != NULL && i < n_texts; i++)
    if (strcmp (texts[i], text) == 0)
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * care_visit_kind_to_text:
 * @kind: a kind of visit
 *
 * Returns: "first", "reading" or "session", as records write it
 */
const char *
care_visit_kind_to_text (CareVisitKind kind)
{
  g_return_val_if_fail ((gsize) kind < G_N_ELEMENTS (kinds), NULL);

  return kinds[kind];
}

/**
 * care_visit_kind_from_text:
 * @text: (nullable): a word of a record
 * @kind: (out): the kind; untouched when the word is none
 *
 * Returns: whether @text is a kind
 */
gboolean
care_visit_kind_from_text (const char    *text,
                           CareVisitKind *kind)
{
  gsize index;

  g_return_val_if_fail (kind != NULL, FALSE);

  if (!find_text (kinds, G_N_ELEMENTS (kinds), text, &index))
    return FALSE;

  *kind = (CareVisitKind) index;

  return TRUE;
}

/**
 * care_visit_state_to_text:
 * @state: where a visit stands
 *
 * Returns: the word records use, "must-decide"
 */
const char *
care_visit_state_to_text (CareVisitState state)
{
  g_return_val_if_fail ((gsize) state < G_N_ELEMENTS (states), NULL);

  return states[state];
}

/**
 * care_visit_state_from_text:
 * @text: (nullable): a word of a record
 * @state: (out): the state; untouched when the word is none
 *
 * Returns: whether @text is a state
 */
gboolean
care_visit_state_from_text (const char     *text,
                            CareVisitState *state)
{
  gsize index;

  g_return_val_if_fail (state != NULL, FALSE);

  if (!find_text (states, G_N_ELEMENTS (states), text, &index))
    return FALSE;

  *state = (CareVisitState) index;

  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-when.h"

#include <string.h>

#include "protocol/care-protocol-parts.h"

static const char *const area_names[] = { "any", "face", "body", NULL };
static const char *const numbed_names[] = { "any", "yes-or-unknown", "yes", "no", NULL };

gboolean
care_when_read (const CareJsonView *view,
                CareWhen           *out,
                GError            **error)
{
  static const char *const known[] = { "areas", "numbed", "clear_no", "visits", "classes", "last_session", NULL };
  CareJsonView when = { 0 };
  int areas = CARE_WHEN_ANY_AREA;
  int numbed = CARE_WHEN_NUMBED_ANY;

  if (!care_json_view_get_object (view, "when", CARE_JSON_OPTIONAL, &when, error))
    return FALSE;

  if (when.node == NULL)
    return TRUE;

  if (!care_json_view_refuse_unknown (&when, known, error) ||
      !care_json_view_get_enum (&when, "areas", CARE_JSON_OPTIONAL, area_names, &areas, error) ||
      !care_json_view_get_enum (&when, "numbed", CARE_JSON_OPTIONAL, numbed_names, &numbed, error) ||
      !care_json_view_get_strv (&when, "clear_no", CARE_JSON_OPTIONAL, &out->clear_no, error) ||
      !care_parts_read_bits (&when, "visits", care_visit_names, &out->visits, error) ||
      !care_parts_read_bits (&when, "classes", care_class_names, &out->classes, error) ||
      !care_json_view_get_boolean (&when, "last_session", CARE_JSON_OPTIONAL, &out->last_session, error))
    return FALSE;

  out->areas = areas;
  out->numbed = numbed;

  return TRUE;
}

static gboolean
numbed_holds (CareWhenNumbed wanted,
              CareTri        known)
{
  switch (wanted)
    {
    case CARE_WHEN_NUMBED_YES_OR_UNKNOWN:
      return known != CARE_TRI_NO;
    case CARE_WHEN_NUMBED_YES:
      return known == CARE_TRI_YES;
    case CARE_WHEN_NUMBED_NO:
      return known == CARE_TRI_NO;
    case CARE_WHEN_NUMBED_ANY:
    default:
      return TRUE;
    }
}

/**
 * care_when_holds:
 * @self: a condition
 * @facts: what is known about the visit
 *
 * Whether a line with this condition prints. What is not known prints a warning
 * and drops a permission (design.md section 5).
 *
 * Returns: %TRUE when it prints
 */
gboolean
care_when_holds (const CareWhen      *self,
                 const CareWhenFacts *facts)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (facts != NULL, FALSE);

  if ((self->areas == CARE_WHEN_FACE && !facts->face) || (self->areas == CARE_WHEN_BODY && !facts->body))
    return FALSE;

  if (!numbed_holds (self->numbed, facts->numbed))
    return FALSE;

  if (self->visits != 0 && (self->visits & (1u << facts->visit)) == 0)
    return FALSE;

  /* A product nobody named may be of any class. */
  if (self->classes != 0 && facts->product != NULL && (self->classes & (1u << facts->product->product_class)) == 0)
    return FALSE;

  if (self->last_session && !facts->last_session)
    return FALSE;

  for (gsize i = 0; self->clear_no != NULL && self->clear_no[i] != NULL; i++)
    if (facts->clear_no == NULL || !g_strv_contains (facts->clear_no, self->clear_no[i]))
      return FALSE;

  return TRUE;
}

/**
 * care_when_may_overlap:
 * @self: a condition
 * @other: another
 *
 * Whether one visit can meet both, so that two lines could stand on one sheet.
 *
 * Returns: %TRUE when it can
 */
gboolean
care_when_may_overlap (const CareWhen *self,
                       const CareWhen *other)
{
  static const CareTri all[] = { CARE_TRI_UNKNOWN, CARE_TRI_NO, CARE_TRI_YES };
  gboolean numbed = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    numbed |= numbed_holds (self->numbed, all[i]) && numbed_holds (other->numbed, all[i]);

  if (!numbed)
    return FALSE;

  if (self->visits != 0 && other->visits != 0 && (self->visits & other->visits) == 0)
    return FALSE;

  return self->classes == 0 || other->classes == 0 || (self->classes & other->classes) != 0;
}

void
care_when_clear (CareWhen *self)
{
  g_clear_pointer (&self->clear_no, g_strfreev);
}

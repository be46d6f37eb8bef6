/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-proposal.h"

G_DEFINE_BOXED_TYPE (CareProposal, care_proposal, care_proposal_copy, care_proposal_free)

/**
 * care_proposal_new:
 * @kind: kind of visit
 * @start: first instant
 * @end: the instant after the last
 * @place: (nullable): the room, by id
 * @session: k, 0 when it is no session
 *
 * Returns: (transfer full): a free time
 */
CareProposal *
care_proposal_new (CareVisitKind kind,
                   CareInstant   start,
                   CareInstant   end,
                   const char   *place,
                   guint         session)
{
  CareProposal *self = g_new0 (CareProposal, 1);

  self->kind = kind;
  self->start = start;
  self->end = end;
  self->place = g_strdup (place);
  self->session = session;

  return self;
}

CareProposal *
care_proposal_copy (const CareProposal *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return care_proposal_new (self->kind, self->start, self->end, self->place, self->session);
}

void
care_proposal_free (CareProposal *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->place);
  g_free (self);
}

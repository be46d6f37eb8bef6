/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic-types.h"

G_BEGIN_DECLS

/**
 * CareProposal:
 * @kind: kind of visit
 * @start: first instant
 * @end: the instant after the last
 * @place: (nullable): the room, by id
 * @session: k, 0 when it is no session
 *
 * A free time that keeps opening hours, rooms and the product's gap.
 */
typedef struct
{
  CareVisitKind kind;
  CareInstant   start;
  CareInstant   end;
  char         *place;
  guint         session;
} CareProposal;

#define CARE_TYPE_PROPOSAL (care_proposal_get_type ())
GType         care_proposal_get_type (void);
CareProposal *care_proposal_new      (CareVisitKind       kind,
                                      CareInstant         start,
                                      CareInstant         end,
                                      const char         *place,
                                      guint               session) G_GNUC_WARN_UNUSED_RESULT;
CareProposal *care_proposal_copy     (const CareProposal *self) G_GNUC_WARN_UNUSED_RESULT;
void          care_proposal_free     (CareProposal       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareProposal, care_proposal_free)

G_END_DECLS

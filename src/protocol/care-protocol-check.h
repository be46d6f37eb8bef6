/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "protocol/care-protocol.h"

G_BEGIN_DECLS

typedef struct _CareRefusal CareRefusal;

/**
 * CareRefusal:
 * @path: JSON path, "/lines/3/hours"
 * @reason: what is wrong and what to do, one line of English
 *
 * One reason why a protocol may not be used.
 */
struct _CareRefusal
{
  char *path;
  char *reason;
};

typedef struct _CareFacts CareFacts;

/* The facts' ids and kinds, data/protocols/fact-ids.json. */
CareFacts  *care_facts_load         (const char   *path,
                                     GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void        care_facts_free         (CareFacts    *self);
/* (nullable): "rule", "handout", "claim-do-not-print" …; NULL when there is no such fact. */
const char *care_facts_get_kind     (CareFacts    *self,
                                     const char   *id);

/* Everything that forbids using the protocol, in the order of the file; empty when nothing does. */
GPtrArray  *care_protocol_check     (CareProtocol *protocol,
                                     CareFacts    *facts) G_GNUC_WARN_UNUSED_RESULT;
void        care_refusal_free       (CareRefusal  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareFacts, care_facts_free)

G_END_DECLS

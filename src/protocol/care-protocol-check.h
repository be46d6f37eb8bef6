/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "protocol/care-facts.h"
#include "protocol/care-plain.h"
#include "protocol/care-protocol.h"
#include "protocol/care-reading-page.h"

G_BEGIN_DECLS

typedef struct _CareRefusal CareRefusal;

/**
 * CareRefusal:
 * @path: JSON path, "/lines/3/hours"
 * @reason: what is wrong and what to do, one line of English
 * @language: (nullable): the patients' language whose texts alone it is about
 *
 * One reason why a protocol may not be used.
 */
struct _CareRefusal
{
  char *path;
  char *reason;
  char *language;
};

/* @plain may be NULL: no words and sentences are marked then. */
GPtrArray *care_protocol_check   (CareProtocol *protocol,
                                  CareFacts    *facts,
                                  CarePlain    *plain) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *care_protocol_measure (CareProtocol *protocol) G_GNUC_WARN_UNUSED_RESULT;
void       care_refusal_free     (CareRefusal  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareRefusal, care_refusal_free)

G_END_DECLS

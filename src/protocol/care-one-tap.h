/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "protocol/care-protocol.h"

G_BEGIN_DECLS

/* The reason, a code of the protocol's reasons, with which a finding of @rule may be decided in one tap: the day's cup of
 * coffee. NULL for every other rule. */
const char *care_protocol_get_one_tap (CareProtocol *self,
                                       const char   *rule);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "protocol/care-protocol-check.h"

G_BEGIN_DECLS

void     care_protocol_raise    (CareProtocol   *self);
gboolean care_rule_is_pregnancy (const CareRule *rule);

G_END_DECLS

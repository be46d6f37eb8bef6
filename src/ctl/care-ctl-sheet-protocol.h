/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "protocol/care-protocol.h"

G_BEGIN_DECLS

typedef struct _CareCtlProtocolReader CareCtlProtocolReader;

CareCtlProtocolReader *care_ctl_protocol_reader_start  (const char            *path) G_GNUC_WARN_UNUSED_RESULT;
CareProtocol          *care_ctl_protocol_reader_finish (CareCtlProtocolReader *self,
                                                        GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "base/care-instant.h"
#include "protocol/care-protocol.h"

G_BEGIN_DECLS

char **care_ctl_sheet_read_answers (const char   *path,
                                    const char   *form,
                                    CareProtocol *protocol,
                                    GTimeZone    *zone,
                                    CareInstant   finished,
                                    GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

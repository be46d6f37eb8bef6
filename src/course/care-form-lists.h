/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <json-glib/json-glib.h>

#include "course/care-clinic-info.h"
#include "protocol/care-protocol.h"

G_BEGIN_DECLS

JsonNode *care_form_lists_fill (JsonNode       *form,
                                CareClinicInfo *info,
                                CareProtocol   *protocol) G_GNUC_WARN_UNUSED_RESULT;
JsonNode *care_form_lists_fill_for (JsonNode       *form,
                                    CareClinicInfo *info,
                                    CareProtocol   *protocol,
                                    const char     *product) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

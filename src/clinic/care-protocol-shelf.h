/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "protocol/care-protocol.h"

G_BEGIN_DECLS

/* The protocol in force and at most one draft. The clinic edits "protocol.json"; what was approved last stands in
 * "in-force" beside it, and paper follows that until the edited one is approved as widely. */

char         *care_protocol_shelf_dup_path   (const char    *folder) G_GNUC_WARN_UNUSED_RESULT;
CareProtocol *care_protocol_shelf_choose     (const char    *folder,
                                              CareProtocol  *edited,
                                              GError       **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean      care_protocol_shelf_may_follow (CareProtocol  *in_force,
                                              CareProtocol  *edited);
gboolean      care_protocol_shelf_settle     (const char    *folder,
                                              CareProtocol  *followed,
                                              GError       **error);
gboolean      care_protocol_shelf_write      (const char    *path,
                                              const char    *text,
                                              GError       **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk/frame/care-page.h"

G_BEGIN_DECLS

/**
 * CareProtocolPage:
 *
 * The protocol in use: its version and each of the patients' languages, who has
 * approved what, and what was changed since.
 */
#define CARE_TYPE_PROTOCOL_PAGE (care_protocol_page_get_type ())
G_DECLARE_FINAL_TYPE (CareProtocolPage, care_protocol_page, CARE, PROTOCOL_PAGE, CarePage)

GtkWidget *care_protocol_page_new (CareDesk *desk) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

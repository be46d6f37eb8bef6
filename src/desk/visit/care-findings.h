/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic.h"

G_BEGIN_DECLS

/* What was decided on the cards of a page, signed together. (element-type CareFindingCard) */
gboolean care_findings_any_decided (GPtrArray            *cards);
gboolean care_findings_sign        (GPtrArray            *cards,
                                    CareClinic           *clinic,
                                    CareVisit            *visit,
                                    const CareSignature  *by,
                                    GError              **error);

G_END_DECLS

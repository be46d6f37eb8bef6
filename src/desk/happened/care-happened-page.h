/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk/frame/care-page.h"

G_BEGIN_DECLS

/**
 * CareHappenedPage:
 *
 * *Something happened*: who, when, which sign of the protocol's own list, in the
 * patient's words. An emergency shows at once what to say and the number.
 */
#define CARE_TYPE_HAPPENED_PAGE (care_happened_page_get_type ())
G_DECLARE_FINAL_TYPE (CareHappenedPage, care_happened_page, CARE, HAPPENED_PAGE, CarePage)

GtkWidget *care_happened_page_new (CareDesk    *desk,
                                   CarePatient *patient,
                                   CareVisit   *visit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

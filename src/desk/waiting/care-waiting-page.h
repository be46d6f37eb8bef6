/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-patient.h"
#include "desk/frame/care-page.h"

G_BEGIN_DECLS

/**
 * CareWaitingPage:
 *
 * What waits for the clinician, of one patient or of everybody.
 */
#define CARE_TYPE_WAITING_PAGE (care_waiting_page_get_type ())
G_DECLARE_FINAL_TYPE (CareWaitingPage, care_waiting_page, CARE, WAITING_PAGE, CarePage)

GtkWidget *care_waiting_page_new (CareDesk    *desk,
                                  CarePatient *patient) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

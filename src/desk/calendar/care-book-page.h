/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk/frame/care-page.h"

G_BEGIN_DECLS

/**
 * CareBookPage:
 *
 * Books a visit of a patient, or finds another time for one that is booked.
 */
#define CARE_TYPE_BOOK_PAGE (care_book_page_get_type ())
G_DECLARE_FINAL_TYPE (CareBookPage, care_book_page, CARE, BOOK_PAGE, CarePage)

GtkWidget *care_book_page_new (CareDesk    *desk,
                               CarePatient *patient,
                               CareVisit   *moved) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <adwaita.h>

#include "desk/care-desk.h"

G_BEGIN_DECLS

/**
 * CareStaffItems:
 *
 * What a visit's forms leave to staff (files, references, choices that are not in the form), to be ticked off.
 */
#define CARE_TYPE_STAFF_ITEMS (care_staff_items_get_type ())
G_DECLARE_FINAL_TYPE (CareStaffItems, care_staff_items, CARE, STAFF_ITEMS, AdwBin)

GtkWidget *care_staff_items_new (CareDesk  *desk,
                                 CareVisit *visit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

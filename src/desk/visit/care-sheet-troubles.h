/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "aftercare/care-sheet-pages.h"
#include "clinic/care-clinic.h"

G_BEGIN_DECLS

GtkWidget *care_sheet_troubles_new (CareClinic *clinic,
                                    CareVisit  *visit) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *care_sheet_troubles_new_for_pages (CareSheetPages *pages) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

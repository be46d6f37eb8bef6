/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk/frame/care-page.h"

G_BEGIN_DECLS

/**
 * CarePrinterPage:
 *
 * The printers that the system knows, each with its state in words; which of them is the desk's, on which paper its sheets
 * are laid out, and a test page.
 */
#define CARE_TYPE_PRINTER_PAGE (care_printer_page_get_type ())
G_DECLARE_FINAL_TYPE (CarePrinterPage, care_printer_page, CARE, PRINTER_PAGE, CarePage)

GtkWidget *care_printer_page_new (CareDesk *desk) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

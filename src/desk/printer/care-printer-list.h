/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <adwaita.h>

#include "desk/care-desk.h"

G_BEGIN_DECLS

/**
 * CarePrinterList:
 *
 * A button for each printer, to choose it with; what it says follows the print system and the desk's settings. Needs the
 * actions "printers.choose" and "printers.look" of the page around it.
 */
#define CARE_TYPE_PRINTER_LIST (care_printer_list_get_type ())
G_DECLARE_FINAL_TYPE (CarePrinterList, care_printer_list, CARE, PRINTER_LIST, AdwBin)

GtkWidget *care_printer_list_new (CareDesk *desk) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

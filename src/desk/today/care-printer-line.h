/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <adwaita.h>

#include "desk/care-desk.h"

G_BEGIN_DECLS

/**
 * CarePrinterLine:
 *
 * Says what is wrong with the desk's printer before anybody prints, and what to do; as long as its page is looked at it
 * asks the print system, and it is not there while all is well.
 */
#define CARE_TYPE_PRINTER_LINE (care_printer_line_get_type ())
G_DECLARE_FINAL_TYPE (CarePrinterLine, care_printer_line, CARE, PRINTER_LINE, AdwBin)

void care_printer_line_follow (CarePrinterLine *self,
                               CareDesk        *desk,
                               GtkWidget       *page);

G_END_DECLS

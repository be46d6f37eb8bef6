/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtkunixprint.h>

#include "aftercare/care-paper.h"

G_BEGIN_DECLS

/**
 * CarePrintOrder:
 * @printer_name: (nullable): which printer, %NULL for the default one
 * @pdf: the document
 * @paper: its paper
 * @copies: how many
 *
 * What a call to print carries along. Private to this room.
 */
typedef struct
{
  char     *printer_name;
  GBytes   *pdf;
  CarePaper paper;
  guint     copies;
} CarePrintOrder;

CarePrintOrder   *care_print_order_new            (const char           *printer_name,
                                                   GBytes               *pdf,
                                                   CarePaper             paper,
                                                   guint                 copies) G_GNUC_WARN_UNUSED_RESULT;
void              care_print_order_free           (gpointer              data);
int               care_print_order_open           (const CarePrintOrder *self,
                                                   GError              **error);
GtkPageSetup     *care_print_order_new_page_setup (const CarePrintOrder *self) G_GNUC_WARN_UNUSED_RESULT;
GtkPrintSettings *care_print_order_new_settings   (const CarePrintOrder *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

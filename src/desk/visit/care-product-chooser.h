/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "desk/care-desk.h"

G_BEGIN_DECLS

/**
 * CareProductChooser:
 *
 * Product, batch and areas of a visit. Batches that have expired are not offered.
 */
#define CARE_TYPE_PRODUCT_CHOOSER (care_product_chooser_get_type ())
G_DECLARE_FINAL_TYPE (CareProductChooser, care_product_chooser, CARE, PRODUCT_CHOOSER, GtkWidget)

GtkWidget  *care_product_chooser_new         (CareDesk            *desk,
                                              CareVisit           *visit) G_GNUC_WARN_UNUSED_RESULT;
const char *care_product_chooser_get_product (CareProductChooser  *self);
const char *care_product_chooser_get_batch   (CareProductChooser  *self);
char      **care_product_chooser_dup_areas   (CareProductChooser  *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean    care_product_chooser_is_complete (CareProductChooser  *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "clinic/care-clinic.h"

G_BEGIN_DECLS

/**
 * CareAreaChooser:
 *
 * The clinic's areas as chips, any number of them. Emits CareAreaChooser::changed.
 */
#define CARE_TYPE_AREA_CHOOSER (care_area_chooser_get_type ())
G_DECLARE_FINAL_TYPE (CareAreaChooser, care_area_chooser, CARE, AREA_CHOOSER, GtkWidget)

void   care_area_chooser_fill (CareAreaChooser    *self,
                               CareClinic         *clinic,
                               const char *const  *chosen);
char **care_area_chooser_get  (CareAreaChooser    *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

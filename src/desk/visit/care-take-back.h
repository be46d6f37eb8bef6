/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "clinic/care-clinic-handover.h"

G_BEGIN_DECLS

/* Says what taking back a device has brought. */
void care_take_back_say (GtkWidget       *from,
                         const CareTaken *taken);

G_END_DECLS

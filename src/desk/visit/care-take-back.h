/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "clinic/care-clinic-handover.h"
#include "desk/care-desk.h"

G_BEGIN_DECLS

/* Says what taking back a device has brought. */
void care_take_back_say (GtkWidget       *from,
                         const CareTaken *taken);

/* The device comes back, with a PIN. */
void care_take_back_ask    (GtkWidget       *from,
                            CareDesk        *desk,
                            CareVisit       *visit);
/* The answers were somebody else's, with a PIN. */
void care_wrong_person_ask (GtkWidget       *from,
                            CareDesk        *desk,
                            CareVisit       *visit);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "clinic/care-clinic.h"

G_BEGIN_DECLS

/* A toggle with a person's name and role; the sample clinic shows the PIN below.
 * @group: (nullable): another one of the same choice. */
GtkWidget *care_staff_button_new       (CareClinic *clinic,
                                        CareStaff  *staff,
                                        GtkWidget  *group) G_GNUC_WARN_UNUSED_RESULT;
CareStaff *care_staff_button_get_staff (GtkWidget  *button);

G_END_DECLS

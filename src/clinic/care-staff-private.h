/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-staff.h"

G_BEGIN_DECLS

void _care_staff_set_sample_pin (CareStaff  *self,
                                 const char *pin);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic.h"

G_BEGIN_DECLS

/* Whether the clock is earlier than the newest record, which was written at @newest (out) (optional). */
gboolean care_clinic_is_clock_behind (CareClinic   *self,
                                      CareInstant  *newest);
/* Whoever is signed in says that the clock is right; their name and both times are in the trail. */
gboolean care_clinic_confirm_clock   (CareClinic   *self,
                                      GError      **error);

G_END_DECLS

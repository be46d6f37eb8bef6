/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib-object.h>

#include "base/care-instant.h"

G_BEGIN_DECLS

#define CARE_TYPE_CLOCK (care_clock_get_type ())
G_DECLARE_FINAL_TYPE (CareClock, care_clock, CARE, CLOCK, GObject)

CareClock  *care_clock_new_system (void) G_GNUC_WARN_UNUSED_RESULT;
CareClock  *care_clock_new_at     (CareInstant start) G_GNUC_WARN_UNUSED_RESULT;
CareClock  *care_clock_new_fixed  (CareInstant instant) G_GNUC_WARN_UNUSED_RESULT;
CareInstant care_clock_now        (CareClock  *self);
void        care_clock_set_fixed  (CareClock  *self,
                                   CareInstant instant);

G_END_DECLS

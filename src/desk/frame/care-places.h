/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk/frame/care-page.h"

G_BEGIN_DECLS

/**
 * CarePlaces:
 *
 * Pages on top of the home pages, one behind the other: push shows a page, pop
 * goes back to the one before it. Emits CarePlaces::moved when another one is shown.
 */
#define CARE_TYPE_PLACES (care_places_get_type ())
G_DECLARE_FINAL_TYPE (CarePlaces, care_places, CARE, PLACES, AdwBin)

GtkWidget *care_places_new      (GtkWidget  *home) G_GNUC_WARN_UNUSED_RESULT;
void       care_places_push     (CarePlaces *self,
                                 CarePage   *page);
void       care_places_pop      (CarePlaces *self);
void       care_places_pop_all  (CarePlaces *self);
CarePage  *care_places_get_top  (CarePlaces *self);

G_END_DECLS

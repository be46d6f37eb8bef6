/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic.h"

G_BEGIN_DECLS

/* Fills an empty store with a believable day of about nine visits around the clock's day, in
 * all states, by running the real use-cases at their own times. */
gboolean care_clinic_fill_sample (CareStore       *store,
                                  CareClock       *clock,
                                  CareClinicInfo  *info,
                                  CareProtocol    *protocol,
                                  const char      *data_dir,
                                  const char      *state_dir,
                                  GError         **error);
/* The same in a new file, whole or not at all: a start that was cut off is begun anew. */
gboolean care_clinic_make_sample (const char      *path,
                                  CareClock       *clock,
                                  CareClinicInfo  *info,
                                  CareProtocol    *protocol,
                                  const char      *data_dir,
                                  const char      *state_dir,
                                  GError         **error);

/* A believable clinic of @patients lives, made from @seed: the same seed gives the same lives (ids are random).
 * @done: (nullable): told after each patient */
typedef void (*CareSynthesizeDone) (guint     patient,
                                    gpointer  user_data);
gboolean care_clinic_synthesize (CareStore           *store,
                                 CareClock           *clock,
                                 CareClinicInfo      *info,
                                 CareProtocol        *protocol,
                                 const char          *data_dir,
                                 const char          *state_dir,
                                 guint                patients,
                                 guint32              seed,
                                 CareSynthesizeDone   done,
                                 gpointer             user_data,
                                 GError             **error);

G_END_DECLS

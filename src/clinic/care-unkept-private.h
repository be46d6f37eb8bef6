/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic-types.h"

G_BEGIN_DECLS

/**
 * CareUnkept:
 * @visit: id of the visit
 * @patient: id of its patient
 * @finding: id of the finding
 * @choice: YES to treat, NO not to, UNKNOWN neither yet
 * @code: (nullable): the reason chosen
 * @words: (nullable): the clinician's own words
 * @who: the clinician, by id
 *
 * What a clinician has begun to decide and the disk did not take: held in memory until it does.
 */
typedef struct
{
  char    *visit;
  char    *patient;
  char    *finding;
  CareTri  choice;
  char    *code;
  char    *words;
  char    *who;
} CareUnkept;

void _care_unkept_free (CareUnkept *self);

G_END_DECLS

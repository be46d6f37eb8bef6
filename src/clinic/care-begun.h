/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib-object.h>

#include "base/care-instant.h"

G_BEGIN_DECLS

/**
 * CareBegunKind:
 * @CARE_BEGUN_REGISTRATION: a new patient, of whom nothing is on record yet
 * @CARE_BEGUN_BOOKING: a visit of a patient
 * @CARE_BEGUN_MOVE: another time for a visit
 * @CARE_BEGUN_COURSE: a patient's course
 */
typedef enum
{
  CARE_BEGUN_REGISTRATION,
  CARE_BEGUN_BOOKING,
  CARE_BEGUN_MOVE,
  CARE_BEGUN_COURSE,
} CareBegunKind;

/**
 * CareBegun:
 *
 * A page of the desk that somebody began to fill in and did not finish: what stands in it, who wrote it and when. It feeds
 * nothing.
 */
#define CARE_TYPE_BEGUN (care_begun_get_type ())
G_DECLARE_FINAL_TYPE (CareBegun, care_begun, CARE, BEGUN, GObject)

const char  *care_begun_get_id    (CareBegun   *self);
/* What was set in that field of the page; NULL for nothing. */
const char  *care_begun_get_entry (CareBegun   *self,
                                   const char  *name);
/* When it was last written to. */
CareInstant  care_begun_get_at    (CareBegun   *self);
/* The name of whoever wrote to it last; NULL when that is not known any more. */
const char  *care_begun_get_by    (CareBegun   *self);

G_END_DECLS

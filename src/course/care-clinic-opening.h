/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "base/care-json-view.h"

G_BEGIN_DECLS

/**
 * CareOpening:
 * @from: minutes after local midnight
 * @to: minutes after local midnight, up to 1440
 *
 * One span in which the clinic is open; the clock on the wall, not elapsed time.
 */
typedef struct
{
  int from;
  int to;
} CareOpening;

/**
 * CareClosedDay:
 * @from: first closed day
 * @to: last closed day
 * @text: (nullable): why, as patients are told
 */
typedef struct
{
  GDate     from;
  GDate     to;
  CareText *text;
} CareClosedDay;

/* Readers; errors name the place. */
gboolean   care_clinic_opening_read_date   (const CareJsonView  *view,
                                            const char          *member,
                                            CareJsonNeed         need,
                                            GDate               *out,
                                            GError             **error);
GArray    *care_clinic_opening_read_spans  (const CareJsonView  *view,
                                            const char          *day,
                                            GError             **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *care_clinic_opening_read_closed (const CareJsonView  *view,
                                            GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

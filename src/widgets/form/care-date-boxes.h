/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "widgets/form/care-date-digits.h"
#include "widgets/form/care-form-context.h"

G_BEGIN_DECLS

/**
 * CareDateBoxes:
 *
 * A date typed as digits into three named boxes, in the language's order with
 * an example, and read back in words below ("17 May 1980") so that a mixed-up
 * order is seen. Signal `edited` at every key.
 */
#define CARE_TYPE_DATE_BOXES (care_date_boxes_get_type ())
G_DECLARE_FINAL_TYPE (CareDateBoxes, care_date_boxes, CARE, DATE_BOXES, GtkWidget)

GtkWidget    *care_date_boxes_new       (CareFormContext *context) G_GNUC_WARN_UNUSED_RESULT;
/* Only a year is asked (nothing more is on record). */
void          care_date_boxes_set_year_only (CareDateBoxes *self,
                                         gboolean         year_only);
CareDateFault care_date_boxes_get_date  (CareDateBoxes   *self,
                                         const GDate     *latest,
                                         GDate           *out);
void          care_date_boxes_set_date  (CareDateBoxes   *self,
                                         const GDate     *date);
/* "31|2|1980": what was typed; NULL when nothing was. */
char         *care_date_boxes_dup_typed (CareDateBoxes   *self) G_GNUC_WARN_UNUSED_RESULT;
void          care_date_boxes_set_typed (CareDateBoxes   *self,
                                         const char      *typed);
/* The box in which the fault is, or the first. */
GtkWidget    *care_date_boxes_get_focus (CareDateBoxes   *self,
                                         CareDateFault    fault);
/* The fault in words, with the numbers that belong to it. */
char         *care_date_boxes_dup_fault (CareDateBoxes   *self,
                                         CareDateFault    fault) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

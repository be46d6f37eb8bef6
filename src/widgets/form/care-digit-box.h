/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "widgets/form/care-form-context.h"

G_BEGIN_DECLS

/**
 * CareDigitBox:
 *
 * A few digits with their name above: day, month, year, hours, minutes. Boxes
 * may be chained: a full one passes the focus on, a backspace in an empty one
 * gives it back. Signal `edited` at every key.
 */
#define CARE_TYPE_DIGIT_BOX (care_digit_box_get_type ())
G_DECLARE_FINAL_TYPE (CareDigitBox, care_digit_box, CARE, DIGIT_BOX, GtkWidget)

GtkWidget  *care_digit_box_new       (CareFormContext *context,
                                      const char      *name,
                                      guint            digits) G_GNUC_WARN_UNUSED_RESULT;
void        care_digit_box_set_next  (CareDigitBox    *self,
                                      CareDigitBox    *next);
/* The largest number whose first digit leaves room for a second: 3 for days, 1 for months. 0: never early. */
void        care_digit_box_set_early (CareDigitBox    *self,
                                      int              early);
const char *care_digit_box_get_text  (CareDigitBox    *self);
void        care_digit_box_set_text  (CareDigitBox    *self,
                                      const char      *text);
GtkWidget  *care_digit_box_get_entry (CareDigitBox    *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "widgets/form/care-form-context.h"

G_BEGIN_DECLS

/**
 * CareTimeBoxes:
 *
 * A time of day typed as digits: hours and minutes, and two buttons for the
 * half of the day where the language counts to twelve. Signal `edited` at
 * every key.
 */
#define CARE_TYPE_TIME_BOXES (care_time_boxes_get_type ())
G_DECLARE_FINAL_TYPE (CareTimeBoxes, care_time_boxes, CARE, TIME_BOXES, GtkWidget)

GtkWidget  *care_time_boxes_new       (CareFormContext *context) G_GNUC_WARN_UNUSED_RESULT;
gboolean    care_time_boxes_is_empty  (CareTimeBoxes   *self);
/* NULL when a time stands there, else the key of the words that say what is wrong. */
const char *care_time_boxes_get_time  (CareTimeBoxes   *self,
                                       int             *hour,
                                       int             *minute);
/* @hour -1: empty */
void        care_time_boxes_set_time  (CareTimeBoxes   *self,
                                       int              hour,
                                       int              minute);
/* "25|61|": what was typed; NULL when nothing was. */
char       *care_time_boxes_dup_typed (CareTimeBoxes   *self) G_GNUC_WARN_UNUSED_RESULT;
void        care_time_boxes_set_typed (CareTimeBoxes   *self,
                                       const char      *typed);
GtkWidget  *care_time_boxes_get_focus (CareTimeBoxes   *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "widgets/form/care-form-context.h"

G_BEGIN_DECLS

/**
 * CareClockChoice:
 *
 * Stands below the boxes of a time and shows itself when the clocks change
 * over it: a time that comes twice is chosen by one of two tiles, and for one
 * that does not exist the two tiles are the times that may be meant.
 *
 * Signals:
 * - `chosen`: (instant): somebody touched a tile; take the boxes' time from it where it was missing
 */
#define CARE_TYPE_CLOCK_CHOICE (care_clock_choice_get_type ())
G_DECLARE_FINAL_TYPE (CareClockChoice, care_clock_choice, CARE, CLOCK_CHOICE, GtkWidget)

GtkWidget   *care_clock_choice_new       (CareFormContext *context) G_GNUC_WARN_UNUSED_RESULT;
/* What is typed now; @date NULL: nothing whole. Nobody means a time after @latest, where that is not CARE_INSTANT_NONE. */
void         care_clock_choice_look      (CareClockChoice *self,
                                          const GDate     *date,
                                          int              hour,
                                          int              minute,
                                          CareInstant      latest);
/* Which of the two it is. */
void         care_clock_choice_set       (CareClockChoice *self,
                                          CareInstant      instant);
/* The instant; else CARE_INSTANT_NONE with the key of the words that say what to do. */
CareInstant  care_clock_choice_get       (CareClockChoice *self,
                                          const char     **fault);
/* NULL when nothing has to be chosen. */
GtkWidget   *care_clock_choice_get_focus (CareClockChoice *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CareTone:
 *
 * How loud a state speaks. Each has its own symbol and always a word: colour
 * never says anything alone.
 */
typedef enum
{
  CARE_TONE_QUIET,
  CARE_TONE_WAITING,
  CARE_TONE_ACTIVE,
  CARE_TONE_GOOD,
  CARE_TONE_DECIDE,
  CARE_TONE_STOP,
} CareTone;

/**
 * CareStateTag:
 *
 * A symbol and a word for the state of something.
 */
#define CARE_TYPE_STATE_TAG (care_state_tag_get_type ())
G_DECLARE_FINAL_TYPE (CareStateTag, care_state_tag, CARE, STATE_TAG, GtkWidget)

GtkWidget  *care_state_tag_new       (void) G_GNUC_WARN_UNUSED_RESULT;
void        care_state_tag_set       (CareStateTag *self,
                                      CareTone      tone,
                                      const char   *word);

G_END_DECLS

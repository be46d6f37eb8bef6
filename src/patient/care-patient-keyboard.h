/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "patient/care-keyboards.h"
#include "widgets/form/care-form-context.h"

G_BEGIN_DECLS

/**
 * CarePatientKeyboard:
 *
 * Keys to touch, for a device without any: a keypad for numbers, letters of
 * the language for text. Its letters are data (#CareKeyboards), so that a
 * clinic adds those of its language. It never takes the focus.
 *
 * Signals:
 * - `hide-keys`: the key that puts it away was touched
 */
#define CARE_TYPE_PATIENT_KEYBOARD (care_patient_keyboard_get_type ())
G_DECLARE_FINAL_TYPE (CarePatientKeyboard, care_patient_keyboard, CARE, PATIENT_KEYBOARD, GtkWidget)

GtkWidget *care_patient_keyboard_new        (void) G_GNUC_WARN_UNUSED_RESULT;
/* A #GtkText or #GtkTextView, or NULL; the keys follow its input purpose and the context's language. */
void       care_patient_keyboard_set_target (CarePatientKeyboard *self,
                                             CareFormContext     *context,
                                             GtkWidget           *target);
/* The layouts, NULL for a screen that has digits alone; BCP 47 tags, ended by NULL: a key goes from the letters of one to
 * those of the next. */
void       care_patient_keyboard_set_languages (CarePatientKeyboard *self,
                                             CareKeyboards       *keyboards,
                                             const char *const   *languages);
/* Two rows of digits instead of four, for a screen with little height. */
void       care_patient_keyboard_set_compact (CarePatientKeyboard *self,
                                             gboolean             compact);

G_END_DECLS

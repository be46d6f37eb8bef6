/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** CARE_PIN_LENGTH: digits of a PIN. */
#define CARE_PIN_LENGTH 6

/**
 * CarePinPad:
 *
 * Dots and a keypad for a PIN, by touch or by keyboard. Emits
 * CarePinPad::entered with the digits when the last one is in; they are wiped
 * when the handlers have run.
 */
#define CARE_TYPE_PIN_PAD (care_pin_pad_get_type ())
G_DECLARE_FINAL_TYPE (CarePinPad, care_pin_pad, CARE, PIN_PAD, GtkWidget)

GtkWidget *care_pin_pad_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void       care_pin_pad_clear      (CarePinPad *self);
void       care_pin_pad_say        (CarePinPad *self,
                                    const char *message);
void       care_pin_pad_refuse     (CarePinPad *self,
                                    const char *message,
                                    guint       seconds);
void       care_pin_pad_add_digit  (CarePinPad *self,
                                    char        digit);
guint      care_pin_pad_get_filled (CarePinPad *self);

G_END_DECLS

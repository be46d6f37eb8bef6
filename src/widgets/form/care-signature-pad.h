/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * CareSignaturePad:
 *
 * An area to sign in with finger, pen or mouse. Dots and an empty area are no
 * signature. What was drawn survives resizing and rotating. One finger or the
 * pen draws, whatever else of the hand lies on it, and no page around it
 * scrolls meanwhile.
 *
 * Signals:
 * - `drawn`: a stroke ended, or everything was taken away
 */
#define CARE_TYPE_SIGNATURE_PAD (care_signature_pad_get_type ())
G_DECLARE_FINAL_TYPE (CareSignaturePad, care_signature_pad, CARE, SIGNATURE_PAD, GtkWidget)

GtkWidget *care_signature_pad_new        (void) G_GNUC_WARN_UNUSED_RESULT;
void       care_signature_pad_clear      (CareSignaturePad *self);
gboolean   care_signature_pad_is_empty   (CareSignaturePad *self);
gboolean   care_signature_pad_get_signed (CareSignaturePad *self);
char      *care_signature_pad_dup_svg    (CareSignaturePad *self) G_GNUC_WARN_UNUSED_RESULT;
/* Shows what care_signature_pad_dup_svg() wrote down; anything else is left out. */
void       care_signature_pad_set_svg    (CareSignaturePad *self,
                                          const char       *svg);

/* Strokes as if drawn, in units of the pad's width. */
void       care_signature_pad_begin      (CareSignaturePad *self,
                                          double            x,
                                          double            y);
void       care_signature_pad_draw_to    (CareSignaturePad *self,
                                          double            x,
                                          double            y);
void       care_signature_pad_end        (CareSignaturePad *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * CareStrokes:
 *
 * What is drawn where somebody signs, in units of the area's width, so that it
 * survives resizing and rotating.
 */
typedef struct _CareStrokes CareStrokes;

CareStrokes *care_strokes_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void         care_strokes_free         (CareStrokes       *self);
void         care_strokes_clear        (CareStrokes       *self);
gboolean     care_strokes_is_empty     (const CareStrokes *self);
void         care_strokes_begin        (CareStrokes       *self,
                                        double             x,
                                        double             y);
void         care_strokes_draw_to      (CareStrokes       *self,
                                        double             x,
                                        double             y);
void         care_strokes_drop_last    (CareStrokes       *self);
/* More than dots and dashes. */
gboolean     care_strokes_is_signature (const CareStrokes *self);
void         care_strokes_trace        (const CareStrokes *self,
                                        cairo_t           *cr,
                                        double             unit);
char        *care_strokes_dup_svg      (const CareStrokes *self) G_GNUC_WARN_UNUSED_RESULT;
/* Takes what care_strokes_dup_svg() wrote down; anything else is left out. */
void         care_strokes_set_svg      (CareStrokes       *self,
                                        const char        *svg);

G_END_DECLS

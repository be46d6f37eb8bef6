/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * CareInk:
 * @CARE_INK_BLACK: sentences, moments, numbers, boxes, the code
 * @CARE_INK_ACCENT: headings, rules, the line of time, pictures
 * @CARE_INK_ALARM: the emergency level and nothing else
 * @CARE_INK_WHITE: on a filled bar, and round what must stand free
 * @CARE_INK_SHADE: what stands across a page, under everything
 *
 * The inks of a sheet. What a thing means never hangs on its ink: in grey each of the first three reads
 * as black does, and where there is black alone they are black.
 */
typedef enum
{
  CARE_INK_BLACK,
  CARE_INK_ACCENT,
  CARE_INK_ALARM,
  CARE_INK_WHITE,
  CARE_INK_SHADE,
  CARE_N_INKS,
} CareInk;

const char *care_ink_get_hex (CareInk  ink);
void        care_ink_use     (CareInk  ink,
                              cairo_t *cr);

G_END_DECLS

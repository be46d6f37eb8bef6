/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-ink.h"

/* Seven to one against white for all that carries a meaning, and near six to one on the shade: also for eyes that
 * miss some of it, and on a printer that makes dots of colours. */
static const char *const inks[CARE_N_INKS] = {
  [CARE_INK_BLACK] = "#000000",
  [CARE_INK_ACCENT] = "#005f73",
  [CARE_INK_ALARM] = "#b00020",
  [CARE_INK_WHITE] = "#ffffff",
  [CARE_INK_SHADE] = "#e8e8e8",
};

/**
 * care_ink_get_hex:
 * @ink: an ink
 *
 * Returns: (nullable): it, as SVG writes it: "#005f73"
 */
const char *
care_ink_get_hex (CareInk ink)
{
  g_return_val_if_fail ((guint) ink < CARE_N_INKS, NULL);

  return inks[ink];
}

/**
 * care_ink_use:
 * @ink: an ink
 * @cr: what draws with it from here on
 *
 * Draws with @ink.
 */
void
care_ink_use (CareInk  ink,
              cairo_t *cr)
{
  guint64 value;

  g_return_if_fail ((guint) ink < CARE_N_INKS);

  value = g_ascii_strtoull (inks[ink] + 1, NULL, 16);
  cairo_set_source_rgb (cr, (double) (value >> 16 & 0xff) / 255, (double) (value >> 8 & 0xff) / 255, (double) (value & 0xff) / 255);
}

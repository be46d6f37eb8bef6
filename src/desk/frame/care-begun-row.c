/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/frame/care-begun-row.h"

#include <glib/gi18n.h>

#include "desk/care-desk-errors.h"
#include "desk/frame/care-fact-row.h"

/**
 * care_begun_row_new:
 * @desk: what the pages work with
 * @begun: what was begun
 * @title: what it is
 * @state: what it is not yet: "Nothing is booked yet"
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
care_begun_row_new (CareDesk   *desk,
                    CareBegun  *begun,
                    const char *title,
                    const char *state)
{
  g_return_val_if_fail (CARE_IS_DESK (desk), NULL);
  g_return_val_if_fail (CARE_IS_BEGUN (begun), NULL);
  g_return_val_if_fail (title != NULL && state != NULL, NULL);

  g_autofree char *at = care_format_moment (care_desk_get_format (desk), care_begun_get_at (begun));
  g_autofree char *who = care_begun_get_by (begun) != NULL ? g_strdup_printf ("%s, %s", care_begun_get_by (begun), at) : g_strdup (at);
  g_autofree char *about = g_strdup_printf ("%s · %s", who, state);
  GtkWidget *row = care_fact_row_new (title, about);

  gtk_widget_add_css_class (row, "card");
  return row;
}

/**
 * care_begun_row_new_unkept:
 * @error: why it is not on the disk
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
care_begun_row_new_unkept (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  g_autofree char *words = care_desk_errors_dup_words (error);
  GtkWidget *row = care_fact_row_new (_("What stands here could not be kept"), words);

  gtk_widget_add_css_class (row, "card");
  return row;
}

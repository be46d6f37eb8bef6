/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/frame/care-begun-row.h"

#include <glib/gi18n.h>

#include "desk/care-desk-errors.h"
#include "desk/frame/care-clear.h"
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
 * care_begun_row_show:
 * @box: where a page says what was begun on it
 * @row: (nullable) (transfer floating): a card; NULL for nothing
 * @throw_away: the action that empties the page
 * @target: (nullable): what that action is about
 */
void
care_begun_row_show (GtkBox     *box,
                     GtkWidget  *row,
                     const char *throw_away,
                     const char *target)
{
  g_return_if_fail (GTK_IS_BOX (box));
  g_return_if_fail (throw_away != NULL);

  care_clear_box (box);
  if (row != NULL)
    {
      care_fact_row_add (row, care_new_button (_("_Throw it away"), throw_away, target));
      gtk_box_append (box, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (box), row != NULL);
}

/**
 * care_begun_row_show_unkept:
 * @box: where a page says what was begun on it
 * @error: why it is not on the disk
 * @throw_away: the action that empties the page
 * @target: (nullable): what that action is about
 */
void
care_begun_row_show_unkept (GtkBox       *box,
                            const GError *error,
                            const char   *throw_away,
                            const char   *target)
{
  g_return_if_fail (error != NULL);

  g_autofree char *words = care_desk_errors_dup_words (error);
  GtkWidget *row = care_fact_row_new (_("What stands here could not be kept"), words);

  gtk_widget_add_css_class (row, "card");
  care_begun_row_show (box, row, throw_away, target);
}

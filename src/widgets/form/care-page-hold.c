/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-page-hold.h"

struct _CarePageHold
{
  GPtrArray *pages;   /* of GtkScrolledWindow */
};

/**
 * care_page_hold_new: (skip)
 * @widget: what is drawn on
 *
 * Returns: (transfer full): what holds the pages around it still until it is freed
 */
CarePageHold *
care_page_hold_new (GtkWidget *widget)
{
  CarePageHold *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  self = g_new0 (CarePageHold, 1);
  self->pages = g_ptr_array_new_with_free_func (g_object_unref);
  for (GtkWidget *above = gtk_widget_get_parent (widget); above != NULL; above = gtk_widget_get_parent (above))
    if (GTK_IS_SCROLLED_WINDOW (above) && gtk_scrolled_window_get_kinetic_scrolling (GTK_SCROLLED_WINDOW (above)))
      {
        gtk_scrolled_window_set_kinetic_scrolling (GTK_SCROLLED_WINDOW (above), FALSE);
        g_ptr_array_add (self->pages, g_object_ref (above));
      }

  return self;
}

/**
 * care_page_hold_free: (skip)
 * @self: what holds pages still
 */
void
care_page_hold_free (CarePageHold *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->pages->len; i++)
    gtk_scrolled_window_set_kinetic_scrolling (g_ptr_array_index (self->pages, i), TRUE);
  g_ptr_array_unref (self->pages);
  g_free (self);
}

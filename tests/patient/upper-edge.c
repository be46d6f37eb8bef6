/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "upper-edge.h"

#define SLACK 1.5

typedef struct
{
  GtkWidget *scroller;
  double     above;
  UpperEdge  edge;
} Look;

static void
look_at_label (Look      *look,
               GtkWidget *label)
{
  PangoLayoutIter *iter;
  graphene_rect_t bounds;
  int down;

  if (!gtk_widget_compute_bounds (label, look->scroller, &bounds)
      || (double) (bounds.origin.y + bounds.size.height) > look->above + 1.0)
    return;

  gtk_label_get_layout_offsets (GTK_LABEL (label), NULL, &down);
  iter = pango_layout_get_iter (gtk_label_get_layout (GTK_LABEL (label)));
  do
    {
      PangoRectangle ink;
      double top;
      double bottom;

      pango_layout_iter_get_line_extents (iter, &ink, NULL);
      top = (double) bounds.origin.y + down + (double) ink.y / PANGO_SCALE;
      bottom = top + (double) ink.height / PANGO_SCALE;
      if (top < -SLACK && bottom > SLACK)
        look->edge.cut = MAX (look->edge.cut, -top);
      if (top < -SLACK)
        look->edge.nearest = MIN (look->edge.nearest, -top);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
look_at (Look      *look,
         GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || GTK_IS_BUTTON (widget) || GTK_IS_EDITABLE (widget))
    return;
  if (GTK_IS_LABEL (widget))
    look_at_label (look, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    look_at (look, child);
}

UpperEdge
upper_edge_look (GtkWidget *scroller,
                 GtkWidget *block,
                 double     above)
{
  Look look = { scroller, above, { 0.0, G_MAXDOUBLE } };

  look_at (&look, block);

  return look.edge;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "patient/care-patient-window-private.h"

#include <math.h>

#include "widgets/form/care-field.h"

/* Where the page stands when something takes the focus: what is typed in is seen whatever else there is no room for; above it the
 * whole question, or, where both are higher than what is seen of the page, its last whole lines. No line is cut. */

/* What is seen below the focus where there is room, so that one sees that the page goes on. */
#define BELOW 40.0
/* Between a line that is not seen any more and what has the focus. */
#define RIM   4.0

typedef struct
{
  GtkWidget *clamp;
  double     above;   /* only what ends above the focus counts */
  double     least;   /* only what begins so far below the page's upper edge can be seen with it */
  double     first;   /* the highest of these lines */
} Lines;

/* The question with all its answers; on a page that is no form's, the page. */
static GtkWidget *
find_block (CarePatientWindow *self,
            GtkWidget         *focus)
{
  GtkWidget *field = gtk_widget_get_ancestor (focus, CARE_TYPE_FIELD);

  return field != NULL ? field : adw_bin_get_child (self->page);
}

static GtkWidget *
find_first_field (GtkWidget *widget)
{
  if (CARE_IS_FIELD (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *field = find_first_field (child);

      if (field != NULL)
        return field;
    }

  return NULL;
}

static void
look_at_label (Lines     *lines,
               GtkWidget *label)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (label));
  PangoLayoutIter *iter;
  graphene_rect_t bounds;
  int down;

  if (!gtk_widget_compute_bounds (label, lines->clamp, &bounds)
      || (double) (bounds.origin.y + bounds.size.height) > lines->above + 1.0)
    return;

  gtk_label_get_layout_offsets (GTK_LABEL (label), NULL, &down);
  iter = pango_layout_get_iter (layout);
  do
    {
      PangoRectangle ink;
      double y;

      pango_layout_iter_get_line_extents (iter, &ink, NULL);
      y = (double) bounds.origin.y + down + floor ((double) ink.y / PANGO_SCALE);
      if (y >= lines->least && y < lines->first)
        lines->first = y;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* Words on what is touched are no question's. */
static void
look_at_lines (Lines     *lines,
               GtkWidget *widget)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_mapped (widget) || GTK_IS_BUTTON (widget) || GTK_IS_EDITABLE (widget))
    return;
  if (GTK_IS_LABEL (widget))
    look_at_label (lines, widget);
  /* What is wrong is seen with its sign. */
  if (gtk_widget_has_css_class (widget, "care-problem") && gtk_widget_compute_bounds (widget, lines->clamp, &bounds)
      && (double) bounds.origin.y >= lines->least)
    lines->first = MIN (lines->first, (double) bounds.origin.y);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    look_at_lines (lines, child);
}

/* The highest place to begin at from which @bottom is still seen, and where no line of the question is cut; -1 where there is none.
 * @whole: whether nothing of the question is above it. */
static double
find_top (CarePatientWindow *self,
          GtkWidget         *focus,
          double             above,
          double             bottom,
          gboolean          *whole)
{
  double page = gtk_adjustment_get_page_size (gtk_scrolled_window_get_vadjustment (self->scroller));
  GtkWidget *block = find_block (self, focus);
  Lines lines = { GTK_WIDGET (self->clamp), above, bottom - page, G_MAXDOUBLE };
  graphene_rect_t bounds;

  *whole = TRUE;
  if (block == NULL || !gtk_widget_is_ancestor (focus, block))
    return -1.0;
  /* The page's heading belongs to its first question. */
  if (bottom <= page && (!CARE_IS_FIELD (block) || block == find_first_field (GTK_WIDGET (self->page))))
    return 0.0;
  if (gtk_widget_compute_bounds (block, GTK_WIDGET (self->clamp), &bounds) && (double) bounds.origin.y >= lines.least)
    return (double) bounds.origin.y;
  look_at_lines (&lines, block);
  if (lines.first >= G_MAXDOUBLE)
    return -1.0;

  *whole = FALSE;

  return lines.first;
}

void
_care_patient_window_scroll_to_focus (CarePatientWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (self->scroller);
  double page = gtk_adjustment_get_page_size (scroll);
  graphene_rect_t bounds;
  double y;
  double bottom;
  double top;
  gboolean whole;

  if (focus != NULL && GTK_IS_TEXT (focus))
    focus = gtk_widget_get_parent (focus);
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->clamp)) ||
      !gtk_widget_compute_bounds (focus, GTK_WIDGET (self->clamp), &bounds))
    return;

  y = (double) bounds.origin.y;
  bottom = y + (double) bounds.size.height;
  top = find_top (self, focus, y, bottom, &whole);
  /* There is no room for a line of it; or it is one of many answers, far below its question. */
  if (top < 0.0)
    {
      top = MIN (y, MAX (y - RIM, bottom - page));
      whole = !GTK_IS_EDITABLE (focus);
    }
  if (whole)
    gtk_adjustment_clamp_page (scroll, top, MIN (bottom + BELOW, top + page));
  else
    gtk_adjustment_set_value (scroll, top);
}

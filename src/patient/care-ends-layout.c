/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "patient/care-ends-layout.h"

#define SPACING 10

struct _CareEndsLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (CareEndsLayout, care_ends_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct
{
  GtkWidget *first;
  GtkWidget *middle;
  GtkWidget *last;
} Ends;

/* How many rows the children need, and what is in them. */
typedef enum
{
  ONE_ROW,
  MIDDLE_ABOVE,
  EACH_A_ROW,
} Rows;

static void
find_ends (GtkWidget *widget,
           Ends      *ends)
{
  ends->first = gtk_widget_get_first_child (widget);
  ends->last = gtk_widget_get_last_child (widget);
  ends->middle = ends->first != NULL ? gtk_widget_get_next_sibling (ends->first) : NULL;

  if (ends->middle == ends->last)
    ends->middle = NULL;
  if (ends->last == ends->first)
    ends->last = NULL;
  if (ends->middle != NULL && !gtk_widget_should_layout (ends->middle))
    ends->middle = NULL;
  if (ends->first != NULL && !gtk_widget_should_layout (ends->first))
    ends->first = NULL;
  if (ends->last != NULL && !gtk_widget_should_layout (ends->last))
    ends->last = NULL;
}

static int
get_width (GtkWidget *child,
           gboolean   natural)
{
  int min = 0;
  int nat = 0;

  if (child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, &nat, NULL, NULL);

  return natural ? nat : min;
}

static int
get_height (GtkWidget *child,
            int        width)
{
  int min = 0;
  int nat = 0;

  if (child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &min, &nat, NULL, NULL);

  return nat;
}

static Rows
get_rows (const Ends *ends,
          int         width)
{
  int first = get_width (ends->first, TRUE);
  int last = get_width (ends->last, TRUE);
  int middle = get_width (ends->middle, TRUE);

  /* The middle one stands in the true middle: both sides count as the wider one. */
  if (ends->middle != NULL ? 2 * MAX (first, last) + middle + 2 * SPACING <= width
                           : first + last + SPACING <= width)
    return ONE_ROW;
  if (first + last + SPACING <= width)
    return MIDDLE_ABOVE;

  return EACH_A_ROW;
}

static int
get_total_height (const Ends *ends,
                  int         width)
{
  int first = get_height (ends->first, MIN (width, get_width (ends->first, TRUE)));
  int last = get_height (ends->last, MIN (width, get_width (ends->last, TRUE)));
  int middle = get_height (ends->middle, MIN (width, get_width (ends->middle, TRUE)));
  int above = ends->middle != NULL ? middle + SPACING : 0;

  switch (get_rows (ends, width))
    {
    case ONE_ROW:
      return MAX (MAX (first, last), middle);
    case MIDDLE_ABOVE:
      return above + MAX (first, last);
    case EACH_A_ROW:
    default:
      return above + first + (ends->first != NULL && ends->last != NULL ? SPACING : 0) + last;
    }
}

static GtkSizeRequestMode
care_ends_layout_get_request_mode (GtkLayoutManager *layout,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
care_ends_layout_measure (GtkLayoutManager *layout,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  Ends ends;

  find_ends (widget, &ends);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (MAX (get_width (ends.first, FALSE), get_width (ends.last, FALSE)), get_width (ends.middle, FALSE));
      *natural = get_width (ends.first, TRUE) + get_width (ends.last, TRUE) + get_width (ends.middle, TRUE) + 2 * SPACING;
      return;
    }

  *minimum = *natural = get_total_height (&ends, for_size < 0 ? get_width (widget, FALSE) : for_size);
}

static void
place (GtkWidget *child,
       int        x,
       int        y,
       int        width,
       int        height)
{
  GtkAllocation box = { x, y, width, height };

  if (child != NULL)
    gtk_widget_size_allocate (child, &box, -1);
}

static void
care_ends_layout_allocate (GtkLayoutManager *layout,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  Ends ends;
  Rows rows;
  int first;
  int last;
  int middle;
  int above;

  find_ends (widget, &ends);
  rows = get_rows (&ends, width);
  first = MIN (width, get_width (ends.first, TRUE));
  last = MIN (width, get_width (ends.last, TRUE));
  middle = MIN (width, get_width (ends.middle, TRUE));
  above = ends.middle != NULL && rows != ONE_ROW ? get_height (ends.middle, middle) + SPACING : 0;

  if (rows == ONE_ROW)
    place (ends.middle, (width - middle) / 2, 0, middle, height);
  else
    place (ends.middle, (width - middle) / 2, 0, middle, MAX (0, above - SPACING));

  if (rows == EACH_A_ROW)
    {
      int first_height = get_height (ends.first, first);

      place (ends.first, rtl ? width - first : 0, above, first, first_height);
      place (ends.last, rtl ? 0 : width - last, above + first_height + SPACING, last, get_height (ends.last, last));
      return;
    }
  place (ends.first, rtl ? width - first : 0, above, first, height - above);
  place (ends.last, rtl ? 0 : width - last, above, last, height - above);
}

static void
care_ends_layout_class_init (CareEndsLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = care_ends_layout_get_request_mode;
  layout_class->measure = care_ends_layout_measure;
  layout_class->allocate = care_ends_layout_allocate;
}

static void
care_ends_layout_init (CareEndsLayout *self)
{
}

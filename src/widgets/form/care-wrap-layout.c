/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-wrap-layout.h"

#include <pango/pangocairo.h>

struct _CareWrapLayout
{
  GtkLayoutManager parent_instance;

  double least_ems;
  double most_ems;
  int    max_columns;
  int    spacing;
};

G_DEFINE_FINAL_TYPE (CareWrapLayout, care_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
count_children (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_should_layout (child))
        n++;
    }

  return n;
}

static void
measure_widest (GtkWidget *widget,
                int       *minimum,
                int       *natural)
{
  *minimum = 0;
  *natural = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_min;
      int child_nat;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_min, &child_nat, NULL, NULL);
      *minimum = MAX (*minimum, child_min);
      *natural = MAX (*natural, child_nat);
    }
}

/**
 * care_wrap_layout_get_em:
 * @widget: a widget
 *
 * Returns: its type size in pixels
 */
double
care_wrap_layout_get_em (GtkWidget *widget)
{
  const PangoFontDescription *font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (gtk_widget_get_pango_context (widget)) / 72.0;

  return MAX (8.0, size);
}

static int
get_column (CareWrapLayout *self,
            GtkWidget      *widget,
            int             minimum,
            int             natural)
{
  double em = care_wrap_layout_get_em (widget);

  return MAX (minimum, (int) CLAMP (natural, self->least_ems * em, self->most_ems * em));
}

static int
get_columns (CareWrapLayout *self,
             GtkWidget      *widget,
             int             width)
{
  int n_children = MAX (1, count_children (widget));
  int minimum;
  int natural;
  int column;
  int columns;
  int rows;

  /* Nothing to find out. */
  if (self->max_columns == 1)
    return 1;
  measure_widest (widget, &minimum, &natural);
  column = get_column (self, widget, minimum, natural);
  columns = CLAMP ((width + self->spacing) / MAX (1, column + self->spacing), 1, MIN (self->max_columns, n_children));

  /* As few columns as give the same number of rows: four stand two and two, never three and one. */
  rows = (n_children + columns - 1) / columns;

  return (n_children + rows - 1) / rows;
}

static int
get_column_width (CareWrapLayout *self,
                  int             width,
                  int             columns)
{
  return MAX (0, (width - (columns - 1) * self->spacing) / columns);
}

/* The height of the row that begins at @first; @first is left at the row after it. */
static void
measure_row (GtkWidget **first,
             int         columns,
             int         column_width,
             int        *minimum,
             int        *natural)
{
  int column = 0;

  *minimum = 0;
  *natural = 0;

  while (*first != NULL && column < columns)
    {
      if (gtk_widget_should_layout (*first))
        {
          int child_min;
          int child_nat;

          gtk_widget_measure (*first, GTK_ORIENTATION_VERTICAL, column_width, &child_min, &child_nat, NULL, NULL);
          *minimum = MAX (*minimum, child_min);
          *natural = MAX (*natural, child_nat);
          column++;
        }
      *first = gtk_widget_get_next_sibling (*first);
    }
}

static GtkSizeRequestMode
care_wrap_layout_get_request_mode (GtkLayoutManager *layout,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
care_wrap_layout_measure (GtkLayoutManager *layout,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  CareWrapLayout *self = CARE_WRAP_LAYOUT (layout);
  int widest_min;
  int widest_nat;
  int columns;
  int column_width;
  GtkWidget *child = gtk_widget_get_first_child (widget);
  gboolean first_row = TRUE;

  measure_widest (widget, &widest_min, &widest_nat);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int n = CLAMP (count_children (widget), 1, self->max_columns);

      *minimum = widest_min;
      *natural = n * get_column (self, widget, widest_min, widest_nat) + (n - 1) * self->spacing;
      return;
    }

  /* Asked without a width: as if there were all that is wanted, which needs no label to wrap. */
  if (for_size < 0)
    for_size = widest_nat;
  columns = get_columns (self, widget, for_size);
  column_width = MAX (widest_min, get_column_width (self, for_size, columns));

  *minimum = 0;
  *natural = 0;
  while (child != NULL)
    {
      int row_min;
      int row_nat;

      measure_row (&child, columns, column_width, &row_min, &row_nat);
      *minimum += row_min + (first_row ? 0 : self->spacing);
      *natural += row_nat + (first_row ? 0 : self->spacing);
      first_row = FALSE;
    }
}

static void
care_wrap_layout_allocate (GtkLayoutManager *layout,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  CareWrapLayout *self = CARE_WRAP_LAYOUT (layout);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int columns = get_columns (self, widget, width);
  int column_width = get_column_width (self, width, columns);
  GtkWidget *row = gtk_widget_get_first_child (widget);
  int y = 0;

  while (row != NULL)
    {
      GtkWidget *next = row;
      int row_min;
      int row_nat;
      int column = 0;

      measure_row (&next, columns, column_width, &row_min, &row_nat);
      for (GtkWidget *child = row; child != next; child = gtk_widget_get_next_sibling (child))
        {
          int place = rtl ? columns - 1 - column : column;
          GtkAllocation box = { place * (column_width + self->spacing), y, column_width, row_nat };

          if (!gtk_widget_should_layout (child))
            continue;
          if (columns == 1)
            box.x = 0;
          gtk_widget_size_allocate (child, &box, -1);
          column++;
        }
      y += row_nat + self->spacing;
      row = next;
    }
}

static void
care_wrap_layout_class_init (CareWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = care_wrap_layout_get_request_mode;
  layout_class->measure = care_wrap_layout_measure;
  layout_class->allocate = care_wrap_layout_allocate;
}

static void
care_wrap_layout_init (CareWrapLayout *self)
{
  self->max_columns = 1;
}

/**
 * care_wrap_layout_new:
 * @least_ems: least width of a column, in units of the type size
 * @most_ems: width beyond which labels wrap rather than widen their column
 * @max_columns: most columns, at least 1
 * @spacing: pixels between columns and between rows
 *
 * Returns: (transfer full): a layout manager for one widget
 */
GtkLayoutManager *
care_wrap_layout_new (double least_ems,
                      double most_ems,
                      int    max_columns,
                      int    spacing)
{
  CareWrapLayout *self;

  g_return_val_if_fail (least_ems <= most_ems, NULL);
  g_return_val_if_fail (max_columns >= 1, NULL);

  self = g_object_new (CARE_TYPE_WRAP_LAYOUT, NULL);
  self->least_ems = least_ems;
  self->most_ems = most_ems;
  self->max_columns = max_columns;
  self->spacing = spacing;

  return GTK_LAYOUT_MANAGER (self);
}

/**
 * care_wrap_layout_new_column:
 * @spacing: pixels between the children
 *
 * Returns: (transfer full): a layout manager for one widget
 */
GtkLayoutManager *
care_wrap_layout_new_column (int spacing)
{
  return care_wrap_layout_new (1.0, 16.0, 1, spacing);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-row-layout.h"

#include "widgets/form/care-wrap-layout.h"

struct _CareRowLayout
{
  GtkLayoutManager parent_instance;

  double spacing_ems;
  int    spacing;
};

G_DEFINE_FINAL_TYPE (CareRowLayout, care_row_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
get_spacing (CareRowLayout *self,
             GtkWidget     *widget)
{
  return self->spacing + (int) (self->spacing_ems * care_wrap_layout_get_em (widget));
}

static int
collect (CareRowLayout *self,
         GtkWidget     *widget,
         GArray        *sizes,
         GPtrArray     *children)
{
  int spacing = get_spacing (self, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkRequestedSize size = { .data = child };

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &size.minimum_size, &size.natural_size, NULL, NULL);
      g_array_append_val (sizes, size);
      g_ptr_array_add (children, child);
    }

  return sizes->len > 0 ? spacing * (int) (sizes->len - 1) : 0;
}

/* What each child gets of @width, in minimum_size. */
static void
share (GArray    *sizes,
       GPtrArray *children,
       int        width,
       int        gaps)
{
  GtkRequestedSize *all = (GtkRequestedSize *) (gpointer) sizes->data;
  int left = width - gaps;
  int expanding = 0;

  for (guint i = 0; i < sizes->len; i++)
    {
      left -= all[i].minimum_size;
      expanding += gtk_widget_compute_expand (g_ptr_array_index (children, i), GTK_ORIENTATION_HORIZONTAL);
    }
  left = gtk_distribute_natural_allocation (MAX (0, left), sizes->len, all);
  for (guint i = 0; i < sizes->len && expanding > 0; i++)
    {
      if (!gtk_widget_compute_expand (g_ptr_array_index (children, i), GTK_ORIENTATION_HORIZONTAL))
        continue;
      all[i].minimum_size += left / expanding;
      left -= left / expanding;
      expanding--;
    }
}

static GtkSizeRequestMode
care_row_layout_get_request_mode (GtkLayoutManager *layout,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
care_row_layout_measure (GtkLayoutManager *layout,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (GtkRequestedSize));
  g_autoptr (GPtrArray) children = g_ptr_array_new ();
  int gaps = collect (CARE_ROW_LAYOUT (layout), widget, sizes, children);

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? gaps : 0;
  *natural = *minimum;
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    share (sizes, children, for_size, gaps);
  for (guint i = 0; i < sizes->len; i++)
    {
      GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
      int child_min;
      int child_nat;

      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          *minimum += size->minimum_size;
          *natural += size->natural_size;
          continue;
        }
      gtk_widget_measure (size->data, GTK_ORIENTATION_VERTICAL, for_size >= 0 ? size->minimum_size : size->natural_size,
                          &child_min, &child_nat, NULL, NULL);
      *minimum = MAX (*minimum, child_min);
      *natural = MAX (*natural, child_nat);
    }
}

static void
care_row_layout_allocate (GtkLayoutManager *layout,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  CareRowLayout *self = CARE_ROW_LAYOUT (layout);
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (GtkRequestedSize));
  g_autoptr (GPtrArray) children = g_ptr_array_new ();
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int gaps = collect (self, widget, sizes, children);
  int x = 0;

  share (sizes, children, width, gaps);
  for (guint i = 0; i < sizes->len; i++)
    {
      GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
      GtkAllocation box = { rtl ? width - x - size->minimum_size : x, 0, size->minimum_size, height };

      gtk_widget_size_allocate (size->data, &box, -1);
      x += size->minimum_size + get_spacing (self, widget);
    }
}

static void
care_row_layout_class_init (CareRowLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = care_row_layout_get_request_mode;
  layout_class->measure = care_row_layout_measure;
  layout_class->allocate = care_row_layout_allocate;
}

static void
care_row_layout_init (CareRowLayout *self)
{
}

/**
 * care_row_layout_new:
 * @spacing_ems: space between two children, in units of the type size
 * @spacing: pixels beside that
 *
 * Returns: (transfer full): a layout manager for one widget
 */
GtkLayoutManager *
care_row_layout_new (double spacing_ems,
                     int    spacing)
{
  CareRowLayout *self = g_object_new (CARE_TYPE_ROW_LAYOUT, NULL);

  self->spacing_ems = spacing_ems;
  self->spacing = spacing;

  return GTK_LAYOUT_MANAGER (self);
}

/**
 * care_row_layout_new_box:
 * @spacing_ems: space between two children, in units of the type size
 * @spacing: pixels beside that
 *
 * Returns: (transfer floating): a #GtkBox that is laid out so
 */
GtkWidget *
care_row_layout_new_box (double spacing_ems,
                         int    spacing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, care_row_layout_new (spacing_ems, spacing));

  return box;
}

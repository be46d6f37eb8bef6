/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/frame/care-wrap-box.h"

#include "desk/frame/care-clear.h"

struct _CareWrapBox
{
  GtkWidget parent_instance;

  int spacing;
  int line_spacing;
  int comfort;
};

typedef struct
{
  GtkWidget *child;
  int        minimum;
  int        wish;
  gboolean   expands;
} CareWrapItem;

enum
{
  PROP_0,
  PROP_SPACING,
  PROP_LINE_SPACING,
  PROP_COMFORT,
  N_PROPS,
};

G_DEFINE_FINAL_TYPE (CareWrapBox, care_wrap_box, GTK_TYPE_WIDGET)

/* Larger text needs more room to be read in comfort. */
static int
get_comfort (CareWrapBox *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);

  return dpi > 0 ? (int) ((gint64) self->comfort * dpi / (96 * 1024)) : self->comfort;
}

static GArray *
collect_items (CareWrapBox *self)
{
  int comfort = get_comfort (self);
  GArray *items = g_array_new (FALSE, FALSE, sizeof (CareWrapItem));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      CareWrapItem item = { .child = child };
      int natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &item.minimum, &natural, NULL, NULL);
      item.expands = gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
      item.wish = natural;
      if (item.expands && natural > comfort)
        item.wish = MAX (item.minimum, MIN (natural, comfort));
      g_array_append_val (items, item);
    }
  return items;
}

/* The first item that no longer fits on the line beginning with @start. */
static guint
find_line_end (CareWrapBox *self,
               GArray      *items,
               guint        start,
               int          width)
{
  int used = g_array_index (items, CareWrapItem, start).wish;
  guint end;

  for (end = start + 1; end < items->len; end++)
    {
      used += self->spacing + g_array_index (items, CareWrapItem, end).wish;
      if (used > width)
        break;
    }
  return end;
}

/* Gives what the line has left over to its expanding items; returns the widths. */
static int *
share_line (CareWrapBox *self,
            GArray      *items,
            guint        start,
            guint        end,
            int          width)
{
  int *widths = g_new (int, end - start);
  int used = self->spacing * (int) (end - start - 1);
  int expanding = 0;

  for (guint i = start; i < end; i++)
    {
      const CareWrapItem *item = &g_array_index (items, CareWrapItem, i);

      widths[i - start] = MAX (item->minimum, MIN (item->wish, width));
      used += widths[i - start];
      expanding += item->expands;
    }
  for (guint i = start; i < end && expanding > 0 && used < width; i++)
    {
      if (!g_array_index (items, CareWrapItem, i).expands)
        continue;
      int share = (width - used) / expanding;

      widths[i - start] += share;
      used += share;
      expanding--;
    }
  return widths;
}

static int
line_height (GArray    *items,
             guint      start,
             guint      end,
             const int *widths,
             int       *least)
{
  int height = 0;

  *least = 0;
  for (guint i = start; i < end; i++)
    {
      int minimum;
      int natural;

      gtk_widget_measure (g_array_index (items, CareWrapItem, i).child, GTK_ORIENTATION_VERTICAL,
                          widths[i - start], &minimum, &natural, NULL, NULL);
      height = MAX (height, natural);
      *least = MAX (*least, minimum);
    }
  return height;
}

static void
measure_across (CareWrapBox *self,
                GArray      *items,
                int         *minimum,
                int         *natural)
{
  *minimum = 0;
  *natural = 0;
  for (guint i = 0; i < items->len; i++)
    {
      const CareWrapItem *item = &g_array_index (items, CareWrapItem, i);
      int wish;

      gtk_widget_measure (item->child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wish, NULL, NULL);
      *minimum = MAX (*minimum, item->minimum);
      *natural += wish + (i > 0 ? self->spacing : 0);
    }
}

static void
care_wrap_box_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  CareWrapBox *self = CARE_WRAP_BOX (widget);
  g_autoptr (GArray) items = collect_items (self);

  *minimum_baseline = -1;
  *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_across (self, items, minimum, natural);
      return;
    }

  int width = for_size >= 0 ? for_size : G_MAXINT / 4;
  guint end;

  *minimum = 0;
  *natural = 0;
  for (guint start = 0; start < items->len; start = end)
    {
      end = find_line_end (self, items, start, width);
      g_autofree int *widths = share_line (self, items, start, end, for_size >= 0 ? width : 0);
      int least;
      int gap = start > 0 ? self->line_spacing : 0;

      *natural += gap + line_height (items, start, end, widths, &least);
      *minimum += gap + least;
    }
  *minimum = MIN (*minimum, *natural);
}

static void
care_wrap_box_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  CareWrapBox *self = CARE_WRAP_BOX (widget);
  g_autoptr (GArray) items = collect_items (self);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int y = 0;
  guint end;

  for (guint start = 0; start < items->len; start = end)
    {
      end = find_line_end (self, items, start, width);
      g_autofree int *widths = share_line (self, items, start, end, width);
      int least;
      int tall = line_height (items, start, end, widths, &least);
      int x = 0;

      /* A single line takes all the height there is, so that its children can be centred in it. */
      if (start == 0 && end == items->len)
        tall = MAX (tall, height);
      for (guint i = start; i < end; i++)
        {
          GtkAllocation place = { rtl ? width - x - widths[i - start] : x, y, widths[i - start], tall };

          gtk_widget_size_allocate (g_array_index (items, CareWrapItem, i).child, &place, -1);
          x += widths[i - start] + self->spacing;
        }
      y += tall + self->line_spacing;
    }
}

static GtkSizeRequestMode
care_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
care_wrap_box_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  CareWrapBox *self = CARE_WRAP_BOX (object);

  switch (id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_LINE_SPACING:
      g_value_set_int (value, self->line_spacing);
      break;
    case PROP_COMFORT:
      g_value_set_int (value, self->comfort);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
care_wrap_box_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  CareWrapBox *self = CARE_WRAP_BOX (object);

  switch (id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_LINE_SPACING:
      self->line_spacing = g_value_get_int (value);
      break;
    case PROP_COMFORT:
      self->comfort = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
care_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (care_wrap_box_parent_class)->dispose (object);
}

static void
care_wrap_box_class_init (CareWrapBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = care_wrap_box_dispose;
  object_class->get_property = care_wrap_box_get_property;
  object_class->set_property = care_wrap_box_set_property;
  widget_class->measure = care_wrap_box_measure;
  widget_class->size_allocate = care_wrap_box_size_allocate;
  widget_class->get_request_mode = care_wrap_box_get_request_mode;

  /* Pixels between children of a line, between lines, and the least an expanding child is squeezed to. */
  g_object_class_install_property (object_class, PROP_SPACING,
                                   g_param_spec_int ("spacing", NULL, NULL, 0, 200, 12, flags));
  g_object_class_install_property (object_class, PROP_LINE_SPACING,
                                   g_param_spec_int ("line-spacing", NULL, NULL, 0, 200, 8, flags));
  g_object_class_install_property (object_class, PROP_COMFORT,
                                   g_param_spec_int ("comfort", NULL, NULL, 0, 2000, 240, flags));
  gtk_widget_class_set_css_name (widget_class, "wrapbox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
care_wrap_box_init (CareWrapBox *self)
{
  self->spacing = 12;
  self->line_spacing = 8;
  self->comfort = 240;
}

/**
 * care_wrap_box_new:
 * @spacing: pixels between the children of a line
 *
 * Returns: (transfer floating): an empty box
 */
GtkWidget *
care_wrap_box_new (int spacing)
{
  return g_object_new (CARE_TYPE_WRAP_BOX, "spacing", spacing, NULL);
}

/**
 * care_wrap_box_append:
 * @self: a box
 * @child: (transfer floating): a widget without a parent
 *
 * Puts @child behind the others.
 */
void
care_wrap_box_append (CareWrapBox *self,
                      GtkWidget   *child)
{
  g_return_if_fail (CARE_IS_WRAP_BOX (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
  if (GTK_IS_BUTTON (child))
    care_wrap_buttons (child);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-signature-pad.h"

#include <math.h>
#include <string.h>

/* What is more than a dot, a tap or a short dash: in units of the pad's width. */
#define LEAST_LENGTH 0.25
#define LEAST_WIDTH  0.08
#define LEAST_HEIGHT 0.02
#define MOST_POINTS  20000

typedef struct
{
  double   x;
  double   y;
  gboolean first;
} Point;

struct _CareSignaturePad
{
  GtkWidget  parent_instance;

  GArray    *points;
  double     last_x;
  double     last_y;
  double     start_x;
  double     start_y;
  gboolean   is_signed;
};

G_DEFINE_FINAL_TYPE (CareSignaturePad, care_signature_pad, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SIGNED,
  N_PROPS
};

enum
{
  DRAWN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
judge (CareSignaturePad *self)
{
  double length = 0.0;
  double left = INFINITY;
  double right = -INFINITY;
  double top = INFINITY;
  double bottom = -INFINITY;

  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = &g_array_index (self->points, Point, i);

      left = MIN (left, point->x);
      right = MAX (right, point->x);
      top = MIN (top, point->y);
      bottom = MAX (bottom, point->y);
      if (!point->first)
        {
          const Point *before = &g_array_index (self->points, Point, i - 1);

          length += hypot (point->x - before->x, point->y - before->y);
        }
    }

  return length >= LEAST_LENGTH && right - left >= LEAST_WIDTH && bottom - top >= LEAST_HEIGHT;
}

static void
update_signed (CareSignaturePad *self)
{
  gboolean is_signed = judge (self);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (is_signed != self->is_signed)
    {
      self->is_signed = is_signed;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIGNED]);
    }
  g_signal_emit (self, signals[DRAWN], 0);
}

static void
add_point (CareSignaturePad *self,
           double            x,
           double            y,
           gboolean          first)
{
  Point point = { x, y, first };

  if (self->points->len < MOST_POINTS)
    g_array_append_val (self->points, point);
}

static double
get_unit (CareSignaturePad *self)
{
  return MAX (1, gtk_widget_get_width (GTK_WIDGET (self)));
}

static void
drag_begin_cb (GtkGestureDrag   *drag,
               double            x,
               double            y,
               CareSignaturePad *self)
{
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  self->start_x = x;
  self->start_y = y;
  care_signature_pad_begin (self, x / get_unit (self), y / get_unit (self));
}

static void
drag_update_cb (GtkGestureDrag   *drag,
                double            dx,
                double            dy,
                CareSignaturePad *self)
{
  double unit = get_unit (self);
  double x = CLAMP (self->start_x + dx, 0, gtk_widget_get_width (GTK_WIDGET (self)));
  double y = CLAMP (self->start_y + dy, 0, gtk_widget_get_height (GTK_WIDGET (self)));

  care_signature_pad_draw_to (self, x / unit, y / unit);
}

static void
drag_end_cb (GtkGestureDrag   *drag,
             double            dx,
             double            dy,
             CareSignaturePad *self)
{
  care_signature_pad_end (self);
}

static void
care_signature_pad_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  CareSignaturePad *self = CARE_SIGNATURE_PAD (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, width, height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &area);
  double unit = get_unit (self);
  GdkRGBA ink;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  gdk_cairo_set_source_rgba (cr, &ink);

  cairo_set_line_width (cr, 1.5);
  cairo_move_to (cr, width * 0.06, height * 0.78);
  cairo_line_to (cr, width * 0.94, height * 0.78);
  cairo_stroke (cr);

  cairo_set_line_width (cr, 4.0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = &g_array_index (self->points, Point, i);

      if (point->first)
        cairo_move_to (cr, point->x * unit, point->y * unit);
      cairo_line_to (cr, point->x * unit, point->y * unit);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
care_signature_pad_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 140;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 640 : 200;
}

static void
care_signature_pad_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  CareSignaturePad *self = CARE_SIGNATURE_PAD (object);

  switch (prop_id)
    {
    case PROP_SIGNED:
      g_value_set_boolean (value, self->is_signed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
care_signature_pad_finalize (GObject *object)
{
  CareSignaturePad *self = CARE_SIGNATURE_PAD (object);

  g_clear_pointer (&self->points, g_array_unref);

  G_OBJECT_CLASS (care_signature_pad_parent_class)->finalize (object);
}

static void
care_signature_pad_class_init (CareSignaturePadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = care_signature_pad_get_property;
  object_class->finalize = care_signature_pad_finalize;
  widget_class->snapshot = care_signature_pad_snapshot;
  widget_class->measure = care_signature_pad_measure;

  properties[PROP_SIGNED] =
    g_param_spec_boolean ("signed", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[DRAWN] =
    g_signal_new ("drawn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "signature");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
care_signature_pad_init (CareSignaturePad *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->points = g_array_new (FALSE, FALSE, sizeof (Point));
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  /* Not to be typed into, but where the focus goes when the signature is missing. */
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "care-signature");
}

/**
 * care_signature_pad_new:
 *
 * Returns: (transfer floating): an empty pad
 */
GtkWidget *
care_signature_pad_new (void)
{
  return g_object_new (CARE_TYPE_SIGNATURE_PAD, NULL);
}

/**
 * care_signature_pad_clear:
 * @self: a pad
 *
 * Takes away everything drawn.
 */
void
care_signature_pad_clear (CareSignaturePad *self)
{
  g_return_if_fail (CARE_IS_SIGNATURE_PAD (self));

  g_array_set_size (self->points, 0);
  update_signed (self);
}

/**
 * care_signature_pad_is_empty:
 * @self: a pad
 *
 * Returns: whether nothing at all is drawn
 */
gboolean
care_signature_pad_is_empty (CareSignaturePad *self)
{
  g_return_val_if_fail (CARE_IS_SIGNATURE_PAD (self), TRUE);

  return self->points->len == 0;
}

/**
 * care_signature_pad_get_signed:
 * @self: a pad
 *
 * Returns: whether there is more than dots and dashes
 */
gboolean
care_signature_pad_get_signed (CareSignaturePad *self)
{
  g_return_val_if_fail (CARE_IS_SIGNATURE_PAD (self), FALSE);

  return self->is_signed;
}

/**
 * care_signature_pad_dup_svg:
 * @self: a pad
 *
 * Returns: (transfer full): the strokes as an SVG image 1000 units wide
 */
char *
care_signature_pad_dup_svg (CareSignaturePad *self)
{
  g_autoptr (GString) svg = NULL;
  double bottom = 0.0;

  g_return_val_if_fail (CARE_IS_SIGNATURE_PAD (self), NULL);

  for (guint i = 0; i < self->points->len; i++)
    bottom = MAX (bottom, g_array_index (self->points, Point, i).y);

  svg = g_string_new (NULL);
  g_string_append_printf (svg,
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 %d\">"
                          "<path fill=\"none\" stroke=\"black\" stroke-width=\"6\" stroke-linecap=\"round\" d=\"",
                          (int) ceil (bottom * 1000.0) + 20);
  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = &g_array_index (self->points, Point, i);

      g_string_append_printf (svg,
                              "%c%d %d",
                              point->first ? 'M' : 'L',
                              (int) lround (point->x * 1000.0),
                              (int) lround (point->y * 1000.0));
    }
  g_string_append (svg, "\"/></svg>");

  return g_string_free (g_steal_pointer (&svg), FALSE);
}

/**
 * care_signature_pad_set_svg:
 * @self: a pad
 * @svg: what care_signature_pad_dup_svg() answered
 */
void
care_signature_pad_set_svg (CareSignaturePad *self,
                            const char       *svg)
{
  const char *path;

  g_return_if_fail (CARE_IS_SIGNATURE_PAD (self));
  g_return_if_fail (svg != NULL);

  g_array_set_size (self->points, 0);
  path = strstr (svg, " d=\"");
  if (path != NULL)
    path += strlen (" d=\"");
  while (path != NULL && (*path == 'M' || (*path == 'L' && self->points->len > 0)))
    {
      gboolean first = *path == 'M';
      char *after_x;
      char *after_y;
      gint64 x = g_ascii_strtoll (path + 1, &after_x, 10);
      gint64 y = g_ascii_strtoll (after_x, &after_y, 10);

      if (after_x == path + 1 || after_y == after_x)
        break;
      add_point (self, (double) x / 1000.0, (double) y / 1000.0, first);
      path = after_y;
    }
  update_signed (self);
}

/**
 * care_signature_pad_begin:
 * @self: a pad
 * @x: across, in units of the pad's width
 * @y: down, in units of the pad's width
 *
 * Begins a stroke.
 */
void
care_signature_pad_begin (CareSignaturePad *self,
                          double            x,
                          double            y)
{
  g_return_if_fail (CARE_IS_SIGNATURE_PAD (self));

  add_point (self, x, y, TRUE);
  self->last_x = x;
  self->last_y = y;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * care_signature_pad_draw_to:
 * @self: a pad on which a stroke was begun
 * @x: across, in units of the pad's width
 * @y: down, in units of the pad's width
 *
 * Draws the stroke on. Steps too small to see are left out.
 */
void
care_signature_pad_draw_to (CareSignaturePad *self,
                            double            x,
                            double            y)
{
  g_return_if_fail (CARE_IS_SIGNATURE_PAD (self));
  g_return_if_fail (self->points->len > 0);

  if (hypot (x - self->last_x, y - self->last_y) < 0.002)
    return;

  add_point (self, x, y, FALSE);
  self->last_x = x;
  self->last_y = y;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * care_signature_pad_end:
 * @self: a pad
 *
 * Ends a stroke and judges what stands.
 */
void
care_signature_pad_end (CareSignaturePad *self)
{
  g_return_if_fail (CARE_IS_SIGNATURE_PAD (self));

  update_signed (self);
}

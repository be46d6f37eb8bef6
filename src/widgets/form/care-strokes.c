/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-strokes.h"

#include <math.h>
#include <string.h>

/* What is more than a dot, a tap or a short dash: in units of the pad's width. */
#define LEAST_LENGTH 0.25
#define LEAST_WIDTH  0.08
#define LEAST_HEIGHT 0.02
/* Steps too small to see are left out. */
#define LEAST_STEP   0.002
#define MOST_POINTS  20000

typedef struct
{
  double   x;
  double   y;
  gboolean first;
} Point;

struct _CareStrokes
{
  GArray *points;
  double  last_x;
  double  last_y;
  guint   last;      /* the first point of the last stroke */
};

static void
add_point (CareStrokes *self,
           double       x,
           double       y,
           gboolean     first)
{
  Point point = { x, y, first };

  if (self->points->len < MOST_POINTS)
    g_array_append_val (self->points, point);
}

/**
 * care_strokes_new: (skip)
 *
 * Returns: (transfer full): none yet
 */
CareStrokes *
care_strokes_new (void)
{
  CareStrokes *self = g_new0 (CareStrokes, 1);

  self->points = g_array_new (FALSE, FALSE, sizeof (Point));

  return self;
}

/**
 * care_strokes_free: (skip)
 * @self: strokes
 */
void
care_strokes_free (CareStrokes *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->points);
  g_free (self);
}

/**
 * care_strokes_clear: (skip)
 * @self: strokes
 */
void
care_strokes_clear (CareStrokes *self)
{
  g_return_if_fail (self != NULL);

  g_array_set_size (self->points, 0);
  self->last = 0;
}

/**
 * care_strokes_is_empty: (skip)
 * @self: strokes
 *
 * Returns: whether nothing at all is drawn
 */
gboolean
care_strokes_is_empty (const CareStrokes *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->points->len == 0;
}

/**
 * care_strokes_begin: (skip)
 * @self: strokes
 * @x: across, in units of the area's width
 * @y: down, in units of the area's width
 *
 * Begins a stroke.
 */
void
care_strokes_begin (CareStrokes *self,
                    double       x,
                    double       y)
{
  g_return_if_fail (self != NULL);

  self->last = self->points->len;
  add_point (self, x, y, TRUE);
  self->last_x = x;
  self->last_y = y;
}

/**
 * care_strokes_draw_to: (skip)
 * @self: strokes, one of them begun
 * @x: across, in units of the area's width
 * @y: down, in units of the area's width
 *
 * Draws the last stroke on. Steps too small to see are left out.
 */
void
care_strokes_draw_to (CareStrokes *self,
                      double       x,
                      double       y)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->points->len > 0);

  if (hypot (x - self->last_x, y - self->last_y) < LEAST_STEP)
    return;

  add_point (self, x, y, FALSE);
  self->last_x = x;
  self->last_y = y;
}

/**
 * care_strokes_drop_last: (skip)
 * @self: strokes
 *
 * Takes the last stroke away.
 */
void
care_strokes_drop_last (CareStrokes *self)
{
  g_return_if_fail (self != NULL);

  if (self->last < self->points->len)
    g_array_set_size (self->points, self->last);
}

/**
 * care_strokes_is_signature: (skip)
 * @self: strokes
 *
 * Returns: whether there is more than dots and dashes
 */
gboolean
care_strokes_is_signature (const CareStrokes *self)
{
  double length = 0.0;
  double left = INFINITY;
  double right = -INFINITY;
  double top = INFINITY;
  double bottom = -INFINITY;

  g_return_val_if_fail (self != NULL, FALSE);

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

/**
 * care_strokes_trace: (skip)
 * @self: strokes
 * @cr: where to
 * @unit: the area's width there
 *
 * Adds the strokes to the path of @cr.
 */
void
care_strokes_trace (const CareStrokes *self,
                    cairo_t           *cr,
                    double             unit)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->points->len; i++)
    {
      const Point *point = &g_array_index (self->points, Point, i);

      if (point->first)
        cairo_move_to (cr, point->x * unit, point->y * unit);
      cairo_line_to (cr, point->x * unit, point->y * unit);
    }
}

/**
 * care_strokes_dup_svg: (skip)
 * @self: strokes
 *
 * Returns: (transfer full): the strokes as an SVG image 1000 units wide
 */
char *
care_strokes_dup_svg (const CareStrokes *self)
{
  g_autoptr (GString) svg = NULL;
  double bottom = 0.0;

  g_return_val_if_fail (self != NULL, NULL);

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
 * care_strokes_set_svg: (skip)
 * @self: strokes
 * @svg: what care_strokes_dup_svg() answered
 */
void
care_strokes_set_svg (CareStrokes *self,
                      const char  *svg)
{
  const char *path;

  g_return_if_fail (self != NULL);
  g_return_if_fail (svg != NULL);

  care_strokes_clear (self);
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
}

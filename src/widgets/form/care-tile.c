/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-tile.h"

#include "widgets/form/care-label.h"
#include "widgets/form/care-row-layout.h"

struct _CareTile
{
  GtkToggleButton  parent_instance;

  CareTileKind     kind;
  GtkWidget       *mark;
  GtkWidget       *label;
};

G_DEFINE_FINAL_TYPE (CareTile, care_tile, GTK_TYPE_TOGGLE_BUTTON)

static void
draw_tick (cairo_t *cr,
           double   size)
{
  cairo_move_to (cr, size * 0.26, size * 0.53);
  cairo_line_to (cr, size * 0.44, size * 0.70);
  cairo_line_to (cr, size * 0.75, size * 0.32);
  cairo_set_line_width (cr, size * 0.13);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

/* Drawn, not an icon: it must be there without an icon theme, and as large as the text. */
static void
draw_mark_cb (GtkDrawingArea *area,
              cairo_t        *cr,
              int             width,
              int             height,
              gpointer        user_data)
{
  CareTile *self = CARE_TILE (user_data);
  double size = MIN (width, height);
  double line = MAX (2.0, size * 0.09);
  GdkRGBA ink;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &ink);
  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_translate (cr, (width - size) / 2.0, (height - size) / 2.0);
  cairo_set_line_width (cr, line);

  if (self->kind == CARE_TILE_ONE)
    cairo_arc (cr, size / 2.0, size / 2.0, size / 2.0 - line, 0.0, 2.0 * G_PI);
  else
    {
      double radius = size * 0.18;
      double near = line;
      double far = size - line;

      cairo_new_sub_path (cr);
      cairo_arc (cr, far - radius, near + radius, radius, -G_PI / 2.0, 0.0);
      cairo_arc (cr, far - radius, far - radius, radius, 0.0, G_PI / 2.0);
      cairo_arc (cr, near + radius, far - radius, radius, G_PI / 2.0, G_PI);
      cairo_arc (cr, near + radius, near + radius, radius, G_PI, 1.5 * G_PI);
      cairo_close_path (cr);
    }
  cairo_stroke (cr);

  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self)))
    draw_tick (cr, size);
}

static void
care_tile_toggled (GtkToggleButton *button)
{
  CareTile *self = CARE_TILE (button);

  if (GTK_TOGGLE_BUTTON_CLASS (care_tile_parent_class)->toggled != NULL)
    GTK_TOGGLE_BUTTON_CLASS (care_tile_parent_class)->toggled (button);
  gtk_widget_queue_draw (self->mark);
}

static void
care_tile_class_init (CareTileClass *klass)
{
  GTK_TOGGLE_BUTTON_CLASS (klass)->toggled = care_tile_toggled;
}

static void
care_tile_init (CareTile *self)
{
  GtkWidget *box = care_row_layout_new_box (0.6, 0);

  self->mark = gtk_drawing_area_new ();
  gtk_widget_add_css_class (self->mark, "care-mark");
  gtk_widget_set_valign (self->mark, GTK_ALIGN_CENTER);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->mark), draw_mark_cb, self, NULL);
  gtk_box_append (GTK_BOX (box), self->mark);

  self->label = care_label_new (NULL, NULL);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_box_append (GTK_BOX (box), self->label);

  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "care-tile");
}

/**
 * care_tile_new:
 * @kind: one of several, or any of several
 * @text: the answer's words
 *
 * Returns: (transfer floating): a tile
 */
GtkWidget *
care_tile_new (CareTileKind  kind,
               const char   *text)
{
  CareTile *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (CARE_TYPE_TILE, NULL);
  self->kind = kind;
  care_label_set_text (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return GTK_WIDGET (self);
}

/**
 * care_tile_get_text:
 * @self: a tile
 *
 * Returns: the answer's words
 */
const char *
care_tile_get_text (CareTile *self)
{
  g_return_val_if_fail (CARE_IS_TILE (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->label));
}

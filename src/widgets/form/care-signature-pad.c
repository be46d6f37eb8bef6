/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-signature-pad.h"

#include "widgets/form/care-page-hold.h"
#include "widgets/form/care-strokes.h"

struct _CareSignaturePad
{
  GtkWidget     parent_instance;

  GtkGesture   *drag;
  GtkGesture   *stylus;
  CareStrokes  *strokes;
  CarePageHold *hold;       /* (nullable): while a stroke is drawn */
  double        start_x;
  double        start_y;
  gboolean      dragging;   /* by finger or mouse */
  gboolean      pen_down;
};

G_DEFINE_FINAL_TYPE (CareSignaturePad, care_signature_pad, GTK_TYPE_WIDGET)

enum
{
  DRAWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
tell (CareSignaturePad *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[DRAWN], 0);
}

static double
get_unit (CareSignaturePad *self)
{
  return MAX (1, gtk_widget_get_width (GTK_WIDGET (self)));
}

static void
begin_stroke (CareSignaturePad *self,
              double            x,
              double            y)
{
  self->hold = care_page_hold_new (GTK_WIDGET (self));
  care_signature_pad_begin (self, x / get_unit (self), y / get_unit (self));
}

static void
end_stroke (CareSignaturePad *self)
{
  self->dragging = FALSE;
  self->pen_down = FALSE;
  g_clear_pointer (&self->hold, care_page_hold_free);
  care_signature_pad_end (self);
}

/* Where the pad ends, the stroke runs along its edge. What was cleared under a finger or pen begins anew where it is. */
static void
draw_within (CareSignaturePad *self,
             double            x,
             double            y)
{
  double unit = get_unit (self);

  x = CLAMP (x, 0, gtk_widget_get_width (GTK_WIDGET (self))) / unit;
  y = CLAMP (y, 0, gtk_widget_get_height (GTK_WIDGET (self))) / unit;
  if (care_strokes_is_empty (self->strokes))
    care_signature_pad_begin (self, x, y);
  else
    care_signature_pad_draw_to (self, x, y);
}

/* Only one finger or the pen draws, whatever else of the hand lies on the pad: to the gesture of one finger a second one would be
 * its end. The pen goes first: what the hand drew that came down before it goes away. */
static gboolean
heard_cb (GtkEventController *controller,
          GdkEvent           *event,
          CareSignaturePad   *self)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_TOUCH_BEGIN)
    return self->dragging || self->pen_down;
  if (type == GDK_BUTTON_PRESS && self->dragging && gdk_event_get_device_tool (event) != NULL)
    gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->drag));

  return GDK_EVENT_PROPAGATE;
}

/* Finger and mouse. */
static void
drag_begin_cb (GtkGestureDrag   *drag,
               double            x,
               double            y,
               CareSignaturePad *self)
{
  GdkEvent *event = gtk_gesture_get_last_event (GTK_GESTURE (drag), gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (drag)));

  if (event != NULL && gdk_event_get_device_tool (event) != NULL)
    {
      /* A pen has a gesture of its own. */
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  self->start_x = x;
  self->start_y = y;
  self->dragging = TRUE;
  begin_stroke (self, x, y);
}

static void
drag_update_cb (GtkGestureDrag   *drag,
                double            dx,
                double            dy,
                CareSignaturePad *self)
{
  if (self->dragging)
    draw_within (self, self->start_x + dx, self->start_y + dy);
}

static void
drag_end_cb (GtkGestureDrag   *drag,
             double            dx,
             double            dy,
             CareSignaturePad *self)
{
  if (self->dragging)
    end_stroke (self);
}

/* The screen took it for a palm, or the page went away under the finger. */
static void
drag_cancel_cb (GtkGesture       *drag,
                GdkEventSequence *sequence,
                CareSignaturePad *self)
{
  if (self->dragging)
    care_strokes_drop_last (self->strokes);
}

/* And not a button on its side. */
static gboolean
is_tip (GtkGestureStylus *stylus)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (stylus));

  return event != NULL && gdk_button_event_get_button (event) == GDK_BUTTON_PRIMARY;
}

static void
pen_down_cb (GtkGestureStylus *stylus,
             double            x,
             double            y,
             CareSignaturePad *self)
{
  if (self->pen_down || !is_tip (stylus))
    return;

  gtk_gesture_set_state (GTK_GESTURE (stylus), GTK_EVENT_SEQUENCE_CLAIMED);
  self->pen_down = TRUE;
  begin_stroke (self, x, y);
}

static void
pen_motion_cb (GtkGestureStylus *stylus,
               double            x,
               double            y,
               CareSignaturePad *self)
{
  g_autofree GdkTimeCoord *passed = NULL;
  guint n_passed = 0;

  if (!self->pen_down)
    return;

  /* A pen tells more places than there are frames. */
  if (gtk_gesture_stylus_get_backlog (stylus, &passed, &n_passed))
    for (guint i = 0; i < n_passed; i++)
      if ((passed[i].flags & (GDK_AXIS_FLAG_X | GDK_AXIS_FLAG_Y)) == (GDK_AXIS_FLAG_X | GDK_AXIS_FLAG_Y))
        draw_within (self, passed[i].axes[GDK_AXIS_X], passed[i].axes[GDK_AXIS_Y]);
  draw_within (self, x, y);
}

static void
pen_up_cb (GtkGestureStylus *stylus,
           double            x,
           double            y,
           CareSignaturePad *self)
{
  if (self->pen_down && is_tip (stylus))
    end_stroke (self);
}

static void
pen_cancel_cb (GtkGesture       *stylus,
               GdkEventSequence *sequence,
               CareSignaturePad *self)
{
  if (!self->pen_down)
    return;

  care_strokes_drop_last (self->strokes);
  end_stroke (self);
}

/* The page goes while something is drawn: half a name is none. */
static void
care_signature_pad_unmap (GtkWidget *widget)
{
  CareSignaturePad *self = CARE_SIGNATURE_PAD (widget);

  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->drag));
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->stylus));

  GTK_WIDGET_CLASS (care_signature_pad_parent_class)->unmap (widget);
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
  care_strokes_trace (self->strokes, cr, unit);
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
care_signature_pad_dispose (GObject *object)
{
  g_clear_pointer (&CARE_SIGNATURE_PAD (object)->hold, care_page_hold_free);

  G_OBJECT_CLASS (care_signature_pad_parent_class)->dispose (object);
}

static void
care_signature_pad_finalize (GObject *object)
{
  CareSignaturePad *self = CARE_SIGNATURE_PAD (object);

  g_clear_pointer (&self->strokes, care_strokes_free);

  G_OBJECT_CLASS (care_signature_pad_parent_class)->finalize (object);
}

static void
care_signature_pad_class_init (CareSignaturePadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = care_signature_pad_dispose;
  object_class->finalize = care_signature_pad_finalize;
  widget_class->unmap = care_signature_pad_unmap;
  widget_class->snapshot = care_signature_pad_snapshot;
  widget_class->measure = care_signature_pad_measure;

  signals[DRAWN] =
    g_signal_new ("drawn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "signature");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
care_signature_pad_init (CareSignaturePad *self)
{
  GtkEventController *hand = gtk_event_controller_legacy_new ();

  self->strokes = care_strokes_new ();
  gtk_event_controller_set_propagation_phase (hand, GTK_PHASE_CAPTURE);
  g_signal_connect (hand, "event", G_CALLBACK (heard_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), hand);
  self->drag = gtk_gesture_drag_new ();
  g_signal_connect (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (self->drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (self->drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));
  self->stylus = gtk_gesture_stylus_new ();
  g_signal_connect (self->stylus, "down", G_CALLBACK (pen_down_cb), self);
  g_signal_connect (self->stylus, "motion", G_CALLBACK (pen_motion_cb), self);
  g_signal_connect (self->stylus, "up", G_CALLBACK (pen_up_cb), self);
  g_signal_connect (self->stylus, "cancel", G_CALLBACK (pen_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->stylus));
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

  care_strokes_clear (self->strokes);
  tell (self);
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

  return care_strokes_is_empty (self->strokes);
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

  return care_strokes_is_signature (self->strokes);
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
  g_return_val_if_fail (CARE_IS_SIGNATURE_PAD (self), NULL);

  return care_strokes_dup_svg (self->strokes);
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
  g_return_if_fail (CARE_IS_SIGNATURE_PAD (self));
  g_return_if_fail (svg != NULL);

  care_strokes_set_svg (self->strokes, svg);
  tell (self);
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

  care_strokes_begin (self->strokes, x, y);
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

  care_strokes_draw_to (self->strokes, x, y);
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

  tell (self);
}

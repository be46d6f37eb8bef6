/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "hand-fixture.h"

#include <X11/Xatom.h>
#include <X11/extensions/XInput2.h>
#include <gdk/x11/gdkx.h>

#include "form-fixture.h"

static const char *const pen_properties[] = { "Wacom Tool Type", "Wacom Serial IDs" };

static Display *
get_display (GtkWidget *widget)
{
  return gdk_x11_display_get_xdisplay (gtk_widget_get_display (widget));
}

/* What is under way between the X server and the program arrives. */
static void
settle (void)
{
  for (guint i = 0; i < 20; i++)
    {
      g_usleep (10 * 1000);
      form_fixture_turn ();
    }
}

/* In the window's own coordinates. */
static void
find_place (GtkWidget *widget,
            double     across,
            double     down,
            double    *x,
            double    *y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  double left;
  double top;

  /* Words that came or went since the last frame move what is below them. */
  gtk_test_widget_wait_for_draw (widget);
  gtk_native_get_surface_transform (native, &left, &top);
  g_assert_true (gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), across * gtk_widget_get_width (widget),
                                                   down * gtk_widget_get_height (widget), x, y));
  *x += left;
  *y += top;
}

static Window
get_window (GtkWidget *widget)
{
  return gdk_x11_surface_get_xid (gtk_native_get_surface (gtk_widget_get_native (widget)));
}

static void
ended_cb (GObject      *process,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check_finish (G_SUBPROCESS (process), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
run (GPtrArray *words)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  gboolean ended = FALSE;

  g_ptr_array_add (words, NULL);
  process = g_subprocess_newv ((const char *const *) words->pdata, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, ended_cb, &ended);
  while (!ended)
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

static void
drag_pointer (GtkWidget       *widget,
              const HandPlace *places,
              guint            n_places)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (words, g_strdup ("xdotool"));
  for (guint i = 0; i < n_places; i++)
    {
      double x;
      double y;

      find_place (widget, places[i][0], places[i][1], &x, &y);
      g_ptr_array_add (words, g_strdup ("mousemove"));
      g_ptr_array_add (words, g_strdup ("--window"));
      g_ptr_array_add (words, g_strdup_printf ("%lu", get_window (widget)));
      g_ptr_array_add (words, g_strdup_printf ("%d", (int) x));
      g_ptr_array_add (words, g_strdup_printf ("%d", (int) y));
      g_ptr_array_add (words, g_strdup ("sleep"));
      g_ptr_array_add (words, g_strdup ("0.1"));
      if (i == 0)
        {
          g_ptr_array_add (words, g_strdup ("mousedown"));
          g_ptr_array_add (words, g_strdup ("1"));
        }
    }
  g_ptr_array_add (words, g_strdup ("mouseup"));
  g_ptr_array_add (words, g_strdup ("1"));
  run (words);
}

static GList *
list_devices (GtkWidget *widget)
{
  return gdk_seat_get_devices (gdk_display_get_default_seat (gtk_widget_get_display (widget)), GDK_SEAT_CAPABILITY_POINTER);
}

/**
 * hand_fixture_set_pen:
 * @widget: a widget on the display
 * @is_pen: whether the pointer is a pen
 *
 * A driver of pens says with two properties of the device which tool is near; without one it is a mouse.
 */
void
hand_fixture_set_pen (GtkWidget *widget,
                      gboolean   is_pen)
{
  Display *display = get_display (widget);
  Atom type = XInternAtom (display, "STYLUS", False);
  int serials[5] = { 1, 0, 0, 4711, 2 };
  g_autoptr (GList) devices = list_devices (widget);

  for (GList *link = devices; link != NULL; link = link->next)
    {
      int id = gdk_x11_device_get_id (link->data);

      for (guint i = 0; !is_pen && i < G_N_ELEMENTS (pen_properties); i++)
        XIDeleteProperty (display, id, XInternAtom (display, pen_properties[i], False));
      if (!is_pen)
        continue;
      XIChangeProperty (display, id, XInternAtom (display, pen_properties[0], False), XA_ATOM, 32, PropModeReplace,
                        (unsigned char *) &(int) { (int) type }, 1);
      XIChangeProperty (display, id, XInternAtom (display, pen_properties[1], False), XA_INTEGER, 32, PropModeReplace,
                        (unsigned char *) serials, G_N_ELEMENTS (serials));
    }
  XFlush (display);
  settle ();
}

/**
 * hand_fixture_finger:
 * @widget: what is touched
 * @finger: which finger
 * @step: what it does
 * @across: part of the widget's width
 * @down: part of its height
 */
void
hand_fixture_finger (GtkWidget  *widget,
                     guint       finger,
                     FingerStep  step,
                     double      across,
                     double      down)
{
  static const int types[] = { XI_TouchBegin, XI_TouchUpdate, XI_TouchEnd };
  static Time now = 100000;
  static unsigned char none[4];
  static double nothing[1];
  Display *display = get_display (widget);
  GdkDevice *pointer = gdk_seat_get_pointer (gdk_display_get_default_seat (gtk_widget_get_display (widget)));
  g_autoptr (GList) devices = list_devices (widget);
  XIDeviceEvent touch = { 0 };
  XEvent event = { 0 };
  int first_event;
  int first_error;

  g_assert_nonnull (devices);
  g_assert_true (XQueryExtension (display, "XInputExtension", &touch.extension, &first_event, &first_error));
  now += 20;
  touch.type = GenericEvent;
  touch.display = display;
  touch.evtype = types[step];
  touch.time = now;
  touch.deviceid = gdk_x11_device_get_id (pointer);
  touch.sourceid = gdk_x11_device_get_id (devices->data);
  touch.detail = 100 + (int) finger;
  touch.root = DefaultRootWindow (display);
  touch.event = get_window (widget);
  find_place (widget, across, down, &touch.event_x, &touch.event_y);
  touch.root_x = touch.event_x;
  touch.root_y = touch.event_y;
  touch.buttons.mask = none;
  touch.valuators.mask = none;
  touch.valuators.values = nothing;
  event.xcookie.type = GenericEvent;
  event.xcookie.display = display;
  event.xcookie.extension = touch.extension;
  event.xcookie.evtype = touch.evtype;
  event.xcookie.data = &touch;
  XPutBackEvent (display, &event);
  settle ();
}

static void
drag_finger (GtkWidget       *widget,
             const HandPlace *places,
             guint            n_places)
{
  hand_fixture_finger (widget, 0, FINGER_DOWN, places[0][0], places[0][1]);
  for (guint i = 1; i < n_places; i++)
    hand_fixture_finger (widget, 0, FINGER_MOVES, places[i][0], places[i][1]);
  hand_fixture_finger (widget, 0, FINGER_UP, places[n_places - 1][0], places[n_places - 1][1]);
}

gboolean
hand_fixture_is_here (void)
{
  g_autofree char *xdotool = g_find_program_in_path ("xdotool");

  return xdotool != NULL;
}

void
hand_fixture_drag (GtkWidget       *widget,
                   Hand             hand,
                   const HandPlace *places,
                   guint            n_places)
{
  if (hand == HAND_FINGER)
    {
      drag_finger (widget, places, n_places);
      return;
    }

  if (hand == HAND_PEN)
    hand_fixture_set_pen (widget, TRUE);
  drag_pointer (widget, places, n_places);
  if (hand == HAND_PEN)
    hand_fixture_set_pen (widget, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Signs with mouse, pen and finger. */

#include "hand-fixture.h"
#include "screen-fixture.h"

#include "widgets/form/care-field.h"
#include "widgets/form/care-signing.h"

#define SIGNED "\"type\":\"boolean\",\"required\":true,\"extension\":[" \
  "{\"url\":\"" HL7 "questionnaire-signatureRequired\",\"valueCodeableConcept\":{\"coding\":[{\"code\":\"x\"}]}}]"
#define REFUSED "Please sign in the box. A dot or a short line is not enough."

static const HandPlace dot[] = { { 0.5, 0.5 } };
static const HandPlace line[] = { { 0.2, 0.3 }, { 0.35, 0.7 }, { 0.5, 0.3 }, { 0.65, 0.7 }, { 0.8, 0.3 } };

static const struct
{
  const char *name;
  Hand        hand;
} hands[] = {
  { "mouse", HAND_MOUSE },
  { "pen", HAND_PEN },
  { "finger", HAND_FINGER },
};

typedef struct
{
  ScreenFixture  screen;
  GtkAdjustment *scroll;
  GtkWidget     *pad;
  GtkGesture    *stylus;
  guint          n_pen;   /* how often the pen's own gesture heard of a pen */
} Signing;

static void
pen_cb (GtkGestureStylus *stylus,
        double            x,
        double            y,
        Signing          *signing)
{
  g_assert_nonnull (gtk_gesture_stylus_get_device_tool (stylus));
  signing->n_pen++;
}

/* On a page that scrolls under a finger, as the patient's does. */
static gboolean
open_signing (Signing *signing)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autoptr (GListModel) controllers = NULL;
  ScreenFixture *screen = &signing->screen;

  *signing = (Signing) { 0 };
  if (!hand_fixture_is_here ())
    {
      g_test_skip ("xdotool is not on this machine");
      return FALSE;
    }
  screen_fixture_open (screen, SIGNED);
  g_object_ref (screen->view);
  gtk_window_set_child (GTK_WINDOW (screen->window), NULL);
  gtk_widget_set_size_request (screen->view, -1, 1500);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), screen->view);
  g_object_unref (screen->view);
  gtk_window_set_child (GTK_WINDOW (screen->window), scroller);
  signing->scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  form_fixture_press (screen->view, "Yes");
  signing->pad = GTK_WIDGET (care_signing_get_pad (CARE_SIGNING (form_fixture_nth (screen->view, CARE_TYPE_SIGNING, 0))));
  gtk_test_widget_wait_for_draw (screen->window);
  form_fixture_turn ();

  controllers = gtk_widget_observe_controllers (signing->pad);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkGesture) gesture = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_STYLUS (gesture))
        continue;
      signing->stylus = gesture;
      g_signal_connect (gesture, "down", G_CALLBACK (pen_cb), signing);
      g_signal_connect (gesture, "motion", G_CALLBACK (pen_cb), signing);
    }

  return TRUE;
}

static gboolean
is_signed (Signing *signing)
{
  return care_response_get_signature (signing->screen.response, signing->screen.node) != NULL;
}

static guint
count_strokes (Signing *signing)
{
  g_autofree char *svg = care_signature_pad_dup_svg (CARE_SIGNATURE_PAD (signing->pad));
  guint n = 0;

  for (const char *at = strstr (svg, " d=\""); at != NULL && *at != '\0'; at++)
    n += *at == 'M';

  return n;
}

/* Nothing and a dot are refused, whatever made them; a name is taken, and the page stays where it is. */
static void
test_hand (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  Signing signing;

  if (!open_signing (&signing))
    return;
  screen_fixture_assert_refused (&signing.screen, REFUSED);

  hand_fixture_drag (signing.pad, hands[row].hand, dot, G_N_ELEMENTS (dot));
  g_assert_cmpuint (count_strokes (&signing), ==, 1);
  g_assert_false (is_signed (&signing));
  screen_fixture_assert_refused (&signing.screen, REFUSED);

  hand_fixture_drag (signing.pad, hands[row].hand, line, G_N_ELEMENTS (line));
  g_assert_cmpuint (count_strokes (&signing), ==, 2);
  g_assert_true (is_signed (&signing));
  g_assert_true (care_form_view_check (CARE_FORM_VIEW (signing.screen.view)));
  g_assert_cmpfloat (gtk_adjustment_get_value (signing.scroll), <, 0.5);
  g_assert_true ((signing.n_pen > 0) == (hands[row].hand == HAND_PEN));
  screen_fixture_close (&signing.screen);
}

/* Beside the pad the same finger scrolls: that the page stays where it is under the pad is the pad's doing. */
static void
test_scrolls_beside (void)
{
  static const HandPlace up[] = { { 0.5, 0.44 }, { 0.5, 0.4 }, { 0.5, 0.36 }, { 0.5, 0.32 } };
  Signing signing;

  if (!open_signing (&signing))
    return;
  hand_fixture_drag (signing.screen.view, HAND_FINGER, up, G_N_ELEMENTS (up));
  g_assert_cmpfloat (gtk_adjustment_get_value (signing.scroll), >, 50);
  g_assert_cmpuint (count_strokes (&signing), ==, 0);
  screen_fixture_close (&signing.screen);
}

/* One finger draws; what else of the hand lies on the pad does not. */
static void
test_second_finger (void)
{
  Signing signing;

  if (!open_signing (&signing))
    return;
  hand_fixture_finger (signing.pad, 0, FINGER_DOWN, 0.2, 0.3);
  hand_fixture_finger (signing.pad, 1, FINGER_DOWN, 0.9, 0.9);
  hand_fixture_finger (signing.pad, 0, FINGER_MOVES, 0.3, 0.7);
  hand_fixture_finger (signing.pad, 1, FINGER_MOVES, 0.8, 0.9);
  hand_fixture_finger (signing.pad, 1, FINGER_UP, 0.8, 0.9);
  hand_fixture_finger (signing.pad, 0, FINGER_MOVES, 0.5, 0.3);
  g_assert_false (is_signed (&signing));
  hand_fixture_finger (signing.pad, 0, FINGER_UP, 0.5, 0.3);
  g_assert_true (is_signed (&signing));
  g_assert_cmpuint (count_strokes (&signing), ==, 1);
  screen_fixture_close (&signing.screen);
}

/* The hand comes down before the pen and stays: the pen signs, the hand leaves nothing. */
static void
test_hand_under_pen (void)
{
  Signing signing;

  if (!open_signing (&signing))
    return;
  hand_fixture_finger (signing.pad, 0, FINGER_DOWN, 0.9, 0.9);
  hand_fixture_finger (signing.pad, 0, FINGER_MOVES, 0.7, 0.8);
  g_assert_cmpuint (count_strokes (&signing), ==, 1);
  hand_fixture_drag (signing.pad, HAND_PEN, line, G_N_ELEMENTS (line));
  hand_fixture_finger (signing.pad, 0, FINGER_MOVES, 0.2, 0.9);
  hand_fixture_finger (signing.pad, 0, FINGER_UP, 0.2, 0.9);
  g_assert_cmpuint (signing.n_pen, >, 0);
  g_assert_cmpuint (count_strokes (&signing), ==, 1);
  g_assert_true (is_signed (&signing));
  screen_fixture_close (&signing.screen);
}

/* "Sign again" under a finger that goes on: it begins anew. */
static void
test_cleared_under_finger (void)
{
  Signing signing;

  if (!open_signing (&signing))
    return;
  hand_fixture_finger (signing.pad, 0, FINGER_DOWN, 0.2, 0.3);
  hand_fixture_finger (signing.pad, 0, FINGER_MOVES, 0.8, 0.7);
  care_signature_pad_clear (CARE_SIGNATURE_PAD (signing.pad));
  hand_fixture_finger (signing.pad, 0, FINGER_MOVES, 0.79, 0.69);
  hand_fixture_finger (signing.pad, 0, FINGER_UP, 0.79, 0.69);
  g_assert_cmpuint (count_strokes (&signing), ==, 1);
  g_assert_false (is_signed (&signing));
  screen_fixture_close (&signing.screen);
}

/* The page goes while the finger is on it: half a name is none. */
static void
test_page_goes (void)
{
  Signing signing;

  if (!open_signing (&signing))
    return;
  hand_fixture_finger (signing.pad, 0, FINGER_DOWN, 0.2, 0.3);
  hand_fixture_finger (signing.pad, 0, FINGER_MOVES, 0.5, 0.7);
  hand_fixture_finger (signing.pad, 0, FINGER_MOVES, 0.8, 0.3);
  gtk_widget_set_visible (signing.pad, FALSE);
  form_fixture_turn ();
  g_assert_cmpuint (count_strokes (&signing), ==, 0);
  g_assert_false (is_signed (&signing));
  screen_fixture_close (&signing.screen);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  /* There is no touch screen here; with this, GTK's scrolling listens to all touches. */
  gtk_set_debug_flags (gtk_get_debug_flags () | GTK_DEBUG_TOUCHSCREEN);
  for (guint i = 0; i < G_N_ELEMENTS (hands); i++)
    {
      g_autofree char *path = g_strconcat ("/signing/", hands[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_hand);
    }
  g_test_add_func ("/signing/scrolls-beside", test_scrolls_beside);
  g_test_add_func ("/signing/second-finger", test_second_finger);
  g_test_add_func ("/signing/hand-under-pen", test_hand_under_pen);
  g_test_add_func ("/signing/cleared-under-finger", test_cleared_under_finger);
  g_test_add_func ("/signing/page-goes", test_page_goes);

  return g_test_run ();
}

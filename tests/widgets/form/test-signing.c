/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Signs with a real pointer: what moves it is the X server, not the test. */

#include "screen-fixture.h"

#include <gdk/x11/gdkx.h>

#include "widgets/form/care-field.h"
#include "widgets/form/care-signing.h"

#define SIGNED "\"type\":\"boolean\",\"required\":true,\"extension\":[" \
  "{\"url\":\"" HL7 "questionnaire-signatureRequired\",\"valueCodeableConcept\":{\"coding\":[{\"code\":\"x\"}]}}]"

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

/* Goes to the first place on the pad, presses, goes through the rest, lets go. Places are parts of its width and height. */
static void
drag (GtkWidget    *pad,
      const double (*places)[2],
      guint         n_places)
{
  GtkNative *native = gtk_widget_get_native (pad);
  g_autofree char *window = g_strdup_printf ("%lu", gdk_x11_surface_get_xid (gtk_native_get_surface (native)));
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  gboolean ended = FALSE;
  double left;
  double top;

  gtk_native_get_surface_transform (native, &left, &top);
  g_ptr_array_add (words, g_strdup ("xdotool"));
  for (guint i = 0; i < n_places; i++)
    {
      double x;
      double y;

      g_assert_true (gtk_widget_translate_coordinates (pad, GTK_WIDGET (native), places[i][0] * gtk_widget_get_width (pad),
                                                       places[i][1] * gtk_widget_get_height (pad), &x, &y));
      g_ptr_array_add (words, g_strdup ("mousemove"));
      g_ptr_array_add (words, g_strdup ("--window"));
      g_ptr_array_add (words, g_strdup (window));
      g_ptr_array_add (words, g_strdup_printf ("%d", (int) (x + left)));
      g_ptr_array_add (words, g_strdup_printf ("%d", (int) (y + top)));
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
  g_ptr_array_add (words, NULL);

  process = g_subprocess_newv ((const char *const *) words->pdata, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, ended_cb, &ended);
  while (!ended)
    g_main_context_iteration (NULL, TRUE);
  /* What it sent may still be under way. */
  for (guint i = 0; i < 20; i++)
    {
      g_usleep (10 * 1000);
      form_fixture_turn ();
    }
}

static void
test_mouse (void)
{
  static const double dot[][2] = { { 0.5, 0.5 } };
  static const double line[][2] = { { 0.2, 0.3 }, { 0.35, 0.7 }, { 0.5, 0.3 }, { 0.65, 0.7 }, { 0.8, 0.3 } };
  g_autofree char *xdotool = g_find_program_in_path ("xdotool");
  ScreenFixture screen;
  GtkWidget *pad;

  if (xdotool == NULL)
    {
      g_test_skip ("xdotool is not on this machine");
      return;
    }
  screen_fixture_open (&screen, SIGNED);
  form_fixture_press (screen.view, "Yes");
  pad = GTK_WIDGET (care_signing_get_pad (CARE_SIGNING (form_fixture_nth (screen.view, CARE_TYPE_SIGNING, 0))));
  gtk_test_widget_wait_for_draw (screen.window);
  form_fixture_turn ();

  drag (pad, dot, G_N_ELEMENTS (dot));
  g_assert_null (care_response_get_signature (screen.response, screen.node));
  screen_fixture_assert_refused (&screen, "Please sign in the box. A dot or a short line is not enough.");

  drag (pad, line, G_N_ELEMENTS (line));
  g_assert_nonnull (care_response_get_signature (screen.response, screen.node));
  g_assert_true (care_form_view_check (CARE_FORM_VIEW (screen.view)));
  screen_fixture_close (&screen);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signing/mouse", test_mouse);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk-fixture.h"

#include "desk/sign-in/care-pin-dialog.h"
#include "desk/sign-in/care-pin-pad.h"

static void
type_pin (DeskFixture *desk,
          const char  *pin)
{
  GtkWidget *pad = desk_fixture_find (GTK_WIDGET (desk->window), CARE_TYPE_PIN_PAD);

  for (guint i = 0; pin[i] != '\0'; i++)
    care_pin_pad_add_digit (CARE_PIN_PAD (pad), pin[i]);
  desk_fixture_settle ();
}

static void
test_shows_sample_pins (DeskFixture  *desk,
                        gconstpointer sample)
{
  GtkWidget *window = GTK_WIDGET (desk->window);

  g_assert_true (desk_fixture_shows (window, "Rosa Sample"));
  g_assert_true (desk_fixture_shows (window, "sample PIN 111111"));
  g_assert_true (desk_fixture_shows (window, "Clinician"));
  g_assert_true (desk_fixture_shows (window, "Practice only, not for real patients"));
  g_assert_false (care_desk_window_is_inside (desk->window));
}

static void
test_right_pin (DeskFixture  *desk,
                gconstpointer sample)
{
  desk_fixture_sign_in (desk, "Lea", "222222");
  g_assert_true (care_desk_window_is_inside (desk->window));
  g_assert_cmpstr (care_staff_get_given (care_clinic_get_actor (care_desk_get_clinic (desk->desk))), ==, "Lea");
  g_assert_true (desk_fixture_shows (GTK_WIDGET (desk->window), "Practice only, not for real patients"));
}

static void
test_wrong_pin_slows_down (DeskFixture  *desk,
                           gconstpointer sample)
{
  GtkWidget *pad = desk_fixture_find (GTK_WIDGET (desk->window), CARE_TYPE_PIN_PAD);

  desk_fixture_sign_in (desk, "Rosa", "999999");
  g_assert_false (care_desk_window_is_inside (desk->window));
  g_assert_cmpuint (care_pin_pad_get_filled (CARE_PIN_PAD (pad)), ==, 0);
  /* Held for a moment: digits are not taken, and then they are. */
  care_pin_pad_add_digit (CARE_PIN_PAD (pad), '1');
  g_assert_cmpuint (care_pin_pad_get_filled (CARE_PIN_PAD (pad)), ==, 0);
  for (int i = 0; i < 8; i++)
    desk_fixture_settle ();
  type_pin (desk, "111111");
  g_assert_true (care_desk_window_is_inside (desk->window));
}

static void
test_lock_covers (DeskFixture  *desk,
                  gconstpointer sample)
{
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_READY);

  desk_fixture_sign_in (desk, "Rosa", "111111");
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.open-visit", "s", care_visit_get_id (visit));
  desk_fixture_settle ();
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.lock", NULL);
  desk_fixture_settle ();
  g_assert_false (care_desk_window_is_inside (desk->window));
  g_assert_null (care_clinic_get_actor (care_desk_get_clinic (desk->desk)));
  g_assert_false (desk_fixture_shows (GTK_WIDGET (desk->window), care_patient_get_display_name (care_visit_get_patient (visit))));

  /* Whoever unlocks stands before Today and not before the last patient. */
  desk_fixture_sign_in (desk, "Rosa", "111111");
  g_assert_true (desk_fixture_shows (GTK_WIDGET (desk->window), "Monday"));
}

/* A registration that somebody was in the middle of is there again after the PIN, to the letter. */
static void
test_lock_keeps_typed (DeskFixture  *desk,
                       gconstpointer sample)
{
  CarePage *page;

  desk_fixture_sign_in (desk, "Rosa", "111111");
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.register", "s", "Zoé Quintana");
  desk_fixture_settle ();
  page = care_desk_window_get_page (desk->window);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.lock", NULL);
  desk_fixture_settle ();
  g_assert_false (care_desk_window_is_inside (desk->window));
  g_assert_false (desk_fixture_shows (GTK_WIDGET (desk->window), "Not registered"));

  desk_fixture_sign_in (desk, "Rosa", "111111");
  g_assert_true (care_desk_window_get_page (desk->window) == page);
  gtk_widget_activate_action (GTK_WIDGET (page), "register.save", NULL);
  desk_fixture_settle ();
  /* What was typed is really there: only the phone is asked for. */
  g_assert_true (desk_fixture_shows (GTK_WIDGET (page), "phone: is missing or has fewer than three digits"));
}

static void
test_happened_before_sign_in (DeskFixture  *desk,
                              gconstpointer sample)
{
  g_autoptr (GListModel) windows = NULL;

  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.happened", NULL);
  desk_fixture_settle ();
  windows = g_object_ref (gtk_window_get_toplevels ());
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, 2);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (window != GTK_WINDOW (desk->window))
        {
          g_assert_true (desk_fixture_shows (GTK_WIDGET (window), "EXAMPLE"));
          gtk_window_destroy (window);
          break;
        }
    }
}

static gboolean
sign_nothing (const CareSignature *by,
              gpointer             data,
              GError             **error)
{
  return TRUE;
}

static void
check_pad_whole (DeskFixture *desk)
{
  GtkWidget *window = GTK_WIDGET (desk->window);
  graphene_rect_t bounds;
  GtkWidget *dialog, *pad;

  care_pin_dialog_ask (window, desk->desk, "Open the reasons", TRUE, sign_nothing, NULL, NULL);
  desk_fixture_settle ();
  dialog = desk_fixture_find_window (CARE_TYPE_PIN_DIALOG);
  g_assert_nonnull (dialog);
  pad = desk_fixture_find (dialog, CARE_TYPE_PIN_PAD);
  g_assert_nonnull (pad);
  g_assert_true (gtk_widget_compute_bounds (pad, dialog, &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));
  desk_fixture_settle ();
}

/* No digit has to be scrolled for: at 200 % text on a low screen, and at 150 % in a narrow window. */
static void
test_large_text (DeskFixture  *desk,
                 gconstpointer sample)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *window = GTK_WIDGET (desk->window);
  int dpi;

  desk_fixture_sign_in (desk, "Rosa", "111111");
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * PANGO_SCALE, NULL);
  desk_fixture_settle ();
  g_assert_cmpint (gtk_widget_get_width (window), >=, 800);

  check_pad_whole (desk);
  g_object_set (settings, "gtk-xft-dpi", 3 * 96 * PANGO_SCALE / 2, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 790);
  desk_fixture_settle ();
  g_assert_cmpint (gtk_widget_get_width (window), <=, 700);
  check_pad_whole (desk);

  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

int
main (int   argc,
      char *argv[])
{
  static const DeskTest tests[] = {
    { "/desk/sign-in/shows-sample-pins", test_shows_sample_pins },
    { "/desk/sign-in/right-pin", test_right_pin },
    { "/desk/sign-in/wrong-pin-slows-down", test_wrong_pin_slows_down },
    { "/desk/sign-in/lock-covers", test_lock_covers },
    { "/desk/sign-in/lock-keeps-typed", test_lock_keeps_typed },
    { "/desk/sign-in/large-text", test_large_text },
    { "/desk/sign-in/happened-before-sign-in", test_happened_before_sign_in },
  };

  return desk_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests), desk_fixture_set_up);
}

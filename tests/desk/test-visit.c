/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk-fixture.h"

#include "base/care-error.h"
#include "clinic/care-clinic-sheet.h"
#include "clinic/care-fhir.h"
#include "desk/sign-in/care-pin-dialog.h"
#include "desk/sign-in/care-pin-pad.h"
#include "desk/visit/care-hand-over.h"
#include "desk/visit/care-visit-page.h"
#include "protocol/care-protocol.h"

/* Paper is laid out behind the first frame. */
static void
wait_for_paper (GtkWidget *page)
{
  for (int i = 0; i < 40 && desk_fixture_shows (page, "being laid out"); i++)
    desk_fixture_settle ();
  g_assert_false (desk_fixture_shows (page, "being laid out"));
}

static GtkWidget *
open_visit (DeskFixture *desk,
            CareVisit   *visit)
{
  g_assert_nonnull (visit);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.open-visit", "s", care_visit_get_id (visit));
  desk_fixture_settle ();
  g_assert_true (CARE_IS_VISIT_PAGE (care_desk_window_get_page (desk->window)));
  wait_for_paper (GTK_WIDGET (care_desk_window_get_page (desk->window)));
  return GTK_WIDGET (care_desk_window_get_page (desk->window));
}

/* The desk sees the word; the reasons open with a clinician's PIN, are decided on one page and signed. */
static void
test_decide (DeskFixture  *desk,
             gconstpointer sample)
{
  CareVisit *visit = NULL;
  GListModel *today = care_clinic_get_today (care_desk_get_clinic (desk->desk));
  GtkWidget *page;

  for (guint i = 0; i < g_list_model_get_n_items (today) && visit == NULL; i++)
    {
      g_autoptr (CareVisit) item = g_list_model_get_item (today, i);

      if (care_visit_get_next_step (item) == CARE_NEXT_DECIDE)
        visit = item;
    }
  page = open_visit (desk, visit);
  g_assert_true (desk_fixture_shows (page, "Clinician must decide"));
  g_assert_false (desk_fixture_shows (page, "Treat in spite of it"));

  desk_fixture_press (page, "Open the reasons");
  /* A wrong PIN opens nothing. */
  desk_fixture_sign ("Lea", "999999");
  g_assert_false (desk_fixture_shows (page, "Treat in spite of it"));
  for (int i = 0; i < 8; i++)
    desk_fixture_settle ();
  desk_fixture_sign ("Lea", "222222");
  g_assert_null (desk_fixture_find_window (CARE_TYPE_PIN_DIALOG));
  g_assert_true (desk_fixture_shows (page, "Treat in spite of it"));

  /* A decision without its reason cannot be signed. */
  g_assert_false (gtk_widget_is_sensitive (desk_fixture_find_button (page, "Sign the decisions")));
  desk_fixture_press (page, "Treat in spite of it");
  g_assert_false (gtk_widget_is_sensitive (desk_fixture_find_button (page, "Sign the decisions")));
  desk_fixture_press (page, "Asked again: it does not apply");
  desk_fixture_press (page, "Sign the decisions");
  desk_fixture_sign ("Omar", "333333");
  g_assert_cmpuint (care_visit_get_undecided (visit), ==, 0);
  g_assert_cmpstr (care_staff_get_given (care_clinic_get_actor (care_desk_get_clinic (desk->desk))), ==, "Rosa");
}

/* The finish time is the tap's and nobody's plan; the next visit is one tap; then the sheet is owed until given. */
static void
test_finish (DeskFixture  *desk,
             gconstpointer sample)
{
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_IN_TREATMENT);
  GtkWidget *page = open_visit (desk, visit);

  g_assert_cmpint (care_visit_get_finished_at (visit), ==, CARE_INSTANT_NONE);
  desk_fixture_press (page, "Finished now");
  g_assert_cmpint (ABS (care_desk_now (desk->desk) - care_visit_get_finished_at (visit)), <, CARE_MINUTE);
  g_assert_true (desk_fixture_shows (page, "15:20"));
  g_assert_true (desk_fixture_shows (page, "Not signed yet"));

  care_visit_page_show_room (CARE_VISIT_PAGE (page), CARE_ROOM_NEXT_VISIT);
  desk_fixture_settle ();
  desk_fixture_press (page, "Keep this time");
  g_assert_cmpint (care_visit_get_next_visit_at (visit), !=, CARE_INSTANT_NONE);
}

/* What is written into a record is kept when the page is left, and told of until it is signed. */
static void
test_record_unsigned_stays (DeskFixture  *desk,
                            gconstpointer sample)
{
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_IN_TREATMENT);
  GtkWidget *page = open_visit (desk, visit);
  GtkWidget *window = GTK_WIDGET (desk->window);

  desk_fixture_press (page, "Finished now");
  desk_fixture_press (page, "Write the record");
  g_assert_true (desk_fixture_shows (page, "Asked aloud"));
  /* Nothing was typed yet: the page may be left. */
  gtk_widget_activate_action (window, "win.back", NULL);
  desk_fixture_settle ();
  g_assert_false (CARE_IS_VISIT_PAGE (care_desk_window_get_page (desk->window)));
  g_assert_false (care_visit_is_drafted (visit));
  g_assert_false (desk_fixture_shows (window, "Unsigned record"));

  page = open_visit (desk, visit);
  desk_fixture_press (page, "Write the record");
  desk_fixture_press (page, "Nothing unusual");
  gtk_widget_activate_action (window, "win.back", NULL);
  desk_fixture_settle ();
  g_assert_false (CARE_IS_VISIT_PAGE (care_desk_window_get_page (desk->window)));
  g_assert_true (care_visit_is_drafted (visit));
  g_assert_true (desk_fixture_shows (window, "Unsigned record"));
  gtk_widget_activate_action (window, "win.waiting", "s", "");
  desk_fixture_settle ();
  g_assert_true (desk_fixture_shows (window, "The record is begun and not signed"));

  page = open_visit (desk, visit);
  desk_fixture_press (page, "Go on with the record");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (desk_fixture_find_button (page, "Nothing unusual"))));
}

/* The record offers the product that was checked, and no other that it would refuse. */
static void
test_record_product (DeskFixture  *desk,
                     gconstpointer sample)
{
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_IN_TREATMENT);
  GtkWidget *page = open_visit (desk, visit);
  GPtrArray *products = care_protocol_get_products (care_clinic_get_protocol (care_desk_get_clinic (desk->desk)));

  desk_fixture_press (page, "Finished now");
  desk_fixture_press (page, "Write the record");
  for (guint i = 0; i < products->len; i++)
    {
      const CareProduct *product = g_ptr_array_index (products, i);
      gboolean chosen = g_str_equal (product->id, care_visit_get_product (visit));
      GtkWidget *button = desk_fixture_find_button (page, care_text_get (product->name, "en"));

      g_assert_cmpint (button != NULL, ==, chosen);
    }
}

/* A moment after an answer it is on the disk: a kill takes nothing. */
static void
test_record_kept (DeskFixture  *desk,
                  gconstpointer sample)
{
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_IN_TREATMENT);
  GtkWidget *page = open_visit (desk, visit);

  desk_fixture_press (page, "Finished now");
  desk_fixture_press (page, "Write the record");
  desk_fixture_press (page, "Nothing unusual");
  for (int i = 0; i < 100 && !care_visit_is_drafted (visit); i++)
    {
      g_usleep (20 * 1000);
      desk_fixture_settle ();
    }
  g_assert_true (care_visit_is_drafted (visit));
  /* The form that is being written in stays. */
  g_assert_nonnull (desk_fixture_find_button (page, "Sign the record"));
}

static void
test_next_visit_not_yet (DeskFixture  *desk,
                         gconstpointer sample)
{
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_WATCH_UNTIL);
  GtkWidget *page = open_visit (desk, visit);

  care_visit_page_show_room (CARE_VISIT_PAGE (page), CARE_ROOM_NEXT_VISIT);
  desk_fixture_settle ();
  desk_fixture_press (page, "Not yet");
  g_assert_cmpint (care_visit_get_next_visit_at (visit), ==, CARE_INSTANT_NONE);
  g_assert_cmpint (care_visit_get_next_step (visit), !=, CARE_NEXT_BOOK);
}

/* Booked: what to do before it is one tap away, in the patient's language and with the sheet's own printing. */
static void
test_before_visit (DeskFixture  *desk,
                   gconstpointer sample)
{
  GtkWidget *window = GTK_WIDGET (desk->window);
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_WATCH_UNTIL);
  GtkWidget *page = open_visit (desk, visit);

  care_visit_page_show_room (CARE_VISIT_PAGE (page), CARE_ROOM_NEXT_VISIT);
  desk_fixture_settle ();
  desk_fixture_press (page, "Keep this time");
  desk_fixture_press (window, "Before your visit");
  page = GTK_WIDGET (care_desk_window_get_page (desk->window));
  g_assert_true (CARE_IS_VISIT_PAGE (page));
  g_assert_cmpstr (care_visit_get_id (care_visit_page_get_visit (CARE_VISIT_PAGE (page))), ==,
                   care_visit_get_next_visit (visit));
  g_assert_cmpint (care_visit_page_get_room (CARE_VISIT_PAGE (page)), ==, CARE_ROOM_SHEET);
  wait_for_paper (page);
  g_assert_true (desk_fixture_shows (page, "Before your visit"));
  g_assert_true (gtk_widget_is_sensitive (desk_fixture_find_button (page, "Print")));
  g_assert_null (desk_fixture_find_button (page, "The sheet is given"));

  /* The toast goes away; the room where it was agreed offers it as long as it stands. */
  gtk_widget_activate_action (window, "win.back", NULL);
  desk_fixture_settle ();
  page = GTK_WIDGET (care_desk_window_get_page (desk->window));
  care_visit_page_show_room (CARE_VISIT_PAGE (page), CARE_ROOM_NEXT_VISIT);
  desk_fixture_settle ();
  g_assert_nonnull (desk_fixture_find_button (page, "Before your visit"));
}

/* Booked by a slip of the finger: one tap takes it back, and the sheet's date with it. */
static void
test_undo_booking (DeskFixture  *desk,
                   gconstpointer sample)
{
  GtkWidget *window = GTK_WIDGET (desk->window);
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_WATCH_UNTIL);
  GtkWidget *page = open_visit (desk, visit);
  g_autofree char *next = NULL;

  care_visit_page_show_room (CARE_VISIT_PAGE (page), CARE_ROOM_NEXT_VISIT);
  desk_fixture_settle ();
  desk_fixture_press (page, "Keep this time");
  next = g_strdup (care_visit_get_next_visit (visit));
  g_assert_nonnull (next);
  g_assert_true (desk_fixture_shows (window, "Booked: "));
  g_assert_nonnull (desk_fixture_find_button (window, "Before your visit"));
  desk_fixture_press (window, "Undo");
  g_assert_null (care_visit_get_next_visit (visit));
  g_assert_cmpint (care_visit_get_next_visit_at (visit), ==, CARE_INSTANT_NONE);
  g_assert_cmpint (care_visit_get_state (care_clinic_lookup_visit (care_desk_get_clinic (desk->desk), next, NULL)), ==,
                   CARE_STATE_CANCELLED);
  /* The room offers the time again. */
  g_assert_nonnull (desk_fixture_find_button (page, "Keep this time"));
}

/* Large print, copies, one language or both: the patient's own from then on, as whoever comes back to the page finds. */
static void
test_sheet_choices (DeskFixture  *desk,
                    gconstpointer sample)
{
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_SHEET_OWED);
  CarePatient *patient = care_visit_get_patient (visit);
  GtkWidget *page = open_visit (desk, visit);
  GtkWidget *large = desk_fixture_find_button (page, "Large print");
  gboolean was = care_patient_get_size (patient) >= 3;
  GtkWidget *copies;
  g_autofree char *spanish = care_format_language_name ("es");
  g_autofree char *english = care_format_language_name ("en");

  g_assert_nonnull (large);
  g_assert_cmpint (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (large)), ==, was);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (large), !was);
  desk_fixture_settle ();
  g_assert_cmpint (care_patient_get_size (patient) >= 3, ==, !was);
  large = desk_fixture_find_button (page, "Large print");
  g_assert_cmpint (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (large)), ==, !was);

  copies = desk_fixture_find (page, GTK_TYPE_SPIN_BUTTON);
  g_assert_nonnull (copies);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (copies)), ==, 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (copies), 3);
  g_assert_cmpuint (care_patient_get_copies (patient), ==, 3);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (desk_fixture_find_button (page, spanish)), TRUE);
  desk_fixture_settle ();
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (desk_fixture_find_button (page, "Both languages"))));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (desk_fixture_find_button (page, "Both languages")), FALSE);
  desk_fixture_settle ();
  g_assert_true (care_patient_wants_one_language (patient));
  g_assert_cmpuint (care_patient_get_copies (patient), ==, 3);

  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.back", NULL);
  desk_fixture_settle ();
  page = open_visit (desk, visit);
  copies = desk_fixture_find (page, GTK_TYPE_SPIN_BUTTON);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (copies)), ==, 3);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (desk_fixture_find_button (page, spanish)), TRUE);
  desk_fixture_settle ();
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (desk_fixture_find_button (page, "Both languages"))));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (desk_fixture_find_button (page, english)), TRUE);
  desk_fixture_settle ();
  g_assert_null (desk_fixture_find_button (page, "Both languages"));
}

static void
test_sheet_given (DeskFixture  *desk,
                  gconstpointer sample)
{
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_SHEET_OWED);
  GtkWidget *page = open_visit (desk, visit);

  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF", 4);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (care_visit_page_get_room (CARE_VISIT_PAGE (page)), ==, CARE_ROOM_SHEET);
  g_assert_false (care_visit_is_given (visit));
  desk_fixture_press (page, "Large print");
  desk_fixture_press (page, "English");
  /* What is not printed cannot be given. */
  g_assert_false (gtk_widget_is_sensitive (desk_fixture_find_button (page, "The sheet is given")));
  care_clinic_keep_sheet (care_desk_get_clinic (desk->desk), visit, pdf, "en", TRUE, &error);
  g_assert_no_error (error);
  desk_fixture_settle ();
  desk_fixture_press (page, "The sheet is given");
  g_assert_true (care_visit_is_given (visit));
  desk_fixture_press (GTK_WIDGET (desk->window), "Undo");
  g_assert_false (care_visit_is_given (visit));
}

/* No time may stand on paper, and no second visit for the same session in the calendar, before the last needle is out. */
static void
test_rooms_in_order (DeskFixture  *desk,
                     gconstpointer sample)
{
  GtkWidget *page = open_visit (desk, desk_fixture_find_visit (desk, CARE_STATE_MUST_DECIDE));

  care_visit_page_show_room (CARE_VISIT_PAGE (page), CARE_ROOM_SHEET);
  desk_fixture_settle ();
  wait_for_paper (page);
  g_assert_true (desk_fixture_shows (page, "Not yet: the sheet comes"));
  g_assert_null (desk_fixture_find_button (page, "Print"));
  care_visit_page_show_room (CARE_VISIT_PAGE (page), CARE_ROOM_NEXT_VISIT);
  desk_fixture_settle ();
  g_assert_true (desk_fixture_shows (page, "Not yet: the next visit"));
  g_assert_null (desk_fixture_find_button (page, "Keep this time"));
}

/* What a clinician opened is not there for whoever comes back to the page. */
static void
test_leaving_closes_reasons (DeskFixture  *desk,
                          gconstpointer sample)
{
  GtkWidget *page = open_visit (desk, desk_fixture_find_visit (desk, CARE_STATE_MUST_DECIDE));

  desk_fixture_press (page, "Open the reasons");
  desk_fixture_sign ("Lea", "222222");
  g_assert_true (desk_fixture_shows (page, "A new medicine"));
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.happened", NULL);
  desk_fixture_settle ();
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.back", NULL);
  desk_fixture_settle ();
  g_assert_true (page == GTK_WIDGET (care_desk_window_get_page (desk->window)));
  g_assert_false (desk_fixture_shows (page, "A new medicine"));
  g_assert_nonnull (desk_fixture_find_button (page, "Open the reasons"));
}

/* Who helped is kept with the answers. */
static void
assert_helper (DeskFixture *desk,
               CareVisit   *visit,
               const char  *helper)
{
  CareStore *store = care_clinic_get_store (care_desk_get_clinic (desk->desk));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = care_store_list (store, "QuestionnaireResponse", care_patient_get_id (care_visit_get_patient (visit)), &error);
  guint found = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    {
      JsonObject *resource = care_document_get_resource (g_ptr_array_index (all, i));

      found += g_strcmp0 (care_fhir_ext_get_string (resource, "helped-by"), helper) == 0;
    }
  g_assert_cmpuint (found, ==, 1);
}

/* Without a keeper the device cannot go, and the button says why; asking aloud works. */
static void
test_intake_without_keeper (DeskFixture  *desk,
                            gconstpointer sample)
{
  CareVisit *visit = NULL;
  GListModel *today = care_clinic_get_today (care_desk_get_clinic (desk->desk));
  GtkWidget *page;
  GtkWidget *button;

  for (guint i = 0; i < g_list_model_get_n_items (today) && visit == NULL; i++)
    {
      g_autoptr (CareVisit) item = g_list_model_get_item (today, i);

      if (care_visit_get_next_step (item) == CARE_NEXT_HAND_OVER)
        visit = item;
    }
  page = open_visit (desk, visit);
  button = desk_fixture_find_button (page, "Hand over");
  g_assert_nonnull (button);
  g_assert_false (gtk_widget_is_sensitive (button));
  g_assert_true (desk_fixture_shows (button, "Start “aftercare”"));
  desk_fixture_press (page, "Ask aloud");
  /* Who helps is chosen first, and may be thought over. */
  g_assert_null (desk_fixture_find_button (page, "Keep and leave"));
  desk_fixture_press (page, "Back to the choice");
  desk_fixture_press (page, "Ask aloud");
  g_assert_true (desk_fixture_shows (page, "A child does not help"));
  desk_fixture_press (page, "An interpreter");
  g_assert_nonnull (desk_fixture_find_button (page, "Keep and leave"));
  desk_fixture_press (page, "Keep and leave");
  g_assert_nonnull (desk_fixture_find_button (page, "Ask aloud"));
  assert_helper (desk, visit, "interpreter");
}

/* While something is being saved the device stays, and the visit as it is. */
static void
test_no_hand_over_while_busy (DeskFixture  *desk,
                              gconstpointer sample)
{
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_ARRIVED);
  g_autoptr (GError) error = NULL;

  care_desk_hold (desk->desk);
  g_assert_false (care_hand_over (desk->desk, visit, &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "still being saved or printed"));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_ARRIVED);
  g_clear_error (&error);

  /* Then only the keeper is missing. */
  care_desk_release (desk->desk);
  g_assert_false (care_hand_over (desk->desk, visit, &error));
  g_assert_null (strstr (error->message, "still being saved or printed"));
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_ARRIVED);
}

int
main (int   argc,
      char *argv[])
{
  static const DeskTest tests[] = {
    { "/desk/visit/decide", test_decide },
    { "/desk/visit/finish", test_finish },
    { "/desk/visit/record-unsigned-stays", test_record_unsigned_stays },
    { "/desk/visit/record-product", test_record_product },
    { "/desk/visit/record-kept", test_record_kept },
    { "/desk/visit/next-visit-not-yet", test_next_visit_not_yet },
    { "/desk/visit/before-visit", test_before_visit },
    { "/desk/visit/undo-booking", test_undo_booking },
    { "/desk/visit/sheet-choices", test_sheet_choices },
    { "/desk/visit/sheet-given", test_sheet_given },
    { "/desk/visit/rooms-in-order", test_rooms_in_order },
    { "/desk/visit/leaving-closes-reasons", test_leaving_closes_reasons },
    { "/desk/visit/intake-without-keeper", test_intake_without_keeper },
    { "/desk/visit/no-hand-over-while-busy", test_no_hand_over_while_busy },
  };

  return desk_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests), desk_fixture_open_inside);
}

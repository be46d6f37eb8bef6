/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* What was begun and not finished: there again after the lock, after Back, and after the desk was killed. */

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "begun-ways.h"

#include "clinic/care-clinic-begun.h"
#include "clinic/care-clinic-check.h"
#include "clinic/care-clinic-handover.h"
#include "clinic/care-clinic-register.h"
#include "clinic/care-clinic-schedule.h"
#include "clinic/care-sample-answers.h"
#include "desk/patients/care-date-entry.h"
#include "desk/sign-in/care-pin-dialog.h"
#include "desk/visit/care-visit-page.h"
#include "widgets/form/care-form-view.h"

static GtkWidget *
open_room (DeskFixture   *desk,
           const char    *visit,
           CareVisitRoom  room)
{
  begun_go (desk, "win.open-visit", visit);
  g_assert_true (CARE_IS_VISIT_PAGE (begun_get_page (desk)));
  care_visit_page_show_room (CARE_VISIT_PAGE (begun_get_page (desk)), room);
  desk_fixture_settle ();
  return begun_get_page (desk);
}

static gboolean
is_active (GtkWidget  *root,
           const char *label)
{
  GtkWidget *button = desk_fixture_find_button (root, label);

  return button != NULL && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button));
}

/* Somebody who came in with a cup of coffee inside, and whose product is not chosen yet. */
static char *
take_in (DeskFixture *desk)
{
  const CareSampleAnswer coffee[] = { { "caffeine-what", "coffee" }, { "caffeine-last", "2026-11-23T09:30:00+01:00" }, { NULL, NULL } };
  CareClinic *clinic = care_desk_get_clinic (desk->desk);
  g_autoptr (GError) error = NULL;
  CarePatient *patient = care_clinic_register (clinic, "Zoé", "Quintana", "1980-05-17", "555-0177", NULL, &error);
  CareVisit *visit;
  g_autoptr (GPtrArray) forms = NULL;

  g_assert_no_error (error);
  visit = care_clinic_walk_in (clinic, patient, CARE_VISIT_FIRST, &error);
  g_assert_no_error (error);
  forms = care_clinic_list_open_forms (clinic, visit, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < forms->len; i++)
    {
      g_autoptr (CareResponse) response = care_clinic_continue_answers (clinic, visit, g_ptr_array_index (forms, i), &error);

      g_assert_no_error (error);
      care_sample_answer (response, coffee);
      care_clinic_keep_answers (clinic, visit, response, CARE_ANSWER_ASKED_ALOUD, CARE_HELPER_NOBODY, TRUE, &error);
      g_assert_no_error (error);
    }
  desk_fixture_settle ();
  return g_strdup (care_visit_get_id (visit));
}

/* Product and areas are chosen, the clinician is not there yet to sign. */
static void
test_product (DeskFixture  *desk,
              gconstpointer sample)
{
  g_autofree char *visit = take_in (desk);
  g_autoptr (GError) error = NULL;

  for (BegunWay way = BEGUN_LOCKED; way < N_BEGUN_WAYS; way++)
    {
      GtkWidget *page = open_room (desk, visit, CARE_ROOM_CHECK);

      desk_fixture_press (page, "Choose the product");
      g_assert_false (gtk_widget_is_sensitive (desk_fixture_find_button (page, "Keep, with a clinician")));
      desk_fixture_press (page, "Product B");
      desk_fixture_press (page, "thighs");
      begun_leave (desk, way);
      page = open_room (desk, visit, CARE_ROOM_CHECK);
      g_assert_true (is_active (page, "Product B"));
      g_assert_true (is_active (page, "thighs"));
      g_assert_true (gtk_widget_is_sensitive (desk_fixture_find_button (page, "Keep, with a clinician")));
      /* Nobody has signed: nothing is chosen. */
      g_assert_null (care_visit_get_product (care_clinic_lookup_visit (care_desk_get_clinic (desk->desk), visit, &error)));
      g_assert_no_error (error);

      desk_fixture_press (page, "Leave it as it was");
      g_assert_null (desk_fixture_find_button (page, "Product B"));
      begun_go (desk, "win.back", NULL);
      page = open_room (desk, visit, CARE_ROOM_CHECK);
      g_assert_nonnull (desk_fixture_find_button (page, "Choose the product"));
      begun_go (desk, "win.back", NULL);
    }

  open_room (desk, visit, CARE_ROOM_CHECK);
  desk_fixture_press (begun_get_page (desk), "Choose the product");
  desk_fixture_press (begun_get_page (desk), "Product A");
  desk_fixture_press (begun_get_page (desk), "EX-A-2601");
  desk_fixture_press (begun_get_page (desk), "thighs");
  desk_fixture_press (begun_get_page (desk), "Keep, with a clinician");
  desk_fixture_sign ("Lea", "222222");
  g_assert_cmpstr (care_visit_get_product (care_clinic_lookup_visit (care_desk_get_clinic (desk->desk), visit, &error)), ==, "product-a");
  open_room (desk, visit, CARE_ROOM_CHECK);
  g_assert_nonnull (desk_fixture_find_button (begun_get_page (desk), "Change the product"));
  g_assert_null (desk_fixture_find_button (begun_get_page (desk), "Keep, with a clinician"));
}

static GtkWidget *
find_words (GtkWidget *root)
{
  if (GTK_IS_ENTRY (root) && gtk_widget_get_mapped (root)
      && g_strcmp0 (gtk_entry_get_placeholder_text (GTK_ENTRY (root)), "More, in your own words") == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_words (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
open_reasons (DeskFixture *desk,
              const char  *visit)
{
  GtkWidget *page = open_room (desk, visit, CARE_ROOM_CHECK);

  desk_fixture_press (page, "Open the reasons");
  desk_fixture_sign ("Lea", "222222");
  return page;
}

/* The clinician is called away in the middle of a sentence. It is hers until she signs it, and behind her PIN. */
static void
test_decision (DeskFixture  *desk,
               gconstpointer sample)
{
  g_autofree char *visit = take_in (desk);

  for (BegunWay way = BEGUN_LOCKED; way < N_BEGUN_WAYS; way++)
    {
      g_autofree char *typed = g_strdup_printf ("half a sentence %u", (guint) way);
      GtkWidget *page = open_reasons (desk, visit);

      desk_fixture_press (page, "Treat in spite of it");
      desk_fixture_press (page, "Go on with extra care");
      gtk_editable_set_text (GTK_EDITABLE (find_words (page)), typed);
      begun_leave (desk, way);
      page = open_room (desk, visit, CARE_ROOM_CHECK);
      g_assert_null (find_words (page));
      g_assert_false (desk_fixture_shows (page, "Begun by"));
      begun_go (desk, "win.back", NULL);

      page = open_reasons (desk, visit);
      g_assert_true (desk_fixture_shows (page, "Begun by Lea Example, not signed yet"));
      g_assert_true (is_active (page, "Treat in spite of it"));
      g_assert_true (is_active (page, "Go on with extra care"));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_words (page))), ==, typed);
      g_assert_true (gtk_widget_is_sensitive (desk_fixture_find_button (page, "Sign the decisions")));
      g_assert_false (desk_fixture_shows (page, "Decided"));
      begun_go (desk, "win.back", NULL);
    }

  /* Signed, it is begun no more. */
  desk_fixture_press (open_reasons (desk, visit), "Sign the decisions");
  desk_fixture_sign ("Lea", "222222");
  g_assert_true (desk_fixture_shows (begun_get_page (desk), "Decided"));
  g_assert_false (desk_fixture_shows (begun_get_page (desk), "Begun by"));
}

/* A disk without room: no file grows beyond @size. */
static void
limit_files (rlim_t size)
{
  struct rlimit limit;

  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &limit));
  limit.rlim_cur = MIN (size, limit.rlim_max);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &limit));
}

/* It is kept a moment after the last tap. */
static void
wait_unkept (DeskFixture *desk)
{
  for (guint i = 0; i < 40 && !desk_fixture_shows (GTK_WIDGET (desk->window), "nothing was changed. Make room"); i++)
    desk_fixture_settle ();
  g_assert_true (care_clinic_has_unkept_decision (care_desk_get_clinic (desk->desk), NULL));
}

/* The disk is full while a clinician decides, and the desk locks: it is held until there is room, and offered again. */
static void
test_decision_disk_full (DeskFixture  *desk,
                         gconstpointer sample)
{
  g_autofree char *visit = take_in (desk);
  GtkWidget *page = open_reasons (desk, visit);
  GtkWidget *dialog;

  signal (SIGXFSZ, SIG_IGN);
  limit_files (4096);
  desk_fixture_press (page, "Treat in spite of it");
  desk_fixture_press (page, "Go on with extra care");
  gtk_editable_set_text (GTK_EDITABLE (find_words (page)), "no room for this");
  wait_unkept (desk);
  g_assert_true (desk_fixture_shows (GTK_WIDGET (desk->window), "nothing was changed. Make room"));
  gtk_window_close (GTK_WINDOW (desk->window));
  desk_fixture_settle ();
  dialog = desk_fixture_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_true (desk_fixture_shows (dialog, "nothing was changed. Make room"));
  desk_fixture_press (dialog, "Go on here");

  begun_go (desk, "win.lock", NULL);
  g_assert_false (care_desk_window_is_inside (desk->window));
  g_assert_true (care_clinic_has_unkept_decision (care_desk_get_clinic (desk->desk), NULL));
  limit_files (RLIM_INFINITY);
  desk_fixture_sign_in (desk, "Rosa", "111111");
  g_assert_true (desk_fixture_shows (GTK_WIDGET (desk->window), "What a clinician was deciding before the lock is kept now."));
  g_assert_false (care_clinic_has_unkept_decision (care_desk_get_clinic (desk->desk), NULL));
  g_assert_null (find_words (begun_get_page (desk)));
  desk_fixture_kill (desk);
  desk_fixture_sign_in (desk, "Rosa", "111111");
  page = open_reasons (desk, visit);
  g_assert_true (desk_fixture_shows (page, "Begun by Lea Example, not signed yet"));
  g_assert_true (is_active (page, "Go on with extra care"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_words (page))), ==, "no room for this");
}

/* Still no room after the PIN: it is said, and none of it is seen without the clinician's. */
static void
test_decision_unkept (DeskFixture  *desk,
                      gconstpointer sample)
{
  g_autofree char *visit = take_in (desk);
  GtkWidget *page = open_reasons (desk, visit);

  signal (SIGXFSZ, SIG_IGN);
  limit_files (4096);
  desk_fixture_press (page, "Not today");
  desk_fixture_press (page, "Go on with extra care");
  wait_unkept (desk);
  begun_go (desk, "win.lock", NULL);
  /* The next PIN finds room, and the disk is full again before anybody looks. */
  limit_files (RLIM_INFINITY);
  g_assert_true (care_clinic_sign_in (care_desk_get_clinic (desk->desk), "staff-rosa", "111111", NULL));
  limit_files (4096);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.enter", NULL);
  desk_fixture_settle ();
  g_assert_true (care_desk_window_is_inside (desk->window));
  g_assert_true (desk_fixture_shows (GTK_WIDGET (desk->window), "What a clinician has decided is not kept yet:"));
  page = begun_get_page (desk);
  g_assert_true (desk_fixture_shows (page, "What a clinician was deciding here is not on the disk yet"));
  g_assert_false (desk_fixture_shows (page, "Go on with extra care"));
  desk_fixture_press (page, "Keep it now");
  g_assert_true (desk_fixture_shows (page, "is not on the disk yet"));

  limit_files (RLIM_INFINITY);
  desk_fixture_press (page, "Keep it now");
  g_assert_false (desk_fixture_shows (page, "is not on the disk yet"));
  desk_fixture_press (page, "Open the reasons");
  desk_fixture_sign ("Lea", "222222");
  g_assert_true (desk_fixture_shows (page, "Begun by Lea Example, not signed yet"));
  g_assert_true (is_active (page, "Not today"));
}

/* The PIN that opened the reasons is enough for the day's cup. */
static void
test_one_tap (DeskFixture  *desk,
              gconstpointer sample)
{
  g_autofree char *visit = take_in (desk);
  GtkWidget *page = open_reasons (desk, visit);

  desk_fixture_press (page, "Treat: Small or long enough ago");
  g_assert_null (desk_fixture_find_window (CARE_TYPE_PIN_DIALOG));
  g_assert_true (desk_fixture_shows (page, "Decided"));
  g_assert_true (desk_fixture_shows (page, "Lea Example: Small or long enough ago"));
  g_assert_null (desk_fixture_find_button (page, "Treat: Small or long enough ago"));
}

static GtkWidget *
find_text (GtkWidget *page,
           GType      type)
{
  GtkWidget *view = desk_fixture_find (page, CARE_TYPE_FORM_VIEW);
  CareNode *node;
  GtkWidget *found;

  g_assert_nonnull (view);
  node = care_response_find (care_form_view_get_response (CARE_FORM_VIEW (view)), "note");
  g_assert_true (care_form_view_show_node (CARE_FORM_VIEW (view), node));
  desk_fixture_settle ();
  found = desk_fixture_find (view, type);
  for (GtkWidget *w = found; w != NULL; w = gtk_widget_get_parent (w))
    if (w == view)
      return found;
  return NULL;
}

/* The record's note, half a word of it. */
static void
type_and_find_again (DeskFixture   *desk,
                     const char    *visit,
                     const char    *first,
                     const char    *again,
                     CareVisitRoom  room)
{
  for (BegunWay way = BEGUN_LOCKED; way < N_BEGUN_WAYS; way++)
    {
      g_autofree char *typed = g_strdup_printf ("a small re%u", (guint) way);
      GtkWidget *text = find_text (begun_get_page (desk), GTK_TYPE_TEXT_VIEW);

      g_assert_nonnull (text);
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), typed, -1);
      begun_leave (desk, way);
      open_room (desk, visit, room);
      if (first != NULL)
        desk_fixture_press (begun_get_page (desk), first);
      desk_fixture_press (begun_get_page (desk), again);
      text = find_text (begun_get_page (desk), GTK_TYPE_TEXT_VIEW);
      g_assert_nonnull (text);
      g_autofree char *kept = NULL;
      GtkTextIter from;
      GtkTextIter to;

      gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), &from, &to);
      kept = gtk_text_iter_get_text (&from, &to);
      g_assert_cmpstr (kept, ==, typed);
    }
}

static void
test_record (DeskFixture  *desk,
             gconstpointer sample)
{
  g_autofree char *visit = g_strdup (care_visit_get_id (desk_fixture_find_visit (desk, CARE_STATE_IN_TREATMENT)));
  GtkWidget *page = open_room (desk, visit, CARE_ROOM_SESSION);

  desk_fixture_press (page, "Finished now");
  desk_fixture_press (page, "Write the record");
  type_and_find_again (desk, visit, NULL, "Go on with the record", CARE_ROOM_SESSION);
}

static CareVisit *
find_reading (DeskFixture *desk)
{
  GListModel *today = care_clinic_get_today (care_desk_get_clinic (desk->desk));

  for (guint i = 0; i < g_list_model_get_n_items (today); i++)
    {
      g_autoptr (CareVisit) visit = g_list_model_get_item (today, i);

      if (care_visit_get_kind (visit) == CARE_VISIT_READING && !care_visit_is_recorded (visit))
        return visit;
    }
  return NULL;
}

static void
test_reading (DeskFixture  *desk,
              gconstpointer sample)
{
  CareVisit *reading = find_reading (desk);
  g_autofree char *visit = g_strdup (care_visit_get_id (reading));
  g_autofree char *born = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *page;
  GDate day;

  if (care_visit_get_state (reading) == CARE_STATE_EXPECTED)
    care_clinic_arrive (care_desk_get_clinic (desk->desk), reading, &error);
  g_assert_no_error (error);
  page = open_room (desk, visit, CARE_ROOM_SESSION);
  g_date_clear (&day, 1);
  g_date_set_parse (&day, care_patient_get_birth_date (care_visit_get_patient (reading)));
  born = care_format_calendar_date (care_desk_get_format (desk->desk), &day);
  desk_fixture_press (page, born);
  desk_fixture_press (page, "Read the test");
  type_and_find_again (desk, visit, born, "Go on with the reading", CARE_ROOM_SESSION);
}

/* A birth date asked for at the first hand-over: whole it is kept, half of it holds the page. */
static void
test_birth_date (DeskFixture  *desk,
                 gconstpointer sample)
{
  CareClinic *clinic = care_desk_get_clinic (desk->desk);
  g_autoptr (GError) error = NULL;
  CarePatient *patient = care_clinic_register (clinic, "Zoé", "Quintana", NULL, "555-0177", NULL, &error);
  CareVisit *visit;
  GtkWidget *page;
  GtkWidget *entry;

  g_assert_no_error (error);
  visit = care_clinic_walk_in (clinic, patient, CARE_VISIT_FIRST, &error);
  g_assert_no_error (error);
  page = open_room (desk, care_visit_get_id (visit), CARE_ROOM_INTAKE);
  entry = desk_fixture_find (page, CARE_TYPE_DATE_ENTRY);
  care_date_entry_set_typed (CARE_DATE_ENTRY (entry), "17/5/");
  begun_leave (desk, BEGUN_LEFT);
  g_assert_true (begun_get_page (desk) == page);
  begun_leave (desk, BEGUN_LOCKED);
  g_assert_true (begun_get_page (desk) == page);
  g_assert_false (care_date_entry_is_empty (CARE_DATE_ENTRY (entry)));

  care_date_entry_set_typed (CARE_DATE_ENTRY (entry), "17/5/1980");
  begun_leave (desk, BEGUN_LEFT);
  g_assert_false (begun_get_page (desk) == page);
  g_assert_cmpstr (care_patient_get_birth_date (patient), ==, "1980-05-17");
}

int
main (int   argc,
      char *argv[])
{
  static const DeskTest tests[] = {
    { "/desk/begun/product", test_product },
    { "/desk/begun/decision", test_decision },
    { "/desk/begun/decision-disk-full", test_decision_disk_full },
    { "/desk/begun/decision-unkept", test_decision_unkept },
    { "/desk/begun/one-tap", test_one_tap },
    { "/desk/begun/record", test_record },
    { "/desk/begun/reading", test_reading },
    { "/desk/begun/birth-date", test_birth_date },
  };

  return desk_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests), desk_fixture_open_inside);
}

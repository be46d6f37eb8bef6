/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk-fixture.h"

#include "clinic/care-clinic-check.h"
#include "clinic/care-clinic-handover.h"
#include "clinic/care-clinic-register.h"
#include "clinic/care-clinic-schedule.h"
#include "clinic/care-sample-answers.h"
#include "desk/sign-in/care-pin-dialog.h"
#include "desk/sign-in/care-pin-pad.h"
#include "desk/visit/care-visit-page.h"
#include "widgets/form/care-field.h"
#include "widgets/form/care-form-view.h"

static const CareSignature lea = { "staff-lea", "222222" };

static void
answer_open (CareClinic             *clinic,
             CareVisit              *visit,
             const CareSampleAnswer *others)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) forms = care_clinic_list_open_forms (clinic, visit, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < forms->len; i++)
    {
      g_autoptr (CareResponse) response = care_clinic_continue_answers (clinic, visit, g_ptr_array_index (forms, i), &error);

      g_assert_no_error (error);
      care_sample_answer (response, others);
      care_clinic_keep_answers (clinic, visit, response, CARE_ANSWER_ASKED_ALOUD, CARE_HELPER_NOBODY, TRUE, &error);
      g_assert_no_error (error);
    }
}

/* A first visit of somebody who wrote down an allergy that the protocol does not know; @agreed: the consent is
 * countersigned too. */
static CareVisit *
take_in_typed_allergy (DeskFixture *desk,
                       gboolean     agreed)
{
  static const char *const thighs[] = { "thighs", NULL };
  const CareSampleAnswer typed[] = { { "allergies", "other" }, { "allergy-other", "edamame" }, { NULL, NULL } };
  CareClinic *clinic = care_desk_get_clinic (desk->desk);
  g_autoptr (GError) error = NULL;
  CarePatient *patient = care_clinic_register (clinic, "Zoé", "Quintana", "1980-05-17", "555-0177", NULL, &error);
  CareVisit *visit;

  g_assert_no_error (error);
  visit = care_clinic_walk_in (clinic, patient, CARE_VISIT_FIRST, &error);
  g_assert_no_error (error);
  answer_open (clinic, visit, typed);
  care_clinic_choose_product (clinic, visit, "product-a", "EX-A-2601", thighs, &lea, &error);
  g_assert_no_error (error);
  answer_open (clinic, visit, NULL);
  if (!agreed)
    return visit;
  care_clinic_take_consent (clinic, visit, &lea, &error);
  g_assert_no_error (error);
  return visit;
}

/* A named person says whether the allergy has to do with the product: nothing else decides it. */
static void
test_allergy (DeskFixture  *desk,
              gconstpointer sample)
{
  CareVisit *visit = take_in_typed_allergy (desk, TRUE);
  GtkWidget *page;

  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_MUST_DECIDE);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.open-visit", "s", care_visit_get_id (visit));
  desk_fixture_settle ();
  page = GTK_WIDGET (care_desk_window_get_page (desk->window));
  g_assert_false (desk_fixture_shows (page, "edamame"));
  desk_fixture_press (page, "Open the reasons");
  desk_fixture_sign ("Lea", "222222");
  g_assert_true (desk_fixture_shows (page, "edamame"));
  g_assert_null (desk_fixture_find_button (page, "Treat in spite of it"));
  g_assert_false (gtk_widget_is_sensitive (desk_fixture_find_button (page, "Sign the decisions")));
  for (guint more = 0; more < 2 && desk_fixture_find_button (page, "It does not concern it") != NULL; more++)
    {
      desk_fixture_press (page, "It does not concern it");
      desk_fixture_press (page, "Sign the decisions");
      desk_fixture_sign ("Lea", "222222");
      if (care_visit_get_state (visit) == CARE_STATE_READY)
        break;
      /* The same clinician at the same page is not asked for the PIN again. */
      g_assert_nonnull (desk_fixture_find_button (page, "Close the reasons"));
    }
  g_assert_cmpint (care_visit_get_state (visit), ==, CARE_STATE_READY);

  /* The patient's own page: how it stands for everybody, the name for a clinician while the page is there. */
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.open-patient", "s",
                              care_patient_get_id (care_visit_get_patient (visit)));
  desk_fixture_settle ();
  page = GTK_WIDGET (care_desk_window_get_page (desk->window));
  g_assert_true (desk_fixture_shows (page, "1 allergy named"));
  g_assert_false (desk_fixture_shows (page, "edamame"));
  desk_fixture_press (page, "Show the names");
  desk_fixture_sign ("Lea", "222222");
  g_assert_true (desk_fixture_shows (page, "edamame"));
  g_assert_true (desk_fixture_shows (page, "Lea Example"));
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.happened", NULL);
  desk_fixture_settle ();
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.back", NULL);
  desk_fixture_settle ();
  g_assert_false (desk_fixture_shows (page, "edamame"));
}

static GtkWidget *
show_room (GtkWidget     *page,
           CareVisitRoom  room)
{
  care_visit_page_show_room (CARE_VISIT_PAGE (page), room);
  desk_fixture_settle ();
  return page;
}

/* A clinician at one page types a PIN once to see, and once for each signature; nobody who comes after sees it. */
static void
test_session (DeskFixture  *desk,
              gconstpointer sample)
{
  CareVisit *visit = take_in_typed_allergy (desk, FALSE);
  CareVisit *other = desk_fixture_find_visit (desk, CARE_STATE_IN_TREATMENT);
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.open-visit", "s", care_visit_get_id (visit));
  desk_fixture_settle ();
  page = show_room (GTK_WIDGET (care_desk_window_get_page (desk->window)), CARE_ROOM_CHECK);
  desk_fixture_press (page, "Open the reasons");
  desk_fixture_sign ("Lea", "222222");
  desk_fixture_press (page, "Countersign the consent");
  desk_fixture_sign ("Lea", "222222");
  g_assert_null (desk_fixture_find_button (page, "Countersign the consent"));
  g_assert_nonnull (desk_fixture_find_button (page, "Close the reasons"));

  /* Another room of the same visit, and back. */
  show_room (page, CARE_ROOM_INTAKE);
  g_assert_null (desk_fixture_find_button (page, "Close the reasons"));
  show_room (page, CARE_ROOM_CHECK);
  g_assert_nonnull (desk_fixture_find_button (page, "Close the reasons"));
  g_assert_null (desk_fixture_find_window (CARE_TYPE_PIN_DIALOG));

  /* Closed is closed, whatever is looked at in between. */
  desk_fixture_press (page, "Close the reasons");
  show_room (page, CARE_ROOM_INTAKE);
  show_room (page, CARE_ROOM_CHECK);
  g_assert_nonnull (desk_fixture_find_button (page, "Open the reasons"));

  /* Left in another room, and come back to: the page was left. */
  desk_fixture_press (page, "Open the reasons");
  desk_fixture_sign ("Lea", "222222");
  show_room (page, CARE_ROOM_INTAKE);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.open-visit", "s", care_visit_get_id (other));
  desk_fixture_settle ();
  g_assert_true (page != GTK_WIDGET (care_desk_window_get_page (desk->window)));
  show_room (GTK_WIDGET (care_desk_window_get_page (desk->window)), CARE_ROOM_CHECK);
  g_assert_null (desk_fixture_find_button (GTK_WIDGET (care_desk_window_get_page (desk->window)), "Close the reasons"));
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.open-visit", "s", care_visit_get_id (visit));
  desk_fixture_settle ();
  page = show_room (GTK_WIDGET (care_desk_window_get_page (desk->window)), CARE_ROOM_CHECK);
  g_assert_nonnull (desk_fixture_find_button (page, "Open the reasons"));
  g_assert_null (desk_fixture_find_button (page, "Close the reasons"));
}

/* What is on the disk at this moment for the question @link_id of the visit's first form. */
static char *
read_from_disk (DeskFixture *desk,
                CareVisit   *visit,
                const char  *link_id)
{
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;
  CareDesk *copy = desk_fixture_open_copy (desk, &folder);
  CareClinic *clinic = care_desk_get_clinic (copy);
  CareVisit *same = care_clinic_lookup_visit (clinic, care_visit_get_id (visit), &error);
  g_autoptr (GPtrArray) forms = care_clinic_list_forms (clinic, same, &error);
  char *text = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < forms->len && text == NULL; i++)
    {
      g_autoptr (CareResponse) response = care_clinic_open_answers (clinic, same, g_ptr_array_index (forms, i), &lea, NULL);
      CareNode *node = response != NULL ? care_response_find (response, link_id) : NULL;

      if (node != NULL && care_node_get_value (node) != NULL)
        text = care_value_dup_text (care_node_get_value (node));
    }
  g_assert_finalize_object (copy);
  desk_fixture_remove (folder);
  return text;
}

static GtkWidget *
find_field (GtkWidget *root,
            CareNode  *node)
{
  if (CARE_IS_FIELD (root) && care_field_get_node (CARE_FIELD (root)) == node)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_field (child, node);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A changed answer is on the disk a moment later, with the form still open: a kill takes nothing, and the check knows it. */
static void
test_change_kept (DeskFixture  *desk,
                  gconstpointer sample)
{
  CareVisit *visit = take_in_typed_allergy (desk, TRUE);
  g_autofree char *before = read_from_disk (desk, visit, "fainting");
  g_autofree char *after = NULL;
  GtkWidget *page;
  GtkWidget *view;
  CareNode *node;

  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.open-visit", "s", care_visit_get_id (visit));
  desk_fixture_settle ();
  page = show_room (GTK_WIDGET (care_desk_window_get_page (desk->window)), CARE_ROOM_INTAKE);
  desk_fixture_press (page, "Change an answer");
  desk_fixture_sign ("Lea", "222222");
  view = desk_fixture_find (page, CARE_TYPE_FORM_VIEW);
  g_assert_nonnull (view);
  node = care_response_find (care_form_view_get_response (CARE_FORM_VIEW (view)), "fainting");
  g_assert_nonnull (node);
  g_assert_true (care_form_view_show_node (CARE_FORM_VIEW (view), node));
  desk_fixture_settle ();
  g_assert_nonnull (find_field (view, node));
  desk_fixture_press (find_field (view, node), "I'm not sure");
  /* Longer than it takes until a typed word would be kept. */
  for (guint i = 0; i < 40 && (after == NULL || g_strcmp0 (after, before) == 0); i++)
    {
      desk_fixture_settle ();
      g_free (after);
      after = read_from_disk (desk, visit, "fainting");
    }
  g_assert_cmpstr (before, ==, "No");
  g_assert_cmpstr (after, ==, "I'm not sure");
  /* The form is still there, and leaving it makes no other version. */
  g_assert_nonnull (desk_fixture_find_button (page, "Keep and leave"));
  desk_fixture_press (page, "Keep and leave");
  g_assert_true (desk_fixture_shows (GTK_WIDGET (desk->window), "The changed answer is kept beside the former one"));
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *sample = NULL;
  int failures;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  sample = desk_fixture_prepare ();
  g_test_add ("/desk/check/allergy", DeskFixture, sample, desk_fixture_open_inside, test_allergy, desk_fixture_tear_down);
  g_test_add ("/desk/check/session", DeskFixture, sample, desk_fixture_open_inside, test_session, desk_fixture_tear_down);
  g_test_add ("/desk/check/change-kept", DeskFixture, sample, desk_fixture_open_inside, test_change_kept, desk_fixture_tear_down);
  failures = g_test_run ();
  desk_fixture_remove (sample);
  return failures;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Words that somebody typed in another language than the desk's, and words that were only begun: the desk says both where it reads them. */

#include "desk-fixture.h"

#include "clinic/care-clinic-check.h"
#include "clinic/care-clinic-handover.h"
#include "clinic/care-clinic-register.h"
#include "clinic/care-clinic-schedule.h"
#include "clinic/care-sample-answers.h"
#include "desk/visit/care-visit-page.h"

#define SOY_IN_ARABIC "فول الصويا الأخضر"

static const CareSignature lea = { "staff-lea", "222222" };

static CareVisit *
walk_in (DeskFixture *desk)
{
  CareClinic *clinic = care_desk_get_clinic (desk->desk);
  g_autoptr (GError) error = NULL;
  CarePatient *patient = care_clinic_register (clinic, "Zoé", "Quintana", "1980-05-17", "555-0177", NULL, &error);
  CareVisit *visit;

  g_assert_no_error (error);
  visit = care_clinic_walk_in (clinic, patient, CARE_VISIT_FIRST, &error);
  g_assert_no_error (error);

  return visit;
}

/* As the patient's screen leaves them, in the language that was chosen there. */
static void
answer_in (DeskFixture            *desk,
           CareVisit              *visit,
           const char             *language,
           const CareSampleAnswer *others)
{
  CareClinic *clinic = care_desk_get_clinic (desk->desk);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) forms = care_clinic_list_open_forms (clinic, visit, &error);
  const CareResponseMeta meta = { .status = CARE_RESPONSE_IN_PROGRESS, .language = language };

  g_assert_no_error (error);
  for (guint i = 0; i < forms->len; i++)
    {
      g_autoptr (CareResponse) response = care_clinic_continue_answers (clinic, visit, g_ptr_array_index (forms, i), &error);

      g_assert_no_error (error);
      care_response_set_meta (response, &meta);
      care_sample_answer (response, others);
      care_clinic_keep_answers (clinic, visit, response, CARE_ANSWER_ASKED_ALOUD, CARE_HELPER_NOBODY, TRUE, &error);
      g_assert_no_error (error);
    }
}

static GtkWidget *
open_room (DeskFixture   *desk,
           CareVisit     *visit,
           CareVisitRoom  room)
{
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.open-visit", "s", care_visit_get_id (visit));
  desk_fixture_settle ();
  page = GTK_WIDGET (care_desk_window_get_page (desk->window));
  care_visit_page_show_room (CARE_VISIT_PAGE (page), room);
  desk_fixture_settle ();

  return page;
}

/* Among the reasons, on the patient's page, and where an answer is changed. */
static void
test_language (DeskFixture  *desk,
               gconstpointer sample)
{
  static const char *const thighs[] = { "thighs", NULL };
  const CareSampleAnswer typed[] = { { "allergies", "other" }, { "allergy-other", SOY_IN_ARABIC }, { NULL, NULL } };
  CareVisit *visit = walk_in (desk);
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  answer_in (desk, visit, "ar", typed);
  page = open_room (desk, visit, CARE_ROOM_INTAKE);
  g_assert_false (desk_fixture_shows (page, "Typed in"));
  desk_fixture_press (page, "Change an answer");
  desk_fixture_sign ("Lea", "222222");
  g_assert_true (desk_fixture_shows (page, "Typed in another language"));
  g_assert_true (desk_fixture_shows (page, "Typed in Arabic"));
  desk_fixture_press (page, "Keep and leave");

  care_clinic_choose_product (care_desk_get_clinic (desk->desk), visit, "product-a", "EX-A-2601", thighs, &lea, &error);
  g_assert_no_error (error);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.back", NULL);
  desk_fixture_settle ();
  page = open_room (desk, visit, CARE_ROOM_CHECK);
  g_assert_false (desk_fixture_shows (page, "Typed in"));
  desk_fixture_press (page, "Open the reasons");
  desk_fixture_sign ("Lea", "222222");
  g_assert_true (desk_fixture_shows (page, SOY_IN_ARABIC));
  g_assert_true (desk_fixture_shows (page, "Typed in Arabic"));

  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.open-patient", "s",
                              care_patient_get_id (care_visit_get_patient (visit)));
  desk_fixture_settle ();
  page = GTK_WIDGET (care_desk_window_get_page (desk->window));
  desk_fixture_press (page, "Show the names");
  desk_fixture_sign ("Lea", "222222");
  g_assert_true (desk_fixture_shows (page, SOY_IN_ARABIC));
  g_assert_true (desk_fixture_shows (page, "Typed in Arabic"));
}

/* In the desk's own language there is nothing to say; nor of what was chosen, in whatever language. */
static void
test_own_language (DeskFixture  *desk,
                   gconstpointer sample)
{
  static const char *const thighs[] = { "thighs", NULL };
  const CareSampleAnswer typed[] = { { "allergies", "other" }, { "allergy-other", "edamame" }, { NULL, NULL } };
  CareVisit *visit = walk_in (desk);
  g_autoptr (GError) error = NULL;
  GtkWidget *page;

  answer_in (desk, visit, "en", typed);
  care_clinic_choose_product (care_desk_get_clinic (desk->desk), visit, "product-a", "EX-A-2601", thighs, &lea, &error);
  g_assert_no_error (error);
  page = open_room (desk, visit, CARE_ROOM_CHECK);
  desk_fixture_press (page, "Open the reasons");
  desk_fixture_sign ("Lea", "222222");
  g_assert_true (desk_fixture_shows (page, "edamame"));
  g_assert_false (desk_fixture_shows (page, "Typed in"));
}

/* Half a date is no answer: the list of forms says so, and so does whoever opens it. */
static void
test_begun (DeskFixture  *desk,
            gconstpointer sample)
{
  CareClinic *clinic = care_desk_get_clinic (desk->desk);
  CareVisit *visit = walk_in (desk);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) forms = care_clinic_list_open_forms (clinic, visit, &error);
  g_autoptr (CareResponse) response = NULL;
  CareNode *node = NULL;
  GtkWidget *page;

  g_assert_no_error (error);
  page = open_room (desk, visit, CARE_ROOM_INTAKE);
  g_assert_false (desk_fixture_shows (page, "Begun, not finished"));
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.back", NULL);
  desk_fixture_settle ();

  response = care_clinic_continue_answers (clinic, visit, g_ptr_array_index (forms, 0), &error);
  g_assert_no_error (error);
  for (guint i = 0; node == NULL; i++)
    {
      const CareItem *item = care_questionnaire_get_item (g_ptr_array_index (forms, 0), i);

      if (care_item_get_item_type (item) == CARE_ITEM_STRING || care_item_get_item_type (item) == CARE_ITEM_DATE)
        node = care_response_find (response, care_item_get_link_id (item));
      if (node != NULL && !care_node_is_enabled (node))
        node = NULL;
    }
  care_response_set_draft (response, node, 0, "12/0");
  care_clinic_keep_answers (clinic, visit, response, CARE_ANSWER_ASKED_ALOUD, CARE_HELPER_NOBODY, FALSE, &error);
  g_assert_no_error (error);

  page = open_room (desk, visit, CARE_ROOM_INTAKE);
  g_assert_true (desk_fixture_shows (page, "Begun, not finished"));
  g_assert_true (desk_fixture_shows (page, "1 answer is half typed"));
  desk_fixture_press (page, "Ask aloud");
  desk_fixture_press (page, "Nobody");
  g_assert_true (desk_fixture_shows (page, "Half typed"));
  g_assert_true (desk_fixture_shows (page, "it counts as not answered"));
}

int
main (int   argc,
      char *argv[])
{
  static const DeskTest tests[] = {
    { "/desk/typed/language", test_language },
    { "/desk/typed/own-language", test_own_language },
    { "/desk/typed/begun", test_begun },
  };

  return desk_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests), desk_fixture_open_inside);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Times that cannot be: said where they are typed, before anybody is asked for a PIN. */

#include "desk-fixture.h"

#include "clinic/care-clinic-session.h"
#include "clinic/care-sample-answers.h"
#include "desk/sign-in/care-pin-dialog.h"
#include "desk/sign-in/care-pin-pad.h"
#include "desk/visit/care-visit-page.h"
#include "widgets/form/care-field.h"
#include "widgets/form/care-form-view.h"

static void
open_inside (DeskFixture  *desk,
             gconstpointer sample)
{
  desk_fixture_set_up (desk, sample);
  desk_fixture_sign_in (desk, "Rosa", "111111");
}

static GtkWidget *
open_visit (DeskFixture *desk,
            CareVisit   *visit)
{
  g_assert_nonnull (visit);
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.open-visit", "s", care_visit_get_id (visit));
  desk_fixture_settle ();
  g_assert_true (CARE_IS_VISIT_PAGE (care_desk_window_get_page (desk->window)));
  return GTK_WIDGET (care_desk_window_get_page (desk->window));
}

/* A record that lacks nothing, kept and not signed. */
static void
keep_whole_record (DeskFixture *desk,
                   CareVisit   *visit)
{
  const CareSampleAnswer others[] = { { "numbing-used", "no" }, { NULL, NULL } };
  CareClinic *clinic = care_desk_get_clinic (desk->desk);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareResponse) record = care_clinic_draft_record (clinic, visit, "staff-lea", &error);

  g_assert_no_error (error);
  care_sample_answer (record, others);
  care_clinic_keep_record (clinic, visit, record, &error);
  g_assert_no_error (error);
}

/* The time boxes of the last injection, with @hour typed. */
static void
type_end (GtkWidget  *page,
          const char *hour)
{
  GtkWidget *view = desk_fixture_find (page, CARE_TYPE_FORM_VIEW);
  CareResponse *record = care_form_view_get_response (CARE_FORM_VIEW (view));
  GtkWidget *focus;

  g_assert_true (care_form_view_show_node (CARE_FORM_VIEW (view), care_response_find (record, "session-end")));
  desk_fixture_settle ();
  focus = gtk_root_get_focus (gtk_widget_get_root (page));
  g_assert_nonnull (focus);
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_ancestor (focus, GTK_TYPE_ENTRY)), hour);
  desk_fixture_settle ();
}

/* An end before the beginning is said where it was typed, and nobody is asked for a PIN. */
static void
test_record_times (DeskFixture  *desk,
                   gconstpointer sample)
{
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_IN_TREATMENT);
  GtkWidget *page = open_visit (desk, visit);
  GtkWidget *focus;

  desk_fixture_press (page, "Finished now");
  keep_whole_record (desk, visit);
  desk_fixture_settle ();
  desk_fixture_press (page, "Go on with the record");
  type_end (page, "08");
  desk_fixture_press (page, "Sign the record");
  g_assert_null (desk_fixture_find_window (CARE_TYPE_PIN_DIALOG));
  g_assert_true (desk_fixture_shows (page, "The last injection lies before the first one. Check both times."));
  focus = gtk_root_get_focus (GTK_ROOT (desk->window));
  g_assert_true (focus != NULL && gtk_widget_get_ancestor (focus, CARE_TYPE_FIELD) != NULL);
  g_assert_cmpstr (care_field_get_problem (CARE_FIELD (gtk_widget_get_ancestor (focus, CARE_TYPE_FIELD))), ==,
                   "The last injection lies before the first one. Check both times.");

  type_end (page, "23");
  g_assert_false (desk_fixture_shows (page, "The last injection lies before"));
  desk_fixture_press (page, "Sign the record");
  g_assert_null (desk_fixture_find_window (CARE_TYPE_PIN_DIALOG));
  g_assert_true (desk_fixture_shows (page, "The last injection lies in the future. Check the time."));

  type_end (page, "15");
  desk_fixture_press (page, "Sign the record");
  desk_fixture_sign ("Lea", "222222");
  g_assert_true (care_visit_is_recorded (visit));
}

/* The same for an end that was earlier than now. */
static void
test_finish_earlier (DeskFixture  *desk,
                     gconstpointer sample)
{
  static const struct
  {
    const char *typed;
    const char *words;
  } cases[] = {
    { "3 pm", "Write the time as hours and minutes, like 14:52." },
    { "25:70", "Write the time as hours and minutes, like 14:52." },
    { "23:59", "end: lies in the future" },
    { "06:00", "end: lies before the beginning" },
  };
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_IN_TREATMENT);
  GtkWidget *page = open_visit (desk, visit);
  GtkWidget *entry = desk_fixture_find (page, GTK_TYPE_ENTRY);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), cases[i].typed);
      desk_fixture_press (page, "Finished earlier");
      g_assert_null (desk_fixture_find_window (CARE_TYPE_PIN_DIALOG));
      g_assert_true (desk_fixture_shows (page, cases[i].words));
    }
  gtk_editable_set_text (GTK_EDITABLE (entry), "15:19");
  desk_fixture_settle ();
  g_assert_false (desk_fixture_shows (page, cases[3].words));
  desk_fixture_press (page, "Finished earlier");
  g_assert_nonnull (desk_fixture_find_window (CARE_TYPE_PIN_DIALOG));
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (DeskFixture *, gconstpointer);
  } tests[] = {
    { "/desk/visit-times/record", test_record_times },
    { "/desk/visit-times/finish-earlier", test_finish_earlier },
  };
  g_autofree char *sample = NULL;
  int failures;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  sample = desk_fixture_prepare ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, DeskFixture, sample, open_inside, tests[i].test, desk_fixture_tear_down);
  failures = g_test_run ();
  desk_fixture_remove (sample);
  return failures;
}

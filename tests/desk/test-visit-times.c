/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Times that cannot be: said where they are typed, before anybody is asked for a PIN. */

#include "desk-fixture.h"

#include "clinic/care-clinic-clock.h"
#include "clinic/care-clinic-session.h"
#include "clinic/care-sample-answers.h"
#include "clinic/care-visit-private.h"
#include "desk/sign-in/care-pin-dialog.h"
#include "desk/sign-in/care-pin-pad.h"
#include "desk/visit/care-visit-page.h"
#include "widgets/form/care-field.h"
#include "widgets/form/care-form-view.h"

static void
open_inside (DeskFixture  *desk,
             gconstpointer sample)
{
  desk_fixture_speak (g_str_has_suffix (g_test_get_path (), "/es") ? "es" : "en");
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

/* What stands at the entry of an earlier end, in one language of the desk. */
typedef struct
{
  const char *language;
  const char *button;
  const char *no_time;
  const char *future;
  const char *early;
  const char *twice;
  const char *first;
  const char *second;
  const char *missing;
  const char *signing;
} EarlierWords;

static const EarlierWords english = {
  "en", "Finished earlier", "Write the time as hours and minutes, like 14:52.",
  "That time has not come yet: it is 15:20. Check the time.",
  "The treatment began at 15:10, so it cannot have ended before. Check the time.",
  "The clocks went back then, so this time came twice. Which one was it?",
  "The first 02:30, before the clocks went back", "The second 02:30, after the clocks went back",
  "The clocks went forward then, so there was no such time. Was it 01:30 or 03:30?",
  "Finished earlier, at 15:10",
};

static const EarlierWords spanish = {
  "es", "Terminado antes", "Escriba la hora con horas y minutos, por ejemplo 14:52.",
  "Esa hora todavía no ha llegado: son las 15:20. Revise la hora.",
  "El tratamiento empezó a las 15:10, así que no puede haber terminado antes. Revise la hora.",
  "Entonces se atrasó el reloj, así que esta hora llegó dos veces. ¿Cuál fue?",
  "Las primeras 2:30, antes de atrasar el reloj", "Las segundas 2:30, después de atrasar el reloj",
  "Entonces se adelantó el reloj, así que esta hora no existió. ¿Fue a las 1:30 o a las 3:30?",
  "Terminado antes, a las 15:10",
};

static void
test_earlier (DeskFixture        *desk,
              const EarlierWords *words)
{
  const struct
  {
    const char *typed;
    const char *words;
  } cases[] = {
    { "3 pm", words->no_time },
    { "25:70", words->no_time },
    { "12:30:15", words->no_time },
    { "15:1", words->no_time },
    { "15:", words->no_time },
    { "23:59", words->future },
    { "15.09", words->early },
  };
  CareInstant began = care_instant_parse ("2026-11-23T15:10:40+01:00", NULL, NULL);
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_IN_TREATMENT);
  GtkWidget *page = open_visit (desk, visit);
  GtkWidget *entry = desk_fixture_find (page, GTK_TYPE_ENTRY);

  visit->began_at = began;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), cases[i].typed);
      desk_fixture_press (page, words->button);
      g_assert_null (desk_fixture_find_window (CARE_TYPE_PIN_DIALOG));
      g_assert_true (desk_fixture_shows (page, cases[i].words));
      g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (desk->window)), entry));
    }
  /* In the minute in which it began. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "15:10");
  desk_fixture_settle ();
  g_assert_false (desk_fixture_shows (page, words->early));
  desk_fixture_press (page, words->button);
  g_assert_true (desk_fixture_shows (GTK_WIDGET (desk_fixture_find_window (CARE_TYPE_PIN_DIALOG)), words->signing));
  desk_fixture_sign ("Lea", "222222");
  g_assert_cmpint (care_visit_get_finished_at (visit), ==, began);
}

/* The same for an end that was earlier than now. */
static void
test_finish_earlier (DeskFixture  *desk,
                     gconstpointer sample)
{
  test_earlier (desk, &english);
}

static void
test_finish_earlier_es (DeskFixture  *desk,
                        gconstpointer sample)
{
  test_earlier (desk, &spanish);
}

/* Sets the desk's clock, and lets the visit have begun then. */
static void
move_to (DeskFixture *desk,
         CareVisit   *visit,
         const char  *began,
         const char  *now)
{
  g_autoptr (GError) error = NULL;

  visit->began_at = care_instant_parse (began, NULL, NULL);
  care_clock_set_fixed (care_clinic_get_clock (care_desk_get_clinic (desk->desk)), care_instant_parse (now, NULL, NULL));
  /* That night lies before the sample day's records: somebody says that this is the time. */
  care_clinic_confirm_clock (care_desk_get_clinic (desk->desk), &error);
  g_assert_no_error (error);
}

/* A night in which the clocks change: both times are offered in words, and the one chosen is signed. */
static void
test_night (DeskFixture        *desk,
            const EarlierWords *words)
{
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_IN_TREATMENT);
  GtkWidget *page = open_visit (desk, visit);
  GtkWidget *entry = desk_fixture_find (page, GTK_TYPE_ENTRY);
  g_autofree char *finished = NULL;

  move_to (desk, visit, "2027-03-28T01:00:00+01:00", "2027-03-28T04:00:00+02:00");
  gtk_editable_set_text (GTK_EDITABLE (entry), "2:30");
  desk_fixture_press (page, words->button);
  g_assert_true (desk_fixture_shows (page, words->missing));
  g_assert_null (desk_fixture_find_window (CARE_TYPE_PIN_DIALOG));
  desk_fixture_press (page, "1:30");
  g_assert_nonnull (desk_fixture_find_window (CARE_TYPE_PIN_DIALOG));
  gtk_window_close (GTK_WINDOW (desk_fixture_find_window (CARE_TYPE_PIN_DIALOG)));
  desk_fixture_settle ();

  /* Only the first of the two lies between the beginning and now: nothing has to be asked. */
  move_to (desk, visit, "2026-10-25T02:10:00+02:00", "2026-10-25T02:20:00+01:00");
  desk_fixture_press (page, words->button);
  g_assert_nonnull (desk_fixture_find_window (CARE_TYPE_PIN_DIALOG));
  gtk_window_close (GTK_WINDOW (desk_fixture_find_window (CARE_TYPE_PIN_DIALOG)));
  desk_fixture_settle ();

  move_to (desk, visit, "2026-10-25T01:50:00+02:00", "2026-10-25T03:10:00+01:00");
  desk_fixture_press (page, words->button);
  g_assert_true (desk_fixture_shows (page, words->twice));
  g_assert_nonnull (desk_fixture_find_button (page, words->first));
  g_assert_null (desk_fixture_find_window (CARE_TYPE_PIN_DIALOG));
  desk_fixture_press (page, words->second);
  desk_fixture_sign ("Lea", "222222");
  finished = care_instant_format (care_visit_get_finished_at (visit), care_desk_get_zone (desk->desk));
  g_assert_cmpstr (finished, ==, "2026-10-25T02:30:00+01:00");
}

static void
test_clock_change (DeskFixture  *desk,
                   gconstpointer sample)
{
  test_night (desk, &english);
}

static void
test_clock_change_es (DeskFixture  *desk,
                      gconstpointer sample)
{
  test_night (desk, &spanish);
}

int
main (int   argc,
      char *argv[])
{
  static const DeskTest tests[] = {
    { "/desk/visit-times/record", test_record_times },
    { "/desk/visit-times/finish-earlier/en", test_finish_earlier },
    { "/desk/visit-times/finish-earlier/es", test_finish_earlier_es },
    { "/desk/visit-times/clock-change/en", test_clock_change },
    { "/desk/visit-times/clock-change/es", test_clock_change_es },
  };

  return desk_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests), open_inside);
}

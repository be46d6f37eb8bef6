/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* The days ahead, and the schedule of a course: what stands there is what is booked, and what is offered can be kept. */

#include "desk-fixture.h"

#include "clinic/care-clinic-schedule.h"
#include "course/care-clinic-info.h"
#include "desk/calendar/care-calendar-page.h"
#include "desk/calendar/care-course-page.h"
#include "desk/care-desk-words.h"
#include "desk/patients/care-patient-page.h"
#include "desk/visit/care-area-chooser.h"
#include "desk/visit/care-visit-page.h"

#define GAP (7 * 24 * CARE_HOUR)

static GtkWidget *
get_page (DeskFixture *desk)
{
  return GTK_WIDGET (care_desk_window_get_page (desk->window));
}

static void
assert_shows (GtkWidget  *page,
              const char *text)
{
  if (!desk_fixture_shows (page, text))
    g_error ("“%s” does not stand on the page", text);
}

static guint
count_shown (GtkWidget  *root,
             const char *text)
{
  guint count = GTK_IS_LABEL (root) && gtk_widget_get_mapped (root)
                && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    count += count_shown (child, text);
  return count;
}

/* Every visit of the day stands in the week with its time, its name and its kind; the hours are the clinic's own. */
static void
test_week (DeskFixture  *desk,
           gconstpointer sample)
{
  CareFormat *format = care_desk_get_format (desk->desk);
  GListModel *today = care_clinic_get_today (care_desk_get_clinic (desk->desk));
  GtkWidget *page;

  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.place", "s", "calendar");
  desk_fixture_settle ();
  page = desk_fixture_find (get_page (desk), CARE_TYPE_CALENDAR_PAGE);
  g_assert_nonnull (page);
  assert_shows (page, "23 Nov – 29 Nov");
  for (guint i = 0; i < g_list_model_get_n_items (today); i++)
    {
      g_autoptr (CareVisit) visit = g_list_model_get_item (today, i);
      g_autofree char *time = care_format_time (format, care_visit_get_start (visit));
      g_autofree char *title = g_strdup_printf ("%s  %s", time, care_patient_get_short_name (care_visit_get_patient (visit)));
      g_autofree char *kind = care_desk_words_kind (visit);

      assert_shows (page, title);
      assert_shows (page, kind);
    }
  g_assert_cmpuint (g_list_model_get_n_items (today), >, 5);
  desk_fixture_press (page, "This week");
  assert_shows (page, "23 Nov – 29 Nov");
}

static GtkWidget *
find_row (GtkWidget  *page,
          CareDesk   *desk,
          CareVisit  *visit)
{
  g_autofree char *time = care_format_time (care_desk_get_format (desk), care_visit_get_start (visit));
  g_autofree char *title = g_strdup_printf ("%s  %s", time, care_patient_get_short_name (care_visit_get_patient (visit)));
  GtkWidget *row = desk_fixture_find_button (page, title);

  if (row == NULL)
    g_error ("no row for a visit of the day");
  return row;
}

/* A day on which nothing has changed is not made anew, and keeps the focus; one on which something has says so. */
static void
test_kept_days (DeskFixture  *desk,
                gconstpointer sample)
{
  GtkWidget *window = GTK_WIDGET (desk->window);
  CareClinic *clinic = care_desk_get_clinic (desk->desk);
  CareVisit *expected = desk_fixture_find_visit (desk, CARE_STATE_EXPECTED);
  g_autoptr (GError) error = NULL;
  GtkWidget *page;
  GtkWidget *row;

  gtk_widget_activate_action (window, "win.place", "s", "calendar");
  desk_fixture_settle ();
  page = desk_fixture_find (get_page (desk), CARE_TYPE_CALENDAR_PAGE);
  row = find_row (page, desk->desk, expected);
  gtk_widget_activate_action (window, "win.place", "s", "today");
  desk_fixture_settle ();
  gtk_widget_activate_action (window, "win.place", "s", "calendar");
  desk_fixture_settle ();
  g_assert_true (find_row (page, desk->desk, expected) == row);

  g_assert_true (care_clinic_arrive (clinic, expected, &error));
  g_assert_no_error (error);
  care_page_refresh (CARE_PAGE (page));
  desk_fixture_settle ();
  assert_shows (find_row (page, desk->desk, expected), care_desk_words_state (CARE_STATE_ARRIVED));
}

/* Opening hours of each day of the week as the clinic's file has them, and the closed days by their name. */
static void
test_hours (DeskFixture  *desk,
            gconstpointer sample)
{
  CareClinicInfo *info = care_clinic_get_info (care_desk_get_clinic (desk->desk));
  GPtrArray *closed = care_clinic_info_get_closed (info);
  GtkWidget *page;
  guint open_days = 0;

  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.place", "s", "calendar");
  desk_fixture_settle ();
  page = desk_fixture_find (get_page (desk), CARE_TYPE_CALENDAR_PAGE);
  for (int day = G_DATE_MONDAY; day <= G_DATE_SUNDAY; day++)
    {
      guint n_spans = 0;
      const CareOpening *spans = care_clinic_info_get_opening (info, (GDateWeekday) day, &n_spans);

      for (guint i = 0; i < n_spans; i++)
        {
          g_autofree char *span = g_strdup_printf ("%02d:%02d–%02d:%02d", spans[i].from / 60, spans[i].from % 60,
                                                   spans[i].to / 60, spans[i].to % 60);

          assert_shows (page, span);
        }
      open_days += n_spans > 0;
    }
  g_assert_cmpuint (open_days, >, 0);
  g_assert_cmpuint (open_days, <, 7);
  assert_shows (page, "Closed");

  /* The weeks ahead, to the first that has a closed day of its own. */
  g_assert_cmpuint (closed->len, >, 0);
  for (guint week = 0; week < 60 && !desk_fixture_shows (page, "Closed: "); week++)
    gtk_widget_activate_action (page, "calendar.week", "i", 1);
  desk_fixture_settle ();
  assert_shows (page, "Closed: ");
}

static void
assert_kept (CareClinic         *clinic,
             const CareProposal *proposal,
             GTimeZone          *zone)
{
  CareClinicInfo *info = care_clinic_get_info (clinic);
  g_autoptr (GDateTime) from = care_instant_to_local (proposal->start, zone);
  g_autoptr (GDateTime) to = care_instant_to_local (proposal->end, zone);
  int begin = g_date_time_get_hour (from) * 60 + g_date_time_get_minute (from);
  int end = g_date_time_get_hour (to) * 60 + g_date_time_get_minute (to);
  guint n_spans = 0;
  const CareOpening *spans = care_clinic_info_get_opening (info, (GDateWeekday) g_date_time_get_day_of_week (from), &n_spans);
  gboolean inside = FALSE;

  for (guint i = 0; i < n_spans; i++)
    inside |= begin >= spans[i].from && end <= spans[i].to;
  g_assert_true (inside);
}

/* A course is offered with date, time, length and state of each session, at least the gap apart and in opening hours; booked,
 * it stands so on the patient's page. */
static void
test_course (DeskFixture  *desk,
             gconstpointer sample)
{
  CareClinic *clinic = care_desk_get_clinic (desk->desk);
  CareFormat *format = care_desk_get_format (desk->desk);
  CarePatient *patient = care_visit_get_patient (desk_fixture_find_visit (desk, CARE_STATE_READY));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) plan = care_clinic_plan_course (clinic, patient, 6, care_desk_now (desk->desk), 14, &error);
  GtkWidget *window = GTK_WIDGET (desk->window);
  GtkWidget *page;
  GtkWidget *second;
  GtkWidget *areas;

  g_assert_no_error (error);
  g_assert_cmpuint (plan->len, >, 2);
  gtk_widget_activate_action (window, "win.course", "s", care_patient_get_id (patient));
  desk_fixture_settle ();
  page = get_page (desk);
  g_assert_true (CARE_IS_COURSE_PAGE (page));
  assert_shows (page, "The clinician sets how many sessions it takes.");
  g_assert_false (gtk_widget_is_sensitive (desk_fixture_find_button (page, "Book all of them")));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (desk_fixture_find (page, GTK_TYPE_SPIN_BUTTON)), 6);
  second = gtk_widget_get_next_sibling (gtk_widget_get_parent (desk_fixture_find (page, GTK_TYPE_SPIN_BUTTON)));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (desk_fixture_find (second, GTK_TYPE_SPIN_BUTTON)), 14);
  desk_fixture_settle ();
  g_assert_cmpuint (count_shown (page, "Proposed"), ==, plan->len);
  for (guint i = 0; i < plan->len; i++)
    {
      const CareProposal *proposal = g_ptr_array_index (plan, i);
      g_autofree char *at = care_format_moment (format, proposal->start);
      g_autofree char *length = care_desk_words_length (proposal->start, proposal->end);

      g_assert_cmpuint (count_shown (page, at), ==, 1);
      assert_shows (page, length);
      assert_kept (clinic, proposal, care_desk_get_zone (desk->desk));
      if (i > 0)
        {
          const CareProposal *former = g_ptr_array_index (plan, i - 1);

          g_assert_cmpint (proposal->start - former->start, >=, 2 * GAP - CARE_HOUR);
        }
    }

  areas = desk_fixture_find (page, CARE_TYPE_AREA_CHOOSER);
  desk_fixture_press (areas, "thighs");
  desk_fixture_press (page, "Book all of them");
  gtk_widget_activate_action (window, "win.open-patient", "s", care_patient_get_id (patient));
  desk_fixture_settle ();
  page = get_page (desk);
  g_assert_true (CARE_IS_PATIENT_PAGE (page));
  for (guint i = 0; i < plan->len; i++)
    {
      const CareProposal *proposal = g_ptr_array_index (plan, i);
      g_autofree char *at = care_format_moment (format, proposal->start);
      g_autofree char *length = care_desk_words_length (proposal->start, proposal->end);

      assert_shows (page, at);
      assert_shows (page, length);
    }
  g_assert_cmpuint (count_shown (page, "Expected"), >=, plan->len);
}

/* One slip books six visits; one tap takes all of them back. */
static void
test_undo_course (DeskFixture  *desk,
                  gconstpointer sample)
{
  CareClinic *clinic = care_desk_get_clinic (desk->desk);
  CarePatient *patient = care_visit_get_patient (desk_fixture_find_visit (desk, CARE_STATE_READY));
  GtkWidget *window = GTK_WIDGET (desk->window);
  g_autoptr (GListModel) before = care_clinic_list_patient_visits (clinic, patient, NULL);
  guint expected = 0;
  guint booked = 0;
  g_autoptr (GListModel) after = NULL;

  gtk_widget_activate_action (window, "win.course", "s", care_patient_get_id (patient));
  desk_fixture_settle ();
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (desk_fixture_find (get_page (desk), GTK_TYPE_SPIN_BUTTON)), 6);
  desk_fixture_press (desk_fixture_find (get_page (desk), CARE_TYPE_AREA_CHOOSER), "thighs");
  desk_fixture_press (get_page (desk), "Book all of them");
  for (guint pass = 0; pass < 2; pass++)
    {
      expected = 0;
      g_clear_object (&after);
      after = care_clinic_list_patient_visits (clinic, patient, NULL);
      for (guint i = 0; i < g_list_model_get_n_items (after); i++)
        {
          g_autoptr (CareVisit) visit = g_list_model_get_item (after, i);

          expected += care_visit_get_state (visit) == CARE_STATE_EXPECTED;
        }
      if (pass == 1)
        break;
      booked = expected;
      g_assert_cmpuint (booked, >, 2);
      desk_fixture_press (window, "Undo");
    }
  g_assert_cmpuint (expected, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (after), ==, g_list_model_get_n_items (before) + booked);
}

int
main (int   argc,
      char *argv[])
{
  static const DeskTest tests[] = {
    { "/desk/calendar/week", test_week },
    { "/desk/calendar/kept-days", test_kept_days },
    { "/desk/calendar/hours", test_hours },
    { "/desk/calendar/course", test_course },
    { "/desk/calendar/undo-course", test_undo_course },
  };

  return desk_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests), desk_fixture_open_inside);
}

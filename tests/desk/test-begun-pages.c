/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Pages that were begun and not finished: there again after the lock, after Back, and after the desk was killed. */

#include "begun-ways.h"

#include "desk/calendar/care-book-page.h"
#include "desk/calendar/care-course-page.h"
#include "desk/calendar/care-time-chooser.h"

static gboolean
is_active (GtkWidget  *root,
           const char *label)
{
  GtkWidget *button = desk_fixture_find_button (root, label);

  return button != NULL && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button));
}

/* In the middle of a telephone call: kind and days are there again, and only for the same person. */
static void
test_booking (DeskFixture  *desk,
              gconstpointer sample)
{
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_IN_TREATMENT);
  g_autofree char *patient = g_strdup (care_patient_get_id (care_visit_get_patient (visit)));
  CareInstant from = CARE_INSTANT_NONE;
  GtkWidget *page;
  GtkWidget *times;

  begun_go (desk, "win.book", patient);
  begun_leave (desk, BEGUN_LEFT);
  g_assert_false (desk_fixture_shows (GTK_WIDGET (desk->window), "Not booked"));
  for (BegunWay way = BEGUN_LOCKED; way < N_BEGUN_WAYS; way++)
    {
      begun_go (desk, "win.book", patient);
      page = begun_get_page (desk);
      g_assert_false (desk_fixture_shows (page, "begun earlier"));
      desk_fixture_press (page, "Reading");
      desk_fixture_press (page, "Later days");
      times = desk_fixture_find (page, CARE_TYPE_TIME_CHOOSER);
      from = care_time_chooser_get_from (CARE_TIME_CHOOSER (times));
      begun_leave (desk, way);
      if (way == BEGUN_LOCKED)
        {
          g_assert_true (begun_get_page (desk) == page);
          begun_go (desk, "win.back", NULL);
        }
      if (way == BEGUN_LEFT)
        g_assert_true (desk_fixture_shows (GTK_WIDGET (desk->window), "Not booked"));
      g_assert_false (CARE_IS_BOOK_PAGE (begun_get_page (desk)));
      begun_go (desk, "win.book", patient);
      page = begun_get_page (desk);
      g_assert_true (desk_fixture_shows (page, "This booking was begun earlier"));
      g_assert_true (desk_fixture_shows (page, "Rosa Sample, "));
      g_assert_true (is_active (page, "Reading"));
      times = desk_fixture_find (page, CARE_TYPE_TIME_CHOOSER);
      g_assert_cmpint (care_time_chooser_get_from (CARE_TIME_CHOOSER (times)), ==, from);

      desk_fixture_press (page, "Throw it away");
      g_assert_false (desk_fixture_shows (page, "begun earlier"));
      g_assert_false (is_active (page, "Reading"));
      g_assert_cmpint (care_time_chooser_get_from (CARE_TIME_CHOOSER (times)), <, from);
      begun_go (desk, "win.back", NULL);
    }
}

/* Closed over half a booking, the desk opens with it again; booked, there is nothing left of it. */
static void
test_booking_closed (DeskFixture  *desk,
                     gconstpointer sample)
{
  CareVisit *expected = desk_fixture_find_visit (desk, CARE_STATE_EXPECTED);
  g_autofree char *visit = g_strdup (care_visit_get_id (expected));
  g_autofree char *patient = g_strdup (care_patient_get_id (care_visit_get_patient (expected)));
  GtkWidget *page;

  begun_go (desk, "win.move", visit);
  desk_fixture_press (begun_get_page (desk), "Later days");
  desk_fixture_restart (desk);
  desk_fixture_sign_in (desk, "Rosa", "111111");
  begun_go (desk, "win.book", patient);
  g_assert_false (desk_fixture_shows (begun_get_page (desk), "earlier"));
  begun_go (desk, "win.back", NULL);
  begun_go (desk, "win.move", visit);
  page = begun_get_page (desk);
  g_assert_true (desk_fixture_shows (page, "Another time was looked for earlier"));
  desk_fixture_press (page, "11:00");
  g_assert_false (CARE_IS_BOOK_PAGE (begun_get_page (desk)));
  begun_go (desk, "win.move", visit);
  g_assert_false (desk_fixture_shows (begun_get_page (desk), "earlier"));
}

static void
test_course (DeskFixture  *desk,
             gconstpointer sample)
{
  CareVisit *visit = desk_fixture_find_visit (desk, CARE_STATE_IN_TREATMENT);
  g_autofree char *patient = g_strdup (care_patient_get_id (care_visit_get_patient (visit)));
  CareVisit *other = desk_fixture_find_visit (desk, CARE_STATE_EXPECTED);
  g_autofree char *somebody_else = g_strdup (care_patient_get_id (care_visit_get_patient (other)));
  GtkWidget *page;
  GtkWidget *sessions;

  g_assert_cmpstr (patient, !=, somebody_else);
  for (BegunWay way = BEGUN_LOCKED; way < N_BEGUN_WAYS; way++)
    {
      begun_go (desk, "win.course", patient);
      page = begun_get_page (desk);
      g_assert_false (desk_fixture_shows (page, "begun earlier"));
      sessions = desk_fixture_find (page, GTK_TYPE_SPIN_BUTTON);
      gtk_spin_button_set_value (GTK_SPIN_BUTTON (sessions), 5 + (int) way);
      desk_fixture_press (page, "thighs");
      begun_leave (desk, way);
      if (way == BEGUN_LOCKED)
        {
          g_assert_true (begun_get_page (desk) == page);
          begun_go (desk, "win.back", NULL);
        }
      g_assert_false (CARE_IS_COURSE_PAGE (begun_get_page (desk)));
      begun_go (desk, "win.course", somebody_else);
      g_assert_false (desk_fixture_shows (begun_get_page (desk), "begun earlier"));
      g_assert_false (is_active (begun_get_page (desk), "thighs"));
      begun_go (desk, "win.back", NULL);

      begun_go (desk, "win.course", patient);
      page = begun_get_page (desk);
      g_assert_true (desk_fixture_shows (page, "This course was begun earlier"));
      sessions = desk_fixture_find (page, GTK_TYPE_SPIN_BUTTON);
      g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (sessions)), ==, 5 + (int) way);
      g_assert_true (is_active (page, "thighs"));
      desk_fixture_press (page, "Throw it away");
      g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (sessions)), ==, 0);
      g_assert_false (is_active (page, "thighs"));
      begun_go (desk, "win.back", NULL);
    }

  begun_go (desk, "win.course", somebody_else);
  page = begun_get_page (desk);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (desk_fixture_find (page, GTK_TYPE_SPIN_BUTTON)), 2);
  desk_fixture_press (page, "thighs");
  desk_fixture_press (page, "Book all of them");
  begun_go (desk, "win.course", somebody_else);
  g_assert_false (desk_fixture_shows (begun_get_page (desk), "begun earlier"));
}

static GtkEditable *
find_field (GtkWidget *root,
            guint     *skip)
{
  if (GTK_IS_TEXT (root))
    return (*skip)-- == 0 ? GTK_EDITABLE (root) : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkEditable *found = find_field (child, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
type (DeskFixture *desk,
      guint        field,
      const char  *text)
{
  gtk_editable_set_text (find_field (begun_get_page (desk), &field), text);
}

static const char *
read_field (DeskFixture *desk,
            guint        field)
{
  return gtk_editable_get_text (find_field (begun_get_page (desk), &field));
}

/* The phone rings in the middle of a name. Nobody else's form begins with that name in it. */
static void
test_registration (DeskFixture  *desk,
                   gconstpointer sample)
{
  for (BegunWay way = BEGUN_LOCKED; way < N_BEGUN_WAYS; way++)
    {
      g_autofree char *phone = g_strdup_printf ("555-01%u", (guint) way);

      begun_go (desk, "win.register", "");
      g_assert_false (desk_fixture_shows (begun_get_page (desk), "Begun earlier"));
      type (desk, 0, "Zoé");
      type (desk, 1, "Quint");
      type (desk, 2, phone);
      type (desk, 3, "17");
      type (desk, 5, "19");
      desk_fixture_press (begun_get_page (desk), "Español");
      begun_leave (desk, way);
      if (way == BEGUN_LOCKED)
        {
          g_assert_cmpstr (read_field (desk, 1), ==, "Quint");
          begun_go (desk, "win.back", NULL);
        }
      begun_go (desk, "win.register", "Somebody Else");
      g_assert_true (desk_fixture_shows (begun_get_page (desk), "Begun earlier: Zoé Quint"));
      g_assert_true (desk_fixture_shows (begun_get_page (desk), "Rosa Sample, "));
      g_assert_cmpstr (read_field (desk, 0), ==, "Somebody");
      g_assert_cmpstr (read_field (desk, 2), ==, "");
      desk_fixture_press (begun_get_page (desk), "Go on with it");
      g_assert_cmpstr (read_field (desk, 0), ==, "Zoé");
      g_assert_cmpstr (read_field (desk, 1), ==, "Quint");
      g_assert_cmpstr (read_field (desk, 2), ==, phone);
      g_assert_cmpstr (read_field (desk, 3), ==, "17");
      g_assert_cmpstr (read_field (desk, 4), ==, "");
      g_assert_cmpstr (read_field (desk, 5), ==, "19");
      g_assert_true (is_active (begun_get_page (desk), "Español"));
      /* Whose form it was is not lost either. */
      g_assert_true (desk_fixture_shows (begun_get_page (desk), "Begun earlier: Somebody Else"));
      desk_fixture_press (begun_get_page (desk), "Throw it away");
      desk_fixture_press (begun_get_page (desk), "Throw it away");
      g_assert_false (desk_fixture_shows (begun_get_page (desk), "Begun earlier"));
      g_assert_cmpstr (read_field (desk, 0), ==, "");
      begun_go (desk, "win.back", NULL);
    }

  /* Registered, it is begun no more. */
  begun_go (desk, "win.register", "Zoé Quintana");
  type (desk, 2, "555-0177");
  desk_fixture_settle ();
  desk_fixture_settle ();
  desk_fixture_press (begun_get_page (desk), "Register");
  begun_go (desk, "win.register", "");
  g_assert_false (desk_fixture_shows (begun_get_page (desk), "Begun earlier"));
}

int
main (int   argc,
      char *argv[])
{
  static const DeskTest tests[] = {
    { "/desk/begun-pages/booking", test_booking },
    { "/desk/begun-pages/booking-closed", test_booking_closed },
    { "/desk/begun-pages/course", test_course },
    { "/desk/begun-pages/registration", test_registration },
  };

  return desk_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests), desk_fixture_open_inside);
}

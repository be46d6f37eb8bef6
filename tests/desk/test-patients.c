/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk-fixture.h"

#include "clinic/care-clinic-happened.h"
#include "clinic/care-clinic-register.h"
#include "desk/happened/care-happened-page.h"
#include "desk/patients/care-patient-button.h"
#include "desk/patients/care-patient-page.h"
#include "desk/patients/care-patients-page.h"
#include "desk/patients/care-register-page.h"

static GtkWidget *
go (DeskFixture *desk,
    const char  *action,
    const char  *target)
{
  if (target != NULL)
    gtk_widget_activate_action (GTK_WIDGET (desk->window), action, "s", target);
  else
    gtk_widget_activate_action (GTK_WIDGET (desk->window), action, NULL);
  desk_fixture_settle ();
  return GTK_WIDGET (care_desk_window_get_page (desk->window));
}

/* The number'th entry of a page. */
static GtkEditable *
find_entry (GtkWidget *root,
            guint     *number)
{
  if ((GTK_IS_ENTRY (root) || ADW_IS_ENTRY_ROW (root) || GTK_IS_SEARCH_ENTRY (root)) && (*number)-- == 0)
    return GTK_EDITABLE (root);
  if (GTK_IS_ENTRY (root) || ADW_IS_ENTRY_ROW (root))
    return NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkEditable *found = find_entry (child, number);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
type (GtkWidget  *page,
      guint       number,
      const char *text)
{
  GtkEditable *entry = find_entry (page, &number);

  g_assert_nonnull (entry);
  gtk_editable_set_text (entry, text);
  desk_fixture_settle ();
}

/* The keyboard stands in the number'th entry. */
static void
assert_focus_in (GtkWidget *page,
                 guint      number)
{
  GtkEditable *entry = find_entry (page, &number);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (page));

  g_assert_nonnull (entry);
  g_assert_nonnull (focus);
  g_assert_true (focus == GTK_WIDGET (entry) || gtk_widget_is_ancestor (focus, GTK_WIDGET (entry)));
}

static void
test_search (DeskFixture  *desk,
             gconstpointer sample)
{
  GtkWidget *page = go (desk, "win.search", NULL);

  g_assert_true (CARE_IS_PATIENTS_PAGE (page));
  g_assert_true (desk_fixture_shows (page, "Elena"));
  type (page, 0, "ruth");
  g_assert_true (desk_fixture_shows (page, "Ruth"));
  g_assert_false (desk_fixture_shows (page, "Elena"));
  type (page, 0, "nobody at all");
  g_assert_true (desk_fixture_shows (page, "Nobody is found"));
  g_assert_nonnull (desk_fixture_find_button (page, "Register as a new patient"));
}

static guint
count_buttons (GtkWidget *root)
{
  guint count = CARE_IS_PATIENT_BUTTON (root) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    count += count_buttons (child);
  return count;
}

/* Of a large clinic only as many are drawn as are seen; scrolled to the end, the last one follows. */
static void
test_search_many (DeskFixture  *desk,
                  gconstpointer sample)
{
  CareClinic *clinic = care_desk_get_clinic (desk->desk);
  g_autoptr (GError) error = NULL;
  GtkWidget *page;
  GtkAdjustment *place;

  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *family = g_strdup_printf ("Zahl %03u", i);

      g_assert_nonnull (care_clinic_register (clinic, "Quinta", family, NULL, "555-0101", NULL, &error));
      g_assert_no_error (error);
    }
  page = go (desk, "win.search", NULL);
  type (page, 0, "quinta");
  g_assert_true (desk_fixture_shows (page, "Zahl 000"));
  g_assert_false (desk_fixture_shows (page, "Zahl 149"));
  g_assert_cmpuint (count_buttons (page), <, 100);

  place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (desk_fixture_find (page, GTK_TYPE_LIST_VIEW), GTK_TYPE_SCROLLED_WINDOW)));
  for (guint i = 0; i < 20 && !desk_fixture_shows (page, "Zahl 149"); i++)
    {
      gtk_adjustment_set_value (place, gtk_adjustment_get_upper (place));
      desk_fixture_settle ();
    }
  g_assert_true (desk_fixture_shows (page, "Zahl 149"));

  /* Another search begins at its beginning again. */
  type (page, 0, "zahl");
  g_assert_cmpuint (count_buttons (page), <, 100);
}

/* A slip of the finger finds her all the same, and says that it is a guess. */
static void
test_search_slip (DeskFixture  *desk,
                  gconstpointer sample)
{
  GtkWidget *page = go (desk, "win.search", NULL);

  type (page, 0, "Rtuh Sampel");
  g_assert_true (desk_fixture_shows (page, "Is it one of these?"));
  g_assert_true (desk_fixture_shows (page, "Ruth"));
  g_assert_false (desk_fixture_shows (page, "Elena"));
  type (page, 0, "ruth");
  g_assert_false (desk_fixture_shows (page, "Is it one of these?"));
}

static void
test_close_matches_first (DeskFixture  *desk,
                          gconstpointer sample)
{
  GtkWidget *page = go (desk, "win.register", "");

  g_assert_true (CARE_IS_REGISTER_PAGE (page));
  g_assert_false (gtk_widget_is_sensitive (desk_fixture_find_button (page, "Register")));
  type (page, 0, "Ruth");
  type (page, 1, "Sampl");
  g_assert_true (desk_fixture_shows (page, "Is it one of these?"));
  g_assert_nonnull (desk_fixture_find_button (page, "It is somebody else"));
}

static void
test_register (DeskFixture  *desk,
               gconstpointer sample)
{
  GtkWidget *page = go (desk, "win.register", "Zoé Quintana");

  type (page, 2, "555-0177");
  desk_fixture_press (page, "Register");
  page = GTK_WIDGET (care_desk_window_get_page (desk->window));
  g_assert_true (CARE_IS_PATIENT_PAGE (page));
  g_assert_cmpstr (care_patient_get_given (care_patient_page_get_patient (CARE_PATIENT_PAGE (page))), ==, "Zoé");
  g_assert_true (desk_fixture_shows (page, "birth date not known yet"));
  g_assert_true (desk_fixture_shows (page, "Nothing is booked yet"));
}

/* A form that was left comes back whole. */
static void
test_register_again (DeskFixture  *desk,
                     gconstpointer sample)
{
  GtkWidget *page = go (desk, "win.register", "Ana Maria del Rio");

  type (page, 0, "Ana Maria");
  type (page, 1, "del Rio");
  type (page, 2, "555-0178");
  type (page, 3, "17");
  type (page, 4, "5");
  type (page, 5, "1980");
  go (desk, "win.back", NULL);
  desk_fixture_press (GTK_WIDGET (desk->window), "Undo");
  page = GTK_WIDGET (care_desk_window_get_page (desk->window));
  g_assert_true (CARE_IS_REGISTER_PAGE (page));
  g_assert_true (desk_fixture_shows (page, "Begun earlier: Ana Maria del Rio"));
  desk_fixture_press (page, "Register");
  page = GTK_WIDGET (care_desk_window_get_page (desk->window));
  g_assert_true (CARE_IS_PATIENT_PAGE (page));
  CarePatient *patient = care_patient_page_get_patient (CARE_PATIENT_PAGE (page));
  g_assert_cmpstr (care_patient_get_given (patient), ==, "Ana Maria");
  g_assert_cmpstr (care_patient_get_phone (patient), ==, "555-0178");
  g_assert_cmpstr (care_patient_get_birth_date (patient), ==, "1980-05-17");
}

typedef struct
{
  const char *day;
  const char *month;
  const char *year;
  const char *says;
} BadDate;

static const BadDate BAD_DATES[] = {
  { "31", "02", "1980", "no such day" },   { "5", "13", "1980", "month" },
  { "5", "3", "80", "four digits" },       { "5", "", "1980", "day, month and year" },
  { "5", "3", "2031", "still to come" },   { "a", "3", "1980", "digits" },
  { "5", "3", "00", "four digits" },       { "5", "3", "0000", "four digits" },
  { "5", "3", "19800", "four digits" },    { "5", "17", "1980", "the right way round" },
};

static void
test_bad_dates (DeskFixture  *desk,
                gconstpointer sample)
{
  GtkWidget *page = go (desk, "win.register", "Zoé Quintana");

  for (guint i = 0; i < G_N_ELEMENTS (BAD_DATES); i++)
    {
      type (page, 3, BAD_DATES[i].day);
      type (page, 4, BAD_DATES[i].month);
      type (page, 5, BAD_DATES[i].year);
      desk_fixture_press (page, "Register");
      if (!desk_fixture_shows (page, BAD_DATES[i].says))
        g_error ("%s/%s/%s does not say “%s”", BAD_DATES[i].day, BAD_DATES[i].month, BAD_DATES[i].year, BAD_DATES[i].says);
      g_assert_true (CARE_IS_REGISTER_PAGE (care_desk_window_get_page (desk->window)));
      assert_focus_in (page, 3);
    }
}

/* A phone that is missing, and a name of spaces, are said at their own fields; typing takes it away again. */
static void
test_faults_at_their_fields (DeskFixture  *desk,
                             gconstpointer sample)
{
  GtkWidget *page = go (desk, "win.register", "Zoé Quintana");

  type (page, 2, "12");
  desk_fixture_press (page, "Register");
  g_assert_true (desk_fixture_shows (page, "phone: is missing"));
  assert_focus_in (page, 2);
  type (page, 2, "555-0177");
  g_assert_false (desk_fixture_shows (page, "phone: is missing"));
  g_assert_false (gtk_widget_has_css_class (desk_fixture_find (page, ADW_TYPE_ENTRY_ROW), "error"));

  type (page, 0, " ");
  type (page, 1, " ");
  desk_fixture_press (page, "Register");
  g_assert_true (desk_fixture_shows (page, "name: is missing"));
  assert_focus_in (page, 0);
  g_assert_true (gtk_widget_has_css_class (desk_fixture_find (page, ADW_TYPE_ENTRY_ROW), "error"));
}

/* Whoever is under 18 is stopped at the desk. */
static void
test_under_age (DeskFixture  *desk,
                gconstpointer sample)
{
  GtkWidget *page = go (desk, "win.register", "Zoé Quintana");

  type (page, 2, "555-0177");
  type (page, 3, "5");
  type (page, 4, "3");
  type (page, 5, "2012");
  desk_fixture_press (page, "Register");
  g_assert_true (CARE_IS_REGISTER_PAGE (care_desk_window_get_page (desk->window)));
  g_assert_true (desk_fixture_shows (page, "18"));
  assert_focus_in (page, 3);
}

static void
test_leaving_can_be_undone (DeskFixture  *desk,
                            gconstpointer sample)
{
  go (desk, "win.register", "Zoé Quintana");
  go (desk, "win.back", NULL);
  desk_fixture_press (GTK_WIDGET (desk->window), "Undo");
  g_assert_true (CARE_IS_REGISTER_PAGE (care_desk_window_get_page (desk->window)));
}

static void
test_book (DeskFixture  *desk,
           gconstpointer sample)
{
  CareClinic *clinic = care_desk_get_clinic (desk->desk);
  CarePatient *patient;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) visits = NULL;
  GtkWidget *page;

  patient = care_clinic_register (clinic, "Zoé", "Quintana", "1980-05-17", "555-0177", NULL, &error);
  g_assert_no_error (error);
  go (desk, "win.open-patient", care_patient_get_id (patient));
  page = go (desk, "win.book", care_patient_get_id (patient));
  desk_fixture_press (page, "09:00");
  g_assert_true (CARE_IS_PATIENT_PAGE (care_desk_window_get_page (desk->window)));
  visits = care_clinic_list_patient_visits (clinic, patient, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (visits), ==, 1);
}

static void
test_happened (DeskFixture  *desk,
               gconstpointer sample)
{
  CareClinic *clinic = care_desk_get_clinic (desk->desk);
  g_autoptr (GListModel) found = care_clinic_search (clinic, "ruth");
  g_autoptr (CarePatient) patient = g_list_model_get_item (found, 0);
  g_autoptr (GListModel) before = care_clinic_list_tasks (clinic, patient, NULL);
  g_autoptr (GListModel) after = NULL;
  GtkWidget *sign;
  GtkWidget *page;

  go (desk, "win.open-patient", care_patient_get_id (patient));
  page = go (desk, "win.happened", NULL);
  g_assert_true (CARE_IS_HAPPENED_PAGE (page));
  /* One below the other, they begin in one line, also those that need two. */
  sign = desk_fixture_find_button (page, "breathe well");
  g_assert_cmpint (gtk_label_get_justify (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (sign)))), ==, GTK_JUSTIFY_LEFT);
  g_assert_true (desk_fixture_shows (page, care_patient_get_display_name (patient)));
  g_assert_false (desk_fixture_shows (page, "EXAMPLE"));
  /* An emergency says at once what to say and the number. */
  desk_fixture_press (page, "breathe well");
  g_assert_true (desk_fixture_shows (page, "EXAMPLE"));
  /* When it happened is asked, never taken for granted. */
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (desk_fixture_find_button (page, "Just now"))));
  desk_fixture_press (page, "Keep it and tell the clinician");
  g_assert_true (desk_fixture_shows (GTK_WIDGET (desk->window), "Ask when it happened"));
  desk_fixture_press (page, "Yesterday");
  desk_fixture_press (page, "Keep it and tell the clinician");
  after = care_clinic_list_tasks (clinic, patient, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (after), ==, g_list_model_get_n_items (before) + 1);
  /* The words for an emergency stay, and a second tap does not make a second happening. */
  g_assert_true (desk_fixture_shows (page, "EXAMPLE"));
  g_assert_false (gtk_widget_is_sensitive (desk_fixture_find_button (page, "Keep it and tell the clinician")));
}

/* The page says how it stands; names only with a clinician's PIN. */
static void
test_allergies (DeskFixture  *desk,
                gconstpointer sample)
{
  CareClinic *clinic = care_desk_get_clinic (desk->desk);
  g_autoptr (GListModel) found = care_clinic_search (clinic, "ruth");
  g_autoptr (CarePatient) patient = g_list_model_get_item (found, 0);
  g_autoptr (GError) error = NULL;
  CarePatient *fresh = care_clinic_register (clinic, "Zoé", "Quintana", "1980-05-17", "555-0177", NULL, &error);
  GtkWidget *page;

  g_assert_no_error (error);
  page = go (desk, "win.open-patient", care_patient_get_id (fresh));
  g_assert_true (desk_fixture_shows (page, "Not asked"));
  page = go (desk, "win.open-patient", care_patient_get_id (patient));
  g_assert_true (desk_fixture_shows (page, "No allergy known"));
  g_assert_true (desk_fixture_shows (page, "Asked "));
  g_assert_null (desk_fixture_find_button (page, "Show the names"));
}

int
main (int   argc,
      char *argv[])
{
  static const DeskTest tests[] = {
    { "/desk/patients/search", test_search },
    { "/desk/patients/search/slip", test_search_slip },
    { "/desk/patients/search/many", test_search_many },
    { "/desk/patients/close-matches-first", test_close_matches_first },
    { "/desk/patients/register", test_register },
    { "/desk/patients/register/again", test_register_again },
    { "/desk/patients/bad-dates", test_bad_dates },
    { "/desk/patients/faults-at-their-fields", test_faults_at_their_fields },
    { "/desk/patients/under-age", test_under_age },
    { "/desk/patients/leaving-can-be-undone", test_leaving_can_be_undone },
    { "/desk/patients/book", test_book },
    { "/desk/patients/happened", test_happened },
    { "/desk/patients/allergies", test_allergies },
  };

  return desk_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests), desk_fixture_open_inside);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Every page of the desk: what can be done there is named, large enough, and reached from the keyboard; all of it fits the
 * narrowest screen, also with text at twice its size. Run once in each style (light, dark, high contrast). */

#include "desk-fixture.h"
#include "page-audit.h"

#include "desk/sign-in/care-pin-dialog.h"
#include "desk/sign-in/care-pin-pad.h"
#include "desk/visit/care-visit-page.h"

/** The narrowest screen the desk has to fit. */
#define NARROWEST 360
#define WIDE      1280
#define HEIGHT    800

typedef void (*LookFunc) (GtkWidget *window, const char *page, GPtrArray *faults);

typedef struct
{
  DeskFixture *desk;
  LookFunc     look;
  const char  *how;
  GPtrArray   *faults;
  GHashTable  *seen; /* names of the types that were on the screen */
} Tour;

/* A page, or a room of a visit, as the sources define it. */
#define PAGE_TYPES "^G_DEFINE_FINAL_TYPE \\((\\w+), \\w+, CARE_TYPE_(?:PAGE|ROOM_VIEW)\\)"

static void
note_types (GtkWidget  *widget,
            GHashTable *seen)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget))
    return;
  g_hash_table_add (seen, (gpointer) G_OBJECT_TYPE_NAME (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    note_types (child, seen);
}

static void
check_source (const char *path,
              Tour       *tour,
              guint      *n_pages)
{
  g_autoptr (GRegex) regex = g_regex_new (PAGE_TYPES, G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);

      *n_pages += 1;
      if (!g_hash_table_contains (tour->seen, name))
        g_ptr_array_add (tour->faults, g_strdup_printf ("%s is opened nowhere in this test", name));
    }
}

/* A page that this test does not open is a fault as well. */
static void
check_all_seen (const char *folder,
                Tour       *tour,
                guint      *n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        check_all_seen (path, tour, n_pages);
      else if (g_str_has_suffix (name, ".c"))
        check_source (path, tour, n_pages);
    }
}

static void
look (Tour       *tour,
      GtkWidget  *window,
      const char *page)
{
  g_autofree char *name = g_strdup_printf ("%s, %s", page, tour->how);

  desk_fixture_settle ();
  note_types (window, tour->seen);
  tour->look (window, name, tour->faults);
}

static GtkWidget *
get_window (Tour *tour)
{
  return GTK_WIDGET (tour->desk->window);
}

static void
open_page (Tour       *tour,
           const char *action,
           const char *id)
{
  g_autofree char *name = g_strconcat ("win.", action, NULL);

  gtk_widget_activate_action (get_window (tour), name, id != NULL ? "s" : NULL, id);
  look (tour, get_window (tour), action);
}

static void
look_at_rooms (Tour      *tour,
               CareVisit *visit)
{
  static const char *const rooms[] = { "intake", "check", "session", "next visit", "sheet" };
  const char *state = care_visit_state_to_text (care_visit_get_state (visit));

  gtk_widget_activate_action (get_window (tour), "win.open-visit", "s", care_visit_get_id (visit));
  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autofree char *page = g_strdup_printf ("visit %s, room %s", state, rooms[i]);

      care_visit_page_show_room (CARE_VISIT_PAGE (care_desk_window_get_page (tour->desk->window)), (CareVisitRoom) (CARE_ROOM_INTAKE + i));
      for (guint more = 0; i == CARE_ROOM_SHEET && more < 6; more++)
        desk_fixture_settle ();
      look (tour, get_window (tour), page);
    }
  gtk_widget_activate_action (get_window (tour), "win.back", NULL);
  desk_fixture_settle ();
}

static void
look_at_pin (Tour      *tour,
             CareVisit *visit)
{
  GtkWidget *page;
  GtkWidget *dialog;

  gtk_widget_activate_action (get_window (tour), "win.open-visit", "s", care_visit_get_id (visit));
  desk_fixture_settle ();
  page = GTK_WIDGET (care_desk_window_get_page (tour->desk->window));
  care_visit_page_show_room (CARE_VISIT_PAGE (page), CARE_ROOM_CHECK);
  desk_fixture_settle ();
  desk_fixture_press (page, "Open the reasons");
  dialog = desk_fixture_find_window (CARE_TYPE_PIN_DIALOG);
  look (tour, dialog, "PIN, who");
  desk_fixture_press (dialog, "Lea");
  look (tour, dialog, "PIN, digits");
  for (const char *digit = "222222"; *digit != '\0'; digit++)
    care_pin_pad_add_digit (CARE_PIN_PAD (desk_fixture_find (dialog, CARE_TYPE_PIN_PAD)), *digit);
  look (tour, get_window (tour), "reasons");
  desk_fixture_press (page, "Change the product");
  look (tour, get_window (tour), "product");
  gtk_widget_activate_action (get_window (tour), "win.back", NULL);
  desk_fixture_settle ();
}

/* One of each kind: chosen, in trouble, and one with much to say. */
static void
set_printers (DeskFixture *desk)
{
  static const char *const names[] = { "front-desk", "treatment-room-on-the-first-floor", "copier" };
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) care_print_report_free);
  g_autoptr (CareKnownPrinters) known = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      CarePrintReport *report = g_new0 (CarePrintReport, 1);

      report->printer = g_strdup (names[i]);
      report->about = g_strdup ("HP LaserJet Pro M404dn, Reception, to the left of the door");
      report->known = TRUE;
      report->system = i == 0;
      report->accepting = i != 2;
      report->stopped = i == 1;
      report->message = i > 0 ? g_strdup ("Paused: ask whoever looks after the machines.") : NULL;
      report->waiting = i;
      g_ptr_array_add (list, report);
    }
  known = care_known_printers_new_fixed (list);
  care_desk_set_printers (desk->desk, known);
  g_settings_set_string (care_desk_get_settings (desk->desk), "printer", names[1]);
}

/* Every page there is, from the door inwards. */
static void
walk (Tour *tour)
{
  static const char *const places[] = { "today", "patients", "calendar" };
  DeskFixture *desk = tour->desk;
  g_autofree char *form = g_build_filename (g_getenv ("AFTERCARE_DATA"), "forms", "day-check.json", NULL);
  g_autoptr (GPtrArray) visits = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *today;
  CareVisit *visit;
  const char *patient;
  guint seen = 0;

  set_printers (desk);
  look (tour, get_window (tour), "sign-in");
  desk_fixture_press (get_window (tour), "Rosa");
  look (tour, get_window (tour), "sign-in, digits");
  desk_fixture_sign_in (desk, "Rosa", "111111");
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gtk_widget_activate_action (get_window (tour), "win.place", "s", places[i]);
      look (tour, get_window (tour), places[i]);
    }
  visit = desk_fixture_find_visit (desk, CARE_STATE_READY);
  g_assert_nonnull (visit);
  patient = care_patient_get_id (care_visit_get_patient (visit));
  open_page (tour, "open-patient", patient);
  open_page (tour, "course", patient);
  open_page (tour, "book", patient);
  open_page (tour, "move", care_visit_get_id (desk_fixture_find_visit (desk, CARE_STATE_EXPECTED)));
  open_page (tour, "register", "Nadia");
  open_page (tour, "waiting", "");
  open_page (tour, "protocol", NULL);
  open_page (tour, "language", "ar");
  open_page (tour, "happened", NULL);
  open_page (tour, "forms", NULL);
  open_page (tour, "printer", NULL);
  open_page (tour, "new-form", form);
  gtk_widget_activate_action (get_window (tour), "win.place", "s", "today");
  desk_fixture_settle ();

  /* One visit in each state. */
  today = care_clinic_get_today (care_desk_get_clinic (desk->desk));
  for (guint i = 0; i < g_list_model_get_n_items (today); i++)
    {
      g_autoptr (CareVisit) item = g_list_model_get_item (today, i);

      if ((seen & 1u << care_visit_get_state (item)) == 0)
        g_ptr_array_add (visits, g_object_ref (item));
      seen |= 1u << care_visit_get_state (item);
    }
  g_assert_cmpuint (visits->len, >=, 6);
  for (guint i = 0; i < visits->len; i++)
    look_at_rooms (tour, g_ptr_array_index (visits, i));
  look_at_pin (tour, desk_fixture_find_visit (desk, CARE_STATE_MUST_DECIDE));
}

static void
report (GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (faults, i));
  if (faults->len > 0)
    g_error ("%u faults, the first: %s", faults->len, (const char *) g_ptr_array_index (faults, 0));
}

static void
set_text_size (double factor)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * PANGO_SCALE * factor), NULL);
  desk_fixture_settle ();
}

static void
tour_pages (DeskFixture *desk,
            LookFunc     look_func,
            const char  *how,
            int          width,
            double       text)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *sources = g_test_build_filename (G_TEST_DIST, "..", "src", "desk", NULL);
  Tour tour = { desk, look_func, how, faults, seen };
  guint n_pages = 0;

  /* A page that is still sliding away is not looked at. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  set_text_size (text);
  gtk_window_set_default_size (GTK_WINDOW (desk->window), width, HEIGHT);
  walk (&tour);
  check_all_seen (sources, &tour, &n_pages);
  g_assert_cmpuint (n_pages, >=, 20);
  set_text_size (1.0);
  report (faults);
}

static void
fits (GtkWidget  *window,
      const char *page,
      GPtrArray  *faults)
{
  page_audit_width (window, NARROWEST, page, faults);
}

static void
test_controls (DeskFixture  *desk,
               gconstpointer sample)
{
  tour_pages (desk, page_audit_controls, "wide", WIDE, 1.0);
}

static void
test_narrow (DeskFixture  *desk,
             gconstpointer sample)
{
  tour_pages (desk, page_audit_controls, "narrow", NARROWEST, 1.0);
}

static void
test_fits (DeskFixture  *desk,
           gconstpointer sample)
{
  tour_pages (desk, fits, "usual text", NARROWEST, 1.0);
}

static void
test_fits_large (DeskFixture  *desk,
                 gconstpointer sample)
{
  tour_pages (desk, fits, "text at 200 %", NARROWEST, 2.0);
}

int
main (int   argc,
      char *argv[])
{
  static const DeskTest tests[] = {
    { "/desk/pages/styles/controls", test_controls },
    { "/desk/pages/light/controls-narrow", test_narrow },
    { "/desk/pages/styles/fits", test_fits },
    { "/desk/pages/light/fits-large", test_fits_large },
  };

  return desk_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests), desk_fixture_set_up);
}

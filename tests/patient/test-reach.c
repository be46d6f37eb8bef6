/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Every page of every form on the smallest screen, 800 x 600, in all three text sizes, open, refused and answered: nothing is
 * cut at a side or out of reach, no words are cut, what is typed in stands above the keys. The forms are the project's own and
 * those that other people wrote, where they are at hand (reach own|real|enablewhen|hl7-cases); each leaves and comes back as it was.
 * On a desk's screen and on a tablet held upright (reach wide|tall) every question stands whole above what is typed in. */

#include <math.h>
#include <string.h>

#include "patient-fixture.h"
#include "upper-edge.h"
#include "patient/care-patient-birth.h"
#include "patient/care-patient-resources.h"
#include "patient/care-patient-window.h"
#include "widgets/form/care-field.h"
#include "widgets/form/care-form-page.h"
#include "widgets/form/care-form-view.h"

#define LEAST_SEEN 90
/* Pixels of what is touched, both ways, and of the type. */
#define LEAST_TARGET 44
#define LEAST_TYPE   22.0
/* Half a pixel is rounding. */
#define SLACK     1.5f

static GtkApplication *application;
static int screen_width = 800;
static int screen_height = 600;

/* One form in one language. */
typedef struct
{
  const char *path;
  const char *language;
} Case;

typedef struct
{
  PatientFixture *fixture;
  GtkWidget      *window;
  GtkWidget      *content;
  GtkWidget      *scroller;
  const char     *form;
  const char     *language;
  gboolean        drawn;
  guint           pages;
  guint           problems;
  guint           questions;
  guint           parts;
} Walk;

static void
drawn_cb (Walk *walk)
{
  walk->drawn = TRUE;
}

/* Until everything has its place: what changed with one frame may ask for another. */
static void
draw (Walk *walk)
{
  for (guint i = 0; i < 2; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      walk->drawn = FALSE;
      gtk_widget_queue_draw (walk->window);
      while (!walk->drawn)
        g_main_context_iteration (NULL, TRUE);
    }
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static char *
name (GtkWidget *widget)
{
  GString *path = g_string_new (G_OBJECT_TYPE_NAME (widget));

  if (GTK_IS_LABEL (widget))
    g_string_append_printf (path, " \"%s\"", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *at = gtk_widget_get_parent (widget); at != NULL; at = gtk_widget_get_parent (at))
    g_string_append_printf (path, " < %s", G_OBJECT_TYPE_NAME (at));

  return g_string_free (path, FALSE);
}

static void
fail (Walk       *walk,
      GtkWidget  *widget,
      const char *what,
      double      has,
      double      wants)
{
  g_autofree char *path = name (widget);

  g_error ("%s in %s, page %u, %s: %s: %.0f of %.0f: %s", walk->form, walk->language, walk->pages,
           gtk_widget_has_css_class (walk->window, "care-size-3") ? "size 3" :
           gtk_widget_has_css_class (walk->window, "care-size-2") ? "size 2" : "size 1", what, has, wants, path);
}

static void
check_label (Walk      *walk,
             GtkWidget *label)
{
  int width;
  int height;

  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (label)), &width, &height);
  if (width > gtk_widget_get_width (label) + 1)
    fail (walk, label, "words are cut at the side", gtk_widget_get_width (label), width);
  if (height > gtk_widget_get_height (label) + 1)
    fail (walk, label, "words are cut below", gtk_widget_get_height (label), height);
}

/* What is touched is big enough for a finger, in every size. */
static void
check_target (Walk      *walk,
              GtkWidget *widget)
{
  graphene_rect_t bounds;

  /* Texts fill their entry, which is what is touched. */
  if (GTK_IS_TEXT (widget))
    widget = gtk_widget_get_parent (widget);
  /* With its border and padding. */
  g_assert_true (gtk_widget_compute_bounds (widget, walk->content, &bounds));
  if (bounds.size.width + 0.5f < LEAST_TARGET)
    fail (walk, widget, "too narrow for a finger", (double) bounds.size.width, LEAST_TARGET);
  if (bounds.size.height + 0.5f < LEAST_TARGET)
    fail (walk, widget, "too low for a finger", (double) bounds.size.height, LEAST_TARGET);
}

static void
check_type (Walk      *walk,
            GtkWidget *widget)
{
  PangoFontDescription *font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  g_assert_true (pango_font_description_get_size_is_absolute (font));
  if (size < LEAST_TYPE)
    fail (walk, widget, "too small to read", size, LEAST_TYPE);
}

static void
check_widget (Walk      *walk,
              GtkWidget *widget,
              gboolean   on_page)
{
  graphene_rect_t bounds;

  if (!gtk_widget_get_mapped (widget) || gtk_widget_get_width (widget) == 0 ||
      !gtk_widget_compute_bounds (widget, walk->content, &bounds))
    return;

  /* A text scrolls in its own line. */
  if (!GTK_IS_TEXT (widget) && !GTK_IS_TEXT_VIEW (widget) && !GTK_IS_SCROLLBAR (widget) && !GTK_IS_RANGE (widget))
    {
      for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
        check_widget (walk, child, on_page || widget == walk->scroller);
    }
  if (bounds.origin.x < -SLACK || bounds.origin.x + bounds.size.width > screen_width + SLACK)
    fail (walk, widget, "cut at the side", (double) (bounds.origin.x + bounds.size.width), screen_width);
  /* The page scrolls; what is around it does not. */
  if (!on_page && (bounds.origin.y < -SLACK || bounds.origin.y + bounds.size.height > screen_height + SLACK))
    fail (walk, widget, "cut above or below", (double) (bounds.origin.y + bounds.size.height), screen_height);
  if (GTK_IS_LABEL (widget))
    check_label (walk, widget);
  else if (GTK_IS_BUTTON (widget) || gtk_widget_get_focusable (widget))
    check_target (walk, widget);
  if (GTK_IS_LABEL (widget) || GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget))
    check_type (walk, widget);
}

/* All of the page is seen at one place of the scroll bar or another, and what has the focus is seen now. */
static void
check_problem (Walk      *walk,
               GtkWidget *focus)
{
  graphene_rect_t said;
  graphene_rect_t bounds;

  for (GtkWidget *at = focus; at != NULL && at != walk->scroller; at = gtk_widget_get_parent (at))
    {
      GtkWidget *beside = gtk_widget_get_prev_sibling (at);

      while (beside != NULL && !(gtk_widget_get_visible (beside) && gtk_widget_has_css_class (beside, "care-problem")))
        beside = gtk_widget_get_prev_sibling (beside);
      if (beside == NULL || !gtk_widget_compute_bounds (beside, walk->scroller, &said) ||
          !gtk_widget_compute_bounds (focus, walk->scroller, &bounds))
        continue;
      /* Where both have room. */
      if (bounds.origin.y + bounds.size.height - said.origin.y + 8.0f > (float) gtk_widget_get_height (walk->scroller))
        return;
      if (said.origin.y < -SLACK || bounds.origin.y + bounds.size.height > (float) gtk_widget_get_height (walk->scroller) + SLACK)
        fail (walk, beside, "what is wrong is not seen with the answer", (double) said.origin.y, (double) bounds.origin.y);
      walk->problems++;
      return;
    }
}

/* Above what is typed in stands its whole question where there is room for both, else as many whole lines of it as there is room for. */
static void
check_question (Walk      *walk,
                GtkWidget *entry)
{
  GtkWidget *field = gtk_widget_get_ancestor (entry, CARE_TYPE_FIELD);
  GtkWidget *block = field != NULL ? field : gtk_widget_get_ancestor (entry, CARE_TYPE_PATIENT_BIRTH);
  double page = gtk_widget_get_height (walk->scroller);
  graphene_rect_t whole;
  graphene_rect_t bounds;
  UpperEdge edge;

  if (block == NULL || !gtk_widget_compute_bounds (block, walk->scroller, &whole)
      || !gtk_widget_compute_bounds (entry, walk->scroller, &bounds))
    return;
  walk->questions++;
  if ((double) (bounds.origin.y + bounds.size.height - whole.origin.y) + 8.0 <= page)
    {
      if (whole.origin.y < -SLACK)
        fail (walk, block, "the question is not seen above its field", (double) whole.origin.y, 0.0);
      return;
    }

  if (field == NULL || screen_height > 600)
    fail (walk, block, "what is asked first is not seen whole", (double) whole.origin.y, 0.0);
  edge = upper_edge_look (walk->scroller, block, (double) bounds.origin.y);
  if (edge.cut > 0.0)
    fail (walk, block, "a line of the question is cut", edge.cut, 0.0);
  if (edge.nearest + (double) (bounds.origin.y + bounds.size.height) + 8.0 <= page)
    fail (walk, block, "another line of the question would fit", edge.nearest, page);
  walk->parts++;
}

static void
check_scroll (Walk *walk)
{
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (walk->scroller));
  GtkWidget *page = find (walk->scroller, ADW_TYPE_CLAMP);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (walk->window));
  graphene_rect_t bounds;

  if (gtk_adjustment_get_page_size (scroll) < LEAST_SEEN)
    fail (walk, walk->scroller, "too little of the page is seen", gtk_adjustment_get_page_size (scroll), LEAST_SEEN);
  if (gtk_widget_get_height (page) > gtk_adjustment_get_upper (scroll) + 1.0)
    fail (walk, page, "the end of the page cannot be reached", gtk_adjustment_get_upper (scroll), gtk_widget_get_height (page));
  if (GTK_IS_TEXT (focus) && gtk_widget_compute_bounds (gtk_widget_get_parent (focus), walk->scroller, &bounds) &&
      (bounds.origin.y < -SLACK || bounds.origin.y + bounds.size.height > (float) gtk_widget_get_height (walk->scroller) + SLACK))
    fail (walk, focus, "what is typed in is not seen", (double) (bounds.origin.y + bounds.size.height), gtk_widget_get_height (walk->scroller));
  if (GTK_IS_TEXT (focus))
    check_question (walk, gtk_widget_get_parent (focus));
}

/* As it is: in the largest size, unless in check_sizes(). */
static void
check_largest (Walk *walk)
{
  draw (walk);
  check_widget (walk, walk->content, FALSE);
  check_scroll (walk);
}

/* Through the first and the second size back to the third. */
static void
check_sizes (Walk *walk)
{
  for (guint i = 0; i < 3; i++)
    {
      gtk_widget_activate_action (walk->window, "patient.size", NULL);
      check_largest (walk);
    }
}

static void
walk_form (Walk *walk)
{
  CarePatientFlow *flow = care_patient_window_get_flow (CARE_PATIENT_WINDOW (walk->window));
  GDate born;

  check_sizes (walk);
  gtk_widget_activate_action (walk->window, "patient.next", NULL);
  check_sizes (walk);
  /* What is wrong with it takes no room from the question. */
  gtk_widget_activate_action (walk->window, "patient.next", NULL);
  check_sizes (walk);
  check_problem (walk, gtk_window_get_focus (GTK_WINDOW (walk->window)));
  g_date_clear (&born, 1);
  g_date_set_dmy (&born, 17, G_DATE_MAY, 1980);
  care_patient_flow_give_birth_date (flow, &born);

  while (care_patient_flow_get_place (flow) == CARE_PLACE_FORM)
    {
      GtkWidget *page = find (walk->window, CARE_TYPE_FORM_PAGE);

      walk->pages++;
      check_sizes (walk);
      if (!care_form_page_check (CARE_FORM_PAGE (page)))
        {
          gtk_widget_activate_action (walk->window, "patient.next", NULL);
          check_largest (walk);
          check_problem (walk, gtk_window_get_focus (GTK_WINDOW (walk->window)));
        }
      patient_fixture_answer (walk->fixture, care_patient_flow_get_form (flow), care_patient_flow_get_step (flow));
      check_largest (walk);
      patient_fixture_settle (walk->fixture);
      care_patient_flow_next (flow);
    }
  g_assert_cmpint (care_patient_flow_get_place (flow), ==, CARE_PLACE_REVIEW);
  check_sizes (walk);
}

static void
check_round_trip (Walk *walk)
{
  CareResponse *response = care_patient_session_get_response (walk->fixture->session, 0);
  g_autoptr (JsonNode) sent = care_response_to_node (response);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareResponse) back =
    care_response_new_from_node (care_response_get_questionnaire (response), sent, "back", &error);
  g_autoptr (JsonNode) again = NULL;

  g_assert_no_error (error);
  again = care_response_to_node (back);
  g_assert_true (json_node_equal (sent, again));
}

static void
test_form (gconstpointer data)
{
  const Case *wanted = data;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  Walk walk = { .form = wanted->path, .language = wanted->language };

  if (!g_file_get_contents (wanted->path, &text, NULL, &error))
    {
      g_test_skip (error->message);
      return;
    }
  walk.fixture = patient_fixture_new (text);
  g_strfreev (walk.fixture->envelope->languages);
  walk.fixture->envelope->languages = g_strsplit ("en,es,fr,pt-BR,de,ar", ",", -1);
  walk.fixture->envelope->size = 3;
  g_free (walk.fixture->envelope->language);
  walk.fixture->envelope->language = g_strdup (wanted->language);
  patient_fixture_start (walk.fixture);
  walk.window = care_patient_window_new (application, walk.fixture->session, 1000, 2000);
  walk.content = adw_application_window_get_content (ADW_APPLICATION_WINDOW (walk.window));
  walk.scroller = find (walk.window, GTK_TYPE_SCROLLED_WINDOW);
  gtk_window_set_default_size (GTK_WINDOW (walk.window), screen_width, screen_height);
  gtk_window_present (GTK_WINDOW (walk.window));
  g_signal_connect_swapped (gtk_widget_get_frame_clock (walk.window), "after-paint", G_CALLBACK (drawn_cb), &walk);
  draw (&walk);
  /* Without a window manager to make it fill the screen, a window has a rim of its own. */
  gtk_window_set_default_size (GTK_WINDOW (walk.window), 2 * screen_width - gtk_widget_get_width (walk.content),
                               2 * screen_height - gtk_widget_get_height (walk.content));
  for (guint i = 0; i < 100 && gtk_widget_get_width (walk.content) != screen_width; i++)
    draw (&walk);
  g_assert_cmpint (gtk_widget_get_width (walk.content), ==, screen_width);
  g_assert_cmpint (gtk_widget_get_height (walk.content), ==, screen_height);

  walk_form (&walk);
  check_round_trip (&walk);
  g_test_message ("%u pages, %u of them refused and the reason seen; %u questions above what is typed in, %u of them in part",
                  walk.pages, walk.problems, walk.questions, walk.parts);
  patient_fixture_settle (walk.fixture);
  gtk_window_destroy (GTK_WINDOW (walk.window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  patient_fixture_free (walk.fixture);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* @file NULL: the folder's own files; else that file in each of its folders. */
static void
add_folder (GPtrArray  *paths,
            const char *folder,
            const char *file)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *entry;

  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, entry, file, NULL);

      if (g_str_has_suffix (path, ".json") && g_file_test (path, G_FILE_TEST_EXISTS))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
}

int
main (int    argc,
      char **argv)
{
  /* The last three have the longest words and the highest letters: they stand for all on the larger screens. */
  static const char *const languages[] = { "en", "es", "fr", "pt-BR", "de", "ar" };
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  const char *shared = g_getenv ("CARE_SHARED_DIR") != NULL ? g_getenv ("CARE_SHARED_DIR") : ".";
  const char *which = argc > 1 ? argv[1] : "own";
  gboolean larger = g_str_equal (which, "wide") || g_str_equal (which, "tall");
  gboolean every_language = larger || g_str_equal (which, "own") || g_str_equal (which, "odd");
  g_autofree char *folder = larger || g_str_equal (which, "own") ? g_build_filename (g_getenv ("AFTERCARE_DATA"), "forms", NULL)
                            : g_str_equal (which, "odd") ? g_build_filename (g_getenv ("G_TEST_SRCDIR"), "patient", "odd", NULL)
                                                         : g_build_filename (shared, "forms", which, NULL);

  if (larger)
    {
      screen_width = g_str_equal (which, "wide") ? 1280 : 800;
      screen_height = g_str_equal (which, "wide") ? 800 : 1280;
    }
  gtk_test_init (&argc, &argv, NULL);
  g_resources_register (care_patient_get_resource ());
  application = GTK_APPLICATION (g_object_new (ADW_TYPE_APPLICATION,
                                               "flags", G_APPLICATION_NON_UNIQUE,
                                               "resource-base-path", "/org/aftercare/Aftercare/Patient",
                                               NULL));
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  care_form_view_load_style (gdk_display_get_default ());
  /* The keys stand at once instead of sliding in. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  add_folder (paths, folder, g_str_equal (which, "hl7-cases") || g_str_equal (which, "enablewhen") ? "questionnaire.json" : NULL);
  if (paths->len == 0)
    {
      g_print ("1..0 # SKIP the forms are not on this machine\n");
      return 0;
    }
  g_ptr_array_sort (paths, compare);
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autofree char *parent = g_path_get_dirname (path);
      g_autofree char *place = g_path_get_basename (g_str_has_suffix (path, "/questionnaire.json") ? parent : path);

      for (guint k = larger ? 3 : 0; k < (every_language ? G_N_ELEMENTS (languages) : 1); k++)
        {
          g_autofree char *test = g_strconcat ("/reach/", place, "/", languages[k], NULL);
          Case *wanted = g_new (Case, 1);

          *wanted = (Case) { path, languages[k] };
          g_test_add_data_func_full (test, wanted, test_form, g_free);
        }
    }

  return g_test_run ();
}

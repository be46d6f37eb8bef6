/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk-fixture.h"

#include "clinic/care-clinic-handover.h"
#include "clinic/care-clinic-own-forms.h"
#include "desk/forms/care-forms-page.h"
#include "desk/forms/care-new-form-page.h"
#include "desk/sign-in/care-pin-dialog.h"
#include "form/care-questionnaire.h"
#include "widgets/form/care-form-view.h"

#define DIET \
  "{\"resourceType\": \"Questionnaire\", \"status\": \"active\", \"name\": \"Diet\", \"title\": \"What you eat\", \"language\": \"en\", \"item\": [" \
  "{\"linkId\": \"meat\", \"type\": \"boolean\", \"text\": \"Do you eat meat?\"}," \
  "{\"linkId\": \"bmi\", \"type\": \"decimal\", \"text\": \"Body mass index\", \"extension\": [{\"url\": " \
  "\"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression\", \"valueExpression\": " \
  "{\"language\": \"text/fhirpath\", \"expression\": \"1\"}}]}]}"

static void
open_inside (DeskFixture  *desk,
             gconstpointer sample)
{
  desk_fixture_set_up (desk, sample);
  desk_fixture_sign_in (desk, "Rosa", "111111");
}

static GtkWidget *
page_of (DeskFixture *desk)
{
  return GTK_WIDGET (care_desk_window_get_page (desk->window));
}

static GtkWidget *
open_page (DeskFixture *desk)
{
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.forms", NULL);
  desk_fixture_settle ();
  g_assert_true (CARE_IS_FORMS_PAGE (page_of (desk)));
  return page_of (desk);
}

static GtkWidget *
look_at (DeskFixture *desk,
         const char  *text)
{
  g_autofree char *path = g_build_filename (desk->folder, "diet.json", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  gtk_widget_activate_action (GTK_WIDGET (desk->window), "win.new-form", "s", path);
  desk_fixture_settle ();
  g_assert_true (CARE_IS_NEW_FORM_PAGE (page_of (desk)));
  return page_of (desk);
}

/* Nothing of the clinic's own: said, with Aftercare's forms below. */
static void
test_empty (DeskFixture  *desk,
            gconstpointer sample)
{
  GtkWidget *page = open_page (desk);

  g_assert_true (desk_fixture_shows (page, "No form of your own yet"));
  g_assert_true (desk_fixture_shows (page, "At the first visit"));
  g_assert_true (desk_fixture_shows (page, "Aftercare's own"));
  g_assert_nonnull (desk_fixture_find_button (page, "Add a form"));
  g_assert_null (desk_fixture_find_button (page, "Ask it no more"));
}

/* Looked at, signed by the owner, asked, taken back by Undo, asked no more. */
static void
test_add (DeskFixture  *desk,
          gconstpointer sample)
{
  GtkWidget *page;

  open_page (desk);
  page = look_at (desk, DIET);
  g_assert_true (desk_fixture_shows (page, "What you eat"));
  g_assert_true (desk_fixture_shows (page, "urn:uuid:"));
  g_assert_true (desk_fixture_shows (page, "bmi: not supported: a calculated value; to be typed instead"));
  g_assert_true (desk_fixture_shows (page, "Do you eat meat?"));
  g_assert_true (desk_fixture_shows (page, "The form is not in"));
  g_assert_nonnull (desk_fixture_find (page, CARE_TYPE_FORM_VIEW));
  g_assert_true (desk_fixture_shows (page, "without it this is no consent"));

  desk_fixture_press (page, "Ask it here");
  g_assert_null (desk_fixture_find_button (desk_fixture_find_window (CARE_TYPE_PIN_DIALOG), "Rosa"));
  desk_fixture_sign ("Ines", "444444");
  desk_fixture_settle ();
  page = page_of (desk);
  g_assert_true (CARE_IS_FORMS_PAGE (page));
  g_assert_true (desk_fixture_shows (page, "What you eat"));
  g_assert_true (desk_fixture_shows (page, "At every visit"));
  g_assert_true (desk_fixture_shows (page, "Asked as well"));
  g_assert_false (desk_fixture_shows (page, "No form of your own yet"));

  desk_fixture_press (GTK_WIDGET (desk->window), "Undo");
  desk_fixture_sign ("Ines", "444444");
  desk_fixture_settle ();
  g_assert_false (desk_fixture_shows (page, "Asked as well"));
  g_assert_true (desk_fixture_shows (page, "Not asked now"));

  desk_fixture_press (page, "Look at it");
  page = page_of (desk);
  desk_fixture_press (page, "Ask it here");
  desk_fixture_sign ("Lea", "222222");
  desk_fixture_settle ();
  desk_fixture_press (page_of (desk), "Ask it no more");
  desk_fixture_sign ("Ines", "444444");
  desk_fixture_settle ();
  g_assert_true (desk_fixture_shows (page_of (desk), "Not asked now"));
}

/* What screening would miss stands there before anything is signed. */
static void
test_missing (DeskFixture  *desk,
              gconstpointer sample)
{
  GtkWidget *page;
  GtkWidget *which;

  open_page (desk);
  page = look_at (desk, DIET);
  g_assert_true (desk_fixture_shows (page, "At the first visit, instead of Aftercare's form"));
  g_assert_true (desk_fixture_shows (page, "questions that nobody would ask then"));
  which = desk_fixture_find (page, GTK_TYPE_EXPANDER);
  g_assert_nonnull (which);
  gtk_expander_set_expanded (GTK_EXPANDER (which), TRUE);
  desk_fixture_settle ();
  g_assert_true (desk_fixture_shows (which, "Pregnan"));
}

/* The first fault, with its place, in words; nothing to press. */
static void
test_fault (DeskFixture  *desk,
            gconstpointer sample)
{
  GtkWidget *page;

  open_page (desk);
  page = look_at (desk, "{\"resourceType\": \"Questionnaire\",\n \"item\": [{\"linkId\": \"a\"},]}");
  g_assert_true (desk_fixture_shows (page, "diet.json cannot be asked"));
  g_assert_true (desk_fixture_shows (page, "At /item/"));
  g_assert_true (desk_fixture_shows (page, "line 2: a comma stands before the end of the list"));
  g_assert_null (desk_fixture_find_button (page, "Ask it here"));
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
    { "/desk/forms/empty", test_empty },
    { "/desk/forms/add", test_add },
    { "/desk/forms/missing", test_missing },
    { "/desk/forms/fault", test_fault },
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

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Only the page on the screen has widgets, however many questions there are and however far one has gone. */

#include "form-fixture.h"
#include "widgets/form/care-field.h"
#include "widgets/form/care-form-page.h"

#define QUESTIONS 5000

typedef struct
{
  guint pages;
  guint fields;
  guint widgets;
} Count;

/* What is not seen counts too. */
static void
count (GtkWidget *widget,
       Count     *counts)
{
  counts->widgets++;
  counts->pages += CARE_IS_FORM_PAGE (widget);
  counts->fields += CARE_IS_FIELD (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    count (child, counts);
}

static CareResponse *
make_response (void)
{
  g_autoptr (GString) items = g_string_new ("[");

  for (guint i = 0; i < QUESTIONS; i++)
    g_string_append_printf (items, "%s{\"linkId\":\"q%u\",\"text\":\"Question %u?\",\"type\":\"integer\"}", i > 0 ? "," : "", i, i);
  g_string_append_c (items, ']');

  return form_fixture_response (items->str);
}

static void
test_widgets (void)
{
  g_autoptr (CareFormContext) context = form_fixture_context ("en");
  g_autoptr (CareResponse) response = make_response ();
  GtkWidget *view = care_form_view_new (context, response);
  GtkWidget *window = form_fixture_show (view);
  Count first = { 0 };

  g_assert_cmpuint (care_form_view_get_n_steps (CARE_FORM_VIEW (view)), ==, QUESTIONS);
  count (view, &first);
  g_assert_cmpuint (first.pages, ==, 1);
  g_assert_cmpuint (first.fields, ==, 1);
  for (guint i = 1; i < QUESTIONS; i++)
    {
      GtkWidget *former = form_fixture_nth (view, CARE_TYPE_FORM_PAGE, 0);
      Count counts = { 0 };

      g_object_add_weak_pointer (G_OBJECT (former), (gpointer *) &former);
      g_assert_true (care_form_view_next (CARE_FORM_VIEW (view)));
      form_fixture_turn ();
      /* Not only out of sight: gone. */
      g_assert_null (former);
      count (view, &counts);
      g_assert_cmpuint (counts.pages, ==, 1);
      g_assert_cmpuint (counts.fields, ==, 1);
      g_assert_cmpuint (counts.widgets, <=, first.widgets + 2);
    }
  g_assert_cmpuint (care_form_view_get_step (CARE_FORM_VIEW (view)), ==, QUESTIONS - 1);
  gtk_window_destroy (GTK_WINDOW (window));
  form_fixture_turn ();
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/large/widgets", test_widgets);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "screen-fixture.h"

#include "widgets/form/care-field.h"
#include "widgets/form/care-tile.h"

void
screen_fixture_open_items (ScreenFixture *screen,
                           const char    *items)
{
  screen->context = form_fixture_context ("en");
  screen->response = form_fixture_response (items);
  screen->node = care_response_find (screen->response, "q");
  screen->view = care_form_view_new (screen->context, screen->response);
  screen->window = form_fixture_show (screen->view);
}

void
screen_fixture_open (ScreenFixture *screen,
                     const char    *item)
{
  g_autofree char *items = g_strdup_printf ("[{\"linkId\":\"q\",\"text\":\"The question?\",%s}]", item);

  screen_fixture_open_items (screen, items);
}

void
screen_fixture_close (ScreenFixture *screen)
{
  g_object_add_weak_pointer (G_OBJECT (screen->view), (gpointer *) &screen->view);
  gtk_window_destroy (GTK_WINDOW (screen->window));
  form_fixture_turn ();
  g_assert_null (screen->view);
  g_assert_finalize_object (screen->response);
  g_assert_finalize_object (screen->context);
}

void
screen_fixture_type (ScreenFixture *screen,
                     guint          n,
                     const char    *text)
{
  GtkWidget *entry = form_fixture_nth (screen->view, GTK_TYPE_ENTRY, n);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  form_fixture_turn ();
}

gboolean
screen_fixture_is_ticked (ScreenFixture *screen,
                          const char    *text)
{
  GtkWidget *tile = form_fixture_find (screen->view, CARE_TYPE_TILE, text);

  g_assert_nonnull (tile);

  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tile));
}

void
screen_fixture_assert_value (ScreenFixture *screen,
                             const char    *text)
{
  CareValue *value = care_node_get_value (screen->node);
  g_autofree char *got = value != NULL ? care_value_dup_text (value) : NULL;

  g_assert_cmpstr (got, ==, text);
}

void
screen_fixture_assert_refused (ScreenFixture *screen,
                               const char    *words)
{
  GtkWidget *field = form_fixture_nth (screen->view, CARE_TYPE_FIELD, 0);
  GtkWidget *focus;

  g_assert_false (care_form_view_check (CARE_FORM_VIEW (screen->view)));
  g_assert_cmpstr (care_field_get_problem (CARE_FIELD (field)), ==, words);
  focus = gtk_window_get_focus (GTK_WINDOW (screen->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, field));
}

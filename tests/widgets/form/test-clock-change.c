/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* A local time that comes twice or does not exist, where it is typed. */

#include <string.h>

#include "form-fixture.h"
#include "widgets/form/care-clock-choice.h"
#include "widgets/form/care-field.h"
#include "widgets/form/care-tile.h"
#include "widgets/form/care-value-words.h"

#define RECENT "\"type\":\"dateTime\",\"extension\":[{\"url\":" \
  "\"https://aftercare.example/fhir/StructureDefinition/recent-time\",\"valueBoolean\":true}]"

typedef struct
{
  CareFormContext *context;
  CareResponse    *response;
  CareNode        *node;
  GtkWidget       *view;
  GtkWidget       *window;
} Screen;

static void
open_screen (Screen     *screen,
             const char *language,
             const char *now,
             const char *item)
{
  g_autofree char *items = g_strdup_printf ("[{\"linkId\":\"q\",\"text\":\"When?\",%s}]", item);

  screen->context = form_fixture_context_at (language, "Europe/Madrid", now);
  screen->response = form_fixture_response (items);
  screen->node = care_response_find (screen->response, "q");
  screen->view = care_form_view_new (screen->context, screen->response);
  screen->window = form_fixture_show (screen->view);
}

static void
close_screen (Screen *screen)
{
  g_object_add_weak_pointer (G_OBJECT (screen->view), (gpointer *) &screen->view);
  gtk_window_destroy (GTK_WINDOW (screen->window));
  form_fixture_turn ();
  g_assert_null (screen->view);
  g_assert_finalize_object (screen->response);
  g_assert_finalize_object (screen->context);
}

static void
type_all (Screen            *screen,
          const char *const *texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    {
      GtkWidget *entry = form_fixture_nth (screen->view, GTK_TYPE_ENTRY, i);

      g_assert_nonnull (entry);
      gtk_editable_set_text (GTK_EDITABLE (entry), texts[i]);
      form_fixture_turn ();
    }
}

static void
assert_value (Screen     *screen,
              const char *text)
{
  CareValue *value = care_node_get_value (screen->node);
  g_autofree char *got = value != NULL ? care_value_dup_text (value) : NULL;

  g_assert_cmpstr (got, ==, text);
}

/* The tiles of the choice, in order; NULL in both when nothing has to be chosen. */
static void
find_tiles (Screen    *screen,
            GtkWidget *tiles[2])
{
  GtkWidget *choice = form_fixture_nth (screen->view, CARE_TYPE_CLOCK_CHOICE, 0);

  tiles[0] = choice != NULL ? form_fixture_nth (choice, CARE_TYPE_TILE, 0) : NULL;
  tiles[1] = choice != NULL ? form_fixture_nth (choice, CARE_TYPE_TILE, 1) : NULL;
}

static void
assert_tile (GtkWidget  *tile,
             const char *words)
{
  g_autoptr (GString) text = NULL;

  g_assert_nonnull (tile);
  /* Without the marks that isolate the time. */
  text = g_string_new (care_tile_get_text (CARE_TILE (tile)));
  g_string_replace (text, "\u2068", "", 0);
  g_string_replace (text, "\u2069", "", 0);
  g_assert_cmpstr (text->str, ==, words);
}

static void
touch (GtkWidget *tile)
{
  g_signal_emit_by_name (tile, "clicked");
  form_fixture_turn ();
}

static void
assert_shows (Screen     *screen,
              const char *words)
{
  g_autofree char *all = form_fixture_read (screen->view);

  if (strstr (all, words) == NULL)
    g_error ("\"%s\" does not stand in:\n%s", words, all);
}

typedef struct
{
  const char *language;
  const char *twice;
  const char *first;
  const char *second;
  const char *choose;
  const char *missing;
  const char *offered[2];
} Language;

static const Language languages[] = {
  { "en", "The clocks go back then, so this time comes twice.",
    "The first 02:30, before the clocks went back", "The second 02:30, after the clocks went back",
    "Please touch the time you mean.",
    "The clocks go forward then, so there is no such time. Do you mean \u206801:30\u2069 or \u206803:30\u2069?", { "01:30", "03:30" } },
  { "es", "Entonces se atrasa el reloj, y esta hora llega dos veces.",
    "2:30, la primera vez, antes de atrasar el reloj", "2:30, la segunda vez, después de atrasar el reloj",
    "Toque la hora que es, por favor.",
    "Entonces se adelanta el reloj, y esta hora no existe. ¿Es \u20681:30\u2069 o \u20683:30\u2069?", { "1:30", "3:30" } },
};

/* Both candidates are offered in words, and the one touched is stored with its own offset. */
static void
test_twice (gconstpointer data)
{
  const Language *l = data;
  const char *typed[] = { "25", "10", "2026", "02", "30", NULL };
  GtkWidget *tiles[2];
  GtkWidget *field;
  GtkWidget *focus;
  Screen screen;

  open_screen (&screen, l->language, "2026-11-22T15:10:00+01:00", "\"type\":\"dateTime\",\"required\":true");
  find_tiles (&screen, tiles);
  g_assert_null (tiles[0]);
  type_all (&screen, typed);
  assert_value (&screen, NULL);
  assert_shows (&screen, l->twice);
  find_tiles (&screen, tiles);
  assert_tile (tiles[0], l->first);
  assert_tile (tiles[1], l->second);

  /* Without a choice nobody goes on, and the focus is where it is made. */
  g_assert_false (care_form_view_check (CARE_FORM_VIEW (screen.view)));
  field = form_fixture_nth (screen.view, CARE_TYPE_FIELD, 0);
  g_assert_cmpstr (care_field_get_problem (CARE_FIELD (field)), ==, l->choose);
  focus = gtk_window_get_focus (GTK_WINDOW (screen.window));
  g_assert_true (focus == tiles[0]);

  touch (tiles[0]);
  assert_value (&screen, "2026-10-25T02:30:00+02:00");
  g_assert_true (care_form_view_check (CARE_FORM_VIEW (screen.view)));
  touch (tiles[1]);
  assert_value (&screen, "2026-10-25T02:30:00+01:00");
  /* A second touch does not take it back. */
  touch (tiles[1]);
  assert_value (&screen, "2026-10-25T02:30:00+01:00");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tiles[1])));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tiles[0])));

  /* Another time needs no choice, and the old one is not remembered. */
  typed[3] = "04";
  type_all (&screen, typed);
  find_tiles (&screen, tiles);
  g_assert_null (tiles[0]);
  assert_value (&screen, "2026-10-25T04:30:00+01:00");
  typed[3] = "02";
  type_all (&screen, typed);
  assert_value (&screen, NULL);
  close_screen (&screen);
}

/* It says so and names two times; the one touched stands in the boxes. */
static void
test_missing (gconstpointer data)
{
  const Language *l = data;
  const char *const typed[] = { "28", "3", "2027", "02", "30", NULL };
  GtkWidget *tiles[2];
  GtkWidget *field;
  Screen screen;

  open_screen (&screen, l->language, "2027-04-02T15:10:00+02:00", "\"type\":\"dateTime\"");
  type_all (&screen, typed);
  assert_value (&screen, NULL);
  assert_shows (&screen, l->missing);
  find_tiles (&screen, tiles);
  assert_tile (tiles[0], l->offered[0]);
  assert_tile (tiles[1], l->offered[1]);
  g_assert_false (care_form_view_check (CARE_FORM_VIEW (screen.view)));
  field = form_fixture_nth (screen.view, CARE_TYPE_FIELD, 0);
  g_assert_cmpstr (care_field_get_problem (CARE_FIELD (field)), ==, l->choose);

  gtk_widget_grab_focus (tiles[1]);
  touch (tiles[1]);
  assert_value (&screen, "2027-03-28T03:30:00+02:00");
  find_tiles (&screen, tiles);
  g_assert_null (tiles[0]);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (form_fixture_nth (screen.view, GTK_TYPE_ENTRY, 3))), ==, "03");
  /* The focus did not go with the tiles. */
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (screen.window)), field));
  g_assert_true (care_form_view_check (CARE_FORM_VIEW (screen.view)));
  close_screen (&screen);
}

/* What was stored comes back with its choice, and says in a list of answers which of the two it is. */
static void
test_stored (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Madrid");
  CareInstant second = care_instant_parse ("2026-10-25T02:30:00+01:00", zone, NULL);
  GtkWidget *tiles[2];
  Screen screen;

  open_screen (&screen, "en", "2026-11-22T15:10:00+01:00", "\"type\":\"dateTime\"");
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (CareValue) value = care_value_new_instant (second - (1 - i) * CARE_HOUR, zone);
      g_autofree char *words = NULL;

      care_response_set_value (screen.response, screen.node, value);
      care_form_view_set_context (CARE_FORM_VIEW (screen.view), screen.context);
      form_fixture_turn ();
      find_tiles (&screen, tiles);
      g_assert_nonnull (tiles[i]);
      g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tiles[i])));
      g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tiles[1 - i])));
      words = care_node_dup_words (screen.node, screen.context);
      g_assert_nonnull (strstr (words, i == 0 ? "The first" : "The second"));
    }
  close_screen (&screen);
}

/* The clocks went back last night, and the patient had coffee. */
static void
test_recent (void)
{
  const char *const twice[] = { "02", "30", NULL };
  GtkWidget *tiles[2];
  Screen screen;

  open_screen (&screen, "es", "2026-10-25T10:00:00+01:00", RECENT);
  form_fixture_press (screen.view, "Sé la hora");
  type_all (&screen, twice);
  assert_value (&screen, NULL);
  find_tiles (&screen, tiles);
  assert_tile (tiles[0], languages[1].first);
  assert_tile (tiles[1], languages[1].second);
  touch (tiles[1]);
  assert_value (&screen, "2026-10-25T02:30:00+01:00");
  close_screen (&screen);

  /* Just past the first one: the second one has not come, so there is nothing to ask. */
  open_screen (&screen, "en", "2026-10-25T02:40:00+02:00", RECENT);
  form_fixture_press (screen.view, "I know the time");
  type_all (&screen, twice);
  find_tiles (&screen, tiles);
  g_assert_null (tiles[0]);
  assert_value (&screen, "2026-10-25T02:30:00+02:00");
  close_screen (&screen);

  open_screen (&screen, "en", "2027-03-28T10:00:00+02:00", RECENT);
  form_fixture_press (screen.view, "I know the time");
  type_all (&screen, twice);
  assert_shows (&screen, languages[0].missing);
  find_tiles (&screen, tiles);
  touch (tiles[0]);
  assert_value (&screen, "2027-03-28T01:30:00+01:00");
  close_screen (&screen);
}

static void
assert_only_ticked (Screen     *screen,
                    const char *chip)
{
  static const char *const chips[] = {
    "Less than an hour ago", "This morning", "This afternoon", "Yesterday", "Longer ago", "I know the time",
  };

  for (guint i = 0; i < G_N_ELEMENTS (chips); i++)
    {
      GtkWidget *tile = form_fixture_find (screen->view, CARE_TYPE_TILE, chips[i]);

      if (tile != NULL && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tile)) != g_str_equal (chips[i], chip))
        g_error ("\"%s\" instead of \"%s\"", chips[i], chip);
    }
}

/* The day of an exact time: the last tile of that name, behind the chip. */
static GtkWidget *
find_day (Screen     *screen,
          const char *day)
{
  GtkWidget *found = NULL;
  GtkWidget *tile;

  for (guint i = 0; (tile = form_fixture_nth (screen->view, CARE_TYPE_TILE, i)) != NULL; i++)
    {
      if (g_str_equal (care_tile_get_text (CARE_TILE (tile)), day))
        found = tile;
    }

  return found;
}

/* Draws the page anew, as on the way back to it. */
static void
redraw (Screen *screen)
{
  care_form_view_set_whole (CARE_FORM_VIEW (screen->view), TRUE);
  form_fixture_turn ();
  care_form_view_set_whole (CARE_FORM_VIEW (screen->view), FALSE);
  form_fixture_turn ();
}

/* Just after midnight: nothing of today has happened yet but what was just now, and yesterday is minutes ago. */
static void
test_midnight (void)
{
  const char *const before[] = { "23", "50", NULL };
  Screen screen;

  open_screen (&screen, "en", "2026-11-22T00:20:30+01:00", RECENT);
  form_fixture_press (screen.view, "Less than an hour ago");
  assert_value (&screen, "2026-11-22T00:20:30+01:00");
  assert_only_ticked (&screen, "Less than an hour ago");
  form_fixture_press (screen.view, "This morning");
  assert_value (&screen, "2026-11-22T00:20:30+01:00");
  form_fixture_press (screen.view, "Yesterday");
  assert_value (&screen, "2026-11-21");
  form_fixture_press (screen.view, "Longer ago");
  assert_value (&screen, "2026-11-20");

  form_fixture_press (screen.view, "I know the time");
  type_all (&screen, before);
  /* Today at 23:50 has not come. */
  assert_value (&screen, NULL);
  touch (find_day (&screen, "Yesterday"));
  assert_value (&screen, "2026-11-21T23:50:00+01:00");
  redraw (&screen);
  assert_only_ticked (&screen, "I know the time");
  assert_value (&screen, "2026-11-21T23:50:00+01:00");
  close_screen (&screen);
}

/* The minute that runs can be typed, the next one has not come; a time stays a time however short ago it is. */
static void
test_just_now (void)
{
  const char *const now[] = { "15", "10", NULL };
  const char *const soon[] = { "15", "11", NULL };
  Screen screen;

  open_screen (&screen, "en", "2026-11-22T15:10:00+01:00", RECENT);
  form_fixture_press (screen.view, "Less than an hour ago");
  assert_only_ticked (&screen, "Less than an hour ago");
  assert_value (&screen, "2026-11-22T15:10:00+01:00");
  form_fixture_press (screen.view, "I know the time");
  type_all (&screen, soon);
  assert_value (&screen, NULL);
  g_assert_false (care_form_view_check (CARE_FORM_VIEW (screen.view)));
  assert_shows (&screen, "That time has not come yet.");
  type_all (&screen, now);
  assert_value (&screen, "2026-11-22T15:10:00+01:00");
  assert_only_ticked (&screen, "I know the time");
  redraw (&screen);
  assert_only_ticked (&screen, "I know the time");
  close_screen (&screen);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *twice = g_strconcat ("/clock-change/twice/", languages[i].language, NULL);
      g_autofree char *missing = g_strconcat ("/clock-change/missing/", languages[i].language, NULL);

      g_test_add_data_func (twice, &languages[i], test_twice);
      g_test_add_data_func (missing, &languages[i], test_missing);
    }
  g_test_add_func ("/clock-change/stored", test_stored);
  g_test_add_func ("/clock-change/recent", test_recent);
  g_test_add_func ("/clock-change/midnight", test_midnight);
  g_test_add_func ("/clock-change/just-now", test_just_now);

  return g_test_run ();
}

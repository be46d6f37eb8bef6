/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* A form of 5,000 questions on the screen: how long after it is loaded its first page is drawn, and what one answer costs
 * there (the screens that come and go with it, the progress, the words that are kept) against the same in one of 50. */

#include "patient-fixture.h"

#include <malloc.h>
#include <time.h>

#include "widgets/form/care-form-view.h"

#define LARGE         5000
#define SMALL         50
#define FIRST_PAGE_MS 50.0
#define ROUNDS        9
#define ANSWERS       40

/* Time of this thread alone: what others do on the machine at the same time does not count. */
static double
get_work_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1000.0 + (double) now.tv_nsec / 1e6;
}

static char *
make_form (guint n_items)
{
  GString *text = g_string_new ("{\"resourceType\":\"Questionnaire\",\"url\":\"https://x.example/large\",\"version\":\"1\","
                                "\"status\":\"active\",\"language\":\"en\",\"item\":[");

  for (guint i = 0; i < n_items; i++)
    {
      g_string_append_printf (text, "%s{\"linkId\":\"q%u\",\"text\":\"Question number %u, in a few words?\",\"type\":\"boolean\"",
                              i > 0 ? "," : "", i, i);
      /* Each tenth question depends on the one before it. */
      if (i % 10 == 9)
        g_string_append_printf (text, ",\"enableWhen\":[{\"question\":\"q%u\",\"operator\":\"exists\",\"answerBoolean\":true}]", i - 1);
      g_string_append (text, "}");
    }
  g_string_append (text, "]}");

  return g_string_free (text, FALSE);
}

static gsize
bytes_in_use (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return info.uordblks + info.hblkhd;
}

/* Form, answers and screens against json-glib's tree of the same text. */
static double
weigh (const char *text)
{
  gsize before = bytes_in_use ();
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (JsonNode) tree = NULL;
  g_autoptr (CareQuestionnaire) form = NULL;
  g_autoptr (CareResponse) response = NULL;
  g_autoptr (CareFormSteps) steps = NULL;
  gsize floor_bytes;

  g_assert_true (json_parser_load_from_data (parser, text, -1, NULL));
  tree = json_parser_steal_root (parser);
  g_clear_object (&parser);
  floor_bytes = bytes_in_use () - before;
  before = bytes_in_use ();
  form = care_questionnaire_new_from_text (text, -1, "bench", NULL);
  response = care_response_new (form);
  steps = care_form_steps_new (response);

  return (double) (bytes_in_use () - before) / (double) floor_bytes;
}

static void
drawn_cb (GdkFrameClock *clock,
          gboolean      *drawn)
{
  *drawn = TRUE;
}

/* From answers that are ready to the first page painted, the window itself included or not. */
static double
time_first_page (CareFormContext *context,
                 CareResponse    *response)
{
  GtkWidget *window = gtk_window_new ();
  gboolean drawn = FALSE;
  double start = get_work_ms ();

  if (response != NULL)
    gtk_window_set_child (GTK_WINDOW (window), care_form_view_new (context, response));
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (drawn_cb), &drawn);
  while (!drawn)
    g_main_context_iteration (NULL, TRUE);
  start = get_work_ms () - start;
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;

  return start;
}

/* Milliseconds for one answer that opens or closes a screen, with all that the patient's screen does for it but drawing. */
static double
time_answer (guint n_items)
{
  g_autofree char *text = make_form (n_items);
  g_autoptr (PatientFixture) fixture = patient_fixture_new (text);
  g_autoptr (CareValue) yes = care_value_new_boolean (TRUE);
  double best = G_MAXDOUBLE;

  patient_fixture_start (fixture);
  for (guint round = 0; round < ROUNDS; round++)
    {
      CareResponse *response = care_patient_session_get_response (fixture->session, 0);
      CareFormSteps *steps = care_patient_session_get_steps (fixture->session, 0);
      CareNode *node = care_response_find (response, "q8");
      double start = get_work_ms ();

      for (guint i = 0; i < ANSWERS; i++)
        {
          care_response_set_value (response, node, i % 2 == 0 ? yes : NULL);
          care_form_steps_get_n (steps);
          care_form_steps_find_node (steps, node);
          care_patient_session_touch (fixture->session, 0);
        }
      best = MIN (best, (get_work_ms () - start) / ANSWERS);
      patient_fixture_settle (fixture);
    }

  return best;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *text = make_form (LARGE);
  g_autoptr (PatientFixture) fixture = NULL;
  CareFormContext *context;
  CareResponse *response;
  double page = G_MAXDOUBLE;
  double bare = G_MAXDOUBLE;
  double memory;
  double large;
  double small;

  gtk_test_init (&argc, &argv, NULL);
  memory = weigh (text);
  g_print ("memory of %u questions with their screens: %.2f x json-glib's tree (limit 2 x)%s\n", LARGE, memory,
           memory > 2.0 ? "  TOO MUCH" : "");
  fixture = patient_fixture_new (text);
  patient_fixture_start (fixture);
  context = care_patient_session_get_context (fixture->session);
  response = care_patient_session_get_response (fixture->session, 0);
  care_form_view_load_style (gdk_display_get_default ());
  /* The very first window also loads theme and fonts. */
  time_first_page (context, NULL);
  for (guint i = 0; i < ROUNDS; i++)
    {
      bare = MIN (bare, time_first_page (context, NULL));
      page = MIN (page, time_first_page (context, response));
    }
  g_print ("first page of %u questions drawn %.1f ms after loading, of which %.1f ms an empty window takes (limit %.0f ms)%s\n",
           LARGE, page, bare, FIRST_PAGE_MS, page > FIRST_PAGE_MS ? "  TOO MUCH" : "");

  small = time_answer (SMALL);
  large = time_answer (LARGE);
  g_print ("an answer on the screen: %.3f ms at %u questions against %.3f ms at %u: %.2f x (limit 2 x)%s\n",
           large, LARGE, small, SMALL, large / small, large > 2.0 * small ? "  TOO MUCH" : "");

  return memory > 2.0 || page > FIRST_PAGE_MS || large > 2.0 * small ? 1 : 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-response.h"

#include <malloc.h>
#include <string.h>

#include "base/care-json.h"

/*
 * The form engine against floors measured in the same run: loading against
 * json-glib's parse of the same text, memory against json-glib's tree, and the
 * cost of an answer in a large form against that in a small one.
 */

#define LARGE 5000
#define SMALL 50

static char *
make_form (guint    n_items,
           gboolean rich)
{
  GString *text = g_string_new ("{\"resourceType\":\"Questionnaire\",\"status\":\"active\",\"language\":\"en\",\"item\":[");

  for (guint i = 0; i < n_items; i++)
    {
      g_string_append_printf (text, "%s{\"linkId\":\"q%u\",\"text\":\"Question number %u, in a few words?\",\"type\":\"%s\"",
                              i > 0 ? "," : "", i, i, rich ? "choice" : "boolean");
      /* Each tenth question depends on the one before it. */
      if (i % 10 == 9)
        g_string_append_printf (text, ",\"enableWhen\":[{\"question\":\"q%u\",\"operator\":\"exists\",\"answerBoolean\":true}]", i - 1);
      if (rich)
        {
          g_string_append_printf (text, ",\"_text\":{\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/translation\","
                                        "\"extension\":[{\"url\":\"lang\",\"valueCode\":\"es\"},{\"url\":\"content\",\"valueString\":\"Pregunta %u\"}]}]},"
                                        "\"answerOption\":[",
                                  i);
          for (guint k = 0; k < 4; k++)
            g_string_append_printf (text, "%s{\"valueCoding\":{\"system\":\"https://x.test/answers\",\"code\":\"a%u\",\"display\":\"Answer %u\"}}",
                                    k > 0 ? "," : "", k, k);
          g_string_append (text, "]");
        }
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

static gint64
parse_once (const char *text)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gint64 start = g_get_monotonic_time ();

  g_assert_true (json_parser_load_from_data (parser, text, -1, NULL));

  return g_get_monotonic_time () - start;
}

static gint64
load_once (const char *text)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (CareQuestionnaire) form = care_questionnaire_new_from_text (text, -1, "bench", NULL);

  g_assert_nonnull (form);

  return g_get_monotonic_time () - start;
}

/* Best of several, turn about, in milliseconds: so a busy moment strikes both. */
static void
time_loading (const char *text,
              double     *parse,
              double     *load)
{
  gint64 best_parse = G_MAXINT64;
  gint64 best_load = G_MAXINT64;

  for (guint i = 0; i < 15; i++)
    {
      best_parse = MIN (best_parse, parse_once (text));
      best_load = MIN (best_load, load_once (text));
    }
  *parse = (double) best_parse / 1000;
  *load = (double) best_load / 1000;
}

static gsize
weigh_tree (const char *text)
{
  gsize before = bytes_in_use ();
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (JsonNode) root = NULL;

  g_assert_true (json_parser_load_from_data (parser, text, -1, NULL));
  root = json_parser_steal_root (parser);
  g_clear_object (&parser);

  return bytes_in_use () - before;
}

static gsize
weigh_form (const char *text)
{
  gsize before = bytes_in_use ();
  g_autoptr (CareQuestionnaire) form = care_questionnaire_new_from_text (text, -1, "bench", NULL);
  g_autoptr (CareResponse) response = care_response_new (form);

  return bytes_in_use () - before;
}

/* Nanoseconds for one answer that opens or closes one question. */
static double
time_answer (guint n_items)
{
  g_autofree char *text = make_form (n_items, FALSE);
  g_autoptr (CareQuestionnaire) form = care_questionnaire_new_from_text (text, -1, "bench", NULL);
  g_autoptr (CareResponse) response = care_response_new (form);
  g_autoptr (CareValue) yes = care_value_new_boolean (TRUE);
  CareNode *nodes[5];
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    {
      g_autofree char *link_id = g_strdup_printf ("q%u", (guint) (i * (n_items / 50) * 10 + 8));

      nodes[i] = care_response_find (response, link_id);
      g_assert_nonnull (nodes[i]);
    }

  for (guint round = 0; round < 9; round++)
    {
      gint64 start = g_get_monotonic_time ();

      for (guint i = 0; i < 4000; i++)
        care_response_set_value (response, nodes[i % G_N_ELEMENTS (nodes)], i / G_N_ELEMENTS (nodes) % 2 == 0 ? yes : NULL);
      best = MIN (best, (double) (g_get_monotonic_time () - start) * 1000 / 4000);
    }

  return best;
}

static int
report (const char *what,
        double      figure,
        double      floor_figure,
        const char *unit,
        double      limit)
{
  double ratio = figure / floor_figure;

  g_print ("%-34s %10.2f %s against %10.2f %s: %.2f x (limit %.1f x)%s\n", what, figure, unit, floor_figure, unit, ratio, limit,
           ratio > limit ? "  TOO MUCH" : "");

  return ratio > limit ? 1 : 0;
}

static int
bench (const char *name,
       gboolean    rich)
{
  g_autofree char *text = make_form (LARGE, rich);
  g_autofree char *loading = g_strdup_printf ("load %u %s items", LARGE, name);
  g_autofree char *weighing = g_strdup_printf ("memory of %u %s items", LARGE, name);
  double parse;
  double load;
  int failed;

  g_print ("%s form: %.1f MB\n", name, (double) strlen (text) / 1e6);
  time_loading (text, &parse, &load);
  failed = report (loading, load, parse, "ms", 3);
  failed += report (weighing, (double) weigh_form (text) / 1e6, (double) weigh_tree (text) / 1e6, "MB", 2);

  return failed;
}

int
main (int    argc,
      char **argv)
{
  int failed = bench ("bare", FALSE) + bench ("rich", TRUE);

  failed += report ("an answer at 5000 and 50 items", time_answer (LARGE) / 1000, time_answer (SMALL) / 1000, "us", 2);

  return failed > 0 ? 1 : 0;
}

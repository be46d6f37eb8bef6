/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "screening/care-history.h"

#include <string.h>

#include "base/care-json.h"

#define MADRID "Europe/Madrid"

typedef struct
{
  const char *json;
  const char *why;
} BadHistory;

static const BadHistory bad_histories[] = {
  { "{}", "JSON array" },
  { "[1]", "/0" },
  { "[{\"event\": \"party\", \"at\": \"2026-11-22T10:00\"}]", "/0/event: must be one of" },
  { "[{\"event\": \"test\"}]", "at" },
  { "[{\"event\": \"test\", \"at\": \"yesterday\"}]", "/0/at" },
  { "[{\"event\": \"test\", \"at\": \"2026-02-31T10:00\"}]", "/0/at" },
  { "[{\"event\": \"test\", \"at\": \"2026-03-29T02:30\"}]", "/0/at" },
  { "[{\"event\": \"test\", \"at\": \"2026-11-22T10:00\", \"colour\": 1}]", "colour" },
  { "[{\"event\": \"reading\", \"at\": \"2026-11-22T10:00\"}]", "needs 'result'" },
  { "[{\"event\": \"reading\", \"at\": \"2026-11-22T10:00\", \"result\": \"fine\"}]", "/0/result" },
  { "[{\"event\": \"session\", \"at\": \"2026-11-22T10:00\", \"areas\": \"thighs\"}]", "/0/areas" },
};

static void
test_bad_history (gconstpointer data)
{
  const BadHistory *c = data;
  const CareJsonLimits limits = CARE_JSON_LIMITS_DEFAULT;
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (MADRID);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = care_json_parse (c->json, -1, "h.json", &limits, &error);
  g_autoptr (CareHistory) history = NULL;

  g_assert_no_error (error);
  history = care_history_new_from_node (node, "h.json", zone, &error);
  g_assert_null (history);
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, "h.json: /"));
  if (strstr (error->message, c->why) == NULL)
    g_error ("'%s' does not say '%s'", error->message, c->why);
}

static void
test_history_order (void)
{
  g_autoptr (CareHistory) history = care_history_new ();

  care_history_add_session (history, 30, "b", NULL);
  care_history_add_test (history, 10, "a", 2);
  care_history_add_reading (history, 20, "a", CARE_RESULT_CLEAR);
  g_assert_cmpuint (care_history_get_n_entries (history), ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (care_history_get_entry (history, i)->at, ==, 10 * (gint64) (i + 1));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (bad_histories); i++)
    {
      g_autofree char *path = g_strdup_printf ("/screening/history/bad/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &bad_histories[i], test_bad_history);
    }
  g_test_add_func ("/screening/history/order", test_history_order);

  return g_test_run ();
}

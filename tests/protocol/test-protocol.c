/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "care-test-protocol.h"

#include <string.h>

#include "base/care-error.h"

/* A file that does not load, and what the message says. */
typedef struct
{
  const char *name;
  const char *place;
  const char *value;
  const char *why;
} Bad;

static const Bad bad[] = {
  { "version-newer", "/format_version", "2", "test.json: /format_version: this program reads" },
  { "version-missing", "/format_version", NULL, "format_version" },
  { "version-text", "/format_version", "\"1\"", "/format_version" },
  { "unknown-root", "/rulez", "[]", "rulez" },
  { "unknown-rule-member", "/rules/=caffeine/colour", "1", "/rules/" },
  { "unknown-line-member", "/lines/=makeup/min_hours", "1", "min_hours" },
  { "unknown-when", "/lines/=makeup/when/moon", "true", "moon" },
  { "unknown-parameter", "/parameters/test/hours", "24", "/parameters/test" },
  { "status", "/status", "\"final\"", "/status: must be one of sample, draft, in-force" },
  { "rules-missing", "/rules", NULL, "rules" },
  { "rules-object", "/rules", "{}", "/rules" },
  { "hours-text", "/lines/=hot-shower/hours", "\"8\"", "/hours" },
  { "hours-negative", "/lines/=hot-shower/hours", "-8", "/hours" },
  { "hours-fraction", "/lines/=hot-shower/hours", "8.5", "/hours" },
  { "level", "/rules/=caffeine/level", "\"maybe\"", "/level: must be one of" },
  { "find", "/rules/=caffeine/find", "\"moon\"", "/find: must be one of" },
  { "block", "/lines/=makeup/block", "\"attic\"", "/block: must be one of" },
  { "visit", "/lines/=sport/when/visits", "[\"party\"]", "must be some of" },
  { "text-string", "/lines/=makeup/text", "\"No makeup\"", "/text" },
  { "text-empty", "/signs/=pain/text/es", "\"\"", "the text is empty" },
  { "sources-missing", "/lines/=makeup/sources", NULL, "sources" },
  { "sources-string", "/lines/=makeup/sources", "\"s1-13\"", "/sources" },
  { "no-question", "/rules/=caffeine/question", NULL, "needs 'question'" },
  { "no-answers", "/rules/=caffeine/answers", "[]", "needs at least one of 'answers'" },
  { "code-capital", "/rules/=caffeine/id", "\"Caffeine\"", "/id: must be a short name" },
  { "desk-text", "/rules/=caffeine/desk", "\"shout\"", "/desk: no desk text 'shout'" },
  { "built-in-missing", "/rules/=test-missing", NULL, "/rules: no rule with find 'test-missing'" },
  { "follow-up", "/parameters/course/follow_up_days", "[2, \"x\"]", "/parameters/course/follow_up_days/1" },
  { "approval", "/approval/en", "\"me\"", "/approval/en" },
};

static void
test_bad (gconstpointer data)
{
  const Bad *c = data;
  g_autofree char *text = care_test_change_protocol (c->place, c->value);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareProtocol) protocol = care_protocol_new_from_text (text, -1, "test.json", &error);

  g_assert_null (protocol);
  g_assert_nonnull (error);
  g_assert_true (error->domain == CARE_ERROR);
  g_assert_true (g_str_has_prefix (error->message, "test.json: /"));
  if (strstr (error->message, c->why) == NULL)
    g_error ("'%s' does not say '%s'", error->message, c->why);
}

static void
test_truncated (void)
{
  g_autofree char *text = care_test_change_protocol (NULL, NULL);
  gsize length = strlen (text);

  for (gsize cut = 0; cut < length; cut += 997)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CareProtocol) protocol = care_protocol_new_from_text (text, (gssize) cut, "cut.json", &error);

      g_assert_null (protocol);
      g_assert_nonnull (error);
      g_assert_true (g_str_has_prefix (error->message, "cut.json: "));
    }
}

/* What is refused before a value is looked at. */
static void
test_unreadable (void)
{
  const char *title = "\"Mesotherapy (sample)\"";
  g_autofree char *text = care_test_change_protocol (NULL, NULL);
  g_autofree char *brackets = g_strnfill (65, '[');
  g_autofree char *spaces = g_strnfill (32 * 1024 * 1024, ' ');
  g_autofree char *oversized = g_strconcat (text, spaces, NULL);
  g_autoptr (GString) deep = g_string_new (text);
  g_autoptr (GString) bytes = g_string_new (text);

  g_assert_cmpuint (g_string_replace (deep, title, brackets, 1), ==, 1);
  g_assert_cmpuint (g_string_replace (bytes, title, "\"Meso\xc0\xaf\"", 1), ==, 1);

  const struct { const char *text; const char *why; } cases[] = {
    { oversized, "the document is larger than 33554432 bytes" },
    { deep->str, "nested deeper than 64 levels" },
    { bytes->str, "not valid UTF-8" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (care_protocol_new_from_text (cases[i].text, -1, "test.json", &error));
      g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
      g_assert_true (g_str_has_prefix (error->message, "test.json: /"));
      if (strstr (error->message, cases[i].why) == NULL)
        g_error ("'%s' does not say '%s'", error->message, cases[i].why);
    }
}

static void
test_no_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareProtocol) protocol = care_protocol_load ("/nowhere/protocol.json", &error);

  g_assert_null (protocol);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "/nowhere/protocol.json"));
}

static void
test_sample (void)
{
  g_autoptr (CareProtocol) protocol = care_test_load_protocol (NULL, NULL);
  const CareParameters *parameters = care_protocol_get_parameters (protocol);
  const CareLine *makeup = care_protocol_find_line (protocol, "makeup");
  const CareLine *shower = care_protocol_find_line (protocol, "hot-shower");
  const CareProduct *product = care_protocol_find_product (protocol, "product-b");
  const CareRange *range;

  g_assert_cmpstr (care_protocol_get_id (protocol), ==, "mesotherapy");
  g_assert_cmpint (care_protocol_get_status (protocol), ==, CARE_PROTOCOL_SAMPLE);
  g_assert_null (care_protocol_get_approval (protocol, "en"));
  g_assert_cmpint (parameters->test_wait_hours, ==, 24);
  g_assert_cmpint (parameters->test_injections, ==, 2);
  g_assert_cmpint (parameters->session_minutes, ==, 45);
  g_assert_cmpint (parameters->keep_weeks, ==, 12);
  g_assert_cmpint (parameters->follow_up_days[4], ==, 84);

  /* The founding documents' values, with the published range and a proposal for the approver. */
  g_assert_cmpint (makeup->hours, ==, 4);
  g_assert_cmpint (makeup->when.areas, ==, CARE_WHEN_FACE);
  range = g_ptr_array_index (makeup->ranges, 0);
  g_assert_cmpfloat_with_epsilon (range->max, 48, 0.001);
  g_assert_cmpfloat_with_epsilon (range->proposal, 24, 0.001);
  g_assert_cmpint (shower->hours, ==, 8);

  g_assert_true (care_product_contains (product, "lecithin"));
  g_assert_false (care_product_contains (product, "hyaluronidase"));
  g_assert_cmpint (care_protocol_get_min_gap_days (protocol, "product-a"), ==, 7);
  g_assert_cmpint (care_protocol_get_min_gap_days (protocol, "product-d"), ==, 31);
  g_assert_cmpint (care_protocol_get_min_gap_days (protocol, NULL), ==, 7);

  g_assert_true (care_protocol_find_area (protocol, "neck")->face);
  g_assert_true (care_protocol_find_area (protocol, "thighs")->body);
  g_assert_null (care_protocol_find_area (protocol, "whole-body"));
  g_assert_null (care_protocol_find_line (protocol, "arnica"));
  g_assert_cmpuint (care_protocol_get_reasons (protocol)->len, ==, 6);
  g_assert_cmpuint (care_protocol_get_teach_back (protocol)->len, ==, 3);
}

/* When a line prints: unknown prints the warning and drops the permission. */
typedef struct
{
  const char *name;
  const char *line;
  CareWhenFacts facts;
  gboolean prints;
} When;

static const char *const no_kidney[] = { "conditions/kidney", NULL };

static const When whens[] = {
  { "makeup-face", "makeup", { CARE_VISIT_SESSION, .face = TRUE }, TRUE },
  { "makeup-body", "makeup", { CARE_VISIT_SESSION, .body = TRUE }, FALSE },
  { "shower-body", "hot-shower", { CARE_VISIT_SESSION, .body = TRUE }, TRUE },
  { "clothes-body", "clothes", { CARE_VISIT_SESSION, .body = TRUE }, TRUE },
  { "clothes-face", "clothes", { CARE_VISIT_SESSION, .face = TRUE }, FALSE },
  { "protein-unknown", "protein", { CARE_VISIT_SESSION, .body = TRUE }, FALSE },
  { "protein-no", "protein", { CARE_VISIT_SESSION, .body = TRUE, .clear_no = no_kidney }, TRUE },
  { "meals-kidney-unknown", "meals", { CARE_VISIT_SESSION, .body = TRUE }, TRUE },
  { "numb-unknown", "numb-skin", { CARE_VISIT_SESSION, .numbed = CARE_TRI_UNKNOWN }, TRUE },
  { "numb-yes", "numb-skin", { CARE_VISIT_SESSION, .numbed = CARE_TRI_YES }, TRUE },
  { "numb-no", "numb-skin", { CARE_VISIT_SESSION, .numbed = CARE_TRI_NO }, FALSE },
  { "cool-unknown", "cool-pack", { CARE_VISIT_SESSION, .numbed = CARE_TRI_UNKNOWN }, FALSE },
  { "cool-no", "cool-pack", { CARE_VISIT_SESSION, .numbed = CARE_TRI_NO }, TRUE },
  { "cool-later-yes", "cool-pack-later", { CARE_VISIT_SESSION, .numbed = CARE_TRI_YES }, TRUE },
  { "cool-later-unknown", "cool-pack-later", { CARE_VISIT_SESSION, .numbed = CARE_TRI_UNKNOWN }, FALSE },
  { "sport-test", "sport", { CARE_VISIT_FIRST, .body = TRUE }, FALSE },
  { "reading-test", "test-reading", { CARE_VISIT_FIRST }, TRUE },
  { "reading-session", "test-reading", { CARE_VISIT_SESSION }, FALSE },
  { "after-course", "after-course", { CARE_VISIT_SESSION }, FALSE },
  { "after-course-last", "after-course", { CARE_VISIT_SESSION, .last_session = TRUE }, TRUE },
};

static void
test_when (gconstpointer data)
{
  const When *c = data;
  g_autoptr (CareProtocol) protocol = care_test_load_protocol (NULL, NULL);
  const CareLine *line = care_protocol_find_line (protocol, c->line);

  g_assert_nonnull (line);
  g_assert_cmpint (care_when_holds (&line->when, &c->facts), ==, c->prints);
}

/* A protocol that nobody checked keeps the floors all the same. */
static void
test_raised (void)
{
  g_autoptr (CareProtocol) wait = care_test_load_protocol ("/parameters/test/wait_hours", "12");
  g_autoptr (CareProtocol) gap = care_test_load_protocol ("/parameters/session/min_gap_days", "1");
  g_autoptr (CareProtocol) shower = care_test_load_protocol ("/lines/=hot-shower/hours", "1");
  g_autoptr (CareProtocol) test = care_test_load_protocol ("/rules/=test-missing/decidable", "true");
  g_autoptr (CareProtocol) pregnant = care_test_load_protocol ("/rules/=pregnant/when", "{\"areas\": \"face\"}");
  g_autoptr (CareProtocol) nowhere = care_test_load_protocol ("/areas/=thighs/body", "false");
  g_autoptr (CareProtocol) stimulant = care_test_load_protocol ("/rules/=stimulant-medicine/clears",
                                                                "{\"question\": \"caffeine-last\", \"hours\": 24}");

  g_assert_cmpint (care_protocol_get_parameters (wait)->test_wait_hours, ==, 24);
  g_assert_cmpint (care_protocol_get_min_gap_days (gap, "product-a"), ==, 7);
  g_assert_cmpint (care_protocol_find_line (shower, "hot-shower")->hours, ==, 8);
  g_assert_false (care_protocol_find_rule (test, "test-missing")->decidable);
  g_assert_cmpint (care_protocol_find_rule (pregnant, "pregnant")->when.areas, ==, CARE_WHEN_ANY_AREA);
  g_assert_null (care_protocol_find_rule (stimulant, "stimulant-medicine")->time_question);
  /* Neither face nor body: nobody knows what it is, so both. */
  g_assert_true (care_protocol_find_area (nowhere, "thighs")->face);
  g_assert_true (care_protocol_find_area (nowhere, "thighs")->body);
}

/* An area that the protocol does not have, and none at all, may be the face. */
static void
test_place_areas (void)
{
  static const struct
  {
    const char *areas;
    gboolean face, body;
  } cases[] = {
    { "chin", TRUE, FALSE }, { "thighs,arms", FALSE, TRUE }, { "face,thighs", TRUE, TRUE },
    { "elbow", TRUE, TRUE }, { "thighs,elbow", TRUE, TRUE }, { "chin,elbow", TRUE, TRUE }, { "", TRUE, TRUE },
  };
  g_autoptr (CareProtocol) protocol = care_test_load_protocol (NULL, NULL);
  gboolean face, body;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) areas = g_strsplit (cases[i].areas, ",", -1);

      care_protocol_place_areas (protocol, (const char *const *) areas, &face, &body);
      g_assert_cmpint (face, ==, cases[i].face);
      g_assert_cmpint (body, ==, cases[i].body);
    }
  care_protocol_place_areas (protocol, NULL, &face, &body);
  g_assert_true (face && body);
}

static void
test_clash (void)
{
  g_autoptr (CareProtocol) protocol = care_test_load_protocol ("/lines/+",
                                                               "{\"id\": \"arnica-rub\", \"block\": \"care\", "
                                                               "\"text\": {\"en\": \"Rub it in.\", \"es\": \"Frote.\"}, "
                                                               "\"topic\": \"massage\", \"stance\": \"do\", "
                                                               "\"sources\": [\"clinic:Dr A, 2026-11-01, tried\"]}");
  const CareLine *against = care_protocol_find_line (protocol, "massage");
  const CareLine *for_it = care_protocol_find_line (protocol, "arnica-rub");

  g_assert_true (care_line_clashes (against, for_it));
  g_assert_true (care_line_clashes (for_it, against));
  g_assert_true (care_line_is_stricter (against, for_it));
  g_assert_false (care_line_is_stricter (for_it, against));
  g_assert_false (care_line_clashes (against, against));
  g_assert_false (care_line_clashes (care_protocol_find_line (protocol, "numb-skin"),
                                     care_protocol_find_line (protocol, "cool-pack-later")));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strconcat ("/protocol/bad/", bad[i].name, NULL);

      g_test_add_data_func (path, &bad[i], test_bad);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (whens); i++)
    {
      g_autofree char *path = g_strconcat ("/protocol/when/", whens[i].name, NULL);

      g_test_add_data_func (path, &whens[i], test_when);
    }

  g_test_add_func ("/protocol/truncated", test_truncated);
  g_test_add_func ("/protocol/unreadable", test_unreadable);
  g_test_add_func ("/protocol/no-file", test_no_file);
  g_test_add_func ("/protocol/sample", test_sample);
  g_test_add_func ("/protocol/raised", test_raised);
  g_test_add_func ("/protocol/place-areas", test_place_areas);
  g_test_add_func ("/protocol/clash", test_clash);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form-test.h"

#include <string.h>

#include "base/care-json.h"

static const struct
{
  const char *left;
  const char *right;
  CareOrder   order;
} comparisons[] = {
  { "Integer:5", "Integer:5", CARE_ORDER_EQUAL },
  { "Integer:-5", "Integer:5", CARE_ORDER_LESS },
  { "Integer:5", "Decimal:5.0", CARE_ORDER_EQUAL },
  { "Decimal:0.1", "Decimal:0.10", CARE_ORDER_EQUAL },
  { "Decimal:0.1", "Decimal:0.1000000000000000000001", CARE_ORDER_LESS },
  { "Decimal:-0", "Decimal:0", CARE_ORDER_EQUAL },
  { "Decimal:1e3", "Integer:1000", CARE_ORDER_EQUAL },
  { "Decimal:9.99", "Decimal:10", CARE_ORDER_LESS },
  { "Decimal:-9.99", "Decimal:-10", CARE_ORDER_GREATER },
  { "Decimal:0.05", "Decimal:0.5", CARE_ORDER_LESS },
  { "Date:2026-11-22", "Date:2026-11-22", CARE_ORDER_EQUAL },
  { "Date:2026-11-22", "Date:2026-11-23", CARE_ORDER_LESS },
  { "Date:2026", "Date:2027-01", CARE_ORDER_LESS },
  { "Date:2026", "Date:2026-05", CARE_ORDER_UNKNOWN },
  { "DateTime:2026-11-22T10:00:00Z", "DateTime:2026-11-22T11:00:00+01:00", CARE_ORDER_EQUAL },
  { "DateTime:2026-11-22T10:00:00Z", "DateTime:2026-11-22T10:00:00-05:00", CARE_ORDER_LESS },
  { "DateTime:2026-11-22T10:00:00.5Z", "DateTime:2026-11-22T10:00:00Z", CARE_ORDER_GREATER },
  { "DateTime:2026-11-22T10:00:00Z", "Date:2026-11-22", CARE_ORDER_UNKNOWN },
  { "DateTime:2026-11-22T10:00:00Z", "Date:2026-11-23", CARE_ORDER_LESS },
  { "Time:09:30", "Time:09:30:00", CARE_ORDER_EQUAL },
  { "Time:09:30:00", "Time:10:00:00", CARE_ORDER_LESS },
  { "String:a", "String:b", CARE_ORDER_LESS },
  { "String:a", "String:A", CARE_ORDER_GREATER },
  { "Quantity:5 kg", "Quantity:5.0 kg", CARE_ORDER_EQUAL },
  { "Quantity:5 kg", "Quantity:5 lb", CARE_ORDER_UNKNOWN },
  { "Quantity:10000 @m", "Quantity:50 @km", CARE_ORDER_LESS },
  { "Quantity:1 @h", "Quantity:60 @min", CARE_ORDER_EQUAL },
  { "Quantity:1 @h", "Quantity:60 @kg", CARE_ORDER_UNKNOWN },
  { "Boolean:true", "Boolean:true", CARE_ORDER_EQUAL },
  { "Boolean:true", "Boolean:false", CARE_ORDER_UNKNOWN },
  { "Coding:s|a", "Coding:s|a", CARE_ORDER_EQUAL },
  { "Coding:s|a", "Coding:t|a", CARE_ORDER_UNKNOWN },
  { "Coding:s|a", "Coding:|a", CARE_ORDER_EQUAL },
  { "Coding:s|a", "Coding:s|b", CARE_ORDER_UNKNOWN },
  { "Reference:Patient/1", "Reference:Patient/1", CARE_ORDER_EQUAL },
  { "Integer:1", "String:1", CARE_ORDER_UNKNOWN },
  { "Date:2026-11-22", "String:2026-11-22", CARE_ORDER_UNKNOWN },
};

static void
test_compare (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (CareValue) left = test_value (comparisons[row].left);
  g_autoptr (CareValue) right = test_value (comparisons[row].right);
  CareOrder order = comparisons[row].order;
  CareOrder mirror = order == CARE_ORDER_LESS ? CARE_ORDER_GREATER : order == CARE_ORDER_GREATER ? CARE_ORDER_LESS : order;

  g_assert_cmpint (care_value_compare (left, right), ==, order);
  g_assert_cmpint (care_value_compare (right, left), ==, mirror);
  g_assert_cmpint (care_value_matches (left, right), ==, order == CARE_ORDER_EQUAL);
}

typedef CareValue *(*NewFromText) (const char  *text,
                                   GError     **error);

static const struct
{
  const char  *name;
  NewFromText  create;
  const char  *good;     /* separated by blanks */
  const char  *bad;
} writings[] = {
  { "date", care_value_new_date, "2026 2026-11 2026-11-22 2024-02-29 0001-01-01 9999-12-31",
    "26 2026-13 2026-00 2026-02-29 2026-11-31 2026-1-1 0000-01-01 12026-01-01 2026-11-22T10:00:00Z 2026/11/22 22.11.2026 -2026 2026-11-" },
  { "date-time", care_value_new_date_time,
    "2026 2026-11-22 2026-11-22T15:10:00Z 2026-11-22T15:10:00-05:00 2026-11-22T15:10:00.123456789+14:00 2016-12-31T23:59:60Z",
    "2026-11-22T15:10:00 2026-11-22T24:00:00Z 2026-11-22T15:60:00Z 2026-11T15:10:00Z 2026-11-22T15:10:00+25:00 2026-11-22T15:10:00Zx" },
  { "time", care_value_new_time, "00:00 14:30 14:30:00 23:59:59.9", "24:00 14:60 1:30 14:30:61 14 14:30:00Z" },
  { "decimal", care_value_new_decimal, "0 -1 70.50 007 .5 5. +3 1e5 1E-5 0.00000000000000000001",
    "x 1,5 1.2.3 -- . 1e 1e9999 0x10 NaN Infinity 1e+ 12345678901234567890123456789012345678901234567890123456789012345678901234567890" },
};

static void
test_writings (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_auto (GStrv) good = g_strsplit (writings[row].good, " ", -1);
  g_auto (GStrv) bad = g_strsplit (writings[row].bad, " ", -1);

  for (guint i = 0; good[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CareValue) value = writings[row].create (good[i], &error);

      g_assert_no_error (error);
      g_assert_nonnull (value);
    }
  for (guint i = 0; bad[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CareValue) value = writings[row].create (bad[i], &error);

      g_test_message ("%s", bad[i]);
      g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
      g_assert_null (value);
    }
}

static void
test_exact_text (void)
{
  g_autoptr (CareValue) decimal = test_value ("Decimal:70.50");
  g_autoptr (CareValue) padded = test_value ("Decimal:+007.0");
  g_autoptr (CareValue) time = test_value ("Time:14:30");

  g_assert_cmpstr (care_value_get_text (decimal), ==, "70.50");
  g_assert_cmpstr (care_value_get_text (padded), ==, "7.0");
  g_assert_cmpstr (care_value_get_text (time), ==, "14:30:00");
}

static void
test_equal_is_strict (void)
{
  g_autoptr (CareValue) plain = care_value_new_coding ("s", "a", NULL);
  g_autoptr (CareValue) shown = care_value_new_coding ("s", "a", "A");
  g_autoptr (CareValue) again = care_value_new_coding ("s", "a", "A");

  g_assert_true (care_value_matches (plain, shown));
  g_assert_false (care_value_equal (plain, shown));
  g_assert_true (care_value_equal (again, shown));
}

static const struct
{
  CareValueType  type;
  const char    *json;
  gboolean       good;
} jsons[] = {
  { CARE_VALUE_BOOLEAN, "true", TRUE },
  { CARE_VALUE_BOOLEAN, "'true'", FALSE },
  { CARE_VALUE_INTEGER, "7", TRUE },
  { CARE_VALUE_INTEGER, "7.5", FALSE },
  { CARE_VALUE_INTEGER, "null", FALSE },
  { CARE_VALUE_DECIMAL, "7.25", TRUE },
  { CARE_VALUE_DECIMAL, "0.1", TRUE },
  { CARE_VALUE_DECIMAL, "[]", FALSE },
  { CARE_VALUE_DATE, "'2026-11'", TRUE },
  { CARE_VALUE_DATE, "'2026-31'", FALSE },
  { CARE_VALUE_DATE, "2026", FALSE },
  { CARE_VALUE_DATE_TIME, "'2026-11-22T15:10:00-05:00'", TRUE },
  { CARE_VALUE_TIME, "'14:30:00'", TRUE },
  { CARE_VALUE_STRING, "'x'", TRUE },
  { CARE_VALUE_STRING, "{}", FALSE },
  { CARE_VALUE_URI, "'urn:x'", TRUE },
  { CARE_VALUE_CODING, "{'system':'s','code':'a','display':'A'}", TRUE },
  { CARE_VALUE_CODING, "{'system':'s','version':'1','code':'a','userSelected':true}", TRUE },
  { CARE_VALUE_CODING, "{}", FALSE },
  { CARE_VALUE_CODING, "'a'", FALSE },
  { CARE_VALUE_QUANTITY, "{'value':5.5,'unit':'kg','system':'http://unitsofmeasure.org','code':'kg'}", TRUE },
  { CARE_VALUE_QUANTITY, "{'value':5,'comparator':'<','unit':'kg'}", TRUE },
  { CARE_VALUE_QUANTITY, "{'value':'much'}", FALSE },
  { CARE_VALUE_ATTACHMENT, "{'contentType':'image/png','data':'AAAA','title':'t'}", TRUE },
  { CARE_VALUE_REFERENCE, "{'reference':'Patient/1','display':'P'}", TRUE },
  { CARE_VALUE_REFERENCE, "{'identifier':{'value':'7'}}", TRUE },
};

static void
test_json (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autofree char *quoted = test_quote (jsons[row].json);
  g_autofree char *wrapped = g_strdup_printf ("[%s]", quoted);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = care_json_parse (wrapped, -1, "x", NULL, NULL);
  JsonNode *inner = json_array_get_element (json_node_get_array (node), 0);
  g_autoptr (CareValue) value = care_value_new_from_json (jsons[row].type, inner, &error);

  if (!jsons[row].good)
    {
      g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
      g_assert_null (value);
      return;
    }

  g_assert_no_error (error);
  {
    g_autoptr (JsonNode) back = care_value_to_json (value);
    g_autoptr (CareValue) again = care_value_new_from_json (jsons[row].type, back, NULL);

    g_assert_true (json_node_equal (inner, back));
    g_assert_true (care_value_equal (value, again));
  }
}

static void
test_instants (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/Havana");
  g_autoptr (CareValue) day = test_value ("Date:2026-11-22");
  g_autoptr (CareValue) month = test_value ("DateTime:2026-12");
  g_autoptr (CareValue) moment = test_value ("DateTime:2026-11-22T15:10:00-05:00");
  g_autoptr (CareValue) text = test_value ("String:2026");
  g_autofree char *shown = NULL;
  CareInstant first;
  CareInstant last;

  g_assert_true (care_value_get_instants (day, zone, &first, &last));
  g_assert_cmpint (first, ==, care_instant_parse ("2026-11-22T00:00:00-05:00", zone, NULL));
  g_assert_cmpint (last + 1, ==, care_instant_parse ("2026-11-23T00:00:00-05:00", zone, NULL));
  g_assert_true (care_value_get_instants (month, zone, &first, &last));
  g_assert_cmpint (last + 1, ==, care_instant_parse ("2027-01-01T00:00:00-05:00", zone, NULL));
  g_assert_true (care_value_get_instants (moment, zone, &first, &last));
  g_assert_cmpint (first, ==, last);
  g_assert_false (care_value_get_instants (text, zone, &first, &last));

  {
    g_autoptr (CareValue) made = care_value_new_instant (first + 5, zone);

    g_assert_cmpstr (care_value_get_text (made), ==, "2026-11-22T15:10:00-05:00");
  }
}

/* Havana leaves midnight out when the clocks go forward. */
static void
test_midnight_that_is_not (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/Havana");
  g_autoptr (CareValue) day = test_value ("Date:2026-03-08");
  CareInstant first;
  CareInstant last;

  g_assert_true (care_value_get_instants (day, zone, &first, &last));
  g_assert_cmpint (first, ==, care_instant_parse ("2026-03-08T01:00:00-04:00", zone, NULL));
  g_assert_cmpint (last + 1 - first, ==, 23 * CARE_HOUR);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (comparisons); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form/value/compare/%02u %s %s", i, comparisons[i].left, comparisons[i].right);

      g_test_add_data_func (g_strdelimit (path + 20, "/", '.') - 20, GUINT_TO_POINTER (i), test_compare);
    }
  for (guint i = 0; i < G_N_ELEMENTS (writings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form/value/writing/%s", writings[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_writings);
    }
  for (guint i = 0; i < G_N_ELEMENTS (jsons); i++)
    {
      g_autofree char *path = g_strdup_printf ("/form/value/json/%02u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_json);
    }
  g_test_add_func ("/form/value/exact-text", test_exact_text);
  g_test_add_func ("/form/value/equal-is-strict", test_equal_is_strict);
  g_test_add_func ("/form/value/instants", test_instants);
  g_test_add_func ("/form/value/midnight-that-is-not", test_midnight_that_is_not);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-date-digits.h"

typedef struct
{
  const char   *name;
  const char   *day;
  const char   *month;
  const char   *year;
  CareDateFault fault;
} Case;

/* Today is 22 November 2026. */
static const Case cases[] = {
  { "plain", "17", "5", "1980", CARE_DATE_FINE },
  { "noughts", "07", "05", "1980", CARE_DATE_FINE },
  { "arabic-digits", "١٧", "٥", "١٩٨٠", CARE_DATE_FINE },
  { "leap", "29", "2", "2024", CARE_DATE_FINE },
  { "today", "22", "11", "2026", CARE_DATE_FINE },
  { "empty", "", "", "", CARE_DATE_EMPTY },
  { "no-day", "", "5", "1980", CARE_DATE_NO_DAY },
  { "no-month", "17", "", "1980", CARE_DATE_NO_MONTH },
  { "no-year", "17", "5", "", CARE_DATE_NO_YEAR },
  { "letters", "17", "May", "1980", CARE_DATE_NOT_DIGITS },
  { "minus", "-7", "5", "1980", CARE_DATE_NOT_DIGITS },
  { "31-february", "31", "2", "1980", CARE_DATE_DAY_OF_MONTH },
  { "30-february", "30", "2", "2024", CARE_DATE_DAY_OF_MONTH },
  { "no-leap", "29", "2", "2023", CARE_DATE_DAY_OF_MONTH },
  { "no-leap-1900", "29", "2", "1900", CARE_DATE_DAY_OF_MONTH },
  { "31-april", "31", "4", "1980", CARE_DATE_DAY_OF_MONTH },
  { "month-13", "17", "13", "1980", CARE_DATE_MONTH },
  { "swapped", "5", "17", "1980", CARE_DATE_SWAPPED },
  { "month-0", "17", "0", "1980", CARE_DATE_MONTH },
  { "month-99", "5", "99", "1980", CARE_DATE_MONTH },
  { "day-32", "32", "5", "1980", CARE_DATE_DAY },
  { "day-0", "0", "5", "1980", CARE_DATE_DAY },
  { "day-00", "00", "5", "1980", CARE_DATE_DAY },
  { "year-00", "17", "5", "00", CARE_DATE_YEAR_SHORT },
  { "year-80", "17", "5", "80", CARE_DATE_YEAR_SHORT },
  { "year-0000", "17", "5", "0000", CARE_DATE_YEAR },
  { "year-5-digits", "17", "5", "19800", CARE_DATE_YEAR_LONG },
  { "year-long-ago", "17", "5", "1874", CARE_DATE_YEAR },
  { "tomorrow", "23", "11", "2026", CARE_DATE_FUTURE },
  { "next-year", "17", "5", "2027", CARE_DATE_FUTURE },
};

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  GDate today;
  GDate date;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2026);
  g_date_clear (&date, 1);
  g_assert_cmpint (care_date_digits_check (one->day, one->month, one->year, &today, &date), ==, one->fault);
  g_assert_true (g_date_valid (&date) == (one->fault == CARE_DATE_FINE));
}

static void
test_value (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_assert_cmpint (care_date_digits_check ("3", "4", "2030", NULL, &date), ==, CARE_DATE_FINE);
  g_assert_cmpint (g_date_get_day (&date), ==, 3);
  g_assert_cmpint (g_date_get_month (&date), ==, 4);
  g_assert_cmpint (g_date_get_year (&date), ==, 2030);
}

static void
test_order (void)
{
  g_assert_cmpint (care_date_order_from_text ("mdy"), ==, CARE_DATE_ORDER_MDY);
  g_assert_cmpint (care_date_order_from_text ("ymd"), ==, CARE_DATE_ORDER_YMD);
  g_assert_cmpint (care_date_order_from_text ("dmy"), ==, CARE_DATE_ORDER_DMY);
  g_assert_cmpint (care_date_order_from_text ("?"), ==, CARE_DATE_ORDER_DMY);
  g_assert_cmpint (care_date_order_from_text (NULL), ==, CARE_DATE_ORDER_DMY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/date-digits/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/date-digits/value", test_value);
  g_test_add_func ("/date-digits/order", test_order);

  return g_test_run ();
}

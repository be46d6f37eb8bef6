/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-date-digits.h"

#define EARLIEST_YEAR 1875

/* The number typed, 0 when empty, or -1 when it is no number. */
static int
read_digits (const char *text)
{
  int number = 0;

  for (const char *c = text; *c != '\0';)
    {
      gunichar letter = g_utf8_get_char (c);
      int digit = g_unichar_digit_value (letter);

      if (digit < 0)
        return -1;
      number = MIN (number * 10 + digit, 1000000);
      c = g_utf8_next_char (c);
    }

  return number;
}

static CareDateFault
check_year (const char *text,
            int         year)
{
  glong length = g_utf8_strlen (text, -1);

  if (length > 4)
    return CARE_DATE_YEAR_LONG;
  if (length < 4)
    return CARE_DATE_YEAR_SHORT;
  if (year < EARLIEST_YEAR)
    return CARE_DATE_YEAR;

  return CARE_DATE_FINE;
}

static CareDateFault
check_presence (const char *day,
                const char *month,
                const char *year)
{
  if (*day == '\0' && *month == '\0' && *year == '\0')
    return CARE_DATE_EMPTY;
  if (read_digits (day) < 0 || read_digits (month) < 0 || read_digits (year) < 0)
    return CARE_DATE_NOT_DIGITS;
  if (*day == '\0')
    return CARE_DATE_NO_DAY;
  if (*month == '\0')
    return CARE_DATE_NO_MONTH;
  if (*year == '\0')
    return CARE_DATE_NO_YEAR;

  return CARE_DATE_FINE;
}

/**
 * care_date_digits_check:
 * @day: what was typed for the day
 * @month: what was typed for the month
 * @year: what was typed for the year
 * @latest: (nullable): the last day that makes sense (today, for a birth date)
 * @out: (out): the date, set only when the answer is %CARE_DATE_FINE
 *
 * Checks a date typed as three numbers. A date that could be meant in another
 * order is refused and never guessed; two-digit years too. Digits of every
 * script count.
 *
 * Returns: what is wrong, or %CARE_DATE_FINE
 */
CareDateFault
care_date_digits_check (const char  *day,
                        const char  *month,
                        const char  *year,
                        const GDate *latest,
                        GDate       *out)
{
  CareDateFault fault;
  int d;
  int m;
  int y;
  GDate date;

  g_return_val_if_fail (day != NULL && month != NULL && year != NULL && out != NULL, CARE_DATE_EMPTY);

  fault = check_presence (day, month, year);
  if (fault != CARE_DATE_FINE)
    return fault;

  d = read_digits (day);
  m = read_digits (month);
  y = read_digits (year);

  if (m > 12 && m <= 31 && d >= 1 && d <= 12)
    return CARE_DATE_SWAPPED;
  if (m < 1 || m > 12)
    return CARE_DATE_MONTH;
  if (d < 1 || d > 31)
    return CARE_DATE_DAY;
  fault = check_year (year, y);
  if (fault != CARE_DATE_FINE)
    return fault;
  if (!g_date_valid_dmy ((GDateDay) d, (GDateMonth) m, (GDateYear) y))
    return CARE_DATE_DAY_OF_MONTH;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) d, (GDateMonth) m, (GDateYear) y);
  if (latest != NULL && g_date_compare (&date, latest) > 0)
    return CARE_DATE_FUTURE;

  *out = date;
  return CARE_DATE_FINE;
}

/**
 * care_date_order_from_text:
 * @text: (nullable): "dmy", "mdy" or "ymd", from the words file
 *
 * Returns: the order; day first when @text is none of them
 */
CareDateOrder
care_date_order_from_text (const char *text)
{
  if (g_strcmp0 (text, "mdy") == 0)
    return CARE_DATE_ORDER_MDY;
  if (g_strcmp0 (text, "ymd") == 0)
    return CARE_DATE_ORDER_YMD;

  return CARE_DATE_ORDER_DMY;
}

/**
 * care_date_fault_get_word_key:
 * @fault: what is wrong
 *
 * Returns: (nullable): the key of the words that say it, or %NULL when nothing is wrong
 */
const char *
care_date_fault_get_word_key (CareDateFault fault)
{
  switch (fault)
    {
    case CARE_DATE_EMPTY:
      return "date-empty";
    case CARE_DATE_NO_DAY:
      return "date-no-day";
    case CARE_DATE_NO_MONTH:
      return "date-no-month";
    case CARE_DATE_NO_YEAR:
      return "date-no-year";
    case CARE_DATE_NOT_DIGITS:
      return "date-not-digits";
    case CARE_DATE_MONTH:
      return "date-month";
    case CARE_DATE_SWAPPED:
      return "date-swapped";
    case CARE_DATE_DAY:
      return "date-day";
    case CARE_DATE_DAY_OF_MONTH:
      return "date-day-of-month";
    case CARE_DATE_YEAR_SHORT:
      return "date-year-short";
    case CARE_DATE_YEAR_LONG:
      return "date-year-long";
    case CARE_DATE_YEAR:
      return "date-year";
    case CARE_DATE_FUTURE:
      return "date-future";
    case CARE_DATE_PAST:
      return "date-past";
    case CARE_DATE_FINE:
    default:
      return NULL;
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CareDateOrder:
 * @CARE_DATE_ORDER_DMY: 27 3 1958
 * @CARE_DATE_ORDER_MDY: 3 27 1958
 * @CARE_DATE_ORDER_YMD: 1958 3 27
 *
 * The order in which a language's readers write a date.
 */
typedef enum
{
  CARE_DATE_ORDER_DMY,
  CARE_DATE_ORDER_MDY,
  CARE_DATE_ORDER_YMD,
} CareDateOrder;

/**
 * CareDateFault:
 * @CARE_DATE_FINE: a date
 * @CARE_DATE_EMPTY: nothing was typed
 * @CARE_DATE_NO_DAY: the day is missing
 * @CARE_DATE_NO_MONTH: the month is missing
 * @CARE_DATE_NO_YEAR: the year is missing
 * @CARE_DATE_NOT_DIGITS: something else than digits
 * @CARE_DATE_MONTH: a month above 12, or 0
 * @CARE_DATE_SWAPPED: a month above 12 beside a day that could be a month: perhaps the other order, never guessed
 * @CARE_DATE_DAY: a day above 31, or 0
 * @CARE_DATE_DAY_OF_MONTH: that month has fewer days
 * @CARE_DATE_YEAR_SHORT: a year needs four digits
 * @CARE_DATE_YEAR_LONG: a year of five digits or more
 * @CARE_DATE_YEAR: a year no form can mean (before 1875)
 * @CARE_DATE_FUTURE: after today, where that cannot be
 * @CARE_DATE_PAST: before today, where that cannot be
 *
 * What is wrong with a date typed as digits.
 */
typedef enum
{
  CARE_DATE_FINE,
  CARE_DATE_EMPTY,
  CARE_DATE_NO_DAY,
  CARE_DATE_NO_MONTH,
  CARE_DATE_NO_YEAR,
  CARE_DATE_NOT_DIGITS,
  CARE_DATE_MONTH,
  CARE_DATE_SWAPPED,
  CARE_DATE_DAY,
  CARE_DATE_DAY_OF_MONTH,
  CARE_DATE_YEAR_SHORT,
  CARE_DATE_YEAR_LONG,
  CARE_DATE_YEAR,
  CARE_DATE_FUTURE,
  CARE_DATE_PAST,
} CareDateFault;

CareDateFault care_date_digits_check       (const char          *day,
                                            const char          *month,
                                            const char          *year,
                                            const GDate         *latest,
                                            GDate               *out);
CareDateOrder care_date_order_from_text    (const char          *text);
const char   *care_date_fault_get_word_key (CareDateFault        fault);

G_END_DECLS

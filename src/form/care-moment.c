/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-moment.h"

#include <string.h>

/* Reads exactly @count digits; -1 if they are not all there. */
static int
take_number (const char **p,
             int          count)
{
  int number = 0;

  for (int i = 0; i < count; i++)
    {
      if (!g_ascii_isdigit ((*p)[i]))
        return -1;
      number = number * 10 + ((*p)[i] - '0');
    }
  *p += count;

  return number;
}

/* "2026", "2026-11", "2026-11-22"; leaves @p behind what was read. */
static gboolean
take_date (const char **p,
           CareMoment  *moment)
{
  memset (moment, 0, sizeof *moment);

  moment->year = take_number (p, 4);
  if (moment->year < 1)
    return FALSE;
  moment->precision = CARE_MOMENT_YEAR;
  if (**p != '-')
    return TRUE;

  (*p)++;
  moment->month = take_number (p, 2);
  if (moment->month < 1 || moment->month > 12)
    return FALSE;
  moment->precision = CARE_MOMENT_MONTH;
  if (**p != '-')
    return TRUE;

  (*p)++;
  moment->day = take_number (p, 2);
  if (moment->day < 1
      || !g_date_valid_dmy ((GDateDay) moment->day, (GDateMonth) moment->month, (GDateYear) moment->year))
    return FALSE;
  moment->precision = CARE_MOMENT_DAY;

  return TRUE;
}

/* "14:30" or "14:30:00.123" */
static gboolean
take_time (const char **p,
           gint64      *of_day)
{
  int hour = take_number (p, 2);
  int minute;
  int second = 0;
  gint64 fraction = 0;

  if (hour < 0 || hour > 23 || **p != ':')
    return FALSE;
  (*p)++;
  minute = take_number (p, 2);
  if (minute < 0 || minute > 59)
    return FALSE;

  if (**p == ':')
    {
      (*p)++;
      second = take_number (p, 2);
      /* 60 is a leap second, which the standard lets pass. */
      if (second < 0 || second > 60)
        return FALSE;

      if (**p == '.')
        {
          gint64 unit = CARE_SECOND / 10;

          (*p)++;
          if (!g_ascii_isdigit (**p))
            return FALSE;
          for (; g_ascii_isdigit (**p); (*p)++, unit /= 10)
            fraction += (**p - '0') * unit;
        }
    }

  *of_day = hour * CARE_HOUR + minute * CARE_MINUTE + second * CARE_SECOND + fraction;

  return TRUE;
}

static gboolean
take_offset (const char **p,
             int         *minutes)
{
  int sign;
  int hour;
  int minute;

  if (**p == 'Z')
    {
      (*p)++;
      *minutes = 0;
      return TRUE;
    }
  if (**p != '+' && **p != '-')
    return FALSE;

  sign = **p == '-' ? -1 : 1;
  (*p)++;
  hour = take_number (p, 2);
  if (hour < 0 || hour > 14 || **p != ':')
    return FALSE;
  (*p)++;
  minute = take_number (p, 2);
  if (minute < 0 || minute > 59)
    return FALSE;
  *minutes = sign * (hour * 60 + minute);

  return TRUE;
}

gboolean
care_moment_parse_date (const char *text,
                        CareMoment *moment)
{
  const char *p = text;

  return take_date (&p, moment) && *p == '\0';
}

gboolean
care_moment_parse_date_time (const char *text,
                             CareMoment *moment)
{
  const char *p = text;

  if (!take_date (&p, moment))
    return FALSE;
  if (*p == '\0')
    return TRUE;
  if (*p != 'T' || moment->precision != CARE_MOMENT_DAY)
    return FALSE;

  p++;
  moment->precision = CARE_MOMENT_TIME;

  return take_time (&p, &moment->of_day) && take_offset (&p, &moment->offset_minutes) && *p == '\0';
}

gboolean
care_moment_parse_time (const char *text,
                        gint64     *of_day)
{
  const char *p = text;

  return take_time (&p, of_day) && *p == '\0';
}

static gint64
count_days (int year,
            int month,
            int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  /* GDate counts from 1 January of the year 1. */
  return (gint64) g_date_get_julian (&date) - 719163;
}

static CareInstant
exact_instant (const CareMoment *moment)
{
  return count_days (moment->year, moment->month, moment->day) * 24 * CARE_HOUR + moment->of_day
         - moment->offset_minutes * CARE_MINUTE;
}

/**
 * care_moment_compare:
 * @a: a date or moment
 * @b: another
 * @order: (out): below 0, 0 or above 0
 *
 * Two moments are compared on the instant. Otherwise year, month and day are
 * compared as written, as far as both say them; when they agree so far and one
 * says more, the order is open (FHIRPath, "Date, DateTime comparison").
 *
 * Returns: %FALSE if the order is open
 */
gboolean
care_moment_compare (const CareMoment *a,
                     const CareMoment *b,
                     int              *order)
{
  CareMomentPrecision common = MIN (a->precision, b->precision);

  if (common == CARE_MOMENT_TIME)
    {
      CareInstant left = exact_instant (a);
      CareInstant right = exact_instant (b);

      *order = (left > right) - (left < right);
      return TRUE;
    }

  *order = a->year - b->year;
  if (*order == 0 && common >= CARE_MOMENT_MONTH)
    *order = a->month - b->month;
  if (*order == 0 && common >= CARE_MOMENT_DAY)
    *order = a->day - b->day;

  return *order != 0 || a->precision == b->precision;
}

static CareInstant
day_start (GTimeZone *zone,
           gint64     days)
{
  gint64 second = days * 24 * 3600;
  int interval;

  /* Moves a midnight that a clock change leaves out to the first time there is. */
  interval = g_time_zone_adjust_time (zone, G_TIME_TYPE_STANDARD, &second);

  return (second - g_time_zone_get_offset (zone, interval)) * CARE_SECOND;
}

/**
 * care_moment_get_instants:
 * @moment: a date or moment
 * @zone: the zone whose days are meant, for dates
 * @first: (out): its first microsecond
 * @last: (out): its last microsecond
 *
 * Returns: %TRUE
 */
gboolean
care_moment_get_instants (const CareMoment *moment,
                          GTimeZone        *zone,
                          CareInstant      *first,
                          CareInstant      *last)
{
  int next_year = moment->year;
  int next_month = moment->month;
  gint64 end;

  if (moment->precision == CARE_MOMENT_TIME)
    {
      *first = *last = exact_instant (moment);
      return TRUE;
    }

  switch (moment->precision)
    {
    case CARE_MOMENT_YEAR:
      *first = day_start (zone, count_days (moment->year, 1, 1));
      end = count_days (moment->year + 1, 1, 1);
      break;
    case CARE_MOMENT_MONTH:
      if (++next_month > 12)
        {
          next_month = 1;
          next_year++;
        }
      *first = day_start (zone, count_days (moment->year, moment->month, 1));
      end = count_days (next_year, next_month, 1);
      break;
    case CARE_MOMENT_DAY:
    case CARE_MOMENT_TIME:
    default:
      *first = day_start (zone, count_days (moment->year, moment->month, moment->day));
      end = count_days (moment->year, moment->month, moment->day) + 1;
      break;
    }

  *last = day_start (zone, end) - 1;

  return TRUE;
}

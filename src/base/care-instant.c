/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-instant.h"

#include "base/care-error.h"

/* How far apart two readings of one wall-clock time can be (Lord Howe shifts 30 min, some historic zones 2 h). */
#define WIDEST_SHIFT (4 * CARE_HOUR)

static gboolean
read_digits (const char **cursor,
             int          count,
             int         *value)
{
  int read = 0;

  for (int i = 0; i < count; i++)
    {
      if (!g_ascii_isdigit ((*cursor)[i]))
        return FALSE;
      read = read * 10 + ((*cursor)[i] - '0');
    }
  *cursor += count;
  *value = read;

  return TRUE;
}

static gboolean
read_char (const char **cursor,
           char         wanted)
{
  if (**cursor != wanted)
    return FALSE;
  (*cursor)++;

  return TRUE;
}

/* Fractions of a second of any length; what is beyond a microsecond is dropped. */
static gboolean
read_fraction (const char **cursor,
               gint64      *microseconds)
{
  gint64 unit = 100000;

  *microseconds = 0;
  if (**cursor != '.')
    return TRUE;
  (*cursor)++;
  if (!g_ascii_isdigit (**cursor))
    return FALSE;
  for (; g_ascii_isdigit (**cursor); (*cursor)++)
    {
      *microseconds += unit * (**cursor - '0');
      unit /= 10;
    }

  return TRUE;
}

static gboolean
read_offset (const char **cursor,
             gint64      *offset)
{
  int sign = **cursor == '-' ? -1 : 1;
  int hours, minutes;

  if (**cursor == 'Z')
    {
      (*cursor)++;
      *offset = 0;
      return TRUE;
    }
  if (**cursor != '+' && **cursor != '-')
    return FALSE;
  (*cursor)++;
  if (!read_digits (cursor, 2, &hours) || !read_char (cursor, ':') || !read_digits (cursor, 2, &minutes))
    return FALSE;
  if (hours > 14 || minutes > 59)
    return FALSE;
  *offset = sign * (hours * CARE_HOUR + minutes * CARE_MINUTE);

  return TRUE;
}

static CareInstant
from_utc (int    year,
          int    month,
          int    day,
          int    hour,
          int    minute,
          int    second,
          gint64 microseconds)
{
  g_autoptr (GDateTime) utc = g_date_time_new_utc (year, month, day, hour, minute, second);

  if (utc == NULL)
    return CARE_INSTANT_NONE;

  return g_date_time_to_unix (utc) * CARE_SECOND + microseconds;
}

/**
 * care_instant_to_local:
 * @instant: an instant
 * @zone: the zone whose wall clock is asked for
 *
 * Returns: (transfer full): what a wall clock in @zone shows at @instant
 */
GDateTime *
care_instant_to_local (CareInstant instant,
                       GTimeZone  *zone)
{
  gint64 seconds, rest;
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) exact = NULL;

  g_return_val_if_fail (instant != CARE_INSTANT_NONE, NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  seconds = instant / CARE_SECOND;
  rest = instant % CARE_SECOND;
  if (rest < 0)
    {
      seconds -= 1;
      rest += CARE_SECOND;
    }
  utc = g_date_time_new_from_unix_utc (seconds);
  g_return_val_if_fail (utc != NULL, NULL);
  exact = g_date_time_add (utc, rest);

  return g_date_time_to_timezone (exact, zone);
}

/* The offset of @zone at @instant, in microseconds. */
static gint64
offset_at (CareInstant instant,
           GTimeZone  *zone)
{
  g_autoptr (GDateTime) local = care_instant_to_local (instant, zone);

  return g_date_time_get_utc_offset (local);
}

/**
 * care_instant_find_local:
 * @zone: the clinic's zone
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 * @hour: 0 to 23
 * @minute: 0 to 59
 * @first: (out): the instant; the earlier one where the time comes twice. Of a time that is missing, what a clock says
 *   that was put forward too early
 * @second: (out): as @first, or the later one. Of a time that is missing, what a clock says that was not put forward
 *
 * Returns: how many instants a wall clock in @zone shows this time at; nothing is put out for %CARE_LOCAL_TIME_NONE
 */
CareLocalTime
care_instant_find_local (GTimeZone   *zone,
                         int          year,
                         int          month,
                         int          day,
                         int          hour,
                         int          minute,
                         CareInstant *first,
                         CareInstant *second)
{
  CareInstant flat, one, other;
  gint64 before, after;
  gboolean one_fits, other_fits;

  g_return_val_if_fail (zone != NULL, CARE_LOCAL_TIME_NONE);
  g_return_val_if_fail (first != NULL && second != NULL, CARE_LOCAL_TIME_NONE);

  flat = from_utc (year, month, day, hour, minute, 0, 0);
  if (flat == CARE_INSTANT_NONE)
    return CARE_LOCAL_TIME_NONE;

  /* The offsets well before and well after bracket any change; where they agree, or only one fits, the time is plain. */
  before = offset_at (flat - WIDEST_SHIFT - 14 * CARE_HOUR, zone);
  after = offset_at (flat + WIDEST_SHIFT + 14 * CARE_HOUR, zone);
  one = flat - before;
  other = flat - after;
  one_fits = offset_at (one, zone) == before;
  other_fits = offset_at (other, zone) == after;
  *first = MIN (one, other);
  *second = MAX (one, other);
  if (one_fits == other_fits && one != other)
    return one_fits ? CARE_LOCAL_TIME_TWICE : CARE_LOCAL_TIME_MISSING;

  *first = *second = one_fits ? one : other;

  return one_fits || other_fits ? CARE_LOCAL_TIME_PLAIN : CARE_LOCAL_TIME_MISSING;
}

/**
 * care_instant_from_local:
 * @zone: the clinic's zone
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 * @hour: 0 to 23
 * @minute: 0 to 59
 * @error: where to put the reason
 *
 * The instant at which a wall clock in @zone shows this time. A time that a
 * clock change skips or shows twice is refused with both candidates named.
 *
 * Returns: the instant, or %CARE_INSTANT_NONE with %CARE_ERROR_INPUT
 */
CareInstant
care_instant_from_local (GTimeZone *zone,
                         int        year,
                         int        month,
                         int        day,
                         int        hour,
                         int        minute,
                         GError   **error)
{
  CareInstant first, second;
  CareLocalTime kind;
  g_autofree char *asked = NULL;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  g_return_val_if_fail (zone != NULL, CARE_INSTANT_NONE);

  kind = care_instant_find_local (zone, year, month, day, hour, minute, &first, &second);
  if (kind == CARE_LOCAL_TIME_PLAIN)
    return first;

  asked = g_strdup_printf ("%04d-%02d-%02d %02d:%02d", year, month, day, hour, minute);
  if (kind == CARE_LOCAL_TIME_NONE)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "there is no date and time %s", asked);
      return CARE_INSTANT_NONE;
    }

  one = care_instant_format (first, zone);
  other = care_instant_format (second, zone);
  if (kind == CARE_LOCAL_TIME_TWICE)
    g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT,
                 "%s happens twice, as the clocks go back: it is either %s or %s", asked, one, other);
  else
    g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT,
                 "%s does not exist, as the clocks go forward: take %s or %s", asked, one, other);

  return CARE_INSTANT_NONE;
}

static gboolean
parse_parts (const char *cursor,
             int         parts[6],
             gint64     *microseconds,
             gint64     *offset,
             gboolean   *has_offset)
{
  *microseconds = 0;
  *has_offset = FALSE;
  if (!read_digits (&cursor, 4, &parts[0]) || !read_char (&cursor, '-') ||
      !read_digits (&cursor, 2, &parts[1]) || !read_char (&cursor, '-') ||
      !read_digits (&cursor, 2, &parts[2]))
    return FALSE;
  if (*cursor != 'T' && *cursor != ' ')
    return FALSE;
  cursor++;
  if (!read_digits (&cursor, 2, &parts[3]) || !read_char (&cursor, ':') || !read_digits (&cursor, 2, &parts[4]))
    return FALSE;
  parts[5] = 0;
  if (*cursor == ':')
    {
      cursor++;
      if (!read_digits (&cursor, 2, &parts[5]) || !read_fraction (&cursor, microseconds))
        return FALSE;
    }
  if (*cursor == '\0')
    return TRUE;
  *has_offset = TRUE;

  return read_offset (&cursor, offset) && *cursor == '\0';
}

/**
 * care_instant_parse:
 * @text: RFC 3339 ("2026-11-22T15:10:00+01:00", seconds may be left out), or
 *   the same without an offset for the wall clock of @zone
 * @zone: (nullable): the zone of a text without offset; %NULL refuses one
 * @error: where to put the reason
 *
 * Returns: the instant, or %CARE_INSTANT_NONE with %CARE_ERROR_INPUT
 */
CareInstant
care_instant_parse (const char *text,
                    GTimeZone  *zone,
                    GError    **error)
{
  int parts[6];
  gint64 microseconds, offset = 0;
  gboolean has_offset;
  CareInstant instant;

  g_return_val_if_fail (text != NULL, CARE_INSTANT_NONE);

  if (!parse_parts (text, parts, &microseconds, &offset, &has_offset))
    {
      g_set_error_literal (error, CARE_ERROR, CARE_ERROR_INPUT,
                           "this is not a date and time; write it like 2026-11-22T15:10:00+01:00");
      return CARE_INSTANT_NONE;
    }

  if (!has_offset && zone == NULL)
    {
      g_set_error_literal (error, CARE_ERROR, CARE_ERROR_INPUT,
                           "the time has no offset; write it like 2026-11-22T15:10:00+01:00");
      return CARE_INSTANT_NONE;
    }

  instant = from_utc (parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], microseconds);
  if (instant == CARE_INSTANT_NONE)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT,
                   "there is no date and time %04d-%02d-%02d %02d:%02d:%02d",
                   parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
      return CARE_INSTANT_NONE;
    }
  if (has_offset)
    return instant - offset;

  instant = care_instant_from_local (zone, parts[0], parts[1], parts[2], parts[3], parts[4], error);
  if (instant == CARE_INSTANT_NONE)
    return CARE_INSTANT_NONE;

  return instant + parts[5] * CARE_SECOND + microseconds;
}

/**
 * care_instant_format:
 * @instant: an instant
 * @zone: the zone to write it in
 *
 * Returns: (transfer full): RFC 3339 with offset, to the second
 */
char *
care_instant_format (CareInstant instant,
                     GTimeZone  *zone)
{
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *stem = NULL;
  gint64 minutes;

  g_return_val_if_fail (instant != CARE_INSTANT_NONE, NULL);

  local = care_instant_to_local (instant, zone);
  stem = g_date_time_format (local, "%Y-%m-%dT%H:%M:%S");
  minutes = g_date_time_get_utc_offset (local) / CARE_MINUTE;

  return g_strdup_printf ("%s%c%02d:%02d", stem, minutes < 0 ? '-' : '+',
                          (int) (ABS (minutes) / 60), (int) (ABS (minutes) % 60));
}

/**
 * care_instant_add_local_days:
 * @instant: an instant
 * @zone: the clinic's zone
 * @days: how many calendar days later (or, below zero, earlier)
 * @error: where to put the reason
 *
 * The same time of day, @days calendar days on: a weekly visit at 15:10 stays
 * at 15:10 across a clock change.
 *
 * Returns: the instant, or %CARE_INSTANT_NONE with %CARE_ERROR_INPUT when that
 *   wall-clock time is skipped or doubled on that day
 */
CareInstant
care_instant_add_local_days (CareInstant instant,
                             GTimeZone  *zone,
                             int         days,
                             GError    **error)
{
  g_autoptr (GDateTime) local = NULL;
  g_autoptr (GDateTime) moved = NULL;
  g_autoptr (GDateTime) noon = NULL;
  CareInstant minute;

  g_return_val_if_fail (instant != CARE_INSTANT_NONE, CARE_INSTANT_NONE);

  local = care_instant_to_local (instant, zone);
  noon = g_date_time_new_utc (g_date_time_get_year (local), g_date_time_get_month (local),
                              g_date_time_get_day_of_month (local), 12, 0, 0);
  moved = g_date_time_add_days (noon, days);
  if (moved == NULL)
    {
      g_set_error_literal (error, CARE_ERROR, CARE_ERROR_INPUT, "that day is beyond the calendar");
      return CARE_INSTANT_NONE;
    }
  minute = care_instant_from_local (zone, g_date_time_get_year (moved), g_date_time_get_month (moved),
                                    g_date_time_get_day_of_month (moved), g_date_time_get_hour (local),
                                    g_date_time_get_minute (local), error);
  if (minute == CARE_INSTANT_NONE)
    return CARE_INSTANT_NONE;

  return minute + g_date_time_get_second (local) * CARE_SECOND + g_date_time_get_microsecond (local);
}

/**
 * care_instant_day_start:
 * @instant: an instant
 * @zone: the clinic's zone
 *
 * Returns: the first instant of the calendar day @instant falls on in @zone
 */
CareInstant
care_instant_day_start (CareInstant instant,
                        GTimeZone  *zone)
{
  g_autoptr (GDateTime) local = NULL;
  CareInstant flat, start;
  gint64 offset;

  g_return_val_if_fail (instant != CARE_INSTANT_NONE, CARE_INSTANT_NONE);

  local = care_instant_to_local (instant, zone);
  flat = from_utc (g_date_time_get_year (local), g_date_time_get_month (local),
                   g_date_time_get_day_of_month (local), 0, 0, 0, 0);
  offset = offset_at (flat - g_date_time_get_utc_offset (local), zone);
  start = flat - offset;

  /* Where midnight itself is skipped the day begins when the clocks have gone forward. */
  for (;;)
    {
      g_autoptr (GDateTime) check = care_instant_to_local (start, zone);

      if (g_date_time_get_day_of_month (check) == g_date_time_get_day_of_month (local))
        return start;
      start += 15 * CARE_MINUTE;
    }
}

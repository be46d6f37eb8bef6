/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "course/care-ical.h"

#include <libical/ical.h>

#include "base/care-error.h"
#include "course/care-ical-component.h"
#include "course/care-ical-scan.h"
#include "course/care-ical-time.h"

/* Most steps of one repeating event: every hour for twenty years. */
#define MOST_STEPS  200000
#define MOST_EVENTS 100000

typedef struct
{
  CareCalendar  *calendar;
  icalcomponent *component;
  GTimeZone     *clinic;
  const char    *source;
  CareInstant    from;
  CareInstant    to;
  GHashTable    *replaced; /* "UID seconds" of repetitions that another event stands for */
  guint          number;
} Reader;

typedef struct
{
  struct icaltimetype start;
  CareIcalZone        zone;
  gint64              length;
  int                 days; /* of an event of whole days, else 0 */
  const char         *room;
  const char         *uid;
} Event;

static gboolean
fail (Reader      *reader,
      GError     **error,
      const char  *what)
{
  g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "%s: event %u: %s", reader->source, reader->number, what);
  return FALSE;
}

static gboolean
check_dropped (Reader         *reader,
               icalcomponent  *component,
               GError        **error)
{
  const char *dropped = care_ical_component_find_dropped (component);

  if (dropped == NULL)
    return TRUE;

  g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT,
               "%s: event %u: its %s cannot be read", reader->source, reader->number, dropped);
  return FALSE;
}

static gboolean
read_length (Reader         *reader,
             icalcomponent  *component,
             Event          *event,
             GError        **error)
{
  icalproperty *end = icalcomponent_get_first_property (component, ICAL_DTEND_PROPERTY);
  icalproperty *duration = icalcomponent_get_first_property (component, ICAL_DURATION_PROPERTY);
  CareInstant first = care_ical_to_instant (event->start, &event->zone);
  CareInstant last;

  if (first == CARE_INSTANT_NONE)
    return fail (reader, error, "its DTSTART is no date and time");

  if (end != NULL)
    {
      g_auto (CareIcalZone) zone = { NULL, NULL };
      struct icaltimetype time = icalproperty_get_dtend (end);

      if (!care_ical_zone_find (&zone, reader->component, end, time, reader->clinic, error))
        {
          g_prefix_error (error, "%s: event %u: ", reader->source, reader->number);
          return FALSE;
        }
      last = care_ical_to_instant (time, &zone);
      if (last == CARE_INSTANT_NONE || last < first)
        return fail (reader, error, "it ends before it begins");
      event->length = last - first;
    }
  else if (duration != NULL)
    {
      struct icaldurationtype value = icalproperty_get_duration (duration);

      if (icaldurationtype_is_bad_duration (value) || value.is_neg)
        return fail (reader, error, "its DURATION is no length of time");
      event->length = ((gint64) value.weeks * 7 + value.days) * 24 * CARE_HOUR + value.hours * CARE_HOUR +
                      value.minutes * CARE_MINUTE + value.seconds * CARE_SECOND;
    }
  else if (event->start.is_date)
    event->length = 24 * CARE_HOUR;

  if (event->start.is_date)
    event->days = (int) ((event->length + 12 * CARE_HOUR) / (24 * CARE_HOUR));

  return TRUE;
}

static void
add_busy (Reader              *reader,
          const Event         *event,
          struct icaltimetype  time)
{
  CareInstant start = care_ical_to_instant (time, &event->zone);
  CareInstant end;

  if (start == CARE_INSTANT_NONE)
    return;

  if (event->days > 0)
    {
      struct icaltimetype after = time;

      icaltime_adjust (&after, event->days, 0, 0, 0);
      end = care_ical_to_instant (after, &event->zone);
    }
  else
    end = start + event->length;

  if (end != CARE_INSTANT_NONE && end > reader->from && start < reader->to)
    care_calendar_add_busy (reader->calendar, start, end, event->room);
}

static char *
repetition_key (const char  *uid,
                CareInstant  start)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", start / CARE_SECOND, uid != NULL ? uid : "");
}

static gboolean
add_repetitions (Reader         *reader,
                 const Event    *event,
                 icalproperty   *rule,
                 GHashTable     *left_out,
                 GError        **error)
{
  struct icalrecurrencetype recurrence = icalproperty_get_rrule (rule);
  icalrecur_iterator *iterator = icalrecur_iterator_new (recurrence, event->start);
  gboolean done = FALSE;

  if (iterator == NULL)
    return fail (reader, error, "its RRULE cannot be read");

  for (guint step = 0; step < MOST_STEPS; step++)
    {
      struct icaltimetype time = icalrecur_iterator_next (iterator);
      CareInstant start;
      g_autofree char *key = NULL;

      if (icaltime_is_null_time (time))
        {
          done = TRUE;
          break;
        }
      start = care_ical_to_instant (time, &event->zone);
      if (start == CARE_INSTANT_NONE || start >= reader->to)
        {
          done = TRUE;
          break;
        }
      key = repetition_key (event->uid, start);
      if (!g_hash_table_contains (reader->replaced, key) && !g_hash_table_contains (left_out, key))
        add_busy (reader, event, time);
    }
  icalrecur_iterator_free (iterator);

  return done || fail (reader, error, "it repeats too often");
}

/* Collects EXDATE, or adds RDATE: dates beside the rule. */
static gboolean
read_dates (Reader             *reader,
            icalcomponent      *component,
            const Event        *event,
            icalproperty_kind   kind,
            GHashTable         *left_out,
            GError            **error)
{
  for (icalproperty *property = icalcomponent_get_first_property (component, kind);
       property != NULL;
       property = icalcomponent_get_next_property (component, kind))
    {
      g_auto (CareIcalZone) zone = { NULL, NULL };
      struct icaldatetimeperiodtype value = { 0 };
      g_autofree char *key = NULL;
      Event one = *event;

      if (kind == ICAL_EXDATE_PROPERTY)
        value.time = icalproperty_get_exdate (property);
      else
        value = icalproperty_get_rdate (property);
      if (icaltime_is_null_time (value.time))
        value.time = value.period.start;
      if (!care_ical_zone_find (&zone, reader->component, property, value.time, reader->clinic, error))
        {
          g_prefix_error (error, "%s: event %u: ", reader->source, reader->number);
          return FALSE;
        }

      key = repetition_key (event->uid, care_ical_to_instant (value.time, &zone));
      if (kind == ICAL_EXDATE_PROPERTY)
        {
          g_hash_table_add (left_out, g_steal_pointer (&key));
          continue;
        }
      one.zone = zone;
      if (!g_hash_table_contains (reader->replaced, key) && !g_hash_table_contains (left_out, key))
        add_busy (reader, &one, value.time);
    }

  return TRUE;
}

static gboolean
read_event (Reader         *reader,
            icalcomponent  *component,
            GError        **error)
{
  g_autoptr (GHashTable) left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  icalproperty *start = icalcomponent_get_first_property (component, ICAL_DTSTART_PROPERTY);
  icalproperty *rule = icalcomponent_get_first_property (component, ICAL_RRULE_PROPERTY);
  Event event = { 0 };
  gboolean read;

  if (!check_dropped (reader, component, error))
    return FALSE;
  if (!care_ical_component_takes_time (component))
    return TRUE;
  if (start == NULL)
    return fail (reader, error, "it has no DTSTART");

  /* Asked once: libical has one cursor a component, and asking moves it. */
  event.uid = icalcomponent_get_uid (component);
  event.start = icalproperty_get_dtstart (start);
  event.room = care_ical_component_find_room (component, care_calendar_get_info (reader->calendar));
  if (!care_ical_zone_find (&event.zone, reader->component, start, event.start, reader->clinic, error))
    {
      g_prefix_error (error, "%s: event %u: ", reader->source, reader->number);
      return FALSE;
    }

  read = read_length (reader, component, &event, error) &&
         read_dates (reader, component, &event, ICAL_EXDATE_PROPERTY, left_out, error);
  if (read && rule != NULL)
    read = add_repetitions (reader, &event, rule, left_out, error);
  else if (read)
    add_busy (reader, &event, event.start);
  read = read && read_dates (reader, component, &event, ICAL_RDATE_PROPERTY, left_out, error);
  care_ical_zone_clear (&event.zone);

  return read;
}

static gboolean
read_free_busy (Reader         *reader,
                icalcomponent  *component,
                GError        **error)
{
  if (!check_dropped (reader, component, error))
    return FALSE;

  for (icalproperty *property = icalcomponent_get_first_property (component, ICAL_FREEBUSY_PROPERTY);
       property != NULL;
       property = icalcomponent_get_next_property (component, ICAL_FREEBUSY_PROPERTY))
    {
      icalparameter *type = icalproperty_get_first_parameter (property, ICAL_FBTYPE_PARAMETER);
      struct icalperiodtype period = icalproperty_get_freebusy (property);
      CareIcalZone zone = { reader->clinic, NULL };
      g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
      CareInstant start, end;

      if (type != NULL && icalparameter_get_fbtype (type) == ICAL_FBTYPE_FREE)
        continue;
      if (icaltime_is_utc (period.start))
        zone.zone = utc;
      start = care_ical_to_instant (period.start, &zone);
      if (!icaltime_is_null_time (period.end))
        end = care_ical_to_instant (period.end, &zone);
      else
        end = start + icaldurationtype_as_int (period.duration) * CARE_SECOND;
      if (start == CARE_INSTANT_NONE || end == CARE_INSTANT_NONE || end < start)
        return fail (reader, error, "its FREEBUSY cannot be read");
      if (end > reader->from && start < reader->to)
        care_calendar_add_busy (reader->calendar, start, end, NULL);
    }

  return TRUE;
}

/* Repetitions that were moved or changed stand in events of their own (RECURRENCE-ID). */
static gboolean
collect_replaced (Reader         *reader,
                  GError        **error)
{
  for (icalcomponent *event = icalcomponent_get_first_component (reader->component, ICAL_VEVENT_COMPONENT);
       event != NULL;
       event = icalcomponent_get_next_component (reader->component, ICAL_VEVENT_COMPONENT))
    {
      icalproperty *property = icalcomponent_get_first_property (event, ICAL_RECURRENCEID_PROPERTY);
      g_auto (CareIcalZone) zone = { NULL, NULL };
      struct icaltimetype time;

      reader->number++;
      if (property == NULL)
        continue;
      if (icalproperty_get_first_parameter (property, ICAL_RANGE_PARAMETER) != NULL)
        return fail (reader, error, "a change to all later repetitions (RANGE) is not understood");
      time = icalproperty_get_recurrenceid (property);
      if (!care_ical_zone_find (&zone, reader->component, property, time, reader->clinic, error))
        {
          g_prefix_error (error, "%s: event %u: ", reader->source, reader->number);
          return FALSE;
        }
      g_hash_table_add (reader->replaced, repetition_key (icalcomponent_get_uid (event), care_ical_to_instant (time, &zone)));
    }

  return TRUE;
}

static gboolean
read_calendar (Reader         *reader,
               icalcomponent  *component,
               GError        **error)
{
  reader->component = component;
  reader->number = 0;
  g_hash_table_remove_all (reader->replaced);
  if (!collect_replaced (reader, error))
    return FALSE;

  reader->number = 0;
  for (icalcomponent *child = icalcomponent_get_first_component (component, ICAL_ANY_COMPONENT);
       child != NULL;
       child = icalcomponent_get_next_component (component, ICAL_ANY_COMPONENT))
    {
      icalcomponent_kind kind = icalcomponent_isa (child);

      if (kind != ICAL_VEVENT_COMPONENT && kind != ICAL_VFREEBUSY_COMPONENT)
        continue;
      if (++reader->number > MOST_EVENTS)
        return fail (reader, error, "too many events in one file");
      if (kind == ICAL_VEVENT_COMPONENT ? !read_event (reader, child, error)
                                        : !read_free_busy (reader, child, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * care_ical_read_busy:
 * @calendar: where busy times go; on an error some may be there already
 * @text: an iCalendar text (RFC 5545)
 * @length: its bytes
 * @source: where it came from, for error messages
 * @from: what ends before this is left out
 * @to: what begins at or after this is left out
 * @error: return location for an error
 *
 * Reads what is taken: events with their repetitions, and free/busy lists. A
 * time without a zone is the clinic's. An event whose LOCATION or RESOURCES is a
 * room of the clinic takes that room, any other the whole clinic. What cannot
 * be read is an error, never a free time.
 *
 * Returns: %FALSE with %CARE_ERROR_INPUT, which names the event
 */
gboolean
care_ical_read_busy (CareCalendar  *calendar,
                     const char    *text,
                     gsize          length,
                     const char    *source,
                     CareInstant    from,
                     CareInstant    to,
                     GError       **error)
{
  g_autoptr (GHashTable) replaced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *copy = NULL;
  icalcomponent *root;
  gboolean read = TRUE;
  Reader reader = { 0 };

  g_return_val_if_fail (CARE_IS_CALENDAR (calendar), FALSE);
  g_return_val_if_fail (text != NULL && source != NULL, FALSE);

  if (!care_ical_scan (text, length, source, error))
    return FALSE;

  icalerror_set_errors_are_fatal (FALSE);
  copy = g_strndup (text, length);
  root = icalparser_parse_string (copy);
  if (root == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "%s: this is not a calendar (iCalendar)", source);
      return FALSE;
    }

  reader = (Reader) { calendar, NULL, care_calendar_get_zone (calendar), source, from, to, replaced, 0 };
  if (icalcomponent_isa (root) == ICAL_VCALENDAR_COMPONENT)
    read = read_calendar (&reader, root, error);
  else
    for (icalcomponent *child = icalcomponent_get_first_component (root, ICAL_VCALENDAR_COMPONENT);
         child != NULL && read;
         child = icalcomponent_get_next_component (root, ICAL_VCALENDAR_COMPONENT))
      read = read_calendar (&reader, child, error);
  icalcomponent_free (root);

  return read;
}

/**
 * care_ical_load_busy:
 * @calendar: where busy times go
 * @path: an iCalendar file
 * @from: what ends before this is left out
 * @to: what begins at or after this is left out
 * @error: return location for an error
 *
 * See care_ical_read_busy().
 *
 * Returns: %FALSE with an error that names the file
 */
gboolean
care_ical_load_busy (CareCalendar  *calendar,
                     const char    *path,
                     CareInstant    from,
                     CareInstant    to,
                     GError       **error)
{
  g_autofree char *text = NULL;
  GError *foreign = NULL;
  gsize length = 0;

  g_return_val_if_fail (path != NULL, FALSE);

  if (!g_file_get_contents (path, &text, &length, &foreign))
    {
      gboolean missing = g_error_matches (foreign, G_FILE_ERROR, G_FILE_ERROR_NOENT);

      care_error_take_foreign (error, foreign, missing ? CARE_ERROR_NOT_FOUND : CARE_ERROR_ENVIRONMENT, path);
      return FALSE;
    }

  return care_ical_read_busy (calendar, text, length, path, from, to, error);
}

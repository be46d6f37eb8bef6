/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "course/care-calendar.h"

/* How far ahead a free time is looked for, and how fine. */
#define DAYS_AHEAD   92
#define GRID_MINUTES 15

typedef struct
{
  CareInstant start;
  CareInstant end;
  char       *room;
} Busy;

struct _CareCalendar
{
  GObject         parent_instance;

  CareClinicInfo *info;
  GArray         *busy;
  gint64          longest;
  gboolean        sorted;
};

G_DEFINE_FINAL_TYPE (CareCalendar, care_calendar, G_TYPE_OBJECT)

static void
busy_clear (gpointer data)
{
  Busy *busy = data;

  g_clear_pointer (&busy->room, g_free);
}

static void
care_calendar_finalize (GObject *object)
{
  CareCalendar *self = CARE_CALENDAR (object);

  g_clear_object (&self->info);
  g_clear_pointer (&self->busy, g_array_unref);

  G_OBJECT_CLASS (care_calendar_parent_class)->finalize (object);
}

static void
care_calendar_class_init (CareCalendarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_calendar_finalize;
}

static void
care_calendar_init (CareCalendar *self)
{
  self->busy = g_array_new (FALSE, FALSE, sizeof (Busy));
  g_array_set_clear_func (self->busy, busy_clear);
  self->sorted = TRUE;
}

/**
 * care_calendar_new:
 * @info: the clinic's settings
 *
 * Returns: (transfer full): a calendar in which nothing is booked yet
 */
CareCalendar *
care_calendar_new (CareClinicInfo *info)
{
  CareCalendar *self;

  g_return_val_if_fail (CARE_IS_CLINIC_INFO (info), NULL);

  self = g_object_new (CARE_TYPE_CALENDAR, NULL);
  self->info = g_object_ref (info);

  return self;
}

CareClinicInfo *
care_calendar_get_info (CareCalendar *self)
{
  g_return_val_if_fail (CARE_IS_CALENDAR (self), NULL);
  return self->info;
}

GTimeZone *
care_calendar_get_zone (CareCalendar *self)
{
  g_return_val_if_fail (CARE_IS_CALENDAR (self), NULL);
  return care_clinic_info_get_time_zone (self->info);
}

/**
 * care_calendar_add_busy:
 * @self: a calendar
 * @start: first instant
 * @end: the instant after the last
 * @room: (nullable): id of the room that is taken; %NULL for the whole clinic
 */
void
care_calendar_add_busy (CareCalendar *self,
                        CareInstant   start,
                        CareInstant   end,
                        const char   *room)
{
  Busy busy = { start, end, NULL };

  g_return_if_fail (CARE_IS_CALENDAR (self));
  g_return_if_fail (start != CARE_INSTANT_NONE && end != CARE_INSTANT_NONE);

  if (end <= start)
    return;

  busy.room = g_strdup (room);
  g_array_append_val (self->busy, busy);
  self->longest = MAX (self->longest, end - start);
  self->sorted = FALSE;
}

/**
 * care_calendar_format:
 * @self: a calendar
 * @instant: an instant
 *
 * Returns: (transfer full): "2026-11-23 15:10" on the clinic's clock
 */
char *
care_calendar_format (CareCalendar *self,
                      CareInstant   instant)
{
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (CARE_IS_CALENDAR (self), NULL);

  local = care_instant_to_local (instant, care_calendar_get_zone (self));
  return g_date_time_format (local, "%Y-%m-%d %H:%M");
}

static int
compare_busy (gconstpointer a,
              gconstpointer b)
{
  const Busy *one = a;
  const Busy *other = b;

  return (one->start > other->start) - (one->start < other->start);
}

/* Index of the first block that may still reach into an instant. */
static guint
first_busy (CareCalendar *self,
            CareInstant   instant)
{
  guint low = 0;
  guint high = self->busy->len;

  if (!self->sorted)
    {
      g_array_sort (self->busy, compare_busy);
      self->sorted = TRUE;
    }

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->busy, Busy, middle).start + self->longest <= instant)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
room_is_free (CareCalendar *self,
              CareInstant   start,
              CareInstant   end,
              const char   *room)
{
  for (guint i = first_busy (self, start); i < self->busy->len; i++)
    {
      const Busy *busy = &g_array_index (self->busy, Busy, i);

      if (busy->start >= end)
        break;
      if (busy->end > start && (busy->room == NULL || g_str_equal (busy->room, room)))
        return FALSE;
    }

  return TRUE;
}

/* The room asked for when it is free, else the first free one; an asked room is a wish unless @only. */
static const char *
free_room (CareCalendar *self,
           CareInstant   start,
           CareInstant   end,
           const char   *asked,
           gboolean      only)
{
  GPtrArray *rooms = care_clinic_info_get_rooms (self->info);
  const CareRoom *wish = asked != NULL ? care_clinic_info_find_room (self->info, asked) : NULL;

  if (wish != NULL && room_is_free (self, start, end, wish->id))
    return wish->id;
  if (only && asked != NULL)
    return NULL;

  for (guint i = 0; i < rooms->len; i++)
    {
      const CareRoom *room = g_ptr_array_index (rooms, i);

      if (room_is_free (self, start, end, room->id))
        return room->id;
    }

  return NULL;
}

static void
local_date (CareCalendar *self,
            CareInstant   instant,
            GDate        *date,
            int          *minute)
{
  g_autoptr (GDateTime) local = care_instant_to_local (instant, care_calendar_get_zone (self));

  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) g_date_time_get_day_of_month (local),
                  (GDateMonth) g_date_time_get_month (local), (GDateYear) g_date_time_get_year (local));
  *minute = g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);
}

static char *
describe_hours (const CareOpening *spans,
                guint              n_spans)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_spans; i++)
    g_string_append_printf (text, "%s%02d:%02d to %02d:%02d", i > 0 ? ", " : "",
                            spans[i].from / 60, spans[i].from % 60, spans[i].to / 60, spans[i].to % 60);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static CareCalendarWhy
check_opening (CareCalendar  *self,
               CareInstant    start,
               CareInstant    end,
               char         **reason)
{
  GDate first, last;
  int from, to;
  guint n_spans = 0;
  const CareOpening *spans;
  const CareClosedDay *closed;
  g_autofree char *when = care_calendar_format (self, start);

  local_date (self, start, &first, &from);
  local_date (self, end - 1, &last, &to);
  to += 1;

  closed = care_clinic_info_find_closed (self->info, &first);
  if (closed != NULL)
    {
      const char *text = care_text_get (closed->text, care_clinic_info_get_staff_language (self->info));

      if (reason != NULL)
        *reason = g_strdup_printf ("%.10s: the clinic is closed (%s)", when, text);
      return CARE_WHY_CLOSED_DAY;
    }

  spans = care_clinic_info_get_opening (self->info, g_date_get_weekday (&first), &n_spans);
  if (n_spans == 0)
    {
      if (reason != NULL)
        *reason = g_strdup_printf ("%.10s: the clinic is closed on this weekday", when);
      return CARE_WHY_CLOSED_HOURS;
    }

  for (guint i = 0; i < n_spans && g_date_compare (&first, &last) == 0; i++)
    if (spans[i].from <= from && to <= spans[i].to)
      return CARE_WHY_FREE;

  if (reason != NULL)
    {
      g_autofree char *hours = describe_hours (spans, n_spans);

      *reason = g_strdup_printf ("%s: %d minutes do not fit into the opening hours (%s)", when,
                                 (int) ((end - start) / CARE_MINUTE), hours);
    }
  return CARE_WHY_CLOSED_HOURS;
}

/**
 * care_calendar_check:
 * @self: a calendar
 * @start: first instant
 * @end: the instant after the last
 * @room: (nullable): the one room that will do; %NULL for any
 * @slot: (out) (optional): the time and a free room, when there is one
 * @reason: (out) (optional): else a sentence why not
 *
 * Returns: %CARE_WHY_FREE, or what stands against it
 */
CareCalendarWhy
care_calendar_check (CareCalendar *self,
                     CareInstant   start,
                     CareInstant   end,
                     const char   *room,
                     CareSlot     *slot,
                     char        **reason)
{
  CareCalendarWhy why;
  const char *found;

  g_return_val_if_fail (CARE_IS_CALENDAR (self), CARE_WHY_BUSY);
  g_return_val_if_fail (start != CARE_INSTANT_NONE && start < end, CARE_WHY_BUSY);

  why = check_opening (self, start, end, reason);
  if (why != CARE_WHY_FREE)
    return why;

  found = free_room (self, start, end, room, TRUE);
  if (found == NULL)
    {
      g_autofree char *when = care_calendar_format (self, start);

      if (reason != NULL)
        *reason = g_strdup_printf (room != NULL ? "%s: the room is taken" : "%s: no room is free", when);
      return CARE_WHY_BUSY;
    }

  if (slot != NULL)
    *slot = (CareSlot) { start, end, found };
  return CARE_WHY_FREE;
}

static gboolean
try_minute (CareCalendar *self,
            const GDate  *date,
            int           minute,
            CareInstant   not_before,
            gint64        length,
            const char   *room,
            CareSlot     *slot)
{
  CareInstant start = care_instant_from_local (care_calendar_get_zone (self), g_date_get_year (date),
                                               g_date_get_month (date), g_date_get_day (date),
                                               minute / 60, minute % 60, NULL);
  const char *found;

  if (start == CARE_INSTANT_NONE || start < not_before ||
      check_opening (self, start, start + length, NULL) != CARE_WHY_FREE)
    return FALSE;

  found = free_room (self, start, start + length, room, FALSE);
  if (found == NULL)
    return FALSE;

  *slot = (CareSlot) { start, start + length, found };
  return TRUE;
}

/**
 * care_calendar_find_free:
 * @self: a calendar
 * @wanted: the time one would like
 * @not_before: nothing before this
 * @length: how long, in microseconds
 * @room: (nullable): the room one would like
 * @slot: (out): the free time found
 *
 * The next free time from the wanted day on: on each day the wanted time of
 * day first, then later ones, then earlier ones.
 *
 * Returns: %FALSE when nothing is free within three months
 */
gboolean
care_calendar_find_free (CareCalendar *self,
                         CareInstant   wanted,
                         CareInstant   not_before,
                         gint64        length,
                         const char   *room,
                         CareSlot     *slot)
{
  GDate date;
  int minute;

  g_return_val_if_fail (CARE_IS_CALENDAR (self), FALSE);
  g_return_val_if_fail (length > 0, FALSE);
  g_return_val_if_fail (slot != NULL, FALSE);

  local_date (self, wanted, &date, &minute);
  for (int day = 0; day <= DAYS_AHEAD; day++)
    {
      guint n_spans = 0;
      GDate today = date;

      g_date_add_days (&today, (guint) day);
      if (care_clinic_info_find_closed (self->info, &today) != NULL)
        continue;
      care_clinic_info_get_opening (self->info, g_date_get_weekday (&today), &n_spans);
      if (n_spans == 0)
        continue;
      for (int later = minute; later < 24 * 60; later += GRID_MINUTES)
        if (try_minute (self, &today, later, not_before, length, room, slot))
          return TRUE;
      for (int earlier = minute - GRID_MINUTES; earlier >= 0; earlier -= GRID_MINUTES)
        if (try_minute (self, &today, earlier, not_before, length, room, slot))
          return TRUE;
    }

  return FALSE;
}

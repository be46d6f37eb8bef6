/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-timeline.h"

#include "base/care-error.h"

/* A clock at the desk may run a little ahead of the one that noted the finish. */
#define FINISH_SLACK (2 * CARE_MINUTE)

/**
 * CareTimeline:
 *
 * What a session's finish, the protocol and the facts make of the hours and
 * days that follow: which lines hold, from when each thing is allowed again,
 * which lines contradict each other. Immutable.
 */
struct _CareTimeline
{
  GObject       parent_instance;

  CareProtocol *protocol;
  GTimeZone    *zone;
  CareInstant   finished;
  CareInstant   now;
  CareInstant   keep_until;
  gboolean      has_passed;
  GPtrArray    *lines;   /* owned CareMoment */
  GPtrArray    *moments; /* borrowed from lines, sorted */
  GPtrArray    *signs;   /* borrowed CareSign */
  GPtrArray    *clashes; /* owned CareClash */
};

G_DEFINE_FINAL_TYPE (CareTimeline, care_timeline, G_TYPE_OBJECT)

static void
care_timeline_dispose (GObject *object)
{
  CareTimeline *self = CARE_TIMELINE (object);

  g_clear_pointer (&self->moments, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->signs, g_ptr_array_unref);
  g_clear_pointer (&self->clashes, g_ptr_array_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_object (&self->protocol);

  G_OBJECT_CLASS (care_timeline_parent_class)->dispose (object);
}

static void
care_timeline_class_init (CareTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = care_timeline_dispose;
}

static void
care_timeline_init (CareTimeline *self)
{
  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->moments = g_ptr_array_new ();
  self->signs = g_ptr_array_new ();
  self->clashes = g_ptr_array_new_with_free_func (g_free);
}

/* The same time of day some days on. On the one day a year on which a clock
 * change skips or doubles that time of day, whole days of 24 h are as near. */
static CareInstant
add_days (CareTimeline *self,
          CareInstant   from,
          int           days)
{
  CareInstant at = care_instant_add_local_days (from, self->zone, days, NULL);

  return at != CARE_INSTANT_NONE ? at : from + days * 24 * CARE_HOUR;
}

static void
fill_when_facts (CareTimeline         *self,
                 const CareSheetFacts *facts,
                 CareWhenFacts        *when)
{
  when->visit = facts->kind == CARE_SHEET_TEST ? CARE_VISIT_FIRST : CARE_VISIT_SESSION;
  if (facts->kind == CARE_SHEET_BEFORE)
    when->visit = facts->next_kind;
  when->numbed = facts->numbed;
  when->clear_no = (const char *const *) facts->clear_no;
  when->last_session = facts->session_count > 0 && facts->session_number >= facts->session_count;
  if (facts->products->len > 0)
    when->product = care_protocol_find_product (self->protocol,
                                                ((CareSheetProduct *) g_ptr_array_index (facts->products, 0))->id);

  care_protocol_place_areas (self->protocol, (const char *const *) facts->areas, &when->face, &when->body);
}

static void
drop_clashing (CareTimeline *self,
               GPtrArray    *holding)
{
  for (guint i = 0; i < holding->len; i++)
    for (guint j = i + 1; j < holding->len; j++)
      {
        const CareLine *one = g_ptr_array_index (holding, i);
        const CareLine *other = g_ptr_array_index (holding, j);
        gboolean keep_other;
        CareClash *clash;

        if (!care_line_clashes (one, other))
          continue;

        keep_other = care_line_is_stricter (other, one);
        clash = g_new0 (CareClash, 1);
        clash->kept = keep_other ? other : one;
        clash->dropped = keep_other ? one : other;
        g_ptr_array_add (self->clashes, clash);
      }

  for (guint i = 0; i < self->clashes->len; i++)
    {
      const CareClash *clash = g_ptr_array_index (self->clashes, i);

      g_ptr_array_remove (holding, (gpointer) clash->dropped);
    }
}

static CareMoment *
moment_new (CareTimeline         *self,
            const CareLine       *line,
            const CareSheetFacts *facts)
{
  CareMoment *moment = g_new0 (CareMoment, 1);
  gboolean before = line->block == CARE_BLOCK_BEFORE;
  CareInstant from = before ? facts->next_visit : facts->finished;
  int days = line->days + 7 * line->weeks;

  moment->line = line;
  moment->at = CARE_INSTANT_NONE;
  /* Before a visit that has been there is no time to name; before one to come the words do: "24 hours before your visit". */
  if (before && facts->kind != CARE_SHEET_BEFORE && from <= self->now)
    from = CARE_INSTANT_NONE;
  if (from == CARE_INSTANT_NONE || (line->hours == 0 && days == 0))
    return moment;

  /* Hours are counted on the instant: eight hours across a clock change are eight hours. */
  moment->at = from + (before ? -1 : 1) * line->hours * CARE_HOUR;
  if (days > 0)
    {
      moment->at = add_days (self, moment->at, before ? -days : days);
      moment->whole_day = line->hours == 0;
    }
  if (!before)
    moment->passed = moment->at <= self->now;

  return moment;
}

static int
compare_moments (gconstpointer a,
                 gconstpointer b)
{
  const CareMoment *one = *(const CareMoment *const *) a;
  const CareMoment *other = *(const CareMoment *const *) b;

  return one->at < other->at ? -1 : one->at > other->at;
}

/* What is for the next visit depends on what that visit is for. */
static gboolean
is_about_next (const CareLine *line)
{
  return line->block == CARE_BLOCK_BEFORE || line->block == CARE_BLOCK_CALL_BEFORE;
}

static void
add_lines (CareTimeline         *self,
           const CareSheetFacts *facts,
           const CareWhenFacts  *when)
{
  GPtrArray *all = care_protocol_get_lines (self->protocol);
  GPtrArray *signs = care_protocol_get_signs (self->protocol);
  g_autoptr (GPtrArray) holding = g_ptr_array_new ();
  CareWhenFacts next = *when;

  next.visit = facts->next_kind;
  for (guint i = 0; i < all->len; i++)
    {
      const CareLine *line = g_ptr_array_index (all, i);

      if (care_when_holds (&line->when, is_about_next (line) ? &next : when))
        g_ptr_array_add (holding, (gpointer) line);
    }
  drop_clashing (self, holding);

  for (guint i = 0; i < holding->len; i++)
    {
      CareMoment *moment = moment_new (self, g_ptr_array_index (holding, i), facts);

      g_ptr_array_add (self->lines, moment);
      self->has_passed = self->has_passed || moment->passed;
      if (moment->line->block == CARE_BLOCK_LIMIT && moment->at != CARE_INSTANT_NONE)
        g_ptr_array_add (self->moments, moment);
      if (moment->line->block == CARE_BLOCK_KEEP_PAGE && moment->at != CARE_INSTANT_NONE)
        self->keep_until = moment->at;
    }
  g_ptr_array_sort (self->moments, compare_moments); /* stable: equal instants keep the protocol's order */

  for (guint i = 0; i < signs->len; i++)
    {
      const CareSign *sign = g_ptr_array_index (signs, i);

      if (care_when_holds (&sign->when, when))
        g_ptr_array_add (self->signs, (gpointer) sign);
    }
}

/**
 * care_timeline_new:
 * @protocol: the clinic's protocol
 * @facts: what is known about the visit
 * @zone: the clinic's time zone
 * @now: when the timeline is made; what is over by then is marked
 * @error: where to put the reason
 *
 * Of two lines that contradict each other for this visit the stricter stays;
 * care_timeline_get_clashes() names both. Hours are elapsed hours (design.md
 * section 2.7), days and weeks are calendar days in @zone.
 *
 * Returns: (transfer full) (nullable): the timeline, or %NULL with
 *   %CARE_ERROR_REFUSED when the finish lies in the future, %CARE_ERROR_INPUT
 *   when there is none
 */
CareTimeline *
care_timeline_new (CareProtocol         *protocol,
                   const CareSheetFacts *facts,
                   GTimeZone            *zone,
                   CareInstant           now,
                   GError              **error)
{
  g_autoptr (CareTimeline) self = NULL;
  CareWhenFacts when = { 0 };

  g_return_val_if_fail (CARE_IS_PROTOCOL (protocol), NULL);
  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);
  g_return_val_if_fail (now != CARE_INSTANT_NONE, NULL);

  if (facts->kind == CARE_SHEET_BEFORE ? facts->next_visit == CARE_INSTANT_NONE : facts->finished == CARE_INSTANT_NONE)
    {
      g_set_error_literal (error, CARE_ERROR, CARE_ERROR_INPUT,
                           facts->kind == CARE_SHEET_BEFORE
                             ? "next visit: no time; book the visit first"
                             : "finished: no time; every printed time hangs on the true end of the session");
      return NULL;
    }
  if (facts->kind != CARE_SHEET_BEFORE && facts->finished > now + FINISH_SLACK)
    {
      g_autofree char *finished = care_instant_format (facts->finished, zone);
      g_autofree char *present = care_instant_format (now, zone);

      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED,
                   "finished: %s is in the future, it is %s; set the true end of the session",
                   finished, present);
      return NULL;
    }

  self = g_object_new (CARE_TYPE_TIMELINE, NULL);
  self->protocol = g_object_ref (protocol);
  self->zone = g_time_zone_ref (zone);
  self->finished = facts->kind == CARE_SHEET_BEFORE ? facts->next_visit : facts->finished;
  self->now = now;
  self->keep_until = add_days (self, self->finished, 7 * care_protocol_get_parameters (protocol)->keep_weeks);

  fill_when_facts (self, facts, &when);
  add_lines (self, facts, &when);

  return g_steal_pointer (&self);
}

/**
 * care_timeline_get_protocol:
 * @self: a timeline
 *
 * Returns: (transfer none): the protocol it was made from
 */
CareProtocol *
care_timeline_get_protocol (CareTimeline *self)
{
  g_return_val_if_fail (CARE_IS_TIMELINE (self), NULL);

  return self->protocol;
}

/**
 * care_timeline_get_finished:
 * @self: a timeline
 *
 * Returns: the instant every "from when" hangs on
 */
CareInstant
care_timeline_get_finished (CareTimeline *self)
{
  g_return_val_if_fail (CARE_IS_TIMELINE (self), CARE_INSTANT_NONE);

  return self->finished;
}

/**
 * care_timeline_get_now:
 * @self: a timeline
 *
 * Returns: when it was made
 */
CareInstant
care_timeline_get_now (CareTimeline *self)
{
  g_return_val_if_fail (CARE_IS_TIMELINE (self), CARE_INSTANT_NONE);

  return self->now;
}

/**
 * care_timeline_get_zone:
 * @self: a timeline
 *
 * Returns: (transfer none): the clinic's time zone
 */
GTimeZone *
care_timeline_get_zone (CareTimeline *self)
{
  g_return_val_if_fail (CARE_IS_TIMELINE (self), NULL);

  return self->zone;
}

/**
 * care_timeline_has_passed:
 * @self: a timeline
 *
 * Returns: whether some line was already over when the timeline was made; the
 *   sheet then prints what still holds, and says so
 */
gboolean
care_timeline_has_passed (CareTimeline *self)
{
  g_return_val_if_fail (CARE_IS_TIMELINE (self), FALSE);

  return self->has_passed;
}

/**
 * care_timeline_get_keep_until:
 * @self: a timeline
 *
 * Late infections show for up to three months (fact c-02).
 *
 * Returns: until when the page is to be kept
 */
CareInstant
care_timeline_get_keep_until (CareTimeline *self)
{
  g_return_val_if_fail (CARE_IS_TIMELINE (self), CARE_INSTANT_NONE);

  return self->keep_until;
}

/**
 * care_timeline_get_moments:
 * @self: a timeline
 *
 * Returns: (transfer none) (element-type CareMoment): the limits that end by
 *   the clock, in order of time; what is over is among them, marked
 */
GPtrArray *
care_timeline_get_moments (CareTimeline *self)
{
  g_return_val_if_fail (CARE_IS_TIMELINE (self), NULL);

  return self->moments;
}

/**
 * care_timeline_get_lines:
 * @self: a timeline
 *
 * Returns: (transfer none) (element-type CareMoment): every line that holds for
 *   this visit, in the protocol's order
 */
GPtrArray *
care_timeline_get_lines (CareTimeline *self)
{
  g_return_val_if_fail (CARE_IS_TIMELINE (self), NULL);

  return self->lines;
}

/**
 * care_timeline_get_signs:
 * @self: a timeline
 *
 * Returns: (transfer none) (element-type CareSign): the warning signs that hold
 *   for this visit, in the protocol's order
 */
GPtrArray *
care_timeline_get_signs (CareTimeline *self)
{
  g_return_val_if_fail (CARE_IS_TIMELINE (self), NULL);

  return self->signs;
}

/**
 * care_timeline_get_clashes:
 * @self: a timeline
 *
 * Returns: (transfer none) (element-type CareClash): contradictions between the
 *   protocol's lines for this visit, each with the line that stays
 */
GPtrArray *
care_timeline_get_clashes (CareTimeline *self)
{
  g_return_val_if_fail (CARE_IS_TIMELINE (self), NULL);

  return self->clashes;
}

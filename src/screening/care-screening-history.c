/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "screening/care-screening-private.h"

#include <string.h>

const CareHistoryEntry *
care_screening_last (const CareScreening *self,
                     CareHistoryEvent     event,
                     const char          *product)
{
  guint n = self->in->history != NULL ? care_history_get_n_entries (self->in->history) : 0;

  for (guint i = n; i > 0; i--)
    {
      const CareHistoryEntry *entry = care_history_get_entry (self->in->history, i - 1);

      if (entry->event == event && entry->at <= self->in->session_start &&
          (product == NULL || g_strcmp0 (entry->product, product) == 0))
        return entry;
    }

  return NULL;
}

gboolean
care_screening_is_standing (const CareScreening    *self,
                            const CareHistoryEntry *entry)
{
  const CareSign *sign;

  if (entry->event == CARE_HISTORY_READING)
    return entry->result == CARE_RESULT_REACTION;

  if (entry->event != CARE_HISTORY_REACTION)
    return FALSE;

  sign = entry->sign != NULL ? care_protocol_find_sign (self->in->protocol, entry->sign) : NULL;

  return sign == NULL || sign->standing;
}

CareInstant
care_screening_add_months (CareInstant  instant,
                           GTimeZone   *zone,
                           int          months)
{
  g_autoptr (GDateTime) local = care_instant_to_local (instant, zone);
  g_autoptr (GDateTime) later = g_date_time_add_months (local, months);

  return g_date_time_to_unix (later) * CARE_SECOND + g_date_time_get_microsecond (later);
}

/* "test-early" with the test's moment, so that a decision never outlives the test it was about. */
static CareFinding *
add_at (CareScreening          *self,
        CareFind                find,
        CareFindingKind         kind,
        const CareHistoryEntry *entry)
{
  g_autofree char *detail = g_strdup_printf ("%s@%" G_GINT64_FORMAT, entry->product != NULL ? entry->product : "",
                                             entry->at / CARE_SECOND);

  return care_screening_add_built_in (self, find, kind, detail);
}

typedef struct
{
  gboolean reaction;
  gboolean clear;
} TestResult;

/* Readings of one test: a reaction counts at any time, a clear one only after the wait (s1-03, x-09). */
static TestResult
read_test (const CareScreening    *self,
           const CareHistoryEntry *test,
           CareInstant             wait_ends)
{
  TestResult result = { FALSE, FALSE };

  for (guint i = 0; i < care_history_get_n_entries (self->in->history); i++)
    {
      const CareHistoryEntry *entry = care_history_get_entry (self->in->history, i);

      if (entry->event != CARE_HISTORY_READING || g_strcmp0 (entry->product, test->product) != 0 ||
          entry->at < test->at || entry->at > self->in->session_start)
        continue;

      result.reaction |= entry->result == CARE_RESULT_REACTION;
      result.clear |= entry->result == CARE_RESULT_CLEAR && entry->at >= wait_ends;
    }

  return result;
}

static gboolean
had_reaction_since (const CareScreening *self,
                    CareInstant          since)
{
  for (guint i = 0; i < care_history_get_n_entries (self->in->history); i++)
    {
      const CareHistoryEntry *entry = care_history_get_entry (self->in->history, i);

      if (entry->event == CARE_HISTORY_REACTION && entry->at >= since && entry->at <= self->in->session_start &&
          care_screening_is_standing (self, entry))
        return TRUE;
    }

  return FALSE;
}

/**
 * care_screening_find_test:
 * @self: the run
 *
 * The allergy test of the product chosen: given with two injections, read clear
 * by a clinician not before its wait is over, not too old, void after a reaction
 * (s1-03, s1-04, u-03). Nobody can decide these.
 */
void
care_screening_find_test (CareScreening *self)
{
  const CareParameters *parameters = care_protocol_get_parameters (self->in->protocol);
  const CareHistoryEntry *test;
  CareInstant wait_ends;
  TestResult result;

  if (self->product == NULL)
    return;

  test = care_screening_last (self, CARE_HISTORY_TEST, self->product->id);
  if (test == NULL || (test->injections != 0 && test->injections < parameters->test_injections))
    {
      care_screening_add_built_in (self, CARE_FIND_TEST_MISSING, CARE_FINDING_TEST, self->product->id);
      return;
    }

  wait_ends = test->at + parameters->test_wait_hours * CARE_HOUR;
  result = read_test (self, test, wait_ends);

  if (result.reaction)
    {
      add_at (self, CARE_FIND_TEST_REACTION, CARE_FINDING_TEST, test);
      return;
    }

  if (self->in->session_start < wait_ends)
    add_at (self, CARE_FIND_TEST_EARLY, CARE_FINDING_TEST, test)->clears_at = wait_ends;

  if (!result.clear)
    add_at (self, CARE_FIND_TEST_UNREAD, CARE_FINDING_TEST, test);

  if (self->in->session_start >= care_screening_add_months (test->at, self->in->zone, parameters->test_valid_months) ||
      had_reaction_since (self, test->at))
    add_at (self, CARE_FIND_TEST_EXPIRED, CARE_FINDING_TEST, test);
}

/* Days between sessions are days of the calendar: weekly visits may come at an earlier hour. */
static CareInstant
gap_ends (const CareScreening *self,
          CareInstant          last,
          int                  days)
{
  CareInstant day = care_instant_day_start (last, self->in->zone);
  /* Noon exists on every day; from there to the first instant of its day. */
  CareInstant noon = care_instant_add_local_days (day + 12 * CARE_HOUR, self->in->zone, days, NULL);

  return noon != CARE_INSTANT_NONE ? care_instant_day_start (noon, self->in->zone) : day + days * 24 * CARE_HOUR;
}

static void
find_gap (CareScreening *self)
{
  const CareParameters *parameters = care_protocol_get_parameters (self->in->protocol);
  const CareHistoryEntry *any = care_screening_last (self, CARE_HISTORY_SESSION, NULL);
  const CareHistoryEntry *same = NULL;
  const CareHistoryEntry *binding = any;
  CareInstant ends;

  if (any == NULL)
    return;

  ends = gap_ends (self, any->at, parameters->session_min_gap_days);

  if (self->product != NULL)
    same = care_screening_last (self, CARE_HISTORY_SESSION, self->product->id);
  if (same != NULL)
    {
      int days = care_protocol_get_min_gap_days (self->in->protocol, self->product->id);
      CareInstant same_ends = gap_ends (self, same->at, days);

      if (same_ends > ends)
        {
          ends = same_ends;
          binding = same;
        }
    }

  if (self->in->session_start < ends)
    add_at (self, CARE_FIND_GAP, CARE_FINDING_PRODUCT, binding)->clears_at = ends;
}

static void
find_counts (CareScreening *self)
{
  const CareParameters *parameters = care_protocol_get_parameters (self->in->protocol);
  g_autofree char *detail = NULL;
  int all = 0;
  int same = 0;

  for (guint i = 0; i < care_history_get_n_entries (self->in->history); i++)
    {
      const CareHistoryEntry *entry = care_history_get_entry (self->in->history, i);

      if (entry->event != CARE_HISTORY_SESSION || entry->at > self->in->session_start)
        continue;

      all++;
      if (self->product != NULL && g_strcmp0 (entry->product, self->product->id) == 0)
        same++;
    }

  detail = g_strdup_printf ("%d", all);
  if (self->product != NULL && self->product->max_visits > 0 && same >= self->product->max_visits)
    care_screening_add_built_in (self, CARE_FIND_MAX_VISITS, CARE_FINDING_PRODUCT, detail);
  if (all > 0 && parameters->review_after_sessions > 0 && all % parameters->review_after_sessions == 0)
    care_screening_add_built_in (self, CARE_FIND_REVIEW_DUE, CARE_FINDING_HISTORY, detail);
}

/* The reading that test-reaction already tells of does not stand a second time. */
static gboolean
is_told (const CareScreening    *self,
         const CareHistoryEntry *entry)
{
  const CareHistoryEntry *test;

  if (entry->event != CARE_HISTORY_READING || self->product == NULL ||
      g_strcmp0 (entry->product, self->product->id) != 0 || self->in->visit != CARE_VISIT_SESSION)
    return FALSE;

  test = care_screening_last (self, CARE_HISTORY_TEST, self->product->id);

  return test != NULL && entry->at >= test->at;
}

/**
 * care_screening_find_history:
 * @self: the run
 *
 * Reactions that stand, the gap since the last session, the number of visits.
 */
void
care_screening_find_history (CareScreening *self)
{
  if (self->in->history == NULL)
    return;

  for (guint i = 0; i < care_history_get_n_entries (self->in->history); i++)
    {
      const CareHistoryEntry *entry = care_history_get_entry (self->in->history, i);

      if (entry->at <= self->in->session_start && care_screening_is_standing (self, entry) && !is_told (self, entry))
        add_at (self, CARE_FIND_STANDING_REACTION, CARE_FINDING_HISTORY, entry);
    }

  if (self->in->visit == CARE_VISIT_SESSION)
    {
      find_gap (self);
      find_counts (self);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "screening/care-screening-private.h"

#include <string.h>

/* Whole years from one day to another. */
static int
years_between (const GDate *birth,
               const GDate *day)
{
  int years = (int) g_date_get_year (day) - (int) g_date_get_year (birth);

  if (g_date_get_month (day) < g_date_get_month (birth) ||
      (g_date_get_month (day) == g_date_get_month (birth) && g_date_get_day (day) < g_date_get_day (birth)))
    years--;

  return years;
}

static void
date_of (CareInstant  instant,
         GTimeZone   *zone,
         GDate       *date)
{
  g_autoptr (GDateTime) local = care_instant_to_local (instant, zone);

  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) g_date_time_get_day_of_month (local),
                  (GDateMonth) g_date_time_get_month (local), (GDateYear) g_date_time_get_year (local));
}

/* The youngest and the oldest the answer lets the person be: somebody may only know the year. */
static gboolean
birth_from_answers (const CareScreening *self,
                    GDate               *latest,
                    GDate               *earliest)
{
  GPtrArray *asked = care_answers_list (self->answers, "birth-date");

  for (guint i = asked != NULL ? asked->len : 0; i > 0; i--)
    {
      const CareAsked *entry = g_ptr_array_index (asked, i - 1);
      CareValue *value = care_node_get_value (entry->node);
      CareInstant first;
      CareInstant last;

      if (value == NULL || !care_value_get_instants (value, self->in->zone, &first, &last))
        continue;

      date_of (last, self->in->zone, latest);
      date_of (first, self->in->zone, earliest);

      return TRUE;
    }

  return FALSE;
}

/**
 * care_screening_find_identity:
 * @self: the run
 *
 * Who this is, and how old. Without a birth date identity is open.
 */
void
care_screening_find_identity (CareScreening *self)
{
  const CareParameters *parameters = care_protocol_get_parameters (self->in->protocol);
  GDate latest;
  GDate earliest;
  GDate day;

  if (self->in->birth_date != NULL && g_date_valid (self->in->birth_date))
    {
      latest = earliest = *self->in->birth_date;
    }
  else if (!birth_from_answers (self, &latest, &earliest))
    {
      care_screening_add_built_in (self, CARE_FIND_IDENTITY, CARE_FINDING_IDENTITY, "birth-date")->question =
          g_strdup ("birth-date");
      return;
    }

  if (self->in->identity_open)
    care_screening_add_built_in (self, CARE_FIND_IDENTITY, CARE_FINDING_IDENTITY, "open");

  date_of (self->in->session_start, self->in->zone, &day);
  if (years_between (&latest, &day) < parameters->age_least_years)
    care_screening_add_built_in (self, CARE_FIND_UNDER_AGE, CARE_FINDING_IDENTITY, NULL);
  if (years_between (&earliest, &day) > parameters->age_review_years)
    care_screening_add_built_in (self, CARE_FIND_OVER_AGE, CARE_FINDING_IDENTITY, NULL);
}

/**
 * care_screening_find_product:
 * @self: the run
 *
 * A product, a batch that is in date, areas of its label.
 */
void
care_screening_find_product (CareScreening *self)
{
  const CareScreeningInputs *in = self->in;

  if (self->product == NULL)
    {
      care_screening_add_built_in (self, CARE_FIND_PRODUCT, CARE_FINDING_PRODUCT, NULL);
      return;
    }

  if ((in->batch == NULL || *in->batch == '\0') && !in->batch_not_asked)
    care_screening_add_built_in (self, CARE_FIND_BATCH, CARE_FINDING_PRODUCT, "none");
  else if (in->batch_expires != CARE_INSTANT_NONE && in->batch_expires <= in->session_start)
    care_screening_add_built_in (self, CARE_FIND_BATCH, CARE_FINDING_PRODUCT, "expired");

  for (guint i = 0; i < self->areas->len; i++)
    {
      const char *area = g_ptr_array_index (self->areas, i);
      const CareArea *known = care_protocol_find_area (in->protocol, area);
      g_autofree char *detail = g_strdup_printf ("%s=%s", self->product->id, area);

      if (!care_product_allows_area (self->product, area))
        care_screening_add_built_in (self, CARE_FIND_OUTSIDE_LABEL, CARE_FINDING_PRODUCT, detail)->answer =
            g_strdup (known != NULL ? care_text_get (known->text, in->language != NULL ? in->language : "en") : area);
    }
}

static gboolean
consent_holds (const CareScreening    *self,
               const CareHistoryEntry *entry)
{
  if (entry->event != CARE_HISTORY_CONSENT || entry->at > self->in->session_start || self->product == NULL ||
      g_strcmp0 (entry->product, self->product->id) != 0)
    return FALSE;

  for (guint i = 0; entry->areas != NULL && i < self->areas->len; i++)
    if (!g_strv_contains ((const char *const *) entry->areas, g_ptr_array_index (self->areas, i)))
      return FALSE;

  return TRUE;
}

/**
 * care_screening_find_consent:
 * @self: the run
 *
 * Consent holds for a product and its areas (fact q-28); a consent that names no
 * areas holds for those planned.
 */
void
care_screening_find_consent (CareScreening *self)
{
  guint n = self->in->history != NULL ? care_history_get_n_entries (self->in->history) : 0;

  if (!self->in->consent_needed)
    return;

  for (guint i = 0; i < n; i++)
    if (consent_holds (self, care_history_get_entry (self->in->history, i)))
      return;

  care_screening_add_built_in (self, CARE_FIND_CONSENT, CARE_FINDING_CONSENT,
                               self->product != NULL ? self->product->id : NULL);
}

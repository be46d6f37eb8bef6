/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "course/care-clinic-opening.h"

#include <string.h>

/* When a clinic is open, and the days on which it is not. */

#define MINUTES_A_DAY 1440

static void
care_closed_day_free (CareClosedDay *self)
{
  g_clear_pointer (&self->text, care_text_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareClosedDay, care_closed_day_free)

static gboolean
parse_digits (const char *text,
              gsize       n,
              int        *out)
{
  int value = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      value = value * 10 + (text[i] - '0');
    }

  *out = value;
  return TRUE;
}

/**
 * care_clinic_opening_read_date:
 * @view: an object
 * @member: its member
 * @need: whether it must be there
 * @out: (out): where the date goes; untouched when absent
 * @error: return location for an error
 *
 * Reads a calendar date, "2026-12-25".
 *
 * Returns: %FALSE when it is missing or no date
 */
gboolean
care_clinic_opening_read_date (const CareJsonView  *view,
                             const char          *member,
                             CareJsonNeed         need,
                             GDate               *out,
                             GError             **error)
{
  const char *text = NULL;
  int year, month, day;

  if (!care_json_view_get_string (view, member, need, &text, error))
    return FALSE;
  if (text == NULL)
    return TRUE;

  if (strlen (text) != 10 || text[4] != '-' || text[7] != '-' ||
      !parse_digits (text, 4, &year) || !parse_digits (text + 5, 2, &month) ||
      !parse_digits (text + 8, 2, &day) ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    {
      care_json_view_set_error (view, error, CARE_ERROR_INPUT,
                                "\"%s\" is not a date; write year-month-day, such as 2026-12-25",
                                member);
      return FALSE;
    }

  g_date_clear (out, 1);
  g_date_set_dmy (out, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

static gboolean
read_clock (const CareJsonView  *span,
            guint                index,
            int                 *out,
            GError             **error)
{
  CareJsonView end;
  const char *text = NULL;
  int hour, minute;

  if (care_json_view_peek_element (span, index, &end) &&
      JSON_NODE_HOLDS_VALUE (end.node) &&
      json_node_get_value_type (end.node) == G_TYPE_STRING)
    text = json_node_get_string (end.node);

  if (text == NULL || strlen (text) != 5 || text[2] != ':' ||
      !parse_digits (text, 2, &hour) || !parse_digits (text + 3, 2, &minute) ||
      minute > 59 || hour * 60 + minute > MINUTES_A_DAY)
    {
      care_json_view_set_error (span, error, CARE_ERROR_INPUT,
                                "an opening span is two times of the day, such as [\"09:00\", \"18:00\"]");
      return FALSE;
    }

  *out = hour * 60 + minute;
  return TRUE;
}

/**
 * care_clinic_opening_read_spans:
 * @view: the "opening" object
 * @day: the weekday's member, "mon"
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type CareOpening) (nullable): the day's
 *   spans in order of time, none when it is closed; %NULL on error
 */
GArray *
care_clinic_opening_read_spans (const CareJsonView  *view,
                                const char          *day,
                                GError             **error)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (CareOpening));
  CareJsonView list = { 0 };

  if (!care_json_view_get_array (view, day, CARE_JSON_OPTIONAL, &list, error))
    return NULL;
  if (list.node == NULL)
    return g_steal_pointer (&spans);

  for (guint i = 0; i < care_json_view_get_length (&list); i++)
    {
      CareJsonView span;
      CareOpening opening;
      int earliest = 0;

      if (!care_json_view_peek_element (&list, i, &span))
        continue;
      if (!JSON_NODE_HOLDS_ARRAY (span.node) || care_json_view_get_length (&span) != 2)
        {
          care_json_view_set_error (&span, error, CARE_ERROR_INPUT,
                                    "an opening span is two times of the day, such as [\"09:00\", \"18:00\"]");
          return NULL;
        }
      if (!read_clock (&span, 0, &opening.from, error) ||
          !read_clock (&span, 1, &opening.to, error))
        return NULL;
      if (spans->len > 0)
        earliest = g_array_index (spans, CareOpening, spans->len - 1).to;
      if (opening.from >= opening.to || opening.from < earliest)
        {
          care_json_view_set_error (&span, error, CARE_ERROR_INPUT,
                                    "opening spans must end after they begin and follow each other in order of time");
          return NULL;
        }
      g_array_append_val (spans, opening);
    }

  return g_steal_pointer (&spans);
}

/**
 * care_clinic_opening_read_closed:
 * @view: the settings
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type CareClosedDay) (nullable): the closed
 *   days; %NULL on error
 */
GPtrArray *
care_clinic_opening_read_closed (const CareJsonView  *view,
                               GError             **error)
{
  const char *known[] = { "date", "until", "text", NULL };
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func ((GDestroyNotify) care_closed_day_free);
  CareJsonView list = { 0 };
  CareJsonView item;

  if (!care_json_view_get_array (view, "closed", CARE_JSON_OPTIONAL, &list, error))
    return NULL;

  for (guint i = 0; list.node != NULL && i < care_json_view_get_length (&list); i++)
    {
      g_autoptr (CareClosedDay) day = g_new0 (CareClosedDay, 1);

      if (!care_json_view_peek_element (&list, i, &item))
        continue;
      if (!care_json_view_refuse_unknown (&item, known, error) ||
          !care_clinic_opening_read_date (&item, "date", CARE_JSON_REQUIRED, &day->from, error))
        return NULL;
      day->to = day->from;
      if (!care_clinic_opening_read_date (&item, "until", CARE_JSON_OPTIONAL, &day->to, error) ||
          !care_json_view_get_text (&item, "text", CARE_JSON_REQUIRED, &day->text, error))
        return NULL;
      if (g_date_compare (&day->to, &day->from) < 0)
        {
          care_json_view_set_error (&item, error, CARE_ERROR_INPUT,
                                    "\"until\" is before \"date\"");
          return NULL;
        }
      g_ptr_array_add (days, g_steal_pointer (&day));
    }

  return g_steal_pointer (&days);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-parameters.h"

#include "protocol/care-protocol-parts.h"

/* One number of a group: its name, where it goes, the most it may be. */
typedef struct
{
  const char *name;
  gsize       offset;
  int         max;
} Number;

#define NUMBER(name, field, max) { name, G_STRUCT_OFFSET (CareParameters, field), max }

typedef struct
{
  const char *name;
  Number      numbers[7];
} Group;

static const Group groups[] = {
  { "test",
    { NUMBER ("injections", test_injections, 20),
      NUMBER ("wait_hours", test_wait_hours, 336),
      NUMBER ("first_reading_minutes", test_first_reading_minutes, 240),
      NUMBER ("valid_months", test_valid_months, 60) } },
  { "session",
    { NUMBER ("minutes", session_minutes, 480),
      NUMBER ("min_gap_days", session_min_gap_days, 366),
      NUMBER ("numbing_minutes", numbing_minutes, 240),
      NUMBER ("watch_minutes", watch_minutes, 240),
      NUMBER ("watch_long_minutes", watch_long_minutes, 240) } },
  { "course",
    { NUMBER ("review_after_sessions", review_after_sessions, 100),
      NUMBER ("min_sessions", course_min_sessions, 100),
      NUMBER ("max_sessions", course_max_sessions, 100) } },
  { "intake",
    { NUMBER ("valid_months", intake_valid_months, 60),
      NUMBER ("gap_months", intake_gap_months, 60) } },
  { "consent", { NUMBER ("wait_days", consent_wait_days, 60) } },
  { "age",
    { NUMBER ("least_years", age_least_years, 120),
      NUMBER ("review_over_years", age_review_years, 120) } },
  { "sheet", { NUMBER ("keep_weeks", keep_weeks, 104) } },
};

static gboolean
read_follow_up (const CareJsonView *view,
                CareParameters     *self,
                GError            **error)
{
  CareJsonView days = { 0 };
  guint length;

  if (!care_json_view_get_array (view, "follow_up_days", CARE_JSON_REQUIRED, &days, error))
    return FALSE;

  length = care_json_view_get_length (&days);
  self->follow_up_days = g_new0 (int, length + 1);

  for (guint i = 0; i < length; i++)
    {
      CareJsonView day;
      gint64 number;

      if (!care_json_view_peek_element (&days, i, &day))
        break;

      number = JSON_NODE_HOLDS_VALUE (day.node) ? json_node_get_int (day.node) : 0;
      if (number < 1 || number > 366)
        {
          care_json_view_set_error (&day, error, CARE_ERROR_INPUT, "must be a day from 1 to 366");
          return FALSE;
        }

      self->follow_up_days[i] = (int) number;
    }

  return TRUE;
}

static gboolean
read_group (const CareJsonView *view,
            const Group        *group,
            CareParameters     *self,
            GError            **error)
{
  const char *known[G_N_ELEMENTS (group->numbers) + 3] = { NULL };
  g_autoptr (CareCodedText) place = g_new0 (CareCodedText, 1);
  gboolean is_course = g_str_equal (group->name, "course");
  CareJsonView child = { 0 };
  gsize n = 0;

  if (!care_json_view_get_object (view, group->name, CARE_JSON_REQUIRED, &child, error))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (group->numbers) && group->numbers[i].name != NULL; i++)
    {
      const Number *number = &group->numbers[i];

      known[n++] = number->name;
      if (!care_parts_read_count (&child, number->name, CARE_JSON_REQUIRED, number->max,
                                  G_STRUCT_MEMBER_P (self, number->offset), error))
        return FALSE;
    }

  known[n++] = "sources";
  if (is_course)
    known[n++] = "follow_up_days";

  if (!care_json_view_refuse_unknown (&child, known, error) ||
      (is_course && !read_follow_up (&child, self, error)) ||
      !care_json_view_get_strv (&child, "sources", CARE_JSON_REQUIRED, &place->sources, error))
    return FALSE;

  place->code = g_strdup (group->name);
  place->path = care_json_view_dup_path (&child);
  g_ptr_array_add (self->groups, g_steal_pointer (&place));

  return TRUE;
}

CareParameters *
care_parameters_read (const CareJsonView *view,
                      GError            **error)
{
  const char *known[G_N_ELEMENTS (groups) + 2] = { NULL };
  g_autoptr (CareParameters) self = g_new0 (CareParameters, 1);
  CareJsonView child = { 0 };

  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) care_coded_text_free);

  if (!care_json_view_get_object (view, "parameters", CARE_JSON_REQUIRED, &child, error))
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    known[i] = groups[i].name;
  known[G_N_ELEMENTS (groups)] = "ranges";

  if (!care_json_view_refuse_unknown (&child, known, error))
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    if (!read_group (&child, &groups[i], self, error))
      return NULL;

  if (!care_parts_read_ranges (&child, &self->ranges, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
care_parameters_free (CareParameters *self)
{
  g_free (self->follow_up_days);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->ranges, g_ptr_array_unref);
  g_free (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-protocol-parts.h"

#include <math.h>
#include <string.h>

const char *const care_visit_names[] = { "first", "reading", "session", NULL };
const char *const care_class_names[] = { "mix", "fat-dissolving", "booster", NULL };

gboolean
care_parts_read_array (const CareJsonView *view,
                       const char         *member,
                       CarePartRead        read,
                       gpointer            context,
                       GDestroyNotify      free_part,
                       GPtrArray         **out,
                       GError            **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (free_part);
  CareJsonView array = { 0 };

  if (!care_json_view_get_array (view, member, CARE_JSON_REQUIRED, &array, error))
    return FALSE;

  for (guint i = 0; i < care_json_view_get_length (&array); i++)
    {
      CareJsonView element;
      gpointer part;

      if (!care_json_view_peek_element (&array, i, &element))
        break;

      part = read (&element, context, error);
      if (part == NULL)
        return FALSE;

      g_ptr_array_add (parts, part);
    }

  *out = g_steal_pointer (&parts);

  return TRUE;
}

gboolean
care_parts_read_bits (const CareJsonView *view,
                      const char         *member,
                      const char *const  *names,
                      guint              *out,
                      GError            **error)
{
  g_auto (GStrv) given = NULL;
  guint bits = 0;

  if (!care_json_view_get_strv (view, member, CARE_JSON_OPTIONAL, &given, error))
    return FALSE;

  for (gsize i = 0; given != NULL && given[i] != NULL; i++)
    {
      guint bit = 0;

      while (names[bit] != NULL && strcmp (names[bit], given[i]) != 0)
        bit++;

      if (names[bit] == NULL)
        {
          g_autofree char *known = g_strjoinv (", ", (char **) names);
          CareJsonView child;

          if (care_json_view_peek_member (view, member, &child))
            care_json_view_set_error (&child, error, CARE_ERROR_INPUT, "must be some of %s", known);

          return FALSE;
        }

      bits |= 1u << bit;
    }

  *out = bits;

  return TRUE;
}

gboolean
care_parts_read_count (const CareJsonView *view,
                       const char         *member,
                       CareJsonNeed        need,
                       int                 max,
                       int                *out,
                       GError            **error)
{
  gint64 number = *out;

  if (!care_json_view_get_int (view, member, need, 0, max, &number, error))
    return FALSE;

  *out = (int) number;

  return TRUE;
}

gboolean
care_parts_read_code (const CareJsonView *view,
                      const char         *member,
                      CareJsonNeed        need,
                      char              **out,
                      GError            **error)
{
  const char *code = NULL;

  if (!care_json_view_get_string (view, member, need, &code, error))
    return FALSE;

  if (code == NULL)
    return TRUE;

  if (*code == '\0' || strspn (code, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen (code))
    {
      CareJsonView child;

      if (care_json_view_peek_member (view, member, &child))
        care_json_view_set_error (&child, error, CARE_ERROR_INPUT,
                                  "must be a short name of small letters, digits and hyphens");

      return FALSE;
    }

  *out = g_strdup (code);

  return TRUE;
}

static gpointer
read_range (const CareJsonView *view,
            gpointer            context,
            GError            **error)
{
  static const char *const known[] = { "what", "min", "max", "proposal", "sources", NULL };
  g_autoptr (CareRange) range = g_new0 (CareRange, 1);
  const char *what = NULL;

  range->min = range->max = range->proposal = (double) NAN;

  if (!care_json_view_refuse_unknown (view, known, error) ||
      !care_json_view_get_string (view, "what", CARE_JSON_REQUIRED, &what, error) ||
      !care_json_view_get_double (view, "min", CARE_JSON_OPTIONAL, &range->min, error) ||
      !care_json_view_get_double (view, "max", CARE_JSON_OPTIONAL, &range->max, error) ||
      !care_json_view_get_double (view, "proposal", CARE_JSON_OPTIONAL, &range->proposal, error) ||
      !care_json_view_get_strv (view, "sources", CARE_JSON_REQUIRED, &range->sources, error))
    return NULL;

  range->what = g_strdup (what);
  range->path = care_json_view_dup_path (view);

  return g_steal_pointer (&range);
}

gboolean
care_parts_read_ranges (const CareJsonView *view,
                        GPtrArray         **out,
                        GError            **error)
{
  CareJsonView child;

  if (!care_json_view_peek_member (view, "ranges", &child))
    {
      *out = g_ptr_array_new_with_free_func ((GDestroyNotify) care_range_free);
      return TRUE;
    }

  return care_parts_read_array (view, "ranges", read_range, NULL, (GDestroyNotify) care_range_free, out, error);
}

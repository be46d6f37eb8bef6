/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-widow.h"

/* What is seen of @length bytes. */
static guint
count_seen (const char *text,
            gsize       length)
{
  guint seen = 0;

  for (const char *c = text; c < text + length; c = g_utf8_next_char (c))
    {
      GUnicodeType type = g_unichar_type (g_utf8_get_char (c));

      seen += type != G_UNICODE_FORMAT && type != G_UNICODE_NON_SPACING_MARK;
    }

  return seen;
}

/**
 * care_widow_count_letters:
 * @layout: words
 * @line: number of a line
 *
 * Returns: how many letters, signs and spaces are seen of it
 */
guint
care_widow_count_letters (PangoLayout *layout,
                          int          line)
{
  PangoLayoutLine *last = pango_layout_get_line_readonly (layout, line);

  return last != NULL ? count_seen (pango_layout_get_text (layout) + last->start_index, (gsize) last->length) : 0;
}

/* Where the last words begin that together are no widow; %NULL where they would be longer than what stays above them. */
static const char *
find_company (const char *above,
              const char *last,
              const char *end)
{
  for (const char *c = last - 1; c > above; c--)
    {
      const char *before = c;

      if (*c != ' ' || count_seen (c + 1, (gsize) (end - c - 1)) < CARE_WIDOW_LEAST)
        continue;
      while (before > above && before[-1] == ' ')
        before--;

      return count_seen (above, (gsize) (before - above)) >= count_seen (c + 1, (gsize) (end - c - 1)) ? c + 1 : NULL;
    }

  return NULL;
}

/**
 * care_widow_avoid:
 * @layout: words of a paragraph
 *
 * Where a paragraph's last line is a word of a few letters, the words before it come down to it.
 * There are as many lines as before, so what was measured stays right.
 *
 * Returns: whether its lines have changed
 */
gboolean
care_widow_avoid (PangoLayout *layout)
{
  int n = pango_layout_get_line_count (layout);
  const char *text = pango_layout_get_text (layout);
  const PangoLayoutLine *above, *last;
  const char *start, *end;
  PangoAttrList *before, *joined;
  PangoAttribute *attribute;
  gboolean better;

  if (n < 2 || care_widow_count_letters (layout, n - 1) >= CARE_WIDOW_LEAST)
    return FALSE;

  above = pango_layout_get_line_readonly (layout, n - 2);
  last = pango_layout_get_line_readonly (layout, n - 1);
  end = text + last->start_index + last->length;
  if (last->is_paragraph_start || last->start_index == 0)
    return FALSE;
  start = find_company (text + above->start_index, text + last->start_index, end);
  if (start == NULL)
    return FALSE;

  attribute = pango_attr_allow_breaks_new (FALSE);
  attribute->start_index = (guint) (start - text);
  attribute->end_index = (guint) (end - text);
  before = pango_attr_list_ref (pango_layout_get_attributes (layout));
  joined = pango_attr_list_copy (before);
  pango_attr_list_insert (joined, attribute);
  pango_layout_set_attributes (layout, joined);
  pango_attr_list_unref (joined);
  /* What stays together already, a date, may have come down with them. */
  better = pango_layout_get_line_count (layout) == n &&
           care_widow_count_letters (layout, n - 2) >= care_widow_count_letters (layout, n - 1);
  if (!better)
    pango_layout_set_attributes (layout, before);
  pango_attr_list_unref (before);

  return better;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "course/care-ical-scan.h"

#include <string.h>

#include "base/care-error.h"

#define MOST_BYTES (16 * 1024 * 1024)
#define MOST_DEPTH 8
#define MOST_LINES 1000000

static gboolean
fail (GError     **error,
      const char  *source,
      guint        line,
      const char  *what)
{
  g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "%s: line %u: %s", source, line, what);
  return FALSE;
}

/* "BEGIN:VEVENT" gives "VEVENT", cut at blanks; NULL when the line is another. */
static char *
name_after (const char *line,
            gsize       length,
            const char *word)
{
  gsize n = strlen (word);

  if (length <= n || g_ascii_strncasecmp (line, word, n) != 0)
    return NULL;

  return g_strstrip (g_ascii_strup (line + n, (gssize) (length - n)));
}

static gboolean
scan_line (const char  *line,
           gsize        length,
           GPtrArray   *open,
           const char  *source,
           guint        number,
           GError     **error)
{
  g_autofree char *begin = name_after (line, length, "BEGIN:");
  g_autofree char *end = name_after (line, length, "END:");

  if (begin != NULL)
    {
      if (open->len == MOST_DEPTH)
        return fail (error, source, number, "components are nested too deeply");
      if (open->len == 0 && strcmp (begin, "VCALENDAR") != 0)
        return fail (error, source, number, "a calendar begins with BEGIN:VCALENDAR");
      g_ptr_array_add (open, g_steal_pointer (&begin));
    }
  else if (end != NULL)
    {
      if (open->len == 0 || strcmp (g_ptr_array_index (open, open->len - 1), end) != 0)
        return fail (error, source, number, "this END fits no BEGIN");
      g_ptr_array_set_size (open, (int) open->len - 1);
    }
  else if (open->len == 0)
    return fail (error, source, number, "a calendar begins with BEGIN:VCALENDAR");

  return TRUE;
}

/**
 * care_ical_scan:
 * @text: an iCalendar text
 * @length: its bytes
 * @source: where it came from
 * @error: return location for an error
 *
 * What libical forgives and a calendar of busy times must not: a file cut off
 * in the middle, components that do not close, other bytes than text. Bounds
 * size and depth before libical sees a byte.
 *
 * Returns: %FALSE with the line and the reason
 */
gboolean
care_ical_scan (const char  *text,
                gsize        length,
                const char  *source,
                GError     **error)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);
  const char *end = text + length;
  const char *line = text;
  gboolean any = FALSE;
  guint number = 0;

  if (length > MOST_BYTES)
    return fail (error, source, 1, "the file is larger than 16 MiB");
  if (!g_utf8_validate_len (text, length, NULL))
    return fail (error, source, 1, "this is not UTF-8 text");

  while (line < end)
    {
      const char *stop = memchr (line, '\n', (gsize) (end - line));
      gsize n = (gsize) ((stop != NULL ? stop : end) - line);

      if (++number > MOST_LINES)
        return fail (error, source, number, "too many lines");
      if (n > 0 && line[n - 1] == '\r')
        n--;
      /* Lines that begin with a blank go on with the one before. */
      if (n > 0 && line[0] != ' ' && line[0] != '\t')
        {
          if (!scan_line (line, n, open, source, number, error))
            return FALSE;
          any = TRUE;
        }
      line = stop != NULL ? stop + 1 : end;
    }

  if (!any)
    return fail (error, source, 1, "the file is empty");
  if (open->len > 0)
    return fail (error, source, number, "the file ends in the middle: END:VCALENDAR is missing");

  return TRUE;
}

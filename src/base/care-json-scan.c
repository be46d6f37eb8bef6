/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-json.h"

#include <string.h>

#include "base/care-error.h"

/* One open object or array. Names of an object's members are kept to find one written twice. */
typedef struct
{
  gboolean    is_object;
  guint       index;
  GHashTable *names;
  char       *name;
} Frame;

typedef struct
{
  const char           *text;
  const char           *cursor;
  const char           *end;
  const char           *source;
  const CareJsonLimits *limits;
  GArray               *frames;
  guint                 values;
} Scan;

static void
frame_clear (gpointer data)
{
  Frame *frame = data;

  g_clear_pointer (&frame->names, g_hash_table_unref);
  g_clear_pointer (&frame->name, g_free);
}

static Frame *
innermost (Scan *scan)
{
  return scan->frames->len == 0 ? NULL : &g_array_index (scan->frames, Frame, scan->frames->len - 1);
}

static void
append_pointer_step (GString    *path,
                     const char *name)
{
  g_string_append_c (path, '/');
  for (const char *c = name; *c != '\0'; c++)
    {
      if (*c == '~')
        g_string_append (path, "~0");
      else if (*c == '/')
        g_string_append (path, "~1");
      else
        g_string_append_c (path, *c);
    }
}

static gboolean
fail (Scan       *scan,
      const char *why,
      GError    **error)
{
  g_autoptr (GString) path = g_string_new (NULL);
  guint line = 1;

  for (guint i = 0; i < scan->frames->len; i++)
    {
      Frame *frame = &g_array_index (scan->frames, Frame, i);

      if (frame->is_object && frame->name != NULL)
        append_pointer_step (path, frame->name);
      else if (!frame->is_object)
        g_string_append_printf (path, "/%u", frame->index);
    }
  for (const char *c = scan->text; c < scan->cursor; c++)
    if (*c == '\n')
      line++;
  if (path->len == 0)
    g_string_append_c (path, '/');
  if (path->len > 300)
    {
      g_string_truncate (path, 300);
      g_string_append (path, "…");
    }

  if (!g_utf8_validate_len (path->str, path->len, NULL))
    g_string_assign (path, "/");

  g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "%s: %s: line %u: %s", scan->source, path->str, line, why);

  return FALSE;
}

static void
skip_space (Scan *scan)
{
  while (scan->cursor < scan->end && strchr (" \t\r\n", *scan->cursor) != NULL && *scan->cursor != '\0')
    scan->cursor++;
}

static gboolean
scan_escape (Scan    *scan,
             GError **error)
{
  if (scan->cursor < scan->end && *scan->cursor == 'u')
    {
      gunichar code = 0;

      for (int i = 1; i <= 4; i++)
        {
          if (scan->cursor + i >= scan->end || !g_ascii_isxdigit (scan->cursor[i]))
            return fail (scan, "a \\u escape needs four hexadecimal digits", error);
          code = code * 16 + (gunichar) g_ascii_xdigit_value (scan->cursor[i]);
        }
      if (code == 0)
        return fail (scan, "the character NUL (\\u0000) is not allowed in a text", error);
      scan->cursor += 5;
      if (code >= 0xDC00 && code <= 0xDFFF)
        return fail (scan, "half of a surrogate pair stands alone", error);
      if (code >= 0xD800 && code <= 0xDBFF)
        {
          if (scan->end - scan->cursor < 6 || scan->cursor[0] != '\\' || scan->cursor[1] != 'u' ||
              g_ascii_tolower (scan->cursor[2]) != 'd' || strchr ("cdefCDEF", scan->cursor[3]) == NULL ||
              !g_ascii_isxdigit (scan->cursor[4]) || !g_ascii_isxdigit (scan->cursor[5]))
            return fail (scan, "half of a surrogate pair stands alone", error);
          scan->cursor += 6;
        }
      return TRUE;
    }
  if (scan->cursor >= scan->end || *scan->cursor == '\0' || strchr ("\"\\/bfnrt", *scan->cursor) == NULL)
    return fail (scan, "this escape is not known to JSON", error);
  scan->cursor++;

  return TRUE;
}

/* On success @name, if asked for, gets the text between the quotes, unescaped. */
static gboolean
scan_string (Scan    *scan,
             char   **name,
             GError **error)
{
  const char *start = scan->cursor + 1;
  gboolean escaped = FALSE;

  for (scan->cursor++; scan->cursor < scan->end; )
    {
      guchar c = (guchar) *scan->cursor;

      if (c == '"')
        {
          if (name != NULL && !escaped)
            *name = g_strndup (start, (gsize) (scan->cursor - start));
          else if (name != NULL)
            {
              g_autofree char *raw = g_strndup (start - 1, (gsize) (scan->cursor - start) + 2);
              g_autoptr (JsonNode) node = json_from_string (raw, NULL);

              *name = node != NULL ? json_node_dup_string (node) : g_strdup (raw);
            }
          scan->cursor++;
          return TRUE;
        }
      if (c < 0x20)
        return fail (scan, "a control character stands in a text; write it as an escape", error);
      scan->cursor++;
      if (c == '\\')
        {
          escaped = TRUE;
          if (!scan_escape (scan, error))
            return FALSE;
        }
    }

  return fail (scan, "the document ends in the middle of a text", error);
}

static gboolean
scan_digits (Scan *scan)
{
  const char *start = scan->cursor;

  while (scan->cursor < scan->end && g_ascii_isdigit (*scan->cursor))
    scan->cursor++;

  return scan->cursor > start;
}

static gboolean
scan_number (Scan    *scan,
             GError **error)
{
  const char *start = scan->cursor;

  if (*scan->cursor == '-')
    scan->cursor++;
  if (scan->cursor < scan->end && *scan->cursor == '0')
    scan->cursor++;
  else if (!scan_digits (scan))
    return fail (scan, "a number needs digits", error);
  if (scan->cursor < scan->end && *scan->cursor == '.')
    {
      scan->cursor++;
      if (!scan_digits (scan))
        return fail (scan, "a number needs digits after the point", error);
    }
  if (scan->cursor < scan->end && (*scan->cursor == 'e' || *scan->cursor == 'E'))
    {
      scan->cursor++;
      if (scan->cursor < scan->end && (*scan->cursor == '+' || *scan->cursor == '-'))
        scan->cursor++;
      if (!scan_digits (scan))
        return fail (scan, "a number needs digits after the e", error);
    }
  if (scan->cursor < scan->end && (g_ascii_isalnum (*scan->cursor) || *scan->cursor == '.'))
    return fail (scan, "this is not a number as JSON writes it", error);
  if (scan->cursor - start > 64)
    return fail (scan, "a number has more than 64 digits", error);

  return TRUE;
}

static gboolean
scan_word (Scan    *scan,
           GError **error)
{
  static const char *const words[] = { "true", "false", "null" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (scan->end - scan->cursor) >= length && memcmp (scan->cursor, words[i], length) == 0)
        {
          scan->cursor += length;
          if (scan->cursor < scan->end && g_ascii_isalnum (*scan->cursor))
            break;
          return TRUE;
        }
    }
  if (*scan->cursor == '/')
    return fail (scan, "comments are not allowed", error);

  return fail (scan, "a value is missing or is not JSON", error);
}

static gboolean
open_frame (Scan    *scan,
            GError **error)
{
  Frame frame = { .is_object = *scan->cursor == '{' };

  if (scan->frames->len >= scan->limits->max_depth)
    {
      g_autofree char *why = g_strdup_printf ("objects and lists are nested deeper than %u levels", scan->limits->max_depth);

      return fail (scan, why, error);
    }
  g_array_append_val (scan->frames, frame);
  scan->cursor++;

  return TRUE;
}

/* The name and the colon of a member. */
static gboolean
scan_name (Scan    *scan,
           GError **error)
{
  Frame *frame = innermost (scan);
  char *name = NULL;

  skip_space (scan);
  if (scan->cursor >= scan->end)
    return fail (scan, "the document ends in the middle of an object", error);
  if (*scan->cursor != '"')
    return fail (scan, *scan->cursor == '}' ? "a comma stands before the end of the object" : "a member's name in quotes is missing", error);
  if (!scan_string (scan, &name, error))
    return FALSE;
  g_free (frame->name);
  frame->name = g_strdup (name);
  if (frame->names == NULL)
    frame->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!g_hash_table_add (frame->names, name))
    return fail (scan, "this member is written twice", error);
  skip_space (scan);
  if (scan->cursor >= scan->end || *scan->cursor != ':')
    return fail (scan, "a colon is missing after the member's name", error);
  scan->cursor++;
  skip_space (scan);

  return TRUE;
}

/* After a value: closes what ends here, or steps to the next member or element. Sets @more while values are to come. */
static gboolean
step (Scan     *scan,
      gboolean *more,
      GError  **error)
{
  for (;;)
    {
      Frame *frame = innermost (scan);
      char close;

      skip_space (scan);
      *more = FALSE;
      if (frame == NULL)
        return TRUE;
      close = frame->is_object ? '}' : ']';
      if (scan->cursor >= scan->end)
        return fail (scan, frame->is_object ? "the document ends in the middle of an object" : "the document ends in the middle of a list", error);
      if (*scan->cursor == close)
        {
          scan->cursor++;
          g_array_set_size (scan->frames, scan->frames->len - 1);
          continue;
        }
      if (*scan->cursor != ',')
        return fail (scan, "a comma is missing", error);
      scan->cursor++;
      frame->index++;
      skip_space (scan);
      if (!frame->is_object && scan->cursor < scan->end && *scan->cursor == ']')
        return fail (scan, "a comma stands before the end of the list", error);
      *more = TRUE;
      return frame->is_object ? scan_name (scan, error) : TRUE;
    }
}

/* One value; an opened, non-empty container leaves the cursor at its first value with @descend set. */
static gboolean
scan_value (Scan     *scan,
            gboolean *descend,
            GError  **error)
{
  *descend = FALSE;
  if (scan->cursor >= scan->end)
    return fail (scan, scan->values == 0 ? "the document is empty" : "the document ends where a value should stand", error);
  if (++scan->values > scan->limits->max_values)
    {
      g_autofree char *why = g_strdup_printf ("there are more than %u values", scan->limits->max_values);

      return fail (scan, why, error);
    }

  switch (*scan->cursor)
    {
    case '{':
    case '[':
      if (!open_frame (scan, error))
        return FALSE;
      skip_space (scan);
      if (scan->cursor < scan->end && *scan->cursor == (innermost (scan)->is_object ? '}' : ']'))
        return TRUE;
      *descend = TRUE;
      return innermost (scan)->is_object ? scan_name (scan, error) : TRUE;
    case '"':
      return scan_string (scan, NULL, error);
    case '-':
    case '0' ... '9':
      return scan_number (scan, error);
    default:
      return scan_word (scan, error);
    }
}

static gboolean
scan_document (Scan    *scan,
               GError **error)
{
  gboolean descend, more = TRUE;

  skip_space (scan);
  while (more)
    {
      if (!scan_value (scan, &descend, error))
        return FALSE;
      if (!descend && !step (scan, &more, error))
        return FALSE;
    }
  skip_space (scan);
  if (scan->cursor < scan->end)
    return fail (scan, "something stands after the end of the document", error);

  return TRUE;
}

/**
 * care_json_scan:
 * @text: the document's bytes
 * @length: how many
 * @source: the file's name, for errors
 * @limits: (nullable): bounds, or %NULL for the defaults
 * @error: where to put the reason
 *
 * Reads the whole document once, strictly by RFC 8259, before json-glib does:
 * bounds its size, depth and count and refuses a byte order mark, comments,
 * duplicate members, NUL and anything after the end. (json-glib 1.6 crashes at
 * 100,000 brackets and accepts the rest.)
 *
 * Returns: %TRUE if the document may be parsed; else %FALSE with
 *   %CARE_ERROR_INPUT naming path and line
 */
gboolean
care_json_scan (const char           *text,
                gsize                 length,
                const char           *source,
                const CareJsonLimits *limits,
                GError              **error)
{
  static const CareJsonLimits defaults = CARE_JSON_LIMITS_DEFAULT;
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  Scan scan = { .text = text, .cursor = text, .source = source, .frames = frames };
  const char *bad = NULL;

  g_return_val_if_fail (text != NULL || length == 0, FALSE);
  g_return_val_if_fail (source != NULL, FALSE);

  g_array_set_clear_func (frames, frame_clear);
  scan.limits = limits != NULL ? limits : &defaults;
  if (length == 0)
    scan.text = scan.cursor = "";
  scan.end = scan.text + length;

  if (length > scan.limits->max_bytes)
    {
      g_autofree char *why = g_strdup_printf ("the document is larger than %" G_GSIZE_FORMAT " bytes", scan.limits->max_bytes);

      return fail (&scan, why, error);
    }
  if (length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    return fail (&scan, "the document begins with a byte order mark; save it as plain UTF-8", error);
  if (!g_utf8_validate_len (scan.text, length, &bad))
    {
      /* Reading what stands before it leads to its place; unless that is no JSON either. */
      scan.end = bad;
      if (scan_document (&scan, NULL) || scan.cursor < bad)
        g_array_set_size (frames, 0);
      scan.cursor = bad;
      return fail (&scan, "the text is not valid UTF-8", error);
    }

  return scan_document (&scan, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-rich-text.h"

#include <stdlib.h>
#include <string.h>

/* No link of a form is longer; looking further would take for ever in a text that is all brackets. */
#define MAX_LINK 2000

/* Where the words gather: spaces are folded, and line ends wait until more words come. */
typedef struct
{
  GString  *text;
  guint     lines;
  gboolean  space;
} Sink;

static void
sink_flush (Sink *sink)
{
  if (sink->text->len > 0)
    {
      for (guint i = 0; i < MIN (sink->lines, 2); i++)
        g_string_append_c (sink->text, '\n');
      if (sink->lines == 0 && sink->space)
        g_string_append_c (sink->text, ' ');
    }
  sink->lines = 0;
  sink->space = FALSE;
}

static void
sink_char (Sink     *sink,
           gunichar  c)
{
  if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
    {
      sink->space = TRUE;
      return;
    }
  /* Directional overrides and other control characters stay outside. */
  if (c < 0x20 || (c >= 0x7f && c < 0xa0) || (c >= 0x202a && c <= 0x202e) || !g_unichar_validate (c))
    return;

  sink_flush (sink);
  g_string_append_unichar (sink->text, c);
}

static void
sink_lines (Sink  *sink,
            guint  lines)
{
  sink->lines = MAX (sink->lines, lines);
}

static char *
sink_end (Sink *sink)
{
  return g_string_free (sink->text, FALSE);
}

static gboolean
is_tag (const char *name,
        gsize       length,
        const char *const *tags)
{
  for (; *tags != NULL; tags++)
    if (strlen (*tags) == length && g_ascii_strncasecmp (*tags, name, length) == 0)
      return TRUE;

  return FALSE;
}

/* At '<'. Returns where to go on. */
static const char *
read_tag (Sink       *sink,
          const char *p)
{
  static const char *const paragraphs[] = { "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", NULL };
  static const char *const lines[] = { "br", "div", "tr", "hr", "dt", "dd", "li", NULL };
  static const char *const silent[] = { "script", "style", "head", "title", "object", "iframe", "svg", NULL };
  static const char *const item[] = { "li", NULL };
  static const char *const cell[] = { "td", "th", NULL };
  const char *name = p + 1;
  const char *end;
  gboolean closing;
  gsize length;

  if (g_str_has_prefix (p, "<!--"))
    {
      end = strstr (p + 4, "-->");
      return end != NULL ? end + 3 : p + strlen (p);
    }

  closing = *name == '/';
  if (closing)
    name++;
  if (!g_ascii_isalpha (*name) && *name != '!' && *name != '?')
    {
      sink_char (sink, '<');
      return p + 1;
    }

  length = strcspn (name, " \t\r\n/>");
  end = strchr (name, '>');
  end = end != NULL ? end + 1 : name + strlen (name);

  if (is_tag (name, length, paragraphs))
    sink_lines (sink, 2);
  else if (is_tag (name, length, lines))
    sink_lines (sink, 1);
  else if (is_tag (name, length, cell))
    sink->space = TRUE;
  else if (!closing && end[-2] != '/' && is_tag (name, length, silent))
    {
      g_autofree char *close = g_strdup_printf ("</%.*s", (int) MIN (length, 16), name);
      const char *found = strstr (end, close);

      return found != NULL ? found : end + strlen (end);
    }

  if (!closing && is_tag (name, length, item))
    {
      sink_char (sink, 0x2022);
      sink->space = TRUE;
    }

  return end;
}

/* At '&'. Returns where to go on. */
static const char *
read_entity (Sink       *sink,
             const char *p)
{
  static const struct
  {
    const char *name;
    gunichar    c;
  } entities[] = {
    { "&amp;", '&' },    { "&lt;", '<' },      { "&gt;", '>' },      { "&quot;", '"' },    { "&apos;", '\'' },
    { "&nbsp;", 0xa0 },  { "&ndash;", 0x2013 }, { "&mdash;", 0x2014 }, { "&bull;", 0x2022 }, { "&hellip;", 0x2026 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_has_prefix (p, entities[i].name))
      {
        sink_char (sink, entities[i].c);
        return p + strlen (entities[i].name);
      }

  if (p[1] == '#')
    {
      gboolean hex = p[2] == 'x' || p[2] == 'X';
      char *end;
      unsigned long c = strtoul (p + (hex ? 3 : 2), &end, hex ? 16 : 10);

      if (*end == ';' && c > 0 && c <= 0x10ffff)
        {
          sink_char (sink, (gunichar) c);
          return end + 1;
        }
    }

  sink_char (sink, '&');

  return p + 1;
}

/**
 * care_rich_text_from_xhtml:
 * @xhtml: (X)HTML from a form
 *
 * Returns: (transfer full): its words, with paragraphs, line ends and list
 *   bullets, and nothing of its markup, scripts and styles
 */
char *
care_rich_text_from_xhtml (const char *xhtml)
{
  Sink sink = { g_string_new (NULL), 0, FALSE };
  const char *p = xhtml;

  while (*p != '\0')
    {
      if (*p == '<')
        p = read_tag (&sink, p);
      else if (*p == '&')
        p = read_entity (&sink, p);
      else
        {
          sink_char (&sink, g_utf8_get_char (p));
          p = g_utf8_next_char (p);
        }
    }

  return sink_end (&sink);
}

/* At '[' of a link. Returns behind it, with its words in the sink; NULL if it is no link. */
static const char *
read_link (Sink       *sink,
           const char *p)
{
  const char *close = memchr (p, ']', strnlen (p, MAX_LINK));
  const char *end;

  if (close == NULL || close[1] != '(' || memchr (p, '\n', (gsize) (close - p)) != NULL)
    return NULL;
  end = memchr (close, ')', strnlen (close, MAX_LINK));
  if (end == NULL)
    return NULL;

  for (p = p + 1; p < close; p = g_utf8_next_char (p))
    sink_char (sink, g_utf8_get_char (p));

  return end + 1;
}

/* At the start of a line: headings, quotes and lists. Returns where the words begin. */
static const char *
read_line_start (Sink       *sink,
                 const char *p)
{
  const char *start = p + strspn (p, " \t");

  if (*start == '\n' || *start == '\r' || *start == '\0')
    {
      sink_lines (sink, 2);
      return start;
    }
  if (*start == '#')
    {
      const char *words = start + strspn (start, "#");

      if (*words == ' ')
        {
          sink_lines (sink, 2);
          return words + 1;
        }
    }
  if (*start == '>')
    return start + 1;
  if ((*start == '-' || *start == '*' || *start == '+') && start[1] == ' ')
    {
      sink_lines (sink, 1);
      sink_char (sink, 0x2022);
      sink->space = TRUE;
      return start + 2;
    }
  if (g_ascii_isdigit (*start))
    {
      const char *dot = start + strspn (start, "0123456789");

      if (*dot == '.' && dot[1] == ' ')
        sink_lines (sink, 1);
    }

  return start;
}

/**
 * care_rich_text_from_markdown:
 * @markdown: markdown from a form
 *
 * Returns: (transfer full): its words, with paragraphs and list bullets
 */
char *
care_rich_text_from_markdown (const char *markdown)
{
  Sink sink = { g_string_new (NULL), 0, FALSE };
  const char *p = read_line_start (&sink, markdown);
  const char *next;

  while (*p != '\0')
    {
      if (*p == '\n')
        {
          /* Two spaces before the end of a line, or a backslash, break it. */
          if (p - markdown >= 2 && p[-1] == ' ' && p[-2] == ' ')
            sink_lines (&sink, 1);
          sink.space = TRUE;
          p = read_line_start (&sink, p + 1);
        }
      else if (*p == '\\' && g_ascii_ispunct (p[1]))
        {
          sink_char (&sink, (gunichar) p[1]);
          p += 2;
        }
      else if (*p == '*' || *p == '`'
               || (*p == '_' && (p == markdown || !g_ascii_isalnum (p[-1]) || !g_ascii_isalnum (p[1]))))
        p++;
      else if (*p == '[' && (next = read_link (&sink, p)) != NULL)
        p = next;
      else if (*p == '!' && p[1] == '[' && (next = read_link (&sink, p + 1)) != NULL)
        p = next;
      else if (*p == '<')
        p = read_tag (&sink, p);
      else if (*p == '&')
        p = read_entity (&sink, p);
      else
        {
          sink_char (&sink, g_utf8_get_char (p));
          p = g_utf8_next_char (p);
        }
    }

  return sink_end (&sink);
}

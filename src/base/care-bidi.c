/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-bidi.h"

#include <string.h>

#define LEFT_EMBEDDING  0x202A
#define RIGHT_EMBEDDING 0x202B
#define POP             0x202C
#define LEFT_OVERRIDE   0x202D
#define RIGHT_OVERRIDE  0x202E
#define LEFT_ISOLATE    0x2066
#define RIGHT_ISOLATE   0x2067
#define FIRST_STRONG    0x2068
#define POP_ISOLATE     0x2069
#define PARAGRAPH       0x2029

/* Deeper than anybody writes; the standard stops at 125. */
#define DEEPEST 60

/* What is open: where the text had an isolate, an embedding (which is drawn as an isolate), or something that is not drawn. */
typedef enum
{
  OPEN_ISOLATE,
  OPEN_EMBEDDING,
  OPEN_NOTHING,
} Open;

typedef struct
{
  GString *out;
  Open     open[DEEPEST];
  guint    depth;
} Run;

static void
push (Run     *run,
      Open     what,
      gunichar letter)
{
  /* Too deep: neither it nor its end is drawn, and so the ends of what is open below it may come early. */
  if (run->depth == DEEPEST)
    return;

  run->open[run->depth++] = what;
  if (what != OPEN_NOTHING)
    g_string_append_unichar (run->out, letter);
}

static void
pop (Run *run)
{
  if (run->open[--run->depth] != OPEN_NOTHING)
    g_string_append_unichar (run->out, POP_ISOLATE);
}

static gboolean
has_isolate (const Run *run)
{
  for (guint i = 0; i < run->depth; i++)
    if (run->open[i] == OPEN_ISOLATE)
      return TRUE;

  return FALSE;
}

static void
pop_isolate (Run *run)
{
  if (!has_isolate (run))
    return;

  while (run->open[run->depth - 1] != OPEN_ISOLATE)
    pop (run);
  pop (run);
}

static void
close_all (Run *run)
{
  while (run->depth > 0)
    pop (run);
}

static void
take (Run     *run,
      gunichar letter)
{
  switch (letter)
    {
    case LEFT_EMBEDDING:
      push (run, OPEN_EMBEDDING, LEFT_ISOLATE);
      break;
    case RIGHT_EMBEDDING:
      push (run, OPEN_EMBEDDING, RIGHT_ISOLATE);
      break;
    case LEFT_OVERRIDE:
    case RIGHT_OVERRIDE:
      push (run, OPEN_NOTHING, 0);
      break;
    case LEFT_ISOLATE:
    case RIGHT_ISOLATE:
    case FIRST_STRONG:
      push (run, OPEN_ISOLATE, letter);
      break;
    case POP:
      if (run->depth > 0 && run->open[run->depth - 1] != OPEN_ISOLATE)
        pop (run);
      break;
    case POP_ISOLATE:
      pop_isolate (run);
      break;
    case '\n':
    case '\r':
    case PARAGRAPH:
      close_all (run);
      g_string_append_unichar (run->out, letter);
      break;
    default:
      g_string_append_unichar (run->out, letter);
      break;
    }
}

/**
 * care_bidi_dup_neutral:
 * @text: (nullable): UTF-8
 *
 * Overrides are left out; embeddings become isolates, which do not change the order of what stands beside them; what is
 * not closed is closed where its paragraph ends, and an end without a beginning is left out (UAX 9, rules X1 to X8).
 *
 * Returns: (transfer full) (nullable): the text as it is to be drawn; %NULL for %NULL
 */
char *
care_bidi_dup_neutral (const char *text)
{
  Run run = { NULL, { OPEN_NOTHING }, 0 };

  /* All of these letters begin with the same byte; few texts have any. */
  if (text == NULL || strchr (text, '\xe2') == NULL)
    return g_strdup (text);

  run.out = g_string_sized_new (strlen (text));
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    take (&run, g_utf8_get_char (c));
  close_all (&run);

  return g_string_free (run.out, FALSE);
}

/* Hebrew, Arabic and what is written with their direction (the ranges of UAX 9's table of default classes R and AL). */
static gboolean
is_right_to_left (gunichar letter)
{
  return (letter >= 0x0590 && letter <= 0x08FF) || (letter >= 0xFB1D && letter <= 0xFDFF) || (letter >= 0xFE70 && letter <= 0xFEFF)
         || (letter >= 0x10800 && letter <= 0x10FFF) || (letter >= 0x1E800 && letter <= 0x1EFFF);
}

/**
 * care_bidi_dup_isolated:
 * @text: (nullable): UTF-8
 *
 * Returns: (transfer full) (nullable): the text as it is to be drawn beside other words; %NULL for %NULL
 */
char *
care_bidi_dup_isolated (const char *text)
{
  g_autofree char *neutral = care_bidi_dup_neutral (text);

  for (const char *c = neutral; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    if (is_right_to_left (g_utf8_get_char (c)))
      return g_strconcat ("\u2068", neutral, "\u2069", NULL);

  return g_steal_pointer (&neutral);
}

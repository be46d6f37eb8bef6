/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-form-reader.h"

#include <string.h>

/*
 * A pattern such as "(a+)+b" tries more ways than there are stars before it gives an answer up. Matching stops after so many
 * steps, and what is not known then counts as fitting. That is said at the desk beforehand: each pattern is tried with a few
 * answers made of its own letters.
 */

/* Some milliseconds. */
#define MOST_STEPS      100000
/* Of a pattern that is known to run away: what it can tell at all it tells at once, and a thousand answers to it hang nothing. */
#define RUNAWAY_STEPS   2000
#define MOST_LETTERS    8
#define PROBE_LENGTH    64
/* Each costs all its steps; beyond so many in one form the others are not tried. */
#define MOST_RUNAWAYS   20

static GRegex *
compile (const char *pattern,
         guint       steps,
         GError    **error)
{
  /* The whole answer has to fit. */
  g_autofree char *whole = g_strdup_printf ("(*LIMIT_MATCH=%u)^(?:%s)$", steps, pattern);

  return g_regex_new (whole, G_REGEX_DOLLAR_ENDONLY, 0, error);
}

/* Answers of one letter over and over. Behind it stand all the letters, for a pattern that asks for one that is not there is given up
 * at once, and something that no pattern asks for. */
static gboolean
runs_away (GRegex     *regex,
           const char *pattern)
{
  GString *letters = g_string_new ("a0 ");
  gboolean away = FALSE;

  for (const char *c = pattern; *c != '\0' && letters->len < MOST_LETTERS; c++)
    if (g_ascii_isgraph (*c) && strchr ("\\()[]{}|*+?^$", *c) == NULL && strchr (letters->str, *c) == NULL)
      g_string_append_c (letters, *c);
  for (guint i = 0; !away && i < letters->len; i++)
    {
      char probe[PROBE_LENGTH + MOST_LETTERS + 2];
      g_autoptr (GError) error = NULL;

      memset (probe, letters->str[i], PROBE_LENGTH);
      g_snprintf (probe + PROBE_LENGTH, sizeof probe - PROBE_LENGTH, "%s\x01", letters->str);
      away = !g_regex_match_full (regex, probe, -1, 0, 0, NULL, &error) && error != NULL;
    }
  g_string_free (letters, TRUE);

  return away;
}

/**
 * care_form_read_regex:
 * @reader: the reader
 * @extension: the extension "regex"
 * @item: the item that has it
 *
 * Reads the pattern that answers have to fit.
 */
void
care_form_read_regex (CareFormReader     *reader,
                      const CareJsonView *extension,
                      CareItem           *item)
{
  const char *pattern = care_form_read_string (reader, extension, "valueString");
  g_autoptr (GRegex) regex = NULL;

  if (pattern == NULL)
    return;

  care_form_ensure_more (reader, item)->regex_text = pattern;
  regex = compile (pattern, MOST_STEPS, NULL);
  if (regex == NULL)
    {
      care_form_note (reader, CARE_NOTE_UNSUPPORTED, extension, "this regular expression cannot be read; answers are not checked against it");
      return;
    }
  if (reader->runaways < MOST_RUNAWAYS && runs_away (regex, pattern))
    {
      reader->runaways++;
      care_form_note (reader, CARE_NOTE_UNSUPPORTED, extension,
                      "this regular expression can try for ever; it is stopped, and an answer it has not refused by then counts as fitting");
      g_regex_unref (g_steal_pointer (&regex));
      regex = compile (pattern, RUNAWAY_STEPS, NULL);
    }

  item->more->regex = regex;
  g_ptr_array_add (reader->form->owned_regexes, g_steal_pointer (&regex));
}

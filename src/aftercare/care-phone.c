/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-phone.h"

#include <string.h>

/* Digits of a number that a sentence names; an emergency number stands beside "Call", never in a sentence. */
#define SHORTEST 6

/* What only groups a number's digits (RFC 3966 section 3), and how people write it: a hyphen that does not break. */
static gboolean
groups_digits (gunichar letter)
{
  return g_unichar_isspace (letter) || (letter < 128 && strchr ("-.()", (int) letter) != NULL) || letter == 0x2011;
}

/* The number that begins at @c, without its groups; @end is what follows it. */
static char *
read_number (const char  *c,
             const char **end)
{
  GString *number = g_string_new (NULL);

  if (*c == '+')
    g_string_append_c (number, *c++);
  for (; *c != '\0' && (g_ascii_isdigit (*c) || groups_digits (g_utf8_get_char (c))); c = g_utf8_next_char (c))
    {
      /* "+44 (0)20": the nought is for whoever calls from inside the country. */
      if (number->str[0] == '+' && g_str_has_prefix (c, "(0)"))
        c += 2;
      else if (g_ascii_isdigit (*c))
        g_string_append_c (number, *c);
    }
  *end = c;

  return g_string_free (number, FALSE);
}

/**
 * care_phone_dup_link:
 * @phone: (nullable): a number as people write it
 *
 * Of several numbers ("112 / 061", "day and night: 555 0100, ext. 12") the longest, and of those the first: never two as one.
 *
 * Returns: (transfer full) (nullable): a `tel:` link (RFC 3966 section 3), or
 *   %NULL when there is no digit in it
 */
char *
care_phone_dup_link (const char *phone)
{
  g_autofree char *best = NULL;

  for (const char *c = phone; c != NULL && *c != '\0';)
    {
      g_autofree char *number = NULL;

      if (!g_ascii_isdigit (*c) && !(*c == '+' && g_ascii_isdigit (c[1])))
        {
          c = g_utf8_next_char (c);
          continue;
        }
      number = read_number (c, &c);
      if (best == NULL || strlen (number) > strlen (best))
        {
          g_free (best);
          best = g_steal_pointer (&number);
        }
    }

  return best != NULL ? g_strconcat ("tel:", best, NULL) : NULL;
}

/**
 * care_phone_dup_link_in:
 * @sentence: (nullable): words with a number among them
 *
 * Returns: (transfer full) (nullable): the same as care_phone_dup_link(), or %NULL when no number in it is as long as one
 *   that is called
 */
char *
care_phone_dup_link_in (const char *sentence)
{
  g_autofree char *link = care_phone_dup_link (sentence);

  return link != NULL && strlen (link) >= strlen ("tel:") + SHORTEST ? g_steal_pointer (&link) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-bidi.h"

#include <string.h>

#define LRE "\u202a"
#define RLE "\u202b"
#define PDF "\u202c"
#define LRO "\u202d"
#define RLO "\u202e"
#define LRI "\u2066"
#define RLI "\u2067"
#define FSI "\u2068"
#define PDI "\u2069"

static const struct
{
  const char *name;
  const char *text;
  const char *drawn;
} cases[] = {
  { "plain", "Name — “words” 12 €", "Name — “words” 12 €" },
  { "arabic", "اسم 12", "اسم 12" },
  { "marks-stay", "a\u200e\u200f\u061c", "a\u200e\u200f\u061c" },
  { "override", "Take " RLO "gnihton" PDF " now", "Take gnihton now" },
  { "override-left-open", RLO "abc", "abc" },
  { "left-override", LRO "اسم" PDF ".", "اسم." },
  { "embedding", "x " RLE "اسم 1" PDF " y", "x " RLI "اسم 1" PDI " y" },
  { "embedding-left-open", LRE "abc", LRI "abc" PDI },
  { "isolates-stay", "at " FSI "15:10" PDI ".", "at " FSI "15:10" PDI "." },
  { "isolate-left-open", "a" RLI "b", "a" RLI "b" PDI },
  { "ends-alone", "a" PDI "b" PDF "c", "abc" },
  { "end-inside-isolate", RLE "a" LRI "b" PDF "c" PDI "d" PDF, RLI "a" LRI "bc" PDI "d" PDI },
  { "isolate-ends-embedding", LRI "a" RLE "b" PDI "c" PDF, LRI "a" RLI "b" PDI PDI "c" },
  { "override-in-isolate", FSI RLO "abc" PDI "d" PDF, FSI "abc" PDI "d" },
  { "paragraphs", RLE "a\nb" PDF "c", RLI "a" PDI "\nbc" },
};

static void
test_case (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autofree char *drawn = care_bidi_dup_neutral (cases[row].text);
  g_autofree char *again = care_bidi_dup_neutral (drawn);

  g_assert_cmpstr (drawn, ==, cases[row].drawn);
  g_assert_cmpstr (again, ==, drawn);
}

static void
test_isolated (void)
{
  g_autofree char *latin = care_bidi_dup_isolated ("Ana " RLO "B");
  g_autofree char *arabic = care_bidi_dup_isolated (RLO "محمد");
  g_autofree char *hebrew = care_bidi_dup_isolated ("Dr. שרה");

  g_assert_cmpstr (latin, ==, "Ana B");
  g_assert_cmpstr (arabic, ==, FSI "محمد" PDI);
  g_assert_cmpstr (hebrew, ==, FSI "Dr. שרה" PDI);
}

static void
test_null (void)
{
  g_assert_null (care_bidi_dup_neutral (NULL));
  g_assert_null (care_bidi_dup_isolated (NULL));
}

/* Deeper than anything that is drawn: as many ends as beginnings, and no override. */
static void
test_deep (void)
{
  static const char *const controls[] = { LRE, RLE, PDF, LRO, RLO, LRI, RLI, FSI, PDI, "a", "\n" };

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *drawn = NULL;
      int open = 0;

      for (guint i = 0; i < 300; i++)
        g_string_append (text, controls[g_test_rand_int_range (0, round % 2 == 0 ? (int) G_N_ELEMENTS (controls) : 8)]);
      drawn = care_bidi_dup_neutral (text->str);
      for (const char *c = drawn; *c != '\0'; c = g_utf8_next_char (c))
        {
          gunichar letter = g_utf8_get_char (c);

          g_assert_false (letter >= 0x202A && letter <= 0x202E);
          open += letter >= 0x2066 && letter <= 0x2068 ? 1 : letter == 0x2069 ? -1 : 0;
          g_assert_cmpint (open, >=, 0);
          g_assert_true (letter != '\n' || open == 0);
        }
      g_assert_cmpint (open, ==, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/base/bidi/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/base/bidi/isolated", test_isolated);
  g_test_add_func ("/base/bidi/null", test_null);
  g_test_add_func ("/base/bidi/deep", test_deep);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* The colours of the patient's screen, reckoned from its style sheets: words 7 to 1 on every ground they stand on (WCAG 2.1,
 * 1.4.6), the lines around what is touched 3 to 1 (1.4.11), in all four styles that the system may ask for. */

#include <gtk/gtk.h>
#include <math.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *sheets[5]; /* below ui/patient, in the order in which they are laid over each other */
} Style;

static const Style styles[] = {
  { "light", { "style.css" } },
  { "dark", { "style.css", "style-dark.css" } },
  { "hc", { "style.css", "style-hc.css" } },
  { "hc-dark", { "style.css", "style-dark.css", "style-hc.css", "style-hc-dark.css" } },
};

/* What may stand on what. "soft" is the ground of notes: 7 in 100 of the ink over the page. */
static const struct
{
  const char *ink;
  const char *ground;
  double      least;
} pairs[] = {
  { "window_fg_color", "window_bg_color", 7.0 }, { "window_fg_color", "view_bg_color", 7.0 },
  { "window_fg_color", "card_bg_color", 7.0 },   { "window_fg_color", "care_soft", 7.0 },
  { "window_fg_color", "soft", 7.0 },            { "view_fg_color", "view_bg_color", 7.0 },
  { "card_fg_color", "card_bg_color", 7.0 },     { "accent_fg_color", "accent_bg_color", 7.0 },
  { "accent_color", "window_bg_color", 7.0 },    { "error_color", "window_bg_color", 7.0 },
  { "error_color", "care_soft", 7.0 },           { "#f4f4f2", "#101417", 7.0 },
  { "black", "white", 7.0 },                     { "care_line", "window_bg_color", 3.0 },
  { "care_line", "card_bg_color", 3.0 },         { "care_line", "view_bg_color", 3.0 },
  { "accent_bg_color", "window_bg_color", 3.0 }, { "accent_color", "card_bg_color", 3.0 },
};

static char *
read_sheet (const char *folder,
            const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "ui", folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *css = NULL;

  g_file_get_contents (path, &css, NULL, &error);
  g_assert_no_error (error);

  return css;
}

static GHashTable *
read_colours (const Style *style)
{
  g_autoptr (GRegex) define = g_regex_new ("@define-color\\s+(\\S+)\\s+([^;]+);", 0, 0, NULL);
  GHashTable *colours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; style->sheets[i] != NULL; i++)
    {
      g_autofree char *css = read_sheet ("patient", style->sheets[i]);
      g_autoptr (GMatchInfo) match = NULL;

      for (g_regex_match (define, css, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
        g_hash_table_insert (colours, g_match_info_fetch (match, 1), g_match_info_fetch (match, 2));
    }

  return colours;
}

static GdkRGBA
get_colour (GHashTable *colours,
            const char *name)
{
  const char *text = g_hash_table_lookup (colours, name);
  GdkRGBA colour;

  if (!gdk_rgba_parse (&colour, text != NULL ? text : name))
    g_error ("%s is no colour", name);

  return colour;
}

static GdkRGBA
get_ground (GHashTable *colours,
            const char *name)
{
  GdkRGBA ground;
  GdkRGBA ink;

  if (!g_str_equal (name, "soft"))
    return get_colour (colours, name);

  ground = get_colour (colours, "window_bg_color");
  ink = get_colour (colours, "window_fg_color");
  ground.red += (ink.red - ground.red) * 0.07f;
  ground.green += (ink.green - ground.green) * 0.07f;
  ground.blue += (ink.blue - ground.blue) * 0.07f;

  return ground;
}

/* https://www.w3.org/TR/WCAG21/#dfn-relative-luminance */
static double
luminance (GdkRGBA colour)
{
  const double parts[] = { (double) colour.red, (double) colour.green, (double) colour.blue };
  const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    sum += weights[i] * (parts[i] <= 0.04045 ? parts[i] / 12.92 : pow ((parts[i] + 0.055) / 1.055, 2.4));

  return sum;
}

static void
test_style (gconstpointer data)
{
  const Style *style = data;
  g_autoptr (GHashTable) colours = read_colours (style);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      double a = luminance (get_colour (colours, pairs[i].ink));
      double b = luminance (get_ground (colours, pairs[i].ground));
      double ratio = (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);

      if (ratio < pairs[i].least)
        {
          g_test_message ("%s on %s: %.2f, at least %.1f", pairs[i].ink, pairs[i].ground, ratio, pairs[i].least);
          g_test_fail ();
        }
    }
}

/* No words in a colour that is not in the table. */
static void
test_all_inks (void)
{
  static const char *const folders[][2] = {
    { "patient", "style.css" }, { "patient", "style-dark.css" }, { "patient", "style-hc.css" }, { "patient", "style-hc-dark.css" },
    { "widgets/form", "form.css" },
  };
  g_autoptr (GRegex) set = g_regex_new ("[{;\\s]color:\\s*@?([^;]+);", 0, 0, NULL);
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *css = read_sheet (folders[i][0], folders[i][1]);
      g_autoptr (GMatchInfo) match = NULL;
      char *desk = strstr (css, "/* At the desk");

      if (desk != NULL)
        *desk = '\0';
      for (g_regex_match (set, css, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *ink = g_match_info_fetch (match, 1);
          guint k = 0;

          while (k < G_N_ELEMENTS (pairs) && !g_str_equal (pairs[k].ink, ink))
            k++;
          if (k == G_N_ELEMENTS (pairs))
            g_error ("%s: words in %s, which nobody has reckoned", folders[i][1], ink);
          n++;
        }
    }
  g_assert_cmpuint (n, >, 5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autofree char *path = g_strconcat ("/colours/", styles[i].name, NULL);

      g_test_add_data_func (path, &styles[i], test_style);
    }
  g_test_add_func ("/colours/all-inks", test_all_inks);

  return g_test_run ();
}

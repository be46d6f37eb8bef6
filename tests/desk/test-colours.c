/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* The colours of our own style sheets, on every ground they may stand on: 4.5 to 1, and 7 to 1 in high contrast (WCAG 2.1,
 * 1.4.3 and 1.4.6). Run once in each style; what a colour's name means there is asked of GTK. */

#include "desk-fixture.h"

#include <math.h>
#include <string.h>

#include "widgets/form/care-form-view.h"

/* One rule of a style sheet, as far as it is about colours. */
typedef struct
{
  char   *selector;
  char   *colour;
  char   *ground;
  double  opacity;
} Rule;

typedef struct
{
  GtkStyleContext *context;
  GHashTable      *colours; /* selector -> its colour, for states that change only the ground */
  GPtrArray       *faults;
  double           least;
  guint            checked;
} Check;

static void
rule_free (gpointer data)
{
  Rule *rule = data;

  g_free (rule->selector);
  g_free (rule->colour);
  g_free (rule->ground);
  g_free (rule);
}

static char *
strip_comments (const char *css)
{
  GString *out = g_string_new (NULL);

  for (const char *at = css; *at != '\0';)
    {
      const char *open = strstr (at, "/*");
      const char *close = open != NULL ? strstr (open, "*/") : NULL;

      g_string_append_len (out, at, open != NULL ? open - at : (gssize) strlen (at));
      if (close == NULL)
        break;
      at = close + 2;
    }

  return g_string_free (out, FALSE);
}

static void
set_text (char       **text,
          const char  *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static void
read_declaration (Rule       *rule,
                  const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);

  if (g_strv_length (parts) != 2)
    return;
  g_strstrip (parts[0]);
  g_strstrip (parts[1]);
  if (g_str_equal (parts[0], "color"))
    set_text (&rule->colour, parts[1]);
  else if (g_str_equal (parts[0], "background-color") || g_str_equal (parts[0], "background"))
    set_text (&rule->ground, parts[1]);
  else if (g_str_equal (parts[0], "opacity"))
    rule->opacity = g_ascii_strtod (parts[1], NULL);
}

/* Of one selector in several sheets the last word counts. */
static Rule *
get_rule (GPtrArray  *rules,
          const char *selector)
{
  Rule *rule;

  for (guint i = 0; i < rules->len; i++)
    {
      rule = g_ptr_array_index (rules, i);
      if (g_str_equal (rule->selector, selector))
        return rule;
    }
  rule = g_new0 (Rule, 1);
  rule->opacity = 1.0;
  rule->selector = g_strdup (selector);
  g_ptr_array_add (rules, rule);

  return rule;
}

static void
read_rules (const char *path,
            GPtrArray  *rules)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *css = NULL;
  g_autofree char *plain = NULL;
  g_auto (GStrv) blocks = NULL;

  g_file_get_contents (path, &css, NULL, &error);
  g_assert_no_error (error);
  plain = strip_comments (css);
  blocks = g_strsplit (plain, "}", -1);
  for (guint i = 0; blocks[i] != NULL; i++)
    {
      const char *open = strchr (blocks[i], '{');
      const char *begin = g_strrstr_len (blocks[i], open != NULL ? open - blocks[i] : 0, ";");
      g_auto (GStrv) declarations = open != NULL ? g_strsplit (open + 1, ";", -1) : NULL;
      g_autofree char *list = NULL;
      g_auto (GStrv) selectors = NULL;

      if (open == NULL)
        continue;
      begin = begin != NULL ? begin + 1 : blocks[i];
      list = g_strndup (begin, (gsize) (open - begin));
      selectors = g_strsplit (list, ",", -1);
      for (guint s = 0; selectors[s] != NULL; s++)
        {
          Rule *rule = get_rule (rules, g_strstrip (selectors[s]));

          for (guint d = 0; declarations[d] != NULL; d++)
            read_declaration (rule, declarations[d]);
        }
    }
}

/* "@name", "alpha(@name, 0.5)", "currentColor", "#fff"; FALSE for what is no colour. */
static gboolean
evaluate (Check      *check,
          const char *text,
          GdkRGBA    *colour)
{
  if (g_str_has_prefix (text, "alpha("))
    {
      g_auto (GStrv) parts = g_strsplit (text + strlen ("alpha("), ",", 2);

      if (!evaluate (check, g_strstrip (parts[0]), colour))
        return FALSE;
      colour->alpha *= (float) g_ascii_strtod (g_strstrip (parts[1]), NULL);
      return TRUE;
    }
  if (g_str_equal (text, "currentColor"))
    text = "@window_fg_color";
  if (*text == '@')
    {
      g_assert_true (gtk_style_context_lookup_color (check->context, text + 1, colour));
      return TRUE;
    }

  return gdk_rgba_parse (colour, text);
}

static GdkRGBA
lay_over (const GdkRGBA *above,
          const GdkRGBA *below)
{
  float a = above->alpha;

  return (GdkRGBA) { above->red * a + below->red * (1 - a), above->green * a + below->green * (1 - a),
                     above->blue * a + below->blue * (1 - a), 1 };
}

/* https://www.w3.org/TR/WCAG21/#dfn-relative-luminance */
static double
luminance (const GdkRGBA *colour)
{
  const double parts[] = { (double) colour->red, (double) colour->green, (double) colour->blue };
  const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    sum += weights[i] * (parts[i] <= 0.04045 ? parts[i] / 12.92 : pow ((parts[i] + 0.055) / 1.055, 2.4));

  return sum;
}

static double
contrast (const GdkRGBA *one,
          const GdkRGBA *other)
{
  double a = luminance (one);
  double b = luminance (other);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

static void
check_pair (Check      *check,
            const char *what,
            const char *colour,
            double      opacity,
            const char *ground)
{
  static const char *const pages[] = { "@window_bg_color", "@view_bg_color", "@card_bg_color" };
  GdkRGBA window;

  g_assert_true (evaluate (check, "@window_bg_color", &window));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GdkRGBA ink;
      GdkRGBA page;
      GdkRGBA paper;
      double ratio;

      g_assert_true (evaluate (check, colour, &ink));
      g_assert_true (evaluate (check, pages[i], &page));
      page = lay_over (&page, &window);
      paper = page;
      if (ground != NULL && evaluate (check, ground, &paper))
        paper = lay_over (&paper, &page);
      ink.alpha *= (float) opacity;
      ink = lay_over (&ink, &paper);
      ratio = contrast (&ink, &paper);
      check->checked++;
      if (ratio < check->least)
        g_ptr_array_add (check->faults, g_strdup_printf ("%s: %s on %s over %s: %.2f, at least %.1f", what, colour,
                                                         ground != NULL ? ground : "nothing", pages[i], ratio, check->least));
    }
}

/* ".chip:checked" has the colour of ".chip" where it gives none itself. */
static const char *
find_colour (Check      *check,
             const Rule *rule)
{
  g_autofree char *base = g_strdup (rule->selector);
  char *colon = strrchr (base, ':');

  if (rule->colour != NULL)
    return rule->colour;
  if (colon != NULL)
    *colon = '\0';

  return colon != NULL && g_hash_table_contains (check->colours, base) ? g_hash_table_lookup (check->colours, base) : "@window_fg_color";
}

/* The desk draws it in another way than the patient's screen. */
static gboolean
is_overridden (GPtrArray  *rules,
               const Rule *rule)
{
  g_autofree char *at_desk = g_strconcat (".care-desk ", rule->selector, NULL);

  for (guint i = 0; i < rules->len; i++)
    {
      const Rule *other = g_ptr_array_index (rules, i);

      if (g_str_equal (other->selector, at_desk) && (other->colour != NULL || rule->colour == NULL)
          && (other->ground != NULL || rule->ground == NULL))
        return TRUE;
    }
  return FALSE;
}

static void
check_rule (Check      *check,
            const Rule *rule)
{
  gboolean inherits = rule->colour != NULL && (g_str_equal (rule->colour, "inherit") || g_str_equal (rule->colour, "currentColor"));

  /* No words stand on a slider. */
  if (strstr (rule->selector, "slider") != NULL || inherits)
    return;
  if (rule->colour == NULL && rule->ground == NULL && rule->opacity >= 1.0)
    return;
  check_pair (check, rule->selector, find_colour (check, rule), rule->opacity, rule->ground);
}

static void
test_contrast (DeskFixture  *desk,
               gconstpointer sample)
{
  static const char *const sheets[] = { "data/style.css", "ui/widgets/form/form.css", "data/style-hc.css" };
  /* A room of the visit's line that is looked at stands on its own colour, thinned. */
  static const char *const shown[] = { "@care_active", "@care_good" };
  AdwStyleManager *style = adw_style_manager_get_default ();
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (rule_free);
  g_autoptr (GHashTable) colours = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  Check check = { gtk_widget_get_style_context (GTK_WIDGET (desk->window)), colours, faults,
                  adw_style_manager_get_high_contrast (style) ? 7.0 : 4.5, 0 };

  care_form_view_load_style (gdk_display_get_default ());
  g_assert_cmpint (adw_style_manager_get_dark (style), ==, g_strcmp0 (g_getenv ("ADW_DEBUG_COLOR_SCHEME"), "prefer-dark") == 0);
  g_assert_cmpint (adw_style_manager_get_high_contrast (style), ==, g_strcmp0 (g_getenv ("ADW_DEBUG_HIGH_CONTRAST"), "1") == 0);
  for (guint i = 0; i < G_N_ELEMENTS (sheets) - (check.least < 7.0 ? 1 : 0); i++)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", sheets[i], NULL);

      read_rules (path, rules);
    }
  for (guint i = 0; i < rules->len; i++)
    {
      Rule *rule = g_ptr_array_index (rules, i);

      if (rule->colour != NULL)
        g_hash_table_insert (colours, rule->selector, rule->colour);
    }
  for (guint i = 0; i < rules->len; i++)
    {
      if (!is_overridden (rules, g_ptr_array_index (rules, i)))
        check_rule (&check, g_ptr_array_index (rules, i));
    }
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *ground = g_strdup_printf ("alpha(%s, 0.1)", shown[i]);

      check_pair (&check, "roomline > button.shown", shown[i], 1.0, ground);
    }
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (faults, i));
  if (faults->len > 0)
    g_error ("%u of %u pairs: %s", faults->len, check.checked, (const char *) g_ptr_array_index (faults, 0));
  g_assert_cmpuint (check.checked, >, 100);
}

/* The measure itself: black on white, and the grey that is just enough. */
static void
test_measure (void)
{
  const GdkRGBA black = { 0, 0, 0, 1 };
  const GdkRGBA white = { 1, 1, 1, 1 };
  GdkRGBA grey;

  g_assert_cmpfloat_with_epsilon (contrast (&black, &white), 21.0, 0.001);
  g_assert_true (gdk_rgba_parse (&grey, "#767676"));
  g_assert_cmpfloat_with_epsilon (contrast (&grey, &white), 4.54, 0.01);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *sample = NULL;
  int failures;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  sample = desk_fixture_prepare ();
  g_test_add_func ("/desk/colours/measure", test_measure);
  g_test_add ("/desk/colours/contrast", DeskFixture, sample, desk_fixture_set_up, test_contrast, desk_fixture_tear_down);
  failures = g_test_run ();
  desk_fixture_remove (sample);
  return failures;
}

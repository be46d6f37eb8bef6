/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* What stands on the patient's screen for an item, as a table: words in their order, words that are not there, widgets. */

#include <string.h>

#include "screen-fixture.h"
#include "widgets/form/care-field.h"
#include "widgets/form/care-tile.h"

#define EXT(name, value)  "{\"url\":\"" HL7 name "\"," value "}"
#define CONTROL(code)     EXT ("questionnaire-itemControl", "\"valueCodeableConcept\":{\"coding\":[{\"code\":\"" code "\"}]}")
#define CATEGORY(code)    EXT ("questionnaire-displayCategory", "\"valueCodeableConcept\":{\"coding\":[{\"code\":\"" code "\"}]}")
#define USAGE(code)       EXT ("questionnaire-usageMode", "\"valueCode\":\"" code "\"")
#define WORDS(id, text, extension) \
  "{\"linkId\":\"" id "\",\"text\":\"" text "\",\"type\":\"display\",\"extension\":[" extension "]}"
#define QUESTION          "\"linkId\":\"q\",\"text\":\"The question?\","
#define NUMBER            QUESTION "\"type\":\"integer\""
#define STRING(id, text)  "{\"linkId\":\"" id "\",\"text\":\"" text "\",\"type\":\"string\"}"
#define CODE(code, text, extension) \
  "{\"extension\":[" extension "],\"valueCoding\":{" ANSWER "\"code\":\"" code "\",\"display\":\"" text "\"}}"

typedef struct
{
  const char *name;
  const char *items;
  const char *words[8];   /* in this order on the first screen */
  const char *absent[4];
  guint       n_fields;
  guint       n_tiles;
  guint       n_entries;
  guint       n_scales;
  guint       n_steps;    /* 0: one */
} Case;

static const Case cases[] = {
  { "openLabel", "[{" QUESTION "\"type\":\"open-choice\",\"extension\":["
    "{\"url\":\"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-openLabel\",\"valueString\":\"Another fruit\"}]," CHOICES "}]",
    { "The question?", "Apple", "Another fruit" }, { "Something else" }, 1, 4, 0, 0, 0 },
  { "optionPrefix", "[{" QUESTION "\"type\":\"choice\",\"answerOption\":["
    CODE ("a", "Apple", EXT ("questionnaire-optionPrefix", "\"valueString\":\"A)\"")) ","
    CODE ("b", "Bread", EXT ("valueset-label", "\"valueString\":\"B)\"")) "]}]",
    { "The question?", "A) Apple", "B) Bread" }, { NULL }, 1, 2, 0, 0, 0 },
  { "help", "[{" NUMBER ",\"item\":[" WORDS ("h", "It is on the box.", CONTROL ("help")) "]}]",
    { "The question?", "It is on the box." }, { NULL }, 1, 0, 1, 0, 0 },
  { "flyover", "[{" NUMBER ",\"item\":[" WORDS ("h", "In whole years.", CONTROL ("flyover")) "]}]",
    { "The question?", "In whole years." }, { NULL }, 1, 0, 1, 0, 0 },
  { "unit", "[{" NUMBER ",\"item\":[" WORDS ("h", "spoons", CONTROL ("unit")) "]}]",
    { "The question?", "spoons" }, { NULL }, 1, 0, 1, 0, 0 },
  { "header-and-footer", "[" WORDS ("h", "Before all.", CONTROL ("header")) ",{" NUMBER "}," WORDS ("f", "After all.", CONTROL ("footer")) "]",
    { "Before all.", "The question?", "After all." }, { NULL }, 1, 0, 1, 0, 0 },
  { "slider", "[{" NUMBER ",\"extension\":[" CONTROL ("slider") "," EXT ("minValue", "\"valueInteger\":0") ","
    EXT ("maxValue", "\"valueInteger\":10") "],\"item\":[" WORDS ("l", "not at all", CONTROL ("lower")) ","
    WORDS ("u", "worst of all", CONTROL ("upper")) "]}]",
    { "The question?", "not at all", "worst of all" }, { NULL }, 1, 0, 0, 1, 0 },
  { "usage-capture", "[{" NUMBER ",\"extension\":[" USAGE ("capture") "]}]", { "The question?" }, { NULL }, 1, 0, 1, 0, 0 },
  { "usage-display", "[{" NUMBER ",\"extension\":[" USAGE ("display") "],\"initial\":[{\"valueInteger\":42}]}]",
    { "The question?", "42" }, { NULL }, 1, 0, 0, 0, 0 },
  { "usage-display-of-nothing", "[{\"linkId\":\"q\",\"text\":\"Not seen\",\"type\":\"integer\",\"extension\":["
    USAGE ("display-non-empty") "]}," STRING ("r", "Seen?") "]",
    { "Seen?" }, { "Not seen" }, 1, 0, 1, 0, 0 },
  { "instructions", "[" WORDS ("i", "Read this.", CATEGORY ("instructions")) ",{" NUMBER "}]",
    { "Read this.", "The question?" }, { NULL }, 1, 0, 1, 0, 0 },
  { "help-category", "[" WORDS ("i", "This may help.", CATEGORY ("help")) ",{" NUMBER "}]",
    { "This may help.", "The question?" }, { NULL }, 1, 0, 1, 0, 0 },
  { "security", "[" WORDS ("i", "Who reads this.", CATEGORY ("security")) ",{" NUMBER "}]",
    { "Who reads this.", "The question?" }, { NULL }, 1, 0, 1, 0, 0 },
  { "rendering-style", "[{\"linkId\":\"q\",\"text\":\"The question?\",\"_text\":{\"extension\":["
    EXT ("rendering-style", "\"valueString\":\"display:none;color:red\"") "]},\"type\":\"integer\"}]",
    { "The question?" }, { "display", "red" }, 1, 0, 1, 0, 0 },
  { "rendering-xhtml", "[{\"linkId\":\"q\",\"text\":\"Plain\",\"_text\":{\"extension\":[" EXT ("rendering-xhtml",
    "\"valueString\":\"<b onclick='x()'>The</b> question?<script>alert(1)</script>\"") "]},\"type\":\"integer\"}]",
    { "The question?" }, { "onclick", "alert", "<b" }, 1, 0, 1, 0, 0 },
  { "rendering-markdown", "[{\"linkId\":\"q\",\"text\":\"Plain\",\"_text\":{\"extension\":[" EXT ("rendering-markdown",
    "\"valueMarkdown\":\"**The** [question?](https://x.example)\"") "]},\"type\":\"integer\"}]",
    { "The question?" }, { "**", "x.example" }, 1, 0, 1, 0, 0 },
  { "hidden", "[{\"linkId\":\"h\",\"text\":\"Not seen\",\"type\":\"integer\",\"initial\":[{\"valueInteger\":42}],\"extension\":["
    EXT ("questionnaire-hidden", "\"valueBoolean\":true") "]},{" NUMBER "}]",
    { "The question?" }, { "Not seen", "42" }, 1, 0, 1, 0, 0 },
  { "ordinalValue", "[{" QUESTION "\"type\":\"choice\",\"answerOption\":[" CODE ("a", "Apple", EXT ("ordinalValue", "\"valueDecimal\":73")) ","
    CODE ("b", "Bread", EXT ("ordinalValue", "\"valueDecimal\":84")) "]}]",
    { "The question?", "Apple", "Bread" }, { "73", "84" }, 1, 2, 0, 0, 0 },
  { "entryFormat", "[{" NUMBER ",\"extension\":[" EXT ("entryFormat", "\"valueString\":\"five digits\"") "]}]",
    { "The question?", "five digits" }, { NULL }, 1, 0, 1, 0, 0 },
  { "entryFormat-of-lines", "[{" QUESTION "\"type\":\"text\",\"extension\":[" EXT ("entryFormat", "\"valueString\":\"one a line\"") "]}]",
    { "The question?", "one a line" }, { NULL }, 1, 0, 0, 0, 0 },
  { "text-area", "[{" QUESTION "\"type\":\"string\",\"extension\":[" CONTROL ("text-area") ","
    EXT ("entryFormat", "\"valueString\":\"in your words\"") "]}]",
    { "The question?", "in your words" }, { NULL }, 1, 0, 0, 0, 0 },
  { "drop-down", "[{" QUESTION "\"type\":\"choice\",\"extension\":[" CONTROL ("drop-down") "]," CHOICES "}]",
    { "The question?", "Apple", "Bread", "None of these" }, { NULL }, 1, 3, 0, 0, 0 },
  { "autocomplete", "[{" QUESTION "\"type\":\"choice\",\"extension\":[" CONTROL ("autocomplete") "]," CHOICES "}]",
    { "The question?", "Apple", "Bread", "None of these" }, { NULL }, 1, 3, 0, 0, 0 },
  { "check-box", "[{" QUESTION "\"type\":\"choice\",\"repeats\":true,\"extension\":[" CONTROL ("check-box") "]," CHOICES "}]",
    { "The question?", "Apple", "Bread", "None of these" }, { NULL }, 1, 3, 0, 0, 0 },
  { "radio-button", "[{" QUESTION "\"type\":\"choice\",\"extension\":[" CONTROL ("radio-button") "]," CHOICES "}]",
    { "The question?", "Apple", "Bread", "None of these" }, { NULL }, 1, 3, 0, 0, 0 },
#define GRID(name, control, n) \
  { name, "[{\"linkId\":\"g\",\"text\":\"The table\",\"type\":\"group\",\"extension\":[" CONTROL (control) "],\"item\":[" \
    STRING ("a", "First?") "," STRING ("b", "Second?") "]}]", \
    { "The table", "First?", "Second?" }, { NULL }, 2, 0, 2, 0, n }
  GRID ("table", "table", 1),
  GRID ("htable", "htable", 1),
  GRID ("atable", "atable", 1),
  GRID ("grid", "grid", 1),
  GRID ("list", "list", 1),
  GRID ("tab-container", "tab-container", 1),
  GRID ("unknown-control", "carousel", 1),
  /* The rows of a table that grows stand on one screen, each with its questions. */
  { "gtable", "[{\"linkId\":\"g\",\"text\":\"The table\",\"type\":\"group\",\"repeats\":true,\"extension\":[" CONTROL ("gtable") "],\"item\":["
    STRING ("a", "First?") "," STRING ("b", "Second?") "]}]",
    { "The table", "First?", "Second?" }, { NULL }, 2, 0, 2, 0, 0 },
  /* What is too much for one screen is asked one by one, under the table's words. */
  { "big-table", "[{\"linkId\":\"g\",\"text\":\"The table\",\"type\":\"group\",\"extension\":[" CONTROL ("grid") "],\"item\":["
    STRING ("a", "First?") "," STRING ("b", "Second?") "," STRING ("c", "Third?") "," STRING ("d", "Fourth?") ","
    STRING ("e", "Fifth?") "]}]",
    { "The table", "First?" }, { "Second?" }, 1, 0, 1, 0, 5 },
};

static guint
count (GtkWidget *view,
       GType      type)
{
  guint n = 0;

  while (form_fixture_nth (view, type, n) != NULL)
    n++;

  return n;
}

/* What labels and tiles say, in the order in which they are met. */
static void
read_all (GtkWidget *widget,
          GString   *words)
{
  if (!gtk_widget_get_visible (widget))
    return;
  if (CARE_IS_TILE (widget))
    {
      g_string_append_printf (words, "%s\n", care_tile_get_text (CARE_TILE (widget)));
      return;
    }
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (words, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    read_all (child, words);
}

static void
test_case (gconstpointer data)
{
  const Case *wanted = data;
  g_autoptr (GString) words = g_string_new (NULL);
  ScreenFixture screen;
  const char *at;

  screen_fixture_open_items (&screen, wanted->items);
  read_all (screen.view, words);
  at = words->str;
  for (guint i = 0; i < G_N_ELEMENTS (wanted->words) && wanted->words[i] != NULL; i++)
    {
      const char *found = strstr (at, wanted->words[i]);

      if (found == NULL)
        g_error ("\"%s\" is not (here) in \"%s\"", wanted->words[i], words->str);
      at = found + strlen (wanted->words[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wanted->absent) && wanted->absent[i] != NULL; i++)
    g_assert_null (strstr (words->str, wanted->absent[i]));

  g_assert_cmpuint (count (screen.view, CARE_TYPE_FIELD), ==, wanted->n_fields);
  g_assert_cmpuint (count (screen.view, CARE_TYPE_TILE), ==, wanted->n_tiles);
  g_assert_cmpuint (count (screen.view, GTK_TYPE_ENTRY), ==, wanted->n_entries);
  g_assert_cmpuint (count (screen.view, GTK_TYPE_SCALE), ==, wanted->n_scales);
  g_assert_cmpuint (care_form_view_get_n_steps (CARE_FORM_VIEW (screen.view)), ==, MAX (wanted->n_steps, 1));
  /* No table, no list that folds out, no tab. */
  g_assert_cmpuint (count (screen.view, GTK_TYPE_DROP_DOWN) + count (screen.view, GTK_TYPE_COMBO_BOX), ==, 0);
  g_assert_cmpuint (count (screen.view, GTK_TYPE_NOTEBOOK) + count (screen.view, GTK_TYPE_GRID), ==, 0);
  screen_fixture_close (&screen);
}

#define ORIENTED(code) "\"type\":\"choice\",\"extension\":[" EXT ("questionnaire-choiceOrientation", "\"valueCode\":\"" code "\"") "]," CHOICES

static graphene_rect_t
get_place (ScreenFixture *screen,
           const char    *text)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (form_fixture_find (screen->view, CARE_TYPE_TILE, text), screen->view, &bounds));

  return bounds;
}

/* Side by side or one below the other. */
static void
test_orientation (void)
{
  ScreenFixture screen;
  graphene_rect_t first;
  graphene_rect_t second;

  screen_fixture_open (&screen, ORIENTED ("horizontal"));
  first = get_place (&screen, "Apple");
  second = get_place (&screen, "Bread");
  g_assert_cmpfloat (second.origin.x, >, first.origin.x);
  g_assert_cmpfloat_with_epsilon (second.origin.y, first.origin.y, 0.01);
  screen_fixture_close (&screen);

  screen_fixture_open (&screen, ORIENTED ("vertical"));
  first = get_place (&screen, "Apple");
  second = get_place (&screen, "Bread");
  g_assert_cmpfloat_with_epsilon (second.origin.x, first.origin.x, 0.01);
  g_assert_cmpfloat (second.origin.y, >=, first.origin.y + first.size.height);
  screen_fixture_close (&screen);
}

/* The step holds for the buttons and for where the finger lets go. */
static void
test_slider_step (void)
{
  ScreenFixture screen;
  GtkWidget *scale;
  gboolean handled = FALSE;

  screen_fixture_open (&screen, "\"type\":\"integer\",\"extension\":[" CONTROL ("slider") ","
                                EXT ("minValue", "\"valueInteger\":10") "," EXT ("maxValue", "\"valueInteger\":100") ","
                                EXT ("questionnaire-sliderStepValue", "\"valueInteger\":5") "]");
  scale = form_fixture_nth (screen.view, GTK_TYPE_SCALE, 0);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_lower (gtk_range_get_adjustment (GTK_RANGE (scale))), 10.0, 0.01);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_upper (gtk_range_get_adjustment (GTK_RANGE (scale))), 100.0, 0.01);
  form_fixture_press (screen.view, "+");
  screen_fixture_assert_value (&screen, "15");
  g_signal_emit_by_name (scale, "change-value", GTK_SCROLL_JUMP, 47.9, &handled);
  screen_fixture_assert_value (&screen, "50");
  g_signal_emit_by_name (scale, "change-value", GTK_SCROLL_JUMP, 12.4, &handled);
  screen_fixture_assert_value (&screen, "10");
  g_signal_emit_by_name (scale, "change-value", GTK_SCROLL_JUMP, 400.0, &handled);
  screen_fixture_assert_value (&screen, "100");
  screen_fixture_close (&screen);
}

/* The line that is drawn where a form leaves something of it out, and that what is shown is what is kept. */
static const struct
{
  const char *name;
  const char *members;
  double      least;
  double      most;      /* not above @least: typed */
  const char *stepped;   /* after "+" */
  double      let_go;
  const char *kept;
} lines[] = {
  { "no-bounds", "\"type\":\"integer\",\"extension\":[" CONTROL ("slider") "]", 0, 100, "1", 47.3, "47" },
  { "no-least", "\"type\":\"integer\",\"extension\":[" CONTROL ("slider") "," EXT ("maxValue", "\"valueInteger\":-5") "]", -105, -5, "-104", -7.2, "-7" },
  { "no-most", "\"type\":\"integer\",\"extension\":[" CONTROL ("slider") "," EXT ("minValue", "\"valueInteger\":150") "]", 150, 160, "151", 155.1, "155" },
  { "one-number", "\"type\":\"integer\",\"extension\":[" CONTROL ("slider") "," EXT ("minValue", "\"valueInteger\":5") ","
    EXT ("maxValue", "\"valueInteger\":5") "]", 5, 5, NULL, 0, NULL },
  { "short", "\"type\":\"decimal\",\"extension\":[" CONTROL ("slider") "," EXT ("minValue", "\"valueDecimal\":0") ","
    EXT ("maxValue", "\"valueDecimal\":0.5") "]", 0, 0.5, "0.01", 0.23456, "0.23" },
  { "steps-of-an-eighth", "\"type\":\"decimal\",\"extension\":[" CONTROL ("slider") "," EXT ("minValue", "\"valueDecimal\":0") ","
    EXT ("maxValue", "\"valueDecimal\":1") "," EXT ("questionnaire-sliderStepValue", "\"valueDecimal\":0.125") "]", 0, 1, "0.125", 0.4, "0.375" },
  { "large", "\"type\":\"decimal\",\"extension\":[" CONTROL ("slider") "," EXT ("minValue", "\"valueDecimal\":0") ","
    EXT ("maxValue", "\"valueDecimal\":9000000") "]", 0, 9000000, "1", 1234567.5, "1234567.5" },
};

static void
test_slider_line (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  ScreenFixture screen;
  GtkWidget *scale;
  gboolean handled = FALSE;

  screen_fixture_open (&screen, lines[row].members);
  if (lines[row].most <= lines[row].least)
    {
      g_assert_null (form_fixture_nth (screen.view, GTK_TYPE_SCALE, 0));
      g_assert_nonnull (form_fixture_nth (screen.view, GTK_TYPE_TEXT, 0));
      screen_fixture_close (&screen);
      return;
    }
  scale = form_fixture_nth (screen.view, GTK_TYPE_SCALE, 0);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_lower (gtk_range_get_adjustment (GTK_RANGE (scale))), lines[row].least, 0.001);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_upper (gtk_range_get_adjustment (GTK_RANGE (scale))), lines[row].most, 0.001);
  form_fixture_press (screen.view, "+");
  screen_fixture_assert_value (&screen, lines[row].stepped);
  g_signal_emit_by_name (scale, "change-value", GTK_SCROLL_JUMP, lines[row].let_go, &handled);
  screen_fixture_assert_value (&screen, lines[row].kept);
  screen_fixture_close (&screen);
}

/* A word of caution about the answers' secrecy stands out from other words. */
static void
test_category (void)
{
  ScreenFixture screen;
  GtkWidget *label;

  screen_fixture_open_items (&screen, "[" WORDS ("i", "Who reads this.", CATEGORY ("security")) ",{" NUMBER "}]");
  label = form_fixture_find (screen.view, GTK_TYPE_LABEL, "Who reads this.");
  g_assert_true (gtk_widget_has_css_class (label, "care-note"));
  screen_fixture_close (&screen);

  screen_fixture_open_items (&screen, "[" WORDS ("i", "Read this.", CATEGORY ("instructions")) ",{" NUMBER "}]");
  label = form_fixture_find (screen.view, GTK_TYPE_LABEL, "Read this.");
  g_assert_false (gtk_widget_has_css_class (label, "care-note"));
  screen_fixture_close (&screen);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/controls/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/controls/choiceOrientation", test_orientation);
  g_test_add_func ("/controls/sliderStepValue", test_slider_step);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *path = g_strconcat ("/controls/slider-line/", lines[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_slider_line);
    }
  g_test_add_func ("/controls/displayCategory", test_category);

  return g_test_run ();
}

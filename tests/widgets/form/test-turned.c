/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Texts with controls that turn letters around (U+202E and its like) are drawn in the order in which they are read, and kept as
 * they came. */

#include "screen-fixture.h"

#include <string.h>

#include "widgets/form/care-form-step.h"
#include "widgets/form/care-tile.h"

#define RLO "\\u202e"
#define LRO "\\u202d"
#define HELP "{\"linkId\":\"h\",\"type\":\"display\",\"text\":\"" RLO "help words\",\"extension\":[{\"url\":\"" HL7 \
  "questionnaire-itemControl\",\"valueCodeableConcept\":{\"coding\":[{\"code\":\"help\"}]}}]}"
#define TURNED "[{\"linkId\":\"g\",\"type\":\"group\",\"text\":\"All " RLO "of it\",\"item\":[{\"linkId\":\"q\",\"prefix\":\"" LRO "1)\",\"text\":\"Do " RLO "not\\u202c take it\",\"type\":\"choice\",\"required\":true," \
  "\"answerOption\":[{\"valueCoding\":{\"code\":\"a\",\"display\":\"" RLO "first answer\"}}," \
  "{\"valueCoding\":{\"code\":\"b\",\"display\":\"second\"}}],\"item\":[" HELP "]}," \
  "{\"linkId\":\"d\",\"type\":\"display\",\"text\":\"" RLO "left open\"}]}]"

/* Letters in the order in which they stand in the text stand from left to right. */
static void
assert_in_order (GtkLabel *label)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  const char *text = pango_layout_get_text (layout);
  PangoRectangle before = { G_MININT, 0, 0, 0 };

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      PangoRectangle letter;

      if (!g_ascii_isalnum (*c))
        continue;
      pango_layout_index_to_pos (layout, (int) (c - text), &letter);
      if (letter.x <= before.x && letter.y == before.y)
        g_error ("\"%s\" is drawn out of its order", text);
      before = letter;
    }
}

static guint
look_at_labels (GtkWidget *widget)
{
  guint n = 0;

  if (GTK_IS_LABEL (widget))
    {
      for (const char *c = gtk_label_get_text (GTK_LABEL (widget)); *c != '\0'; c = g_utf8_next_char (c))
        g_assert_false (g_utf8_get_char (c) >= 0x202A && g_utf8_get_char (c) <= 0x202E);
      assert_in_order (GTK_LABEL (widget));
      n++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += look_at_labels (child);

  return n;
}

static void
test_form (void)
{
  ScreenFixture screen;
  g_autofree char *read = NULL;

  screen_fixture_open_items (&screen, TURNED);
  g_assert_cmpuint (look_at_labels (screen.view), >, 4);
  read = form_fixture_read (screen.view);
  g_assert_nonnull (strstr (read, "1) Do not take it"));
  g_assert_nonnull (strstr (read, "help words"));
  g_assert_nonnull (strstr (read, "left open"));

  /* What is kept is what the form says. */
  form_fixture_press (screen.view, "first answer");
  screen_fixture_assert_value (&screen, "\u202e" "first answer");
  g_assert_cmpstr (care_item_get_text (care_node_get_item (screen.node), "en"), ==, "Do \u202enot\u202c take it");
  screen_fixture_close (&screen);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/turned/form", test_form);

  return g_test_run ();
}

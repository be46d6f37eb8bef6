/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* Choices with words of one's own. */

#include "screen-fixture.h"

/* "None of these" and words of one's own do not go together, whichever comes first. */
static void
test_own_and_exclusive (void)
{
  ScreenFixture screen;

  screen_fixture_open (&screen, "\"type\":\"open-choice\",\"repeats\":true," CHOICES);
  form_fixture_press (screen.view, "Apple");
  form_fixture_press (screen.view, "Something else");
  screen_fixture_type (&screen, 0, "Cheese");
  g_assert_cmpuint (care_node_get_n_answers (screen.node), ==, 2);

  form_fixture_press (screen.view, "None of these");
  g_assert_cmpuint (care_node_get_n_answers (screen.node), ==, 1);
  g_assert_true (care_node_has_code (screen.node, NULL, "none"));
  g_assert_false (screen_fixture_is_ticked (&screen, "Something else"));
  g_assert_null (form_fixture_nth (screen.view, GTK_TYPE_ENTRY, 0));
  g_assert_true (care_form_view_check (CARE_FORM_VIEW (screen.view)));

  form_fixture_press (screen.view, "Something else");
  g_assert_false (screen_fixture_is_ticked (&screen, "None of these"));
  g_assert_cmpuint (care_node_get_n_answers (screen.node), ==, 1);
  screen_fixture_assert_value (&screen, "Cheese");
  screen_fixture_type (&screen, 0, "");
  g_assert_cmpuint (care_node_get_n_answers (screen.node), ==, 0);
  form_fixture_press (screen.view, "None of these");
  form_fixture_press (screen.view, "Something else");
  g_assert_false (screen_fixture_is_ticked (&screen, "None of these"));
  screen_fixture_assert_refused (&screen, "Please type what it is.");
  screen_fixture_type (&screen, 0, "Butter");
  g_assert_cmpuint (care_node_get_n_answers (screen.node), ==, 1);
  screen_fixture_assert_value (&screen, "Butter");
  /* Any other choice stays beside the words. */
  form_fixture_press (screen.view, "Bread");
  g_assert_true (screen_fixture_is_ticked (&screen, "Something else"));
  g_assert_cmpuint (care_node_get_n_answers (screen.node), ==, 2);
  screen_fixture_close (&screen);
}

#define STAFF "\"extension\":[{\"url\":\"" OURS "tell-staff\",\"valueBoolean\":true}],"

/* Who would rather tell staff has no words to type any more. */
static void
test_own_and_absent (void)
{
  static const char *const items[] = {
    STAFF "\"type\":\"open-choice\"," CHOICES,
    STAFF "\"type\":\"open-choice\",\"repeats\":true," CHOICES,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      ScreenFixture screen;

      screen_fixture_open (&screen, items[i]);
      form_fixture_press (screen.view, "Something else");
      form_fixture_press (screen.view, "I'd rather tell staff");
      g_assert_false (screen_fixture_is_ticked (&screen, "Something else"));
      g_assert_true (care_form_view_check (CARE_FORM_VIEW (screen.view)));
      g_assert_cmpint (care_node_get_absent (screen.node), ==, CARE_ABSENT_TELL_STAFF);
      form_fixture_press (screen.view, "Something else");
      g_assert_cmpint (care_node_get_absent (screen.node), ==, CARE_ABSENT_NONE);
      screen_fixture_close (&screen);
    }
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/own-words/exclusive", test_own_and_exclusive);
  g_test_add_func ("/own-words/absent", test_own_and_absent);

  return g_test_run ();
}

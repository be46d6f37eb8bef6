/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "care-test-protocol.h"

#include <string.h>

#include "screening/care-feeding.h"

static CareQuestionnaire *
load_form (const char *name)
{
  g_autofree char *path = care_test_data_path ("forms", name);
  g_autoptr (GError) error = NULL;
  CareQuestionnaire *form = care_questionnaire_load (path, &error);

  g_assert_no_error (error);

  return form;
}

static void
test_feeding (void)
{
  g_autoptr (CareProtocol) protocol = care_test_load_protocol (NULL, NULL);
  g_autoptr (CareQuestionnaire) first = load_form ("first-visit.json");
  g_autoptr (CareQuestionnaire) day = load_form ("day-check.json");
  CareQuestionnaire *both[] = { first, day };
  g_autoptr (GPtrArray) together = care_feeding_list_unfed (protocol, both, 2);
  g_autoptr (GPtrArray) alone = care_feeding_list_unfed (protocol, both, 1);
  g_autoptr (GPtrArray) only_day = care_feeding_list_unfed (protocol, both + 1, 1);
  gboolean pregnant = FALSE;

  g_assert_cmpuint (together->len, ==, 0);
  g_assert_cmpuint (alone->len, ==, 0);
  g_assert_cmpuint (only_day->len, >, 20);

  for (guint i = 0; i < only_day->len; i++)
    pregnant |= strcmp (((const CareRule *) g_ptr_array_index (only_day, i))->id, "pregnant") == 0;
  g_assert_true (pregnant);
}

static void
test_needed (void)
{
  g_autoptr (CareProtocol) protocol = care_test_load_protocol (NULL, NULL);
  const char *const mix[] = { "product-a", NULL };
  const char *const chin[] = { "product-d", NULL };
  const char *const thighs[] = { "thighs", NULL };
  const char *const face[] = { "chin", NULL };
  const char *const unknown[] = { "thighs", "elbow", NULL };
  g_auto (GStrv) for_mix = care_feeding_dup_needed (protocol, mix, thighs);
  g_auto (GStrv) for_chin = care_feeding_dup_needed (protocol, chin, face);
  g_auto (GStrv) for_thighs = care_feeding_dup_needed (protocol, chin, thighs);
  g_auto (GStrv) for_unknown = care_feeding_dup_needed (protocol, chin, unknown);

  g_assert_true (g_strv_contains ((const char *const *) for_mix, "pregnancy"));
  g_assert_true (g_strv_contains ((const char *const *) for_mix, "caffeine-last"));
  g_assert_false (g_strv_contains ((const char *const *) for_mix, "swallowing"));
  g_assert_true (g_strv_contains ((const char *const *) for_chin, "swallowing"));
  /* An area that nobody knows may be the face. */
  g_assert_false (g_strv_contains ((const char *const *) for_thighs, "swallowing"));
  g_assert_true (g_strv_contains ((const char *const *) for_unknown, "swallowing"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/screening/feeding", test_feeding);
  g_test_add_func ("/screening/needed", test_needed);

  return g_test_run ();
}

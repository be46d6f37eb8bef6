/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-number-digits.h"

typedef struct
{
  const char *name;
  const char *typed;
  char        mark;
  gboolean    whole;
  const char *fault;
  const char *number;
} Case;

static const Case cases[] = {
  { "whole", "70", '.', TRUE, NULL, "70" },
  { "decimal", "70.5", '.', FALSE, NULL, "70.5" },
  { "decimal-comma", "70,5", ',', FALSE, NULL, "70.5" },
  { "other-mark", "70,5", '.', FALSE, NULL, "70.5" },
  { "spaces", "  70 ", '.', TRUE, NULL, "70" },
  { "negative", "-3", '.', TRUE, NULL, "-3" },
  { "noughts", "007", '.', TRUE, NULL, "7" },
  { "nought", "0", '.', TRUE, NULL, "0" },
  { "below-one", "0.25", '.', FALSE, NULL, "0.25" },
  { "keeps-noughts", "70.50", '.', FALSE, NULL, "70.50" },
  { "arabic-digits", "٧٠٫٥", '.', FALSE, NULL, "70.5" },
  { "empty", "", '.', TRUE, NULL, NULL },
  { "blank", "   ", '.', TRUE, NULL, NULL },
  { "thousands", "1,234", '.', FALSE, "number-marks", NULL },
  { "thousands-comma", "1.234", ',', FALSE, "number-marks", NULL },
  { "own-mark-three-digits", "1.234", '.', FALSE, NULL, "1.234" },
  { "two-marks", "1.2.3", '.', FALSE, "number-marks", NULL },
  { "not-whole", "7.5", '.', TRUE, "number-whole", NULL },
  { "letters", "seven", '.', TRUE, "number-not", NULL },
  { "unit", "70kg", '.', FALSE, "number-not", NULL },
  { "minus-inside", "7-3", '.', FALSE, "number-not", NULL },
  { "only-minus", "-", '.', FALSE, "number-not", NULL },
  { "only-mark", ".", '.', FALSE, "number-not", NULL },
  { "mark-at-end", "7.", '.', FALSE, "number-not", NULL },
  { "mark-first", ".5", '.', FALSE, "number-not", NULL },
  { "largest-whole", "2147483647", '.', TRUE, NULL, "2147483647" },
  { "lowest-whole", "-2147483648", '.', TRUE, NULL, "-2147483648" },
  { "beyond-32-bits", "2147483648", '.', TRUE, "number-long", NULL },
  { "below-32-bits", "-2147483649", '.', TRUE, "number-long", NULL },
  { "decimal-beyond-32-bits", "2147483648", '.', FALSE, NULL, "2147483648" },
  { "too-long", "1234567890123456", '.', TRUE, "number-long", NULL },
};

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autofree char *number = NULL;

  g_assert_cmpstr (care_number_digits_read (one->typed, one->mark, one->whole, &number), ==, one->fault);
  g_assert_cmpstr (number, ==, one->number);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/number-digits/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  return g_test_run ();
}

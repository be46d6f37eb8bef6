/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-reading.h"

typedef struct
{
  const char *language;
  const char *text;
  guint words;
  guint sentences;
  guint syllables;
} Count;

static const Count counts[] = {
  { "en", "Take no hot shower until {time}.", 6, 1, 8 },
  { "en", "The table was moved. He named the plates!", 8, 2, 9 },
  { "en", "Fever of 38.5 or more", 5, 1, 6 },
  { "en", "Going", 1, 1, 2 },
  { "en", "No", 1, 1, 1 },
  { "en-US", "You can't breathe well.", 4, 1, 4 },
  { "es", "No se duche con agua caliente.", 6, 1, 10 },
  { "es", "que guía ahora aéreo", 4, 1, 10 },
  { "es", "Pingüino, hoy y ciudad.", 4, 1, 7 },
  { "es", "¿Está bien? Sí.", 3, 2, 4 },
};

static void
test_count (gconstpointer data)
{
  const Count *c = data;
  CareReading reading;

  g_assert_true (care_reading_measure (c->text, c->language, &reading));
  g_assert_cmpuint (reading.words, ==, c->words);
  g_assert_cmpuint (reading.sentences, ==, c->sentences);
  g_assert_cmpuint (reading.syllables, ==, c->syllables);
}

static void
test_grades (void)
{
  CareReading easy;
  CareReading hard;

  g_assert_true (care_reading_measure ("Do not rub the skin there.", "en", &easy));
  g_assert_true (care_reading_measure ("Patients are required to discontinue anticoagulant administration "
                                       "following consultation with the prescribing physician.", "en", &hard));
  g_assert_cmpfloat (easy.grade, <, 3.0);
  g_assert_cmpfloat (hard.grade, >, 12.0);

  g_assert_true (care_reading_measure ("No frote la piel.", "es", &easy));
  g_assert_true (care_reading_measure ("Los pacientes interrumpirán la administración de anticoagulantes "
                                       "inmediatamente después de consultar al facultativo.", "es", &hard));
  g_assert_cmpfloat (easy.grade, <, 6.0);
  g_assert_cmpfloat (hard.grade, >, 8.0);
}

static void
test_unknown (void)
{
  CareReading reading;

  g_assert_false (care_reading_measure ("Guten Tag", "de", &reading));
  g_assert_false (care_reading_measure ("", "en", &reading));
  g_assert_false (care_reading_measure (" ... ", "en", &reading));
  g_assert_false (care_reading_knows_language ("est"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/reading/count/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &counts[i], test_count);
    }

  g_test_add_func ("/reading/grades", test_grades);
  g_test_add_func ("/reading/unknown", test_unknown);

  return g_test_run ();
}

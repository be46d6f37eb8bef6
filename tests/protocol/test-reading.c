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
  { "en", "It is 24. Come at 10.30.", 6, 2, 6 },
  { "fr", "Pas de douche chaude avant {time}.", 6, 1, 7 },
  { "fr", "L\xE2\x80\x99" "eau est l\xC3\xA0\xE2\x80\xAF!", 3, 1, 3 },
  { "pt-BR", "Ligue para nós agora.", 4, 1, 8 },
  { "de", "Kein heißes Bad bis {time}.", 5, 1, 6 },
  { "de", "Make-up", 2, 1, 2 },
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

/* The formula's own arithmetic, by hand: one sentence of ten words with so many syllables. */
typedef struct
{
  const char *language;
  const char *formula;
  const char *easy;
  const char *hard;
  const char *text;
  double grade;
} Grade;

static const Grade grades[] = {
  { "en", "Flesch-Kincaid", "Do not rub the skin there.",
    "Continuous administration of anticoagulant medication necessitates professional consultation.",
    /* 10 words, 11 syllables: 3.9 + 12.98 - 15.59 */
    "The sun is hot and so is the water here.", 1.29 },
  { "es", "Fernández Huerta", "No frote la piel.",
    "La interrupción inmediata de medicamentos anticoagulantes requiere autorización profesional.",
    /* 5 words, 9 syllables: ease 206.84 - 108 - 5.1 = 93.74; 4 - 0.374 */
    "Beba agua y coma fruta.", 3.626 },
  { "fr", "Kandel-Moles", "Ne frottez pas la peau.",
    "L'interruption inconsidérée des médicaments anticoagulants nécessite une consultation spécialisée.",
    /* 5 words, 6 syllables: ease 207 - 88.32 - 5.075 = 113.605; 4 - 2.3605 */
    "Ne prenez pas de bain.", 1.6395 },
  { "pt-BR", "Flesch-Martins", "Não coce a pele.",
    "A interrupção inadequada da medicação anticoagulante necessita obrigatoriamente de autorização profissional.",
    /* 4 words, 6 syllables: ease 248.835 - 126.9 - 4.06 = 117.875; 4 - 6.86 */
    "Não tome sol hoje.", -2.86 },
  { "de", "Wiener Sachtextformel", "Nicht an der Haut reiben.",
    "Eigenmächtige Unterbrechungen gerinnungshemmender Medikamenteneinnahmen erfordern fachärztliche Beratung.",
    /* 5 words, one of more than six letters, of three syllables; 2 of one: 3.87 + 0.836 + 2.594 - 1.308 - 0.875 */
    "Bitte baden Sie die Oberarme.", 5.117 },
};

static void
test_grade (gconstpointer data)
{
  const Grade *g = data;
  CareReading reading;

  g_assert_cmpstr (care_reading_get_formula (g->language), ==, g->formula);
  g_assert_true (care_reading_measure (g->easy, g->language, &reading));
  g_assert_cmpfloat (reading.grade, <, CARE_READING_TARGET);
  g_assert_true (care_reading_measure (g->hard, g->language, &reading));
  g_assert_cmpfloat (reading.grade, >, CARE_READING_LIMIT);
  g_assert_true (care_reading_measure (g->text, g->language, &reading));
  g_assert_cmpfloat_with_epsilon (reading.grade, g->grade, 0.001);
}

/* Arabic has words and sentences, and no grade. */
static void
test_arabic (void)
{
  CareReading reading;

  care_reading_count ("لا تفرك الجلد. هل عندك حمى؟ نعم", "ar", &reading);
  g_assert_cmpuint (reading.words, ==, 7);
  g_assert_cmpuint (reading.sentences, ==, 3);
  g_assert_cmpuint (reading.longest, ==, 3);
  g_assert_false (care_reading_measure ("لا تفرك الجلد.", "ar", &reading));
  g_assert_null (care_reading_get_formula ("ar"));
}

static void
test_unknown (void)
{
  CareReading reading;

  g_assert_false (care_reading_measure ("Buon giorno", "it", &reading));
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

  for (gsize i = 0; i < G_N_ELEMENTS (grades); i++)
    {
      g_autofree char *path = g_strconcat ("/reading/grade/", grades[i].language, NULL);

      g_test_add_data_func (path, &grades[i], test_grade);
    }

  g_test_add_func ("/reading/grades", test_grades);
  g_test_add_func ("/reading/arabic", test_arabic);
  g_test_add_func ("/reading/unknown", test_unknown);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-protocol-check-private.h"

#include <string.h>

/* A language's words for medicines, for stopping, and where they are allowed. */
typedef struct
{
  const char *language;
  /* What somebody may have prescribed. */
  const char *medicine;
  /* To stop, skip, leave out. */
  const char *stop;
  /* "Do not" before it: "do not stop". */
  const char *negated;
  /* What the patient bought. */
  const char *bought;
  /* (nullable) "Not" that stands behind the verb: "setzen Sie es nicht ab". */
  const char *negated_after;
} Words;

static const Words words[] = {
  { "en",
    "medicines?|medications?|pills?|tablets?|prescri\\w+|blood[- ]thinners?|aspirin|ibuprofen|stimulants?|ritalin|"
    "adderall|vyvanse|adhd|insulin|heparin|warfarin|antibiotics?|painkillers?",
    "stop|stops|stopping|skip|skipping|pause|leave out|leave off|come off|go without|do not take|don't take|take no|"
    "avoid|no longer take|without your",
    "not|never|don't|cannot|can't",
    "bought|shop|over the counter|without a prescription" },
  { "es",
    "medicinas?|medicamentos?|pastillas?|recet\\w+|anticoagulantes?|aspirina|ibuprofeno|estimulantes?|tdah|insulina|"
    "heparina|antibi[oó]ticos?|analg[eé]sicos?",
    "dej[ea]r?|suspend\\w+|interrump\\w+|no tome|evite|pare|deje de tomar|omita|sin tomar",
    "no|nunca",
    "compr\\w+|tienda|sin receta" },
  { "fr",
    "médicaments?|comprimés?|ordonnance|prescri\\w+|anticoagulants?|aspirine|ibuprofène|stimulants?|insuline|héparine|"
    "antibiotiques?|antalgiques?",
    "arrêt\\w+|suspend\\w+|interromp\\w+|ne prenez pas|évitez|sautez|sans prendre",
    "ne|n'|jamais|pas",
    "achet\\w+|sans ordonnance" },
  { "pt",
    "remédios?|medicamentos?|comprimidos?|receit\\w+|anticoagulantes?|aspirina|ibuprofeno|estimulantes?|insulina|"
    "heparina|antibióticos?",
    "par[ea]r?|suspend\\w+|interromp\\w+|não tome|evite|pule|deixe de tomar",
    "não|nunca",
    "compr\\w+|sem receita" },
  { "de",
    "medikamente?n?|arznei\\w*|tabletten?|pillen?|verschr\\w+|rezept\\w*|blutverdünner|aspirin|ibuprofen|stimulanzien|"
    "insulin|heparin|antibiotik\\w+|schmerzmittel",
    "absetzen|setzen sie|aussetzen|weglassen|lassen sie|nehmen sie kein\\w*|vermeiden|auslassen|stoppen",
    "nicht|nie|kein\\w*",
    "gekauft\\w*|rezeptfrei\\w*|ohne rezept",
    "nicht|nie|kein\\w*" },
  { "ar",
    "\\S*(?:دواء|دواءك|ادويه|ادويتك|حبوب|اقراص|وصفه|اسبرين|ايبوبروفين|منبهات|انسولين|هيبارين|مسيلات|مميعات)\\S*",
    "\\S*(?:اوقف|توقف|تتوقف|تجنب|لا تاخذ|لا تتناول|اترك|تترك)\\S*",
    "لا",
    "\\S*(?:اشتري|اشتريت|بدون وصفه)\\S*" },
};

static const Words *
find_words (const char *language)
{
  gsize length = strcspn (language, "-_");

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i].language) == length && g_ascii_strncasecmp (words[i].language, language, length) == 0)
      return &words[i];

  return NULL;
}

gboolean
care_check_knows_medicine (const char *language)
{
  return find_words (language) != NULL;
}

static gboolean
matches (const char *text,
         const char *between,
         const char *first,
         const char *second)
{
  g_autofree char *filled = second != NULL ? g_strdup_printf ("(?<!\\w)(?:%s)(?!\\w)%s(?<!\\w)(?:%s)(?!\\w)", first,
                                                              between, second)
                                           : g_strdup_printf ("(?<!\\w)(?:%s)(?!\\w)", first);

  return g_regex_match_simple (filled, text, G_REGEX_CASELESS, 0);
}

/* One sentence: names a medicine and leaves it out, or tells to stop it. */
static gboolean
sentence_stops (const Words *w,
                const char  *sentence,
                gboolean     leaves_out)
{
  if (!matches (sentence, NULL, w->medicine, NULL) || matches (sentence, NULL, w->bought, NULL))
    return FALSE;

  if (matches (sentence, " (?:\\w+ )?", w->negated, w->stop))
    return FALSE;
  if (w->negated_after != NULL && matches (sentence, " (?:\\w+ ){0,3}", w->stop, w->negated_after))
    return FALSE;

  return leaves_out || matches (sentence, NULL, w->stop, NULL);
}

gboolean
care_check_stops_medicine (const char *text,
                           const char *language,
                           gboolean    leaves_out)
{
  const Words *w = find_words (language);
  g_autofree char *normal = care_claims_normalize (text);
  g_autoptr (GString) spaced = g_string_new (normal);
  g_auto (GStrv) sentences = NULL;

  g_return_val_if_fail (w != NULL, TRUE);

  /* "N'arrêtez", "l'aspirine": two words */
  if (strcmp (w->language, "fr") == 0)
    g_string_replace (spaced, "'", "' ", 0);

  sentences = g_regex_split_simple ("[.!?؟]+", spaced->str, 0, 0);
  for (gsize i = 0; sentences[i] != NULL; i++)
    if (sentence_stops (w, sentences[i], leaves_out))
      return TRUE;

  return FALSE;
}

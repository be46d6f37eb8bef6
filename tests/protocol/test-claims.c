/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-claims.h"

#include <string.h>

/* Sentences that must pass, and (claim TRUE) sentences that must fail. */
typedef struct
{
  const char *language;
  gboolean claim;
  const char *text;
} Sentence;

static const Sentence sentences[] = {
  /* English: allowed */
  { "en", FALSE, "Permanent scars are possible." },
  { "en", FALSE, "There is no guarantee that it works." },
  { "en", FALSE, "We cannot guarantee a result." },
  { "en", FALSE, "I'm not sure" },
  { "en", FALSE, "This treatment is not proven." },
  { "en", FALSE, "No treatment is without risk." },
  { "en", FALSE, "It is not known if this is safe." },
  { "en", FALSE, "This is not a weight-loss treatment." },
  { "en", FALSE, "Did you take weight-loss injections or pills?" },
  { "en", FALSE, "Do you have a permanent filler there?" },
  { "en", FALSE, "It is not a cure." },
  { "en", FALSE, "It is not painless." },
  { "en", FALSE, "The change may not last and may come back." },
  { "en", FALSE, "Keep this page in a safe place." },
  { "en", FALSE, "Tell us if you are allergic to natural rubber." },
  { "en", FALSE, "Many small injections, no operation." },
  { "en", FALSE, "Do not come back without your medicine list." },
  { "en", FALSE, "Call us if the pain gets worse." },
  { "en", FALSE, "That day has not come yet." },
  { "en", FALSE, "Is it safe for me? Ask us." },
  { "en", FALSE, "It does not replace liposuction." },
  /* English: claims */
  { "en", TRUE, "The treatment is safe." },
  { "en", TRUE, "A SAFE and easy way." },
  { "en", TRUE, "It is not only safe but quick." },
  { "en", TRUE, "Results are guaranteed." },
  { "en", TRUE, "We guarantee you will like it." },
  { "en", TRUE, "A painless session." },
  { "en", TRUE, "You will feel no pain." },
  { "en", TRUE, "It does not hurt." },
  { "en", TRUE, "All natural vitamins." },
  { "en", TRUE, "A non-invasive method." },
  { "en", TRUE, "A non\xE2\x80\x91invasive method." },
  { "en", TRUE, "Permanent results." },
  { "en", TRUE, "The fat is gone for good." },
  { "en", TRUE, "It melts fat." },
  { "en", TRUE, "It has no side effects." },
  { "en", TRUE, "Hardly any bad side effects." },
  { "en", TRUE, "It cures dimples." },
  { "en", TRUE, "Clinically proven." },
  { "en", TRUE, "Say goodbye to ugly legs." },
  { "en", TRUE, "Get rid of cellulite." },
  { "en", TRUE, "The fat will not come back." },
  { "en", TRUE, "As good as liposuction." },
  { "en", TRUE, "The fastest way to smooth legs." },
  { "en", TRUE, "Lose weight with us." },
  { "en", TRUE, "Lose inches in a week." },
  { "en", TRUE, "It boosts collagen and circulation." },
  { "en", TRUE, "Arnica helps bruises heal." },
  { "en", TRUE, "Loved by celebrities." },
  { "en", TRUE, "Recommended by doctors." },
  { "en", TRUE, "Good value for money." },
  { "en", TRUE, "Used in Europe for decades." },
  { "en", TRUE, "Nothing serious has ever been reported." },
  { "en", TRUE, "Why not try our painless method?" },
  { "en", TRUE, "Sa\xC2\xAD" "fe and sound." },
  /* Spanish */
  { "es", FALSE, "No estoy seguro" },
  { "es", FALSE, "No estoy segura de eso." },
  { "es", FALSE, "¿Está segura de que no está embarazada?" },
  { "es", FALSE, "Las cicatrices permanentes son posibles." },
  { "es", FALSE, "Puede quedar una cicatriz para siempre." },
  { "es", FALSE, "No hay garantía de que funcione." },
  { "es", FALSE, "Sin garantía." },
  { "es", FALSE, "No es un tratamiento para adelgazar." },
  { "es", FALSE, "¿Tiene un relleno permanente ahí?" },
  { "es", FALSE, "No está demostrado que funcione." },
  { "es", FALSE, "Ningún tratamiento está libre de riesgos." },
  { "es", FALSE, "Guarde esta hoja en un lugar seguro." },
  { "es", FALSE, "Un punto que no se cura." },
  { "es", FALSE, "Respira muy rápido." },
  { "es", TRUE, "El tratamiento es seguro." },
  { "es", TRUE, "Resultados garantizados." },
  { "es", TRUE, "Es indoloro." },
  { "es", TRUE, "Una sesión sin dolor." },
  { "es", TRUE, "Todo natural." },
  { "es", TRUE, "Un método no invasivo." },
  { "es", TRUE, "Resultados permanentes." },
  { "es", TRUE, "Derrite la grasa." },
  { "es", TRUE, "Sin efectos secundarios." },
  { "es", TRUE, "Cura la celulitis." },
  { "es", TRUE, "Clínicamente probado." },
  { "es", TRUE, "Adiós a la piel de naranja." },
  { "es", TRUE, "Igual que una liposucción." },
  { "es", TRUE, "Para perder peso." },
  { "es", TRUE, "Estimula el colágeno." },
  { "es", TRUE, "No solo es seguro, es rápido." },
  { "es", TRUE, "La grasa nunca vuelve." },
  /* French */
  { "fr", FALSE, "Je ne suis pas sûre." },
  { "fr", FALSE, "Mettez la crème sur la peau." },
  { "fr", FALSE, "Des cicatrices permanentes sont possibles." },
  { "fr", FALSE, "Il n'y a aucune garantie." },
  { "fr", FALSE, "Ce n'est pas prouvé." },
  { "fr", FALSE, "Bien sûr, vous pouvez arrêter." },
  { "fr", TRUE, "Un traitement sûr." },
  { "fr", TRUE, "Sans danger." },
  { "fr", TRUE, "Résultat garanti." },
  { "fr", TRUE, "Totalement indolore." },
  { "fr", TRUE, "Des produits naturels." },
  { "fr", TRUE, "Une méthode non invasive." },
  { "fr", TRUE, "Un effet permanent." },
  { "fr", TRUE, "Fait fondre la graisse." },
  { "fr", TRUE, "Sans effets secondaires." },
  { "fr", TRUE, "Une méthode pour maigrir." },
  { "fr", TRUE, "Pas seulement sûr, aussi rapide." },
  /* Brazilian Portuguese */
  { "pt-BR", FALSE, "Não tenho certeza" },
  { "pt-BR", FALSE, "Não estou segura." },
  { "pt-BR", FALSE, "Cicatrizes permanentes são possíveis." },
  { "pt-BR", FALSE, "Não há garantia." },
  { "pt-BR", FALSE, "Não é um tratamento para emagrecer." },
  { "pt-BR", FALSE, "Você tem seguro de saúde?" },
  { "pt-BR", TRUE, "O tratamento é seguro." },
  { "pt-BR", TRUE, "Resultado garantido." },
  { "pt-BR", TRUE, "Sem dor." },
  { "pt-BR", TRUE, "Totalmente natural." },
  { "pt-BR", TRUE, "Método não invasivo." },
  { "pt-BR", TRUE, "Derrete gordura." },
  { "pt-BR", TRUE, "Sem efeitos colaterais." },
  { "pt-BR", TRUE, "Cientificamente comprovado." },
  { "pt-BR", TRUE, "Emagreça já." },
  /* German */
  { "de", FALSE, "Ich bin nicht sicher" },
  { "de", FALSE, "Dauerhafte Narben sind möglich." },
  { "de", FALSE, "Es gibt keine Garantie." },
  { "de", FALSE, "Das ist nicht bewiesen." },
  { "de", FALSE, "Eine Stelle, die nicht heilt." },
  { "de", FALSE, "Die Behandlung ist nicht zum Abnehmen da." },
  { "de", TRUE, "Die Behandlung ist sicher." },
  { "de", TRUE, "Erfolg garantiert." },
  { "de", TRUE, "Völlig schmerzfrei." },
  { "de", TRUE, "Rein natürlich." },
  { "de", TRUE, "Nicht-invasiv." },
  { "de", TRUE, "Dauerhafte Ergebnisse." },
  { "de", TRUE, "Schmilzt Fett." },
  { "de", TRUE, "Ohne Nebenwirkungen." },
  { "de", TRUE, "Klinisch erprobt." },
  { "de", TRUE, "Nicht nur sicher, auch schnell." },
  /* Arabic */
  { "ar", FALSE, "لست متأكدة" },
  { "ar", FALSE, "قد تبقى ندوب دائمة." },
  { "ar", FALSE, "لا يوجد ضمان." },
  { "ar", FALSE, "هذا العلاج ليس لإنقاص الوزن." },
  { "ar", FALSE, "ما هو طبيعي لبضعة أيام" },
  { "ar", FALSE, "هذا غير مثبت." },
  { "ar", TRUE, "العلاج آمن." },
  { "ar", TRUE, "نتائج مضمونة." },
  { "ar", TRUE, "بدون ألم" },
  { "ar", TRUE, "مواد طبيعية" },
  { "ar", TRUE, "نتائج دائمة" },
  { "ar", TRUE, "يذيب الدهون" },
  { "ar", TRUE, "بدون آثار جانبية" },
  { "ar", TRUE, "لإنقاص الوزن" },
  { "ar", TRUE, "آمـــن تماماً" },
};

static void
test_sentence (gconstpointer data)
{
  const Sentence *s = data;
  g_autoptr (CareClaims) claims = care_claims_new (s->language);
  g_autofree char *name = NULL;
  g_autofree char *words = NULL;
  gboolean allowed;

  g_assert_nonnull (claims);
  allowed = care_claims_allow (claims, s->text, &name, &words);

  if (allowed == s->claim)
    g_error ("%s: '%s': %s (%s: '%s')", s->language, s->text, allowed ? "passes" : "is refused", name, words);

  g_assert_cmpint (allowed, ==, name == NULL);
}

static void
test_languages (void)
{
  g_autoptr (CareClaims) brazil = care_claims_new ("pt-BR");
  g_autoptr (CareClaims) unknown = care_claims_new ("tlh");
  g_autoptr (CareClaims) long_tag = care_claims_new ("english");

  g_assert_nonnull (brazil);
  g_assert_null (unknown);
  g_assert_null (long_tag);
}

static void
test_own (void)
{
  g_autoptr (CareClaims) claims = care_claims_new ("en");
  g_autofree char *name = NULL;

  g_assert_true (care_claims_allow (claims, "Our magic cream.", NULL, NULL));
  g_assert_true (care_claims_forbid (claims, "Magic"));
  g_assert_false (care_claims_forbid (claims, "  "));
  g_assert_false (care_claims_allow (claims, "Our magic cream.", &name, NULL));
  g_assert_cmpstr (name, ==, "forbidden by this clinic");
  g_assert_true (care_claims_allow (claims, "It is not magic.", NULL, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autofree char *path = g_strdup_printf ("/claims/%s/%s/%" G_GSIZE_FORMAT, sentences[i].language,
                                               sentences[i].claim ? "refused" : "allowed", i);

      g_test_add_data_func (path, &sentences[i], test_sentence);
    }

  g_test_add_func ("/claims/languages", test_languages);
  g_test_add_func ("/claims/own", test_own);

  return g_test_run ();
}

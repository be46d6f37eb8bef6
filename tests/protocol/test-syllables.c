/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "protocol/care-syllables.h"

/* Words with their syllables counted by hand, a dot between two. */
typedef struct
{
  const char *language;
  const char *words;
} Table;

static const Table tables[] = {
  /* groups of vowels, mute e, ed and es, vowels apart, joints */
  { "en", "no the you skin pain cream bruise sore breathe clothes tried used eyes aches named plates" },
  { "en", "ta.ble nee.dle nee.dles han.dled need.ed ra.shes it.ches ba.by an.swer cli.ent doc.tor trea.ted" },
  { "en", "qui.et flu.id go.ing be.ing try.ing cre.ate tis.sue mil.lion spe.cial can.cer care.ful move.ment" },
  { "en", "some.thing some.one safe.ly is.n't did.n't na.ture caf.feine pro.tein marked" },
  { "en", "me.di.cine u.su.al se.ri.ous ea.si.er in.fec.tious ar.e.a i.de.a re.ac.tion vi.ta.min al.ler.gic" },
  { "en", "di.a.be.tes bac.te.ri.a an.ti.bi.o.tic ep.i.lep.sy e.mer.gen.cy ma.te.ri.al" },
  /* strong and weak vowels, the mute u, a stressed weak one */
  { "es", "sol pie bien hoy ley dos mes guion cien piel" },
  { "es", "a.gua cui.de fie.bre gui.so que.so dí.a rí.o ba.ño vie.ne ciu.dad muy le.er a.ún vuel.ta" },
  { "es", "a.ho.ra po.e.ta cre.ma.ción gar.gan.ta ca.lien.te hin.cha.da a.é.re.o pin.güi.no" },
  { "es", "a.ler.gia em.ba.ra.zo mo.re.to.nes me.di.ci.na te.lé.fo.no in.yec.cio.nes" },
  /* mute e, "ent" of verbs and of nouns, glides, clusters, y, silent u */
  { "fr", "je que qui eau peau froid crème table zone jambes douche vie joue soif lèvre goût" },
  { "fr", "pe.tite tra.vaille mo.ment sou.vent passent jour.née pa.tient vi.sage cli.ent cri.er pro.duit fa.mille" },
  { "fr", "mé.de.cin trai.te.ment ma.qui.llage ré.ac.tion in.jec.tion e.ssay.er ap.pe.lez nu.mé.ro ou.bli.er" },
  { "fr", "mé.di.ca.ment é.pi.lep.sie o.pé.ra.tion dé.man.geai.son li.do.ca.ïne é.va.nouir é.blou.ir" },
  /* nasal pairs, hiatus, ends spoken as one, silent u */
  { "pt", "não mãe pães dor sol bem dói põe mais quem" },
  { "pt", "á.gua mui.to di.a ru.a ju.iz prai.a sa.ir qua.tro san.gue pi.or le.ão lei.te bo.a" },
  { "pt", "sa.ú.de re.a.ção in.je.ção re.mé.dio a.vi.ão cri.an.ça a.in.da i.dei.a cui.da.do" },
  { "pt", "pe.rí.o.do a.ler.gi.a di.a.be.tes e.mer.gên.cia his.tó.ri.co" },
  /* pairs, hiatus, prefixes, foreign ends, qu and y */
  { "de", "die sie bleibt heiß tut kein Arzt Blut neun Creme Team schwillt" },
  { "de", "Bei.ne neu.e dau.ern Quel.le lau.fen Ge.sicht rö.ter Ba.by be.quem Fie.ber" },
  { "de", "be.en.den ge.impf.te Pa.ti.ent Fe.ri.en Li.ni.en The.a.ter zu.er.ste Schwel.lun.gen" },
  { "de", "Fa.mi.li.e Re.ak.ti.on In.jek.ti.on Al.ler.gi.en be.ur.tei.len Me.di.ka.ment Be.täu.bungs.creme" },
};

static void
test_table (gconstpointer data)
{
  const Table *table = data;
  g_auto (GStrv) words = g_strsplit (table->words, " ", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GString) word = g_string_new (words[i]);
      guint dots = 0;

      for (const char *p = words[i]; *p != '\0'; p++)
        dots += *p == '.';
      g_string_replace (word, ".", "", 0);

      if (care_syllables_count (word->str, table->language) != dots + 1)
        g_test_fail_printf ("%s: %s has %u, counted %u", table->language, word->str, dots + 1,
                            care_syllables_count (word->str, table->language));
    }
}

static void
test_odd (void)
{
  g_assert_cmpuint (care_syllables_count ("Wort", "ar"), ==, 0);
  g_assert_cmpuint (care_syllables_count ("word", "eng"), ==, 0);
  g_assert_cmpuint (care_syllables_count ("", "en"), ==, 1);
  g_assert_cmpuint (care_syllables_count ("SPF", "en"), ==, 1);
  g_assert_cmpuint (care_syllables_count ("TABLE", "en-US"), ==, 2);
  g_assert_cmpuint (care_syllables_count ("re\xCC\x81" "action", "fr"), ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strdup_printf ("/syllables/%s/%" G_GSIZE_FORMAT, tables[i].language, i);

      g_test_add_data_func (path, &tables[i], test_table);
    }
  g_test_add_func ("/syllables/odd", test_odd);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "care-test-protocol.h"

#include <string.h>

#include "base/care-json.h"
#include "protocol/care-reading.h"

/* One change to the shipped protocol; @path NULL: it stays good. */
typedef struct
{
  const char *name;
  const char *place;
  const char *value;
  const char *path;
  const char *why;
} Case;

#define LINE(id, block, en, es, rest) \
  "{\"id\": \"" id "\", \"block\": \"" block "\", \"text\": {\"en\": \"" en "\", \"es\": \"" es "\"}, " rest "}"
#define OVERRIDES(text, language, grade) \
  "[{\"text\": \"" text "\", \"language\": \"" language "\", \"grade\": " grade ", \"by\": \"Dr A. Example\", " \
  "\"date\": \"2026-11-20\", \"reason\": \"the maker's own words\"}]"
#define CLINIC "\"sources\": [\"clinic:Dr A. Example, 2026-11-01, stricter after two cases\"]"

#define SIGNED \
  "\"approver\": \"Dr A\", \"role\": \"clinician\", \"date\": \"2026-11-22\", \"review\": \"2027-11-22\""
#define OTHER_HASH "0000000000000000000000000000000000000000000000000000000000000000"

static const Case cases[] = {
  { "as-shipped", NULL, NULL, NULL, NULL },

  /* sources */
  { "source-none", "/lines/=makeup/sources", "[]", "/lines/", "no source, no line" },
  { "source-unknown", "/lines/=makeup/sources", "[\"s9-99\"]", "/sources/0", "no fact 's9-99'" },
  { "source-claim", "/lines/=makeup/sources", "[\"s1-13\", \"s3-13\"]", "/sources/1", "never printed" },
  { "source-claim-rule", "/rules/=caffeine/sources", "[\"a-13\"]", "/sources/0", "never printed" },
  { "source-claim-sign", "/signs/=pain/sources", "[\"s2-07\"]", "/sources/0", "never printed" },
  { "source-house-clinical", "/lines/=makeup/sources", "[\"house:we like it\"]", "/sources/0", "house rule" },
  { "source-house-rule", "/rules/=caffeine/sources", "[\"house:we like it\"]", "/sources/0", "house rule" },
  { "source-house-plain", "/lines/=large-print/sources", "[\"house:side door\"]", NULL, NULL },
  { "source-house-empty", "/lines/=large-print/sources", "[\"house:\"]", "/sources/0", "reason after" },
  { "source-clinic", "/lines/=sport/sources", "[\"clinic:Dr A. Example, 2026-11-01, two cases\"]", NULL, NULL },
  { "source-clinic-bare", "/lines/=sport/sources", "[\"clinic:because\"]", "/sources/0", "CLINICIAN" },
  { "source-clinic-date", "/lines/=sport/sources", "[\"clinic:Dr A, 2026-13-01, two cases\"]", "/sources/0", "CLINICIAN" },
  { "source-parameter", "/parameters/test/sources", "[]", "/parameters/test/sources", "no source" },
  { "source-product", "/products/=product-a/sources", "[\"nope\"]", "/products/0/sources/0", "no fact" },
  { "source-allergen", "/allergens/=soy/sources", "[]", "/allergens/0/sources", "no source" },
  { "range-reversed", "/lines/=makeup/ranges/0/max", "1", "/ranges/0", "min is more than max" },

  /* floors */
  { "floor-wait", "/parameters/test/wait_hours", "23", "/parameters/test/wait_hours", "floor of 24" },
  { "floor-wait-raised", "/parameters/test/wait_hours", "48", NULL, NULL },
  { "floor-injections", "/parameters/test/injections", "1", "/parameters/test/injections", "floor of 2" },
  { "floor-session", "/parameters/session/minutes", "30", "/parameters/session/minutes", "floor of 45" },
  { "floor-gap", "/parameters/session/min_gap_days", "6", "/parameters/session/min_gap_days", "floor of 7" },
  { "floor-age", "/parameters/age/least_years", "14", "/parameters/age/least_years", "floor of 18" },
  { "floor-shower", "/lines/=hot-shower/hours", "7", "/hours", "floor of 8" },
  { "floor-shower-raised", "/lines/=hot-shower/hours", "72", NULL, NULL },
  { "floor-shower-gone", "/lines/=hot-shower", NULL, "/lines", "topic 'hot-shower'" },
  { "floor-shower-topic", "/lines/=hot-shower/topic", "\"warm-rain\"", "/lines", "topic 'hot-shower'" },
  { "floor-shower-body", "/lines/=hot-shower/when", "{\"areas\": \"body\"}", "/when", "after every session" },
  { "floor-shower-do", "/lines/=hot-shower/stance", "\"do\"", "/stance", "against it" },
  { "floor-makeup", "/lines/=makeup/hours", "3", "/hours", "floor of 4" },
  { "floor-makeup-raised", "/lines/=makeup/hours", "24", NULL, NULL },
  { "floor-makeup-numbed", "/lines/=makeup/when", "{\"areas\": \"face\", \"numbed\": \"yes\"}", "/when", "floor" },
  { "floor-makeup-no-face", "/areas/=face/face", "false", "/face", "must be true" },
  { "area-neither", "/areas/=thighs/body", "false", "/areas/", "counts as face or as body" },
  { "area-both", "/areas/=thighs/face", "true", NULL, NULL },
  { "floor-gap-product", "/products/=product-a/min_gap_days", "3", "/min_gap_days", "under the 7 days" },
  { "floor-gap-product-none", "/products/=product-a/min_gap_days", NULL, NULL, NULL },
  { "age-review", "/parameters/age/review_over_years", "17", "/parameters/age/review_over_years", "below" },

  /* what nobody decides */
  { "decide-test", "/rules/=test-missing/decidable", "true", "/decidable", "nobody may decide" },
  { "decide-early", "/rules/=test-early/decidable", "true", "/decidable", "nobody may decide" },
  { "decide-unread", "/rules/=test-unread/decidable", "true", "/decidable", "nobody may decide" },
  { "decide-reaction", "/rules/=test-reaction/decidable", "true", "/decidable", "nobody may decide" },
  { "decide-age", "/rules/=under-age/decidable", "true", "/decidable", "nobody may decide" },
  { "decide-pregnant", "/rules/=pregnant/decidable", "true", "/decidable", "nobody may decide" },
  { "decide-new-pregnancy", "/rules/=new-pregnancy/decidable", "true", "/decidable", "nobody may decide" },
  { "decide-product", "/rules/=product/decidable", "true", "/decidable", "nobody may decide" },
  { "decide-batch", "/rules/=batch/decidable", "true", "/decidable", "nobody may decide" },
  { "decide-consent", "/rules/=consent/decidable", "true", "/decidable", "nobody may decide" },
  { "decide-identity", "/rules/=identity/decidable", "true", "/decidable", "nobody may decide" },
  { "level-test", "/rules/=test-missing/level", "\"review\"", "/level", "is a stop" },
  { "level-pregnant", "/rules/=pregnant/level", "\"info\"", "/level", "is a stop" },
  { "level-allergy", "/rules/=allergy-match/level", "\"info\"", "/level", "at least a stop" },
  { "level-unmatched", "/rules/=allergy-unmatched/level", "\"info\"", "/level", "at least a review" },
  { "pregnant-only-face", "/rules/=pregnant/when", "{\"areas\": \"face\"}", "/rules/", "holds for everybody" },
  { "pregnant-gone", "/rules/=pregnant", NULL, "/rules", "question 'pregnancy'" },
  { "pregnant-unasked", "/rules/=pregnant/unasked", "\"ignore\"", "/unasked", "silence" },
  { "built-in-twice", "/rules/=caffeine/find", "\"consent\"", "/find", "stands in the protocol already" },

  /* medicines */
  { "clears-stimulant", "/rules/=stimulant-medicine/clears", "{\"question\": \"caffeine-last\", \"hours\": 24}",
    "/clears", "no clearing time" },
  { "clears-cold", "/rules/=cold-medicine/clears", "{\"question\": \"caffeine-last\", \"hours\": 24}",
    "/clears", "no clearing time" },
  { "clears-prescribed", "/rules/=caffeine/prescribed", "true", "/clears", "no clearing time" },
  { "clears-pregnancy", "/rules/=breastfeeding/clears", "{\"question\": \"alcohol-last\", \"hours\": 24}",
    "/clears", "time does not clear" },
  { "clears-old-answer", "/rules/=caffeine/this_visit", "false", "/this_visit", "must be true" },
  { "clears-nothing", "/rules/=caffeine/clears/hours", "0", "/clears/hours", "an hour at least" },
  { "not-prescribed", "/rules/=blood-thinner/prescribed", "false", "/prescribed", "must be true" },

  /* one tap is for reviews that time clears, with a reason of the list */
  { "one-tap-medicine", "/one_tap", "{\"blood-thinner\": \"small\"}", "/one_tap/blood-thinner", "only a review" },
  { "one-tap-stop", "/one_tap", "{\"pregnant\": \"small\"}", "/one_tap/pregnant", "only a review" },
  { "one-tap-undecidable", "/one_tap", "{\"test-early\": \"small\"}", "/one_tap/test-early", "only a review" },
  { "one-tap-no-time", "/one_tap", "{\"theophylline\": \"small\"}", "/one_tap/theophylline", "only a review" },
  { "one-tap-no-rule", "/one_tap", "{\"cafeteria\": \"small\"}", "/one_tap/cafeteria", "no rule of that name" },
  { "one-tap-no-reason", "/one_tap", "{\"caffeine\": \"because\"}", "/one_tap/caffeine", "a code of /reasons" },
  { "one-tap-none", "/one_tap", "{}", NULL, NULL },
  { "line-leaves-out", "/lines/+",
    LINE ("no-adhd", "before", "Take no ADHD pills after {time}.", "No tome pastillas para el TDAH después de {time}.",
          "\"hours\": 24, \"topic\": \"adhd\", \"stance\": \"avoid\", " CLINIC),
    "/text/en", "never left out" },
  { "line-stops", "/lines/+",
    LINE ("stop-thinner", "before", "Stop your blood thinner two days before.", "Coma bien.", CLINIC),
    "/text/en", "never left out" },
  { "line-stops-es", "/lines/+",
    LINE ("stop-es", "before", "Eat well.", "Deje la aspirina dos días antes.", CLINIC),
    "/text/es", "never left out" },
  { "line-stops-fr", "/lines/=meals/text/fr", "\"Arrêtez l'aspirine deux jours avant.\"", "/text/fr", "never left out" },
  { "line-stops-pt", "/lines/=meals/text/pt-BR", "\"Pare o anticoagulante dois dias antes.\"", "/text/pt-BR",
    "never left out" },
  { "line-stops-de", "/lines/=meals/text/de", "\"Setzen Sie Ihr Aspirin zwei Tage vorher ab.\"", "/text/de", "never left out" },
  { "line-stops-ar", "/lines/=meals/text/ar", "\"توقف عن أخذ الأسبرين قبل يومين.\"", "/text/ar", "never left out" },
  { "line-keeps-fr", "/lines/=meals/text/fr", "\"N'arrêtez pas l'aspirine.\"", NULL, NULL },
  { "line-keeps-de", "/lines/=meals/text/de", "\"Setzen Sie Ihr Aspirin nicht ab.\"", NULL, NULL },
  { "line-bought", "/lines/+",
    "{\"id\": \"own-pills\", \"block\": \"before\", \"text\": {"
    "\"en\": \"Skip pain pills that you bought in a shop after {time}.\", "
    "\"es\": \"No tome pastillas que compró en la tienda después de {time}.\", "
    "\"fr\": \"Pas de comprimés achetés sans ordonnance après {time}.\", "
    "\"pt-BR\": \"Não tome comprimidos que comprou sem receita depois de {time}.\", "
    "\"de\": \"Keine selbst gekauften Tabletten ab {time}.\", "
    "\"ar\": \"لا حبوب اشتريتها بدون وصفة بعد {time}.\"}, "
    "\"hours\": 48, \"topic\": \"own-pills\", \"stance\": \"avoid\", " CLINIC "}",
    NULL, NULL },

  /* claims */
  { "claim-en", "/lines/=meals/text/en", "\"This safe walk melts fat.\"", "/text/en", "claim" },
  { "claim-es", "/lines/=meals/text/es", "\"Resultados garantizados.\"", "/text/es", "claim" },
  { "claim-label", "/lines/=makeup/label/en", "\"painless\"", "/label/en", "claim" },
  { "claim-product", "/products/=product-a/approved/en", "\"Clinically proven.\"", "/approved/en", "claim" },
  { "claim-desk", "/desk_texts/=go-on/text/fr", "\"Un traitement sans danger.\"", "/text/fr", "claim" },
  { "claim-sign", "/signs/=pain/say/en", "\"It has no side effects.\"", "/say/en", "claim" },
  { "claim-own", "/lines/=meals/text/en", "\"Walking is popular with us.\"", "/text/en", "forbidden by this clinic" },
  { "claim-own-added", "/forbidden/+", "{\"code\": \"walk\", \"text\": {\"en\": \"walk, and\", \"es\": \"magia\"}, "
    "\"sources\": [\"clinic:Dr A. Example, 2026-11-01, too dull\"]}", "/text/en", "forbidden by this clinic" },
  { "claim-own-language", "/forbidden/=painless/text/es", NULL, "/forbidden/", "missing" },
  { "claim-allowed", "/lines/=expect/text/en", "\"Permanent scars are possible. There is no guarantee.\"", NULL, NULL },

  /* reading */
  { "hard-en", "/lines/=massage/text/en",
    "\"Mechanical manipulation of the treated integument is contraindicated until resolution of inflammation.\"",
    "/text/en", "too hard" },
  { "hard-es", "/lines/=massage/text/es",
    "\"La manipulación mecánica del tegumento tratado está contraindicada hasta la resolución inflamatoria.\"",
    "/text/es", "too hard" },
  { "hard-fr", "/lines/=massage/text/fr",
    "\"La manipulation mécanique de la région traitée demeure contre-indiquée jusqu'à la résolution inflammatoire.\"",
    "/text/fr", "too hard" },
  { "hard-pt", "/lines/=massage/text/pt-BR",
    "\"A manipulação mecânica do tegumento tratado permanece contraindicada até a resolução inflamatória.\"",
    "/text/pt-BR", "too hard" },
  { "hard-de", "/lines/=massage/text/de",
    "\"Mechanische Manipulationen behandelter Hautareale sind bis zum Abklingen der Entzündung kontraindiziert.\"",
    "/text/de", "too hard" },

  { "long-sentence", "/lines/=massage/text/en",
    "\"Do not rub it and do not press on it and do not pick at it and do not let it get hot at all.\"",
    "/text/en", "words; 20 are enough" },
  { "long-sentence-ar", "/lines/=massage/text/ar",
    "\"لا تفرك الجلد ولا تضغط عليه ولا تدلكه ولا تحكه ولا تلمسه ولا تضع عليه أي شيء ساخن أو بارد حتى الغد\"",
    "/text/ar", "words; 18 are enough" },
  { "jargon-en", "/lines/=massage/text/en", "\"Do not rub. It can bring on a haematoma.\"", "/text/en", "say 'bruise'" },
  { "jargon-es", "/lines/=massage/text/es", "\"No frote. Puede salir un hematoma.\"", "/text/es", "say 'moretón'" },
  { "jargon-fr", "/lines/=massage/text/fr", "\"Ne frottez pas. Il y a un risque d'œdème.\"", "/text/fr", "say 'gonflement'" },
  { "jargon-pt", "/lines/=massage/text/pt-BR", "\"Não esfregue. Pode dar prurido.\"", "/text/pt-BR", "say 'coceira'" },
  { "jargon-de", "/lines/=massage/text/de", "\"Nicht reiben. Es kann ein Ödem geben.\"", "/text/de", "say 'Schwellung'" },
  { "jargon-ar", "/lines/=massage/text/ar", "\"لا تفرك الجلد. قد تظهر الوذمة.\"", "/text/ar", "say 'تورم'" },
  { "jargon-doctor", "/lines/=doctor-box/text/en", "\"Erythema and oedema.\"", NULL, NULL },

  /* a clinic's own words above the level, taken on by name */
  { "override-none-needed", "/reading_overrides", OVERRIDES ("lines/massage", "en", "9.5"), "/reading_overrides/0",
    "plain enough without it" },
  { "override-unknown", "/reading_overrides", OVERRIDES ("lines/dancing", "en", "9.5"), "/reading_overrides/0/text",
    "no text of that name" },
  { "override-language", "/reading_overrides", OVERRIDES ("lines/massage", "it", "9.5"), "/reading_overrides/0/language",
    "no language of the patients" },
  { "override-nobody", "/reading_overrides",
    "[{\"text\": \"lines/massage\", \"language\": \"en\", \"grade\": 9, \"by\": \"\", \"date\": \"2026-11-20\", "
    "\"reason\": \"as the maker has it\"}]", "/reading_overrides/0/by", "name who" },
  { "override-no-day", "/reading_overrides",
    "[{\"text\": \"lines/massage\", \"language\": \"en\", \"grade\": 9, \"by\": \"Dr A\", \"date\": \"yesterday\", "
    "\"reason\": \"as the maker has it\"}]", "/reading_overrides/0/date", "must be a day" },
  { "override-no-reason", "/reading_overrides",
    "[{\"text\": \"lines/massage\", \"language\": \"en\", \"grade\": 9, \"by\": \"Dr A\", \"date\": \"2026-11-20\", "
    "\"reason\": \"\"}]", "/reading_overrides/0/reason", "cannot be plainer" },

  /* languages */
  { "language-missing", "/lines/=makeup/text/es", NULL, "/text/es", "missing" },
  { "language-desk", "/rules/=caffeine/clinician/fr", NULL, "/clinician/fr", "missing" },
  { "language-unknown", "/languages/patient", "[\"en\", \"tlh\"]", "/languages/patient", "cannot be checked" },
  { "language-none", "/languages/patient", "[]", "/languages/patient", "at least one" },
  { "language-added", "/languages/patient", "[\"en\", \"es\", \"pt\"]", "/text/pt", "missing" },

  /* clashes and lines */
  { "clash-massage", "/lines/+", LINE ("rub", "care", "Rub it in.", "Frote.", "\"topic\": \"massage\", \"stance\": \"do\", "
                                       CLINIC), "/lines/", "contradicts 'massage'" },
  { "clash-cold", "/lines/=cool-pack/when", "{}", "/lines/", "contradicts" },
  { "clash-hours", "/lines/+", LINE ("sauna-soon", "limit", "Use no sauna until {time}.", "No vaya a la sauna hasta {time}.",
                                     "\"label\": {\"en\": \"sauna\", \"es\": \"sauna\"}, \"hours\": 24, "
                                     "\"topic\": \"sauna\", \"stance\": \"avoid\", " CLINIC),
    "/lines/", "contradicts 'sauna'" },
  { "no-time", "/lines/=makeup/text/en", "\"Wear no makeup.\"", "/text", "{time}" },
  { "time-without-hours", "/lines/=massage/text/en", "\"No rubbing until {time}.\"", "/text", "stands here without" },
  { "limit-without-hours", "/lines/=sauna/hours", "0", "/lines/", "needs hours or days" },
  { "protein-for-all", "/lines/=protein/when", "{\"visits\": [\"session\"]}", "/when", "conditions/kidney" },
  { "clear-no-form", "/lines/=protein/when/clear_no", "[\"conditions/kidney\", \"kidney\"]", "/when/clear_no", "question/answer" },
  { "numb-only-yes", "/lines/=numb-skin/when", "{\"numbed\": \"yes\"}", "/when/numbed", "unknown prints the warning" },
  { "cream-sign-only-yes", "/signs/=cream-early/when", "{\"numbed\": \"yes\"}", "/when/numbed", "unknown prints" },
  { "no-soon", "/signs/=late-lump/level", "\"same-day\"", NULL, NULL },
  { "no-report", "/lines/=report", NULL, "/lines", "no line of block 'report'" },
  { "no-doctor-left", "/lines/=keep-page", NULL, "/lines", "no line of block 'keep-page'" },

  /* names */
  { "allergen-ingredient", "/allergens/=soy/ingredients", "[\"tofu\"]", "/allergens/0/ingredients/0", "no ingredient" },
  { "product-ingredient", "/products/=product-a/ingredients", "[\"love\"]", "/products/0/ingredients/0", "no ingredient" },
  { "product-empty", "/products/=product-a/ingredients", "[]", "/products/0/ingredients", "must be named" },
  { "product-area", "/products/=product-d/areas", "[\"whole-body\"]", "/products/3/areas/0", "no area" },
  { "rule-ingredient", "/rules/=theophylline/ingredients", "[\"cofee\"]", "/ingredients/0", "no ingredient" },
  { "id-twice", "/lines/=sauna/id", "\"hot-bath\"", "/id", "stands twice" },

  /* approval */
  { "approved", "/approval/en", "{" SIGNED ", \"texts\": \"=now:en\"}", NULL, NULL },
  { "approved-changed", "/approval/en", "{" SIGNED ", \"texts\": \"" OTHER_HASH "\"}", "/approval/en", "changed since Dr A" },
  { "approved-unbound", "/approval/en", "{" SIGNED "}", "/approval/en", "nothing of what was approved" },
  { "approved-role", "/approval/en",
    "{\"approver\": \"Dr A\", \"role\": \"receptionist\", \"date\": \"2026-11-22\", \"review\": \"2027-11-22\"}",
    "/approval/en/role", "nobody else approves" },
  { "approved-version-changed", "/version_approval",
    "{\"approver\": \"Dr A\", \"role\": \"clinician\", \"date\": \"2026-11-22\", \"rules\": \"" OTHER_HASH "\"}",
    "/version_approval", "these rules changed since Dr A" },
  { "approved-version-role", "/version_approval",
    "{\"approver\": \"Dr A\", \"date\": \"2026-11-22\", \"rules\": \"" OTHER_HASH "\"}", "/version_approval/role",
    "nobody else approves" },
  { "approved-no-day", "/approval/en", "{\"approver\": \"Dr A\", \"date\": \"22/11/2026\", \"review\": \"2027-11-22\"}",
    "/approval/en/date", "must be a day" },
  { "approved-no-review", "/approval/en", "{\"approver\": \"Dr A\", \"date\": \"2026-11-22\", \"review\": \"\"}",
    "/approval/en/review", "looked at again" },
  { "approved-review-before", "/approval/en",
    "{\"approver\": \"Dr A\", \"date\": \"2026-11-22\", \"review\": \"2026-11-21\"}", "/approval/en/review", "after the day" },
  { "approved-no-name", "/approval/en", "{\"approver\": \"\", \"date\": \"2026-11-22\", \"review\": \"2027-11-22\"}",
    "/approval/en/approver", "name the clinician" },
  { "approved-no-date", "/approval/en", "{\"approver\": \"Dr A\", \"date\": \"\", \"review\": \"\"}",
    "/approval/en/date", "must be a day" },
  { "approved-nobodys", "/approval/it", "{\"approver\": \"\", \"date\": \"\", \"review\": \"\"}", "/approval/it",
    "no language of the patients" },
  { "approved-unread", "/approval/ar", "{\"approver\": \"Dr A\", \"date\": \"2026-11-22\", \"review\": \"2027-11-22\"}",
    "/approval/ar/reader", "no formula measures 'ar'" },
  { "approved-read", "/approval/ar",
    "{" SIGNED ", \"texts\": \"=now:ar\", \"reader\": {\"name\": \"Mona Example\", \"date\": \"2026-11-21\"}}", NULL, NULL },
  { "approved-read-no-day", "/approval/ar",
    "{\"approver\": \"Dr A\", \"date\": \"2026-11-22\", \"review\": \"2027-11-22\", "
    "\"reader\": {\"name\": \"Mona Example\", \"date\": \"\"}}", "/approval/ar/reader/date", "must be a day" },
  { "approved-read-measured", "/approval/de",
    "{\"approver\": \"Dr A\", \"date\": \"2026-11-22\", \"review\": \"2027-11-22\", "
    "\"reader\": {\"name\": \"Mona Example\", \"date\": \"2026-11-21\"}}", "/approval/de/reader", "no formula does" },
  { "in-force-unapproved", "/status", "\"in-force\"", "/approval", "approved" },
  { "in-force-no-version", "/status", "\"in-force\"", "/version_approval", "approved its rules" },
};

static gboolean
says (GPtrArray  *refusals,
      const Case *c)
{
  for (guint i = 0; i < refusals->len; i++)
    {
      const CareRefusal *refusal = g_ptr_array_index (refusals, i);

      if (strstr (refusal->path, c->path) != NULL && strstr (refusal->reason, c->why) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (CareProtocol) protocol = care_test_load_protocol (c->place, c->value);
  g_autoptr (CareFacts) facts = care_test_load_facts ();
  g_autoptr (CarePlain) plain = care_test_load_plain ();
  g_autoptr (GPtrArray) refusals = care_protocol_check (protocol, facts, plain);

  for (guint i = 0; i < refusals->len; i++)
    {
      const CareRefusal *refusal = g_ptr_array_index (refusals, i);

      g_assert_true (refusal->path[0] == '/');
      g_test_message ("%s: %s", refusal->path, refusal->reason);
      if (c->path == NULL)
        g_error ("refused: %s: %s", refusal->path, refusal->reason);
    }

  if (c->path != NULL && !says (refusals, c))
    g_error ("nothing says '%s' of '%s'", c->why, c->path);
}

/* What is shipped reads as it must: every text under the limit, all of a language under the target. */
static void
test_reading (gconstpointer data)
{
  const char *language = data;
  g_autoptr (CareProtocol) protocol = care_test_load_protocol (NULL, NULL);
  g_autoptr (GString) page = g_string_new (NULL);
  GPtrArray *lines = care_protocol_get_lines (protocol);
  CareReading reading;

  for (guint i = 0; i < lines->len; i++)
    {
      const CareLine *line = g_ptr_array_index (lines, i);

      if (line->block != CARE_BLOCK_DOCTOR)
        g_string_append_printf (page, "%s.\n", care_text_get_exact (line->text, language));
    }

  g_assert_true (care_reading_measure (page->str, language, &reading));
  g_test_message ("%s: %u words, grade %.1f", language, reading.words, reading.grade);
  g_assert_cmpfloat (reading.grade, <=, CARE_READING_TARGET);
}

/* The shipped protocol with one hard text, and an override that allows up to @grade. */
static GPtrArray *
check_hard (const char *text,
            const char *override)
{
  g_autofree char *changed = care_test_change_protocol ("/reading_overrides", override);
  g_autoptr (JsonNode) root = care_json_parse (changed, -1, "test.json", NULL, NULL);
  g_autoptr (CareProtocol) protocol = NULL;
  g_autoptr (CareFacts) facts = care_test_load_facts ();
  g_autoptr (CarePlain) plain = care_test_load_plain ();
  g_autoptr (GError) error = NULL;
  g_autofree char *whole = NULL;
  JsonArray *lines = json_object_get_array_member (json_node_get_object (root), "lines");

  for (guint i = 0; i < json_array_get_length (lines); i++)
    {
      JsonObject *line = json_array_get_object_element (lines, i);

      if (g_str_equal (json_object_get_string_member (line, "id"), "massage"))
        json_object_set_string_member (json_object_get_object_member (line, "text"), "en", text);
    }
  whole = care_json_to_text (root, CARE_JSON_COMPACT);
  protocol = care_protocol_new_from_text (whole, -1, "test.json", &error);
  g_assert_no_error (error);

  return care_protocol_check (protocol, facts, plain);
}

/* A named person takes on a hard text, up to a grade; an edit that is harder needs another. */
static void
test_override (void)
{
  const char *hard = "Continuous manipulation of the area is not allowed until the redness has entirely disappeared.";
  const char *harder = "Continuous manipulation of the treated area necessitates immediate professional consultation.";
  g_autoptr (GPtrArray) allowed = check_hard (hard, OVERRIDES ("lines/massage", "en", "14.5"));
  g_autoptr (GPtrArray) other_language = check_hard (hard, OVERRIDES ("lines/massage", "es", "14.5"));
  g_autoptr (GPtrArray) edited = check_hard (harder, OVERRIDES ("lines/massage", "en", "14.5"));
  g_autoptr (GPtrArray) word = check_hard ("Do not rub. It can bring on a haematoma.",
                                           OVERRIDES ("lines/massage", "en", "8"));

  for (guint i = 0; i < allowed->len; i++)
    g_test_fail_printf ("refused: %s", ((const CareRefusal *) g_ptr_array_index (allowed, i))->reason);
  g_assert_cmpuint (other_language->len, ==, 2);
  g_assert_cmpuint (edited->len, ==, 1);
  g_assert_nonnull (strstr (((const CareRefusal *) g_ptr_array_index (edited, 0))->reason, "Dr A. Example took on 14.5"));
  g_assert_cmpuint (word->len, ==, 0);
}

/* A language that no formula measures is approved only once a named reader has read it; others need none. */
static void
test_unread (void)
{
  g_autoptr (CareProtocol) unread = care_test_load_protocol ("/approval/ar", "{" SIGNED ", \"texts\": \"=now:ar\"}");
  g_autoptr (CareProtocol) nobody = care_test_load_protocol ("/approval/ar", "{" SIGNED ", \"texts\": \"=now:ar\", \"reader\": "
                                                             "{\"name\": \"\", \"date\": \"\"}}");
  g_autoptr (CareProtocol) read = care_test_load_protocol ("/approval/ar", "{" SIGNED ", \"texts\": \"=now:ar\", \"reader\": "
                                                           "{\"name\": \"Mona Example\", \"date\": \"2026-11-21\"}}");
  g_autoptr (CareProtocol) german = care_test_load_protocol ("/approval/de", "{" SIGNED ", \"texts\": \"=now:de\"}");

  g_assert_null (care_protocol_get_approval (unread, "ar"));
  g_assert_cmpint (care_protocol_peek_approval (unread, "ar")->state, ==, CARE_APPROVAL_UNREAD);
  g_assert_null (care_protocol_get_approval (nobody, "ar"));
  g_assert_cmpstr (care_protocol_get_approval (read, "ar")->reader, ==, "Mona Example");
  g_assert_nonnull (care_protocol_get_approval (german, "de"));
}

/* Figures for each language of the patients, whether a formula measures it or not. */
static void
test_measure (void)
{
  g_autoptr (CareProtocol) protocol = care_test_load_protocol (NULL, NULL);
  g_autoptr (GPtrArray) pages = care_protocol_measure (protocol);
  const char *const *languages = care_protocol_get_patient_languages (protocol);

  g_assert_cmpuint (pages->len, ==, 6);
  for (guint i = 0; i < pages->len; i++)
    {
      CareReadingPage *page = g_ptr_array_index (pages, i);
      CareReading reading;
      double grade = 0.0;
      gboolean measured = care_reading_page_measure (page, &reading);

      g_assert_cmpstr (care_reading_page_get_language (page), ==, languages[i]);
      g_assert_cmpint (measured, ==, care_reading_knows_language (languages[i]));
      g_assert_cmpuint (reading.words, >, 500);
      g_assert_cmpuint (care_reading_page_get_n_texts (page), >, 50);
      g_assert_cmpint (care_reading_page_get_hardest (page, &grade) != NULL, ==, measured);
      g_assert_cmpfloat (grade, <=, CARE_READING_LIMIT);
    }
}

static void
test_facts (void)
{
  g_autoptr (CareFacts) facts = care_test_load_facts ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CareFacts) none = NULL;

  g_assert_cmpstr (care_facts_get_kind (facts, "s1-14"), ==, "handout");
  g_assert_cmpstr (care_facts_get_kind (facts, "s3-13"), ==, "claim-do-not-print");
  g_assert_null (care_facts_get_kind (facts, "s9-99"));

  none = care_facts_load ("/nowhere/fact-ids.json", &error);
  g_assert_null (none);
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/protocol/check/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  g_test_add_data_func ("/protocol/reading/en", "en", test_reading);
  g_test_add_data_func ("/protocol/reading/es", "es", test_reading);
  g_test_add_data_func ("/protocol/reading/fr", "fr", test_reading);
  g_test_add_data_func ("/protocol/reading/pt-BR", "pt-BR", test_reading);
  g_test_add_data_func ("/protocol/reading/de", "de", test_reading);
  g_test_add_func ("/protocol/override", test_override);
  g_test_add_func ("/protocol/measure", test_measure);
  g_test_add_func ("/protocol/unread", test_unread);
  g_test_add_func ("/protocol/facts", test_facts);

  return g_test_run ();
}

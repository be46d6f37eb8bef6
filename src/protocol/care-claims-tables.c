/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-claims-tables.h"

/* German */
const CareClaimEntry care_claims_de[] = {
  { "sicher",
    "\\bsicher(?:e|er|es|en|em|ste|sten)?\\b|"
    "\\bungefährlich\\w*|"
    "\\bharmlos\\w*|"
    "\\b(?:ohne|kein|keine|keinerlei) (?:risiko|risiken|gefahr)\\b|"
    "\\brisikofrei\\w*",
    { { "nicht sicher", "\\bnicht(?! nur) (?:\\w+ ){0,3}?sicher\\w*\\b" },
      { "sind Sie sicher", "\\b(?:sind sie|bin ich|bin mir|sind sie sich) (?:\\w+ )?sicher\\b|\\bsicher(?:en|er)? (?:ort|stelle|platz)\\b|\\bsicher aufbewahren\\b" },
      { "nichts ist ohne Risiko", "\\b(?:kein\\w*|nichts)(?: \\w+)? ist (?:ohne risiko|sicher|risikofrei)\\b" } } },
  { "garantiert",
    "\\bgarant\\w*",
    { { "keine Garantie", "\\b(?:keine|ohne|nicht|nie|niemand kann)(?: (?:eine|volle|ganz|das|dafür|etwas|dies))* ?garant\\w*|\\bgarantieren (?:\\w+ ){0,3}nicht\\b" } } },
  { "schmerzfrei",
    "\\bschmerz(?:frei|los)\\w*|"
    "\\b(?:ohne|keine|kaum) schmerzen?\\b|"
    "\\btut nicht weh\\b|"
    "\\bspüren nichts\\b",
    { { "Bedingung", "\\b(?:wenn|falls|bis) (?:sie )?(?:\\w+ )?(?:keine schmerzen|nichts spüren|schmerzfrei)\\b" } } },
  { "natürlich",
    "\\bnatürlich\\w*|\\brein pflanzlich\\w*" },
  { "nicht-invasiv",
    "\\bnicht-?\\s?invasiv\\w*|"
    "\\bnichtinvasiv\\w*|"
    "\\bohne nadeln?\\b" },
  { "dauerhaft",
    "\\bdauerhaft\\w*|"
    "\\bpermanent\\w*|"
    "\\bfür immer\\b|"
    "\\bendgültig\\w*|"
    "\\bein leben lang\\b",
    { { "Narben, Filler", "\\b(?:dauerhaft|permanent|bleibend)\\w* (?:narben?|filler|schäden?|verfärbung\\w*|make-?up|flecken|tätowierung\\w*)\\b|\\bnarben (?:\\w+ ){0,3}(?:dauerhaft|für immer)\\b" } } },
  { "schmilzt",
    "\\b(?:schmilzt|schmelzen|verbrennt|verbrennen|löst|zerstört|beseitigt|entfernt)(?: (?:das|ihr|alles|überschüssiges))* (?:fett|cellulite|fettzellen|kilos)\\b" },
  { "ohne Nebenwirkungen",
    "\\b(?:ohne|keine|kaum|wenig|wenige|frei von|fast keine)(?: \\w+){0,2}? (?:nebenwirkungen|komplikationen)\\b|\\bnebenwirkungsfrei\\w*",
    { { "nichts ist ohne", "\\b(?:nicht|kein\\w* \\w+ ist|nichts ist) (?:ohne|frei von) nebenwirkungen\\b" } } },
  { "heilt",
    "\\bheilt\\b(?! (?:nicht|schlecht|langsam))|\\bheilmittel\\b|\\bheilung garantiert\\b",
    { { "nicht heilt", "\\b(?:nicht|bis (?:es|sie|die haut)|wenn (?:es|sie|die haut)) (?:\\w+ )?heilt\\b" } } },
  { "bewiesen",
    "\\b(?:bewiesen|erwiesen|nachgewiesen|belegt)\\w*|"
    "\\bwissenschaftlich\\w*|"
    "\\bklinisch\\b" },
  { "hässlich",
    "\\b(?:hässlich|unansehnlich|unschön)\\w*|\\borangenhaut\\b" },
  { "wirkt immer",
    "\\b(?:wirkt (?:immer|bei allen|bei jedem)|hilft immer|versagt nie)\\b|"
    "\\b100 ?% (?:wirksam|sicher)\\b" },
  { "kommt nie wieder",
    "\\b(?:kommt|kehrt|kommen) (?:\\w+ )?(?:nie|nicht|niemals)(?: mehr| wieder)? (?:wieder|zurück)\\b" },
  { "wie eine Operation",
    "\\b(?:wie|besser als|so gut wie|statt|anstelle|ersetzt|alternative zur?)(?: \\w+){0,2}? (?:fettabsaugung|operation|chirurgie|facelift)\\b",
    { { "ersetzt keine", "\\bersetzt (?:keine?|nicht)(?: \\w+){0,2} (?:fettabsaugung|operation|chirurgie|facelift)\\b" } } },
  { "am schnellsten",
    "\\b(?:am schnellsten|schnellste\\w*)\\b|"
    "\\b(?:schnelle|sofortige|rasche) (?:ergebnisse|wirkung|erfolge)\\b" },
  { "abnehmen",
    "\\b(?:abnehmen|schlank(?:er|heit|machend)?|gewichtsverlust|gewichtsabnahme)\\b|"
    "\\b(?:kilos|zentimeter) verlieren\\b",
    { { "Mittel dafür", "\\b(?:abnehm|schlankheits)\\w*(?:spritzen?|mittel|pillen|medikamente?)\\b|\\bmittel zum abnehmen\\b" },
      { "nicht dafür", "\\b(?:nicht|keine)(?: \\w+){0,2} zum abnehmen\\b" } } },
  { "repariert",
    "\\b(?:repariert|regeneriert|erneuert|verjüngt|stimuliert|verbessert|stärkt|aktiviert|fördert)(?: \\w+){0,3}? (?:gewebe|kollagen|elastin|lymphe|lymphfluss|durchblutung|zellen|hautzellen|stoffwechsel)\\b|"
    "\\bdetox\\b|"
    "\\banti-?aging\\b|"
    "\\blymphdrainage\\b" },
  { "beliebt",
    "\\b(?:prominente|stars|promis)\\b|"
    "\\b(?:sehr|besonders) beliebt\\w*|"
    "\\bvon (?:\\w+ )?(?:experten|ärzten|fachleuten) (?:empfohlen|anerkannt)\\b" },
  { "Preis",
    "\\b(?:preiswert|günstig|billig|preis-leistung)\\w*" },
  { "nichts Ernstes",
    "\\b(?:nie|niemals|kein\\w*|nichts)(?: \\w+){0,3}? (?:ernst|schwer|schlimm)\\w*(?: \\w+){0,3} (?:passiert|gemeldet|bekannt|vorgekommen|aufgetreten)\\b|"
    "\\bsicherheitsbilanz\\b|"
    "\\bgold-?standard\\b|"
    "\\bstandardbehandlung\\b" },
  { "spürt nichts",
    "\\b(?:werden|wird|wirst) (?:\\w+ )?nichts spüren\\b|"
    "\\bspürt nichts\\b" },
  { "alles weg",
    "\\b(?:dellen|cellulite|fett|falten)(?: \\w+){0,2} verschwind\\w+|"
    "\\balle spuren\\b|"
    "\\bspurlos\\b|"
    "\\b(?:fett|cellulite|dellen) los\\b|"
    "\\b(?:beseitigt?|beseitigen|entfernt?|entfernen|zerstört|löst)(?: \\w+){0,3} (?:fett|cellulite|dellen|falten|fettzellen)\\b|"
    "\\bfett weg\\b|"
    "\\bweg mit\\b" },
  { "schönere Haut",
    "\\b(?:glatter|straffer|fester|jünger|schöner)\\w*(?: \\w+)? (?:haut|gesicht|beine|körper)\\b|"
    "\\b(?:straffe|makellose|perfekte|strahlende) haut\\b|"
    "\\bjünger aus\\w*|"
    "\\bjüngeres aussehen\\b" },
  { "kein neues Fett",
    "\\b(?:verhindert|stoppt|bremst)(?: \\w+){0,3} fett\\b|"
    "\\bkein neues fett\\b" },
  { "nehmen Sie ab",
    "\\bnehmen sie (?:mit uns|endlich|schnell|leicht|jetzt) ab\\b|"
    "\\b(?:verlier\\w*)(?: \\w+){0,3} (?:zentimeter|kilos?|pfunde|gewicht)\\b|"
    "\\b(?:zentimeter|kilos?|pfunde) weniger\\b|"
    "\\bweniger (?:zentimeter|umfang)\\b" },
  { "ganzer Körper",
    "\\bfett (?:\\w+ )?am ganzen körper\\b" },
  { "lässt schmelzen",
    "\\b(?:fett|pfunde|kilos)(?: \\w+)? schmelzen\\b" },
  { "regt an",
    "\\b(?:regt|kurbelt) (?:\\w+ ){0,2}(?:kollagen|gewebe|durchblutung|lymphe|stoffwechsel|zellen)\\w* an\\b|"
    "\\bbessere (?:lymphdrainage|durchblutung)\\b" },
  { "Homöopathie",
    "\\b(?:homöopath\\w+|arnika)\\b(?=[^.!?]{0,40}\\b(?:hilft|helfen|heil|linder|beschleunig)\\w*)" },
  { "empfehlen",
    "\\b(?:experten|ärzte|fachleute)(?: \\w+)? (?:empfehlen|raten|schwören)\\b" },
  { "lohnt sich",
    "\\blohnt sich\\b|"
    "\\b(?:ihr|sein) geld wert\\b" },
  { "Geschichte",
    "\\bseit 19\\d\\d\\b|"
    "\\bseit (?:\\w+ )?jahrzehnten\\b|"
    "\\bbewährt\\w*|"
    "\\bpistor\\b" },
  { "nichts geht schief",
    "\\b(?:nichts schiefgehen|nichts schief gehen|geht nichts schief|nichts passieren kann|kann nichts passieren)\\b" },
  { "so viele Zentimeter",
    "\\b\\d+ ?(?:cm|zentimeter|kg|kilo)(?: \\w+)? (?:weniger|schlanker|schmaler|abnehmen|verlieren)\\b" },
  { "nach dem ersten Besuch",
    "\\b(?:schon|bereits) (?:nach|ab) (?:dem|der|einem|einer)(?: ersten)? (?:besuch|sitzung|behandlung)\\b" },
  { "entgiftet",
    "\\bentgift\\w*|"
    "\\bentschlack\\w*" },
  { "stärkere Abwehr",
    "\\b(?:stärkt|stärken|verbessert|unterstützt|steigert)(?: \\w+){0,2} (?:abwehr\\w*|immun\\w*)\\b" },
  { NULL }
};

/* Arabic, as care_claims_normalize() leaves it */
const CareClaimEntry care_claims_ar[] = {
  { "امن",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:و|ف|ب|ل)?(?:ال)?امن(?:ه|ا|ون|ين)?(?=$|[\\s،.؛:!؟)])|"
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:بدون|بلا|دون)(?: اي)? (?:مخاطر|خطر|خطوره)(?=$|[\\s،.؛:!؟)])|"
    "(?:^|(?<=[\\s،.؛:!؟(]))خالي?ه? من (?:المخاطر|الخطر)(?=$|[\\s،.؛:!؟)])",
    { { "غير آمن", "(?:غير|ليس|ليست|لا يعد|لا يعتبر|لا يوجد)(?: \\S+){0,2}? (?:و|ف|ب|ل)?(?:ال)?امن\\S*" },
      { "مكان آمن", "(?:مكان|مكانا) امنا?" },
      { "لا علاج بلا مخاطر", "(?:ليس|ليست|لا يوجد|لا يخلو)(?: \\S+){0,3} (?:بدون|بلا|دون|من)(?: اي)? (?:مخاطر|خطر|خطوره)" } } },
  { "مضمون",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:و|ف|ب|ل)?(?:ال)?(?:مضمون\\S*|ضمان\\S*|نضمن|تضمن|يضمن)(?=$|[\\s،.؛:!؟)])",
    { { "لا ضمان", "(?:لا|ليس|ليست|غير|بدون|بلا|دون|لن)(?: (?:يوجد|توجد|هناك|اي|نستطيع ان|يمكن ان|احد))* (?:و|ف|ب|ل)?(?:ال)?(?:مضمون\\S*|ضمان\\S*|نضمن|تضمن|يضمن)" } } },
  { "بلا ألم",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:بدون|بلا|دون|من غير)(?: اي)? الم(?=$|[\\s،.؛:!؟)])|"
    "(?:^|(?<=[\\s،.؛:!؟(]))غير مولم\\S*|"
    "(?:^|(?<=[\\s،.؛:!؟(]))لا (?:يولم|تولم)(?=$|[\\s،.؛:!؟)])|"
    "(?:^|(?<=[\\s،.؛:!؟(]))لن تشعر\\S* ب(?:شيء|اي|الم)\\S*" },
  { "طبيعي",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:مواد|مكونات|مكوناته|منتج|منتجات|علاج|خلاصات|مستخلصات|مزيج|100 ?%)(?: \\S+)? (?:ال)?طبيعي\\S*" },
  { "غير جراحي الاختراق",
    "(?:^|(?<=[\\s،.؛:!؟(]))غير (?:باضع|اجتياحي|توغلي|غازي)\\S*|"
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:بدون|بلا|دون) (?:ابر|ابره)(?=$|[\\s،.؛:!؟)])" },
  { "دائم",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:نتايج|نتيجه|النتايج|النتيجه|حل|حلا|تخلص|ازاله|مفعول|تاثير)(?: \\S+)? (?:و|ف|ب|ل)?(?:ال)?(?:داي?م|دايم|نهايي)\\S*|"
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:الي الابد|للابد|مدي الحياه)(?=$|[\\s،.؛:!؟)])" },
  { "يذيب",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:و|ف)?(?:يذيب|تذيب|اذابه|يحرق|تحرق|حرق|يفتت|يزيل|تزيل|يقضي علي|تخلصك من)(?: \\S+)? (?:ال)?(?:دهون|شحوم|سيلوليت|سلوليت|دهنيات)(?=$|[\\s،.؛:!؟)])" },
  { "بلا آثار",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:بدون|بلا|دون|من غير|خال من)(?: اي)? (?:ال)?(?:اثار|مضاعفات|اعراض)(?: (?:ال)?جانبيه)?(?=$|[\\s،.؛:!؟)])|"
    "(?:اثار|اعراض) جانبيه (?:قليله|نادره|معدومه|بسيطه)",
    { { "لا علاج بلا آثار", "(?:ليس|ليست|لا يوجد|لا يخلو)(?: \\S+){0,3} (?:بدون|بلا|من) (?:ال)?(?:اثار|مضاعفات)\\S*" } } },
  { "شفاء",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:و|ف|ب|ل)?(?:ال)?(?:يشفي|تشفي|شفاء تام|علاج نهايي|يعالج نهاييا)(?=$|[\\s،.؛:!؟)])" },
  { "مثبت",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:و|ف|ب|ل)?(?:ال)?(?:مثبت|مثبته|ثبت|اثبتت|مجرب|مجربه)(?=$|[\\s،.؛:!؟)])(?: علميا| سريريا)?",
    { { "غير مثبت", "(?:غير|لم|ليس|ليست|لا)(?: \\S+){0,2}? (?:و|ف|ب|ل)?(?:ال)?(?:مثبت|مثبته|يثبت|تثبت|ثبت)\\S*" } } },
  { "قبيح",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:و|ف|ب|ل)?(?:ال)?(?:قبيح\\S*|بشع\\S*|مقزز\\S*|قشره البرتقال)(?=$|[\\s،.؛:!؟)])" },
  { "مثل الجراحة",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:مثل|افضل من|بدلا من|بديل عن|بديل)(?: \\S+)? (?:ال)?(?:شفط|جراحه|عمليه)" },
  { "الأسرع",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:و|ف|ب|ل)?(?:ال)?اسرع(?=$|[\\s،.؛:!؟)])(?= (?:طريقه|علاج|نتيجه|حل))|"
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:نتايج|نتيجه) (?:سريعه|فوريه)(?=$|[\\s،.؛:!؟)])" },
  { "إنقاص الوزن",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:و|ف|ب|ل)?(?:ال)?(?:تنحيف|تخسيس)(?=$|[\\s،.؛:!؟)])|"
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:ل|و)?(?:انقاص|خساره|فقدان|تخفيف) (?:ال)?وزن(?=$|[\\s،.؛:!؟)])",
    { { "ليس لإنقاص الوزن", "(?:ليس|ليست|لا)(?: \\S+){0,2} ?(?:لانقاص|لخساره|لفقدان|لتخفيف|للتنحيف|للتخسيس|انقاص|تنحيف)(?: (?:ال)?وزن)?" },
      { "دواء له", "(?:حبوب|اقراص|ادويه|دواء|حقن) (?:ل)?(?:ال)?(?:لتنحيف|تنحيف|تخسيس|للتخسيس|انقاص الوزن|لانقاص الوزن)" } } },
  { "يصلح الجسم",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:و|ف)?(?:يجدد|تجدد|يحفز|تحفز|ينشط|تنشط|يحسن|تحسن)(?: \\S+){0,2}? (?:ال)?(?:انسجه|كولاجين|خلايا|دوره الدمويه|لمف|بشره)" },
  { "مشهور",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:و|ف|ب|ل)?(?:ال)?(?:مشاهير|نجوم)(?=$|[\\s،.؛:!؟)])|"
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:يوصي به|ينصح به|معتمد من|موصي به من) (?:ال)?(?:اطباء|خبراء|اخصاييين)" },
  { "لا شيء خطير",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:لم|لن|لا)(?: \\S+){0,3}? (?:خطير|جسيم)\\S*(?: \\S+){0,2}? (?:ابدا|قط|اطلاقا)|"
    "(?:^|(?<=[\\s،.؛:!؟(]))سجل امان|"
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:ال)?معيار (?:ال)?ذهبي" },
  { "لا يشعر",
    "(?:^|(?<=[\\s،.؛:!؟(]))لا (?:يشعر|تشعر|نشعر)\\S* ب(?:اي الم|شيء|الم)\\S*",
    { { "شرط", "(?:اذا|حتي|عندما|طالما)(?: \\S+){0,2}? لا (?:يشعر|تشعر)\\S* ب\\S+(?: الم)?" } } },
  { "غير جراحي",
    "(?:^|(?<=[\\s،.؛:!؟(]))غير جراحي\\S*|"
    "(?:^|(?<=[\\s،.؛:!؟(]))من الطبيعه" },
  { "يختفي كل شيء",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:و|ف)?(?:يختفي|تختفي|يزول|تزول)(?: \\S+){0,2}? (?:نهاييا|تماما|كليا)|"
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:يزول|يختفي) (?:كل|اي) اثر|"
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:و|ف)?(?:تخلص|تخلصي) من (?:ال)?(?:دهون|شحوم|سيلوليت|تجاعيد)|"
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:ازاله|اذابه|حرق)(?: \\S+)? (?:ال)?(?:دهون|شحوم|سيلوليت)" },
  { "بشرة أجمل",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:ال)?(?:بشره|جلد|وجه)(?: \\S+)? (?:انعم|انضر|اصغر|مشرقه|نضره|مثاليه)" },
  { "لا دهون جديدة",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:يمنع|تمنع)(?: \\S+){0,3} (?:ال)?دهون|"
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:لا|لن) (?:تعود|يعود|ترجع|يرجع) (?:ال)?(?:دهون|شحوم|سيلوليت)|"
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:ال)?(?:دهون|شحوم) (?:لا|لن) (?:تعود|ترجع)" },
  { "خسارة الوزن",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:اخسر|اخسري|افقد|افقدي|انقص|انقصي)(?: \\S+){0,2}? (?:ال)?(?:وزن|سنتيمتر|كيلو)\\S*|"
    "(?:^|(?<=[\\s،.؛:!؟(]))لل(?:تنحيف|تخسيس)|"
    "(?:^|(?<=[\\s،.؛:!؟(]))سنتيمتر\\S* اقل",
    { { "ليس لذلك", "(?:ليس|ليست|لا)(?: \\S+){0,2}? لل(?:تنحيف|تخسيس)" },
      { "دواء له", "(?:حبوب|اقراص|ادويه|دواء|حقن) لل(?:تنحيف|تخسيس)" } } },
  { "الجسم كله",
    "(?:^|(?<=[\\s،.؛:!؟(]))دهون (?:ال)?جسم كله|"
    "(?:^|(?<=[\\s،.؛:!؟(]))دهون كل (?:ال)?جسم" },
  { "يرمم",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:و|ف)?(?:يصلح|تصلح|يرمم|ترمم|يزيد|تزيد|يعزز|تعزز|يقوي|تقوي)(?: \\S+){0,2}? (?:ال)?(?:انسجه|كولاجين|ايلاستين|خلايا|دوره الدمويه|لمف)" },
  { "مضاد للشيخوخة",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:مضاد\\S* )?(?:ال|لل)?شيخوخه|"
    "(?:^|(?<=[\\s،.؛:!؟(]))اصغر سنا|"
    "(?:^|(?<=[\\s،.؛:!؟(]))تصريف (?:ال)?لمف\\S*" },
  { "المثلية",
    "(?:ارنيكا|مثليه|تجانسي|عطاس)\\S*(?=[^.!?؟]{0,40}(?:تساعد|يساعد|شفاء|التيام|يخفف|تخفف))" },
  { "شائع",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:شايع|مشهور|رايج)\\S* جدا" },
  { "السعر",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:ال)?قيمه(?: \\S+)? مقابل (?:ال)?سعر|"
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:ال)?رخيص\\S*|"
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:يستحق|تستحق) (?:ال)?(?:ثمن|سعر|مال)" },
  { "التاريخ",
    "(?:^|(?<=[\\s،.؛:!؟(]))منذ (?:عام |سنه )?19\\d\\d|"
    "(?:^|(?<=[\\s،.؛:!؟(]))منذ (?:عقود|سنوات طويله|عشرات السنين)|"
    "بيستور" },
  { "لا آثار جانبية",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:لا (?:توجد|يوجد)|ليس له|ليست له|ليس لها)(?: \\S+)?(?: اي)? (?:ال)?(?:اثار|اعراض|مضاعفات) جانبيه(?=$|[\\s،.؛:!؟)])" },
  { "نهائيا",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:و|ف)?(?:يتخلص|تتخلص|يقضي|تقضي|يزيل|تزيل|يخلصك|تخلصك)(?: \\S+){0,3} (?:نهاييا|تماما|كليا|للابد)" },
  { "سنتيمترات",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:اخسر|اخسري|افقد|افقدي|انقص|تخسر|تفقد)(?: \\S+){0,3} \\d+ ?(?:سم|كغ|كجم|سنتيمتر\\S*|كيلو\\S*)" },
  { "بديل للجراحة",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:ال)?بديل\\S*(?: \\S+)? (?:لل|ل|عن ال)(?:جراحه|شفط|عمليه)" },
  { "لا خطأ",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:لا يمكن|لن)(?: ان)? (?:يحدث|تحدث|يقع)(?: اي)? (?:خطا|خطاء|مشكله|ضرر)(?=$|[\\s،.؛:!؟)])" },
  { "من الزيارة الأولى",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:ستري|ستلاحظ|ستلاحظين|سترين|تري|تلاحظ)(?: \\S+){0,3} (?:من|بعد|منذ) (?:ال)?(?:زياره|جلسه|اول|مره)(?: (?:ال)?(?:اولي|واحده|جلسه|زياره))?" },
  { "يزيل السموم",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:و|ف)?(?:يزيل|تزيل|يطرد|تطرد|ينقي|تنقي|ازاله|طرد)(?: \\S+)? (?:ال)?(?:سموم)" },
  { "يقوي المناعة",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:و|ف)?(?:يقوي|تقوي|يعزز|تعزز|يرفع|ترفع)(?: \\S+)? (?:ال)?(?:مناعه|مناعتك|جهاز (?:ال)?مناعي)" },
  { "فعال دائما",
    "(?:^|(?<=[\\s،.؛:!؟(]))(?:و|ف)?(?:ال)?(?:فعال|فعاله|ناجح|ناجحه)(?: \\S+){0,2} ?100 ?%|"
    "(?:^|(?<=[\\s،.؛:!؟(]))100 ?% (?:فعال|ناجح)" },
  { NULL }
};

const CareClaimTable care_claim_tables[] = {
  { "en",
    "(?:\\b(?:not|never|isn't|aren't|cannot|can't|don't|doesn't|won't|nobody can|no one can|not yet|if|whether)\\b(?! only)) (?:(?:a|an|any|be|been|being|to|the|it|is|are|as|this|that|sure|say|said|shown|known|if|proved|promise|promised|fully|entirely|completely|always|really|very|meant|for|treatment|about|yet|properly) )*",
    care_claims_en },
  { "es",
    "\\b(?:no|nunca|jam[aá]s|tampoco|ni)(?! s[oó]lo| solamente) (?:(?:es|son|est[aá]|est[aá]n|ha|han|sido|un|una|el|la|tratamiento|del|todo|siempre|se|sabe|si|totalmente|completamente|hay|puede|decir|que|sea|de|forma|resultados?|cambio|efecto) )*",
    care_claims_es },
  { "fr",
    "\\b(?:pas|jamais|ni|aucun|aucune)(?! seulement| que) (?:(?:un|une|de|du|tout|encore|toujours|vraiment|totalement|été|être|le|la|traitement|résultat|changement|effet|forcément) )*",
    care_claims_fr },
  { "pt",
    "\\b(?:não|nunca|jamais|nem)(?! só| somente| apenas) (?:(?:é|são|está|foi|um|uma|o|a|tratamento|do|todo|sempre|se|sabe|totalmente|há|pode|resultado|efeito|de|forma|um) )*",
    care_claims_pt },
  { "de",
    "\\b(?:nicht|nie|niemals|kein|keine|keinen|keiner|noch nicht|weder)(?! nur) (?:(?:ein|eine|einen|ganz|immer|völlig|vollständig|als|so|behandlung|ergebnis|wirkung|noch|ist|gut|zu|zum|das|die|der) )*",
    care_claims_de },
  { "ar",
    "(?:^|(?<=[\\s،.]))(?:ليس|ليست|لا|لم|لن|غير|لسنا|لست)(?! فقط) (?:(?:هذا|هذه|العلاج|علاج|يعد|يعتبر|تعد|تعتبر|هي|هو|من|في|نتائج|نتيجه|النتائج|النتيجه|تكون|يكون) )*",
    care_claims_ar },
  { NULL, NULL, NULL }
};

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-claims-tables.h"

/* Spanish */
const CareClaimEntry care_claims_es[] = {
  { "seguro",
    "\\bsegur[oa]s?\\b|"
    "\\binocu[oa]s?\\b|"
    "\\binofensiv[oa]s?\\b|"
    "\\bsin (?:ning[uú]n )?(?:riesgos?|peligros?)\\b|"
    "\\bno (?:es|son) (?:peligros|dañin)[oa]s?\\b|"
    "\\bcon (?:total|toda) seguridad\\b",
    { { "no estoy seguro", "\\bno(?! s[oó]lo| solamente) (?:lo |me |se )?(?:estoy|est[aá]|est[aá]s|est[aá]n|es|son|s[eé]|sea|parece|siento|siente)(?: \\w+){0,3}? segur[oa]s?\\b" },
      { "¿está seguro?", "\\b(?:estoy|est[aá]|est[aá]s|est[eé]|estar|quedar|siente) (?:muy |bien )?segur[oa]s?(?: de| que|\\?)" },
      { "un seguro o un lugar", "\\b(?:el|un|su|de|del|al) seguro (?:m[eé]dico|de salud|de viaje|social|privado)\\b|\\blugar(?:es)? seguros?\\b" },
      { "nada sin riesgo", "\\bning[uú]n\\w* \\w+ (?:es|est[aá]) (?:totalmente |del todo |completamente )?(?:sin|libre de|segur[oa])(?: riesgos?)?\\b" } } },
  { "garantizado",
    "\\bgarant\\w*",
    { { "sin garantía", "\\b(?:no (?:hay|es|est[aá]|podemos|puede|se puede|tiene|damos|existe)?|sin|ni|nadie puede) ?(?:una |ninguna |dar |total |plena |ofrecer )*garant\\w*" } } },
  { "sin dolor",
    "\\bindolor[oa]s?\\b|"
    "\\b(?:sin|nada de|ning[uú]n|apenas) (?:dolor|molestias?)\\b|"
    "\\bno (?:duele|le doler[aá]|va a doler|sentir[aá] nada)\\b",
    { { "una condición", "\\b(?:si|cuando|hasta que) (?:no (?:tiene|siente|duele)|est[aá] sin) ?(?:dolor|molestias)?\\b" } } },
  { "natural",
    "\\bnatural(?:es|mente)?\\b",
    { { "goma o agua natural", "\\b(?:agua|aguas|goma|caucho|l[aá]tex) natural(?:es)?\\b" } } },
  { "no invasivo",
    "\\bno[- ]invasiv[oa]s?\\b|"
    "\\bsin agujas?\\b" },
  { "permanente",
    "\\bpermanentes?\\b|"
    "\\bpara siempre\\b|"
    "\\bdefinitiv[oa](?:s|mente)?\\b|"
    "\\bresultados? (?:duradero|de por vida)s?\\b",
    { { "cicatriz, relleno, daño", "\\b(?:cicatri(?:z|ces)|rellenos?|marcas?|maquillaje|daños?|tatuajes?|manchas?)(?: \\w+){0,2}? (?:permanentes?|para siempre|definitiv[oa]s?)\\b" } } },
  { "derrite",
    "\\b(?:derrit|derret|funde|fundir|quema|elimina|deshac|disuelv|destruy)\\w*(?: (?:la|toda|su|tu|el|las|los))*(?: (?:grasa|celulitis|kilos))\\b|"
    "\\b(?:derrit|derret)\\w*",
    { { "una condición", "\\bproducto que disuelve grasa\\b" } } },
  { "sin efectos",
    "\\b(?:sin|ning[uú]n|pocos|apenas|casi sin|libre de|cero)(?: \\w+){0,2}? (?:efectos? (?:secundarios?|adversos?|no deseados?)|complicaci(?:ones|[oó]n))\\b",
    { { "nada sin ellos", "\\b(?:ning[uú]n \\w+ (?:es|est[aá])|no (?:es|est[aá])) (?:sin|libre de)(?: \\w+){0,2} (?:efectos? \\w+|complicaciones)\\b" } } },
  { "cura",
    "\\bcura[nr]?\\b|"
    "\\bcurativ[oa]s?\\b|"
    "\\bremedio definitivo\\b",
    { { "la herida", "\\b(?:no se|se) cura[nr]?\\b|\\bcura de (?:la|una|las) heridas?\\b" } } },
  { "demostrado",
    "\\b(?:demostrad|probad|comprobad)[oa]s?\\b|"
    "\\bcient[ií]fic\\w+\\b|"
    "\\bcl[ií]nicamente\\b",
    { { "aún no", "\\b(?:no|poco|nunca)(?: \\w+){0,3}? (?:demostrad|probad|comprobad)[oa]s?\\b|\\bsin (?:\\w+ )?(?:demostrad|probad|comprobad)[oa]s?\\b" } } },
  { "feo",
    "\\b(?:fe[oa]s?|antiest[eé]tic[oa]s?|repugnantes?|piel de naranja|asqueros[oa]s?)\\b" },
  { "siempre funciona",
    "\\b(?:siempre funciona|funciona (?:a|en|para) tod[oa]s|nunca falla)\\b|"
    "\\b100 ?% (?:eficaz|efectiv[oa]|segur[oa])\\b" },
  { "lo quita todo",
    "\\b(?:acaba|termina)(?:r)? con (?:la |toda la |su )?(?:celulitis|grasa)\\b|"
    "\\b(?:desaparece|elimina|quita)\\w* (?:por completo|del todo|totalmente)\\b" },
  { "no vuelve",
    "\\b(?:no|nunca|jam[aá]s) (?:vuelve|volver[aá]|regresa|regresar[aá])\\b",
    { { "una orden", "\\bno vuelva\\b" },
      { "puede", "\\bpuede (?:que )?no vuelv\\w+\\b" } } },
  { "como una cirugía",
    "\\b(?:como|igual que|mejor que|en lugar de|en vez de|alternativa a|sustituye a?|reemplaza a?)(?: \\w+){0,2}? (?:liposucci[oó]n|cirug[ií]a|operaci[oó]n)\\b" },
  { "el más rápido",
    "\\bm[aá]s r[aá]pid[oa]s?\\b|"
    "\\bresultados? (?:r[aá]pido|inmediato|instant[aá]neo)s?\\b|"
    "\\befecto inmediato\\b",
    { { "respira, late", "\\b(?:respira\\w*|late\\w*|coraz[oó]n|cicatriza\\w*|curarse)(?: \\w+){0,2} m[aá]s r[aá]pid[oa]?\\b" } } },
  { "adelgazar",
    "\\badelga[zc]\\w*|"
    "\\b(?:perder|bajar de|p[eé]rdida de|pierde|pierda) (?:peso|kilos|grasa|cent[ií]metros)\\b",
    { { "medicina para ello", "\\b(?:pastillas?|medicinas?|inyecci(?:[oó]n|ones)|medicamentos?) para (?:adelgazar|perder peso|bajar de peso)\\b" },
      { "no es para ello", "\\bno (?:es|sirve)(?: un| una| tratamiento)* para (?:adelgazar|perder peso|bajar de peso)\\b" } } },
  { "todo el cuerpo",
    "\\bgrasa (?:de|en) todo el cuerpo\\b" },
  { "repara el cuerpo",
    "\\b(?:repara|regenera|renueva|rejuvenec|estimula|mejora|activa|aumenta|refuerza)\\w*(?: \\w+){0,3}? (?:tejidos?|col[aá]geno|elastina|linfa|linf[aá]tic[oa]|circulaci[oó]n|c[eé]lulas|metabolismo|piel)\\b|"
    "\\bdesintoxica\\w*|\\bd[eé]tox\\b|"
    "\\bantienvejecimiento\\b|\\bantiedad\\b|"
    "\\bdrenaje linf[aá]tico\\b" },
  { "mejor aspecto",
    "\\bpiel (?:m[aá]s )?(?:firme|tersa|lisa|joven|perfecta|radiante|suave)s?\\b" },
  { "homeopatía",
    "\\b(?:homeop[aá]t\\w+|[aá]rnica)\\b(?=[^.!?]{0,40}\\b(?:cura|sana|ayuda|alivia|gel|moret)\\w*)" },
  { "popular",
    "\\b(?:famosas?|famosos|celebridades)\\b|"
    "\\b(?:muy|m[aá]s) popular(?:es)?\\b|"
    "\\b(?:recomendad|aprobad|avalad)[oa]s? por (?:\\w+ ){0,2}(?:expertos?|especialistas?|m[eé]dicos)\\b|"
    "\\bn[uú]mero uno\\b" },
  { "buen precio",
    "\\bbarat[oa]s?\\b|"
    "\\b(?:buena )?relaci[oó]n calidad[- ]precio\\b|"
    "\\bvale la pena\\b|"
    "\\brentable\\b" },
  { "historia",
    "\\bdesde 19\\d\\d\\b|"
    "\\bdesde hace (?:d[eé]cadas|muchos años)\\b|"
    "\\bd[eé]cadas de\\b" },
  { "nada grave",
    "\\b(?:nunca|jam[aá]s|no)(?: \\w+){0,4}? (?:nada|(?:ning[uú]n\\w*|un|una)(?: \\w+){0,2}) graves?\\b|"
    "\\bhistorial de seguridad\\b|"
    "\\btratamiento de referencia\\b|"
    "\\best[aá]ndar de oro\\b" },
  { "no duele",
    "\\bno (?:\\w+ )?va(?:n)? a (?:doler|sentir nada)\\b|"
    "\\bno siente[n]? nada\\b",
    { { "una condición", "\\b(?:si|cuando|hasta que|mientras) (?:\\w+ )?no siente nada\\b" } } },
  { "sin rastro",
    "\\bni rastro\\b|"
    "\\bsin dejar rastro\\b" },
  { "no guarda grasa",
    "\\b(?:evita|impide|frena)\\w*(?: \\w+){0,5} grasa\\b" },
  { "centímetros",
    "\\b(?:pierd|perd|baj|quit|reduc)\\w*(?: \\w+){0,2} (?:cent[ií]metros|tallas?)\\b|"
    "\\bmenos cent[ií]metros\\b|"
    "\\b(?:cent[ií]metros|una talla|tallas) (?:de )?menos\\b" },
  { "más joven",
    "\\bm[aá]s j[oó]ven(?:es)?\\b|"
    "\\brejuvenec\\w*",
    { { "la edad", "\\bm[aá]s j[oó]ven(?:es)? (?:de|que)\\b" } } },
  { "lo recomiendan",
    "\\b(?:expertos|especialistas|m[eé]dicos) (?:\\w+ )?(?:recomiendan|aconsejan|aprueban)\\b" },
  { "Pistor",
    "\\bpistor\\b" },
  { "no tiene efectos",
    "\\bno (?:tiene|hay|produce|causa|da|existen|se conocen)(?: \\w+){0,2}? (?:efectos? (?:secundarios?|adversos?|no deseados?)|complicaciones)\\b",
    { { "una condición", "\\b(?:si|cuando|mientras) no (?:tiene|hay)(?: \\w+){0,2}? (?:efectos?(?: secundarios?| adversos?| no deseados?)?|complicaciones)\\b" } } },
  { "nada sale mal",
    "\\bnada (?:puede|va a|podr[ií]a) (?:salir|ir) mal\\b" },
  { "tantos centímetros",
    "\\b(?:pierd|perd|baj|quit|reduc)\\w*(?: \\w+){0,3} \\d+ ?(?:cm|kg|cent[ií]metros|kilos|tallas?)\\b|"
    "\\b\\d+ ?(?:cm|kg) menos\\b" },
  { "desde la primera visita",
    "\\b(?:ver[aá]|nota(?:r[aá])?|resultados?|cambios?)(?: \\w+){0,3} (?:desde|tras|con|en) (?:la|su|una) (?:primera |sola )(?:visita|sesi[oó]n|cita)\\b",
    { { "no se espera", "\\bno (?:espere|ver[aá]|note)(?: \\w+){0,4} primera (?:visita|sesi[oó]n|cita)\\b" } } },
  { "más defensas",
    "\\b(?:refuerza|fortalec|aumenta|mejora)\\w*(?: \\w+){0,2} (?:defensas|inmun\\w+)\\b" },
  { NULL }
};

/* French */
const CareClaimEntry care_claims_fr[] = {
  { "sûr",
    "\\bsûr(?:e|s|es)?\\b|"
    "\\binoffensi(?:f|fs|ve|ves)\\b|"
    "\\bsans (?:aucun )?(?:danger|risque)s?\\b|"
    "\\ben toute sécurité\\b",
    { { "pas sûr", "\\b(?:pas|plus|jamais|peu)(?! seulement) (?:\\w+ ){0,2}?sûr(?:e|s|es)?\\b" },
      { "bien sûr", "\\bbien sûr\\b|\\ben lieu sûr\\b|\\bêtes-vous sûre?\\b|\\bsûre? (?:de|que)\\b" },
      { "rien n'est sans risque", "\\b(?:aucun\\w*|rien)(?: \\w+)? n'est (?:totalement |tout à fait |complètement )?(?:sans risques?|sûre?)\\b" } } },
  { "garanti",
    "\\bgarant\\w*",
    { { "aucune garantie", "\\b(?:aucune|sans|pas de|pas|ni|jamais|ne peut|ne peuvent)(?: (?:une|de|donner|être|vous|rien))* ?garant\\w*" } } },
  { "indolore",
    "\\bindolores?\\b|"
    "\\bsans (?:aucune )?douleurs?\\b|"
    "\\bne fait pas mal\\b|"
    "\\bne sentirez rien\\b" },
  { "naturel",
    "\\bnaturel(?:le|s|les|lement)?\\b",
    { { "latex naturel", "\\b(?:latex|caoutchouc) naturel\\b" } } },
  { "non invasif",
    "\\bnon[- ]invasi(?:f|fs|ve|ves)\\b|"
    "\\bsans aiguilles?\\b" },
  { "définitif",
    "\\bpermanent(?:e|s|es)?\\b|"
    "\\bdéfiniti(?:f|fs|ve|ves|vement)\\b|"
    "\\bpour toujours\\b|"
    "\\b(?:dure|durent|tient|tiennent) toujours\\b|"
    "\\brésultats? durables?\\b|"
    "\\bà vie\\b",
    { { "cicatrice, comblement", "\\b(?:cicatrices?|comblements?|marques?|maquillage|dommages?|tatouages?)(?: \\w+){0,2}? (?:permanent|définiti|à vie|pour toujours)\\w*" } } },
  { "fond",
    "\\b(?:fait fondre|fondre|fond|font fondre|brûle|élimine|détruit|dissout) (?:la |les |votre |toute la )*(?:graisse|graisses|cellulite|kilos)\\b" },
  { "sans effets",
    "\\b(?:sans|aucun|peu d'|presque pas d'|zéro) ?(?:\\w+ )?(?:effets? (?:secondaires?|indésirables?)|complications?)\\b",
    { { "rien n'est sans", "\\b(?:n'est|pas) (?:jamais |pas )?sans (?:effets? \\w+|complications?)\\b" } } },
  { "guérit",
    "\\b(?:guérit|guérir|guérison assurée|remède)\\b",
    { { "la peau qui guérit", "\\bne guéri\\w* pas\\b|\\b(?:peau|plaie|marques?)(?: \\w+){0,3} guéri\\w*|\\bremède homéopathique\\b" } } },
  { "prouvé",
    "\\bprouvé(?:e|s|es)?\\b|"
    "\\bcliniquement\\b|"
    "\\bscientifique(?:s|ment)?\\b" },
  { "laid",
    "\\b(?:laid|laide|laids|laides|moche|moches|vilaine|vilaines|disgracieu(?:x|se|ses)|peau d'orange)\\b" },
  { "marche toujours",
    "\\b(?:marche toujours|fonctionne (?:toujours|pour tous|chez tous)|infaillible)\\b|"
    "\\b100 ?% (?:efficace|sûr)\\b|"
    "\\befficaces? à 100 ?%" },
  { "ne revient pas",
    "\\bne (?:revient|reviendra|reviennent|reviendront) (?:pas|jamais|plus)\\b" },
  { "comme la chirurgie",
    "\\b(?:comme|aussi (?:bien|bon|bonne|efficace) que|mieux que|mieux qu'une|au lieu de|alternative à|remplace)(?: \\w+){0,2}? (?:liposuccion|chirurgie|opération|lifting)\\b|"
    "\\bmieux qu'une? (?:liposuccion|chirurgie|opération|lifting)\\b",
    { { "ne remplace pas", "\\bne remplac\\w+ (?:pas|jamais)(?: \\w+){0,2} (?:liposuccion|chirurgie|opération|lifting)\\b" } } },
  { "le plus rapide",
    "\\ble plus rapide\\b|"
    "\\brésultats? (?:rapide|immédiat|instantané)s?\\b" },
  { "maigrir",
    "\\b(?:maigrir|amincissant\\w*|amincir|perte de poids|perdre (?:du poids|des kilos|des centimètres))\\b",
    { { "médicament pour maigrir", "\\b(?:médicaments?|comprimés?|injections?) pour (?:maigrir|perdre du poids)\\b" },
      { "pas pour cela", "\\bpas(?: \\w+){0,3} pour (?:maigrir|perdre (?:du poids|des kilos))\\b" } } },
  { "répare le corps",
    "\\b(?:répare|régénère|renouvelle|stimule|améliore|active|augmente|renforce)\\w*(?: \\w+){0,3}? (?:tissus?|collagène|élastine|lymphe|lymphatique|circulation|cellules|métabolisme)\\b|"
    "\\bdétox\\w*|"
    "\\banti-?âge\\b|"
    "\\bdrainage lymphatique\\b" },
  { "plus belle peau",
    "\\bpeau (?:plus )?(?:ferme|lisse|jeune|parfaite|éclatante)\\b" },
  { "populaire",
    "\\b(?:célébrités|stars)\\b|"
    "\\b(?:très|plus) populaires?\\b|"
    "\\b(?:recommandé|approuvé)e?s? par (?:\\w+ ){0,2}(?:experts?|spécialistes?|médecins)\\b" },
  { "prix",
    "\\bbon marché\\b|"
    "\\bpas cher\\b|"
    "\\brapport qualité[- ]prix\\b" },
  { "histoire",
    "\\bdepuis 19\\d\\d\\b|"
    "\\bdepuis des (?:décennies|années)\\b" },
  { "rien de grave",
    "(?:\\b(?:n'|ne )\\w+ )?\\b(?:jamais|aucun\\w*|rien)(?: \\w+){0,3}? (?:de |d')?graves?\\b|"
    "\\bbilan de sécurité\\b|"
    "\\btraitement de référence\\b|"
    "\\bétalon[- ]or\\b" },
  { "peu d'effets",
    "\\b(?:peu|presque pas|peu ou pas) d'effets? (?:secondaires?|indésirables?)\\b" },
  { "ne sent rien",
    "\\bne (?:sens|sent|sentent|sentirez)(?: presque)? rien\\b",
    { { "une condition", "\\b(?:si|quand|tant que) (?:\\w+ )?ne (?:sent|sens)(?:ent)? rien\\b" } } },
  { "tout disparaît",
    "\\b(?:cellulite|graisses?|capitons|rides?)(?: \\w+){0,2} dispara\\w+|"
    "\\btoutes? (?:les )?traces? (?:\\w+ )?(?:dispara|efface)\\w*|"
    "\\bdébarrass\\w+(?:-vous)? (?:de |des )(?:la |votre |vos |toute la )?(?:graisses?|cellulite|rides?|capitons)\\b" },
  { "ne stocke plus",
    "\\b(?:empêche|évite|bloque|stoppe)\\w*(?: \\w+){0,5} graisses?\\b" },
  { "la plus rapide",
    "\\b(?:la|les) plus rapides?\\b" },
  { "perdre des centimètres",
    "\\bperde?[zr]? (?:\\w+ ){0,2}(?:poids|kilos|centimètres|graisses?|tailles?)\\b|"
    "\\b(?:centimètres?|tailles?|kilos?) en moins\\b",
    { { "médicament", "\\b(?:médicaments?|comprimés?|injections?) pour perdre du poids\\b" },
      { "pas pour cela", "\\bpas(?: \\w+){0,3} pour perdre (?:du poids|des kilos)\\b" } } },
  { "tout le corps",
    "\\bgraisses? (?:de|sur|dans) tout le corps\\b" },
  { "plus jeune",
    "\\bplus jeunes?\\b|"
    "\\brajeuni\\w*",
    { { "l'âge", "\\bplus jeunes? (?:que|de)\\b" } } },
  { "homéopathie",
    "\\b(?:homéopath\\w+|arnica)\\b(?=[^.!?]{0,40}\\b(?:aide|soign|soulag|cicatris|guéri|bleu)\\w*)" },
  { "le recommandent",
    "\\b(?:experts|spécialistes|médecins) (?:\\w+ )?(?:recommandent|conseillent|approuvent)\\b" },
  { "vaut le prix",
    "\\bvaut (?:le coup|la peine)\\b" },
  { "Pistor",
    "\\bpistor\\b" },
  { "démontré",
    "\\bdémontrée?s?\\b" },
  { "rien ne se passe mal",
    "\\brien ne (?:peut|va|pourra) (?:mal )?(?:se passer mal|mal tourner|mal se passer)\\b" },
  { "tant de centimètres",
    "\\bperde?[zr]?(?: \\w+| jusqu'à){0,3} \\d+ ?(?:cm|kg|centimètres|kilos)\\b|"
    "\\b\\d+ ?(?:cm|kg) (?:en moins|de moins)\\b" },
  { "dès la première séance",
    "\\bdès (?:la|votre) (?:première|1re) (?:visite|séance)\\b" },
  { "plus de défenses",
    "\\b(?:renforc|stimul|boost|amélior)\\w*(?: \\w+){0,2} (?:défenses|immun\\w+)\\b" },
  { NULL }
};

/* Portuguese */
const CareClaimEntry care_claims_pt[] = {
  { "seguro",
    "\\bsegur[oa]s?\\b|"
    "\\binofensiv[oa]s?\\b|"
    "\\bsem (?:nenhum )?(?:riscos?|perigos?)\\b",
    { { "não estou seguro", "\\bnão(?! só| somente| apenas) (?:estou|está|é|são|tenho|me sinto)(?: \\w+){0,3}? segur[oa]s?\\b" },
      { "seguro de saúde", "\\bseguro (?:de saúde|saúde|médico|de viagem)\\b|\\blugar seguro\\b" },
      { "tem certeza", "\\b(?:está|estar|estou) segur[oa] (?:de|que|disso)\\b" },
      { "nada sem risco", "\\bnenhum\\w* \\w+ (?:é|está) (?:totalmente |completamente )?(?:segur[oa]|(?:sem|livre de) riscos?)\\b" } } },
  { "garantido",
    "\\bgarant\\w*",
    { { "sem garantia", "\\b(?:não (?:há|é|podemos|pode|existe|se pode)?|sem|nem|ninguém pode) ?(?:uma |nenhuma |dar )*garant\\w*" } } },
  { "sem dor",
    "\\bindolor(?:es)?\\b|"
    "\\b(?:sem|nenhuma|quase sem) (?:dor|desconforto)\\b|"
    "\\bnão dói\\b",
    { { "uma condição", "\\b(?:se|quando|até) (?:\\w+ ){0,2}sem dor\\b" } } },
  { "natural",
    "\\bnatura(?:l|is|lmente)\\b",
    { { "borracha natural", "\\b(?:borracha|látex|água) natural\\b" } } },
  { "não invasivo",
    "\\bnão[- ]invasiv[oa]s?\\b|"
    "\\bsem agulhas?\\b" },
  { "permanente",
    "\\bpermanentes?\\b|"
    "\\bpara sempre\\b|"
    "\\bdefinitiv[oa](?:s|mente)?\\b|"
    "\\bresultados? (?:duradouro|permanente)s?\\b",
    { { "cicatriz, preenchimento", "\\b(?:cicatriz(?:es)?|preenchimentos?|marcas?|maquiagem|danos?|tatuagens?)(?: \\w+){0,2}? (?:permanentes?|para sempre|definitiv[oa]s?)\\b" } } },
  { "derrete",
    "\\b(?:derret|queim|elimin|dissolv|destr[oóuú])\\w* (?:a |toda a |sua |as )*(?:gorduras?|celulite|quilos)\\b" },
  { "sem efeitos",
    "\\b(?:sem|nenhum|poucos|quase sem|livre de|zero)(?: \\w+){0,2}? (?:efeitos? (?:colaterais|colateral|adversos?)|complicações)\\b",
    { { "nada sem eles", "\\b(?:nenhum \\w+ é|não é) (?:sem|livre de) \\w+ ?\\w*" } } },
  { "cura",
    "\\b(?:cura|curar|cura-se)\\b",
    { { "sem cura", "\\b(?:não (?:é uma |tem |há )?|sem )cura\\b" } } },
  { "comprovado",
    "\\b(?:comprovad|provad)[oa]s?\\b|"
    "\\bcientific\\w+\\b|\\bcientífic\\w+\\b|"
    "\\bclinicamente\\b" },
  { "feio",
    "\\b(?:fei[oa]s?|antiestétic[oa]s?|casca de laranja)\\b" },
  { "sempre funciona",
    "\\b(?:sempre funciona|funciona para todos|nunca falha)\\b|"
    "\\b100 ?% (?:eficaz|segur[oa])\\b" },
  { "não volta",
    "\\b(?:não|nunca|jamais) (?:volta|voltará|voltam|retorna)\\b" },
  { "como cirurgia",
    "\\b(?:como|igual a|tão (?:bom|boa|eficaz) quanto|melhor que|melhor do que|em vez de|alternativa (?:à|a)|substitui)(?: \\w+){0,2}? (?:lipoaspiração|cirurgia|operação)\\b" },
  { "mais rápido",
    "\\b(?:o|a) mais rápid[oa]\\b|"
    "\\bresultados? (?:rápido|imediato|instantâneo)s?\\b" },
  { "emagrecer",
    "\\bemagre[cç]\\w*|"
    "\\b(?:perder|perda de) (?:peso|quilos|medidas)\\b",
    { { "remédio para isso", "\\b(?:remédios?|injeç(?:ão|ões)|medicamentos?) para (?:emagrecer|perder peso)\\b" },
      { "não é para isso", "\\bnão (?:é|serve)(?: um| tratamento)* para (?:emagrecer|perder peso)\\b" } } },
  { "repara o corpo",
    "\\b(?:repara|regenera|renova|rejuvenesc|estimula|melhora|ativa|aumenta)\\w*(?: \\w+){0,3}? (?:tecidos?|colágeno|elastina|linfa|linfátic[oa]|circulação|células|metabolismo)\\b|"
    "\\bdetox\\b|"
    "\\bdrenagem linfática\\b" },
  { "popular",
    "\\b(?:famos[oa]s|celebridades)\\b|"
    "\\b(?:recomendad|aprovad)[oa]s? por (?:\\w+ ){0,2}(?:especialistas?|médicos)\\b" },
  { "preço",
    "\\b(?:barat[oa]s?|custo-benefício)\\b" },
  { "nada grave",
    "\\b(?:nunca|jamais|nenhum\\w*|nada)(?: \\w+){0,4}? graves?\\b|"
    "\\bhistórico de segurança\\b|"
    "\\bpadrão[- ]ouro\\b|"
    "\\btratamento de referência\\b" },
  { "não vai doer",
    "\\bnão vai (?:\\w+ )?(?:doer|sentir (?:nada|dor))\\b|"
    "\\bnão sente[m]? nada\\b",
    { { "uma condição", "\\b(?:se|quando|enquanto) (?:\\w+ )?não sente nada\\b" } } },
  { "some tudo",
    "\\b(?:desaparec|some|sumir|elimin|remov)\\w*(?: \\w+){0,2} (?:por completo|totalmente|completamente)\\b|"
    "\\b(?:acab\\w+|livr\\w+-se) (?:com|de|da) (?:a |sua |toda a )?(?:gordura|celulite|rugas?)\\b|"
    "\\b(?:nenhum|sem) (?:vestígio|rastro)s?\\b" },
  { "pele melhor",
    "\\bpele (?:mais )?(?:firme|lisa|jovem|perfeita|radiante|macia)s?\\b" },
  { "não guarda gordura",
    "\\b(?:impede|evita)\\w*(?: \\w+){0,5} gordura\\b" },
  { "o método mais rápido",
    "\\b(?:método|jeito|forma|tratamento|maneira) mais rápid[oa]\\b" },
  { "corpo todo",
    "\\bgordura d[oe] (?:corpo todo|todo o corpo|corpo inteiro)\\b" },
  { "centímetros",
    "\\b(?:perca|perde|perder|reduz|reduza|menos)(?: \\w+)? (?:centímetros|medidas|quilos)\\b|"
    "\\b(?:centímetros|medidas|quilos) a menos\\b" },
  { "mais jovem",
    "\\bmais jove(?:m|ns)\\b|"
    "\\bantienvelheciment\\w*|"
    "\\bantiidade\\b|"
    "\\banti-?aging\\b|"
    "\\brejuvenesc\\w*",
    { { "a idade", "\\bmais jove(?:m|ns) (?:do que|que|de)\\b" } } },
  { "homeopatia",
    "\\b(?:homeop[áa]t\\w+|arnica)\\b(?=[^.!?]{0,40}\\b(?:cura|ajud|alivi|cicatriz|hematoma)\\w*)" },
  { "recomendam",
    "\\b(?:especialistas|médicos) (?:\\w+ )?(?:recomendam|aprovam)\\b|"
    "\\b(?:muito|mais) popular(?:es)?\\b" },
  { "vale a pena",
    "\\bvale (?:a pena|cada)\\b" },
  { "história",
    "\\bdesde 19\\d\\d\\b|"
    "\\bhá (?:muitas )?décadas\\b|"
    "\\bhá muitos anos\\b|"
    "\\bpistor\\b" },
  { "não tem efeitos",
    "\\bnão (?:tem|há|causa|produz|dá|existem)(?: \\w+){0,2}? (?:efeitos? (?:colaterais|colateral|adversos?)|complicações)\\b",
    { { "uma condição", "\\b(?:se|quando|enquanto) não (?:tem|tiver|há|houver)(?: \\w+){0,2}? (?:efeitos?(?: colaterais| adversos?)?|complicações)\\b" } } },
  { "nada dá errado",
    "\\bnada (?:pode|vai|poderia) dar errado\\b" },
  { "tantos centímetros",
    "\\b(?:perca|perde|perder|reduz\\w*|elimin\\w+)(?: \\w+){0,3} \\d+ ?(?:cm|kg|centímetros|quilos|medidas)\\b|"
    "\\b\\d+ ?(?:cm|kg) a menos\\b" },
  { "já na primeira visita",
    "\\b(?:já|logo) n[ao] (?:primeir[ao]) (?:visita|sessão|consulta)\\b" },
  { "desintoxica",
    "\\bdesintoxic\\w*" },
  { "mais defesas",
    "\\b(?:fortalec|reforç|aumenta|melhora)\\w*(?: \\w+){0,2} (?:defesas|imun\\w+)\\b" },
  { NULL }
};

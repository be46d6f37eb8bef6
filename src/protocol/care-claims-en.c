/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-claims-tables.h"

/* English (facts.md section 3) */
const CareClaimEntry care_claims_en[] = {
  { "safe",
    "\\b(?:safe|safer|safest|safely|harmless)\\b|"
    "\\brisk-?free\\b|"
    "\\b(?:without|no) (?:any )?risks?\\b|"
    "\\bnot (?:unsafe|dangerous|harmful|risky)\\b",
    { { "a place or a person kept safe", "\\bsafe place\\b|\\b(?:keep|keeps|kept|stay|be|feel) (?:you |yourself |it )?safe\\b" },
      { "nothing is without risk", "\\bno \\w+ (?:is|comes) (?:without|with no) (?:any )?risks?\\b|\\bno \\w+ is (?:ever |fully |totally |completely |entirely )?safe\\b" },
      { "a question", "\\bis (?:it|this|that) safe\\b" } } },
  { "safety record",
    "\\bsafety record\\b|"
    "\\b(?:gold|european) standard\\b|"
    "\\bstandard (?:treatment|of care)\\b|"
    "\\bnothing serious\\b(?=[^.!?]{0,40}\\b(?:ever|record|happen|report)\\w*)" },
  { "guaranteed",
    "\\bguarant\\w*",
    { { "no guarantee", "\\b(?:no|nor|without|cannot|can't|not|never|nobody can|no one can)(?: (?:a|any|full|give|promise|or|real|offer))* guarant\\w*" } } },
  { "painless",
    "\\bpainless\\w*|"
    "\\bpain-?free\\b|"
    "\\b(?:without|no|hardly any|almost no) (?:any )?(?:pain|discomfort)\\b|"
    "\\b(?:does not|doesn't|will not|won't) hurt\\b|"
    "\\b(?:feel|feels|hurts?) nothing\\b",
    { { "a condition", "\\b(?:if|when|until) (?:you have |there is |you feel )?(?:no pain|nothing|no discomfort)\\b" } } },
  { "natural",
    "\\b(?:all[- ])?natural(?:ly)?\\b",
    { { "natural water or rubber", "\\bnatural (?:water|rubber|latex|lakes?)\\b" } } },
  { "non-invasive",
    "\\bnon-?\\s?invasive\\b|"
    "\\bnot invasive\\b|"
    "\\bwithout (?:any )?needles?\\b",
    { { "said to be wrong", "\\bnot (?:a )?non-?\\s?invasive\\b" } } },
  { "permanent",
    "\\bpermanent(?:ly)?\\b|"
    "\\bfor ?ever\\b|"
    "\\blasting (?:results?|effects?|cures?|changes?)\\b|"
    "\\b(?:gone|away|rid of it) for good\\b|"
    "\\blasts? (?:a lifetime|for life|for years)\\b",
    { { "scars, filler, harm", "\\bpermanent(?:ly)? (?:scars?|scarring|fillers?|marks?|make-?up|damage|harm|tattoos?|changes? of colou?r|change in colou?r)\\b" } } },
  { "melts",
    "\\bmelt(?:s|ed|ing)?\\b" },
  { "burns fat",
    "\\b(?:burn|blast|dissolv|destroy|zap|attack)(?:s|e|es|ed|ing)? (?:away |off )?(?:your |the |stubborn |all )*(?:fat|cellulite|kilos|pounds)\\b" },
  { "no side effects",
    "\\b(?:no|without|zero|free of|hardly any|few|minimal|almost no|nearly no|little to no) (?:\\w+ ){0,3}?(?:side[- ]effects?|adverse effects?|complications?|after-?effects)\\b",
    { { "nothing is without them", "\\b(?:no \\w+ is|not) (?:without|free of) (?:\\w+ ){0,2}(?:side[- ]effects?|complications?)\\b" },
      { "a condition", "\\b(?:if|when) you (?:have|had|notice) no (?:side[- ]effects?)\\b" } } },
  { "cure",
    "\\b(?:cure[sd]?|curing|heals itself|heal itself)\\b",
    { { "no cure", "\\b(?:no|not a|never a|not a lasting) cure\\b" } } },
  { "proven",
    "\\bproven\\b|"
    "\\bproves\\b|"
    "\\bclinically (?:tested|shown|effective)\\b|"
    "\\bscientific(?:ally)?\\b|"
    "\\bscience-?backed\\b" },
  { "ugly",
    "\\b(?:ugly|unsightly|disgusting|hideous|flabby|orange[- ]peel|cottage[- ]cheese)\\b" },
  { "always works",
    "\\b(?:always works|never fails|works for every(?:one|body))\\b|"
    "\\b100 ?% (?:effective|success\\w*|sure)\\b|"
    "\\bwill (?:surely|certainly|definitely) (?:work|help)\\b" },
  { "removes it all",
    "\\b(?:get|gets|getting) rid of (?:all |your |the |every |stubborn )*(?:cellulite|fat|dimpl\\w+|wrinkles?)\\b|"
    "\\b(?:eliminat|remov|clear|eras|eradicat|banish)(?:e|es|s|ed|ing)? (?:all |your |the |every |stubborn )*(?:cellulite|fat|dimpl\\w+|wrinkles?)\\b|"
    "\\b(?:completely|entirely|totally) (?:gone|removed|cleared|disappears?|vanish\\w*)\\b|"
    "\\ball traces\\b" },
  { "never returns",
    "\\b(?:never|not|won't|doesn't|cannot|can't) (?:(?:come|comes|grow|grows) back|returns?)\\b|"
    "\\bstops? (?:\\w+ ){0,4}(?:storing|new) fat\\b",
    { { "go home, come to us", "\\b(?:not|never) (?:come back|return) (?:in|to|here|by|alone|fasting|if|when|with|without|on|until|before)\\b" },
      { "it may", "\\b(?:may|might) (?:not )?(?:come|return|grow)(?:s)? ?(?:back)?\\b" } } },
  { "like surgery",
    "\\b(?:like|as good as|better than|safer than|instead of|alternative to|on (?:a )?par with|rivals?) (?:\\w+ ){0,2}?(?:liposuction|surgery|an operation|a facelift)\\b|"
    "\\breplac\\w+ (?:for )?(?:\\w+ )?(?:liposuction|surgery|an operation|a facelift)\\b" },
  { "fastest",
    "\\b(?:fastest|quickest)\\b|"
    "\\b(?:fast|quick|instant|immediate) (?:results?|effects?|success)\\b|"
    "\\bresults? (?:at once|overnight|right away)\\b|"
    "\\bnothing (?:\\w+ ){0,3}(?:faster|quicker)\\b" },
  { "weight loss",
    "\\b(?:weight[- ]loss|lose weight|losing weight|slimming|slims)\\b|"
    "\\b(?:shed|drop|lose|losing) (?:\\w+ )?(?:pounds|kilos|inches|centimet\\w+|fat)\\b|"
    "\\binches (?:off|lost)\\b",
    { { "medicine for it", "\\bweight[- ]loss (?:injections?|pills?|medicines?|drugs?|surgery|shots?)\\b" },
      { "not for it", "\\b(?:not|no)(?: meant)?(?: as| for| to| a| your)* (?:weight[- ]loss|lose weight|slimming)\\b" } } },
  { "whole body",
    "\\bwhole[- ]body (?:fat|slimming|results?|treatment)\\b|"
    "\\ball[- ]over fat\\b" },
  { "mends the body",
    "\\b(?:repair|mend|rais|renew|rejuvenat|regenerat|refresh|boost|improv|stimulat|increas|strengthen|activat|build)\\w* (?:\\w+ ){0,3}?(?:tissues?|collagen|elastin|lymph\\w*|circulation|blood flow|skin cells?|metabolism|cells)\\b|"
    "\\bdetox\\w*|"
    "\\banti-?age?ing\\b|"
    "\\blymph(?:atic)? drainage\\b|"
    "\\b(?:look|looks|looking|feel) (?:\\w+ )?younger\\b" },
  { "better looks",
    "\\b(?:tighter|firmer|smoother|younger|flawless|perfect|radiant|glowing) (?:\\w+ )?(?:skin|face|body|legs|look|looks)\\b" },
  { "healing drops",
    "\\b(?:homo?eopath\\w*|arnica)\\b(?=[^.!?]{0,40}\\b(?:heal|help|speed|sooth|reduc|gel|rub|bruis)\\w*)" },
  { "popular",
    "\\bcelebrit\\w+|"
    "\\b(?:very|most|so) popular\\b|"
    "\\bhollywood\\b|"
    "\\baward[- ]winning\\b|"
    "\\b(?:recommended|approved|endorsed|trusted|loved) by (?:\\w+ )?(?:experts?|specialists?|doctors?|patients|women|stars|thousands)\\b|"
    "\\b(?:experts?|specialists?|doctors) (?:\\w+ )?(?:agree|recommend|approve)\\b|"
    "\\bnumber one\\b" },
  { "value",
    "\\bvalue for money\\b|"
    "\\bcost-?effective\\b|"
    "\\bbest price\\b|"
    "\\bbargain\\b|"
    "\\bcheap(?:er|est)?\\b|"
    "\\baffordable\\b|"
    "\\bworth (?:it|every|the money)\\b" },
  { "history",
    "\\bsince 19\\d\\d\\b|"
    "\\b(?:used|in use) (?:\\w+ ){0,2}for (?:\\w+ ){0,2}(?:decades|years)\\b|"
    "\\bdecades of\\b|"
    "\\b(?:tried and|time)-?\\s?tested\\b|"
    "\\bpistor\\b" },
  { "nothing goes wrong",
    "\\bnothing (?:can|will|ever|could) (?:ever )?go(?:es)? wrong\\b|"
    "\\b(?:not|won't|will not|don't|do not) feel (?:a thing|anything)\\b",
    { { "a condition", "\\b(?:if|when|while|until) you (?:can|do) ?(?:not|n't) feel anything\\b" } } },
  { "so many centimetres",
    "\\b(?:lose|losing|drop|shed|take off) (?:\\w+ ){0,3}\\d+ ?(?:cm|centimet\\w+|inch\\w*|kilos?|kg|pounds)\\b|"
    "\\b\\d+ ?(?:cm|inch\\w*|kg) (?:less|off|smaller|slimmer)\\b" },
  { "after the first visit",
    "\\b(?:see|notice|feel|get) (?:\\w+ ){0,2}?(?:results?|difference|improvement) (?:after|from|with) (?:just |only )?(?:the |your |one |a )?(?:first |single )?(?:visit|session|treatment)\\b" },
  { "stronger defences",
    "\\b(?:boost|strengthen|support|improv)\\w* (?:\\w+ ){0,2}(?:immun\\w+|defen[cs]es?)\\b" },
  { NULL }
};

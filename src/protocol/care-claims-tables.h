/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most allowances a claim may have. */
#define CARE_CLAIM_ALLOWANCES 4

typedef struct _CareClaimAllowance CareClaimAllowance;

/* Where a claim's words are allowed: @pattern matches the words with their surroundings. */
struct _CareClaimAllowance
{
  const char *name;
  const char *pattern;
};

typedef struct _CareClaimEntry CareClaimEntry;

/* One claim: patterns are Perl regular expressions on text as care_claims_normalize() leaves it. */
struct _CareClaimEntry
{
  const char        *name;
  const char        *pattern;
  CareClaimAllowance allowances[CARE_CLAIM_ALLOWANCES];
};

typedef struct _CareClaimTable CareClaimTable;

struct _CareClaimTable
{
  const char           *language;
  /* A negation and the small words that may stand between it and the claim. */
  const char           *negation;
  const CareClaimEntry *entries;
};

/* Ended by a NULL language; entries by a NULL name. */
extern const CareClaimTable care_claim_tables[];

extern const CareClaimEntry care_claims_en[];
extern const CareClaimEntry care_claims_es[];
extern const CareClaimEntry care_claims_fr[];
extern const CareClaimEntry care_claims_pt[];
extern const CareClaimEntry care_claims_de[];
extern const CareClaimEntry care_claims_ar[];

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

#include "base/care-text.h"

G_BEGIN_DECLS

/**
 * CareProductClass:
 * @CARE_PRODUCT_MIX: mesotherapy mix (fat-releasing)
 * @CARE_PRODUCT_FAT_DISSOLVING: fat-destroying (deoxycholic acid, PC/DC mixes)
 * @CARE_PRODUCT_BOOSTER: skin booster, face
 *
 * Consent text, interval and evidence hang on it (facts s4-01, e-08).
 */
typedef enum
{
  CARE_PRODUCT_MIX,
  CARE_PRODUCT_FAT_DISSOLVING,
  CARE_PRODUCT_BOOSTER,
} CareProductClass;

/**
 * CareProduct:
 * @id: short name, as the command line takes it
 * @path: its place in the file
 * @name: as it stands on the vial
 * @product_class: its class
 * @ingredients: (array zero-terminated=1): every ingredient's code
 * @min_gap_days: least days between two visits (0: the protocol's own)
 * @max_visits: most visits of a course, 0 when nothing is said
 * @max_injections: most injections a visit, 0 when nothing is said
 * @max_volume_ml: most millilitres a visit, 0 when nothing is said
 * @areas: (array zero-terminated=1) (nullable): the areas of its label; %NULL for any
 * @mixing_allowed: whether it may share a syringe with another product
 * @approved: where and for what it is approved, for consent and clinician
 * @sources: (array zero-terminated=1): where all this is from
 *
 * One product of the clinic's list. Immutable; belongs to its CareProtocol.
 */
typedef struct _CareProduct CareProduct;

struct _CareProduct
{
  char            *id;
  char            *path;
  CareText        *name;
  CareProductClass product_class;
  char           **ingredients;
  int              min_gap_days;
  int              max_visits;
  int              max_injections;
  double           max_volume_ml;
  char           **areas;
  gboolean         mixing_allowed;
  CareText        *approved;
  char           **sources;
};

/**
 * CareIngredient:
 * @code: short name
 * @path: its place in the file
 * @name: the clinician's name for it
 * @kind: (nullable): "homeopathic", "plant", "anaesthetic" …
 *
 * What products are made of; the cross-table leads here.
 */
typedef struct _CareIngredient CareIngredient;

struct _CareIngredient
{
  char     *code;
  char     *path;
  CareText *name;
  char     *kind;
};

gboolean    care_product_contains        (const CareProduct *self,
                                          const char        *ingredient);
gboolean    care_product_allows_area     (const CareProduct *self,
                                          const char        *area);
void        care_product_free            (CareProduct       *self);
void        care_ingredient_free         (CareIngredient    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareProduct, care_product_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareIngredient, care_ingredient_free)

G_END_DECLS

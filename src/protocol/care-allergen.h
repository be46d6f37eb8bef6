/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

#include "base/care-text.h"

G_BEGIN_DECLS

/**
 * CareAllergen:
 * @code: code of the allergen code system, "soy"
 * @path: its place in the file
 * @name: the patient's word for it
 * @ingredients: (array zero-terminated=1): what it leads to, empty for a room matter (latex)
 * @note: (nullable): for the clinician
 * @sources: (array zero-terminated=1): where the link is from
 *
 * One row of the cross-table from allergies to ingredients.
 */
typedef struct _CareAllergen CareAllergen;

struct _CareAllergen
{
  char     *code;
  char     *path;
  CareText *name;
  char    **ingredients;
  CareText *note;
  char    **sources;
};

void care_allergen_free (CareAllergen *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareAllergen, care_allergen_free)

G_END_DECLS

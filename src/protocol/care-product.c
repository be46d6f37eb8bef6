/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-product.h"

#include "protocol/care-protocol-parts.h"

gpointer
care_ingredient_read (const CareJsonView *view,
                      gpointer            context,
                      GError            **error)
{
  static const char *const known[] = { "code", "name", "kind", NULL };
  g_autoptr (CareIngredient) self = g_new0 (CareIngredient, 1);

  if (!care_json_view_refuse_unknown (view, known, error) ||
      !care_parts_read_code (view, "code", CARE_JSON_REQUIRED, &self->code, error) ||
      !care_json_view_get_text (view, "name", CARE_JSON_REQUIRED, &self->name, error) ||
      !care_parts_read_code (view, "kind", CARE_JSON_OPTIONAL, &self->kind, error))
    return NULL;

  self->path = care_json_view_dup_path (view);

  return g_steal_pointer (&self);
}

gpointer
care_product_read (const CareJsonView *view,
                   gpointer            context,
                   GError            **error)
{
  static const char *const known[] = {
    "id", "name", "class", "ingredients", "min_gap_days", "max_visits", "max_injections", "max_volume_ml",
    "areas", "mixing_allowed", "approved", "sources", NULL
  };
  g_autoptr (CareProduct) self = g_new0 (CareProduct, 1);
  int product_class = 0;

  if (!care_json_view_refuse_unknown (view, known, error) ||
      !care_parts_read_code (view, "id", CARE_JSON_REQUIRED, &self->id, error) ||
      !care_json_view_get_text (view, "name", CARE_JSON_REQUIRED, &self->name, error) ||
      !care_json_view_get_enum (view, "class", CARE_JSON_REQUIRED, care_class_names, &product_class, error) ||
      !care_json_view_get_strv (view, "ingredients", CARE_JSON_REQUIRED, &self->ingredients, error) ||
      !care_parts_read_count (view, "min_gap_days", CARE_JSON_OPTIONAL, 3660, &self->min_gap_days, error) ||
      !care_parts_read_count (view, "max_visits", CARE_JSON_OPTIONAL, 1000, &self->max_visits, error) ||
      !care_parts_read_count (view, "max_injections", CARE_JSON_OPTIONAL, 10000, &self->max_injections, error) ||
      !care_json_view_get_double (view, "max_volume_ml", CARE_JSON_OPTIONAL, &self->max_volume_ml, error) ||
      !care_json_view_get_strv (view, "areas", CARE_JSON_OPTIONAL, &self->areas, error) ||
      !care_json_view_get_boolean (view, "mixing_allowed", CARE_JSON_REQUIRED, &self->mixing_allowed, error) ||
      !care_json_view_get_text (view, "approved", CARE_JSON_REQUIRED, &self->approved, error) ||
      !care_json_view_get_strv (view, "sources", CARE_JSON_REQUIRED, &self->sources, error))
    return NULL;

  self->product_class = product_class;
  self->path = care_json_view_dup_path (view);

  return g_steal_pointer (&self);
}

/**
 * care_product_contains:
 * @self: a product
 * @ingredient: an ingredient's code
 *
 * Returns: whether it is in it
 */
gboolean
care_product_contains (const CareProduct *self,
                       const char        *ingredient)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_strv_contains ((const char *const *) self->ingredients, ingredient);
}

/**
 * care_product_allows_area:
 * @self: a product
 * @area: an area's code
 *
 * Returns: whether its label holds for the area
 */
gboolean
care_product_allows_area (const CareProduct *self,
                          const char        *area)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->areas == NULL || g_strv_contains ((const char *const *) self->areas, area);
}

void
care_product_free (CareProduct *self)
{
  g_free (self->id);
  g_free (self->path);
  g_clear_pointer (&self->name, care_text_unref);
  g_strfreev (self->ingredients);
  g_strfreev (self->areas);
  g_clear_pointer (&self->approved, care_text_unref);
  g_strfreev (self->sources);
  g_free (self);
}

void
care_ingredient_free (CareIngredient *self)
{
  g_free (self->code);
  g_free (self->path);
  g_clear_pointer (&self->name, care_text_unref);
  g_free (self->kind);
  g_free (self);
}

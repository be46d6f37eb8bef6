/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-protocol.h"

#include <string.h>

#include "protocol/care-protocol-check.h"
#include "protocol/care-protocol-private.h"

G_DEFINE_FINAL_TYPE (CareProtocol, care_protocol, G_TYPE_OBJECT)

static void
care_protocol_finalize (GObject *object)
{
  CareProtocol *self = CARE_PROTOCOL (object);

  g_free (self->source);
  g_free (self->id);
  g_free (self->version);
  g_clear_pointer (&self->title, care_text_unref);
  g_strfreev (self->patient_languages);
  g_strfreev (self->desk_languages);
  g_hash_table_unref (self->approvals);
  g_clear_pointer (&self->version_approval, care_approval_free);
  g_free (self->rules_hash);
  g_clear_pointer (&self->parameters, care_parameters_free);
  g_clear_pointer (&self->desk_texts, g_ptr_array_unref);
  g_clear_pointer (&self->areas, g_ptr_array_unref);
  g_clear_pointer (&self->ingredients, g_ptr_array_unref);
  g_clear_pointer (&self->products, g_ptr_array_unref);
  g_clear_pointer (&self->allergens, g_ptr_array_unref);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->signs, g_ptr_array_unref);
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
  g_clear_pointer (&self->one_tap, g_hash_table_unref);
  g_clear_pointer (&self->teach_back, g_ptr_array_unref);
  g_clear_pointer (&self->left_out, g_ptr_array_unref);
  g_clear_pointer (&self->forbidden, g_ptr_array_unref);
  g_clear_pointer (&self->overrides, g_ptr_array_unref);
  g_ptr_array_unref (self->raised);

  G_OBJECT_CLASS (care_protocol_parent_class)->finalize (object);
}

static void
care_protocol_class_init (CareProtocolClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_protocol_finalize;
}

static void
care_protocol_init (CareProtocol *self)
{
  self->raised = g_ptr_array_new_with_free_func ((GDestroyNotify) care_refusal_free);
  self->approvals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) care_approval_free);
}

const char *
care_protocol_get_source (CareProtocol *self)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);

  return self->source;
}

const char *
care_protocol_get_id (CareProtocol *self)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);

  return self->id;
}

const char *
care_protocol_get_version (CareProtocol *self)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);

  return self->version;
}

CareText *
care_protocol_get_title (CareProtocol *self)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);

  return self->title;
}

const char *const *
care_protocol_get_patient_languages (CareProtocol *self)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);

  return (const char *const *) self->patient_languages;
}

const char *const *
care_protocol_get_desk_languages (CareProtocol *self)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);

  return (const char *const *) self->desk_languages;
}

const CareParameters *
care_protocol_get_parameters (CareProtocol *self)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);

  return self->parameters;
}

GPtrArray *
care_protocol_get_areas (CareProtocol *self)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);

  return self->areas;
}

GPtrArray *
care_protocol_get_ingredients (CareProtocol *self)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);

  return self->ingredients;
}

GPtrArray *
care_protocol_get_products (CareProtocol *self)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);

  return self->products;
}

GPtrArray *
care_protocol_get_allergens (CareProtocol *self)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);

  return self->allergens;
}

GPtrArray *
care_protocol_get_rules (CareProtocol *self)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);

  return self->rules;
}

GPtrArray *
care_protocol_get_lines (CareProtocol *self)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);

  return self->lines;
}

GPtrArray *
care_protocol_get_signs (CareProtocol *self)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);

  return self->signs;
}

GPtrArray *
care_protocol_get_reasons (CareProtocol *self)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);

  return self->reasons;
}

GPtrArray *
care_protocol_get_teach_back (CareProtocol *self)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);

  return self->teach_back;
}

GPtrArray *
care_protocol_get_left_out (CareProtocol *self)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);

  return self->left_out;
}

GPtrArray *
care_protocol_get_forbidden (CareProtocol *self)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);

  return self->forbidden;
}

GPtrArray *
care_protocol_get_overrides (CareProtocol *self)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);

  return self->overrides;
}

/**
 * care_protocol_new_claims:
 * @self: a protocol
 * @language: a BCP 47 tag
 *
 * The program's claims of that language and those that this clinic forbids
 * besides: for sheets, forms and the words of the patient's screen alike.
 *
 * Returns: (transfer full) (nullable): the claims, or %NULL when the language is not known
 */
CareClaims *
care_protocol_new_claims (CareProtocol *self,
                          const char   *language)
{
  CareClaims *claims;

  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  claims = care_claims_new (language);

  for (guint i = 0; claims != NULL && i < self->forbidden->len; i++)
    {
      const CareCodedText *forbidden = g_ptr_array_index (self->forbidden, i);
      const char *phrase = care_text_get_exact (forbidden->text, language);

      if (phrase != NULL)
        care_claims_forbid (claims, phrase);
    }

  return claims;
}

const CareArea *
care_protocol_find_area (CareProtocol *self,
                         const char   *code)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);
  g_return_val_if_fail (code != NULL, NULL);

  for (guint i = 0; i < self->areas->len; i++)
    {
      const CareArea *area = g_ptr_array_index (self->areas, i);

      if (strcmp (area->code, code) == 0)
        return area;
    }

  return NULL;
}

/**
 * care_protocol_place_areas:
 * @self: a protocol
 * @areas: (nullable) (array zero-terminated=1): codes
 * @face: (out): whether lines and rules for the face hold
 * @body: (out): whether those for the body hold
 *
 * What is not known prints the warning (design.md section 5): an area that the
 * protocol does not have, and no area at all, count as face and as body.
 */
void
care_protocol_place_areas (CareProtocol      *self,
                           const char *const *areas,
                           gboolean          *face,
                           gboolean          *body)
{
  g_return_if_fail (CARE_IS_PROTOCOL (self));
  g_return_if_fail (face != NULL && body != NULL);

  *face = *body = areas == NULL || areas[0] == NULL;
  for (gsize i = 0; areas != NULL && areas[i] != NULL; i++)
    {
      const CareArea *area = care_protocol_find_area (self, areas[i]);

      *face |= area == NULL || area->face;
      *body |= area == NULL || area->body;
    }
}

const CareIngredient *
care_protocol_find_ingredient (CareProtocol *self,
                               const char   *code)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);
  g_return_val_if_fail (code != NULL, NULL);

  for (guint i = 0; i < self->ingredients->len; i++)
    {
      const CareIngredient *ingredient = g_ptr_array_index (self->ingredients, i);

      if (strcmp (ingredient->code, code) == 0)
        return ingredient;
    }

  return NULL;
}

const CareProduct *
care_protocol_find_product (CareProtocol *self,
                            const char   *id)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->products->len; i++)
    {
      const CareProduct *product = g_ptr_array_index (self->products, i);

      if (strcmp (product->id, id) == 0)
        return product;
    }

  return NULL;
}

const CareAllergen *
care_protocol_find_allergen (CareProtocol *self,
                             const char   *code)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);
  g_return_val_if_fail (code != NULL, NULL);

  for (guint i = 0; i < self->allergens->len; i++)
    {
      const CareAllergen *allergen = g_ptr_array_index (self->allergens, i);

      if (strcmp (allergen->code, code) == 0)
        return allergen;
    }

  return NULL;
}

const CareRule *
care_protocol_find_rule (CareProtocol *self,
                         const char   *id)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->rules->len; i++)
    {
      const CareRule *rule = g_ptr_array_index (self->rules, i);

      if (strcmp (rule->id, id) == 0)
        return rule;
    }

  return NULL;
}

const CareLine *
care_protocol_find_line (CareProtocol *self,
                         const char   *id)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const CareLine *line = g_ptr_array_index (self->lines, i);

      if (strcmp (line->id, id) == 0)
        return line;
    }

  return NULL;
}

const CareSign *
care_protocol_find_sign (CareProtocol *self,
                         const char   *id)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->signs->len; i++)
    {
      const CareSign *sign = g_ptr_array_index (self->signs, i);

      if (strcmp (sign->id, id) == 0)
        return sign;
    }

  return NULL;
}

/**
 * care_protocol_find_built_in:
 * @self: a protocol
 * @find: one of the kinds built into the program
 *
 * Returns: (transfer none): the rule that gives it words, level and sources
 */
const CareRule *
care_protocol_find_built_in (CareProtocol *self,
                             CareFind      find)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);

  for (guint i = 0; i < self->rules->len; i++)
    {
      const CareRule *rule = g_ptr_array_index (self->rules, i);

      if (rule->find == find)
        return rule;
    }

  return NULL;
}

/**
 * care_protocol_get_min_gap_days:
 * @self: a protocol
 * @product: (nullable): a product's id
 *
 * The least days between two sessions: the product's own or the protocol's,
 * whichever is more (C08).
 *
 * Returns: days
 */
int
care_protocol_get_min_gap_days (CareProtocol *self,
                                const char   *product)
{
  const CareProduct *found;

  g_return_val_if_fail (CARE_IS_PROTOCOL (self), 7);

  found = product != NULL ? care_protocol_find_product (self, product) : NULL;

  return found != NULL ? MAX (found->min_gap_days, self->parameters->session_min_gap_days)
                       : self->parameters->session_min_gap_days;
}

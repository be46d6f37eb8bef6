/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-facts.h"

static void
product_free (gpointer data)
{
  CareSheetProduct *product = data;

  g_free (product->id);
  g_free (product->name);
  g_free (product->batch);
  g_free (product);
}

/**
 * care_sheet_facts_new:
 * @kind: after what
 * @patient_name: as it heads every page
 * @finished: the true end, or %CARE_INSTANT_NONE for a page before a visit
 *
 * Returns: (transfer full): facts in which everything else is still unknown
 */
CareSheetFacts *
care_sheet_facts_new (CareSheetKind kind,
                      const char   *patient_name,
                      CareInstant   finished)
{
  CareSheetFacts *self;

  g_return_val_if_fail (patient_name != NULL, NULL);

  self = g_new0 (CareSheetFacts, 1);
  self->kind = kind;
  self->patient_name = g_strdup (patient_name);
  self->finished = finished;
  self->products = g_ptr_array_new_with_free_func (product_free);
  self->next_kind = CARE_VISIT_SESSION;
  self->test_read = CARE_INSTANT_NONE;
  self->next_visit = CARE_INSTANT_NONE;
  self->next_earliest = CARE_INSTANT_NONE;
  self->reprint_of = CARE_INSTANT_NONE;

  return self;
}

/**
 * care_sheet_facts_copy:
 * @self: facts
 *
 * Returns: (transfer full): a copy that shares nothing with @self
 */
CareSheetFacts *
care_sheet_facts_copy (const CareSheetFacts *self)
{
  CareSheetFacts *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (CareSheetFacts, 1);
  *copy = *self;
  copy->patient_name = g_strdup (self->patient_name);
  copy->areas = g_strdupv (self->areas);
  copy->clear_no = g_strdupv (self->clear_no);
  copy->clinician = g_strdup (self->clinician);
  copy->next_uid = g_strdup (self->next_uid);
  copy->products = g_ptr_array_new_with_free_func (product_free);
  for (guint i = 0; i < self->products->len; i++)
    {
      const CareSheetProduct *product = g_ptr_array_index (self->products, i);

      care_sheet_facts_add_product (copy, product->id, product->name, product->batch);
    }

  return copy;
}

/**
 * care_sheet_facts_free:
 * @self: (transfer full): facts
 *
 * Frees @self and what it owns.
 */
void
care_sheet_facts_free (CareSheetFacts *self)
{
  if (self == NULL)
    return;

  g_free (self->patient_name);
  g_strfreev (self->areas);
  g_strfreev (self->clear_no);
  g_ptr_array_unref (self->products);
  g_free (self->clinician);
  g_free (self->next_uid);
  g_free (self);
}

/**
 * care_sheet_facts_set_areas:
 * @self: facts
 * @areas: (nullable): area codes, %NULL-terminated
 *
 * Says which areas were treated.
 */
void
care_sheet_facts_set_areas (CareSheetFacts    *self,
                            const char *const *areas)
{
  char **copy;

  g_return_if_fail (self != NULL);

  copy = g_strdupv ((char **) areas);
  g_strfreev (self->areas);
  self->areas = copy;
}

/**
 * care_sheet_facts_set_clear_no:
 * @self: facts
 * @pairs: (nullable): "question/answer" pairs, %NULL-terminated
 *
 * Says which answers were a clear no.
 */
void
care_sheet_facts_set_clear_no (CareSheetFacts    *self,
                               const char *const *pairs)
{
  char **copy;

  g_return_if_fail (self != NULL);

  copy = g_strdupv ((char **) pairs);
  g_strfreev (self->clear_no);
  self->clear_no = copy;
}

/**
 * care_sheet_facts_add_product:
 * @self: facts
 * @id: the protocol's id of the product
 * @name: (nullable): what to print instead of the protocol's name
 * @batch: (nullable): batch as recorded
 *
 * Adds one injected product.
 */
void
care_sheet_facts_add_product (CareSheetFacts *self,
                              const char     *id,
                              const char     *name,
                              const char     *batch)
{
  CareSheetProduct *product;

  g_return_if_fail (self != NULL);
  g_return_if_fail (id != NULL);

  product = g_new0 (CareSheetProduct, 1);
  product->id = g_strdup (id);
  product->name = g_strdup (name);
  product->batch = g_strdup (batch);
  g_ptr_array_add (self->products, product);
}

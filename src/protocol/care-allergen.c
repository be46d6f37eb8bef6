/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-allergen.h"

#include "protocol/care-protocol-parts.h"

gpointer
care_allergen_read (const CareJsonView *view,
                    gpointer            context,
                    GError            **error)
{
  static const char *const known[] = { "code", "name", "ingredients", "note", "sources", NULL };
  g_autoptr (CareAllergen) self = g_new0 (CareAllergen, 1);

  if (!care_json_view_refuse_unknown (view, known, error) ||
      !care_parts_read_code (view, "code", CARE_JSON_REQUIRED, &self->code, error) ||
      !care_json_view_get_text (view, "name", CARE_JSON_REQUIRED, &self->name, error) ||
      !care_json_view_get_strv (view, "ingredients", CARE_JSON_REQUIRED, &self->ingredients, error) ||
      !care_json_view_get_text (view, "note", CARE_JSON_OPTIONAL, &self->note, error) ||
      !care_json_view_get_strv (view, "sources", CARE_JSON_REQUIRED, &self->sources, error))
    return NULL;

  self->path = care_json_view_dup_path (view);

  return g_steal_pointer (&self);
}

void
care_allergen_free (CareAllergen *self)
{
  g_free (self->code);
  g_free (self->path);
  g_clear_pointer (&self->name, care_text_unref);
  g_strfreev (self->ingredients);
  g_clear_pointer (&self->note, care_text_unref);
  g_strfreev (self->sources);
  g_free (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-range.h"

#include "protocol/care-protocol-parts.h"

gpointer
care_coded_text_read (const CareJsonView *view,
                      gpointer            context,
                      GError            **error)
{
  static const char *const known[] = { "code", "text", "sources", NULL };
  g_autoptr (CareCodedText) self = g_new0 (CareCodedText, 1);

  if (!care_json_view_refuse_unknown (view, known, error) ||
      !care_parts_read_code (view, "code", CARE_JSON_REQUIRED, &self->code, error) ||
      !care_json_view_get_text (view, "text", CARE_JSON_REQUIRED, &self->text, error) ||
      !care_json_view_get_strv (view, "sources", CARE_JSON_OPTIONAL, &self->sources, error))
    return NULL;

  self->path = care_json_view_dup_path (view);

  return g_steal_pointer (&self);
}

void
care_range_free (CareRange *self)
{
  g_free (self->what);
  g_free (self->path);
  g_strfreev (self->sources);
  g_free (self);
}

void
care_coded_text_free (CareCodedText *self)
{
  g_free (self->code);
  g_free (self->path);
  g_clear_pointer (&self->text, care_text_unref);
  g_strfreev (self->sources);
  g_free (self);
}

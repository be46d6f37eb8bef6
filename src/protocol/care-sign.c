/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-sign.h"

#include "protocol/care-protocol-parts.h"

static const char *const level_names[] = { "emergency", "same-day", "soon", NULL };

gpointer
care_sign_read (const CareJsonView *view,
                gpointer            context,
                GError            **error)
{
  static const char *const known[] = {
    "id", "level", "pictogram", "text", "say", "standing", "when", "sources", NULL
  };
  g_autoptr (CareSign) self = g_new0 (CareSign, 1);
  int level = 0;

  if (!care_json_view_refuse_unknown (view, known, error) ||
      !care_parts_read_code (view, "id", CARE_JSON_REQUIRED, &self->id, error) ||
      !care_json_view_get_enum (view, "level", CARE_JSON_REQUIRED, level_names, &level, error) ||
      !care_parts_read_code (view, "pictogram", CARE_JSON_OPTIONAL, &self->pictogram, error) ||
      !care_json_view_get_text (view, "text", CARE_JSON_REQUIRED, &self->text, error) ||
      !care_json_view_get_text (view, "say", CARE_JSON_OPTIONAL, &self->say, error) ||
      !care_json_view_get_boolean (view, "standing", CARE_JSON_REQUIRED, &self->standing, error) ||
      !care_when_read (view, &self->when, error) ||
      !care_json_view_get_strv (view, "sources", CARE_JSON_REQUIRED, &self->sources, error))
    return NULL;

  self->level = level;
  self->path = care_json_view_dup_path (view);

  return g_steal_pointer (&self);
}

const char *
care_sign_level_to_string (CareSignLevel self)
{
  return level_names[self];
}

void
care_sign_free (CareSign *self)
{
  g_free (self->id);
  g_free (self->path);
  g_free (self->pictogram);
  g_clear_pointer (&self->text, care_text_unref);
  g_clear_pointer (&self->say, care_text_unref);
  care_when_clear (&self->when);
  g_strfreev (self->sources);
  g_free (self);
}

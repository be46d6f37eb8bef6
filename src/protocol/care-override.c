/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-override.h"

#include "protocol/care-protocol-parts.h"

void
care_override_free (CareOverride *self)
{
  g_free (self->text);
  g_free (self->language);
  g_free (self->path);
  g_free (self->by);
  g_free (self->date);
  g_free (self->reason);
  g_free (self);
}

gpointer
care_override_read (const CareJsonView *view,
                    gpointer            context,
                    GError            **error)
{
  static const char *const known[] = { "text", "language", "grade", "by", "date", "reason", NULL };
  g_autoptr (CareOverride) self = g_new0 (CareOverride, 1);
  const struct
  {
    const char *member;
    char **out;
  } members[] = {
    { "text", &self->text }, { "language", &self->language }, { "by", &self->by },
    { "date", &self->date }, { "reason", &self->reason },
  };

  if (!care_json_view_refuse_unknown (view, known, error) ||
      !care_json_view_get_double (view, "grade", CARE_JSON_REQUIRED, &self->grade, error))
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *words = NULL;

      if (!care_json_view_get_string (view, members[i].member, CARE_JSON_REQUIRED, &words, error))
        return NULL;
      *members[i].out = g_strdup (words);
    }

  self->path = care_json_view_dup_path (view);

  return g_steal_pointer (&self);
}

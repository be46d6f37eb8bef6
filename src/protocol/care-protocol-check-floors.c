/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-protocol-check-private.h"

#include <string.h>

#include "protocol/care-protocol-private.h"

/* Limits that no protocol goes without; how long they are, loading sees to (care_protocol_raise()). */
typedef struct
{
  const char *topic;
  gboolean face_only;
  const char *what;
  const char *source;
} Needed;

static const Needed needed[] = {
  { "hot-shower", FALSE, "hot shower", "s1-14" },
  { "makeup", TRUE, "makeup on the face", "s1-13" },
};

/* The line prints after every session that the floor is about. */
static gboolean
prints_always (const CareLine *line,
               gboolean        face_only)
{
  const CareWhen *when = &line->when;

  return (when->areas == CARE_WHEN_ANY_AREA || (face_only && when->areas == CARE_WHEN_FACE)) &&
         when->numbed == CARE_WHEN_NUMBED_ANY && when->classes == 0 && when->clear_no == NULL && !when->last_session &&
         (when->visits == 0 || (when->visits & (1u << CARE_VISIT_SESSION)) != 0);
}

static void
check_needed (CareCheck    *self,
              const Needed *limit)
{
  GPtrArray *lines = care_protocol_get_lines (self->protocol);
  gboolean kept = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const CareLine *line = g_ptr_array_index (lines, i);

      if (line->block != CARE_BLOCK_LIMIT || g_strcmp0 (line->topic, limit->topic) != 0)
        continue;

      if (line->stance != CARE_STANCE_AVOID)
        care_check_refuse (self, line->path, "stance", "a limit on %s is against it: 'avoid'", limit->what);
      else if (prints_always (line, limit->face_only))
        kept = TRUE;
      else
        care_check_refuse (self, line->path, "when", "the floor for %s (%s) holds after every session%s", limit->what,
                           limit->source, limit->face_only ? " of the face" : "");
    }

  if (!kept)
    care_check_refuse (self, "/lines", NULL, "no limit of topic '%s' stands on every sheet (%s)", limit->topic,
                       limit->source);
}

/**
 * care_check_floors:
 * @self: the run
 *
 * Nothing goes under what the founding documents say.
 */
void
care_check_floors (CareCheck *self)
{
  const CareParameters *parameters = care_protocol_get_parameters (self->protocol);

  for (guint i = 0; i < self->protocol->raised->len; i++)
    {
      const CareRefusal *refusal = g_ptr_array_index (self->protocol->raised, i);

      care_check_refuse (self, refusal->path, NULL, "%s", refusal->reason);
    }

  if (parameters->age_review_years < parameters->age_least_years)
    care_check_refuse (self, "/parameters/age", "review_over_years", "is below least_years");

  for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
    check_needed (self, &needed[i]);
}

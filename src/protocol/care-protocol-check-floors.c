/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-protocol-check-private.h"

#include <string.h>

#include "protocol/care-protocol-private.h"

/* The floors stand here and not in the file they guard (design.md section 5). */
typedef struct
{
  const char *path;
  const char *member;
  gsize offset;
  int floor;
  const char *unit;
  const char *source;
} Floor;

static const Floor floors[] = {
  { "/parameters/test", "injections", G_STRUCT_OFFSET (CareParameters, test_injections), 2, "test injections", "s1-03" },
  { "/parameters/test", "wait_hours", G_STRUCT_OFFSET (CareParameters, test_wait_hours), 24, "hours", "s1-03" },
  { "/parameters/session", "minutes", G_STRUCT_OFFSET (CareParameters, session_minutes), 45, "minutes", "s3-11" },
  { "/parameters/session", "min_gap_days", G_STRUCT_OFFSET (CareParameters, session_min_gap_days), 7, "days", "s3-12" },
  { "/parameters/age", "least_years", G_STRUCT_OFFSET (CareParameters, age_least_years), 18, "years", "q-04" },
};

typedef struct
{
  const char *topic;
  int hours;
  gboolean face_only;
  const char *what;
  const char *source;
} LineFloor;

static const LineFloor line_floors[] = {
  { "hot-shower", 8, FALSE, "hot shower", "s1-14" },
  { "makeup", 4, TRUE, "makeup on the face", "s1-13" },
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
check_line_floor (CareCheck       *self,
                  const LineFloor *floor)
{
  GPtrArray *lines = care_protocol_get_lines (self->protocol);
  gboolean kept = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const CareLine *line = g_ptr_array_index (lines, i);
      int hours = line->hours + 24 * line->days;

      if (line->block != CARE_BLOCK_LIMIT || g_strcmp0 (line->topic, floor->topic) != 0)
        continue;

      if (line->stance != CARE_STANCE_AVOID)
        care_check_refuse (self, line->path, "stance", "a limit on %s is against it: 'avoid'", floor->what);
      else if (hours < floor->hours)
        care_check_refuse (self, line->path, "hours", "%d is under the floor of %d hours for %s (%s); it can only be "
                           "raised", line->hours, floor->hours, floor->what, floor->source);
      else if (prints_always (line, floor->face_only))
        kept = TRUE;
      else
        care_check_refuse (self, line->path, "when", "the floor for %s (%s) holds after every session%s",
                           floor->what, floor->source, floor->face_only ? " of the face" : "");
    }

  if (!kept)
    care_check_refuse (self, "/lines", NULL, "no limit of topic '%s' keeps the floor of %d hours (%s)", floor->topic,
                       floor->hours, floor->source);
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

  for (gsize i = 0; i < G_N_ELEMENTS (floors); i++)
    {
      int value = G_STRUCT_MEMBER (int, parameters, floors[i].offset);

      if (value < floors[i].floor)
        care_check_refuse (self, floors[i].path, floors[i].member,
                           "%d is under the floor of %d %s (%s); it can only be raised", value, floors[i].floor,
                           floors[i].unit, floors[i].source);
    }

  if (parameters->age_review_years < parameters->age_least_years)
    care_check_refuse (self, "/parameters/age", "review_over_years", "is below least_years");

  for (gsize i = 0; i < G_N_ELEMENTS (line_floors); i++)
    check_line_floor (self, &line_floors[i]);
}

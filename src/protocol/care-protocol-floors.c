/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-protocol-floors.h"

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
  const char *what;
  const char *source;
} LineFloor;

static const LineFloor line_floors[] = {
  { "hot-shower", 8, "hot shower", "s1-14" },
  { "makeup", 4, "makeup on the face", "s1-13" },
};

/* Kinds that nobody decides; only a changed fact cures them (design.md section 5). */
static const CareFind never_decided[] = {
  CARE_FIND_IDENTITY, CARE_FIND_UNDER_AGE, CARE_FIND_PRODUCT, CARE_FIND_BATCH, CARE_FIND_CONSENT,
  CARE_FIND_TEST_MISSING, CARE_FIND_TEST_EARLY, CARE_FIND_TEST_UNREAD, CARE_FIND_TEST_REACTION,
  CARE_FIND_TEST_EXPIRED, CARE_FIND_GAP,
};

/* Built-in kinds and the least level each may have. */
static const struct
{
  CareFind find;
  CareLevel least;
} least_levels[] = {
  { CARE_FIND_OVER_AGE, CARE_LEVEL_REVIEW },
  { CARE_FIND_MAX_VISITS, CARE_LEVEL_REVIEW },
  { CARE_FIND_OUTSIDE_LABEL, CARE_LEVEL_REVIEW },
  { CARE_FIND_ALLERGY_MATCH, CARE_LEVEL_STOP },
  { CARE_FIND_ALLERGY_UNMATCHED, CARE_LEVEL_REVIEW },
  { CARE_FIND_STANDING_REACTION, CARE_LEVEL_STOP },
  { CARE_FIND_INTAKE_EXPIRED, CARE_LEVEL_REVIEW },
  { CARE_FIND_ANSWER_CHANGED, CARE_LEVEL_REVIEW },
  { CARE_FIND_ALLERGY_EARLIER, CARE_LEVEL_REVIEW },
  { CARE_FIND_UNANSWERED, CARE_LEVEL_REVIEW },
};

/* Questions about medicines; with the answers that are always somebody's prescription. */
static const char *const medicine_questions[] = { "medicines-kinds", "medicines-list", NULL };
static const char *const prescribed[] = {
  "blood-thinner", "aspirin", "heart-rhythm-medicine", "isotretinoin", "theophylline", "methaemoglobin-medicine",
  "stimulant-medicine", "ssri", "immune-medicine", "other-medicine", NULL
};

/* Notes what the file says wrongly; the right thing is put in its place by the caller. */
static void
note (CareProtocol *self,
      const char   *path,
      const char   *member,
      const char   *format,
      ...) G_GNUC_PRINTF (4, 5);

static void
note (CareProtocol *self,
      const char   *path,
      const char   *member,
      const char   *format,
      ...)
{
  CareRefusal *refusal = g_new0 (CareRefusal, 1);
  va_list args;

  refusal->path = member != NULL ? g_strconcat (path, "/", member, NULL) : g_strdup (path);
  va_start (args, format);
  refusal->reason = g_strdup_vprintf (format, args);
  va_end (args);

  g_ptr_array_add (self->raised, refusal);
}

static gboolean
contains_any (char              **answers,
              const char *const  *codes)
{
  for (gsize i = 0; answers != NULL && answers[i] != NULL; i++)
    if (g_strv_contains (codes, answers[i]))
      return TRUE;

  return FALSE;
}

gboolean
care_rule_is_pregnancy (const CareRule *rule)
{
  static const char *const yes[] = { "yes", NULL };
  static const char *const pregnancy[] = { "pregnancy", NULL };

  if (rule->find != CARE_FIND_ANSWER)
    return FALSE;

  if (strcmp (rule->question, "pregnancy") == 0)
    return contains_any (rule->answers, yes);

  return g_str_has_prefix (rule->question, "new-since") && contains_any (rule->answers, pregnancy);
}

static gboolean
is_never_decided (const CareRule *rule)
{
  for (gsize i = 0; i < G_N_ELEMENTS (never_decided); i++)
    if (rule->find == never_decided[i])
      return TRUE;

  return care_rule_is_pregnancy (rule);
}

/* A rule that something switches off is no rule for everybody. */
static gboolean
is_unconditional (const CareRule *rule)
{
  return rule->when.areas == CARE_WHEN_ANY_AREA && rule->when.visits == 0 && rule->when.classes == 0 &&
         rule->ingredients == NULL && !rule->numbing && rule->at_least <= 1 && rule->time_question == NULL;
}

static void
raise_decidable (CareProtocol *self,
                 CareRule     *rule)
{
  if (!is_never_decided (rule))
    return;

  if (rule->decidable)
    note (self, rule->path, "decidable", "nobody may decide '%s'; only a changed fact cures it", rule->id);
  if (rule->level != CARE_LEVEL_STOP)
    note (self, rule->path, "level", "'%s' is a stop", rule->id);
  if (!is_unconditional (rule))
    note (self, rule->path, NULL, "'%s' holds for everybody; take its conditions away", rule->id);

  rule->decidable = FALSE;
  rule->level = CARE_LEVEL_STOP;
  rule->at_least = 1;
  rule->numbing = FALSE;
  care_when_clear (&rule->when);
  memset (&rule->when, 0, sizeof rule->when);
  g_clear_pointer (&rule->ingredients, g_strfreev);
  g_clear_pointer (&rule->time_question, g_free);
}

static void
raise_level (CareProtocol *self,
             CareRule     *rule)
{
  for (gsize i = 0; i < G_N_ELEMENTS (least_levels); i++)
    if (rule->find == least_levels[i].find && rule->level < least_levels[i].least)
      {
        rule->level = least_levels[i].least;
        note (self, rule->path, "level", "'%s' is at least a %s", care_find_to_string (rule->find),
              care_level_to_string (rule->level));
      }
}

static void
raise_medicine (CareProtocol *self,
                CareRule     *rule)
{
  gboolean about = rule->question != NULL && g_strv_contains (medicine_questions, rule->question);

  if (about && contains_any (rule->answers, prescribed) && !rule->prescribed)
    {
      note (self, rule->path, "prescribed", "must be true: somebody prescribed this medicine");
      rule->prescribed = TRUE;
    }

  if (rule->time_question != NULL && (rule->prescribed || about))
    {
      note (self, rule->path, "clears", "a medicine has no clearing time: review, keep taking it (q-06)");
      g_clear_pointer (&rule->time_question, g_free);
      rule->hours = 0;
    }
}

static void
raise_lines (CareProtocol *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (line_floors); j++)
      {
        CareLine *line = g_ptr_array_index (self->lines, i);
        const LineFloor *floor = &line_floors[j];

        if (line->block != CARE_BLOCK_LIMIT || g_strcmp0 (line->topic, floor->topic) != 0 ||
            line->hours + 24 * line->days >= floor->hours)
          continue;

        note (self, line->path, "hours", "%d is under the floor of %d hours for %s (%s); it can only be raised",
              line->hours, floor->hours, floor->what, floor->source);
        line->hours = floor->hours;
      }
}

/* Whoever unmakes the face a face unmakes the floor of its makeup line with it. An area that is said to be neither is an
 * area of which nothing is known. */
static void
raise_areas (CareProtocol *self)
{
  for (guint i = 0; i < self->areas->len; i++)
    {
      CareArea *area = g_ptr_array_index (self->areas, i);

      if (strcmp (area->code, "face") == 0 && !area->face)
        {
          note (self, area->path, "face", "must be true: the face is a face, and the floor for makeup (s1-13) hangs on it");
          area->face = TRUE;
        }
      if (area->face || area->body)
        continue;

      note (self, area->path, NULL, "say whether '%s' counts as face or as body; until then it counts as both, and makeup "
            "waits (s1-13)", area->code);
      area->face = area->body = TRUE;
    }
}

static void
raise_products (CareProtocol *self)
{
  int floor = self->parameters->session_min_gap_days;

  for (guint i = 0; i < self->products->len; i++)
    {
      CareProduct *product = g_ptr_array_index (self->products, i);

      if (product->min_gap_days == 0 || product->min_gap_days >= floor)
        continue;

      note (self, product->path, "min_gap_days",
            "%d is under the %d days that lie between any two sessions; a product can only raise them",
            product->min_gap_days, floor);
      product->min_gap_days = floor;
    }
}

/**
 * care_protocol_raise:
 * @self: a protocol that has just been read
 *
 * Puts the floors in place of what goes under them, so that nothing built on a
 * protocol can, checked or not; and keeps what it found for the check.
 */
void
care_protocol_raise (CareProtocol *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (floors); i++)
    {
      int *value = G_STRUCT_MEMBER_P (self->parameters, floors[i].offset);

      if (*value >= floors[i].floor)
        continue;

      note (self, floors[i].path, floors[i].member, "%d is under the floor of %d %s (%s); it can only be raised",
            *value, floors[i].floor, floors[i].unit, floors[i].source);
      *value = floors[i].floor;
    }

  for (guint i = 0; i < self->rules->len; i++)
    {
      CareRule *rule = g_ptr_array_index (self->rules, i);

      raise_decidable (self, rule);
      raise_level (self, rule);
      raise_medicine (self, rule);
    }

  raise_lines (self);
  raise_areas (self);
  raise_products (self);
}

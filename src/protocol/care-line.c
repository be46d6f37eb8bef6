/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-line.h"

#include "protocol/care-protocol-parts.h"

static const char *const block_names[] = {
  "limit", "care", "food", "medicine", "normal", "before", "call-before", "keep-up", "doctor", "report", "offer",
  "keep-page", NULL
};
static const char *const until_names[] = { "none", "feeling-back", "bruises-gone", "marks-closed", NULL };
static const char *const stance_names[] = { "none", "do", "avoid", NULL };

gpointer
care_line_read (const CareJsonView *view,
                gpointer            context,
                GError            **error)
{
  static const char *const known[] = {
    "id", "block", "pictogram", "label", "text", "hours", "days", "weeks", "until", "from", "topic", "stance", "key",
    "when", "ranges", "sources", NULL
  };
  g_autoptr (CareLine) self = g_new0 (CareLine, 1);
  int block = 0;
  int until = CARE_UNTIL_NONE;
  int from = CARE_UNTIL_NONE;
  int stance = CARE_STANCE_NONE;

  if (!care_json_view_refuse_unknown (view, known, error) ||
      !care_parts_read_code (view, "id", CARE_JSON_REQUIRED, &self->id, error) ||
      !care_json_view_get_enum (view, "block", CARE_JSON_REQUIRED, block_names, &block, error) ||
      !care_parts_read_code (view, "pictogram", CARE_JSON_OPTIONAL, &self->pictogram, error) ||
      !care_json_view_get_text (view, "label", CARE_JSON_OPTIONAL, &self->label, error) ||
      !care_json_view_get_text (view, "text", CARE_JSON_REQUIRED, &self->text, error) ||
      !care_parts_read_count (view, "hours", CARE_JSON_OPTIONAL, 8784, &self->hours, error) ||
      !care_parts_read_count (view, "days", CARE_JSON_OPTIONAL, 366, &self->days, error) ||
      !care_parts_read_count (view, "weeks", CARE_JSON_OPTIONAL, 104, &self->weeks, error) ||
      !care_json_view_get_enum (view, "until", CARE_JSON_OPTIONAL, until_names, &until, error) ||
      !care_json_view_get_enum (view, "from", CARE_JSON_OPTIONAL, until_names, &from, error) ||
      !care_parts_read_code (view, "topic", CARE_JSON_OPTIONAL, &self->topic, error) ||
      !care_json_view_get_enum (view, "stance", CARE_JSON_OPTIONAL, stance_names, &stance, error) ||
      !care_json_view_get_boolean (view, "key", CARE_JSON_OPTIONAL, &self->key, error) ||
      !care_when_read (view, &self->when, error) ||
      !care_parts_read_ranges (view, &self->ranges, error) ||
      !care_json_view_get_strv (view, "sources", CARE_JSON_REQUIRED, &self->sources, error))
    return NULL;

  self->block = block;
  self->until = until;
  self->from = from;
  self->stance = stance;
  self->path = care_json_view_dup_path (view);

  return g_steal_pointer (&self);
}

const char *
care_block_to_string (CareBlock self)
{
  return block_names[self];
}

/* "Do it once feeling is back" does not contradict "not until feeling is back". */
static gboolean
stances_contradict (const CareLine *for_it,
                    const CareLine *against_it)
{
  if (for_it->stance != CARE_STANCE_DO || against_it->stance != CARE_STANCE_AVOID)
    return FALSE;

  return against_it->until == CARE_UNTIL_NONE || for_it->from != against_it->until;
}

/**
 * care_line_clashes:
 * @self: a line
 * @other: another line
 *
 * Whether the two could stand on one sheet and contradict each other: one for,
 * one against the same thing, or two different times for the same thing.
 *
 * Returns: %TRUE when they clash
 */
gboolean
care_line_clashes (const CareLine *self,
                   const CareLine *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  if (self == other || self->topic == NULL || g_strcmp0 (self->topic, other->topic) != 0)
    return FALSE;

  if ((self->block == CARE_BLOCK_BEFORE) != (other->block == CARE_BLOCK_BEFORE))
    return FALSE;

  if (!care_when_may_overlap (&self->when, &other->when))
    return FALSE;

  if (stances_contradict (self, other) || stances_contradict (other, self))
    return TRUE;

  return self->stance == CARE_STANCE_AVOID && other->stance == CARE_STANCE_AVOID &&
         (self->hours != other->hours || self->days != other->days);
}

/**
 * care_line_is_stricter:
 * @self: a line
 * @other: a line that it clashes with
 *
 * Returns: whether @self is the one to print: against before for, longer before shorter
 */
gboolean
care_line_is_stricter (const CareLine *self,
                       const CareLine *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  if (self->stance != other->stance)
    return self->stance == CARE_STANCE_AVOID;

  if (self->hours + 24 * self->days != other->hours + 24 * other->days)
    return self->hours + 24 * self->days > other->hours + 24 * other->days;

  return self->until > other->until;
}

void
care_line_free (CareLine *self)
{
  g_free (self->id);
  g_free (self->path);
  g_free (self->pictogram);
  g_clear_pointer (&self->label, care_text_unref);
  g_clear_pointer (&self->text, care_text_unref);
  g_free (self->topic);
  care_when_clear (&self->when);
  g_clear_pointer (&self->ranges, g_ptr_array_unref);
  g_strfreev (self->sources);
  g_free (self);
}

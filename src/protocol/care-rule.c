/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-rule.h"

#include <string.h>

#include "protocol/care-protocol-parts.h"

static const char *const level_names[] = { "info", "review", "stop", NULL };
static const char *const find_names[] = {
  "answer", "under-age", "over-age", "identity", "product", "batch", "consent", "test-missing", "test-early",
  "test-unread", "test-reaction", "test-expired", "gap", "max-visits", "outside-label", "allergy-match",
  "allergy-unmatched", "standing-reaction", "intake-expired", "review-due", "answer-changed", "allergy-earlier",
  "unanswered", NULL
};

static const char *const unasked_names[] = { "find", "ignore", NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (find_names) == CARE_N_FINDS + 1);

static gboolean
read_clears (const CareJsonView *view,
             CareRule           *self,
             GError            **error)
{
  static const char *const known[] = { "question", "hours", NULL };
  CareJsonView clears = { 0 };

  if (!care_json_view_get_object (view, "clears", CARE_JSON_OPTIONAL, &clears, error))
    return FALSE;

  if (clears.node == NULL)
    return TRUE;

  return care_json_view_refuse_unknown (&clears, known, error) &&
         care_parts_read_code (&clears, "question", CARE_JSON_REQUIRED, &self->time_question, error) &&
         care_parts_read_count (&clears, "hours", CARE_JSON_REQUIRED, 8784, &self->hours, error);
}

static gboolean
read_desk_says (const CareJsonView *view,
                GPtrArray          *texts,
                CareRule           *self,
                GError            **error)
{
  g_autofree char *code = NULL;
  CareJsonView child;

  if (!care_parts_read_code (view, "desk", CARE_JSON_REQUIRED, &code, error))
    return FALSE;

  for (guint i = 0; i < texts->len; i++)
    {
      const CareCodedText *text = g_ptr_array_index (texts, i);

      if (strcmp (text->code, code) == 0)
        {
          self->desk_says = care_text_ref (text->text);
          return TRUE;
        }
    }

  if (care_json_view_peek_member (view, "desk", &child))
    care_json_view_set_error (&child, error, CARE_ERROR_INPUT, "no desk text '%s'; add it to /desk_texts", code);

  return FALSE;
}

static gboolean
read_question (const CareJsonView *view,
               CareRule           *self,
               GError            **error)
{
  CareJsonView child;

  if (!care_parts_read_code (view, "question", CARE_JSON_OPTIONAL, &self->question, error) ||
      !care_json_view_get_strv (view, "answers", CARE_JSON_OPTIONAL, &self->answers, error) ||
      !care_parts_read_count (view, "at_least", CARE_JSON_OPTIONAL, 20, &self->at_least, error))
    return FALSE;

  if (self->find != CARE_FIND_ANSWER)
    return TRUE;

  if (self->question == NULL)
    {
      care_json_view_set_error (view, error, CARE_ERROR_INPUT, "a rule about an answer needs 'question'");
      return FALSE;
    }

  if (self->answers == NULL || self->answers[0] == NULL)
    {
      care_json_view_set_error (care_json_view_peek_member (view, "answers", &child) ? &child : view, error,
                                CARE_ERROR_INPUT, "a rule about an answer needs at least one of 'answers'");
      return FALSE;
    }

  return TRUE;
}

gpointer
care_rule_read (const CareJsonView *view,
                gpointer            context,
                GError            **error)
{
  static const char *const known[] = {
    "id", "find", "question", "answers", "at_least", "level", "decidable", "prescribed", "clears", "this_visit",
    "after_session", "stands_until", "unasked", "numbing", "desk_explains", "when", "ingredients", "reason", "desk", "clinician", "sources", NULL
  };
  g_autoptr (CareRule) self = g_new0 (CareRule, 1);
  int find = CARE_FIND_ANSWER;
  int level = 0;
  int unasked = 0;

  self->at_least = 1;

  if (!care_json_view_refuse_unknown (view, known, error) ||
      !care_parts_read_code (view, "id", CARE_JSON_REQUIRED, &self->id, error) ||
      !care_json_view_get_enum (view, "find", CARE_JSON_REQUIRED, find_names, &find, error) ||
      !care_json_view_get_enum (view, "level", CARE_JSON_REQUIRED, level_names, &level, error) ||
      !care_json_view_get_boolean (view, "decidable", CARE_JSON_REQUIRED, &self->decidable, error) ||
      !care_json_view_get_boolean (view, "prescribed", CARE_JSON_OPTIONAL, &self->prescribed, error) ||
      !read_clears (view, self, error) ||
      !care_json_view_get_boolean (view, "this_visit", CARE_JSON_OPTIONAL, &self->this_visit, error) ||
      !care_json_view_get_boolean (view, "after_session", CARE_JSON_OPTIONAL, &self->after_session, error) ||
      !care_parts_read_code (view, "stands_until", CARE_JSON_OPTIONAL, &self->stands_until, error) ||
      !care_json_view_get_enum (view, "unasked", CARE_JSON_OPTIONAL, unasked_names, &unasked, error) ||
      !care_json_view_get_boolean (view, "numbing", CARE_JSON_OPTIONAL, &self->numbing, error) ||
      !care_json_view_get_boolean (view, "desk_explains", CARE_JSON_OPTIONAL, &self->desk_explains, error) ||
      !care_when_read (view, &self->when, error) ||
      !care_json_view_get_strv (view, "ingredients", CARE_JSON_OPTIONAL, &self->ingredients, error) ||
      !care_json_view_get_text (view, "reason", CARE_JSON_REQUIRED, &self->reason, error) ||
      !read_desk_says (view, context, self, error) ||
      !care_json_view_get_text (view, "clinician", CARE_JSON_REQUIRED, &self->clinician, error) ||
      !care_json_view_get_strv (view, "sources", CARE_JSON_REQUIRED, &self->sources, error))
    return NULL;

  self->find = find;
  self->level = level;
  self->may_be_unasked = unasked == 1;

  if (!read_question (view, self, error))
    return NULL;

  self->path = care_json_view_dup_path (view);

  return g_steal_pointer (&self);
}

const char *
care_level_to_string (CareLevel self)
{
  return level_names[self];
}

const char *
care_find_to_string (CareFind self)
{
  return find_names[self];
}

/**
 * care_rule_in_force:
 * @self: a rule
 * @product: (nullable): the product; %NULL stands for any
 * @face: whether an area that counts as face is planned
 * @body: whether an area of the body is planned
 * @numbing: whether numbing cream is planned
 *
 * Whether the rule matters for what is planned. What is not known yet leaves it
 * in force.
 *
 * Returns: %TRUE when its question is needed
 */
gboolean
care_rule_in_force (const CareRule    *self,
                    const CareProduct *product,
                    gboolean           face,
                    gboolean           body,
                    CareTri            numbing)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->numbing && numbing == CARE_TRI_NO)
    return FALSE;

  /* Neither face nor body: no area is known yet. */
  if ((self->when.areas == CARE_WHEN_FACE && body && !face) || (self->when.areas == CARE_WHEN_BODY && face && !body))
    return FALSE;

  if (product == NULL)
    return TRUE;

  if (self->when.classes != 0 && (self->when.classes & (1u << product->product_class)) == 0)
    return FALSE;

  if (self->ingredients == NULL)
    return TRUE;

  for (gsize i = 0; self->ingredients[i] != NULL; i++)
    if (care_product_contains (product, self->ingredients[i]))
      return TRUE;

  return FALSE;
}

void
care_rule_free (CareRule *self)
{
  g_free (self->id);
  g_free (self->path);
  g_free (self->question);
  g_strfreev (self->answers);
  g_free (self->time_question);
  g_free (self->stands_until);
  care_when_clear (&self->when);
  g_strfreev (self->ingredients);
  g_clear_pointer (&self->reason, care_text_unref);
  g_clear_pointer (&self->desk_says, care_text_unref);
  g_clear_pointer (&self->clinician, care_text_unref);
  g_strfreev (self->sources);
  g_free (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-reasons-private.h"

G_DEFINE_FINAL_TYPE (CareReason, care_reason, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_RULE,
  PROP_TEXT,
  PROP_ANSWER,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
care_reason_get_property (GObject    *object,
                          guint       property,
                          GValue     *value,
                          GParamSpec *pspec)
{
  CareReason *self = CARE_REASON (object);

  switch (property)
    {
    case PROP_RULE:
      g_value_set_string (value, self->rule);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_ANSWER:
      g_value_set_string (value, self->answer);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
care_reason_finalize (GObject *object)
{
  CareReason *self = CARE_REASON (object);

  g_free (self->id);
  g_free (self->rule);
  g_free (self->text);
  g_free (self->say);
  g_free (self->answer);
  g_free (self->typed_in);
  g_strfreev (self->sources);
  g_free (self->decided_by);
  g_free (self->decision);
  g_free (self->one_tap);
  g_free (self->begun_decision);
  g_free (self->begun_words);
  g_free (self->begun_by);

  G_OBJECT_CLASS (care_reason_parent_class)->finalize (object);
}

static void
care_reason_class_init (CareReasonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = care_reason_get_property;
  object_class->finalize = care_reason_finalize;

  properties[PROP_RULE] = g_param_spec_string ("rule", NULL, NULL, NULL, flags);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  properties[PROP_ANSWER] = g_param_spec_string ("answer", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
care_reason_init (CareReason *self)
{
  self->clears_at = CARE_INSTANT_NONE;
}

const char *
care_reason_get_id (CareReason *self)
{
  g_return_val_if_fail (CARE_IS_REASON (self), NULL);

  return self->id;
}

const char *
care_reason_get_rule (CareReason *self)
{
  g_return_val_if_fail (CARE_IS_REASON (self), NULL);

  return self->rule;
}

CareReasonState
care_reason_get_state (CareReason *self)
{
  g_return_val_if_fail (CARE_IS_REASON (self), CARE_REASON_OPEN);

  return self->state;
}

gboolean
care_reason_is_stop (CareReason *self)
{
  g_return_val_if_fail (CARE_IS_REASON (self), FALSE);

  return self->stop;
}

gboolean
care_reason_is_unmatched_allergy (CareReason *self)
{
  g_return_val_if_fail (CARE_IS_REASON (self), FALSE);

  return self->unmatched_allergy;
}

const char *
care_reason_get_text (CareReason *self)
{
  g_return_val_if_fail (CARE_IS_REASON (self), NULL);

  return self->text;
}

const char *
care_reason_get_say (CareReason *self)
{
  g_return_val_if_fail (CARE_IS_REASON (self), NULL);

  return self->say;
}

const char *
care_reason_get_answer (CareReason *self)
{
  g_return_val_if_fail (CARE_IS_REASON (self), NULL);

  return self->answer;
}

const char *
care_reason_get_typed_in (CareReason *self)
{
  g_return_val_if_fail (CARE_IS_REASON (self), NULL);

  return self->typed_in;
}

CareInstant
care_reason_get_clears_at (CareReason *self)
{
  g_return_val_if_fail (CARE_IS_REASON (self), CARE_INSTANT_NONE);

  return self->clears_at;
}

const char *
care_reason_get_decided_by (CareReason *self)
{
  g_return_val_if_fail (CARE_IS_REASON (self), NULL);

  return self->decided_by;
}

const char *
care_reason_get_decision (CareReason *self)
{
  g_return_val_if_fail (CARE_IS_REASON (self), NULL);

  return self->decision;
}

const char *const *
care_reason_get_sources (CareReason *self)
{
  g_return_val_if_fail (CARE_IS_REASON (self), NULL);

  return (const char *const *) self->sources;
}

CareTri
care_reason_get_begun (CareReason *self)
{
  g_return_val_if_fail (CARE_IS_REASON (self), CARE_TRI_UNKNOWN);

  return self->begun;
}

const char *
care_reason_get_begun_decision (CareReason *self)
{
  g_return_val_if_fail (CARE_IS_REASON (self), NULL);

  return self->begun_decision;
}

const char *
care_reason_get_begun_words (CareReason *self)
{
  g_return_val_if_fail (CARE_IS_REASON (self), NULL);

  return self->begun_words;
}

const char *
care_reason_get_begun_by (CareReason *self)
{
  g_return_val_if_fail (CARE_IS_REASON (self), NULL);

  return self->begun_by;
}

const char *
care_reason_get_one_tap (CareReason *self)
{
  g_return_val_if_fail (CARE_IS_REASON (self), NULL);

  return self->one_tap;
}

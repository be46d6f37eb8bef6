/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "screening/care-finding.h"

static const char *const kind_names[] = {
  "answered", "not-asked", "not-sure", "tell-staff", "test", "product", "consent", "identity", "allergy", "history",
  "answer-changed"
};

const char *
care_finding_kind_to_string (CareFindingKind self)
{
  return kind_names[self];
}

/**
 * care_finding_copy:
 * @self: a finding
 *
 * Returns: (transfer full): the same finding once more
 */
CareFinding *
care_finding_copy (const CareFinding *self)
{
  CareFinding *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->key = g_strdup (self->key);
  copy->rule = g_strdup (self->rule);
  copy->also = g_strdupv (self->also);
  copy->link_id = g_strdup (self->link_id);
  copy->question = g_strdup (self->question);
  copy->answer = g_strdup (self->answer);
  copy->typed_in = g_strdup (self->typed_in);
  copy->reason = care_text_ref (self->reason);
  copy->desk_says = care_text_ref (self->desk_says);
  copy->clinician = care_text_ref (self->clinician);
  copy->sources = g_strdupv (self->sources);

  return copy;
}

void
care_finding_free (CareFinding *self)
{
  g_free (self->key);
  g_free (self->rule);
  g_strfreev (self->also);
  g_free (self->link_id);
  g_free (self->question);
  g_free (self->answer);
  g_free (self->typed_in);
  g_clear_pointer (&self->reason, care_text_unref);
  g_clear_pointer (&self->desk_says, care_text_unref);
  g_clear_pointer (&self->clinician, care_text_unref);
  g_strfreev (self->sources);
  g_free (self);
}

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

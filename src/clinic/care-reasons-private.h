/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-reasons.h"
#include "clinic/care-staff.h"

G_BEGIN_DECLS

struct _CareReason
{
  GObject          parent_instance;

  char            *id;
  char            *rule;
  CareReasonState  state;
  gboolean         stop;
  gboolean         unmatched_allergy;
  char            *text;
  char            *say;
  char            *answer;
  char            *typed_in;
  char           **sources;
  CareInstant      clears_at;
  char            *decided_by;
  char            *decision;
  char            *one_tap;
  CareTri          begun;
  char            *begun_decision;
  char            *begun_words;
  char            *begun_by;
};

CareReasons *_care_reasons_new (CareVisit  *visit,
                                CareStaff  *clinician,
                                GListStore *list) G_GNUC_WARN_UNUSED_RESULT;
/* The id of whoever opened them. */
const char  *_care_reasons_get_staff (CareReasons *self);

G_END_DECLS

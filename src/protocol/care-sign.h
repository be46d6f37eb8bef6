/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

#include "base/care-text.h"
#include "protocol/care-when.h"

G_BEGIN_DECLS

/**
 * CareSignLevel:
 * @CARE_SIGN_EMERGENCY: call the emergency number now
 * @CARE_SIGN_SAME_DAY: call the clinic the same day
 * @CARE_SIGN_SOON: call the clinic soon
 *
 * Whom to call, and how fast (facts.md 9); "emergency", "same-day" and "soon" in the file.
 */
typedef enum
{
  CARE_SIGN_EMERGENCY,
  CARE_SIGN_SAME_DAY,
  CARE_SIGN_SOON,
} CareSignLevel;

/**
 * CareSign:
 * @id: short name, also its code in the code system of signs
 * @path: its place in the file
 * @level: how fast
 * @pictogram: (nullable): base name of its picture
 * @text: the patient's words
 * @say: (nullable): what the desk says when somebody calls with it
 * @standing: a stop stands in every later check once it was recorded
 * @when: when it prints (face, numbing cream)
 * @sources: (array zero-terminated=1): fact ids
 *
 * One warning sign. Immutable; belongs to its CareProtocol.
 */
typedef struct _CareSign CareSign;

struct _CareSign
{
  char         *id;
  char         *path;
  CareSignLevel level;
  char         *pictogram;
  CareText     *text;
  CareText     *say;
  gboolean      standing;
  CareWhen      when;
  char        **sources;
};

const char *care_sign_level_to_string (CareSignLevel self);
void        care_sign_free            (CareSign     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareSign, care_sign_free)

G_END_DECLS

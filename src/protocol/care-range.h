/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

#include "base/care-text.h"

G_BEGIN_DECLS

/**
 * CareRange:
 * @what: the member it is about, "hours"
 * @path: its place in the file
 * @min: least value found in a source, or NaN
 * @max: largest value found in a source, or NaN
 * @proposal: the value proposed to the approver, or NaN
 * @sources: (array zero-terminated=1): where they were found
 *
 * What others have published about one of the protocol's numbers; shown to
 * whoever approves it, never printed.
 */
typedef struct _CareRange CareRange;

struct _CareRange
{
  char  *what;
  char  *path;
  double min;
  double max;
  double proposal;
  char **sources;
};

/**
 * CareCodedText:
 * @code: short name
 * @path: its place in the file
 * @text: the words
 * @sources: (array zero-terminated=1) (nullable): for patient-facing words
 *
 * A coded sentence: a decision reason, a teach-back prompt, a desk text.
 */
typedef struct _CareCodedText CareCodedText;

struct _CareCodedText
{
  char     *code;
  char     *path;
  CareText *text;
  char    **sources;
};

void care_range_free      (CareRange     *self);
void care_coded_text_free (CareCodedText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareRange, care_range_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareCodedText, care_coded_text_free)

G_END_DECLS

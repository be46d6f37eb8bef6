/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CARE_OVERRIDE_ALL: the text of an override that stands for a language as a whole. */
#define CARE_OVERRIDE_ALL "all"

/**
 * CareOverride:
 * @text: which, by its part and id: "lines/hot-shower"; or %CARE_OVERRIDE_ALL
 * @language: in which language
 * @path: its place in the file
 * @grade: up to which grade it stands; what is edited to be harder needs another
 * @by: who says that it must be so
 * @date: when, "2026-11-22"
 * @reason: why it cannot be said more plainly
 *
 * A clinic's own words above the reading level, taken on by a named person.
 * Immutable; belongs to its CareProtocol.
 */
typedef struct _CareOverride CareOverride;

struct _CareOverride
{
  char  *text;
  char  *language;
  char  *path;
  double grade;
  char  *by;
  char  *date;
  char  *reason;
};

void care_override_free (CareOverride *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareOverride, care_override_free)

G_END_DECLS

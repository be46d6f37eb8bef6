/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

#include "base/care-text.h"
#include "protocol/care-when.h"

G_BEGIN_DECLS

/**
 * CareBlock:
 * @CARE_BLOCK_LIMIT: not before a clock time, or until something has healed
 * @CARE_BLOCK_CARE: how to look after the skin
 * @CARE_BLOCK_FOOD: food, drink, movement
 * @CARE_BLOCK_MEDICINE: keep your medicines
 * @CARE_BLOCK_NORMAL: normal for N days
 * @CARE_BLOCK_BEFORE: before your next visit
 * @CARE_BLOCK_CALL_BEFORE: call us before you come when …
 * @CARE_BLOCK_KEEP_UP: after the last session: how to keep the result
 * @CARE_BLOCK_DOCTOR: box for another doctor
 * @CARE_BLOCK_REPORT: how to report a side effect
 * @CARE_BLOCK_OFFER: large print, another language
 * @CARE_BLOCK_KEEP_PAGE: keep this page until
 *
 * The part of a sheet that a line belongs to; written "limit", "call-before" … in the file.
 */
typedef enum
{
  CARE_BLOCK_LIMIT,
  CARE_BLOCK_CARE,
  CARE_BLOCK_FOOD,
  CARE_BLOCK_MEDICINE,
  CARE_BLOCK_NORMAL,
  CARE_BLOCK_BEFORE,
  CARE_BLOCK_CALL_BEFORE,
  CARE_BLOCK_KEEP_UP,
  CARE_BLOCK_DOCTOR,
  CARE_BLOCK_REPORT,
  CARE_BLOCK_OFFER,
  CARE_BLOCK_KEEP_PAGE,
} CareBlock;

/**
 * CareUntil:
 * @CARE_UNTIL_NONE: no end is named
 * @CARE_UNTIL_FEELING: feeling is back
 * @CARE_UNTIL_BRUISES: bruises are gone
 * @CARE_UNTIL_MARKS: the small marks have closed
 *
 * What ends a line, where no clock does.
 */
typedef enum
{
  CARE_UNTIL_NONE,
  CARE_UNTIL_FEELING,
  CARE_UNTIL_BRUISES,
  CARE_UNTIL_MARKS,
} CareUntil;

typedef enum
{
  CARE_STANCE_NONE,
  CARE_STANCE_DO,
  CARE_STANCE_AVOID,
} CareStance;

/**
 * CareLine:
 * @id: short name, "hot-shower"
 * @path: its place in the file
 * @block: where it stands
 * @pictogram: (nullable): base name of its picture, "shower"
 * @label: (nullable): two or three words for the strip of time ("hot shower")
 * @text: the sentence; "{time}" stands for the moment it ends
 *   (blocks limit, normal, keep-page) or begins (block before)
 * @hours: elapsed hours after the finish (block before: before the visit), 0 for none
 * @days: days after the finish, 0 for none (block normal: normal up to that day)
 * @weeks: weeks after the finish, 0 for none
 * @until: what ends it beside or instead of the clock
 * @from: what must have happened before it may be done
 * @topic: (nullable): what it is about, to find contradictions: "massage"
 * @stance: for or against the topic
 * @key: whether it is one of the two or three key points (fact w-03)
 * @when: when it prints
 * @ranges: (element-type CareRange): what others have published, for the approver
 * @sources: (array zero-terminated=1): fact ids, "clinic:…" or "house:…"
 *
 * One line of a sheet. Immutable; belongs to its CareProtocol.
 */
typedef struct _CareLine CareLine;

struct _CareLine
{
  char      *id;
  char      *path;
  CareBlock  block;
  char      *pictogram;
  CareText  *label;
  CareText  *text;
  int        hours;
  int        days;
  int        weeks;
  CareUntil  until;
  CareUntil  from;
  char      *topic;
  CareStance stance;
  gboolean   key;
  CareWhen   when;
  GPtrArray *ranges;
  char     **sources;
};

const char *care_block_to_string  (CareBlock       self);
gboolean    care_line_clashes     (const CareLine *self,
                                   const CareLine *other);
gboolean    care_line_is_stricter (const CareLine *self,
                                   const CareLine *other);
void        care_line_free        (CareLine       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareLine, care_line_free)

G_END_DECLS

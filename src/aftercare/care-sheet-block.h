/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

#include "base/care-instant.h"

G_BEGIN_DECLS

/* Between what stands in a row; it may end a line, never begin one. */
#define CARE_SHEET_SEPARATOR "\u00a0\u00a0·  "

/**
 * CareSheetBlockKind:
 * @CARE_SHEET_BLOCK_TITLE: heading of the sheet, its lines below it
 * @CARE_SHEET_BLOCK_NOTICE: one sentence in a frame: not approved, reprint …
 * @CARE_SHEET_BLOCK_FINISH: the finish in large type
 * @CARE_SHEET_BLOCK_STRIP: the line of time; an entry is one thing, several may share a stop
 * @CARE_SHEET_BLOCK_LIST: heading and sentences, each with its picture
 * @CARE_SHEET_BLOCK_CALL: one level of warning signs
 * @CARE_SHEET_BLOCK_PHONES: whom to call, numbers in large type
 * @CARE_SHEET_BLOCK_RECORD: pairs of name and value
 * @CARE_SHEET_BLOCK_BOX: a framed text, for another reader
 * @CARE_SHEET_BLOCK_TICKS: prompts with boxes to tick
 * @CARE_SHEET_BLOCK_CODE: the machine-readable next visit
 * @CARE_SHEET_BLOCK_KEEP: the last line
 *
 * How a block is drawn.
 */
typedef enum
{
  CARE_SHEET_BLOCK_TITLE,
  CARE_SHEET_BLOCK_NOTICE,
  CARE_SHEET_BLOCK_FINISH,
  CARE_SHEET_BLOCK_STRIP,
  CARE_SHEET_BLOCK_LIST,
  CARE_SHEET_BLOCK_CALL,
  CARE_SHEET_BLOCK_PHONES,
  CARE_SHEET_BLOCK_RECORD,
  CARE_SHEET_BLOCK_BOX,
  CARE_SHEET_BLOCK_TICKS,
  CARE_SHEET_BLOCK_CODE,
  CARE_SHEET_BLOCK_KEEP,
} CareSheetBlockKind;

/**
 * CareSheetEntry:
 * @id: (nullable): id of the protocol's line or sign
 * @pictogram: (nullable): base name of its picture
 * @label: (nullable): short name ("hot shower"), or the name of a pair
 * @text: (nullable): the sentence, or the value of a pair
 * @when: (nullable): the moment in words, as it also stands in @text ("tonight, 23:10")
 * @time: (nullable): for the strip, the large part ("23:10")
 * @day: (nullable): for the strip, the small part ("tonight")
 * @phone: (nullable): a number that can be dialled from the PDF
 * @at: the moment, or %CARE_INSTANT_NONE
 * @avoid: the picture shows what not to do
 * @key: one of the key points
 * @sources: (array zero-terminated=1) (nullable): where it is from
 */
typedef struct
{
  char              *id;
  char              *pictogram;
  char              *label;
  char              *text;
  char              *when;
  char              *time;
  char              *day;
  char              *phone;
  CareInstant        at;
  gboolean           avoid;
  gboolean           key;
  const char *const *sources;
} CareSheetEntry;

/**
 * CareSheetBlock:
 * @kind: how it is drawn
 * @name: short name in the JSON form, "limits"
 * @language: BCP 47 tag of its words
 * @part: 0 for the first language, 1 for the second
 * @back: belongs on the back of the leaf
 * @heading: (nullable): heading
 * @text: (nullable): a sentence below the heading
 * @pair: how its language joins a name and a value, "{label}: {text}"
 * @entries: (element-type CareSheetEntry): what stands in it
 *
 * A part of a sheet before any layout.
 */
typedef struct
{
  CareSheetBlockKind kind;
  char              *name;
  char              *language;
  guint              part;
  gboolean           back;
  char              *heading;
  char              *text;
  char              *pair;
  GPtrArray         *entries;
} CareSheetBlock;

CareSheetBlock *care_sheet_block_new       (CareSheetBlockKind    kind,
                                            const char           *name,
                                            const char           *language,
                                            guint                 part) G_GNUC_WARN_UNUSED_RESULT;
void            care_sheet_block_free      (CareSheetBlock       *self);
CareSheetEntry *care_sheet_block_add       (CareSheetBlock       *self);
char           *care_sheet_block_dup_pair  (const CareSheetBlock *self,
                                            const char           *label,
                                            const char           *text) G_GNUC_WARN_UNUSED_RESULT;
char           *care_sheet_block_dup_joined (const CareSheetBlock *self,
                                             const char           *separator) G_GNUC_WARN_UNUSED_RESULT;
const char     *care_sheet_block_kind_name (CareSheetBlockKind    kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareSheetBlock, care_sheet_block_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "aftercare/care-sheet-block.h"
#include "aftercare/care-sheet-clinic.h"
#include "aftercare/care-sheet-facts.h"
#include "aftercare/care-timeline.h"
#include "base/care-words.h"

G_BEGIN_DECLS

/**
 * CareSheetWriter:
 * @clinic: whose sheet
 * @facts: about which visit
 * @timeline: its moments
 * @words: headings and small words
 * @format: dates and times in @language
 * @doctor_format: dates and times in the language of the country's doctors
 * @language: BCP 47 tag of what is written
 * @part: number of the language on this sheet
 * @last_part: whether no other language follows
 * @missing: set when a text was not there in @language
 * @blocks: (element-type CareSheetBlock): where blocks go
 *
 * Writes the blocks of one language. Private to this room; lives on the stack.
 */
typedef struct
{
  const CareSheetClinic *clinic;
  const CareSheetFacts  *facts;
  CareTimeline          *timeline;
  CareWords             *words;
  CareFormat            *format;
  CareFormat            *doctor_format;
  const char            *language;
  guint                  part;
  gboolean               last_part;
  gboolean               missing;
  GPtrArray             *blocks;
} CareSheetWriter;

const char     *care_sheet_writer_word      (CareSheetWriter    *self,
                                             const char         *key);
const char     *care_sheet_writer_text      (CareSheetWriter    *self,
                                             CareText           *text);
char           *care_sheet_writer_when      (CareSheetWriter    *self,
                                             CareInstant         at,
                                             gboolean            whole_day) G_GNUC_WARN_UNUSED_RESULT;
gboolean        care_sheet_writer_is_second (CareSheetWriter    *self,
                                             CareInstant         at);
char           *care_sheet_writer_short_day (CareSheetWriter    *self,
                                             CareInstant         at) G_GNUC_WARN_UNUSED_RESULT;
char           *care_sheet_writer_areas     (CareSheetWriter    *self) G_GNUC_WARN_UNUSED_RESULT;
char           *care_sheet_writer_products  (CareSheetWriter    *self) G_GNUC_WARN_UNUSED_RESULT;
char           *care_sheet_writer_digits    (CareFormat         *format,
                                             guint               number) G_GNUC_WARN_UNUSED_RESULT;
CareSheetBlock *care_sheet_writer_begin     (CareSheetWriter    *self,
                                             CareSheetBlockKind  kind,
                                             const char         *name,
                                             const char         *heading_key);
CareSheetEntry *care_sheet_writer_add_line  (CareSheetWriter    *self,
                                             CareSheetBlock     *block,
                                             const CareMoment   *moment);

void            care_sheet_writer_phones    (CareSheetWriter    *self,
                                             const char         *heading_key);
void            care_sheet_writer_front     (CareSheetWriter    *self);
void            care_sheet_writer_back      (CareSheetWriter    *self);

G_END_DECLS

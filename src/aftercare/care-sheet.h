/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <json-glib/json-glib.h>

#include "aftercare/care-sheet-block.h"
#include "aftercare/care-sheet-clinic.h"
#include "aftercare/care-sheet-facts.h"
#include "aftercare/care-timeline.h"
#include "base/care-words.h"

G_BEGIN_DECLS

/**
 * CareSheet:
 *
 * What stands on an aftercare sheet, in one or two languages: blocks of words
 * and clock times, before any layout. Immutable.
 */
#define CARE_TYPE_SHEET (care_sheet_get_type ())
G_DECLARE_FINAL_TYPE (CareSheet, care_sheet, CARE, SHEET, GObject)

CareSheet         *care_sheet_new           (CareProtocol          *protocol,
                                             CareWords             *words,
                                             const CareSheetClinic *clinic,
                                             const CareSheetFacts  *facts,
                                             const char *const     *languages,
                                             CareInstant            now,
                                             GError               **error) G_GNUC_WARN_UNUSED_RESULT;
CareTimeline      *care_sheet_get_timeline  (CareSheet             *self);
const char *const *care_sheet_get_languages (CareSheet             *self);
const char        *care_sheet_get_title     (CareSheet             *self);
GPtrArray         *care_sheet_get_blocks    (CareSheet             *self);
char             **care_sheet_dup_troubles  (CareSheet             *self) G_GNUC_WARN_UNUSED_RESULT;
JsonNode          *care_sheet_to_json       (CareSheet             *self) G_GNUC_WARN_UNUSED_RESULT;
char              *care_sheet_to_text       (CareSheet             *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

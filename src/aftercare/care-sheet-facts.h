/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

#include "base/care-instant.h"
#include "protocol/care-when.h"

G_BEGIN_DECLS

/**
 * CareSheetKind:
 * @CARE_SHEET_SESSION: after a treatment session
 * @CARE_SHEET_TEST: after the two test injections
 * @CARE_SHEET_BEFORE: a page for a booked visit, "before your visit", no injection yet
 */
typedef enum
{
  CARE_SHEET_SESSION,
  CARE_SHEET_TEST,
  CARE_SHEET_BEFORE,
} CareSheetKind;

/**
 * CareTestResult:
 * @CARE_TEST_NOT_READ: no reading on record
 * @CARE_TEST_CLEAR: read, no reaction
 * @CARE_TEST_REACTION: read, there was a reaction
 */
typedef enum
{
  CARE_TEST_NOT_READ,
  CARE_TEST_CLEAR,
  CARE_TEST_REACTION,
} CareTestResult;

/**
 * CareSheetProduct:
 * @id: the protocol's id of the product
 * @name: (nullable): what to print; %NULL prints the protocol's name
 * @batch: (nullable): batch as recorded
 */
typedef struct
{
  char *id;
  char *name;
  char *batch;
} CareSheetProduct;

/**
 * CareSheetFacts:
 * @kind: after what
 * @patient_name: as it heads every page
 * @birth_year: year of birth, 0 when not on record
 * @session_number: k of "session k of n", 0 when there is none
 * @session_count: n, 0 when not known
 * @finished: the true end of the injections; every printed time hangs on it
 * @areas: (nullable): area codes treated, %NULL-terminated ("face", "thighs")
 * @numbed: whether numbing cream was used; unknown prints the warning and drops the permission
 * @clear_no: (nullable): "question/answer" pairs that were answered with a clear no,
 *   %NULL-terminated ("conditions/kidney"); what is not in it is unknown or yes
 * @products: (element-type CareSheetProduct): what was injected
 * @clinician: (nullable): who treated, with licence if wanted
 * @test_result: the skin test this treatment rests on
 * @test_read: when that test was read, or %CARE_INSTANT_NONE
 * @next_visit: start of the next visit, or %CARE_INSTANT_NONE
 * @next_minutes: length of the next visit in minutes
 * @next_earliest: when nothing is booked: not before this, or %CARE_INSTANT_NONE
 * @next_kind: what the next visit is for
 * @next_uid: (nullable): stable UID of the booking, for the QR's event
 * @reprint_of: when this sheet was first printed, or %CARE_INSTANT_NONE; a reprint says so
 * @printer_check: nobody's sheet, printed to see how the printer prints: TEST PAGE stands across it
 *
 * What the record knows about the visit a sheet is made for. A plain struct
 * that the caller fills; strings are owned by it.
 */
typedef struct
{
  CareSheetKind  kind;
  char          *patient_name;
  guint          birth_year;
  guint          session_number;
  guint          session_count;
  CareInstant    finished;
  char         **areas;
  CareTri        numbed;
  char         **clear_no;
  GPtrArray     *products;
  char          *clinician;
  CareTestResult test_result;
  CareInstant    test_read;
  CareInstant    next_visit;
  guint          next_minutes;
  CareInstant    next_earliest;
  CareVisitKind  next_kind;
  char          *next_uid;
  CareInstant    reprint_of;
  gboolean       printer_check;
} CareSheetFacts;

CareSheetFacts *care_sheet_facts_new         (CareSheetKind         kind,
                                              const char           *patient_name,
                                              CareInstant           finished) G_GNUC_WARN_UNUSED_RESULT;
CareSheetFacts *care_sheet_facts_copy        (const CareSheetFacts *self) G_GNUC_WARN_UNUSED_RESULT;
void            care_sheet_facts_free        (CareSheetFacts       *self);
void            care_sheet_facts_set_areas   (CareSheetFacts       *self,
                                              const char *const    *areas);
void            care_sheet_facts_set_clear_no (CareSheetFacts      *self,
                                               const char *const   *pairs);
void            care_sheet_facts_add_product (CareSheetFacts       *self,
                                              const char           *id,
                                              const char           *name,
                                              const char           *batch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareSheetFacts, care_sheet_facts_free)

G_END_DECLS

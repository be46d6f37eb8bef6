/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "aftercare/care-sheet-pages.h"

G_BEGIN_DECLS

/**
 * CareTestVisit:
 *
 * A visit as a test writes it down; what is left out is unknown.
 */
typedef struct
{
  const char   *name;
  const char   *patient;   /* "Ana Example" */
  const char   *zone;      /* "Europe/Madrid" */
  CareSheetKind kind;
  const char   *finished;
  const char   *now;       /* two minutes after the finish */
  const char   *areas;     /* "thighs" */
  const char   *languages; /* "en" */
  CareTri       numbed;
  gboolean      kidney_clear;
  guint         session;
  guint         sessions;
  const char   *next;
  const char   *product;
  const char   *protocol;  /* a file of tests/aftercare/data */
  gboolean      shipped;   /* protocol and words as they are shipped, not the test's own */
  const char   *clinic;    /* the clinic's language, "en" */
  const char   *doctor;    /* that of the box for another doctor, the clinic's */
  const char   *reprint;   /* when it was printed first */
  CareTestResult test_result;
  const char   *test_read; /* when the skin test was read */
  gboolean      black;     /* the printer has black ink alone */
} CareTestVisit;

char            *care_test_path             (const char          *name) G_GNUC_WARN_UNUSED_RESULT;
CareProtocol    *care_test_protocol_new     (const char          *name) G_GNUC_WARN_UNUSED_RESULT;
CareSheetClinic *care_test_clinic_new       (const char          *zone) G_GNUC_WARN_UNUSED_RESULT;
CareSheetFacts  *care_test_facts_new        (const CareTestVisit *visit,
                                             GTimeZone           *zone) G_GNUC_WARN_UNUSED_RESULT;
CareInstant      care_test_now              (const CareTestVisit *visit,
                                             GTimeZone           *zone);
CareSheet       *care_test_sheet_new        (const CareTestVisit *visit) G_GNUC_WARN_UNUSED_RESULT;
CareSheetPages  *care_test_pages_new        (const CareTestVisit *visit,
                                             CarePaper            paper,
                                             CarePrint            print) G_GNUC_WARN_UNUSED_RESULT;
char            *care_test_run_on_pdf       (const char          *program,
                                             const char          *arguments,
                                             GBytes              *pdf) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

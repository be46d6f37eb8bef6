/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "aftercare/care-sheet-clinic.h"
#include "clinic/care-clinic.h"

G_BEGIN_DECLS

typedef struct _CareSheet CareSheet;

/* What a sheet prints of a clinic's settings. */
CareSheetClinic *care_clinic_new_sheet_clinic (CareClinicInfo *info) G_GNUC_WARN_UNUSED_RESULT;
void             care_clinic_drop_claims      (CareSheetClinic   *clinic,
                                               CareProtocol      *protocol,
                                               const char *const *languages);
/* The sheet of a visit, from what was recorded; before the record is signed from finish time, areas,
 * product and cream. For a booked visit: the *before your visit* page. @languages: NULL-terminated, one or
 * two; NULL for the patient's, with the clinic's own beside it. (transfer full) */
CareSheet *care_clinic_make_sheet     (CareClinic          *self,
                                       CareVisit           *visit,
                                       const char *const   *languages,
                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* Nobody's sheet, in the clinic's own language, to see how a printer prints it: TEST PAGE stands across it. It is kept
 * nowhere. (transfer full) */
CareSheet *care_clinic_make_test_page (CareClinic          *self,
                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* What would stop paper, asked before the first needle: (transfer full), empty when nothing does. */
char     **care_clinic_list_sheet_troubles (CareClinic     *self,
                                       CareVisit           *visit,
                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* Keeps the very bytes that were printed (DocumentReference and Binary). */
gboolean   care_clinic_keep_sheet     (CareClinic          *self,
                                       CareVisit           *visit,
                                       GBytes              *pdf,
                                       const char          *language,
                                       gboolean             large_print,
                                       GError             **error);
/* The same of one that waits at the printer @queue, where it is called @title. */
gboolean   care_clinic_keep_sheet_at  (CareClinic          *self,
                                       CareVisit           *visit,
                                       GBytes              *pdf,
                                       const char          *language,
                                       gboolean             large_print,
                                       const char          *queue,
                                       const char          *title,
                                       GError             **error);
/* It came out: nobody has to ask the printer any more. */
gboolean   care_clinic_end_print      (CareClinic          *self,
                                       CareVisit           *visit,
                                       GError             **error);
/* The printer gave it up: what counted as printed is owed again, unless it was given. The copy stays. */
gboolean   care_clinic_owe_sheet      (CareClinic          *self,
                                       CareVisit           *visit,
                                       GError             **error);
/* The kept sheets of a visit, newest first: (transfer full) (element-type GBytes) */
GPtrArray *care_clinic_list_kept_sheets (CareClinic        *self,
                                       CareVisit           *visit,
                                       GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* *Given*: its own tap after printing. @to_whom: "patient", "relative" …; @said_back: the patient said it
 * back in own words. */
gboolean   care_clinic_mark_given     (CareClinic          *self,
                                       CareVisit           *visit,
                                       const char          *to_whom,
                                       const char          *language,
                                       gboolean             large_print,
                                       gboolean             said_back,
                                       GError             **error);

/* It was not given after all: the sheet is owed again. */
gboolean   care_clinic_undo_given       (CareClinic         *self,
                                         CareVisit          *visit,
                                         GError            **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-begun.h"
#include "clinic/care-clinic.h"

G_BEGIN_DECLS

/* Pages of the desk that were begun and not finished: a killed program, a lock or a step back loses none of what stands in
 * them. They feed nothing, and nobody but who is signed in sees them. */

/* Keeps what stands in the page: @entries are names and texts in turn, NULL when it was finished or thrown away. @id (inout)
 * (nullable) says which page it is, and is filled in for a new one. @patient NULL for a registration. */
gboolean   care_clinic_keep_begun_page  (CareClinic         *self,
                                         CareBegunKind       kind,
                                         CarePatient        *patient,
                                         const char *const  *entries,
                                         char              **id,
                                         GError            **error);
/* The new patient was registered: what was begun is nobody's registration any more. */
gboolean   care_clinic_close_begun_registration (CareClinic *self,
                                         const char         *id,
                                         CarePatient        *patient,
                                         GError            **error);
/* What was begun, the last first. (transfer full) (element-type CareBegun) */
GPtrArray *care_clinic_list_begun_pages (CareClinic         *self,
                                         CareBegunKind       kind,
                                         CarePatient        *patient,
                                         GError            **error) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer full) (nullable): that one, unless it was finished or thrown away. */
CareBegun *care_clinic_lookup_begun_page (CareClinic        *self,
                                         const char         *id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic.h"

G_BEGIN_DECLS

/* Search as you type, in memory: every word of @text begins a word of the name, or is in
 * the phone number or the birth date; accents and case do not matter. An empty @text lists all.
 * (transfer full): a GListModel of CarePatient, by name. */
GListModel  *care_clinic_search            (CareClinic       *self,
                                            const char       *text) G_GNUC_WARN_UNUSED_RESULT;
/* Patients that may be the same person: like names, or the same birth date with a like
 * name, or the same phone. Show them before registering. (transfer full) */
GListModel  *care_clinic_find_close        (CareClinic       *self,
                                            const char       *given,
                                            const char       *family,
                                            const char       *birth_date,
                                            const char       *phone) G_GNUC_WARN_UNUSED_RESULT;
/* A name and a phone number are enough; @birth_date ("1980-05-17", "1980" or NULL) is asked at the
 * first hand-over. Under 18 is REFUSED, a date that is none INPUT. @language: NULL for the
 * clinic's first. (transfer none) */
CarePatient *care_clinic_register          (CareClinic       *self,
                                            const char       *given,
                                            const char       *family,
                                            const char       *birth_date,
                                            const char       *phone,
                                            const char       *language,
                                            GError          **error);
gboolean     care_clinic_set_birth_date    (CareClinic       *self,
                                            CarePatient      *patient,
                                            const char       *birth_date,
                                            GError          **error);
gboolean     care_clinic_set_contact       (CareClinic       *self,
                                            CarePatient      *patient,
                                            const char       *phone,
                                            const char       *language,
                                            guint             size,
                                            GError          **error);
gboolean     care_clinic_set_paper          (CareClinic       *self,
                                            CarePatient      *patient,
                                            guint             copies,
                                            gboolean          one_language,
                                            GError          **error);

G_END_DECLS

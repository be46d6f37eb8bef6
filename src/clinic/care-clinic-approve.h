/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic.h"
#include "protocol/care-plain.h"

G_BEGIN_DECLS

/* Who has approved what is printed. A clinician or the owner signs; the protocol's file in the clinic's own folder is
 * written whole or not at all, and today's visits are screened again by it. While a draft waits beside what is in force,
 * what is approved and withdrawn is the draft's. */

/* What plain words are, read once; NULL with an error when the data are not there. (transfer none) */
CarePlain *care_clinic_get_plain         (CareClinic           *self,
                                          GError              **error);
gboolean   care_clinic_approve_language  (CareClinic           *self,
                                          const char           *language,
                                          const char           *reader,
                                          const char           *reason,
                                          const CareSignature  *by,
                                          GError              **error);
gboolean   care_clinic_approve_version   (CareClinic           *self,
                                          const CareSignature  *by,
                                          GError              **error);
gboolean   care_clinic_withdraw_language (CareClinic           *self,
                                          const char           *language,
                                          const CareSignature  *by,
                                          GError              **error);
gboolean   care_clinic_withdraw_version  (CareClinic           *self,
                                          const CareSignature  *by,
                                          GError              **error);
gboolean   care_clinic_withdraw_in_force (CareClinic           *self,
                                          const CareSignature  *by,
                                          GError              **error);
/* Takes the last of these back, as long as nothing has changed the file since. */
gboolean   care_clinic_undo_approval     (CareClinic           *self,
                                          GError              **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic.h"
#include "clinic/care-reasons.h"

G_BEGIN_DECLS

/* What was begun at the desk and nobody has signed: it feeds nothing, but a lock, a step back or a killed program loses
 * none of it. */

/* Product, batch and areas as they are tapped; all NULL or empty when it was put away. */
gboolean care_clinic_keep_begun_product  (CareClinic         *self,
                                          CareVisit          *visit,
                                          const char         *product,
                                          const char         *batch,
                                          const char *const  *areas,
                                          GError            **error);
/* What was begun: FALSE when nothing was. @product and @batch (out) (transfer full) (nullable), @areas (out) (transfer full) */
gboolean care_clinic_read_begun_product  (CareClinic         *self,
                                          CareVisit          *visit,
                                          char              **product,
                                          char              **batch,
                                          char             ***areas);
/* A decision as it is tapped, by whoever opened @reasons with a PIN: @choice YES: treat, or the allergy does not concern
 * the product; NO: the opposite; UNKNOWN: neither yet. */
gboolean care_clinic_keep_begun_decision (CareClinic         *self,
                                          CareReasons        *reasons,
                                          const char         *finding,
                                          CareTri             choice,
                                          const char         *code,
                                          const char         *words,
                                          GError            **error);
/* What the disk did not take of that: it is in memory, and offered again to whoever opens the reasons. */
gboolean care_clinic_has_unkept_decision   (CareClinic      *self,
                                            CareVisit       *visit);
gboolean care_clinic_keep_unkept_decisions (CareClinic      *self,
                                            GError         **error);

G_END_DECLS

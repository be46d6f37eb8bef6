/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic.h"
#include "screening/care-screening.h"

G_BEGIN_DECLS

/* All that screening knows of a visit, gathered from the records. Private to this room. */
typedef struct _CareScreenInputs CareScreenInputs;

CareScreenInputs          *_care_screen_inputs_new  (CareClinic       *clinic,
                                                     CareStoreChange  *change,
                                                     CareVisit        *visit,
                                                     JsonObject       *encounter,
                                                     GError          **error) G_GNUC_WARN_UNUSED_RESULT;
const CareScreeningInputs *_care_screen_inputs_get  (CareScreenInputs *self);
void                       _care_screen_inputs_free (CareScreenInputs *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareScreenInputs, _care_screen_inputs_free)

/* A patient's answers, read only: held ready from one look to the next. (transfer full) */
CareResponse     *_care_screen_inputs_read (CareClinic         *clinic,
                                            CareDocument       *document,
                                            CareQuestionnaire  *form,
                                            GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

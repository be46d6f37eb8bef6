/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "form/care-response.h"

G_BEGIN_DECLS

/* Private to the form room: QuestionnaireResponse.status as FHIR writes it. */

const char *care_response_status_to_string   (CareResponseStatus  status);
gboolean    care_response_status_from_string (const char         *text,
                                              CareResponseStatus *status);

G_END_DECLS

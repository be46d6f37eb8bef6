/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "form/care-response.h"

G_BEGIN_DECLS

#define FORMS_ANSWER   "https://aftercare.example/fhir/CodeSystem/answer"
#define FORMS_QUESTION "https://aftercare.example/fhir/CodeSystem/question"

CareQuestionnaire *forms_load        (const char   *name) G_GNUC_WARN_UNUSED_RESULT;
/* Gives a node the answer with this code; FALSE when there is no such option. */
gboolean           forms_tap         (CareResponse *response,
                                      CareNode     *node,
                                      const char   *code);
void               forms_tap_link    (CareResponse *response,
                                      const char   *link_id,
                                      const char   *code);
/* Answers every open question as somebody healthy does, with taps alone. */
void               forms_walk_healthy (CareResponse *response);
/* The screens that are open now: pages with something on them, and questions outside a page. */
guint              forms_count_screens (CareResponse *response);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "form/care-questionnaire.h"
#include "protocol/care-protocol.h"

G_BEGIN_DECLS

/* They ask its question with each of the answers that it waits for. */
gboolean   care_feeding_is_fed      (const CareRule           *rule,
                                     CareQuestionnaire *const *forms,
                                     guint                     n_forms);
/* Stop and review rules that no question of the forms feeds, in the protocol's order (element-type CareRule). */
GPtrArray *care_feeding_list_unfed  (CareProtocol             *protocol,
                                     CareQuestionnaire *const *forms,
                                     guint                     n_forms) G_GNUC_WARN_UNUSED_RESULT;
/* Question codes that a rule in force needs for these products and areas (NULL: for any); NULL-terminated. */
char     **care_feeding_dup_needed  (CareProtocol             *protocol,
                                     const char *const        *products,
                                     const char *const        *areas) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

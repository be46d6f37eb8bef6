/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "form/care-response.h"

G_BEGIN_DECLS

/* A form of the clinic, answered by a healthy person: no, none of these, thighs, has eaten, born in 1980. */
CareResponse *care_test_answer_healthy (const char   *form) G_GNUC_WARN_UNUSED_RESULT;
/* "question=code,code; question=2026-11-21T15:10:00+01:00": answers them so. Instead of codes: "?" not sure,
 * "!" rather tell staff, "" nothing at all. Questions that open are answered as by a healthy person before. */
void          care_test_set_answers    (CareResponse *response,
                                        const char   *answers);
/* As they come: opens what the answers opened and fills it like a healthy person. */
void          care_test_fill_healthy   (CareResponse *response);

G_END_DECLS

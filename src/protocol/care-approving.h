/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <json-glib/json-glib.h>

#include "protocol/care-facts.h"
#include "protocol/care-plain.h"

G_BEGIN_DECLS

/**
 * CareApproving:
 * @by: who approves, by name
 * @role: what that person is; only a clinician or the owner may
 * @date: the day, "2026-11-22"
 * @review: (nullable): the day by which it is looked at again; a year later when NULL
 * @reader: (nullable): who has read every text as a patient would, where no formula measures the language
 * @reason: (nullable): why texts above the reading level must be so; @by takes them on with it, by name
 *
 * How something is approved.
 */
typedef struct _CareApproving CareApproving;

struct _CareApproving
{
  const char *by;
  const char *role;
  const char *date;
  const char *review;
  const char *reader;
  const char *reason;
};

/* Each answers a new document and leaves @document as it is; nothing is written to a disk here. */
JsonNode *care_approving_language          (JsonNode            *document,
                                            const char          *source,
                                            const char          *language,
                                            const CareApproving *how,
                                            CareFacts           *facts,
                                            CarePlain           *plain,
                                            GError             **error) G_GNUC_WARN_UNUSED_RESULT;
JsonNode *care_approving_version           (JsonNode            *document,
                                            const char          *source,
                                            const CareApproving *how,
                                            CareFacts           *facts,
                                            CarePlain           *plain,
                                            GError             **error) G_GNUC_WARN_UNUSED_RESULT;
JsonNode *care_approving_withdraw_language (JsonNode            *document,
                                            const char          *source,
                                            const char          *language,
                                            GError             **error) G_GNUC_WARN_UNUSED_RESULT;
JsonNode *care_approving_withdraw_version  (JsonNode            *document,
                                            const char          *source,
                                            GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "protocol/care-protocol.h"

G_BEGIN_DECLS

struct _CareProtocol
{
  GObject parent_instance;

  char *source;
  char *id;
  char *version;
  CareProtocolStatus status;
  CareText *title;
  char **patient_languages;
  char **desk_languages;
  /* tag to CareApproval */
  GHashTable *approvals;
  /* (nullable) */
  CareApproval *version_approval;
  char *rules_hash;
  CareParameters *parameters;
  GPtrArray *desk_texts;
  GPtrArray *areas;
  GPtrArray *ingredients;
  GPtrArray *products;
  GPtrArray *allergens;
  GPtrArray *rules;
  GPtrArray *lines;
  GPtrArray *signs;
  GPtrArray *reasons;
  GPtrArray *teach_back;
  GPtrArray *left_out;
  GPtrArray *forbidden;
  /* (element-type CareOverride) */
  GPtrArray *overrides;
  /* (element-type CareRefusal): what went under a floor and was raised when it was read */
  GPtrArray *raised;
};

/* @node: a protocol's whole document. */
CareProtocol *_care_protocol_new_from_node    (JsonNode     *node,
                                               const char   *source,
                                               GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void          _care_protocol_judge_approvals  (CareProtocol *self,
                                               JsonNode     *document);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "base/care-json-view.h"
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
  /* rule's id to a code of @reasons */
  GHashTable *one_tap;
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
/* (nullable): why a finding of that rule is not decided in one tap. */
const char   *_care_protocol_find_one_tap_fault (CareProtocol *self,
                                               const char   *id);
gboolean      _care_protocol_read_one_tap     (const CareJsonView *root,
                                               CareProtocol *self,
                                               GError      **error);
void          _care_protocol_judge_approvals  (CareProtocol *self,
                                               JsonNode     *document);

G_END_DECLS

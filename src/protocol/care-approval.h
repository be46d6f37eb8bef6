/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CareApprovalState:
 * @CARE_APPROVAL_NONE: nobody has approved it
 * @CARE_APPROVAL_UNREAD: approved, but no formula measures the language and nobody is named who has read it
 * @CARE_APPROVAL_CHANGED: what was approved has been changed since
 * @CARE_APPROVAL_STANDS: approved, and still what was approved
 *
 * What an approval is worth today.
 */
typedef enum
{
  CARE_APPROVAL_NONE,
  CARE_APPROVAL_UNREAD,
  CARE_APPROVAL_CHANGED,
  CARE_APPROVAL_STANDS,
} CareApprovalState;

/**
 * CareApproval:
 * @approver: who approved it; empty while nobody has
 * @role: what that person is, "clinician" or "owner"; empty while nobody has
 * @date: day of approval, "2026-11-22"; empty while nobody has
 * @review: day by which it is looked at again; empty for a version
 * @hash: of what was approved: care_protocol_dup_texts_hash(), or care_protocol_get_rules_hash() for a version
 * @reader: (nullable): who has read all texts as a patient would; stands where no formula
 *   measures the language
 * @read: (nullable): the day of that
 * @state: what it is worth
 *
 * Approval of one language's texts, or of a version's rules (facts w-01, w-19).
 */
typedef struct _CareApproval CareApproval;

struct _CareApproval
{
  char              *approver;
  char              *role;
  char              *date;
  char              *review;
  char              *hash;
  char              *reader;
  char              *read;
  CareApprovalState  state;
};

void     care_approval_free     (CareApproval *self);
/* Whether somebody of that role may approve anything. */
gboolean care_approval_role_may (const char   *role);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareApproval, care_approval_free)

G_END_DECLS

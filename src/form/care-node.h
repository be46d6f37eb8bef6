/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "form/care-item.h"

G_BEGIN_DECLS

/**
 * CareNode:
 *
 * One item as it stands in one response: a group (each instance of a repeating
 * group is a node of its own), a display, or a question with its answers.
 * Children of a question stand under one of its answers, as in the
 * QuestionnaireResponse; a question without an answer has them under answer 0.
 *
 * Nodes belong to their response and change only through it. Whoever keeps one
 * takes a reference; a node taken out of its response answers FALSE to
 * care_node_is_attached() and does nothing any more.
 */
typedef struct _CareNode CareNode;

/**
 * CareAbsent:
 * @CARE_ABSENT_NONE: there is an answer, or nothing was asked
 * @CARE_ABSENT_NOT_SURE: the patient does not know (`asked-unknown`)
 * @CARE_ABSENT_TELL_STAFF: the patient would rather tell staff (`asked-declined`)
 *
 * Why a question has no answer; data-absent-reason in the QuestionnaireResponse.
 */
typedef enum
{
  CARE_ABSENT_NONE,
  CARE_ABSENT_NOT_SURE,
  CARE_ABSENT_TELL_STAFF,
} CareAbsent;

/**
 * CareAnswerState:
 * @CARE_ANSWER_NOT_ASKED: nothing, or the question is not enabled
 * @CARE_ANSWER_YES: boolean true or the answer code `yes`
 * @CARE_ANSWER_NO: boolean false or the answer code `no` or `none`
 * @CARE_ANSWER_NOT_SURE: absent, not sure; or the answer code `unsure`
 * @CARE_ANSWER_TELL_STAFF: absent, rather tell staff; or the answer code `tell-staff`
 * @CARE_ANSWER_GIVEN: anything else that was answered
 */
typedef enum
{
  CARE_ANSWER_NOT_ASKED,
  CARE_ANSWER_YES,
  CARE_ANSWER_NO,
  CARE_ANSWER_NOT_SURE,
  CARE_ANSWER_TELL_STAFF,
  CARE_ANSWER_GIVEN,
} CareAnswerState;

/* The code system of the answers that every form of ours shares: yes, no, none, unsure, tell-staff. */
#define CARE_ANSWER_SYSTEM "https://aftercare.example/fhir/CodeSystem/answer"

#define CARE_TYPE_NODE (care_node_get_type ())
GType            care_node_get_type         (void);
CareNode        *care_node_ref              (CareNode       *self);
void             care_node_unref            (CareNode       *self);

/* NULL for the root. */
const CareItem  *care_node_get_item         (const CareNode *self);
const char      *care_node_get_link_id      (const CareNode *self);
gboolean         care_node_is_attached      (const CareNode *self);
/* The root's parent is NULL. */
CareNode        *care_node_get_parent       (const CareNode *self);
/* Which answer of the parent question it stands under; 0 under groups. */
guint            care_node_get_parent_answer (const CareNode *self);
/* Place among the instances of the same item, and how many there are. */
guint            care_node_get_instance     (const CareNode *self);
guint            care_node_get_n_instances  (const CareNode *self);

/* Own conditions and those of all ancestors hold. */
gboolean         care_node_is_enabled       (const CareNode *self);

guint            care_node_get_n_answers    (const CareNode *self);
CareValue       *care_node_get_answer       (const CareNode *self,
                                             guint           index);
/* The first answer or NULL. */
CareValue       *care_node_get_value        (const CareNode *self);
gboolean         care_node_has_value        (const CareNode *self,
                                             CareValue      *value);
/* One of the answers is that option of the question. */
gboolean         care_node_has_option       (const CareNode *self,
                                             const CareOption *option);
/* One of the answers is that code. */
gboolean         care_node_has_code         (const CareNode *self,
                                             const char     *system,
                                             const char     *code);
CareAbsent       care_node_get_absent       (const CareNode *self);
CareAnswerState  care_node_get_state        (const CareNode *self);

/* In what its typed words are, where who reads @reader should hear of it, as care_typed_find_language() says; NULL where there is
 * nothing to say. Choices are in the form's languages. */
char            *care_node_dup_typed_language (const CareNode *self,
                                             const char     *reader) G_GNUC_WARN_UNUSED_RESULT;

/* Children under answer number @answer (0 for groups), in the form's order. */
guint            care_node_get_n_children   (const CareNode *self,
                                             guint           answer);
CareNode        *care_node_get_child        (const CareNode *self,
                                             guint           answer,
                                             guint           index);
/* "/allergies/reaction[1]": link ids with instance numbers, stable while nothing is added or removed. */
char            *care_node_dup_path         (const CareNode *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareNode, care_node_unref)

G_END_DECLS

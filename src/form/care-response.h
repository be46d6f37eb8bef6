/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "form/care-problem.h"
#include "form/care-questionnaire.h"

G_BEGIN_DECLS

/**
 * CareResponse:
 *
 * The answers to one form: a tree of #CareNode that is as wide as the form, in
 * the form's order. A question that is not enabled keeps its answer, which is
 * neither validated nor exported, and comes back with it.
 *
 * Signals:
 * - `value-changed` (#CareNode): its answers or its absent reason changed
 * - `enabled-changed` (#CareNode): its own conditions changed; children follow
 *   without a signal of their own, ask care_node_is_enabled()
 * - `node-added` (#CareNode): a new instance of a repeating group, or children
 *   that came with a new answer
 * - `node-removed` (#CareNode): taken out; the reference stays good in the handler
 * - `nodes-moved` (#CareNode parent): instances or answers changed places
 * - `changed`: once after each change, when all of the above has been said
 *
 * Cost of a change is that of the nodes that depend on it, whatever the form's size.
 */
#define CARE_TYPE_RESPONSE (care_response_get_type ())
G_DECLARE_FINAL_TYPE (CareResponse, care_response, CARE, RESPONSE, GObject)

typedef enum
{
  CARE_RESPONSE_IN_PROGRESS,
  CARE_RESPONSE_COMPLETED,
  CARE_RESPONSE_AMENDED,
  CARE_RESPONSE_ENTERED_IN_ERROR,
  CARE_RESPONSE_STOPPED,
} CareResponseStatus;

/**
 * CareResponseMeta:
 * @id: (nullable): resource id
 * @status: the status
 * @language: (nullable): BCP 47 tag in which the form was answered
 * @authored: (nullable): RFC 3339 with offset
 * @subject: (nullable): reference, "Patient/1"
 * @encounter: (nullable): reference, "Encounter/1"
 * @author: (nullable): reference to who entered the answers
 * @source: (nullable): reference to who gave the answers
 *
 * What a QuestionnaireResponse says about itself.
 */
typedef struct
{
  const char         *id;
  CareResponseStatus  status;
  const char         *language;
  const char         *authored;
  const char         *subject;
  const char         *encounter;
  const char         *author;
  const char         *source;
} CareResponseMeta;

/* Empty, with the form's initial values. */
CareResponse           *care_response_new               (CareQuestionnaire      *questionnaire) G_GNUC_WARN_UNUSED_RESULT;
/* From a QuestionnaireResponse. Lenient: what does not fit the form is in care_response_get_import_problems(), not an
 * error; an error is a document that is no QuestionnaireResponse, or one of another form. */
CareResponse           *care_response_new_from_node     (CareQuestionnaire      *questionnaire,
                                                         JsonNode               *node,
                                                         const char             *source,
                                                         GError                **error) G_GNUC_WARN_UNUSED_RESULT;
/* With the version they were answered on, where it is known: what asks something else now is asked again. */
CareResponse           *care_response_new_from_former   (CareQuestionnaire      *questionnaire,
                                                         CareQuestionnaire      *former,
                                                         JsonNode               *node,
                                                         const char             *source,
                                                         GError                **error) G_GNUC_WARN_UNUSED_RESULT;
/* An independent copy; values and form are shared, signals are not. */
CareResponse           *care_response_copy              (CareResponse           *self) G_GNUC_WARN_UNUSED_RESULT;

CareQuestionnaire      *care_response_get_questionnaire (CareResponse           *self);
CareNode               *care_response_get_root          (CareResponse           *self);
const CareResponseMeta *care_response_get_meta          (CareResponse           *self);
void                    care_response_set_meta          (CareResponse           *self,
                                                         const CareResponseMeta *meta);

/* Finding nodes. Lists are in the form's order and hold no references. */
CareNode               *care_response_find              (CareResponse           *self,
                                                         const char             *link_id);
GPtrArray              *care_response_list_by_link_id   (CareResponse           *self,
                                                         const char             *link_id) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray              *care_response_list_by_code      (CareResponse           *self,
                                                         const char             *system,
                                                         const char             *code) G_GNUC_WARN_UNUSED_RESULT;

/* Answering. All of these take the absent reason away. Any value is kept, also a wrong one: validation tells. */
void                    care_response_set_value         (CareResponse           *self,
                                                         CareNode               *node,
                                                         CareValue              *value);
void                    care_response_set_values        (CareResponse           *self,
                                                         CareNode               *node,
                                                         CareValue *const       *values,
                                                         guint                   n_values);
void                    care_response_set_value_at      (CareResponse           *self,
                                                         CareNode               *node,
                                                         guint                   index,
                                                         CareValue              *value);
void                    care_response_add_value         (CareResponse           *self,
                                                         CareNode               *node,
                                                         CareValue              *value);
void                    care_response_remove_value      (CareResponse           *self,
                                                         CareNode               *node,
                                                         guint                   index);
void                    care_response_move_value        (CareResponse           *self,
                                                         CareNode               *node,
                                                         guint                   from,
                                                         guint                   to);
/* A tap on a choice: sets it or takes it away; minds single choices and exclusive options. */
void                    care_response_toggle_option     (CareResponse           *self,
                                                         CareNode               *node,
                                                         const CareOption       *option);
void                    care_response_clear             (CareResponse           *self,
                                                         CareNode               *node);
/* Takes the answers away. */
void                    care_response_set_absent        (CareResponse           *self,
                                                         CareNode               *node,
                                                         CareAbsent              reason);

/* A drawn signature as FHIR Signature, for items that need one; NULL takes it away. */
void                    care_response_set_signature     (CareResponse           *self,
                                                         CareNode               *node,
                                                         JsonNode               *signature);
JsonNode               *care_response_get_signature     (CareResponse           *self,
                                                         CareNode               *node);

/* What was typed and is no value yet, for each of a question's answers; no answer, kept while the answers are in progress. */
void                    care_response_set_draft         (CareResponse           *self,
                                                         CareNode               *node,
                                                         guint                   answer,
                                                         const char             *text);
const char             *care_response_get_draft         (CareResponse           *self,
                                                         CareNode               *node,
                                                         guint                   answer);
/* One more than the number of the last answer that was begun; 0: none. */
guint                   care_response_get_n_drafts      (CareResponse           *self,
                                                         CareNode               *node);

/* Repeating groups: a new instance after @node; NULL when there may be no more. The last instance can only be emptied. */
CareNode               *care_response_add_instance      (CareResponse           *self,
                                                         CareNode               *node);
/* Would there be room for one more? */
gboolean                care_response_may_add_instance  (CareResponse           *self,
                                                         CareNode               *node);
gboolean                care_response_remove_instance   (CareResponse           *self,
                                                         CareNode               *node);
gboolean                care_response_move_instance     (CareResponse           *self,
                                                         CareNode               *node,
                                                         guint                   to);

/* Sets the value of all questions that carry the link id or the code and are still empty; answers how many. */
guint                   care_response_prefill           (CareResponse           *self,
                                                         const char             *link_id,
                                                         CareValue              *value);
guint                   care_response_prefill_by_code   (CareResponse           *self,
                                                         const char             *system,
                                                         const char             *code,
                                                         CareValue              *value);

/* Problems of all enabled nodes, in the form's order (#CareProblem). Empty: nothing wrong. */
GPtrArray              *care_response_validate          (CareResponse           *self) G_GNUC_WARN_UNUSED_RESULT;
/* Of one node alone, without its children. */
GPtrArray              *care_response_validate_node     (CareResponse           *self,
                                                         CareNode               *node) G_GNUC_WARN_UNUSED_RESULT;
/* What did not fit when it was read: unknown items, wrong types, answers to questions not enabled (#CareProblem). */
GPtrArray              *care_response_get_import_problems (CareResponse         *self);
/* The "url|version" it was answered on when that is another version than the form's now; else NULL. */
const char             *care_response_get_former_version (CareResponse          *self);

/* The same to be told beside answers that were written to the new version since; NULL when there is nothing to tell. */
JsonNode               *care_response_dup_former        (CareResponse           *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean                care_response_is_former         (CareResponse           *self,
                                                         JsonNode               *node);
void                    care_response_set_former        (CareResponse           *self,
                                                         JsonNode               *node);

/* A QuestionnaireResponse with what is enabled and answered, in the form's order, meta included. */
JsonNode               *care_response_to_node           (CareResponse           *self) G_GNUC_WARN_UNUSED_RESULT;

/* Keeping answers elsewhere, change by change: all of them once, also those to questions that are not enabled, and from
 * then on what changed. Changes may be told many at a time, and only in their order. */
JsonNode               *care_response_take_whole        (CareResponse           *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean                care_response_needs_whole       (CareResponse           *self);
JsonNode               *care_response_take_changes      (CareResponse           *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean                care_response_apply_changes     (CareResponse           *self,
                                                         GPtrArray              *changes,
                                                         const char             *source,
                                                         GError                **error);

G_END_DECLS

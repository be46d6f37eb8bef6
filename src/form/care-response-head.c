/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "form/care-response-private.h"

#include <string.h>

#include "form/care-response-status.h"

/* What a QuestionnaireResponse says about itself, and the list of what did not fit. */

void
care_response_note_import (CareResponse       *self,
             CareProblemKind     kind,
             CareNode           *node,
             const char         *link_id,
             int                 answer,
             const char         *param,
             const CareJsonView *place)
{
  CareProblem *problem = g_new0 (CareProblem, 1);

  problem->kind = kind;
  problem->node = node != NULL ? care_node_ref (node) : NULL;
  problem->link_id = g_strdup (link_id != NULL ? link_id : "");
  problem->answer = answer;
  problem->param = g_strdup (param);
  problem->path = care_json_view_dup_path (place);
  g_ptr_array_add (self->import_problems, problem);
}

const char *
care_form_peek_text (const CareJsonView *object,
           const char         *member)
{
  CareJsonView view;

  if (object->node == NULL || !JSON_NODE_HOLDS_OBJECT (object->node)
      || !care_json_view_peek_member (object, member, &view)
      || !JSON_NODE_HOLDS_VALUE (view.node) || json_node_get_value_type (view.node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (view.node);
}

/* Members that care_response_to_node() writes anew. */
static gboolean
is_ours (const char *member)
{
  static const char *const ours[] = {
    "resourceType", "id", "language", "questionnaire", "status", "authored", "item", NULL,
  };

  return g_strv_contains (ours, member);
}

static void
import_head (CareResponse       *self,
             const CareJsonView *view)
{
  CareResponseMeta meta = { .status = CARE_RESPONSE_IN_PROGRESS };
  const char *status = care_form_peek_text (view, "status");
  JsonObject *kept = json_object_new ();
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;
  const struct
  {
    const char  *member;
    const char **target;
  } references[] = {
    { "subject", &meta.subject }, { "encounter", &meta.encounter }, { "author", &meta.author }, { "source", &meta.source },
  };

  meta.id = care_form_peek_text (view, "id");
  meta.language = care_form_peek_text (view, "language");
  meta.authored = care_form_peek_text (view, "authored");
  for (gsize i = 0; i < G_N_ELEMENTS (references); i++)
    {
      CareJsonView reference;

      if (care_json_view_peek_member (view, references[i].member, &reference))
        *references[i].target = care_form_peek_text (&reference, "reference");
    }
  if (status == NULL || !care_response_status_from_string (status, &meta.status))
    care_response_note_import (self, CARE_PROBLEM_STRUCTURE, NULL, NULL, -1,
                 "status must be in-progress, completed, amended, entered-in-error or stopped", view);
  care_response_set_meta (self, &meta);

  json_object_iter_init_ordered (&iter, json_node_get_object (view->node));
  while (json_object_iter_next_ordered (&iter, &member, &node))
    if (!is_ours (member))
      json_object_set_member (kept, member, json_node_ref (node));
  if (json_object_get_size (kept) > 0)
    self->kept = json_node_init_object (json_node_alloc (), kept);
  json_object_unref (kept);
}

/* Of the same form? Another version is fine and remembered; a form without url takes any answers. */
static gboolean
check_form (CareResponse        *self,
            const CareJsonView  *view,
            GError             **error)
{
  const char *answered = care_form_peek_text (view, "questionnaire");
  const char *url = care_questionnaire_get_url (self->form);
  const char *version = care_questionnaire_get_version (self->form);
  CareJsonView place;
  gsize length;

  /* "#id" and "Questionnaire/1" say where the form lies, not which it is. */
  if (answered == NULL || url == NULL || strchr (answered, ':') == NULL)
    return TRUE;

  length = strlen (url);
  if (!g_str_has_prefix (answered, url) || (answered[length] != '\0' && answered[length] != '|'))
    {
      care_json_view_peek_member (view, "questionnaire", &place);
      care_json_view_set_error (&place, error, CARE_ERROR_INPUT, "answers to '%s', but the form is '%s'", answered, url);
      return FALSE;
    }

  if (answered[length] == '|' && g_strcmp0 (answered + length + 1, version) != 0)
    self->former_version = g_strdup (answered);

  return TRUE;
}

/**
 * care_response_read_head:
 * @self: a response
 * @view: the QuestionnaireResponse
 * @error: where to put the reason
 *
 * Reads everything but the items.
 *
 * Returns: %FALSE with %CARE_ERROR_INPUT if these are answers to another form
 */
gboolean
care_response_read_head (CareResponse        *self,
                         const CareJsonView  *view,
                         GError             **error)
{
  if (!check_form (self, view, error))
    return FALSE;

  import_head (self, view);

  return TRUE;
}

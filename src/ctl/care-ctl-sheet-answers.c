/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "ctl/care-ctl-sheet-answers.h"

#include <string.h>

#include "base/care-json.h"
#include "ctl/care-ctl.h"
#include "screening/care-screening.h"

/* The canonical url that answers name, without a version ("…|1.0"). */
static char *
dup_canonical (JsonNode *answers)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (answers) ? json_node_get_object (answers) : NULL;
  const char *named = object != NULL ? json_object_get_string_member_with_default (object, "questionnaire", NULL) : NULL;

  return named != NULL ? g_strndup (named, strcspn (named, "|")) : NULL;
}

/* The installed form with the canonical url @url. */
static char *
find_form (const char *url)
{
  g_autofree char *any = care_ctl_data_path ("forms", "codes.json");
  g_autofree char *folder = g_path_get_dirname (any);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (JsonNode) node = g_str_has_suffix (name, ".json") ? care_json_load (path, NULL, NULL) : NULL;
      JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

      if (object != NULL && json_object_has_member (object, "url") &&
          g_strcmp0 (json_object_get_string_member_with_default (object, "url", NULL), url) == 0)
        return g_steal_pointer (&path);
    }

  return NULL;
}

/*
 * care_ctl_sheet_read_answers:
 * @path: a QuestionnaireResponse
 * @form: (nullable): its Questionnaire; %NULL looks for it among the installed ones
 * @protocol: the protocol, whose lines say which clear noes matter
 * @zone: the clinic's zone
 * @finished: the end of the session the answers were given for
 * @error: where to put the reason
 *
 * Returns: (transfer full) (nullable): the answers' clear noes
 */
char **
care_ctl_sheet_read_answers (const char   *path,
                             const char   *form,
                             CareProtocol *protocol,
                             GTimeZone    *zone,
                             CareInstant   finished,
                             GError      **error)
{
  g_autoptr (JsonNode) node = care_ctl_load_answers (path, error);
  g_autoptr (CareQuestionnaire) questionnaire = NULL;
  g_autoptr (CareResponse) response = NULL;
  g_autofree char *url = NULL;
  g_autofree char *form_path = NULL;
  CareScreeningAnswers answers = { .authored = finished, .this_visit = TRUE };
  CareScreeningInputs inputs;

  if (node == NULL)
    return NULL;

  url = dup_canonical (node);
  form_path = form != NULL ? g_strdup (form) : url != NULL ? find_form (url) : NULL;
  if (form_path == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_NOT_FOUND,
                   "%s: /questionnaire: no installed form is '%s'; name it with --form", path, url != NULL ? url : "");
      return NULL;
    }

  questionnaire = care_questionnaire_load (form_path, error);
  if (questionnaire == NULL)
    return NULL;
  response = care_response_new_from_node (questionnaire, node, path, error);
  if (response == NULL)
    return NULL;

  care_screening_inputs_init (&inputs, protocol, zone);
  answers.response = response;
  inputs.answers = &answers;
  inputs.n_answers = 1;
  inputs.session_start = finished;
  inputs.now = finished;

  return care_screening_dup_clear_no (&inputs);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "ctl/care-ctl.h"

#include <string.h>

#include "base/care-error.h"
#include "base/care-json.h"
#include "form/care-response.h"

static gboolean
wants_help (int    argc,
            char **argv)
{
  for (int i = 1; i < argc; i++)
    if (strcmp (argv[i], "--help") == 0 || strcmp (argv[i], "-h") == 0)
      return TRUE;

  return FALSE;
}

static CareCtlStatus
print_help (void)
{
  g_print ("Usage: aftercarectl form check [--json] FILE...\n"
           "       aftercarectl form enabled [--json] FORM ANSWERS\n"
           "       aftercarectl form validate [--json] FORM ANSWERS\n"
           "\n"
           "FORM is a FHIR R4 Questionnaire, ANSWERS a QuestionnaireResponse, both JSON.\n"
           "\n"
           "  check       does the form load? What was forgiven and what this program cannot\n"
           "              do come as 'note:' lines; a form that does not load as\n"
           "              'FILE: /path: why'.\n"
           "  enabled     the linkIds of the items that are enabled, in the form's order,\n"
           "              one a line. Answers that had to be left out, since they may change\n"
           "              that, come as 'ANSWERS: /path: why', and the exit status is 1.\n"
           "  validate    what is wrong with the answers, one a line: 'linkId: what', or\n"
           "              '/path: what' where it is at no question. While they are in progress,\n"
           "              what is still missing comes as 'note:' lines.\n"
           "\n"
           "  --json      the same for programs\n"
           "\n"
           "Exit status: 0 done and nothing wrong, 1 the input is at fault or there are\n"
           "problems, 2 usage, 3 the environment is at fault.\n");

  return CARE_CTL_DONE;
}

static void
print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = care_json_to_text (root, CARE_JSON_PRETTY);

  g_print ("%s\n", g_strchomp (text));
}

static void
add_string (JsonBuilder *builder,
            const char  *member,
            const char  *text)
{
  json_builder_set_member_name (builder, member);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static const char *
note_kind_to_string (CareNoteKind kind)
{
  switch (kind)
    {
    case CARE_NOTE_UNSUPPORTED:
      return "unsupported";
    case CARE_NOTE_LOOP:
      return "loop";
    case CARE_NOTE_FORGIVEN:
    default:
      return "forgiven";
    }
}

static void
print_notes (CareQuestionnaire *form,
             const char        *file)
{
  for (guint i = 0; i < care_questionnaire_get_n_notes (form); i++)
    {
      const CareNote *note = care_questionnaire_get_note (form, i);

      g_print ("note: %s: %s: %s%s%s\n", file, note->path, note->link_id != NULL ? note->link_id : "",
               note->link_id != NULL ? ": " : "", note->text);
    }
}

static void
add_form (JsonBuilder       *builder,
          CareQuestionnaire *form)
{
  const char *const *languages = care_questionnaire_get_languages (form);

  add_string (builder, "questionnaire", care_questionnaire_get_canonical (form));
  json_builder_set_member_name (builder, "items");
  json_builder_add_int_value (builder, care_questionnaire_get_n_items (form));
  json_builder_set_member_name (builder, "languages");
  json_builder_begin_array (builder);
  for (; *languages != NULL; languages++)
    json_builder_add_string_value (builder, *languages);
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < care_questionnaire_get_n_notes (form); i++)
    {
      const CareNote *note = care_questionnaire_get_note (form, i);

      json_builder_begin_object (builder);
      add_string (builder, "kind", note_kind_to_string (note->kind));
      add_string (builder, "linkId", note->link_id);
      add_string (builder, "path", note->path);
      add_string (builder, "text", note->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static CareCtlStatus
check (char     **files,
       gboolean   json)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  CareCtlStatus status = CARE_CTL_DONE;

  json_builder_begin_array (builder);
  for (; *files != NULL; files++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CareQuestionnaire) form = care_questionnaire_load (*files, &error);

      json_builder_begin_object (builder);
      add_string (builder, "file", *files);
      json_builder_set_member_name (builder, "loads");
      json_builder_add_boolean_value (builder, form != NULL);
      if (form == NULL)
        {
          CareCtlStatus failed = care_ctl_fail (error);

          status = MAX (status, failed);
          add_string (builder, "error", error->message);
        }
      else
        {
          add_form (builder, form);
          if (!json)
            print_notes (form, *files);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (json)
    print_json (builder);

  return status;
}

static CareResponse *
load_answers (char   **files,
              GError **error)
{
  g_autoptr (CareQuestionnaire) form = care_questionnaire_load (files[0], error);
  g_autoptr (JsonNode) node = NULL;

  if (form == NULL)
    return NULL;
  node = care_ctl_load_answers (files[1], error);

  return node != NULL ? care_response_new_from_node (form, node, files[1], error) : NULL;
}

static gboolean
any_enabled (GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    if (care_node_is_enabled (g_ptr_array_index (nodes, i)))
      return TRUE;

  return FALSE;
}

/* What is enabled depends on the answers: those that are not read make it uncertain. Returns whether there are any. */
static gboolean
complain_of_unread (CareResponse *response,
                    const char   *file)
{
  GPtrArray *problems = care_response_get_import_problems (response);
  gboolean unread = FALSE;

  for (guint i = 0; i < problems->len; i++)
    {
      const CareProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *text = NULL;

      if (problem->kind == CARE_PROBLEM_NOT_ENABLED || problem->kind == CARE_PROBLEM_ORDER)
        continue;
      text = care_problem_dup_text (problem);
      g_printerr ("%s: %s: %s\n", file, problem->path, text);
      unread = TRUE;
    }

  return unread;
}

static CareCtlStatus
enabled (CareResponse *response,
         const char   *file,
         gboolean      json)
{
  CareQuestionnaire *form = care_response_get_questionnaire (response);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < care_questionnaire_get_n_items (form); i++)
    {
      const char *link_id = care_item_get_link_id (care_questionnaire_get_item (form, i));
      g_autoptr (GPtrArray) nodes = care_response_list_by_link_id (response, link_id);

      if (!any_enabled (nodes))
        continue;
      if (json)
        json_builder_add_string_value (builder, link_id);
      else
        g_print ("%s\n", link_id);
    }
  json_builder_end_array (builder);
  if (json)
    print_json (builder);

  return complain_of_unread (response, file) ? CARE_CTL_NO : CARE_CTL_DONE;
}

static void
add_problem (JsonBuilder       *builder,
             const CareProblem *problem,
             const char        *text)
{
  json_builder_begin_object (builder);
  add_string (builder, "linkId", problem->link_id);
  add_string (builder, "kind", care_problem_kind_to_string (problem->kind));
  json_builder_set_member_name (builder, "answer");
  if (problem->answer >= 0)
    json_builder_add_int_value (builder, problem->answer);
  else
    json_builder_add_null_value (builder);
  add_string (builder, "path", problem->path);
  add_string (builder, "text", text);
  json_builder_end_object (builder);
}

/* While answers are in progress, what is not there yet is no fault. */
static gboolean
may_still_come (const CareProblem *problem)
{
  return problem->kind == CARE_PROBLEM_REQUIRED || problem->kind == CARE_PROBLEM_TOO_FEW
         || problem->kind == CARE_PROBLEM_SIGNATURE;
}

/* The question, or the place in the file where there is none. */
static const char *
get_place (const CareProblem *problem)
{
  return *problem->link_id != '\0' || problem->path == NULL ? problem->link_id : problem->path;
}

/* Returns whether the answers are at fault. */
static gboolean
report (GPtrArray   *problems,
        gboolean     in_progress,
        gboolean     json,
        JsonBuilder *builder)
{
  gboolean fault = FALSE;

  for (guint i = 0; i < problems->len; i++)
    {
      const CareProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *text = care_problem_dup_text (problem);
      gboolean note = in_progress && may_still_come (problem);

      fault = fault || !note;
      if (json && !note)
        add_problem (builder, problem, text);
      else if (!json)
        g_print ("%s%s: %s\n", note ? "note: " : "", get_place (problem), text);
    }

  return fault;
}

static CareCtlStatus
validate (CareResponse *response,
          gboolean      json)
{
  g_autoptr (GPtrArray) problems = care_response_validate (response);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  gboolean in_progress = care_response_get_meta (response)->status == CARE_RESPONSE_IN_PROGRESS;
  gboolean fault;

  json_builder_begin_array (builder);
  fault = report (care_response_get_import_problems (response), in_progress, json, builder);
  fault = report (problems, in_progress, json, builder) || fault;
  json_builder_end_array (builder);
  if (json)
    print_json (builder);
  else if (care_response_get_former_version (response) != NULL)
    g_print ("note: answered on %s\n", care_response_get_former_version (response));

  return fault ? CARE_CTL_NO : CARE_CTL_DONE;
}

static CareCtlStatus
run_on_answers (const char  *verb,
                char       **files,
                gboolean     json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareResponse) response = NULL;

  if (g_strv_length (files) != 2)
    return care_ctl_usage ("form %s: a FORM and its ANSWERS are needed", verb);

  response = load_answers (files, &error);
  if (response == NULL)
    return care_ctl_fail (error);

  return strcmp (verb, "enabled") == 0 ? enabled (response, files[1], json) : validate (response, json);
}

/**
 * care_ctl_form:
 * @argc: number of words
 * @argv: "form", a verb, and its arguments
 *
 * Returns: the exit status
 */
CareCtlStatus
care_ctl_form (int    argc,
               char **argv)
{
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  const char *verb;

  if (wants_help (argc, argv))
    return print_help ();

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return care_ctl_usage ("form: %s", error->message);
  if (argc < 2)
    return care_ctl_usage ("form: check, enabled or validate is missing");

  verb = argv[1];
  if (strcmp (verb, "check") == 0)
    return argc > 2 ? check (argv + 2, json) : care_ctl_usage ("form check: a FILE is missing");
  if (strcmp (verb, "enabled") == 0 || strcmp (verb, "validate") == 0)
    return run_on_answers (verb, argv + 2, json);

  return care_ctl_usage ("form: no verb '%s'", verb);
}

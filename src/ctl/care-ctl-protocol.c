/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "ctl/care-ctl.h"

#include <string.h>

#include "base/care-json.h"
#include "protocol/care-protocol-check.h"
#include "screening/care-feeding.h"

typedef struct
{
  char **files;
  char **forms;
  char *facts;
  gboolean json;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->files);
  g_strfreev (options->forms);
  g_free (options->facts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static GPtrArray *
load_forms (char           **paths,
            CareCtlStatus   *status)
{
  g_autoptr (GPtrArray) forms = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; paths != NULL && paths[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      CareQuestionnaire *form = care_questionnaire_load (paths[i], &error);

      if (form == NULL)
        {
          *status = care_ctl_fail (error);
          return NULL;
        }

      g_ptr_array_add (forms, form);
    }

  return g_steal_pointer (&forms);
}

static void
add_problem (JsonBuilder *json,
             const char  *file,
             const char  *path,
             const char  *reason)
{
  if (json == NULL)
    {
      g_print ("%s: %s: %s\n", file, path, reason);
      return;
    }

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "file");
  json_builder_add_string_value (json, file);
  json_builder_set_member_name (json, "path");
  json_builder_add_string_value (json, path);
  json_builder_set_member_name (json, "reason");
  json_builder_add_string_value (json, reason);
  json_builder_end_object (json);
}

static guint
check_feeding (CareProtocol *protocol,
               const char   *file,
               GPtrArray    *forms,
               JsonBuilder  *json)
{
  g_autoptr (GPtrArray) unfed = NULL;

  if (forms->len == 0)
    return 0;

  unfed = care_feeding_list_unfed (protocol, (CareQuestionnaire *const *) forms->pdata, forms->len);
  for (guint i = 0; i < unfed->len; i++)
    {
      const CareRule *rule = g_ptr_array_index (unfed, i);
      g_autofree char *answers = rule->answers != NULL ? g_strjoinv (", ", rule->answers) : g_strdup ("any");
      g_autofree char *reason = NULL;

      reason = g_strdup_printf ("no question feeds the %s rule '%s': the forms do not ask '%s' with the answers %s%s%s",
                                care_level_to_string (rule->level), rule->id, rule->question, answers,
                                rule->time_question != NULL ? ", and when: " : "",
                                rule->time_question != NULL ? rule->time_question : "");
      add_problem (json, file, rule->path, reason);
    }

  return unfed->len;
}

static CareCtlStatus
check_file (const char  *file,
            CareFacts   *facts,
            GPtrArray   *forms,
            JsonBuilder *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareProtocol) protocol = care_protocol_load (file, &error);
  g_autoptr (GPtrArray) refusals = NULL;
  guint n;

  if (protocol == NULL)
    return care_ctl_fail (error);

  refusals = care_protocol_check (protocol, facts);
  n = refusals->len;
  for (guint i = 0; i < refusals->len; i++)
    {
      const CareRefusal *refusal = g_ptr_array_index (refusals, i);

      add_problem (json, file, refusal->path, refusal->reason);
    }

  n += check_feeding (protocol, file, forms, json);

  return n == 0 ? CARE_CTL_DONE : CARE_CTL_NO;
}

static CareCtlStatus
check (const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *facts_path = care_ctl_find_data (options->facts, "protocols", "fact-ids.json", &error);
  g_autoptr (CareFacts) facts = facts_path != NULL ? care_facts_load (facts_path, &error) : NULL;
  g_autoptr (GPtrArray) forms = NULL;
  g_autoptr (JsonBuilder) json = options->json ? json_builder_new () : NULL;
  CareCtlStatus status = CARE_CTL_DONE;

  if (facts == NULL)
    return care_ctl_fail (error);

  forms = load_forms (options->forms, &status);
  if (forms == NULL)
    return status;

  if (json != NULL)
    json_builder_begin_array (json);

  for (gsize i = 0; options->files[i] != NULL; i++)
    {
      CareCtlStatus one = check_file (options->files[i], facts, forms, json);

      status = MAX (status, one);
    }

  if (json != NULL)
    {
      g_autoptr (JsonNode) root = NULL;
      g_autofree char *text = NULL;

      json_builder_end_array (json);
      root = json_builder_get_root (json);
      text = care_json_to_text (root, CARE_JSON_PRETTY);
      g_print ("%s\n", g_strchomp (text));
    }

  return status;
}

/**
 * care_ctl_protocol:
 * @argc: number of words
 * @argv: "protocol", "check", …
 *
 * `aftercarectl protocol check FILE... [--form FORM]...`
 *
 * Returns: the exit status
 */
CareCtlStatus
care_ctl_protocol (int    argc,
                   char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "form", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.forms, "A form of the clinic (several: together)", "FORM" },
    { "facts", 0, 0, G_OPTION_ARG_FILENAME, &options.facts, "Ids of the facts (default: the installed ones)", "FILE" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, "Print a JSON array of {file, path, reason}", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("check FILE...");
  g_autoptr (GError) error = NULL;
  g_autofree char *help = NULL;

  g_option_context_set_summary (context,
                                "Says whether a protocol may be used, one reason a line: FILE: /path: why.\n"
                                "With forms, also which stop and review rules no question feeds.");
  g_option_context_set_description (context,
                                    "Exit status: 0 it may, 1 it may not, 2 usage, 3 the environment is at fault.\n");
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_help_enabled (context, FALSE);

  for (int i = 1; i < argc; i++)
    if (strcmp (argv[i], "--help") == 0 || strcmp (argv[i], "-h") == 0)
      {
        help = g_option_context_get_help (context, TRUE, NULL);
        g_print ("%s", help);
        return CARE_CTL_DONE;
      }

  if (!g_option_context_parse (context, &argc, &argv, &error))
    return care_ctl_usage ("protocol: %s", error->message);

  if (options.files == NULL || strcmp (options.files[0], "check") != 0)
    return care_ctl_usage ("protocol: 'check' is missing");

  if (options.files[1] == NULL)
    return care_ctl_usage ("protocol check: a file is missing");

  /* "check" itself is no file. */
  g_free (options.files[0]);
  memmove (options.files, options.files + 1, sizeof *options.files * g_strv_length (options.files + 1) +
                                             sizeof *options.files);

  return check (&options);
}

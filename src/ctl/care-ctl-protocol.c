/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "ctl/care-ctl.h"

#include <string.h>

#include "base/care-json.h"
#include "base/care-words.h"
#include "course/care-clinic-info.h"
#include "ctl/care-ctl-words.h"
#include "protocol/care-protocol-check.h"
#include "screening/care-feeding.h"

typedef struct
{
  char **files;
  char **forms;
  char **words;
  char *clinic;
  char *facts;
  char *plain;
  gboolean reading;
  gboolean json;
} Options;

/* One run: what protocols are held against, and where the answers go. */
typedef struct
{
  CareFacts *facts;
  CarePlain *plain;
  /* (element-type CareQuestionnaire), as options->forms */
  GPtrArray *forms;
  const Options *options;
  /* (nullable): the open array of problems, and that of figures */
  JsonBuilder *json;
  JsonBuilder *figures;
  guint n_problems;
} Run;

static void
options_clear (Options *options)
{
  g_strfreev (options->files);
  g_strfreev (options->forms);
  g_strfreev (options->words);
  g_free (options->clinic);
  g_free (options->facts);
  g_free (options->plain);
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
add_problem (const char *file,
             const char *path,
             const char *reason,
             gpointer    user_data)
{
  Run *run = user_data;

  run->n_problems++;
  if (run->json == NULL)
    {
      g_print ("%s: %s: %s\n", file, path, reason);
      return;
    }

  json_builder_begin_object (run->json);
  json_builder_set_member_name (run->json, "file");
  json_builder_add_string_value (run->json, file);
  json_builder_set_member_name (run->json, "path");
  json_builder_add_string_value (run->json, path);
  json_builder_set_member_name (run->json, "reason");
  json_builder_add_string_value (run->json, reason);
  json_builder_end_object (run->json);
}

static void
check_feeding (Run          *run,
               CareProtocol *protocol,
               const char   *file)
{
  g_autoptr (GPtrArray) unfed = NULL;

  if (run->forms->len == 0)
    return;

  unfed = care_feeding_list_unfed (protocol, (CareQuestionnaire *const *) run->forms->pdata, run->forms->len);
  for (guint i = 0; i < unfed->len; i++)
    {
      const CareRule *rule = g_ptr_array_index (unfed, i);
      g_autofree char *answers = rule->answers != NULL ? g_strjoinv (", ", rule->answers) : g_strdup ("any");
      g_autofree char *reason = NULL;

      reason = g_strdup_printf ("no question feeds the %s rule '%s': the forms do not ask '%s' with the answers %s%s%s",
                                care_level_to_string (rule->level), rule->id, rule->question, answers,
                                rule->time_question != NULL ? ", and when: " : "",
                                rule->time_question != NULL ? rule->time_question : "");
      add_problem (file, rule->path, reason, run);
    }
}

static void
print_figures (Run          *run,
               CareProtocol *protocol,
               const char   *file,
               GPtrArray    *pages)
{
  if (run->options->reading)
    care_ctl_words_print (file, pages, protocol, run->figures);
}

/* A patient reads forms and words files as well; they are held to the protocol's languages and forbidden claims. */
static gboolean
check_words (Run          *run,
             CareProtocol *protocol,
             GError      **error)
{
  const CareCtlWords words = { protocol, run->plain, run->options->reading, add_problem, run };

  for (guint i = 0; i < run->forms->len; i++)
    {
      const char *file = run->options->forms[i];
      g_autoptr (JsonNode) form = care_questionnaire_to_node (g_ptr_array_index (run->forms, i));
      g_autoptr (GPtrArray) pages = care_ctl_words_check_form (&words, file, form);

      print_figures (run, protocol, file, pages);
    }

  for (gsize i = 0; run->options->words != NULL && run->options->words[i] != NULL; i++)
    {
      const char *file = run->options->words[i];
      g_autoptr (JsonNode) node = NULL;
      g_autoptr (CareWords) loaded = care_words_load (file, error);
      g_autoptr (GPtrArray) pages = NULL;

      if (loaded == NULL || (node = care_json_load (file, NULL, error)) == NULL)
        return FALSE;

      pages = care_ctl_words_check_words (&words, file, node);
      print_figures (run, protocol, file, pages);
    }

  if (run->options->clinic != NULL)
    {
      g_autoptr (CareClinicInfo) info = care_clinic_info_load (run->options->clinic, error);
      g_autoptr (JsonNode) node = NULL;
      g_autoptr (GPtrArray) pages = NULL;

      if (info == NULL || (node = care_json_load (run->options->clinic, NULL, error)) == NULL)
        return FALSE;

      pages = care_ctl_words_check_clinic (&words, run->options->clinic, node);
      print_figures (run, protocol, run->options->clinic, pages);
    }

  return TRUE;
}

static CareCtlStatus
check_file (Run        *run,
            const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareProtocol) protocol = care_protocol_load (file, &error);
  g_autoptr (GPtrArray) refusals = NULL;
  guint before = run->n_problems;

  if (protocol == NULL)
    return care_ctl_fail (error);

  refusals = care_protocol_check (protocol, run->facts, run->plain);
  for (guint i = 0; i < refusals->len; i++)
    {
      const CareRefusal *refusal = g_ptr_array_index (refusals, i);

      add_problem (file, refusal->path, refusal->reason, run);
    }

  check_feeding (run, protocol, file);

  if (run->options->reading)
    {
      g_autoptr (GPtrArray) pages = care_protocol_measure (protocol);

      print_figures (run, protocol, file, pages);
    }

  if (!check_words (run, protocol, &error))
    return care_ctl_fail (error);

  return run->n_problems == before ? CARE_CTL_DONE : CARE_CTL_NO;
}

/* An array of problems; with figures an object of both. */
static void
print_json (Run *run)
{
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_end_array (run->json);
  root = json_builder_get_root (run->json);

  if (run->figures != NULL)
    {
      g_autoptr (JsonNode) figures = NULL;
      JsonObject *both = json_object_new ();

      json_builder_end_array (run->figures);
      figures = json_builder_get_root (run->figures);
      json_object_set_member (both, "problems", g_steal_pointer (&root));
      json_object_set_member (both, "reading", g_steal_pointer (&figures));
      root = json_node_init_object (json_node_alloc (), both);
      json_object_unref (both);
    }

  text = care_json_to_text (root, CARE_JSON_PRETTY);
  g_print ("%s\n", g_strchomp (text));
}

static CareCtlStatus
check (const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *facts_path = care_ctl_find_data (options->facts, "protocols", "fact-ids.json", &error);
  g_autoptr (CareFacts) facts = facts_path != NULL ? care_facts_load (facts_path, &error) : NULL;
  g_autofree char *plain_path = NULL;
  g_autoptr (CarePlain) plain = NULL;
  g_autoptr (GPtrArray) forms = NULL;
  g_autoptr (JsonBuilder) json = options->json ? json_builder_new () : NULL;
  g_autoptr (JsonBuilder) figures = options->json && options->reading ? json_builder_new () : NULL;
  CareCtlStatus status = CARE_CTL_DONE;
  Run run;

  if (facts == NULL)
    return care_ctl_fail (error);

  plain_path = care_ctl_find_data (options->plain, "protocols", "plain-language.json", &error);
  plain = plain_path != NULL ? care_plain_load (plain_path, &error) : NULL;
  if (plain == NULL)
    return care_ctl_fail (error);

  forms = load_forms (options->forms, &status);
  if (forms == NULL)
    return status;

  run = (Run) { facts, plain, forms, options, json, figures, 0 };
  if (json != NULL)
    json_builder_begin_array (json);
  if (figures != NULL)
    json_builder_begin_array (figures);

  for (gsize i = 0; options->files[i] != NULL; i++)
    {
      CareCtlStatus one = check_file (&run, options->files[i]);

      status = MAX (status, one);
    }

  if (json != NULL)
    print_json (&run);

  return status;
}

/**
 * care_ctl_protocol:
 * @argc: number of words
 * @argv: "protocol", "check", …
 *
 * `aftercarectl protocol check FILE... [--form FORM]... [--words WORDS]... [--clinic CLINIC] [--reading]`
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
    { "words", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.words, "A file of the screen's or the sheet's words", "WORDS" },
    { "clinic", 0, 0, G_OPTION_ARG_FILENAME, &options.clinic, "The clinic's settings: what a sheet prints of them", "CLINIC" },
    { "reading", 0, 0, G_OPTION_ARG_NONE, &options.reading, "Print reading figures; name what a language is missing", NULL },
    { "facts", 0, 0, G_OPTION_ARG_FILENAME, &options.facts, "Ids of the facts (default: the installed ones)", "FILE" },
    { "plain", 0, 0, G_OPTION_ARG_FILENAME, &options.plain, "What plain words are (default: the installed ones)", "FILE" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, "Print a JSON array of {file, path, reason}", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("check FILE...");
  g_autoptr (GError) error = NULL;
  g_autofree char *help = NULL;

  if (argc > 1 && (strcmp (argv[1], "approve") == 0 || strcmp (argv[1], "withdraw") == 0))
    return care_ctl_approve (argc - 1, argv + 1);

  g_option_context_set_summary (context,
                                "Says whether a protocol may be used, one reason a line: FILE: /path: why.\n"
                                "With forms, also which stop and review rules no question feeds, and what is wrong\n"
                                "with their words. 'protocol approve --help' tells how texts and rules are approved.");
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
    return care_ctl_usage ("protocol: 'check', 'approve' or 'withdraw' is missing");

  if (options.files[1] == NULL)
    return care_ctl_usage ("protocol check: a file is missing");

  /* "check" itself is no file. */
  g_free (options.files[0]);
  memmove (options.files, options.files + 1, sizeof *options.files * g_strv_length (options.files + 1) +
                                             sizeof *options.files);

  return check (&options);
}

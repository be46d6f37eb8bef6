/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "ctl/care-ctl.h"

#include <string.h>

#include "base/care-json.h"
#include "protocol/care-approving.h"
#include "protocol/care-protocol.h"
#include "screening/care-feeding.h"

typedef struct
{
  char **files;
  char **forms;
  char *language;
  char *by;
  char *role;
  char *date;
  char *review;
  char *reader;
  char *reason;
  char *output;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->files);
  g_strfreev (options->forms);
  g_free (options->language);
  g_free (options->by);
  g_free (options->role);
  g_free (options->date);
  g_free (options->review);
  g_free (options->reader);
  g_free (options->reason);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* A protocol with a rule that no question feeds cannot be approved for these forms (design.md section 5). */
static gboolean
check_fed (CareProtocol  *protocol,
           char         **paths,
           GError       **error)
{
  g_autoptr (GPtrArray) forms = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) unfed = NULL;

  for (gsize i = 0; paths != NULL && paths[i] != NULL; i++)
    {
      CareQuestionnaire *form = care_questionnaire_load (paths[i], error);

      if (form == NULL)
        return FALSE;
      g_ptr_array_add (forms, form);
    }
  if (forms->len == 0)
    return TRUE;

  unfed = care_feeding_list_unfed (protocol, (CareQuestionnaire *const *) forms->pdata, forms->len);
  if (unfed->len == 0)
    return TRUE;

  g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "not approved: no question of these forms feeds the rule '%s'",
               ((const CareRule *) g_ptr_array_index (unfed, 0))->id);

  return FALSE;
}

static JsonNode *
approve (const Options  *options,
         JsonNode       *document,
         const char     *file,
         GError        **error)
{
  g_autofree char *facts_path = care_ctl_find_data (NULL, "protocols", "fact-ids.json", error);
  g_autofree char *plain_path = facts_path != NULL ? care_ctl_find_data (NULL, "protocols", "plain-language.json", error)
                                                   : NULL;
  g_autoptr (CareFacts) facts = plain_path != NULL ? care_facts_load (facts_path, error) : NULL;
  g_autoptr (CarePlain) plain = facts != NULL ? care_plain_load (plain_path, error) : NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  const CareApproving how = {
    options->by, options->role, options->date != NULL ? options->date : today, options->review, options->reader,
    options->reason,
  };
  g_autoptr (CareProtocol) protocol = NULL;

  if (plain == NULL)
    return NULL;
  if (options->language != NULL)
    return care_approving_language (document, file, options->language, &how, facts, plain, error);

  protocol = care_protocol_load (file, error);
  if (protocol == NULL || !check_fed (protocol, options->forms, error))
    return NULL;

  return care_approving_version (document, file, &how, facts, plain, error);
}

static JsonNode *
withdraw (const Options  *options,
          JsonNode       *document,
          const char     *file,
          GError        **error)
{
  if (options->language != NULL)
    return care_approving_withdraw_language (document, file, options->language, error);

  return care_approving_withdraw_version (document, file, error);
}

static void
print_done (const Options *options,
            JsonNode      *document,
            gboolean       approved)
{
  JsonObject *root = json_node_get_object (document);
  JsonObject *approval = NULL;
  const char *what = options->language != NULL ? options->language : "the rules";

  if (!approved)
    {
      g_print ("%s: %s: not approved any more\n", options->output, what);
      return;
    }

  approval = options->language != NULL
             ? json_object_get_object_member (json_object_get_object_member (root, "approval"), options->language)
             : json_object_get_object_member (root, "version_approval");
  g_print ("%s: %s: approved by %s (%s) on %s", options->output, what,
           json_object_get_string_member (approval, "approver"), json_object_get_string_member (approval, "role"),
           json_object_get_string_member (approval, "date"));
  if (json_object_has_member (approval, "review"))
    g_print (", to be looked at again by %s", json_object_get_string_member (approval, "review"));
  g_print ("\n");
}

static CareCtlStatus
run (Options    *options,
     const char *file,
     gboolean    approves)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) document = care_json_load (file, NULL, &error);
  g_autoptr (JsonNode) changed = NULL;

  if (options->output == NULL)
    options->output = g_strdup (file);
  if (document != NULL)
    changed = approves ? approve (options, document, file, &error) : withdraw (options, document, file, &error);
  if (changed == NULL || !care_json_save (changed, options->output, &error))
    return care_ctl_fail (error);

  print_done (options, changed, approves);

  return CARE_CTL_DONE;
}

/* NULL, or what the command line lacks. */
static const char *
find_fault (const Options *options,
            gboolean       approves)
{
  if (options->files == NULL || options->files[0] == NULL)
    return "a file is missing";
  if (options->files[1] != NULL)
    return "one file only";
  if (!approves)
    return options->by != NULL || options->role != NULL ? "withdrawing takes no --by and no --role" : NULL;
  if (options->by == NULL)
    return "say with --by who approves";
  if (options->role == NULL)
    return "say with --role what that person is: clinician or owner";
  if (options->language == NULL && (options->reader != NULL || options->reason != NULL || options->review != NULL))
    return "--reader, --reason and --review go with --language";

  return NULL;
}

static void
describe (GOptionContext *context,
          gboolean        approves)
{
  if (approves)
    g_option_context_set_summary (context,
                                  "Writes into the protocol who has approved one language's texts; without --language, the\n"
                                  "rules of its version. The approval is bound to what stands there: one letter changed in a\n"
                                  "language's texts voids that language's, a number or rule changed voids the version's.");
  else
    g_option_context_set_summary (context, "Takes an approval out of the protocol again.");
  g_option_context_set_description (context, CARE_CTL_STATUS_HELP);
}

/**
 * care_ctl_approve:
 * @argc: number of words
 * @argv: "approve" or "withdraw", …
 *
 * `aftercarectl protocol approve FILE [--language L] --by NAME --role ROLE [--reader NAME] [--reason WHY]`
 *
 * Returns: the exit status
 */
CareCtlStatus
care_ctl_approve (int    argc,
                  char **argv)
{
  const gboolean approves = strcmp (argv[0], "approve") == 0;
  g_auto (Options) options = { 0 };
  const GOptionEntry shared[] = {
    { "language", 0, 0, G_OPTION_ARG_STRING, &options.language, "The language whose texts (default: the version's rules)", "L" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, "Where to write (default: the file itself)", "OUT" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.files, NULL, NULL },
    G_OPTION_ENTRY_NULL
  };
  const GOptionEntry approving[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, "Who approves", "NAME" },
    { "role", 0, 0, G_OPTION_ARG_STRING, &options.role, "What that person is: clinician or owner", "ROLE" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, "The day (default: today)", "DAY" },
    { "review", 0, 0, G_OPTION_ARG_STRING, &options.review, "The day by which it is looked at again (default: a year later)", "DAY" },
    { "reader", 0, 0, G_OPTION_ARG_STRING, &options.reader, "Who has read every text, where no formula measures (Arabic)", "NAME" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, "Why texts above the reading level must be so", "WHY" },
    { "form", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.forms, "A form that has to feed the rules (several: together)", "FORM" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GOptionContext) context = g_option_context_new (approves ? "approve FILE" : "withdraw FILE");
  g_autoptr (GError) error = NULL;
  const char *fault;

  g_option_context_add_main_entries (context, shared, NULL);
  if (approves)
    g_option_context_add_main_entries (context, approving, NULL);
  g_option_context_set_help_enabled (context, FALSE);
  describe (context, approves);

  for (int i = 1; i < argc; i++)
    if (strcmp (argv[i], "--help") == 0 || strcmp (argv[i], "-h") == 0)
      {
        g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

        g_print ("%s", help);
        return CARE_CTL_DONE;
      }

  if (!g_option_context_parse (context, &argc, &argv, &error))
    return care_ctl_usage ("protocol %s: %s", argv[0], error->message);
  fault = find_fault (&options, approves);
  if (fault != NULL)
    return care_ctl_usage ("protocol %s: %s", argv[0], fault);

  return run (&options, options.files[0], approves);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "ctl/care-ctl.h"

#include <string.h>

#include "base/care-json.h"
#include "course/care-clinic-info.h"
#include "screening/care-screening.h"

typedef struct
{
  char *protocol;
  char *clinic;
  char **forms;
  char **answers;
  char *session_start;
  char *product;
  char *batch;
  char *history;
  char *visit;
  char *numbing;
  char *language;
  char *areas;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->protocol);
  g_free (options->clinic);
  g_strfreev (options->forms);
  g_strfreev (options->answers);
  g_free (options->session_start);
  g_free (options->product);
  g_free (options->batch);
  g_free (options->history);
  g_free (options->visit);
  g_free (options->numbing);
  g_free (options->language);
  g_free (options->areas);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What is loaded for one run. */
typedef struct
{
  CareProtocol *protocol;
  CareClinicInfo *clinic;
  CareHistory *history;
  GArray *answers;
  char **areas;
} Loaded;

static void
loaded_clear (Loaded *loaded)
{
  g_clear_object (&loaded->protocol);
  g_clear_object (&loaded->clinic);
  g_clear_object (&loaded->history);
  for (guint i = 0; loaded->answers != NULL && i < loaded->answers->len; i++)
    g_object_unref (g_array_index (loaded->answers, CareScreeningAnswers, i).response);
  g_clear_pointer (&loaded->answers, g_array_unref);
  g_strfreev (loaded->areas);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loaded, loaded_clear)

static gboolean
load_answers (const Options *options,
              CareInstant    session_start,
              Loaded        *loaded,
              GError       **error)
{
  loaded->answers = g_array_new (FALSE, TRUE, sizeof (CareScreeningAnswers));

  for (gsize i = 0; options->forms[i] != NULL; i++)
    {
      g_autoptr (CareQuestionnaire) form = care_questionnaire_load (options->forms[i], error);
      g_autoptr (JsonNode) node = form != NULL ? care_ctl_load_answers (options->answers[i], error) : NULL;
      CareScreeningAnswers answers = { .authored = session_start, .this_visit = TRUE };

      if (node == NULL)
        return FALSE;

      answers.response = care_response_new_from_node (form, node, options->answers[i], error);
      if (answers.response == NULL)
        return FALSE;

      g_array_append_val (loaded->answers, answers);
    }

  return TRUE;
}

static gboolean
load (const Options *options,
      CareInstant   *session_start,
      Loaded        *loaded,
      GError       **error)
{
  g_autofree char *clinic = care_ctl_find_data (options->clinic, "sample", "clinic.json", error);
  g_autofree char *protocol = NULL;
  g_autoptr (GError) local = NULL;
  GTimeZone *zone;

  loaded->clinic = clinic != NULL ? care_clinic_info_load (clinic, error) : NULL;
  if (loaded->clinic == NULL)
    return FALSE;

  zone = care_clinic_info_get_time_zone (loaded->clinic);
  *session_start = care_instant_parse (options->session_start, zone, &local);
  if (*session_start == CARE_INSTANT_NONE)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "--session-start: %s", local->message);
      return FALSE;
    }

  protocol = care_ctl_find_data (options->protocol, "protocols", "mesotherapy.json", error);
  loaded->protocol = protocol != NULL ? care_protocol_load (protocol, error) : NULL;
  if (loaded->protocol == NULL)
    return FALSE;

  if (options->product != NULL && care_protocol_find_product (loaded->protocol, options->product) == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "--product: %s: /products has no '%s'", protocol,
                   options->product);
      return FALSE;
    }

  loaded->areas = options->areas != NULL ? g_strsplit (options->areas, ",", -1) : NULL;
  if (loaded->areas != NULL && loaded->areas[0] == NULL)
    {
      g_set_error_literal (error, CARE_ERROR, CARE_ERROR_INPUT, "--areas: name at least one area");
      return FALSE;
    }
  for (gsize i = 0; loaded->areas != NULL && loaded->areas[i] != NULL; i++)
    if (care_protocol_find_area (loaded->protocol, loaded->areas[i]) == NULL)
      {
        g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "--areas: no area '%s'", loaded->areas[i]);
        return FALSE;
      }

  loaded->history = options->history != NULL ? care_history_load (options->history, zone, error) : care_history_new ();

  return loaded->history != NULL && load_answers (options, *session_start, loaded, error);
}

static void
add_finding (JsonBuilder       *json,
             const CareFinding *finding,
             const char        *rule,
             const CareText    *reason,
             GTimeZone         *zone,
             const char        *language)
{
  const char *text = care_text_get ((CareText *) reason, language);
  gboolean unknown = finding->kind == CARE_FINDING_NOT_ASKED || finding->kind == CARE_FINDING_NOT_SURE ||
                     finding->kind == CARE_FINDING_TELL_STAFF;
  g_autofree char *prefixed = unknown ? g_strdup_printf ("%s: %s", care_finding_kind_to_string (finding->kind), text)
                                      : g_strdup (text);

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "rule");
  json_builder_add_string_value (json, rule);
  json_builder_set_member_name (json, "level");
  json_builder_add_string_value (json, care_level_to_string (finding->level));
  json_builder_set_member_name (json, "decidable");
  json_builder_add_boolean_value (json, finding->decidable);
  json_builder_set_member_name (json, "reason");
  json_builder_add_string_value (json, prefixed);
  json_builder_set_member_name (json, "clears_at");
  if (finding->clears_at != CARE_INSTANT_NONE)
    {
      g_autofree char *clears_at = care_instant_format (finding->clears_at, zone);

      json_builder_add_string_value (json, clears_at);
    }
  else
    {
      json_builder_add_null_value (json);
    }
  json_builder_set_member_name (json, "sources");
  json_builder_begin_array (json);
  for (gsize i = 0; finding->sources[i] != NULL; i++)
    json_builder_add_string_value (json, finding->sources[i]);
  json_builder_end_array (json);
  json_builder_end_object (json);
}

/* One object a rule: a question that nobody answered may feed several. */
static void
print_findings (GPtrArray    *findings,
                CareProtocol *protocol,
                GTimeZone    *zone,
                const char   *language)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_array (json);
  for (guint i = 0; i < findings->len; i++)
    {
      const CareFinding *finding = g_ptr_array_index (findings, i);

      add_finding (json, finding, finding->rule, finding->reason, zone, language);
      for (gsize j = 0; finding->also[j] != NULL && finding->kind != CARE_FINDING_ANSWER_CHANGED; j++)
        {
          const CareRule *rule = care_protocol_find_rule (protocol, finding->also[j]);

          if (rule != NULL)
            add_finding (json, finding, rule->id, rule->reason, zone, language);
        }
    }
  json_builder_end_array (json);

  root = json_builder_get_root (json);
  text = care_json_to_text (root, CARE_JSON_PRETTY);
  g_print ("%s\n", g_strchomp (text));
}

static CareCtlStatus
parse_plan (const Options       *options,
            CareScreeningInputs *inputs)
{
  static const char *const visits[] = { "first", "reading", "session" };
  static const char *const numbing[] = { "unknown", "no", "yes" };

  if (options->visit != NULL)
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (visits) && strcmp (options->visit, visits[i]) != 0)
        i++;
      if (i == G_N_ELEMENTS (visits))
        return care_ctl_usage ("screen: --visit is first, reading or session");
      inputs->visit = i;
    }

  if (options->numbing != NULL)
    {
      guint i = 0;

      while (i < G_N_ELEMENTS (numbing) && strcmp (options->numbing, numbing[i]) != 0)
        i++;
      if (i == G_N_ELEMENTS (numbing))
        return care_ctl_usage ("screen: --numbing is yes, no or unknown");
      inputs->numbing = i;
    }

  return CARE_CTL_DONE;
}

static CareCtlStatus
screen (const Options *options)
{
  g_auto (Loaded) loaded = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  const char *language = options->language != NULL ? options->language : "en";
  CareScreeningInputs inputs;
  CareInstant session_start = CARE_INSTANT_NONE;
  GTimeZone *zone;
  CareCtlStatus status;

  if (!load (options, &session_start, &loaded, &error))
    return care_ctl_fail (error);

  zone = care_clinic_info_get_time_zone (loaded.clinic);
  care_screening_inputs_init (&inputs, loaded.protocol, zone);
  inputs.answers = (const CareScreeningAnswers *) (void *) loaded.answers->data;
  inputs.n_answers = loaded.answers->len;
  inputs.history = loaded.history;
  inputs.product = options->product;
  inputs.batch = options->batch;
  inputs.batch_not_asked = options->batch == NULL;
  inputs.areas = (const char *const *) loaded.areas;
  inputs.session_start = session_start;
  inputs.now = session_start;
  inputs.language = language;

  status = parse_plan (options, &inputs);
  if (status != CARE_CTL_DONE)
    return status;

  findings = care_screening_run (&inputs);
  print_findings (findings, loaded.protocol, zone, language);

  return CARE_CTL_DONE;
}

static CareCtlStatus
print_help (GOptionContext *context)
{
  g_autofree char *help = NULL;

  help = g_option_context_get_help (context, TRUE, NULL);
  g_print ("%s", help);

  return CARE_CTL_DONE;
}

/**
 * care_ctl_screen:
 * @argc: number of words
 * @argv: "screen", …
 *
 * `aftercarectl screen --protocol P --form F --answers A --session-start T [--product ID] [--history H]`
 *
 * Returns: the exit status
 */
CareCtlStatus
care_ctl_screen (int    argc,
                 char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "protocol", 0, 0, G_OPTION_ARG_FILENAME, &options.protocol, "The protocol (default: the installed sample)", "P" },
    { "clinic", 0, 0, G_OPTION_ARG_FILENAME, &options.clinic, "The clinic, for its time zone (default: the sample)", "C" },
    { "form", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.forms, "A form; several with their answers, newest last", "F" },
    { "answers", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.answers, "Its QuestionnaireResponse", "A" },
    { "session-start", 0, 0, G_OPTION_ARG_STRING, &options.session_start,
      "RFC 3339; without offset the clinic's local time", "T" },
    { "product", 0, 0, G_OPTION_ARG_STRING, &options.product, "Id of the product chosen", "ID" },
    { "batch", 0, 0, G_OPTION_ARG_STRING, &options.batch, "Its batch (not asked for without)", "B" },
    { "history", 0, 0, G_OPTION_ARG_FILENAME, &options.history,
      "JSON array of events: test, reading, session, consent, reaction", "H" },
    { "areas", 0, 0, G_OPTION_ARG_STRING, &options.areas, "Areas planned (default: as answered)", "A,B" },
    { "visit", 0, 0, G_OPTION_ARG_STRING, &options.visit, "first, reading or session (default)", "KIND" },
    { "numbing", 0, 0, G_OPTION_ARG_STRING, &options.numbing, "Numbing cream: yes, no or unknown (default)", "WORD" },
    { "language", 0, 0, G_OPTION_ARG_STRING, &options.language, "Language of the reasons (default: en)", "TAG" },
    G_OPTION_ENTRY_NULL
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;

  g_option_context_set_summary (context, "Holds answers against a protocol and prints the findings as a JSON array:\n"
                                         "rule, level, decidable, reason, clears_at, sources.");
  g_option_context_set_description (context, "Exit status: 0 screened (also with findings), 1 the input is at fault,\n"
                                             "2 usage, 3 the environment is at fault.\n");
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_help_enabled (context, FALSE);

  for (int i = 1; i < argc; i++)
    if (strcmp (argv[i], "--help") == 0 || strcmp (argv[i], "-h") == 0)
      return print_help (context);

  if (!g_option_context_parse (context, &argc, &argv, &error))
    return care_ctl_usage ("screen: %s", error->message);

  if (argc > 1)
    return care_ctl_usage ("screen: what is '%s'?", argv[1]);

  if (options.session_start == NULL)
    return care_ctl_usage ("screen: --session-start is missing");

  if (options.forms == NULL || options.answers == NULL ||
      g_strv_length (options.forms) != g_strv_length (options.answers))
    return care_ctl_usage ("screen: each --form needs its --answers");

  return screen (&options);
}

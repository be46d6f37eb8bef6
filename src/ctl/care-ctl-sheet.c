/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "ctl/care-ctl.h"

#include <string.h>

#include "aftercare/care-sheet-pages.h"
#include "aftercare/care-sheet-pdf.h"
#include "aftercare/care-sheet.h"
#include "base/care-clock.h"
#include "base/care-error.h"
#include "base/care-json.h"
#include "clinic/care-clinic-sheet.h"
#include "course/care-clinic-info.h"
#include "ctl/care-ctl-sheet-answers.h"
#include "ctl/care-ctl-sheet-before.h"
#include "ctl/care-ctl-sheet-protocol.h"

#define PNG_DPI 150

typedef struct
{
  char    *clinic;
  char    *protocol;
  char    *patient;
  int      born;
  char    *finished;
  char    *areas;
  int      session;
  int      sessions;
  char    *next;
  char    *answers;
  char    *form;
  char   **products;
  char   **batches;
  gboolean numbed;
  gboolean not_numbed;
  gboolean test;
  gboolean before;
  char    *clinician;
  char    *language;
  gboolean one_language;
  gboolean large;
  gboolean black;
  char    *paper;
  char    *reprint;
  char    *clock;
  char    *output;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->clinic);
  g_free (self->protocol);
  g_free (self->patient);
  g_free (self->finished);
  g_free (self->areas);
  g_free (self->next);
  g_free (self->answers);
  g_free (self->form);
  g_strfreev (self->products);
  g_strfreev (self->batches);
  g_free (self->clinician);
  g_free (self->language);
  g_free (self->paper);
  g_free (self->reprint);
  g_free (self->clock);
  g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse_options (Options *options,
               int      argc,
               char   **argv,
               GError **error)
{
  const GOptionEntry entries[] = {
    { "clinic", 0, 0, G_OPTION_ARG_FILENAME, &options->clinic, "the clinic's settings (default: the sample)", "FILE" },
    { "protocol", 0, 0, G_OPTION_ARG_FILENAME, &options->protocol, "the protocol (default: the sample)", "FILE" },
    { "patient", 0, 0, G_OPTION_ARG_STRING, &options->patient, "who was treated", "NAME" },
    { "born", 0, 0, G_OPTION_ARG_INT, &options->born, "year of birth, at the head of every page (without it: room to write it)", "YEAR" },
    { "finished", 0, 0, G_OPTION_ARG_STRING, &options->finished, "the true end of the injections", "TIME" },
    { "areas", 0, 0, G_OPTION_ARG_STRING, &options->areas, "face, chin, neck, arms, abdomen, flanks, back, buttocks, thighs, legs", "A,B" },
    { "session", 0, 0, G_OPTION_ARG_INT, &options->session, "number of the session", "K" },
    { "of", 0, 0, G_OPTION_ARG_INT, &options->sessions, "number of sessions of the course", "N" },
    { "test", 0, 0, G_OPTION_ARG_NONE, &options->test, "a sheet after the two test injections", NULL },
    { "before", 0, 0, G_OPTION_ARG_NONE, &options->before, "a page for the visit at --next, before anything is done", NULL },
    { "next", 0, 0, G_OPTION_ARG_STRING, &options->next, "start of the next visit", "TIME" },
    { "answers", 0, 0, G_OPTION_ARG_FILENAME, &options->answers, "the patient's answers (QuestionnaireResponse)", "FILE" },
    { "form", 0, 0, G_OPTION_ARG_FILENAME, &options->form, "the form they answer (default: found by its url)", "FILE" },
    { "product", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->products, "what was injected; may be repeated", "ID" },
    { "batch", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->batches, "its batch; may be repeated", "BATCH" },
    { "clinician", 0, 0, G_OPTION_ARG_STRING, &options->clinician, "who treated", "NAME" },
    { "numbed", 0, 0, G_OPTION_ARG_NONE, &options->numbed, "numbing cream was used", NULL },
    { "not-numbed", 0, 0, G_OPTION_ARG_NONE, &options->not_numbed, "no numbing cream was used (neither: not known)", NULL },
    { "language", 0, 0, G_OPTION_ARG_STRING, &options->language, "one or two language tags, the patient's first (one that is not the clinic's has the clinic's beside it)", "L[,L2]" },
    { "one-language", 0, 0, G_OPTION_ARG_NONE, &options->one_language, "the patient's language alone", NULL },
    { "large", 0, 0, G_OPTION_ARG_NONE, &options->large, "large print, 18 pt", NULL },
    { "black", 0, 0, G_OPTION_ARG_NONE, &options->black, "for a printer with black ink alone (also: the clinic's settings)", NULL },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options->paper, "a4 (default), letter or a5", "NAME" },
    { "reprint", 0, 0, G_OPTION_ARG_STRING, &options->reprint, "a new print of the sheet from TIME", "TIME" },
    { "clock", 0, 0, G_OPTION_ARG_STRING, &options->clock, "what time it is (default: the machine's clock)", "TIME" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, "FILE.pdf, .png, .txt or .json", "FILE" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("- make an aftercare sheet");

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_description (context,
                                    "TIME is RFC 3339 with offset; without one it is the clinic's local time.\n"
                                    "A PNG has one file a page: OUT.png, OUT-2.png …\n\n"
                                    CARE_CTL_STATUS_HELP);
  if (!g_option_context_parse (context, &argc, &argv, error))
    return FALSE;

  if (argc > 1)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, "'%s' is one word too many", argv[1]);
      return FALSE;
    }

  return TRUE;
}

/* Empty when the command line can be used, else what is wrong with it. */
static const char *
find_fault (const Options *options)
{
  const char *const suffixes[] = { ".pdf", ".png", ".txt", ".json" };

  if (options->patient == NULL || options->patient[0] == '\0')
    return "--patient NAME is missing";
  if (options->before && options->next == NULL)
    return "--before needs --next TIME";
  if (options->before && (options->test || options->finished != NULL))
    return "--before contradicts --test and --finished";
  if (options->finished == NULL && !options->before)
    return "--finished TIME is missing";
  if (options->areas == NULL || options->areas[0] == '\0')
    return "--areas A,B is missing";
  if (options->output == NULL)
    return "-o FILE is missing";
  if (options->numbed && options->not_numbed)
    return "--numbed and --not-numbed contradict each other";
  if (options->session < 0 || options->sessions < 0 || (options->sessions > 0 && options->session > options->sessions))
    return "--session K --of N: K must be from 1 to N";
  if (options->born != 0 && (options->born < 1850 || options->born > 2200))
    return "--born YEAR: not a year of birth";

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (options->output, suffixes[i]))
      return NULL;

  return "-o FILE must end in .pdf, .png, .txt or .json";
}

static CareSheetClinic *
read_clinic (const Options *options,
             GError       **error)
{
  g_autofree char *path = care_ctl_find_data (options->clinic, "sample", "clinic.json", error);
  g_autoptr (CareClinicInfo) info = path != NULL ? care_clinic_info_load (path, error) : NULL;

  CareSheetClinic *clinic = info != NULL ? care_clinic_new_sheet_clinic (info) : NULL;

  if (clinic != NULL)
    clinic->black |= options->black;

  return clinic;
}

static gboolean
read_time (const char  *option,
           const char  *text,
           GTimeZone   *zone,
           CareInstant *out,
           GError     **error)
{
  if (text == NULL)
    return TRUE;

  *out = care_instant_parse (text, zone, error);
  if (*out != CARE_INSTANT_NONE)
    return TRUE;

  g_prefix_error (error, "%s: ", option);

  return FALSE;
}

static gboolean
read_areas (const Options  *options,
            CareProtocol   *protocol,
            CareSheetFacts *facts,
            GError        **error)
{
  g_auto (GStrv) areas = g_strsplit (options->areas, ",", -1);

  for (guint i = 0; areas[i] != NULL; i++)
    {
      g_strstrip (areas[i]);
      if (care_protocol_find_area (protocol, areas[i]) == NULL)
        {
          g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "--areas: the protocol has no area '%s'", areas[i]);
          return FALSE;
        }
    }
  care_sheet_facts_set_areas (facts, (const char *const *) areas);

  return TRUE;
}

static gboolean
read_products (const Options  *options,
               CareProtocol   *protocol,
               CareSheetFacts *facts,
               GError        **error)
{
  guint n = options->products != NULL ? g_strv_length (options->products) : 0;
  guint n_batches = options->batches != NULL ? g_strv_length (options->batches) : 0;

  if (n_batches > n)
    {
      g_set_error_literal (error, CARE_ERROR, CARE_ERROR_INPUT, "--batch: there is no --product ID for it");
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      if (care_protocol_find_product (protocol, options->products[i]) == NULL)
        {
          g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "--product: the protocol has no product '%s'",
                       options->products[i]);
          return FALSE;
        }
      care_sheet_facts_add_product (facts, options->products[i], NULL, i < n_batches ? options->batches[i] : NULL);
    }

  return TRUE;
}

static CareSheetFacts *
read_facts (const Options         *options,
            CareProtocol          *protocol,
            const CareSheetClinic *clinic,
            GError               **error)
{
  g_autoptr (CareSheetFacts) facts = NULL;
  const CareParameters *parameters = care_protocol_get_parameters (protocol);
  CareSheetKind kind = CARE_SHEET_SESSION;

  if (options->before)
    kind = CARE_SHEET_BEFORE;
  else if (options->test)
    kind = CARE_SHEET_TEST;
  facts = care_sheet_facts_new (kind, options->patient, CARE_INSTANT_NONE);
  facts->birth_year = (guint) options->born;
  facts->session_number = (guint) options->session;
  facts->session_count = (guint) options->sessions;
  facts->clinician = g_strdup (options->clinician);
  facts->next_kind = options->test ? CARE_VISIT_READING : CARE_VISIT_SESSION;
  facts->next_minutes = (guint) parameters->session_minutes;
  if (options->numbed || options->not_numbed)
    facts->numbed = options->numbed ? CARE_TRI_YES : CARE_TRI_NO;

  if (!read_time ("--finished", options->finished, clinic->zone, &facts->finished, error) ||
      !read_time ("--next", options->next, clinic->zone, &facts->next_visit, error) ||
      !read_time ("--reprint", options->reprint, clinic->zone, &facts->reprint_of, error) ||
      !read_areas (options, protocol, facts, error) ||
      !read_products (options, protocol, facts, error))
    return NULL;

  if (facts->finished != CARE_INSTANT_NONE && facts->next_visit != CARE_INSTANT_NONE &&
      facts->next_visit <= facts->finished)
    {
      g_set_error_literal (error, CARE_ERROR, CARE_ERROR_INPUT, "--next: the next visit lies before the end of this one");
      return NULL;
    }
  if (facts->finished != CARE_INSTANT_NONE && facts->next_visit == CARE_INSTANT_NONE && (facts->session_count == 0 || facts->session_number < facts->session_count))
    facts->next_earliest =
      options->test ? facts->finished + parameters->test_wait_hours * CARE_HOUR
                    : care_instant_add_local_days (facts->finished, clinic->zone,
                                                   care_protocol_get_min_gap_days (protocol, options->products != NULL
                                                                                               ? options->products[0]
                                                                                               : NULL),
                                                   NULL);

  if (options->answers != NULL)
    {
      g_auto (GStrv) pairs = care_ctl_sheet_read_answers (options->answers, options->form, protocol, clinic->zone,
                                                         facts->finished, error);

      if (pairs == NULL)
        return NULL;
      care_sheet_facts_set_clear_no (facts, (const char *const *) pairs);
    }

  return g_steal_pointer (&facts);
}

/* As at the desk: a patient's language that is not the clinic's has the clinic's beside it, unless one alone is asked for. */
static char **
dup_languages (const Options         *options,
               const CareSheetClinic *clinic)
{
  const char *said = options->language != NULL ? options->language : clinic->language;
  g_auto (GStrv) languages = NULL;
  g_autofree char *both = NULL;

  if (!options->one_language && strchr (said, ',') == NULL)
    {
      g_autofree char *own = g_strstrip (g_strdup (said));

      if (g_strcmp0 (own, clinic->language) != 0)
        both = g_strconcat (own, ",", clinic->language, NULL);
    }
  if (options->one_language)
    both = g_strndup (said, strcspn (said, ","));
  languages = g_strsplit (both != NULL ? both : said, ",", -1);
  for (guint i = 0; languages[i] != NULL; i++)
    g_strstrip (languages[i]);

  return g_steal_pointer (&languages);
}

static CareSheet *
make_sheet (const Options  *options,
            CareSheetPress *press,
            GError        **error)
{
  g_autofree char *words_path = NULL;
  CareCtlProtocolReader *reader = care_ctl_protocol_reader_start (options->protocol);
  g_autoptr (CareProtocol) protocol = NULL;
  g_autoptr (CareSheetClinic) clinic = read_clinic (options, error);
  g_autoptr (CareSheetFacts) facts = NULL;
  g_autoptr (CareWords) words = NULL;
  g_autoptr (CareClock) clock = care_clock_new_system ();
  g_auto (GStrv) languages = NULL;
  CareInstant now = care_clock_now (clock);

  /* All that needs no protocol, while a thread reads it. */
  words_path = clinic != NULL ? care_ctl_find_data (NULL, "words", "sheet.json", error) : NULL;
  words = words_path != NULL ? care_words_load (words_path, error) : NULL;
  if (press != NULL && words != NULL)
    {
      g_auto (GStrv) first = g_strsplit (options->language != NULL ? options->language : clinic->language, ",", 2);

      care_sheet_press_warm (press, first[0] != NULL ? first[0] : clinic->language);
    }
  protocol = care_ctl_protocol_reader_finish (reader, words != NULL ? error : NULL);
  if (words == NULL || protocol == NULL)
    return NULL;
  facts = read_facts (options, protocol, clinic, error);
  if (facts == NULL)
    return NULL;
  if (!read_time ("--clock", options->clock, clinic->zone, &now, error) || !care_ctl_sheet_is_in_time (facts, now, error))
    return NULL;

  languages = dup_languages (options, clinic);
  care_clinic_drop_claims (clinic, protocol, (const char *const *) languages);

  return care_sheet_new (protocol, words, clinic, facts, (const char *const *) languages, now, error);
}

static void
say_troubles (char **troubles)
{
  for (guint i = 0; troubles[i] != NULL; i++)
    g_printerr ("note: %s\n", troubles[i]);
  g_strfreev (troubles);
}

static gboolean
write_bytes (const char *path,
             GBytes     *bytes,
             GError    **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  GError *foreign = NULL;

  if (g_file_set_contents (path, data, (gssize) length, &foreign))
    return TRUE;

  care_error_take_foreign (error, foreign, CARE_ERROR_ENVIRONMENT, path);

  return FALSE;
}

static gboolean
write_png (CareSheetPages *pages,
           const char     *path,
           GError        **error)
{
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".png"));

  for (guint i = 0; i < care_sheet_pages_get_n_pages (pages); i++)
    {
      g_autoptr (GBytes) png = care_sheet_png_new (pages, i, PNG_DPI, error);
      g_autofree char *name = i == 0 ? g_strdup (path) : g_strdup_printf ("%s-%u.png", stem, i + 1);

      if (png == NULL || !write_bytes (name, png, error))
        return FALSE;
    }

  return TRUE;
}

static CareSheetPress *
make_press (void)
{
  g_autofree char *folder = care_ctl_data_path ("pictograms", "sun.svg");
  g_autofree char *pictograms = g_path_get_dirname (folder);
  g_autofree char *data_dir = g_path_get_dirname (pictograms);

  return care_sheet_press_new (data_dir);
}

static gboolean
write_pages (CareSheetPress *press,
             CareSheet      *sheet,
             const Options  *options,
             CarePaper       paper,
             GError        **error)
{
  g_autoptr (CareSheetPages) pages = care_sheet_pages_new_at (press, sheet, paper,
                                                              options->large ? CARE_PRINT_LARGE : CARE_PRINT_NORMAL, error);
  g_autoptr (GBytes) pdf = NULL;

  if (pages == NULL)
    return FALSE;

  say_troubles (care_sheet_pages_dup_troubles (pages));
  if (g_str_has_suffix (options->output, ".png"))
    return write_png (pages, options->output, error);

  pdf = care_sheet_pdf_new (pages, error);

  return pdf != NULL && write_bytes (options->output, pdf, error);
}

static gboolean
write_words (CareSheet     *sheet,
             const Options *options,
             GError       **error)
{
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (g_str_has_suffix (options->output, ".txt"))
    {
      text = care_sheet_to_text (sheet);
    }
  else
    {
      node = care_sheet_to_json (sheet);
      text = care_json_to_text (node, CARE_JSON_PRETTY);
    }
  bytes = g_bytes_new_static (text, strlen (text));

  return write_bytes (options->output, bytes, error);
}

/* aftercarectl sheet: design.md section 7. */
CareCtlStatus
care_ctl_sheet (int    argc,
                char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CareSheetPress) press = NULL;
  g_autoptr (CareSheet) sheet = NULL;
  CarePaper paper = CARE_PAPER_A4;
  gboolean words;

  if (!parse_options (&options, argc, argv, &error))
    return care_ctl_usage ("sheet: %s", error->message);
  if (find_fault (&options) != NULL)
    return care_ctl_usage ("sheet: %s", find_fault (&options));
  if (options.paper != NULL && !care_paper_from_name (options.paper, &paper))
    return care_ctl_usage ("sheet: --paper: there is no paper '%s'; choose a4, letter or a5", options.paper);

  words = g_str_has_suffix (options.output, ".txt") || g_str_has_suffix (options.output, ".json");
  /* First, because Pango looks through the fonts in a thread while the files are read. */
  if (!words)
    press = make_press ();
  sheet = make_sheet (&options, press, &error);
  if (sheet == NULL)
    return care_ctl_fail (error);

  say_troubles (care_sheet_dup_troubles (sheet));
  if (words ? !write_words (sheet, &options, &error) : !write_pages (press, sheet, &options, paper, &error))
    return care_ctl_fail (error);

  return CARE_CTL_DONE;
}

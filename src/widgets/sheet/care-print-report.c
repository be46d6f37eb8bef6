/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/sheet/care-print-report.h"

#include "config.h"

#include <string.h>

#include <cups/cups.h>
#include <glib/gi18n.h>

#include "widgets/sheet/care-print-server.h"

/* What is asked. */
typedef struct
{
  char *printer;
  char *title;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_free (self->printer);
  g_free (self->title);
  g_free (self);
}

void
care_print_report_free (CarePrintReport *self)
{
  g_free (self->printer);
  g_free (self->wrong);
  g_free (self->message);
  g_free (self->about);
  g_free (self);
}

/* ---- what the printer says ---- */

/* RFC 8011, 5.4.12: a keyword, with "-error", "-warning" or "-report" behind it. A printer that is off prints nothing,
 * however softly CUPS's own backends say so: "offline-report". */
static gboolean
is_reason (const char *reason,
           const char *keyword)
{
  gsize length = strlen (keyword);

  return strncmp (reason, keyword, length) == 0
         && (reason[length] == '\0' || g_str_equal (reason + length, "-error") || g_str_equal (reason + length, "-warning")
             || (g_str_equal (reason + length, "-report") && g_str_equal (keyword, "offline")));
}

static void
read_reason (CarePrintReport *self,
             const char      *reason)
{
  static const struct
  {
    const char *keyword;
    const char *words;
    gboolean    offline;
  } needs[] = {
    { "media-jam", N_("Paper is jammed."), FALSE },
    { "cover-open", N_("A cover is open."), FALSE },
    { "door-open", N_("A door is open."), FALSE },
    { "interlock-open", N_("A door is open."), FALSE },
    { "toner-empty", N_("It is out of toner."), FALSE },
    { "marker-supply-empty", N_("It is out of ink or toner."), FALSE },
    { "output-area-full", N_("Its output tray is full."), FALSE },
    { "offline", N_("It is off or not connected."), TRUE },
    { "shutdown", N_("It is off or not connected."), TRUE },
    { "timed-out", N_("It is off or not connected."), TRUE },
  };

  if (is_reason (reason, "connecting-to-device") || g_str_equal (reason, "connecting-to-device-report"))
    self->connecting = TRUE;
  if (is_reason (reason, "media-empty") || is_reason (reason, "media-needed"))
    self->out_of_paper = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (needs); i++)
    if (is_reason (reason, needs[i].keyword))
      {
        self->offline = self->offline || needs[i].offline;
        if (self->wrong == NULL)
          self->wrong = g_strdup (_(needs[i].words));
      }
}

/* One printer of the answer, from @attribute up to the next printer. */
typedef struct
{
  const char      *name;
  const char      *message;
  const char      *info;
  const char      *location;
  ipp_attribute_t *reasons;
  int              state;
  int              waiting;
  gboolean         accepting;
} Found;

static ipp_attribute_t *
read_printer (ipp_t           *answer,
              ipp_attribute_t *attribute,
              Found           *found)
{
  *found = (Found) { NULL };
  for (; attribute != NULL && ippGetGroupTag (attribute) == IPP_TAG_PRINTER; attribute = ippNextAttribute (answer))
    {
      const char *name = ippGetName (attribute);

      if (g_strcmp0 (name, "printer-name") == 0)
        found->name = ippGetString (attribute, 0, NULL);
      else if (g_strcmp0 (name, "printer-state-message") == 0)
        found->message = ippGetString (attribute, 0, NULL);
      else if (g_strcmp0 (name, "printer-info") == 0)
        found->info = ippGetString (attribute, 0, NULL);
      else if (g_strcmp0 (name, "printer-location") == 0)
        found->location = ippGetString (attribute, 0, NULL);
      else if (g_strcmp0 (name, "printer-state-reasons") == 0)
        found->reasons = attribute;
      else if (g_strcmp0 (name, "queued-job-count") == 0)
        found->waiting = ippGetInteger (attribute, 0);
      else if (g_strcmp0 (name, "printer-state") == 0)
        found->state = ippGetInteger (attribute, 0);
      else if (g_strcmp0 (name, "printer-is-accepting-jobs") == 0)
        found->accepting = ippGetBoolean (attribute, 0) != 0;
    }

  return attribute;
}

/* The name says it already where the system has nothing else to say. */
static char *
dup_about (const Found *found)
{
  gboolean info = found->info != NULL && *found->info != '\0' && g_strcmp0 (found->info, found->name) != 0;
  gboolean location = found->location != NULL && *found->location != '\0';

  if (info && location)
    return g_strdup_printf ("%s, %s", found->info, found->location);
  return info || location ? g_strdup (info ? found->info : found->location) : NULL;
}

static void
take_printer (CarePrintReport *self,
              const Found     *found)
{
  g_free (self->printer);
  self->printer = g_strdup (found->name);
  self->known = TRUE;
  self->stopped = found->state == IPP_PSTATE_STOPPED;
  self->accepting = found->accepting;
  self->waiting = (guint) MAX (found->waiting, 0);
  g_free (self->about);
  self->about = dup_about (found);
  for (int i = 0; found->reasons != NULL && i < ippGetCount (found->reasons); i++)
    read_reason (self, ippGetString (found->reasons, i, NULL));
  if ((self->stopped || !self->accepting) && found->message != NULL && *found->message != '\0')
    self->message = g_strdup (found->message);
}

static ipp_t *
ask_printers (http_t *http)
{
  static const char *const wanted[] = { "printer-name", "printer-state", "printer-state-message", "printer-state-reasons",
                                        "printer-is-accepting-jobs", "printer-info", "printer-location", "queued-job-count" };
  ipp_t *request = ippNewRequest (IPP_OP_CUPS_GET_PRINTERS);

  ippAddString (request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", NULL, cupsUser ());
  ippAddStrings (request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", G_N_ELEMENTS (wanted), NULL, wanted);

  return cupsDoRequest (http, request, "/");
}

/* No printer at all is an answer. */
static gboolean
is_answer (ipp_t *answer)
{
  return answer != NULL && (ippGetStatusCode (answer) < IPP_STATUS_REDIRECTION_OTHER_SITE
                            || ippGetStatusCode (answer) == IPP_STATUS_ERROR_NOT_FOUND);
}

/* The next printer of the answer, from @attribute on; FALSE at its end. */
static gboolean
next_printer (ipp_t            *answer,
              ipp_attribute_t **attribute,
              Found            *found)
{
  while (*attribute != NULL)
    {
      if (ippGetGroupTag (*attribute) != IPP_TAG_PRINTER)
        {
          *attribute = ippNextAttribute (answer);
          continue;
        }
      *attribute = read_printer (answer, *attribute, found);
      if (found->name != NULL)
        return TRUE;
    }

  return FALSE;
}

/* FALSE when the print system did not answer. */
static gboolean
report_printer (CarePrintReport *self,
                http_t          *http)
{
  ipp_t *answer = ask_printers (http);
  const char *name = self->printer;
  ipp_attribute_t *attribute;
  guint count = 0;
  Found found;
  Found only = { NULL };

  if (!is_answer (answer))
    {
      ippDelete (answer);
      return FALSE;
    }
  if (name == NULL)
    name = cupsGetDefault2 (http);
  attribute = ippFirstAttribute (answer);
  while (!self->known && next_printer (answer, &attribute, &found))
    {
      count++;
      only = found;
      if (name != NULL && g_str_equal (name, found.name))
        take_printer (self, &found);
    }
  if (!self->known && name == NULL && count == 1)
    take_printer (self, &only);
  ippDelete (answer);

  return TRUE;
}

/* (nullable) (element-type CarePrintReport): NULL when the print system did not answer */
static GPtrArray *
report_printers (http_t *http)
{
  g_autoptr (GPtrArray) reports = g_ptr_array_new_with_free_func ((GDestroyNotify) care_print_report_free);
  ipp_t *answer = ask_printers (http);
  const char *system;
  ipp_attribute_t *attribute;
  Found found;

  if (!is_answer (answer))
    {
      ippDelete (answer);
      return NULL;
    }
  system = cupsGetDefault2 (http);
  attribute = ippFirstAttribute (answer);
  while (next_printer (answer, &attribute, &found))
    {
      CarePrintReport *report = g_new0 (CarePrintReport, 1);

      take_printer (report, &found);
      report->system = g_strcmp0 (system, found.name) == 0;
      g_ptr_array_add (reports, report);
    }
  ippDelete (answer);

  return g_steal_pointer (&reports);
}

/* ---- what has become of the job ---- */

static CareQueued
read_job (ipp_jstate_t state)
{
  switch (state)
    {
    case IPP_JSTATE_COMPLETED:
      return CARE_QUEUED_DONE;
    case IPP_JSTATE_CANCELED:
    case IPP_JSTATE_ABORTED:
      return CARE_QUEUED_GIVEN_UP;
    case IPP_JSTATE_PROCESSING:
      return CARE_QUEUED_PRINTING;
    case IPP_JSTATE_PENDING:
    case IPP_JSTATE_HELD:
    case IPP_JSTATE_STOPPED:
    default:
      return CARE_QUEUED_WAITING;
    }
}

/* At whatever printer: it may have been moved. */
static gboolean
report_job (CarePrintReport *self,
            http_t          *http,
            const char      *title)
{
  cups_job_t *jobs = NULL;
  int count = cupsGetJobs2 (http, &jobs, NULL, 1, CUPS_WHICHJOBS_ALL);

  self->queued = CARE_QUEUED_UNKNOWN;
  for (int i = 0; i < count; i++)
    if (jobs[i].title != NULL && g_str_equal (jobs[i].title, title))
      {
        self->queued = read_job (jobs[i].state);
        if (jobs[i].dest != NULL)
          {
            g_free (self->printer);
            self->printer = g_strdup (jobs[i].dest);
          }
      }
  if (count >= 0)
    cupsFreeJobs (count, jobs);

  return count >= 0;
}

/* ---- asking ---- */

/* In a thread of its own: the print system's library waits for every answer. */
static void
ask_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  const Question *question = data;
  g_autoptr (CarePrintReport) self = g_new0 (CarePrintReport, 1);
  http_t *http = care_print_server_open ();
  gboolean answered = http != NULL;

  self->printer = g_strdup (question->printer);
  if (answered)
    {
      answered = (question->title == NULL || report_job (self, http, question->title)) && report_printer (self, http);
      httpClose (http);
    }
  if (answered)
    g_task_return_pointer (task, g_steal_pointer (&self), (GDestroyNotify) care_print_report_free);
  else
    g_task_return_error (task, care_print_server_new_silence ());
}

static void
list_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  http_t *http = care_print_server_open ();
  GPtrArray *reports = http != NULL ? report_printers (http) : NULL;

  if (http != NULL)
    httpClose (http);
  if (reports != NULL)
    g_task_return_pointer (task, reports, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, care_print_server_new_silence ());
}

/**
 * care_print_report_ask_async:
 * @printer: (nullable): which printer; %NULL for the default one, or the only one
 * @title: (nullable): the job's title
 * @cancellable: (nullable): to give up
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Asks the print system, without blocking. A job is found by its title, at whatever printer it lies.
 */
void
care_print_report_ask_async (const char          *printer,
                             const char          *title,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  g_task_set_source_tag (task, care_print_report_ask_async);
  question->printer = g_strdup (printer);
  question->title = g_strdup (title);
  g_task_set_task_data (task, question, question_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, ask_in_thread);
}

/**
 * care_print_report_ask_finish:
 * @result: the result
 * @error: %CARE_ERROR_ENVIRONMENT when the print system does not answer
 *
 * Returns: (transfer full) (nullable): what it says
 */
CarePrintReport *
care_print_report_ask_finish (GAsyncResult *result,
                              GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * care_print_report_list_async:
 * @cancellable: (nullable): to give up
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Asks the print system for all of its printers, without blocking.
 */
void
care_print_report_list_async (GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, care_print_report_list_async);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, list_in_thread);
}

/**
 * care_print_report_list_finish:
 * @result: the result
 * @error: %CARE_ERROR_ENVIRONMENT when the print system does not answer
 *
 * Returns: (transfer full) (nullable) (element-type CarePrintReport): a report of each
 */
GPtrArray *
care_print_report_list_finish (GAsyncResult *result,
                               GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

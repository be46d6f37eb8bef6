/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/sheet/care-print-recall.h"

#include "config.h"

#include <glib/gi18n.h>

#include "base/care-error.h"
#include "widgets/sheet/care-print-server.h"

/* In a thread of its own: the print system's library waits for every answer. */
static void
recall_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  const char *title = data;
  http_t *http = care_print_server_open ();
  cups_job_t *jobs = NULL;
  int count = http != NULL ? cupsGetJobs2 (http, &jobs, NULL, 1, CUPS_WHICHJOBS_ACTIVE) : -1;
  gboolean found = FALSE;

  if (count < 0)
    {
      g_task_return_error (task, care_print_server_new_silence ());
      if (http != NULL)
        httpClose (http);
      return;
    }
  for (int i = 0; !found && i < count; i++)
    {
      if (g_strcmp0 (jobs[i].title, title) != 0)
        continue;
      found = TRUE;
      if (cupsCancelJob2 (http, jobs[i].dest, jobs[i].id, 0) < IPP_STATUS_REDIRECTION_OTHER_SITE)
        g_task_return_boolean (task, TRUE);
      else
        g_task_return_new_error (task, CARE_ERROR, CARE_ERROR_ENVIRONMENT, _("%s does not give the sheet back: %s"), jobs[i].dest,
                                 cupsLastErrorString ());
    }
  if (!found)
    g_task_return_new_error (task, CARE_ERROR, CARE_ERROR_NOT_FOUND, "%s", _("The sheet waits there no more. Look at the printer."));
  cupsFreeJobs (count, jobs);
  httpClose (http);
}

/**
 * care_print_recall_async:
 * @title: what the job is called
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Cancels it, at whatever printer it lies, without blocking.
 */
void
care_print_recall_async (const char          *title,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_return_if_fail (title != NULL);

  g_task_set_source_tag (task, care_print_recall_async);
  g_task_set_task_data (task, g_strdup (title), g_free);
  g_task_run_in_thread (task, recall_in_thread);
}

/**
 * care_print_recall_finish:
 * @result: the result
 * @error: %CARE_ERROR_NOT_FOUND when no such job waits, %CARE_ERROR_ENVIRONMENT when the print system does not answer or
 *   refuses
 *
 * Returns: whether it was taken back
 */
gboolean
care_print_recall_finish (GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

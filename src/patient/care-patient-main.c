/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "config.h"

#include <stdlib.h>

#include "base/care-memory.h"
#include "keeper/care-keeper-wire.h"
#include "patient/care-patient-application.h"
#include "patient/care-patient-idle.h"

static int
fail (GError *error)
{
  g_printerr ("aftercare-patient: %s\n", error->message);

  return error->domain == CARE_ERROR ? care_error_exit_status (error) : 2;
}

int
main (int    argc,
      char **argv)
{
  gboolean windowed = FALSE;
  int warn = CARE_PATIENT_IDLE_WARN;
  int blank = CARE_PATIENT_IDLE_BLANK;
  const GOptionEntry entries[] = {
    { "windowed", 0, 0, G_OPTION_ARG_NONE, &windowed, "Not full screen (tests and demonstrations)", NULL },
    { "idle-warn", 0, 0, G_OPTION_ARG_INT, &warn, "Seconds without a touch until the warning", G_STRINGIFY (CARE_PATIENT_IDLE_WARN) },
    { "idle-blank", 0, 0, G_OPTION_ARG_INT, &blank, "Seconds without a touch until the screen is blank", G_STRINGIFY (CARE_PATIENT_IDLE_BLANK) },
    G_OPTION_ENTRY_NULL,
  };
  int socket = care_keeper_wire_adopt ();
  g_autoptr (GOptionContext) options = g_option_context_new ("- the patient's screen; the keeper starts it");
  g_autoptr (CareEnvelope) envelope = NULL;
  g_autoptr (CarePatientSession) session = NULL;
  g_autoptr (CarePatientApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  char *arguments[] = { argv[0], NULL };

  care_memory_keep_freed ();
  /* No way in through the environment either. */
  g_unsetenv ("GTK_DEBUG");
  g_option_context_add_main_entries (options, entries, NULL);
  if (!g_option_context_parse (options, &argc, &argv, &error))
    return fail (error);
  if (warn < 1 || blank <= warn)
    {
      g_printerr ("aftercare-patient: --idle-blank must be more than --idle-warn\n");
      return 2;
    }

  envelope = care_envelope_new_from_fd (CARE_KEEPER_FD_ENVELOPE, &error);
  if (envelope == NULL)
    return fail (error);
  session = care_patient_session_new (g_steal_pointer (&envelope), CARE_KEEPER_FD_JOURNAL, &error);
  if (session == NULL)
    return fail (error);

  application = care_patient_application_new (session, socket, windowed, (guint) warn, (guint) blank);

  return g_application_run (G_APPLICATION (application), 1, arguments);
}

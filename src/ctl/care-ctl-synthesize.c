/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "ctl/care-ctl.h"

#include <unistd.h>

#include "clinic/care-clinic-sample.h"
#include "ctl/care-ctl-store.h"

static void
done_cb (guint    patient,
         gpointer user_data)
{
  if (isatty (STDERR_FILENO))
    g_printerr ("\r%u of %d", patient, GPOINTER_TO_INT (user_data));
}

CareCtlStatus
care_ctl_synthesize (int    argc,
                     char **argv)
{
  g_auto (CareCtlStore) store = { NULL };
  int patients = 0;
  int seed = 1;
  const GOptionEntry entries[] = {
    { "patients", 0, 0, G_OPTION_ARG_INT, &patients, "how many", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "which clinic; the same seed gives the same lives", "S" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("- fill records with a believable made-up clinic");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  care_ctl_store_add_options (&store, context);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    return care_ctl_usage ("synthesize: %s", error->message);
  if (argc != 1)
    return care_ctl_usage ("synthesize: '%s' is not understood", argv[1]);
  if (patients < 1 || patients > 100000)
    return care_ctl_usage ("synthesize: --patients must be 1 to 100000");

  if (!care_ctl_store_open_clinic (&store, TRUE, &error)
      || !care_clinic_synthesize (store.store, store.clock, store.info, store.protocol, store.forms_dir, store.data_dir,
                                  (guint) patients, (guint32) seed, done_cb, GINT_TO_POINTER (patients), &error))
    return care_ctl_fail (error);

  if (isatty (STDERR_FILENO))
    g_printerr ("\n");
  g_print ("%s: %d patients\n", store.data_dir, patients);

  return CARE_CTL_DONE;
}

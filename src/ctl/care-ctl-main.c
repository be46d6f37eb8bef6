/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "ctl/care-ctl.h"

#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "base/care-error.h"

static const CareCtlCommand commands[] = {
  { "export", "write records out as FHIR or iCalendar", care_ctl_export },
  { "form", "check forms, and answers against them", care_ctl_form },
  { "plan", "plan a course of sessions", care_ctl_plan },
  { "protocol", "check protocols", care_ctl_protocol },
  { "records", "make, check and count records", care_ctl_records },
  { "screen", "hold answers against a protocol", care_ctl_screen },
  { "sheet", "make an aftercare sheet: PDF, PNG, text or JSON", care_ctl_sheet },
  { "synthesize", "fill records with a believable made-up clinic", care_ctl_synthesize },
  { NULL, NULL, NULL },
};

CareCtlStatus
care_ctl_usage (const char *format,
                ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  g_printerr ("aftercarectl: %s\nTry 'aftercarectl --help'.\n", message);

  return CARE_CTL_USAGE;
}

CareCtlStatus
care_ctl_fail (const GError *error)
{
  g_return_val_if_fail (error != NULL, CARE_CTL_ENVIRONMENT);

  g_printerr ("%s\n", error->message);

  return care_error_exit_status (error);
}

/**
 * care_ctl_data_path:
 * @folder: a folder of the installed data, "protocols"
 * @name: a file in it
 *
 * Returns: (transfer full): where the installed data has it; the environment
 *   variable AFTERCARE_DATA names another place (run from the tree, tests)
 */
char *
care_ctl_data_path (const char *folder,
                    const char *name)
{
  const char *data = g_getenv ("AFTERCARE_DATA");

  return g_build_filename (data != NULL ? data : CARE_DATA_DIR, folder, name, NULL);
}

static void
print_help (void)
{
  g_print ("Usage: aftercarectl COMMAND [ARGUMENTS]\n\nCommands:\n");
  for (gsize i = 0; commands[i].name != NULL; i++)
    g_print ("  %-12s %s\n", commands[i].name, commands[i].summary);
  g_print ("\n  --help       this text; 'aftercarectl COMMAND --help' says more\n"
           "  --version    the version\n"
           "\nExit status: 0 done, 1 the input is at fault or the answer is no,\n"
           "2 usage, 3 the environment is at fault.\n");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");

  if (argc < 2)
    return care_ctl_usage ("a command is missing");

  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      print_help ();
      return CARE_CTL_DONE;
    }

  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("aftercarectl %s\n", CARE_VERSION);
      return CARE_CTL_DONE;
    }

  for (gsize i = 0; commands[i].name != NULL; i++)
    if (strcmp (argv[1], commands[i].name) == 0)
      return commands[i].run (argc - 1, argv + 1);

  return care_ctl_usage ("no command '%s'", argv[1]);
}

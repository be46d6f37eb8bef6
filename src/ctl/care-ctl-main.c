/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "ctl/care-ctl.h"

#include "config.h"

#include <locale.h>
#include <string.h>

#include "base/care-error.h"
#include "base/care-json.h"

static const CareCtlCommand commands[] = {
  { "export", "write records out as FHIR or iCalendar", care_ctl_export },
  { "form", "check forms, and answers against them", care_ctl_form },
  { "plan", "plan a course of sessions", care_ctl_plan },
  { "protocol", "check and approve protocols", care_ctl_protocol },
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

/* Answers may come from anywhere: what is forgiven before they are read is said on stderr. */
JsonNode *
care_ctl_load_answers (const char  *path,
                       GError     **error)
{
  gboolean marked;
  JsonNode *node = care_json_load_foreign (path, NULL, &marked, error);

  if (node != NULL && marked)
    g_printerr ("note: %s: /: a byte order mark before the answers; passed over\n", path);

  return node;
}

/* A program that was built and not installed: the tree's data, some folders above the program. */
static char *
find_tree_data (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;

  for (int above = 0; folder != NULL && above < 4; above++)
    {
      g_autofree char *data = g_build_filename (folder, "data", NULL);
      g_autofree char *known = g_build_filename (data, "protocols", "fact-ids.json", NULL);
      g_autofree char *child = g_steal_pointer (&folder);

      if (g_file_test (known, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&data);
      folder = g_path_get_dirname (child);
    }

  return NULL;
}

/**
 * care_ctl_data_path:
 * @folder: a folder of the installed data, "protocols"
 * @name: a file in it
 *
 * Returns: (transfer full): where the installed data has it; the environment
 *   variable AFTERCARE_DATA names another place (tests), and a program that
 *   runs from the tree it was built in finds the tree's
 */
char *
care_ctl_data_path (const char *folder,
                    const char *name)
{
  const char *data = g_getenv ("AFTERCARE_DATA");
  g_autofree char *tree = NULL;

  if (data == NULL && !g_file_test (CARE_DATA_DIR, G_FILE_TEST_IS_DIR))
    tree = find_tree_data ();
  if (data == NULL)
    data = tree != NULL ? tree : CARE_DATA_DIR;

  return g_build_filename (data, folder, name, NULL);
}

/**
 * care_ctl_find_data:
 * @given: (nullable): the file that the command line names
 * @folder: a folder of the installed data, for when it names none
 * @name: a file in it
 * @error: %CARE_ERROR_ENVIRONMENT when it is not there: nobody wrote its name, so
 *   the installation is at fault and not the input
 *
 * Returns: (transfer full) (nullable): the file to read
 */
char *
care_ctl_find_data (const char  *given,
                    const char  *folder,
                    const char  *name,
                    GError     **error)
{
  g_autofree char *path = NULL;

  if (given != NULL)
    return g_strdup (given);

  path = care_ctl_data_path (folder, name);
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return g_steal_pointer (&path);

  g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT,
               "%s: this file of Aftercare is missing; install it again, or set AFTERCARE_DATA to its data", path);

  return NULL;
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
      {
        g_autofree char *called = g_strconcat ("aftercarectl ", commands[i].name, NULL);

        g_set_prgname (called);

        return commands[i].run (argc - 1, argv + 1);
      }

  return care_ctl_usage ("no command '%s'", argv[1]);
}

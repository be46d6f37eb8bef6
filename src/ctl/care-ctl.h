/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The last line of every command's --help. */
#define CARE_CTL_STATUS_HELP \
  "Exit status: 0 done, 1 the input is at fault or the answer is no,\n" \
  "2 usage, 3 the environment is at fault.\n"

/**
 * CareCtlStatus:
 * @CARE_CTL_DONE: done
 * @CARE_CTL_NO: the input is at fault, or the answer is no
 * @CARE_CTL_USAGE: the command line is wrong
 * @CARE_CTL_ENVIRONMENT: the environment is at fault (disk, permissions)
 *
 * Exit statuses of the command-line contract.
 */
typedef enum
{
  CARE_CTL_DONE = 0,
  CARE_CTL_NO = 1,
  CARE_CTL_USAGE = 2,
  CARE_CTL_ENVIRONMENT = 3,
} CareCtlStatus;

/**
 * CareCtlRun:
 * @argc: number of words after the command's name
 * @argv: those words, the command's name first (as for GOptionContext)
 *
 * Runs one command. Output goes to stdout, complaints to stderr.
 *
 * Returns: the exit status
 */
typedef CareCtlStatus (*CareCtlRun) (int    argc,
                                     char **argv);

/**
 * CareCtlCommand:
 * @name: the first word, "form"
 * @summary: one line for --help
 * @run: what to do
 */
typedef struct
{
  const char *name;
  const char *summary;
  CareCtlRun  run;
} CareCtlCommand;

CareCtlStatus care_ctl_usage    (const char  *format,
                                 ...) G_GNUC_PRINTF (1, 2);
CareCtlStatus care_ctl_fail     (const GError *error);
JsonNode     *care_ctl_load_answers (const char *path,
                                     GError    **error) G_GNUC_WARN_UNUSED_RESULT;
char         *care_ctl_data_path (const char  *folder,
                                 const char   *name) G_GNUC_WARN_UNUSED_RESULT;
char         *care_ctl_find_data (const char  *given,
                                 const char   *folder,
                                 const char   *name,
                                 GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* One line for each file care-ctl-<name>.c; add yours here and in the table of care-ctl-main.c. */
/* `protocol approve` and `protocol withdraw`; @argv[0] is that word. */
CareCtlStatus care_ctl_approve  (int          argc,
                                 char       **argv);
CareCtlStatus care_ctl_export   (int          argc,
                                 char       **argv);
CareCtlStatus care_ctl_form     (int          argc,
                                 char       **argv);
CareCtlStatus care_ctl_plan     (int          argc,
                                 char       **argv);
CareCtlStatus care_ctl_protocol (int          argc,
                                 char       **argv);
CareCtlStatus care_ctl_records  (int          argc,
                                 char       **argv);
CareCtlStatus care_ctl_screen   (int          argc,
                                 char       **argv);
CareCtlStatus care_ctl_sheet     (int           argc,
                                  char        **argv);
CareCtlStatus care_ctl_synthesize (int        argc,
                                   char     **argv);

G_END_DECLS

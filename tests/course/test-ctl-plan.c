/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>
#include <sys/wait.h>

#include <glib/gstdio.h>

#include "base/care-json.h"

/* The real aftercarectl, named by AFTERCARECTL, on the sample clinic and protocol. */

#define BUSY                                                                                     \
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:1@test\r\n"       \
  "DTSTAMP:20261101T000000Z\r\nDTSTART;TZID=Europe/Madrid:20261130T143000\r\nDURATION:PT2H\r\n"  \
  "END:VEVENT\r\nEND:VCALENDAR\r\n"

/* Taken for a year: there is no plan. */
#define FULL                                                                                     \
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:1@test\r\n"       \
  "DTSTAMP:20261101T000000Z\r\nDTSTART;VALUE=DATE:20261101\r\nDTEND;VALUE=DATE:20271101\r\n"      \
  "END:VEVENT\r\nEND:VCALENDAR\r\n"

static const struct
{
  const char *name;
  const char *arguments; /* BUSY, FULL and BROKEN stand for files */
  int         status;
  const char *output[4]; /* parts of stdout, in this order */
  const char *complaint; /* part of stderr, or NULL for none */
} cases[] = {
  { "weekly", "--sessions 3 --from 2026-11-23T15:10 --every 7 --areas thighs,face", 0,
    { "\"possible\": true", "2026-11-23T15:10:00+01:00", "2026-11-30T15:10:00+01:00", "2026-12-07T15:10:00+01:00" }, NULL },
  { "with-offset", "--sessions 1 --from 2026-11-23T14:10:00Z", 0,
    { "\"start\": \"2026-11-23T15:10:00+01:00\"", "\"end\": \"2026-11-23T16:10:00+01:00\"", "\"resource\": \"room-1\"" }, NULL },
  { "clock-change", "--sessions 2 --from 2027-03-24T15:10", 0,
    { "2027-03-24T15:10:00+01:00", "2027-03-31T15:10:00+02:00" }, NULL },
  { "christmas", "--sessions 2 --from 2026-12-18T10:00", 0,
    { "2026-12-18T10:00:00+01:00", "2026-12-26T10:00:00+01:00", "\"wanted\": \"2026-12-25T10:00:00+01:00\"", "Christmas Day" },
    "session 2: 2026-12-25: the clinic is closed (Christmas Day)" },
  { "busy", "--sessions 2 --from 2026-11-23T15:10 --busy BUSY", 0,
    { "2026-11-23T15:10:00+01:00", "2026-11-30T16:40:00+01:00", "no room is free" }, "session 2" },
  { "never-free", "--sessions 2 --from 2026-11-23T15:10 --busy FULL", 1,
    { "\"possible\": false", "\"sessions\": []", "\"problems\"", "\"why\": \"busy\"" }, "session 1: 2026-11-23 15:10: no room is free" },
  { "product", "--sessions 2 --from 2026-11-23T15:10 --product product-d", 0,
    { "2026-11-23T15:10:00+01:00", "2026-12-24T15:10:00+01:00" }, NULL },
  { "every-none", "--sessions 2 --from 2026-11-23T15:10 --every 0", 1, { "\"possible\": false", "\"sessions\": []", "--every: 0: " },
    "--every: 0: sessions are 1 to 366 days apart" },
  { "every-negative", "--sessions 2 --from 2026-11-23T15:10 --every -3", 1, { "\"possible\": false", "\"sessions\": []" },
    "--every: -3: " },
  { "every-too-many", "--sessions 2 --from 2026-11-23T15:10 --every 367", 1, { "\"possible\": false", "\"sessions\": []" },
    "--every: 367: " },
  { "too-often", "--sessions 2 --from 2026-11-23T15:10 --every 3", 1, { "\"possible\": false", "\"sessions\": []", "at least 7 days" },
    "at least 7 days" },
  { "too-many-of-product", "--sessions 7 --from 2026-11-23T15:10 --product product-d", 1, { "\"possible\": false" }, "plan fewer" },
  { "too-many", "--sessions 1000 --from 2026-11-23T15:10", 1, { "\"possible\": false" }, "1 to 100" },
  { "no-such-time", "--sessions 1 --from 2027-03-28T02:30", 1, { "\"possible\": false", "does not exist" },
    "2027-03-28T01:30:00+01:00 or 2027-03-28T03:30:00+02:00" },
  { "time-twice", "--sessions 1 --from 2026-10-25T02:30", 1, { "\"possible\": false", "happens twice" },
    "2026-10-25T02:30:00+02:00 or 2026-10-25T02:30:00+01:00" },
  { "series-over-no-such-time", "--sessions 2 --from 2027-03-21T02:30", 1,
    { "\"possible\": false", "\"sessions\": []", "\"why\": \"no-such-time\"" }, "session 2: 2027-03-28 02:30 does not exist" },
  { "no-time", "--sessions 1 --from tomorrow", 1, { "\"possible\": false" }, "--from: this is not a date and time" },
  { "no-area", "--sessions 1 --from 2026-11-23T15:10 --areas knees", 1, { NULL }, "no area \"knees\"" },
  { "no-clinic", "--sessions 1 --from 2026-11-23T15:10 --clinic /nowhere.json", 1, { NULL }, "/nowhere.json" },
  { "broken-clinic", "--sessions 1 --from 2026-11-23T15:10 --clinic BROKEN", 1, { NULL }, "BROKEN" },
  { "broken-protocol", "--sessions 1 --from 2026-11-23T15:10 --protocol BROKEN", 1, { NULL }, "BROKEN" },
  { "broken-busy", "--sessions 1 --from 2026-11-23T15:10 --busy BROKEN", 1, { NULL }, "BROKEN: line 1: " },
  { "nothing", "", 2, { NULL }, "--sessions N and --from T are needed" },
  { "word-too-many", "--sessions 1 --from 2026-11-23T15:10 soon", 2, { NULL }, "'soon'" },
  { "no-number", "--sessions many --from 2026-11-23T15:10", 2, { NULL }, "many" },
  { "bad-option", "--fast", 2, { NULL }, "--fast" },
  { "help", "--help", 0, { "Usage:", "--busy=FILE.ics" }, NULL },
};

static char *
write_file (const char *folder,
            const char *name,
            const char *text)
{
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
test_run (gconstpointer data)
{
  guint number = GPOINTER_TO_UINT (data);
  g_autofree char *folder = g_dir_make_tmp ("aftercare-plan-XXXXXX", NULL);
  g_autofree char *busy = write_file (folder, "busy.ics", BUSY);
  g_autofree char *full = write_file (folder, "full.ics", FULL);
  g_autofree char *broken = write_file (folder, "BROKEN", "{\"oops\"");
  g_autoptr (GString) line = g_string_new (cases[number].arguments);
  g_autofree char *whole = NULL;
  g_autofree char *output = NULL;
  g_autofree char *complaint = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GError) error = NULL;
  const char *from;
  int status;

  g_string_replace (line, "BUSY", busy, 0);
  g_string_replace (line, "FULL", full, 0);
  g_string_replace (line, "BROKEN", broken, 0);
  whole = g_strdup_printf ("%s plan %s", g_getenv ("AFTERCARECTL"), line->str);
  g_assert_true (g_shell_parse_argv (whole, NULL, &words, NULL));
  g_spawn_sync (NULL, words, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, &complaint, &status, &error);
  g_assert_no_error (error);

  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) != cases[number].status)
    g_error ("status %d: %s%s", WEXITSTATUS (status), output, complaint);
  from = output;
  for (gsize i = 0; i < G_N_ELEMENTS (cases[number].output) && cases[number].output[i] != NULL; i++)
    {
      from = strstr (from, cases[number].output[i]);
      if (from == NULL)
        g_error ("no \"%s\" in %s", cases[number].output[i], output);
    }
  if (cases[number].complaint == NULL)
    g_assert_cmpstr (complaint, ==, "");
  else if (strstr (complaint, cases[number].complaint) == NULL)
    g_error ("no \"%s\" in \"%s\"", cases[number].complaint, complaint);

  /* What is printed for programs is JSON, whatever the answer. */
  if (*output == '{')
    {
      const CareJsonLimits limits = CARE_JSON_LIMITS_DEFAULT;
      g_autoptr (JsonNode) node = care_json_parse (output, -1, "stdout", &limits, &error);

      g_assert_no_error (error);
    }

  g_unlink (busy);
  g_unlink (full);
  g_unlink (broken);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/course/ctl-plan/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_run);
    }

  return g_test_run ();
}

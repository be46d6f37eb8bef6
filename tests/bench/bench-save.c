/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* What it costs until an answer is in the journal when 5,000 questions are answered, against the same when 50 are: the work of
 * all threads from the key to "saved", and the bytes written. */

#include "patient-fixture.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <time.h>

#include "journal/care-journal-file.h"

#define LARGE   5000
#define SMALL   50
#define ROUNDS  15
#define ANSWERS 20
#define LIMIT   2.0

typedef struct
{
  PatientFixture *fixture;
  double          best_ms;
  double          bytes;
} Side;

static double
get_work_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1000.0 + (double) now.tv_nsec / 1e6;
}

static char *
make_form (guint n_items)
{
  GString *text = g_string_new ("{\"resourceType\":\"Questionnaire\",\"url\":\"https://x.example/large\",\"version\":\"1\","
                                "\"status\":\"active\",\"language\":\"en\",\"item\":[");

  for (guint i = 0; i < n_items; i++)
    g_string_append_printf (text, "%s{\"linkId\":\"q%u\",\"text\":\"Question number %u, in a few words?\",\"type\":\"string\"}",
                            i > 0 ? "," : "", i, i);
  g_string_append (text, "]}");

  return g_string_free (text, FALSE);
}

static void
answer (PatientFixture *fixture,
        guint           question,
        guint           number)
{
  CareResponse *response = care_patient_session_get_response (fixture->session, 0);
  g_autofree char *link_id = g_strdup_printf ("q%u", question);
  g_autofree char *words = g_strdup_printf ("answer number %u", number);
  g_autoptr (CareValue) value = care_value_new_string (words);

  care_response_set_value (response, care_response_find (response, link_id), value);
}

static goffset
journal_size (PatientFixture *fixture)
{
  g_autofree char *path = care_journal_file_path (fixture->folder, "journal-1");
  GStatBuf status;

  g_assert_no_errno (g_stat (path, &status));

  return status.st_size;
}

/* Everything answered and written whole. */
static void
begin (Side  *side,
       guint  n_items)
{
  g_autofree char *text = make_form (n_items);

  *side = (Side) { patient_fixture_new (text), G_MAXDOUBLE, 0.0 };
  patient_fixture_start (side->fixture);
  for (guint i = 0; i < n_items; i++)
    answer (side->fixture, i, i);
  care_patient_session_touch (side->fixture->session, 0);
  patient_fixture_settle (side->fixture);
}

static void
measure (Side  *side,
         guint  round)
{
  goffset before = journal_size (side->fixture);
  double start = get_work_ms ();

  for (guint i = 0; i < ANSWERS; i++)
    {
      answer (side->fixture, (round * ANSWERS + i) % SMALL, 100000 + round * ANSWERS + i);
      care_patient_session_touch (side->fixture->session, 0);
      patient_fixture_settle (side->fixture);
    }
  side->best_ms = MIN (side->best_ms, (get_work_ms () - start) / ANSWERS);
  side->bytes = (double) (journal_size (side->fixture) - before) / ANSWERS;
}

int
main (int    argc,
      char **argv)
{
  Side large;
  Side small;
  gboolean good;

  gtk_test_init (&argc, &argv, NULL);
  begin (&large, LARGE);
  begin (&small, SMALL);
  for (guint round = 0; round < ROUNDS; round++)
    {
      measure (&small, round);
      measure (&large, round);
    }

  good = large.best_ms <= LIMIT * small.best_ms && large.bytes <= LIMIT * small.bytes;
  g_print ("an answer in the journal: %.3f ms of work and %.0f bytes with %u answered, %.3f ms and %.0f bytes with %u: "
           "%.2f x and %.2f x (limit %.0f x)%s\n",
           large.best_ms, large.bytes, LARGE, small.best_ms, small.bytes, SMALL, large.best_ms / small.best_ms,
           large.bytes / small.bytes, LIMIT, good ? "" : "  TOO MUCH");
  patient_fixture_free (large.fixture);
  patient_fixture_free (small.fixture);

  return good ? 0 : 1;
}

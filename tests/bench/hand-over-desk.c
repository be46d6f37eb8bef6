/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* A desk without a window: hands over at once with a real envelope and writes to $HAND_OVER_TIME how many milliseconds
 * passed until it was told to go, that is until the patient's first frame was painted. Forms are in $HAND_OVER_FORMS, paths
 * with colons between them; the screen's words in $HAND_OVER_WORDS. */

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include "base/care-json.h"
#include "journal/care-envelope.h"
#include "journal/care-journal-file.h"
#include "keeper/care-keeper-wire.h"
#include "seal/care-seal-keys.h"

static CareEnvelope *
make_envelope (CareSealKeys *keys,
               const char   *journal)
{
  CareEnvelope *envelope = care_envelope_new ();
  g_auto (GStrv) forms = g_strsplit (g_getenv ("HAND_OVER_FORMS"), ":", -1);
  const char *words = g_getenv ("HAND_OVER_WORDS");
  g_autoptr (GError) error = NULL;

  envelope->visit = g_strdup ("visit");
  envelope->patient = g_strdup ("patient");
  envelope->birth_date = g_strdup ("1980-05-17");
  envelope->given = g_strdup ("Anna");
  envelope->family = g_strdup ("Example");
  envelope->language = g_strdup ("en");
  envelope->size = 1;
  envelope->languages = g_strsplit ("en es", " ", -1);
  envelope->public_key = care_seal_public_key_ref (care_seal_keys_get_public (keys));
  envelope->journal = g_strdup (journal);
  envelope->time_zone = g_strdup ("UTC");
  for (guint i = 0; forms[i] != NULL; i++)
    {
      g_ptr_array_add (envelope->forms, care_json_load (forms[i], NULL, &error));
      g_assert_no_error (error);
    }
  if (words != NULL)
    envelope->words = care_json_load (words, NULL, &error);
  g_assert_no_error (error);

  return envelope;
}

int
main (int    argc,
      char **argv)
{
  int keeper = care_keeper_wire_adopt ();
  struct pollfd polled = { .fd = keeper, .events = POLLIN };
  g_autofree char *journal = care_journal_file_new_id ();
  g_autoptr (CareSealKeys) keys = care_seal_keys_generate (NULL);
  g_autoptr (CareEnvelope) envelope = make_envelope (keys, journal);
  g_autofree char *time = NULL;
  g_autoptr (GError) error = NULL;
  gint64 begun;
  int fds[2];

  /* Only the first desk measures; the one that comes back has nothing to do. */
  care_keeper_wire_send (keeper, CARE_KEEPER_STANDING, NULL, 0);
  if (argc > 1 && g_str_equal (argv[argc - 1], "--returning"))
    {
      poll (&polled, 1, -1);
      return 0;
    }

  begun = g_get_monotonic_time ();
  fds[0] = care_envelope_to_fd (envelope, &error);
  g_assert_no_error (error);
  fds[1] = care_journal_file_create (argv[2], journal, &error);
  g_assert_no_error (error);
  g_assert_cmpint (care_keeper_wire_send (keeper, CARE_KEEPER_HAND_OVER, fds, 2), ==, 0);
  close (fds[0]);
  close (fds[1]);

  poll (&polled, 1, -1);
  time = g_strdup_printf ("%.1f\n", (g_get_monotonic_time () - begun) / 1000.0);
  g_file_set_contents (g_getenv ("HAND_OVER_TIME"), time, -1, &error);
  g_assert_no_error (error);

  return 0;
}

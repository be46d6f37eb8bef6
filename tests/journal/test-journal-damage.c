/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* What the reader makes of a journal that is not as it was written. */

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "base/care-error.h"
#include "journal/care-journal-file.h"
#include "journal/care-journal-frame.h"
#include "journal/care-journal-reader.h"
#include "journal/care-journal-writer.h"

#define N_RECORDS 4

typedef struct
{
  char         *folder;
  char         *path;
  CareSealKeys *keys;
  CareClock    *clock;
  char         *bytes;
  gsize         length;
  gsize         ends[N_RECORDS + 1];
} Fixture;

static void
write_journal (Fixture    *fixture,
               const char *journal,
               const char *visit)
{
  g_autoptr (GError) error = NULL;
  int fd = care_journal_file_create (fixture->folder, journal, &error);
  g_autoptr (CareJournalWriter) writer = NULL;

  g_assert_no_error (error);
  writer = care_journal_writer_new (fd, care_seal_keys_get_public (fixture->keys), journal, visit, "p1", fixture->clock,
                                    &error);
  g_assert_no_error (error);
  for (int i = 0; i < N_RECORDS; i++)
    {
      g_autoptr (JsonNode) body = json_node_init_int (json_node_alloc (), i);

      g_assert_true (care_journal_writer_append (writer, CARE_JOURNAL_STEP, NULL, NULL, body, &error));
    }
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("journal-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->keys = care_seal_keys_generate (&error);
  fixture->clock = care_clock_new_fixed (0);
  write_journal (fixture, "j1", "v1");
  fixture->path = care_journal_file_path (fixture->folder, "j1");
  g_assert_true (g_file_get_contents (fixture->path, &fixture->bytes, &fixture->length, &error));

  fixture->ends[0] = CARE_JOURNAL_MAGIC_BYTES;
  for (int i = 0; i < N_RECORDS; i++)
    {
      guint32 length = 0;

      g_assert_true (care_journal_frame_read ((guint8 *) fixture->bytes + fixture->ends[i], &length));
      fixture->ends[i + 1] = fixture->ends[i] + CARE_JOURNAL_FRAME_BYTES + length;
    }
  g_assert_cmpuint (fixture->ends[N_RECORDS], ==, fixture->length);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *other = care_journal_file_path (fixture->folder, "j2");

  g_unlink (fixture->path);
  g_unlink (other);
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_free (fixture->path);
  g_free (fixture->folder);
  g_free (fixture->bytes);
  g_clear_pointer (&fixture->keys, care_seal_keys_unref);
  g_clear_object (&fixture->clock);
}

static CareJournalReader *
read_bytes (Fixture     *fixture,
            const char  *bytes,
            gsize        length,
            GError     **error)
{
  g_assert_true (g_file_set_contents (fixture->path, bytes, length, NULL));

  return care_journal_reader_open (fixture->path, fixture->keys, "j1", "v1", "p1", error);
}

static void
assert_refused (Fixture    *fixture,
                const char *bytes,
                gsize       length,
                const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_bytes (fixture, bytes, length, &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
  if (strstr (error->message, says) == NULL)
    g_error ("'%s' is not in: %s", says, error->message);
  g_assert_true (g_str_has_prefix (error->message, fixture->path));
}

/* Cut off anywhere: the whole records before the cut, and the rest said to be torn. */
static void
test_torn (Fixture       *fixture,
           gconstpointer  data)
{
  for (gsize cut = CARE_JOURNAL_MAGIC_BYTES; cut <= fixture->length; cut++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CareJournalReader) reader = read_bytes (fixture, fixture->bytes, cut, &error);
      guint whole = 0;

      g_assert_no_error (error);
      while (whole < N_RECORDS && fixture->ends[whole + 1] <= cut)
        whole++;
      g_assert_cmpuint (care_journal_reader_get_length (reader), ==, whole);
      g_assert_cmpuint (care_journal_reader_get_torn (reader), ==, cut - fixture->ends[whole]);
    }
}

static void
test_zero_tail (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *longer = g_malloc0 (fixture->length + 5000);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareJournalReader) reader = NULL;

  memcpy (longer, fixture->bytes, fixture->length);
  reader = read_bytes (fixture, longer, fixture->length + 5000, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (care_journal_reader_get_length (reader), ==, N_RECORDS);
  g_assert_cmpuint (care_journal_reader_get_torn (reader), ==, 5000);
}

/* One bit anywhere: an error, never a shorter journal. */
static void
test_one_bit (Fixture       *fixture,
              gconstpointer  data)
{
  for (gsize i = 0; i < fixture->length; i++)
    {
      fixture->bytes[i] ^= 0x04;
      g_assert_null (read_bytes (fixture, fixture->bytes, fixture->length, NULL));
      fixture->bytes[i] ^= 0x04;
    }
}

/* Cut out, double, change or swap pieces at random: an error, or the first records as they were, never anything else. */
static void
test_random (Fixture       *fixture,
             gconstpointer  data)
{
  for (int round = 0; round < 400; round++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autoptr (CareJournalReader) reader = NULL;
      guint at = g_test_rand_int_range (0, fixture->length);
      guint length = g_test_rand_int_range (1, MIN (200, fixture->length - at) + 1);

      g_byte_array_append (bytes, (const guint8 *) fixture->bytes, fixture->length);
      switch (g_test_rand_int_range (0, 4))
        {
        case 0:
          g_byte_array_remove_range (bytes, at, length);
          break;
        case 1:
          g_byte_array_append (bytes, (const guint8 *) fixture->bytes + at, length);
          break;
        case 2:
          for (guint i = 0; i < length; i++)
            bytes->data[at + i] = g_test_rand_int_range (0, 256);
          break;
        default:
          memset (bytes->data + at, 0, length);
          break;
        }

      reader = read_bytes (fixture, (const char *) bytes->data, bytes->len, NULL);
      for (guint i = 0; reader != NULL && i < care_journal_reader_get_length (reader); i++)
        {
          const CareJournalRecord *record = care_journal_reader_get_record (reader, i);

          g_assert_cmpuint (record->number, ==, i + 1);
          g_assert_cmpint (json_node_get_int (record->body), ==, i);
        }
    }
}

static void
test_record_missing (Fixture       *fixture,
                     gconstpointer  data)
{
  for (int gone = 0; gone < N_RECORDS - 1; gone++)
    {
      gsize size = fixture->ends[gone + 1] - fixture->ends[gone];
      g_autofree char *shorter = g_memdup2 (fixture->bytes, fixture->length);

      memmove (shorter + fixture->ends[gone], shorter + fixture->ends[gone + 1], fixture->length - fixture->ends[gone + 1]);
      assert_refused (fixture, shorter, fixture->length - size, "a record is missing or was put in");
    }
}

static void
test_record_twice (Fixture       *fixture,
                   gconstpointer  data)
{
  gsize size = fixture->length - fixture->ends[N_RECORDS - 1];
  g_autofree char *longer = g_malloc (fixture->length + size);

  memcpy (longer, fixture->bytes, fixture->length);
  memcpy (longer + fixture->length, fixture->bytes + fixture->ends[N_RECORDS - 1], size);
  assert_refused (fixture, longer, fixture->length + size, "a record is missing or was put in");
}

/* Anybody has the public key, so anybody can seal a record; only who knows the one before can continue the chain. */
static void
test_record_put_in (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char *const texts[] = {
    "{\"journal\":\"j1\",\"visit\":\"v1\",\"patient\":\"p1\",\"number\":5,\"previous\":\"00\",\"at\":\"2026-11-22T15:10:00Z\","
    "\"kind\":\"done\"}",
    "[]",
    "{}",
    "{\"journal\":\"j1\"",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) sealed = care_seal_public_key_seal (care_seal_keys_get_public (fixture->keys), texts[i],
                                                             strlen (texts[i]), NULL);
      gsize size = g_bytes_get_size (sealed);
      g_autofree char *longer = g_malloc (fixture->length + CARE_JOURNAL_FRAME_BYTES + size);

      memcpy (longer, fixture->bytes, fixture->length);
      care_journal_frame_write ((guint8 *) longer + fixture->length, size);
      memcpy (longer + fixture->length + CARE_JOURNAL_FRAME_BYTES, g_bytes_get_data (sealed, NULL), size);
      assert_refused (fixture, longer, fixture->length + CARE_JOURNAL_FRAME_BYTES + size, "record 5");
    }
}

static void
test_other_journal (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *spliced = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  write_journal (fixture, "j2", "v2");
  path = care_journal_file_path (fixture->folder, "j2");
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));

  /* The whole file under this one's name. */
  assert_refused (fixture, bytes, length, "/journal");

  /* Its last record behind this one's. */
  spliced = g_malloc (fixture->length + length);
  memcpy (spliced, fixture->bytes, fixture->length);
  memcpy (spliced + fixture->length, bytes + CARE_JOURNAL_MAGIC_BYTES, length - CARE_JOURNAL_MAGIC_BYTES);
  assert_refused (fixture, spliced, fixture->length + length - CARE_JOURNAL_MAGIC_BYTES, "record 5");

  g_assert_true (g_file_set_contents (fixture->path, fixture->bytes, fixture->length, NULL));
  g_assert_null (care_journal_reader_open (fixture->path, fixture->keys, "j1", "v2", "p1", &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
  g_clear_error (&error);
  g_assert_null (care_journal_reader_open (fixture->path, fixture->keys, "j1", "v1", "p2", &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
}

static void
test_other_key (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareSealKeys) other = care_seal_keys_generate (&error);

  g_assert_null (care_journal_reader_open (fixture->path, other, "j1", "v1", "p1", &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
}

static void
test_not_a_journal (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  assert_refused (fixture, "", 0, "not a journal");
  assert_refused (fixture, "aftercare-journal-2\n", 20, "not a journal");
  assert_refused (fixture, "{\"resourceType\":\"Questionnaire\"}", 32, "not a journal");

  g_unlink (fixture->path);
  g_assert_null (care_journal_reader_open (fixture->path, fixture->keys, "j1", "v1", "p1", &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT);
}

static void
test_digest (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (CareJournalReader) all = read_bytes (fixture, fixture->bytes, fixture->length, NULL);
  g_autoptr (CareJournalReader) again = read_bytes (fixture, fixture->bytes, fixture->length, NULL);
  g_autoptr (CareJournalReader) fewer = read_bytes (fixture, fixture->bytes, fixture->ends[2], NULL);

  g_assert_cmpstr (care_journal_reader_get_digest (all), ==, care_journal_reader_get_digest (again));
  g_assert_cmpstr (care_journal_reader_get_digest (all), !=, care_journal_reader_get_digest (fewer));
}

static void
test_files (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = NULL;
  g_autofree char *taken = g_build_filename (fixture->folder, "j1.taken", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "nowhere", NULL);
  g_autofree char *id = care_journal_file_new_id ();

  write_journal (fixture, "j2", "v2");
  ids = care_journal_file_list (fixture->folder, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (ids), ==, 2);
  g_assert_true (g_strv_contains ((const char *const *) ids, "j1"));

  g_assert_cmpint (care_journal_file_create (fixture->folder, "j1", &error), ==, -1);
  g_assert_error (error, CARE_ERROR, CARE_ERROR_CONFLICT);
  g_clear_error (&error);

  g_assert_true (care_journal_file_set_taken (fixture->folder, "j1", &error));
  g_assert_true (care_journal_file_set_taken (fixture->folder, "j1", &error));
  g_assert_no_error (error);
  g_assert_false (care_journal_file_set_taken (fixture->folder, "j3", &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_clear_pointer (&ids, g_strfreev);
  ids = care_journal_file_list (fixture->folder, &error);
  g_assert_cmpuint (g_strv_length (ids), ==, 1);
  g_assert_cmpstr (ids[0], ==, "j2");
  g_unlink (taken);

  g_clear_pointer (&ids, g_strfreev);
  ids = care_journal_file_list (nowhere, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (ids), ==, 0);
  g_assert_cmpint (care_journal_file_create ("/proc/no/such", id, &error), ==, -1);
  g_assert_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add ("/journal/damage/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("torn", test_torn);
  ADD ("zero-tail", test_zero_tail);
  ADD ("one-bit", test_one_bit);
  ADD ("random", test_random);
  ADD ("record-missing", test_record_missing);
  ADD ("record-twice", test_record_twice);
  ADD ("record-put-in", test_record_put_in);
  ADD ("other-journal", test_other_journal);
  ADD ("other-key", test_other_key);
  ADD ("not-a-journal", test_not_a_journal);
  ADD ("digest", test_digest);
  ADD ("files", test_files);
#undef ADD

  return g_test_run ();
}

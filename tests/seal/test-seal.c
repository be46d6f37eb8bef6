/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "seal/care-seal-keys.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/care-error.h"
#include "seal/care-seal-pin.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("seal-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "secret.key", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unlink (fixture->path);
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
test_round_trip (void)
{
  static const gsize lengths[] = { 0, 1, 47, 48, 4096, 100000 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CareSealKeys) keys = care_seal_keys_generate (&error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree guint8 *data = g_malloc0 (lengths[i] + 1);
      g_autoptr (GBytes) sealed = NULL;
      g_autoptr (GBytes) opened = NULL;

      memset (data, 'a', lengths[i]);
      sealed = care_seal_public_key_seal (care_seal_keys_get_public (keys), data, lengths[i], &error);
      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (sealed), ==, lengths[i] + CARE_SEAL_OVERHEAD_BYTES);
      opened = care_seal_keys_open (keys, g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed), &error);
      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (opened, NULL), g_bytes_get_size (opened), data, lengths[i]);
    }
}

static void
test_changed (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareSealKeys) keys = care_seal_keys_generate (&error);
  g_autoptr (CareSealKeys) other = care_seal_keys_generate (&error);
  g_autoptr (GBytes) sealed = care_seal_public_key_seal (care_seal_keys_get_public (keys), "answer", 6, &error);
  gsize length = g_bytes_get_size (sealed);
  g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (sealed, NULL), length);

  g_assert_null (care_seal_keys_open (other, bytes, length, &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
  g_clear_error (&error);

  for (gsize i = 0; i < length; i++)
    {
      bytes[i] ^= 1;
      g_assert_null (care_seal_keys_open (keys, bytes, length, NULL));
      bytes[i] ^= 1;
    }
  for (gsize i = 0; i < length; i++)
    g_assert_null (care_seal_keys_open (keys, bytes, i, NULL));
}

static void
test_public_key (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareSealKeys) keys = care_seal_keys_generate (&error);
  CareSealPublicKey *key = care_seal_keys_get_public (keys);
  g_autofree char *text = care_seal_public_key_to_base64 (key);
  g_autoptr (CareSealPublicKey) again = care_seal_public_key_new_from_base64 (text, &error);
  g_autoptr (CareSealPublicKey) loaded = NULL;

  g_assert_no_error (error);
  g_assert_cmpmem (care_seal_public_key_get_bytes (again), 32, care_seal_public_key_get_bytes (key), 32);

  g_assert_true (care_seal_public_key_save (key, fixture->path, &error));
  g_assert_no_error (error);
  loaded = care_seal_public_key_load (fixture->path, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (care_seal_public_key_get_bytes (loaded), 32, care_seal_public_key_get_bytes (key), 32);
}

static void
test_public_key_bad (void)
{
  static const char *const cases[] = {
    "", "A", "====", "not base64 at all, not even nearly, is this",
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=AAAA",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (care_seal_public_key_new_from_base64 (cases[i], &error));
      g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
    }
}

static void
test_key_file (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gboolean created = FALSE;
  struct stat status;
  g_autoptr (CareSealKeys) keys = care_seal_keys_load_or_create (fixture->path, &created, &error);
  g_autoptr (CareSealKeys) again = NULL;
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GBytes) opened = NULL;

  g_assert_no_error (error);
  g_assert_true (created);
  g_assert_no_errno (stat (fixture->path, &status));
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  again = care_seal_keys_load_or_create (fixture->path, &created, &error);
  g_assert_no_error (error);
  g_assert_false (created);
  sealed = care_seal_public_key_seal (care_seal_keys_get_public (keys), "x", 1, &error);
  opened = care_seal_keys_open (again, g_bytes_get_data (sealed, NULL), g_bytes_get_size (sealed), &error);
  g_assert_no_error (error);
  g_assert_nonnull (opened);
}

static void
test_key_file_is_not_replaced (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareSealKeys) keys = care_seal_keys_load_or_create (fixture->path, NULL, &error);
  g_autoptr (CareSealKeys) other = care_seal_keys_generate (&error);

  g_assert_no_error (error);
  g_assert_false (care_seal_keys_save_new (other, fixture->path, &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_CONFLICT);
}

static void
test_key_file_open_to_others (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareSealKeys) keys = care_seal_keys_load_or_create (fixture->path, NULL, &error);

  g_assert_no_error (error);
  g_assert_no_errno (chmod (fixture->path, 0640));
  g_assert_null (care_seal_keys_load (fixture->path, &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_REFUSED);
}

/* A damaged key must stop the program, and never make a new one: what was sealed for the old would be lost. */
static void
test_key_file_damaged (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareSealKeys) keys = care_seal_keys_load_or_create (fixture->path, NULL, &error);
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  for (gsize i = 0; i < length; i += 7)
    {
      bytes[i] ^= 0x10;
      g_assert_true (g_file_set_contents_full (fixture->path, bytes, length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL));
      bytes[i] ^= 0x10;
      /* X25519 ignores five bits of a secret key. */
      if (i < 23 || i > 23 + 31)
        g_assert_null (care_seal_keys_load_or_create (fixture->path, NULL, NULL));
    }

  g_assert_true (g_file_set_contents_full (fixture->path, bytes, length - 1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL));
  g_assert_null (care_seal_keys_load_or_create (fixture->path, NULL, &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
}

static void
test_key_file_no_place (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (care_seal_keys_load_or_create ("/proc/no-such-folder/secret.key", NULL, &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_NOT_FOUND);
}

static void
test_hash (void)
{
  /* RFC 7693's algorithm with 32 bytes out; values of b2sum -l 256. */
  static const struct
  {
    const char *text;
    const char *hash;
  } cases[] = {
    { "", "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8" },
    { "abc", "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *hash = care_seal_hash_hex (cases[i].text, strlen (cases[i].text));

      g_assert_cmpstr (hash, ==, cases[i].hash);
    }
}

static void
test_wipe (void)
{
  char text[] = "a patient's words";

  care_seal_wipe (text, sizeof text);
  for (guint i = 0; i < sizeof text; i++)
    g_assert_cmpint (text[i], ==, 0);
  care_seal_wipe (NULL, 0);
}

static void
test_pin (void)
{
  const CareSealCost cost = CARE_SEAL_COST_TEST;
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = care_seal_pin_hash ("480213", &cost, &error);
  g_autofree char *again = care_seal_pin_hash ("480213", &cost, &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (hash, "$argon2id$"));
  g_assert_cmpstr (hash, !=, again);
  g_assert_null (strstr (hash, "480213"));
  g_assert_true (care_seal_pin_verify (hash, "480213"));
  g_assert_true (care_seal_pin_verify (again, "480213"));
  g_assert_false (care_seal_pin_verify (hash, "480214"));
  g_assert_false (care_seal_pin_verify (hash, "4802130"));
  g_assert_false (care_seal_pin_verify (hash, ""));
}

static void
test_pin_bad_hash (void)
{
  static const char *const cases[] = { "", "480213", "$argon2id$", "$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA" };
  g_autofree char *long_text = g_strnfill (4000, 'a');

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_false (care_seal_pin_verify (cases[i], "480213"));
  g_assert_false (care_seal_pin_verify (long_text, "480213"));
}

static void
test_pin_empty (void)
{
  const CareSealCost cost = CARE_SEAL_COST_TEST;
  g_autoptr (GError) error = NULL;

  g_assert_null (care_seal_pin_hash ("", &cost, &error));
  g_assert_error (error, CARE_ERROR, CARE_ERROR_INPUT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/seal/round-trip", test_round_trip);
  g_test_add_func ("/seal/changed", test_changed);
  g_test_add ("/seal/public-key/file", Fixture, NULL, set_up, test_public_key, tear_down);
  g_test_add_func ("/seal/public-key/bad", test_public_key_bad);
  g_test_add ("/seal/key-file/once", Fixture, NULL, set_up, test_key_file, tear_down);
  g_test_add ("/seal/key-file/is-not-replaced", Fixture, NULL, set_up, test_key_file_is_not_replaced, tear_down);
  g_test_add ("/seal/key-file/open-to-others", Fixture, NULL, set_up, test_key_file_open_to_others, tear_down);
  g_test_add ("/seal/key-file/damaged", Fixture, NULL, set_up, test_key_file_damaged, tear_down);
  g_test_add_func ("/seal/key-file/no-place", test_key_file_no_place);
  g_test_add_func ("/seal/hash", test_hash);
  g_test_add_func ("/seal/wipe", test_wipe);
  g_test_add_func ("/seal/pin/round-trip", test_pin);
  g_test_add_func ("/seal/pin/bad-hash", test_pin_bad_hash);
  g_test_add_func ("/seal/pin/empty", test_pin_empty);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "seal/care-seal-box.h"

#include <sodium.h>
#include <string.h>

#include "base/care-error.h"

G_STATIC_ASSERT (CARE_SEAL_PUBLIC_KEY_BYTES == crypto_box_PUBLICKEYBYTES);
G_STATIC_ASSERT (CARE_SEAL_OVERHEAD_BYTES == crypto_box_SEALBYTES);

#define HASH_BYTES 32

struct _CareSealPublicKey
{
  gatomicrefcount refs;
  guint8          bytes[CARE_SEAL_PUBLIC_KEY_BYTES];
};

G_DEFINE_BOXED_TYPE (CareSealPublicKey, care_seal_public_key, care_seal_public_key_ref, care_seal_public_key_unref)

/**
 * care_seal_public_key_new:
 * @bytes: (array length=length): the key
 * @length: must be %CARE_SEAL_PUBLIC_KEY_BYTES
 * @error: %CARE_ERROR_INPUT when the length is another
 *
 * Returns: (transfer full) (nullable): the key
 */
CareSealPublicKey *
care_seal_public_key_new (const guint8  *bytes,
                          gsize          length,
                          GError       **error)
{
  CareSealPublicKey *self;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (length != CARE_SEAL_PUBLIC_KEY_BYTES)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT,
                   "public key: %" G_GSIZE_FORMAT " bytes long, must be %d", length, CARE_SEAL_PUBLIC_KEY_BYTES);
      return NULL;
    }

  self = g_new0 (CareSealPublicKey, 1);
  g_atomic_ref_count_init (&self->refs);
  memcpy (self->bytes, bytes, length);

  return self;
}

/**
 * care_seal_public_key_new_from_base64:
 * @text: the key as standard base64 (RFC 4648 section 4), with padding
 * @error: %CARE_ERROR_INPUT when it is not that, or of another length
 *
 * Returns: (transfer full) (nullable): the key
 */
CareSealPublicKey *
care_seal_public_key_new_from_base64 (const char  *text,
                                      GError     **error)
{
  guint8 bytes[CARE_SEAL_PUBLIC_KEY_BYTES];
  gsize length = 0;

  g_return_val_if_fail (text != NULL, NULL);

  if (sodium_base642bin (bytes, sizeof bytes, text, strlen (text), NULL, &length, NULL,
                         sodium_base64_VARIANT_ORIGINAL) != 0)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "public key: not the base64 of %d bytes",
                   CARE_SEAL_PUBLIC_KEY_BYTES);
      return NULL;
    }

  return care_seal_public_key_new (bytes, length, error);
}

/**
 * care_seal_public_key_load:
 * @path: a file written by care_seal_public_key_save()
 * @error: %CARE_ERROR_ENVIRONMENT when it cannot be read, %CARE_ERROR_INPUT when it holds no key
 *
 * Returns: (transfer full) (nullable): the key
 */
CareSealPublicKey *
care_seal_public_key_load (const char  *path,
                           GError     **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) foreign = NULL;
  CareSealPublicKey *self;

  g_return_val_if_fail (path != NULL, NULL);

  if (!g_file_get_contents (path, &text, NULL, &foreign))
    {
      care_error_take_foreign (error, g_steal_pointer (&foreign), CARE_ERROR_ENVIRONMENT, path);
      return NULL;
    }

  self = care_seal_public_key_new_from_base64 (g_strchomp (text), error);
  if (self == NULL)
    g_prefix_error (error, "%s: ", path);

  return self;
}

/**
 * care_seal_public_key_save:
 * @self: a key
 * @path: the file, replaced in one step if it is there
 * @error: %CARE_ERROR_ENVIRONMENT when it cannot be written
 *
 * Writes the key as one line of base64.
 *
 * Returns: whether the file holds the key now
 */
gboolean
care_seal_public_key_save (CareSealPublicKey  *self,
                           const char         *path,
                           GError            **error)
{
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  g_autoptr (GError) foreign = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  text = care_seal_public_key_to_base64 (self);
  line = g_strconcat (text, "\n", NULL);
  if (!g_file_set_contents_full (path, line, -1,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0644, &foreign))
    {
      care_error_take_foreign (error, g_steal_pointer (&foreign), CARE_ERROR_ENVIRONMENT, path);
      return FALSE;
    }

  return TRUE;
}

CareSealPublicKey *
care_seal_public_key_ref (CareSealPublicKey *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
care_seal_public_key_unref (CareSealPublicKey *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->refs))
    g_free (self);
}

/**
 * care_seal_public_key_get_bytes:
 * @self: a key
 *
 * Returns: (transfer none) (array fixed-size=32): the key's bytes
 */
const guint8 *
care_seal_public_key_get_bytes (CareSealPublicKey *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->bytes;
}

/**
 * care_seal_public_key_to_base64:
 * @self: a key
 *
 * Returns: (transfer full): standard base64 with padding
 */
char *
care_seal_public_key_to_base64 (CareSealPublicKey *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_base64_encode (self->bytes, sizeof self->bytes);
}

/**
 * care_seal_public_key_seal:
 * @self: whose secret half alone can open the result
 * @data: (array length=length): what to seal
 * @length: its length in bytes
 * @error: %CARE_ERROR_ENVIRONMENT when there is no randomness or the key is no point of the curve
 *
 * Seals with a sender's key that is forgotten at once (libsodium's
 * `crypto_box_seal`: X25519, XSalsa20-Poly1305).
 *
 * Returns: (transfer full) (nullable): %CARE_SEAL_OVERHEAD_BYTES more than @length
 */
GBytes *
care_seal_public_key_seal (CareSealPublicKey  *self,
                           gconstpointer       data,
                           gsize               length,
                           GError            **error)
{
  g_autofree guint8 *sealed = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (data != NULL || length == 0, NULL);

  if (sodium_init () < 0)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT, "seal: this machine gives no random numbers");
      return NULL;
    }

  sealed = g_malloc (length + CARE_SEAL_OVERHEAD_BYTES);
  if (crypto_box_seal (sealed, data, length, self->bytes) != 0)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT, "seal: the public key is not usable");
      return NULL;
    }

  return g_bytes_new_take (g_steal_pointer (&sealed), length + CARE_SEAL_OVERHEAD_BYTES);
}

/**
 * care_seal_hash_hex:
 * @data: (array length=length): what to hash
 * @length: its length in bytes
 *
 * BLAKE2b with 256 bits (RFC 7693), no key.
 *
 * Returns: (transfer full): 64 lower-case hexadecimal digits
 */
char *
care_seal_hash_hex (gconstpointer data,
                    gsize         length)
{
  guint8 hash[HASH_BYTES];
  char *hex;

  g_return_val_if_fail (data != NULL || length == 0, NULL);

  crypto_generichash (hash, sizeof hash, data, length, NULL, 0);
  hex = g_malloc (2 * sizeof hash + 1);

  return sodium_bin2hex (hex, 2 * sizeof hash + 1, hash, sizeof hash);
}

/**
 * care_seal_wipe:
 * @data: what nobody may find in memory afterwards
 * @length: its length in bytes
 *
 * Overwrites with zeroes, and no compiler leaves it out.
 */
void
care_seal_wipe (gpointer data,
                gsize    length)
{
  if (data != NULL)
    sodium_memzero (data, length);
}

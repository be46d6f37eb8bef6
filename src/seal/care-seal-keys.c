/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "seal/care-seal-keys.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/care-error.h"

/* The file: these letters, then the 32 bytes of the secret key, then the 32 of the public one. */
#define FILE_MAGIC       "aftercare-secret-key-1\n"
#define FILE_MAGIC_BYTES (sizeof FILE_MAGIC - 1)
#define FILE_BYTES       (FILE_MAGIC_BYTES + crypto_box_SECRETKEYBYTES + crypto_box_PUBLICKEYBYTES)

struct _CareSealKeys
{
  gatomicrefcount    refs;
  CareSealPublicKey *public_key;
  guint8            *secret;
};

G_DEFINE_BOXED_TYPE (CareSealKeys, care_seal_keys, care_seal_keys_ref, care_seal_keys_unref)

typedef struct
{
  gsize  length;
  guint8 bytes[];
} Opened;

static void
opened_free (gpointer data)
{
  Opened *opened = data;

  sodium_memzero (opened->bytes, opened->length);
  g_free (opened);
}

static gboolean
set_errno_error (GError     **error,
                 const char  *path,
                 const char  *what,
                 int          saved_errno)
{
  g_set_error (error, CARE_ERROR, saved_errno == ENOENT ? CARE_ERROR_NOT_FOUND : CARE_ERROR_ENVIRONMENT,
               "%s: %s: %s", path, what, g_strerror (saved_errno));
  return FALSE;
}

/* Takes a copy of @secret. */
static CareSealKeys *
keys_new (const guint8  *secret,
          GError       **error)
{
  g_autoptr (CareSealKeys) self = g_new0 (CareSealKeys, 1);
  guint8 public_bytes[crypto_box_PUBLICKEYBYTES];

  g_atomic_ref_count_init (&self->refs);
  self->secret = sodium_malloc (crypto_box_SECRETKEYBYTES);
  if (self->secret == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT, "secret key: no memory that can be kept from the disk");
      return NULL;
    }
  memcpy (self->secret, secret, crypto_box_SECRETKEYBYTES);
  sodium_mprotect_readonly (self->secret);

  crypto_scalarmult_base (public_bytes, self->secret);
  self->public_key = care_seal_public_key_new (public_bytes, sizeof public_bytes, error);
  if (self->public_key == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

static gboolean
prepare (GError **error)
{
  if (sodium_init () >= 0)
    return TRUE;

  g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT, "seal: this machine gives no random numbers");
  return FALSE;
}

/**
 * care_seal_keys_generate:
 * @error: %CARE_ERROR_ENVIRONMENT when the machine gives no random numbers or no locked memory
 *
 * Returns: (transfer full) (nullable): a new key pair
 */
CareSealKeys *
care_seal_keys_generate (GError **error)
{
  guint8 secret[crypto_box_SECRETKEYBYTES];
  CareSealKeys *self;

  if (!prepare (error))
    return NULL;

  randombytes_buf (secret, sizeof secret);
  self = keys_new (secret, error);
  sodium_memzero (secret, sizeof secret);

  return self;
}

static gboolean
check_is_private (int          fd,
                  const char  *path,
                  GError     **error)
{
  struct stat status;

  if (fstat (fd, &status) != 0)
    return set_errno_error (error, path, "cannot be looked at", errno);
  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "%s: not a file", path);
      return FALSE;
    }
  if ((status.st_mode & 077) != 0)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED,
                   "%s: others on this machine may read the secret key; set its mode to 0600", path);
      return FALSE;
    }

  return TRUE;
}

/* Reads up to @length bytes; a shorter file gives a shorter @got. */
static gboolean
read_all (int          fd,
          guint8      *bytes,
          gsize        length,
          gsize       *got,
          const char  *path,
          GError     **error)
{
  *got = 0;
  while (*got < length)
    {
      gssize n = read (fd, bytes + *got, length - *got);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return set_errno_error (error, path, "cannot be read", errno);
      if (n == 0)
        break;
      *got += n;
    }

  return TRUE;
}

static CareSealKeys *
keys_from_file (const guint8  *file,
                gsize          length,
                const char    *path,
                GError       **error)
{
  g_autoptr (CareSealKeys) self = NULL;
  const guint8 *secret = file + FILE_MAGIC_BYTES;

  if (length != FILE_BYTES || memcmp (file, FILE_MAGIC, FILE_MAGIC_BYTES) != 0)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "%s: not a secret key of this program", path);
      return NULL;
    }

  self = keys_new (secret, error);
  if (self == NULL)
    return NULL;

  /* The public half beside the secret one finds a damaged file before anything is sealed for nobody. */
  if (memcmp (care_seal_public_key_get_bytes (self->public_key), secret + crypto_box_SECRETKEYBYTES,
              crypto_box_PUBLICKEYBYTES) != 0)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "%s: the secret key is damaged; bring it back from a backup", path);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * care_seal_keys_load:
 * @path: a file written by care_seal_keys_save_new()
 * @error: %CARE_ERROR_NOT_FOUND when there is none, %CARE_ERROR_REFUSED when others may read it,
 *   %CARE_ERROR_INPUT when it holds no key pair, %CARE_ERROR_ENVIRONMENT when it cannot be read
 *
 * Returns: (transfer full) (nullable): the key pair
 */
CareSealKeys *
care_seal_keys_load (const char  *path,
                     GError     **error)
{
  CareSealKeys *self;
  guint8 file[FILE_BYTES + 1];
  gsize got = 0;
  gboolean good;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);

  if (!prepare (error))
    return NULL;

  fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW, 0);
  if (fd < 0)
    {
      set_errno_error (error, path, "cannot be opened", errno);
      return NULL;
    }
  good = check_is_private (fd, path, error) && read_all (fd, file, sizeof file, &got, path, error);
  close (fd);
  if (!good)
    return NULL;

  self = keys_from_file (file, got, path, error);
  sodium_memzero (file, sizeof file);

  return self;
}

static gboolean
write_all (int           fd,
           const guint8 *bytes,
           gsize         length)
{
  while (length > 0)
    {
      gssize n = write (fd, bytes, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      bytes += n;
      length -= n;
    }

  return TRUE;
}

static gboolean
sync_folder_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean good;

  if (fd < 0)
    return FALSE;
  good = fsync (fd) == 0;
  close (fd);

  return good;
}

/**
 * care_seal_keys_save_new:
 * @self: a key pair
 * @path: a file that must not be there yet
 * @error: %CARE_ERROR_CONFLICT when the file is there, %CARE_ERROR_ENVIRONMENT when it cannot be written
 *
 * Writes the pair into a new file that only its owner may read (0600), on disk
 * before this returns. A key file is never replaced: what was sealed for it
 * could not be opened again.
 *
 * Returns: whether the file holds the pair now
 */
gboolean
care_seal_keys_save_new (CareSealKeys  *self,
                         const char    *path,
                         GError       **error)
{
  g_autofree char *partial = NULL;
  guint8 file[FILE_BYTES];
  gboolean good;
  int saved_errno;
  int fd;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  /* Whole under another name first, then linked: a half-written key never stands under the real name. */
  partial = g_strdup_printf ("%s.%08x", path, randombytes_random ());
  fd = g_open (partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    return set_errno_error (error, path, "cannot be made", errno);

  memcpy (file, FILE_MAGIC, FILE_MAGIC_BYTES);
  memcpy (file + FILE_MAGIC_BYTES, self->secret, crypto_box_SECRETKEYBYTES);
  memcpy (file + FILE_MAGIC_BYTES + crypto_box_SECRETKEYBYTES, care_seal_public_key_get_bytes (self->public_key),
          crypto_box_PUBLICKEYBYTES);
  good = write_all (fd, file, sizeof file) && fsync (fd) == 0;
  saved_errno = errno;
  sodium_memzero (file, sizeof file);
  close (fd);

  if (good && link (partial, path) != 0)
    {
      good = FALSE;
      saved_errno = errno;
    }
  g_unlink (partial);
  if (good && !sync_folder_of (path))
    {
      good = FALSE;
      saved_errno = errno;
    }
  if (good)
    return TRUE;

  if (saved_errno == EEXIST)
    g_set_error (error, CARE_ERROR, CARE_ERROR_CONFLICT, "%s: a secret key is there already; it is not replaced", path);
  else
    set_errno_error (error, path, "cannot be written", saved_errno);

  return FALSE;
}

/**
 * care_seal_keys_load_or_create:
 * @path: the secret key's file
 * @created: (out) (optional): whether the pair is new
 * @error: see care_seal_keys_load() and care_seal_keys_save_new()
 *
 * Two programs that start at once end with the same pair.
 *
 * Returns: (transfer full) (nullable): the key pair
 */
CareSealKeys *
care_seal_keys_load_or_create (const char  *path,
                               gboolean    *created,
                               GError     **error)
{
  g_autoptr (CareSealKeys) self = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (created != NULL)
    *created = FALSE;

  self = care_seal_keys_load (path, &local);
  if (self != NULL)
    return g_steal_pointer (&self);
  if (!g_error_matches (local, CARE_ERROR, CARE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  g_clear_error (&local);

  self = care_seal_keys_generate (error);
  if (self == NULL)
    return NULL;
  if (care_seal_keys_save_new (self, path, &local))
    {
      if (created != NULL)
        *created = TRUE;
      return g_steal_pointer (&self);
    }
  if (g_error_matches (local, CARE_ERROR, CARE_ERROR_CONFLICT))
    return care_seal_keys_load (path, error);

  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

CareSealKeys *
care_seal_keys_ref (CareSealKeys *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
care_seal_keys_unref (CareSealKeys *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_clear_pointer (&self->public_key, care_seal_public_key_unref);
  if (self->secret != NULL)
    sodium_free (self->secret);
  g_free (self);
}

/**
 * care_seal_keys_get_public:
 * @self: a key pair
 *
 * Returns: (transfer none): the half that may be given away
 */
CareSealPublicKey *
care_seal_keys_get_public (CareSealKeys *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->public_key;
}

/**
 * care_seal_keys_open:
 * @self: the key pair it was sealed for
 * @sealed: (array length=length): sealed bytes
 * @length: their length
 * @error: %CARE_ERROR_INPUT when they were sealed for another key or changed
 *
 * Returns: (transfer full) (nullable): what was in it; its memory is wiped with the last reference
 */
GBytes *
care_seal_keys_open (CareSealKeys   *self,
                     gconstpointer   sealed,
                     gsize           length,
                     GError        **error)
{
  Opened *opened;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (sealed != NULL || length == 0, NULL);

  if (length < CARE_SEAL_OVERHEAD_BYTES)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "too short to be sealed bytes");
      return NULL;
    }

  opened = g_malloc (sizeof *opened + length);
  opened->length = length - CARE_SEAL_OVERHEAD_BYTES;
  if (crypto_box_seal_open (opened->bytes, sealed, length, care_seal_public_key_get_bytes (self->public_key),
                            self->secret) != 0)
    {
      opened_free (opened);
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "sealed for another key, or changed since");
      return NULL;
    }

  return g_bytes_new_with_free_func (opened->bytes, opened->length, opened_free, opened);
}

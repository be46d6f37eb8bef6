/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-last-good.h"

#include <string.h>

#include "base/care-error.h"
#include "base/care-json.h"

struct _CareLastGood
{
  char   *path;
  char   *copy_path;
  char   *text; /* the file's bytes, once they were read without a fault */
  gsize   length;
  GError *trouble;
};

/**
 * care_last_good_new:
 * @folder: where the file stands; its copy stands in "last-good" below it
 * @name: the file's name
 *
 * Returns: (transfer full): the file and its copy; nothing is read yet
 */
CareLastGood *
care_last_good_new (const char *folder,
                    const char *name)
{
  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  CareLastGood *self = g_new0 (CareLastGood, 1);

  self->path = g_build_filename (folder, name, NULL);
  self->copy_path = g_build_filename (folder, "last-good", name, NULL);
  return self;
}

/** Frees it; the files stay. */
void
care_last_good_free (CareLastGood *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->path);
  g_free (self->copy_path);
  g_free (self->text);
  g_clear_error (&self->trouble);
  g_free (self);
}

/**
 * care_last_good_exists:
 * @self: a file
 *
 * A file that was there once and is gone counts too: a clinic must not find itself in the sample's place.
 *
 * Returns: whether the clinic has such a file of its own, or had one
 */
gboolean
care_last_good_exists (CareLastGood *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_file_test (self->path, G_FILE_TEST_EXISTS) || g_file_test (self->copy_path, G_FILE_TEST_EXISTS);
}

/**
 * care_last_good_load:
 * @self: a file
 * @read: reads its bytes
 * @error: the file's own #CareError, when there is no copy that can stand in either
 *
 * Returns: (transfer full) (nullable): what @read made of the file; or of its copy, and then
 *   care_last_good_get_trouble() says why
 */
gpointer
care_last_good_load (CareLastGood     *self,
                     CareLastGoodRead  read,
                     GError          **error)
{
  g_autoptr (GError) own = NULL;
  g_autofree char *copy = NULL;
  gpointer read_from = NULL;
  gsize length = 0;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (read != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_clear_error (&self->trouble);
  g_clear_pointer (&self->text, g_free);
  self->text = care_json_read_text (self->path, NULL, &self->length, &own);
  if (self->text != NULL)
    read_from = read (self->text, (gssize) self->length, self->path, &own);
  if (read_from != NULL)
    return read_from;

  g_clear_pointer (&self->text, g_free);
  copy = care_json_read_text (self->copy_path, NULL, &length, NULL);
  if (copy != NULL)
    read_from = read (copy, (gssize) length, self->copy_path, NULL);
  if (read_from == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own));
      return NULL;
    }
  self->trouble = g_steal_pointer (&own);
  return read_from;
}

/**
 * care_last_good_keep:
 * @self: a file
 * @error: return location for a #CareError
 *
 * Keeps the bytes that care_last_good_load() read from the file itself, if they are not kept already. Either all of
 * them are on the disk afterwards or the former ones.
 *
 * Returns: %FALSE with %CARE_ERROR_ENVIRONMENT when they cannot be written
 */
gboolean
care_last_good_keep (CareLastGood  *self,
                     GError       **error)
{
  g_autofree char *kept = NULL;
  gsize length = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (self->text == NULL)
    return TRUE;
  kept = care_json_read_text (self->copy_path, NULL, &length, NULL);
  if (kept != NULL && length == self->length && memcmp (kept, self->text, length) == 0)
    return TRUE;

  return care_json_keep_text (self->copy_path, self->text, (gssize) self->length, error);
}

/** Returns: (transfer none) (nullable): why the copy stands in for the file; NULL while it does not */
const GError *
care_last_good_get_trouble (CareLastGood *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->trouble;
}

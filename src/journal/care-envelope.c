/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "journal/care-envelope.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/care-error.h"
#include "base/care-json.h"

#define SEALS (F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE)

static void
free_private (gpointer data)
{
  CareEnvelopePrivate *pair = data;

  g_free (pair->question);
  g_free (pair->answer);
  g_free (pair);
}

/**
 * care_envelope_new:
 *
 * Returns: (transfer full): an envelope with empty lists of forms and responses, text size 1
 */
CareEnvelope *
care_envelope_new (void)
{
  CareEnvelope *self = g_new0 (CareEnvelope, 1);

  self->size = 1;
  self->writing = care_writing_new ();
  self->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  self->responses = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  self->former = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  self->private_answers = g_ptr_array_new_with_free_func (free_private);

  return self;
}

/**
 * care_envelope_add_private:
 * @self: an envelope
 * @question: a question's code
 * @answer: an answer's code
 *
 * After this answer the patient is told that staff will talk with them in private first.
 */
void
care_envelope_add_private (CareEnvelope *self,
                           const char   *question,
                           const char   *answer)
{
  CareEnvelopePrivate *pair;

  g_return_if_fail (self != NULL);
  g_return_if_fail (question != NULL && answer != NULL);

  pair = g_new0 (CareEnvelopePrivate, 1);
  pair->question = g_strdup (question);
  pair->answer = g_strdup (answer);
  g_ptr_array_add (self->private_answers, pair);
}

void
care_envelope_free (CareEnvelope *self)
{
  if (self == NULL)
    return;

  g_free (self->visit);
  g_free (self->patient);
  g_free (self->birth_date);
  g_free (self->given);
  g_free (self->family);
  g_free (self->language);
  g_strfreev (self->languages);
  g_clear_pointer (&self->public_key, care_seal_public_key_unref);
  g_free (self->journal);
  g_free (self->time_zone);
  g_clear_object (&self->writing);
  g_ptr_array_unref (self->forms);
  g_ptr_array_unref (self->responses);
  g_ptr_array_unref (self->former);
  g_clear_pointer (&self->words, json_node_unref);
  g_clear_pointer (&self->keyboards, json_node_unref);
  g_ptr_array_unref (self->private_answers);
  g_free (self);
}

static gboolean
write_all (int         fd,
           const char *bytes,
           gsize       length)
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

/**
 * care_envelope_to_fd:
 * @self: an envelope with everything filled in
 * @error: %CARE_ERROR_ENVIRONMENT when there is no memory for it
 *
 * Returns: a descriptor (close-on-exec) of a memfd that nobody can change any more, or -1
 */
int
care_envelope_to_fd (CareEnvelope  *self,
                     GError       **error)
{
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;
  gboolean good;
  gsize length;
  int failed;
  int fd;

  g_return_val_if_fail (self != NULL, -1);

  node = care_envelope_to_json (self);
  text = care_json_to_text (node, CARE_JSON_COMPACT);
  length = strlen (text);

  fd = memfd_create ("aftercare-envelope", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  good = fd >= 0 && write_all (fd, text, length) && lseek (fd, 0, SEEK_SET) == 0 &&
         fcntl (fd, F_ADD_SEALS, SEALS | F_SEAL_SEAL) == 0;
  failed = errno;
  care_seal_wipe (text, length);
  if (good)
    return fd;

  if (fd >= 0)
    close (fd);
  g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT, "envelope: cannot be made: %s", g_strerror (failed));
  return -1;
}

/* The text, zero-terminated, to be wiped and freed. */
static char *
read_text (int      fd,
           gsize   *length,
           GError **error)
{
  const CareJsonLimits limits = CARE_JSON_LIMITS_DEFAULT;
  struct stat status;
  g_autofree char *text = NULL;
  gsize got = 0;

  if (fstat (fd, &status) != 0)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT, "envelope: cannot be read: %s", g_strerror (errno));
      return NULL;
    }
  if (status.st_size < 0 || (gsize) status.st_size > limits.max_bytes)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "envelope: larger than %" G_GSIZE_FORMAT " bytes", limits.max_bytes);
      return NULL;
    }

  *length = status.st_size;
  text = g_malloc0 (*length + 1);
  while (got < *length)
    {
      gssize n = pread (fd, text + got, *length - got, got);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT, "envelope: cannot be read: %s",
                       n < 0 ? g_strerror (errno) : "it ends too early");
          return NULL;
        }
      got += n;
    }

  return g_steal_pointer (&text);
}

/**
 * care_envelope_new_from_fd:
 * @fd: what care_envelope_to_fd() gave, in this process or another; stays the caller's
 * @error: %CARE_ERROR_REFUSED when it could still be changed, %CARE_ERROR_INPUT when it holds no envelope,
 *   %CARE_ERROR_ENVIRONMENT when it cannot be read
 *
 * Returns: (transfer full) (nullable): the envelope
 */
CareEnvelope *
care_envelope_new_from_fd (int      fd,
                           GError **error)
{
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;
  int seals;

  g_return_val_if_fail (fd >= 0, NULL);

  seals = fcntl (fd, F_GET_SEALS);
  if (seals < 0 || (seals & SEALS) != SEALS)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "envelope: not sealed; somebody could still change it");
      return NULL;
    }

  text = read_text (fd, &length, error);
  if (text == NULL)
    return NULL;
  node = care_json_parse (text, length, "envelope", NULL, error);
  care_seal_wipe (text, length);
  if (node == NULL)
    return NULL;

  return care_envelope_new_from_json (node, "envelope", error);
}

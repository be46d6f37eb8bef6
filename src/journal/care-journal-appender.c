/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "journal/care-journal-appender.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/care-error.h"
#include "journal/care-journal-frame.h"

/* What the worker needs; lives until the last record is tried, also when the writer is gone. */
typedef struct
{
  gatomicrefcount    refs;

  /* The worker's alone. */
  int                fd;
  CareSealPublicKey *key;
  char              *previous;
  off_t              size;
  gboolean           broken;

  GMutex             mutex;
  GCond              idle;
  guint64            written;
  guint              pending;
  GError            *first_error;
} Chain;

/* One record on its way. */
typedef struct
{
  char     *text;
  GTask    *task;
  Chain    *chain;
  GError  **error;
  gboolean *good;
} Job;

struct _CareJournalAppender
{
  GThreadPool *pool;
  Chain       *chain;
};

static void
chain_unref (Chain *chain)
{
  if (!g_atomic_ref_count_dec (&chain->refs))
    return;

  close (chain->fd);
  care_seal_public_key_unref (chain->key);
  g_free (chain->previous);
  g_clear_error (&chain->first_error);
  g_mutex_clear (&chain->mutex);
  g_cond_clear (&chain->idle);
  g_free (chain);
}

static void
wipe_text (char *text)
{
  care_seal_wipe (text, strlen (text));
  g_free (text);
}

static gboolean
set_disk_error (GError **error,
                int      saved_errno)
{
  if (saved_errno == ENOSPC || saved_errno == EDQUOT || saved_errno == EFBIG)
    g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT, "journal: the disk is full; make room and try again");
  else
    g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT, "journal: the disk refuses to write: %s",
                 g_strerror (saved_errno));

  return FALSE;
}

static int
write_all (int           fd,
           const guint8 *bytes,
           gsize         length)
{
  while (length > 0)
    {
      gssize n = write (fd, bytes, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        return n < 0 ? errno : EIO;
      bytes += n;
      length -= n;
    }

  return 0;
}

/* All of the frame on disk, or nothing of it in the file. */
static gboolean
append_frame (Chain        *chain,
              const guint8 *frame,
              gsize         length,
              GError      **error)
{
  int failed = write_all (chain->fd, frame, length);

  if (failed == 0 && fdatasync (chain->fd) != 0)
    failed = errno;
  if (failed == 0)
    {
      chain->size += length;
      return TRUE;
    }

  /* A half record with others behind it could not be read back. */
  if (ftruncate (chain->fd, chain->size) != 0)
    chain->broken = TRUE;

  return set_disk_error (error, failed);
}

static gboolean
seal_and_append (Chain      *chain,
                 const char *record,
                 GError    **error)
{
  g_autoptr (GBytes) sealed = NULL;
  g_autofree guint8 *frame = NULL;
  gsize length;
  gconstpointer bytes;

  sealed = care_seal_public_key_seal (chain->key, record, strlen (record), error);
  if (sealed == NULL)
    return FALSE;

  bytes = g_bytes_get_data (sealed, &length);
  if (length > CARE_JOURNAL_RECORD_BYTES)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "journal: a record of %" G_GSIZE_FORMAT " bytes is longer than %d",
                   length, CARE_JOURNAL_RECORD_BYTES);
      return FALSE;
    }

  frame = g_malloc (CARE_JOURNAL_FRAME_BYTES + length);
  care_journal_frame_write (frame, length);
  memcpy (frame + CARE_JOURNAL_FRAME_BYTES, bytes, length);

  return append_frame (chain, frame, CARE_JOURNAL_FRAME_BYTES + length, error);
}

static gboolean
append_text (Chain      *chain,
             const char *text,
             GError    **error)
{
  char *record;
  gboolean good;

  g_assert (*text == '{');

  if (chain->broken)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT,
                   "journal: a half-written record could not be taken back; give the device to staff");
      return FALSE;
    }

  record = g_strdup_printf ("{\"number\":%" G_GUINT64_FORMAT ",\"previous\":\"%s\",%s", chain->written + 1,
                            chain->previous, text + 1);
  good = seal_and_append (chain, record, error);
  if (good)
    {
      g_free (chain->previous);
      chain->previous = care_seal_hash_hex (record, strlen (record));
    }
  wipe_text (record);

  return good;
}

static void
run_job (gpointer data,
         gpointer user_data)
{
  Job *job = data;
  Chain *chain = job->chain;
  g_autoptr (GTask) task = g_steal_pointer (&job->task);
  g_autoptr (GError) error = NULL;
  gboolean good = append_text (chain, job->text, &error);

  wipe_text (job->text);

  g_mutex_lock (&chain->mutex);
  if (good)
    chain->written++;
  else if (chain->first_error == NULL && task != NULL)
    chain->first_error = g_error_copy (error);
  if (job->good != NULL)
    {
      *job->good = good;
      if (job->error != NULL)
        *job->error = g_steal_pointer (&error);
    }
  chain->pending--;
  g_cond_broadcast (&chain->idle);
  g_mutex_unlock (&chain->mutex);

  if (task != NULL && good)
    g_task_return_boolean (task, TRUE);
  else if (task != NULL)
    g_task_return_error (task, g_steal_pointer (&error));

  g_free (job);
  chain_unref (chain);
}

CareJournalAppender *
care_journal_appender_new (int                fd,
                           CareSealPublicKey *key,
                           const char        *journal)
{
  CareJournalAppender *self = g_new0 (CareJournalAppender, 1);
  Chain *chain = g_new0 (Chain, 1);

  g_atomic_ref_count_init (&chain->refs);
  chain->fd = fd;
  chain->key = care_seal_public_key_ref (key);
  chain->previous = care_seal_hash_hex (journal, strlen (journal));
  chain->size = CARE_JOURNAL_MAGIC_BYTES;
  g_mutex_init (&chain->mutex);
  g_cond_init (&chain->idle);

  self->chain = chain;
  /* One thread, so that records keep their order. A shared pool cannot fail to start. */
  self->pool = g_thread_pool_new (run_job, NULL, 1, FALSE, NULL);

  return self;
}

void
care_journal_appender_free (CareJournalAppender *self)
{
  g_thread_pool_free (self->pool, FALSE, FALSE);
  chain_unref (self->chain);
  g_free (self);
}

static void
push_job (CareJournalAppender *self,
          Job                 *job)
{
  Chain *chain = self->chain;

  g_atomic_ref_count_inc (&chain->refs);
  job->chain = chain;
  g_mutex_lock (&chain->mutex);
  chain->pending++;
  g_mutex_unlock (&chain->mutex);
  /* An error here says that no further thread was started; the job stays in the queue. */
  g_thread_pool_push (self->pool, job, NULL);
}

void
care_journal_appender_push (CareJournalAppender *self,
                            char                *text,
                            GTask               *task)
{
  Job *job = g_new0 (Job, 1);

  job->text = text;
  job->task = g_object_ref (task);
  push_job (self, job);
}

static void
wait_until_idle (Chain *chain)
{
  while (chain->pending > 0)
    g_cond_wait (&chain->idle, &chain->mutex);
}

gboolean
care_journal_appender_append (CareJournalAppender  *self,
                              char                 *text,
                              GError              **error)
{
  Job *job = g_new0 (Job, 1);
  gboolean good = FALSE;

  job->text = text;
  job->error = error;
  job->good = &good;
  push_job (self, job);

  g_mutex_lock (&self->chain->mutex);
  wait_until_idle (self->chain);
  g_mutex_unlock (&self->chain->mutex);

  return good;
}

gboolean
care_journal_appender_flush (CareJournalAppender  *self,
                             GError              **error)
{
  Chain *chain = self->chain;
  g_autoptr (GError) first = NULL;

  g_mutex_lock (&chain->mutex);
  wait_until_idle (chain);
  first = g_steal_pointer (&chain->first_error);
  g_mutex_unlock (&chain->mutex);

  if (first == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&first));
  return FALSE;
}

guint64
care_journal_appender_get_written (CareJournalAppender *self)
{
  guint64 written;

  g_mutex_lock (&self->chain->mutex);
  written = self->chain->written;
  g_mutex_unlock (&self->chain->mutex);

  return written;
}

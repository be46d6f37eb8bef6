/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "journal/care-journal-writer.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/care-error.h"
#include "base/care-instant.h"
#include "base/care-json.h"
#include "journal/care-journal-appender.h"
#include "journal/care-journal-frame.h"

struct _CareJournalWriter
{
  GObject              parent_instance;

  CareClock           *clock;
  char                *journal;
  char                *visit;
  char                *patient;

  CareJournalAppender *appender;
};

G_DEFINE_FINAL_TYPE (CareJournalWriter, care_journal_writer, G_TYPE_OBJECT)

static void
care_journal_writer_finalize (GObject *object)
{
  CareJournalWriter *self = CARE_JOURNAL_WRITER (object);

  g_clear_pointer (&self->appender, care_journal_appender_free);
  g_clear_object (&self->clock);
  g_free (self->journal);
  g_free (self->visit);
  g_free (self->patient);

  G_OBJECT_CLASS (care_journal_writer_parent_class)->finalize (object);
}

static void
care_journal_writer_class_init (CareJournalWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_journal_writer_finalize;
}

static void
care_journal_writer_init (CareJournalWriter *self)
{
}

static gboolean
check_fd (int      fd,
          GError **error)
{
  struct stat status;
  int flags = fcntl (fd, F_GETFL);

  if (flags < 0 || fstat (fd, &status) != 0 || !S_ISREG (status.st_mode) || (flags & O_APPEND) == 0)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "journal: the descriptor is no file that can only grow");
      return FALSE;
    }
  if (status.st_size != (off_t) CARE_JOURNAL_MAGIC_BYTES)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "journal: not a new one; each hand-over needs its own");
      return FALSE;
    }

  return TRUE;
}

/**
 * care_journal_writer_new:
 * @fd: (transfer full): a journal of care_journal_file_create(); closed with the writer, or now on failure
 * @key: what records are sealed to
 * @journal: the journal's id
 * @visit: the visit's id
 * @patient: the patient's id
 * @clock: what tells when a record was made
 * @error: %CARE_ERROR_INPUT when @fd is no new journal
 *
 * Returns: (transfer full) (nullable): a writer of that journal
 */
CareJournalWriter *
care_journal_writer_new (int                 fd,
                         CareSealPublicKey  *key,
                         const char         *journal,
                         const char         *visit,
                         const char         *patient,
                         CareClock          *clock,
                         GError            **error)
{
  CareJournalWriter *self;

  g_return_val_if_fail (fd >= 0, NULL);
  g_return_val_if_fail (key != NULL, NULL);
  g_return_val_if_fail (journal != NULL, NULL);
  g_return_val_if_fail (visit != NULL, NULL);
  g_return_val_if_fail (patient != NULL, NULL);
  g_return_val_if_fail (CARE_IS_CLOCK (clock), NULL);

  if (!check_fd (fd, error))
    {
      close (fd);
      return NULL;
    }

  fcntl (fd, F_SETFD, FD_CLOEXEC);
  self = g_object_new (CARE_TYPE_JOURNAL_WRITER, NULL);
  self->clock = g_object_ref (clock);
  self->journal = g_strdup (journal);
  self->visit = g_strdup (visit);
  self->patient = g_strdup (patient);
  self->appender = care_journal_appender_new (fd, key, journal);

  return self;
}

/* Everything of the record but its place in the chain, which is known only when the one before is on disk. */
static char *
make_text (CareJournalWriter *self,
           CareJournalKind    kind,
           const char        *form,
           const char        *version,
           JsonNode          *body)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *at = care_instant_format (care_clock_now (self->clock), utc);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "journal", self->journal);
  json_object_set_string_member (object, "visit", self->visit);
  json_object_set_string_member (object, "patient", self->patient);
  if (form != NULL)
    json_object_set_string_member (object, "form", form);
  if (version != NULL)
    json_object_set_string_member (object, "version", version);
  json_object_set_string_member (object, "at", at);
  json_object_set_string_member (object, "kind", care_journal_kind_to_string (kind));
  if (body != NULL)
    json_object_set_member (object, "body", json_node_copy (body));
  json_node_take_object (node, object);

  return care_json_to_text (node, CARE_JSON_COMPACT);
}

/**
 * care_journal_writer_append:
 * @self: a writer
 * @kind: what the record is about
 * @form: (nullable): the form's canonical url
 * @version: (nullable): the form's version
 * @body: (nullable): see #CareJournalKind
 * @error: %CARE_ERROR_ENVIRONMENT when the disk is full or broken, %CARE_ERROR_INPUT when the record is too long
 *
 * Waits for everything appended before and for the disk.
 *
 * Returns: whether the record is on disk; else nothing of it is, and it may be tried again
 */
gboolean
care_journal_writer_append (CareJournalWriter  *self,
                            CareJournalKind     kind,
                            const char         *form,
                            const char         *version,
                            JsonNode           *body,
                            GError            **error)
{
  g_return_val_if_fail (CARE_IS_JOURNAL_WRITER (self), FALSE);

  return care_journal_appender_append (self->appender, make_text (self, kind, form, version, body), error);
}

/**
 * care_journal_writer_append_async:
 * @self: a writer
 * @kind: what the record is about
 * @form: (nullable): the form's canonical url
 * @version: (nullable): the form's version
 * @body: (nullable): see #CareJournalKind; read before this returns
 * @callback: (nullable): called in the caller's main context when the record is on disk or failed
 * @user_data: for @callback
 *
 * Records reach the disk in the order of the calls.
 */
void
care_journal_writer_append_async (CareJournalWriter   *self,
                                  CareJournalKind      kind,
                                  const char          *form,
                                  const char          *version,
                                  JsonNode            *body,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (CARE_IS_JOURNAL_WRITER (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, care_journal_writer_append_async);
  care_journal_appender_push (self->appender, make_text (self, kind, form, version, body), task);
}

/**
 * care_journal_writer_append_finish:
 * @self: a writer
 * @result: what the callback was given
 * @error: as care_journal_writer_append()
 *
 * Returns: whether the record is on disk
 */
gboolean
care_journal_writer_append_finish (CareJournalWriter  *self,
                                   GAsyncResult       *result,
                                   GError            **error)
{
  g_return_val_if_fail (CARE_IS_JOURNAL_WRITER (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * care_journal_writer_flush:
 * @self: a writer
 * @error: the first failure since the last flush
 *
 * Waits, without running the main loop, until everything appended has been tried.
 *
 * Returns: whether all of it is on disk
 */
gboolean
care_journal_writer_flush (CareJournalWriter  *self,
                           GError            **error)
{
  g_return_val_if_fail (CARE_IS_JOURNAL_WRITER (self), FALSE);

  return care_journal_appender_flush (self->appender, error);
}

/**
 * care_journal_writer_get_written:
 * @self: a writer
 *
 * Returns: how many records are on disk
 */
guint64
care_journal_writer_get_written (CareJournalWriter *self)
{
  g_return_val_if_fail (CARE_IS_JOURNAL_WRITER (self), 0);

  return care_journal_appender_get_written (self->appender);
}

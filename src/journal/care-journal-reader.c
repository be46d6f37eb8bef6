/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "journal/care-journal-reader.h"

#include <string.h>

#include "base/care-error.h"
#include "base/care-json-view.h"
#include "base/care-json.h"
#include "journal/care-journal-frame.h"

struct _CareJournalReader
{
  GObject    parent_instance;

  char      *journal;
  char      *digest;
  GPtrArray *records;
  gsize      torn;
};

G_DEFINE_FINAL_TYPE (CareJournalReader, care_journal_reader, G_TYPE_OBJECT)

/* What every record must say of itself. */
typedef struct
{
  const char *path;
  const char *journal;
  const char *visit;
  const char *patient;
  GTimeZone  *utc;
} Expected;

static void
record_free (gpointer data)
{
  CareJournalRecord *record = data;

  g_free (record->form);
  g_free (record->version);
  g_clear_pointer (&record->body, json_node_unref);
  g_free (record);
}

static void
care_journal_reader_finalize (GObject *object)
{
  CareJournalReader *self = CARE_JOURNAL_READER (object);

  g_free (self->journal);
  g_free (self->digest);
  g_ptr_array_unref (self->records);

  G_OBJECT_CLASS (care_journal_reader_parent_class)->finalize (object);
}

static void
care_journal_reader_class_init (CareJournalReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_journal_reader_finalize;
}

static void
care_journal_reader_init (CareJournalReader *self)
{
  self->records = g_ptr_array_new_with_free_func (record_free);
}

static gboolean
check_member (const CareJsonView  *view,
              const char          *member,
              const char          *expected,
              GError             **error)
{
  const char *found = NULL;

  if (!care_json_view_get_string (view, member, CARE_JSON_REQUIRED, &found, error))
    return FALSE;
  if (g_str_equal (found, expected))
    return TRUE;

  /* Neither value is printed: ids stay out of messages. */
  care_json_view_set_error (view, error, CARE_ERROR_INPUT, "%s is another than this journal's; it is not taken in", member);
  return FALSE;
}

static gboolean
check_place (const CareJsonView  *view,
             guint64              number,
             const char          *previous,
             GError             **error)
{
  gint64 found = 0;

  if (!care_json_view_get_int (view, "number", CARE_JSON_REQUIRED, 1, G_MAXINT64, &found, error))
    return FALSE;
  if ((guint64) found != number)
    {
      care_json_view_set_error (view, error, CARE_ERROR_INPUT,
                                "number is %" G_GINT64_FORMAT ", must be %" G_GUINT64_FORMAT
                                ": a record is missing or was put in",
                                found, number);
      return FALSE;
    }

  return check_member (view, "previous", previous, error);
}

static gboolean
read_content (const CareJsonView  *view,
              const Expected      *expected,
              CareJournalRecord   *record,
              GError             **error)
{
  const char *at = NULL;
  const char *kind = NULL;
  const char *form = NULL;
  const char *version = NULL;
  CareJsonView body;

  if (!care_json_view_get_string (view, "at", CARE_JSON_REQUIRED, &at, error) ||
      !care_json_view_get_string (view, "kind", CARE_JSON_REQUIRED, &kind, error) ||
      !care_json_view_get_string (view, "form", CARE_JSON_OPTIONAL, &form, error) ||
      !care_json_view_get_string (view, "version", CARE_JSON_OPTIONAL, &version, error))
    return FALSE;

  record->at = care_instant_parse (at, expected->utc, error);
  if (record->at == CARE_INSTANT_NONE)
    return FALSE;
  if (!care_journal_kind_from_string (kind, &record->kind))
    {
      care_json_view_set_error (view, error, CARE_ERROR_UNSUPPORTED, "kind: not known to this version");
      return FALSE;
    }
  record->form = g_strdup (form);
  record->version = g_strdup (version);
  if (care_json_view_peek_member (view, "body", &body))
    record->body = json_node_copy (body.node);

  return TRUE;
}

/* Takes one opened record into the reader. */
static gboolean
take_record (CareJournalReader  *self,
             const Expected     *expected,
             GBytes             *opened,
             GError            **error)
{
  guint64 number = self->records->len + 1;
  gsize length;
  const char *text = g_bytes_get_data (opened, &length);
  g_autofree char *source = g_strdup_printf ("%s: record %" G_GUINT64_FORMAT, expected->path, number);
  g_autoptr (JsonNode) node = care_json_parse (text, length, source, NULL, error);
  CareJournalRecord *record;
  CareJsonView view;

  if (node == NULL)
    return FALSE;

  care_json_view_init (&view, source, node);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      care_json_view_set_error (&view, error, CARE_ERROR_INPUT, "must be an object {…}");
      return FALSE;
    }
  if (!check_member (&view, "journal", expected->journal, error) ||
      !check_member (&view, "visit", expected->visit, error) ||
      !check_member (&view, "patient", expected->patient, error) ||
      !check_place (&view, number, self->digest, error))
    return FALSE;

  record = g_new0 (CareJournalRecord, 1);
  record->number = number;
  g_ptr_array_add (self->records, record);
  g_free (self->digest);
  self->digest = care_seal_hash_hex (text, length);

  return read_content (&view, expected, record, error);
}

/* A power cut may leave room that was reserved and never written. */
static gboolean
is_all_zero (const guint8 *bytes,
             gsize         length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (bytes[i] != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_frames (CareJournalReader  *self,
             const Expected     *expected,
             CareSealKeys       *keys,
             const guint8       *bytes,
             gsize               length,
             GError            **error)
{
  gsize position = CARE_JOURNAL_MAGIC_BYTES;

  while (position < length)
    {
      gsize left = length - position;
      g_autoptr (GBytes) opened = NULL;
      guint32 record_length;

      self->torn = left;
      if (left < CARE_JOURNAL_FRAME_BYTES || is_all_zero (bytes + position, left))
        return TRUE;
      if (!care_journal_frame_read (bytes + position, &record_length))
        {
          g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "%s: damaged after record %u", expected->path,
                       self->records->len);
          return FALSE;
        }
      if (left - CARE_JOURNAL_FRAME_BYTES < record_length)
        return TRUE;
      self->torn = 0;

      opened = care_seal_keys_open (keys, bytes + position + CARE_JOURNAL_FRAME_BYTES, record_length, error);
      if (opened == NULL)
        {
          g_prefix_error (error, "%s: record %u: ", expected->path, self->records->len + 1);
          return FALSE;
        }
      if (!take_record (self, expected, opened, error))
        return FALSE;
      position += CARE_JOURNAL_FRAME_BYTES + record_length;
    }

  return TRUE;
}

/**
 * care_journal_reader_open:
 * @path: a journal, not being written to
 * @keys: the store's key pair
 * @journal: the id it must have
 * @visit: the visit it must belong to
 * @patient: the patient it must belong to
 * @error: %CARE_ERROR_INPUT when anything but its tail is not as it was written, or it belongs elsewhere;
 *   %CARE_ERROR_ENVIRONMENT when it cannot be read
 *
 * Reads all of it. A last record that is not whole was never said to be on
 * disk: it is left out, and care_journal_reader_get_torn() says so.
 *
 * Returns: (transfer full) (nullable): what was written
 */
CareJournalReader *
care_journal_reader_open (const char    *path,
                          CareSealKeys  *keys,
                          const char    *journal,
                          const char    *visit,
                          const char    *patient,
                          GError       **error)
{
  g_autoptr (CareJournalReader) self = NULL;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GError) foreign = NULL;
  g_autofree char *bytes = NULL;
  Expected expected = { path, journal, visit, patient, utc };
  gsize length = 0;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (keys != NULL, NULL);
  g_return_val_if_fail (journal != NULL && visit != NULL && patient != NULL, NULL);

  if (!g_file_get_contents (path, &bytes, &length, &foreign))
    {
      care_error_take_foreign (error, g_steal_pointer (&foreign), CARE_ERROR_ENVIRONMENT, path);
      return NULL;
    }
  if (length < CARE_JOURNAL_MAGIC_BYTES || memcmp (bytes, CARE_JOURNAL_MAGIC, CARE_JOURNAL_MAGIC_BYTES) != 0)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "%s: not a journal of this program", path);
      return NULL;
    }

  self = g_object_new (CARE_TYPE_JOURNAL_READER, NULL);
  self->journal = g_strdup (journal);
  self->digest = care_seal_hash_hex (journal, strlen (journal));
  if (!read_frames (self, &expected, keys, (const guint8 *) bytes, length, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * care_journal_reader_get_journal:
 * @self: a reader
 *
 * Returns: (transfer none): the journal's id, which the store remembers so that it is taken in once
 */
const char *
care_journal_reader_get_journal (CareJournalReader *self)
{
  g_return_val_if_fail (CARE_IS_JOURNAL_READER (self), NULL);

  return self->journal;
}

/**
 * care_journal_reader_get_digest:
 * @self: a reader
 *
 * Returns: (transfer none): hash of the last record, and by it of all of them
 */
const char *
care_journal_reader_get_digest (CareJournalReader *self)
{
  g_return_val_if_fail (CARE_IS_JOURNAL_READER (self), NULL);

  return self->digest;
}

guint
care_journal_reader_get_length (CareJournalReader *self)
{
  g_return_val_if_fail (CARE_IS_JOURNAL_READER (self), 0);

  return self->records->len;
}

/**
 * care_journal_reader_get_record:
 * @self: a reader
 * @index: 0 for the first
 *
 * Returns: (transfer none): that record
 */
const CareJournalRecord *
care_journal_reader_get_record (CareJournalReader *self,
                                guint              index)
{
  g_return_val_if_fail (CARE_IS_JOURNAL_READER (self), NULL);
  g_return_val_if_fail (index < self->records->len, NULL);

  return self->records->pdata[index];
}

/**
 * care_journal_reader_find_last:
 * @self: a reader
 * @kind: what the record is about
 * @form: (nullable): the form's canonical url; %NULL for any
 *
 * Returns: (transfer none) (nullable): the latest such record
 */
const CareJournalRecord *
care_journal_reader_find_last (CareJournalReader *self,
                               CareJournalKind    kind,
                               const char        *form)
{
  g_return_val_if_fail (CARE_IS_JOURNAL_READER (self), NULL);

  for (guint i = self->records->len; i > 0; i--)
    {
      const CareJournalRecord *record = self->records->pdata[i - 1];

      if (record->kind == kind && (form == NULL || g_strcmp0 (record->form, form) == 0))
        return record;
    }

  return NULL;
}

/**
 * care_journal_reader_get_torn:
 * @self: a reader
 *
 * Returns: how many bytes at the end were left out, because the last record is not whole; 0 when it is
 */
gsize
care_journal_reader_get_torn (CareJournalReader *self)
{
  g_return_val_if_fail (CARE_IS_JOURNAL_READER (self), 0);

  return self->torn;
}

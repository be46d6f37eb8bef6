/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "records/care-audit.h"

#include <string.h>

#include "base/care-error.h"

/**
 * care_audit_hash:
 * @number: the row's number
 * @text: the row's text
 * @previous: the hash of the row before, %CARE_AUDIT_START for the first
 *
 * Returns: (transfer full): SHA-256 over "previous LF number LF text", in hex
 */
char *
care_audit_hash (gint64      number,
                 const char *text,
                 const char *previous)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *middle = NULL;

  g_return_val_if_fail (text != NULL && previous != NULL, NULL);

  middle = g_strdup_printf ("\n%" G_GINT64_FORMAT "\n", number);
  g_checksum_update (sum, (const guchar *) previous, -1);
  g_checksum_update (sum, (const guchar *) middle, -1);
  g_checksum_update (sum, (const guchar *) text, -1);

  return g_strdup (g_checksum_get_string (sum));
}

/**
 * care_audit_row_new:
 * @number: the row's number, 1 for the first
 * @text: the AuditEvent as text
 * @previous: the hash of the row before
 *
 * Returns: (transfer full): the next row of the chain
 */
CareAuditRow *
care_audit_row_new (gint64      number,
                    const char *text,
                    const char *previous)
{
  CareAuditRow *self = g_new0 (CareAuditRow, 1);

  self->number = number;
  self->text = g_strdup (text);
  self->hash = care_audit_hash (number, text, previous);

  return self;
}

void
care_audit_row_free (CareAuditRow *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->text);
  g_free (self->hash);
  g_free (self);
}

/**
 * care_audit_row_check:
 * @self: a row as it was read
 * @expected_number: the number it has to have
 * @previous: the hash of the row before
 *
 * Returns: FALSE with %CARE_ERROR_INPUT when the row is not the one that was written here
 */
gboolean
care_audit_row_check (const CareAuditRow  *self,
                      gint64               expected_number,
                      const char          *previous,
                      GError             **error)
{
  g_autofree char *hash = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->number != expected_number)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT,
                   "audit trail: row %" G_GINT64_FORMAT " is missing (found row %" G_GINT64_FORMAT
                   " in its place); compare with the newest backup",
                   expected_number, self->number);
      return FALSE;
    }

  hash = care_audit_hash (self->number, self->text, previous);
  if (strcmp (hash, self->hash) != 0)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT,
                   "audit trail: row %" G_GINT64_FORMAT " was changed after it was written, or one before "
                   "it was; compare with the newest backup",
                   self->number);
      return FALSE;
    }

  return TRUE;
}

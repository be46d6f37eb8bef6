/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-sheet.h"

#include <string.h>

#include "clinic/care-clinic-private.h"

/* SHA-1 in base64, as FHIR R4 has it (Attachment.hash): enough to tell one copy from another. */
static char *
make_hash (GBytes *pdf)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 digest[20];
  gsize length = sizeof digest;

  g_checksum_update (checksum, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf));
  g_checksum_get_digest (checksum, digest, &length);

  return g_base64_encode (digest, length);
}

static JsonObject *
make_reference_document (CareClinic  *self,
                         CareVisit   *visit,
                         GBytes      *pdf,
                         const char  *binary,
                         guint        number,
                         const char  *language,
                         gboolean     large_print,
                         const char  *who,
                         CareInstant  at)
{
  g_autofree char *id = care_fhir_new_id ();
  g_autofree char *url = g_strconcat ("Binary/", binary, NULL);
  g_autofree char *hash = make_hash (pdf);
  JsonObject *resource = care_fhir_new ("DocumentReference", id);
  JsonObject *content = json_object_new ();
  JsonObject *attachment = json_object_new ();
  JsonObject *context = json_object_new ();

  json_object_set_string_member (resource, "status", "current");
  care_fhir_set_concept (resource, "type", CARE_FHIR_SYSTEM "document", "aftercare-sheet", NULL);
  care_fhir_set_reference (resource, "subject", "Patient", visit->patient->id);
  care_fhir_set_instant (resource, "date", at, self->zone);
  care_fhir_append (resource, "author", care_fhir_reference ("Practitioner", who));
  json_object_set_string_member (attachment, "contentType", "application/pdf");
  if (language != NULL)
    json_object_set_string_member (attachment, "language", language);
  json_object_set_string_member (attachment, "url", url);
  json_object_set_string_member (attachment, "hash", hash);
  json_object_set_int_member (attachment, "size", (gint64) g_bytes_get_size (pdf));
  care_fhir_set_instant (attachment, "creation", at, self->zone);
  json_object_set_object_member (content, "attachment", attachment);
  care_fhir_append (resource, "content", content);
  care_fhir_append (context, "encounter", care_fhir_reference ("Encounter", visit->id));
  json_object_set_object_member (resource, "context", context);
  care_fhir_ext_set_boolean (resource, "large-print", large_print);
  care_fhir_ext_set_integer (resource, "copy-number", number);

  return resource;
}

/* What is known no more, or need not be. */
static void
forget_print (JsonObject *encounter)
{
  care_fhir_ext_remove (encounter, "print-title");
  care_fhir_ext_remove (encounter, "print-queue");
  care_fhir_ext_remove (encounter, "print-again");
}

/**
 * care_clinic_keep_sheet:
 * @self: a clinic
 * @visit: a visit
 * @pdf: the very bytes that were printed
 * @language: (nullable): language of the sheet, the first of two
 * @large_print: printed large
 *
 * Returns: FALSE when it could not be kept
 */
gboolean
care_clinic_keep_sheet (CareClinic *self,
                        CareVisit  *visit,
                        GBytes     *pdf,
                        const char *language,
                        gboolean    large_print,
                        GError    **error)
{
  return care_clinic_keep_sheet_at (self, visit, pdf, language, large_print, NULL, NULL, error);
}

/**
 * care_clinic_keep_sheet_at:
 * @self: a clinic
 * @visit: a visit
 * @pdf: the very bytes that the print system has
 * @language: (nullable): language of the sheet, the first of two
 * @large_print: printed large
 * @queue: (nullable): the printer where it waits; %NULL when it waits nowhere
 * @title: (nullable): by what title the print system knows it, without a word about the patient
 *
 * Where it waits stands in the visit until care_clinic_end_print(), care_clinic_owe_sheet() or the sheet is given: whoever
 * opens the records next can ask the print system again.
 *
 * Returns: FALSE when it could not be kept
 */
gboolean
care_clinic_keep_sheet_at (CareClinic *self,
                           CareVisit  *visit,
                           GBytes     *pdf,
                           const char *language,
                           gboolean    large_print,
                           const char *queue,
                           const char *title,
                           GError    **error)
{
  g_autoptr (CareStoreChange) change = NULL;
  g_autoptr (GPtrArray) former = NULL;
  g_autofree char *id = NULL;
  g_autofree char *base64 = NULL;
  gboolean again;
  JsonObject *binary;
  JsonObject *reference;
  JsonObject *encounter;
  const char *who;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (pdf != NULL, FALSE);
  g_return_val_if_fail ((queue == NULL) == (title == NULL), FALSE);

  if (!_care_clinic_need_actor (self, &who, error))
    return FALSE;

  former = _care_clinic_list_sheet_documents (self, visit, error);
  if (former == NULL)
    return FALSE;

  change = _care_clinic_begin (self);
  id = care_fhir_new_id ();
  binary = care_fhir_new ("Binary", id);
  base64 = g_base64_encode (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));
  json_object_set_string_member (binary, "contentType", "application/pdf");
  care_fhir_set_reference (binary, "securityContext", "Patient", visit->patient->id);
  json_object_set_string_member (binary, "data", base64);
  care_store_change_put (change, visit->patient->id, 0, binary);
  reference = make_reference_document (self, visit, pdf, id, former->len + 1, language, large_print, who,
                                       care_store_change_get_at (change));
  care_fhir_ext_set_string (reference, "print-title", title);
  care_fhir_ext_set_string (reference, "print-queue", queue);
  care_store_change_put (change, visit->patient->id, 0, reference);

  again = care_visit_was_on_paper (visit);
  encounter = _care_visit_edit (visit);
  if (visit->finished_at != CARE_INSTANT_NONE)
    care_fhir_ext_set_boolean (encounter, "printed", TRUE);
  forget_print (encounter);
  if (title != NULL)
    {
      care_fhir_ext_set_string (encounter, "print-title", title);
      care_fhir_ext_set_string (encounter, "print-queue", queue);
      care_fhir_ext_set_boolean (encounter, "print-again", again);
    }

  return _care_clinic_commit_visit (self, change, visit, encounter, NULL, "print-sheet", who, error);
}

/* A printer's doing: nobody needs to be signed in. */
static gboolean
commit_print (CareClinic  *self,
              CareVisit   *visit,
              gboolean     owed,
              const char  *what,
              GError     **error)
{
  const char *who = self->actor != NULL ? care_staff_get_id (self->actor) : NULL;
  g_autoptr (CareStoreChange) change = _care_clinic_begin (self);
  JsonObject *encounter = _care_visit_edit (visit);

  forget_print (encounter);
  if (owed)
    care_fhir_ext_set_boolean (encounter, "printed", FALSE);

  return _care_clinic_commit_visit (self, change, visit, encounter, NULL, what, who, error);
}

/**
 * care_clinic_owe_sheet:
 * @self: a clinic
 * @visit: a visit whose sheet a printer took and gave up
 *
 * The sheet is owed again, unless somebody has said that it was given. Nobody needs to be signed in. The kept copy stays
 * in the record.
 *
 * Returns: FALSE when it could not be saved
 */
gboolean
care_clinic_owe_sheet (CareClinic *self,
                       CareVisit  *visit,
                       GError    **error)
{
  gboolean owed;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);

  owed = visit->printed && !visit->given;
  if (!owed && visit->print_title == NULL)
    return TRUE;

  return commit_print (self, visit, owed, "print-gave-up", error);
}

/**
 * care_clinic_end_print:
 * @self: a clinic
 * @visit: a visit whose sheet came out, or a copy of which did not
 *
 * What became of it need not be asked any more. Nobody needs to be signed in.
 *
 * Returns: FALSE when it could not be saved
 */
gboolean
care_clinic_end_print (CareClinic *self,
                       CareVisit  *visit,
                       GError    **error)
{
  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);

  return visit->print_title == NULL || commit_print (self, visit, FALSE, "print-ended", error);
}

/* The last copy first: two may be of the same second, and the store keeps documents by their id. */
static int
compare_copies (gconstpointer a,
                gconstpointer b)
{
  gint64 first = care_fhir_ext_get_integer (care_document_get_resource (*(CareDocument *const *) a), "copy-number");
  gint64 second = care_fhir_ext_get_integer (care_document_get_resource (*(CareDocument *const *) b), "copy-number");

  return first < second ? 1 : first > second ? -1 : 0;
}

GPtrArray *
_care_clinic_list_sheet_documents (CareClinic *self,
                                   CareVisit  *visit,
                                   GError    **error)
{
  g_autoptr (GPtrArray) all = _care_clinic_list_of (self, visit->patient, "DocumentReference", NULL, error);
  GPtrArray *own;

  if (all == NULL)
    return NULL;

  own = g_ptr_array_new_with_free_func ((GDestroyNotify) care_document_unref);
  for (guint i = all->len; i > 0; i--)
    {
      CareDocument *document = g_ptr_array_index (all, i - 1);
      JsonObject *context = care_fhir_get_object (care_document_get_resource (document), "context");
      JsonObject *encounter = care_fhir_get_element (context, "encounter", 0);
      g_autofree char *wanted = g_strconcat ("Encounter/", visit->id, NULL);

      if (g_strcmp0 (care_fhir_get_string (encounter, "reference"), wanted) == 0)
        g_ptr_array_add (own, care_document_ref (document));
    }
  g_ptr_array_sort (own, compare_copies);

  return own;
}

/* Attachment.hash against the bytes themselves. */
static gboolean
check_copy (GBytes      *pdf,
            JsonObject  *attachment,
            const char  *id,
            GError     **error)
{
  g_autofree char *hash = make_hash (pdf);

  if (g_strcmp0 (care_fhir_get_string (attachment, "hash"), hash) == 0)
    return TRUE;

  g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT,
               "Binary/%s: /data: is not what was printed: its hash is another than the record's; restore it from a backup", id);
  return FALSE;
}

/**
 * care_clinic_list_kept_sheets:
 * @self: a clinic
 * @visit: a visit
 *
 * A copy is what was printed only as long as its bytes have the hash that was kept beside it.
 *
 * Returns: (transfer full) (element-type GBytes) (nullable): the PDF files that were printed, newest first, or %NULL with
 *   %CARE_ERROR_INPUT where one is not what was printed
 */
GPtrArray *
care_clinic_list_kept_sheets (CareClinic *self,
                              CareVisit  *visit,
                              GError    **error)
{
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (GPtrArray) sheets = NULL;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);

  documents = _care_clinic_list_sheet_documents (self, visit, error);
  if (documents == NULL)
    return NULL;

  sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  for (guint i = 0; i < documents->len; i++)
    {
      JsonObject *resource = care_document_get_resource (g_ptr_array_index (documents, i));
      JsonObject *content = care_fhir_get_element (resource, "content", 0);
      JsonObject *attachment = care_fhir_get_object (content, "attachment");
      const char *url = care_fhir_get_string (attachment, "url");
      g_autoptr (CareDocument) binary = NULL;
      const char *data;
      guchar *bytes;
      gsize length;

      if (url == NULL || !g_str_has_prefix (url, "Binary/"))
        continue;

      binary = care_store_get (self->store, "Binary", url + strlen ("Binary/"), error);
      if (binary == NULL)
        return NULL;
      data = care_fhir_get_string (care_document_get_resource (binary), "data");
      bytes = g_base64_decode (data != NULL ? data : "", &length);
      g_ptr_array_add (sheets, g_bytes_new_take (bytes, length));
      if (!check_copy (g_ptr_array_index (sheets, sheets->len - 1), attachment, url + strlen ("Binary/"), error))
        return NULL;
    }

  return g_steal_pointer (&sheets);
}

/**
 * care_clinic_mark_given:
 * @self: a clinic
 * @visit: a visit whose sheet was printed
 * @to_whom: "patient", "relative", "post"
 * @language: (nullable): language given
 * @large_print: printed large
 * @said_back: the patient said it back in own words
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED before anything was printed
 */
gboolean
care_clinic_mark_given (CareClinic *self,
                        CareVisit  *visit,
                        const char *to_whom,
                        const char *language,
                        gboolean    large_print,
                        gboolean    said_back,
                        GError    **error)
{
  g_autoptr (CareStoreChange) change = NULL;
  g_autoptr (GPtrArray) documents = NULL;
  JsonObject *encounter;
  const char *who;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (to_whom != NULL, FALSE);

  if (!_care_clinic_need_actor (self, &who, error))
    return FALSE;
  if (!visit->printed)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "sheet: was not printed yet");
      return FALSE;
    }

  documents = _care_clinic_list_sheet_documents (self, visit, error);
  if (documents == NULL)
    return FALSE;

  change = _care_clinic_begin (self);
  if (documents->len > 0)
    {
      CareDocument *newest = g_ptr_array_index (documents, 0);
      JsonObject *resource = care_document_dup_resource (newest);

      care_fhir_ext_set_instant (resource, "given-at", care_store_change_get_at (change), self->zone);
      care_fhir_ext_set_reference (resource, "given-by", "Practitioner", who);
      care_fhir_ext_set_code (resource, "given-to", to_whom);
      care_fhir_ext_set_code (resource, "given-language", language);
      care_fhir_ext_set_boolean (resource, "given-large-print", large_print);
      care_fhir_ext_set_boolean (resource, "said-back", said_back);
      care_store_change_put (change, visit->patient->id, care_document_get_version (newest), resource);
    }
  encounter = _care_visit_edit (visit);
  care_fhir_ext_set_boolean (encounter, "given", TRUE);
  forget_print (encounter);
  if (visit->state != CARE_STATE_LEFT_EARLY)
    _care_clinic_settle (self, encounter);

  return _care_clinic_commit_visit (self, change, visit, encounter, NULL, "give-sheet", who, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-approve.h"

#include "base/care-json.h"
#include "clinic/care-clinic-check.h"
#include "clinic/care-clinic-private.h"
#include "clinic/care-protocol-shelf.h"
#include "protocol/care-approving.h"
#include "screening/care-feeding.h"

#define UNDO "undo-approval"

/* What is approved or withdrawn: a language's texts, or with NULL the version's rules; of what is in force while a draft
 * waits beside it, or else of the clinic's own file. */
typedef struct
{
  const char *language;
  const char *reader;
  const char *reason;
  gboolean approves;
  gboolean in_force;
} Change;

static const char *const role_codes[] = {
  [CARE_STAFF_RECEPTIONIST] = "receptionist",
  [CARE_STAFF_CLINICIAN] = "clinician",
  [CARE_STAFF_OWNER] = "owner",
};

static char *
dup_path (CareClinic *self,
          gboolean    in_force)
{
  return in_force ? care_protocol_shelf_dup_path (self->state_dir)
                  : g_build_filename (self->state_dir, "protocol.json", NULL);
}

static CareProtocol *
get_protocol (CareClinic *self,
              gboolean    in_force)
{
  return in_force ? self->protocol : care_clinic_get_edited_protocol (self);
}

/* The clinic's own file, or what its protocol was read from: the sample, of which it gets a copy. */
static JsonNode *
load_document (CareClinic  *self,
               gboolean     in_force,
               GError     **error)
{
  g_autofree char *path = dup_path (self, in_force);
  CareProtocol *protocol = get_protocol (self, in_force);

  return care_json_load (g_file_test (path, G_FILE_TEST_EXISTS) ? path : care_protocol_get_source (protocol), NULL, error);
}

static CareProtocol *
read_document (CareClinic  *self,
               JsonNode    *document,
               gboolean     in_force,
               GError     **error)
{
  g_autofree char *text = care_json_to_text (document, CARE_JSON_COMPACT);
  g_autofree char *path = dup_path (self, in_force);

  return care_protocol_new_from_text (text, -1, path, error);
}

/* Nobody approves other words than those that the desk has shown. */
static gboolean
check_same (CareClinic  *self,
            JsonNode    *document,
            gboolean     in_force,
            GError     **error)
{
  g_autoptr (CareProtocol) read = read_document (self, document, in_force, error);
  CareProtocol *protocol = get_protocol (self, in_force);
  const char *const *languages = care_protocol_get_patient_languages (protocol);
  gboolean same;

  if (read == NULL)
    return FALSE;

  same = g_strcmp0 (care_protocol_get_rules_hash (read), care_protocol_get_rules_hash (protocol)) == 0
         && g_strv_equal (languages, care_protocol_get_patient_languages (read));
  for (gsize i = 0; same && languages[i] != NULL; i++)
    {
      g_autofree char *shown = care_protocol_dup_texts_hash (protocol, languages[i]);
      g_autofree char *there = care_protocol_dup_texts_hash (read, languages[i]);

      same = g_str_equal (shown, there);
    }
  if (!same)
    g_set_error (error, CARE_ERROR, CARE_ERROR_CONFLICT,
                 "protocol: its file was changed since Aftercare was started; start it again and read what it says");

  return same;
}

/* Every stop and review rule of the version is asked by one of the clinic's forms (design.md section 5). */
static gboolean
check_fed (CareClinic  *self,
           GError     **error)
{
  static const char *const records[] = { CARE_FORM_TEST_RECORD, CARE_FORM_TEST_READING, CARE_FORM_SESSION_RECORD };
  g_autoptr (GPtrArray) forms = g_ptr_array_new ();
  g_autoptr (GPtrArray) unfed = NULL;

  for (guint i = 0; i < CARE_N_OCCASIONS; i++)
    {
      g_autoptr (GPtrArray) asked = _care_clinic_list_occasion (self, (CareFormOccasion) i, NULL, error);

      if (asked == NULL)
        return FALSE;
      for (guint j = 0; j < asked->len; j++)
        g_ptr_array_add (forms, g_ptr_array_index (asked, j));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    {
      CareQuestionnaire *form = care_clinic_get_form (self, records[i], error);

      if (form == NULL)
        return FALSE;
      g_ptr_array_add (forms, form);
    }

  unfed = care_feeding_list_unfed (get_protocol (self, FALSE), (CareQuestionnaire *const *) forms->pdata, forms->len);
  if (unfed->len == 0)
    return TRUE;

  g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "not approved: no question of these forms feeds the rule '%s'",
               ((const CareRule *) g_ptr_array_index (unfed, 0))->id);

  return FALSE;
}

/**
 * care_clinic_get_plain:
 * @self: a clinic
 * @error: return location for a #CareError
 *
 * Returns: (transfer none) (nullable): what plain words are, read once
 */
CarePlain *
care_clinic_get_plain (CareClinic  *self,
                       GError     **error)
{
  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);

  if (self->plain == NULL)
    {
      g_autofree char *path = g_build_filename (self->data_dir, "protocols", "plain-language.json", NULL);

      self->plain = care_plain_load (path, error);
    }

  return self->plain;
}

static JsonNode *
approve (CareClinic           *self,
         JsonNode             *document,
         const Change         *what,
         const CareSignature  *by,
         GError              **error)
{
  CareStaff *staff = care_clinic_lookup_staff (self, by->staff);
  g_autofree char *facts_path = g_build_filename (self->data_dir, "protocols", "fact-ids.json", NULL);
  g_autofree char *path = dup_path (self, what->in_force);
  g_autoptr (CareFacts) facts = care_facts_load (facts_path, error);
  CarePlain *plain = facts != NULL ? care_clinic_get_plain (self, error) : NULL;
  g_autoptr (GDateTime) now = care_instant_to_local (_care_clinic_now (self), self->zone);
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  CareApproving how = { 0 };

  if (plain == NULL || !check_same (self, document, what->in_force, error))
    return NULL;

  how.by = care_staff_get_display_name (staff);
  how.role = role_codes[care_staff_get_role (staff)];
  how.date = today;
  how.reader = what->reader;
  how.reason = what->reason;
  if (what->language != NULL)
    return care_approving_language (document, path, what->language, &how, facts, plain, error);

  return check_fed (self, error) ? care_approving_version (document, path, &how, facts, plain, error) : NULL;
}

static JsonNode *
withdraw (CareClinic    *self,
          JsonNode      *document,
          const Change  *what,
          GError       **error)
{
  g_autofree char *path = dup_path (self, what->in_force);

  if (!check_same (self, document, what->in_force, error))
    return NULL;
  if (what->language != NULL)
    return care_approving_withdraw_language (document, path, what->language, error);

  return care_approving_withdraw_version (document, path, error);
}

/* NULL: there is none. */
static char *
read_file (const char *path)
{
  char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? text : NULL;
}

/* Paper is asked about again: what waited for an approval may be ready, and what was ready may have to wait. */
static gboolean
screen_today (CareClinic  *self,
              GError     **error)
{
  g_autoptr (GPtrArray) visits = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean fine = TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->today)); i++)
    g_ptr_array_add (visits, g_list_model_get_item (G_LIST_MODEL (self->today), i));
  for (guint i = 0; i < visits->len; i++)
    {
      CareVisit *visit = g_ptr_array_index (visits, i);

      if ((visit->state == CARE_STATE_READY || visit->state == CARE_STATE_MUST_DECIDE)
          && !care_clinic_screen (self, visit, fine ? error : NULL))
        fine = FALSE;
    }

  return fine;
}

/* @text NULL: the clinic has no file of its own. What paper follows is kept for the day on which its file is edited;
 * withdrawn, it is kept no more. */
static gboolean
write_files (CareClinic    *self,
             gboolean       in_force,
             const char    *text,
             CareProtocol  *read,
             GError       **error)
{
  g_autofree char *path = dup_path (self, in_force);
  g_autofree char *kept = care_protocol_shelf_dup_path (self->state_dir);
  gboolean stands = care_protocol_get_status (read) == CARE_PROTOCOL_IN_FORCE;

  if (!in_force && self->draft == NULL && !care_protocol_shelf_write (kept, stands ? text : NULL, error))
    return FALSE;

  return care_protocol_shelf_write (path, text, error);
}

/* The files first, then the trail; without the trail they are as they were. */
static gboolean
keep (CareClinic  *self,
      gboolean     in_force,
      const char  *text,
      const char  *what,
      const char  *who,
      GError     **error)
{
  CareProtocol *protocol = get_protocol (self, in_force);
  g_autofree char *path = dup_path (self, in_force);
  g_autofree char *kept_path = care_protocol_shelf_dup_path (self->state_dir);
  g_autofree char *former = read_file (path);
  g_autofree char *kept = read_file (kept_path);
  g_autoptr (CareStoreChange) change = _care_clinic_begin (self);
  g_autoptr (CareProtocol) read = NULL;

  if (text != NULL)
    read = care_protocol_new_from_text (text, -1, "protocol.json", error);
  else
    read = care_protocol_load (care_protocol_get_source (protocol), error);
  if (read == NULL)
    return FALSE;

  _care_clinic_audit (self, change, "U", what, who, "Organization", care_clinic_info_get_id (self->info));
  if (!write_files (self, in_force, text, read, error) || !care_store_commit (self->store, change, error))
    {
      care_protocol_shelf_write (kept_path, kept, NULL);
      care_protocol_shelf_write (path, former, NULL);
      return FALSE;
    }

  care_protocol_take_approvals (protocol, read);
  g_free (self->protocol_former);
  self->protocol_former = g_steal_pointer (&former);
  g_free (self->protocol_written);
  self->protocol_written = g_strdup (text);
  self->protocol_was_in_force = in_force;
  self->protocol_may_undo = !g_str_equal (what, UNDO);

  return screen_today (self, error);
}

static gboolean
carry_out (CareClinic           *self,
           const Change         *what,
           const char           *name,
           const CareSignature  *by,
           GError              **error)
{
  g_autoptr (JsonNode) document = NULL;
  g_autoptr (JsonNode) changed = NULL;
  g_autofree char *text = NULL;
  g_autofree char *whole = NULL;
  CareStaff *staff;

  if (!_care_clinic_check_pin (self, by, error))
    return FALSE;
  staff = care_clinic_lookup_staff (self, by->staff);
  if (staff == NULL || !care_approval_role_may (role_codes[care_staff_get_role (staff)]))
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "approval: only a clinician or the owner may approve");
      return FALSE;
    }

  document = load_document (self, what->in_force, error);
  if (document != NULL)
    changed = what->approves ? approve (self, document, what, by, error) : withdraw (self, document, what, error);
  if (changed == NULL)
    return FALSE;

  text = care_json_to_text (changed, CARE_JSON_PRETTY);
  whole = g_strconcat (text, "\n", NULL);

  return keep (self, what->in_force, whole, name, by->staff, error);
}

/**
 * care_clinic_approve_language:
 * @self: a clinic
 * @language: the patients' language whose texts are approved
 * @reader: (nullable): who has read every text, where no formula measures the language
 * @reason: (nullable): why texts above the reading level must be so; whoever signs takes them on by name
 * @by: a clinician's or the owner's signature
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED for a role or texts that may not, %CARE_ERROR_CONFLICT when the file is not
 *   what the desk shows
 */
gboolean
care_clinic_approve_language (CareClinic           *self,
                              const char           *language,
                              const char           *reader,
                              const char           *reason,
                              const CareSignature  *by,
                              GError              **error)
{
  const Change what = { language, reader, reason, TRUE, FALSE };

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (language != NULL, FALSE);
  g_return_val_if_fail (by != NULL, FALSE);

  return carry_out (self, &what, "approve-language", by, error);
}

/**
 * care_clinic_approve_version:
 * @self: a clinic
 * @by: a clinician's or the owner's signature
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED for a role or rules that may not, %CARE_ERROR_CONFLICT when the file is not
 *   what the desk shows
 */
gboolean
care_clinic_approve_version (CareClinic           *self,
                             const CareSignature  *by,
                             GError              **error)
{
  const Change what = { NULL, NULL, NULL, TRUE, FALSE };

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (by != NULL, FALSE);

  return carry_out (self, &what, "approve-version", by, error);
}

/**
 * care_clinic_withdraw_language:
 * @self: a clinic
 * @language: the patients' language whose approval is withdrawn
 * @by: a clinician's or the owner's signature
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED when nobody has approved it, or the role may not
 */
gboolean
care_clinic_withdraw_language (CareClinic           *self,
                               const char           *language,
                               const CareSignature  *by,
                               GError              **error)
{
  const Change what = { language, NULL, NULL, FALSE, FALSE };

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (language != NULL, FALSE);
  g_return_val_if_fail (by != NULL, FALSE);

  return carry_out (self, &what, "withdraw-language", by, error);
}

/**
 * care_clinic_withdraw_version:
 * @self: a clinic
 * @by: a clinician's or the owner's signature
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED when nobody has approved it, or the role may not
 */
gboolean
care_clinic_withdraw_version (CareClinic           *self,
                              const CareSignature  *by,
                              GError              **error)
{
  const Change what = { NULL, NULL, NULL, FALSE, FALSE };

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (by != NULL, FALSE);

  return carry_out (self, &what, "withdraw-version", by, error);
}

/**
 * care_clinic_withdraw_in_force:
 * @self: a clinic whose draft waits beside what is in force
 * @by: a clinician's or the owner's signature
 *
 * What is in force is so no more, before its draft is approved: sheets say at once that they are not approved.
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED when there is no draft, or the role may not
 */
gboolean
care_clinic_withdraw_in_force (CareClinic           *self,
                               const CareSignature  *by,
                               GError              **error)
{
  const Change what = { NULL, NULL, NULL, FALSE, TRUE };

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (by != NULL, FALSE);

  if (self->draft != NULL)
    return carry_out (self, &what, "withdraw-in-force", by, error);
  g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "approval: there is no draft beside what is in force");

  return FALSE;
}

/**
 * care_clinic_undo_approval:
 * @self: a clinic
 *
 * Takes back what was approved or withdrawn a moment ago: the file stands as it stood before.
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED when something else has changed it since
 */
gboolean
care_clinic_undo_approval (CareClinic  *self,
                           GError     **error)
{
  g_autofree char *path = NULL;
  g_autofree char *there = NULL;
  g_autofree char *former = NULL;
  const char *who;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);

  if (!_care_clinic_need_actor (self, &who, error))
    return FALSE;
  path = dup_path (self, self->protocol_was_in_force);
  there = read_file (path);
  if (!self->protocol_may_undo || g_strcmp0 (there, self->protocol_written) != 0)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED,
                   "approval: something else has happened since; that cannot be taken back any more");
      return FALSE;
    }

  former = g_strdup (self->protocol_former);

  return keep (self, self->protocol_was_in_force, former, UNDO, who, error);
}

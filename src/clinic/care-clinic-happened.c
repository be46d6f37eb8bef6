/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-happened.h"

#include <string.h>

#include "clinic/care-clinic-private.h"
#include "clinic/care-task-private.h"

static const char *const priorities[] = {
  [CARE_SIGN_EMERGENCY] = "stat",
  [CARE_SIGN_SAME_DAY] = "urgent",
  [CARE_SIGN_SOON] = "routine",
};

static int
compare_signs (gconstpointer a,
               gconstpointer b)
{
  const CareSign *one = *(const CareSign *const *) a;
  const CareSign *other = *(const CareSign *const *) b;

  return (int) one->level - (int) other->level;
}

/**
 * care_clinic_list_signs:
 * @self: a clinic
 *
 * Returns: (transfer container) (element-type CareSign): the protocol's own call list, most urgent first
 */
GPtrArray *
care_clinic_list_signs (CareClinic *self)
{
  GPtrArray *all;
  GPtrArray *signs;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);

  all = care_protocol_get_signs (self->protocol);
  signs = g_ptr_array_sized_new (all->len);
  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (signs, g_ptr_array_index (all, i));
  g_ptr_array_sort (signs, compare_signs);

  return signs;
}

void
_care_clinic_put_task (CareClinic       *self,
                       CareStoreChange  *change,
                       CarePatient      *patient,
                       const char       *kind,
                       CareSignLevel     urgency,
                       const char       *focus_type,
                       const char       *focus_id,
                       const char       *words,
                       const char       *who)
{
  g_autofree char *id = care_fhir_new_id ();
  JsonObject *resource = care_fhir_new ("Task", id);

  json_object_set_string_member (resource, "status", "requested");
  json_object_set_string_member (resource, "intent", "order");
  json_object_set_string_member (resource, "priority", priorities[urgency]);
  care_fhir_set_concept (resource, "code", CARE_FHIR_SYSTEM "task", kind, NULL);
  care_fhir_set_reference (resource, "for", "Patient", patient->id);
  care_fhir_set_reference (resource, "focus", focus_type, focus_id);
  care_fhir_set_instant (resource, "authoredOn", care_store_change_get_at (change), self->zone);
  if (words != NULL && *words != '\0')
    json_object_set_string_member (resource, "description", words);
  if (who != NULL)
    care_fhir_set_reference (resource, "requester", "Practitioner", who);
  care_fhir_append (resource, "performerType",
                    care_fhir_concept (CARE_FHIR_SYSTEM "role",
                                       g_str_equal (kind, CARE_TASK_CLASHING_LINES) ? "owner" : "clinician", NULL));
  care_store_change_put (change, patient->id, 0, resource);
}

static JsonObject *
make_event (CareClinic      *self,
            CarePatient     *patient,
            CareVisit       *visit,
            CareInstant      when,
            const CareSign  *sign,
            const char      *words,
            const char      *who,
            CareInstant      at)
{
  g_autofree char *id = care_fhir_new_id ();
  JsonObject *resource = care_fhir_new ("AdverseEvent", id);

  json_object_set_string_member (resource, "actuality", "actual");
  care_fhir_set_concept (resource, "event", CARE_FHIR_SYSTEM "sign", sign != NULL ? sign->id : "something-else", words);
  care_fhir_set_reference (resource, "subject", "Patient", patient->id);
  if (visit != NULL)
    care_fhir_set_reference (resource, "encounter", "Encounter", visit->id);
  care_fhir_set_instant (resource, "date", when, self->zone);
  care_fhir_set_instant (resource, "recordedDate", at, self->zone);
  care_fhir_set_reference (resource, "recorder", "Practitioner", who);
  if (visit != NULL)
    care_fhir_ext_set_code (resource, "product", visit->product);

  return resource;
}

/**
 * care_clinic_happened:
 * @self: a clinic
 * @patient: to whom
 * @visit: (nullable): after which visit, where that is known
 * @when: when it happened; not in the future
 * @sign: (nullable): id of a sign of the protocol's list, NULL for something else
 * @words: (nullable): the patient's words
 * @urgency: (out) (optional): how urgent; emergency means: say the words and the number now
 *
 * Returns: FALSE when it could not be kept
 */
gboolean
care_clinic_happened (CareClinic     *self,
                      CarePatient    *patient,
                      CareVisit      *visit,
                      CareInstant     when,
                      const char     *sign,
                      const char     *words,
                      CareSignLevel  *urgency,
                      GError        **error)
{
  const CareSign *known = NULL;
  CareSignLevel level = CARE_SIGN_SAME_DAY;
  g_autoptr (CareStoreChange) change = NULL;
  JsonObject *event;
  const char *who;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_PATIENT (patient), FALSE);
  g_return_val_if_fail (visit == NULL || CARE_IS_VISIT (visit), FALSE);

  if (!_care_clinic_need_actor (self, &who, error))
    return FALSE;

  if (sign != NULL)
    {
      known = care_protocol_find_sign (self->protocol, sign);
      if (known == NULL)
        {
          g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "sign: \"%s\" is not on the protocol's list", sign);
          return FALSE;
        }
      level = known->level;
    }
  else if (words == NULL || *words == '\0')
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "what happened: choose a sign, or write what the patient says");
      return FALSE;
    }

  if (when > _care_clinic_now (self))
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "when: lies in the future");
      return FALSE;
    }

  change = _care_clinic_begin (self);
  event = make_event (self, patient, visit, when, known, words, who, care_store_change_get_at (change));
  care_store_change_put (change, patient->id, 0, event);
  _care_clinic_put_task (self, change, patient, "something-happened", level, "AdverseEvent",
                         care_fhir_get_string (event, "id"), words, who);
  _care_clinic_audit (self, change, "C", "something-happened", who, "AdverseEvent", care_fhir_get_string (event, "id"));
  if (!care_store_commit (self->store, change, error))
    return FALSE;

  if (urgency != NULL)
    *urgency = level;

  return TRUE;
}

/**
 * care_clinic_dup_emergency_words:
 * @self: a clinic
 * @language: (nullable): NULL for the desk's
 *
 * Returns: (transfer full): what to say, in the protocol's words, with the emergency number
 */
char *
care_clinic_dup_emergency_words (CareClinic *self,
                                 const char *language)
{
  GPtrArray *signs;
  const char *number;
  const char *say = NULL;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);

  if (language == NULL)
    language = care_clinic_info_get_staff_language (self->info);
  signs = care_protocol_get_signs (self->protocol);
  for (guint i = 0; i < signs->len && say == NULL; i++)
    {
      const CareSign *sign = g_ptr_array_index (signs, i);

      if (sign->level == CARE_SIGN_EMERGENCY && sign->say != NULL)
        say = care_text_get (sign->say, language);
    }

  number = care_clinic_info_get_emergency_phone (self->info);

  return g_strjoin (" ", say != NULL ? say : "", number != NULL ? number : "", NULL);
}

static int
compare_tasks (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  CareTask *one = (CareTask *) a;
  CareTask *other = (CareTask *) b;

  if (care_task_get_urgency (one) != care_task_get_urgency (other))
    return (int) care_task_get_urgency (one) - (int) care_task_get_urgency (other);
  if (care_task_get_since (one) != care_task_get_since (other))
    return care_task_get_since (one) < care_task_get_since (other) ? -1 : 1;

  return strcmp (care_task_get_id (one), care_task_get_id (other));
}

/**
 * care_clinic_list_tasks:
 * @self: a clinic
 * @patient: (nullable): NULL for everybody's
 *
 * Returns: (transfer full): open tasks, most urgent first
 */
GListModel *
care_clinic_list_tasks (CareClinic   *self,
                        CarePatient  *patient,
                        GError      **error)
{
  g_autoptr (GPtrArray) documents = NULL;
  GListStore *list;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (patient == NULL || CARE_IS_PATIENT (patient), NULL);

  documents = care_store_list (self->store, "Task", patient != NULL ? patient->id : NULL, error);
  if (documents == NULL)
    return NULL;

  list = g_list_store_new (CARE_TYPE_TASK);
  for (guint i = 0; i < documents->len; i++)
    {
      CareDocument *document = g_ptr_array_index (documents, i);
      CarePatient *of = care_clinic_lookup_patient (self, care_document_get_subject (document));
      g_autoptr (CareTask) task = NULL;

      if (of == NULL
          || g_strcmp0 (care_fhir_get_string (care_document_get_resource (document), "status"), "requested") != 0)
        continue;

      task = _care_task_new (document, of);
      g_list_store_insert_sorted (list, task, compare_tasks, NULL);
    }

  return G_LIST_MODEL (list);
}

/* The sign that was chosen, and what was said of it. */
static char *
dup_what (CareClinic  *self,
          JsonObject  *task,
          GError     **error)
{
  const char *words = care_fhir_get_string (task, "description");
  const char *id = care_fhir_get_reference (task, "focus", "AdverseEvent");
  g_autoptr (CareDocument) event = id != NULL ? care_store_get (self->store, "AdverseEvent", id, error) : NULL;
  const char *code;
  const CareSign *sign;

  if (id != NULL && event == NULL)
    return NULL;

  code = event != NULL ? care_fhir_get_code (care_document_get_resource (event), "event", CARE_FHIR_SYSTEM "sign") : NULL;
  sign = code != NULL ? care_protocol_find_sign (self->protocol, code) : NULL;
  if (sign == NULL || sign->text == NULL)
    return g_strdup (words != NULL ? words : "");

  return g_strjoin (words != NULL ? "\n" : "", care_text_get (sign->text, care_clinic_info_get_staff_language (self->info)),
                    words, NULL);
}

/* What the owner has to put right, a clinician may put right too; everything else is a clinician's alone. */
static gboolean
check_signer (CareClinic           *self,
              CareTask             *task,
              const CareSignature  *by,
              GError              **error)
{
  CareStaff *staff = care_clinic_lookup_staff (self, by->staff);

  if (care_task_is_for_owner (task) && staff != NULL && care_staff_get_role (staff) == CARE_STAFF_OWNER)
    return _care_clinic_check_pin (self, by, error);

  return _care_clinic_check_clinician (self, by, "task", error);
}

/**
 * care_clinic_open_task:
 * @self: a clinic
 * @task: a task
 * @by: a clinician's signature; the owner's for what is the owner's
 *
 * Returns: (transfer full): the sign that was chosen and what was said, a line each; "" when it says nothing beyond
 *   its kind. Opening it is audited
 */
char *
care_clinic_open_task (CareClinic           *self,
                       CareTask             *task,
                       const CareSignature  *by,
                       GError              **error)
{
  g_autoptr (CareStoreChange) change = NULL;
  g_autofree char *what = NULL;

  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);
  g_return_val_if_fail (CARE_IS_TASK (task), NULL);
  g_return_val_if_fail (by != NULL, NULL);

  if (!check_signer (self, task, by, error))
    return NULL;

  what = dup_what (self, care_document_get_resource (_care_task_get_document (task)), error);
  if (what == NULL)
    return NULL;

  change = _care_clinic_begin (self);
  _care_clinic_audit (self, change, "R", "open-task", by->staff, "Task", care_task_get_id (task));
  if (!care_store_commit (self->store, change, error))
    return NULL;

  return g_steal_pointer (&what);
}

/* What the task was about, closed without letting it stand: it no longer shows on later checks. */
static gboolean
settle_event (CareClinic       *self,
              CareStoreChange  *change,
              CareTask         *task,
              GError          **error)
{
  JsonObject *resource = care_document_get_resource (_care_task_get_document (task));
  const char *id = care_fhir_get_reference (resource, "focus", "AdverseEvent");
  g_autoptr (CareDocument) event = NULL;
  JsonObject *settled;

  if (id == NULL)
    return TRUE;

  event = care_store_get (self->store, "AdverseEvent", id, error);
  if (event == NULL)
    return FALSE;

  settled = care_document_dup_resource (event);
  care_fhir_ext_set_boolean (settled, "settled", TRUE);
  care_store_change_put (change, care_document_get_subject (event), care_document_get_version (event), settled);

  return TRUE;
}

/**
 * care_clinic_close_task:
 * @self: a clinic
 * @task: a task
 * @reason: why, in the clinician's words
 * @stop: what happened stays a standing stop
 * @by: a clinician's signature; the owner's for what is the owner's
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED for anybody else
 */
gboolean
care_clinic_close_task (CareClinic           *self,
                        CareTask             *task,
                        const char           *reason,
                        gboolean              stop,
                        const CareSignature  *by,
                        GError              **error)
{
  g_autoptr (CareStoreChange) change = NULL;
  CareDocument *document;
  JsonObject *resource;
  JsonObject *note;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_TASK (task), FALSE);
  g_return_val_if_fail (by != NULL, FALSE);

  if (reason == NULL || *reason == '\0')
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "reason: is missing");
      return FALSE;
    }
  if (!check_signer (self, task, by, error))
    return FALSE;

  document = _care_task_get_document (task);
  change = _care_clinic_begin (self);
  resource = care_document_dup_resource (document);
  json_object_set_string_member (resource, "status", "completed");
  care_fhir_set_reference (resource, "owner", "Practitioner", by->staff);
  care_fhir_set_instant (resource, "lastModified", care_store_change_get_at (change), self->zone);
  note = json_object_new ();
  care_fhir_set_reference (note, "authorReference", "Practitioner", by->staff);
  care_fhir_set_instant (note, "time", care_store_change_get_at (change), self->zone);
  json_object_set_string_member (note, "text", reason);
  care_fhir_append (resource, "note", note);
  care_store_change_put (change, care_document_get_subject (document), care_document_get_version (document), resource);
  if (!stop && !settle_event (self, change, task, error))
    return FALSE;
  _care_clinic_audit (self, change, "U", "close-task", by->staff, "Task", care_task_get_id (task));

  return care_store_commit (self->store, change, error);
}

/**
 * care_clinic_reopen_task:
 * @self: a clinic
 * @id: id of a task that was closed a moment ago
 * @by: a clinician's signature; the owner's for what is the owner's
 *
 * It waits again, and what it was about shows on later checks again. Why it was closed stays beside it.
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED for anybody else, or when it is not closed
 */
gboolean
care_clinic_reopen_task (CareClinic           *self,
                         const char           *id,
                         const CareSignature  *by,
                         GError              **error)
{
  g_autoptr (CareStoreChange) change = NULL;
  g_autoptr (CareDocument) document = NULL;
  g_autoptr (CareDocument) event = NULL;
  g_autoptr (CareTask) task = NULL;
  CarePatient *patient;
  const char *focus;
  JsonObject *resource;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (by != NULL, FALSE);

  document = care_store_get (self->store, "Task", id, error);
  if (document == NULL)
    return FALSE;
  patient = care_clinic_lookup_patient (self, care_document_get_subject (document));
  g_return_val_if_fail (patient != NULL, FALSE);
  task = _care_task_new (document, patient);
  if (!check_signer (self, task, by, error))
    return FALSE;
  resource = care_document_get_resource (document);
  if (g_strcmp0 (care_fhir_get_string (resource, "status"), "completed") != 0)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "task: is not closed");
      return FALSE;
    }

  change = _care_clinic_begin (self);
  focus = care_fhir_get_reference (resource, "focus", "AdverseEvent");
  event = focus != NULL ? care_store_get (self->store, "AdverseEvent", focus, error) : NULL;
  if (focus != NULL && event == NULL)
    return FALSE;
  if (event != NULL && care_fhir_ext_has (care_document_get_resource (event), "settled"))
    {
      JsonObject *open = care_document_dup_resource (event);

      care_fhir_ext_remove (open, "settled");
      care_store_change_put (change, care_document_get_subject (event), care_document_get_version (event), open);
    }
  resource = care_document_dup_resource (document);
  json_object_set_string_member (resource, "status", "requested");
  care_fhir_set_instant (resource, "lastModified", care_store_change_get_at (change), self->zone);
  care_store_change_put (change, care_document_get_subject (document), care_document_get_version (document), resource);
  _care_clinic_audit (self, change, "U", "reopen-task", by->staff, "Task", id);

  return care_store_commit (self->store, change, error);
}

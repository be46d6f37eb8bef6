/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "patient/care-patient-session.h"

/* What the session writes down beside the answers, and whether there are any. */

static JsonNode *
take_object (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);

  return node;
}

static JsonObject *
make_settings (CarePatientSession *self)
{
  JsonObject *body = json_object_new ();

  json_object_set_string_member (body, "language",
                                 care_form_context_get_language (care_patient_session_get_context (self)));
  json_object_set_int_member (body, "size", care_patient_session_get_size (self));

  return body;
}

/**
 * care_patient_session_has_answers:
 * @self: a session
 *
 * Returns: whether anything was answered before
 */
gboolean
care_patient_session_has_answers (CarePatientSession *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT_SESSION (self), FALSE);

  for (guint i = 0; i < care_patient_session_get_n_forms (self); i++)
    {
      if (care_form_steps_has_answers (care_patient_session_get_steps (self, i)))
        return TRUE;
    }

  return FALSE;
}

/**
 * care_patient_session_note_step:
 * @self: a session
 * @form: the form one is in
 * @step: the screen one came to
 *
 * Writes down where the patient is, in which language and size.
 */
void
care_patient_session_note_step (CarePatientSession *self,
                                guint               form,
                                CareFormStep       *step)
{
  JsonObject *body;
  CareNode *node;

  g_return_if_fail (CARE_IS_PATIENT_SESSION (self));
  g_return_if_fail (CARE_IS_FORM_STEP (step));

  body = make_settings (self);
  node = care_form_step_get_main (step);
  json_object_set_string_member (body, "step", care_node_get_link_id (node));
  care_patient_saver_record (care_patient_session_get_saver (self), CARE_JOURNAL_STEP,
                             care_patient_session_get_response (self, form), take_object (body));
}

/**
 * care_patient_session_finish:
 * @self: a session
 * @stopped: the patient would rather talk first
 *
 * Writes down all answers as they stand now, and that this is the end. Answers
 * that were all reviewed are complete; after a stop they stay in progress.
 */
void
care_patient_session_finish (CarePatientSession *self,
                             gboolean            stopped)
{
  JsonObject *body;

  g_return_if_fail (CARE_IS_PATIENT_SESSION (self));

  for (guint i = 0; i < care_patient_session_get_n_forms (self); i++)
    {
      care_patient_session_set_status (self, i, stopped ? CARE_RESPONSE_IN_PROGRESS : CARE_RESPONSE_COMPLETED);
      care_patient_session_touch (self, i);
    }

  body = make_settings (self);
  json_object_set_boolean_member (body, "stopped", stopped);
  care_patient_saver_record (care_patient_session_get_saver (self), CARE_JOURNAL_DONE, NULL, take_object (body));
}

/**
 * care_patient_session_note_borrow:
 * @self: a session
 *
 * Writes down that staff took the device back in the middle.
 */
void
care_patient_session_note_borrow (CarePatientSession *self)
{
  g_return_if_fail (CARE_IS_PATIENT_SESSION (self));

  care_patient_saver_record (care_patient_session_get_saver (self), CARE_JOURNAL_BORROW, NULL,
                             take_object (make_settings (self)));
}

/**
 * care_patient_session_note_wrong_birth_date:
 * @self: a session
 *
 * Writes down that the birth date did not fit three times.
 */
void
care_patient_session_note_wrong_birth_date (CarePatientSession *self)
{
  g_return_if_fail (CARE_IS_PATIENT_SESSION (self));

  care_patient_saver_record (care_patient_session_get_saver (self), CARE_JOURNAL_WRONG_BIRTH_DATE, NULL, NULL);
}

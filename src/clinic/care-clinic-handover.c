/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-handover.h"

#include <unistd.h>

#include "base/care-json.h"
#include "base/care-text.h"
#include "clinic/care-clinic-private.h"
#include "journal/care-envelope.h"
#include "journal/care-journal-file.h"

/* Words or keys of the patient's screen; a missing file leaves the screen its built-in silence, a damaged one is an error. */
static gboolean
load_words (CareClinic  *self,
            const char  *name,
            JsonNode   **words,
            GError     **error)
{
  g_autofree char *path = g_build_filename (self->data_dir, "words", name, NULL);
  const CareJsonLimits limits = CARE_JSON_LIMITS_DEFAULT;

  *words = NULL;
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  *words = care_json_load (path, &limits, error);

  return *words != NULL;
}

/* The answers so far, and that they were begun on an older version of the form, if they were: written down they are answers to
 * this one. */
static gboolean
add_answers_so_far (CareClinic         *self,
                    CareVisit          *visit,
                    CareQuestionnaire  *form,
                    CareEnvelope       *envelope,
                    GError            **error)
{
  g_autoptr (CareResponse) response = _care_clinic_begin_answers (self, visit, form, error);
  CareResponseMeta meta;
  JsonNode *former;

  if (response == NULL)
    return FALSE;

  /* Somebody goes on with them, though they had been complete on an older version: what is asked anew goes along. */
  meta = *care_response_get_meta (response);
  meta.status = CARE_RESPONSE_IN_PROGRESS;
  care_response_set_meta (response, &meta);
  g_ptr_array_add (envelope->responses, care_response_to_node (response));
  former = care_response_dup_former (response);
  if (former != NULL)
    g_ptr_array_add (envelope->former, former);

  return TRUE;
}

/* Not where what is offered already shows @form in the same words: "es" also shows "es-MX". */
static void
offer_language (GPtrArray         *offered,
                CareQuestionnaire *form,
                const char        *tag)
{
  const char *const *has = care_questionnaire_get_languages (form);

  for (guint i = 0; i < offered->len; i++)
    {
      const char *other = g_ptr_array_index (offered, i);

      if (g_ascii_strcasecmp (other, tag) == 0 || (care_text_is_close_tag (other, tag) && !g_strv_contains (has, other)))
        return;
    }
  g_ptr_array_add (offered, g_strdup (tag));
}

/**
 * _care_clinic_list_screen_languages:
 * @clinic: (array zero-terminated=1): the languages of the clinic's patients
 * @forms: (element-type CareQuestionnaire): what is asked, one at least
 *
 * Whoever reads one form only in part in their language still reads the others in it; their screen says
 * what is in another language.
 *
 * Returns: (transfer full) (array zero-terminated=1): every language that any form has: the clinic's first, in the clinic's
 *   order; a form that does not say its language is taken to be in the clinic's own, the first
 */
char **
_care_clinic_list_screen_languages (const char *const *clinic,
                                    GPtrArray         *forms)
{
  g_autoptr (GPtrArray) offered = g_ptr_array_new ();

  for (gsize i = 0; clinic[i] != NULL; i++)
    for (guint j = 0; j < forms->len; j++)
      {
        CareQuestionnaire *form = g_ptr_array_index (forms, j);

        for (const char *const *has = care_questionnaire_get_languages (form); *has != NULL; has++)
          if (care_text_is_close_tag (*has, clinic[i]) || (i == 0 && g_str_equal (*has, "und")))
            {
              offer_language (offered, form, clinic[i]);
              break;
            }
      }
  for (guint i = 0; i < forms->len; i++)
    for (const char *const *has = care_questionnaire_get_languages (g_ptr_array_index (forms, i)); *has != NULL; has++)
      if (care_text_is_tag (*has) && !g_str_equal (*has, "und"))
        offer_language (offered, g_ptr_array_index (forms, i), *has);
  if (offered->len == 0)
    g_ptr_array_add (offered, g_strdup (clinic[0]));
  g_ptr_array_add (offered, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&offered), FALSE);
}

/* The patient's own where it is offered. */
static void
set_languages (CareClinic   *self,
               CarePatient  *patient,
               GPtrArray    *forms,
               CareEnvelope *envelope)
{
  const char *own = patient->language;
  const char *first = NULL;

  envelope->languages = _care_clinic_list_screen_languages (care_clinic_info_get_languages (self->info), forms);
  for (gsize i = 0; own != NULL && envelope->languages[i] != NULL; i++)
    if (g_ascii_strcasecmp (envelope->languages[i], own) == 0
        || (first == NULL && care_text_is_close_tag (envelope->languages[i], own)))
      first = envelope->languages[i];
  envelope->language = g_strdup (first != NULL ? first : envelope->languages[0]);
}

static gboolean
add_forms (CareClinic    *self,
           CareVisit     *visit,
           CareEnvelope  *envelope,
           GError       **error)
{
  g_autoptr (GPtrArray) forms = care_clinic_list_open_forms (self, visit, error);

  if (forms == NULL)
    return FALSE;

  if (forms->len == 0)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "visit: there is nothing for the patient to answer");
      return FALSE;
    }

  set_languages (self, visit->patient, forms, envelope);
  for (guint i = 0; i < forms->len; i++)
    {
      CareQuestionnaire *form = g_ptr_array_index (forms, i);

      if (!add_answers_so_far (self, visit, form, envelope, error))
        return FALSE;
      g_ptr_array_add (envelope->forms, care_questionnaire_to_node (form));
    }

  return TRUE;
}

/* After an answer that no waiting cures the patient's screen says "we will talk in private first". */
static void
add_private (CareClinic   *self,
             CareEnvelope *envelope)
{
  GPtrArray *rules = care_protocol_get_rules (self->protocol);

  for (guint i = 0; i < rules->len; i++)
    {
      const CareRule *rule = g_ptr_array_index (rules, i);

      if (rule->find != CARE_FIND_ANSWER || rule->level != CARE_LEVEL_STOP || rule->decidable
          || rule->question == NULL || rule->answers == NULL)
        continue;

      for (gsize j = 0; rule->answers[j] != NULL; j++)
        if (rule->answers[j][0] != '*')
          care_envelope_add_private (envelope, rule->question, rule->answers[j]);
    }
}

static CareEnvelope *
make_envelope (CareClinic         *self,
               CareVisit          *visit,
               CareSealPublicKey  *public_key,
               const char         *journal,
               GError            **error)
{
  CarePatient *patient = visit->patient;
  g_autoptr (CareEnvelope) envelope = care_envelope_new ();

  envelope->visit = g_strdup (visit->id);
  envelope->patient = g_strdup (patient->id);
  envelope->birth_date = g_strdup (patient->birth_date);
  envelope->given = g_strdup (patient->given);
  envelope->family = g_strdup (patient->family);
  envelope->size = _care_patient_propose_size (patient, care_clock_now (self->clock), care_clinic_get_zone (self));
  envelope->public_key = care_seal_public_key_ref (public_key);
  envelope->journal = g_strdup (journal);
  envelope->now_offset = care_clock_now (self->clock) - g_get_real_time ();
  envelope->time_zone = g_strdup (care_clinic_info_get_time_zone_name (self->info));
  g_set_object (&envelope->writing, care_clinic_info_get_writing (self->info));
  add_private (self, envelope);
  if (!add_forms (self, visit, envelope, error) || !load_words (self, "patient.json", &envelope->words, error)
      || !load_words (self, "keyboards.json", &envelope->keyboards, error))
    return NULL;

  return g_steal_pointer (&envelope);
}

static gboolean
check_hand_over (CareClinic *self,
                 CareVisit  *visit,
                 GError    **error)
{
  if (!_care_clinic_may_answer (self, visit, NULL, "hand over", error))
    return FALSE;

  if (visit->patient->birth_date == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "birth date: is not on record; ask for it first");
      return FALSE;
    }

  return TRUE;
}

/**
 * care_clinic_hand_over:
 * @self: a clinic
 * @visit: a visit that has arrived
 * @public_key: the store's public key
 * @envelope_fd: (out): sealed memfd; the caller sends and closes it
 * @journal_fd: (out): the new journal; the caller sends and closes it
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED when the birth date is not on record or there is nothing to ask now;
 *   nothing is open then
 */
gboolean
care_clinic_hand_over (CareClinic         *self,
                       CareVisit          *visit,
                       CareSealPublicKey  *public_key,
                       int                *envelope_fd,
                       int                *journal_fd,
                       GError            **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *journal = NULL;
  g_autoptr (CareEnvelope) envelope = NULL;
  g_autoptr (CareStoreChange) change = NULL;
  JsonObject *encounter;
  const char *who;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (public_key != NULL && envelope_fd != NULL && journal_fd != NULL, FALSE);

  *envelope_fd = *journal_fd = -1;
  if (!_care_clinic_need_actor (self, &who, error) || !check_hand_over (self, visit, error))
    return FALSE;

  journal = care_journal_file_new_id ();
  envelope = make_envelope (self, visit, public_key, journal, error);
  if (envelope == NULL)
    return FALSE;

  folder = g_build_filename (self->state_dir, "journals", NULL);
  *journal_fd = care_journal_file_create (folder, journal, error);
  if (*journal_fd >= 0)
    *envelope_fd = care_envelope_to_fd (envelope, error);
  if (*envelope_fd >= 0)
    {
      change = _care_clinic_begin (self);
      encounter = _care_visit_edit (visit);
      care_fhir_ext_set_string (encounter, "journal", journal);
      _care_visit_set_state (encounter, CARE_STATE_ANSWERING);
      if (_care_clinic_commit_visit (self, change, visit, encounter, NULL, "hand-over", who, error))
        return TRUE;
    }

  if (*envelope_fd >= 0)
    close (*envelope_fd);
  if (*journal_fd >= 0)
    close (*journal_fd);
  *envelope_fd = *journal_fd = -1;

  return FALSE;
}

/* As before the hand-over: arrived, or at the check where only the consent was asked for. */
gboolean
_care_clinic_stand_again (CareClinic       *self,
                          CareStoreChange  *change,
                          CareVisit        *visit,
                          JsonObject       *encounter,
                          GError          **error)
{
  if (visit->answered)
    return _care_clinic_screen_into (self, change, visit, encounter, error);

  _care_visit_set_state (encounter, CARE_STATE_ARRIVED);

  return TRUE;
}

/**
 * care_clinic_hand_over_failed:
 * @self: a clinic
 * @visit: the visit of [method@Clinic.hand_over]
 *
 * The patient's screen never came up. The journal stays where it is, empty.
 *
 * Returns: FALSE when it could not be kept
 */
gboolean
care_clinic_hand_over_failed (CareClinic *self,
                              CareVisit  *visit,
                              GError    **error)
{
  g_autoptr (CareStoreChange) change = NULL;
  JsonObject *encounter;
  const char *who;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);

  if (!_care_clinic_need_actor (self, &who, error)
      || !_care_clinic_need_state (visit, 1u << CARE_STATE_ANSWERING, "hand-over failed", error))
    return FALSE;

  change = _care_clinic_begin (self);
  encounter = _care_visit_edit (visit);
  if (!_care_clinic_stand_again (self, change, visit, encounter, error))
    {
      json_object_unref (encounter);
      return FALSE;
    }

  return _care_clinic_commit_visit (self, change, visit, encounter, NULL, "hand-over-failed", who, error);
}

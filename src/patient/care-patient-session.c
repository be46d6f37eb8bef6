/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "patient/care-patient-session.h"

#include <string.h>
#include <unistd.h>

#include "base/care-json.h"

#define QUESTION_SYSTEM "https://aftercare.example/fhir/CodeSystem/question"

struct _CarePatientSession
{
  GObject           parent_instance;

  CareEnvelope     *envelope;
  CareClock        *clock;
  GTimeZone        *zone;
  CareFormContext  *context;
  GPtrArray        *steps;
  CarePatientSaver *saver;
  CareKeyboards    *keyboards;   /* (nullable) */
};

G_DEFINE_FINAL_TYPE (CarePatientSession, care_patient_session, G_TYPE_OBJECT)

/* The answers so far to @form, of whatever version. */
static JsonNode *
find_response (CareEnvelope      *envelope,
               CareQuestionnaire *form)
{
  const char *url = care_questionnaire_get_url (form);

  for (guint i = 0; url != NULL && i < envelope->responses->len; i++)
    {
      JsonNode *node = g_ptr_array_index (envelope->responses, i);
      JsonObject *object = json_node_get_object (node);
      const char *canonical = json_object_get_string_member_with_default (object, "questionnaire", "");
      g_auto (GStrv) parts = g_strsplit (canonical, "|", 2);

      if (g_strcmp0 (parts[0], url) == 0)
        return node;
    }

  return NULL;
}

static void
set_meta (CarePatientSession *self,
          CareResponse       *response,
          CareResponseStatus  status)
{
  const CareResponseMeta *former = care_response_get_meta (response);
  g_autofree char *authored = care_instant_format (care_clock_now (self->clock), self->zone);
  g_autofree char *patient = g_strconcat ("Patient/", self->envelope->patient, NULL);
  g_autofree char *visit = g_strconcat ("Encounter/", self->envelope->visit, NULL);
  g_autofree char *id = g_strdup (former->id);
  CareResponseMeta meta = { 0 };

  meta.id = id;
  meta.status = status;
  meta.language = care_form_context_get_language (self->context);
  meta.authored = authored;
  meta.subject = patient;
  meta.encounter = visit;
  meta.author = patient;
  meta.source = patient;
  care_response_set_meta (response, &meta);
}

static gboolean
load_form (CarePatientSession  *self,
           JsonNode            *node,
           GError             **error)
{
  g_autoptr (CareQuestionnaire) form = care_questionnaire_new_from_node (node, "envelope", error);
  g_autoptr (CareResponse) response = NULL;
  JsonNode *former;

  if (form == NULL)
    return FALSE;

  former = find_response (self->envelope, form);
  if (former != NULL)
    response = care_response_new_from_node (form, former, "envelope", error);
  else
    response = care_response_new (form);
  if (response == NULL)
    return FALSE;

  for (guint i = 0; i < self->envelope->former->len; i++)
    care_response_set_former (response, g_ptr_array_index (self->envelope->former, i));
  set_meta (self, response, CARE_RESPONSE_IN_PROGRESS);
  g_ptr_array_add (self->steps, care_form_steps_new (response));
  care_patient_saver_add_form (self->saver, response);

  return TRUE;
}

static CareWords *
load_words (CareEnvelope  *envelope,
            GError       **error)
{
  g_autofree char *text = NULL;

  if (envelope->words == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "envelope: /words: the words of the screen are missing");
      return NULL;
    }
  text = care_json_to_text (envelope->words, CARE_JSON_COMPACT);

  return care_words_new_from_text (text, -1, "envelope: /words", error);
}

static gboolean
load (CarePatientSession  *self,
      int                  journal_fd,
      GError             **error)
{
  CareEnvelope *envelope = self->envelope;
  g_autoptr (CareWords) words = NULL;
  g_autoptr (CareJournalWriter) writer = NULL;

  self->clock = care_clock_new_at (g_get_real_time () + envelope->now_offset);
  writer = care_journal_writer_new (journal_fd, envelope->public_key, envelope->journal,
                                    envelope->visit, envelope->patient, self->clock, error);
  if (writer == NULL)
    return FALSE;
  self->saver = care_patient_saver_new (writer);

  self->zone = g_time_zone_new_identifier (envelope->time_zone);
  if (self->zone == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "envelope: /time_zone: this time zone is not known");
      return FALSE;
    }
  words = load_words (envelope, error);
  if (words == NULL)
    return FALSE;
  if (envelope->keyboards != NULL)
    {
      self->keyboards = care_keyboards_new_from_node (envelope->keyboards, "envelope: /keyboards", error);
      if (self->keyboards == NULL)
        return FALSE;
    }
  self->context = care_form_context_new (words, envelope->language, CARE_FORM_DENSITY_PATIENT,
                                         self->clock, self->zone, envelope->writing);

  for (guint i = 0; i < envelope->forms->len; i++)
    {
      if (!load_form (self, g_ptr_array_index (envelope->forms, i), error))
        return FALSE;
    }
  if (self->steps->len == 0)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "envelope: /forms: there is no form to fill in");
      return FALSE;
    }

  return TRUE;
}

static void
care_patient_session_finalize (GObject *object)
{
  CarePatientSession *self = CARE_PATIENT_SESSION (object);

  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_object (&self->saver);
  g_clear_object (&self->keyboards);
  g_clear_object (&self->context);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->envelope, care_envelope_free);

  G_OBJECT_CLASS (care_patient_session_parent_class)->finalize (object);
}

static void
care_patient_session_class_init (CarePatientSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_patient_session_finalize;
}

static void
care_patient_session_init (CarePatientSession *self)
{
  self->steps = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * care_patient_session_new:
 * @envelope: (transfer full): what the desk handed over
 * @journal_fd: (transfer full): where answers go
 * @error: %CARE_ERROR_INPUT when the envelope cannot be used
 *
 * Returns: (transfer full) (nullable): the session
 */
CarePatientSession *
care_patient_session_new (CareEnvelope  *envelope,
                          int            journal_fd,
                          GError       **error)
{
  g_autoptr (CarePatientSession) self = NULL;

  g_return_val_if_fail (envelope != NULL, NULL);

  self = g_object_new (CARE_TYPE_PATIENT_SESSION, NULL);
  self->envelope = envelope;
  if (!load (self, journal_fd, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * care_patient_session_get_context:
 * @self: a session
 *
 * Returns: (transfer none): words, language, clock
 */
CareFormContext *
care_patient_session_get_context (CarePatientSession *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT_SESSION (self), NULL);

  return self->context;
}

/**
 * care_patient_session_get_languages:
 * @self: a session
 *
 * Returns: (transfer none) (array zero-terminated=1): BCP 47 tags to choose from
 */
const char *const *
care_patient_session_get_languages (CarePatientSession *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT_SESSION (self), NULL);

  return (const char *const *) self->envelope->languages;
}

/**
 * care_patient_session_get_keyboards:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the letters for a screen without keys
 */
CareKeyboards *
care_patient_session_get_keyboards (CarePatientSession *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT_SESSION (self), NULL);

  return self->keyboards;
}

/**
 * care_patient_session_set_language:
 * @self: a session
 * @language: BCP 47 tag
 */
void
care_patient_session_set_language (CarePatientSession *self,
                                   const char         *language)
{
  CareFormContext *context;

  g_return_if_fail (CARE_IS_PATIENT_SESSION (self));
  g_return_if_fail (language != NULL);

  context = care_form_context_with_language (self->context, language);
  g_object_unref (self->context);
  self->context = context;
  for (guint i = 0; i < self->steps->len; i++)
    set_meta (self, care_patient_session_get_response (self, i), CARE_RESPONSE_IN_PROGRESS);
}

/**
 * care_patient_session_get_size:
 * @self: a session
 *
 * Returns: the text size, 1 to 3
 */
int
care_patient_session_get_size (CarePatientSession *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT_SESSION (self), 1);

  return self->envelope->size;
}

/**
 * care_patient_session_set_size:
 * @self: a session
 * @size: the text size, 1 to 3
 */
void
care_patient_session_set_size (CarePatientSession *self,
                               int                 size)
{
  g_return_if_fail (CARE_IS_PATIENT_SESSION (self));

  self->envelope->size = CLAMP (size, 1, 3);
}

/**
 * care_patient_session_get_n_forms:
 * @self: a session
 *
 * Returns: how many forms are asked
 */
guint
care_patient_session_get_n_forms (CarePatientSession *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT_SESSION (self), 0);

  return self->steps->len;
}

/**
 * care_patient_session_get_steps:
 * @self: a session
 * @form: a form's number
 *
 * Returns: (transfer none): its screens
 */
CareFormSteps *
care_patient_session_get_steps (CarePatientSession *self,
                                guint               form)
{
  g_return_val_if_fail (CARE_IS_PATIENT_SESSION (self), NULL);
  g_return_val_if_fail (form < self->steps->len, NULL);

  return g_ptr_array_index (self->steps, form);
}

/**
 * care_patient_session_get_response:
 * @self: a session
 * @form: a form's number
 *
 * Returns: (transfer none): its answers
 */
CareResponse *
care_patient_session_get_response (CarePatientSession *self,
                                   guint               form)
{
  return care_form_steps_get_response (care_patient_session_get_steps (self, form));
}

/**
 * care_patient_session_get_saver:
 * @self: a session
 *
 * Returns: (transfer none): what brings answers to the journal
 */
CarePatientSaver *
care_patient_session_get_saver (CarePatientSession *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT_SESSION (self), NULL);

  return self->saver;
}

/**
 * care_patient_session_knows_year_only:
 * @self: a session
 *
 * Returns: whether only the year of birth is on record
 */
gboolean
care_patient_session_knows_year_only (CarePatientSession *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT_SESSION (self), FALSE);

  return strchr (self->envelope->birth_date, '-') == NULL;
}

/**
 * care_patient_session_check_birth_date:
 * @self: a session
 * @date: what was typed
 *
 * Returns: whether it is this patient's
 */
gboolean
care_patient_session_check_birth_date (CarePatientSession *self,
                                       const GDate        *date)
{
  g_autofree char *typed = NULL;
  g_autoptr (CareValue) value = NULL;

  g_return_val_if_fail (CARE_IS_PATIENT_SESSION (self), FALSE);
  g_return_val_if_fail (g_date_valid (date), FALSE);

  if (care_patient_session_knows_year_only (self))
    typed = g_strdup_printf ("%04d", g_date_get_year (date));
  else
    typed = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
  if (!g_str_equal (typed, self->envelope->birth_date))
    return FALSE;

  value = care_value_new_date (typed, NULL);
  for (guint i = 0; value != NULL && i < self->steps->len; i++)
    {
      if (care_response_prefill_by_code (care_patient_session_get_response (self, i), QUESTION_SYSTEM, "birth-date", value) > 0)
        care_patient_session_touch (self, i);
    }

  return TRUE;
}

static gboolean
node_is_private (CareEnvelope *envelope,
                 CareNode     *node)
{
  const CareItem *item = care_node_get_item (node);
  guint n_answers = MAX (1, care_node_get_n_answers (node));

  if (!care_node_is_enabled (node))
    return FALSE;
  for (guint i = 0; i < envelope->private_answers->len; i++)
    {
      const CareEnvelopePrivate *pair = g_ptr_array_index (envelope->private_answers, i);

      if (care_item_has_code (item, QUESTION_SYSTEM, pair->question) && care_node_has_code (node, NULL, pair->answer))
        return TRUE;
    }
  for (guint answer = 0; answer < n_answers; answer++)
    {
      for (guint i = 0; i < care_node_get_n_children (node, answer); i++)
        {
          if (node_is_private (envelope, care_node_get_child (node, answer, i)))
            return TRUE;
        }
    }

  return FALSE;
}

/**
 * care_patient_session_is_private:
 * @self: a session
 * @step: a screen
 *
 * Returns: whether an answer on it is one that the envelope names
 */
gboolean
care_patient_session_is_private (CarePatientSession *self,
                                 CareFormStep       *step)
{
  g_return_val_if_fail (CARE_IS_PATIENT_SESSION (self), FALSE);
  g_return_val_if_fail (CARE_IS_FORM_STEP (step), FALSE);

  for (guint i = 0; i < care_form_step_get_n_nodes (step); i++)
    {
      if (node_is_private (self->envelope, care_form_step_get_node (step, i)))
        return TRUE;
    }

  return FALSE;
}

/**
 * care_patient_session_touch:
 * @self: a session
 * @form: the form whose answers changed
 */
void
care_patient_session_touch (CarePatientSession *self,
                            guint               form)
{
  g_return_if_fail (CARE_IS_PATIENT_SESSION (self));

  care_patient_saver_touch (self->saver, form);
}

/**
 * care_patient_session_set_status:
 * @self: a session
 * @form: a form's number
 * @status: what the answers are now
 *
 * Stamps the answers with the time, the language, the patient and the visit.
 */
void
care_patient_session_set_status (CarePatientSession *self,
                                 guint               form,
                                 CareResponseStatus  status)
{
  g_return_if_fail (CARE_IS_PATIENT_SESSION (self));

  set_meta (self, care_patient_session_get_response (self, form), status);
}

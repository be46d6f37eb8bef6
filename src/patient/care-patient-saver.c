/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "patient/care-patient-saver.h"

/* One thing on its way to the disk; answers are written as they stand when their turn comes. */
typedef struct
{
  CareJournalKind  kind;
  CareResponse    *response;
  JsonNode        *body;
} Waiting;

struct _CarePatientSaver
{
  GObject            parent_instance;

  CareJournalWriter *writer;
  GPtrArray         *responses;
  GQueue             queue;
  gboolean           in_flight;
  CareSaveState      state;
};

G_DEFINE_FINAL_TYPE (CarePatientSaver, care_patient_saver, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_STATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void pump (CarePatientSaver *self);

static void
waiting_free (Waiting *waiting)
{
  g_clear_object (&waiting->response);
  g_clear_pointer (&waiting->body, json_node_unref);
  g_free (waiting);
}

static void
set_state (CarePatientSaver *self,
           CareSaveState     state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
appended_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (CarePatientSaver) self = user_data;
  g_autoptr (GError) error = NULL;

  self->in_flight = FALSE;
  if (!care_journal_writer_append_finish (CARE_JOURNAL_WRITER (source), result, &error))
    {
      g_message ("answers could not be saved: %s", error->message);
      set_state (self, CARE_SAVE_FAILED);
      return;
    }

  waiting_free (g_queue_pop_head (&self->queue));
  pump (self);
}

static void
start (CarePatientSaver *self,
       Waiting          *waiting)
{
  CareQuestionnaire *form = waiting->response != NULL ? care_response_get_questionnaire (waiting->response) : NULL;
  g_autoptr (JsonNode) body = NULL;

  if (waiting->kind == CARE_JOURNAL_ANSWERS)
    body = care_response_to_node (waiting->response);
  else if (waiting->body != NULL)
    body = json_node_ref (waiting->body);

  self->in_flight = TRUE;
  care_journal_writer_append_async (self->writer,
                                    waiting->kind,
                                    form != NULL ? care_questionnaire_get_url (form) : NULL,
                                    form != NULL ? care_questionnaire_get_version (form) : NULL,
                                    body,
                                    appended_cb,
                                    g_object_ref (self));
}

static void
pump (CarePatientSaver *self)
{
  if (self->in_flight)
    return;

  if (g_queue_is_empty (&self->queue))
    {
      set_state (self, CARE_SAVE_DONE);
      return;
    }
  set_state (self, CARE_SAVE_BUSY);
  start (self, g_queue_peek_head (&self->queue));
}

static void
push (CarePatientSaver *self,
      CareJournalKind   kind,
      CareResponse     *response,
      JsonNode         *body)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->kind = kind;
  waiting->response = response != NULL ? g_object_ref (response) : NULL;
  waiting->body = body;
  g_queue_push_tail (&self->queue, waiting);
  if (self->state != CARE_SAVE_FAILED)
    pump (self);
}

static void
care_patient_saver_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_int (value, (int) CARE_PATIENT_SAVER (object)->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
care_patient_saver_finalize (GObject *object)
{
  CarePatientSaver *self = CARE_PATIENT_SAVER (object);

  g_queue_clear_full (&self->queue, (GDestroyNotify) waiting_free);
  g_clear_pointer (&self->responses, g_ptr_array_unref);
  g_clear_object (&self->writer);

  G_OBJECT_CLASS (care_patient_saver_parent_class)->finalize (object);
}

static void
care_patient_saver_class_init (CarePatientSaverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = care_patient_saver_get_property;
  object_class->finalize = care_patient_saver_finalize;

  properties[PROP_STATE] =
    g_param_spec_int ("state", NULL, NULL, CARE_SAVE_DONE, CARE_SAVE_FAILED, CARE_SAVE_DONE,
                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
care_patient_saver_init (CarePatientSaver *self)
{
  g_queue_init (&self->queue);
  self->responses = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * care_patient_saver_new:
 * @writer: the journal
 *
 * Returns: (transfer full): a saver with nothing to do
 */
CarePatientSaver *
care_patient_saver_new (CareJournalWriter *writer)
{
  CarePatientSaver *self;

  g_return_val_if_fail (CARE_IS_JOURNAL_WRITER (writer), NULL);

  self = g_object_new (CARE_TYPE_PATIENT_SAVER, NULL);
  self->writer = g_object_ref (writer);

  return self;
}

/**
 * care_patient_saver_add_form:
 * @self: a saver
 * @response: the answers of one form
 */
void
care_patient_saver_add_form (CarePatientSaver *self,
                             CareResponse     *response)
{
  g_return_if_fail (CARE_IS_PATIENT_SAVER (self));
  g_return_if_fail (CARE_IS_RESPONSE (response));

  g_ptr_array_add (self->responses, g_object_ref (response));
}

/**
 * care_patient_saver_touch:
 * @self: a saver
 * @form: the number of the form whose answers changed
 */
void
care_patient_saver_touch (CarePatientSaver *self,
                          guint             form)
{
  CareResponse *response;
  Waiting *last;

  g_return_if_fail (CARE_IS_PATIENT_SAVER (self));
  g_return_if_fail (form < self->responses->len);

  /* The same answers already wait at the end, and nothing of theirs is on its way yet. */
  response = g_ptr_array_index (self->responses, form);
  last = g_queue_peek_tail (&self->queue);
  if (last != NULL && last->kind == CARE_JOURNAL_ANSWERS && last->response == response &&
      !(self->in_flight && g_queue_get_length (&self->queue) == 1))
    return;

  push (self, CARE_JOURNAL_ANSWERS, response, NULL);
}

/**
 * care_patient_saver_record:
 * @self: a saver
 * @kind: what is written down
 * @response: (nullable): the answers of the form it is about
 * @body: (nullable) (transfer full): what there is to say
 */
void
care_patient_saver_record (CarePatientSaver *self,
                           CareJournalKind   kind,
                           CareResponse     *response,
                           JsonNode         *body)
{
  g_return_if_fail (CARE_IS_PATIENT_SAVER (self));

  push (self, kind, response, body);
}

/**
 * care_patient_saver_get_state:
 * @self: a saver
 *
 * Returns: where the answers stand
 */
CareSaveState
care_patient_saver_get_state (CarePatientSaver *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT_SAVER (self), CARE_SAVE_FAILED);

  return self->state;
}

/**
 * care_patient_saver_retry:
 * @self: a saver
 *
 * Tries what failed, and all that waits behind it, once more.
 */
void
care_patient_saver_retry (CarePatientSaver *self)
{
  g_return_if_fail (CARE_IS_PATIENT_SAVER (self));

  if (self->state == CARE_SAVE_FAILED)
    pump (self);
}

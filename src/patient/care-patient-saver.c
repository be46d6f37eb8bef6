/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "patient/care-patient-saver.h"

/* All answers are written anew behind so many changes, or as many as the form has questions if those are more: reading the
 * journal back stays short, and an answer costs the same in a long form as in a short one. */
#define CHANGES_TO_WHOLE 500

/* The answers of one form. */
typedef struct
{
  CareResponse *response;
  guint         n_changes;   /* written behind the last whole answers */
} SavedForm;

/* One thing on its way to the disk. Answers are written as they stand when their turn comes, and once more the same if the
 * disk said no. */
typedef struct
{
  CareJournalKind  kind;
  CareResponse    *response;   /* (nullable) */
  SavedForm       *form;       /* (nullable): where answers or changes of it are written */
  JsonNode        *body;       /* (nullable) */
  gboolean         begun;
} Waiting;

struct _CarePatientSaver
{
  GObject            parent_instance;

  CareJournalWriter *writer;
  GPtrArray         *forms;
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
saved_form_free (SavedForm *form)
{
  g_object_unref (form->response);
  g_free (form);
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

/* What is to be written of a form's answers: all of them, or what changed. Leaves no body when nothing did. */
static void
take_answers (Waiting *waiting)
{
  SavedForm *form = waiting->form;
  guint most = MAX (CHANGES_TO_WHOLE, care_questionnaire_get_n_items (care_response_get_questionnaire (form->response)));

  if (care_response_needs_whole (form->response) || form->n_changes >= most)
    {
      waiting->kind = CARE_JOURNAL_ANSWERS;
      waiting->body = care_response_take_whole (form->response);
      form->n_changes = 0;
      return;
    }

  waiting->kind = CARE_JOURNAL_CHANGES;
  waiting->body = care_response_take_changes (form->response);
  if (waiting->body != NULL)
    form->n_changes++;
}

/* FALSE when there is nothing to write after all. */
static gboolean
start (CarePatientSaver *self,
       Waiting          *waiting)
{
  CareQuestionnaire *form = waiting->response != NULL ? care_response_get_questionnaire (waiting->response) : NULL;

  if (waiting->form != NULL && !waiting->begun)
    take_answers (waiting);
  waiting->begun = TRUE;
  if (waiting->form != NULL && waiting->body == NULL)
    return FALSE;

  self->in_flight = TRUE;
  care_journal_writer_append_async (self->writer,
                                    waiting->kind,
                                    form != NULL ? care_questionnaire_get_url (form) : NULL,
                                    form != NULL ? care_questionnaire_get_version (form) : NULL,
                                    waiting->body,
                                    appended_cb,
                                    g_object_ref (self));

  return TRUE;
}

static void
pump (CarePatientSaver *self)
{
  if (self->in_flight)
    return;

  while (!g_queue_is_empty (&self->queue))
    {
      set_state (self, CARE_SAVE_BUSY);
      if (start (self, g_queue_peek_head (&self->queue)))
        return;
      waiting_free (g_queue_pop_head (&self->queue));
    }
  set_state (self, CARE_SAVE_DONE);
}

static void
push (CarePatientSaver *self,
      CareJournalKind   kind,
      CareResponse     *response,
      SavedForm        *form,
      JsonNode         *body)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->kind = kind;
  waiting->response = response != NULL ? g_object_ref (response) : NULL;
  waiting->form = form;
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
  g_clear_pointer (&self->forms, g_ptr_array_unref);
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
  self->forms = g_ptr_array_new_with_free_func ((GDestroyNotify) saved_form_free);
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
  SavedForm *form;

  g_return_if_fail (CARE_IS_PATIENT_SAVER (self));
  g_return_if_fail (CARE_IS_RESPONSE (response));

  form = g_new0 (SavedForm, 1);
  form->response = g_object_ref (response);
  g_ptr_array_add (self->forms, form);
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
  SavedForm *saved;
  Waiting *last;

  g_return_if_fail (CARE_IS_PATIENT_SAVER (self));
  g_return_if_fail (form < self->forms->len);

  /* The same answers already wait at the end, and nothing of theirs is on its way yet. */
  saved = g_ptr_array_index (self->forms, form);
  last = g_queue_peek_tail (&self->queue);
  if (last != NULL && last->form == saved && !last->begun)
    return;

  push (self, CARE_JOURNAL_ANSWERS, saved->response, saved, NULL);
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

  push (self, kind, response, NULL, body);
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

static gboolean
over_cb (gpointer over)
{
  *(gboolean *) over = TRUE;

  return G_SOURCE_REMOVE;
}

/**
 * care_patient_saver_flush:
 * @self: a saver
 * @patience: how long to wait for the disk, in milliseconds
 *
 * Waits until everything is on the disk, and tries what failed once more: the last thing before the program ends. Turns
 * the main loop meanwhile.
 *
 * Returns: whether everything is on the disk
 */
gboolean
care_patient_saver_flush (CarePatientSaver *self,
                          guint             patience)
{
  gboolean over = FALSE;
  guint source;

  g_return_val_if_fail (CARE_IS_PATIENT_SAVER (self), FALSE);

  care_patient_saver_retry (self);
  source = g_timeout_add (patience, over_cb, &over);
  while (self->state == CARE_SAVE_BUSY && !over)
    g_main_context_iteration (NULL, TRUE);
  if (!over)
    g_source_remove (source);

  return self->state == CARE_SAVE_DONE;
}

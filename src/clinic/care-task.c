/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-task-private.h"

#include "clinic/care-fhir.h"

struct _CareTask
{
  GObject        parent_instance;

  CareDocument  *document;
  CarePatient   *patient;
  CareInstant    since;
  CareSignLevel  urgency;
};

G_DEFINE_FINAL_TYPE (CareTask, care_task, G_TYPE_OBJECT)

static void
care_task_finalize (GObject *object)
{
  CareTask *self = CARE_TASK (object);

  g_clear_pointer (&self->document, care_document_unref);
  g_clear_object (&self->patient);

  G_OBJECT_CLASS (care_task_parent_class)->finalize (object);
}

static void
care_task_class_init (CareTaskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_task_finalize;
}

static void
care_task_init (CareTask *self)
{
}

static CareSignLevel
read_urgency (JsonObject *resource)
{
  const char *priority = care_fhir_get_string (resource, "priority");

  if (g_strcmp0 (priority, "stat") == 0)
    return CARE_SIGN_EMERGENCY;

  return g_strcmp0 (priority, "urgent") == 0 ? CARE_SIGN_SAME_DAY : CARE_SIGN_SOON;
}

CareTask *
_care_task_new (CareDocument *document,
                CarePatient  *patient)
{
  CareTask *self = g_object_new (CARE_TYPE_TASK, NULL);
  JsonObject *resource = care_document_get_resource (document);

  self->document = care_document_ref (document);
  self->patient = g_object_ref (patient);
  self->since = care_fhir_get_instant (resource, "authoredOn");
  self->urgency = read_urgency (resource);

  return self;
}

CareDocument *
_care_task_get_document (CareTask *self)
{
  return self->document;
}

const char *
care_task_get_id (CareTask *self)
{
  g_return_val_if_fail (CARE_IS_TASK (self), NULL);

  return care_document_get_id (self->document);
}

/**
 * care_task_get_kind:
 * @self: a task
 *
 * Returns: what sort of task: "something-happened", "answer-changed", "new-since", "clashing-lines"
 */
const char *
care_task_get_kind (CareTask *self)
{
  g_return_val_if_fail (CARE_IS_TASK (self), NULL);

  return care_fhir_get_code (care_document_get_resource (self->document), "code", CARE_FHIR_SYSTEM "task");
}

/** Returns: whether it is the clinic's owner who has to put it right */
gboolean
care_task_is_for_owner (CareTask *self)
{
  g_return_val_if_fail (CARE_IS_TASK (self), FALSE);

  return g_strcmp0 (care_task_get_kind (self), "clashing-lines") == 0;
}

CarePatient *
care_task_get_patient (CareTask *self)
{
  g_return_val_if_fail (CARE_IS_TASK (self), NULL);

  return self->patient;
}

CareInstant
care_task_get_since (CareTask *self)
{
  g_return_val_if_fail (CARE_IS_TASK (self), CARE_INSTANT_NONE);

  return self->since;
}

CareSignLevel
care_task_get_urgency (CareTask *self)
{
  g_return_val_if_fail (CARE_IS_TASK (self), CARE_SIGN_SOON);

  return self->urgency;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-decision-session.h"

struct _CareDecisionSession
{
  GObject      parent_instance;

  CareClinic  *clinic;
  CareVisit   *visit;
  CareReasons *reasons;
  /* Who was signed in at the desk when a clinician opened it. */
  CareStaff   *at_desk;
};

G_DEFINE_FINAL_TYPE (CareDecisionSession, care_decision_session, G_TYPE_OBJECT)

static void
care_decision_session_dispose (GObject *object)
{
  CareDecisionSession *self = CARE_DECISION_SESSION (object);

  care_decision_session_close (self);
  g_clear_object (&self->visit);
  g_clear_object (&self->clinic);
  G_OBJECT_CLASS (care_decision_session_parent_class)->dispose (object);
}

static void
care_decision_session_class_init (CareDecisionSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_decision_session_dispose;
}

static void
care_decision_session_init (CareDecisionSession *self)
{
}

/**
 * care_decision_session_new:
 * @clinic: the use-cases
 * @visit: the visit it is for, and no other
 *
 * Returns: (transfer full): a session that nobody has opened
 */
CareDecisionSession *
care_decision_session_new (CareClinic *clinic,
                           CareVisit  *visit)
{
  CareDecisionSession *self;

  g_return_val_if_fail (CARE_IS_CLINIC (clinic), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);

  self = g_object_new (CARE_TYPE_DECISION_SESSION, NULL);
  self->clinic = g_object_ref (clinic);
  self->visit = g_object_ref (visit);

  return self;
}

/**
 * care_decision_session_open:
 * @self: a session
 * @by: a clinician's signature
 * @error: return location for a #CareError
 *
 * Returns: FALSE when the signature is not a clinician's, or nothing can be read
 */
gboolean
care_decision_session_open (CareDecisionSession  *self,
                            const CareSignature  *by,
                            GError              **error)
{
  CareReasons *reasons;

  g_return_val_if_fail (CARE_IS_DECISION_SESSION (self), FALSE);

  reasons = care_clinic_open_reasons (self->clinic, self->visit, by, error);
  if (reasons == NULL)
    return FALSE;

  g_clear_object (&self->reasons);
  self->reasons = reasons;
  g_set_object (&self->at_desk, care_clinic_get_actor (self->clinic));

  return TRUE;
}

/**
 * care_decision_session_get_reasons:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the reasons, while it is open
 */
CareReasons *
care_decision_session_get_reasons (CareDecisionSession *self)
{
  g_return_val_if_fail (CARE_IS_DECISION_SESSION (self), NULL);

  if (self->reasons != NULL && care_clinic_get_actor (self->clinic) != self->at_desk)
    care_decision_session_close (self);

  return self->reasons;
}

/**
 * care_decision_session_reread:
 * @self: a session
 *
 * Nothing happens while it is not open; it closes when the reasons cannot be read any more.
 */
void
care_decision_session_reread (CareDecisionSession *self)
{
  CareReasons *reasons;

  g_return_if_fail (CARE_IS_DECISION_SESSION (self));

  if (care_decision_session_get_reasons (self) == NULL)
    return;
  reasons = care_clinic_reread_reasons (self->clinic, self->reasons, NULL);
  g_clear_object (&self->reasons);
  self->reasons = reasons;
}

/**
 * care_decision_session_close:
 * @self: a session
 *
 * The next look needs a PIN again.
 */
void
care_decision_session_close (CareDecisionSession *self)
{
  g_return_if_fail (CARE_IS_DECISION_SESSION (self));

  g_clear_object (&self->reasons);
  g_clear_object (&self->at_desk);
}

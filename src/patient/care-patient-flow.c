/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "patient/care-patient-flow.h"

#define TRIES 3

struct _CarePatientFlow
{
  GObject             parent_instance;

  CarePatientSession *session;
  CarePatientPlace    place;
  CarePatientPlace    asleep_in;
  guint               form;
  CareFormStep       *step;
  guint               tries;
  gboolean            asleep;
  gboolean            mending;
  gboolean            told_private;
  GHashTable         *seen; /* CareNode: was shown, and left with Next */
};

G_DEFINE_FINAL_TYPE (CarePatientFlow, care_patient_flow, G_TYPE_OBJECT)

enum
{
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static CareFormSteps *
get_steps (CarePatientFlow *self,
           guint            form)
{
  return care_patient_session_get_steps (self->session, form);
}

/* Where the screen is now among those of its form; the nearest one when an answer took it away. */
static guint
get_index (CarePatientFlow *self)
{
  CareFormSteps *steps = get_steps (self, self->form);
  guint index = self->step != NULL ? care_form_steps_find_step (steps, self->step) : CARE_NO_STEP;

  return index != CARE_NO_STEP ? index : 0;
}

static void
go (CarePatientFlow  *self,
    CarePatientPlace  place)
{
  self->place = place;
  if (place != CARE_PLACE_FORM && place != CARE_PLACE_PRIVATE)
    self->mending = FALSE;
  g_signal_emit (self, signals[MOVED], 0);
}

static void
go_to_step (CarePatientFlow *self,
            guint            form,
            guint            index)
{
  CareFormStep *step = care_form_steps_get (get_steps (self, form), index);

  self->form = form;
  g_set_object (&self->step, step);
  self->place = CARE_PLACE_FORM;
  care_patient_session_note_step (self->session, form, step);
  g_signal_emit (self, signals[MOVED], 0);
}

/* The first form from @from on that has a screen at all. */
static gboolean
go_to_form (CarePatientFlow *self,
            guint            from)
{
  for (guint form = from; form < care_patient_session_get_n_forms (self->session); form++)
    {
      if (care_form_steps_get_n (get_steps (self, form)) > 0)
        {
          go_to_step (self, form, 0);
          return TRUE;
        }
    }

  return FALSE;
}

/* The first screen with an open question; @seen: but for those that somebody saw and went on from. */
static gboolean
go_to_unanswered (CarePatientFlow *self,
                  GHashTable      *seen)
{
  for (guint form = 0; form < care_patient_session_get_n_forms (self->session); form++)
    {
      CareFormSteps *steps = get_steps (self, form);
      guint index = care_form_steps_find_unanswered (steps, seen);

      if (index != CARE_NO_STEP)
        {
          /* A form that nobody began is read from its first words: they may be what is agreed to. */
          go_to_step (self, form, care_form_steps_has_answers (steps) ? index : 0);
          return TRUE;
        }
    }

  return FALSE;
}

/* Behind the birth date: the first screen, or the one at which the device was taken back. */
static void
go_in (CarePatientFlow *self)
{
  if (self->asleep)
    {
      self->asleep = FALSE;
      go (self, self->asleep_in);
      return;
    }
  if (!care_patient_session_has_answers (self->session))
    {
      if (!go_to_form (self, 0))
        go (self, CARE_PLACE_REVIEW);
    }
  else if (!go_to_unanswered (self, NULL))
    go (self, CARE_PLACE_REVIEW);
}

static void
advance (CarePatientFlow *self)
{
  guint index = get_index (self);

  care_form_steps_add_seen (get_steps (self, self->form), self->step, self->seen);
  if (self->mending)
    {
      /* What was mended may have opened questions that nobody has seen yet. */
      if (!go_to_unanswered (self, self->seen))
        go (self, CARE_PLACE_REVIEW);
      return;
    }
  if (index + 1 < care_form_steps_get_n (get_steps (self, self->form)))
    go_to_step (self, self->form, index + 1);
  else if (!go_to_form (self, self->form + 1))
    go (self, CARE_PLACE_REVIEW);
}

static void
care_patient_flow_finalize (GObject *object)
{
  CarePatientFlow *self = CARE_PATIENT_FLOW (object);

  g_clear_object (&self->step);
  g_clear_object (&self->session);
  g_clear_pointer (&self->seen, g_hash_table_unref);

  G_OBJECT_CLASS (care_patient_flow_parent_class)->finalize (object);
}

static void
care_patient_flow_class_init (CarePatientFlowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_patient_flow_finalize;

  signals[MOVED] =
    g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
care_patient_flow_init (CarePatientFlow *self)
{
  self->tries = TRIES;
  self->seen = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) care_node_unref, NULL);
}

/**
 * care_patient_flow_new:
 * @session: the patient
 *
 * Returns: (transfer full): the way, at its beginning; a device handed back begins with the birth date
 */
CarePatientFlow *
care_patient_flow_new (CarePatientSession *session)
{
  CarePatientFlow *self;

  g_return_val_if_fail (CARE_IS_PATIENT_SESSION (session), NULL);

  self = g_object_new (CARE_TYPE_PATIENT_FLOW, NULL);
  self->session = g_object_ref (session);
  self->place = care_patient_session_has_answers (session) ? CARE_PLACE_BIRTH_DATE : CARE_PLACE_WELCOME;

  return self;
}

/**
 * care_patient_flow_get_place:
 * @self: a way
 *
 * Returns: where one is
 */
CarePatientPlace
care_patient_flow_get_place (CarePatientFlow *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT_FLOW (self), CARE_PLACE_WELCOME);

  return self->place;
}

/**
 * care_patient_flow_get_form:
 * @self: a way
 *
 * Returns: the form one is in
 */
guint
care_patient_flow_get_form (CarePatientFlow *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT_FLOW (self), 0);

  return self->form;
}

/**
 * care_patient_flow_get_step:
 * @self: a way
 *
 * Returns: (transfer none) (nullable): the screen one is on
 */
CareFormStep *
care_patient_flow_get_step (CarePatientFlow *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT_FLOW (self), NULL);

  return self->step;
}

/**
 * care_patient_flow_get_progress:
 * @self: a way
 * @number: (out): the step one is on, from 1
 * @total: (out): how many there are, the review included
 *
 * Returns: whether there is something to count here
 */
gboolean
care_patient_flow_get_progress (CarePatientFlow *self,
                                guint           *number,
                                guint           *total)
{
  guint before = 0;

  g_return_val_if_fail (CARE_IS_PATIENT_FLOW (self), FALSE);
  g_return_val_if_fail (number != NULL && total != NULL, FALSE);

  *total = 1;
  for (guint form = 0; form < care_patient_session_get_n_forms (self->session); form++)
    {
      guint n_steps = care_form_steps_get_n (get_steps (self, form));

      *total += n_steps;
      if (form < self->form)
        before += n_steps;
    }

  switch (self->place)
    {
    case CARE_PLACE_FORM:
    case CARE_PLACE_PRIVATE:
      *number = before + get_index (self) + 1;
      return TRUE;
    case CARE_PLACE_REVIEW:
      *number = *total;
      return TRUE;
    case CARE_PLACE_WELCOME:
    case CARE_PLACE_BIRTH_DATE:
    case CARE_PLACE_LOCKED:
    case CARE_PLACE_THANKS:
    default:
      return FALSE;
    }
}

/**
 * care_patient_flow_can_back:
 * @self: a way
 *
 * Returns: whether there is something to go back to
 */
gboolean
care_patient_flow_can_back (CarePatientFlow *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT_FLOW (self), FALSE);

  switch (self->place)
    {
    case CARE_PLACE_FORM:
      return self->mending || self->form > 0 || get_index (self) > 0;
    case CARE_PLACE_PRIVATE:
    case CARE_PLACE_REVIEW:
      return TRUE;
    case CARE_PLACE_BIRTH_DATE:
      return !self->asleep;
    case CARE_PLACE_WELCOME:
    case CARE_PLACE_LOCKED:
    case CARE_PLACE_THANKS:
    default:
      return FALSE;
    }
}

/**
 * care_patient_flow_next:
 * @self: a way
 *
 * One step on. The birth date has a way of its own: care_patient_flow_give_birth_date().
 */
void
care_patient_flow_next (CarePatientFlow *self)
{
  g_return_if_fail (CARE_IS_PATIENT_FLOW (self));

  switch (self->place)
    {
    case CARE_PLACE_WELCOME:
      go (self, CARE_PLACE_BIRTH_DATE);
      break;
    case CARE_PLACE_FORM:
      if (!self->told_private && care_patient_session_is_private (self->session, self->step))
        {
          self->told_private = TRUE;
          go (self, CARE_PLACE_PRIVATE);
        }
      else
        advance (self);
      break;
    case CARE_PLACE_PRIVATE:
      advance (self);
      break;
    case CARE_PLACE_REVIEW:
      care_patient_session_finish (self->session, FALSE);
      go (self, CARE_PLACE_THANKS);
      break;
    case CARE_PLACE_BIRTH_DATE:
    case CARE_PLACE_LOCKED:
    case CARE_PLACE_THANKS:
    default:
      break;
    }
}

/**
 * care_patient_flow_back:
 * @self: a way
 *
 * One step back; from a question that is being mended, to the review.
 */
void
care_patient_flow_back (CarePatientFlow *self)
{
  guint index;

  g_return_if_fail (CARE_IS_PATIENT_FLOW (self));

  if (!care_patient_flow_can_back (self))
    return;

  index = get_index (self);
  if (self->place == CARE_PLACE_BIRTH_DATE)
    go (self, CARE_PLACE_WELCOME);
  else if (self->place == CARE_PLACE_PRIVATE || self->place == CARE_PLACE_REVIEW)
    go (self, CARE_PLACE_FORM);
  else if (self->mending)
    go (self, CARE_PLACE_REVIEW);
  else if (index > 0)
    go_to_step (self, self->form, index - 1);
  else
    {
      for (guint form = self->form; form > 0; form--)
        {
          guint n_steps = care_form_steps_get_n (get_steps (self, form - 1));

          if (n_steps > 0)
            {
              go_to_step (self, form - 1, n_steps - 1);
              return;
            }
        }
    }
}

/**
 * care_patient_flow_give_birth_date:
 * @self: a way that is at the birth date
 * @date: what was typed
 *
 * Returns: whether it fits
 */
gboolean
care_patient_flow_give_birth_date (CarePatientFlow *self,
                                   const GDate     *date)
{
  g_return_val_if_fail (CARE_IS_PATIENT_FLOW (self), FALSE);
  g_return_val_if_fail (self->place == CARE_PLACE_BIRTH_DATE, FALSE);

  if (care_patient_session_check_birth_date (self->session, date))
    {
      self->tries = TRIES;
      go_in (self);
      return TRUE;
    }

  self->tries--;
  if (self->tries == 0)
    {
      care_patient_session_note_wrong_birth_date (self->session);
      go (self, CARE_PLACE_LOCKED);
    }

  return FALSE;
}

/**
 * care_patient_flow_get_tries_left:
 * @self: a way
 *
 * Returns: how often a birth date may still be typed
 */
guint
care_patient_flow_get_tries_left (CarePatientFlow *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT_FLOW (self), 0);

  return self->tries;
}

/**
 * care_patient_flow_mend:
 * @self: a way that is at the review
 * @form: a form's number
 * @node: the question to change
 */
void
care_patient_flow_mend (CarePatientFlow *self,
                        guint            form,
                        CareNode        *node)
{
  guint index;

  g_return_if_fail (CARE_IS_PATIENT_FLOW (self));
  g_return_if_fail (self->place == CARE_PLACE_REVIEW);

  index = care_form_steps_find_node (get_steps (self, form), node);
  if (index == CARE_NO_STEP)
    return;

  self->mending = TRUE;
  go_to_step (self, form, index);
}

/**
 * care_patient_flow_stop:
 * @self: a way that is at "in private"
 *
 * Ends the questions; what follows is not asked.
 */
void
care_patient_flow_stop (CarePatientFlow *self)
{
  g_return_if_fail (CARE_IS_PATIENT_FLOW (self));
  g_return_if_fail (self->place == CARE_PLACE_PRIVATE);

  care_patient_session_finish (self->session, TRUE);
  go (self, CARE_PLACE_THANKS);
}

/**
 * care_patient_flow_doze:
 * @self: a way
 *
 * Asks for the birth date before anything else; afterwards one is where one was.
 */
void
care_patient_flow_doze (CarePatientFlow *self)
{
  g_return_if_fail (CARE_IS_PATIENT_FLOW (self));

  if (self->place != CARE_PLACE_FORM && self->place != CARE_PLACE_PRIVATE && self->place != CARE_PLACE_REVIEW)
    return;

  self->asleep = TRUE;
  self->asleep_in = self->place;
  self->place = CARE_PLACE_BIRTH_DATE;
  g_signal_emit (self, signals[MOVED], 0);
}

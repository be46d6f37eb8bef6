/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "patient/care-patient-window-private.h"

/* The keys that slide in below a text, and the keys of a real keyboard. */

static GtkWidget *
get_text (CarePatientWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus)) ? focus : NULL;
}

/* Shows the keys that fit what has the focus, unless a real keyboard is in use. */
void
_care_patient_window_update_keys (CarePatientWindow *self)
{
  GtkWidget *text = get_text (self);
  gboolean large = care_patient_session_get_size (self->session) > 1;

  care_patient_keyboard_set_compact (self->keyboard, (self->shape & (CARE_SHAPE_NARROW | CARE_SHAPE_SHORT)) != 0 ||
                                                       ((self->shape & CARE_SHAPE_LOW) != 0 && large));
  care_patient_keyboard_set_target (self->keyboard, _care_patient_window_get_context (self), text);
  /* Keys that are put away are not there for a screen reader either. */
  gtk_widget_set_visible (GTK_WIDGET (self->keyboard), text != NULL && !self->has_keys);
  gtk_revealer_set_reveal_child (self->keys, text != NULL && !self->has_keys);
}

static void
focus_changed_cb (CarePatientWindow *self)
{
  _care_patient_window_update_keys (self);
  _care_patient_window_queue_scroll (self);
}

/* Returns: whether somebody was asked for and has come: what woke the screen is meant for nothing on the page. */
static gboolean
wake (CarePatientWindow *self)
{
  gint64 now = g_get_monotonic_time ();
  gboolean asked = self->over == CARE_NOTICE_IDLE;

  /* Moving a finger makes hundreds of events. */
  if (!asked && now - self->woken_at < G_USEC_PER_SEC / 2)
    return FALSE;
  self->woken_at = now;
  care_patient_idle_wake (self->idle);
  if (asked)
    _care_patient_window_set_notice (self, CARE_NOTICE_NONE);

  return asked;
}

static gboolean
event_cb (CarePatientWindow *self,
          GdkEvent          *event)
{
  GdkEventType type = gdk_event_get_event_type (event);

  switch ((int) type)
    {
    case GDK_KEY_PRESS:
      if (wake (self))
        return GDK_EVENT_STOP;
      if (!self->has_keys && get_text (self) != NULL)
        {
          self->has_keys = TRUE;
          _care_patient_window_update_keys (self);
        }
      /* Nothing is typed into a page whose former answer is not on the disk yet. */
      return self->next_waits ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
    case GDK_TOUCH_BEGIN:
    case GDK_BUTTON_PRESS:
      wake (self);
      self->has_keys = FALSE;
      break;
    case GDK_MOTION_NOTIFY:
    case GDK_SCROLL:
      wake (self);
      break;
    case GDK_BUTTON_RELEASE:
    case GDK_TOUCH_END:
      /* A touch into the text that has the focus already brings the keys back. */
      _care_patient_window_update_keys (self);
      break;
    default:
      break;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
keys_stand_cb (CarePatientWindow *self)
{
  if (gtk_revealer_get_reveal_child (self->keys))
    _care_patient_window_scroll_to_focus (self);
}

/* Connects what belongs to keys and touches; once, when the window is made. */
void
_care_patient_window_init_keys (CarePatientWindow *self)
{
  GtkEventController *all = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (all, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (all, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), all);

  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_changed_cb), NULL);
  g_signal_connect_swapped (self->keys, "notify::child-revealed", G_CALLBACK (keys_stand_cb), self);
}

/**
 * care_patient_window_get_idle:
 * @self: the window
 *
 * Returns: (transfer none): what asks whether somebody is there
 */
CarePatientIdle *
care_patient_window_get_idle (CarePatientWindow *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT_WINDOW (self), NULL);

  return self->idle;
}

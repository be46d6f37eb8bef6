/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "patient/care-patient-window-private.h"

#include "patient/care-patient-birth.h"

static void
try_birth_date (CarePatientWindow *self)
{
  CarePatientBirth *page = CARE_PATIENT_BIRTH (adw_bin_get_child (self->page));
  GDate date;

  if (!care_patient_birth_get_date (page, &date))
    return;
  if (!care_patient_flow_give_birth_date (self->flow, &date) &&
      care_patient_flow_get_place (self->flow) == CARE_PLACE_BIRTH_DATE)
    care_patient_birth_say_wrong (page, care_patient_flow_get_tries_left (self->flow));
}

static void
next_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  CarePatientWindow *self = CARE_PATIENT_WINDOW (widget);

  if (self->over != CARE_NOTICE_NONE || self->leaving || self->next_waits)
    return;

  if (care_patient_flow_get_place (self->flow) == CARE_PLACE_BIRTH_DATE)
    try_birth_date (self);
  else if (_care_patient_window_check (self))
    care_patient_flow_next (self->flow);
}

static void
back_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  CarePatientWindow *self = CARE_PATIENT_WINDOW (widget);

  if (self->over == CARE_NOTICE_NONE && !self->leaving)
    care_patient_flow_back (self->flow);
}

static void
ask_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  _care_patient_window_set_notice (CARE_PATIENT_WINDOW (widget), CARE_NOTICE_HELP);
}

static void
borrow_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  _care_patient_window_set_notice (CARE_PATIENT_WINDOW (widget), CARE_NOTICE_BORROW);
}

static void
size_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  CarePatientWindow *self = CARE_PATIENT_WINDOW (widget);

  _care_patient_window_set_size (self, care_patient_session_get_size (self->session) % 3 + 1);
  if (care_patient_flow_get_place (self->flow) == CARE_PLACE_WELCOME)
    _care_patient_window_draw_page (self);
}

static void
language_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  CarePatientWindow *self = CARE_PATIENT_WINDOW (widget);
  const char *const *tags = care_patient_session_get_languages (self->session);
  const char *current = care_form_context_get_language (_care_patient_window_get_context (self));

  if (tags[1] == NULL)
    return;
  if (tags[2] != NULL)
    _care_patient_window_set_notice (self, CARE_NOTICE_LANGUAGE);
  else
    {
      _care_patient_window_set_notice (self, CARE_NOTICE_NONE);
      _care_patient_window_set_language (self, g_strcmp0 (tags[0], current) == 0 ? tags[1] : tags[0]);
    }
}

static void
more_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (CARE_PATIENT_WINDOW (widget)->scroller);

  gtk_adjustment_set_value (scroll, gtk_adjustment_get_value (scroll) + gtk_adjustment_get_page_size (scroll) * 0.8);
}

static void
wake_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  CarePatientWindow *self = CARE_PATIENT_WINDOW (widget);

  gtk_widget_set_visible (GTK_WIDGET (self->blank), FALSE);
  gtk_widget_set_visible (self->awake, TRUE);
  care_patient_idle_wake (self->idle);
  _care_patient_window_focus_page (self);
  _care_patient_window_settle (self);
}

/* Actions are the one link between a button, a key and what happens. */
void
_care_patient_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "patient.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "patient.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "patient.ask", NULL, ask_action);
  gtk_widget_class_install_action (widget_class, "patient.borrow", NULL, borrow_action);
  gtk_widget_class_install_action (widget_class, "patient.size", NULL, size_action);
  gtk_widget_class_install_action (widget_class, "patient.language", NULL, language_action);
  gtk_widget_class_install_action (widget_class, "patient.more", NULL, more_action);
  gtk_widget_class_install_action (widget_class, "patient.wake", NULL, wake_action);
}

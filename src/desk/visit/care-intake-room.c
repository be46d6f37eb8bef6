/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-intake-room.h"

#include <glib/gi18n.h>

#include "base/care-error.h"
#include "clinic/care-clinic-handover.h"
#include "clinic/care-clinic-register.h"
#include "clinic/care-clinic-schedule.h"
#include "desk/care-desk-due.h"
#include "desk/care-desk-words.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-one-step.h"
#include "desk/frame/care-say.h"
#include "desk/patients/care-date-entry.h"
#include "desk/sign-in/care-pin-dialog.h"
#include "desk/visit/care-answered-list.h"
#include "desk/visit/care-form-notes.h"
#include "desk/visit/care-form-panel.h"
#include "desk/visit/care-hand-over.h"
#include "desk/visit/care-helper-choices.h"
#include "desk/visit/care-how-choices.h"
#include "desk/visit/care-take-back.h"
#include "form/care-questionnaire.h"

#define HAND_OVER_SECONDS 15

struct _CareIntakeRoom
{
  CareRoomView   parent_instance;

  CareFormPanel *panel;
  CareDateEntry *birth_date;
  GPtrArray     *forms;
  guint          form;
  CareAnswerHow  how;
  CareHelper     helper;
  gboolean       asking;
  gboolean       changing;
  gboolean       changed;
  guint          hand_over_source;
};

G_DEFINE_FINAL_TYPE (CareIntakeRoom, care_intake_room, CARE_TYPE_ROOM_VIEW)

static CareVisit *
get_visit (CareIntakeRoom *self)
{
  return care_room_view_get_visit (CARE_ROOM_VIEW (self));
}

static CareClinic *
get_clinic (CareIntakeRoom *self)
{
  return care_room_view_get_clinic (CARE_ROOM_VIEW (self));
}

static CareDesk *
get_desk (CareIntakeRoom *self)
{
  return care_room_view_get_desk (CARE_ROOM_VIEW (self));
}

/* ---- the birth date, asked at the first hand-over ---- */

static gboolean
keep_birth_date (CareIntakeRoom  *self,
                 GError         **error)
{
  g_autofree char *date = NULL;

  if (self->birth_date == NULL)
    return TRUE;
  if (!care_date_entry_get (self->birth_date, get_desk (self), &date, error))
    return FALSE;
  if (date == NULL)
    {
      g_set_error_literal (error, CARE_ERROR, CARE_ERROR_INPUT,
                           _("Ask for the birth date first: the patient's screen opens with it."));
      return FALSE;
    }
  return care_clinic_set_birth_date (get_clinic (self), care_visit_get_patient (get_visit (self)), date, error);
}

/* ---- handing the device over ---- */

static gboolean
hand_over_late_cb (gpointer data)
{
  CareIntakeRoom *self = data;
  g_autoptr (GError) error = NULL;

  self->hand_over_source = 0;
  care_desk_release (get_desk (self));
  if (!care_clinic_hand_over_failed (get_clinic (self), get_visit (self), &error))
    care_say_error (GTK_WIDGET (self), error);
  else
    care_say_wrong (GTK_WIDGET (self), _("The patient's screen did not open. Nothing is lost: try again, or ask aloud."));
  care_room_view_redraw (CARE_ROOM_VIEW (self));
  return G_SOURCE_REMOVE;
}

static void
hand_over_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  CareIntakeRoom *self = CARE_INTAKE_ROOM (widget);
  g_autoptr (GError) error = NULL;

  if (self->hand_over_source != 0)
    return;
  if (!keep_birth_date (self, &error) || !care_hand_over (get_desk (self), get_visit (self), &error))
    {
      care_say_error (GTK_WIDGET (self), error);
      return;
    }
  care_form_notes_set_told (get_desk (self), self->forms);
  care_desk_hold (get_desk (self));
  self->hand_over_source = g_timeout_add_seconds (HAND_OVER_SECONDS, hand_over_late_cb, self);
  care_room_view_redraw (CARE_ROOM_VIEW (self));
}

/* ---- asked aloud, copied from paper, one answer changed ---- */

static void
close_panel (CareIntakeRoom *self)
{
  self->panel = NULL;
  self->changing = self->changed = FALSE;
  care_room_view_redraw (CARE_ROOM_VIEW (self));
}

static gboolean
keep_panel (CareIntakeRoom  *self,
            gboolean         finished,
            GError         **error)
{
  CareResponse *response = care_form_panel_get_response (self->panel);
  gboolean kept;

  if (self->changing && !care_form_panel_is_touched (self->panel))
    return TRUE;
  care_desk_hold (get_desk (self));
  kept = self->changing
           ? care_clinic_change_answers (get_clinic (self), get_visit (self), response, self->how, self->helper, error)
           : care_clinic_keep_answers (get_clinic (self), get_visit (self), response, self->how, self->helper, finished, error);
  care_desk_release (get_desk (self));
  if (kept)
    care_form_panel_untouch (self->panel);
  self->changed |= kept && self->changing;
  return kept;
}

static void open_form (CareIntakeRoom *self);

static void
leave_panel (CareIntakeRoom *self,
             gboolean        finished)
{
  g_autoptr (GError) error = NULL;

  if (!keep_panel (self, finished, &error))
    care_say_error (GTK_WIDGET (self), error);
  else if (finished && !self->changing && ++self->form < self->forms->len)
    open_form (self);
  else
    {
      if (self->changed)
        care_say_done (GTK_WIDGET (self), _("The changed answer is kept beside the former one"));
      else if (finished && !self->changing)
        care_say_done (GTK_WIDGET (self), _("Every answer is kept"));
      close_panel (self);
    }
}

static void
panel_done_cb (CareIntakeRoom *self)
{
  leave_panel (self, TRUE);
}

static void
panel_stopped_cb (CareIntakeRoom *self)
{
  leave_panel (self, FALSE);
}

/* Each answer is kept as it comes, a changed one beside the former; what was only looked at makes no new version. */
static void
panel_keep_cb (CareIntakeRoom *self)
{
  g_autoptr (GError) error = NULL;

  if (!keep_panel (self, FALSE, &error))
    care_say_error (GTK_WIDGET (self), error);
}

static void
show_panel (CareIntakeRoom *self,
            CareResponse   *response)
{
  const char *language = care_patient_get_language (care_visit_get_patient (get_visit (self)));
  g_autoptr (GError) error = NULL;
  GtkWidget *panel = care_form_panel_new (get_desk (self), response, language, FALSE, _("_Keep"), &error);

  if (panel == NULL)
    {
      care_say_error (GTK_WIDGET (self), error);
      return;
    }
  self->panel = CARE_FORM_PANEL (panel);
  g_object_ref_sink (panel);
  g_signal_connect_object (panel, "done", G_CALLBACK (panel_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "stopped", G_CALLBACK (panel_stopped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "keep", G_CALLBACK (panel_keep_cb), self, G_CONNECT_SWAPPED);
  care_room_view_redraw (CARE_ROOM_VIEW (self));
  g_object_unref (panel);
}

static void
open_form (CareIntakeRoom *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareResponse) response = care_clinic_continue_answers (get_clinic (self), get_visit (self),
                                                                    g_ptr_array_index (self->forms, self->form), &error);
  if (response == NULL)
    care_say_error (GTK_WIDGET (self), error);
  else
    show_panel (self, response);
}

static void
ask_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  CareIntakeRoom *self = CARE_INTAKE_ROOM (widget);
  g_autoptr (GError) error = NULL;

  if (!keep_birth_date (self, &error))
    {
      care_say_error (GTK_WIDGET (self), error);
      return;
    }
  self->how = g_str_equal (g_variant_get_string (parameter, NULL), "paper") ? CARE_ANSWER_FROM_PAPER : CARE_ANSWER_ASKED_ALOUD;
  care_form_notes_set_told (get_desk (self), self->forms);
  self->asking = TRUE;
  care_room_view_redraw (CARE_ROOM_VIEW (self));
}

static void
helped_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  CareIntakeRoom *self = CARE_INTAKE_ROOM (widget);

  self->asking = FALSE;
  self->form = 0;
  if (care_helper_choices_read (g_variant_get_string (parameter, NULL), &self->helper))
    open_form (self);
  else
    care_room_view_redraw (CARE_ROOM_VIEW (self));
}

typedef struct
{
  CareIntakeRoom    *self;
  CareQuestionnaire *form;
} CareChange;

static void
change_free (gpointer data)
{
  CareChange *change = data;

  g_object_unref (change->self);
  g_object_unref (change->form);
  g_free (change);
}

static gboolean
open_answers_cb (const CareSignature  *by,
                 gpointer              data,
                 GError              **error)
{
  CareChange *change = data;
  CareIntakeRoom *self = change->self;
  g_autoptr (CareResponse) response = care_clinic_open_answers (get_clinic (self), get_visit (self), change->form, by, error);

  if (response == NULL)
    return FALSE;
  self->changing = TRUE;
  self->how = CARE_ANSWER_ASKED_ALOUD;
  self->helper = CARE_HELPER_STAFF;
  show_panel (self, response);
  return TRUE;
}

static void
change_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  CareIntakeRoom *self = CARE_INTAKE_ROOM (widget);
  guint index = (guint) g_variant_get_int32 (parameter);
  CareChange *change;

  if (self->forms == NULL || index >= self->forms->len)
    return;
  change = g_new0 (CareChange, 1);
  *change = (CareChange) { g_object_ref (self), g_object_ref (g_ptr_array_index (self->forms, index)) };
  care_pin_dialog_ask (widget, get_desk (self), _("Open the answers to change one"), TRUE, open_answers_cb, change, change_free);
}

/* ---- taking back, and the wrong person ---- */

static void
take_back_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  care_take_back_ask (widget, get_desk (CARE_INTAKE_ROOM (widget)), get_visit (CARE_INTAKE_ROOM (widget)));
}

static void
wrong_person_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  care_wrong_person_ask (widget, get_desk (CARE_INTAKE_ROOM (widget)), get_visit (CARE_INTAKE_ROOM (widget)));
}

static void
arrive_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.step", "s", care_visit_get_id (get_visit (CARE_INTAKE_ROOM (widget))));
}

static void
fill_birth_date (CareIntakeRoom *self,
                 GtkBox         *box)
{
  self->birth_date = NULL;
  if (care_patient_get_birth_date (care_visit_get_patient (get_visit (self))) != NULL)
    return;
  self->birth_date = CARE_DATE_ENTRY (g_object_new (CARE_TYPE_DATE_ENTRY, NULL));
  gtk_box_append (box, care_new_heading (_("When were they born?")));
  gtk_box_append (box, GTK_WIDGET (self->birth_date));
}

/* What they consent to stands on their page; here it says that it is the right one. */
static void
fill_consent (CareIntakeRoom *self,
              GtkBox         *box)
{
  CareVisit *visit = get_visit (self);
  const char *product = care_visit_get_product_name (visit);
  g_autofree char *areas = care_desk_words_areas (care_desk_get_format (get_desk (self)), care_visit_get_areas (visit));
  g_autofree char *text = product != NULL ? g_strdup_printf (_("Their page names %s: %s."), product, areas) : NULL;

  if (care_visit_get_next_step (visit) == CARE_NEXT_CONSENT)
    gtk_box_append (box, care_new_text (text));
}

static void
fill_choices (CareIntakeRoom *self,
              GtkBox         *box)
{
  gboolean keeper = care_desk_link_has_keeper (care_desk_get_link (get_desk (self)));
  g_autofree char *titles = care_answered_list_dup_titles (get_desk (self), self->forms);
  GtkWidget *heading = care_new_heading (_("How do they answer?"));

  gtk_widget_add_css_class (heading, "title-2");
  gtk_box_append (box, heading);
  gtk_box_append (box, care_new_text (titles));
  care_answered_list_add_begun (box, get_desk (self), get_visit (self), self->forms);
  care_form_notes_add_languages (box, get_desk (self), self->forms, care_visit_get_patient (get_visit (self)));
  fill_consent (self, box);
  fill_birth_date (self, box);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "intake.hand-over", keeper);
  gtk_box_append (box, care_how_choices_new (keeper, "intake.hand-over", "intake.ask"));
  care_form_notes_add_untold (box, get_desk (self), self->forms);
}

static void
care_intake_room_fill (CareRoomView *view,
                       GtkBox       *box)
{
  CareIntakeRoom *self = CARE_INTAKE_ROOM (view);
  CareNextStep step = care_visit_get_next_step (get_visit (self));
  gboolean asking = step == CARE_NEXT_HAND_OVER || step == CARE_NEXT_CONSENT;
  g_autofree char *not_here = step == CARE_NEXT_ARRIVE ? care_desk_due_dup_not_here (get_desk (self), get_visit (self)) : NULL;
  g_autoptr (GError) error = NULL;

  self->birth_date = NULL;
  if (self->panel != NULL)
    {
      care_form_notes_add_answers (box, get_desk (self), care_form_panel_get_response (self->panel));
      gtk_box_append (box, GTK_WIDGET (self->panel));
      return;
    }
  if (self->hand_over_source != 0)
    {
      gtk_box_append (box, care_one_step_new_waiting (_("Handing over"), _("The patient's screen opens in a moment.")));
      return;
    }
  g_clear_pointer (&self->forms, g_ptr_array_unref);
  self->forms = step == CARE_NEXT_ARRIVE || step == CARE_NEXT_TAKE_BACK ? g_ptr_array_new ()
                : asking ? care_clinic_list_open_forms (get_clinic (self), get_visit (self), &error)
                         : care_clinic_list_forms (get_clinic (self), get_visit (self), &error);
  if (self->forms == NULL)
    {
      gtk_box_append (box, care_new_fault (error));
      return;
    }
  switch (step)
    {
    case CARE_NEXT_ARRIVE:
      gtk_box_append (box, care_one_step_new ("care-clock-symbolic", _("Not here yet"), not_here, _("They are _here"), "intake.arrive"));
      break;
    case CARE_NEXT_TAKE_BACK:
      gtk_box_append (box, care_one_step_new ("care-hand-symbolic", _("The device comes back"),
                                              _("Every answer is kept. Take the device back with your PIN."), _("_Take back"), "intake.take-back"));
      break;
    case CARE_NEXT_HAND_OVER:
    case CARE_NEXT_CONSENT:
      if (self->asking)
        gtk_box_append (box, care_helper_choices_new ("intake.helped"));
      else
        fill_choices (self, box);
      break;
    default:
      gtk_box_append (box, care_answered_list_new (get_desk (self), get_visit (self), self->forms));
      break;
    }
}

static gboolean
care_intake_room_is_typing (CareRoomView *view)
{
  CareIntakeRoom *self = CARE_INTAKE_ROOM (view);

  return self->panel != NULL || (self->birth_date != NULL && !care_date_entry_is_empty (self->birth_date));
}

static gboolean
care_intake_room_settle (CareRoomView  *view,
                         GError       **error)
{
  CareIntakeRoom *self = CARE_INTAKE_ROOM (view);

  if (self->birth_date != NULL && !care_date_entry_is_empty (self->birth_date))
    return keep_birth_date (self, error);
  return self->panel == NULL || !care_form_panel_is_touched (self->panel) || keep_panel (self, FALSE, error);
}

static void
care_intake_room_dispose (GObject *object)
{
  CareIntakeRoom *self = CARE_INTAKE_ROOM (object);

  if (self->hand_over_source != 0)
    care_desk_release (get_desk (self));
  g_clear_handle_id (&self->hand_over_source, g_source_remove);
  g_clear_pointer (&self->forms, g_ptr_array_unref);
  G_OBJECT_CLASS (care_intake_room_parent_class)->dispose (object);
}

static void
care_intake_room_class_init (CareIntakeRoomClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CareRoomViewClass *room_class = CARE_ROOM_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_intake_room_dispose;
  room_class->fill = care_intake_room_fill;
  room_class->is_typing = care_intake_room_is_typing;
  room_class->settle = care_intake_room_settle;
  gtk_widget_class_install_action (widget_class, "intake.arrive", NULL, arrive_action);
  gtk_widget_class_install_action (widget_class, "intake.hand-over", NULL, hand_over_action);
  gtk_widget_class_install_action (widget_class, "intake.ask", "s", ask_action);
  gtk_widget_class_install_action (widget_class, "intake.helped", "s", helped_action);
  gtk_widget_class_install_action (widget_class, "intake.change", "i", change_action);
  gtk_widget_class_install_action (widget_class, "intake.take-back", NULL, take_back_action);
  gtk_widget_class_install_action (widget_class, "intake.wrong-person", NULL, wrong_person_action);
}

static void
care_intake_room_init (CareIntakeRoom *self)
{
}

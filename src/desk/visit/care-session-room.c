/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-session-room.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-session.h"
#include "desk/care-desk-errors.h"
#include "desk/care-desk-words.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "desk/frame/care-say.h"
#include "desk/sign-in/care-clock-dialog.h"
#include "desk/sign-in/care-pin-dialog.h"
#include "desk/visit/care-earlier-finish.h"
#include "desk/visit/care-form-panel.h"
#include "desk/visit/care-gate-panel.h"
#include "desk/visit/care-session-facts.h"

struct _CareSessionRoom
{
  CareRoomView   parent_instance;

  CareFormPanel *panel;
  CareGatePanel *gate;
};

G_DEFINE_FINAL_TYPE (CareSessionRoom, care_session_room, CARE_TYPE_ROOM_VIEW)

static CareVisit *
get_visit (CareSessionRoom *self)
{
  return care_room_view_get_visit (CARE_ROOM_VIEW (self));
}

static CareClinic *
get_clinic (CareSessionRoom *self)
{
  return care_room_view_get_clinic (CARE_ROOM_VIEW (self));
}

static CareDesk *
get_desk (CareSessionRoom *self)
{
  return care_room_view_get_desk (CARE_ROOM_VIEW (self));
}

/* ---- before the needle ---- */

static void
ask_in_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  CareSessionRoom *self = CARE_SESSION_ROOM (widget);
  g_autoptr (GError) error = NULL;

  if (!care_gate_panel_check (self->gate, &error)
      || !care_clinic_tell_new (get_clinic (self), get_visit (self), care_gate_panel_get_new (self->gate), &error))
    {
      care_say_error (widget, error);
      return;
    }
  if (care_gate_panel_get_new (self->gate) != CARE_NEW_NOTHING)
    {
      care_say_wrong (widget, _("Something is new: the check stands open again, a clinician has to look at it."));
      return;
    }
  if (!care_clinic_ask_in (get_clinic (self), get_visit (self), &error))
    care_say_error (widget, error);
}

static void
fill_gate (CareSessionRoom *self,
           GtkBox          *box)
{
  GtkWidget *ask = care_new_button (_("_Ask them in"), "session.ask-in", NULL);

  self->gate = CARE_GATE_PANEL (care_gate_panel_new (get_desk (self), get_visit (self)));
  gtk_box_append (box, GTK_WIDGET (self->gate));
  gtk_widget_add_css_class (ask, "suggested-action");
  gtk_widget_add_css_class (ask, "pill");
  gtk_widget_set_halign (ask, GTK_ALIGN_START);
  gtk_box_append (box, ask);
}

/* ---- the true end of the injections ---- */

static void
finish_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  CareSessionRoom *self = CARE_SESSION_ROOM (widget);
  g_autoptr (GError) error = NULL;

  if (!care_clock_dialog_ask (widget, get_desk (self), name, NULL))
    return;
  if (!care_clinic_finish_now (get_clinic (self), get_visit (self), &error))
    {
      care_say_error (widget, error);
      return;
    }
  g_autofree char *at = care_format_time (care_desk_get_format (get_desk (self)), care_visit_get_finished_at (get_visit (self)));
  g_autofree char *said = g_strdup_printf (_("Finished at %s"), at);

  care_say_undo_visit (widget, said, get_visit (self));
}

static void
fill_finish (CareSessionRoom *self,
             GtkBox          *box)
{
  GtkWidget *now = care_new_mnemonic_button (_("_Finished now"));

  gtk_box_append (box, care_new_text (_("Tap it when the last needle is out. Every time on the sheet hangs on it.")));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (now), "session.finish");
  gtk_widget_set_css_classes (now, (const char *[]) { "suggested-action", "finish-button", NULL });
  gtk_widget_set_halign (now, GTK_ALIGN_START);
  gtk_box_append (box, now);

  gtk_box_append (box, care_earlier_finish_new (get_desk (self), get_visit (self)));
}

/* ---- the record ---- */

static gboolean
keep_draft (CareSessionRoom  *self,
            GError          **error)
{
  gboolean kept;

  care_desk_hold (get_desk (self));
  kept = care_clinic_keep_record (get_clinic (self), get_visit (self), care_form_panel_get_response (self->panel), error);
  care_desk_release (get_desk (self));
  if (kept)
    care_form_panel_untouch (self->panel);
  return kept;
}

static void
close_record (CareSessionRoom *self)
{
  self->panel = NULL;
  care_room_view_redraw (CARE_ROOM_VIEW (self));
}

static void
record_keep_cb (CareSessionRoom *self)
{
  g_autoptr (GError) error = NULL;

  if (!keep_draft (self, &error))
    care_say_error (GTK_WIDGET (self), error);
}

static gboolean
sign_record_cb (const CareSignature  *by,
                gpointer              data,
                GError              **error)
{
  CareSessionRoom *self = data;
  CareSessionFacts facts = { 0 };
  g_auto (GStrv) areas = NULL;
  gboolean kept;

  care_session_facts_read (care_form_panel_get_response (self->panel), &facts, &areas);
  care_desk_hold (get_desk (self));
  kept = care_clinic_record (get_clinic (self), get_visit (self), &facts, by, error);
  care_desk_release (get_desk (self));
  if (!kept)
    return FALSE;
  care_say_done (GTK_WIDGET (self), _("Recorded and signed"));
  close_record (self);
  return TRUE;
}

/* What is about to be signed is kept first: a clinician who is called away finds it again. */
static void
record_done_cb (CareSessionRoom *self)
{
  g_autoptr (GError) error = NULL;
  CareNode *where = NULL;

  if (!keep_draft (self, &error))
    care_say_error (GTK_WIDGET (self), error);
  else if (!care_clinic_check_record (get_clinic (self), get_visit (self), care_form_panel_get_response (self->panel), &where, &error))
    care_form_panel_say_error (self->panel, where, error);
  else
    care_pin_dialog_ask (GTK_WIDGET (self), get_desk (self), _("Sign the record"), TRUE,
                         sign_record_cb, g_object_ref (self), g_object_unref);
}

static void
record_stopped_cb (CareSessionRoom *self)
{
  g_autoptr (GError) error = NULL;

  if (care_form_panel_is_touched (self->panel) && !keep_draft (self, &error))
    care_say_error (GTK_WIDGET (self), error);
  else
    close_record (self);
}

static void
write_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  CareSessionRoom *self = CARE_SESSION_ROOM (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareResponse) draft = care_clinic_draft_record (get_clinic (self), get_visit (self), NULL, &error);
  GtkWidget *panel = NULL;

  if (draft != NULL)
    panel = care_form_panel_new (get_desk (self), draft, care_desk_get_language (get_desk (self)), TRUE, _("_Sign the record"), &error);
  if (panel == NULL)
    {
      care_say_error (widget, error);
      return;
    }
  self->panel = CARE_FORM_PANEL (panel);
  g_signal_connect_object (panel, "done", G_CALLBACK (record_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "stopped", G_CALLBACK (record_stopped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "keep", G_CALLBACK (record_keep_cb), self, G_CONNECT_SWAPPED);
  care_room_view_redraw (CARE_ROOM_VIEW (self));
}

static void
fill_finished (CareSessionRoom *self,
               GtkBox          *box)
{
  CareVisit *visit = get_visit (self);
  CareFormat *format = care_desk_get_format (get_desk (self));
  g_autofree char *finished = care_format_time (format, care_visit_get_finished_at (visit));
  GtkWidget *time = care_new_text (finished);

  gtk_box_append (box, care_new_heading (_("Finished")));
  gtk_widget_add_css_class (time, "big-time");
  gtk_box_append (box, time);
  if (care_visit_is_recorded (visit))
    gtk_box_append (box, care_fact_row_new_state (_("Record"), "", CARE_TONE_GOOD, _("Signed")));
  else
    {
      GtkWidget *row = care_fact_row_new_state (_("Record"), _("It can be signed later today; the sheet does not wait for it."),
                                                CARE_TONE_DECIDE, _("Not signed yet"));
      GtkWidget *write = care_new_button (care_visit_is_drafted (visit) ? _("Go on with the _record") : _("Write the _record"), "session.write", NULL);

      if (care_visit_get_next_step (visit) == CARE_NEXT_RECORD)
        gtk_widget_add_css_class (write, "suggested-action");
      care_fact_row_add (row, write);
      gtk_widget_add_css_class (row, "card");
      gtk_box_append (box, row);
    }
}

/* ---- the watch ---- */

static void
end_watch_response_cb (CareSessionRoom  *self,
                       const char       *response,
                       AdwMessageDialog *dialog)
{
  GtkEditable *why = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "end")
      && !care_clinic_end_watch (get_clinic (self), get_visit (self), gtk_editable_get_text (why), &error))
    care_say_error (GTK_WIDGET (self), error);
}

static void
end_watch_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  CareSessionRoom *self = CARE_SESSION_ROOM (widget);
  g_autoptr (GError) error = NULL;

  if (care_desk_now (get_desk (self)) >= care_visit_get_watch_until (get_visit (self)))
    {
      if (!care_clinic_end_watch (get_clinic (self), get_visit (self), NULL, &error))
        care_say_error (widget, error);
      return;
    }
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), _("End the watch before its time?"),
                                              _("Say why. It is kept with the visit."));
  GtkWidget *why = gtk_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (why), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Why the watch ends early"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), why);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Go on watching"), "end", _("_End the watch"), NULL);
  g_signal_connect_object (dialog, "response", G_CALLBACK (end_watch_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
fill_watch (CareSessionRoom *self,
            GtkBox          *box)
{
  CareDesk *desk = get_desk (self);
  CareInstant until = care_visit_get_watch_until (get_visit (self));
  int minutes = (int) ((until - care_desk_now (desk) + CARE_MINUTE - 1) / CARE_MINUTE);
  g_autofree char *at = care_format_time (care_desk_get_format (desk), until);
  g_autofree char *title = g_strdup_printf (_("Watch until %s"), at);
  g_autofree char *about = minutes > 0
                             ? g_strdup_printf (ngettext ("%d minute to go", "%d minutes to go", (gulong) minutes), minutes)
                             : g_strdup (_("The time is over"));
  GtkWidget *row = care_fact_row_new (title, about);
  GtkWidget *end = care_new_button (_("_End the watch"), "session.end-watch", NULL);

  if (care_visit_get_next_step (get_visit (self)) == CARE_NEXT_WATCH && minutes <= 0)
    gtk_widget_add_css_class (end, "suggested-action");
  care_fact_row_add (row, end);
  gtk_widget_add_css_class (row, "card");
  gtk_box_append (box, row);
}

static void
care_session_room_fill (CareRoomView *view,
                        GtkBox       *box)
{
  CareSessionRoom *self = CARE_SESSION_ROOM (view);
  CareVisit *visit = get_visit (self);
  CareVisitState state = care_visit_get_state (visit);

  self->gate = NULL;
  if (self->panel != NULL)
    gtk_box_append (box, GTK_WIDGET (self->panel));
  else if (care_visit_get_finished_at (visit) != CARE_INSTANT_NONE)
    {
      fill_finished (self, box);
      if (state == CARE_STATE_WATCH_UNTIL)
        fill_watch (self, box);
    }
  else if (state == CARE_STATE_IN_TREATMENT)
    fill_finish (self, box);
  else if (state == CARE_STATE_READY)
    fill_gate (self, box);
  else
    gtk_box_append (box, care_new_heading (_("Not yet: the check comes before every needle.")));
}

static gboolean
care_session_room_is_typing (CareRoomView *view)
{
  CareSessionRoom *self = CARE_SESSION_ROOM (view);

  return self->panel != NULL || (self->gate != NULL && care_gate_panel_is_touched (self->gate)
                                 && care_visit_get_state (get_visit (self)) == CARE_STATE_READY);
}

static gboolean
care_session_room_settle (CareRoomView  *view,
                          GError       **error)
{
  CareSessionRoom *self = CARE_SESSION_ROOM (view);

  return self->panel == NULL || !care_form_panel_is_touched (self->panel) || keep_draft (self, error);
}

static void
care_session_room_class_init (CareSessionRoomClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CareRoomViewClass *room_class = CARE_ROOM_VIEW_CLASS (klass);

  room_class->fill = care_session_room_fill;
  room_class->is_typing = care_session_room_is_typing;
  room_class->settle = care_session_room_settle;
  gtk_widget_class_install_action (widget_class, "session.ask-in", NULL, ask_in_action);
  gtk_widget_class_install_action (widget_class, "session.finish", NULL, finish_action);
  gtk_widget_class_install_action (widget_class, "session.write", NULL, write_action);
  gtk_widget_class_install_action (widget_class, "session.end-watch", NULL, end_watch_action);
}

static void
care_session_room_init (CareSessionRoom *self)
{
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-reading-room.h"

#include <glib/gi18n.h>

#include "base/care-error.h"
#include "clinic/care-clinic-handover.h"
#include "clinic/care-clinic-session.h"
#include "desk/care-desk-words.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "desk/frame/care-say.h"
#include "desk/sign-in/care-pin-dialog.h"
#include "desk/visit/care-form-panel.h"
#include "desk/visit/care-gate-panel.h"

struct _CareReadingRoom
{
  CareRoomView   parent_instance;

  CareFormPanel *panel;
  CareGatePanel *gate;
};

G_DEFINE_FINAL_TYPE (CareReadingRoom, care_reading_room, CARE_TYPE_ROOM_VIEW)

static CareVisit *
get_visit (CareReadingRoom *self)
{
  return care_room_view_get_visit (CARE_ROOM_VIEW (self));
}

static CareDesk *
get_desk (CareReadingRoom *self)
{
  return care_room_view_get_desk (CARE_ROOM_VIEW (self));
}

static gboolean
keep_draft (CareReadingRoom  *self,
            GError          **error)
{
  gboolean kept;

  care_desk_hold (get_desk (self));
  kept = care_clinic_keep_record (care_desk_get_clinic (get_desk (self)), get_visit (self),
                                  care_form_panel_get_response (self->panel), error);
  care_desk_release (get_desk (self));
  if (kept)
    care_form_panel_untouch (self->panel);
  return kept;
}

static void
close_panel (CareReadingRoom *self)
{
  self->panel = NULL;
  care_room_view_redraw (CARE_ROOM_VIEW (self));
}

static void
keep_cb (CareReadingRoom *self)
{
  g_autoptr (GError) error = NULL;

  if (!keep_draft (self, &error))
    care_say_error (GTK_WIDGET (self), error);
}

static gboolean
sign_cb (const CareSignature  *by,
         gpointer              data,
         GError              **error)
{
  CareReadingRoom *self = data;
  CareResponse *reading = care_form_panel_get_response (self->panel);
  g_autofree char *result = care_form_panel_dup_code (reading, "reading-result");

  if (!care_clinic_record_reading (care_desk_get_clinic (get_desk (self)), get_visit (self),
                                   g_strcmp0 (result, "clear") != 0, reading, by, error))
    return FALSE;
  care_say_done (GTK_WIDGET (self), _("The reading is recorded and signed"));
  close_panel (self);
  return TRUE;
}

static void
done_cb (CareReadingRoom *self)
{
  g_autoptr (GError) error = NULL;
  CareNode *where = NULL;

  if (!keep_draft (self, &error))
    care_say_error (GTK_WIDGET (self), error);
  else if (!care_clinic_check_record (care_desk_get_clinic (get_desk (self)), get_visit (self),
                                      care_form_panel_get_response (self->panel), &where, &error))
    care_form_panel_say_error (self->panel, where, error);
  else
    care_pin_dialog_ask (GTK_WIDGET (self), get_desk (self), _("Sign the reading"), TRUE, sign_cb, g_object_ref (self), g_object_unref);
}

static void
stopped_cb (CareReadingRoom *self)
{
  g_autoptr (GError) error = NULL;

  if (care_form_panel_is_touched (self->panel) && !keep_draft (self, &error))
    care_say_error (GTK_WIDGET (self), error);
  else
    close_panel (self);
}

static void
open_panel (CareReadingRoom *self)
{
  CareDesk *desk = get_desk (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (CareResponse) draft = care_clinic_draft_record (care_desk_get_clinic (desk), get_visit (self), NULL, &error);
  GtkWidget *panel = NULL;

  if (draft != NULL)
    panel = care_form_panel_new (desk, draft, care_desk_get_language (desk), TRUE, _("_Sign the reading"), &error);
  if (panel == NULL)
    {
      care_say_error (GTK_WIDGET (self), error);
      return;
    }
  self->panel = CARE_FORM_PANEL (panel);
  g_signal_connect_object (panel, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "stopped", G_CALLBACK (stopped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "keep", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  care_room_view_redraw (CARE_ROOM_VIEW (self));
}

static void
read_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CareReadingRoom *self = CARE_READING_ROOM (widget);
  g_autoptr (GError) error = NULL;

  if (self->gate == NULL)
    return;
  if (!care_gate_panel_check (self->gate, &error))
    care_say_error (widget, error);
  else
    open_panel (self);
}

static void
fill_start (CareReadingRoom *self,
            GtkBox          *box)
{
  CareDesk *desk = get_desk (self);
  CarePatient *patient = care_visit_get_patient (get_visit (self));
  g_autoptr (CareWay) way = care_clinic_get_way (care_desk_get_clinic (desk), patient, NULL);
  gboolean drafted = care_visit_is_drafted (get_visit (self));
  GtkWidget *read = care_new_button (drafted ? _("Go on with the _reading") : _("_Read the test"), "reading.read", NULL);

  if (way != NULL && way->test_at != CARE_INSTANT_NONE)
    {
      g_autofree char *at = care_format_moment (care_desk_get_format (desk), way->test_at);
      g_autofree char *from = care_format_moment (care_desk_get_format (desk), way->reading_from);
      g_autofree char *about = g_strdup_printf (_("It may be read from %s"), from);
      g_autofree char *title = g_strdup_printf (_("Test injections %s"), at);
      GtkWidget *row = care_fact_row_new (title, about);

      gtk_widget_add_css_class (row, "card");
      gtk_box_append (box, row);
    }
  self->gate = CARE_GATE_PANEL (care_gate_panel_new (desk, get_visit (self)));
  gtk_box_append (box, care_new_text (_("A clinician looks at both places and signs. Earlier than 24 hours after the test nobody can.")));
  gtk_box_append (box, GTK_WIDGET (self->gate));
  gtk_widget_add_css_class (read, "suggested-action");
  gtk_widget_add_css_class (read, "pill");
  gtk_widget_set_halign (read, GTK_ALIGN_START);
  gtk_box_append (box, read);
}

static void
care_reading_room_fill (CareRoomView *view,
                        GtkBox       *box)
{
  CareReadingRoom *self = CARE_READING_ROOM (view);
  CareVisit *visit = get_visit (self);

  self->gate = NULL;
  if (self->panel != NULL)
    gtk_box_append (box, GTK_WIDGET (self->panel));
  else if (care_visit_is_recorded (visit))
    {
      GtkWidget *row = care_fact_row_new_state (_("Reading of the test"), "", CARE_TONE_GOOD, _("Signed"));

      gtk_widget_add_css_class (row, "card");
      gtk_box_append (box, row);
    }
  else if (care_visit_get_state (visit) == CARE_STATE_EXPECTED)
    gtk_box_append (box, care_new_heading (_("Not here yet")));
  else
    fill_start (self, box);
}

static gboolean
care_reading_room_is_typing (CareRoomView *view)
{
  CareReadingRoom *self = CARE_READING_ROOM (view);

  return self->panel != NULL || (self->gate != NULL && care_gate_panel_is_touched (self->gate));
}

static gboolean
care_reading_room_settle (CareRoomView  *view,
                          GError       **error)
{
  CareReadingRoom *self = CARE_READING_ROOM (view);

  return self->panel == NULL || !care_form_panel_is_touched (self->panel) || keep_draft (self, error);
}

static void
care_reading_room_class_init (CareReadingRoomClass *klass)
{
  CareRoomViewClass *room_class = CARE_ROOM_VIEW_CLASS (klass);

  room_class->fill = care_reading_room_fill;
  room_class->is_typing = care_reading_room_is_typing;
  room_class->settle = care_reading_room_settle;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "reading.read", NULL, read_action);
}

static void
care_reading_room_init (CareReadingRoom *self)
{
}

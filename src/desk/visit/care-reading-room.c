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

struct _CareReadingRoom
{
  CareRoomView   parent_instance;

  CareFormPanel *panel;
  CareResponse  *draft;
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
sign_cb (const CareSignature  *by,
         gpointer              data,
         GError              **error)
{
  CareReadingRoom *self = data;
  g_autofree char *result = care_form_panel_dup_code (self->draft, "reading-result");

  if (!care_clinic_record_reading (care_desk_get_clinic (get_desk (self)), get_visit (self),
                                   g_strcmp0 (result, "clear") != 0, self->draft, by, error))
    return FALSE;
  self->panel = NULL;
  g_clear_object (&self->draft);
  care_say_done (GTK_WIDGET (self), _("The reading is recorded and signed"));
  care_room_view_redraw (CARE_ROOM_VIEW (self));
  return TRUE;
}

static void
done_cb (CareReadingRoom *self)
{
  care_pin_dialog_ask (GTK_WIDGET (self), get_desk (self), _("Sign the reading"), TRUE, sign_cb, g_object_ref (self), g_object_unref);
}

static void
stopped_cb (CareReadingRoom *self)
{
  self->panel = NULL;
  care_room_view_redraw (CARE_ROOM_VIEW (self));
}

static void
open_panel (CareReadingRoom *self)
{
  CareDesk *desk = get_desk (self);
  g_autoptr (GError) error = NULL;
  GtkWidget *panel = NULL;

  if (self->draft == NULL)
    {
      CareQuestionnaire *form = care_clinic_get_form (care_desk_get_clinic (desk), "test-reading", &error);

      self->draft = form != NULL ? care_response_new (form) : NULL;
      if (self->draft != NULL)
        {
          g_autoptr (CareValue) now = care_value_new_instant (care_desk_now (desk), care_desk_get_zone (desk));

          care_response_prefill_by_code (self->draft, "https://aftercare.example/fhir/CodeSystem/question", "reading-time", now);
        }
    }
  if (self->draft != NULL)
    panel = care_form_panel_new (desk, self->draft, care_desk_get_language (desk), TRUE, _("_Sign the reading"), &error);
  if (panel == NULL)
    {
      care_say_error (GTK_WIDGET (self), error);
      return;
    }
  self->panel = CARE_FORM_PANEL (panel);
  g_signal_connect_object (panel, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "stopped", G_CALLBACK (stopped_cb), self, G_CONNECT_SWAPPED);
  care_room_view_redraw (CARE_ROOM_VIEW (self));
}

static void
read_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  open_panel (CARE_READING_ROOM (widget));
}

static void
fill_start (CareReadingRoom *self,
            GtkBox          *box)
{
  CareDesk *desk = get_desk (self);
  CarePatient *patient = care_visit_get_patient (get_visit (self));
  g_autoptr (CareWay) way = care_clinic_get_way (care_desk_get_clinic (desk), patient, NULL);
  GtkWidget *read = care_new_button (_("_Read the test"), "reading.read", NULL);

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
  gtk_box_append (box, care_new_text (_("A clinician looks at both places and signs. Earlier than 24 hours after the test nobody can.")));
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
  return CARE_READING_ROOM (view)->panel != NULL;
}

static gboolean
care_reading_room_settle (CareRoomView  *view,
                          GError       **error)
{
  CareReadingRoom *self = CARE_READING_ROOM (view);

  if (self->panel == NULL || !care_form_panel_is_touched (self->panel))
    return TRUE;
  g_set_error_literal (error, CARE_ERROR, CARE_ERROR_REFUSED, _("The reading is not signed yet. Sign it, or tap “Keep and leave”."));
  return FALSE;
}

static void
care_reading_room_dispose (GObject *object)
{
  g_clear_object (&CARE_READING_ROOM (object)->draft);
  G_OBJECT_CLASS (care_reading_room_parent_class)->dispose (object);
}

static void
care_reading_room_class_init (CareReadingRoomClass *klass)
{
  CareRoomViewClass *room_class = CARE_ROOM_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_reading_room_dispose;
  room_class->fill = care_reading_room_fill;
  room_class->is_typing = care_reading_room_is_typing;
  room_class->settle = care_reading_room_settle;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "reading.read", NULL, read_action);
}

static void
care_reading_room_init (CareReadingRoom *self)
{
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-next-room.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-schedule.h"
#include "desk/calendar/care-time-chooser.h"
#include "desk/care-desk-words.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-say.h"
#include "desk/frame/care-wrap-box.h"

struct _CareNextRoom
{
  CareRoomView  parent_instance;

  CareProposal *proposal;
  gboolean      others;
};

G_DEFINE_FINAL_TYPE (CareNextRoom, care_next_room, CARE_TYPE_ROOM_VIEW)

static CareVisit *
get_visit (CareNextRoom *self)
{
  return care_room_view_get_visit (CARE_ROOM_VIEW (self));
}

static CareClinic *
get_clinic (CareNextRoom *self)
{
  return care_room_view_get_clinic (CARE_ROOM_VIEW (self));
}

static CareDesk *
get_desk (CareNextRoom *self)
{
  return care_room_view_get_desk (CARE_ROOM_VIEW (self));
}

static void
keep (CareNextRoom       *self,
      const CareProposal *proposal)
{
  g_autoptr (GError) error = NULL;

  CareVisit *next = care_clinic_keep_next (get_clinic (self), get_visit (self), proposal, &error);

  if (next == NULL)
    {
      care_say_error (GTK_WIDGET (self), error);
      return;
    }
  g_autofree char *at = care_format_moment (care_desk_get_format (get_desk (self)), proposal->start);
  g_autofree char *said = g_strdup_printf (_("Booked: %s"), at);
  g_autoptr (GPtrArray) booked = g_ptr_array_new ();

  g_ptr_array_add (booked, next);
  self->others = FALSE;
  care_say_booked (GTK_WIDGET (self), said, booked);
  care_room_view_redraw (CARE_ROOM_VIEW (self));
}

static void
keep_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CareNextRoom *self = CARE_NEXT_ROOM (widget);

  if (self->proposal != NULL)
    {
      g_autoptr (CareProposal) proposal = care_proposal_copy (self->proposal);

      keep (self, proposal);
    }
}

static void
chosen_cb (CareNextRoom       *self,
           const CareProposal *proposal)
{
  keep (self, proposal);
}

static void
others_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  CareNextRoom *self = CARE_NEXT_ROOM (widget);

  self->others = !self->others;
  care_room_view_redraw (CARE_ROOM_VIEW (self));
}

static void
before_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  const char *next = care_visit_get_next_visit (get_visit (CARE_NEXT_ROOM (widget)));

  if (next != NULL)
    gtk_widget_activate_action (widget, "win.before-visit", "s", next);
}

static void
not_yet_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  CareNextRoom *self = CARE_NEXT_ROOM (widget);
  g_autoptr (GError) error = NULL;

  if (!care_clinic_put_off_next (get_clinic (self), get_visit (self), &error))
    care_say_error (widget, error);
  else
    care_say_done (widget, _("Not yet: the sheet says from when it may be"));
}

static void
fill_agreed (CareNextRoom *self,
             GtkBox       *box,
             CareInstant   at)
{
  CareFormat *format = care_desk_get_format (get_desk (self));
  g_autofree char *day = care_format_day (format, at);
  g_autofree char *time = care_format_time (format, at);
  GtkWidget *tag = care_state_tag_new ();
  GtkWidget *when = care_new_text (day);
  GtkWidget *hour = care_new_text (time);
  GtkWidget *row = care_wrap_box_new (12);

  care_state_tag_set (CARE_STATE_TAG (tag), CARE_TONE_GOOD, _("Agreed"));
  gtk_box_append (box, tag);
  gtk_widget_add_css_class (when, "title-1");
  gtk_widget_add_css_class (hour, "big-time");
  /* Ten letters of this size are more than a narrow screen with large text has. */
  gtk_label_set_width_chars (GTK_LABEL (when), 5);
  gtk_label_set_width_chars (GTK_LABEL (hour), 5);
  gtk_box_append (box, when);
  gtk_box_append (box, hour);
  care_wrap_box_append (CARE_WRAP_BOX (row), care_new_button (_("_Before your visit"), "next.before", NULL));
  care_wrap_box_append (CARE_WRAP_BOX (row), care_new_button (_("_Another time"), "next.others", NULL));
  gtk_box_append (box, row);
}

static void
fill_proposal (CareNextRoom *self,
               GtkBox       *box)
{
  CareFormat *format = care_desk_get_format (get_desk (self));
  g_autofree char *day = care_format_day (format, self->proposal->start);
  g_autofree char *time = care_format_time (format, self->proposal->start);
  g_autofree char *length = care_desk_words_length (self->proposal->start, self->proposal->end);
  g_autofree char *kind = self->proposal->session > 0
                            ? g_strdup_printf (_("Session %u · %s"), self->proposal->session, length)
                            : g_strdup_printf ("%s · %s", care_desk_words_kind_name (self->proposal->kind), length);
  GtkWidget *row = care_wrap_box_new (12);
  GtkWidget *when = care_new_text (day);
  GtkWidget *hour = care_new_text (time);
  GtkWidget *keep_button = care_new_button (_("_Keep this time"), "next.keep", NULL);

  gtk_box_append (box, care_new_heading (kind));
  gtk_widget_add_css_class (when, "title-1");
  gtk_widget_add_css_class (hour, "big-time");
  /* Ten letters of this size are more than a narrow screen with large text has. */
  gtk_label_set_width_chars (GTK_LABEL (when), 5);
  gtk_label_set_width_chars (GTK_LABEL (hour), 5);
  gtk_box_append (box, when);
  gtk_box_append (box, hour);
  gtk_widget_add_css_class (keep_button, "suggested-action");
  care_wrap_box_append (CARE_WRAP_BOX (row), keep_button);
  care_wrap_box_append (CARE_WRAP_BOX (row), care_new_button (_("_Another time"), "next.others", NULL));
  care_wrap_box_append (CARE_WRAP_BOX (row), care_new_button (_("_Not yet"), "next.not-yet", NULL));
  gtk_box_append (box, row);
}

static void
fill_others (CareNextRoom *self,
             GtkBox       *box)
{
  CareVisit *visit = get_visit (self);
  CareVisitKind kind = self->proposal != NULL ? self->proposal->kind : CARE_VISIT_SESSION;
  GtkWidget *times = care_time_chooser_new ();
  g_autoptr (GError) error = NULL;

  gtk_box_append (box, care_new_heading (_("Free times")));
  if (!care_time_chooser_show (CARE_TIME_CHOOSER (times), get_desk (self), care_visit_get_patient (visit), kind,
                               care_desk_now (get_desk (self)), &error))
    gtk_box_append (box, care_new_fault (error));
  g_signal_connect_object (times, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, times);
}

/* A session that was not given yet would be booked a second time; one that will not be given makes way for the next. */
static gboolean
is_time_for_it (CareVisit *visit)
{
  CareVisitState state = care_visit_get_state (visit);

  if (state == CARE_STATE_STOPPED || care_desk_words_is_over (state))
    return TRUE;

  return care_visit_get_kind (visit) == CARE_VISIT_READING
           ? care_visit_is_recorded (visit)
           : care_visit_get_finished_at (visit) != CARE_INSTANT_NONE;
}

static void
care_next_room_fill (CareRoomView *view,
                     GtkBox       *box)
{
  CareNextRoom *self = CARE_NEXT_ROOM (view);
  CareVisit *visit = get_visit (self);
  CareInstant agreed = care_visit_get_next_visit_at (visit);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->proposal, care_proposal_free);
  if (agreed == CARE_INSTANT_NONE && !is_time_for_it (visit))
    {
      gtk_box_append (box, care_new_heading (_("Not yet: the next visit is agreed when this one is over.")));
      return;
    }
  self->proposal = care_clinic_propose_next (get_clinic (self), visit, &error);
  if (agreed != CARE_INSTANT_NONE)
    fill_agreed (self, box, agreed);
  else if (self->proposal != NULL)
    fill_proposal (self, box);
  else if (error != NULL)
    gtk_box_append (box, care_new_fault (error));
  else
    gtk_box_append (box, care_new_heading (_("The course is complete: no further visit is due.")));
  if (self->others)
    fill_others (self, box);
}

static gboolean
care_next_room_is_typing (CareRoomView *view)
{
  return CARE_NEXT_ROOM (view)->others;
}

static void
care_next_room_dispose (GObject *object)
{
  g_clear_pointer (&CARE_NEXT_ROOM (object)->proposal, care_proposal_free);
  G_OBJECT_CLASS (care_next_room_parent_class)->dispose (object);
}

static void
care_next_room_class_init (CareNextRoomClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CareRoomViewClass *room_class = CARE_ROOM_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_next_room_dispose;
  room_class->fill = care_next_room_fill;
  room_class->is_typing = care_next_room_is_typing;
  gtk_widget_class_install_action (widget_class, "next.keep", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "next.others", NULL, others_action);
  gtk_widget_class_install_action (widget_class, "next.before", NULL, before_action);
  gtk_widget_class_install_action (widget_class, "next.not-yet", NULL, not_yet_action);
}

static void
care_next_room_init (CareNextRoom *self)
{
}

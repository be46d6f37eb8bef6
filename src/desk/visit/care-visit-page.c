/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-visit-page.h"

#include <glib/gi18n.h>

#include "base/care-bidi.h"
#include "clinic/care-clinic-schedule.h"
#include "desk/care-desk-words.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-say.h"
#include "desk/frame/care-wrap-box.h"
#include "desk/visit/care-check-room.h"
#include "desk/visit/care-intake-room.h"
#include "desk/visit/care-next-room.h"
#include "desk/visit/care-reading-room.h"
#include "desk/visit/care-room-line.h"
#include "desk/visit/care-session-room.h"
#include "desk/visit/care-sheet-room.h"
#include "widgets/form/care-focus.h"
#include "widgets/form/care-row-layout.h"
#include "widgets/form/care-wrap-layout.h"

#define USUAL_WIDTH 860
#define PAPER_WIDTH 1180

struct _CareVisitPage
{
  CarePage       parent_instance;

  GtkWidget     *names;
  GtkWidget     *standing;
  GtkMenuButton *more;
  GMenuModel    *visit_menu;
  GtkLabel      *who;
  GtkLabel      *what;
  CareStateTag  *state;
  CareRoomLine  *line;
  GtkWidget     *scrolled;
  AdwBin        *room;
  AdwClamp      *head_clamp;
  AdwClamp      *room_clamp;

  CareVisit     *visit;
  CareDecisionSession *session;
  CareVisitRoom  shown;
  CareVisitRoom  current;
  guint          refresh_source;
  guint          first_frame;
  guint          build_source;
};

G_DEFINE_FINAL_TYPE (CareVisitPage, care_visit_page, CARE_TYPE_PAGE)

static CareRoomView *
get_view (CareVisitPage *self)
{
  GtkWidget *child = adw_bin_get_child (self->room);

  return child != NULL && CARE_IS_ROOM_VIEW (child) ? CARE_ROOM_VIEW (child) : NULL;
}

static void
forget_room (CareVisitPage *self)
{
  if (self->first_frame != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->first_frame);
  self->first_frame = 0;
  g_clear_handle_id (&self->build_source, g_source_remove);
}

static GType
room_type (CareVisitPage *self,
           CareVisitRoom  room)
{
  switch (room)
    {
    case CARE_ROOM_CHECK:
      return CARE_TYPE_CHECK_ROOM;
    case CARE_ROOM_SESSION:
      return care_visit_get_kind (self->visit) == CARE_VISIT_READING ? CARE_TYPE_READING_ROOM : CARE_TYPE_SESSION_ROOM;
    case CARE_ROOM_NEXT_VISIT:
      return CARE_TYPE_NEXT_ROOM;
    case CARE_ROOM_SHEET:
      return CARE_TYPE_SHEET_ROOM;
    case CARE_ROOM_INTAKE:
    default:
      return CARE_TYPE_INTAKE_ROOM;
    }
}

static void
show_head (CareVisitPage *self)
{
  CareDesk *desk = care_page_get_desk (CARE_PAGE (self));
  CarePatient *patient = care_visit_get_patient (self->visit);
  CareVisitState state = care_visit_get_state (self->visit);
  g_autofree char *born = care_desk_words_born (patient);
  g_autofree char *name = care_bidi_dup_isolated (care_patient_get_display_name (patient));
  g_autofree char *who = g_strdup_printf ("%s · %s", name, born);
  g_autofree char *kind = care_desk_words_kind (self->visit);
  g_autofree char *at = care_format_moment (care_desk_get_format (desk), care_visit_get_start (self->visit));
  g_autofree char *what = g_strdup_printf ("%s · %s", kind, at);
  g_autofree char *standing = care_desk_words_standing (desk, self->visit);

  gtk_label_set_text (self->who, who);
  gtk_label_set_text (self->what, what);
  care_state_tag_set (self->state, care_desk_words_state_tone (state), standing);
  care_page_set_title (CARE_PAGE (self), care_patient_get_short_name (patient));
  care_page_set_subtitle (CARE_PAGE (self), kind);
  care_room_line_show (self->line, self->visit, self->shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "visit.no-show", state == CARE_STATE_EXPECTED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "visit.cancel", state == CARE_STATE_EXPECTED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "visit.left-early",
                                 state != CARE_STATE_EXPECTED && !care_desk_words_is_over (state));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "visit.move", !care_desk_words_is_over (state));
}

/* Follows the visit into the room it is in now, unless somebody is looking at another one. */
static void
care_visit_page_refresh (CarePage *page)
{
  CareVisitPage *self = CARE_VISIT_PAGE (page);
  CareVisitRoom current = care_visit_get_room (self->visit);
  CareVisitRoom former = self->current;

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  self->current = current;
  /* The check is done: whoever looks at it again is asked who it is. */
  if (former <= CARE_ROOM_CHECK && current > CARE_ROOM_CHECK)
    care_decision_session_close (self->session);
  if (current != former && self->shown == former)
    care_visit_page_show_room (self, current);
  else
    {
      show_head (self);
      if (get_view (self) != NULL)
        care_room_view_refresh (get_view (self));
    }
}

static gboolean
refresh_cb (gpointer data)
{
  CareVisitPage *self = data;

  self->refresh_source = 0;
  care_visit_page_refresh (CARE_PAGE (self));
  return G_SOURCE_REMOVE;
}

/* A use-case changes many properties at once: one look afterwards is enough. */
static void
visit_changed_cb (CareVisitPage *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add (refresh_cb, self);
}

static gboolean
care_visit_page_settle (CarePage  *page,
                        GError   **error)
{
  CareRoomView *view = get_view (CARE_VISIT_PAGE (page));

  return view == NULL || care_room_view_settle (view, error);
}

static void
picked_cb (CareVisitPage *self,
           guint          room)
{
  g_autoptr (GError) error = NULL;

  /* The room that is shown stays as it is, with the button that is just being pressed. */
  if (room == (guint) self->shown)
    return;
  if (get_view (self) != NULL && !care_room_view_settle (get_view (self), &error))
    care_say_error (GTK_WIDGET (self), error);
  else
    care_visit_page_show_room (self, (CareVisitRoom) room);
}

/* The first press shows what would be printed. */
static gboolean
care_visit_page_print (CarePage *page)
{
  CareVisitPage *self = CARE_VISIT_PAGE (page);
  CareRoomView *view = get_view (self);

  if (self->shown != CARE_ROOM_SHEET)
    picked_cb (self, CARE_ROOM_SHEET);
  else if (view != NULL && CARE_IS_SHEET_ROOM (view))
    care_sheet_room_print (CARE_SHEET_ROOM (view));
  return TRUE;
}

static void
patient_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.open-patient", "s",
                              care_patient_get_id (care_visit_get_patient (CARE_VISIT_PAGE (widget)->visit)));
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.move", "s", care_visit_get_id (CARE_VISIT_PAGE (widget)->visit));
}

static void
no_show_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  CareVisitPage *self = CARE_VISIT_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (!care_clinic_no_show (care_page_get_clinic (CARE_PAGE (self)), self->visit, &error))
    care_say_error (widget, error);
  else
    care_say_undo_visit (widget, _("Marked: did not come"), self->visit);
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  CareVisitPage *self = CARE_VISIT_PAGE (widget);
  g_autofree char *at = care_format_moment (care_desk_get_format (care_page_get_desk (CARE_PAGE (self))), care_visit_get_start (self->visit));
  g_autofree char *said = g_strdup_printf (_("Called off: %s"), at);
  g_autoptr (GError) error = NULL;

  if (!care_clinic_cancel (care_page_get_clinic (CARE_PAGE (self)), self->visit, &error))
    care_say_error (widget, error);
  else
    care_say_undo_visit (widget, said, self->visit);
}

static void
left_early_response_cb (CareVisitPage    *self,
                        const char       *response,
                        AdwMessageDialog *dialog)
{
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "keep"))
    return;
  if (!care_clinic_left_early (care_page_get_clinic (CARE_PAGE (self)), self->visit, gtk_editable_get_text (entry), &error))
    care_say_error (GTK_WIDGET (self), error);
  else
    care_say_undo_visit (GTK_WIDGET (self), _("Marked: left early"), self->visit);
}

static void
left_early_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), _("Why did they leave?"),
                                              _("It is kept with the visit. Before the watch is over a reason is needed."));
  GtkWidget *entry = gtk_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Why did they leave?"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "keep", _("_Left early"), NULL);
  g_signal_connect_object (dialog, "response", G_CALLBACK (left_early_response_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The keyboard begins in the room, not on the line above it. */
static gboolean
care_visit_page_grab_focus (GtkWidget *widget)
{
  GtkWidget *room = GTK_WIDGET (CARE_VISIT_PAGE (widget)->room);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* Where there is nothing to do in the room, the keyboard goes on from the line of rooms. */
  return (focus != NULL && gtk_widget_is_ancestor (focus, room)) || gtk_widget_child_focus (room, GTK_DIR_TAB_FORWARD)
         || gtk_widget_child_focus (GTK_WIDGET (CARE_VISIT_PAGE (widget)->line), GTK_DIR_TAB_FORWARD);
}

/* Tab goes through the head and the line of rooms too; only whoever comes to the page begins in the room. */
static gboolean
care_visit_page_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  return gtk_widget_child_focus (adw_bin_get_child (ADW_BIN (widget)), direction);
}

/* Reasons are for the clinician who opened them: the lock, another page or a hidden window closes them. */
static void
care_visit_page_unmap (GtkWidget *widget)
{
  CareVisitPage *self = CARE_VISIT_PAGE (widget);
  CareRoomView *view;

  GTK_WIDGET_CLASS (care_visit_page_parent_class)->unmap (widget);
  if (gtk_widget_in_destruction (widget) || self->session == NULL
      || care_decision_session_get_reasons (self->session) == NULL)
    return;
  care_decision_session_close (self->session);
  view = get_view (self);
  if (view != NULL && CARE_IS_CHECK_ROOM (view))
    care_room_view_redraw (view);
}

static void
care_visit_page_dispose (GObject *object)
{
  CareVisitPage *self = CARE_VISIT_PAGE (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  forget_room (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_VISIT_PAGE);
  g_clear_object (&self->session);
  g_clear_object (&self->visit);
  G_OBJECT_CLASS (care_visit_page_parent_class)->dispose (object);
}

static void
care_visit_page_class_init (CareVisitPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_visit_page_dispose;
  widget_class->grab_focus = care_visit_page_grab_focus;
  widget_class->focus = care_focus_move;
  widget_class->focus = care_visit_page_focus;
  widget_class->unmap = care_visit_page_unmap;
  CARE_PAGE_CLASS (klass)->refresh = care_visit_page_refresh;
  CARE_PAGE_CLASS (klass)->settle = care_visit_page_settle;
  CARE_PAGE_CLASS (klass)->print = care_visit_page_print;
  g_type_ensure (CARE_TYPE_WRAP_BOX);
  g_type_ensure (CARE_TYPE_STATE_TAG);
  g_type_ensure (CARE_TYPE_ROOM_LINE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/aftercare/Aftercare/desk/visit/care-visit-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CareVisitPage, names);
  gtk_widget_class_bind_template_child (widget_class, CareVisitPage, standing);
  gtk_widget_class_bind_template_child (widget_class, CareVisitPage, more);
  gtk_widget_class_bind_template_child (widget_class, CareVisitPage, visit_menu);
  gtk_widget_class_bind_template_child (widget_class, CareVisitPage, who);
  gtk_widget_class_bind_template_child (widget_class, CareVisitPage, what);
  gtk_widget_class_bind_template_child (widget_class, CareVisitPage, state);
  gtk_widget_class_bind_template_child (widget_class, CareVisitPage, line);
  gtk_widget_class_bind_template_child (widget_class, CareVisitPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, CareVisitPage, room);
  gtk_widget_class_bind_template_child (widget_class, CareVisitPage, head_clamp);
  gtk_widget_class_bind_template_child (widget_class, CareVisitPage, room_clamp);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_install_action (widget_class, "visit.patient", NULL, patient_action);
  gtk_widget_class_install_action (widget_class, "visit.move", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "visit.no-show", NULL, no_show_action);
  gtk_widget_class_install_action (widget_class, "visit.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "visit.left-early", NULL, left_early_action);
}

/* Made when it is opened: a page that comes up need not wait for it. */
static void
make_menu_cb (GtkMenuButton *button,
              gpointer       data)
{
  gtk_menu_button_set_menu_model (button, CARE_VISIT_PAGE (data)->visit_menu);
}

static void
care_visit_page_init (CareVisitPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->more, make_menu_cb, self, NULL);
  gtk_widget_set_layout_manager (self->names, care_wrap_layout_new_column (0));
  gtk_widget_set_layout_manager (self->standing, care_row_layout_new (0.0, 12));
}

/**
 * care_visit_page_new:
 * @desk: what the page works with
 * @visit: the visit
 *
 * Returns: (transfer floating): the visit's page, in the room the visit is in
 */
GtkWidget *
care_visit_page_new (CareDesk  *desk,
                     CareVisit *visit)
{
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);

  CareVisitPage *self = g_object_new (CARE_TYPE_VISIT_PAGE, "desk", desk, NULL);

  self->visit = g_object_ref (visit);
  self->session = care_decision_session_new (care_page_get_clinic (CARE_PAGE (self)), visit);
  self->current = care_visit_get_room (visit);
  g_signal_connect_object (visit, "notify", G_CALLBACK (visit_changed_cb), self, G_CONNECT_SWAPPED);
  care_visit_page_show_room (self, self->current);
  care_page_read_ahead (CARE_PAGE (self), visit);
  return GTK_WIDGET (self);
}

/** Returns: (transfer none): the visit */
CareVisit *
care_visit_page_get_visit (CareVisitPage *self)
{
  g_return_val_if_fail (CARE_IS_VISIT_PAGE (self), NULL);

  return self->visit;
}

/** Returns: the room that is looked at */
CareVisitRoom
care_visit_page_get_room (CareVisitPage *self)
{
  g_return_val_if_fail (CARE_IS_VISIT_PAGE (self), CARE_ROOM_INTAKE);

  return self->shown;
}

static void
build_room (CareVisitPage *self)
{
  GtkWidget *room = g_object_new (room_type (self, self->shown), "desk", care_page_get_desk (CARE_PAGE (self)),
                                  "visit", self->visit, NULL);

  if (CARE_IS_CHECK_ROOM (room))
    care_check_room_set_session (CARE_CHECK_ROOM (room), self->session);
  adw_bin_set_child (self->room, room);
}

static gboolean
build_cb (gpointer data)
{
  CareVisitPage *self = data;

  self->build_source = 0;
  build_room (self);
  return G_SOURCE_REMOVE;
}

/* The frame that shows where one is has been drawn. */
static gboolean
first_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       data)
{
  CareVisitPage *self = CARE_VISIT_PAGE (widget);

  self->first_frame = 0;
  self->build_source = g_idle_add_full (G_PRIORITY_LOW, build_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

/**
 * care_visit_page_show_room:
 * @self: the page
 * @room: the room to look at
 *
 * Laying out paper takes longer than a frame: that room says so first, and its pages follow.
 */
void
care_visit_page_show_room (CareVisitPage *self,
                           CareVisitRoom  room)
{
  GtkRoot *root;
  GtkWidget *focus;
  gboolean had_focus;

  g_return_if_fail (CARE_IS_VISIT_PAGE (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->room));
  self->shown = room;
  forget_room (self);
  /* Paper needs more room than questions. */
  adw_clamp_set_maximum_size (self->head_clamp, room == CARE_ROOM_SHEET ? PAPER_WIDTH : USUAL_WIDTH);
  adw_clamp_set_maximum_size (self->room_clamp, room == CARE_ROOM_SHEET ? PAPER_WIDTH : USUAL_WIDTH);
  if (room == CARE_ROOM_SHEET)
    {
      adw_bin_set_child (self->room, care_new_heading (_("The pages are being laid out")));
      self->first_frame = gtk_widget_add_tick_callback (GTK_WIDGET (self), first_frame_cb, NULL, NULL);
    }
  else
    build_room (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
  show_head (self);
  /* What had the focus is gone, and Tab would lead nowhere. */
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "config.h"

#include "desk/care-desk-window-private.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-begun.h"
#include "desk/care-desk-errors.h"
#include "desk/care-desk-resources.h"
#include "desk/frame/care-one-step.h"
#include "desk/frame/care-say.h"
#include "desk/sign-in/care-clock-dialog.h"
#include "desk/sign-in/care-sign-in-page.h"
#include "desk/sign-in/care-trouble-page.h"

/** Below this many pixels (at the usual text size) the switcher moves to the bottom. */
#define NARROW_WIDTH 760
/** After so many milliseconds the window says that it is still opening. */
#define OPENING_MS   700
/** A title in a narrow window. */
#define TITLE_LINES  3

G_DEFINE_FINAL_TYPE (CareDeskWindow, care_desk_window, ADW_TYPE_APPLICATION_WINDOW)

/* In a narrow window a title goes on in the next line, where there is none below it. */
static void
show_title (CareDeskWindow *self,
            const char     *title,
            const char     *subtitle)
{
  gboolean two = subtitle != NULL && *subtitle != '\0';

  gtk_label_set_wrap (self->title, self->narrow && !two);
  gtk_label_set_lines (self->title, self->narrow && !two ? TITLE_LINES : -1);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, two ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), two);
}

/* Shows in the header what the page on top is called, and what can be done from there. */
void
_care_desk_window_show_header (CareDeskWindow *self)
{
  gboolean inside = care_desk_window_is_inside (self);
  CarePage *top = inside ? care_places_get_top (self->places) : NULL;
  gboolean home = inside && top == NULL;

  gtk_widget_set_visible (self->back, top != NULL);
  gtk_widget_set_visible (self->happened, self->desk != NULL);
  gtk_widget_set_visible (self->happened_label, !self->narrow);
  /* Set anew, the same buttons would be made anew. */
  if (g_strcmp0 (adw_header_bar_get_decoration_layout (self->header), self->narrow ? ":close" : NULL) != 0)
    adw_header_bar_set_decoration_layout (self->header, self->narrow ? ":close" : NULL);
  gtk_widget_set_visible (self->lock, inside && !self->narrow);
  gtk_widget_set_visible (self->search, inside && !self->narrow);
  gtk_widget_set_visible (self->menu_button, self->desk != NULL);
  gtk_stack_set_visible_child (GTK_STACK (self->titles), home && !self->narrow ? GTK_WIDGET (self->switcher) : self->title_box);
  if (self->home != NULL)
    care_home_set_narrow (self->home, self->narrow);

  if (home)
    top = care_home_get_page (self->home);
  show_title (self, top != NULL ? care_page_get_title (top) : _("Aftercare"), top != NULL ? care_page_get_subtitle (top) : NULL);
  if (self->narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}

static gboolean
narrow_changed_cb (gpointer data)
{
  CareDeskWindow *self = data;

  self->narrow_source = 0;
  _care_desk_window_show_header (self);
  return G_SOURCE_REMOVE;
}

static int
narrow_width (GtkWidget *widget)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? NARROW_WIDTH * dpi / (96 * PANGO_SCALE) : NARROW_WIDTH;
}

static void
care_desk_window_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);
  gboolean narrow = width < narrow_width (widget);

  GTK_WIDGET_CLASS (care_desk_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  if (self->narrow_source == 0)
    self->narrow_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, narrow_changed_cb, self, NULL);
}

static gboolean
event_cb (GtkEventControllerLegacy *controller,
          GdkEvent                 *event,
          CareDeskWindow           *self)
{
  self->touched = g_get_monotonic_time ();
  return GDK_EVENT_PROPAGATE;
}

/* Once a minute time has passed: states change, and a desk nobody touched is covered. */
static gboolean
minute_cb (gpointer data)
{
  CareDeskWindow *self = data;
  g_autoptr (GError) error = NULL;
  gint64 idle = (g_get_monotonic_time () - self->touched) / G_TIME_SPAN_MINUTE;

  if (!care_clinic_refresh (care_desk_get_clinic (self->desk), &error))
    care_say_error (GTK_WIDGET (self), error);
  if (!care_desk_window_is_inside (self))
    return G_SOURCE_CONTINUE;
  if (idle >= g_settings_get_uint (care_desk_get_settings (self->desk), "cover-minutes"))
    _care_desk_window_cover (self);
  else
    care_page_refresh (care_desk_window_get_page (self));
  return G_SOURCE_CONTINUE;
}

static void
title_changed_cb (CareDeskWindow *self)
{
  _care_desk_window_show_header (self);
}

/* The keyboard goes on in the page that is shown. */
static gboolean
focus_page_cb (gpointer data)
{
  CareDeskWindow *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  CarePage *page = care_desk_window_get_page (self);

  self->focus_source = 0;
  if (care_desk_window_is_inside (self) && (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->inside))))
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

static void
moved_cb (CareDeskWindow *self)
{
  CarePage *page = care_desk_window_get_page (self);

  gtk_revealer_set_reveal_child (self->notice_revealer, FALSE);
  if (page != NULL)
    {
      g_signal_handlers_disconnect_by_func (page, title_changed_cb, self);
      g_signal_connect_object (page, "notify::title", G_CALLBACK (title_changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (page, "notify::subtitle", G_CALLBACK (title_changed_cb), self, G_CONNECT_SWAPPED);
    }
  _care_desk_window_show_header (self);
  if (self->focus_source == 0)
    self->focus_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, focus_page_cb, self, NULL);
}

/* The frame of the pages inside, without a word of a record: built while the door stands and its PIN is not yet typed. */
static void
build_inside (CareDeskWindow *self)
{
  if (self->places != NULL)
    return;
  self->home = CARE_HOME (care_home_new (self->desk));
  self->places = CARE_PLACES (care_places_new (GTK_WIDGET (self->home)));
  adw_bin_set_child (self->inside, GTK_WIDGET (self->places));
  adw_view_switcher_set_stack (self->switcher, care_home_get_views (self->home));
  g_signal_connect_object (self->places, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (care_home_get_views (self->home), "notify::visible-child",
                           G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
build_inside_cb (gpointer data)
{
  CareDeskWindow *self = data;

  self->inside_source = 0;
  build_inside (self);
  return G_SOURCE_REMOVE;
}

/* What a clinician was deciding when the disk was full and the desk was locked. */
static void
say_decisions (CareDeskWindow *self,
               const GError   *error)
{
  if (error != NULL)
    care_say_error (GTK_WIDGET (self), error);
  else
    care_say_done (GTK_WIDGET (self), _("What a clinician was deciding before the lock is kept now. It is open until it is signed."));
}

void
_care_desk_window_enter (CareDeskWindow *self)
{
  gboolean held = care_clinic_has_unkept_decision (care_desk_get_clinic (self->desk), NULL);
  g_autoptr (GError) error = NULL;
  gboolean fresh;

  if (held)
    care_desk_keep_decisions (self->desk, &error);
  g_clear_handle_id (&self->inside_source, g_source_remove);
  build_inside (self);
  fresh = care_home_get_page (self->home) == NULL;
  /* Whoever unlocks stands before Today and not before the last patient, unless something waits to be kept. */
  if (!self->unsettled)
    {
      care_places_pop_all (self->places);
      care_home_show (self->home, "today");
    }
  self->unsettled = FALSE;
  self->touched = g_get_monotonic_time ();
  gtk_stack_set_visible_child (GTK_STACK (self->sides), GTK_WIDGET (self->inside));
  moved_cb (self);
  if (!fresh)
    care_page_refresh (care_desk_window_get_page (self));
  gtk_widget_child_focus (GTK_WIDGET (self->inside), GTK_DIR_TAB_FORWARD);
  if (held)
    say_decisions (self, error);
  care_clock_dialog_ask (GTK_WIDGET (self), self->desk, NULL, NULL);
}

gboolean
_care_desk_window_settle (CareDeskWindow  *self,
                          GError         **error)
{
  CarePage *page = care_desk_window_get_page (self);

  return page == NULL || care_page_settle (page, error);
}

void
_care_desk_window_cover (CareDeskWindow *self)
{
  if (!care_desk_window_is_inside (self))
    return;

  /* A lock covers and never closes: what could not be kept is there again after the PIN. */
  self->unsettled = care_page_holds (care_desk_window_get_page (self)) || !_care_desk_window_settle (self, NULL);
  care_clinic_sign_out (care_desk_get_clinic (self->desk));
  gtk_revealer_set_reveal_child (self->notice_revealer, FALSE);
  adw_bin_set_child (self->door, care_sign_in_page_new (self->desk, FALSE));
  /* At once: whoever walks by must not see the page fade. */
  gtk_stack_set_visible_child (GTK_STACK (self->sides), GTK_WIDGET (self->door));
  _care_desk_window_show_header (self);
  gtk_widget_child_focus (GTK_WIDGET (self->door), GTK_DIR_TAB_FORWARD);
}

void
_care_desk_window_show_place (CareDeskWindow *self,
                              const char     *name)
{
  g_autoptr (GError) error = NULL;

  if (!care_desk_window_is_inside (self))
    return;
  if (!_care_desk_window_settle (self, &error))
    {
      care_say_error (GTK_WIDGET (self), error);
      return;
    }
  care_places_pop_all (self->places);
  care_home_show (self->home, name);
}

static void
care_desk_window_dispose (GObject *object)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (object);

  g_clear_handle_id (&self->narrow_source, g_source_remove);
  g_clear_handle_id (&self->minute_source, g_source_remove);
  g_clear_handle_id (&self->focus_source, g_source_remove);
  g_clear_handle_id (&self->opening_source, g_source_remove);
  _care_desk_window_stay (self);
  g_clear_weak_pointer (&self->close_dialog);
  g_clear_handle_id (&self->inside_source, g_source_remove);
  self->places = NULL;
  self->home = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_DESK_WINDOW);
  G_OBJECT_CLASS (care_desk_window_parent_class)->dispose (object);
  g_clear_object (&self->desk);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CareDeskWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CareDeskWindow, header);
  gtk_widget_class_bind_template_child (widget_class, CareDeskWindow, back);
  gtk_widget_class_bind_template_child (widget_class, CareDeskWindow, happened);
  gtk_widget_class_bind_template_child (widget_class, CareDeskWindow, happened_label);
  gtk_widget_class_bind_template_child (widget_class, CareDeskWindow, lock);
  gtk_widget_class_bind_template_child (widget_class, CareDeskWindow, search);
  gtk_widget_class_bind_template_child (widget_class, CareDeskWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CareDeskWindow, titles);
  gtk_widget_class_bind_template_child (widget_class, CareDeskWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CareDeskWindow, title_box);
  gtk_widget_class_bind_template_child (widget_class, CareDeskWindow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, CareDeskWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, CareDeskWindow, notice_revealer);
  gtk_widget_class_bind_template_child (widget_class, CareDeskWindow, notice_label);
  gtk_widget_class_bind_template_child (widget_class, CareDeskWindow, notice_close);
  gtk_widget_class_bind_template_child (widget_class, CareDeskWindow, standing_notice);
  gtk_widget_class_bind_template_child (widget_class, CareDeskWindow, standing_label);
  gtk_widget_class_bind_template_child (widget_class, CareDeskWindow, sides);
  gtk_widget_class_bind_template_child (widget_class, CareDeskWindow, door);
  gtk_widget_class_bind_template_child (widget_class, CareDeskWindow, inside);
}

static void
care_desk_window_class_init (CareDeskWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_desk_window_dispose;
  widget_class->size_allocate = care_desk_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = _care_desk_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/aftercare/Aftercare/desk/care-desk-window.ui");
  bind_children (widget_class);
  _care_desk_window_install_actions (widget_class);
  _care_desk_window_install_undo (widget_class);
  _care_desk_window_install_forms (widget_class);
  _care_desk_window_install_printer (widget_class);
}

static void
care_desk_window_init (CareDeskWindow *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->touched = g_get_monotonic_time ();
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), events);
}

/**
 * care_desk_register_resources:
 *
 * Makes sure that templates, style and symbols are linked in: they register themselves.
 */
void
care_desk_register_resources (void)
{
  g_assert (care_desk_get_resource () != NULL);
}

static void
problem_cb (CareDeskWindow *self,
            const char     *message)
{
  care_say_wrong (GTK_WIDGET (self), message);
}

/* A small screen begins narrow, so that the first size asked of it is one that it has. */
static gboolean
begins_narrow (CareDeskWindow *self,
               int             width)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, 0);
  GdkRectangle place = { 0 };

  if (monitor != NULL)
    gdk_monitor_get_geometry (monitor, &place);
  if (place.width > 0)
    width = MIN (width, place.width);
  return width < narrow_width (GTK_WIDGET (self));
}

/* Opening takes no time worth a word, unless a whole sample day has to be lived first. */
static gboolean
still_opening_cb (gpointer data)
{
  CareDeskWindow *self = data;

  self->opening_source = 0;
  adw_bin_set_child (self->door, care_one_step_new_waiting (_("Opening the records"), _("The first time the sample clinic's day is lived through. That takes some seconds.")));
  return G_SOURCE_REMOVE;
}

/**
 * care_desk_window_new:
 * @application: the desk's application
 * @settings: (nullable): the desk's settings
 *
 * A frame that is drawn before anything is read: care_desk_window_open() fills it.
 *
 * Returns: (transfer none): the window, which belongs to GTK
 */
GtkWindow *
care_desk_window_new (GtkApplication *application,
                      GSettings      *settings)
{
  CareDeskWindow *self = g_object_new (CARE_TYPE_DESK_WINDOW, "application", application, NULL);
  int width = settings != NULL ? g_settings_get_int (settings, "window-width") : 720;
  int height = settings != NULL ? g_settings_get_int (settings, "window-height") : 560;

  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  self->narrow = begins_narrow (self, width);
  if (settings != NULL && g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  self->opening_source = g_timeout_add (OPENING_MS, still_opening_cb, self);
  _care_desk_window_show_header (self);
  return GTK_WINDOW (self);
}

/* The cards of the day ask after their own sheets; what lies further back has time. */
static gboolean
follow_prints_cb (gpointer desk)
{
  care_desk_follow_prints (desk);
  return G_SOURCE_REMOVE;
}

/**
 * care_desk_window_open:
 * @self: a new window
 * @desk: (nullable): what the pages work with; NULL when it could not be opened
 * @error: (nullable): why it could not
 * @returning: whether a device has just come back
 *
 * Shows the door, or what is wrong.
 */
void
care_desk_window_open (CareDeskWindow *self,
                       CareDesk       *desk,
                       const GError   *error,
                       gboolean        returning)
{
  g_return_if_fail (CARE_IS_DESK_WINDOW (self));
  g_return_if_fail (desk == NULL || CARE_IS_DESK (desk));
  g_return_if_fail (self->desk == NULL);

  g_clear_handle_id (&self->opening_source, g_source_remove);
  if (desk == NULL)
    {
      adw_bin_set_child (self->door, care_trouble_page_new (error != NULL ? error->message : ""));
      return;
    }
  self->desk = g_object_ref (desk);
  g_signal_connect_object (care_desk_get_clinic (desk), "problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "trouble", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
  if (care_desk_get_notice (desk) != NULL)
    gtk_label_set_text (self->standing_label, care_desk_get_notice (desk));
  gtk_widget_set_visible (self->standing_notice, care_desk_get_notice (desk) != NULL);
  adw_bin_set_child (self->door, care_sign_in_page_new (desk, returning));
  self->minute_source = g_timeout_add_seconds (60, minute_cb, self);
  self->inside_source = g_idle_add_full (G_PRIORITY_LOW, build_inside_cb, self, NULL);
  g_idle_add_full (G_PRIORITY_LOW, follow_prints_cb, g_object_ref (desk), g_object_unref);
  _care_desk_window_show_header (self);
}

/** Returns: (transfer none) (nullable): the page that is shown inside */
CarePage *
care_desk_window_get_page (CareDeskWindow *self)
{
  g_return_val_if_fail (CARE_IS_DESK_WINDOW (self), NULL);

  if (self->places == NULL)
    return NULL;
  CarePage *top = care_places_get_top (self->places);

  return top != NULL ? top : care_home_get_page (self->home);
}

/** Returns: whether somebody is signed in and sees the pages */
gboolean
care_desk_window_is_inside (CareDeskWindow *self)
{
  g_return_val_if_fail (CARE_IS_DESK_WINDOW (self), FALSE);

  return self->places != NULL && gtk_stack_get_visible_child (GTK_STACK (self->sides)) == GTK_WIDGET (self->inside);
}

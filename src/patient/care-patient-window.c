/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "patient/care-patient-window-private.h"

#include "patient/care-ends-layout.h"
#include "patient/care-root-layout.h"
#include "widgets/form/care-wrap-layout.h"

/* Touches in the first moments of a page were meant for the one before. */
#define SETTLE_MS 300

G_DEFINE_FINAL_TYPE (CarePatientWindow, care_patient_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PAINTED,
  LEAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

CareFormContext *
_care_patient_window_get_context (CarePatientWindow *self)
{
  return care_patient_session_get_context (self->session);
}

static CareSaveState
get_save_state (CarePatientWindow *self)
{
  return care_patient_saver_get_state (care_patient_session_get_saver (self->session));
}

/* The page takes touches when it has stood for a moment and the former answer is on the disk. */
static void
update_touch (CarePatientWindow *self)
{
  gboolean open = self->settling == 0 && !self->next_waits;

  gtk_widget_set_can_target (self->layers, open);
  gtk_widget_set_can_target (self->nav, open);
  gtk_widget_set_can_target (GTK_WIDGET (self->keys), open);
}

static gboolean
settled_cb (gpointer user_data)
{
  CarePatientWindow *self = CARE_PATIENT_WINDOW (user_data);

  self->settling = 0;
  update_touch (self);

  return G_SOURCE_REMOVE;
}

void
_care_patient_window_settle (CarePatientWindow *self)
{
  g_clear_handle_id (&self->settling, g_source_remove);
  self->settling = g_timeout_add (SETTLE_MS, settled_cb, self);
  update_touch (self);
}

/* A page that comes is read from its beginning; only what is typed in is brought above the keys. */
void
_care_patient_window_begin (CarePatientWindow *self)
{
  if (!gtk_revealer_get_reveal_child (self->keys))
    g_clear_handle_id (&self->scrolling, g_source_remove);
  _care_patient_window_settle (self);
}

/* Whoever set larger text for the whole system begins no smaller here: 125 % is the second step, 160 % the third. The sizes are in
 * pixels, so nothing grows twice. */
static void
take_system_size (CarePatientWindow *self)
{
  int dots = 0;
  int step;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dots, NULL);
  step = dots >= 1024 * 96 * 16 / 10 ? 3 : dots >= 1024 * 96 * 125 / 100 ? 2 : 1;
  if (step > care_patient_session_get_size (self->session))
    care_patient_session_set_size (self->session, step);
}

static void
apply_size (CarePatientWindow *self)
{
  static const int widths[] = { 1060, 1160, 1240 };
  int size = care_patient_session_get_size (self->session);

  for (int i = 1; i <= 3; i++)
    {
      g_autofree char *css_class = g_strdup_printf ("care-size-%d", i);

      if (i == size)
        gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
    }
  adw_clamp_set_maximum_size (self->clamp, widths[size - 1]);
  adw_clamp_set_tightening_threshold (self->clamp, widths[size - 1]);
}

void
_care_patient_window_set_size (CarePatientWindow *self,
                               int                size)
{
  care_patient_session_set_size (self->session, size);
  apply_size (self);
  _care_patient_window_update_keys (self);
}

static void
apply_direction (CarePatientWindow *self)
{
  gtk_widget_set_default_direction (care_form_context_is_rtl (_care_patient_window_get_context (self)) ? GTK_TEXT_DIR_RTL
                                                                                                      : GTK_TEXT_DIR_LTR);
}

void
_care_patient_window_set_language (CarePatientWindow *self,
                                   const char        *language)
{
  if (g_strcmp0 (language, care_form_context_get_language (_care_patient_window_get_context (self))) == 0)
    return;

  care_patient_session_set_language (self->session, language);
  apply_direction (self);
  _care_patient_window_draw_page (self);
}

static void
scroll_changed_cb (CarePatientWindow *self)
{
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (self->scroller);
  double below = gtk_adjustment_get_upper (scroll) - gtk_adjustment_get_page_size (scroll) - gtk_adjustment_get_value (scroll);

  gtk_widget_set_visible (GTK_WIDGET (self->more), below > 40.0 && !gtk_revealer_get_reveal_child (self->keys));
}

/* When everything has its new place. */
static gboolean
scroll_idle_cb (gpointer user_data)
{
  CarePatientWindow *self = CARE_PATIENT_WINDOW (user_data);

  self->scrolling = 0;
  _care_patient_window_scroll_to_focus (self);

  return G_SOURCE_REMOVE;
}

void
_care_patient_window_queue_scroll (CarePatientWindow *self)
{
  if (self->scrolling == 0)
    self->scrolling = g_idle_add (scroll_idle_cb, self);
}

/* The page, or what is seen of it, became higher or lower: what is typed in stays in sight. */
static void
scroll_bounds_cb (CarePatientWindow *self)
{
  scroll_changed_cb (self);
  if (!gtk_revealer_get_reveal_child (self->keys) && !self->scroll_again)
    return;
  self->scroll_again = FALSE;
  _care_patient_window_queue_scroll (self);
}

static void
hide_keys_cb (CarePatientWindow *self)
{
  gtk_revealer_set_reveal_child (self->keys, FALSE);
}

static void
moved_cb (CarePatientWindow *self)
{
  /* The page stands at once; it takes the next answer when the former is on the disk. */
  self->next_waits = get_save_state (self) == CARE_SAVE_BUSY;
  _care_patient_window_draw_page (self);
}

static void
saver_state_cb (CarePatientWindow *self)
{
  CareSaveState state = get_save_state (self);

  if (state != CARE_SAVE_BUSY && self->next_waits)
    {
      self->next_waits = FALSE;
      update_touch (self);
    }
  if (state == CARE_SAVE_FAILED)
    _care_patient_window_set_notice (self, CARE_NOTICE_FAILED);
  else if (state == CARE_SAVE_DONE && self->leaving)
    {
      g_signal_emit (self, signals[LEAVE], 0);
      return;
    }
  else if (state == CARE_SAVE_DONE && self->over == CARE_NOTICE_FAILED)
    _care_patient_window_set_notice (self, CARE_NOTICE_NONE);
  _care_patient_window_update_saved (self);
}

void
_care_patient_window_leave (CarePatientWindow *self)
{
  if (self->leaving)
    return;

  self->leaving = TRUE;
  _care_patient_window_update (self);
  if (get_save_state (self) == CARE_SAVE_DONE)
    g_signal_emit (self, signals[LEAVE], 0);
}

static void
warn_cb (CarePatientWindow *self)
{
  CarePatientPlace place = care_patient_flow_get_place (self->flow);

  if (self->over == CARE_NOTICE_NONE && place != CARE_PLACE_THANKS && place != CARE_PLACE_LOCKED && !self->leaving)
    _care_patient_window_set_notice (self, CARE_NOTICE_IDLE);
}

static void
blank_cb (CarePatientWindow *self)
{
  if (self->leaving || self->over == CARE_NOTICE_FAILED)
    return;

  _care_patient_window_set_notice (self, CARE_NOTICE_NONE);
  care_patient_flow_doze (self->flow);
  gtk_widget_set_visible (self->awake, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->blank), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->blank));
}

static void
after_paint_cb (CarePatientWindow *self,
                GdkFrameClock     *clock)
{
  if (self->painted)
    return;

  self->painted = TRUE;
  g_signal_emit (self, signals[PAINTED], 0);
}

/* Small screens get tighter margins, smaller headings and a flat keypad; the type size stays. */
static gboolean
apply_shape_cb (gpointer user_data)
{
  /* In the order of their bits. */
  static const char *const classes[] = { "care-narrow", "care-short", "care-wide", "care-low" };
  CarePatientWindow *self = CARE_PATIENT_WINDOW (user_data);

  self->shaping = 0;
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      if (self->shape & 1u << i)
        gtk_widget_add_css_class (GTK_WIDGET (self), classes[i]);
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
    }
  _care_patient_window_update (self);

  return G_SOURCE_REMOVE;
}

static void
care_patient_window_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  CarePatientWindow *self = CARE_PATIENT_WINDOW (widget);
  guint shape = (width < 560 ? CARE_SHAPE_NARROW : 0) | (width >= 1000 ? CARE_SHAPE_WIDE : 0) |
                (height < 700 ? CARE_SHAPE_SHORT : 0) | (height < 900 ? CARE_SHAPE_LOW : 0);

  GTK_WIDGET_CLASS (care_patient_window_parent_class)->size_allocate (widget, width, height, baseline);

  if (shape == self->shape)
    return;
  self->shape = shape;
  if (self->shaping == 0)
    self->shaping = g_idle_add_full (G_PRIORITY_HIGH, apply_shape_cb, self, NULL);
}

static void
care_patient_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (care_patient_window_parent_class)->realize (widget);

  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (after_paint_cb), widget,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/* The inspector's keys do nothing here. */
static gboolean
care_patient_window_enable_debugging (GtkWindow *window,
                                      gboolean   toggle)
{
  return FALSE;
}

/* Not while the last answers are nowhere but here; a save under way is waited for when the program ends. */
static gboolean
care_patient_window_close_request (GtkWindow *window)
{
  if (get_save_state (CARE_PATIENT_WINDOW (window)) != CARE_SAVE_FAILED)
    return GTK_WINDOW_CLASS (care_patient_window_parent_class)->close_request (window);

  return TRUE;
}

static void
care_patient_window_dispose (GObject *object)
{
  CarePatientWindow *self = CARE_PATIENT_WINDOW (object);

  g_clear_handle_id (&self->settling, g_source_remove);
  g_clear_handle_id (&self->shaping, g_source_remove);
  g_clear_handle_id (&self->scrolling, g_source_remove);
  g_clear_weak_pointer (&self->before);
  g_clear_object (&self->idle);
  g_clear_object (&self->chime);
  g_clear_object (&self->flow);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (care_patient_session_get_saver (self->session), self);

  G_OBJECT_CLASS (care_patient_window_parent_class)->dispose (object);
}

static void
care_patient_window_finalize (GObject *object)
{
  g_clear_object (&CARE_PATIENT_WINDOW (object)->session);

  G_OBJECT_CLASS (care_patient_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/aftercare/Aftercare/Patient/care-patient-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CarePatientWindow, awake);
  gtk_widget_class_bind_template_child (widget_class, CarePatientWindow, practice);
  gtk_widget_class_bind_template_child (widget_class, CarePatientWindow, staff);
  gtk_widget_class_bind_template_child (widget_class, CarePatientWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, CarePatientWindow, header);
  gtk_widget_class_bind_template_child (widget_class, CarePatientWindow, place);
  gtk_widget_class_bind_template_child (widget_class, CarePatientWindow, saved);
  gtk_widget_class_bind_template_child (widget_class, CarePatientWindow, size);
  gtk_widget_class_bind_template_child (widget_class, CarePatientWindow, language);
  gtk_widget_class_bind_template_child (widget_class, CarePatientWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, CarePatientWindow, clamp);
  gtk_widget_class_bind_template_child (widget_class, CarePatientWindow, layers);
  gtk_widget_class_bind_template_child (widget_class, CarePatientWindow, page);
  gtk_widget_class_bind_template_child (widget_class, CarePatientWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, CarePatientWindow, more);
  gtk_widget_class_bind_template_child (widget_class, CarePatientWindow, keys);
  gtk_widget_class_bind_template_child (widget_class, CarePatientWindow, keyboard);
  gtk_widget_class_bind_template_child (widget_class, CarePatientWindow, nav);
  gtk_widget_class_bind_template_child (widget_class, CarePatientWindow, back);
  gtk_widget_class_bind_template_child (widget_class, CarePatientWindow, ask);
  gtk_widget_class_bind_template_child (widget_class, CarePatientWindow, next);
  gtk_widget_class_bind_template_child (widget_class, CarePatientWindow, blank);
  gtk_widget_class_bind_template_callback (widget_class, hide_keys_cb);
}

static void
care_patient_window_class_init (CarePatientWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = care_patient_window_dispose;
  object_class->finalize = care_patient_window_finalize;
  widget_class->realize = care_patient_window_realize;
  widget_class->size_allocate = care_patient_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->enable_debugging = care_patient_window_enable_debugging;
  GTK_WINDOW_CLASS (klass)->close_request = care_patient_window_close_request;

  signals[PAINTED] =
    g_signal_new ("painted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEAVE] =
    g_signal_new ("leave", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CARE_TYPE_ENDS_LAYOUT);
  g_type_ensure (CARE_TYPE_ROOT_LAYOUT);
  g_type_ensure (CARE_TYPE_PATIENT_KEYBOARD);
  bind_template (widget_class);
  _care_patient_window_install_actions (widget_class);
}

static void
care_patient_window_init (CarePatientWindow *self)
{
  GtkAdjustment *scroll;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->layers, care_wrap_layout_new_column (0));
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->next));
  scroll = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_swapped (scroll, "changed", G_CALLBACK (scroll_bounds_cb), self);
  g_signal_connect_swapped (scroll, "value-changed", G_CALLBACK (scroll_changed_cb), self);
}

/**
 * care_patient_window_new:
 * @application: the program
 * @session: the patient
 * @warn: seconds without a touch until the warning
 * @blank: seconds without a touch until the screen is blank
 *
 * Returns: (transfer none): the window; the application owns it
 */
GtkWidget *
care_patient_window_new (GtkApplication     *application,
                         CarePatientSession *session,
                         guint               warn,
                         guint               blank)
{
  CarePatientWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (CARE_IS_PATIENT_SESSION (session), NULL);

  self = g_object_new (CARE_TYPE_PATIENT_WINDOW, "application", application, "title", "Aftercare", NULL);
  self->session = g_object_ref (session);
  self->flow = care_patient_flow_new (session);
  self->idle = care_patient_idle_new (warn, blank);
  self->chime = care_chime_new ();
  g_signal_connect_object (self->idle, "warn", G_CALLBACK (warn_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->idle, "blank", G_CALLBACK (blank_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flow, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (care_patient_session_get_saver (session), "notify::state",
                           G_CALLBACK (saver_state_cb), self, G_CONNECT_SWAPPED);

  care_patient_keyboard_set_languages (self->keyboard, care_patient_session_get_keyboards (session),
                                       care_patient_session_get_languages (session));
  _care_patient_window_init_keys (self);
  apply_direction (self);
  take_system_size (self);
  apply_size (self);
  _care_patient_window_draw_page (self);

  return GTK_WIDGET (self);
}

/**
 * care_patient_window_get_flow:
 * @self: the window
 *
 * Returns: (transfer none): where the patient is
 */
CarePatientFlow *
care_patient_window_get_flow (CarePatientWindow *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT_WINDOW (self), NULL);

  return self->flow;
}

/**
 * care_patient_window_get_chime:
 * @self: the window
 *
 * Returns: (transfer none): the sound of "please show this to reception"
 */
CareChime *
care_patient_window_get_chime (CarePatientWindow *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT_WINDOW (self), NULL);

  return self->chime;
}

/**
 * care_patient_window_say_leaving:
 * @self: the window
 *
 * Says that somebody else's turn has come.
 */
void
care_patient_window_say_leaving (CarePatientWindow *self)
{
  g_return_if_fail (CARE_IS_PATIENT_WINDOW (self));

  self->leaving = TRUE;
  _care_patient_window_set_notice (self, CARE_NOTICE_LEAVING);
}

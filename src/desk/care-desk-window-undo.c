/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* The window's ways back from a slip of the finger: what a toast's Undo does. */

#include "desk/care-desk-window.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-approve.h"
#include "clinic/care-clinic-handover.h"
#include "clinic/care-clinic-happened.h"
#include "clinic/care-clinic-schedule.h"
#include "clinic/care-clinic-sheet.h"
#include "desk/care-desk-window-private.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-say.h"
#include "desk/frame/care-wrap-box.h"
#include "desk/sign-in/care-pin-dialog.h"

typedef struct
{
  CareDeskWindow *window;
  char           *id;
} CareUndo;

static CareUndo *
undo_new (CareDeskWindow *window,
          const char     *id)
{
  CareUndo *undo = g_new0 (CareUndo, 1);

  undo->window = g_object_ref (window);
  undo->id = g_strdup (id);
  return undo;
}

static void
undo_free (gpointer data)
{
  CareUndo *undo = data;

  g_object_unref (undo->window);
  g_free (undo->id);
  g_free (undo);
}

/* Nobody takes anything back while the desk is locked. */
static CareVisit *
find_visit (CareDeskWindow *self,
            GVariant       *id)
{
  g_autoptr (GError) error = NULL;
  CareVisit *visit;

  if (!care_desk_window_is_inside (self))
    return NULL;
  visit = care_clinic_lookup_visit (care_desk_get_clinic (self->desk), g_variant_get_string (id, NULL), &error);
  if (visit == NULL)
    care_say_error (GTK_WIDGET (self), error);
  return visit;
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);
  CareVisit *visit = find_visit (self, parameter);
  g_autoptr (GError) error = NULL;

  if (visit != NULL && !care_clinic_undo (care_desk_get_clinic (self->desk), visit, &error))
    care_say_error (widget, error);
}

static void
undo_given_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);
  CareVisit *visit = find_visit (self, parameter);
  g_autoptr (GError) error = NULL;

  if (visit != NULL && !care_clinic_undo_given (care_desk_get_clinic (self->desk), visit, &error))
    care_say_error (widget, error);
}

static gboolean
right_person_cb (const CareSignature  *by,
                 gpointer              data,
                 GError              **error)
{
  CareUndo *undo = data;
  CareClinic *clinic = care_desk_get_clinic (undo->window->desk);
  CareVisit *visit = care_clinic_lookup_visit (clinic, undo->id, error);

  if (visit == NULL || !care_clinic_undo_wrong_person (clinic, visit, by, error))
    return FALSE;
  care_say_done (GTK_WIDGET (undo->window), _("It was the right person: the answers count again"));
  return TRUE;
}

static void
undo_wrong_person_action (GtkWidget  *widget,
                          const char *name,
                          GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);

  if (find_visit (self, parameter) != NULL)
    care_pin_dialog_ask (widget, self->desk, _("It was the right person"), FALSE, right_person_cb,
                         undo_new (self, g_variant_get_string (parameter, NULL)), undo_free);
}

static gboolean
reopen_cb (const CareSignature  *by,
           gpointer              data,
           GError              **error)
{
  CareUndo *undo = data;

  if (!care_clinic_reopen_task (care_desk_get_clinic (undo->window->desk), undo->id, by, error))
    return FALSE;
  care_page_refresh (care_desk_window_get_page (undo->window));
  care_say_done (GTK_WIDGET (undo->window), _("It waits for the clinician again"));
  return TRUE;
}

static void
reopen_task_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);

  if (care_desk_window_is_inside (self))
    care_pin_dialog_ask_owner (widget, self->desk, _("Open it again"), reopen_cb,
                               undo_new (self, g_variant_get_string (parameter, NULL)), undo_free);
}

/* The page shows what stands after it. */
static void
undo_approval_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (!care_desk_window_is_inside (self))
    return;
  if (!care_clinic_undo_approval (care_desk_get_clinic (self->desk), &error))
    care_say_error (widget, error);
  care_page_refresh (care_desk_window_get_page (self));
}

/* The last first: what was booked from another visit goes when that is free again. */
static void
undo_booking_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (!care_desk_window_is_inside (self))
    return;
  for (gsize i = g_variant_n_children (parameter); i > 0 && error == NULL; i--)
    {
      g_autoptr (GVariant) id = g_variant_get_child_value (parameter, i - 1);
      CareVisit *visit = find_visit (self, id);

      if (visit != NULL)
        care_clinic_cancel (care_desk_get_clinic (self->desk), visit, &error);
    }
  care_page_refresh (care_desk_window_get_page (self));
  if (error != NULL)
    care_say_error (widget, error);
  else
    care_say_done (widget, _("The booking is taken back"));
}

/** What stands beside a toast's words: margins, the button that puts it away, and "Undo" with its frame, in letters. */
#define TOAST_FRAME   120
#define TOAST_LETTERS 8
#define TOAST_LONGEST 60
#define TOAST_LEAST   6
/** How long a toast stays, in seconds; the platform would take it away after five. */
#define TOAST_SECONDS 8

/* A toast asks its words for no height at a width, cuts its own title, and squeezes what may wrap until it does: so these say how
 * wide they are in this window, on one line where there is room for it. */
static GtkWidget *
new_words (CareDeskWindow *self,
           const char     *message)
{
  GtkWidget *words = gtk_label_new (message);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), message);
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (self)), NULL, NULL);
  int letter = MAX (pango_font_metrics_get_approximate_char_width (metrics) / PANGO_SCALE, 1);
  int room = gtk_widget_get_width (GTK_WIDGET (self)) - TOAST_FRAME - TOAST_LETTERS * letter;
  int width;

  pango_font_metrics_unref (metrics);
  pango_layout_get_pixel_size (layout, &width, NULL);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (words), CLAMP (room / letter, TOAST_LEAST, TOAST_LONGEST));
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  /* A pixel more than the words take: no rounding breaks them. */
  if (width < MIN (room, TOAST_LONGEST * letter))
    gtk_widget_set_size_request (words, width + 1, -1);
  return words;
}

/* Whoever reads slowly, or looks up from a telephone, still finds it and its button there. */
static void
show_toast (CareDeskWindow *self,
            AdwToast       *toast)
{
  adw_toast_set_timeout (toast, TOAST_SECONDS);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
toast_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);
  const char *message;
  const char *label;
  const char *action;

  g_variant_get (parameter, "(&s&s&s)", &message, &label, &action);

  g_autofree char *safe = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (safe);

  adw_toast_set_custom_title (toast, new_words (self, message));
  if (*action != '\0')
    {
      adw_toast_set_button_label (toast, label);
      adw_toast_set_detailed_action_name (toast, action);
    }
  show_toast (self, toast);
}

/* Two things can be done about it: the toast's own button takes it back, the page for the patient stands beside the words. */
static void
toast_booked_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);
  const char *message;
  const char *first;
  g_autoptr (GVariant) ids = NULL;
  AdwToast *toast;
  GtkWidget *box;
  GtkWidget *page;

  g_variant_get (parameter, "(&s@as)", &message, &ids);
  g_variant_get_child (ids, 0, "&s", &first);
  g_autofree char *safe = g_markup_escape_text (message, -1);
  g_autofree char *undo = g_action_print_detailed_name ("win.undo-booking", ids);

  box = care_wrap_box_new (12);
  page = care_new_button (_("_Before your visit"), "win.before-visit", first);
  gtk_widget_add_css_class (page, "flat");
  care_wrap_box_append (CARE_WRAP_BOX (box), new_words (self, message));
  care_wrap_box_append (CARE_WRAP_BOX (box), page);

  toast = adw_toast_new (safe);
  adw_toast_set_custom_title (toast, box);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_detailed_action_name (toast, undo);
  show_toast (self, toast);
}

void
_care_desk_window_install_undo (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", "s", undo_action);
  gtk_widget_class_install_action (widget_class, "win.undo-booking", "as", undo_booking_action);
  gtk_widget_class_install_action (widget_class, "win.toast", "(sss)", toast_action);
  gtk_widget_class_install_action (widget_class, "win.toast-booked", "(sas)", toast_booked_action);
  gtk_widget_class_install_action (widget_class, "win.undo-given", "s", undo_given_action);
  gtk_widget_class_install_action (widget_class, "win.undo-wrong-person", "s", undo_wrong_person_action);
  gtk_widget_class_install_action (widget_class, "win.undo-approval", NULL, undo_approval_action);
  gtk_widget_class_install_action (widget_class, "win.reopen-task", "s", reopen_task_action);
}

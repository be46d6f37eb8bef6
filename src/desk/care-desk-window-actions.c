/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "config.h"

#include "desk/care-desk-window-private.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-happened.h"
#include "clinic/care-clinic-schedule.h"
#include "desk/calendar/care-book-page.h"
#include "desk/calendar/care-course-page.h"
#include "desk/care-desk-about.h"
#include "desk/care-desk-shortcuts.h"
#include "desk/frame/care-say.h"
#include "desk/happened/care-happened-page.h"
#include "desk/patients/care-patient-page.h"
#include "desk/patients/care-register-page.h"
#include "desk/protocol/care-language-page.h"
#include "desk/protocol/care-protocol-page.h"
#include "desk/sign-in/care-clock-dialog.h"
#include "desk/today/care-today-page.h"
#include "desk/visit/care-visit-page.h"
#include "desk/waiting/care-waiting-page.h"

/* Leaves the present page if what was typed in it could be kept. */
static gboolean
may_move_on (CareDeskWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!care_desk_window_is_inside (self))
    return FALSE;
  if (_care_desk_window_settle (self, &error))
    return TRUE;
  care_say_error (GTK_WIDGET (self), error);
  return FALSE;
}

static void
push (CareDeskWindow *self,
      GtkWidget      *page)
{
  care_places_push (self->places, CARE_PAGE (page));
}

static CarePatient *
find_patient (CareDeskWindow *self,
              GVariant       *id)
{
  return care_clinic_lookup_patient (care_desk_get_clinic (self->desk), g_variant_get_string (id, NULL));
}

static CareVisit *
find_visit (CareDeskWindow *self,
            GVariant       *id)
{
  g_autoptr (GError) error = NULL;
  CareVisit *visit = care_clinic_lookup_visit (care_desk_get_clinic (self->desk), g_variant_get_string (id, NULL), &error);

  if (visit == NULL && error != NULL)
    care_say_error (GTK_WIDGET (self), error);
  return visit;
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);

  if (care_desk_window_is_inside (self) && care_places_get_top (self->places) != NULL && may_move_on (self))
    {
      care_places_pop (self->places);
      care_page_refresh (care_desk_window_get_page (self));
    }
}

static void
place_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  _care_desk_window_show_place (CARE_DESK_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);

  if (!care_desk_window_is_inside (self) || care_page_search (care_desk_window_get_page (self)))
    return;
  _care_desk_window_show_place (self, "patients");
  care_page_search (care_desk_window_get_page (self));
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);

  if (care_desk_window_is_inside (self))
    care_page_print (care_desk_window_get_page (self));
}

static void
lock_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  _care_desk_window_cover (CARE_DESK_WINDOW (widget));
}

static void
enter_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);
  CareClinic *clinic = care_desk_get_clinic (self->desk);
  g_autoptr (GError) error = NULL;

  if (care_clinic_get_actor (clinic) == NULL)
    return;
  _care_desk_window_enter (self);
  /* Time has passed while nobody was here: a coffee may have cleared, a watch run out. */
  if (!care_clinic_refresh (clinic, &error))
    care_say_error (widget, error);
}

/* Before anybody has signed in the words for an emergency are shown; writing it down needs a name. */
static void
happened_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);

  if (self->desk == NULL)
    return;
  if (!care_desk_window_is_inside (self))
    {
      g_autofree char *words = care_clinic_dup_emergency_words (care_desk_get_clinic (self->desk), care_desk_get_language (self->desk));
      g_autofree char *body = g_strdup_printf ("%s\n\n%s", words, _("Sign in to write down what happened."));
      GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Is it an emergency?"), body);

      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
      gtk_window_present (GTK_WINDOW (dialog));
      return;
    }
  CarePage *page = care_desk_window_get_page (self);
  CareVisit *visit = CARE_IS_VISIT_PAGE (page) ? care_visit_page_get_visit (CARE_VISIT_PAGE (page)) : NULL;
  CarePatient *patient = visit != NULL ? care_visit_get_patient (visit) : NULL;

  if (CARE_IS_HAPPENED_PAGE (page))
    return;
  if (CARE_IS_PATIENT_PAGE (page))
    patient = care_patient_page_get_patient (CARE_PATIENT_PAGE (page));
  if (may_move_on (self))
    push (self, care_happened_page_new (self->desk, patient, visit));
}

static void
open_visit_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);
  CareVisit *visit = find_visit (self, parameter);

  if (visit != NULL && may_move_on (self))
    push (self, care_visit_page_new (self->desk, visit));
}

/* Until somebody is here the sheet of a visit is the page before it. */
static void
before_visit_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);
  CareVisit *visit = find_visit (self, parameter);

  if (visit == NULL || !may_move_on (self))
    return;
  GtkWidget *page = care_visit_page_new (self->desk, visit);

  care_visit_page_show_room (CARE_VISIT_PAGE (page), CARE_ROOM_SHEET);
  push (self, page);
}

/* The one next step of a visit: what one tap can do is done, everything else is where the visit's page opens. */
static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);
  CareVisit *visit = find_visit (self, parameter);
  g_autoptr (GError) error = NULL;

  if (visit == NULL)
    return;
  if (care_visit_get_next_step (visit) != CARE_NEXT_ARRIVE)
    {
      open_visit_action (widget, name, parameter);
      return;
    }
  if (!care_clock_dialog_ask (widget, self->desk, name, parameter))
    return;
  if (!care_clinic_arrive (care_desk_get_clinic (self->desk), visit, &error))
    {
      care_say_error (widget, error);
      return;
    }
  g_autofree char *said = g_strdup_printf (_("%s is here"), care_patient_get_short_name (care_visit_get_patient (visit)));
  care_say_undo_visit (widget, said, visit);
}

static void
open_patient_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);
  CarePatient *patient = find_patient (self, parameter);

  if (patient != NULL && may_move_on (self))
    push (self, care_patient_page_new (self->desk, patient));
}

/* Of one patient, or of everybody with "". */
static void
waiting_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);
  CarePatient *patient = *g_variant_get_string (parameter, NULL) != '\0' ? find_patient (self, parameter) : NULL;

  if (may_move_on (self))
    push (self, care_waiting_page_new (self->desk, patient));
}

static void
protocol_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);

  if (may_move_on (self) && !CARE_IS_PROTOCOL_PAGE (care_desk_window_get_page (self)))
    push (self, care_protocol_page_new (self->desk));
}

static void
language_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);

  if (may_move_on (self))
    push (self, care_language_page_new (self->desk, g_variant_get_string (parameter, NULL)));
}

static void
register_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);

  if (may_move_on (self))
    push (self, care_register_page_new (self->desk, g_variant_get_string (parameter, NULL)));
}

static void
new_patient_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.register", "s", "");
}

static void
book_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);
  CarePatient *patient = find_patient (self, parameter);

  if (patient != NULL && may_move_on (self))
    push (self, care_book_page_new (self->desk, patient, NULL));
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);
  CareVisit *visit = find_visit (self, parameter);

  if (visit != NULL && may_move_on (self))
    push (self, care_book_page_new (self->desk, care_visit_get_patient (visit), visit));
}

static void
move_back_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) id = g_variant_get_child_value (parameter, 0);
  CareVisit *visit = find_visit (self, id);
  gint64 start;

  g_variant_get_child (parameter, 1, "x", &start);
  if (visit != NULL && !care_clinic_move (care_desk_get_clinic (self->desk), visit, start, &error))
    care_say_error (widget, error);
  care_page_refresh (care_desk_window_get_page (self));
}

static void
course_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);
  CarePatient *patient = find_patient (self, parameter);

  if (patient != NULL && may_move_on (self))
    push (self, care_course_page_new (self->desk, patient));
}

static void
day_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);
  CarePage *page = care_desk_window_get_page (self);

  if (care_desk_window_is_inside (self) && CARE_IS_TODAY_PAGE (page))
    care_today_page_shift (CARE_TODAY_PAGE (page), g_variant_get_int32 (parameter));
}

static void
hide_list_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);
  CarePage *page = care_desk_window_get_page (self);

  if (care_desk_window_is_inside (self) && CARE_IS_TODAY_PAGE (page))
    care_today_page_toggle_hidden (CARE_TODAY_PAGE (page));
}

static void
report_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);

  gtk_label_set_text (self->notice_label, g_variant_get_string (parameter, NULL));
  gtk_revealer_set_reveal_child (self->notice_revealer, TRUE);
  /* There is no live announcement in this GTK: what the focus is on is read out. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->notice_close),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, g_variant_get_string (parameter, NULL), -1);
  gtk_widget_grab_focus (self->notice_close);
}

static void
put_notice_away_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);

  gtk_revealer_set_reveal_child (self->notice_revealer, FALSE);
  gtk_widget_child_focus (self->sides, GTK_DIR_TAB_FORWARD);
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (CARE_DESK_WINDOW (widget)->menu_button));
}

static void
shortcuts_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (care_desk_shortcuts_new_window (GTK_WINDOW (widget))));
}

static void
about_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  gtk_window_present (GTK_WINDOW (care_desk_about_new (GTK_WINDOW (widget), CARE_DESK_WINDOW (widget)->desk)));
}

static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

typedef struct
{
  const char                 *name;
  const char                 *parameter;
  GtkWidgetActionActivateFunc func;
} CareWindowAction;

static const CareWindowAction ACTIONS[] = {
  { "win.back", NULL, back_action },
  { "win.place", "s", place_action },
  { "win.search", NULL, search_action },
  { "win.print", NULL, print_action },
  { "win.lock", NULL, lock_action },
  { "win.enter", NULL, enter_action },
  { "win.happened", NULL, happened_action },
  { "win.open-visit", "s", open_visit_action },
  { "win.before-visit", "s", before_visit_action },
  { "win.step", "s", step_action },
  { "win.open-patient", "s", open_patient_action },
  { "win.waiting", "s", waiting_action },
  { "win.protocol", NULL, protocol_action },
  { "win.language", "s", language_action },
  { "win.register", "s", register_action },
  { "win.new-patient", NULL, new_patient_action },
  { "win.walk-in", NULL, search_action }, /* somebody stands at the desk: who is it? */
  { "win.book", "s", book_action },
  { "win.move", "s", move_action },
  { "win.move-back", "(sx)", move_back_action },
  { "win.course", "s", course_action },
  { "win.day", "i", day_action },
  { "win.hide-list", NULL, hide_list_action },
  { "win.report", "s", report_action },
  { "win.put-notice-away", NULL, put_notice_away_action },
  { "win.menu", NULL, menu_action },
  { "win.shortcuts", NULL, shortcuts_action },
  { "win.about", NULL, about_action },
  { "win.close", NULL, close_action },
};

void
_care_desk_window_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (ACTIONS); i++)
    gtk_widget_class_install_action (widget_class, ACTIONS[i].name, ACTIONS[i].parameter, ACTIONS[i].func);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
}

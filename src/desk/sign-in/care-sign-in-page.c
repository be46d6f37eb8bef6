/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/sign-in/care-sign-in-page.h"

#include <glib/gi18n.h>

#include "base/care-bidi.h"
#include "clinic/care-clinic-handover.h"
#include "course/care-clinic-info.h"
#include "desk/care-desk-words.h"
#include "desk/frame/care-say.h"
#include "desk/frame/care-wrap-box.h"
#include "desk/sign-in/care-pin-pad.h"
#include "desk/sign-in/care-staff-button.h"
#include "desk/visit/care-take-back.h"

/** The longest a wrong PIN makes the pad wait, in seconds. */
#define LONGEST_WAIT 8

struct _CareSignInPage
{
  AdwBin      parent_instance;

  GtkLabel   *clinic_name;
  GtkLabel   *moment;
  GtkWidget  *take_back;
  GtkLabel   *take_back_who;
  GtkWidget  *take_back_button;
  GtkWidget  *body;
  GtkBox     *people;
  GtkLabel   *pin_title;
  CarePinPad *pad;

  CareDesk   *desk;
  CareVisit  *returning;
  guint       wrong;
};

G_DEFINE_FINAL_TYPE (CareSignInPage, care_sign_in_page, ADW_TYPE_BIN)

static CareStaff *
get_chosen (CareSignInPage *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->people)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)))
      return care_staff_button_get_staff (child);
  return NULL;
}

/* The same PIN that opens the desk takes the answers in. */
static void
take_back_answers (CareSignInPage      *self,
                   const CareSignature *by)
{
  g_autoptr (GError) error = NULL;
  CareTaken taken = { 0 };

  if (!care_clinic_take_back (care_desk_get_clinic (self->desk), self->returning,
                              care_desk_get_keys (self->desk), by, &taken, &error))
    care_say_error (GTK_WIDGET (self), error);
  else
    care_take_back_say (GTK_WIDGET (self), &taken);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-visit", "s", care_visit_get_id (self->returning));
}

static void
entered_cb (CareSignInPage *self,
            const char     *pin)
{
  CareStaff *staff = get_chosen (self);
  g_autoptr (GError) error = NULL;

  if (staff == NULL)
    {
      care_pin_pad_say (self->pad, _("Choose who you are first."));
      return;
    }
  CareSignature by = { care_staff_get_id (staff), pin };

  if (!care_clinic_sign_in (care_desk_get_clinic (self->desk), by.staff, by.pin, &error))
    {
      self->wrong++;
      care_pin_pad_refuse (self->pad, error->message, MIN (self->wrong, LONGEST_WAIT));
      return;
    }
  self->wrong = 0;
  g_object_ref (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.enter", NULL);
  if (self->returning != NULL)
    take_back_answers (self, &by);
  g_clear_object (&self->returning);
  g_object_unref (self);
}

static void
chosen_cb (GtkToggleButton *button,
           CareSignInPage  *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  care_pin_pad_clear (self->pad);
  care_pin_pad_say (self->pad, "");
  g_autofree char *title = g_strdup_printf (_("PIN of %s"), care_staff_get_given (care_staff_button_get_staff (GTK_WIDGET (button))));
  gtk_label_set_text (self->pin_title, title);
  gtk_widget_grab_focus (GTK_WIDGET (self->pad));
}

static void
take_back_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  CareSignInPage *self = CARE_SIGN_IN_PAGE (widget);

  gtk_widget_set_visible (self->body, TRUE);
  gtk_widget_set_visible (self->take_back_button, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->pad));
}

/* Wherever the keyboard is on the page, digits are the PIN's. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        modifiers,
                CareSignInPage        *self)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || letter >= 0x80 || !g_ascii_isdigit ((char) letter)
      || !gtk_widget_get_mapped (GTK_WIDGET (self->pad)))
    return GDK_EVENT_PROPAGATE;
  care_pin_pad_add_digit (self->pad, (char) letter);
  return GDK_EVENT_STOP;
}

static void
show_people (CareSignInPage *self)
{
  CareClinic *clinic = care_desk_get_clinic (self->desk);
  GListModel *staff = care_clinic_get_staff (clinic);
  GtkWidget *first = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (staff); i++)
    {
      g_autoptr (CareStaff) person = g_list_model_get_item (staff, i);
      GtkWidget *button = care_staff_button_new (clinic, person, first);

      if (first == NULL)
        first = button;
      g_signal_connect_object (button, "toggled", G_CALLBACK (chosen_cb), self, 0);
      gtk_box_append (self->people, button);
    }
  if (first != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (first), TRUE);
}

static void
show_returning (CareSignInPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) visits = care_clinic_list_to_take_back (care_desk_get_clinic (self->desk), &error);

  if (visits == NULL)
    {
      g_warning ("The visits to take back cannot be listed: %s", error->message);
      return;
    }
  self->returning = g_list_model_get_item (visits, 0);
  if (self->returning == NULL)
    return;

  g_autofree char *time = care_format_time (care_desk_get_format (self->desk), care_visit_get_start (self->returning));
  g_autofree char *name = care_bidi_dup_isolated (care_patient_get_short_name (care_visit_get_patient (self->returning)));
  g_autofree char *who = g_strdup_printf ("%s · %s", name, time);
  gtk_label_set_text (self->take_back_who, who);
  gtk_widget_set_visible (self->take_back, TRUE);
  gtk_widget_set_visible (self->body, FALSE);
}

/* Whoever comes to the desk can type at once. */
static gboolean
focus_cb (gpointer data)
{
  CareSignInPage *self = data;

  if (self->pad != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (gtk_widget_get_visible (self->body) ? GTK_WIDGET (self->pad) : self->take_back_button);
  return G_SOURCE_REMOVE;
}

static void
care_sign_in_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (care_sign_in_page_parent_class)->map (widget);
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, focus_cb, g_object_ref (widget), g_object_unref);
}

static void
care_sign_in_page_dispose (GObject *object)
{
  CareSignInPage *self = CARE_SIGN_IN_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_SIGN_IN_PAGE);
  g_clear_object (&self->returning);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (care_sign_in_page_parent_class)->dispose (object);
}

static void
care_sign_in_page_class_init (CareSignInPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_sign_in_page_dispose;
  widget_class->map = care_sign_in_page_map;
  g_type_ensure (CARE_TYPE_WRAP_BOX);
  g_type_ensure (CARE_TYPE_PIN_PAD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/aftercare/Aftercare/desk/sign-in/care-sign-in-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CareSignInPage, clinic_name);
  gtk_widget_class_bind_template_child (widget_class, CareSignInPage, moment);
  gtk_widget_class_bind_template_child (widget_class, CareSignInPage, take_back);
  gtk_widget_class_bind_template_child (widget_class, CareSignInPage, take_back_who);
  gtk_widget_class_bind_template_child (widget_class, CareSignInPage, take_back_button);
  gtk_widget_class_bind_template_child (widget_class, CareSignInPage, body);
  gtk_widget_class_bind_template_child (widget_class, CareSignInPage, people);
  gtk_widget_class_bind_template_child (widget_class, CareSignInPage, pin_title);
  gtk_widget_class_bind_template_child (widget_class, CareSignInPage, pad);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_install_action (widget_class, "sign-in.take-back", NULL, take_back_action);
}

static void
care_sign_in_page_init (CareSignInPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * care_sign_in_page_new:
 * @desk: what the page works with
 * @returning: whether a device has just come back
 *
 * Returns: (transfer floating): the door
 */
GtkWidget *
care_sign_in_page_new (CareDesk *desk,
                       gboolean  returning)
{
  g_return_val_if_fail (CARE_IS_DESK (desk), NULL);

  CareSignInPage *self = g_object_new (CARE_TYPE_SIGN_IN_PAGE, NULL);
  CareFormat *format = care_desk_get_format (desk);

  self->desk = g_object_ref (desk);
  gtk_label_set_text (self->clinic_name, care_clinic_info_get_name (care_clinic_get_info (care_desk_get_clinic (desk))));
  /* The clock every printed time hangs on: a wrong one is seen here first. */
  g_autofree char *day = care_format_day (format, care_desk_now (desk));
  g_autofree char *time = care_format_time (format, care_desk_now (desk));
  g_autofree char *moment = g_strdup_printf ("%s · %s", day, time);
  gtk_label_set_text (self->moment, moment);
  show_people (self);
  if (returning)
    show_returning (self);
  return GTK_WIDGET (self);
}

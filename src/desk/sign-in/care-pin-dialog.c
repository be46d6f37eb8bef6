/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/sign-in/care-pin-dialog.h"

#include <glib/gi18n.h>

#include "base/care-error.h"
#include "desk/sign-in/care-pin-pad.h"
#include "desk/sign-in/care-staff-button.h"

/** The longest a wrong PIN makes the pad wait, in seconds. */
#define LONGEST_WAIT 8
/** What a frame drawn by the program itself may take of a window's width and height, in pixels. */
#define FRAME        24

struct _CarePinDialog
{
  AdwWindow       parent_instance;

  GtkWidget      *bar;
  GtkWidget      *page;
  GtkBox         *sides;
  GtkBox         *people;
  CarePinPad     *pad;
  GtkLabel       *heading;

  CareDesk       *desk;
  CareSignFunc    func;
  gpointer        data;
  GDestroyNotify  destroy;
  guint           wrong;
};

G_DEFINE_FINAL_TYPE (CarePinDialog, care_pin_dialog, ADW_TYPE_WINDOW)

static CareStaff *
get_chosen (CarePinDialog *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->people)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)))
      return care_staff_button_get_staff (child);
  return NULL;
}

static void
entered_cb (CarePinDialog *self,
            const char    *pin)
{
  CareStaff *staff = get_chosen (self);
  g_autoptr (GError) error = NULL;

  if (staff == NULL)
    {
      care_pin_pad_say (self->pad, _("Choose who you are first."));
      return;
    }
  CareSignature by = { care_staff_get_id (staff), pin };

  g_object_ref (self);
  if (self->func (&by, self->data, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    {
      self->wrong++;
      care_pin_pad_refuse (self->pad, error != NULL ? error->message : _("That was refused."), MIN (self->wrong, LONGEST_WAIT));
    }
  g_object_unref (self);
}

static void
chosen_cb (GtkToggleButton *button,
           CarePinDialog   *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  care_pin_pad_clear (self->pad);
  care_pin_pad_say (self->pad, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->pad));
}

/* Offers whoever may sign it, by role (1 << role), and begins with whoever is at the desk. */
static void
show_people (CarePinDialog *self,
             guint          roles)
{
  CareClinic *clinic = care_desk_get_clinic (self->desk);
  GListModel *staff = care_clinic_get_staff (clinic);
  CareStaff *actor = care_clinic_get_actor (clinic);
  GtkWidget *first = NULL;
  GtkWidget *mine = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (staff); i++)
    {
      g_autoptr (CareStaff) person = g_list_model_get_item (staff, i);

      if ((roles & 1u << care_staff_get_role (person)) == 0)
        continue;
      GtkWidget *button = care_staff_button_new (clinic, person, first);

      if (first == NULL)
        first = button;
      if (person == actor)
        mine = button;
      g_signal_connect_object (button, "toggled", G_CALLBACK (chosen_cb), self, 0);
      gtk_box_append (self->people, button);
    }
  if (mine == NULL)
    mine = first;
  if (mine != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (mine), TRUE);
}

/* No digit has to be scrolled for: the dialog is as high as its page, and where the window is lower than that, people stand beside the
 * pad. The page is measured, not the dialog, whose scrolled part does not count how lines wrap. */
static void
fit_into (CarePinDialog *self,
          GtkWindow     *window)
{
  int width = gtk_widget_get_width (GTK_WIDGET (window));
  int height = gtk_widget_get_height (GTK_WIDGET (window));
  int wide, bar, high;

  g_object_get (self, "default-width", &wide, NULL);
  gtk_widget_measure (self->bar, GTK_ORIENTATION_VERTICAL, wide - FRAME, NULL, &bar, NULL, NULL);
  gtk_widget_measure (self->page, GTK_ORIENTATION_VERTICAL, wide - FRAME, NULL, &high, NULL, NULL);
  high += bar + FRAME;
  if (high <= height || width < 2 * wide)
    {
      gtk_window_set_default_size (GTK_WINDOW (self), wide, MIN (high, height));
      return;
    }
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->sides), GTK_ORIENTATION_HORIZONTAL);
  gtk_window_set_default_size (GTK_WINDOW (self), 2 * wide, -1);
}

static void
care_pin_dialog_dispose (GObject *object)
{
  CarePinDialog *self = CARE_PIN_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_PIN_DIALOG);
  if (self->destroy != NULL)
    self->destroy (self->data);
  self->destroy = NULL;
  self->data = NULL;
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (care_pin_dialog_parent_class)->dispose (object);
}

static void
care_pin_dialog_class_init (CarePinDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_pin_dialog_dispose;
  g_type_ensure (CARE_TYPE_PIN_PAD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/aftercare/Aftercare/desk/sign-in/care-pin-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CarePinDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, CarePinDialog, page);
  gtk_widget_class_bind_template_child (widget_class, CarePinDialog, sides);
  gtk_widget_class_bind_template_child (widget_class, CarePinDialog, people);
  gtk_widget_class_bind_template_child (widget_class, CarePinDialog, pad);
  gtk_widget_class_bind_template_child (widget_class, CarePinDialog, heading);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
care_pin_dialog_init (CarePinDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
ask (GtkWidget      *from,
     CareDesk       *desk,
     const char     *title,
     guint           roles,
     CareSignFunc    func,
     gpointer        data,
     GDestroyNotify  destroy)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (from));
  CarePinDialog *self = g_object_new (CARE_TYPE_PIN_DIALOG, "transient-for", window, NULL);

  self->desk = g_object_ref (desk);
  self->func = func;
  self->data = data;
  self->destroy = destroy;
  gtk_label_set_text (self->heading, title);
  show_people (self, roles);
  fit_into (self, window);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->pad));
}

/**
 * care_pin_dialog_ask:
 * @from: a widget of the window
 * @desk: what the pages work with
 * @title: what is signed
 * @clinician: whether only a clinician may sign it
 * @func: (scope notified): does what was signed
 * @data: for @func
 * @destroy: (nullable): frees @data when the dialog is gone
 *
 * Asks for a signature. Nothing happens when it is put away.
 */
void
care_pin_dialog_ask (GtkWidget      *from,
                     CareDesk       *desk,
                     const char     *title,
                     gboolean        clinician,
                     CareSignFunc    func,
                     gpointer        data,
                     GDestroyNotify  destroy)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (CARE_IS_DESK (desk));
  g_return_if_fail (title != NULL);
  g_return_if_fail (func != NULL);

  ask (from, desk, title, clinician ? 1u << CARE_STAFF_CLINICIAN : ~0u, func, data, destroy);
}

/**
 * care_pin_dialog_ask_owner:
 * @from: a widget of the window
 * @desk: what the pages work with
 * @title: what is signed
 * @func: (scope notified): does what was signed
 * @data: for @func
 * @destroy: (nullable): frees @data when the dialog is gone
 *
 * The same for what the clinic's owner or a clinician signs.
 */
void
care_pin_dialog_ask_owner (GtkWidget      *from,
                           CareDesk       *desk,
                           const char     *title,
                           CareSignFunc    func,
                           gpointer        data,
                           GDestroyNotify  destroy)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (CARE_IS_DESK (desk));
  g_return_if_fail (title != NULL);
  g_return_if_fail (func != NULL);

  ask (from, desk, title, 1u << CARE_STAFF_CLINICIAN | 1u << CARE_STAFF_OWNER, func, data, destroy);
}

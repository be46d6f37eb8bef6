/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/sign-in/care-pin-pad.h"

#include <glib/gi18n.h>
#include <string.h>

#include "desk/care-desk-errors.h"
#include "widgets/form/care-focus.h"

struct _CarePinPad
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *dots;
  GtkWidget *message;
  GtkWidget *keys;

  char       digits[CARE_PIN_LENGTH + 1];
  guint      filled;
  guint      hold_source;
};

enum
{
  SIGNAL_ENTERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CarePinPad, care_pin_pad, GTK_TYPE_WIDGET)

static void
draw_dots (CarePinPad *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *spoken = g_strdup_printf (ngettext ("%u digit entered", "%u digits entered", self->filled),
                                             self->filled);

  for (guint i = 0; i < CARE_PIN_LENGTH; i++)
    g_string_append (text, i < self->filled ? "●" : "○");
  gtk_label_set_text (GTK_LABEL (self->dots), text->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->dots), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pin.erase", self->filled > 0);
}

static void
enter (CarePinPad *self)
{
  char digits[CARE_PIN_LENGTH + 1];

  g_object_ref (self);
  memcpy (digits, self->digits, sizeof digits);
  care_pin_pad_clear (self);
  g_signal_emit (self, signals[SIGNAL_ENTERED], 0, digits);
  explicit_bzero (digits, sizeof digits);
  g_object_unref (self);
}

static void
digit_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  care_pin_pad_add_digit (CARE_PIN_PAD (widget), g_variant_get_string (parameter, NULL)[0]);
}

static void
erase_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  CarePinPad *self = CARE_PIN_PAD (widget);

  if (self->filled > 0)
    self->digits[--self->filled] = '\0';
  draw_dots (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        modifiers,
                CarePinPad            *self)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  if (letter < 0x80 && g_ascii_isdigit ((char) letter))
    {
      care_pin_pad_add_digit (self, (char) letter);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_BackSpace)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "pin.erase", NULL);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static gboolean
hold_over_cb (gpointer data)
{
  CarePinPad *self = data;

  self->hold_source = 0;
  gtk_widget_set_sensitive (self->keys, TRUE);
  care_pin_pad_say (self, _("Try again."));
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
add_key (CarePinPad *self,
         const char *label,
         const char *icon_name,
         const char *action,
         const char *spoken,
         int         place)
{
  GtkWidget *button = icon_name != NULL ? gtk_button_new_from_icon_name (icon_name) : gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "pin-key");
  if (label != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (g_str_equal (action, "pin.erase"))
    gtk_widget_add_css_class (button, "flat");
  gtk_grid_attach (GTK_GRID (self->keys), button, place % 3, place / 3, 1, 1);
}

static void
care_pin_pad_dispose (GObject *object)
{
  CarePinPad *self = CARE_PIN_PAD (object);

  g_clear_handle_id (&self->hold_source, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  explicit_bzero (self->digits, sizeof self->digits);
  G_OBJECT_CLASS (care_pin_pad_parent_class)->dispose (object);
}

static gboolean
care_pin_pad_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (CARE_PIN_PAD (widget)->keys, GTK_DIR_TAB_FORWARD);
}

static void
care_pin_pad_class_init (CarePinPadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_pin_pad_dispose;
  widget_class->grab_focus = care_pin_pad_grab_focus;
  widget_class->focus = care_focus_move;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pinpad");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "pin.digit", "s", digit_action);
  gtk_widget_class_install_action (widget_class, "pin.erase", NULL, erase_action);

  /* The digits live only as long as the handlers run. */
  signals[SIGNAL_ENTERED] = g_signal_new ("entered", CARE_TYPE_PIN_PAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
care_pin_pad_init (CarePinPad *self)
{
  static const char *const digits[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9" };
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->dots = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->dots, "pin-dots");
  gtk_box_append (GTK_BOX (self->box), self->dots);
  self->message = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->message, "pin-message");
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->message), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (self->message), 30);
  gtk_box_append (GTK_BOX (self->box), self->message);

  self->keys = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->keys), 8);
  gtk_grid_set_column_spacing (GTK_GRID (self->keys), 8);
  gtk_grid_set_row_homogeneous (GTK_GRID (self->keys), TRUE);
  gtk_grid_set_column_homogeneous (GTK_GRID (self->keys), TRUE);
  gtk_widget_set_halign (self->keys, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), self->keys);
  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    add_key (self, digits[i], NULL, "pin.digit", digits[i], (int) i);
  add_key (self, NULL, "care-erase-symbolic", "pin.erase", _("Erase the last digit"), 11);
  add_key (self, "0", NULL, "pin.digit", "0", 10);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  draw_dots (self);
}

GtkWidget *
care_pin_pad_new (void)
{
  return g_object_new (CARE_TYPE_PIN_PAD, NULL);
}

/**
 * care_pin_pad_clear:
 * @self: a pad
 *
 * Forgets the digits.
 */
void
care_pin_pad_clear (CarePinPad *self)
{
  g_return_if_fail (CARE_IS_PIN_PAD (self));

  explicit_bzero (self->digits, sizeof self->digits);
  self->filled = 0;
  draw_dots (self);
}

/**
 * care_pin_pad_say:
 * @self: a pad
 * @message: what to show between dots and keys, "" for nothing
 */
void
care_pin_pad_say (CarePinPad *self,
                  const char *message)
{
  g_return_if_fail (CARE_IS_PIN_PAD (self));
  g_return_if_fail (message != NULL);

  gtk_label_set_text (GTK_LABEL (self->message), message);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, message, -1);
}

/**
 * care_pin_pad_refuse:
 * @self: a pad
 * @message: why the PIN was refused
 * @seconds: how long the pad takes no digits
 *
 * Slows down after a wrong PIN, and says so. It never locks.
 */
void
care_pin_pad_refuse (CarePinPad *self,
                     const char *message,
                     guint       seconds)
{
  g_return_if_fail (CARE_IS_PIN_PAD (self));
  g_return_if_fail (message != NULL);

  g_autofree char *words = care_desk_errors_dup_text (message);

  care_pin_pad_clear (self);
  care_pin_pad_say (self, words);
  g_clear_handle_id (&self->hold_source, g_source_remove);
  gtk_widget_set_sensitive (self->keys, FALSE);
  self->hold_source = g_timeout_add_seconds (seconds, hold_over_cb, self);
}

/**
 * care_pin_pad_add_digit:
 * @self: a pad
 * @digit: '0' to '9'
 *
 * Adds one digit, as its key does.
 */
void
care_pin_pad_add_digit (CarePinPad *self,
                        char        digit)
{
  g_return_if_fail (CARE_IS_PIN_PAD (self));
  g_return_if_fail (g_ascii_isdigit (digit));

  if (self->hold_source != 0 || self->filled >= CARE_PIN_LENGTH)
    return;
  if (self->filled == 0)
    care_pin_pad_say (self, "");
  self->digits[self->filled++] = digit;
  draw_dots (self);
  if (self->filled == CARE_PIN_LENGTH)
    enter (self);
}

/**
 * care_pin_pad_get_filled:
 * @self: a pad
 *
 * Returns: how many digits are in
 */
guint
care_pin_pad_get_filled (CarePinPad *self)
{
  g_return_val_if_fail (CARE_IS_PIN_PAD (self), 0);

  return self->filled;
}

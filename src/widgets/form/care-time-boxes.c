/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-time-boxes.h"

#include <string.h>

#include "widgets/form/care-digit-box.h"
#include "widgets/form/care-focus.h"

struct _CareTimeBoxes
{
  GtkWidget        parent_instance;

  CareFormContext *context;
  GtkWidget       *row;
  GtkWidget       *hours;
  GtkWidget       *minutes;
  GtkWidget       *before_noon;
  GtkWidget       *after_noon;
};

G_DEFINE_FINAL_TYPE (CareTimeBoxes, care_time_boxes, GTK_TYPE_WIDGET)

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_text (GtkWidget *box)
{
  return care_digit_box_get_text (CARE_DIGIT_BOX (box));
}

/* The number typed, or -1 when it is none. */
static int
read_number (GtkWidget *box)
{
  const char *text = get_text (box);
  int number = 0;

  if (*text == '\0')
    return -1;
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (c));

      if (digit < 0 || number > 1000)
        return -1;
      number = number * 10 + digit;
    }

  return number;
}

/* Three in the afternoon is written without "15" where the language counts to twelve. */
static gboolean
counts_to_twelve (CareFormContext *context)
{
  g_autoptr (GDateTime) local = care_instant_to_local (0, care_form_context_get_zone (context));
  CareInstant afternoon = (15 - g_date_time_get_hour (local)) * CARE_HOUR - g_date_time_get_minute (local) * CARE_MINUTE;
  g_autofree char *text = care_format_time (care_form_context_get_format (context), afternoon);

  return strstr (text, "15") == NULL && strstr (text, "١٥") == NULL && strstr (text, "۱۵") == NULL;
}

static void
edited_cb (CareTimeBoxes *self)
{
  g_signal_emit (self, signals[EDITED], 0);
}

static void
half_toggled_cb (CareTimeBoxes   *self,
                 GtkToggleButton *button)
{
  GtkWidget *other = GTK_WIDGET (button) == self->before_noon ? self->after_noon : self->before_noon;

  if (gtk_toggle_button_get_active (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (other), FALSE);
  g_signal_emit (self, signals[EDITED], 0);
}

static GtkWidget *
make_half (CareTimeBoxes *self,
           const char    *key)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (care_form_context_word (self->context, key));

  gtk_widget_add_css_class (button, "care-chip");
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (half_toggled_cb), self);
  gtk_box_append (GTK_BOX (self->row), button);

  return button;
}

static gboolean
care_time_boxes_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (care_time_boxes_get_focus (CARE_TIME_BOXES (widget)));
}

static void
care_time_boxes_dispose (GObject *object)
{
  CareTimeBoxes *self = CARE_TIME_BOXES (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (care_time_boxes_parent_class)->dispose (object);
}

static void
care_time_boxes_class_init (CareTimeBoxesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_time_boxes_dispose;
  widget_class->grab_focus = care_time_boxes_grab_focus;
  widget_class->focus = care_focus_move;

  signals[EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
care_time_boxes_init (CareTimeBoxes *self)
{
}

/**
 * care_time_boxes_new:
 * @context: language and density
 *
 * Returns: (transfer floating): empty boxes
 */
GtkWidget *
care_time_boxes_new (CareFormContext *context)
{
  CareTimeBoxes *self;

  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (context), NULL);

  self = g_object_new (CARE_TYPE_TIME_BOXES, NULL);
  self->context = g_object_ref (context);
  self->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_halign (self->row, GTK_ALIGN_START);
  gtk_widget_set_parent (self->row, GTK_WIDGET (self));

  self->hours = care_digit_box_new (context, care_form_context_word (context, "hours"), 2);
  self->minutes = care_digit_box_new (context, care_form_context_word (context, "minutes"), 2);
  care_digit_box_set_early (CARE_DIGIT_BOX (self->hours), 2);
  care_digit_box_set_next (CARE_DIGIT_BOX (self->hours), CARE_DIGIT_BOX (self->minutes));
  g_signal_connect_swapped (self->hours, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->minutes, "edited", G_CALLBACK (edited_cb), self);
  gtk_box_append (GTK_BOX (self->row), self->hours);
  gtk_box_append (GTK_BOX (self->row), self->minutes);

  if (counts_to_twelve (context))
    {
      self->before_noon = make_half (self, "before-noon");
      self->after_noon = make_half (self, "after-noon");
    }

  return GTK_WIDGET (self);
}

/**
 * care_time_boxes_is_empty:
 * @self: the boxes
 *
 * Returns: whether no digit is typed
 */
gboolean
care_time_boxes_is_empty (CareTimeBoxes *self)
{
  g_return_val_if_fail (CARE_IS_TIME_BOXES (self), TRUE);

  return *get_text (self->hours) == '\0' && *get_text (self->minutes) == '\0';
}

/**
 * care_time_boxes_get_time:
 * @self: the boxes
 * @hour: (out): 0 to 23
 * @minute: (out): 0 to 59
 *
 * An empty minutes box counts as nothing typed yet; 13 to 23 is understood in
 * a 12-hour language too.
 *
 * Returns: (nullable): the key of the words that say what is wrong
 */
const char *
care_time_boxes_get_time (CareTimeBoxes *self,
                          int           *hour,
                          int           *minute)
{
  int h;
  int m;

  g_return_val_if_fail (CARE_IS_TIME_BOXES (self), NULL);
  g_return_val_if_fail (hour != NULL && minute != NULL, NULL);

  if (care_time_boxes_is_empty (self))
    return "time-empty";
  h = read_number (self->hours);
  m = read_number (self->minutes);
  if (*get_text (self->hours) == '\0')
    return "time-no-hours";
  if (*get_text (self->minutes) == '\0')
    return "time-no-minutes";
  if (h < 0 || h > 23)
    return "time-hours";
  if (m < 0 || m > 59)
    return "time-minutes";

  if (self->before_noon != NULL && h <= 12)
    {
      gboolean before = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->before_noon));
      gboolean after = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->after_noon));

      if (h == 0 && after)
        return "time-hours";
      if (h > 0 && !before && !after)
        return "time-no-half";
      if (h > 0)
        h = h % 12 + (after ? 12 : 0);
    }

  *hour = h;
  *minute = m;

  return NULL;
}

/**
 * care_time_boxes_set_time:
 * @self: the boxes
 * @hour: 0 to 23, or -1 for nothing
 * @minute: 0 to 59
 */
void
care_time_boxes_set_time (CareTimeBoxes *self,
                          int            hour,
                          int            minute)
{
  g_autofree char *typed = NULL;

  g_return_if_fail (CARE_IS_TIME_BOXES (self));

  if (hour < 0)
    typed = g_strdup ("||");
  else if (self->before_noon == NULL)
    typed = g_strdup_printf ("%02d|%02d|", hour, minute);
  else
    typed = g_strdup_printf ("%d|%02d|%s", hour % 12 == 0 ? 12 : hour % 12, minute, hour < 12 ? "a" : "p");
  care_time_boxes_set_typed (self, typed);
}

/**
 * care_time_boxes_dup_typed:
 * @self: the boxes
 *
 * Returns: (transfer full) (nullable): hours, minutes and half as they stand
 */
char *
care_time_boxes_dup_typed (CareTimeBoxes *self)
{
  const char *half = "";

  g_return_val_if_fail (CARE_IS_TIME_BOXES (self), NULL);

  if (care_time_boxes_is_empty (self))
    return NULL;
  if (self->before_noon != NULL && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->before_noon)))
    half = "a";
  if (self->after_noon != NULL && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->after_noon)))
    half = "p";

  return g_strjoin ("|", get_text (self->hours), get_text (self->minutes), half, NULL);
}

/**
 * care_time_boxes_set_typed:
 * @self: the boxes
 * @typed: what care_time_boxes_dup_typed() answered
 */
void
care_time_boxes_set_typed (CareTimeBoxes *self,
                           const char    *typed)
{
  g_auto (GStrv) parts = NULL;

  g_return_if_fail (CARE_IS_TIME_BOXES (self));
  g_return_if_fail (typed != NULL);

  parts = g_strsplit (typed, "|", 3);
  if (g_strv_length (parts) != 3)
    return;
  care_digit_box_set_text (CARE_DIGIT_BOX (self->hours), parts[0]);
  care_digit_box_set_text (CARE_DIGIT_BOX (self->minutes), parts[1]);
  if (self->before_noon == NULL)
    return;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->before_noon), g_strcmp0 (parts[2], "a") == 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->after_noon), g_strcmp0 (parts[2], "p") == 0);
}

/**
 * care_time_boxes_get_focus:
 * @self: the boxes
 *
 * Returns: (transfer none): the widget to mend the time in
 */
GtkWidget *
care_time_boxes_get_focus (CareTimeBoxes *self)
{
  int hour;
  int minute;
  const char *fault;

  g_return_val_if_fail (CARE_IS_TIME_BOXES (self), NULL);

  fault = care_time_boxes_get_time (self, &hour, &minute);
  if (g_strcmp0 (fault, "time-no-half") == 0)
    return self->before_noon;
  if (g_strcmp0 (fault, "time-no-minutes") == 0 || g_strcmp0 (fault, "time-minutes") == 0)
    return care_digit_box_get_entry (CARE_DIGIT_BOX (self->minutes));

  return care_digit_box_get_entry (CARE_DIGIT_BOX (self->hours));
}

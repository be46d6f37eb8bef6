/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-digit-box.h"

#include <string.h>

#include "widgets/form/care-entry.h"
#include "widgets/form/care-focus.h"

/* A year of five digits must be seen to be refused. */
#define SPARE_DIGITS 2

struct _CareDigitBox
{
  GtkWidget     parent_instance;

  GtkWidget    *entry;
  CareDigitBox *next;
  CareDigitBox *before;
  guint         digits;
  int           early;
};

G_DEFINE_FINAL_TYPE (CareDigitBox, care_digit_box, GTK_TYPE_WIDGET)

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_separator (gunichar letter)
{
  return letter == '/' || letter == '.' || letter == '-' || letter == ' ' || letter == ':' || letter == ',';
}

/* Takes separators away; TRUE when there was one behind a digit, which means "next box, please". */
static gboolean
strip_separators (CareDigitBox *self)
{
  const char *text = care_digit_box_get_text (self);
  g_autoptr (GString) kept = g_string_new (NULL);
  gboolean found = FALSE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (!is_separator (g_utf8_get_char (c)))
        g_string_append_unichar (kept, g_utf8_get_char (c));
      else if (kept->len > 0)
        found = TRUE;
    }
  if (kept->len != strlen (text))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), kept->str);
      gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
    }

  return found;
}

static gboolean
is_full (CareDigitBox *self)
{
  const char *text = care_digit_box_get_text (self);
  glong length = g_utf8_strlen (text, -1);

  if (length >= (glong) self->digits)
    return TRUE;

  return length == 1 && self->early > 0 && g_unichar_digit_value (g_utf8_get_char (text)) > self->early;
}

static void
changed_cb (CareDigitBox *self)
{
  gboolean typing = care_entry_is_active (self->entry);
  gboolean onward = strip_separators (self) || is_full (self);

  g_signal_emit (self, signals[EDITED], 0);
  if (typing && onward && self->next != NULL)
    gtk_widget_grab_focus (self->next->entry);
}

/* A backspace, of whatever keyboard, in an empty box belongs to the box before. */
static void
backspace_cb (CareDigitBox *self)
{
  if (self->before == NULL || *care_digit_box_get_text (self) != '\0')
    return;

  gtk_widget_grab_focus (self->before->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->before->entry), -1);
}

static gboolean
care_digit_box_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CARE_DIGIT_BOX (widget)->entry);
}

static void
care_digit_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (care_digit_box_parent_class)->dispose (object);
}

static void
care_digit_box_class_init (CareDigitBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_digit_box_dispose;
  widget_class->grab_focus = care_digit_box_grab_focus;
  widget_class->focus = care_focus_move;

  signals[EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
care_digit_box_init (CareDigitBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  gtk_widget_add_css_class (GTK_WIDGET (self), "care-digit-box");
}

/**
 * care_digit_box_new:
 * @context: language and density
 * @name: what the digits are ("Day")
 * @digits: how many fill the box
 *
 * Returns: (transfer floating): an empty box
 */
GtkWidget *
care_digit_box_new (CareFormContext *context,
                    const char      *name,
                    guint            digits)
{
  CareDigitBox *self;
  GtkWidget *label;

  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (context), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (CARE_TYPE_DIGIT_BOX, NULL);
  self->digits = digits;

  label = gtk_label_new (name);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (label, "care-small");
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  self->entry = care_entry_new (context, GTK_INPUT_PURPOSE_DIGITS);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), (int) digits + 1);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), (int) digits + 1);
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), (int) digits + SPARE_DIGITS);
  gtk_entry_set_alignment (GTK_ENTRY (self->entry), 0.5f);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));

  g_signal_connect_swapped (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)), "backspace",
                            G_CALLBACK (backspace_cb), self);

  return GTK_WIDGET (self);
}

/**
 * care_digit_box_set_next:
 * @self: a box
 * @next: the box that takes the focus when this one is full; a sibling that lives as long
 */
void
care_digit_box_set_next (CareDigitBox *self,
                         CareDigitBox *next)
{
  g_return_if_fail (CARE_IS_DIGIT_BOX (self));
  g_return_if_fail (CARE_IS_DIGIT_BOX (next));

  self->next = next;
  next->before = self;
}

/**
 * care_digit_box_set_early:
 * @self: a box
 * @early: largest first digit that can have a second behind it, 0 for no such rule
 */
void
care_digit_box_set_early (CareDigitBox *self,
                          int           early)
{
  g_return_if_fail (CARE_IS_DIGIT_BOX (self));

  self->early = early;
}

/**
 * care_digit_box_get_text:
 * @self: a box
 *
 * Returns: what is typed in it
 */
const char *
care_digit_box_get_text (CareDigitBox *self)
{
  g_return_val_if_fail (CARE_IS_DIGIT_BOX (self), "");

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

/**
 * care_digit_box_set_text:
 * @self: a box
 * @text: what stands in it
 */
void
care_digit_box_set_text (CareDigitBox *self,
                         const char   *text)
{
  g_return_if_fail (CARE_IS_DIGIT_BOX (self));
  g_return_if_fail (text != NULL);

  if (g_strcmp0 (care_digit_box_get_text (self), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

/**
 * care_digit_box_get_entry:
 * @self: a box
 *
 * Returns: (transfer none): the entry, for focus and accessible state
 */
GtkWidget *
care_digit_box_get_entry (CareDigitBox *self)
{
  g_return_val_if_fail (CARE_IS_DIGIT_BOX (self), NULL);

  return self->entry;
}

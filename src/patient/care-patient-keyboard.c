/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "patient/care-patient-keyboard.h"

#include <string.h>

typedef enum
{
  KEYS_NONE,
  KEYS_DIGITS,
  KEYS_NUMBER,
  KEYS_LETTERS,
  KEYS_SIGNS,
} Keys;

struct _CarePatientKeyboard
{
  GtkWidget        parent_instance;

  CareFormContext *context;
  GtkWidget       *target;
  GtkWidget       *rows;
  CareKeyboards   *keyboards;
  GStrv            languages;
  char            *language; /* whose letters, when they are not the context's */
  Keys             keys;
  gboolean         capital;
  gboolean         compact;
};

G_DEFINE_FINAL_TYPE (CarePatientKeyboard, care_patient_keyboard, GTK_TYPE_WIDGET)

enum
{
  HIDE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void draw (CarePatientKeyboard *self);

static const char *
word (CarePatientKeyboard *self,
      const char          *key)
{
  return care_form_context_word (self->context, key);
}

static const char *
get_language (CarePatientKeyboard *self)
{
  return self->language != NULL ? self->language : care_form_context_get_language (self->context);
}

static const CareKeyboardLayout *
get_layout (CarePatientKeyboard *self,
            const char          *language)
{
  return care_keyboards_find (self->keyboards, language);
}

/* The next language with other letters than those that stand there, or NULL. */
static const char *
find_next_language (CarePatientKeyboard *self)
{
  const char *now = get_language (self);
  const CareKeyboardLayout *layout = get_layout (self, now);
  guint n = self->languages != NULL ? g_strv_length (self->languages) : 0;
  guint at = 0;

  while (at < n && !g_str_equal (self->languages[at], now))
    at++;
  for (guint i = 1; i < n; i++)
    {
      const char *language = self->languages[(at + i) % n];

      if (get_layout (self, language) != layout)
        return language;
    }

  return NULL;
}

static void
type_text (CarePatientKeyboard *self,
           const char          *text)
{
  if (self->target != NULL)
    g_signal_emit_by_name (self->target, "insert-at-cursor", text);
}

static void
key_cb (CarePatientKeyboard *self,
        GtkButton           *button)
{
  type_text (self, gtk_button_get_label (button));
  if (self->capital)
    {
      self->capital = FALSE;
      draw (self);
    }
}

static void
space_cb (CarePatientKeyboard *self)
{
  type_text (self, " ");
}

static void
delete_cb (CarePatientKeyboard *self)
{
  if (self->target != NULL)
    g_signal_emit_by_name (self->target, "backspace");
}

static void
shift_cb (CarePatientKeyboard *self)
{
  self->capital = !self->capital;
  draw (self);
}

static void
signs_cb (CarePatientKeyboard *self)
{
  self->keys = self->keys == KEYS_SIGNS ? KEYS_LETTERS : KEYS_SIGNS;
  draw (self);
}

static void
language_cb (CarePatientKeyboard *self)
{
  char *next = g_strdup (find_next_language (self));

  g_free (self->language);
  self->language = next;
  draw (self);
}

static void
hide_cb (CarePatientKeyboard *self)
{
  g_signal_emit (self, signals[HIDE], 0);
}

static GtkWidget *
add_row (CarePatientKeyboard *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  /* Keys stand in the same order in every language. */
  gtk_widget_set_direction (row, GTK_TEXT_DIR_LTR);
  gtk_box_append (GTK_BOX (self->rows), row);

  return row;
}

/* Keys leave the focus where the text goes. */
static GtkWidget *
add_key (CarePatientKeyboard *self,
         GtkWidget           *row,
         const char          *label,
         const char          *name,
         GCallback            callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "care-key");
  if (name != NULL)
    {
      gtk_widget_add_css_class (button, "care-key-special");
      if (g_utf8_strlen (label, -1) == 1)
        gtk_widget_add_css_class (button, "care-key-sign");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (row), button);

  return button;
}

static void
add_keys (CarePatientKeyboard *self,
          GtkWidget           *row,
          const char          *letters)
{
  const CareKeyboardLayout *layout = self->capital ? get_layout (self, get_language (self)) : NULL;
  g_auto (GStrv) keys = g_strsplit (letters, " ", -1);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *label = layout != NULL ? care_keyboard_layout_dup_capital (layout, keys[i]) : g_strdup (keys[i]);

      if (*label != '\0')
        add_key (self, row, label, NULL, G_CALLBACK (key_cb));
    }
}

/* The decimal mark where there can be one, else the key that puts the keys away. */
static void
add_mark_or_hide (CarePatientKeyboard *self,
                  GtkWidget           *row)
{
  g_autofree char *half = NULL;

  if (self->keys == KEYS_DIGITS)
    {
      add_key (self, row, "▾", word (self, "keyboard-hide"), G_CALLBACK (hide_cb));
      return;
    }
  half = care_format_number (care_form_context_get_format (self->context), 0.5, 1);
  add_keys (self, row, strchr (half, ',') != NULL ? "," : ".");
}

static void
draw_digits (CarePatientKeyboard *self)
{
  GtkWidget *row;

  if (self->compact)
    {
      row = add_row (self);
      add_keys (self, row, "1 2 3 4 5");
      add_key (self, row, "⌫", word (self, "keyboard-delete"), G_CALLBACK (delete_cb));
      row = add_row (self);
      add_keys (self, row, "6 7 8 9 0");
      add_mark_or_hide (self, row);
      return;
    }

  add_keys (self, add_row (self), "1 2 3");
  add_keys (self, add_row (self), "4 5 6");
  add_keys (self, add_row (self), "7 8 9");
  row = add_row (self);
  add_mark_or_hide (self, row);
  add_keys (self, row, "0");
  add_key (self, row, "⌫", word (self, "keyboard-delete"), G_CALLBACK (delete_cb));
}

/* Named by what it leads to: "ES", and "español" for a screen reader. */
static void
add_language_key (CarePatientKeyboard *self,
                  GtkWidget           *row)
{
  const char *next = find_next_language (self);
  g_auto (GStrv) parts = next != NULL ? g_strsplit (next, "-", 2) : NULL;
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  if (next == NULL)
    return;
  label = g_ascii_strup (parts[0], -1);
  name = care_format_language_name (next);
  gtk_widget_set_hexpand (add_key (self, row, label, name, G_CALLBACK (language_cb)), FALSE);
}

static void
draw_letters (CarePatientKeyboard *self)
{
  gboolean letters = self->keys == KEYS_LETTERS;
  const CareKeyboardLayout *layout = get_layout (self, get_language (self));
  char **rows = letters ? layout->rows : layout->signs;
  GtkWidget *row;

  if (letters && layout->accents != NULL)
    add_keys (self, add_row (self), layout->accents);
  add_keys (self, add_row (self), rows[0]);
  add_keys (self, add_row (self), rows[1]);
  row = add_row (self);
  if (letters && !layout->caseless)
    add_key (self, row, "⇧", word (self, "keyboard-shift"), G_CALLBACK (shift_cb));
  add_keys (self, row, rows[2]);
  add_key (self, row, "⌫", word (self, "keyboard-delete"), G_CALLBACK (delete_cb));

  row = add_row (self);
  gtk_box_set_homogeneous (GTK_BOX (row), FALSE);
  gtk_widget_set_hexpand (add_key (self, row, word (self, letters ? "keyboard-signs" : "keyboard-letters"),
                                   word (self, letters ? "keyboard-signs" : "keyboard-letters"), G_CALLBACK (signs_cb)),
                          FALSE);
  if (letters)
    add_language_key (self, row);
  add_key (self, row, word (self, "keyboard-space"), word (self, "keyboard-space"), G_CALLBACK (space_cb));
  gtk_widget_set_hexpand (add_key (self, row, "▾", word (self, "keyboard-hide"), G_CALLBACK (hide_cb)), FALSE);
}

static void
draw (CarePatientKeyboard *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);

  gtk_widget_remove_css_class (GTK_WIDGET (self), "care-keypad");
  gtk_widget_set_halign (self->rows, self->keys == KEYS_DIGITS || self->keys == KEYS_NUMBER ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
  switch (self->keys)
    {
    case KEYS_DIGITS:
    case KEYS_NUMBER:
      gtk_widget_add_css_class (GTK_WIDGET (self), "care-keypad");
      draw_digits (self);
      break;
    case KEYS_LETTERS:
    case KEYS_SIGNS:
      draw_letters (self);
      break;
    case KEYS_NONE:
    default:
      break;
    }
}

static Keys
get_keys_for (CarePatientKeyboard *self,
              GtkWidget           *target)
{
  GtkInputPurpose purpose = GTK_INPUT_PURPOSE_FREE_FORM;

  if (target == NULL)
    return KEYS_NONE;
  if (GTK_IS_TEXT (target))
    purpose = gtk_text_get_input_purpose (GTK_TEXT (target));

  switch (purpose)
    {
    case GTK_INPUT_PURPOSE_DIGITS:
      return KEYS_DIGITS;
    case GTK_INPUT_PURPOSE_NUMBER:
      return KEYS_NUMBER;
    default:
      return self->keyboards != NULL ? KEYS_LETTERS : KEYS_NONE;
    }
}

static void
care_patient_keyboard_dispose (GObject *object)
{
  CarePatientKeyboard *self = CARE_PATIENT_KEYBOARD (object);

  g_clear_weak_pointer (&self->target);
  g_clear_pointer (&self->rows, gtk_widget_unparent);
  g_clear_object (&self->context);
  g_clear_object (&self->keyboards);
  g_clear_pointer (&self->languages, g_strfreev);
  g_clear_pointer (&self->language, g_free);

  G_OBJECT_CLASS (care_patient_keyboard_parent_class)->dispose (object);
}

static void
care_patient_keyboard_class_init (CarePatientKeyboardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_patient_keyboard_dispose;

  signals[HIDE] =
    g_signal_new ("hide-keys", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "keyboard");
}

static void
care_patient_keyboard_init (CarePatientKeyboard *self)
{
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
}

/**
 * care_patient_keyboard_new:
 *
 * Returns: (transfer floating): no keys yet
 */
GtkWidget *
care_patient_keyboard_new (void)
{
  return g_object_new (CARE_TYPE_PATIENT_KEYBOARD, NULL);
}

/**
 * care_patient_keyboard_set_target:
 * @self: the keys
 * @context: whose language they speak
 * @target: (nullable): where the text goes
 */
void
care_patient_keyboard_set_target (CarePatientKeyboard *self,
                                  CareFormContext     *context,
                                  GtkWidget           *target)
{
  Keys keys;
  gboolean same_language;

  g_return_if_fail (CARE_IS_PATIENT_KEYBOARD (self));
  g_return_if_fail (CARE_IS_FORM_CONTEXT (context));

  keys = get_keys_for (self, target);
  g_set_weak_pointer (&self->target, target);
  same_language = self->context == context;
  if (keys == KEYS_NONE || (keys == self->keys && same_language))
    return;

  if (!same_language)
    g_clear_pointer (&self->language, g_free);
  g_set_object (&self->context, context);
  self->keys = keys;
  self->capital = FALSE;
  draw (self);
}

/**
 * care_patient_keyboard_set_languages:
 * @self: the keys
 * @keyboards: (nullable): the layouts
 * @languages: (array zero-terminated=1): BCP 47 tags
 *
 * A name, or a medicine, may be written in other letters than the language one
 * reads.
 */
void
care_patient_keyboard_set_languages (CarePatientKeyboard *self,
                                     CareKeyboards       *keyboards,
                                     const char *const   *languages)
{
  g_return_if_fail (CARE_IS_PATIENT_KEYBOARD (self));
  g_return_if_fail (keyboards == NULL || CARE_IS_KEYBOARDS (keyboards));

  g_set_object (&self->keyboards, keyboards);
  g_strfreev (self->languages);
  self->languages = g_strdupv ((GStrv) languages);
}

/**
 * care_patient_keyboard_set_compact:
 * @self: the keys
 * @compact: whether the screen has little height
 */
void
care_patient_keyboard_set_compact (CarePatientKeyboard *self,
                                   gboolean             compact)
{
  g_return_if_fail (CARE_IS_PATIENT_KEYBOARD (self));

  compact = !!compact;
  if (self->compact == compact)
    return;

  self->compact = compact;
  if (self->keys != KEYS_NONE)
    draw (self);
}

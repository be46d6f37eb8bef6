/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-editor-number.h"

#include <string.h>

#include "widgets/form/care-entry.h"
#include "widgets/form/care-label.h"
#include "widgets/form/care-number-digits.h"
#include "widgets/form/care-row-layout.h"
#include "widgets/form/care-tile.h"
#include "widgets/form/care-wrap-layout.h"

struct _CareEditorNumber
{
  CareEditor  parent_instance;

  GtkWidget  *entry;
  GPtrArray  *units;
  gboolean    updating;
};

G_DEFINE_FINAL_TYPE (CareEditorNumber, care_editor_number, CARE_TYPE_EDITOR)

static char
get_mark (CareEditor *editor)
{
  g_autofree char *half = care_format_number (care_form_context_get_format (care_editor_get_context (editor)), 0.5, 1);

  return strchr (half, ',') != NULL ? ',' : '.';
}

static gboolean
is_whole (CareEditor *editor)
{
  return care_item_get_item_type (care_editor_get_item (editor)) == CARE_ITEM_INTEGER;
}

static guint
get_unit (CareEditorNumber *self)
{
  for (guint i = 0; i < self->units->len; i++)
    {
      if (gtk_toggle_button_get_active (g_ptr_array_index (self->units, i)))
        return i;
    }

  return 0;
}

static void
set_unit (CareEditorNumber *self,
          guint             unit)
{
  self->updating = TRUE;
  for (guint i = 0; i < self->units->len; i++)
    gtk_toggle_button_set_active (g_ptr_array_index (self->units, i), i == unit);
  self->updating = FALSE;
}

static void
unit_toggled_cb (CareEditorNumber *self,
                 GtkToggleButton  *button)
{
  guint unit;

  if (self->updating)
    return;
  if (g_ptr_array_find (self->units, button, &unit))
    set_unit (self, unit);
  care_editor_edited (CARE_EDITOR (self));
}

static void
add_units (CareEditorNumber *self,
           GtkWidget        *row)
{
  CareEditor *editor = CARE_EDITOR (self);
  const CareItem *item = care_editor_get_item (editor);
  const char *language = care_form_context_get_language (care_editor_get_context (editor));
  guint n_units = care_item_get_n_units (item);
  const char *text = care_item_get_unit_text (item, language);
  GtkWidget *grid;

  if (n_units <= 1)
    {
      if (n_units == 1)
        text = care_item_get_unit_display (item, 0, language);
      if (text != NULL)
        {
          GtkWidget *label = care_label_new (text, NULL);

          gtk_widget_set_hexpand (label, TRUE);
          gtk_widget_set_parent (label, row);
        }
      return;
    }

  grid = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (grid, care_wrap_layout_new (5.0, 16.0, 4, 12));
  gtk_widget_set_parent (grid, GTK_WIDGET (self));
  for (guint i = 0; i < n_units; i++)
    {
      GtkWidget *tile = care_tile_new (CARE_TILE_ONE, care_item_get_unit_display (item, i, language));

      g_signal_connect_swapped (tile, "toggled", G_CALLBACK (unit_toggled_cb), self);
      gtk_widget_set_parent (tile, grid);
      g_ptr_array_add (self->units, tile);
    }
  set_unit (self, 0);
}

static void
care_editor_number_build (CareEditor *editor)
{
  CareEditorNumber *self = CARE_EDITOR_NUMBER (editor);
  GtkWidget *row = care_row_layout_new_box (0.0, 12);

  gtk_widget_set_parent (row, GTK_WIDGET (editor));
  self->entry = care_entry_new (care_editor_get_context (editor),
                                is_whole (editor) ? GTK_INPUT_PURPOSE_DIGITS : GTK_INPUT_PURPOSE_NUMBER);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 8);
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), 24);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (care_editor_edited), editor);
  gtk_widget_set_parent (self->entry, row);
  add_units (self, row);
}

static void
care_editor_number_set_value (CareEditor *editor,
                              CareValue  *value)
{
  CareEditorNumber *self = CARE_EDITOR_NUMBER (editor);
  g_autofree char *text = NULL;

  if (value != NULL && care_value_get_value_type (value) == CARE_VALUE_INTEGER)
    text = g_strdup_printf ("%" G_GINT64_FORMAT, care_value_get_integer (value));
  else if (value != NULL)
    text = g_strdup (care_value_get_text (value));

  if (text != NULL && get_mark (editor) == ',')
    g_strdelimit (text, ".", ',');
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");

  if (value != NULL && care_value_get_value_type (value) == CARE_VALUE_QUANTITY)
    {
      for (guint i = 0; i < self->units->len; i++)
        {
          CareValue *unit = care_item_get_unit (care_editor_get_item (editor), i);

          if (g_strcmp0 (care_value_get_code (unit), care_value_get_code (value)) == 0)
            set_unit (self, i);
        }
    }
}

static CareValue *
make_quantity (CareEditorNumber *self,
               const char       *number)
{
  CareEditor *editor = CARE_EDITOR (self);
  const CareItem *item = care_editor_get_item (editor);
  const char *language = care_form_context_get_language (care_editor_get_context (editor));
  CareValue *unit;

  if (care_item_get_n_units (item) == 0)
    return care_value_new_quantity (number, care_item_get_unit_text (item, language), NULL, NULL, NULL);

  unit = care_item_get_unit (item, get_unit (self));

  return care_value_new_quantity (number,
                                  care_item_get_unit_display (item, get_unit (self), NULL),
                                  care_value_get_system (unit),
                                  care_value_get_code (unit),
                                  NULL);
}

static CareValue *
care_editor_number_dup_value (CareEditor  *editor,
                              char       **fault)
{
  CareEditorNumber *self = CARE_EDITOR_NUMBER (editor);
  g_autofree char *number = NULL;
  const char *key = care_number_digits_read (gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                                             get_mark (editor), is_whole (editor), &number);

  if (key != NULL)
    {
      *fault = g_strdup (care_editor_word (editor, key));
      return NULL;
    }
  if (number == NULL)
    return NULL;

  switch (care_item_get_item_type (care_editor_get_item (editor)))
    {
    case CARE_ITEM_INTEGER:
      return care_value_new_integer (g_ascii_strtoll (number, NULL, 10));
    case CARE_ITEM_QUANTITY:
      return make_quantity (self, number);
    default:
      return care_value_new_decimal (number, NULL);
    }
}

static char *
care_editor_number_dup_draft (CareEditor *editor)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (CARE_EDITOR_NUMBER (editor)->entry));

  return *text != '\0' ? g_strdup (text) : NULL;
}

static void
care_editor_number_set_draft (CareEditor *editor,
                              const char *draft)
{
  gtk_editable_set_text (GTK_EDITABLE (CARE_EDITOR_NUMBER (editor)->entry), draft);
}

static GtkWidget *
care_editor_number_get_focus (CareEditor *editor)
{
  return CARE_EDITOR_NUMBER (editor)->entry;
}

static void
care_editor_number_finalize (GObject *object)
{
  CareEditorNumber *self = CARE_EDITOR_NUMBER (object);

  g_clear_pointer (&self->units, g_ptr_array_unref);

  G_OBJECT_CLASS (care_editor_number_parent_class)->finalize (object);
}

static void
care_editor_number_class_init (CareEditorNumberClass *klass)
{
  CareEditorClass *editor_class = CARE_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = care_editor_number_finalize;
  editor_class->build = care_editor_number_build;
  editor_class->set_value = care_editor_number_set_value;
  editor_class->dup_value = care_editor_number_dup_value;
  editor_class->dup_draft = care_editor_number_dup_draft;
  editor_class->set_draft = care_editor_number_set_draft;
  editor_class->get_focus = care_editor_number_get_focus;
}

static void
care_editor_number_init (CareEditorNumber *self)
{
  self->units = g_ptr_array_new ();
}

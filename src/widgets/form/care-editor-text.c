/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-editor-text.h"

#include "widgets/form/care-entry.h"

struct _CareEditorText
{
  CareEditor  parent_instance;

  GtkWidget  *entry;
  GtkWidget  *area;
};

G_DEFINE_FINAL_TYPE (CareEditorText, care_editor_text, CARE_TYPE_EDITOR)

static char *
dup_text (CareEditorText *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  if (self->entry != NULL)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->area));
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
care_editor_text_build (CareEditor *editor)
{
  CareEditorText *self = CARE_EDITOR_TEXT (editor);
  CareFormContext *context = care_editor_get_context (editor);
  const CareItem *item = care_editor_get_item (editor);
  const char *format = care_item_get_entry_format (item, care_form_context_get_language (context));

  if (care_item_get_item_type (item) == CARE_ITEM_TEXT || care_item_get_control (item) == CARE_CONTROL_TEXT_AREA)
    {
      self->area = care_text_area_new (context);
      g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->area)), "changed",
                                G_CALLBACK (care_editor_edited), editor);
      gtk_widget_set_parent (self->area, GTK_WIDGET (editor));
      return;
    }

  self->entry = care_entry_new (context,
                                care_item_get_item_type (item) == CARE_ITEM_URL ? GTK_INPUT_PURPOSE_URL
                                                                                : GTK_INPUT_PURPOSE_FREE_FORM);
  if (format != NULL)
    gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), format);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (care_editor_edited), editor);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (editor));
}

static void
care_editor_text_set_value (CareEditor *editor,
                            CareValue  *value)
{
  CareEditorText *self = CARE_EDITOR_TEXT (editor);
  const char *text = value != NULL ? care_value_get_text (value) : NULL;
  g_autofree char *now = dup_text (self);

  if (text == NULL)
    text = "";
  if (g_strcmp0 (now, text) == 0)
    return;
  if (self->entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->area)), text, -1);
}

static CareValue *
care_editor_text_dup_value (CareEditor  *editor,
                            char       **fault)
{
  CareEditorText *self = CARE_EDITOR_TEXT (editor);
  g_autofree char *text = dup_text (self);
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (*stripped == '\0')
    return NULL;
  if (care_item_get_item_type (care_editor_get_item (editor)) == CARE_ITEM_URL)
    return care_value_new_uri (stripped);

  return care_value_new_string (text);
}

static GtkWidget *
care_editor_text_get_focus (CareEditor *editor)
{
  CareEditorText *self = CARE_EDITOR_TEXT (editor);

  return self->entry != NULL ? self->entry : self->area;
}

static void
care_editor_text_class_init (CareEditorTextClass *klass)
{
  CareEditorClass *editor_class = CARE_EDITOR_CLASS (klass);

  editor_class->build = care_editor_text_build;
  editor_class->set_value = care_editor_text_set_value;
  editor_class->dup_value = care_editor_text_dup_value;
  editor_class->get_focus = care_editor_text_get_focus;
}

static void
care_editor_text_init (CareEditorText *self)
{
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-editor-time.h"

#include <stdio.h>

#include "widgets/form/care-time-boxes.h"

struct _CareEditorTime
{
  CareEditor  parent_instance;

  GtkWidget  *boxes;
};

G_DEFINE_FINAL_TYPE (CareEditorTime, care_editor_time, CARE_TYPE_EDITOR)

static void
care_editor_time_build (CareEditor *editor)
{
  CareEditorTime *self = CARE_EDITOR_TIME (editor);

  self->boxes = care_time_boxes_new (care_editor_get_context (editor));
  g_signal_connect_swapped (self->boxes, "edited", G_CALLBACK (care_editor_edited), editor);
  gtk_widget_set_parent (self->boxes, GTK_WIDGET (editor));
}

static void
care_editor_time_set_value (CareEditor *editor,
                            CareValue  *value)
{
  const char *text = value != NULL ? care_value_get_text (value) : NULL;
  int hour = -1;
  int minute = 0;

  if (text == NULL || sscanf (text, "%2d:%2d", &hour, &minute) != 2)
    hour = -1;
  care_time_boxes_set_time (CARE_TIME_BOXES (CARE_EDITOR_TIME (editor)->boxes), hour, minute);
}

static CareValue *
care_editor_time_dup_value (CareEditor  *editor,
                            char       **fault)
{
  CareTimeBoxes *boxes = CARE_TIME_BOXES (CARE_EDITOR_TIME (editor)->boxes);
  const char *key;
  int hour;
  int minute;
  g_autofree char *text = NULL;

  if (care_time_boxes_is_empty (boxes))
    return NULL;
  key = care_time_boxes_get_time (boxes, &hour, &minute);
  if (key != NULL)
    {
      *fault = g_strdup (care_editor_word (editor, key));
      return NULL;
    }

  text = g_strdup_printf ("%02d:%02d:00", hour, minute);

  return care_value_new_time (text, NULL);
}

static char *
care_editor_time_dup_draft (CareEditor *editor)
{
  return care_time_boxes_dup_typed (CARE_TIME_BOXES (CARE_EDITOR_TIME (editor)->boxes));
}

static void
care_editor_time_set_draft (CareEditor *editor,
                            const char *draft)
{
  care_time_boxes_set_typed (CARE_TIME_BOXES (CARE_EDITOR_TIME (editor)->boxes), draft);
}

static GtkWidget *
care_editor_time_get_focus (CareEditor *editor)
{
  return care_time_boxes_get_focus (CARE_TIME_BOXES (CARE_EDITOR_TIME (editor)->boxes));
}

static void
care_editor_time_set_label (CareEditor *editor,
                            const char *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (CARE_EDITOR_TIME (editor)->boxes),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
care_editor_time_class_init (CareEditorTimeClass *klass)
{
  CareEditorClass *editor_class = CARE_EDITOR_CLASS (klass);

  editor_class->build = care_editor_time_build;
  editor_class->set_value = care_editor_time_set_value;
  editor_class->dup_value = care_editor_time_dup_value;
  editor_class->dup_draft = care_editor_time_dup_draft;
  editor_class->set_draft = care_editor_time_set_draft;
  editor_class->get_focus = care_editor_time_get_focus;
  editor_class->set_label = care_editor_time_set_label;
}

static void
care_editor_time_init (CareEditorTime *self)
{
}

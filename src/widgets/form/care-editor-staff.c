/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-editor-staff.h"

#include "widgets/form/care-label.h"

struct _CareEditorStaff
{
  CareEditor  parent_instance;

  GtkWidget  *label;
  CareValue  *value;
};

G_DEFINE_FINAL_TYPE (CareEditorStaff, care_editor_staff, CARE_TYPE_EDITOR)

static void
care_editor_staff_build (CareEditor *editor)
{
  CareEditorStaff *self = CARE_EDITOR_STAFF (editor);

  self->label = care_label_new (care_editor_word (editor, "staff-will-do"), "care-note");
  gtk_widget_set_parent (self->label, GTK_WIDGET (editor));
}

static void
care_editor_staff_set_value (CareEditor *editor,
                             CareValue  *value)
{
  CareEditorStaff *self = CARE_EDITOR_STAFF (editor);

  g_clear_pointer (&self->value, care_value_unref);
  if (value != NULL)
    self->value = care_value_ref (value);
}

/* Whatever staff put there stays there. */
static CareValue *
care_editor_staff_dup_value (CareEditor  *editor,
                             char       **fault)
{
  CareEditorStaff *self = CARE_EDITOR_STAFF (editor);

  return self->value != NULL ? care_value_ref (self->value) : NULL;
}

static GtkWidget *
care_editor_staff_get_focus (CareEditor *editor)
{
  return NULL;
}

static void
care_editor_staff_finalize (GObject *object)
{
  CareEditorStaff *self = CARE_EDITOR_STAFF (object);

  g_clear_pointer (&self->value, care_value_unref);

  G_OBJECT_CLASS (care_editor_staff_parent_class)->finalize (object);
}

static void
care_editor_staff_class_init (CareEditorStaffClass *klass)
{
  CareEditorClass *editor_class = CARE_EDITOR_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = care_editor_staff_finalize;
  editor_class->build = care_editor_staff_build;
  editor_class->set_value = care_editor_staff_set_value;
  editor_class->dup_value = care_editor_staff_dup_value;
  editor_class->get_focus = care_editor_staff_get_focus;
}

static void
care_editor_staff_init (CareEditorStaff *self)
{
}

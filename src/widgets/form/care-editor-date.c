/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-editor-date.h"

#include <stdio.h>

#include "widgets/form/care-date-boxes.h"

struct _CareEditorDate
{
  CareEditor  parent_instance;

  GtkWidget  *boxes;
};

G_DEFINE_FINAL_TYPE (CareEditorDate, care_editor_date, CARE_TYPE_EDITOR)

static CareDateFault
read_date (CareEditorDate *self,
           GDate          *date)
{
  g_date_clear (date, 1);

  return care_date_boxes_get_date (CARE_DATE_BOXES (self->boxes), NULL, date);
}

static void
care_editor_date_build (CareEditor *editor)
{
  CareEditorDate *self = CARE_EDITOR_DATE (editor);

  self->boxes = care_date_boxes_new (care_editor_get_context (editor));
  g_signal_connect_swapped (self->boxes, "edited", G_CALLBACK (care_editor_edited), editor);
  gtk_widget_set_parent (self->boxes, GTK_WIDGET (editor));
}

static void
care_editor_date_set_value (CareEditor *editor,
                            CareValue  *value)
{
  CareEditorDate *self = CARE_EDITOR_DATE (editor);
  const char *text = value != NULL ? care_value_get_text (value) : NULL;
  int year = 0;
  int month = 0;
  int day = 0;
  g_autofree char *typed = NULL;

  /* A partial date ("1980") fills the boxes it has. */
  if (text != NULL)
    sscanf (text, "%4d-%2d-%2d", &year, &month, &day);
  if (day > 0)
    typed = g_strdup_printf ("%d|%d|%04d", day, month, year);
  else if (month > 0)
    typed = g_strdup_printf ("|%d|%04d", month, year);
  else if (year > 0)
    typed = g_strdup_printf ("||%04d", year);

  care_date_boxes_set_typed (CARE_DATE_BOXES (self->boxes), typed != NULL ? typed : "||");
}

static CareValue *
care_editor_date_dup_value (CareEditor  *editor,
                            char       **fault)
{
  CareEditorDate *self = CARE_EDITOR_DATE (editor);
  GDate date;
  CareDateFault kind = read_date (self, &date);
  g_autofree char *text = NULL;

  if (kind == CARE_DATE_EMPTY)
    return NULL;
  if (kind != CARE_DATE_FINE)
    {
      *fault = care_date_boxes_dup_fault (CARE_DATE_BOXES (self->boxes), kind);
      return NULL;
    }

  text = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));

  return care_value_new_date (text, NULL);
}

static char *
care_editor_date_dup_draft (CareEditor *editor)
{
  return care_date_boxes_dup_typed (CARE_DATE_BOXES (CARE_EDITOR_DATE (editor)->boxes));
}

static void
care_editor_date_set_draft (CareEditor *editor,
                            const char *draft)
{
  care_date_boxes_set_typed (CARE_DATE_BOXES (CARE_EDITOR_DATE (editor)->boxes), draft);
}

static GtkWidget *
care_editor_date_get_focus (CareEditor *editor)
{
  CareEditorDate *self = CARE_EDITOR_DATE (editor);
  GDate date;

  return care_date_boxes_get_focus (CARE_DATE_BOXES (self->boxes), read_date (self, &date));
}

/* The boxes have names of their own; the question names the group. */
static void
care_editor_date_set_label (CareEditor *editor,
                            const char *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (CARE_EDITOR_DATE (editor)->boxes),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
care_editor_date_class_init (CareEditorDateClass *klass)
{
  CareEditorClass *editor_class = CARE_EDITOR_CLASS (klass);

  editor_class->build = care_editor_date_build;
  editor_class->set_value = care_editor_date_set_value;
  editor_class->dup_value = care_editor_date_dup_value;
  editor_class->dup_draft = care_editor_date_dup_draft;
  editor_class->set_draft = care_editor_date_set_draft;
  editor_class->get_focus = care_editor_date_get_focus;
  editor_class->set_label = care_editor_date_set_label;
}

static void
care_editor_date_init (CareEditorDate *self)
{
}

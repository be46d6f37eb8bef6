/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "patient/care-patient-birth.h"

#include "widgets/form/care-date-boxes.h"
#include "widgets/form/care-fault.h"
#include "widgets/form/care-focus.h"
#include "widgets/form/care-label.h"

struct _CarePatientBirth
{
  GtkWidget        parent_instance;

  CareFormContext *context;
  GtkWidget       *box;
  GtkWidget       *problem_row;
  GtkWidget       *problem;
  GtkWidget       *boxes;
  GtkWidget       *told;      /* weak: who is told to be wrong */
};

G_DEFINE_FINAL_TYPE (CarePatientBirth, care_patient_birth, GTK_TYPE_WIDGET)

static GtkWidget *
add_label (CarePatientBirth *self,
           const char       *key,
           const char       *css_class)
{
  GtkWidget *label = care_label_new (care_form_context_word (self->context, key), css_class);

  gtk_box_append (GTK_BOX (self->box), label);

  return label;
}

static void
add_problem (CarePatientBirth *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  self->problem_row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (self->problem_row, "care-problem");
  gtk_widget_set_visible (self->problem_row, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (self->problem_row), icon);
  self->problem = care_label_new (NULL, NULL);
  gtk_widget_set_hexpand (self->problem, TRUE);
  gtk_box_append (GTK_BOX (self->problem_row), self->problem);
  gtk_box_append (GTK_BOX (self->box), self->problem_row);
}

static void
say (CarePatientBirth *self,
     const char       *words,
     CareDateFault     fault)
{
  GtkWidget *focus = care_date_boxes_get_focus (CARE_DATE_BOXES (self->boxes), fault);

  care_label_set_text (self->problem, words);
  gtk_widget_set_visible (self->problem_row, words != NULL);
  care_fault_tell (&self->told, focus, words);
  if (words != NULL)
    gtk_widget_grab_focus (focus);
}

static void
edited_cb (CarePatientBirth *self)
{
  if (gtk_widget_get_visible (self->problem_row))
    say (self, NULL, CARE_DATE_FINE);
}

static gboolean
care_patient_birth_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CARE_PATIENT_BIRTH (widget)->boxes);
}

static void
care_patient_birth_dispose (GObject *object)
{
  CarePatientBirth *self = CARE_PATIENT_BIRTH (object);

  g_clear_weak_pointer (&self->told);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (care_patient_birth_parent_class)->dispose (object);
}

static void
care_patient_birth_class_init (CarePatientBirthClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_patient_birth_dispose;
  widget_class->grab_focus = care_patient_birth_grab_focus;
  widget_class->focus = care_focus_move;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
care_patient_birth_init (CarePatientBirth *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->box, "care-birth");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * care_patient_birth_new:
 * @session: the patient
 * @again: whether it is asked because nobody was there for a while
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
care_patient_birth_new (CarePatientSession *session,
                        gboolean            again)
{
  CarePatientBirth *self;
  gboolean year_only;
  const char *title;

  g_return_val_if_fail (CARE_IS_PATIENT_SESSION (session), NULL);

  self = g_object_new (CARE_TYPE_PATIENT_BIRTH, NULL);
  self->context = g_object_ref (care_patient_session_get_context (session));
  year_only = care_patient_session_knows_year_only (session);

  title = again ? "birth-again-title" : "birth-title";
  add_label (self, year_only ? "birth-title-year" : title, "care-title");
  add_problem (self);
  self->boxes = care_date_boxes_new (self->context);
  care_date_boxes_set_year_only (CARE_DATE_BOXES (self->boxes), year_only);
  g_signal_connect_swapped (self->boxes, "edited", G_CALLBACK (edited_cb), self);
  gtk_box_append (GTK_BOX (self->box), self->boxes);
  /* Below the date: on a low screen the question itself has to stand between the window's edge and the keys. */
  add_label (self, "birth-help", "care-lead");

  return GTK_WIDGET (self);
}

/**
 * care_patient_birth_get_date:
 * @self: the page
 * @date: (out): the date typed
 *
 * Returns: whether a date is typed that can be one of birth
 */
gboolean
care_patient_birth_get_date (CarePatientBirth *self,
                             GDate            *date)
{
  CareDateFault fault;
  GDate today;
  g_autofree char *words = NULL;

  g_return_val_if_fail (CARE_IS_PATIENT_BIRTH (self), FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  g_date_clear (date, 1);
  care_form_context_get_today (self->context, &today);
  fault = care_date_boxes_get_date (CARE_DATE_BOXES (self->boxes), &today, date);
  if (fault == CARE_DATE_FINE)
    return TRUE;

  words = care_date_boxes_dup_fault (CARE_DATE_BOXES (self->boxes), fault);
  say (self, words, fault);

  return FALSE;
}

/**
 * care_patient_birth_say_wrong:
 * @self: the page
 * @tries_left: how often it may still be typed
 */
void
care_patient_birth_say_wrong (CarePatientBirth *self,
                              guint             tries_left)
{
  g_return_if_fail (CARE_IS_PATIENT_BIRTH (self));

  say (self, care_form_context_word (self->context, tries_left == 1 ? "birth-wrong-last" : "birth-wrong"), CARE_DATE_FINE);
}

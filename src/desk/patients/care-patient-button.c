/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/patients/care-patient-button.h"

#include <glib/gi18n.h>

#include "base/care-bidi.h"
#include "desk/care-desk-words.h"
#include "desk/frame/care-wrap-box.h"

struct _CarePatientButton
{
  GtkButton    parent_instance;

  GtkLabel    *name;
  GtkLabel    *born;
  GtkLabel    *phone;

  CarePatient *patient;
};

G_DEFINE_FINAL_TYPE (CarePatientButton, care_patient_button, GTK_TYPE_BUTTON)

static void
care_patient_button_dispose (GObject *object)
{
  CarePatientButton *self = CARE_PATIENT_BUTTON (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_PATIENT_BUTTON);
  g_clear_object (&self->patient);
  G_OBJECT_CLASS (care_patient_button_parent_class)->dispose (object);
}

static void
care_patient_button_class_init (CarePatientButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_patient_button_dispose;
  g_type_ensure (CARE_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/aftercare/Aftercare/desk/patients/care-patient-button.ui");
  gtk_widget_class_bind_template_child (widget_class, CarePatientButton, name);
  gtk_widget_class_bind_template_child (widget_class, CarePatientButton, born);
  gtk_widget_class_bind_template_child (widget_class, CarePatientButton, phone);
}

static void
care_patient_button_init (CarePatientButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
care_patient_button_new (void)
{
  return g_object_new (CARE_TYPE_PATIENT_BUTTON, NULL);
}

/**
 * care_patient_button_set_patient:
 * @self: a button
 * @patient: whom it opens
 */
void
care_patient_button_set_patient (CarePatientButton *self,
                                 CarePatient       *patient)
{
  g_return_if_fail (CARE_IS_PATIENT_BUTTON (self));
  g_return_if_fail (CARE_IS_PATIENT (patient));

  g_autofree char *born = care_desk_words_born (patient);
  const char *phone = care_patient_get_phone (patient);
  g_autofree char *drawn_phone = care_bidi_dup_neutral (phone);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", care_patient_get_display_name (patient), born);

  g_set_object (&self->patient, patient);
  gtk_label_set_text (self->name, care_patient_get_display_name (patient));
  gtk_label_set_text (self->born, born);
  gtk_label_set_text (self->phone, drawn_phone != NULL ? drawn_phone : "");
  gtk_widget_set_visible (GTK_WIDGET (self->phone), phone != NULL && *phone != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", care_patient_get_id (patient));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.open-patient");
}

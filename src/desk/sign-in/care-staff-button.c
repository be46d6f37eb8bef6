/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/sign-in/care-staff-button.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "desk/care-desk-words.h"
#include "widgets/form/care-row-layout.h"

#define STAFF_KEY "care-staff"

/**
 * care_staff_button_new:
 * @clinic: the use-cases
 * @staff: whom it stands for
 * @group: (nullable): another button of the same choice
 *
 * Returns: (transfer floating): a toggle button
 */
GtkWidget *
care_staff_button_new (CareClinic *clinic,
                       CareStaff  *staff,
                       GtkWidget  *group)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *row = care_row_layout_new_box (0.0, 14);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *name = gtk_label_new (care_staff_get_display_name (staff));
  const char *pin = care_clinic_is_sample (clinic) ? care_staff_get_sample_pin (staff) : NULL;
  g_autofree char *about = pin != NULL
                             ? g_strdup_printf (_("%s · sample PIN %s"), care_desk_words_role (care_staff_get_role (staff)), pin)
                             : g_strdup (care_desk_words_role (care_staff_get_role (staff)));
  GtkWidget *role = gtk_label_new (about);

  gtk_box_append (GTK_BOX (row), adw_avatar_new (40, care_staff_get_display_name (staff), TRUE));
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_xalign (GTK_LABEL (role), 0);
  gtk_label_set_wrap (GTK_LABEL (role), TRUE);
  gtk_widget_add_css_class (role, "spaced-caption");
  gtk_box_append (GTK_BOX (words), name);
  gtk_box_append (GTK_BOX (words), role);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (row), words);
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "choice");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, care_staff_get_display_name (staff),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about,
                                  -1);
  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (group));
  g_object_set_data_full (G_OBJECT (button), STAFF_KEY, g_object_ref (staff), g_object_unref);
  return button;
}

/** Returns: (transfer none): whom the button stands for */
CareStaff *
care_staff_button_get_staff (GtkWidget *button)
{
  g_return_val_if_fail (GTK_IS_TOGGLE_BUTTON (button), NULL);

  return g_object_get_data (G_OBJECT (button), STAFF_KEY);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/patients/care-allergy-list.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-allergies.h"
#include "desk/care-desk-words.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "desk/sign-in/care-pin-dialog.h"

struct _CareAllergyList
{
  AdwBin         parent_instance;

  GtkBox        *box;
  CareDesk      *desk;
  CarePatient   *patient;
  CareAllergies *opened;
};

G_DEFINE_FINAL_TYPE (CareAllergyList, care_allergy_list, ADW_TYPE_BIN)

static char *
dup_asked (CareAllergyList     *self,
           const CareAllergies *allergies)
{
  g_autofree char *date = NULL;

  if (allergies->asked_at == CARE_INSTANT_NONE)
    return g_strdup (_("Not in any answers of this patient."));
  date = care_format_date (care_desk_get_format (self->desk), allergies->asked_at);
  return g_strdup_printf (_("Asked %s"), date);
}

static GtkWidget *
new_standing (CareAllergyList     *self,
              const CareAllergies *allergies)
{
  g_autofree char *asked = dup_asked (self, allergies);
  g_autofree char *named = NULL;
  g_autofree char *about = NULL;

  switch (allergies->state)
    {
    case CARE_ALLERGIES_NAMED:
      named = g_strdup_printf (ngettext ("%u allergy named", "%u allergies named", allergies->count), allergies->count);
      about = allergies->open ? g_strdup_printf (_("%s · and “not sure”, or “rather tell staff”"), asked) : g_strdup (asked);
      if (allergies->unconfirmed == 0)
        return care_fact_row_new_state (named, about, CARE_TONE_WAITING, _("Looked at by a clinician"));
      return care_fact_row_new_state (named, about, CARE_TONE_DECIDE, _("Not confirmed yet"));
    case CARE_ALLERGIES_NONE:
      return care_fact_row_new_state (_("No allergy known"), asked, CARE_TONE_GOOD, _("Asked"));
    case CARE_ALLERGIES_OPEN:
      return care_fact_row_new_state (_("Not answered: “not sure”, or “rather tell staff”"), asked, CARE_TONE_DECIDE,
                                      _("Ask the clinician"));
    case CARE_ALLERGIES_NOT_ASKED:
    default:
      return care_fact_row_new_state (_("Not asked"), asked, CARE_TONE_DECIDE, _("Not known"));
    }
}

static GtkWidget *
new_allergy (CareAllergyList   *self,
             const CareAllergy *allergy)
{
  g_autofree char *name = allergy->typed ? g_strdup_printf (_("“%s”, in their own words"), allergy->name)
                                         : g_strdup (allergy->name);
  CareFormat *format = care_desk_get_format (self->desk);
  g_autofree char *date = NULL;
  g_autofree char *typed = care_desk_words_typed_in (self->desk, allergy->typed_in);
  g_autofree char *standing = NULL;
  g_autofree char *about = NULL;

  if (allergy->not_again)
    {
      date = care_format_date (format, allergy->named_at);
      standing = g_strdup_printf (_("Named %s, and not named again"), date);
    }
  else if (allergy->confirmed_by != NULL)
    {
      date = care_format_date (format, allergy->confirmed_at);
      standing = g_strdup_printf ("%s · %s", allergy->confirmed_by, date);
    }
  about = typed != NULL && standing != NULL ? g_strdup_printf ("%s · %s", typed, standing)
                                            : g_strdup (typed != NULL ? typed : standing);
  if (allergy->not_again)
    return care_fact_row_new_state (name, about, CARE_TONE_DECIDE, _("Ask which is right"));
  if (allergy->confirmed_by == NULL)
    return care_fact_row_new_state (name, about != NULL ? about : "", CARE_TONE_DECIDE, _("Not confirmed yet"));
  return care_fact_row_new_state (name, about, CARE_TONE_GOOD, _("Confirmed"));
}

static void
show (CareAllergyList *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CareAllergies) allergies = NULL;
  GtkWidget *row;

  care_clear_box (self->box);
  if (self->patient == NULL)
    return;
  allergies = care_clinic_get_allergies (care_desk_get_clinic (self->desk), self->patient, &error);
  if (allergies == NULL)
    {
      gtk_box_append (self->box, care_new_fault (error));
      return;
    }
  row = new_standing (self, allergies);
  if (allergies->count > 0)
    care_fact_row_add (row, self->opened == NULL ? care_new_button (_("Show the _names"), "allergies.open", NULL)
                                                 : care_new_button (_("_Hide the names"), "allergies.close", NULL));
  gtk_box_append (self->box, row);
  for (guint i = 0; self->opened != NULL && i < self->opened->list->len; i++)
    gtk_box_append (self->box, new_allergy (self, g_ptr_array_index (self->opened->list, i)));
}

static gboolean
open_cb (const CareSignature  *by,
         gpointer              data,
         GError              **error)
{
  CareAllergyList *self = data;
  CareAllergies *opened = care_clinic_open_allergies (care_desk_get_clinic (self->desk), self->patient, by, error);

  if (opened == NULL)
    return FALSE;
  g_clear_pointer (&self->opened, care_allergies_free);
  self->opened = opened;
  show (self);
  return TRUE;
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  care_pin_dialog_ask (widget, CARE_ALLERGY_LIST (widget)->desk, _("Open the allergies"), TRUE, open_cb,
                       g_object_ref (widget), g_object_unref);
}

static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  CareAllergyList *self = CARE_ALLERGY_LIST (widget);

  g_clear_pointer (&self->opened, care_allergies_free);
  show (self);
}

/* What a clinician opened is not there for whoever comes back to the page. */
static void
care_allergy_list_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (care_allergy_list_parent_class)->unmap (widget);
  if (CARE_ALLERGY_LIST (widget)->opened != NULL && !gtk_widget_in_destruction (widget))
    close_action (widget, NULL, NULL);
}

static void
care_allergy_list_dispose (GObject *object)
{
  CareAllergyList *self = CARE_ALLERGY_LIST (object);

  g_clear_pointer (&self->opened, care_allergies_free);
  g_clear_object (&self->patient);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (care_allergy_list_parent_class)->dispose (object);
}

static void
care_allergy_list_class_init (CareAllergyListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_allergy_list_dispose;
  widget_class->unmap = care_allergy_list_unmap;
  gtk_widget_class_install_action (widget_class, "allergies.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "allergies.close", NULL, close_action);
}

static void
care_allergy_list_init (CareAllergyList *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "facts");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * care_allergy_list_set_patient:
 * @self: a list
 * @desk: what the pages work with
 * @patient: whose allergies
 *
 * Shows how it stands now; names that are open stay open.
 */
void
care_allergy_list_set_patient (CareAllergyList *self,
                               CareDesk        *desk,
                               CarePatient     *patient)
{
  g_return_if_fail (CARE_IS_ALLERGY_LIST (self));
  g_return_if_fail (CARE_IS_DESK (desk));
  g_return_if_fail (CARE_IS_PATIENT (patient));

  g_set_object (&self->desk, desk);
  g_set_object (&self->patient, patient);
  show (self);
}

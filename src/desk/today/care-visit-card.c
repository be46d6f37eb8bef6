/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/today/care-visit-card.h"

#include <glib/gi18n.h>

#include "base/care-bidi.h"
#include "desk/care-desk-due.h"
#include "desk/care-desk-words.h"
#include "desk/care-print-words.h"
#include "desk/frame/care-wrap-box.h"

struct _CareVisitCard
{
  GtkListBoxRow parent_instance;

  GtkLabel     *time;
  GtkLabel     *name;
  GtkLabel     *about;
  CareStateTag *state;
  CareStateTag *late;
  CareStateTag *unsigned_record;
  CareStateTag *paper;
  GtkButton    *step;

  CareDesk     *desk;
  CareVisit    *visit;
  char         *due; /* (nullable): what runs out before it */
  guint         due_source;
};

G_DEFINE_FINAL_TYPE (CareVisitCard, care_visit_card, GTK_TYPE_LIST_BOX_ROW)

static void
set_class (CareVisitCard *self,
           const char    *name,
           gboolean       on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
show_late (CareVisitCard *self)
{
  int minutes = (int) ((care_desk_now (self->desk) - care_visit_get_start (self->visit)) / CARE_MINUTE);
  gboolean late = care_visit_is_late (self->visit) && minutes > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->late), late);
  if (late)
    {
      g_autofree char *word = g_strdup_printf (ngettext ("%d minute late", "%d minutes late", (gulong) minutes), minutes);

      care_state_tag_set (self->late, CARE_TONE_WAITING, word);
    }
}

/* Where the one button does not say it already. */
static gboolean
show_unsigned (CareVisitCard *self)
{
  gboolean shown = care_visit_is_drafted (self->visit)
                   || (care_visit_is_unsigned (self->visit) && care_visit_get_next_step (self->visit) != CARE_NEXT_RECORD);

  gtk_widget_set_visible (GTK_WIDGET (self->unsigned_record), shown);
  if (shown)
    care_state_tag_set (self->unsigned_record, CARE_TONE_DECIDE, _("Unsigned record"));
  return shown;
}

/* What became of the sheet at the printer, until somebody has it. */
static const char *
show_paper (CareVisitCard *self)
{
  CarePrintJob *job = care_visit_is_given (self->visit) ? NULL : care_desk_find_print_job (self->desk, self->visit);
  CareSheetPrinter *printer = job != NULL ? care_print_job_get_printer (job) : NULL;
  const char *words = printer != NULL ? care_print_words_get_short (printer) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->paper), words != NULL);
  if (words != NULL)
    {
      care_state_tag_set (self->paper, care_print_words_get_tone (printer), words);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->paper), care_sheet_printer_get_status (printer));
    }
  return words;
}

/* Namesakes of one day are told apart by the year of birth. */
static char *
dup_name (CareVisit *visit)
{
  CarePatient *patient = care_visit_get_patient (visit);
  g_autofree char *name = care_bidi_dup_isolated (care_patient_get_short_name (patient));
  const char *birth_date = care_patient_get_birth_date (patient);

  if (care_visit_has_namesake (visit) && birth_date != NULL)
    return g_strdup_printf ("%s · %.4s", name, birth_date);
  return g_steal_pointer (&name);
}

static void
show_step (CareVisitCard *self)
{
  CareNextStep next = care_visit_get_next_step (self->visit);
  const char *word = care_desk_words_step (next, care_visit_get_kind (self->visit));

  gtk_widget_set_visible (GTK_WIDGET (self->step), word != NULL);
  if (word == NULL)
    return;
  g_autofree char *spoken = g_strdup_printf ("%s: %s", care_patient_get_short_name (care_visit_get_patient (self->visit)), word);
  gtk_button_set_label (self->step, word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->step), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_visit (CareVisitCard *self)
{
  CareVisitState state = care_visit_get_state (self->visit);
  g_autofree char *time = care_format_time (care_desk_get_format (self->desk), care_visit_get_start (self->visit));
  g_autofree char *name = dup_name (self->visit);
  g_autofree char *kind = care_desk_words_kind (self->visit);
  g_autofree char *about = care_visit_is_walk_in (self->visit) ? g_strdup_printf (_("%s · walk-in"), kind)
                           : self->due != NULL                 ? g_strdup_printf ("%s · %s", kind, self->due)
                                                               : g_strdup (kind);
  g_autofree char *standing = care_desk_words_standing (self->desk, self->visit);
  gboolean no_record = show_unsigned (self);
  const char *paper = show_paper (self);
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s, %s%s%s%s%s", time, name, about, standing, no_record ? ", " : "",
                                             no_record ? _("Unsigned record") : "", paper != NULL ? ", " : "",
                                             paper != NULL ? paper : "");

  gtk_label_set_text (self->time, time);
  gtk_label_set_text (self->name, name);
  gtk_label_set_text (self->about, about);
  care_state_tag_set (self->state, care_desk_words_state_tone (state), standing);
  set_class (self, "over", care_desk_words_is_over (state));
  set_class (self, "late", care_visit_is_late (self->visit));
  set_class (self, "current", state == CARE_STATE_IN_TREATMENT);
  show_late (self);
  show_step (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static gboolean
look_due_cb (gpointer data)
{
  CareVisitCard *self = data;
  g_autofree char *due = care_desk_due_dup_short (self->desk, self->visit);

  self->due_source = 0;
  if (g_strcmp0 (due, self->due) == 0)
    return G_SOURCE_REMOVE;
  g_free (self->due);
  self->due = g_steal_pointer (&due);
  show_visit (self);
  return G_SOURCE_REMOVE;
}

/* The card is drawn first: what has run out is read from the patient's whole record. */
static void
look_due (CareVisitCard *self)
{
  if (self->due_source == 0)
    self->due_source = g_idle_add_full (G_PRIORITY_LOW, look_due_cb, self, NULL);
}

static void
visit_changed_cb (CareVisitCard *self)
{
  show_visit (self);
  look_due (self);
}

static void
print_changed_cb (CareVisitCard *self,
                  CarePrintJob  *job)
{
  if (care_desk_find_print_job (self->desk, self->visit) == job)
    show_visit (self);
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.step", "s", care_visit_get_id (CARE_VISIT_CARD (widget)->visit));
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.open-visit", "s", care_visit_get_id (CARE_VISIT_CARD (widget)->visit));
}

static void
care_visit_card_dispose (GObject *object)
{
  CareVisitCard *self = CARE_VISIT_CARD (object);

  g_clear_handle_id (&self->due_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_VISIT_CARD);
  g_clear_pointer (&self->due, g_free);
  g_clear_object (&self->visit);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (care_visit_card_parent_class)->dispose (object);
}

static void
care_visit_card_class_init (CareVisitCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_visit_card_dispose;
  g_type_ensure (CARE_TYPE_STATE_TAG);
  g_type_ensure (CARE_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/aftercare/Aftercare/desk/today/care-visit-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CareVisitCard, time);
  gtk_widget_class_bind_template_child (widget_class, CareVisitCard, name);
  gtk_widget_class_bind_template_child (widget_class, CareVisitCard, about);
  gtk_widget_class_bind_template_child (widget_class, CareVisitCard, state);
  gtk_widget_class_bind_template_child (widget_class, CareVisitCard, late);
  gtk_widget_class_bind_template_child (widget_class, CareVisitCard, unsigned_record);
  gtk_widget_class_bind_template_child (widget_class, CareVisitCard, paper);
  gtk_widget_class_bind_template_child (widget_class, CareVisitCard, step);
  gtk_widget_class_install_action (widget_class, "card.step", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "card.open", NULL, open_action);
}

static void
care_visit_card_init (CareVisitCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * care_visit_card_new:
 * @desk: what the pages work with
 * @visit: the visit
 *
 * Returns: (transfer floating): a card that follows its visit
 */
GtkWidget *
care_visit_card_new (CareDesk  *desk,
                     CareVisit *visit)
{
  g_return_val_if_fail (CARE_IS_DESK (desk), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);

  CareVisitCard *self = g_object_new (CARE_TYPE_VISIT_CARD, NULL);

  self->desk = g_object_ref (desk);
  self->visit = g_object_ref (visit);
  g_signal_connect_object (visit, "notify", G_CALLBACK (visit_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "print-changed", G_CALLBACK (print_changed_cb), self, G_CONNECT_SWAPPED);
  show_visit (self);
  look_due (self);
  return GTK_WIDGET (self);
}

/** Returns: (transfer none): the visit */
CareVisit *
care_visit_card_get_visit (CareVisitCard *self)
{
  g_return_val_if_fail (CARE_IS_VISIT_CARD (self), NULL);

  return self->visit;
}

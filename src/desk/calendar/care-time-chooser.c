/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/calendar/care-time-chooser.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-schedule.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-say.h"
#include "desk/frame/care-wrap-box.h"
#include "desk/sign-in/care-clock-dialog.h"

/** So many free times are shown at once. */
#define TIMES_AT_ONCE 40

struct _CareTimeChooser
{
  GtkWidget      parent_instance;

  GtkBox        *box;

  CareDesk      *desk;
  CarePatient   *patient;
  CareVisitKind  kind;
  CareInstant    from;
  GPtrArray     *proposals;
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_LATER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CareTimeChooser, care_time_chooser, GTK_TYPE_WIDGET)

static void
choose_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  CareTimeChooser *self = CARE_TIME_CHOOSER (widget);
  guint index = (guint) g_variant_get_int32 (parameter);

  if (self->proposals == NULL || index >= self->proposals->len)
    return;
  g_autoptr (CareProposal) chosen = care_proposal_copy (g_ptr_array_index (self->proposals, index));

  /* Today is whatever the clock says. */
  if (care_instant_day_start (chosen->start, care_desk_get_zone (self->desk))
        == care_instant_day_start (care_desk_now (self->desk), care_desk_get_zone (self->desk))
      && !care_clock_dialog_ask (widget, self->desk, name, parameter))
    return;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, chosen);
}

static GtkWidget *
new_time (CareTimeChooser    *self,
          const CareProposal *proposal,
          guint               index)
{
  CareFormat *format = care_desk_get_format (self->desk);
  g_autofree char *time = care_format_time (format, proposal->start);
  g_autofree char *spoken = care_format_moment (format, proposal->start);
  GtkWidget *button = gtk_button_new_with_label (time);

  gtk_widget_add_css_class (button, "chip");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) index);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "times.choose");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return button;
}

static void
draw (CareTimeChooser *self)
{
  CareInstant day = CARE_INSTANT_NONE;
  GtkWidget *times = NULL;

  care_clear_box (self->box);
  for (guint i = 0; i < self->proposals->len; i++)
    {
      const CareProposal *proposal = g_ptr_array_index (self->proposals, i);
      CareInstant begins = care_instant_day_start (proposal->start, care_desk_get_zone (self->desk));

      if (begins != day)
        {
          g_autofree char *name = care_format_day (care_desk_get_format (self->desk), proposal->start);

          day = begins;
          times = care_wrap_box_new (8);
          gtk_box_append (self->box, care_new_heading (name));
          gtk_box_append (self->box, times);
        }
      care_wrap_box_append (CARE_WRAP_BOX (times), new_time (self, proposal, i));
    }
  if (self->proposals->len == 0)
    {
      gtk_box_append (self->box, care_new_text (_("There is no free time within reach. Look at the calendar, or choose a later day.")));
      return;
    }
  GtkWidget *later = care_new_button (_("_Later days"), "times.later", NULL);
  gtk_widget_set_halign (later, GTK_ALIGN_START);
  gtk_box_append (self->box, later);
}

static void
later_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  CareTimeChooser *self = CARE_TIME_CHOOSER (widget);
  const CareProposal *last = g_ptr_array_index (self->proposals, self->proposals->len - 1);
  CareInstant from = care_instant_day_start (last->start + 24 * CARE_HOUR, care_desk_get_zone (self->desk));
  g_autoptr (CareDesk) desk = g_object_ref (self->desk);
  g_autoptr (CarePatient) patient = g_object_ref (self->patient);
  g_autoptr (GError) error = NULL;

  if (!care_time_chooser_show (self, desk, patient, self->kind, from, &error))
    care_say_error (widget, error);
  else
    g_signal_emit (self, signals[SIGNAL_LATER], 0);
}

static void
care_time_chooser_dispose (GObject *object)
{
  CareTimeChooser *self = CARE_TIME_CHOOSER (object);
  GtkWidget *box = GTK_WIDGET (self->box);

  self->box = NULL;
  g_clear_pointer (&box, gtk_widget_unparent);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_clear_object (&self->patient);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (care_time_chooser_parent_class)->dispose (object);
}

static void
care_time_chooser_class_init (CareTimeChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_time_chooser_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "times.choose", "i", choose_action);
  gtk_widget_class_install_action (widget_class, "times.later", NULL, later_action);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", CARE_TYPE_TIME_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, CARE_TYPE_PROPOSAL | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[SIGNAL_LATER] = g_signal_new ("later", CARE_TYPE_TIME_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

static void
care_time_chooser_init (CareTimeChooser *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 10));
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
}

GtkWidget *
care_time_chooser_new (void)
{
  return g_object_new (CARE_TYPE_TIME_CHOOSER, NULL);
}

/**
 * care_time_chooser_show:
 * @self: a chooser
 * @desk: what the pages work with
 * @patient: for whom
 * @kind: kind of visit
 * @from: not before
 * @error: return location for a #CareError
 *
 * Returns: whether the calendar could be read
 */
gboolean
care_time_chooser_show (CareTimeChooser  *self,
                        CareDesk         *desk,
                        CarePatient      *patient,
                        CareVisitKind     kind,
                        CareInstant       from,
                        GError          **error)
{
  g_return_val_if_fail (CARE_IS_TIME_CHOOSER (self), FALSE);
  g_return_val_if_fail (CARE_IS_DESK (desk), FALSE);
  g_return_val_if_fail (CARE_IS_PATIENT (patient), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  GPtrArray *found = care_clinic_find_times (care_desk_get_clinic (desk), patient, kind, from, TIMES_AT_ONCE, error);

  if (found == NULL)
    return FALSE;
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  self->proposals = found;
  g_set_object (&self->desk, desk);
  g_set_object (&self->patient, patient);
  self->kind = kind;
  self->from = from;
  draw (self);
  return TRUE;
}

/** Returns: what the times shown are not before */
CareInstant
care_time_chooser_get_from (CareTimeChooser *self)
{
  g_return_val_if_fail (CARE_IS_TIME_CHOOSER (self), CARE_INSTANT_NONE);

  return self->from;
}

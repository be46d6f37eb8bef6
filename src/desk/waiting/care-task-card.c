/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/waiting/care-task-card.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-check.h"
#include "clinic/care-clinic-happened.h"
#include "desk/care-desk-words.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "desk/frame/care-say.h"
#include "desk/frame/care-wrap-box.h"
#include "desk/sign-in/care-pin-dialog.h"
#include "desk/waiting/care-waiting.h"

struct _CareTaskCard
{
  GtkWidget  parent_instance;

  GtkBox    *box;
  GtkWidget *reason;
  GtkWidget *stop;
  GtkWidget *no_stop;

  CareDesk  *desk;
  CareTask  *task;
  char      *says;
};

enum
{
  SIGNAL_CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CareTaskCard, care_task_card, GTK_TYPE_WIDGET)

static void fill (CareTaskCard *self);

/* Only what happened to a patient can stay a stop. */
static gboolean
may_stay (CareTaskCard *self)
{
  return g_strcmp0 (care_task_get_kind (self->task), "something-happened") == 0;
}

static gboolean
is_active (GtkWidget *toggle)
{
  return toggle != NULL && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle));
}

static void
typed_cb (CareTaskCard *self)
{
  gboolean chosen = !may_stay (self) || is_active (self->stop) || is_active (self->no_stop);
  gboolean reason = self->reason != NULL && gtk_entry_get_text_length (GTK_ENTRY (self->reason)) > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "task.close", chosen && reason);
}

static void
ask (CareTaskCard *self,
     const char   *title,
     CareSignFunc  func)
{
  if (care_task_is_for_owner (self->task))
    care_pin_dialog_ask_owner (GTK_WIDGET (self), self->desk, title, func, g_object_ref (self), g_object_unref);
  else
    care_pin_dialog_ask (GTK_WIDGET (self), self->desk, title, TRUE, func, g_object_ref (self), g_object_unref);
}

static gboolean
open_cb (const CareSignature  *by,
         gpointer              data,
         GError              **error)
{
  CareTaskCard *self = data;
  char *says = care_clinic_open_task (care_desk_get_clinic (self->desk), self->task, by, error);

  if (says == NULL)
    return FALSE;
  g_free (self->says);
  self->says = says;
  fill (self);
  return TRUE;
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  ask (CARE_TASK_CARD (widget), _("Open what waits for the clinician"), open_cb);
}

static void
hide_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CareTaskCard *self = CARE_TASK_CARD (widget);

  g_clear_pointer (&self->says, g_free);
  fill (self);
}

/* What no longer stands in the way may free a visit of today. */
static gboolean
screen_again (CareTaskCard  *self,
              GError       **error)
{
  CareClinic *clinic = care_desk_get_clinic (self->desk);
  GListModel *today = care_clinic_get_today (clinic);
  g_autoptr (GPtrArray) visits = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (today); i++)
    {
      g_autoptr (CareVisit) visit = g_list_model_get_item (today, i);
      CareVisitState state = care_visit_get_state (visit);

      if (care_visit_get_patient (visit) == care_task_get_patient (self->task)
          && (state == CARE_STATE_MUST_DECIDE || state == CARE_STATE_STOPPED || state == CARE_STATE_READY))
        g_ptr_array_add (visits, g_steal_pointer (&visit));
    }
  for (guint i = 0; i < visits->len; i++)
    if (!care_clinic_screen (clinic, g_ptr_array_index (visits, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
close_cb (const CareSignature  *by,
          gpointer              data,
          GError              **error)
{
  CareTaskCard *self = data;
  g_autoptr (GError) late = NULL;

  if (!care_clinic_close_task (care_desk_get_clinic (self->desk), self->task, gtk_editable_get_text (GTK_EDITABLE (self->reason)),
                               is_active (self->stop), by, error))
    return FALSE;
  if (screen_again (self, &late))
    care_say_undo_one (GTK_WIDGET (self), _("Closed and signed"), "win.reopen-task", care_task_get_id (self->task));
  else
    care_say_error (GTK_WIDGET (self), late);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
  return TRUE;
}

static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  ask (CARE_TASK_CARD (widget), _("Close it for good"), close_cb);
}

static GtkWidget *
add_toggle (CareTaskCard *self,
            GtkWidget    *row,
            const char   *label,
            GtkWidget    *group)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_widget_add_css_class (button, "touch");
  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (group));
  g_signal_connect_object (button, "toggled", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  care_wrap_box_append (CARE_WRAP_BOX (row), button);
  return button;
}

static void
add_closing (CareTaskCard *self)
{
  GtkWidget *row = care_wrap_box_new (12);
  GtkWidget *close = care_new_button (_("_Close it"), "task.close", NULL);

  if (may_stay (self))
    {
      GtkWidget *choice = care_wrap_box_new (8);

      gtk_box_append (self->box, care_new_heading (_("Does it stand in the way of treatment?")));
      self->stop = add_toggle (self, choice, _("Yes, it stays a stop"), NULL);
      self->no_stop = add_toggle (self, choice, _("No, not any more"), self->stop);
      gtk_box_append (self->box, choice);
    }
  self->reason = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason), _("Why it is closed"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Why it is closed"), -1);
  gtk_widget_add_css_class (self->reason, "touch");
  g_signal_connect_object (self->reason, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, self->reason);
  gtk_widget_add_css_class (close, "suggested-action");
  care_wrap_box_append (CARE_WRAP_BOX (row), close);
  care_wrap_box_append (CARE_WRAP_BOX (row), care_new_button (_("_Put it away"), "task.hide", NULL));
  gtk_box_append (self->box, row);
}

static void
fill (CareTaskCard *self)
{
  CarePatient *patient = care_task_get_patient (self->task);
  g_autofree char *at = care_format_moment (care_desk_get_format (self->desk), care_task_get_since (self->task));
  g_autofree char *since = g_strdup_printf (care_task_is_for_owner (self->task) ? _("For the owner · since %s") : _("Since %s"), at);
  const char *who = self->says != NULL ? care_patient_get_display_name (patient) : care_patient_get_short_name (patient);
  GtkWidget *row = care_fact_row_new_state (who, since, care_waiting_urgency_tone (self->task),
                                            care_waiting_urgency_word (self->task));

  care_clear_box (self->box);
  self->reason = NULL;
  self->stop = NULL;
  self->no_stop = NULL;
  gtk_widget_remove_css_class (row, "fact-row");
  gtk_box_append (self->box, row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, who, -1);
  if (self->says == NULL)
    care_fact_row_add (row, care_new_button (_("_Open it"), "task.open", NULL));
  else
    {
      gtk_box_append (self->box, care_new_heading (care_waiting_task_word (self->task)));
      if (*self->says != '\0')
        gtk_box_append (self->box, care_new_text (self->says));
      add_closing (self);
    }
  typed_cb (self);
}

static void
care_task_card_dispose (GObject *object)
{
  CareTaskCard *self = CARE_TASK_CARD (object);
  GtkWidget *box = GTK_WIDGET (self->box);

  self->box = NULL;
  g_clear_pointer (&box, gtk_widget_unparent);
  g_clear_pointer (&self->says, g_free);
  g_clear_object (&self->task);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (care_task_card_parent_class)->dispose (object);
}

static void
care_task_card_class_init (CareTaskCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_task_card_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "task.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "task.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "task.hide", NULL, hide_action);
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", CARE_TYPE_TASK_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
care_task_card_init (CareTaskCard *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "finding");
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
}

/**
 * care_task_card_new:
 * @desk: what the pages work with
 * @task: an open task
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
care_task_card_new (CareDesk *desk,
                    CareTask *task)
{
  g_return_val_if_fail (CARE_IS_DESK (desk), NULL);
  g_return_val_if_fail (CARE_IS_TASK (task), NULL);

  CareTaskCard *self = g_object_new (CARE_TYPE_TASK_CARD, NULL);

  self->desk = g_object_ref (desk);
  self->task = g_object_ref (task);
  fill (self);
  return GTK_WIDGET (self);
}

/** Returns: whether a clinician has it open */
gboolean
care_task_card_is_open (CareTaskCard *self)
{
  g_return_val_if_fail (CARE_IS_TASK_CARD (self), FALSE);

  return self->says != NULL;
}

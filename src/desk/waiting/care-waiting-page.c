/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/waiting/care-waiting-page.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-happened.h"
#include "desk/care-desk-words.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "desk/frame/care-say.h"
#include "desk/waiting/care-task-card.h"
#include "desk/waiting/care-waiting.h"

struct _CareWaitingPage
{
  CarePage     parent_instance;

  GtkStack    *stack;
  GtkLabel    *of_whom;
  GtkBox      *tasks;
  GtkBox      *visits;

  CarePatient *patient;
};

G_DEFINE_FINAL_TYPE (CareWaitingPage, care_waiting_page, CARE_TYPE_PAGE)

static void show (CareWaitingPage *self);

static void
closed_cb (CareWaitingPage *self)
{
  show (self);
}

static void
show_tasks (CareWaitingPage *self,
            GListModel      *tasks)
{
  for (guint i = 0; i < g_list_model_get_n_items (tasks); i++)
    {
      g_autoptr (CareTask) task = g_list_model_get_item (tasks, i);
      GtkWidget *card = care_task_card_new (care_page_get_desk (CARE_PAGE (self)), task);

      g_signal_connect_object (card, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->tasks, card);
    }
}

static void
show_visit (CareWaitingPage *self,
            CareVisit       *visit,
            const char      *word)
{
  CareDesk *desk = care_page_get_desk (CARE_PAGE (self));
  const char *who = care_patient_get_short_name (care_visit_get_patient (visit));
  gboolean today = care_visit_get_start (visit) >= care_instant_day_start (care_desk_now (desk), care_desk_get_zone (desk));
  g_autofree char *time = today ? care_format_time (care_desk_get_format (desk), care_visit_get_start (visit))
                                : care_format_moment (care_desk_get_format (desk), care_visit_get_start (visit));
  g_autofree char *kind = care_desk_words_kind (visit);
  g_autofree char *about = g_strdup_printf ("%s · %s", time, kind);
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s", who, about, word);
  GtkWidget *row = care_fact_row_new_state (who, about, CARE_TONE_DECIDE, word);

  gtk_box_append (self->visits, care_fact_row_new_button (row, "win.open-visit", care_visit_get_id (visit), spoken));
}

static void
show_visits (CareWaitingPage *self)
{
  g_autoptr (GPtrArray) visits = care_waiting_list_visits (care_page_get_desk (CARE_PAGE (self)));

  for (guint i = 0; i < visits->len; i++)
    {
      CareVisit *visit = g_ptr_array_index (visits, i);

      if (self->patient == NULL || care_visit_get_patient (visit) == self->patient)
        show_visit (self, visit, care_waiting_visit_word (visit));
    }
}

static void
show (CareWaitingPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) tasks = care_clinic_list_tasks (care_page_get_clinic (CARE_PAGE (self)), self->patient, &error);
  gboolean any;

  care_clear_box (self->tasks);
  care_clear_box (self->visits);
  if (tasks == NULL)
    {
      care_say_error (GTK_WIDGET (self), error);
      return;
    }
  show_tasks (self, tasks);
  show_visits (self);
  any = gtk_widget_get_first_child (GTK_WIDGET (self->visits)) != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->visits), any);
  gtk_stack_set_visible_child_name (self->stack, any || g_list_model_get_n_items (tasks) > 0 ? "list" : "empty");
}

/* Never takes away what a clinician reads or types. */
static void
care_waiting_page_refresh (CarePage *page)
{
  CareWaitingPage *self = CARE_WAITING_PAGE (page);

  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->tasks)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    if (care_task_card_is_open (CARE_TASK_CARD (card)))
      return;
  show (self);
}

static void
care_waiting_page_dispose (GObject *object)
{
  CareWaitingPage *self = CARE_WAITING_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_WAITING_PAGE);
  g_clear_object (&self->patient);
  G_OBJECT_CLASS (care_waiting_page_parent_class)->dispose (object);
}

static void
care_waiting_page_class_init (CareWaitingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_waiting_page_dispose;
  CARE_PAGE_CLASS (klass)->refresh = care_waiting_page_refresh;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/aftercare/Aftercare/desk/waiting/care-waiting-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CareWaitingPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CareWaitingPage, of_whom);
  gtk_widget_class_bind_template_child (widget_class, CareWaitingPage, tasks);
  gtk_widget_class_bind_template_child (widget_class, CareWaitingPage, visits);
}

static void
care_waiting_page_init (CareWaitingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * care_waiting_page_new:
 * @desk: what the page works with
 * @patient: (nullable): whose, NULL for everybody's
 *
 * Returns: (transfer floating): what waits for the clinician
 */
GtkWidget *
care_waiting_page_new (CareDesk    *desk,
                       CarePatient *patient)
{
  g_return_val_if_fail (patient == NULL || CARE_IS_PATIENT (patient), NULL);

  CareWaitingPage *self = g_object_new (CARE_TYPE_WAITING_PAGE, "desk", desk, NULL);

  g_set_object (&self->patient, patient);
  if (patient != NULL)
    gtk_label_set_text (self->of_whom, care_patient_get_display_name (patient));
  gtk_widget_set_visible (GTK_WIDGET (self->of_whom), patient != NULL);
  show (self);
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/calendar/care-schedule-list.h"

#include <glib/gi18n.h>

#include "desk/care-desk-words.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"

struct _CareScheduleList
{
  GtkWidget parent_instance;

  GtkBox   *box;
};

G_DEFINE_FINAL_TYPE (CareScheduleList, care_schedule_list, GTK_TYPE_WIDGET)

static GtkWidget *
new_row (CareDesk  *desk,
         CareVisit *visit)
{
  CareVisitState state = care_visit_get_state (visit);
  g_autofree char *at = care_format_moment (care_desk_get_format (desk), care_visit_get_start (visit));
  g_autofree char *kind = care_desk_words_kind (visit);
  g_autofree char *length = care_desk_words_length (care_visit_get_start (visit), care_visit_get_end (visit));
  g_autofree char *about = g_strdup_printf ("%s · %s", kind, length);
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s", at, about, care_desk_words_state (state));

  return care_fact_row_new_button (care_fact_row_new_state (at, about, care_desk_words_state_tone (state),
                                                            care_desk_words_state (state)),
                                   "win.open-visit", care_visit_get_id (visit), spoken);
}

static void
care_schedule_list_dispose (GObject *object)
{
  CareScheduleList *self = CARE_SCHEDULE_LIST (object);
  GtkWidget *box = GTK_WIDGET (self->box);

  self->box = NULL;
  g_clear_pointer (&box, gtk_widget_unparent);
  G_OBJECT_CLASS (care_schedule_list_parent_class)->dispose (object);
}

static void
care_schedule_list_class_init (CareScheduleListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_schedule_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
care_schedule_list_init (CareScheduleList *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "facts");
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
}

GtkWidget *
care_schedule_list_new (void)
{
  return g_object_new (CARE_TYPE_SCHEDULE_LIST, NULL);
}

/**
 * care_schedule_list_set_visits:
 * @self: a list
 * @desk: what the pages work with
 * @visits: visits in order of time
 */
void
care_schedule_list_set_visits (CareScheduleList *self,
                               CareDesk         *desk,
                               GListModel       *visits)
{
  g_return_if_fail (CARE_IS_SCHEDULE_LIST (self));
  g_return_if_fail (CARE_IS_DESK (desk));
  g_return_if_fail (G_IS_LIST_MODEL (visits));

  care_clear_box (self->box);
  for (guint i = 0; i < g_list_model_get_n_items (visits); i++)
    {
      g_autoptr (CareVisit) visit = g_list_model_get_item (visits, i);

      gtk_box_append (self->box, new_row (desk, visit));
    }
  if (g_list_model_get_n_items (visits) == 0)
    gtk_box_append (self->box, care_fact_row_new (_("Nothing is booked yet"), ""));
}

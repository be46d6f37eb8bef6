/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/today/care-ahead-line.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-schedule.h"
#include "desk/care-desk-due.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"

/* Over a weekend and a holiday, the next day with visits is what "tomorrow" is to the desk. */
#define DAYS_AHEAD 4

struct _CareAheadLine
{
  AdwBin    parent_instance;

  CareDesk *desk;
  char     *title;
  char     *about;
  guint     refresh_source;
};

G_DEFINE_FINAL_TYPE (CareAheadLine, care_ahead_line, ADW_TYPE_BIN)

static void
care_ahead_line_dispose (GObject *object)
{
  CareAheadLine *self = CARE_AHEAD_LINE (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->about, g_free);
  G_OBJECT_CLASS (care_ahead_line_parent_class)->dispose (object);
}

static void
care_ahead_line_class_init (CareAheadLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_ahead_line_dispose;
}

static void
care_ahead_line_init (CareAheadLine *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* The next day that somebody is expected on. */
static GListModel *
find_day (CareAheadLine *self,
          int           *days,
          CareInstant   *noon)
{
  GTimeZone *zone = care_desk_get_zone (self->desk);
  CareInstant today = care_instant_day_start (care_desk_now (self->desk), zone) + 12 * CARE_HOUR;

  for (*days = 1; *days <= DAYS_AHEAD; (*days)++)
    {
      *noon = care_instant_add_local_days (today, zone, *days, NULL);
      if (*noon == CARE_INSTANT_NONE)
        continue;
      g_autoptr (GListModel) visits = care_clinic_list_visits (care_desk_get_clinic (self->desk), care_instant_day_start (*noon, zone),
                                                               care_instant_day_start (*noon + 24 * CARE_HOUR, zone), NULL);

      for (guint i = 0; visits != NULL && i < g_list_model_get_n_items (visits); i++)
        {
          g_autoptr (CareVisit) visit = g_list_model_get_item (visits, i);

          if (care_visit_get_state (visit) == CARE_STATE_EXPECTED)
            return g_steal_pointer (&visits);
        }
    }
  return NULL;
}

static char *
dup_calls (CareAheadLine *self,
           GListModel    *visits,
           guint         *count)
{
  g_autoptr (GStrvBuilder) calls = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  *count = 0;
  for (guint i = 0; i < g_list_model_get_n_items (visits); i++)
    {
      g_autoptr (CareVisit) visit = g_list_model_get_item (visits, i);
      g_autofree char *due = care_desk_due_dup_short (self->desk, visit);
      g_autofree char *time = NULL;
      g_autofree char *call = NULL;

      if (due == NULL)
        continue;
      time = care_format_time (care_desk_get_format (self->desk), care_visit_get_start (visit));
      call = g_strdup_printf ("%s %s: %s", time, care_patient_get_short_name (care_visit_get_patient (visit)), due);
      g_strv_builder_add (calls, call);
      (*count)++;
    }
  list = g_strv_builder_end (calls);
  return g_strjoinv ("\n", list);
}

static void
look (CareAheadLine *self)
{
  CareInstant noon = CARE_INSTANT_NONE;
  int days = 0;
  guint count = 0;
  g_autoptr (GListModel) visits = self->desk != NULL ? find_day (self, &days, &noon) : NULL;
  g_autofree char *about = visits != NULL ? dup_calls (self, visits, &count) : NULL;
  g_autofree char *day = count > 0 ? care_format_day (care_desk_get_format (self->desk), noon) : NULL;
  /* TRANSLATORS: %s is a day. */
  g_autofree char *title = count > 0 ? g_strdup_printf (_("Call before %s"), day) : NULL;
  GtkWidget *row;

  if (g_strcmp0 (title, self->title) == 0 && (title == NULL || g_strcmp0 (about, self->about) == 0))
    return;
  g_free (self->title);
  g_free (self->about);
  self->title = g_strdup (title);
  self->about = g_strdup (about);
  gtk_widget_set_visible (GTK_WIDGET (self), count > 0);
  if (count == 0)
    {
      adw_bin_set_child (ADW_BIN (self), NULL);
      return;
    }
  row = care_fact_row_new (title, about);
  gtk_widget_add_css_class (row, "card");
  GtkWidget *button = care_new_button (_("_Look at that day"), NULL, NULL);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", days);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.day");
  care_fact_row_add (row, button);
  adw_bin_set_child (ADW_BIN (self), row);
}

static gboolean
look_cb (gpointer data)
{
  CareAheadLine *self = data;

  self->refresh_source = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

/** Looks again, once the day itself is drawn. */
void
care_ahead_line_refresh (CareAheadLine *self)
{
  g_return_if_fail (CARE_IS_AHEAD_LINE (self));

  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add_full (G_PRIORITY_LOW, look_cb, self, NULL);
}

/**
 * care_ahead_line_follow:
 * @self: a line
 * @desk: what the pages work with
 *
 * Shows whom to call, from now on.
 */
void
care_ahead_line_follow (CareAheadLine *self,
                        CareDesk      *desk)
{
  g_return_if_fail (CARE_IS_AHEAD_LINE (self));
  g_return_if_fail (CARE_IS_DESK (desk));

  g_set_object (&self->desk, desk);
  g_signal_connect_object (care_desk_get_clinic (desk), "changed", G_CALLBACK (care_ahead_line_refresh), self, G_CONNECT_SWAPPED);
  care_ahead_line_refresh (self);
}

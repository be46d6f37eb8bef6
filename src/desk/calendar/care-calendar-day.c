/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/calendar/care-calendar-day.h"

#include <glib/gi18n.h>

#include "course/care-clinic-info.h"
#include "desk/care-desk-due.h"
#include "desk/care-desk-words.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "widgets/form/care-wrap-layout.h"

/** A day's least width in pixels: seven of them fit a desk's monitor, one a phone. */
#define DAY_WIDTH 165

struct _CareCalendarDay
{
  GtkWidget   parent_instance;

  CareDesk   *desk;
  CareInstant noon;
  GListModel *visits;
  char       *shown;

  /* What has run out by a visit, by the visit's id: as it was read last. */
  GHashTable *dues;
  guint       next;
  gboolean    due_changed;
  guint       due_source;
};

G_DEFINE_FINAL_TYPE (CareCalendarDay, care_calendar_day, GTK_TYPE_WIDGET)

/* One visit as it stands on the day. */
typedef struct
{
  char          *id;
  char          *title;
  char          *about;
  char          *spoken;
  CareVisitState state;
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->id);
  g_free (line->title);
  g_free (line->about);
  g_free (line->spoken);
  g_free (line);
}

static Line *
line_new (CareDesk   *desk,
          CareVisit  *visit,
          const char *due)
{
  const char *name = care_patient_get_short_name (care_visit_get_patient (visit));
  g_autofree char *time = care_format_time (care_desk_get_format (desk), care_visit_get_start (visit));
  g_autofree char *kind = care_desk_words_kind (visit);
  Line *line = g_new0 (Line, 1);

  line->id = g_strdup (care_visit_get_id (visit));
  line->state = care_visit_get_state (visit);
  line->title = g_strdup_printf ("%s  %s", time, name);
  line->about = due != NULL ? g_strdup_printf ("%s · %s", kind, due) : g_strdup (kind);
  line->spoken = g_strdup_printf ("%s, %s, %s, %s", time, name, line->about, care_desk_words_state (line->state));

  return line;
}

static GtkWidget *
new_row (const Line *line)
{
  GtkWidget *row = care_fact_row_new (line->title, line->about);

  if (line->state != CARE_STATE_EXPECTED)
    {
      GtkWidget *tag = care_state_tag_new ();

      care_state_tag_set (CARE_STATE_TAG (tag), care_desk_words_state_tone (line->state), care_desk_words_state (line->state));
      care_fact_row_add (row, tag);
    }
  return care_fact_row_new_button (row, "win.open-visit", line->id, line->spoken);
}

/* Opening hours of the day, or why it is closed. */
static char *
dup_hours (CareDesk   *desk,
           CareInstant noon,
           gboolean   *open)
{
  CareClinicInfo *info = care_clinic_get_info (care_desk_get_clinic (desk));
  g_autoptr (GDateTime) local = care_instant_to_local (noon, care_desk_get_zone (desk));
  g_autoptr (GString) text = g_string_new (NULL);
  const CareClosedDay *closed;
  const CareOpening *spans;
  guint n_spans = 0;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (local),
                  (GDateMonth) g_date_time_get_month (local), (GDateYear) g_date_time_get_year (local));
  closed = care_clinic_info_find_closed (info, &date);
  spans = care_clinic_info_get_opening (info, g_date_get_weekday (&date), &n_spans);

  *open = closed == NULL && n_spans > 0;
  if (closed != NULL && closed->text != NULL)
    return g_strdup_printf (_("Closed: %s"), care_text_get (closed->text, care_desk_get_language (desk)));
  if (!*open)
    return g_strdup (_("Closed"));
  for (guint i = 0; i < n_spans; i++)
    g_string_append_printf (text, "%s%02d:%02d–%02d:%02d", i > 0 ? ", " : "",
                            spans[i].from / 60, spans[i].from % 60, spans[i].to / 60, spans[i].to % 60);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Everything a day shows in one string: two days that are equal in it look alike. */
static char *
dup_shown (const char *name,
           const char *about,
           gboolean    today,
           gboolean    open,
           GPtrArray  *lines)
{
  g_autoptr (GString) shown = g_string_new (NULL);

  g_string_append_printf (shown, "%s\n%s\n%d%d", name, about, today, open);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = g_ptr_array_index (lines, i);

      g_string_append_printf (shown, "\n%s\n%s\n%s", line->id, line->title, line->spoken);
    }
  return g_string_free (g_steal_pointer (&shown), FALSE);
}

static void
clear (CareCalendarDay *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
build (CareCalendarDay *self,
       const char      *name,
       const char      *about,
       gboolean         today,
       gboolean         open,
       GPtrArray       *lines)
{
  GtkWidget *heading = care_new_heading (name);
  GtkWidget *caption = care_new_text (about);
  GtkWidget *list;

  clear (self);
  gtk_widget_add_css_class (caption, "spaced-caption");
  if (today)
    gtk_widget_add_css_class (heading, "today");
  gtk_widget_set_parent (heading, GTK_WIDGET (self));
  gtk_widget_set_parent (caption, GTK_WIDGET (self));
  if (lines->len == 0 && !open)
    return;

  list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_layout_manager (list, care_wrap_layout_new_column (0));
  gtk_widget_add_css_class (list, "card");
  gtk_widget_add_css_class (list, "facts");
  for (guint i = 0; i < lines->len; i++)
    gtk_box_append (GTK_BOX (list), new_row (g_ptr_array_index (lines, i)));
  if (lines->len == 0)
    gtk_box_append (GTK_BOX (list), care_fact_row_new (_("Free"), ""));
  gtk_widget_set_parent (list, GTK_WIDGET (self));
}

static void
show_day (CareCalendarDay *self)
{
  GTimeZone *zone = care_desk_get_zone (self->desk);
  gboolean today = care_instant_day_start (self->noon, zone) == care_instant_day_start (care_desk_now (self->desk), zone);
  g_autofree char *name = care_format_day (care_desk_get_format (self->desk), self->noon);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  gboolean open;
  g_autofree char *hours = dup_hours (self->desk, self->noon, &open);
  char *comma = strstr (name, ", ");
  g_autofree char *about = comma != NULL ? g_strdup_printf ("%s\n%s", comma + 2, hours) : g_strdup (hours);
  g_autofree char *shown = NULL;

  /* The weekday stands out, the date goes below it, in the languages that part them with a comma. */
  if (comma != NULL)
    *comma = '\0';
  for (guint i = 0; i < g_list_model_get_n_items (self->visits); i++)
    {
      g_autoptr (CareVisit) visit = g_list_model_get_item (self->visits, i);

      g_ptr_array_add (lines, line_new (self->desk, visit, g_hash_table_lookup (self->dues, care_visit_get_id (visit))));
    }
  shown = dup_shown (name, about, today, open, lines);
  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  build (self, name, about, today, open, lines);
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
}

/* One visit at a time: that reads the patient's whole record, and somebody may be tapping meanwhile. */
static gboolean
read_due_cb (gpointer data)
{
  CareCalendarDay *self = data;
  g_autoptr (CareVisit) visit = g_list_model_get_item (self->visits, self->next++);
  g_autofree char *due = NULL;

  if (visit == NULL)
    {
      self->due_source = 0;
      if (self->due_changed)
        show_day (self);
      return G_SOURCE_REMOVE;
    }
  if (care_visit_get_state (visit) == CARE_STATE_EXPECTED)
    due = care_desk_due_dup_short (self->desk, visit);
  if (g_strcmp0 (due, g_hash_table_lookup (self->dues, care_visit_get_id (visit))) != 0)
    {
      g_hash_table_insert (self->dues, g_strdup (care_visit_get_id (visit)), g_steal_pointer (&due));
      self->due_changed = TRUE;
    }
  return G_SOURCE_CONTINUE;
}

static void
care_calendar_day_dispose (GObject *object)
{
  CareCalendarDay *self = CARE_CALENDAR_DAY (object);

  g_clear_handle_id (&self->due_source, g_source_remove);
  g_clear_object (&self->desk);
  g_clear_object (&self->visits);
  clear (self);
  G_OBJECT_CLASS (care_calendar_day_parent_class)->dispose (object);
}

static void
care_calendar_day_finalize (GObject *object)
{
  CareCalendarDay *self = CARE_CALENDAR_DAY (object);

  g_free (self->shown);
  g_hash_table_unref (self->dues);
  G_OBJECT_CLASS (care_calendar_day_parent_class)->finalize (object);
}

static void
care_calendar_day_class_init (CareCalendarDayClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_calendar_day_dispose;
  G_OBJECT_CLASS (klass)->finalize = care_calendar_day_finalize;
}

static void
care_calendar_day_init (CareCalendarDay *self)
{
  self->dues = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), care_wrap_layout_new_column (8));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self), DAY_WIDTH, -1);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
}

/**
 * care_calendar_day_new:
 *
 * Returns: (transfer floating): a day, empty until care_calendar_day_show()
 */
GtkWidget *
care_calendar_day_new (void)
{
  return g_object_new (CARE_TYPE_CALENDAR_DAY, NULL);
}

/**
 * care_calendar_day_show:
 * @self: a day
 * @desk: what the page works with
 * @noon: an instant of the day, by the clinic's clock
 * @visits: (element-type CareVisit): the day's visits in order of time
 *
 * Shows the day. What stands there already and has not changed stays, and with it the focus. What has run out by a visit
 * follows once the week is drawn.
 */
void
care_calendar_day_show (CareCalendarDay *self,
                        CareDesk        *desk,
                        CareInstant      noon,
                        GListModel      *visits)
{
  g_return_if_fail (CARE_IS_CALENDAR_DAY (self));
  g_return_if_fail (CARE_IS_DESK (desk));
  g_return_if_fail (G_IS_LIST_MODEL (visits));

  g_set_object (&self->desk, desk);
  g_set_object (&self->visits, visits);
  self->noon = noon;
  show_day (self);
  self->next = 0;
  self->due_changed = FALSE;
  if (self->due_source == 0)
    self->due_source = g_idle_add_full (G_PRIORITY_LOW, read_due_cb, self, NULL);
}

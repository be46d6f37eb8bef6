/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/calendar/care-calendar-page.h"

#include <glib/gi18n.h>

#include "course/care-clinic-info.h"
#include "desk/care-desk-due.h"
#include "desk/care-desk-words.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "desk/frame/care-say.h"
#include "desk/frame/care-wrap-box.h"
#include "widgets/form/care-wrap-layout.h"

#define DAYS_OF_WEEK 7
/** A day's least width in pixels: seven of them fit a desk's monitor, one a phone. */
#define DAY_WIDTH    165

struct _CareCalendarPage
{
  CarePage     parent_instance;

  GtkLabel    *heading;
  CareWrapBox *days;

  int          week;
};

G_DEFINE_FINAL_TYPE (CareCalendarPage, care_calendar_page, CARE_TYPE_PAGE)

/* Noon of a day of the week shown; noon is there on every day of every zone. */
static CareInstant
find_noon (CareCalendarPage *self,
           int               day)
{
  CareDesk *desk = care_page_get_desk (CARE_PAGE (self));
  GTimeZone *zone = care_desk_get_zone (desk);
  CareInstant noon = care_instant_day_start (care_desk_now (desk), zone) + 12 * CARE_HOUR;
  g_autoptr (GDateTime) local = care_instant_to_local (noon, zone);
  int back = g_date_time_get_day_of_week (local) - 1;

  return care_instant_add_local_days (noon, zone, self->week * DAYS_OF_WEEK + day - back, NULL);
}

static void
get_date (CareCalendarPage *self,
          CareInstant       noon,
          GDate            *date)
{
  g_autoptr (GDateTime) local = care_instant_to_local (noon, care_desk_get_zone (care_page_get_desk (CARE_PAGE (self))));

  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) g_date_time_get_day_of_month (local),
                  (GDateMonth) g_date_time_get_month (local), (GDateYear) g_date_time_get_year (local));
}

/* Opening hours of the day, or why it is closed. */
static char *
dup_hours (CareCalendarPage *self,
           const GDate      *date,
           gboolean         *open)
{
  CareDesk *desk = care_page_get_desk (CARE_PAGE (self));
  CareClinicInfo *info = care_clinic_get_info (care_desk_get_clinic (desk));
  const CareClosedDay *closed = care_clinic_info_find_closed (info, date);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_spans = 0;
  const CareOpening *spans = care_clinic_info_get_opening (info, g_date_get_weekday (date), &n_spans);

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

static GtkWidget *
new_visit (CareDesk  *desk,
           CareVisit *visit)
{
  CareVisitState state = care_visit_get_state (visit);
  const char *name = care_patient_get_short_name (care_visit_get_patient (visit));
  g_autofree char *time = care_format_time (care_desk_get_format (desk), care_visit_get_start (visit));
  g_autofree char *kind = care_desk_words_kind (visit);
  g_autofree char *title = g_strdup_printf ("%s  %s", time, name);
  g_autofree char *due = care_desk_due_dup_short (desk, visit);
  g_autofree char *about = due != NULL ? g_strdup_printf ("%s · %s", kind, due) : g_strdup (kind);
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s, %s", time, name, about, care_desk_words_state (state));
  GtkWidget *row = care_fact_row_new (title, about);

  if (state != CARE_STATE_EXPECTED)
    {
      GtkWidget *tag = care_state_tag_new ();

      care_state_tag_set (CARE_STATE_TAG (tag), care_desk_words_state_tone (state), care_desk_words_state (state));
      care_fact_row_add (row, tag);
    }
  return care_fact_row_new_button (row, "win.open-visit", care_visit_get_id (visit), spoken);
}

static GtkWidget *
new_day (CareCalendarPage *self,
         CareInstant       noon,
         GListModel       *visits)
{
  CareDesk *desk = care_page_get_desk (CARE_PAGE (self));
  CareInstant today = care_instant_day_start (care_desk_now (desk), care_desk_get_zone (desk));
  g_autofree char *name = care_format_day (care_desk_get_format (desk), noon);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  char *comma = strstr (name, ", ");
  gboolean open;
  GDate date;

  get_date (self, noon, &date);
  g_autofree char *hours = dup_hours (self, &date, &open);
  g_autofree char *about = comma != NULL ? g_strdup_printf ("%s\n%s", comma + 2, hours) : g_strdup (hours);
  GtkWidget *caption = care_new_text (about);
  GtkWidget *heading;

  /* The weekday stands out, the date goes below it, in the languages that part them with a comma. */
  if (comma != NULL)
    *comma = '\0';
  heading = care_new_heading (name);

  gtk_widget_add_css_class (caption, "spaced-caption");
  if (care_instant_day_start (noon, care_desk_get_zone (desk)) == today)
    gtk_widget_add_css_class (heading, "today");
  gtk_widget_set_layout_manager (column, care_wrap_layout_new_column (8));
  gtk_widget_set_layout_manager (list, care_wrap_layout_new_column (0));
  gtk_widget_set_hexpand (column, TRUE);
  gtk_widget_set_size_request (column, DAY_WIDTH, -1);
  gtk_widget_set_valign (column, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (column), heading);
  gtk_box_append (GTK_BOX (column), caption);
  gtk_widget_add_css_class (list, "card");
  gtk_widget_add_css_class (list, "facts");
  for (guint i = 0; i < g_list_model_get_n_items (visits); i++)
    {
      g_autoptr (CareVisit) visit = g_list_model_get_item (visits, i);

      gtk_box_append (GTK_BOX (list), new_visit (desk, visit));
    }
  if (g_list_model_get_n_items (visits) == 0 && open)
    gtk_box_append (GTK_BOX (list), care_fact_row_new (_("Free"), ""));
  if (gtk_widget_get_first_child (list) != NULL)
    gtk_box_append (GTK_BOX (column), list);
  else
    g_object_unref (g_object_ref_sink (list));
  return column;
}

static void
care_calendar_page_refresh (CarePage *page)
{
  CareCalendarPage *self = CARE_CALENDAR_PAGE (page);
  CareDesk *desk = care_page_get_desk (page);
  GTimeZone *zone = care_desk_get_zone (desk);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->days))) != NULL)
    gtk_widget_unparent (child);
  for (int day = 0; day < DAYS_OF_WEEK; day++)
    {
      CareInstant noon = find_noon (self, day);
      g_autoptr (GError) error = NULL;
      g_autoptr (GListModel) visits = care_clinic_list_visits (care_desk_get_clinic (desk),
                                                               care_instant_day_start (noon, zone),
                                                               care_instant_day_start (noon + 24 * CARE_HOUR, zone),
                                                               &error);
      if (visits == NULL)
        {
          care_say_error (GTK_WIDGET (self), error);
          return;
        }
      care_wrap_box_append (self->days, new_day (self, noon, visits));
    }
  g_autofree char *from = care_format_day_short (care_desk_get_format (desk), find_noon (self, 0));
  g_autofree char *to = care_format_day_short (care_desk_get_format (desk), find_noon (self, DAYS_OF_WEEK - 1));
  g_autofree char *heading = g_strdup_printf ("%s – %s", from, to);
  gtk_label_set_text (self->heading, heading);
}

static void
week_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CareCalendarPage *self = CARE_CALENDAR_PAGE (widget);
  int weeks = g_variant_get_int32 (parameter);

  self->week = weeks == 0 ? 0 : self->week + weeks;
  care_calendar_page_refresh (CARE_PAGE (self));
}

static void
care_calendar_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (care_calendar_page_parent_class)->constructed (object);
  care_calendar_page_refresh (CARE_PAGE (object));
}

static void
care_calendar_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CARE_TYPE_CALENDAR_PAGE);
  G_OBJECT_CLASS (care_calendar_page_parent_class)->dispose (object);
}

static void
care_calendar_page_class_init (CareCalendarPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = care_calendar_page_constructed;
  object_class->dispose = care_calendar_page_dispose;
  CARE_PAGE_CLASS (klass)->refresh = care_calendar_page_refresh;
  g_type_ensure (CARE_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/aftercare/Aftercare/desk/calendar/care-calendar-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CareCalendarPage, heading);
  gtk_widget_class_bind_template_child (widget_class, CareCalendarPage, days);
  gtk_widget_class_install_action (widget_class, "calendar.week", "i", week_action);
}

static void
care_calendar_page_init (CareCalendarPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * care_calendar_page_new:
 * @desk: what the page works with
 *
 * Returns: (transfer floating): the weeks
 */
GtkWidget *
care_calendar_page_new (CareDesk *desk)
{
  return g_object_new (CARE_TYPE_CALENDAR_PAGE, "desk", desk, NULL);
}

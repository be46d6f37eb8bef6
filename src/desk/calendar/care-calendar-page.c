/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/calendar/care-calendar-page.h"

#include "desk/calendar/care-calendar-day.h"
#include "desk/frame/care-say.h"
#include "desk/frame/care-wrap-box.h"

#define DAYS_OF_WEEK 7

struct _CareCalendarPage
{
  CarePage         parent_instance;

  GtkLabel        *heading;
  CareWrapBox     *days;

  /* (unowned): the children of @days */
  CareCalendarDay *day[DAYS_OF_WEEK];
  int              week;
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
care_calendar_page_refresh (CarePage *page)
{
  CareCalendarPage *self = CARE_CALENDAR_PAGE (page);
  CareDesk *desk = care_page_get_desk (page);
  GTimeZone *zone = care_desk_get_zone (desk);

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
      care_calendar_day_show (self->day[day], desk, noon, visits);
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
  for (int day = 0; day < DAYS_OF_WEEK; day++)
    {
      self->day[day] = CARE_CALENDAR_DAY (care_calendar_day_new ());
      care_wrap_box_append (self->days, GTK_WIDGET (self->day[day]));
    }
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

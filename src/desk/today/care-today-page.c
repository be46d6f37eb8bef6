/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/today/care-today-page.h"

#include <glib/gi18n.h>

#include "course/care-clinic-info.h"
#include "desk/care-desk-words.h"
#include "desk/frame/care-one-step.h"
#include "desk/frame/care-say.h"
#include "desk/frame/care-wrap-box.h"
#include "desk/today/care-ahead-line.h"
#include "desk/today/care-print-day.h"
#include "desk/today/care-printer-line.h"
#include "desk/today/care-visit-card.h"
#include "desk/waiting/care-waiting-line.h"

struct _CareTodayPage
{
  CarePage            parent_instance;

  GtkBox             *column;
  GtkLabel           *day_label;
  GtkLabel           *progress;
  GtkWidget          *back_to_today;
  CareWrapBox        *filters;
  CareAheadLine      *ahead;
  CareWaitingLine    *waiting;
  CarePrinterLine    *printer;
  CarePrintDay       *print_day;
  GtkStack           *stack;
  AdwBin             *empty;
  GtkListBox         *list;

  GtkFilterListModel *visits;
  GtkCustomFilter    *filter;
  int                 offset;
  gboolean            hidden;
};

G_DEFINE_FINAL_TYPE (CareTodayPage, care_today_page, CARE_TYPE_PAGE)

static GSettings *
get_settings (CareTodayPage *self)
{
  return care_desk_get_settings (care_page_get_desk (CARE_PAGE (self)));
}

static gboolean
is_shown (gpointer item,
          gpointer data)
{
  g_autofree char *room = g_settings_get_string (get_settings (data), "room");
  const char *place = care_visit_get_place (item);

  return *room == '\0' || place == NULL || g_str_equal (place, room);
}

/* There is nothing to choose from where the clinic has one room, or the day no visits. */
static void
offer_filters (CareTodayPage *self)
{
  GListModel *day = gtk_filter_list_model_get_model (self->visits);
  guint n_rooms = care_clinic_info_get_rooms (care_clinic_get_info (care_page_get_clinic (CARE_PAGE (self))))->len;

  gtk_widget_set_visible (GTK_WIDGET (self->filters), n_rooms > 1 && day != NULL && g_list_model_get_n_items (day) > 0);
}

/* "3 of 9 done · next 14:30" */
static void
show_progress (CareTodayPage *self)
{
  GListModel *visits = G_LIST_MODEL (self->visits);
  guint count = g_list_model_get_n_items (visits);
  guint over = 0;
  CareInstant next = CARE_INSTANT_NONE;

  for (guint i = 0; i < count; i++)
    {
      g_autoptr (CareVisit) visit = g_list_model_get_item (visits, i);
      CareInstant start = care_visit_get_start (visit);

      over += care_desk_words_is_over (care_visit_get_state (visit));
      if (care_visit_get_state (visit) == CARE_STATE_EXPECTED && (next == CARE_INSTANT_NONE || start < next))
        next = start;
    }
  g_autofree char *done = g_strdup_printf (_("%u of %u done"), over, count);
  if (next != CARE_INSTANT_NONE)
    {
      g_autofree char *time = care_format_time (care_desk_get_format (care_page_get_desk (CARE_PAGE (self))), next);
      g_autofree char *text = g_strdup_printf (_("%s · next %s"), done, time);

      gtk_label_set_text (self->progress, text);
    }
  else
    gtk_label_set_text (self->progress, count > 0 ? done : "");
  gtk_widget_set_visible (GTK_WIDGET (self->progress), count > 0);
  offer_filters (self);
  gtk_stack_set_visible_child_name (self->stack, self->hidden ? "hidden" : count > 0 ? "list" : "empty");
  /* That nobody comes is said before what waits otherwise: in large letters that alone fills a screen. */
  gtk_box_reorder_child_after (self->column, GTK_WIDGET (self->stack),
                               count > 0 ? GTK_WIDGET (self->printer) : GTK_WIDGET (self->filters));
}

static void
visits_changed_cb (CareTodayPage *self)
{
  show_progress (self);
}

static GtkWidget *
new_card (gpointer item,
          gpointer data)
{
  return care_visit_card_new (care_page_get_desk (CARE_PAGE (data)), item);
}

static void
row_activated_cb (CareTodayPage *self,
                  GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "card.open", NULL);
}

static GListModel *
list_day (CareTodayPage  *self,
          CareInstant    *day,
          GError        **error)
{
  CareDesk *desk = care_page_get_desk (CARE_PAGE (self));
  CareClinic *clinic = care_desk_get_clinic (desk);
  GTimeZone *zone = care_desk_get_zone (desk);

  *day = care_instant_day_start (care_desk_now (desk), zone) + 12 * CARE_HOUR;
  if (self->offset == 0)
    return g_object_ref (care_clinic_get_today (clinic));

  *day = care_instant_add_local_days (*day, zone, self->offset, error);
  if (*day == CARE_INSTANT_NONE)
    return NULL;
  return care_clinic_list_visits (clinic,
                                  care_instant_day_start (*day, zone),
                                  care_instant_day_start (*day + 24 * CARE_HOUR, zone),
                                  error);
}

static void
show_day (CareTodayPage *self)
{
  CareDesk *desk = care_page_get_desk (CARE_PAGE (self));
  g_autoptr (GError) error = NULL;
  CareInstant day;
  g_autoptr (GListModel) visits = list_day (self, &day, &error);

  if (visits == NULL)
    {
      care_say_error (GTK_WIDGET (self), error);
      return;
    }
  g_autofree char *text = care_format_day (care_desk_get_format (desk), day);
  gtk_label_set_text (self->day_label, text);
  gtk_widget_set_sensitive (self->back_to_today, self->offset != 0);
  gtk_filter_list_model_set_model (self->visits, visits);
  show_progress (self);
}

static void
care_today_page_refresh (CarePage *page)
{
  CareTodayPage *self = CARE_TODAY_PAGE (page);

  if (self->offset != 0)
    show_day (self);
  show_progress (self);
  care_waiting_line_refresh (self->waiting);
  care_ahead_line_refresh (self->ahead);
}

static void
filter_toggled_cb (GtkToggleButton *button,
                   CareTodayPage   *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  g_settings_set_string (get_settings (self), "room", gtk_widget_get_name (GTK_WIDGET (button)));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_progress (self);
}

static GtkWidget *
add_filter (CareTodayPage *self,
            const char    *id,
            const char    *label,
            GtkWidget     *group)
{
  g_autofree char *room = g_settings_get_string (get_settings (self), "room");
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_widget_set_name (button, id);
  gtk_widget_add_css_class (button, "chip");
  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (group));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), g_str_equal (room, id));
  g_signal_connect_object (button, "toggled", G_CALLBACK (filter_toggled_cb), self, 0);
  care_wrap_box_append (self->filters, button);
  return button;
}

static void
show_filters (CareTodayPage *self)
{
  GPtrArray *rooms = care_clinic_info_get_rooms (care_clinic_get_info (care_page_get_clinic (CARE_PAGE (self))));
  GtkWidget *all;

  if (rooms->len <= 1)
    return;
  all = add_filter (self, "", _("All rooms"), NULL);
  for (guint i = 0; i < rooms->len; i++)
    {
      const CareRoom *room = g_ptr_array_index (rooms, i);

      add_filter (self, room->id, room->name, all);
    }
}

static void
care_today_page_constructed (GObject *object)
{
  CareTodayPage *self = CARE_TODAY_PAGE (object);

  G_OBJECT_CLASS (care_today_page_parent_class)->constructed (object);
  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  self->visits = gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (self->filter)));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->visits), new_card, self, NULL);
  g_signal_connect_object (self->visits, "items-changed", G_CALLBACK (visits_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (care_page_get_clinic (CARE_PAGE (self)), "changed",
                           G_CALLBACK (visits_changed_cb), self, G_CONNECT_SWAPPED);
  show_filters (self);
  /* Not an AdwStatusPage: that is a window of its own to its words, and cuts them where the page could be scrolled. No symbol
   * either, which would push them below the edge of a small screen. */
  adw_bin_set_child (self->empty, care_one_step_new (NULL, _("No visits on this day"),
                                                     _("Book one from a patient's page, or take in somebody who stands at the desk."),
                                                     _("_Find a patient"), "win.search"));
  care_ahead_line_follow (self->ahead, care_page_get_desk (CARE_PAGE (self)));
  care_waiting_line_follow (self->waiting, care_page_get_desk (CARE_PAGE (self)));
  show_day (self);
  care_printer_line_follow (self->printer, care_page_get_desk (CARE_PAGE (self)), GTK_WIDGET (self));
  care_print_day_follow (self->print_day, care_page_get_desk (CARE_PAGE (self)), G_LIST_MODEL (self->visits));
}

/* Nothing is owed: then there is nothing to print, and nothing happens. */
static gboolean
care_today_page_print (CarePage *page)
{
  return gtk_widget_activate_action (GTK_WIDGET (CARE_TODAY_PAGE (page)->print_day), "print-day.print", NULL);
}

static void
care_today_page_dispose (GObject *object)
{
  CareTodayPage *self = CARE_TODAY_PAGE (object);

  if (self->visits != NULL)
    gtk_filter_list_model_set_filter (self->visits, NULL);
  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_TODAY_PAGE);
  g_clear_object (&self->filter);
  g_clear_object (&self->visits);
  G_OBJECT_CLASS (care_today_page_parent_class)->dispose (object);
}

static void
care_today_page_class_init (CareTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = care_today_page_constructed;
  object_class->dispose = care_today_page_dispose;
  CARE_PAGE_CLASS (klass)->refresh = care_today_page_refresh;
  CARE_PAGE_CLASS (klass)->print = care_today_page_print;
  g_type_ensure (CARE_TYPE_AHEAD_LINE);
  g_type_ensure (CARE_TYPE_PRINT_DAY);
  g_type_ensure (CARE_TYPE_PRINTER_LINE);
  g_type_ensure (CARE_TYPE_WAITING_LINE);
  g_type_ensure (CARE_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/aftercare/Aftercare/desk/today/care-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CareTodayPage, day_label);
  gtk_widget_class_bind_template_child (widget_class, CareTodayPage, column);
  gtk_widget_class_bind_template_child (widget_class, CareTodayPage, progress);
  gtk_widget_class_bind_template_child (widget_class, CareTodayPage, back_to_today);
  gtk_widget_class_bind_template_child (widget_class, CareTodayPage, filters);
  gtk_widget_class_bind_template_child (widget_class, CareTodayPage, ahead);
  gtk_widget_class_bind_template_child (widget_class, CareTodayPage, waiting);
  gtk_widget_class_bind_template_child (widget_class, CareTodayPage, printer);
  gtk_widget_class_bind_template_child (widget_class, CareTodayPage, print_day);
  gtk_widget_class_bind_template_child (widget_class, CareTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CareTodayPage, empty);
  gtk_widget_class_bind_template_child (widget_class, CareTodayPage, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
care_today_page_init (CareTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * care_today_page_new:
 * @desk: what the page works with
 *
 * Returns: (transfer floating): the day's visits
 */
GtkWidget *
care_today_page_new (CareDesk *desk)
{
  return g_object_new (CARE_TYPE_TODAY_PAGE, "desk", desk, NULL);
}

/**
 * care_today_page_shift:
 * @self: the page
 * @days: -1 for the day before, 1 for the day after, 0 for today
 */
void
care_today_page_shift (CareTodayPage *self,
                       int            days)
{
  g_return_if_fail (CARE_IS_TODAY_PAGE (self));

  self->offset = days == 0 ? 0 : self->offset + days;
  show_day (self);
}

/**
 * care_today_page_toggle_hidden:
 * @self: the page
 *
 * Hides the list from whoever leans over the desk, or shows it again.
 */
void
care_today_page_toggle_hidden (CareTodayPage *self)
{
  g_return_if_fail (CARE_IS_TODAY_PAGE (self));

  self->hidden = !self->hidden;
  show_progress (self);
}

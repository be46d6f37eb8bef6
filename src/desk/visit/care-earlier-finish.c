/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-earlier-finish.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clinic/care-clinic-session.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-wrap-box.h"
#include "desk/sign-in/care-clock-dialog.h"
#include "desk/sign-in/care-pin-dialog.h"

struct _CareEarlierFinish
{
  AdwBin         parent_instance;

  CareDesk      *desk;
  CareVisit     *visit;
  GtkWidget     *entry;
  GtkWidget     *wrong;
  GtkWidget     *choice;
  GtkWidget     *candidates[2];

  CareInstant    offered[2];
  CareInstant    finished;
};

G_DEFINE_FINAL_TYPE (CareEarlierFinish, care_earlier_finish, ADW_TYPE_BIN)

static gboolean
read_clock (CareEarlierFinish *self,
            int               *hour,
            int               *minute)
{
  char between[2];
  char digits[3];
  char rest;

  /* Two digits of minutes: 14:5 may be a slip for 14:50, and too early an end makes every time on the sheet too early. */
  if (sscanf (gtk_editable_get_text (GTK_EDITABLE (self->entry)), "%2d%1[:.h]%2[0-9]%c", hour, between, digits, &rest) != 3
      || strlen (digits) != 2)
    return FALSE;
  *minute = atoi (digits);

  return *hour >= 0 && *hour <= 23 && *minute <= 59;
}

/* What the clock's reading is @days days ago. */
static CareLocalTime
find_day (CareEarlierFinish *self,
          int                days,
          int                hour,
          int                minute,
          CareInstant        at[2])
{
  GTimeZone *zone = care_desk_get_zone (self->desk);
  CareInstant start = care_instant_day_start (care_desk_now (self->desk), zone);
  /* Noon of that day: far from every change of clocks. */
  g_autoptr (GDateTime) noon = care_instant_to_local (start + (12 - 24 * days) * CARE_HOUR, zone);

  return care_instant_find_local (zone, g_date_time_get_year (noon), g_date_time_get_month (noon),
                                  g_date_time_get_day_of_month (noon), hour, minute, &at[0], &at[1]);
}

static gboolean
is_possible (CareEarlierFinish *self,
             CareInstant        at)
{
  return care_clinic_check_finish_at (care_desk_get_clinic (self->desk), self->visit, at, NULL);
}

/* Today, or yesterday where only that can be: a session may begin before midnight. */
static CareLocalTime
find_typed (CareEarlierFinish *self,
            int                hour,
            int                minute,
            CareInstant        at[2])
{
  CareInstant before[2];
  CareLocalTime kind = find_day (self, 0, hour, minute, at);
  CareLocalTime kind_before;

  if (is_possible (self, at[0]) || is_possible (self, at[1]))
    return kind;
  kind_before = find_day (self, 1, hour, minute, before);
  if (!is_possible (self, before[0]) && !is_possible (self, before[1]))
    return kind;

  at[0] = before[0];
  at[1] = before[1];

  return kind_before;
}

static char *
dup_impossible (CareEarlierFinish *self,
                CareInstant        at)
{
  CareFormat *format = care_desk_get_format (self->desk);
  CareInstant now = care_desk_now (self->desk);
  g_autofree char *limit = NULL;

  if (at > now)
    {
      limit = care_format_time (format, now);
      return g_strdup_printf (_("That time has not come yet: it is %s. Check the time."), limit);
    }
  limit = care_format_time (format, care_visit_get_began_at (self->visit));

  return g_strdup_printf (_("The treatment began at %s, so it cannot have ended before. Check the time."), limit);
}

static void
say_wrong (CareEarlierFinish *self,
           const char        *words)
{
  GtkAccessible *entry = GTK_ACCESSIBLE (self->entry);

  gtk_label_set_text (GTK_LABEL (self->wrong), words != NULL ? words : "");
  gtk_widget_set_visible (self->wrong, words != NULL);
  gtk_widget_set_visible (self->choice, FALSE);
  if (words != NULL)
    {
      gtk_widget_add_css_class (self->entry, "error");
      gtk_accessible_update_state (entry, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_accessible_update_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
      gtk_widget_grab_focus (self->entry);
      return;
    }
  gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_update_state (entry, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_reset_property (entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
set_candidate (GtkWidget  *button,
               const char *words)
{
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* The clocks change over what was typed: which of two times is it? */
static void
offer (CareEarlierFinish *self,
       CareLocalTime      kind,
       const CareInstant  at[2])
{
  CareFormat *format = care_desk_get_format (self->desk);
  g_autofree char *first = care_format_time (format, at[0]);
  g_autofree char *second = care_format_time (format, at[1]);
  g_autofree char *words = NULL;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  if (kind == CARE_LOCAL_TIME_TWICE)
    {
      words = g_strdup (_("The clocks went back then, so this time came twice. Which one was it?"));
      one = g_strdup_printf (_("The first %s, before the clocks went back"), first);
      other = g_strdup_printf (_("The second %s, after the clocks went back"), second);
    }
  else
    words = g_strdup_printf (_("The clocks went forward then, so there was no such time. Was it %s or %s?"), first, second);

  say_wrong (self, words);
  set_candidate (self->candidates[0], one != NULL ? one : first);
  set_candidate (self->candidates[1], other != NULL ? other : second);
  self->offered[0] = at[0];
  self->offered[1] = at[1];
  gtk_widget_set_visible (self->choice, TRUE);
  gtk_widget_grab_focus (self->candidates[0]);
}

static gboolean
sign_cb (const CareSignature  *by,
         gpointer              data,
         GError              **error)
{
  CareEarlierFinish *self = data;

  return care_clinic_finish_at (care_desk_get_clinic (self->desk), self->visit, self->finished, by, error);
}

/* No clinician is called for a PIN before there is a time to sign. */
static void
ask_signature (CareEarlierFinish *self,
               CareInstant        at)
{
  g_autofree char *time = care_format_time (care_desk_get_format (self->desk), at);
  g_autofree char *heading = NULL;

  if (!is_possible (self, at))
    {
      g_autofree char *words = dup_impossible (self, at);

      say_wrong (self, words);
      return;
    }
  self->finished = at;
  /* Whoever signs sees what is signed. */
  heading = g_strdup_printf (_("Finished earlier, at %s"), time);
  care_pin_dialog_ask (GTK_WIDGET (self), self->desk, heading, TRUE,
                       sign_cb, g_object_ref (self), g_object_unref);
}

static void
finish_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  CareEarlierFinish *self = CARE_EARLIER_FINISH (widget);
  CareInstant at[2];
  CareLocalTime kind;
  int hour = 0;
  int minute = 0;

  if (!care_clock_dialog_ask (widget, self->desk, name, NULL))
    return;
  if (!read_clock (self, &hour, &minute))
    {
      say_wrong (self, _("Write the time as hours and minutes, like 14:52."));
      return;
    }
  kind = find_typed (self, hour, minute, at);
  say_wrong (self, NULL);
  if (kind == CARE_LOCAL_TIME_PLAIN || (!is_possible (self, at[0]) && !is_possible (self, at[1])))
    ask_signature (self, at[0]);
  else if (kind == CARE_LOCAL_TIME_TWICE && is_possible (self, at[0]) != is_possible (self, at[1]))
    /* Only one of the two lies between the beginning and now. */
    ask_signature (self, is_possible (self, at[0]) ? at[0] : at[1]);
  else
    offer (self, kind, at);
}

static void
chosen_cb (CareEarlierFinish *self,
           GtkWidget         *button)
{
  ask_signature (self, self->offered[button == self->candidates[1] ? 1 : 0]);
}

static void
activated_cb (CareEarlierFinish *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "earlier.finish", NULL);
}

static void
changed_cb (CareEarlierFinish *self)
{
  say_wrong (self, NULL);
}

static void
care_earlier_finish_dispose (GObject *object)
{
  CareEarlierFinish *self = CARE_EARLIER_FINISH (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->visit);
  G_OBJECT_CLASS (care_earlier_finish_parent_class)->dispose (object);
}

static void
care_earlier_finish_class_init (CareEarlierFinishClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_earlier_finish_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "earlier.finish", NULL, finish_action);
}

static void
care_earlier_finish_init (CareEarlierFinish *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *row = care_wrap_box_new (12);

  gtk_box_append (GTK_BOX (box), care_new_text (_("Was it earlier? Write the time of the last needle, like 14:52. A clinician signs it.")));
  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 6);
  gtk_widget_add_css_class (self->entry, "touch");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Time of the last needle"), -1);
  care_wrap_box_append (CARE_WRAP_BOX (row), self->entry);
  care_wrap_box_append (CARE_WRAP_BOX (row), care_new_button (_("Finished _earlier"), "earlier.finish", NULL));
  gtk_box_append (GTK_BOX (box), row);

  self->wrong = care_new_text ("");
  gtk_widget_add_css_class (self->wrong, "error");
  gtk_widget_set_visible (self->wrong, FALSE);
  gtk_box_append (GTK_BOX (box), self->wrong);

  self->choice = care_wrap_box_new (12);
  gtk_widget_set_visible (self->choice, FALSE);
  for (int i = 0; i < 2; i++)
    {
      self->candidates[i] = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (self->candidates[i]), care_new_text (""));
      gtk_widget_add_css_class (self->candidates[i], "touch");
      g_signal_connect_object (self->candidates[i], "clicked", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
      care_wrap_box_append (CARE_WRAP_BOX (self->choice), self->candidates[i]);
    }
  gtk_box_append (GTK_BOX (box), self->choice);
  adw_bin_set_child (ADW_BIN (self), box);

  g_signal_connect_object (self->entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
}

/**
 * care_earlier_finish_new:
 * @desk: what the pages work with
 * @visit: a visit in treatment
 *
 * Returns: (transfer floating): the entry
 */
GtkWidget *
care_earlier_finish_new (CareDesk  *desk,
                         CareVisit *visit)
{
  CareEarlierFinish *self;

  g_return_val_if_fail (CARE_IS_DESK (desk), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);

  self = g_object_new (CARE_TYPE_EARLIER_FINISH, NULL);
  self->desk = g_object_ref (desk);
  self->visit = g_object_ref (visit);

  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/patients/care-date-entry.h"

#include <glib/gi18n.h>

#include "base/care-error.h"
#include "desk/frame/care-clear.h"
#include "widgets/form/care-date-digits.h"

struct _CareDateEntry
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkWidget *day;
  GtkWidget *month;
  GtkWidget *year;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CareDateEntry, care_date_entry, GTK_TYPE_WIDGET)

/* A full box hands the keyboard on to the next one. */
static void
typed_cb (CareDateEntry *self,
          GtkWidget     *entry)
{
  int length = gtk_entry_get_text_length (GTK_ENTRY (entry));

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (entry != self->year && length == gtk_entry_get_max_length (GTK_ENTRY (entry))
      && (gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
add_box (CareDateEntry *self,
         const char    *label,
         int            digits)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *caption = gtk_label_new (label);
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_max_length (GTK_ENTRY (entry), digits);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), digits + 2);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), digits + 2);
  gtk_entry_set_alignment (GTK_ENTRY (entry), 0.5f);
  gtk_widget_add_css_class (entry, "touch");
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "spaced-caption");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (column), caption);
  gtk_box_append (GTK_BOX (column), entry);
  gtk_box_append (GTK_BOX (self->box), column);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (typed_cb), self);
  return entry;
}

static void
care_date_entry_dispose (GObject *object)
{
  CareDateEntry *self = CARE_DATE_ENTRY (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (care_date_entry_parent_class)->dispose (object);
}

static void
care_date_entry_class_init (CareDateEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_date_entry_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", CARE_TYPE_DATE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
care_date_entry_init (CareDateEntry *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->day = add_box (self, _("Day"), 2);
  self->month = add_box (self, _("Month"), 2);
  self->year = add_box (self, _("Year"), 4);
  /* A fifth digit is a slip that is told, not one that is lost. */
  gtk_entry_set_max_length (GTK_ENTRY (self->year), 5);
}

/** Returns: whether nothing was typed */
gboolean
care_date_entry_is_empty (CareDateEntry *self)
{
  g_return_val_if_fail (CARE_IS_DATE_ENTRY (self), TRUE);

  return gtk_entry_get_text_length (GTK_ENTRY (self->day)) == 0
         && gtk_entry_get_text_length (GTK_ENTRY (self->month)) == 0
         && gtk_entry_get_text_length (GTK_ENTRY (self->year)) == 0;
}

/**
 * care_date_entry_say_wrong:
 * @self: an entry
 * @words: (nullable): what is wrong with the date, or %NULL when nothing is
 *
 * Marks the boxes, for eye and screen reader, and moves the focus to the first.
 */
void
care_date_entry_say_wrong (CareDateEntry *self,
                           const char    *words)
{
  GtkWidget *boxes[3];

  g_return_if_fail (CARE_IS_DATE_ENTRY (self));

  boxes[0] = self->day;
  boxes[1] = self->month;
  boxes[2] = self->year;
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    care_mark_wrong (boxes[i], words);
  if (words != NULL)
    gtk_widget_grab_focus (self->day);
}

/** Returns: what stands in the three boxes, right or wrong, as "17/5/1980" */
char *
care_date_entry_dup_typed (CareDateEntry *self)
{
  g_return_val_if_fail (CARE_IS_DATE_ENTRY (self), NULL);

  return g_strjoin ("/", gtk_editable_get_text (GTK_EDITABLE (self->day)), gtk_editable_get_text (GTK_EDITABLE (self->month)),
                    gtk_editable_get_text (GTK_EDITABLE (self->year)), NULL);
}

/**
 * care_date_entry_set_typed:
 * @self: an entry
 * @typed: what care_date_entry_dup_typed() gave
 */
void
care_date_entry_set_typed (CareDateEntry *self,
                           const char    *typed)
{
  g_auto (GStrv) parts = NULL;

  g_return_if_fail (CARE_IS_DATE_ENTRY (self));
  g_return_if_fail (typed != NULL);

  parts = g_strsplit (typed, "/", 3);
  if (g_strv_length (parts) != 3)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->day), parts[0]);
  gtk_editable_set_text (GTK_EDITABLE (self->month), parts[1]);
  gtk_editable_set_text (GTK_EDITABLE (self->year), parts[2]);
}

static const char *
explain (CareDateFault fault)
{
  switch (fault)
    {
    case CARE_DATE_NO_DAY:
    case CARE_DATE_NO_MONTH:
    case CARE_DATE_NO_YEAR:
      return _("Birth date: day, month and year are needed, or the year alone.");
    case CARE_DATE_MONTH:
    case CARE_DATE_SWAPPED:
      return _("Birth date: the month is a number from 1 to 12. Are day and month the right way round?");
    case CARE_DATE_DAY:
    case CARE_DATE_DAY_OF_MONTH:
      return _("Birth date: that month has no such day.");
    case CARE_DATE_YEAR_SHORT:
    case CARE_DATE_YEAR_LONG:
    case CARE_DATE_YEAR:
      return _("Birth date: write the year with four digits.");
    case CARE_DATE_FUTURE:
      return _("Birth date: this day is still to come.");
    default:
      return _("Birth date: only digits belong there.");
    }
}

/**
 * care_date_entry_get:
 * @self: an entry
 * @desk: what the pages work with; its clock knows the latest day it may be
 * @date: (out) (nullable): "1980-05-17", "1980", or NULL when nothing was typed
 * @error: return location for a #CareError
 *
 * Returns: whether what was typed is a date, a year or nothing
 */
gboolean
care_date_entry_get (CareDateEntry  *self,
                     CareDesk       *desk,
                     char          **date,
                     GError        **error)
{
  g_return_val_if_fail (CARE_IS_DATE_ENTRY (self), FALSE);
  g_return_val_if_fail (CARE_IS_DESK (desk), FALSE);
  g_return_val_if_fail (date != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  const char *day = gtk_editable_get_text (GTK_EDITABLE (self->day));
  const char *month = gtk_editable_get_text (GTK_EDITABLE (self->month));
  const char *year = gtk_editable_get_text (GTK_EDITABLE (self->year));
  gboolean year_alone = *day == '\0' && *month == '\0' && *year != '\0';
  g_autoptr (GDateTime) now = care_instant_to_local (care_desk_now (desk), care_desk_get_zone (desk));
  CareDateFault fault;
  GDate today;
  GDate found;

  *date = NULL;
  if (care_date_entry_is_empty (self))
    return TRUE;
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, (GDateDay) g_date_time_get_day_of_month (now),
                  (GDateMonth) g_date_time_get_month (now), (GDateYear) g_date_time_get_year (now));
  fault = care_date_digits_check (year_alone ? "1" : day, year_alone ? "1" : month, year, &today, &found);
  if (fault != CARE_DATE_FINE)
    {
      g_set_error_literal (error, CARE_ERROR, CARE_ERROR_INPUT, explain (fault));
      return FALSE;
    }
  *date = year_alone
            ? g_strdup_printf ("%04u", g_date_get_year (&found))
            : g_strdup_printf ("%04u-%02d-%02u", g_date_get_year (&found), g_date_get_month (&found), g_date_get_day (&found));
  return TRUE;
}

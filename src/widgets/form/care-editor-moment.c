/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-editor-moment.h"

#include <string.h>

#include "widgets/form/care-clock-choice.h"
#include "widgets/form/care-date-boxes.h"
#include "widgets/form/care-time-boxes.h"

struct _CareEditorMoment
{
  CareEditor  parent_instance;

  GtkWidget  *date;
  GtkWidget  *time;
  GtkWidget  *clock_choice;
};

G_DEFINE_FINAL_TYPE (CareEditorMoment, care_editor_moment, CARE_TYPE_EDITOR)

/* The clocks may change over what is typed now. */
static void
look (CareEditorMoment *self)
{
  CareClockChoice *choice = CARE_CLOCK_CHOICE (self->clock_choice);
  GDate date;
  int hour;
  int minute;

  g_date_clear (&date, 1);
  if (care_date_boxes_get_date (CARE_DATE_BOXES (self->date), NULL, &date) == CARE_DATE_FINE
      && care_time_boxes_get_time (CARE_TIME_BOXES (self->time), &hour, &minute) == NULL)
    care_clock_choice_look (choice, &date, hour, minute, CARE_INSTANT_NONE);
  else
    care_clock_choice_look (choice, NULL, 0, 0, CARE_INSTANT_NONE);
}

static void
set_moment (CareEditorMoment *self,
            CareInstant       instant)
{
  CareFormContext *context = care_editor_get_context (CARE_EDITOR (self));
  g_autoptr (GDateTime) local = care_instant_to_local (instant, care_form_context_get_zone (context));
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date,
                  (GDateDay) g_date_time_get_day_of_month (local),
                  (GDateMonth) g_date_time_get_month (local),
                  (GDateYear) g_date_time_get_year (local));
  care_date_boxes_set_date (CARE_DATE_BOXES (self->date), &date);
  care_time_boxes_set_time (CARE_TIME_BOXES (self->time), g_date_time_get_hour (local), g_date_time_get_minute (local));
  look (self);
  care_clock_choice_set (CARE_CLOCK_CHOICE (self->clock_choice), instant);
}

static void
typed_cb (CareEditorMoment *self)
{
  look (self);
  care_editor_edited (CARE_EDITOR (self));
}

static void
chosen_cb (CareEditorMoment *self,
           gint64            instant)
{
  gboolean inside = gtk_widget_get_focus_child (self->clock_choice) != NULL;

  set_moment (self, instant);
  /* The tiles of a time that does not exist are gone once one is taken. */
  if (inside && !gtk_widget_get_visible (self->clock_choice))
    gtk_widget_grab_focus (self->time);
  care_editor_edited (CARE_EDITOR (self));
}

static void
care_editor_moment_build (CareEditor *editor)
{
  CareEditorMoment *self = CARE_EDITOR_MOMENT (editor);
  CareFormContext *context = care_editor_get_context (editor);

  self->date = care_date_boxes_new (context);
  g_signal_connect_swapped (self->date, "edited", G_CALLBACK (typed_cb), editor);
  gtk_widget_set_parent (self->date, GTK_WIDGET (editor));

  self->time = care_time_boxes_new (context);
  g_signal_connect_swapped (self->time, "edited", G_CALLBACK (typed_cb), editor);
  gtk_widget_set_parent (self->time, GTK_WIDGET (editor));

  self->clock_choice = care_clock_choice_new (context);
  g_signal_connect_swapped (self->clock_choice, "chosen", G_CALLBACK (chosen_cb), editor);
  gtk_widget_set_parent (self->clock_choice, GTK_WIDGET (editor));
}

static void
care_editor_moment_set_value (CareEditor *editor,
                              CareValue  *value)
{
  CareEditorMoment *self = CARE_EDITOR_MOMENT (editor);
  const char *text = value != NULL ? care_value_get_text (value) : NULL;
  CareInstant first;
  CareInstant last;

  if (text == NULL || !care_value_get_instants (value, care_form_context_get_zone (care_editor_get_context (editor)), &first, &last))
    care_date_boxes_set_date (CARE_DATE_BOXES (self->date), NULL);
  else
    set_moment (self, first);
  if (text == NULL || strchr (text, 'T') == NULL)
    care_time_boxes_set_time (CARE_TIME_BOXES (self->time), -1, 0);
  look (self);
}

static CareValue *
make_moment (CareEditorMoment  *self,
             char             **fault)
{
  CareFormContext *context = care_editor_get_context (CARE_EDITOR (self));
  int hour;
  int minute;
  const char *key = care_time_boxes_get_time (CARE_TIME_BOXES (self->time), &hour, &minute);
  CareInstant instant = CARE_INSTANT_NONE;

  if (key == NULL)
    instant = care_clock_choice_get (CARE_CLOCK_CHOICE (self->clock_choice), &key);
  if (key != NULL)
    {
      *fault = g_strdup (care_editor_word (CARE_EDITOR (self), key));
      return NULL;
    }

  return care_value_new_instant (instant, care_form_context_get_zone (context));
}

static CareValue *
care_editor_moment_dup_value (CareEditor  *editor,
                              char       **fault)
{
  CareEditorMoment *self = CARE_EDITOR_MOMENT (editor);
  CareDateFault kind;
  GDate date;
  g_autofree char *text = NULL;
  gboolean no_time = care_time_boxes_is_empty (CARE_TIME_BOXES (self->time));

  g_date_clear (&date, 1);
  kind = care_date_boxes_get_date (CARE_DATE_BOXES (self->date), NULL, &date);
  if (kind == CARE_DATE_EMPTY && no_time)
    return NULL;
  if (kind != CARE_DATE_FINE)
    {
      *fault = care_date_boxes_dup_fault (CARE_DATE_BOXES (self->date), kind);
      return NULL;
    }
  if (!no_time)
    return make_moment (self, fault);

  text = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));

  return care_value_new_date_time (text, NULL);
}

static char *
care_editor_moment_dup_draft (CareEditor *editor)
{
  CareEditorMoment *self = CARE_EDITOR_MOMENT (editor);
  g_autofree char *date = care_date_boxes_dup_typed (CARE_DATE_BOXES (self->date));
  g_autofree char *time = care_time_boxes_dup_typed (CARE_TIME_BOXES (self->time));

  if (date == NULL && time == NULL)
    return NULL;

  return g_strjoin ("+", date != NULL ? date : "||", time != NULL ? time : "||", NULL);
}

static void
care_editor_moment_set_draft (CareEditor *editor,
                              const char *draft)
{
  CareEditorMoment *self = CARE_EDITOR_MOMENT (editor);
  g_auto (GStrv) parts = g_strsplit (draft, "+", 2);

  if (g_strv_length (parts) != 2)
    return;
  care_date_boxes_set_typed (CARE_DATE_BOXES (self->date), parts[0]);
  care_time_boxes_set_typed (CARE_TIME_BOXES (self->time), parts[1]);
  look (self);
}

static GtkWidget *
care_editor_moment_get_focus (CareEditor *editor)
{
  CareEditorMoment *self = CARE_EDITOR_MOMENT (editor);
  GtkWidget *tile = care_clock_choice_get_focus (CARE_CLOCK_CHOICE (self->clock_choice));
  CareDateFault kind;
  GDate date;

  if (tile != NULL)
    return tile;
  g_date_clear (&date, 1);
  kind = care_date_boxes_get_date (CARE_DATE_BOXES (self->date), NULL, &date);
  if (kind == CARE_DATE_FINE && !care_time_boxes_is_empty (CARE_TIME_BOXES (self->time)))
    return care_time_boxes_get_focus (CARE_TIME_BOXES (self->time));

  return care_date_boxes_get_focus (CARE_DATE_BOXES (self->date), kind);
}

static void
care_editor_moment_set_label (CareEditor *editor,
                              const char *text)
{
  CareEditorMoment *self = CARE_EDITOR_MOMENT (editor);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->date), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->time), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
care_editor_moment_class_init (CareEditorMomentClass *klass)
{
  CareEditorClass *editor_class = CARE_EDITOR_CLASS (klass);

  editor_class->build = care_editor_moment_build;
  editor_class->set_value = care_editor_moment_set_value;
  editor_class->dup_value = care_editor_moment_dup_value;
  editor_class->dup_draft = care_editor_moment_dup_draft;
  editor_class->set_draft = care_editor_moment_set_draft;
  editor_class->get_focus = care_editor_moment_get_focus;
  editor_class->set_label = care_editor_moment_set_label;
}

static void
care_editor_moment_init (CareEditorMoment *self)
{
}

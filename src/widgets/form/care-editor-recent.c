/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-editor-recent.h"

#include <string.h>

#include "widgets/form/care-clock-choice.h"
#include "widgets/form/care-tile.h"
#include "widgets/form/care-time-boxes.h"
#include "widgets/form/care-wrap-layout.h"

#define NOON    12
#define EVENING 18

typedef enum
{
  CHIP_HOUR,
  CHIP_MORNING,
  CHIP_AFTERNOON,
  CHIP_YESTERDAY,
  CHIP_LONGER,
  CHIP_EXACT,
  N_CHIPS,
} Chip;

struct _CareEditorRecent
{
  CareEditor  parent_instance;

  GtkWidget  *chips[N_CHIPS];
  GtkWidget  *exact;
  GtkWidget  *today;
  GtkWidget  *yesterday;
  GtkWidget  *time;
  GtkWidget  *clock_choice;
  gboolean    updating;
};

G_DEFINE_FINAL_TYPE (CareEditorRecent, care_editor_recent, CARE_TYPE_EDITOR)

static const char *const chip_words[N_CHIPS] = {
  "recent-hour", "recent-morning", "recent-afternoon", "recent-yesterday", "recent-longer", "recent-exact",
};

static CareInstant
get_now (CareEditorRecent *self)
{
  return care_clock_now (care_form_context_get_clock (care_editor_get_context (CARE_EDITOR (self))));
}

static GTimeZone *
get_zone (CareEditorRecent *self)
{
  return care_form_context_get_zone (care_editor_get_context (CARE_EDITOR (self)));
}

/* The date @days days ago. */
static void
get_date (CareEditorRecent *self,
          int               days,
          GDate            *date)
{
  CareInstant start = care_instant_day_start (get_now (self), get_zone (self));
  /* Noon of the day meant: far from every change of clocks. */
  g_autoptr (GDateTime) noon = care_instant_to_local (start + (12 - 24 * days) * CARE_HOUR, get_zone (self));

  g_date_clear (date, 1);
  g_date_set_dmy (date,
                  (GDateDay) g_date_time_get_day_of_month (noon),
                  (GDateMonth) g_date_time_get_month (noon),
                  (GDateYear) g_date_time_get_year (noon));
}

/* @days days ago at @hour:@minute, or CARE_INSTANT_NONE when the clocks skipped or doubled it. */
static CareInstant
get_moment (CareEditorRecent *self,
            int               days,
            int               hour,
            int               minute)
{
  GDate date;

  get_date (self, days, &date);

  return care_instant_from_local (get_zone (self), g_date_get_year (&date), (int) g_date_get_month (&date),
                                  g_date_get_day (&date), hour, minute, NULL);
}

static CareValue *
make_day (CareEditorRecent *self,
          int               days)
{
  g_autofree char *text = NULL;
  GDate date;

  get_date (self, days, &date);
  text = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));

  return care_value_new_date_time (text, NULL);
}

static CareValue *
make_until (CareEditorRecent *self,
            int               hour)
{
  CareInstant now = get_now (self);
  CareInstant until = get_moment (self, 0, hour, 0);

  if (until == CARE_INSTANT_NONE || until > now)
    until = now;

  return care_value_new_instant (until, get_zone (self));
}

/* The clocks may have changed over what is typed now; nobody remembers a time that has not come yet. */
static void
look (CareEditorRecent *self)
{
  CareClockChoice *choice = CARE_CLOCK_CHOICE (self->clock_choice);
  GDate date;
  int hour;
  int minute;

  if (care_time_boxes_get_time (CARE_TIME_BOXES (self->time), &hour, &minute) != NULL)
    {
      care_clock_choice_look (choice, NULL, 0, 0, CARE_INSTANT_NONE);
      return;
    }
  get_date (self, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->yesterday)) ? 1 : 0, &date);
  care_clock_choice_look (choice, &date, hour, minute, get_now (self));
}

static Chip
get_chip (CareEditorRecent *self)
{
  for (guint i = 0; i < N_CHIPS; i++)
    {
      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->chips[i])))
        return i;
    }

  return N_CHIPS;
}

static void
set_chip (CareEditorRecent *self,
          Chip              chip)
{
  self->updating = TRUE;
  for (guint i = 0; i < N_CHIPS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->chips[i]), i == chip);
  self->updating = FALSE;
  gtk_widget_set_visible (self->exact, chip == CHIP_EXACT);
}

static void
chip_toggled_cb (CareEditorRecent *self,
                 GtkToggleButton  *button)
{
  Chip chip = N_CHIPS;

  if (self->updating)
    return;

  for (guint i = 0; i < N_CHIPS; i++)
    {
      if (self->chips[i] == GTK_WIDGET (button) && gtk_toggle_button_get_active (button))
        chip = i;
    }
  set_chip (self, chip);
  if (chip == CHIP_EXACT)
    gtk_widget_grab_focus (self->time);
  care_editor_edited (CARE_EDITOR (self));
}

static void
set_day (CareEditorRecent *self,
         gboolean          yesterday)
{
  self->updating = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->today), !yesterday);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->yesterday), yesterday);
  self->updating = FALSE;
}

static void
day_toggled_cb (CareEditorRecent *self,
                GtkToggleButton  *button)
{
  if (self->updating)
    return;

  /* One of the two always holds. */
  set_day (self, (GTK_WIDGET (button) == self->yesterday) == gtk_toggle_button_get_active (button));
  look (self);
  care_editor_edited (CARE_EDITOR (self));
}

static void
typed_cb (CareEditorRecent *self)
{
  look (self);
  care_editor_edited (CARE_EDITOR (self));
}

/* Today or yesterday at that time; nothing older can be typed here. */
static void
set_exact (CareEditorRecent *self,
           CareInstant       instant)
{
  g_autoptr (GDateTime) local = care_instant_to_local (instant, get_zone (self));

  set_day (self, instant < care_instant_day_start (get_now (self), get_zone (self)));
  care_time_boxes_set_time (CARE_TIME_BOXES (self->time), g_date_time_get_hour (local), g_date_time_get_minute (local));
  look (self);
  care_clock_choice_set (CARE_CLOCK_CHOICE (self->clock_choice), instant);
}

static void
chosen_cb (CareEditorRecent *self,
           gint64            instant)
{
  gboolean inside = gtk_widget_get_focus_child (self->clock_choice) != NULL;

  set_exact (self, instant);
  /* The tiles of a time that does not exist are gone once one is taken. */
  if (inside && !gtk_widget_get_visible (self->clock_choice))
    gtk_widget_grab_focus (self->time);
  care_editor_edited (CARE_EDITOR (self));
}

static GtkWidget *
make_day_button (CareEditorRecent *self,
                 GtkWidget        *row,
                 const char       *key)
{
  GtkWidget *button = care_tile_new (CARE_TILE_ONE, care_editor_word (CARE_EDITOR (self), key));

  g_signal_connect_swapped (button, "toggled", G_CALLBACK (day_toggled_cb), self);
  gtk_widget_set_parent (button, row);

  return button;
}

static void
care_editor_recent_build (CareEditor *editor)
{
  CareEditorRecent *self = CARE_EDITOR_RECENT (editor);
  g_autoptr (GDateTime) local = care_instant_to_local (get_now (self), get_zone (self));
  GtkWidget *grid = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *days = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (grid, care_wrap_layout_new (9.0, 16.0, 3, 12));
  gtk_widget_set_parent (grid, GTK_WIDGET (editor));
  for (guint i = 0; i < N_CHIPS; i++)
    {
      self->chips[i] = care_tile_new (CARE_TILE_ONE, care_editor_word (editor, chip_words[i]));
      g_signal_connect_swapped (self->chips[i], "toggled", G_CALLBACK (chip_toggled_cb), self);
      gtk_widget_set_parent (self->chips[i], grid);
    }
  /* "This afternoon" makes sense once there has been one. */
  gtk_widget_set_visible (self->chips[CHIP_AFTERNOON], g_date_time_get_hour (local) > NOON);

  self->exact = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->exact, GTK_WIDGET (editor));
  gtk_widget_set_layout_manager (days, care_wrap_layout_new (7.0, 16.0, 2, 12));
  gtk_box_append (GTK_BOX (self->exact), days);
  self->today = make_day_button (self, days, "today");
  self->yesterday = make_day_button (self, days, "yesterday");
  set_day (self, FALSE);
  self->time = care_time_boxes_new (care_editor_get_context (editor));
  g_signal_connect_swapped (self->time, "edited", G_CALLBACK (typed_cb), editor);
  gtk_box_append (GTK_BOX (self->exact), self->time);
  self->clock_choice = care_clock_choice_new (care_editor_get_context (editor));
  g_signal_connect_swapped (self->clock_choice, "chosen", G_CALLBACK (chosen_cb), editor);
  gtk_box_append (GTK_BOX (self->exact), self->clock_choice);
  gtk_widget_set_visible (self->exact, FALSE);
}

/* Which chip a stored moment came from; an exact time fills the boxes. */
static Chip
recognise (CareEditorRecent *self,
           CareValue        *value)
{
  g_autoptr (CareValue) yesterday = make_day (self, 1);
  CareInstant now = get_now (self);
  CareInstant today = care_instant_day_start (now, get_zone (self));
  CareInstant first;
  CareInstant last;

  if (strchr (care_value_get_text (value), 'T') == NULL)
    return care_value_equal (value, yesterday) ? CHIP_YESTERDAY : CHIP_LONGER;
  if (!care_value_get_instants (value, get_zone (self), &first, &last))
    return N_CHIPS;
  if (first == get_moment (self, 0, NOON, 0))
    return CHIP_MORNING;
  if (first == get_moment (self, 0, EVENING, 0))
    return CHIP_AFTERNOON;
  /* A time that was typed has no seconds; it is shown as it was typed, however short ago it is. */
  if (first <= now && now - first <= CARE_HOUR && first % CARE_MINUTE != 0)
    return CHIP_HOUR;
  if (first < today - 26 * CARE_HOUR)
    return CHIP_LONGER;

  set_exact (self, first);

  return CHIP_EXACT;
}

static void
care_editor_recent_set_value (CareEditor *editor,
                              CareValue  *value)
{
  CareEditorRecent *self = CARE_EDITOR_RECENT (editor);

  set_chip (self, value != NULL && care_value_get_text (value) != NULL ? recognise (self, value) : N_CHIPS);
}

static CareValue *
make_exact (CareEditorRecent  *self,
            char             **fault)
{
  int hour;
  int minute;
  const char *key = care_time_boxes_get_time (CARE_TIME_BOXES (self->time), &hour, &minute);
  CareInstant instant = CARE_INSTANT_NONE;

  if (key == NULL)
    instant = care_clock_choice_get (CARE_CLOCK_CHOICE (self->clock_choice), &key);
  if (key == NULL && instant > get_now (self))
    key = "time-not-yet";
  if (key != NULL)
    {
      *fault = g_strdup (care_editor_word (CARE_EDITOR (self), key));
      return NULL;
    }

  return care_value_new_instant (instant, get_zone (self));
}

static CareValue *
care_editor_recent_dup_value (CareEditor  *editor,
                              char       **fault)
{
  CareEditorRecent *self = CARE_EDITOR_RECENT (editor);

  switch (get_chip (self))
    {
    case CHIP_HOUR:
      return care_value_new_instant (get_now (self), get_zone (self));
    case CHIP_MORNING:
      return make_until (self, NOON);
    case CHIP_AFTERNOON:
      return make_until (self, EVENING);
    case CHIP_YESTERDAY:
      return make_day (self, 1);
    case CHIP_LONGER:
      return make_day (self, 2);
    case CHIP_EXACT:
      return make_exact (self, fault);
    case N_CHIPS:
    default:
      return NULL;
    }
}

static char *
care_editor_recent_dup_draft (CareEditor *editor)
{
  CareEditorRecent *self = CARE_EDITOR_RECENT (editor);
  g_autofree char *typed = NULL;

  if (get_chip (self) != CHIP_EXACT)
    return NULL;
  typed = care_time_boxes_dup_typed (CARE_TIME_BOXES (self->time));

  return g_strconcat (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->yesterday)) ? "y" : "t",
                      typed != NULL ? typed : "||",
                      NULL);
}

static void
care_editor_recent_set_draft (CareEditor *editor,
                              const char *draft)
{
  CareEditorRecent *self = CARE_EDITOR_RECENT (editor);

  if (*draft == '\0')
    return;
  set_chip (self, CHIP_EXACT);
  set_day (self, *draft == 'y');
  care_time_boxes_set_typed (CARE_TIME_BOXES (self->time), draft + 1);
  look (self);
}

static GtkWidget *
care_editor_recent_get_focus (CareEditor *editor)
{
  CareEditorRecent *self = CARE_EDITOR_RECENT (editor);

  GtkWidget *tile = care_clock_choice_get_focus (CARE_CLOCK_CHOICE (self->clock_choice));

  if (get_chip (self) == CHIP_EXACT && tile != NULL)
    return tile;
  if (get_chip (self) == CHIP_EXACT)
    return care_time_boxes_get_focus (CARE_TIME_BOXES (self->time));

  return self->chips[CHIP_HOUR];
}

static void
care_editor_recent_set_label (CareEditor *editor,
                              const char *text)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
care_editor_recent_class_init (CareEditorRecentClass *klass)
{
  CareEditorClass *editor_class = CARE_EDITOR_CLASS (klass);

  editor_class->build = care_editor_recent_build;
  editor_class->set_value = care_editor_recent_set_value;
  editor_class->dup_value = care_editor_recent_dup_value;
  editor_class->dup_draft = care_editor_recent_dup_draft;
  editor_class->set_draft = care_editor_recent_set_draft;
  editor_class->get_focus = care_editor_recent_get_focus;
  editor_class->set_label = care_editor_recent_set_label;
}

static void
care_editor_recent_init (CareEditorRecent *self)
{
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-clock-choice.h"

#include "widgets/form/care-label.h"
#include "widgets/form/care-tile.h"
#include "widgets/form/care-wrap-layout.h"

struct _CareClockChoice
{
  GtkWidget        parent_instance;

  CareFormContext *context;
  CareLocalTime    kind;
  CareInstant      candidates[2];
  int              chosen; /* -1: none */
  gboolean         updating;

  GtkWidget       *words;
  GtkWidget       *grid;
  GtkWidget       *tiles[2];
};

G_DEFINE_FINAL_TYPE (CareClockChoice, care_clock_choice, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_chosen (CareClockChoice *self,
            int              chosen)
{
  self->chosen = chosen;
  self->updating = TRUE;
  for (int i = 0; i < 2; i++)
    {
      if (self->tiles[i] != NULL)
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->tiles[i]), i == chosen);
    }
  self->updating = FALSE;
}

static void
tile_toggled_cb (CareClockChoice *self,
                 GtkToggleButton *tile)
{
  int touched = GTK_WIDGET (tile) == self->tiles[1] ? 1 : 0;

  if (self->updating)
    return;

  /* A second touch does not take it back: one of the two it is. */
  set_chosen (self, touched);
  g_signal_emit (self, signals[CHOSEN], 0, self->candidates[touched]);
}

static char *
dup_tile_words (CareClockChoice *self,
                int              which)
{
  CareFormat *format = care_form_context_get_format (self->context);
  g_autofree char *time = care_format_time (format, self->candidates[which]);

  if (self->kind == CARE_LOCAL_TIME_MISSING)
    return g_steal_pointer (&time);

  return care_format_fill (format, care_form_context_word (self->context, which == 0 ? "clock-first" : "clock-second"),
                           "time", time, NULL);
}

static char *
dup_words (CareClockChoice *self)
{
  CareFormat *format = care_form_context_get_format (self->context);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (self->kind == CARE_LOCAL_TIME_TWICE)
    return g_strdup (care_form_context_word (self->context, "clock-twice"));

  first = care_format_time (format, self->candidates[0]);
  second = care_format_time (format, self->candidates[1]);

  return care_format_fill (format, care_form_context_word (self->context, "clock-missing"),
                           "first", first, "second", second, NULL);
}

static void
draw (CareClockChoice *self)
{
  gboolean asks = self->kind == CARE_LOCAL_TIME_TWICE || self->kind == CARE_LOCAL_TIME_MISSING;
  g_autofree char *words = NULL;

  for (int i = 0; i < 2; i++)
    g_clear_pointer (&self->tiles[i], gtk_widget_unparent);
  gtk_widget_set_visible (GTK_WIDGET (self), asks);
  if (!asks)
    return;

  words = dup_words (self);
  care_label_set_text (self->words, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  for (int i = 0; i < 2; i++)
    {
      g_autofree char *text = dup_tile_words (self, i);

      self->tiles[i] = care_tile_new (CARE_TILE_ONE, text);
      g_signal_connect_object (self->tiles[i], "toggled", G_CALLBACK (tile_toggled_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (self->tiles[i], self->grid);
    }
}

static void
care_clock_choice_dispose (GObject *object)
{
  CareClockChoice *self = CARE_CLOCK_CHOICE (object);
  GtkWidget *child;

  for (int i = 0; i < 2; i++)
    g_clear_pointer (&self->tiles[i], gtk_widget_unparent);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (care_clock_choice_parent_class)->dispose (object);
}

static void
care_clock_choice_class_init (CareClockChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_clock_choice_dispose;

  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
care_clock_choice_init (CareClockChoice *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->kind = CARE_LOCAL_TIME_NONE;
  self->chosen = -1;
}

/**
 * care_clock_choice_new:
 * @context: words, language, zone
 *
 * Returns: (transfer floating): the choice, hidden
 */
GtkWidget *
care_clock_choice_new (CareFormContext *context)
{
  CareClockChoice *self;

  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (context), NULL);

  self = g_object_new (CARE_TYPE_CLOCK_CHOICE, "visible", FALSE, NULL);
  self->context = g_object_ref (context);
  self->words = care_label_new (NULL, "care-help");
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  self->grid = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->grid, care_wrap_layout_new (9.0, 20.0, 2, 12));
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/**
 * care_clock_choice_look:
 * @self: a choice
 * @date: (nullable): the date that is typed; %NULL where date or time are not whole
 * @hour: 0 to 23
 * @minute: 0 to 59
 * @latest: the last instant anybody can mean, or %CARE_INSTANT_NONE
 *
 * Shows itself where the clocks change over that time. Of a time that comes twice, and the second time later than
 * @latest, it is the first.
 */
void
care_clock_choice_look (CareClockChoice *self,
                        const GDate     *date,
                        int              hour,
                        int              minute,
                        CareInstant      latest)
{
  CareLocalTime kind = CARE_LOCAL_TIME_NONE;
  CareInstant first = CARE_INSTANT_NONE;
  CareInstant second = CARE_INSTANT_NONE;

  g_return_if_fail (CARE_IS_CLOCK_CHOICE (self));

  if (date != NULL)
    kind = care_instant_find_local (care_form_context_get_zone (self->context),
                                    g_date_get_year (date), (int) g_date_get_month (date), g_date_get_day (date),
                                    hour, minute, &first, &second);
  if (kind == CARE_LOCAL_TIME_TWICE && latest != CARE_INSTANT_NONE && second > latest)
    {
      kind = CARE_LOCAL_TIME_PLAIN;
      second = first;
    }
  if (kind == self->kind && first == self->candidates[0] && second == self->candidates[1])
    return;

  self->kind = kind;
  self->candidates[0] = first;
  self->candidates[1] = second;
  draw (self);
  set_chosen (self, -1);
}

/**
 * care_clock_choice_set:
 * @self: a choice
 * @instant: what was stored
 */
void
care_clock_choice_set (CareClockChoice *self,
                       CareInstant      instant)
{
  g_return_if_fail (CARE_IS_CLOCK_CHOICE (self));

  if (self->kind != CARE_LOCAL_TIME_TWICE)
    return;
  for (int i = 0; i < 2; i++)
    {
      /* The boxes show whole minutes. */
      if (instant >= self->candidates[i] && instant < self->candidates[i] + CARE_MINUTE)
        set_chosen (self, i);
    }
}

/**
 * care_clock_choice_get:
 * @self: a choice
 * @fault: (out): key of the words that say what to do, or %NULL
 *
 * Returns: the instant meant, or %CARE_INSTANT_NONE
 */
CareInstant
care_clock_choice_get (CareClockChoice  *self,
                       const char      **fault)
{
  g_return_val_if_fail (CARE_IS_CLOCK_CHOICE (self), CARE_INSTANT_NONE);
  g_return_val_if_fail (fault != NULL, CARE_INSTANT_NONE);

  *fault = NULL;
  if (self->kind == CARE_LOCAL_TIME_PLAIN)
    return self->candidates[0];
  if (self->kind == CARE_LOCAL_TIME_TWICE && self->chosen >= 0)
    return self->candidates[self->chosen];
  if (self->kind != CARE_LOCAL_TIME_NONE)
    *fault = "clock-choose";

  return CARE_INSTANT_NONE;
}

/**
 * care_clock_choice_get_focus:
 * @self: a choice
 *
 * Returns: (nullable) (transfer none): the first tile, while one has to be touched
 */
GtkWidget *
care_clock_choice_get_focus (CareClockChoice *self)
{
  const char *fault;

  g_return_val_if_fail (CARE_IS_CLOCK_CHOICE (self), NULL);

  return care_clock_choice_get (self, &fault) == CARE_INSTANT_NONE ? self->tiles[0] : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-editor-slider.h"

#include <math.h>

#include "form/care-decimal.h"
#include "widgets/form/care-label.h"

struct _CareEditorSlider
{
  CareEditor  parent_instance;

  GtkWidget  *scale;
  GtkWidget  *amount;
  int         digits;       /* behind the point, of what is shown and kept */
  gboolean    has_value;
  gboolean    updating;
};

G_DEFINE_FINAL_TYPE (CareEditorSlider, care_editor_slider, CARE_TYPE_EDITOR)

static gboolean
is_whole (CareEditor *editor)
{
  return care_item_get_item_type (care_editor_get_item (editor)) == CARE_ITEM_INTEGER;
}

/* What a form leaves out: a line of a hundred, or of ten beyond a bound of a hundred and more. */
static void
get_limits (const CareItem *item,
            double         *least,
            double         *most)
{
  CareValue *lower = care_item_get_min_value (item);
  CareValue *upper = care_item_get_max_value (item);

  *least = lower != NULL ? care_value_get_double (lower) : 0.0;
  *most = upper != NULL ? care_value_get_double (upper) : MAX (*least + 10.0, 100.0);
  if (lower == NULL && *most <= *least)
    *least = *most - 100.0;
}

/* Without a step of the form's own: a hundredth to a tenth of the line, and one where that is less. */
static double
get_step (CareEditor *editor,
          double      span)
{
  double step = care_item_get_slider_step (care_editor_get_item (editor));

  if (step > 0.0)
    return step;
  if (is_whole (editor) || span >= 10.0)
    return 1.0;

  return span >= 1.0 ? 0.1 : 0.01;
}

/* How many places behind the point a step needs: what is shown is what is kept. */
static int
count_digits (double step)
{
  int digits = 0;

  for (; digits < 6 && fabs (step - round (step)) > 1e-6 * step; digits++)
    step *= 10.0;

  return digits;
}

static void
update_amount (CareEditorSlider *self)
{
  CareEditor *editor = CARE_EDITOR (self);
  g_autofree char *text = NULL;

  if (self->has_value)
    text = care_format_number (care_form_context_get_format (care_editor_get_context (editor)),
                               gtk_range_get_value (GTK_RANGE (self->scale)), self->digits);
  gtk_label_set_text (GTK_LABEL (self->amount), text != NULL ? text : care_editor_word (editor, "slider-empty"));
}

static void
set_touched (CareEditorSlider *self,
             gboolean          touched)
{
  self->has_value = touched;
  if (touched)
    gtk_widget_remove_css_class (self->scale, "care-untouched");
  else
    gtk_widget_add_css_class (self->scale, "care-untouched");
  update_amount (self);
}

static void
value_changed_cb (CareEditorSlider *self)
{
  if (self->updating)
    return;
  set_touched (self, TRUE);
  care_editor_edited (CARE_EDITOR (self));
}

/* Where the finger lets go between two steps, the nearer one counts. */
static gboolean
change_value_cb (CareEditorSlider *self,
                 GtkScrollType     scroll,
                 double            value,
                 GtkRange         *range)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (range);
  double least = gtk_adjustment_get_lower (adjustment);
  double step = gtk_adjustment_get_step_increment (adjustment);

  gtk_range_set_value (range, least + round ((value - least) / step) * step);
  if (!self->has_value)
    value_changed_cb (self);

  return TRUE;
}

static void
step_by (CareEditorSlider *self,
         int               steps)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (self->scale));

  self->updating = TRUE;
  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_value (adjustment) + steps * gtk_adjustment_get_step_increment (adjustment));
  self->updating = FALSE;
  set_touched (self, TRUE);
  care_editor_edited (CARE_EDITOR (self));
}

static void
less_cb (CareEditorSlider *self)
{
  step_by (self, -1);
}

static void
more_cb (CareEditorSlider *self)
{
  step_by (self, 1);
}

static GtkWidget *
make_step (CareEditorSlider *self,
           const char       *sign,
           const char       *key,
           GCallback         callback)
{
  GtkWidget *button = gtk_button_new_with_label (sign);

  gtk_widget_add_css_class (button, "care-step");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  care_editor_word (CARE_EDITOR (self), key), -1);
  g_signal_connect_swapped (button, "clicked", callback, self);

  return button;
}

static GtkWidget *
make_ends (CareEditor *editor)
{
  const CareItem *item = care_editor_get_item (editor);
  const char *language = care_form_context_get_language (care_editor_get_context (editor));
  const char *lower = care_item_get_lower_text (item, language);
  const char *upper = care_item_get_upper_text (item, language);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = care_label_new (lower, NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  label = care_label_new (upper, NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 1.0f);
  gtk_box_append (GTK_BOX (row), label);

  return row;
}

static void
care_editor_slider_build (CareEditor *editor)
{
  CareEditorSlider *self = CARE_EDITOR_SLIDER (editor);
  const CareItem *item = care_editor_get_item (editor);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  double least;
  double most;
  double step;

  get_limits (item, &least, &most);
  step = get_step (editor, most - least);
  if (!is_whole (editor))
    self->digits = MAX (count_digits (step), care_item_get_slider_step (item) > 0.0 ? 0 : 2);
  self->amount = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->amount), 0.0f);
  gtk_widget_add_css_class (self->amount, "care-echo");
  gtk_widget_set_parent (self->amount, GTK_WIDGET (editor));

  gtk_widget_set_parent (row, GTK_WIDGET (editor));
  gtk_box_append (GTK_BOX (row), make_step (self, "−", "slider-less", G_CALLBACK (less_cb)));
  self->scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, least, most, step);
  gtk_scale_set_draw_value (GTK_SCALE (self->scale), FALSE);
  gtk_widget_set_hexpand (self->scale, TRUE);
  gtk_widget_add_css_class (self->scale, "care-scale");
  gtk_range_set_round_digits (GTK_RANGE (self->scale), self->digits);
  g_signal_connect_swapped (self->scale, "value-changed", G_CALLBACK (value_changed_cb), self);
  if (care_item_get_slider_step (item) > 0.0)
    g_signal_connect_swapped (self->scale, "change-value", G_CALLBACK (change_value_cb), self);
  gtk_box_append (GTK_BOX (row), self->scale);
  gtk_box_append (GTK_BOX (row), make_step (self, "+", "slider-more", G_CALLBACK (more_cb)));

  gtk_widget_set_parent (make_ends (editor), GTK_WIDGET (editor));
  set_touched (self, FALSE);
}

static void
care_editor_slider_set_value (CareEditor *editor,
                              CareValue  *value)
{
  CareEditorSlider *self = CARE_EDITOR_SLIDER (editor);

  self->updating = TRUE;
  if (value != NULL)
    gtk_range_set_value (GTK_RANGE (self->scale), care_value_get_double (value));
  self->updating = FALSE;
  set_touched (self, value != NULL);
}

static CareValue *
care_editor_slider_dup_value (CareEditor  *editor,
                              char       **fault)
{
  CareEditorSlider *self = CARE_EDITOR_SLIDER (editor);
  double amount = gtk_range_get_value (GTK_RANGE (self->scale));
  g_autofree char *text = NULL;
  double places = 1.0;

  if (!self->has_value)
    return NULL;
  if (is_whole (editor))
    return care_value_new_integer ((gint64) lround (amount));

  for (int i = 0; i < self->digits; i++)
    places *= 10.0;
  text = care_decimal_from_double (round (amount * places) / places);

  return care_value_new_decimal (text, NULL);
}

static GtkWidget *
care_editor_slider_get_focus (CareEditor *editor)
{
  return CARE_EDITOR_SLIDER (editor)->scale;
}

static void
care_editor_slider_class_init (CareEditorSliderClass *klass)
{
  CareEditorClass *editor_class = CARE_EDITOR_CLASS (klass);

  editor_class->build = care_editor_slider_build;
  editor_class->set_value = care_editor_slider_set_value;
  editor_class->dup_value = care_editor_slider_dup_value;
  editor_class->get_focus = care_editor_slider_get_focus;
}

static void
care_editor_slider_init (CareEditorSlider *self)
{
}

/**
 * care_editor_slider_can_show:
 * @item: a number
 *
 * Returns: whether its bounds leave a line to pick from; else it is typed
 */
gboolean
care_editor_slider_can_show (const CareItem *item)
{
  double least;
  double most;

  g_return_val_if_fail (item != NULL, FALSE);

  get_limits (item, &least, &most);

  return most > least;
}

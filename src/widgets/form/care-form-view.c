/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-form-view-private.h"

#include "widgets/form/care-widgets-form-resources.h"

G_DEFINE_FINAL_TYPE (CareFormView, care_form_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_STEP,
  PROP_N_STEPS,
  N_PROPS
};

enum
{
  ANSWERED,
  FINISHED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
update_bar (CareFormView *self)
{
  guint n_steps = care_form_steps_get_n (self->steps);
  CareFormat *format = care_form_context_get_format (self->context);
  g_autofree char *number = care_format_number (format, self->index + 1, 0);
  g_autofree char *total = care_format_number (format, n_steps, 0);
  g_autofree char *place = care_format_fill (format, care_form_context_word (self->context, "step-of"),
                                             "number", number, "total", total, NULL);
  gboolean last = self->whole || self->index + 1 >= n_steps;

  gtk_widget_set_visible (self->bar, self->navigation);
  gtk_widget_set_visible (self->back, !self->whole && n_steps > 1);
  gtk_widget_set_visible (self->place, !self->whole && n_steps > 1);
  gtk_label_set_text (GTK_LABEL (self->place), place);
  gtk_button_set_label (GTK_BUTTON (self->back), care_form_context_word (self->context, "back"));
  gtk_button_set_label (GTK_BUTTON (self->next), care_form_context_word (self->context, last ? "done" : "next"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "form.back", !self->whole && self->index > 0);
}

static void
answered_cb (CareFormView *self,
             CareNode     *node)
{
  g_signal_emit (self, signals[ANSWERED], 0, node);
}

/* Only what is on the screen has widgets. */
static void
draw (CareFormView *self)
{
  guint n_steps = care_form_steps_get_n (self->steps);
  CareFormStep *step = NULL;

  if (self->whole)
    care_form_pages_draw (self->pages, self->context, self->steps, 0, n_steps);
  else
    care_form_pages_draw (self->pages, self->context, self->steps, self->index, self->index < n_steps ? 1 : 0);
  if (self->index < n_steps)
    step = care_form_steps_get (self->steps, self->index);
  g_set_object (&self->step, step);
  update_bar (self);
}

static void
steps_changed_cb (CareFormView *self,
                  guint         position,
                  guint         removed,
                  guint         added)
{
  guint former = self->index;

  if (self->whole)
    care_form_pages_splice (self->pages, position, removed, added);
  else if (self->step != NULL)
    {
      guint found = care_form_steps_find_step (self->steps, self->step);

      /* The very screen one stands on vanished (another answer than one given here took it away). */
      if (found == CARE_NO_STEP)
        {
          self->index = MIN (self->index, MAX (1, care_form_steps_get_n (self->steps)) - 1);
          draw (self);
        }
      else
        self->index = found;
    }

  update_bar (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_STEPS]);
  if (self->index != former)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STEP]);
}

static void
next_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  care_form_view_next (CARE_FORM_VIEW (widget));
}

static void
back_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  care_form_view_back (CARE_FORM_VIEW (widget));
}

static void
care_form_view_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  CareFormView *self = CARE_FORM_VIEW (object);

  switch (prop_id)
    {
    case PROP_STEP:
      g_value_set_uint (value, self->index);
      break;
    case PROP_N_STEPS:
      g_value_set_uint (value, care_form_steps_get_n (self->steps));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
care_form_view_dispose (GObject *object)
{
  CareFormView *self = CARE_FORM_VIEW (object);
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_FORM_VIEW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->step);
  g_clear_object (&self->steps);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (care_form_view_parent_class)->dispose (object);
}

static void
care_form_view_class_init (CareFormViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /* Named, so that the linker takes the resources along. */
  g_resources_register (care_widgets_form_get_resource ());
  g_type_ensure (CARE_TYPE_FORM_PAGES);
  object_class->get_property = care_form_view_get_property;
  object_class->dispose = care_form_view_dispose;

  properties[PROP_STEP] =
    g_param_spec_uint ("step", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_STEPS] =
    g_param_spec_uint ("n-steps", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ANSWERED] =
    g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, CARE_TYPE_NODE);
  signals[FINISHED] =
    g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/aftercare/Aftercare/widgets/form/care-form-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CareFormView, pages);
  gtk_widget_class_bind_template_child (widget_class, CareFormView, bar);
  gtk_widget_class_bind_template_child (widget_class, CareFormView, back);
  gtk_widget_class_bind_template_child (widget_class, CareFormView, place);
  gtk_widget_class_bind_template_child (widget_class, CareFormView, next);
  gtk_widget_class_bind_template_callback (widget_class, answered_cb);
  gtk_widget_class_install_action (widget_class, "form.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "form.back", NULL, back_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formview");
}

static void
care_form_view_init (CareFormView *self)
{
  self->navigation = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * care_form_view_new:
 * @context: words, language, density, clock
 * @response: where answers go
 *
 * Returns: (transfer floating): the form, on its first screen
 */
GtkWidget *
care_form_view_new (CareFormContext *context,
                    CareResponse    *response)
{
  CareFormView *self;

  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (context), NULL);
  g_return_val_if_fail (CARE_IS_RESPONSE (response), NULL);

  self = g_object_new (CARE_TYPE_FORM_VIEW, NULL);
  self->context = g_object_ref (context);
  self->steps = care_form_steps_new (response);
  if (care_form_context_get_density (context) == CARE_FORM_DENSITY_DESK)
    gtk_widget_add_css_class (GTK_WIDGET (self), "care-desk");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "care-patient");
  g_signal_connect_object (self->steps, "items-changed", G_CALLBACK (steps_changed_cb), self, G_CONNECT_SWAPPED);
  draw (self);

  return GTK_WIDGET (self);
}

/**
 * care_form_view_get_response:
 * @self: a view
 *
 * Returns: (transfer none): the answers
 */
CareResponse *
care_form_view_get_response (CareFormView *self)
{
  g_return_val_if_fail (CARE_IS_FORM_VIEW (self), NULL);

  return care_form_steps_get_response (self->steps);
}

/**
 * care_form_view_set_context:
 * @self: a view
 * @context: the new one (another language)
 *
 * Draws the same screen anew; answers and what is typed stay.
 */
void
care_form_view_set_context (CareFormView    *self,
                            CareFormContext *context)
{
  g_return_if_fail (CARE_IS_FORM_VIEW (self));
  g_return_if_fail (CARE_IS_FORM_CONTEXT (context));

  if (!g_set_object (&self->context, context))
    return;

  draw (self);
}

/**
 * care_form_view_get_steps:
 * @self: a view
 *
 * Returns: (transfer none): the form's screens
 */
CareFormSteps *
care_form_view_get_steps (CareFormView *self)
{
  g_return_val_if_fail (CARE_IS_FORM_VIEW (self), NULL);

  return self->steps;
}

/**
 * care_form_view_get_n_steps:
 * @self: a view
 *
 * Returns: how many screens there are as the answers stand
 */
guint
care_form_view_get_n_steps (CareFormView *self)
{
  g_return_val_if_fail (CARE_IS_FORM_VIEW (self), 0);

  return care_form_steps_get_n (self->steps);
}

/**
 * care_form_view_get_step:
 * @self: a view
 *
 * Returns: the screen one is on, from 0
 */
guint
care_form_view_get_step (CareFormView *self)
{
  g_return_val_if_fail (CARE_IS_FORM_VIEW (self), 0);

  return self->index;
}

/**
 * care_form_view_set_step:
 * @self: a view
 * @step: a screen; the last one if there are fewer
 */
void
care_form_view_set_step (CareFormView *self,
                         guint         step)
{
  guint n_steps;

  g_return_if_fail (CARE_IS_FORM_VIEW (self));

  n_steps = care_form_steps_get_n (self->steps);
  step = MIN (step, MAX (1, n_steps) - 1);
  if (step == self->index)
    return;

  self->index = step;
  if (!self->whole)
    draw (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STEP]);
}

/**
 * care_form_view_set_navigation:
 * @self: a view
 * @navigation: whether it has Back and Next of its own
 */
void
care_form_view_set_navigation (CareFormView *self,
                               gboolean      navigation)
{
  g_return_if_fail (CARE_IS_FORM_VIEW (self));

  navigation = !!navigation;
  if (self->navigation == navigation)
    return;

  self->navigation = navigation;
  update_bar (self);
}

/**
 * care_form_view_set_whole:
 * @self: a view
 * @whole: whether all screens are drawn below each other
 */
void
care_form_view_set_whole (CareFormView *self,
                          gboolean      whole)
{
  g_return_if_fail (CARE_IS_FORM_VIEW (self));

  whole = !!whole;
  if (self->whole == whole)
    return;

  self->whole = whole;
  draw (self);
}

void
_care_form_view_finish (CareFormView *self)
{
  g_signal_emit (self, signals[FINISHED], 0);
}

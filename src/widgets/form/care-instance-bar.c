/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-instance-bar.h"

#include "widgets/form/care-label.h"
#include "widgets/form/care-wrap-layout.h"

struct _CareInstanceBar
{
  GtkWidget        parent_instance;

  CareFormContext *context;
  CareResponse    *response;
  CareNode        *node;

  GtkWidget       *place;
  GtkWidget       *up;
  GtkWidget       *down;
  GtkWidget       *remove;
  GtkWidget       *add;
  GtkWidget       *full;
};

G_DEFINE_FINAL_TYPE (CareInstanceBar, care_instance_bar, GTK_TYPE_WIDGET)

enum
{
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Where one was is out of reach at either end: then the other way. */
static void
keep_focus (CareInstanceBar *self,
            GtkWidget       *wanted)
{
  if (!gtk_widget_get_visible (wanted))
    wanted = wanted == self->up ? self->down : self->up;
  gtk_widget_grab_focus (wanted);
}

static void
up_cb (CareInstanceBar *self)
{
  guint instance = care_node_get_instance (self->node);

  if (instance == 0)
    return;
  care_response_move_instance (self->response, self->node, instance - 1);
  keep_focus (self, self->up);
}

static void
down_cb (CareInstanceBar *self)
{
  guint instance = care_node_get_instance (self->node);

  if (instance + 1 >= care_node_get_n_instances (self->node))
    return;
  care_response_move_instance (self->response, self->node, instance + 1);
  keep_focus (self, self->down);
}

/* The instance behind it, else the one before it. */
static CareNode *
find_neighbour (CareNode *node)
{
  CareNode *parent = care_node_get_parent (node);
  guint answer = care_node_get_parent_answer (node);
  CareNode *before = NULL;
  gboolean passed = FALSE;

  for (guint i = 0; parent != NULL && i < care_node_get_n_children (parent, answer); i++)
    {
      CareNode *other = care_node_get_child (parent, answer, i);

      if (care_node_get_item (other) != care_node_get_item (node))
        continue;
      if (passed)
        return other;
      if (other == node)
        passed = TRUE;
      else
        before = other;
    }

  return before;
}

static void
remove_cb (CareInstanceBar *self)
{
  g_autoptr (CareInstanceBar) keep = g_object_ref (self);
  CareNode *neighbour = find_neighbour (self->node);

  care_response_remove_instance (keep->response, keep->node);
  if (neighbour != NULL)
    g_signal_emit (keep, signals[ENTERED], 0, neighbour);
}

static void
add_cb (CareInstanceBar *self)
{
  g_autoptr (CareInstanceBar) keep = g_object_ref (self);

  care_response_add_instance (keep->response, keep->node);
  g_signal_emit (keep, signals[ENTERED], 0, find_neighbour (keep->node));
}

static GtkWidget *
make_button (CareInstanceBar *self,
             const char      *key,
             GCallback        callback)
{
  GtkWidget *button = gtk_button_new_with_label (care_form_context_word (self->context, key));

  gtk_widget_add_css_class (button, "care-chip");
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));

  return button;
}

static void
care_instance_bar_dispose (GObject *object)
{
  CareInstanceBar *self = CARE_INSTANCE_BAR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->context);
  g_clear_object (&self->response);
  g_clear_pointer (&self->node, care_node_unref);

  G_OBJECT_CLASS (care_instance_bar_parent_class)->dispose (object);
}

static void
care_instance_bar_class_init (CareInstanceBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_instance_bar_dispose;

  signals[ENTERED] =
    g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, CARE_TYPE_NODE);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
care_instance_bar_init (CareInstanceBar *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 8);
  gtk_widget_add_css_class (GTK_WIDGET (self), "care-instance");
}

/**
 * care_instance_bar_new:
 * @context: words and language
 * @response: where instances are added, removed and moved
 * @node: an instance of a repeating group
 * @adds: the button that adds one after @node, instead of the line above it
 *
 * Returns: (transfer floating): the bar
 */
GtkWidget *
care_instance_bar_new (CareFormContext *context,
                       CareResponse    *response,
                       CareNode        *node,
                       gboolean         adds)
{
  CareInstanceBar *self;

  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (context), NULL);
  g_return_val_if_fail (CARE_IS_RESPONSE (response), NULL);
  g_return_val_if_fail (node != NULL, NULL);

  self = g_object_new (CARE_TYPE_INSTANCE_BAR, NULL);
  self->context = g_object_ref (context);
  self->response = g_object_ref (response);
  self->node = care_node_ref (node);

  if (adds)
    {
      self->add = make_button (self, "add-another", G_CALLBACK (add_cb));
      self->full = care_label_new (NULL, "care-small");
      gtk_widget_set_hexpand (self->full, TRUE);
      gtk_widget_set_parent (self->full, GTK_WIDGET (self));
    }
  else
    {
      /* The largest letters have no room for all four side by side. */
      gtk_widget_set_layout_manager (GTK_WIDGET (self), care_wrap_layout_new (5.0, 16.0, 4, 8));
      self->place = care_label_new (NULL, "care-small");
      gtk_widget_set_parent (self->place, GTK_WIDGET (self));
      self->up = make_button (self, "move-up", G_CALLBACK (up_cb));
      self->down = make_button (self, "move-down", G_CALLBACK (down_cb));
      self->remove = make_button (self, "remove", G_CALLBACK (remove_cb));
    }
  care_instance_bar_refresh (self);

  return GTK_WIDGET (self);
}

/* Where there can be no more, that is said instead of a button that is gone. */
static void
refresh_add (CareInstanceBar *self,
             guint            n_instances)
{
  gboolean more = care_response_may_add_instance (self->response, self->node);
  gboolean full = !more && n_instances > 1;

  gtk_widget_set_visible (self->add, more);
  gtk_widget_set_visible (self->full, full);
  if (full)
    {
      g_autofree char *words = care_form_context_dup_full (self->context, n_instances);

      care_label_set_text (self->full, words);
    }
}

/**
 * care_instance_bar_refresh:
 * @self: a bar
 *
 * Draws the place of its instance among the others.
 */
void
care_instance_bar_refresh (CareInstanceBar *self)
{
  guint instance;
  guint n_instances;
  g_autofree char *number = NULL;
  g_autofree char *total = NULL;
  g_autofree char *place = NULL;

  g_return_if_fail (CARE_IS_INSTANCE_BAR (self));

  instance = care_node_get_instance (self->node);
  n_instances = care_node_get_n_instances (self->node);
  if (self->add != NULL)
    {
      refresh_add (self, n_instances);
      return;
    }

  number = care_format_number (care_form_context_get_format (self->context), instance + 1, 0);
  total = care_format_number (care_form_context_get_format (self->context), n_instances, 0);
  place = care_format_fill (care_form_context_get_format (self->context),
                            care_form_context_word (self->context, "place"),
                            "number", number, "total", total, NULL);
  care_label_set_text (self->place, place);
  gtk_widget_set_visible (self->up, instance > 0);
  gtk_widget_set_visible (self->down, instance + 1 < n_instances);
  gtk_widget_set_visible (self->remove, n_instances > 1);
}

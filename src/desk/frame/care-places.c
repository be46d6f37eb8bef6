/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/frame/care-places.h"

struct _CarePlaces
{
  AdwBin     parent_instance;

  GtkWidget *stack;
  GtkWidget *home;
  GPtrArray *pages;
  GPtrArray *leaving;
  guint      leaving_source;
};

enum
{
  SIGNAL_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CarePlaces, care_places, ADW_TYPE_BIN)

/* Pages that were left are dropped once the next one is drawn: taking a page apart takes as long as a step may. */
static gboolean
drop_leaving_cb (gpointer data)
{
  CarePlaces *self = data;

  self->leaving_source = 0;
  while (self->leaving->len > 0)
    {
      g_autoptr (GtkWidget) page = g_ptr_array_steal_index (self->leaving, self->leaving->len - 1);

      if (gtk_widget_get_parent (page) == self->stack)
        gtk_stack_remove (GTK_STACK (self->stack), page);
    }
  return G_SOURCE_REMOVE;
}

/* Where a page says nothing about it, the keyboard begins at its first control. */
static void
focus_inside (GtkWidget *page)
{
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *focus;

  gtk_widget_grab_focus (page);
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/* At once: whoever taps reads in the next frame. */
static void
show_top (CarePlaces *self)
{
  GtkWidget *top = self->home;

  if (self->pages->len > 0)
    top = g_ptr_array_index (self->pages, self->pages->len - 1);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), top);
  if (self->leaving->len > 0 && self->leaving_source == 0)
    self->leaving_source = g_idle_add_full (G_PRIORITY_LOW, drop_leaving_cb, self, NULL);
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
  focus_inside (top);
}

static void
care_places_dispose (GObject *object)
{
  CarePlaces *self = CARE_PLACES (object);

  g_clear_handle_id (&self->leaving_source, g_source_remove);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->leaving, g_ptr_array_unref);
  G_OBJECT_CLASS (care_places_parent_class)->dispose (object);
}

static void
care_places_class_init (CarePlacesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_places_dispose;
  signals[SIGNAL_MOVED] = g_signal_new ("moved", CARE_TYPE_PLACES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
care_places_init (CarePlaces *self)
{
  self->pages = g_ptr_array_new_with_free_func (g_object_unref);
  self->leaving = g_ptr_array_new_with_free_func (g_object_unref);
  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  adw_bin_set_child (ADW_BIN (self), self->stack);
}

/**
 * care_places_new:
 * @home: what is shown when nothing is on top
 *
 * Returns: (transfer floating): the places
 */
GtkWidget *
care_places_new (GtkWidget *home)
{
  CarePlaces *self = g_object_new (CARE_TYPE_PLACES, NULL);

  self->home = home;
  gtk_stack_add_child (GTK_STACK (self->stack), home);
  return GTK_WIDGET (self);
}

/**
 * care_places_push:
 * @self: the places
 * @page: (transfer floating): shown from now on
 */
void
care_places_push (CarePlaces *self,
                  CarePage   *page)
{
  g_return_if_fail (CARE_IS_PLACES (self));
  g_return_if_fail (CARE_IS_PAGE (page));

  g_ptr_array_add (self->pages, g_object_ref_sink (page));
  gtk_stack_add_child (GTK_STACK (self->stack), GTK_WIDGET (page));
  show_top (self);
}

/**
 * care_places_pop:
 * @self: the places
 *
 * Leaves the page on top, if there is one.
 */
void
care_places_pop (CarePlaces *self)
{
  g_return_if_fail (CARE_IS_PLACES (self));

  if (self->pages->len == 0)
    return;
  g_ptr_array_add (self->leaving, g_ptr_array_steal_index (self->pages, self->pages->len - 1));
  show_top (self);
}

/**
 * care_places_pop_all:
 * @self: the places
 *
 * Goes home.
 */
void
care_places_pop_all (CarePlaces *self)
{
  g_return_if_fail (CARE_IS_PLACES (self));

  if (self->pages->len == 0)
    return;
  while (self->pages->len > 0)
    g_ptr_array_add (self->leaving, g_ptr_array_steal_index (self->pages, self->pages->len - 1));
  show_top (self);
}

/**
 * care_places_get_top:
 * @self: the places
 *
 * Returns: (transfer none) (nullable): the page on top, NULL at home
 */
CarePage *
care_places_get_top (CarePlaces *self)
{
  g_return_val_if_fail (CARE_IS_PLACES (self), NULL);

  return self->pages->len > 0 ? g_ptr_array_index (self->pages, self->pages->len - 1) : NULL;
}

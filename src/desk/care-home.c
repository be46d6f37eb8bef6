/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/care-home.h"

#include "desk/calendar/care-calendar-page.h"
#include "desk/patients/care-patients-page.h"
#include "desk/today/care-today-page.h"

/* Between two pages made ahead, in milliseconds: what is on the screen is drawn in between. */
#define AHEAD_PAUSE 100

struct _CareHome
{
  AdwBin              parent_instance;

  AdwViewStack       *views;
  AdwViewSwitcherBar *bar;

  CareDesk           *desk;
  guint               ahead_source;
};

G_DEFINE_FINAL_TYPE (CareHome, care_home, ADW_TYPE_BIN)

static GtkWidget *
new_page (CareHome   *self,
          const char *name)
{
  if (g_str_equal (name, "patients"))
    return care_patients_page_new (self->desk);
  if (g_str_equal (name, "calendar"))
    return care_calendar_page_new (self->desk);
  return care_today_page_new (self->desk);
}

/* The pages nobody has looked at yet are made one by one while nobody waits, so that a tap on one need not. */
static gboolean
make_ahead_cb (gpointer data)
{
  CareHome *self = CARE_HOME (data);
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (self->views);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      g_autoptr (AdwViewStackPage) page = g_list_model_get_item (G_LIST_MODEL (pages), i);
      AdwBin *bin = ADW_BIN (adw_view_stack_page_get_child (page));

      if (adw_bin_get_child (bin) == NULL)
        {
          adw_bin_set_child (bin, new_page (self, adw_view_stack_page_get_name (page)));
          return G_SOURCE_CONTINUE;
        }
    }
  self->ahead_source = 0;
  return G_SOURCE_REMOVE;
}

/* The first page that is looked at is made at once and shows alone; the others follow. */
static void
fill_visible (CareHome *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->views);
  AdwBin *bin = ADW_BIN (adw_view_stack_get_visible_child (self->views));

  if (self->desk == NULL || name == NULL)
    return;
  if (adw_bin_get_child (bin) == NULL)
    adw_bin_set_child (bin, new_page (self, name));
  else
    care_page_refresh (CARE_PAGE (adw_bin_get_child (bin)));
  if (self->ahead_source == 0)
    self->ahead_source = g_timeout_add_full (G_PRIORITY_LOW, AHEAD_PAUSE, make_ahead_cb, self, NULL);
}

static void
visible_child_cb (CareHome *self)
{
  fill_visible (self);
}

static void
care_home_dispose (GObject *object)
{
  CareHome *self = CARE_HOME (object);

  g_clear_handle_id (&self->ahead_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_HOME);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (care_home_parent_class)->dispose (object);
}

static void
care_home_class_init (CareHomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_home_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/aftercare/Aftercare/desk/care-home.ui");
  gtk_widget_class_bind_template_child (widget_class, CareHome, views);
  gtk_widget_class_bind_template_child (widget_class, CareHome, bar);
}

static void
care_home_init (CareHome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->views, "notify::visible-child", G_CALLBACK (visible_child_cb), self);
}

/**
 * care_home_new:
 * @desk: what the pages work with
 *
 * The frame of the pages, empty until care_home_show().
 *
 * Returns: (transfer floating): the home pages
 */
GtkWidget *
care_home_new (CareDesk *desk)
{
  CareHome *self = g_object_new (CARE_TYPE_HOME, NULL);

  self->desk = g_object_ref (desk);
  return GTK_WIDGET (self);
}

/** Returns: (transfer none): the stack, for the switcher in the header bar */
AdwViewStack *
care_home_get_views (CareHome *self)
{
  g_return_val_if_fail (CARE_IS_HOME (self), NULL);

  return self->views;
}

/**
 * care_home_show:
 * @self: the home pages
 * @name: "today", "patients" or "calendar"
 */
void
care_home_show (CareHome   *self,
                const char *name)
{
  g_return_if_fail (CARE_IS_HOME (self));
  g_return_if_fail (name != NULL);

  adw_view_stack_set_visible_child_name (self->views, name);
  if (care_home_get_page (self) == NULL)
    fill_visible (self);
}

/**
 * care_home_set_narrow:
 * @self: the home pages
 * @narrow: whether the switcher stands at the bottom
 */
void
care_home_set_narrow (CareHome *self,
                      gboolean  narrow)
{
  g_return_if_fail (CARE_IS_HOME (self));

  adw_view_switcher_bar_set_reveal (self->bar, narrow);
}

/** Returns: (transfer none) (nullable): the page that is shown; NULL before the first one is */
CarePage *
care_home_get_page (CareHome *self)
{
  g_return_val_if_fail (CARE_IS_HOME (self), NULL);

  return CARE_PAGE (adw_bin_get_child (ADW_BIN (adw_view_stack_get_visible_child (self->views))));
}

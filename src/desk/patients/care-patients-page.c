/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/patients/care-patients-page.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-register.h"
#include "desk/frame/care-wrap-box.h"
#include "desk/patients/care-patient-button.h"

/* As many as fill two screens of a usual window. A list view makes two hundred lines at once, seen or not, and somebody is typing. */
#define SHOWN_FIRST 30
/* As many more at a time. */
#define SHOWN_MORE  30

struct _CarePatientsPage
{
  CarePage           parent_instance;

  GtkEditable       *entry;
  GtkStack          *stack;
  GtkListView       *list;
  GtkWidget         *close_hint;
  GtkScrolledWindow *scroller;

  GtkSliceListModel *shown;
  guint              more_source;
};

G_DEFINE_FINAL_TYPE (CarePatientsPage, care_patients_page, CARE_TYPE_PAGE)

static void
show_found (CarePatientsPage *self)
{
  CareClinic *clinic = care_page_get_clinic (CARE_PAGE (self));
  const char *text = gtk_editable_get_text (self->entry);
  g_autoptr (GListModel) found = care_clinic_search (clinic, text);
  gboolean exact = g_list_model_get_n_items (found) > 0;

  /* A slip of the finger must not make a second record of somebody who is known. */
  if (!exact)
    {
      g_object_unref (found);
      found = care_clinic_find_close (clinic, text, NULL, NULL, text);
    }
  gtk_widget_set_visible (self->close_hint, !exact && g_list_model_get_n_items (found) > 0);
  gtk_slice_list_model_set_size (self->shown, SHOWN_FIRST);
  gtk_slice_list_model_set_model (self->shown, found);
  if (g_list_model_get_n_items (found) > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    gtk_stack_set_visible_child_name (self->stack, care_clinic_is_empty (clinic) ? "empty" : "nobody");
}

/* Less than a screen of what is shown is left below. */
static gboolean
is_near_end (CarePatientsPage *self)
{
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (self->scroller);
  GListModel *found = gtk_slice_list_model_get_model (self->shown);
  double page = gtk_adjustment_get_page_size (place);

  return found != NULL && gtk_slice_list_model_get_size (self->shown) < g_list_model_get_n_items (found)
         && gtk_adjustment_get_upper (place) > 0.0
         && gtk_adjustment_get_value (place) + 2 * page > gtk_adjustment_get_upper (place);
}

static gboolean
show_more_cb (gpointer data)
{
  CarePatientsPage *self = CARE_PATIENTS_PAGE (data);

  self->more_source = 0;
  if (is_near_end (self))
    gtk_slice_list_model_set_size (self->shown, gtk_slice_list_model_get_size (self->shown) + SHOWN_MORE);
  return G_SOURCE_REMOVE;
}

/* More of what was found follows as somebody scrolls, and at once on a screen that is not full: a list that is not longer than its window
 * is never scrolled. Not while the window is being laid out, where this may be said. */
static void
placed_cb (CarePatientsPage *self)
{
  if (self->more_source == 0 && is_near_end (self))
    self->more_source = g_idle_add (show_more_cb, self);
}

static void
search_changed_cb (CarePatientsPage *self)
{
  show_found (self);
}

/* Enter opens the only one that is left, unless it is a guess. */
static void
entry_activated_cb (CarePatientsPage *self)
{
  show_found (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->shown)) != 1 || gtk_widget_get_visible (self->close_hint))
    return;
  g_autoptr (CarePatient) patient = g_list_model_get_item (G_LIST_MODEL (self->shown), 0);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-patient", "s", care_patient_get_id (patient));
}

static void
register_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  CarePatientsPage *self = CARE_PATIENTS_PAGE (widget);

  gtk_widget_activate_action (widget, "win.register", "s", gtk_editable_get_text (self->entry));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, care_patient_button_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  care_patient_button_set_patient (CARE_PATIENT_BUTTON (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
care_patients_page_refresh (CarePage *page)
{
  show_found (CARE_PATIENTS_PAGE (page));
}

static gboolean
care_patients_page_search (CarePage *page)
{
  CarePatientsPage *self = CARE_PATIENTS_PAGE (page);

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
  return TRUE;
}

static void
care_patients_page_constructed (GObject *object)
{
  CarePatientsPage *self = CARE_PATIENTS_PAGE (object);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkAdjustment *place;

  G_OBJECT_CLASS (care_patients_page_parent_class)->constructed (object);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
  self->shown = gtk_slice_list_model_new (NULL, 0, SHOWN_FIRST);
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  place = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (place, "value-changed", G_CALLBACK (placed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (place, "changed", G_CALLBACK (placed_cb), self, G_CONNECT_SWAPPED);
  show_found (self);
}

static void
care_patients_page_dispose (GObject *object)
{
  CarePatientsPage *self = CARE_PATIENTS_PAGE (object);

  g_clear_handle_id (&self->more_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_PATIENTS_PAGE);
  g_clear_object (&self->shown);
  G_OBJECT_CLASS (care_patients_page_parent_class)->dispose (object);
}

static void
care_patients_page_class_init (CarePatientsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = care_patients_page_constructed;
  object_class->dispose = care_patients_page_dispose;
  CARE_PAGE_CLASS (klass)->refresh = care_patients_page_refresh;
  CARE_PAGE_CLASS (klass)->search = care_patients_page_search;
  g_type_ensure (CARE_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/aftercare/Aftercare/desk/patients/care-patients-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CarePatientsPage, entry);
  gtk_widget_class_bind_template_child (widget_class, CarePatientsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CarePatientsPage, list);
  gtk_widget_class_bind_template_child (widget_class, CarePatientsPage, close_hint);
  gtk_widget_class_bind_template_child (widget_class, CarePatientsPage, scroller);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_install_action (widget_class, "patients.register", NULL, register_action);
}

static void
care_patients_page_init (CarePatientsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * care_patients_page_new:
 * @desk: what the page works with
 *
 * Returns: (transfer floating): the patients
 */
GtkWidget *
care_patients_page_new (CareDesk *desk)
{
  return g_object_new (CARE_TYPE_PATIENTS_PAGE, "desk", desk, NULL);
}

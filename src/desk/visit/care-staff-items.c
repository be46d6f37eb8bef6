/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-staff-items.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-staff-items.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "desk/frame/care-say.h"

struct _CareStaffItems
{
  AdwBin     parent_instance;

  CareDesk  *desk;
  CareVisit *visit;
  GtkBox    *box;
};

G_DEFINE_FINAL_TYPE (CareStaffItems, care_staff_items, ADW_TYPE_BIN)

static GtkWidget *
new_row (const CareStaffItem *item)
{
  g_autofree char *about = g_strdup_printf ("%s · %s", item->form, item->link_id);
  GtkWidget *row = item->done ? care_fact_row_new_state (item->text, about, CARE_TONE_GOOD, _("Seen to"))
                              : care_fact_row_new_state (item->text, about, CARE_TONE_DECIDE, _("To do"));
  GtkWidget *button = item->done ? care_new_button (_("Not _yet"), "items.open", item->key)
                                 : care_new_button (_("It is _done"), "items.done", item->key);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, item->text, -1);
  care_fact_row_add (row, button);
  return row;
}

static void
show (CareStaffItems *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = care_clinic_list_staff_items (care_desk_get_clinic (self->desk), self->visit,
                                                              care_desk_get_language (self->desk), &error);
  GtkWidget *title = care_new_heading (_("Staff do this with the patient"));
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  care_clear_box (self->box);
  gtk_widget_add_css_class (title, "title-4");
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "facts");
  gtk_box_append (self->box, title);
  gtk_box_append (self->box, items != NULL ? card : care_new_fault (error));
  for (guint i = 0; items != NULL && i < items->len; i++)
    gtk_box_append (GTK_BOX (card), new_row (g_ptr_array_index (items, i)));
  if (items == NULL)
    g_object_unref (g_object_ref_sink (card));
  gtk_widget_set_visible (GTK_WIDGET (self), items == NULL || items->len > 0);
}

static void
tick_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CareStaffItems *self = CARE_STAFF_ITEMS (widget);
  g_autoptr (GError) error = NULL;

  if (!care_clinic_set_staff_item (care_desk_get_clinic (self->desk), self->visit, g_variant_get_string (parameter, NULL),
                                   g_str_equal (name, "items.done"), &error))
    care_say_error (widget, error);
  else
    show (self);
}

static void
care_staff_items_dispose (GObject *object)
{
  CareStaffItems *self = CARE_STAFF_ITEMS (object);

  g_clear_object (&self->visit);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (care_staff_items_parent_class)->dispose (object);
}

static void
care_staff_items_class_init (CareStaffItemsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_staff_items_dispose;
  gtk_widget_class_install_action (widget_class, "items.done", "s", tick_action);
  gtk_widget_class_install_action (widget_class, "items.open", "s", tick_action);
}

static void
care_staff_items_init (CareStaffItems *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 10));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * care_staff_items_new:
 * @desk: what the pages work with
 * @visit: a visit
 *
 * Returns: (transfer floating): its list; not shown while there is nothing on it
 */
GtkWidget *
care_staff_items_new (CareDesk  *desk,
                      CareVisit *visit)
{
  CareStaffItems *self;

  g_return_val_if_fail (CARE_IS_DESK (desk), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);

  self = g_object_new (CARE_TYPE_STAFF_ITEMS, NULL);
  self->desk = g_object_ref (desk);
  self->visit = g_object_ref (visit);
  show (self);
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-product-chooser.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-begun.h"
#include "clinic/care-clinic-check.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-wrap-box.h"
#include "desk/visit/care-area-chooser.h"
#include "protocol/care-protocol.h"

struct _CareProductChooser
{
  GtkWidget        parent_instance;

  GtkBox          *box;
  CareWrapBox     *products;
  CareWrapBox     *batches;
  GtkWidget       *no_batch;
  CareAreaChooser *areas;

  CareDesk        *desk;
  CareVisit       *visit;
  /* What is proposed: what somebody has begun to choose, or what stands. */
  char            *batch;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CareProductChooser, care_product_chooser, GTK_TYPE_WIDGET)

static const char *
get_active (CareWrapBox *box)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)))
      return gtk_widget_get_name (child);
  return NULL;
}

static void
changed_cb (CareProductChooser *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
add_chip (CareProductChooser *self,
          CareWrapBox        *box,
          const char         *id,
          const char         *label,
          gboolean            active)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (box));
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_widget_set_name (button, id);
  gtk_widget_add_css_class (button, "chip");
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), active);
  care_wrap_box_append (box, button);
  return button;
}

static void
show_batches (CareProductChooser *self)
{
  const char *product = get_active (self->products);
  g_auto (GStrv) batches = product != NULL ? care_clinic_list_batches (care_desk_get_clinic (self->desk), product) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->batches))) != NULL)
    gtk_widget_unparent (child);
  for (guint i = 0; batches != NULL && batches[i] != NULL; i++)
    {
      gboolean only = i == 0 && batches[1] == NULL;
      GtkWidget *button = add_chip (self, self->batches, batches[i], batches[i], only || g_strcmp0 (self->batch, batches[i]) == 0);

      g_signal_connect_object (button, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_widget_set_visible (self->no_batch, product != NULL && gtk_widget_get_first_child (GTK_WIDGET (self->batches)) == NULL);
}

static void
product_cb (CareProductChooser *self)
{
  show_batches (self);
  changed_cb (self);
}

static void
show_products (CareProductChooser *self,
               const char         *chosen)
{
  GPtrArray *products = care_protocol_get_products (care_clinic_get_protocol (care_desk_get_clinic (self->desk)));

  for (guint i = 0; i < products->len; i++)
    {
      const CareProduct *product = g_ptr_array_index (products, i);
      GtkWidget *button = add_chip (self, self->products, product->id,
                                    care_text_get (product->name, care_desk_get_language (self->desk)),
                                    g_strcmp0 (chosen, product->id) == 0);

      g_signal_connect_object (button, "toggled", G_CALLBACK (product_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
care_product_chooser_dispose (GObject *object)
{
  CareProductChooser *self = CARE_PRODUCT_CHOOSER (object);
  GtkWidget *box = GTK_WIDGET (self->box);

  self->box = NULL;
  g_clear_pointer (&box, gtk_widget_unparent);
  g_clear_object (&self->visit);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->batch, g_free);
  G_OBJECT_CLASS (care_product_chooser_parent_class)->dispose (object);
}

static void
care_product_chooser_class_init (CareProductChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_product_chooser_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", CARE_TYPE_PRODUCT_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
care_product_chooser_init (CareProductChooser *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 10));
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
  self->products = CARE_WRAP_BOX (care_wrap_box_new (8));
  self->batches = CARE_WRAP_BOX (care_wrap_box_new (8));
  self->no_batch = care_new_text (_("There is no batch of it that may be used. Enter one in the clinic's settings."));
  gtk_widget_add_css_class (self->no_batch, "fault");
  self->areas = CARE_AREA_CHOOSER (g_object_new (CARE_TYPE_AREA_CHOOSER, NULL));
  gtk_box_append (self->box, care_new_heading (_("Product")));
  gtk_box_append (self->box, GTK_WIDGET (self->products));
  gtk_box_append (self->box, care_new_heading (_("Batch")));
  gtk_box_append (self->box, GTK_WIDGET (self->batches));
  gtk_box_append (self->box, self->no_batch);
  gtk_box_append (self->box, care_new_heading (_("Areas")));
  gtk_box_append (self->box, GTK_WIDGET (self->areas));
}

/**
 * care_product_chooser_new:
 * @desk: what the pages work with
 * @visit: the visit; what somebody has begun to choose is proposed, else what is chosen already
 *
 * Returns: (transfer floating): a chooser
 */
GtkWidget *
care_product_chooser_new (CareDesk  *desk,
                          CareVisit *visit)
{
  g_return_val_if_fail (CARE_IS_DESK (desk), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);

  CareProductChooser *self = g_object_new (CARE_TYPE_PRODUCT_CHOOSER, NULL);
  g_autofree char *product = NULL;
  g_auto (GStrv) areas = NULL;
  gboolean begun;

  self->desk = g_object_ref (desk);
  self->visit = g_object_ref (visit);
  begun = care_clinic_read_begun_product (care_desk_get_clinic (desk), visit, &product, &self->batch, &areas);
  if (!begun)
    self->batch = g_strdup (care_visit_get_batch (visit));
  show_products (self, begun ? product : care_visit_get_product (visit));
  show_batches (self);
  care_area_chooser_fill (self->areas, care_desk_get_clinic (desk), begun ? (const char *const *) areas : care_visit_get_areas (visit));
  g_signal_connect_object (self->areas, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/** Returns: (transfer none) (nullable): id of the product chosen */
const char *
care_product_chooser_get_product (CareProductChooser *self)
{
  g_return_val_if_fail (CARE_IS_PRODUCT_CHOOSER (self), NULL);

  return get_active (self->products);
}

/** Returns: (transfer none) (nullable): the batch chosen */
const char *
care_product_chooser_get_batch (CareProductChooser *self)
{
  g_return_val_if_fail (CARE_IS_PRODUCT_CHOOSER (self), NULL);

  return get_active (self->batches);
}

/** Returns: (transfer full) (array zero-terminated=1): codes of the areas chosen */
char **
care_product_chooser_dup_areas (CareProductChooser *self)
{
  g_return_val_if_fail (CARE_IS_PRODUCT_CHOOSER (self), NULL);

  return care_area_chooser_get (self->areas);
}

/** Returns: whether product, batch and at least one area are chosen */
gboolean
care_product_chooser_is_complete (CareProductChooser *self)
{
  g_return_val_if_fail (CARE_IS_PRODUCT_CHOOSER (self), FALSE);

  g_auto (GStrv) areas = care_area_chooser_get (self->areas);

  return get_active (self->products) != NULL && get_active (self->batches) != NULL && areas[0] != NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-area-chooser.h"

#include "desk/care-desk-words.h"
#include "desk/frame/care-wrap-box.h"
#include "protocol/care-protocol.h"

struct _CareAreaChooser
{
  GtkWidget    parent_instance;

  CareWrapBox *box;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CareAreaChooser, care_area_chooser, GTK_TYPE_WIDGET)

static void
toggled_cb (CareAreaChooser *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
care_area_chooser_dispose (GObject *object)
{
  CareAreaChooser *self = CARE_AREA_CHOOSER (object);
  GtkWidget *box = GTK_WIDGET (self->box);

  self->box = NULL;
  g_clear_pointer (&box, gtk_widget_unparent);
  G_OBJECT_CLASS (care_area_chooser_parent_class)->dispose (object);
}

static void
care_area_chooser_class_init (CareAreaChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_area_chooser_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", CARE_TYPE_AREA_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
care_area_chooser_init (CareAreaChooser *self)
{
  self->box = CARE_WRAP_BOX (care_wrap_box_new (8));
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
}

/**
 * care_area_chooser_fill:
 * @self: a chooser
 * @clinic: the use-cases
 * @chosen: (nullable): area codes that are chosen already
 */
void
care_area_chooser_fill (CareAreaChooser   *self,
                        CareClinic        *clinic,
                        const char *const *chosen)
{
  GPtrArray *areas = care_protocol_get_areas (care_clinic_get_protocol (clinic));
  GtkWidget *child;

  g_return_if_fail (CARE_IS_AREA_CHOOSER (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_widget_unparent (child);
  for (guint i = 0; i < areas->len; i++)
    {
      const CareArea *area = g_ptr_array_index (areas, i);
      GtkWidget *button = gtk_toggle_button_new_with_label (care_desk_words_area (area->code));

      gtk_widget_set_name (button, area->code);
      gtk_widget_add_css_class (button, "chip");
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), chosen != NULL && g_strv_contains (chosen, area->code));
      g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      care_wrap_box_append (self->box, button);
    }
}

/** Returns: (transfer full) (array zero-terminated=1): the codes of the chosen areas */
char **
care_area_chooser_get (CareAreaChooser *self)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  g_return_val_if_fail (CARE_IS_AREA_CHOOSER (self), NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)))
      g_strv_builder_add (codes, gtk_widget_get_name (child));
  return g_strv_builder_end (codes);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-given-panel.h"

#include <glib/gi18n.h>

#include "desk/frame/care-clear.h"
#include "desk/frame/care-wrap-box.h"
#include "protocol/care-protocol.h"

struct _CareGivenPanel
{
  GtkWidget    parent_instance;

  GtkBox      *box;
  CareWrapBox *people;
  GtkBox      *questions;
  GtkWidget   *give;
};

enum
{
  SIGNAL_GIVEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CareGivenPanel, care_given_panel, GTK_TYPE_WIDGET)

typedef struct
{
  const char *code;
  const char *label;
} CareToWhom;

static const CareToWhom PEOPLE[] = {
  { "patient", N_("To the patient") },
  { "relative", N_("To an adult with them") },
  { "post", N_("By post") },
};

static void
give_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_GIVEN], 0);
}

static void
fill_people (CareGivenPanel *self)
{
  GtkWidget *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (PEOPLE); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_(PEOPLE[i].label));

      gtk_widget_set_name (button, PEOPLE[i].code);
      gtk_widget_add_css_class (button, "chip");
      if (first != NULL)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
      else
        {
          first = button;
          gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
        }
      care_wrap_box_append (self->people, button);
    }
}

static void
fill_questions (CareGivenPanel *self,
                CareDesk       *desk)
{
  GPtrArray *lines = care_protocol_get_teach_back (care_clinic_get_protocol (care_desk_get_clinic (desk)));

  for (guint i = 0; i < lines->len; i++)
    {
      const CareCodedText *line = g_ptr_array_index (lines, i);
      GtkWidget *button = gtk_toggle_button_new ();
      GtkWidget *label = care_new_text (care_text_get (line->text, care_desk_get_language (desk)));

      gtk_label_set_max_width_chars (GTK_LABEL (label), 34);

      gtk_button_set_child (GTK_BUTTON (button), label);
      gtk_widget_add_css_class (button, "choice");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_label_get_text (GTK_LABEL (label)), -1);
      gtk_box_append (self->questions, button);
    }
}

static void
care_given_panel_dispose (GObject *object)
{
  CareGivenPanel *self = CARE_GIVEN_PANEL (object);
  GtkWidget *box = GTK_WIDGET (self->box);

  self->box = NULL;
  g_clear_pointer (&box, gtk_widget_unparent);
  G_OBJECT_CLASS (care_given_panel_parent_class)->dispose (object);
}

static void
care_given_panel_class_init (CareGivenPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_given_panel_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "given.give", NULL, give_action);
  signals[SIGNAL_GIVEN] = g_signal_new ("given", CARE_TYPE_GIVEN_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

static void
care_given_panel_init (CareGivenPanel *self)
{
  GtkWidget *give = care_new_button (_("The sheet is _given"), "given.give", NULL);

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "finding");
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
  self->people = CARE_WRAP_BOX (care_wrap_box_new (8));
  self->questions = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  GtkWidget *heading = care_new_heading (_("Give it, and let them say it back. Tap what they could say."));
  gtk_label_set_max_width_chars (GTK_LABEL (heading), 36);
  gtk_box_append (self->box, heading);
  gtk_box_append (self->box, GTK_WIDGET (self->questions));
  gtk_box_append (self->box, GTK_WIDGET (self->people));
  self->give = give;
  gtk_widget_set_halign (give, GTK_ALIGN_START);
  gtk_box_append (self->box, give);
}

/**
 * care_given_panel_new:
 * @desk: what the pages work with
 * @printed: whether the sheet is printed, so that giving it is the next step
 *
 * Returns: (transfer floating): the panel
 */
GtkWidget *
care_given_panel_new (CareDesk *desk,
                      gboolean  printed)
{
  g_return_val_if_fail (CARE_IS_DESK (desk), NULL);

  CareGivenPanel *self = g_object_new (CARE_TYPE_GIVEN_PANEL, NULL);

  fill_people (self);
  fill_questions (self, desk);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "given.give", printed);
  if (printed)
    gtk_widget_add_css_class (self->give, "suggested-action");
  return GTK_WIDGET (self);
}

/** Returns: (transfer none): "patient", "relative" or "post" */
const char *
care_given_panel_get_to_whom (CareGivenPanel *self)
{
  g_return_val_if_fail (CARE_IS_GIVEN_PANEL (self), NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->people)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)))
      return gtk_widget_get_name (child);
  return PEOPLE[0].code;
}

/** Returns: whether the patient could say everything back */
gboolean
care_given_panel_get_said_back (CareGivenPanel *self)
{
  g_return_val_if_fail (CARE_IS_GIVEN_PANEL (self), FALSE);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->questions)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (child)))
      return FALSE;
  return TRUE;
}

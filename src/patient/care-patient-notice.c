/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "patient/care-patient-notice.h"

#include "widgets/form/care-focus.h"
#include "widgets/form/care-label.h"
#include "widgets/form/care-wrap-layout.h"

struct _CarePatientNotice
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkWidget *buttons;
};

G_DEFINE_FINAL_TYPE (CarePatientNotice, care_patient_notice, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clicked_cb (CarePatientNotice *self,
            GtkWidget         *button)
{
  guint number = 0;

  for (GtkWidget *before = gtk_widget_get_prev_sibling (button); before != NULL; before = gtk_widget_get_prev_sibling (before))
    number++;
  g_signal_emit (self, signals[CHOSEN], 0, number);
}

static void
add_label (CarePatientNotice *self,
           const char        *text,
           const char        *css_class)
{
  gtk_box_append (GTK_BOX (self->box), care_label_new (text, css_class));
}

static gboolean
care_patient_notice_grab_focus (GtkWidget *widget)
{
  GtkWidget *button = gtk_widget_get_first_child (CARE_PATIENT_NOTICE (widget)->buttons);

  return button != NULL && gtk_widget_grab_focus (button);
}

static void
care_patient_notice_dispose (GObject *object)
{
  CarePatientNotice *self = CARE_PATIENT_NOTICE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (care_patient_notice_parent_class)->dispose (object);
}

static void
care_patient_notice_class_init (CarePatientNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_patient_notice_dispose;
  widget_class->grab_focus = care_patient_notice_grab_focus;
  widget_class->focus = care_focus_move;

  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
care_patient_notice_init (CarePatientNotice *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->box, "care-notice");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * care_patient_notice_new:
 * @context: language and words
 * @title: key of the title
 * @text: (nullable): key of the sentence below it
 * @...: keys of the buttons' words, the likelier way first, ended by %NULL
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
care_patient_notice_new (CareFormContext *context,
                         const char      *title,
                         const char      *text,
                         ...)
{
  CarePatientNotice *self;
  const char *key;
  va_list keys;

  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (context), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (CARE_TYPE_PATIENT_NOTICE, NULL);
  add_label (self, care_form_context_word (context, title), "care-title");
  if (text != NULL)
    add_label (self, care_form_context_word (context, text), "care-lead");

  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->buttons, care_wrap_layout_new (10.0, 20.0, 2, 16));
  gtk_box_append (GTK_BOX (self->box), self->buttons);

  va_start (keys, text);
  while ((key = va_arg (keys, const char *)) != NULL)
    {
      GtkWidget *button = gtk_button_new ();
      GtkWidget *label = care_label_new (care_form_context_word (context, key), NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0.5f);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
      gtk_button_set_child (GTK_BUTTON (button), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      care_form_context_word (context, key), -1);
      gtk_widget_add_css_class (button, "care-nav");
      gtk_widget_add_css_class (button, "care-wide");
      if (gtk_widget_get_first_child (self->buttons) == NULL)
        gtk_widget_add_css_class (button, "suggested-action");
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
      gtk_widget_set_parent (button, self->buttons);
    }
  va_end (keys);

  return GTK_WIDGET (self);
}

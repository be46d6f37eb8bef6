/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-how-choices.h"

#include <glib/gi18n.h>

#include "desk/frame/care-big-choice.h"

/**
 * care_how_choices_new:
 * @keeper: whether a device can be handed over
 * @hand_over_action: the action that hands it over
 * @ask_action: the action that asks, with "aloud" or "paper"
 *
 * Returns: (transfer floating): three buttons; the first one says why when it cannot be tapped
 */
GtkWidget *
care_how_choices_new (gboolean    keeper,
                      const char *hand_over_action,
                      const char *ask_action)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 20);
  GtkWidget *device = care_big_choice_new ("care-hand-symbolic", _("Hand over"),
                                           keeper ? _("The patient answers on this device. It opens with their birth date.")
                                                  : _("Not now: this desk was started on its own. Start “aftercare” to hand the device over."),
                                           hand_over_action, NULL);

  if (keeper)
    gtk_widget_add_css_class (device, "suggested-action");
  gtk_box_append (GTK_BOX (box), device);
  gtk_box_append (GTK_BOX (box), care_big_choice_new ("care-ask-symbolic", _("Ask aloud"),
                                                      _("You read the questions out and tap the answers."), ask_action, "aloud"));
  gtk_box_append (GTK_BOX (box), care_big_choice_new ("care-paper-symbolic", _("Copy from paper"),
                                                      _("The patient has filled in the printed form."), ask_action, "paper"));
  return box;
}

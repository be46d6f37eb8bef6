/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/frame/care-one-step.h"

#include "desk/frame/care-clear.h"
#include "widgets/form/care-label.h"
#include "widgets/form/care-wrap-layout.h"

/* What an AdwStatusPage looks like. That one's labels are asked how narrow they can be and break behind each letter to
 * answer, which takes longer than all the rest of the page. */
static GtkWidget *
new_page (const char *title,
          const char *about)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *heading = care_label_new (title, "title-1");
  GtkWidget *text = care_label_new (about, NULL);

  gtk_widget_set_layout_manager (page, care_wrap_layout_new_column (12));
  gtk_widget_add_css_class (page, "one-step");
  /* Letters of twice the size: half as many stand on a narrow line. */
  gtk_label_set_width_chars (GTK_LABEL (heading), 6);
  gtk_label_set_xalign (GTK_LABEL (heading), 0.5f);
  gtk_label_set_justify (GTK_LABEL (heading), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (text), 0.5f);
  gtk_label_set_justify (GTK_LABEL (text), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (page), heading);
  gtk_box_append (GTK_BOX (page), text);
  return page;
}

/**
 * care_one_step_new:
 * @icon_name: (nullable): its symbol
 * @title: what stands
 * @about: a line about it
 * @label: what the one button says, with a mnemonic
 * @action: what it does
 *
 * Returns: (transfer floating): a page with one button
 */
GtkWidget *
care_one_step_new (const char *icon_name,
                   const char *title,
                   const char *about,
                   const char *label,
                   const char *action)
{
  GtkWidget *page = new_page (title, about);
  GtkWidget *button = care_new_button (label, action, NULL);

  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  if (icon_name != NULL)
    {
      GtkWidget *image = gtk_image_new_from_icon_name (icon_name);

      gtk_widget_add_css_class (image, "one-step-icon");
      gtk_box_prepend (GTK_BOX (page), image);
    }
  gtk_box_append (GTK_BOX (page), button);
  return page;
}

/**
 * care_one_step_new_waiting:
 * @title: what is under way
 * @about: a line about it
 *
 * Returns: (transfer floating): a page that waits
 */
GtkWidget *
care_one_step_new_waiting (const char *title,
                           const char *about)
{
  GtkWidget *page = new_page (title, about);
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 48, 48);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (page), spinner);
  return page;
}

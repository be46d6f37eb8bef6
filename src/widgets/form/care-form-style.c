/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-form-view.h"

#include "widgets/form/care-widgets-form-resources.h"

/**
 * care_form_view_load_style:
 * @display: a display
 *
 * Loads the style sheet of the form's widgets. It speaks in the theme's named
 * colours, so that light, dark and high contrast follow by themselves.
 */
void
care_form_view_load_style (GdkDisplay *display)
{
  g_autoptr (GtkCssProvider) provider = NULL;

  g_return_if_fail (GDK_IS_DISPLAY (display));

  g_resources_register (care_widgets_form_get_resource ());
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/org/aftercare/Aftercare/widgets/form/form.css");
  /* GTK asks one sheet after the other, whatever their selectors: the application's own has the last word. */
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION - 1);
}

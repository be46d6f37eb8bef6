/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-entry.h"

static void
swallow_press_cb (GtkGestureClick *gesture)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* No clipboard menu and no emoji chooser in the patient's hands. */
static void
quieten (GtkWidget *text)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (swallow_press_cb), NULL);
  gtk_widget_add_controller (text, GTK_EVENT_CONTROLLER (click));

  gtk_widget_action_set_enabled (text, "menu.popup", FALSE);
  gtk_widget_action_set_enabled (text, "misc.insert-emoji", FALSE);
}

/**
 * care_entry_new:
 * @context: language and density
 * @purpose: digits, number or free text; the on-screen keyboard follows it
 *
 * Returns: (transfer floating): a #GtkEntry
 */
GtkWidget *
care_entry_new (CareFormContext *context,
                GtkInputPurpose  purpose)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkInputHints hints = GTK_INPUT_HINT_NO_EMOJI;

  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (context), NULL);

  if (care_form_context_get_density (context) == CARE_FORM_DENSITY_PATIENT)
    {
      hints |= GTK_INPUT_HINT_INHIBIT_OSK | GTK_INPUT_HINT_PRIVATE;
      /* Return is Next. */
      gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
      quieten (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (entry))));
    }
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), purpose);
  gtk_entry_set_input_hints (GTK_ENTRY (entry), hints);
  gtk_widget_add_css_class (entry, "care-entry");

  return entry;
}

/**
 * care_text_area_new:
 * @context: language and density
 *
 * Returns: (transfer floating): a #GtkTextView for several lines; Tab leaves it
 */
GtkWidget *
care_text_area_new (CareFormContext *context)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkInputHints hints = GTK_INPUT_HINT_NO_EMOJI;

  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (context), NULL);

  if (care_form_context_get_density (context) == CARE_FORM_DENSITY_PATIENT)
    {
      hints |= GTK_INPUT_HINT_INHIBIT_OSK | GTK_INPUT_HINT_PRIVATE;
      quieten (view);
    }
  gtk_text_view_set_input_hints (GTK_TEXT_VIEW (view), hints);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_widget_add_css_class (view, "care-text-area");

  return view;
}

/**
 * care_entry_is_active:
 * @entry: an entry
 *
 * Returns: whether it holds the keyboard focus
 */
gboolean
care_entry_is_active (GtkWidget *entry)
{
  return (gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

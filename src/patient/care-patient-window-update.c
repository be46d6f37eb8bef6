/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "patient/care-patient-window-private.h"

/* The words and the state of what stands around the page. */

static const char *
word (CarePatientWindow *self,
      const char        *key)
{
  return care_form_context_word (_care_patient_window_get_context (self), key);
}

static CareSaveState
get_save_state (CarePatientWindow *self)
{
  return care_patient_saver_get_state (care_patient_session_get_saver (self->session));
}

static void
update_progress (CarePatientWindow *self)
{
  CareFormat *format = care_form_context_get_format (_care_patient_window_get_context (self));
  guint number = 0;
  guint total = 1;
  gboolean counts = care_patient_flow_get_progress (self->flow, &number, &total);

  gtk_widget_set_visible (GTK_WIDGET (self->progress), counts);
  gtk_label_set_text (self->place, "");
  if (counts)
    {
      g_autofree char *number_text = care_format_number (format, number, 0);
      g_autofree char *total_text = care_format_number (format, total, 0);
      g_autofree char *text = care_format_fill (format, word (self, "step-of"), "number", number_text, "total", total_text, NULL);

      gtk_progress_bar_set_fraction (self->progress, (double) number / (double) total);
      gtk_label_set_text (self->place, text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
    }
}

void
_care_patient_window_update_saved (CarePatientWindow *self)
{
  CareSaveState state = get_save_state (self);
  CarePatientPlace place = care_patient_flow_get_place (self->flow);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->saved),
                          place == CARE_PLACE_FORM || place == CARE_PLACE_REVIEW || place == CARE_PLACE_PRIVATE ||
                            place == CARE_PLACE_THANKS);
  if (state == CARE_SAVE_FAILED)
    {
      gtk_label_set_text (self->saved, word (self, "not-saved"));
      gtk_widget_add_css_class (GTK_WIDGET (self->saved), "care-failed");
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->saved), "care-failed");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->saved), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  word (self, state == CARE_SAVE_BUSY ? "saving" : "saved"), -1);
  if (self->shape & CARE_SHAPE_NARROW)
    {
      gtk_label_set_text (self->saved, state == CARE_SAVE_BUSY ? "…" : "✓");
      return;
    }
  text = g_strconcat ("✓ ", word (self, "saved"), NULL);
  gtk_label_set_text (self->saved, state == CARE_SAVE_BUSY ? word (self, "saving") : text);
}

static void
update_language_button (CarePatientWindow *self)
{
  const char *const *tags = care_patient_session_get_languages (self->session);
  const char *current = care_form_context_get_language (_care_patient_window_get_context (self));
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->language), tags[1] != NULL);
  if (tags[1] == NULL)
    return;

  /* Of two languages the other one is offered, in its own name; of more, a list. */
  if (tags[2] == NULL)
    label = care_format_language_name (g_strcmp0 (tags[0], current) == 0 ? tags[1] : tags[0]);
  else
    {
      name = care_format_language_name (current);
      label = g_strconcat (name, " ▾", NULL);
    }
  gtk_button_set_label (self->language, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->language), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (self->shape & CARE_SHAPE_NARROW)
    {
      g_autofree char *tag = g_utf8_strup (g_strcmp0 (tags[0], current) == 0 ? tags[1] : tags[0], -1);

      gtk_button_set_label (self->language, tags[2] == NULL ? tag : "▾");
    }
}

static void
update_nav (CarePatientWindow *self)
{
  CarePatientPlace place = care_patient_flow_get_place (self->flow);
  gboolean asks = place == CARE_PLACE_WELCOME || place == CARE_PLACE_BIRTH_DATE || place == CARE_PLACE_FORM || place == CARE_PLACE_REVIEW;
  gboolean bare = place == CARE_PLACE_THANKS || place == CARE_PLACE_LOCKED || self->leaving;
  const char *back = word (self, "back");

  gtk_widget_set_visible (self->nav, asks && self->over == CARE_NOTICE_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->staff), !bare);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "patient.back", care_patient_flow_can_back (self->flow));
  gtk_button_set_label (self->back, back);
  gtk_button_set_label (self->ask, word (self, "ask-staff"));
  gtk_button_set_label (self->next, word (self, place == CARE_PLACE_REVIEW ? "review-finish" : "next"));
}

/* Everything around the page: words, progress, what can be touched. */
void
_care_patient_window_update (CarePatientWindow *self)
{
  gtk_label_set_text (self->practice, word (self, "practice-only"));
  gtk_button_set_label (self->staff, word (self, "for-staff"));
  gtk_button_set_label (self->more, self->shape & (CARE_SHAPE_NARROW | CARE_SHAPE_SHORT) ? "▾" : word (self, "more-below"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, word (self, "more-below"), -1);
  gtk_button_set_label (self->blank, word (self, "blank-text"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->size), GTK_ACCESSIBLE_PROPERTY_LABEL, word (self, "text-size"), -1);
  update_progress (self);
  _care_patient_window_update_saved (self);
  update_language_button (self);
  update_nav (self);
  _care_patient_window_update_keys (self);
}


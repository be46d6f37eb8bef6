/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "patient/care-patient-window-private.h"

#include "patient/care-patient-birth.h"
#include "patient/care-patient-notice.h"
#include "patient/care-patient-review.h"
#include "patient/care-patient-welcome.h"
#include "widgets/form/care-digit-box.h"
#include "widgets/form/care-form-page.h"
#include "widgets/form/care-tile.h"
#include "widgets/form/care-wrap-layout.h"

static void
answered_cb (CarePatientWindow *self)
{
  care_patient_session_touch (self->session, care_patient_flow_get_form (self->flow));
  _care_patient_window_update (self);
}

static void
private_chosen_cb (CarePatientWindow *self,
                   guint              number)
{
  if (number == 0)
    care_patient_flow_stop (self->flow);
  else
    care_patient_flow_next (self->flow);
}

static void
change_cb (CarePatientWindow *self,
           guint              form,
           CareNode          *node)
{
  CareFormPage *page;
  g_autoptr (CareNode) keep = care_node_ref (node);

  care_patient_flow_mend (self->flow, form, keep);
  page = CARE_IS_FORM_PAGE (adw_bin_get_child (self->page)) ? CARE_FORM_PAGE (adw_bin_get_child (self->page)) : NULL;
  if (page != NULL)
    care_form_page_focus_node (page, keep);
}

static GtkWidget *
make_form_page (CarePatientWindow *self)
{
  CareFormSteps *steps = care_patient_session_get_steps (self->session, care_patient_flow_get_form (self->flow));
  GtkWidget *page = care_form_page_new (_care_patient_window_get_context (self), steps, care_patient_flow_get_step (self->flow));

  g_signal_connect_swapped (page, "answered", G_CALLBACK (answered_cb), self);

  return page;
}

static GtkWidget *
make_page (CarePatientWindow *self)
{
  CareFormContext *context = _care_patient_window_get_context (self);
  GtkWidget *page;

  switch (care_patient_flow_get_place (self->flow))
    {
    case CARE_PLACE_WELCOME:
      page = care_patient_welcome_new (self->session);
      g_signal_connect_swapped (page, "language", G_CALLBACK (_care_patient_window_set_language), self);
      g_signal_connect_swapped (page, "size", G_CALLBACK (_care_patient_window_set_size), self);
      return page;
    case CARE_PLACE_BIRTH_DATE:
      return care_patient_birth_new (self->session, !care_patient_flow_can_back (self->flow));
    case CARE_PLACE_LOCKED:
      page = care_patient_notice_new (context, "locked-title", "locked-text", "thanks-staff", NULL);
      g_signal_connect_swapped (page, "chosen", G_CALLBACK (_care_patient_window_leave), self);
      return page;
    case CARE_PLACE_PRIVATE:
      page = care_patient_notice_new (context, "private-title", "private-text", "private-stop", "private-go-on", NULL);
      g_signal_connect_swapped (page, "chosen", G_CALLBACK (private_chosen_cb), self);
      return page;
    case CARE_PLACE_REVIEW:
      page = care_patient_review_new (self->session);
      g_signal_connect_swapped (page, "change", G_CALLBACK (change_cb), self);
      return page;
    case CARE_PLACE_THANKS:
      page = care_patient_notice_new (context, "thanks-title", "thanks-text", "thanks-staff", NULL);
      g_signal_connect_swapped (page, "chosen", G_CALLBACK (_care_patient_window_leave), self);
      return page;
    case CARE_PLACE_FORM:
    default:
      return make_form_page (self);
    }
}

/* The first question; where there is none, or only the review, Next. */
void
_care_patient_window_focus_page (CarePatientWindow *self)
{
  GtkWidget *page = adw_bin_get_child (self->page);

  if (CARE_IS_FORM_PAGE (page) ? !care_form_page_focus_first (CARE_FORM_PAGE (page))
                               : CARE_IS_PATIENT_REVIEW (page) || !gtk_widget_grab_focus (page))
    gtk_widget_grab_focus (GTK_WIDGET (self->next));
}

/* Whoever comes back to a text goes on behind it: marked, the next letter would take its place. */
static void
unmark (CarePatientWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && GTK_IS_TEXT (focus) && gtk_widget_get_ancestor (focus, CARE_TYPE_DIGIT_BOX) == NULL)
    gtk_editable_set_position (GTK_EDITABLE (focus), -1);
}

/* Where one was before something was laid over the page; the page is the same. */
static void
focus_again (CarePatientWindow *self)
{
  if (self->before == NULL || !gtk_widget_is_ancestor (self->before, GTK_WIDGET (self->page)) ||
      !gtk_widget_grab_focus (self->before))
    _care_patient_window_focus_page (self);
  g_clear_weak_pointer (&self->before);
  unmark (self);
}

/* Draws the place one is at, from its beginning, and lets the first 300 ms of touches go by. */
void
_care_patient_window_draw_page (CarePatientWindow *self)
{
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (self->scroller);

  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  adw_bin_set_child (self->page, make_page (self));
  _care_patient_window_update (self);
  gtk_adjustment_set_value (scroll, 0.0);
  if (self->over == CARE_NOTICE_NONE)
    {
      _care_patient_window_focus_page (self);
      unmark (self);
    }
  _care_patient_window_begin (self);
}

static void
help_chosen_cb (CarePatientWindow *self)
{
  _care_patient_window_set_notice (self, CARE_NOTICE_NONE);
}

static void
borrow_chosen_cb (CarePatientWindow *self,
                  guint              number)
{
  if (number == 0)
    {
      _care_patient_window_set_notice (self, CARE_NOTICE_NONE);
      return;
    }

  care_patient_session_note_borrow (self->session);
  _care_patient_window_leave (self);
}

static void
failed_chosen_cb (CarePatientWindow *self,
                  guint              number)
{
  if (number == 0)
    care_patient_saver_retry (care_patient_session_get_saver (self->session));
  else
    g_signal_emit_by_name (self, "leave");
}

static void
language_chosen_cb (CarePatientWindow *self,
                    GtkButton         *button)
{
  g_autofree char *tag = g_strdup (gtk_widget_get_name (GTK_WIDGET (button)));

  _care_patient_window_set_notice (self, CARE_NOTICE_NONE);
  _care_patient_window_set_language (self, tag);
}

static GtkWidget *
make_languages (CarePatientWindow *self)
{
  const char *const *tags = care_patient_session_get_languages (self->session);
  GtkWidget *grid = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (grid, care_wrap_layout_new (8.0, 20.0, 3, 12));
  for (guint i = 0; tags[i] != NULL; i++)
    {
      g_autofree char *name = care_format_language_name (tags[i]);
      GtkWidget *button = gtk_button_new_with_label (name);

      gtk_widget_set_name (button, tags[i]);
      gtk_widget_add_css_class (button, "care-nav");
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (language_chosen_cb), self);
      gtk_widget_set_parent (button, grid);
    }

  return grid;
}

static GtkWidget *
make_notice (CarePatientWindow *self)
{
  CareFormContext *context = _care_patient_window_get_context (self);
  GtkWidget *notice;

  switch (self->over)
    {
    case CARE_NOTICE_HELP:
      notice = care_patient_notice_new (context, "help-title", "help-text", "help-back", NULL);
      g_signal_connect_swapped (notice, "chosen", G_CALLBACK (help_chosen_cb), self);
      return notice;
    case CARE_NOTICE_BORROW:
      notice = care_patient_notice_new (context, "borrow-title", "borrow-text", "borrow-no", "borrow-yes", NULL);
      g_signal_connect_swapped (notice, "chosen", G_CALLBACK (borrow_chosen_cb), self);
      return notice;
    case CARE_NOTICE_IDLE:
      notice = care_patient_notice_new (context, "idle-title", "idle-text", "idle-here", NULL);
      g_signal_connect_swapped (notice, "chosen", G_CALLBACK (help_chosen_cb), self);
      return notice;
    case CARE_NOTICE_FAILED:
      notice = care_patient_notice_new (context, "failed-title", "failed-text", "failed-again",
                                        self->leaving ? "borrow-yes" : NULL, NULL);
      g_signal_connect_swapped (notice, "chosen", G_CALLBACK (failed_chosen_cb), self);
      return notice;
    case CARE_NOTICE_LANGUAGE:
      return make_languages (self);
    case CARE_NOTICE_LEAVING:
      return care_patient_notice_new (context, "thanks-title", "leaving-text", NULL);
    case CARE_NOTICE_NONE:
    default:
      return NULL;
    }
}

/* Lays something over the page, or takes it away; the page below keeps all it has. */
void
_care_patient_window_set_notice (CarePatientWindow *self,
                                 CareNotice         over)
{
  GtkWidget *notice;

  if (self->over == over)
    return;

  if (self->over == CARE_NOTICE_NONE)
    g_set_weak_pointer (&self->before, gtk_window_get_focus (GTK_WINDOW (self)));
  self->over = over;
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  notice = make_notice (self);
  adw_bin_set_child (self->notice, notice);
  gtk_widget_set_visible (GTK_WIDGET (self->page), notice == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->notice), notice != NULL);
  _care_patient_window_update (self);
  if (notice == NULL)
    focus_again (self);
  else
    gtk_widget_grab_focus (notice);
  if (over == CARE_NOTICE_HELP)
    care_chime_ring (self->chime, GTK_WIDGET (self));
  _care_patient_window_begin (self);
}

/* What stands on the page is fine; else it says there what is not. */
gboolean
_care_patient_window_check (CarePatientWindow *self)
{
  GtkWidget *page = adw_bin_get_child (self->page);

  if (CARE_IS_FORM_PAGE (page) && !care_form_page_check (CARE_FORM_PAGE (page)))
    {
      care_form_page_focus_problem (CARE_FORM_PAGE (page));
      self->scroll_again = TRUE;
      _care_patient_window_queue_scroll (self);
      return FALSE;
    }

  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-form-panel.h"

#include <glib/gi18n.h>

#include "desk/care-desk-errors.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-say.h"
#include "desk/frame/care-wrap-box.h"
#include "widgets/form/care-form-view.h"

#define QUESTION_SYSTEM "https://aftercare.example/fhir/CodeSystem/question"

/* How long after the last answer everything is kept: a word typed is one save, a tap is not waited for. */
#define KEEP_AFTER 400

struct _CareFormPanel
{
  AdwBin        parent_instance;

  CareFormView *view;
  gboolean      touched;
  guint         keep_source;
};

enum
{
  SIGNAL_DONE,
  SIGNAL_STOPPED,
  SIGNAL_KEEP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CareFormPanel, care_form_panel, ADW_TYPE_BIN)

static gboolean
keep_cb (gpointer data)
{
  CareFormPanel *self = data;

  self->keep_source = 0;
  g_signal_emit (self, signals[SIGNAL_KEEP], 0);
  return G_SOURCE_REMOVE;
}

static void
answered_cb (CareFormPanel *self)
{
  self->touched = TRUE;
  g_clear_handle_id (&self->keep_source, g_source_remove);
  self->keep_source = g_timeout_add (KEEP_AFTER, keep_cb, self);
}

static void
finished_cb (CareFormPanel *self)
{
  if (care_form_view_check_all (self->view))
    g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
done_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  finished_cb (CARE_FORM_PANEL (widget));
}

static void
stop_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_STOPPED], 0);
}

static void
care_form_panel_dispose (GObject *object)
{
  g_clear_handle_id (&CARE_FORM_PANEL (object)->keep_source, g_source_remove);
  G_OBJECT_CLASS (care_form_panel_parent_class)->dispose (object);
}

static void
care_form_panel_class_init (CareFormPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_form_panel_dispose;
  gtk_widget_class_install_action (widget_class, "panel.done", NULL, done_action);
  gtk_widget_class_install_action (widget_class, "panel.stop", NULL, stop_action);
  signals[SIGNAL_DONE] = g_signal_new ("done", CARE_TYPE_FORM_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  signals[SIGNAL_STOPPED] = g_signal_new ("stopped", CARE_TYPE_FORM_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[SIGNAL_KEEP] = g_signal_new ("keep", CARE_TYPE_FORM_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
care_form_panel_init (CareFormPanel *self)
{
}

static GtkWidget *
new_buttons (const char *done_label,
             gboolean    whole)
{
  GtkWidget *buttons = care_wrap_box_new (12);
  GtkWidget *stop = care_new_button (_("_Keep and leave"), "panel.stop", NULL);
  GtkWidget *space = gtk_label_new ("");

  gtk_widget_set_hexpand (space, TRUE);
  care_wrap_box_append (CARE_WRAP_BOX (buttons), stop);
  care_wrap_box_append (CARE_WRAP_BOX (buttons), space);
  if (whole)
    {
      GtkWidget *done = care_new_button (done_label, "panel.done", NULL);

      gtk_widget_add_css_class (done, "suggested-action");
      care_wrap_box_append (CARE_WRAP_BOX (buttons), done);
    }
  return buttons;
}

/**
 * care_form_panel_new:
 * @desk: what the pages work with
 * @response: the answers, written as they are given
 * @language: the language of the questions
 * @whole: everything below each other; else one screen at a time
 * @done_label: what the last button says
 * @error: return location for a #CareError
 *
 * Returns: (transfer floating) (nullable): the form; NULL when its words cannot be read
 */
GtkWidget *
care_form_panel_new (CareDesk      *desk,
                     CareResponse  *response,
                     const char    *language,
                     gboolean       whole,
                     const char    *done_label,
                     GError       **error)
{
  g_return_val_if_fail (CARE_IS_DESK (desk), NULL);
  g_return_val_if_fail (CARE_IS_RESPONSE (response), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autoptr (CareFormContext) context = care_desk_dup_form_context (desk, language, error);
  if (context == NULL)
    return NULL;

  CareFormPanel *self = g_object_new (CARE_TYPE_FORM_PANEL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  care_form_view_load_style (gdk_display_get_default ());
  self->view = CARE_FORM_VIEW (care_form_view_new (context, response));
  care_form_view_set_whole (self->view, whole);
  care_form_view_set_navigation (self->view, !whole);
  g_signal_connect_object (self->view, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  gtk_box_append (GTK_BOX (box), new_buttons (done_label, whole));
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

/** Returns: (transfer none): the answers */
CareResponse *
care_form_panel_get_response (CareFormPanel *self)
{
  g_return_val_if_fail (CARE_IS_FORM_PANEL (self), NULL);

  return care_form_view_get_response (self->view);
}

/** Returns: whether an answer was given that is not kept yet */
gboolean
care_form_panel_is_touched (CareFormPanel *self)
{
  g_return_val_if_fail (CARE_IS_FORM_PANEL (self), FALSE);

  return self->touched;
}

/** Everything is kept, up to the next answer. */
void
care_form_panel_untouch (CareFormPanel *self)
{
  g_return_if_fail (CARE_IS_FORM_PANEL (self));

  self->touched = FALSE;
  g_clear_handle_id (&self->keep_source, g_source_remove);
}

/**
 * care_form_panel_say_error:
 * @self: a form
 * @where: (nullable): the question it is about
 * @error: what is wrong
 *
 * Says it beside the question, which has the focus then; where there is none, at the window's edge.
 */
void
care_form_panel_say_error (CareFormPanel *self,
                           CareNode      *where,
                           const GError  *error)
{
  g_autofree char *words = care_desk_errors_dup_words (error);

  g_return_if_fail (CARE_IS_FORM_PANEL (self));

  if (where == NULL || !care_form_view_say (self->view, where, words))
    care_say_wrong (GTK_WIDGET (self), words);
}

/**
 * care_form_panel_dup_code:
 * @response: answers
 * @question: code of a question
 *
 * Returns: (transfer full) (nullable): the first code answered
 */
char *
care_form_panel_dup_code (CareResponse *response,
                          const char   *question)
{
  g_return_val_if_fail (CARE_IS_RESPONSE (response), NULL);

  g_autoptr (GPtrArray) nodes = care_response_list_by_code (response, QUESTION_SYSTEM, question);

  for (guint i = 0; i < nodes->len; i++)
    {
      CareValue *value = care_node_get_value (g_ptr_array_index (nodes, i));

      if (value != NULL && care_value_get_value_type (value) == CARE_VALUE_CODING)
        return g_strdup (care_value_get_code (value));
    }
  return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "patient/care-patient-review.h"

#include "widgets/form/care-focus.h"
#include "widgets/form/care-item-title.h"
#include "widgets/form/care-label.h"
#include "widgets/form/care-row-layout.h"
#include "widgets/form/care-value-words.h"
#include "widgets/form/care-wrap-layout.h"

/* As many as the largest screen shows. */
#define ROWS_AT_ONCE 6

/* Which question a button changes. */
typedef struct
{
  GtkWidget *button;
  guint      form;
  CareNode  *node;
} Row;

struct _CarePatientReview
{
  GtkWidget           parent_instance;

  CarePatientSession *session;
  CareFormContext    *context;
  GtkWidget          *box;
  GArray             *rows;
  guint               form;
  guint               step;
  guint               source;
};

G_DEFINE_FINAL_TYPE (CarePatientReview, care_patient_review, GTK_TYPE_WIDGET)

enum
{
  CHANGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_row (gpointer data)
{
  g_clear_pointer (&((Row *) data)->node, care_node_unref);
}

static void
change_cb (CarePatientReview *self,
           GtkWidget         *button)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = &g_array_index (self->rows, Row, i);

      if (row->button == button)
        {
          g_signal_emit (self, signals[CHANGE], 0, row->form, row->node);
          return;
        }
    }
}

/* What staff do with the patient is not left out by the patient, and nothing about it can be changed here. */
static gboolean
is_for_staff (CareNode *node)
{
  return care_item_is_for_staff (care_node_get_item (node)) && care_node_get_n_answers (node) == 0;
}

static void
add_change (CarePatientReview *self,
            GtkWidget         *row,
            Row               *entry,
            const char        *question)
{
  g_autofree char *name = care_format_fill (care_form_context_get_format (self->context),
                                            care_form_context_word (self->context, "review-change-what"),
                                            "question", question, NULL);

  entry->button = gtk_button_new_with_label (care_form_context_word (self->context, "review-change"));
  gtk_widget_add_css_class (entry->button, "care-chip");
  gtk_widget_set_valign (entry->button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (entry->button, "clicked", G_CALLBACK (change_cb), self);
  gtk_box_append (GTK_BOX (row), entry->button);
}

static void
add_row (CarePatientReview *self,
         guint              form,
         CareNode          *node)
{
  g_autofree char *question = care_item_dup_title (care_node_get_item (node), care_form_context_get_language (self->context));
  g_autofree char *answer = care_node_dup_words (node, self->context);
  const char *none = care_form_context_word (self->context, is_for_staff (node) ? "staff-will-do" : "review-none");
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  Row entry = { NULL, form, care_node_ref (node) };

  gtk_widget_set_layout_manager (row, care_row_layout_new (0.0, 16));
  gtk_widget_set_layout_manager (texts, care_wrap_layout_new_column (2));
  gtk_widget_add_css_class (row, "care-row");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), care_label_new (question != NULL ? question : "", "care-row-question"));
  gtk_box_append (GTK_BOX (texts),
                  care_label_new (answer != NULL ? answer : none, "care-row-answer"));
  gtk_box_append (GTK_BOX (row), texts);

  if (!is_for_staff (node))
    add_change (self, row, &entry, question != NULL ? question : "");
  gtk_box_append (GTK_BOX (self->box), row);
  g_array_append_val (self->rows, entry);
}

static gboolean
can_change (CareNode *node)
{
  const CareItem *item = care_node_get_item (node);
  CareUsageMode mode = care_item_get_usage_mode (item);

  return care_item_is_question (item) && !care_item_is_read_only (item) &&
         mode != CARE_USAGE_DISPLAY && mode != CARE_USAGE_DISPLAY_NON_EMPTY;
}

static void
add_node (CarePatientReview *self,
          guint              form,
          CareNode          *node)
{
  guint n_answers = MAX (1, care_node_get_n_answers (node));

  if (!care_form_node_is_shown (node))
    return;
  if (can_change (node))
    add_row (self, form, node);
  for (guint answer = 0; answer < n_answers; answer++)
    {
      for (guint i = 0; i < care_node_get_n_children (node, answer); i++)
        add_node (self, form, care_node_get_child (node, answer, i));
    }
}

static gboolean
has_older_answers (CarePatientReview *self)
{
  for (guint i = 0; i < care_patient_session_get_n_forms (self->session); i++)
    {
      if (care_response_get_former_version (care_patient_session_get_response (self->session, i)) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
add_step (CarePatientReview *self,
          guint              form,
          CareFormStep      *step)
{
  const char *language = care_form_context_get_language (self->context);
  CareNode *main_node = care_form_step_get_main (step);
  const CareItem *heading = care_form_step_get_heading (step);
  guint before = self->rows->len;
  GtkWidget *label;

  if (heading == NULL && care_item_get_item_type (care_node_get_item (main_node)) == CARE_ITEM_GROUP)
    heading = care_node_get_item (main_node);
  label = care_label_new (heading != NULL ? care_item_get_text (heading, language) : NULL, "care-row-heading");
  gtk_box_append (GTK_BOX (self->box), label);

  for (guint i = 0; i < care_form_step_get_n_nodes (step); i++)
    add_node (self, form, care_form_step_get_node (step, i));
  /* A screen without questions, or without a heading, has none to show here. */
  if (self->rows->len == before || heading == NULL)
    gtk_box_remove (GTK_BOX (self->box), label);
}

/* Adds the next screen's rows; FALSE when all are there. */
static gboolean
add_next_step (CarePatientReview *self)
{
  while (self->form < care_patient_session_get_n_forms (self->session))
    {
      CareFormSteps *steps = care_patient_session_get_steps (self->session, self->form);

      if (self->step < care_form_steps_get_n (steps))
        {
          add_step (self, self->form, care_form_steps_get (steps, self->step));
          self->step++;
          return TRUE;
        }
      self->form++;
      self->step = 0;
    }

  return FALSE;
}

/* What is below the edge of the screen comes after the first frame. */
static gboolean
add_more_cb (gpointer user_data)
{
  CarePatientReview *self = CARE_PATIENT_REVIEW (user_data);

  if (add_next_step (self))
    return G_SOURCE_CONTINUE;

  self->source = 0;

  return G_SOURCE_REMOVE;
}

/* Idle time comes before the first frame too, while the clock waits for it: only from within it is what follows after it. */
static gboolean
first_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  CarePatientReview *self = CARE_PATIENT_REVIEW (widget);

  self->source = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, add_more_cb, self, NULL);

  return G_SOURCE_REMOVE;
}

static gboolean
care_patient_review_grab_focus (GtkWidget *widget)
{
  CarePatientReview *self = CARE_PATIENT_REVIEW (widget);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *button = g_array_index (self->rows, Row, i).button;

      if (button != NULL)
        return gtk_widget_grab_focus (button);
    }

  return FALSE;
}

static void
care_patient_review_dispose (GObject *object)
{
  CarePatientReview *self = CARE_PATIENT_REVIEW (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (care_patient_review_parent_class)->dispose (object);
}

static void
care_patient_review_class_init (CarePatientReviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_patient_review_dispose;
  widget_class->grab_focus = care_patient_review_grab_focus;
  widget_class->focus = care_focus_move;

  signals[CHANGE] =
    g_signal_new ("change", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, CARE_TYPE_NODE);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
care_patient_review_init (CarePatientReview *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->box, "care-review");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * care_patient_review_new:
 * @session: the answers
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
care_patient_review_new (CarePatientSession *session)
{
  CarePatientReview *self;

  g_return_val_if_fail (CARE_IS_PATIENT_SESSION (session), NULL);

  self = g_object_new (CARE_TYPE_PATIENT_REVIEW, NULL);
  self->session = g_object_ref (session);
  self->context = g_object_ref (care_patient_session_get_context (session));
  gtk_box_append (GTK_BOX (self->box), care_label_new (care_form_context_word (self->context, "review-title"), "care-title"));
  gtk_box_append (GTK_BOX (self->box), care_label_new (care_form_context_word (self->context, "review-text"), "care-lead"));

  if (has_older_answers (self))
    gtk_box_append (GTK_BOX (self->box), care_label_new (care_form_context_word (self->context, "answers-older"), "care-note"));

  while (self->rows->len < ROWS_AT_ONCE && add_next_step (self))
    ;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), first_frame_cb, NULL, NULL);

  return GTK_WIDGET (self);
}

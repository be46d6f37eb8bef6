/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-form-page.h"

#include "widgets/form/care-field.h"
#include "widgets/form/care-form-blocks.h"
#include "widgets/form/care-instance-bar.h"
#include "widgets/form/care-item-title.h"
#include "widgets/form/care-label.h"
#include "widgets/form/care-language-note.h"
#include "widgets/form/care-value-words.h"
#include "widgets/form/care-wrap-layout.h"

struct _CareFormPage
{
  GtkWidget        parent_instance;

  CareFormContext *context;
  CareFormSteps   *steps;
  CareFormStep    *step;

  GtkWidget       *box;
  GtkWidget       *note;
  GtkWidget       *top;    /* the last of what stands first for good: the note, or the heading below it */
  GArray          *blocks;
  gboolean         stale;
};

G_DEFINE_FINAL_TYPE (CareFormPage, care_form_page, GTK_TYPE_WIDGET)

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
answered_cb (CareFormPage *self,
             CareField    *field)
{
  g_signal_emit (self, signals[ANSWERED], 0, care_field_get_node (field));
}

static guint
count_fields (GArray *blocks)
{
  guint n = 0;

  for (guint i = 0; i < blocks->len; i++)
    n += g_array_index (blocks, CareBlock, i).kind == CARE_BLOCK_FIELD ? 1 : 0;

  return n;
}

/* The words of a group or a display item. */
static GtkWidget *
make_words (CareFormPage   *self,
            const CareItem *item,
            const char     *css_class)
{
  const char *language = care_form_context_get_language (self->context);
  g_autofree char *title = care_item_dup_title (item, language);
  const char *help = care_item_get_help (item, language);
  const char *hint = care_item_get_flyover (item, language);
  GtkWidget *label = care_label_new (title, css_class);
  GtkWidget *box;

  if (hint != NULL && (g_strcmp0 (hint, help) == 0 || (title != NULL && g_str_has_suffix (title, hint))))
    hint = NULL;
  if (care_item_get_category (item) == CARE_CATEGORY_SECURITY)
    gtk_widget_add_css_class (label, "care-note");
  if (help == NULL && hint == NULL && !care_item_has_support_link (item))
    return label;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_layout_manager (box, care_wrap_layout_new_column (6));
  gtk_box_append (GTK_BOX (box), label);
  if (help != NULL)
    gtk_box_append (GTK_BOX (box), care_label_new (help, "care-help"));
  if (hint != NULL)
    gtk_box_append (GTK_BOX (box), care_label_new (hint, "care-help"));
  if (care_item_has_support_link (item))
    gtk_box_append (GTK_BOX (box), care_label_new (care_form_context_word (self->context, "staff-can-show"), "care-help"));

  return box;
}

/* One of several answers, above its own questions. */
static GtkWidget *
make_answer (CareFormPage    *self,
             const CareBlock *block)
{
  g_autofree char *words = care_value_dup_words (block->value, care_node_get_item (block->node), self->context);

  return care_label_new (words, "care-answer");
}

/* An instance was added or moved here, or one beside it is gone: its first question takes the focus. */
static void
entered_cb (CareFormPage *self,
            CareNode     *instance)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      CareBlock *block = &g_array_index (self->blocks, CareBlock, i);
      CareNode *at = block->node;

      while (at != NULL && at != instance)
        at = care_node_get_parent (at);
      if (at != NULL && block->kind == CARE_BLOCK_FIELD && care_field_focus (CARE_FIELD (block->widget)))
        return;
    }
}

static GtkWidget *
make_bar (CareFormPage *self,
          CareNode     *node,
          gboolean      adds)
{
  GtkWidget *bar = care_instance_bar_new (self->context, care_form_steps_get_response (self->steps), node, adds);

  g_signal_connect_object (bar, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);

  return bar;
}

static GtkWidget *
make_block (CareFormPage *self,
            const CareBlock  *block,
            gboolean      lonely)
{
  const CareItem *item = care_node_get_item (block->node);
  gboolean top = care_form_step_get_main (self->step) == block->node && care_form_step_get_heading (self->step) == NULL;
  GtkWidget *widget;

  switch (block->kind)
    {
    case CARE_BLOCK_HEADING:
      return make_words (self, item, top ? "care-heading" : "care-question");
    case CARE_BLOCK_TEXT:
      return make_words (self, item, "care-text");
    case CARE_BLOCK_INSTANCE:
      return make_bar (self, block->node, FALSE);
    case CARE_BLOCK_ADD:
      return make_bar (self, block->node, TRUE);
    case CARE_BLOCK_ANSWER:
      return make_answer (self, block);
    case CARE_BLOCK_FIELD:
    default:
      widget = care_field_new (self->context, self->steps, block->node, lonely);
      g_signal_connect_swapped (widget, "answered", G_CALLBACK (answered_cb), self);
      return widget;
    }
}

/* What draws it already. */
static void
take_widget (GArray    *blocks,
             CareBlock *wanted)
{
  for (guint i = 0; i < blocks->len; i++)
    {
      CareBlock *block = &g_array_index (blocks, CareBlock, i);

      if (wanted->widget == NULL && block->node == wanted->node && block->kind == wanted->kind && block->value == wanted->value)
        wanted->widget = g_steal_pointer (&block->widget);
    }
}

/* Brings the screen to what the answers want; whatever stands already is kept, moved at most. */
static void
follow_answers (CareFormPage *self)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->blocks);
  GArray *wanted = care_form_blocks_list (self->step);
  gboolean lonely = count_fields (wanted) == 1 && wanted->len == 1 && care_form_step_get_heading (self->step) == NULL;
  GtkWidget *last = self->top;

  for (guint i = 0; i < wanted->len; i++)
    take_widget (old, &g_array_index (wanted, CareBlock, i));
  for (guint i = 0; i < old->len; i++)
    {
      CareBlock *block = &g_array_index (old, CareBlock, i);

      if (block->widget != NULL)
        gtk_box_remove (GTK_BOX (self->box), block->widget);
    }

  for (guint i = 0; i < wanted->len; i++)
    {
      CareBlock *block = &g_array_index (wanted, CareBlock, i);

      if (block->widget == NULL)
        {
          block->widget = make_block (self, block, lonely);
          gtk_box_insert_child_after (GTK_BOX (self->box), block->widget, last);
        }
      else if (gtk_widget_get_prev_sibling (block->widget) != last)
        gtk_box_reorder_child_after (GTK_BOX (self->box), block->widget, last);
      if (CARE_IS_INSTANCE_BAR (block->widget))
        care_instance_bar_refresh (CARE_INSTANCE_BAR (block->widget));
      last = block->widget;
    }
  self->blocks = wanted;
  care_language_note_follow (self->note, self->context, self->step, wanted);
}

static void
structure_changed_cb (CareFormPage *self,
                      CareNode     *node)
{
  self->stale = TRUE;
}

static void
changed_cb (CareFormPage *self)
{
  if (!self->stale)
    return;

  self->stale = FALSE;
  follow_answers (self);
}

static CareBlock *
find_field (CareFormPage *self,
            CareNode     *node)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      CareBlock *block = &g_array_index (self->blocks, CareBlock, i);

      if (block->kind == CARE_BLOCK_FIELD && block->node == node)
        return block;
    }

  return NULL;
}

static void
value_changed_cb (CareFormPage *self,
                  CareNode     *node)
{
  CareBlock *block = self->blocks != NULL ? find_field (self, node) : NULL;

  if (block != NULL)
    care_field_refresh (CARE_FIELD (block->widget));
}

static void
care_form_page_dispose (GObject *object)
{
  CareFormPage *self = CARE_FORM_PAGE (object);

  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->context);
  g_clear_object (&self->steps);
  g_clear_object (&self->step);

  G_OBJECT_CLASS (care_form_page_parent_class)->dispose (object);
}

static void
care_form_page_class_init (CareFormPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_form_page_dispose;

  signals[ANSWERED] =
    g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, CARE_TYPE_NODE);

  gtk_widget_class_set_css_name (widget_class, "formpage");
}

static void
care_form_page_init (CareFormPage *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), care_wrap_layout_new_column (0));
  self->blocks = care_form_blocks_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->box, "care-page");
  self->note = self->top = care_language_note_new ();
  gtk_box_append (GTK_BOX (self->box), self->note);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * care_form_page_new:
 * @context: words, language, density
 * @steps: the form's screens, with its response
 * @step: the one to draw
 *
 * Returns: (transfer floating): the screen
 */
GtkWidget *
care_form_page_new (CareFormContext *context,
                    CareFormSteps   *steps,
                    CareFormStep    *step)
{
  CareFormPage *self;
  CareResponse *response;
  const CareItem *heading;

  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (context), NULL);
  g_return_val_if_fail (CARE_IS_FORM_STEPS (steps), NULL);
  g_return_val_if_fail (CARE_IS_FORM_STEP (step), NULL);

  self = g_object_new (CARE_TYPE_FORM_PAGE, NULL);
  self->context = g_object_ref (context);
  self->steps = g_object_ref (steps);
  self->step = g_object_ref (step);

  heading = care_form_step_get_heading (step);
  if (heading != NULL)
    {
      self->top = make_words (self, heading, "care-heading");
      gtk_box_append (GTK_BOX (self->box), self->top);
    }
  follow_answers (self);

  response = care_form_steps_get_response (steps);
  g_signal_connect_object (response, "enabled-changed", G_CALLBACK (structure_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (response, "node-added", G_CALLBACK (structure_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (response, "node-removed", G_CALLBACK (structure_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (response, "nodes-moved", G_CALLBACK (structure_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (response, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (response, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * care_form_page_get_step:
 * @self: a screen
 *
 * Returns: (transfer none): the step it draws
 */
CareFormStep *
care_form_page_get_step (CareFormPage *self)
{
  g_return_val_if_fail (CARE_IS_FORM_PAGE (self), NULL);

  return self->step;
}

/**
 * care_form_page_show_heading:
 * @self: a screen
 * @show: whether the heading of its step is drawn
 */
void
care_form_page_show_heading (CareFormPage *self,
                             gboolean      show)
{
  g_return_if_fail (CARE_IS_FORM_PAGE (self));

  if (care_form_step_get_heading (self->step) != NULL)
    gtk_widget_set_visible (self->top, show);
}

/**
 * care_form_page_check:
 * @self: a screen
 *
 * Returns: whether nothing is wrong; else it is said beside each question
 */
gboolean
care_form_page_check (CareFormPage *self)
{
  gboolean fine = TRUE;

  g_return_val_if_fail (CARE_IS_FORM_PAGE (self), FALSE);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      CareBlock *block = &g_array_index (self->blocks, CareBlock, i);

      if (block->kind == CARE_BLOCK_FIELD && !care_field_check (CARE_FIELD (block->widget)))
        fine = FALSE;
    }

  return fine;
}

/**
 * care_form_page_focus_problem:
 * @self: a screen
 *
 * Returns: whether a question with something wrong took the focus
 */
gboolean
care_form_page_focus_problem (CareFormPage *self)
{
  g_return_val_if_fail (CARE_IS_FORM_PAGE (self), FALSE);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      CareBlock *block = &g_array_index (self->blocks, CareBlock, i);

      if (block->kind == CARE_BLOCK_FIELD && care_field_get_problem (CARE_FIELD (block->widget)) != NULL)
        return care_field_focus (CARE_FIELD (block->widget));
    }

  return FALSE;
}

/**
 * care_form_page_focus_first:
 * @self: a screen
 *
 * Returns: whether its first question took the focus
 */
gboolean
care_form_page_focus_first (CareFormPage *self)
{
  g_return_val_if_fail (CARE_IS_FORM_PAGE (self), FALSE);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      CareBlock *block = &g_array_index (self->blocks, CareBlock, i);

      if (block->kind == CARE_BLOCK_FIELD && care_field_focus (CARE_FIELD (block->widget)))
        return TRUE;
    }

  return FALSE;
}

/**
 * care_form_page_focus_node:
 * @self: a screen
 * @node: a question
 *
 * Returns: whether it is here and took the focus
 */
gboolean
care_form_page_focus_node (CareFormPage *self,
                           CareNode     *node)
{
  CareBlock *block;

  g_return_val_if_fail (CARE_IS_FORM_PAGE (self), FALSE);

  block = find_field (self, node);

  return block != NULL && care_field_focus (CARE_FIELD (block->widget));
}

/**
 * care_form_page_say:
 * @self: a screen
 * @node: a question
 * @words: what is wrong with its answer
 *
 * Returns: whether it is here; it says so and has the focus
 */
gboolean
care_form_page_say (CareFormPage *self,
                    CareNode     *node,
                    const char   *words)
{
  CareBlock *block;

  g_return_val_if_fail (CARE_IS_FORM_PAGE (self), FALSE);

  block = find_field (self, node);
  if (block == NULL)
    return FALSE;
  care_field_say (CARE_FIELD (block->widget), words);
  care_field_focus (CARE_FIELD (block->widget));

  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-field-answers.h"

#include "widgets/form/care-editor.h"
#include "widgets/form/care-label.h"

/* As many as a file may bring back. */
#define MOST_ANSWERS 1000

struct _CareFieldAnswers
{
  GtkWidget        parent_instance;

  CareFormContext *context;
  CareFormSteps   *steps;
  CareNode        *node;
  char            *label;

  GtkWidget       *list;
  GtkWidget       *add;
  GtkWidget       *full;
  GPtrArray       *editors;
  gboolean         writing;
};

G_DEFINE_FINAL_TYPE (CareFieldAnswers, care_field_answers, GTK_TYPE_WIDGET)

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void append_editor (CareFieldAnswers *self,
                           CareValue        *value);
static void update_tools  (CareFieldAnswers *self);

static const CareItem *
get_item (CareFieldAnswers *self)
{
  return care_node_get_item (self->node);
}

static gboolean
may_add (CareFieldAnswers *self)
{
  guint most = care_item_get_max_occurs (get_item (self));

  return care_item_repeats (get_item (self)) && self->editors->len < (most > 0 ? MIN (most, MOST_ANSWERS) : MOST_ANSWERS);
}

static gboolean
values_are_same (CareFieldAnswers *self,
                 GPtrArray   *values)
{
  if (values->len != care_node_get_n_answers (self->node))
    return FALSE;
  for (guint i = 0; i < values->len; i++)
    {
      if (!care_value_equal (g_ptr_array_index (values, i), care_node_get_answer (self->node, i)))
        return FALSE;
    }

  return TRUE;
}

/* Everything that is a value goes into the response; what is none yet is kept beside it as typed. */
static void
write_values (CareFieldAnswers *self)
{
  CareResponse *response = care_form_steps_get_response (self->steps);
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) care_value_unref);

  self->writing = TRUE;
  for (guint i = 0; i < self->editors->len; i++)
    {
      CareEditor *editor = g_ptr_array_index (self->editors, i);
      g_autofree char *fault = NULL;
      g_autofree char *draft = NULL;
      CareValue *value = care_editor_dup_value (editor, &fault);

      if (value != NULL)
        g_ptr_array_add (values, value);
      else
        draft = care_editor_dup_draft (editor);
      care_response_set_draft (response, self->node, i, draft);
    }
  for (guint i = self->editors->len; i < care_response_get_n_drafts (response, self->node); i++)
    care_response_set_draft (response, self->node, i, NULL);

  if (!values_are_same (self, values) || care_node_get_absent (self->node) != CARE_ABSENT_NONE)
    care_response_set_values (response, self->node, (CareValue *const *) values->pdata, values->len);
  self->writing = FALSE;
}

static void
edited_cb (CareFieldAnswers *self)
{
  write_values (self);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
add_cb (CareFieldAnswers *self)
{
  append_editor (self, NULL);
  update_tools (self);
  gtk_widget_grab_focus (g_ptr_array_index (self->editors, self->editors->len - 1));
}

/* Where there can be no more answers, that is said. */
static void
update_full (CareFieldAnswers *self)
{
  gboolean full = care_item_repeats (get_item (self)) && self->editors->len > 1 && !may_add (self);

  gtk_widget_set_visible (self->full, full);
  if (full)
    {
      g_autofree char *words = care_form_context_dup_full (self->context, self->editors->len);

      care_label_set_text (self->full, words);
    }
}

/* What can be done with one of several answers: move it, remove it. */
static void
update_tools (CareFieldAnswers *self)
{
  guint index = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row), index++)
    {
      GtkWidget *tools = gtk_widget_get_last_child (row);
      GtkWidget *up = gtk_widget_get_first_child (tools);

      if (tools == gtk_widget_get_first_child (row))
        continue;
      gtk_widget_set_visible (tools, self->editors->len > 1);
      gtk_widget_set_visible (up, index > 0);
      gtk_widget_set_visible (gtk_widget_get_next_sibling (up), index + 1 < self->editors->len);
    }
  gtk_widget_set_visible (self->add, may_add (self));
  update_full (self);
}

static guint
find_row (GtkWidget *button)
{
  guint index = 0;

  for (GtkWidget *before = gtk_widget_get_prev_sibling (gtk_widget_get_parent (gtk_widget_get_parent (button))); before != NULL;
       before = gtk_widget_get_prev_sibling (before))
    index++;

  return index;
}

/* The lower of two neighbours goes above the other; the button that was touched keeps the focus while it can be touched. */
static void
swap_rows (CareFieldAnswers *self,
           guint             upper,
           GtkWidget        *button)
{
  GtkWidget *row = gtk_widget_get_first_child (self->list);
  gpointer editor = g_ptr_array_index (self->editors, upper);

  for (guint i = 0; i < upper; i++)
    row = gtk_widget_get_next_sibling (row);
  gtk_box_reorder_child_after (GTK_BOX (self->list), row, gtk_widget_get_next_sibling (row));
  g_ptr_array_index (self->editors, upper) = g_ptr_array_index (self->editors, upper + 1);
  g_ptr_array_index (self->editors, upper + 1) = editor;
  update_tools (self);
  edited_cb (self);
  if (!gtk_widget_get_visible (button))
    button = gtk_widget_get_prev_sibling (button) != NULL ? gtk_widget_get_prev_sibling (button) : gtk_widget_get_next_sibling (button);
  gtk_widget_grab_focus (button);
}

static void
up_cb (CareFieldAnswers *self,
       GtkWidget        *button)
{
  swap_rows (self, find_row (button) - 1, button);
}

static void
down_cb (CareFieldAnswers *self,
         GtkWidget        *button)
{
  swap_rows (self, find_row (button), button);
}

static void
remove_cb (CareFieldAnswers *self,
           GtkWidget   *button)
{
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (button));
  guint index = find_row (button);

  g_ptr_array_remove_index (self->editors, index);
  gtk_box_remove (GTK_BOX (self->list), row);
  update_tools (self);
  edited_cb (self);
  gtk_widget_grab_focus (g_ptr_array_index (self->editors, MIN (index, self->editors->len - 1)));
}

static GtkWidget *
make_tool (CareFieldAnswers *self,
           const char       *sign,
           const char       *key,
           GCallback         callback)
{
  const char *word = care_form_context_word (self->context, key);
  GtkWidget *button = gtk_button_new_with_label (sign != NULL ? sign : word);

  gtk_widget_add_css_class (button, "care-chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
  g_signal_connect_swapped (button, "clicked", callback, self);

  return button;
}

static void
append_editor (CareFieldAnswers *self,
               CareValue   *value)
{
  CareEditor *editor = care_editor_new_for_item (self->context, get_item (self));
  CareResponse *response = care_form_steps_get_response (self->steps);
  const char *draft = care_response_get_draft (response, self->node, self->editors->len);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  care_editor_set_label (editor, self->label);
  care_editor_set_value (editor, value);
  if (value == NULL && draft != NULL)
    care_editor_set_draft (editor, draft);
  g_signal_connect_swapped (editor, "edited", G_CALLBACK (edited_cb), self);
  gtk_widget_set_hexpand (GTK_WIDGET (editor), TRUE);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (editor));
  g_ptr_array_add (self->editors, editor);

  if (care_item_repeats (get_item (self)))
    {
      GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

      gtk_box_append (GTK_BOX (tools), make_tool (self, "↑", "move-up", G_CALLBACK (up_cb)));
      gtk_box_append (GTK_BOX (tools), make_tool (self, "↓", "move-down", G_CALLBACK (down_cb)));
      gtk_box_append (GTK_BOX (tools), make_tool (self, NULL, "remove", G_CALLBACK (remove_cb)));
      gtk_box_append (GTK_BOX (row), tools);
    }
  gtk_box_append (GTK_BOX (self->list), row);
}

static void
rebuild (CareFieldAnswers *self)
{
  CareResponse *response = care_form_steps_get_response (self->steps);
  guint n_answers = care_node_get_n_answers (self->node);
  guint next = 0;
  GtkWidget *child;

  g_ptr_array_set_size (self->editors, 0);
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  /* Where one was begun stands what was typed; the answers fill the other places. */
  while (next < n_answers || self->editors->len < MAX (1, care_response_get_n_drafts (response, self->node)))
    {
      gboolean begun = care_response_get_draft (response, self->node, self->editors->len) != NULL;

      append_editor (self, !begun && next < n_answers ? care_node_get_answer (self->node, next++) : NULL);
    }
  update_tools (self);
}

static void
care_field_answers_dispose (GObject *object)
{
  CareFieldAnswers *self = CARE_FIELD_ANSWERS (object);
  GtkWidget *child;

  g_clear_pointer (&self->editors, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->context);
  g_clear_object (&self->steps);
  g_clear_pointer (&self->node, care_node_unref);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (care_field_answers_parent_class)->dispose (object);
}

static void
care_field_answers_class_init (CareFieldAnswersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_field_answers_dispose;

  signals[EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
care_field_answers_init (CareFieldAnswers *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->editors = g_ptr_array_new ();

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

/**
 * care_field_answers_new:
 * @context: words, language, density
 * @steps: the form's screens, with its response
 * @node: a question answered by typing
 * @label: the question's words, for screen readers
 *
 * Returns: (transfer floating): its editors
 */
GtkWidget *
care_field_answers_new (CareFormContext *context,
                  CareFormSteps   *steps,
                  CareNode        *node,
                  const char      *label)
{
  CareFieldAnswers *self;

  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (context), NULL);
  g_return_val_if_fail (CARE_IS_FORM_STEPS (steps), NULL);
  g_return_val_if_fail (node != NULL && label != NULL, NULL);

  self = g_object_new (CARE_TYPE_FIELD_ANSWERS, NULL);
  self->context = g_object_ref (context);
  self->steps = g_object_ref (steps);
  self->node = care_node_ref (node);
  self->label = g_strdup (label);

  self->add = gtk_button_new_with_label (care_form_context_word (context, "add-another"));
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->add, "care-chip");
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (add_cb), self);
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));
  self->full = care_label_new (NULL, "care-small");
  gtk_widget_set_parent (self->full, GTK_WIDGET (self));
  rebuild (self);

  return GTK_WIDGET (self);
}

/**
 * care_field_answers_refresh:
 * @self: the editors
 *
 * Draws what the response holds, unless it is these editors that write it.
 */
void
care_field_answers_refresh (CareFieldAnswers *self)
{
  g_autoptr (GPtrArray) values = NULL;

  g_return_if_fail (CARE_IS_FIELD_ANSWERS (self));

  if (self->writing)
    return;

  values = g_ptr_array_new_with_free_func ((GDestroyNotify) care_value_unref);
  for (guint i = 0; i < self->editors->len; i++)
    {
      g_autofree char *fault = NULL;
      CareValue *value = care_editor_dup_value (g_ptr_array_index (self->editors, i), &fault);

      if (value != NULL)
        g_ptr_array_add (values, value);
    }
  if (!values_are_same (self, values))
    rebuild (self);
}

/**
 * care_field_answers_dup_fault:
 * @self: the editors
 *
 * Returns: (transfer full) (nullable): words for the first thing typed that is no value
 */
char *
care_field_answers_dup_fault (CareFieldAnswers *self)
{
  g_return_val_if_fail (CARE_IS_FIELD_ANSWERS (self), NULL);

  for (guint i = 0; i < self->editors->len; i++)
    {
      char *fault = NULL;
      g_autoptr (CareValue) value = care_editor_dup_value (g_ptr_array_index (self->editors, i), &fault);

      if (fault != NULL)
        return fault;
    }

  return NULL;
}

/* The editor with a fault, or the first. */
static CareEditor *
find_faulty (CareFieldAnswers *self)
{
  for (guint i = 0; i < self->editors->len; i++)
    {
      g_autofree char *fault = NULL;
      g_autoptr (CareValue) value = care_editor_dup_value (g_ptr_array_index (self->editors, i), &fault);

      if (fault != NULL)
        return g_ptr_array_index (self->editors, i);
    }

  return g_ptr_array_index (self->editors, 0);
}

/**
 * care_field_answers_set_fault:
 * @self: the editors
 * @words: (nullable): what is wrong
 */
void
care_field_answers_set_fault (CareFieldAnswers *self,
                        const char  *words)
{
  g_return_if_fail (CARE_IS_FIELD_ANSWERS (self));

  if (words == NULL)
    g_ptr_array_foreach (self->editors, (GFunc) care_editor_set_fault, NULL);
  else
    care_editor_set_fault (find_faulty (self), words);
}

/**
 * care_field_answers_get_focus:
 * @self: the editors
 *
 * Returns: (nullable) (transfer none): what takes the focus
 */
GtkWidget *
care_field_answers_get_focus (CareFieldAnswers *self)
{
  g_return_val_if_fail (CARE_IS_FIELD_ANSWERS (self), NULL);

  return care_editor_get_focus (find_faulty (self));
}

/**
 * care_field_answers_empty:
 * @self: the editors
 *
 * Empties them, for an answer that took their place.
 */
void
care_field_answers_empty (CareFieldAnswers *self)
{
  g_return_if_fail (CARE_IS_FIELD_ANSWERS (self));

  for (guint i = 0; i < self->editors->len; i++)
    {
      care_editor_set_value (g_ptr_array_index (self->editors, i), NULL);
      care_response_set_draft (care_form_steps_get_response (self->steps), self->node, i, NULL);
    }
}

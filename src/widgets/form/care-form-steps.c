/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-form-steps.h"

struct _CareFormSteps
{
  GObject          parent_instance;

  CareResponse    *response;
  CareFormOutline *outline;
  GPtrArray       *steps;
  GArray          *touched; /* numbers of the entries that may have come or gone */
  gboolean         stale;   /* nodes came, went or moved */
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CareFormSteps,
                               care_form_steps,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

/* One screen in the making. */
typedef struct
{
  const CareFormEntry *entry;
  GPtrArray           *nodes;
  guint                number;
  guint                main;
} Draft;

static void
add_nodes (GPtrArray           *nodes,
           const CareFormEntry *entry)
{
  for (guint i = 0; i < entry->n_nodes; i++)
    g_ptr_array_add (nodes, entry->nodes[i]);
}

static void
end_step (GPtrArray *steps,
          Draft     *draft)
{
  if (draft->entry == NULL)
    return;

  g_ptr_array_add (steps, care_form_step_new (draft->entry->heading, (CareNode *const *) draft->nodes->pdata,
                                              draft->nodes->len, draft->main));
  g_ptr_array_set_size (draft->nodes, 0);
  draft->entry = NULL;
}

/* The screens of the entries from @first to before @end, where @first is 0 or a screen that is shown. */
static GPtrArray *
make_steps (CareFormSteps *self,
            guint          first,
            guint          end)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  Draft draft = { NULL, nodes, 0, 0 };

  for (guint i = first; i < end; i++)
    {
      const CareFormEntry *entry = care_form_outline_get (self->outline, i);

      if (!entry->shown)
        continue;
      if (entry->kind == CARE_ENTRY_SCREEN)
        {
          end_step (steps, &draft);
          g_ptr_array_extend (nodes, waiting, NULL, NULL);
          g_ptr_array_set_size (waiting, 0);
          draft = (Draft) { entry, nodes, i, nodes->len };
          add_nodes (nodes, entry);
        }
      else if (entry->kind == CARE_ENTRY_TRAIL && draft.entry != NULL && draft.number >= entry->first && waiting->len == 0)
        add_nodes (nodes, entry);
      else
        add_nodes (waiting, entry);
    }
  end_step (steps, &draft);
  /* Words that lead up to nothing are a screen to be read. */
  if (waiting->len > 0 && end == care_form_outline_get_n (self->outline))
    g_ptr_array_add (steps, care_form_step_new (NULL, (CareNode *const *) waiting->pdata, waiting->len, 0));

  return g_steal_pointer (&steps);
}

static guint
get_number (CareFormSteps *self,
            guint          index)
{
  CareFormStep *step = g_ptr_array_index (self->steps, index);

  return care_form_outline_find (self->outline, care_form_step_get_main (step));
}

/* The first screen whose own entry is @number or comes after it. */
static guint
find_at_or_after (CareFormSteps *self,
                  guint          number)
{
  guint low = 0;
  guint high = self->steps->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_number (self, middle) < number)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Puts @made in the place of @n_old screens, keeps the objects of those that are the same, and announces the rest. */
static void
splice (CareFormSteps *self,
        guint          at,
        guint          n_old,
        GPtrArray     *made)
{
  guint head = 0;
  guint tail = 0;
  guint least = MIN (n_old, made->len);

  while (head < least &&
         care_form_step_is_same (g_ptr_array_index (self->steps, at + head), g_ptr_array_index (made, head)))
    head++;
  while (tail < least - head &&
         care_form_step_is_same (g_ptr_array_index (self->steps, at + n_old - 1 - tail),
                                 g_ptr_array_index (made, made->len - 1 - tail)))
    tail++;

  at += head;
  n_old -= head + tail;
  if (n_old == 0 && made->len == head + tail)
    return;
  if (n_old > 0)
    g_ptr_array_remove_range (self->steps, at, n_old);
  for (guint i = 0; i < made->len - head - tail; i++)
    g_ptr_array_insert (self->steps, (int) (at + i), g_object_ref (g_ptr_array_index (made, head + i)));
  g_list_model_items_changed (G_LIST_MODEL (self), at, n_old, made->len - head - tail);
}

/* Makes the screens around one entry anew: from the one before it to the one behind it. */
static void
follow_entry (CareFormSteps *self,
              guint          number)
{
  guint at = find_at_or_after (self, number);
  guint behind = at;
  guint end;
  g_autoptr (GPtrArray) made = NULL;

  if (behind < self->steps->len && get_number (self, behind) == number)
    behind++;
  behind = MIN (behind + 1, self->steps->len);
  end = behind < self->steps->len ? get_number (self, behind) : care_form_outline_get_n (self->outline);
  if (at > 0)
    at--;
  /* The words before the first of them stand behind the one before that, which stays as it is. */
  made = make_steps (self, at > 0 ? get_number (self, at - 1) : 0, end);
  if (at > 0 && made->len > 0 &&
      care_form_step_get_main (g_ptr_array_index (made, 0)) == care_form_step_get_main (g_ptr_array_index (self->steps, at - 1)))
    g_ptr_array_remove_index (made, 0);
  splice (self, at, behind - at, made);
}

static void
follow_all (CareFormSteps *self)
{
  g_autoptr (GPtrArray) made = NULL;

  g_clear_pointer (&self->outline, care_form_outline_free);
  self->outline = care_form_outline_new (self->response);
  made = make_steps (self, 0, care_form_outline_get_n (self->outline));
  splice (self, 0, self->steps->len, made);
}

static void
structure_changed_cb (CareFormSteps *self)
{
  self->stale = TRUE;
}

static void
touch_below (CareFormSteps *self,
             CareNode      *node)
{
  guint number = care_node_get_item (node) != NULL ? care_form_outline_find (self->outline, node) : CARE_NO_ENTRY;

  if (number != CARE_NO_ENTRY)
    {
      g_array_append_val (self->touched, number);
      return;
    }
  for (guint i = 0; i < care_node_get_n_children (node, 0); i++)
    touch_below (self, care_node_get_child (node, 0, i));
}

static void
enabled_changed_cb (CareFormSteps *self,
                    CareNode      *node)
{
  if (!self->stale)
    touch_below (self, node);
}

/* What is there to be read is seen as soon as something stands there. */
static void
value_changed_cb (CareFormSteps *self,
                  CareNode      *node)
{
  CareUsageMode mode = care_item_get_usage_mode (care_node_get_item (node));

  if (!self->stale && (mode == CARE_USAGE_DISPLAY || mode == CARE_USAGE_DISPLAY_NON_EMPTY))
    touch_below (self, node);
}

static void
changed_cb (CareFormSteps *self)
{
  g_autoptr (GArray) touched = NULL;

  if (self->stale)
    {
      self->stale = FALSE;
      g_array_set_size (self->touched, 0);
      follow_all (self);
      return;
    }
  if (self->touched->len == 0)
    return;

  touched = g_steal_pointer (&self->touched);
  self->touched = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < touched->len; i++)
    care_form_outline_refresh (self->outline, g_array_index (touched, guint, i));
  for (guint i = 0; i < touched->len; i++)
    follow_entry (self, g_array_index (touched, guint, i));
}

static GType
get_item_type (GListModel *model)
{
  return CARE_TYPE_FORM_STEP;
}

static guint
get_n_items (GListModel *model)
{
  return CARE_FORM_STEPS (model)->steps->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  CareFormSteps *self = CARE_FORM_STEPS (model);

  return position < self->steps->len ? g_object_ref (g_ptr_array_index (self->steps, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
care_form_steps_finalize (GObject *object)
{
  CareFormSteps *self = CARE_FORM_STEPS (object);

  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->outline, care_form_outline_free);
  g_clear_pointer (&self->touched, g_array_unref);
  g_clear_object (&self->response);

  G_OBJECT_CLASS (care_form_steps_parent_class)->finalize (object);
}

static void
care_form_steps_class_init (CareFormStepsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_form_steps_finalize;
}

static void
care_form_steps_init (CareFormSteps *self)
{
  self->touched = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * care_form_steps_new:
 * @response: the answers
 *
 * Returns: (transfer full): the screens of @response's form
 */
CareFormSteps *
care_form_steps_new (CareResponse *response)
{
  CareFormSteps *self;

  g_return_val_if_fail (CARE_IS_RESPONSE (response), NULL);

  self = g_object_new (CARE_TYPE_FORM_STEPS, NULL);
  self->response = g_object_ref (response);
  self->outline = care_form_outline_new (response);
  self->steps = make_steps (self, 0, care_form_outline_get_n (self->outline));
  g_signal_connect_object (response, "enabled-changed", G_CALLBACK (enabled_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (response, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (response, "node-added", G_CALLBACK (structure_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (response, "node-removed", G_CALLBACK (structure_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (response, "nodes-moved", G_CALLBACK (structure_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (response, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * care_form_steps_get_response:
 * @self: the steps
 *
 * Returns: (transfer none): the answers
 */
CareResponse *
care_form_steps_get_response (CareFormSteps *self)
{
  g_return_val_if_fail (CARE_IS_FORM_STEPS (self), NULL);

  return self->response;
}

/**
 * care_form_steps_get_n:
 * @self: the steps
 *
 * Returns: how many screens there are as the answers stand
 */
guint
care_form_steps_get_n (CareFormSteps *self)
{
  g_return_val_if_fail (CARE_IS_FORM_STEPS (self), 0);

  return self->steps->len;
}

/**
 * care_form_steps_get:
 * @self: the steps
 * @index: below care_form_steps_get_n()
 *
 * Returns: (transfer none): one screen
 */
CareFormStep *
care_form_steps_get (CareFormSteps *self,
                     guint          index)
{
  g_return_val_if_fail (CARE_IS_FORM_STEPS (self), NULL);
  g_return_val_if_fail (index < self->steps->len, NULL);

  return g_ptr_array_index (self->steps, index);
}

/**
 * care_form_steps_find_node:
 * @self: the steps
 * @node: a node of the response
 *
 * Returns: the number of the screen with @node, or %CARE_NO_STEP
 */
guint
care_form_steps_find_node (CareFormSteps *self,
                           CareNode      *node)
{
  guint number;
  guint at;

  g_return_val_if_fail (CARE_IS_FORM_STEPS (self), CARE_NO_STEP);
  g_return_val_if_fail (node != NULL, CARE_NO_STEP);

  number = care_form_outline_find (self->outline, node);
  if (number == CARE_NO_ENTRY)
    return CARE_NO_STEP;

  /* Words may stand on the screen before or behind their place. */
  at = find_at_or_after (self, number);
  if (at < self->steps->len && care_form_step_holds (g_ptr_array_index (self->steps, at), node))
    return at;
  if (at > 0 && care_form_step_holds (g_ptr_array_index (self->steps, at - 1), node))
    return at - 1;

  return CARE_NO_STEP;
}

/**
 * care_form_steps_find_step:
 * @self: the steps
 * @step: a step that was once among them
 *
 * Returns: the number of the screen now, or %CARE_NO_STEP when it vanished
 */
guint
care_form_steps_find_step (CareFormSteps *self,
                           CareFormStep  *step)
{
  g_return_val_if_fail (CARE_IS_FORM_STEPS (self), CARE_NO_STEP);
  g_return_val_if_fail (CARE_IS_FORM_STEP (step), CARE_NO_STEP);

  /* Its words may have changed: what it is about is what counts. */
  return care_form_steps_find_node (self, care_form_step_get_main (step));
}

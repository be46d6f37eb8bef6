/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-field.h"

#include "widgets/form/care-choice.h"
#include "widgets/form/care-fault.h"
#include "widgets/form/care-field-answers.h"
#include "widgets/form/care-item-title.h"
#include "widgets/form/care-label.h"
#include "widgets/form/care-signing.h"
#include "widgets/form/care-tile.h"
#include "widgets/form/care-value-words.h"
#include "widgets/form/care-wrap-layout.h"

struct _CareField
{
  GtkWidget        parent_instance;

  CareFormContext *context;
  CareFormSteps   *steps;
  CareNode        *node;
  char            *label;

  GtkWidget       *begun;
  GtkWidget       *choice;
  GtkWidget       *answers;
  GtkWidget       *fixed;
  GtkWidget       *signing;
  GtkWidget       *not_sure;
  GtkWidget       *tell_staff;
  GtkWidget       *problem_row;
  GtkWidget       *problem_label;
  GtkWidget       *told;      /* weak: who is told to be wrong */
  gboolean         updating;
};

G_DEFINE_FINAL_TYPE (CareField, care_field, GTK_TYPE_WIDGET)

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const CareItem *
get_item (CareField *self)
{
  return care_node_get_item (self->node);
}

static gboolean
is_chosen (CareField *self)
{
  CareItemType type = care_item_get_item_type (get_item (self));

  return type == CARE_ITEM_CHOICE || type == CARE_ITEM_OPEN_CHOICE || type == CARE_ITEM_BOOLEAN;
}

static gboolean
is_fixed (CareField *self)
{
  CareUsageMode mode = care_item_get_usage_mode (get_item (self));

  return care_item_is_read_only (get_item (self)) ||
         mode == CARE_USAGE_DISPLAY || mode == CARE_USAGE_DISPLAY_NON_EMPTY;
}

static void
say_problem (CareField  *self,
             const char *words)
{
  GtkWidget *focus = self->choice != NULL ? care_choice_get_focus (CARE_CHOICE (self->choice)) : NULL;

  care_label_set_text (self->problem_label, words);
  gtk_widget_set_visible (self->problem_row, words != NULL);
  if (words != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "care-invalid");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "care-invalid");

  if (self->answers != NULL)
    care_field_answers_set_fault (CARE_FIELD_ANSWERS (self->answers), words);
  care_fault_tell (&self->told, focus, words);
}

static void
refresh_absent (CareField *self)
{
  CareAbsent absent = care_node_get_absent (self->node);

  self->updating = TRUE;
  if (self->not_sure != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->not_sure), absent == CARE_ABSENT_NOT_SURE);
  if (self->tell_staff != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->tell_staff), absent == CARE_ABSENT_TELL_STAFF);
  self->updating = FALSE;
}

static void
edited_cb (CareField *self)
{
  if (self->begun != NULL)
    gtk_widget_set_visible (self->begun, FALSE);
  refresh_absent (self);
  say_problem (self, NULL);
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
absent_toggled_cb (CareField       *self,
                   GtkToggleButton *tile)
{
  CareResponse *response = care_form_steps_get_response (self->steps);
  CareAbsent reason = GTK_WIDGET (tile) == self->not_sure ? CARE_ABSENT_NOT_SURE : CARE_ABSENT_TELL_STAFF;

  if (self->updating)
    return;

  if (!gtk_toggle_button_get_active (tile))
    care_response_clear (response, self->node);
  else
    {
      if (self->answers != NULL)
        care_field_answers_empty (CARE_FIELD_ANSWERS (self->answers));
      care_response_set_absent (response, self->node, reason);
    }
  care_field_refresh (self);
  edited_cb (self);
}

static GtkWidget *
make_absent (CareField  *self,
             GtkWidget  *grid,
             const char *key)
{
  GtkWidget *tile = care_tile_new (CARE_TILE_ONE, care_form_context_word (self->context, key));

  g_signal_connect_swapped (tile, "toggled", G_CALLBACK (absent_toggled_cb), self);
  gtk_widget_set_parent (tile, grid);

  return tile;
}

static void
add_absent (CareField *self)
{
  gboolean not_sure = care_item_offers_not_sure (get_item (self));
  gboolean tell_staff = care_item_offers_tell_staff (get_item (self));
  GtkWidget *grid;

  if (!not_sure && !tell_staff)
    return;

  grid = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (grid, care_wrap_layout_new (8.0, 17.0, 2, 12));
  gtk_widget_set_parent (grid, GTK_WIDGET (self));
  if (not_sure)
    self->not_sure = make_absent (self, grid, "not-sure");
  if (tell_staff)
    self->tell_staff = make_absent (self, grid, "tell-staff");
}

static GtkWidget *
add_label (CareField  *self,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = care_label_new (text, css_class);

  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

/* It was answered on an older version of the form, and not in these words. */
static gboolean
is_changed (CareField *self)
{
  GPtrArray *problems = care_response_get_import_problems (care_form_steps_get_response (self->steps));

  for (guint i = 0; i < problems->len; i++)
    {
      CareProblem *problem = g_ptr_array_index (problems, i);

      if (problem->node == self->node && problem->kind == CARE_PROBLEM_CHANGED)
        return TRUE;
    }

  return FALSE;
}

/* How the form wants it written, where no example of our own and no empty line shows it. */
static const char *
get_format (const CareItem *item,
            const char     *language)
{
  CareItemType type = care_item_get_item_type (item);
  gboolean shown = type == CARE_ITEM_TEXT || type == CARE_ITEM_INTEGER || type == CARE_ITEM_DECIMAL || type == CARE_ITEM_QUANTITY
                   || (type == CARE_ITEM_STRING && care_item_get_control (item) == CARE_CONTROL_TEXT_AREA);

  return shown && care_item_get_n_options (item) == 0 ? care_item_get_entry_format (item, language) : NULL;
}

static void
add_words (CareField *self,
           gboolean   headline)
{
  const CareItem *item = get_item (self);
  const char *language = care_form_context_get_language (self->context);
  const char *help = care_item_get_help (item, language);
  const char *hint = care_item_get_flyover (item, language);

  self->label = care_item_dup_title (item, language);
  if (self->label == NULL)
    self->label = g_strdup ("");
  if (*self->label != '\0')
    add_label (self, self->label, headline ? "care-heading" : "care-question");
  if (is_changed (self) && care_node_get_n_answers (self->node) == 0)
    add_label (self, care_form_context_word (self->context, "question-changed"), "care-note");
  if (care_response_get_n_drafts (care_form_steps_get_response (self->steps), self->node) > 0)
    self->begun = add_label (self, care_form_context_word (self->context, "answer-begun"), "care-note");
  if (help != NULL)
    add_label (self, help, "care-help");
  if (hint != NULL && g_strcmp0 (hint, help) != 0 && !g_str_has_suffix (self->label, hint))
    add_label (self, hint, "care-help");
  if (!is_fixed (self) && get_format (item, language) != NULL)
    add_label (self, get_format (item, language), "care-help");
  if (care_item_has_support_link (item))
    add_label (self, care_form_context_word (self->context, "staff-can-show"), "care-help");
  if (!care_item_is_required (item) && !is_fixed (self) && !care_item_is_for_staff (get_item (self)) && care_item_get_min_occurs (item) == 0)
    add_label (self, care_form_context_word (self->context, "optional"), "care-small");
}

static void
add_problem_row (CareField *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  self->problem_row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_add_css_class (self->problem_row, "care-problem");
  gtk_widget_set_visible (self->problem_row, FALSE);
  gtk_widget_set_parent (self->problem_row, GTK_WIDGET (self));

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (self->problem_row), icon);
  self->problem_label = care_label_new (NULL, NULL);
  gtk_widget_set_hexpand (self->problem_label, TRUE);
  gtk_box_append (GTK_BOX (self->problem_row), self->problem_label);
}

static void
build (CareField *self,
       gboolean   headline)
{
  add_words (self, headline);
  /* What is wrong stands right below the question, above the answers, where it is met first. */
  add_problem_row (self);

  if (is_fixed (self))
    self->fixed = add_label (self, NULL, "care-fixed");
  else if (is_chosen (self))
    {
      self->choice = care_choice_new (self->context, care_form_steps_get_response (self->steps), self->node);
      g_signal_connect_swapped (self->choice, "edited", G_CALLBACK (edited_cb), self);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label, -1);
      gtk_widget_set_parent (self->choice, GTK_WIDGET (self));
    }
  else
    {
      self->answers = care_field_answers_new (self->context, self->steps, self->node, self->label);
      g_signal_connect_swapped (self->answers, "edited", G_CALLBACK (edited_cb), self);
      gtk_widget_set_parent (self->answers, GTK_WIDGET (self));
    }
  if (!is_fixed (self))
    add_absent (self);
  if (!is_fixed (self) && care_item_needs_signature (get_item (self)))
    {
      self->signing = care_signing_new (self->context, care_form_steps_get_response (self->steps), self->node);
      g_signal_connect_swapped (self->signing, "edited", G_CALLBACK (edited_cb), self);
      gtk_widget_set_parent (self->signing, GTK_WIDGET (self));
    }
}

static void
care_field_dispose (GObject *object)
{
  CareField *self = CARE_FIELD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_weak_pointer (&self->told);
  g_clear_object (&self->context);
  g_clear_object (&self->steps);
  g_clear_pointer (&self->node, care_node_unref);
  g_clear_pointer (&self->label, g_free);

  G_OBJECT_CLASS (care_field_parent_class)->dispose (object);
}

static void
care_field_class_init (CareFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_field_dispose;

  signals[ANSWERED] =
    g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "field");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
care_field_init (CareField *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
}

/**
 * care_field_new:
 * @context: words, language, density
 * @steps: the form's screens, with its response
 * @node: a question
 * @headline: whether its words head the screen
 *
 * Returns: (transfer floating): the question
 */
GtkWidget *
care_field_new (CareFormContext *context,
                CareFormSteps   *steps,
                CareNode        *node,
                gboolean         headline)
{
  CareField *self;

  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (context), NULL);
  g_return_val_if_fail (CARE_IS_FORM_STEPS (steps), NULL);
  g_return_val_if_fail (node != NULL && care_item_is_question (care_node_get_item (node)), NULL);

  self = g_object_new (CARE_TYPE_FIELD, NULL);
  self->context = g_object_ref (context);
  self->steps = g_object_ref (steps);
  self->node = care_node_ref (node);
  build (self, headline);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label, -1);
  care_field_refresh (self);

  return GTK_WIDGET (self);
}

/**
 * care_field_get_node:
 * @self: a question
 *
 * Returns: (transfer none): its node
 */
CareNode *
care_field_get_node (CareField *self)
{
  g_return_val_if_fail (CARE_IS_FIELD (self), NULL);

  return self->node;
}

/**
 * care_field_refresh:
 * @self: a question
 *
 * Draws what the response holds now.
 */
void
care_field_refresh (CareField *self)
{
  g_return_if_fail (CARE_IS_FIELD (self));

  refresh_absent (self);
  if (self->signing != NULL)
    care_signing_refresh (CARE_SIGNING (self->signing));
  if (self->choice != NULL)
    care_choice_refresh (CARE_CHOICE (self->choice));
  if (self->answers != NULL)
    care_field_answers_refresh (CARE_FIELD_ANSWERS (self->answers));
  if (self->fixed != NULL)
    {
      g_autofree char *words = care_node_dup_words (self->node, self->context);

      care_label_set_text (self->fixed, words != NULL ? words : care_form_context_word (self->context, "nothing"));
    }
}

/* What is wrong, in words: first what is typed and no value, then what the form says of the value. */
static char *
find_problem (CareField *self)
{
  g_autoptr (GPtrArray) problems = NULL;
  char *fault = self->answers != NULL ? care_field_answers_dup_fault (CARE_FIELD_ANSWERS (self->answers)) : NULL;

  if (fault != NULL)
    return fault;
  if (self->choice != NULL && care_choice_lacks_own (CARE_CHOICE (self->choice)))
    return g_strdup (care_form_context_word (self->context, "choice-own-empty"));

  problems = care_response_validate_node (care_form_steps_get_response (self->steps), self->node);
  for (guint i = 0; i < problems->len; i++)
    {
      CareProblem *problem = g_ptr_array_index (problems, i);

      if (!care_problem_holds_up (problem))
        continue;
      /* Said in words of its own, below. */
      if (problem->kind != CARE_PROBLEM_SIGNATURE)
        return care_problem_dup_words (problem, get_item (self), self->context);
    }
  if (self->signing != NULL && care_signing_is_missing (CARE_SIGNING (self->signing)))
    return g_strdup (care_form_context_word (self->context, "sign-missing"));

  return NULL;
}

/**
 * care_field_check:
 * @self: a question
 *
 * Returns: whether nothing is wrong; else it is said beside the question
 */
gboolean
care_field_check (CareField *self)
{
  g_autofree char *problem = NULL;

  g_return_val_if_fail (CARE_IS_FIELD (self), FALSE);

  if (self->fixed == NULL)
    problem = find_problem (self);
  say_problem (self, problem);

  return problem == NULL;
}

/**
 * care_field_say:
 * @self: a question
 * @words: what is wrong, as whoever owns the form knows it; it stands until the next answer or check
 */
void
care_field_say (CareField  *self,
                const char *words)
{
  g_return_if_fail (CARE_IS_FIELD (self));

  say_problem (self, words);
}

/**
 * care_field_get_problem:
 * @self: a question
 *
 * Returns: (nullable): what is said to be wrong
 */
const char *
care_field_get_problem (CareField *self)
{
  g_return_val_if_fail (CARE_IS_FIELD (self), NULL);

  return gtk_widget_get_visible (self->problem_row) ? gtk_label_get_text (GTK_LABEL (self->problem_label)) : NULL;
}

/**
 * care_field_focus:
 * @self: a question
 *
 * Returns: whether something in it took the focus
 */
gboolean
care_field_focus (CareField *self)
{
  GtkWidget *focus = NULL;

  g_return_val_if_fail (CARE_IS_FIELD (self), FALSE);

  if (self->signing != NULL && care_field_get_problem (self) != NULL && care_signing_is_missing (CARE_SIGNING (self->signing)))
    focus = care_signing_get_focus (CARE_SIGNING (self->signing));
  else if (self->choice != NULL)
    focus = care_choice_get_focus (CARE_CHOICE (self->choice));
  else if (self->answers != NULL)
    focus = care_field_answers_get_focus (CARE_FIELD_ANSWERS (self->answers));
  if (focus == NULL)
    focus = self->not_sure != NULL ? self->not_sure : self->tell_staff;

  return focus != NULL && gtk_widget_grab_focus (focus);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-choice.h"

#include "widgets/form/care-entry.h"
#include "widgets/form/care-label.h"
#include "widgets/form/care-tile.h"
#include "widgets/form/care-value-words.h"
#include "widgets/form/care-wrap-layout.h"

/* Above this many choices there is a line to find one, and only so many matches are drawn. */
#define FIND_ABOVE 24
#define MOST_DRAWN 12

struct _CareChoice
{
  GtkWidget        parent_instance;

  CareFormContext *context;
  CareResponse    *response;
  CareNode        *node;

  GtkWidget       *find;
  GtkWidget       *more;
  guint            most_drawn;
  GtkWidget       *grid;
  GtkWidget       *apart;
  GPtrArray       *tiles;
  GPtrArray       *options;
  GtkWidget       *own_tile;
  GtkWidget       *own_entry;
  gboolean         updating;
};

G_DEFINE_FINAL_TYPE (CareChoice, care_choice, GTK_TYPE_WIDGET)

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const CareItem *
get_item (CareChoice *self)
{
  return care_node_get_item (self->node);
}

static gboolean
is_boolean (CareChoice *self)
{
  return care_item_get_item_type (get_item (self)) == CARE_ITEM_BOOLEAN;
}

/* The answer in one's own words, or NULL. */
static CareValue *
get_own (CareChoice *self)
{
  if (care_item_get_item_type (get_item (self)) != CARE_ITEM_OPEN_CHOICE)
    return NULL;

  for (guint i = 0; i < care_node_get_n_answers (self->node); i++)
    {
      CareValue *value = care_node_get_answer (self->node, i);

      if (care_value_get_value_type (value) == CARE_VALUE_STRING &&
          care_item_find_option (get_item (self), value) == NULL)
        return value;
    }

  return NULL;
}

/* "None of these" or its like. */
static gboolean
is_exclusive (CareChoice *self,
              CareValue  *value)
{
  const CareOption *option = care_item_find_option (get_item (self), value);

  return option != NULL && care_option_is_exclusive (option);
}

/* Whether what is answered leaves no room for words of one's own. */
static gboolean
excludes_own (CareChoice *self)
{
  if (care_node_get_absent (self->node) != CARE_ABSENT_NONE)
    return TRUE;
  if (!care_item_repeats (get_item (self)))
    return care_node_get_n_answers (self->node) > 0 && !care_entry_is_active (self->own_entry);

  for (guint i = 0; i < care_node_get_n_answers (self->node); i++)
    {
      if (is_exclusive (self, care_node_get_answer (self->node, i)))
        return TRUE;
    }

  return FALSE;
}

/* Puts @own (or nothing) in the place of the former own words; drops the rest where one answer is all, and what excludes it. */
static void
write_own (CareChoice *self,
           const char *own)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) care_value_unref);
  CareValue *former = get_own (self);

  for (guint i = 0; i < care_node_get_n_answers (self->node); i++)
    {
      CareValue *value = care_node_get_answer (self->node, i);

      if (value != former && (own == NULL || (care_item_repeats (get_item (self)) && !is_exclusive (self, value))))
        g_ptr_array_add (values, care_value_ref (value));
    }
  if (own != NULL && *own != '\0')
    g_ptr_array_add (values, care_value_new_string (own));

  care_response_set_values (self->response, self->node, (CareValue *const *) values->pdata, values->len);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
tile_toggled_cb (CareChoice      *self,
                 GtkToggleButton *tile)
{
  const CareOption *option = NULL;
  guint index;

  if (self->updating)
    return;

  if (g_ptr_array_find (self->tiles, tile, &index))
    option = g_ptr_array_index (self->options, index);
  if (option != NULL)
    care_response_toggle_option (self->response, self->node, option);
  else if (!gtk_toggle_button_get_active (tile))
    care_response_clear (self->response, self->node);
  else
    {
      g_autoptr (CareValue) value = care_value_new_boolean (g_ptr_array_index (self->tiles, 0) == (gpointer) tile);

      care_response_set_value (self->response, self->node, value);
    }

  care_choice_refresh (self);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
own_toggled_cb (CareChoice      *self,
                GtkToggleButton *tile)
{
  gboolean active = gtk_toggle_button_get_active (tile);

  gtk_widget_set_visible (self->own_entry, active);
  if (self->updating)
    return;

  write_own (self, active ? gtk_editable_get_text (GTK_EDITABLE (self->own_entry)) : NULL);
  care_choice_refresh (self);
  if (active)
    gtk_widget_grab_focus (self->own_entry);
}

static void
own_changed_cb (CareChoice *self)
{
  g_autofree char *text = NULL;

  if (self->updating)
    return;
  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->own_entry))));
  write_own (self, text);
}

static void
add_tile (CareChoice       *self,
          GtkWidget        *grid,
          const CareOption *option,
          const char       *text)
{
  GtkWidget *tile = care_tile_new (care_item_repeats (get_item (self)) ? CARE_TILE_ANY : CARE_TILE_ONE, text);

  g_signal_connect_swapped (tile, "toggled", G_CALLBACK (tile_toggled_cb), self);
  gtk_widget_set_parent (tile, grid);
  g_ptr_array_add (self->tiles, tile);
  g_ptr_array_add (self->options, (gpointer) option);
}

static char *
make_option_text (CareChoice       *self,
                  const CareOption *option)
{
  const char *prefix = care_option_get_prefix (option, care_form_context_get_language (self->context));
  g_autofree char *words = care_option_dup_words (option, self->context);

  return prefix != NULL ? g_strdup_printf ("%s %s", prefix, words) : g_steal_pointer (&words);
}

static GtkWidget *
make_grid (CareChoice *self,
           int         most)
{
  GtkWidget *grid = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gboolean desk = care_form_context_get_density (self->context) == CARE_FORM_DENSITY_DESK;
  int columns = desk ? most + 1 : most;

  if (care_item_get_orientation (get_item (self)) == CARE_ORIENTATION_VERTICAL)
    columns = 1;
  gtk_widget_set_layout_manager (grid, care_wrap_layout_new (desk ? 6.0 : 8.0, 15.0, columns, desk ? 8 : 12));
  gtk_widget_set_parent (grid, GTK_WIDGET (self));

  return grid;
}

/* Draws what fits what is typed to find a choice, and always what is chosen. */
static void
find_cb (CareChoice *self)
{
  g_autofree char *wanted = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->find)), -1);
  guint drawn = 0;
  gboolean hides = FALSE;

  for (guint i = 0; i < self->tiles->len; i++)
    {
      GtkWidget *tile = g_ptr_array_index (self->tiles, i);
      g_autofree char *text = g_utf8_casefold (care_tile_get_text (CARE_TILE (tile)), -1);
      gboolean chosen = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (tile));
      gboolean fits = g_strstr_len (text, -1, wanted) != NULL;

      if (fits && drawn < self->most_drawn)
        drawn++;
      else if (fits)
        {
          hides = TRUE;
          fits = FALSE;
        }
      gtk_widget_set_visible (tile, chosen || fits);
    }
  gtk_widget_set_visible (self->more, hides);
}

/* Nobody has to type to come to the end of a long list. */
static void
more_cb (CareChoice *self)
{
  guint first_new = self->most_drawn;

  self->most_drawn += MOST_DRAWN;
  find_cb (self);
  if (!gtk_widget_get_visible (self->more) && first_new < self->tiles->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->tiles, self->tiles->len - 1));
}

static void
add_more (CareChoice *self)
{
  self->more = gtk_button_new_with_label (care_form_context_word (self->context, "choice-more"));
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->more, "care-chip");
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (more_cb), self);
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
}

static void
add_options (CareChoice *self)
{
  const CareItem *item = get_item (self);
  guint n_options = care_item_get_n_options (item);

  if (n_options > FIND_ABOVE)
    {
      self->find = care_entry_new (self->context, GTK_INPUT_PURPOSE_FREE_FORM);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->find), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      care_form_context_word (self->context, "choice-find"), -1);
      gtk_entry_set_placeholder_text (GTK_ENTRY (self->find), care_form_context_word (self->context, "choice-find"));
      gtk_widget_set_parent (self->find, GTK_WIDGET (self));
      g_signal_connect_swapped (self->find, "changed", G_CALLBACK (find_cb), self);
    }

  /* Long lists read better in two columns. "None of these" and its like stand apart below. */
  self->grid = make_grid (self, n_options > 5 ? 2 : 3);
  if (self->find != NULL)
    add_more (self);
  self->apart = make_grid (self, 3);
  for (guint i = 0; i < n_options; i++)
    {
      const CareOption *option = care_item_get_option (item, i);
      g_autofree char *text = make_option_text (self, option);
      gboolean apart = care_item_repeats (item) && care_option_is_exclusive (option);

      add_tile (self, apart ? self->apart : self->grid, option, text);
    }
  gtk_widget_set_visible (self->apart, gtk_widget_get_first_child (self->apart) != NULL);
  gtk_widget_set_visible (self->grid, gtk_widget_get_first_child (self->grid) != NULL);
  if (self->find != NULL)
    find_cb (self);
}

static void
add_own (CareChoice *self)
{
  const CareItem *item = get_item (self);
  const char *label = care_item_get_open_label (item, care_form_context_get_language (self->context));

  if (label == NULL)
    label = care_form_context_word (self->context, "choice-own");
  self->own_tile = care_tile_new (care_item_repeats (item) ? CARE_TILE_ANY : CARE_TILE_ONE, label);
  g_signal_connect_swapped (self->own_tile, "toggled", G_CALLBACK (own_toggled_cb), self);
  gtk_widget_set_parent (self->own_tile, self->grid);
  gtk_widget_set_visible (self->grid, TRUE);

  self->own_entry = care_entry_new (self->context, GTK_INPUT_PURPOSE_FREE_FORM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->own_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (self->own_entry, FALSE);
  g_signal_connect_swapped (self->own_entry, "changed", G_CALLBACK (own_changed_cb), self);
  gtk_widget_set_parent (self->own_entry, GTK_WIDGET (self));
}

static void
add_missing_note (CareChoice *self)
{
  gtk_widget_set_parent (care_label_new (care_form_context_word (self->context, "choices-missing"), "care-note"),
                         GTK_WIDGET (self));
}

static void
care_choice_dispose (GObject *object)
{
  CareChoice *self = CARE_CHOICE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->tiles, g_ptr_array_unref);
  g_clear_pointer (&self->options, g_ptr_array_unref);
  g_clear_object (&self->context);
  g_clear_object (&self->response);
  g_clear_pointer (&self->node, care_node_unref);

  G_OBJECT_CLASS (care_choice_parent_class)->dispose (object);
}

static void
care_choice_class_init (CareChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_choice_dispose;

  signals[EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
care_choice_init (CareChoice *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->most_drawn = MOST_DRAWN;
  self->tiles = g_ptr_array_new ();
  self->options = g_ptr_array_new ();
}

/**
 * care_choice_new:
 * @context: words, language, density
 * @response: where the answer goes
 * @node: a question of type choice, open-choice or boolean
 *
 * Returns: (transfer floating): its tiles
 */
GtkWidget *
care_choice_new (CareFormContext *context,
                 CareResponse    *response,
                 CareNode        *node)
{
  CareChoice *self;

  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (context), NULL);
  g_return_val_if_fail (CARE_IS_RESPONSE (response), NULL);
  g_return_val_if_fail (node != NULL, NULL);

  self = g_object_new (CARE_TYPE_CHOICE, NULL);
  self->context = g_object_ref (context);
  self->response = g_object_ref (response);
  self->node = care_node_ref (node);

  if (is_boolean (self))
    {
      self->grid = make_grid (self, 3);
      add_tile (self, self->grid, NULL, care_form_context_word (context, "yes"));
      add_tile (self, self->grid, NULL, care_form_context_word (context, "no"));
    }
  else
    {
      add_options (self);
      if (care_item_get_item_type (get_item (self)) == CARE_ITEM_OPEN_CHOICE)
        add_own (self);
      if (care_item_get_missing_choices (get_item (self)) != NULL)
        add_missing_note (self);
    }
  care_choice_refresh (self);

  return GTK_WIDGET (self);
}

/**
 * care_choice_refresh:
 * @self: the tiles
 *
 * Draws what the response holds.
 */
void
care_choice_refresh (CareChoice *self)
{
  g_return_if_fail (CARE_IS_CHOICE (self));

  self->updating = TRUE;
  for (guint i = 0; i < self->tiles->len; i++)
    {
      GtkToggleButton *tile = g_ptr_array_index (self->tiles, i);
      const CareOption *option = g_ptr_array_index (self->options, i);
      CareValue *value = care_node_get_value (self->node);
      gboolean active;

      if (option != NULL)
        active = care_node_has_option (self->node, option);
      else
        active = value != NULL && care_value_get_value_type (value) == CARE_VALUE_BOOLEAN &&
                 care_value_get_boolean (value) == (i == 0);
      gtk_toggle_button_set_active (tile, active);
    }

  if (self->own_tile != NULL)
    {
      CareValue *own = get_own (self);
      gboolean typing = care_entry_is_active (self->own_entry);

      if (own != NULL)
        {
          gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->own_tile), TRUE);
          if (!typing)
            gtk_editable_set_text (GTK_EDITABLE (self->own_entry), care_value_get_text (own));
        }
      else if (excludes_own (self))
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->own_tile), FALSE);
    }
  self->updating = FALSE;
}

/**
 * care_choice_get_focus:
 * @self: the tiles
 *
 * Returns: (nullable) (transfer none): the chosen tile, or the first
 */
GtkWidget *
care_choice_get_focus (CareChoice *self)
{
  g_return_val_if_fail (CARE_IS_CHOICE (self), NULL);

  if (care_choice_lacks_own (self))
    return self->own_entry;
  for (guint i = 0; i < self->tiles->len; i++)
    {
      if (gtk_toggle_button_get_active (g_ptr_array_index (self->tiles, i)))
        return g_ptr_array_index (self->tiles, i);
    }
  if (self->tiles->len > 0)
    return g_ptr_array_index (self->tiles, 0);

  return self->own_tile;
}

/**
 * care_choice_lacks_own:
 * @self: the tiles
 *
 * Returns: whether "something else" is chosen and nothing typed for it
 */
gboolean
care_choice_lacks_own (CareChoice *self)
{
  g_return_val_if_fail (CARE_IS_CHOICE (self), FALSE);

  return self->own_tile != NULL &&
         gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->own_tile)) &&
         get_own (self) == NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-editor.h"

#include "widgets/form/care-fault.h"
#include "widgets/form/care-focus.h"

typedef struct
{
  CareFormContext *context;
  const CareItem  *item;
  guint            loading;
  GtkWidget       *told;      /* weak: who is told to be wrong */
} CareEditorPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CareEditor, care_editor, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CONTEXT,
  PROP_ITEM,
  N_PROPS
};

enum
{
  EDITED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
care_editor_constructed (GObject *object)
{
  CareEditor *self = CARE_EDITOR (object);

  G_OBJECT_CLASS (care_editor_parent_class)->constructed (object);

  CARE_EDITOR_GET_CLASS (self)->build (self);
}

static void
care_editor_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  CareEditorPrivate *priv = care_editor_get_instance_private (CARE_EDITOR (object));

  switch (prop_id)
    {
    case PROP_CONTEXT:
      priv->context = g_value_dup_object (value);
      break;
    case PROP_ITEM:
      priv->item = g_value_get_pointer (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
care_editor_dispose (GObject *object)
{
  CareEditorPrivate *priv = care_editor_get_instance_private (CARE_EDITOR (object));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_weak_pointer (&priv->told);
  g_clear_object (&priv->context);

  G_OBJECT_CLASS (care_editor_parent_class)->dispose (object);
}

static gboolean
care_editor_grab_focus (GtkWidget *widget)
{
  GtkWidget *focus = care_editor_get_focus (CARE_EDITOR (widget));

  return focus != NULL && gtk_widget_grab_focus (focus);
}

static void
care_editor_class_init (CareEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = care_editor_constructed;
  object_class->set_property = care_editor_set_property;
  object_class->dispose = care_editor_dispose;
  widget_class->grab_focus = care_editor_grab_focus;
  widget_class->focus = care_focus_move;

  properties[PROP_CONTEXT] =
    g_param_spec_object ("context", NULL, NULL, CARE_TYPE_FORM_CONTEXT,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ITEM] =
    g_param_spec_pointer ("item", NULL, NULL,
                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "editor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
care_editor_init (CareEditor *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
}

/**
 * care_editor_get_context:
 * @self: an editor
 *
 * Returns: (transfer none): words, language, clock
 */
CareFormContext *
care_editor_get_context (CareEditor *self)
{
  CareEditorPrivate *priv = care_editor_get_instance_private (self);

  g_return_val_if_fail (CARE_IS_EDITOR (self), NULL);

  return priv->context;
}

/**
 * care_editor_get_item:
 * @self: an editor
 *
 * Returns: (nullable): the question's item; %NULL where an editor is used outside of a form
 */
const CareItem *
care_editor_get_item (CareEditor *self)
{
  CareEditorPrivate *priv = care_editor_get_instance_private (self);

  g_return_val_if_fail (CARE_IS_EDITOR (self), NULL);

  return priv->item;
}

/**
 * care_editor_word:
 * @self: an editor
 * @key: the word's key
 *
 * Returns: the words in the editor's language
 */
const char *
care_editor_word (CareEditor *self,
                  const char *key)
{
  return care_form_context_word (care_editor_get_context (self), key);
}

/**
 * care_editor_set_value:
 * @self: an editor
 * @value: (nullable): what to draw
 */
void
care_editor_set_value (CareEditor *self,
                       CareValue  *value)
{
  CareEditorPrivate *priv = care_editor_get_instance_private (self);

  g_return_if_fail (CARE_IS_EDITOR (self));

  priv->loading++;
  CARE_EDITOR_GET_CLASS (self)->set_value (self, value);
  priv->loading--;
}

/**
 * care_editor_dup_value:
 * @self: an editor
 * @fault: (out): words for what is wrong with it, or %NULL
 *
 * Returns: (transfer full) (nullable): the value that stands there
 */
CareValue *
care_editor_dup_value (CareEditor  *self,
                       char       **fault)
{
  g_return_val_if_fail (CARE_IS_EDITOR (self), NULL);
  g_return_val_if_fail (fault != NULL, NULL);

  *fault = NULL;

  return CARE_EDITOR_GET_CLASS (self)->dup_value (self, fault);
}

/**
 * care_editor_dup_draft:
 * @self: an editor
 *
 * Returns: (transfer full) (nullable): what was typed, where it is no value
 */
char *
care_editor_dup_draft (CareEditor *self)
{
  g_return_val_if_fail (CARE_IS_EDITOR (self), NULL);

  if (CARE_EDITOR_GET_CLASS (self)->dup_draft == NULL)
    return NULL;

  return CARE_EDITOR_GET_CLASS (self)->dup_draft (self);
}

/**
 * care_editor_set_draft:
 * @self: an editor
 * @draft: what care_editor_dup_draft() answered
 */
void
care_editor_set_draft (CareEditor *self,
                       const char *draft)
{
  CareEditorPrivate *priv = care_editor_get_instance_private (self);

  g_return_if_fail (CARE_IS_EDITOR (self));
  g_return_if_fail (draft != NULL);

  if (CARE_EDITOR_GET_CLASS (self)->set_draft == NULL)
    return;

  priv->loading++;
  CARE_EDITOR_GET_CLASS (self)->set_draft (self, draft);
  priv->loading--;
}

static GtkWidget *
find_focusable (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (!gtk_widget_get_visible (child))
        continue;
      if (gtk_widget_get_focusable (child) || GTK_IS_EDITABLE (child))
        return child;
      found = find_focusable (child);
      if (found != NULL)
        return found;
    }

  return NULL;
}

/**
 * care_editor_get_focus:
 * @self: an editor
 *
 * Returns: (nullable) (transfer none): what takes the focus
 */
GtkWidget *
care_editor_get_focus (CareEditor *self)
{
  g_return_val_if_fail (CARE_IS_EDITOR (self), NULL);

  if (CARE_EDITOR_GET_CLASS (self)->get_focus != NULL)
    return CARE_EDITOR_GET_CLASS (self)->get_focus (self);

  return find_focusable (GTK_WIDGET (self));
}

/**
 * care_editor_set_label:
 * @self: an editor
 * @text: the question's words
 *
 * Names it for a screen reader.
 */
void
care_editor_set_label (CareEditor *self,
                       const char *text)
{
  GtkWidget *focus;

  g_return_if_fail (CARE_IS_EDITOR (self));
  g_return_if_fail (text != NULL);

  if (CARE_EDITOR_GET_CLASS (self)->set_label != NULL)
    {
      CARE_EDITOR_GET_CLASS (self)->set_label (self, text);
      return;
    }

  focus = care_editor_get_focus (self);
  if (focus != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/**
 * care_editor_set_fault:
 * @self: an editor
 * @words: (nullable): what is wrong
 */
void
care_editor_set_fault (CareEditor *self,
                       const char *words)
{
  CareEditorPrivate *priv = care_editor_get_instance_private (self);

  g_return_if_fail (CARE_IS_EDITOR (self));

  if (words != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "care-invalid");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "care-invalid");

  care_fault_tell (&priv->told, care_editor_get_focus (self), words);
}

/**
 * care_editor_edited:
 * @self: an editor
 *
 * Says `edited`, unless the editor is being loaded.
 */
void
care_editor_edited (CareEditor *self)
{
  CareEditorPrivate *priv = care_editor_get_instance_private (self);

  g_return_if_fail (CARE_IS_EDITOR (self));

  if (priv->loading == 0)
    g_signal_emit (self, signals[EDITED], 0);
}

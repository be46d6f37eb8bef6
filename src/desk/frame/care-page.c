/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/frame/care-page.h"

#include "desk/frame/care-clear.h"

typedef struct
{
  CareDesk *desk;
  char     *title;
  char     *subtitle;

  CareVisit *ahead;
  guint     ahead_part;
  guint     ahead_source;
} CarePagePrivate;

enum
{
  PROP_0,
  PROP_DESK,
  PROP_TITLE,
  PROP_SUBTITLE,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CarePage, care_page, ADW_TYPE_BIN)

static gboolean
care_page_real_settle (CarePage  *self,
                       GError   **error)
{
  return TRUE;
}

static gboolean
care_page_real_holds (CarePage *self)
{
  return FALSE;
}

static void
care_page_real_refresh (CarePage *self)
{
}

static gboolean
care_page_real_search (CarePage *self)
{
  return FALSE;
}

static gboolean
care_page_real_print (CarePage *self)
{
  return FALSE;
}

static void
care_page_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  CarePagePrivate *priv = care_page_get_instance_private (CARE_PAGE (object));

  switch (id)
    {
    case PROP_DESK:
      g_value_set_object (value, priv->desk);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, priv->subtitle);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
care_page_set_property (GObject      *object,
                        guint         id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  CarePagePrivate *priv = care_page_get_instance_private (CARE_PAGE (object));

  switch (id)
    {
    case PROP_DESK:
      priv->desk = g_value_dup_object (value);
      break;
    case PROP_TITLE:
      care_page_set_title (CARE_PAGE (object), g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      care_page_set_subtitle (CARE_PAGE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
care_page_finalize (GObject *object)
{
  CarePagePrivate *priv = care_page_get_instance_private (CARE_PAGE (object));

  g_clear_handle_id (&priv->ahead_source, g_source_remove);
  g_clear_object (&priv->ahead);
  g_clear_object (&priv->desk);
  g_clear_pointer (&priv->title, g_free);
  g_clear_pointer (&priv->subtitle, g_free);
  G_OBJECT_CLASS (care_page_parent_class)->finalize (object);
}

static void
care_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (care_page_parent_class)->root (widget);
  care_wrap_buttons (widget);
}

static void
care_page_class_init (CarePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  GTK_WIDGET_CLASS (klass)->root = care_page_root;

  object_class->get_property = care_page_get_property;
  object_class->set_property = care_page_set_property;
  object_class->finalize = care_page_finalize;
  klass->settle = care_page_real_settle;
  klass->holds = care_page_real_holds;
  klass->refresh = care_page_real_refresh;
  klass->search = care_page_real_search;
  klass->print = care_page_real_print;

  props[PROP_DESK] = g_param_spec_object ("desk", NULL, NULL, CARE_TYPE_DESK,
                                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "",
                                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, "",
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
care_page_init (CarePage *self)
{
  CarePagePrivate *priv = care_page_get_instance_private (self);

  priv->title = g_strdup ("");
  priv->subtitle = g_strdup ("");
}

/** Returns: (transfer none): what the page works with */
CareDesk *
care_page_get_desk (CarePage *self)
{
  CarePagePrivate *priv = care_page_get_instance_private (self);

  g_return_val_if_fail (CARE_IS_PAGE (self), NULL);

  return priv->desk;
}

/** Returns: (transfer none): the use-cases */
CareClinic *
care_page_get_clinic (CarePage *self)
{
  return care_desk_get_clinic (care_page_get_desk (self));
}

/** Returns: (transfer none): what the header bar says */
const char *
care_page_get_title (CarePage *self)
{
  CarePagePrivate *priv = care_page_get_instance_private (self);

  g_return_val_if_fail (CARE_IS_PAGE (self), NULL);

  return priv->title;
}

/**
 * care_page_set_title:
 * @self: a page
 * @title: what the header bar says
 */
void
care_page_set_title (CarePage   *self,
                     const char *title)
{
  CarePagePrivate *priv = care_page_get_instance_private (self);

  g_return_if_fail (CARE_IS_PAGE (self));
  g_return_if_fail (title != NULL);

  if (g_str_equal (priv->title, title))
    return;
  g_free (priv->title);
  priv->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

/** Returns: (transfer none): the second line of the header bar, "" for none */
const char *
care_page_get_subtitle (CarePage *self)
{
  CarePagePrivate *priv = care_page_get_instance_private (self);

  g_return_val_if_fail (CARE_IS_PAGE (self), NULL);

  return priv->subtitle;
}

/**
 * care_page_set_subtitle:
 * @self: a page
 * @subtitle: the second line of the header bar, "" for none
 */
void
care_page_set_subtitle (CarePage   *self,
                        const char *subtitle)
{
  CarePagePrivate *priv = care_page_get_instance_private (self);

  g_return_if_fail (CARE_IS_PAGE (self));
  g_return_if_fail (subtitle != NULL);

  if (g_str_equal (priv->subtitle, subtitle))
    return;
  g_free (priv->subtitle);
  priv->subtitle = g_strdup (subtitle);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
}

/**
 * care_page_refresh:
 * @self: a page
 *
 * Time has passed or something changed: shows what stands now.
 */
void
care_page_refresh (CarePage *self)
{
  g_return_if_fail (CARE_IS_PAGE (self));

  CARE_PAGE_GET_CLASS (self)->refresh (self);
}

/**
 * care_page_settle:
 * @self: a page
 * @error: return location for a #CareError
 *
 * Keeps what was typed, before the page goes.
 *
 * Returns: whether it may go; the error says what is missing
 */
gboolean
care_page_settle (CarePage  *self,
                  GError   **error)
{
  g_return_val_if_fail (CARE_IS_PAGE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return CARE_PAGE_GET_CLASS (self)->settle (self, error);
}

/**
 * care_page_holds:
 * @self: a page
 *
 * Returns: whether something was typed on it that is kept nowhere else
 */
gboolean
care_page_holds (CarePage *self)
{
  g_return_val_if_fail (CARE_IS_PAGE (self), FALSE);

  return CARE_PAGE_GET_CLASS (self)->holds (self);
}

static gboolean
read_ahead_cb (gpointer data)
{
  CarePagePrivate *priv = care_page_get_instance_private (CARE_PAGE (data));

  if (care_clinic_read_ahead (care_desk_get_clinic (priv->desk), priv->ahead, priv->ahead_part++))
    return G_SOURCE_CONTINUE;
  priv->ahead_source = 0;
  return G_SOURCE_REMOVE;
}

/**
 * care_page_read_ahead:
 * @self: a page
 * @visit: what it is about
 *
 * Reads forms and records once the page stands and nothing else is to be done: what somebody taps on next need not wait.
 */
void
care_page_read_ahead (CarePage  *self,
                      CareVisit *visit)
{
  CarePagePrivate *priv = care_page_get_instance_private (self);

  g_return_if_fail (CARE_IS_PAGE (self));
  g_return_if_fail (CARE_IS_VISIT (visit));

  g_set_object (&priv->ahead, visit);
  priv->ahead_part = 0;
  if (priv->ahead_source == 0)
    priv->ahead_source = g_idle_add_full (G_PRIORITY_LOW, read_ahead_cb, self, NULL);
}

/**
 * care_page_search:
 * @self: a page
 *
 * Returns: whether the page took the search key
 */
gboolean
care_page_search (CarePage *self)
{
  g_return_val_if_fail (CARE_IS_PAGE (self), FALSE);

  return CARE_PAGE_GET_CLASS (self)->search (self);
}

/**
 * care_page_print:
 * @self: a page
 *
 * Returns: whether the page took the print key
 */
gboolean
care_page_print (CarePage *self)
{
  g_return_val_if_fail (CARE_IS_PAGE (self), FALSE);

  return CARE_PAGE_GET_CLASS (self)->print (self);
}

/**
 * care_page_add_column:
 * @self: a page that is built without a template
 * @width: the most it takes, in pixels
 *
 * Returns: (transfer none): the column that the page is filled into; it scrolls
 */
GtkBox *
care_page_add_column (CarePage *self,
                      int       width)
{
  GtkWidget *scroller;
  GtkWidget *clamp;
  GtkWidget *box;

  g_return_val_if_fail (CARE_IS_PAGE (self), NULL);

  scroller = gtk_scrolled_window_new ();
  clamp = adw_clamp_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 14);
  gtk_widget_set_margin_end (box, 14);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), width);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), scroller);

  return GTK_BOX (box);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-room-view.h"

#include "desk/frame/care-clear.h"
#include "desk/frame/care-page.h"

typedef struct
{
  CareDesk  *desk;
  CareVisit *visit;
  GtkBox    *box;
} CareRoomViewPrivate;

enum
{
  PROP_0,
  PROP_DESK,
  PROP_VISIT,
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CareRoomView, care_room_view, ADW_TYPE_BIN)

static gboolean
care_room_view_real_is_typing (CareRoomView *self)
{
  return FALSE;
}

static gboolean
care_room_view_real_settle (CareRoomView  *self,
                            GError       **error)
{
  return TRUE;
}

static void
care_room_view_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  CareRoomViewPrivate *priv = care_room_view_get_instance_private (CARE_ROOM_VIEW (object));

  switch (id)
    {
    case PROP_DESK:
      priv->desk = g_value_dup_object (value);
      break;
    case PROP_VISIT:
      priv->visit = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
care_room_view_constructed (GObject *object)
{
  G_OBJECT_CLASS (care_room_view_parent_class)->constructed (object);
  care_room_view_redraw (CARE_ROOM_VIEW (object));
}

static void
care_room_view_finalize (GObject *object)
{
  CareRoomViewPrivate *priv = care_room_view_get_instance_private (CARE_ROOM_VIEW (object));

  g_clear_object (&priv->visit);
  g_clear_object (&priv->desk);
  G_OBJECT_CLASS (care_room_view_parent_class)->finalize (object);
}

static void
care_room_view_class_init (CareRoomViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = care_room_view_set_property;
  object_class->constructed = care_room_view_constructed;
  object_class->finalize = care_room_view_finalize;
  klass->is_typing = care_room_view_real_is_typing;
  klass->settle = care_room_view_real_settle;
  g_object_class_install_property (object_class, PROP_DESK, g_param_spec_object ("desk", NULL, NULL, CARE_TYPE_DESK, flags));
  g_object_class_install_property (object_class, PROP_VISIT, g_param_spec_object ("visit", NULL, NULL, CARE_TYPE_VISIT, flags));
}

static void
care_room_view_init (CareRoomView *self)
{
  CareRoomViewPrivate *priv = care_room_view_get_instance_private (self);

  priv->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 20));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (priv->box));
}

/** Returns: (transfer none): what the room works with */
CareDesk *
care_room_view_get_desk (CareRoomView *self)
{
  CareRoomViewPrivate *priv = care_room_view_get_instance_private (self);

  g_return_val_if_fail (CARE_IS_ROOM_VIEW (self), NULL);

  return priv->desk;
}

/** Returns: (transfer none): the use-cases */
CareClinic *
care_room_view_get_clinic (CareRoomView *self)
{
  return care_desk_get_clinic (care_room_view_get_desk (self));
}

/** Returns: (transfer none): the visit */
CareVisit *
care_room_view_get_visit (CareRoomView *self)
{
  CareRoomViewPrivate *priv = care_room_view_get_instance_private (self);

  g_return_val_if_fail (CARE_IS_ROOM_VIEW (self), NULL);

  return priv->visit;
}

/**
 * care_room_view_refresh:
 * @self: a room
 *
 * The visit changed or time passed: shows what stands now, unless somebody is typing.
 */
void
care_room_view_refresh (CareRoomView *self)
{
  g_return_if_fail (CARE_IS_ROOM_VIEW (self));

  if (!CARE_ROOM_VIEW_GET_CLASS (self)->is_typing (self))
    care_room_view_redraw (self);
}

/**
 * care_room_view_redraw:
 * @self: a room
 *
 * Fills the room anew, whatever was open in it.
 */
void
care_room_view_redraw (CareRoomView *self)
{
  CareRoomViewPrivate *priv = care_room_view_get_instance_private (self);

  g_return_if_fail (CARE_IS_ROOM_VIEW (self));

  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));

  care_clear_box (priv->box);
  CARE_ROOM_VIEW_GET_CLASS (self)->fill (self, priv->box);
  /* Without anything to do in the room the keyboard goes on elsewhere on the page. */
  if (had_focus && !gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD))
    {
      GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), CARE_TYPE_PAGE);

      if (page != NULL)
        gtk_widget_grab_focus (page);
    }
}

/**
 * care_room_view_settle:
 * @self: a room
 * @error: return location for a #CareError
 *
 * Returns: whether everything typed is kept; the error says what is missing
 */
gboolean
care_room_view_settle (CareRoomView  *self,
                       GError       **error)
{
  g_return_val_if_fail (CARE_IS_ROOM_VIEW (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return CARE_ROOM_VIEW_GET_CLASS (self)->settle (self, error);
}

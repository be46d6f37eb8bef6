/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-room-line.h"

#include <glib/gi18n.h>

#include "desk/care-desk-words.h"

#define N_ROOMS (CARE_ROOM_SHEET + 1)

struct _CareRoomLine
{
  GtkWidget  parent_instance;

  GtkWidget *buttons[N_ROOMS];
  GtkWidget *icons[N_ROOMS];
  char      *spoken[N_ROOMS];
};

enum
{
  SIGNAL_PICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CareRoomLine, care_room_line, GTK_TYPE_WIDGET)

typedef struct
{
  const char *icon_name;
  const char *css_class;
  const char *word;
} CareMarkLook;

static const CareMarkLook LOOKS[] = {
  [CARE_ROOM_AHEAD] = { "care-open-symbolic", "ahead", N_("not yet") },
  [CARE_ROOM_HERE] = { "care-now-symbolic", "here", N_("now") },
  [CARE_ROOM_DONE] = { "care-done-symbolic", "done", N_("done") },
  [CARE_ROOM_NOT_NEEDED] = { "care-skip-symbolic", "ahead", N_("not needed") },
};

static void
pick_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_PICKED], 0, (guint) g_variant_get_int32 (parameter));
}

/* Asked for when somebody points there. Given to the button at once, each would ask the display where the pointer is. */
static gboolean
query_tooltip_cb (GtkWidget    *button,
                  int           x,
                  int           y,
                  gboolean      keyboard,
                  GtkTooltip   *tooltip,
                  CareRoomLine *self)
{
  for (guint i = 0; i < N_ROOMS; i++)
    if (self->buttons[i] == button)
      gtk_tooltip_set_text (tooltip, self->spoken[i]);
  return TRUE;
}

static void
add_room (CareRoomLine  *self,
          CareVisitRoom  room)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new (care_desk_words_room (room));

  self->icons[room] = gtk_image_new ();
  gtk_image_set_pixel_size (GTK_IMAGE (self->icons[room]), 20);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), self->icons[room]);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) room);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "room.pick");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_has_tooltip (button, TRUE);
  g_signal_connect (button, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  self->buttons[room] = button;
}

static void
care_room_line_dispose (GObject *object)
{
  CareRoomLine *self = CARE_ROOM_LINE (object);

  for (guint i = 0; i < N_ROOMS; i++)
    g_clear_pointer (&self->buttons[i], gtk_widget_unparent);
  for (guint i = 0; i < N_ROOMS; i++)
    g_clear_pointer (&self->spoken[i], g_free);
  G_OBJECT_CLASS (care_room_line_parent_class)->dispose (object);
}

static void
care_room_line_class_init (CareRoomLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_room_line_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "roomline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_widget_class_install_action (widget_class, "room.pick", "i", pick_action);
  signals[SIGNAL_PICKED] = g_signal_new ("picked", CARE_TYPE_ROOM_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
care_room_line_init (CareRoomLine *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (layout), TRUE);
  for (CareVisitRoom room = CARE_ROOM_INTAKE; room <= CARE_ROOM_SHEET; room++)
    add_room (self, room);
}

GtkWidget *
care_room_line_new (void)
{
  return g_object_new (CARE_TYPE_ROOM_LINE, NULL);
}

/**
 * care_room_line_show:
 * @self: a line
 * @visit: the visit
 * @shown: the room that is looked at
 */
void
care_room_line_show (CareRoomLine  *self,
                     CareVisit     *visit,
                     CareVisitRoom  shown)
{
  g_return_if_fail (CARE_IS_ROOM_LINE (self));
  g_return_if_fail (CARE_IS_VISIT (visit));

  for (CareVisitRoom room = CARE_ROOM_INTAKE; room <= CARE_ROOM_SHEET; room++)
    {
      const CareMarkLook *look = &LOOKS[care_visit_get_room_mark (visit, room)];
      const char *classes[] = { "flat", look->css_class, room == shown ? "shown" : NULL, NULL };
      g_autofree char *spoken = g_strdup_printf ("%s: %s", care_desk_words_room (room), _(look->word));

      gtk_image_set_from_icon_name (GTK_IMAGE (self->icons[room]), look->icon_name);
      gtk_widget_set_css_classes (self->buttons[room], classes);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[room]), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
      g_free (self->spoken[room]);
      self->spoken[room] = g_steal_pointer (&spoken);
    }
}

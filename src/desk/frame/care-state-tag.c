/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/frame/care-state-tag.h"

#include "widgets/form/care-row-layout.h"

struct _CareStateTag
{
  GtkWidget parent_instance;

  GtkWidget *icon;
  GtkWidget *label;
  CareTone   tone;
};

G_DEFINE_FINAL_TYPE (CareStateTag, care_state_tag, GTK_TYPE_WIDGET)

typedef struct
{
  const char *icon_name;
  const char *css_class;
} CareToneLook;

static const CareToneLook LOOKS[] = {
  [CARE_TONE_QUIET] = { "care-open-symbolic", "quiet" },
  [CARE_TONE_WAITING] = { "care-clock-symbolic", "waiting" },
  [CARE_TONE_ACTIVE] = { "care-now-symbolic", "active" },
  [CARE_TONE_GOOD] = { "care-done-symbolic", "good" },
  [CARE_TONE_DECIDE] = { "care-decide-symbolic", "decide" },
  [CARE_TONE_STOP] = { "care-stop-symbolic", "stop" },
};

static void
care_state_tag_dispose (GObject *object)
{
  CareStateTag *self = CARE_STATE_TAG (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  G_OBJECT_CLASS (care_state_tag_parent_class)->dispose (object);
}

static void
care_state_tag_class_init (CareStateTagClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_state_tag_dispose;
  gtk_widget_class_set_css_name (widget_class, "statetag");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
care_state_tag_init (CareStateTag *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), care_row_layout_new (0.0, 6));
  self->icon = gtk_image_new ();
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  care_state_tag_set (self, CARE_TONE_QUIET, "");
}

GtkWidget *
care_state_tag_new (void)
{
  return g_object_new (CARE_TYPE_STATE_TAG, NULL);
}

/**
 * care_state_tag_set:
 * @self: a tag
 * @tone: how loud
 * @word: the state in the desk's language
 *
 * Shows another state.
 */
void
care_state_tag_set (CareStateTag *self,
                    CareTone      tone,
                    const char   *word)
{
  g_return_if_fail (CARE_IS_STATE_TAG (self));
  g_return_if_fail ((guint) tone < G_N_ELEMENTS (LOOKS));
  g_return_if_fail (word != NULL);

  gtk_widget_remove_css_class (GTK_WIDGET (self), LOOKS[self->tone].css_class);
  self->tone = tone;
  gtk_widget_add_css_class (GTK_WIDGET (self), LOOKS[tone].css_class);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), LOOKS[tone].icon_name);
  gtk_label_set_text (GTK_LABEL (self->label), word);
}

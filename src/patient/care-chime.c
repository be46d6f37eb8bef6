/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "patient/care-chime.h"

#define SOUND "/org/aftercare/Aftercare/Patient/ask.wav"

struct _CareChime
{
  GObject         parent_instance;

  GtkMediaStream *stream;   /* (nullable): not rung yet */
  GtkWidget      *widget;   /* weak: whose bell */
};

G_DEFINE_FINAL_TYPE (CareChime, care_chime, G_TYPE_OBJECT)

enum
{
  RANG,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
ring_bell (CareChime *self)
{
  if (self->widget != NULL)
    gtk_widget_error_bell (self->widget);
}

/* It began, and could not go on. */
static void
error_cb (CareChime *self)
{
  if (gtk_media_stream_get_error (self->stream) != NULL)
    ring_bell (self);
}

static void
care_chime_dispose (GObject *object)
{
  CareChime *self = CARE_CHIME (object);

  g_clear_object (&self->stream);
  g_clear_weak_pointer (&self->widget);

  G_OBJECT_CLASS (care_chime_parent_class)->dispose (object);
}

static void
care_chime_class_init (CareChimeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_chime_dispose;

  signals[RANG] =
    g_signal_new ("rang", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
care_chime_init (CareChime *self)
{
}

/**
 * care_chime_new:
 *
 * Returns: (transfer full): a sound that has not been heard yet
 */
CareChime *
care_chime_new (void)
{
  return g_object_new (CARE_TYPE_CHIME, NULL);
}

/**
 * care_chime_ring:
 * @self: the sound
 * @widget: whose display has the bell
 *
 * Plays it from its beginning, or rings the bell.
 */
void
care_chime_ring (CareChime *self,
                 GtkWidget *widget)
{
  gboolean bell;

  g_return_if_fail (CARE_IS_CHIME (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_set_weak_pointer (&self->widget, widget);
  if (self->stream == NULL)
    {
      self->stream = gtk_media_file_new_for_resource (SOUND);
      g_signal_connect_object (self->stream, "notify::error", G_CALLBACK (error_cb), self, G_CONNECT_SWAPPED);
    }

  bell = gtk_media_stream_get_error (self->stream) != NULL;
  if (bell)
    ring_bell (self);
  else
    {
      if (gtk_media_stream_get_timestamp (self->stream) > 0)
        gtk_media_stream_seek (self->stream, 0);
      gtk_media_stream_play (self->stream);
    }
  g_signal_emit (self, signals[RANG], 0, bell);
}

/**
 * care_chime_get_stream:
 * @self: the sound
 *
 * Returns: (transfer none) (nullable): what plays it
 */
GtkMediaStream *
care_chime_get_stream (CareChime *self)
{
  g_return_val_if_fail (CARE_IS_CHIME (self), NULL);

  return self->stream;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/care-desk-link.h"

#include <errno.h>
#include <glib-unix.h>
#include <glib/gi18n.h>
#include <unistd.h>

#include "base/care-error.h"
#include "keeper/care-keeper-wire.h"

struct _CareDeskLink
{
  GObject  parent_instance;

  int      socket;
  guint    watch;
  gboolean stood;
};

enum
{
  SIGNAL_GO,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CareDeskLink, care_desk_link, G_TYPE_OBJECT)

static gboolean
socket_ready_cb (int          fd,
                 GIOCondition condition,
                 gpointer     data)
{
  CareDeskLink *self = data;
  CareKeeperWord word;
  int fds[CARE_KEEPER_HAND_OVER_FDS] = { -1, -1 };
  int failure = care_keeper_wire_receive (fd, &word, fds);

  if (failure == EAGAIN || failure == EINTR)
    return G_SOURCE_CONTINUE;
  if (failure == 0 && word == CARE_KEEPER_HAND_OVER)
    {
      for (guint i = 0; i < G_N_ELEMENTS (fds); i++)
        close (fds[i]);
      return G_SOURCE_CONTINUE;
    }
  if (failure == 0 && word != CARE_KEEPER_GO)
    return G_SOURCE_CONTINUE;

  /* Told to go, or the keeper is no more: either way this side ends. */
  self->watch = 0;
  g_signal_emit (self, signals[SIGNAL_GO], 0);
  return G_SOURCE_REMOVE;
}

static void
care_desk_link_finalize (GObject *object)
{
  CareDeskLink *self = CARE_DESK_LINK (object);

  g_clear_handle_id (&self->watch, g_source_remove);
  if (self->socket >= 0)
    close (self->socket);
  G_OBJECT_CLASS (care_desk_link_parent_class)->finalize (object);
}

static void
care_desk_link_class_init (CareDeskLinkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_desk_link_finalize;
  signals[SIGNAL_GO] = g_signal_new ("go", CARE_TYPE_DESK_LINK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
care_desk_link_init (CareDeskLink *self)
{
  self->socket = -1;
}

/**
 * care_desk_link_new:
 * @socket: (transfer full): the socket to the keeper, or -1 when there is no keeper
 *
 * Returns: (transfer full): the desk's end of the wire
 */
CareDeskLink *
care_desk_link_new (int socket)
{
  CareDeskLink *self = g_object_new (CARE_TYPE_DESK_LINK, NULL);

  self->socket = socket;
  if (socket >= 0)
    {
      g_unix_set_fd_nonblocking (socket, TRUE, NULL);
      self->watch = g_unix_fd_add (socket, G_IO_IN | G_IO_HUP | G_IO_ERR, socket_ready_cb, self);
    }
  return self;
}

/**
 * care_desk_link_has_keeper:
 * @self: a link
 *
 * Returns: whether the device can be handed to a patient
 */
gboolean
care_desk_link_has_keeper (CareDeskLink *self)
{
  g_return_val_if_fail (CARE_IS_DESK_LINK (self), FALSE);

  return self->socket >= 0;
}

/**
 * care_desk_link_stand:
 * @self: a link
 *
 * Tells the keeper that the first frame is painted. Only the first call says anything.
 */
void
care_desk_link_stand (CareDeskLink *self)
{
  g_return_if_fail (CARE_IS_DESK_LINK (self));

  if (self->socket < 0 || self->stood)
    return;
  self->stood = TRUE;
  int failure = care_keeper_wire_send (self->socket, CARE_KEEPER_STANDING, NULL, 0);
  if (failure != 0)
    g_debug ("The keeper cannot be told that the desk stands: %s", g_strerror (failure));
}

/**
 * care_desk_link_quit:
 * @self: a link
 *
 * Tells the keeper that the user closed the desk, so that everything ends.
 */
void
care_desk_link_quit (CareDeskLink *self)
{
  g_return_if_fail (CARE_IS_DESK_LINK (self));

  if (self->socket < 0)
    return;
  int failure = care_keeper_wire_send (self->socket, CARE_KEEPER_QUIT, NULL, 0);
  if (failure != 0)
    g_debug ("The keeper cannot be told that the desk was closed: %s", g_strerror (failure));
}

/**
 * care_desk_link_hand_over:
 * @self: a link
 * @envelope_fd: (transfer none): the sealed envelope
 * @journal_fd: (transfer none): the journal, append only
 * @error: return location for a #CareError
 *
 * Asks the keeper to give the device to the patient. On success the desk goes
 * on until it is told to go.
 *
 * Returns: whether the keeper has it; %CARE_ERROR_ENVIRONMENT when there is none
 */
gboolean
care_desk_link_hand_over (CareDeskLink  *self,
                          int            envelope_fd,
                          int            journal_fd,
                          GError       **error)
{
  int fds[CARE_KEEPER_HAND_OVER_FDS] = { envelope_fd, journal_fd };

  g_return_val_if_fail (CARE_IS_DESK_LINK (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (self->socket < 0)
    {
      g_set_error_literal (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT,
                           _("This desk was started on its own. Start “aftercare” to hand the device over."));
      return FALSE;
    }
  int failure = care_keeper_wire_send (self->socket, CARE_KEEPER_HAND_OVER, fds, G_N_ELEMENTS (fds));
  if (failure != 0)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT,
                   _("The device cannot be handed over: %s. Ask aloud instead, or start Aftercare again."),
                   g_strerror (failure));
      return FALSE;
    }
  return TRUE;
}

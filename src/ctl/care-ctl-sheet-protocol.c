/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "ctl/care-ctl-sheet-protocol.h"

#include "ctl/care-ctl.h"

/* The protocol is by far the longest file: a thread reads it while the main one looks for fonts. */
struct _CareCtlProtocolReader
{
  GThread      *thread;
  char         *path;
  CareProtocol *protocol;
  GError       *error;
};

static gpointer
run (gpointer data)
{
  CareCtlProtocolReader *self = data;

  if (self->path != NULL)
    self->protocol = care_protocol_load (self->path, &self->error);

  return NULL;
}

/*
 * care_ctl_protocol_reader_start:
 * @path: (nullable): a protocol, NULL for the installed sample
 *
 * Returns: (transfer full): a reader, to be ended with care_ctl_protocol_reader_finish()
 */
CareCtlProtocolReader *
care_ctl_protocol_reader_start (const char *path)
{
  CareCtlProtocolReader *self = g_new0 (CareCtlProtocolReader, 1);

  self->path = care_ctl_find_data (path, "protocols", "mesotherapy.json", &self->error);
  self->thread = g_thread_new ("protocol", run, self);

  return self;
}

/*
 * care_ctl_protocol_reader_finish:
 * @self: (transfer full): a reader
 * @error: where to put the reason
 *
 * Returns: (transfer full) (nullable): the protocol
 */
CareProtocol *
care_ctl_protocol_reader_finish (CareCtlProtocolReader *self,
                                 GError               **error)
{
  CareProtocol *protocol;

  g_thread_join (self->thread);
  protocol = self->protocol;
  if (self->error != NULL)
    g_propagate_error (error, self->error);
  g_free (self->path);
  g_free (self);

  return protocol;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "ctl/care-ctl-store.h"

#include "config.h"

#include <glib/gstdio.h>

#include "base/care-error.h"
#include "ctl/care-ctl.h"
#include "records/care-store-sqlite.h"

void
care_ctl_store_add_options (CareCtlStore   *self,
                            GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &self->data_dir, "folder with the records", "DIR" },
    { "clock", 0, 0, G_OPTION_ARG_STRING, &self->clock_text, "practice: take this for now", "T" },
    { "clinic", 0, 0, G_OPTION_ARG_FILENAME, &self->clinic_path, "clinic settings", "FILE" },
    { "protocol", 0, 0, G_OPTION_ARG_FILENAME, &self->protocol_path, "protocol", "FILE" },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_description (context, CARE_CTL_STATUS_HELP);
}

static gboolean
open_clock (CareCtlStore *self,
            GError      **error)
{
  CareInstant start;

  if (self->clock_text == NULL)
    {
      self->clock = care_clock_new_system ();
      return TRUE;
    }

  start = care_instant_parse (self->clock_text, NULL, error);
  if (start == CARE_INSTANT_NONE)
    {
      g_prefix_error (error, "--clock: ");
      return FALSE;
    }
  self->clock = care_clock_new_at (start);

  return TRUE;
}

gboolean
care_ctl_store_open (CareCtlStore *self,
                     gboolean      create,
                     GError      **error)
{
  g_autofree char *path = NULL;
  GStatBuf file;

  if (self->data_dir == NULL)
    self->data_dir = g_build_filename (g_get_user_data_dir (), "aftercare", NULL);
  path = g_build_filename (self->data_dir, "store.db", NULL);
  /* SQLite takes an empty file for a new store: whoever asks what is in it must not hear that all is well. */
  if (!create && (g_stat (path, &file) != 0 || file.st_size == 0))
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_NOT_FOUND,
                   "%s: there are no records; make them with 'aftercarectl records init'", path);
      return FALSE;
    }

  if (create && g_mkdir_with_parents (self->data_dir, 0700) != 0)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT, "%s: the folder cannot be made", self->data_dir);
      return FALSE;
    }

  if (!open_clock (self, error))
    return FALSE;
  self->store = care_store_sqlite_open (path, NULL, error);

  return self->store != NULL;
}

gboolean
care_ctl_store_open_clinic (CareCtlStore *self,
                            gboolean      create,
                            GError      **error)
{
  g_autofree char *clinic = care_ctl_find_data (self->clinic_path, "sample", "clinic.json", error);
  g_autofree char *protocol = NULL;

  self->info = clinic != NULL ? care_clinic_info_load (clinic, error) : NULL;
  if (self->info == NULL)
    return FALSE;

  protocol = care_ctl_find_data (self->protocol_path, "protocols", "mesotherapy.json", error);
  self->protocol = protocol != NULL ? care_protocol_load (protocol, error) : NULL;
  self->forms_dir = care_ctl_data_path (".", ".");

  return self->protocol != NULL && care_ctl_store_open (self, create, error);
}

void
care_ctl_store_clear (CareCtlStore *self)
{
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->info);
  g_clear_object (&self->protocol);
  g_clear_pointer (&self->data_dir, g_free);
  g_clear_pointer (&self->clock_text, g_free);
  g_clear_pointer (&self->clinic_path, g_free);
  g_clear_pointer (&self->protocol_path, g_free);
  g_clear_pointer (&self->forms_dir, g_free);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "config.h"

#include "desk/care-desk-opening.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/care-error.h"
#include "clinic/care-clinic-sample.h"
#include "course/care-clinic-info.h"
#include "protocol/care-protocol.h"
#include "records/care-store-sqlite.h"
#include "seal/care-seal-keys.h"

static CareClock *
open_clock (const CareDeskOptions  *options,
            GTimeZone              *zone,
            GError                **error)
{
  if (options->clock == NULL)
    return care_clock_new_system ();

  CareInstant start = care_instant_parse (options->clock, zone, error);

  return start != CARE_INSTANT_NONE ? care_clock_new_at (start) : NULL;
}

static char *
dup_state_dir (const CareDeskOptions *options)
{
  if (options->state_dir != NULL)
    return g_canonicalize_filename (options->state_dir, NULL);
  return g_build_filename (g_get_user_data_dir (), "aftercare", NULL);
}

/* The clinic's own file beside the store, or the installed sample. */
static char *
dup_own_or_sample (const char *state_dir,
                   const char *data_dir,
                   const char *own,
                   const char *sample)
{
  g_autofree char *path = g_build_filename (state_dir, own, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);
  return g_build_filename (data_dir, sample, NULL);
}

/**
 * care_desk_open_settings:
 * @error: return location for a #CareError
 *
 * Returns: (transfer full) (nullable): the desk's settings; NULL when their schema is not installed
 */
GSettings *
care_desk_open_settings (GError **error)
{
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, CARE_APP_ID, TRUE);
  if (schema == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT,
                   _("The settings schema %s is not installed. Install Aftercare, or start it with build-aux/run."),
                   CARE_APP_ID);
      return NULL;
    }
  return g_settings_new_full (schema, NULL, NULL);
}

/**
 * care_desk_open:
 * @options: what the command line says
 * @link: the wire to the keeper
 * @settings: the desk's settings
 * @error: return location for a #CareError
 *
 * Returns: (transfer full) (nullable): the desk's state with everything open
 */
CareDesk *
care_desk_open (const CareDeskOptions  *options,
                CareDeskLink           *link,
                GSettings              *settings,
                GError                **error)
{
  const char *data_dir = g_getenv ("AFTERCARE_DATA") != NULL ? g_getenv ("AFTERCARE_DATA") : CARE_DATA_DIR;

  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (CARE_IS_DESK_LINK (link), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autofree char *state_dir = dup_state_dir (options);
  if (g_mkdir_with_parents (state_dir, 0700) != 0)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT,
                   _("%s: the folder cannot be made. Choose another one with --data-dir."), state_dir);
      return NULL;
    }

  g_autofree char *info_path = dup_own_or_sample (state_dir, data_dir, "clinic.json", "sample/clinic.json");
  g_autoptr (CareClinicInfo) info = care_clinic_info_load (info_path, error);
  if (info == NULL)
    return NULL;
  g_autofree char *language = care_desk_dup_language ();
  care_clinic_info_set_staff_language (info, language);

  g_autofree char *protocol_path = dup_own_or_sample (state_dir, data_dir, "protocol.json", "protocols/mesotherapy.json");
  g_autoptr (CareProtocol) protocol = care_protocol_load (protocol_path, error);
  if (protocol == NULL)
    return NULL;

  g_autoptr (CareClock) clock = open_clock (options, care_clinic_info_get_time_zone (info), error);
  if (clock == NULL)
    return NULL;

  g_autofree char *store_path = g_build_filename (state_dir, "store.db", NULL);
  if (options->sample && !care_clinic_make_sample (store_path, clock, info, protocol, data_dir, state_dir, error))
    return NULL;
  g_autoptr (CareStore) store = care_store_sqlite_open (store_path, NULL, error);
  if (store == NULL)
    return NULL;

  g_autoptr (CareClinic) clinic = care_clinic_new (store, clock, info, protocol, data_dir, state_dir, error);
  if (clinic == NULL)
    return NULL;

  g_autofree char *key_path = g_build_filename (state_dir, "secret.key", NULL);
  g_autoptr (CareSealKeys) keys = care_seal_keys_load_or_create (key_path, NULL, error);
  if (keys == NULL)
    return NULL;

  return care_desk_new (clinic, link, settings, keys, data_dir);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "config.h"

#include "desk/care-desk-opening.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "base/care-error.h"
#include "base/care-last-good.h"
#include "clinic/care-clinic-own-forms.h"
#include "clinic/care-clinic-sample.h"
#include "clinic/care-protocol-shelf.h"
#include "course/care-clinic-info.h"
#include "desk/care-desk-errors.h"
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

static gpointer
read_info_cb (const char  *text,
              gssize       length,
              const char  *source,
              GError     **error)
{
  return care_clinic_info_new_from_text (text, length, source, error);
}

static gpointer
read_protocol_cb (const char  *text,
                  gssize       length,
                  const char  *source,
                  GError     **error)
{
  return care_protocol_new_from_text (text, length, source, error);
}

/* The clinic's own file beside the store, or the installed sample. */
static CareClinicInfo *
open_info (CareLastGood  *own,
           const char    *data_dir,
           GError       **error)
{
  g_autofree char *sample = g_build_filename (data_dir, "sample", "clinic.json", NULL);
  g_autofree char *language = care_desk_dup_language ();
  CareClinicInfo *info = care_last_good_exists (own) ? care_last_good_load (own, read_info_cb, error)
                                                     : care_clinic_info_load (sample, error);

  if (info != NULL)
    care_clinic_info_set_staff_language (info, language);
  return info;
}

static CareProtocol *
open_protocol (CareLastGood  *own,
               const char    *data_dir,
               GError       **error)
{
  g_autofree char *sample = g_build_filename (data_dir, "protocols", "mesotherapy.json", NULL);

  return care_last_good_exists (own) ? care_last_good_load (own, read_protocol_cb, error)
                                     : care_protocol_load (sample, error);
}

/* All is open: what it opened with is kept, and what stands in for a file is told. */
static void
settle (CareDesk     *desk,
        CareLastGood *own)
{
  const GError *trouble = care_last_good_get_trouble (own);
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  g_autofree char *notice = NULL;

  if (trouble != NULL)
    {
      words = care_desk_errors_dup_words (trouble);
      /* TRANSLATORS: %s names a file, the place in it and what is wrong there. */
      notice = g_strdup_printf (_("%s; what worked before is in use. Mend the file, then start Aftercare again."), words);
    }
  else if (!care_last_good_keep (own, &error))
    {
      words = care_desk_errors_dup_words (error);
      /* TRANSLATORS: %s names a file and why it cannot be written. */
      notice = g_strdup_printf (_("%s; no copy of the settings could be kept."), words);
    }
  if (notice != NULL)
    care_desk_add_notice (desk, notice);
}

/* Paper follows what was approved, not what somebody is writing. */
static void
settle_protocol (CareDesk     *desk,
                 const char   *state_dir,
                 const GError *unreadable)
{
  CareClinic *clinic = care_desk_get_clinic (desk);
  CareProtocol *followed = care_clinic_get_protocol (clinic);
  g_autoptr (GError) error = NULL;
  g_autofree char *notice = NULL;

  if (unreadable != NULL && care_protocol_get_status (followed) != CARE_PROTOCOL_IN_FORCE)
    {
      g_autofree char *words = care_desk_errors_dup_words (unreadable);

      /* TRANSLATORS: %s names a file, the place in it and what is wrong there. */
      notice = g_strdup_printf (_("%s; sheets follow protocol.json, which is not approved."), words);
    }
  else if (care_clinic_get_draft (clinic) != NULL)
    /* TRANSLATORS: %s is a version's name, "2026.1". */
    notice = g_strdup_printf (_("protocol.json is a draft. Sheets follow version %s until it is approved."),
                              care_protocol_get_version (followed));
  else if (!care_protocol_shelf_settle (state_dir, followed, &error))
    {
      g_autofree char *words = care_desk_errors_dup_words (error);

      /* TRANSLATORS: %s names a file and why it cannot be written. */
      notice = g_strdup_printf (_("%s; no copy of the settings could be kept."), words);
    }
  if (notice != NULL)
    care_desk_add_notice (desk, notice);
}

/* What the clinic's own forms opened with is kept, and what stands in for one is told. */
static void
settle_forms (CareDesk   *desk,
              CareClinic *clinic)
{
  g_autoptr (GPtrArray) troubles = NULL;
  g_autoptr (GError) error = NULL;
  gboolean kept = care_clinic_settle_forms (clinic, &troubles, &error);

  for (guint i = 0; i < troubles->len; i++)
    {
      g_autofree char *words = care_desk_errors_dup_words (g_ptr_array_index (troubles, i));
      /* TRANSLATORS: %s names a file, the place in it and what is wrong there. */
      g_autofree char *notice = g_strdup_printf (_("%s; the form that worked before is asked, or Aftercare's own. Mend the file, then start Aftercare again."), words);

      care_desk_add_notice (desk, notice);
    }
  if (!kept)
    {
      g_autofree char *words = care_desk_errors_dup_words (error);
      g_autofree char *notice = g_strdup_printf (_("%s; no copy of the forms could be kept."), words);

      care_desk_add_notice (desk, notice);
    }
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

  g_autoptr (CareLastGood) own_info = care_last_good_new (state_dir, "clinic.json");
  g_autoptr (CareClinicInfo) info = open_info (own_info, data_dir, error);
  if (info == NULL)
    return NULL;

  g_autoptr (CareLastGood) own_protocol = care_last_good_new (state_dir, "protocol.json");
  g_autoptr (CareProtocol) protocol = open_protocol (own_protocol, data_dir, error);
  if (protocol == NULL)
    return NULL;
  g_autoptr (GError) unreadable = NULL;
  g_autoptr (CareProtocol) in_force = care_protocol_shelf_choose (state_dir, protocol, &unreadable);
  CareProtocol *followed = in_force != NULL ? in_force : protocol;

  g_autoptr (CareClock) clock = open_clock (options, care_clinic_info_get_time_zone (info), error);
  if (clock == NULL)
    return NULL;

  g_autofree char *store_path = g_build_filename (state_dir, "store.db", NULL);
  if (options->sample && !care_clinic_make_sample (store_path, clock, info, followed, data_dir, state_dir, error))
    return NULL;
  g_autoptr (CareStore) store = care_store_sqlite_open (store_path, NULL, error);
  if (store == NULL)
    return NULL;

  g_autoptr (CareClinic) clinic = care_clinic_new (store, clock, info, followed, data_dir, state_dir, error);
  if (clinic == NULL)
    return NULL;
  if (in_force != NULL)
    care_clinic_set_draft (clinic, protocol);

  g_autofree char *key_path = g_build_filename (state_dir, "secret.key", NULL);
  g_autoptr (CareSealKeys) keys = care_seal_keys_load_or_create (key_path, NULL, error);
  if (keys == NULL)
    return NULL;

  CareDesk *desk = care_desk_new (clinic, link, settings, keys, data_dir);

  settle (desk, own_info);
  settle (desk, own_protocol);
  settle_protocol (desk, state_dir, unreadable);
  settle_forms (desk, clinic);
  return desk;
}

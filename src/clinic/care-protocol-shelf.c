/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-protocol-shelf.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "base/care-error.h"
#include "base/care-json.h"

/**
 * care_protocol_shelf_dup_path:
 * @folder: the clinic's own folder
 *
 * Returns: (transfer full): where the protocol in force is kept
 */
char *
care_protocol_shelf_dup_path (const char *folder)
{
  g_return_val_if_fail (folder != NULL, NULL);

  return g_build_filename (folder, "in-force", "protocol.json", NULL);
}

/**
 * care_protocol_shelf_may_follow:
 * @in_force: what paper follows
 * @edited: what the clinic has written since
 *
 * Returns: whether paper may follow @edited: its rules are approved, and so is every language that is approved in
 *   @in_force and that @edited still has. A sample says EXAMPLE on every page, and is followed as it stands.
 */
gboolean
care_protocol_shelf_may_follow (CareProtocol *in_force,
                                CareProtocol *edited)
{
  g_return_val_if_fail (CARE_IS_PROTOCOL (in_force), FALSE);
  g_return_val_if_fail (CARE_IS_PROTOCOL (edited), FALSE);

  const char *const *languages = care_protocol_get_patient_languages (edited);

  if (care_protocol_get_status (edited) != CARE_PROTOCOL_IN_FORCE)
    return care_protocol_get_status (edited) == CARE_PROTOCOL_SAMPLE;
  for (gsize i = 0; languages[i] != NULL; i++)
    if (care_protocol_get_approval (in_force, languages[i]) != NULL
        && care_protocol_get_approval (edited, languages[i]) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * care_protocol_shelf_choose:
 * @folder: the clinic's own folder
 * @edited: what stands in its "protocol.json"
 * @error: return location for a #CareError, when what is kept cannot be read
 *
 * What is kept counts only as far as its own approvals stand: nobody puts words in force by writing that file.
 *
 * Returns: (transfer full) (nullable): the protocol that paper goes on following, @edited being its draft; %NULL when
 *   paper follows @edited
 */
CareProtocol *
care_protocol_shelf_choose (const char    *folder,
                            CareProtocol  *edited,
                            GError       **error)
{
  g_autofree char *path = NULL;
  g_autoptr (CareProtocol) kept = NULL;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (CARE_IS_PROTOCOL (edited), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  path = care_protocol_shelf_dup_path (folder);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  kept = care_protocol_load (path, error);
  if (kept == NULL || care_protocol_get_status (kept) != CARE_PROTOCOL_IN_FORCE || care_protocol_shelf_may_follow (kept, edited))
    return NULL;
  return g_steal_pointer (&kept);
}

/**
 * care_protocol_shelf_write:
 * @path: a file
 * @text: (nullable): what shall stand in it; %NULL removes it
 * @error: return location for a #CareError
 *
 * Returns: %FALSE with %CARE_ERROR_ENVIRONMENT, and then the file is as it was
 */
gboolean
care_protocol_shelf_write (const char  *path,
                           const char  *text,
                           GError     **error)
{
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (text != NULL)
    return care_json_keep_text (path, text, -1, error);
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT, "%s: %s; check the folder", path, g_strerror (errno));
  return FALSE;
}

/**
 * care_protocol_shelf_settle:
 * @folder: the clinic's own folder
 * @followed: what paper follows, as it was read from its file
 * @error: return location for a #CareError
 *
 * Keeps a protocol in force, for the day on which somebody edits its file. One that is not in force leaves what is
 * kept alone.
 *
 * Returns: %FALSE with %CARE_ERROR_ENVIRONMENT when it cannot be written
 */
gboolean
care_protocol_shelf_settle (const char    *folder,
                            CareProtocol  *followed,
                            GError       **error)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *kept = NULL;
  gsize length = 0;

  g_return_val_if_fail (folder != NULL, FALSE);
  g_return_val_if_fail (CARE_IS_PROTOCOL (followed), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (care_protocol_get_status (followed) != CARE_PROTOCOL_IN_FORCE)
    return TRUE;
  path = care_protocol_shelf_dup_path (folder);
  text = care_json_read_text (care_protocol_get_source (followed), NULL, &length, error);
  if (text == NULL)
    return FALSE;
  kept = care_json_read_text (path, NULL, &length, NULL);
  return g_strcmp0 (kept, text) == 0 || care_protocol_shelf_write (path, text, error);
}

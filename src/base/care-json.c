/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-json.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/care-error.h"
#include "base/care-json-number.h"

/**
 * care_json_parse:
 * @text: a JSON document
 * @length: its length in bytes, or -1 when it ends with NUL
 * @source: the file's name, for errors
 * @limits: (nullable): bounds, or %NULL for the defaults
 * @error: where to put the reason
 *
 * Scans strictly (see [func@Care.json_scan]), then parses. A number that says more than a double keeps its text: ask
 * care_json_node_get_type() and care_json_node_get_number(), not json-glib.
 *
 * Returns: (transfer full) (nullable): the document's tree, or %NULL with
 *   %CARE_ERROR_INPUT naming file, path and line
 */
JsonNode *
care_json_parse (const char           *text,
                 gssize                length,
                 const char           *source,
                 const CareJsonLimits *limits,
                 GError              **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) foreign = NULL;
  g_autofree char *kept = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (source != NULL, NULL);

  if (length < 0)
    length = (gssize) strlen (text);
  if (!care_json_scan (text, (gsize) length, source, limits, error))
    return NULL;

  parser = json_parser_new_immutable ();
  kept = care_json_keep_decimals (text, (gsize) length);
  if (!json_parser_load_from_data (parser, kept != NULL ? kept : text, kept != NULL ? -1 : length, &foreign))
    {
      care_error_take_foreign (error, g_steal_pointer (&foreign), CARE_ERROR_INPUT, source);
      return NULL;
    }

  return json_parser_steal_root (parser);
}

/**
 * care_json_read_text:
 * @path: a file
 * @limits: (nullable): bounds, or %NULL for the defaults
 * @length: (out): how many bytes it has
 * @error: where to put the reason
 *
 * Reads one byte more than @limits allow at most, so that a file of any size is refused later at the price of a small
 * one.
 *
 * Returns: (transfer full) (nullable): the file's bytes and a NUL, or %NULL with %CARE_ERROR_NOT_FOUND or
 *   %CARE_ERROR_ENVIRONMENT
 */
char *
care_json_read_text (const char           *path,
                     const CareJsonLimits *limits,
                     gsize                *length,
                     GError              **error)
{
  static const CareJsonLimits defaults = CARE_JSON_LIMITS_DEFAULT;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) foreign = NULL;
  g_autofree char *text = NULL;
  gsize most;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (length != NULL, NULL);

  most = (limits != NULL ? limits : &defaults)->max_bytes + 1;
  file = g_file_new_for_path (path);
  stream = g_file_read (file, NULL, &foreign);
  if (stream != NULL)
    {
      goffset size = 0;
      g_autoptr (GFileInfo) info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, NULL);

      if (info != NULL)
        size = g_file_info_get_size (info);
      if (size > 0 && (gsize) size < most)
        most = (gsize) size + 1;
      text = g_malloc (most + 1);
      if (g_input_stream_read_all (G_INPUT_STREAM (stream), text, most, length, NULL, &foreign))
        {
          text[*length] = '\0';
          return g_steal_pointer (&text);
        }
    }

  if (!g_file_query_exists (file, NULL))
    g_set_error (error, CARE_ERROR, CARE_ERROR_NOT_FOUND, "%s: there is no such file", path);
  else
    g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT, "%s: cannot be read: %s", path, foreign->message);

  return NULL;
}

/* With @marked a byte order mark is passed over, and said there. */
static JsonNode *
load (const char           *path,
      const CareJsonLimits *limits,
      gboolean             *marked,
      GError              **error)
{
  gsize length = 0;
  g_autofree char *text = care_json_read_text (path, limits, &length, error);
  gsize mark;

  if (text == NULL)
    return NULL;

  mark = marked != NULL && length >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
  if (marked != NULL)
    *marked = mark > 0;

  return care_json_parse (text + mark, (gssize) (length - mark), path, limits, error);
}

/**
 * care_json_load:
 * @path: a file
 * @limits: (nullable): bounds, or %NULL for the defaults
 * @error: where to put the reason
 *
 * Returns: (transfer full) (nullable): the file's tree, or %NULL with
 *   %CARE_ERROR_INPUT, %CARE_ERROR_NOT_FOUND or %CARE_ERROR_ENVIRONMENT
 */
JsonNode *
care_json_load (const char           *path,
                const CareJsonLimits *limits,
                GError              **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return load (path, limits, NULL, error);
}

/**
 * care_json_load_foreign:
 * @path: a file that another program wrote
 * @limits: (nullable): bounds, or %NULL for the defaults
 * @marked: (out): whether a byte order mark stands before the text
 * @error: where to put the reason
 *
 * As [func@Care.json_load], but passes over a byte order mark, which RFC 8259
 * lets a reader do. Whoever calls says that it was there.
 *
 * Returns: (transfer full) (nullable): the file's tree, or %NULL with
 *   %CARE_ERROR_INPUT, %CARE_ERROR_NOT_FOUND or %CARE_ERROR_ENVIRONMENT
 */
JsonNode *
care_json_load_foreign (const char           *path,
                        const CareJsonLimits *limits,
                        gboolean             *marked,
                        GError              **error)
{
  g_return_val_if_fail (path != NULL && marked != NULL, NULL);

  *marked = FALSE;

  return load (path, limits, marked, error);
}

/* All of it, for its owner alone, or the old file stands. */
static gboolean
save_text (const char  *path,
           const char  *text,
           gssize       length,
           GError     **error)
{
  g_autoptr (GError) foreign = NULL;

  if (g_file_set_contents_full (path, text, length, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &foreign))
    return TRUE;
  care_error_take_foreign (error, g_steal_pointer (&foreign), CARE_ERROR_ENVIRONMENT, path);

  return FALSE;
}

/**
 * care_json_keep_text:
 * @path: a file of the program's own, for its owner alone
 * @text: what shall stand in it
 * @length: its length in bytes, or -1 when it ends with NUL
 * @error: where to put the reason
 *
 * As care_json_save(), and makes the folder when it is missing.
 *
 * Returns: %TRUE, or %FALSE with %CARE_ERROR_ENVIRONMENT
 */
gboolean
care_json_keep_text (const char  *path,
                     const char  *text,
                     gssize       length,
                     GError     **error)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  folder = g_path_get_dirname (path);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int saved = errno;

      g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT, "%s: %s; check the folder", folder, g_strerror (saved));
      return FALSE;
    }

  return save_text (path, text, length, error);
}

/**
 * care_json_save:
 * @node: a tree
 * @path: the file to write
 * @error: where to put the reason
 *
 * Writes the tree, readable and with a newline at the end, replacing the file
 * only once every byte is on the disk; on failure the old file stands.
 *
 * Returns: %TRUE, or %FALSE with %CARE_ERROR_ENVIRONMENT
 */
gboolean
care_json_save (JsonNode   *node,
                const char *path,
                GError    **error)
{
  g_autofree char *text = NULL;
  g_autofree char *with_newline = NULL;

  g_return_val_if_fail (node != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  text = care_json_to_text (node, CARE_JSON_PRETTY);
  with_newline = g_strconcat (text, "\n", NULL);

  return save_text (path, with_newline, -1, error);
}

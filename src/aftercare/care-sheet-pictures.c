/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-pictures.h"

#include <string.h>

#include <librsvg/rsvg.h>

#define DRAWN "#000" /* the ink of a pictogram in its file */

struct _CareSheetPictures
{
  char       *folder;
  GHashTable *handles[CARE_N_INKS]; /* name -> RsvgHandle, or NULL when there is none */
  GPtrArray  *missing; /* names */
};

static void
unref_handle (gpointer handle)
{
  if (handle != NULL)
    g_object_unref (handle);
}

/**
 * care_sheet_pictures_new:
 * @folder: where the SVG files are
 *
 * Returns: (transfer full): the folder's pictures, none of them read yet
 */
CareSheetPictures *
care_sheet_pictures_new (const char *folder)
{
  CareSheetPictures *self;

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_new0 (CareSheetPictures, 1);
  self->folder = g_strdup (folder);
  for (guint i = 0; i < CARE_N_INKS; i++)
    self->handles[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_handle);
  self->missing = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * care_sheet_pictures_free:
 * @self: (transfer full): pictures
 *
 * Frees @self.
 */
void
care_sheet_pictures_free (CareSheetPictures *self)
{
  if (self == NULL)
    return;

  g_free (self->folder);
  for (guint i = 0; i < CARE_N_INKS; i++)
    g_hash_table_unref (self->handles[i]);
  g_ptr_array_unref (self->missing);
  g_free (self);
}

static RsvgHandle *
find (CareSheetPictures *self,
      const char        *name,
      CareInk            ink)
{
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;
  g_autofree char *svg = NULL;
  GString *inked;
  gsize length;
  gpointer known;
  RsvgHandle *handle = NULL;

  if (g_hash_table_lookup_extended (self->handles[ink], name, NULL, &known))
    return known;

  file = g_strconcat (name, ".svg", NULL);
  path = g_build_filename (self->folder, file, NULL);
  /* Read here: through GIO the first file would load modules that nobody needs. */
  if (strchr (name, '/') == NULL && g_file_get_contents (path, &svg, &length, NULL))
    {
      inked = g_string_new_len (svg, (gssize) length);
      g_string_replace (inked, DRAWN, care_ink_get_hex (ink), 0);
      handle = rsvg_handle_new_from_data ((const guint8 *) inked->str, inked->len, NULL);
      g_string_free (inked, TRUE);
    }
  if (handle == NULL && !g_ptr_array_find_with_equal_func (self->missing, name, g_str_equal, NULL))
    g_ptr_array_add (self->missing, g_strdup (name));
  g_hash_table_insert (self->handles[ink], g_strdup (name), handle);

  return handle;
}

/**
 * care_sheet_pictures_has:
 * @self: pictures
 * @name: (nullable): base name of a picture
 * @ink: what it is to be drawn with
 *
 * Returns: whether it can be drawn
 */
gboolean
care_sheet_pictures_has (CareSheetPictures *self,
                         const char        *name,
                         CareInk            ink)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail ((guint) ink < CARE_N_INKS, FALSE);

  return name != NULL && find (self, name, ink) != NULL;
}

/**
 * care_sheet_pictures_draw:
 * @self: pictures
 * @cr: where to
 * @name: base name of a picture
 * @ink: in place of its black
 * @x: left edge
 * @y: upper edge
 * @size: side of the square it fills
 *
 * Draws a picture; one that is missing draws nothing.
 */
void
care_sheet_pictures_draw (CareSheetPictures *self,
                          cairo_t           *cr,
                          const char        *name,
                          CareInk            ink,
                          double             x,
                          double             y,
                          double             size)
{
  RsvgRectangle place = { x, y, size, size };
  RsvgHandle *handle;

  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);
  g_return_if_fail ((guint) ink < CARE_N_INKS);

  handle = find (self, name, ink);
  if (handle == NULL)
    return;

  cairo_save (cr);
  rsvg_handle_render_document (handle, cr, &place, NULL);
  cairo_restore (cr);
}

/**
 * care_sheet_pictures_get_missing:
 * @self: pictures
 *
 * Returns: (transfer none) (element-type utf8): names that were asked for and not found
 */
GPtrArray *
care_sheet_pictures_get_missing (CareSheetPictures *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->missing;
}

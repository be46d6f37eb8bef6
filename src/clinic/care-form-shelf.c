/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-form-shelf.h"

#include <string.h>

#include "base/care-error.h"
#include "base/care-json.h"
#include "base/care-last-good.h"

struct _CareFormShelf
{
  char      *folder;
  GPtrArray *entries;
  GPtrArray *forms;
  GPtrArray *files; /* of CareLastGood, one for each of the forms */
};

static void
shelf_form_free (gpointer data)
{
  CareShelfForm *self = data;

  g_free (self->file);
  g_clear_object (&self->form);
  g_clear_error (&self->trouble);
  g_free (self);
}

/* When it is handed on to CareLastGood there is no place for more than the form. */
typedef struct
{
  CareQuestionnaire *form;
  CareFormGiven      given;
} Read;

static gpointer
read_cb (const char  *text,
         gssize       length,
         const char  *source,
         GError     **error)
{
  CareFormGiven given = CARE_FORM_GIVEN_NOTHING;
  g_autofree char *completed = care_form_identity_complete (text, length, source, &given, error);
  CareQuestionnaire *form = completed != NULL ? care_questionnaire_new_from_text (completed, -1, source, error) : NULL;
  Read *found;

  if (form == NULL)
    return NULL;
  found = g_new0 (Read, 1);
  found->form = form;
  found->given = given;
  return found;
}

static void
read_file (CareFormShelf *self,
           const char    *file)
{
  CareLastGood *kept = care_last_good_new (self->folder, file);
  CareShelfForm *one = g_new0 (CareShelfForm, 1);
  g_autofree Read *found = care_last_good_load (kept, read_cb, &one->trouble);

  one->file = g_strdup (file);
  if (found != NULL)
    {
      one->form = found->form;
      one->given = found->given;
      if (care_last_good_get_trouble (kept) != NULL)
        one->trouble = g_error_copy (care_last_good_get_trouble (kept));
    }
  g_ptr_array_add (self->forms, one);
  g_ptr_array_add (self->files, kept);
}

static void
add_names (GHashTable *names,
           const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (care_clinic_form_is_file_name (name))
      g_hash_table_add (names, g_strdup (name));
}

static int
compare_names (gconstpointer one,
               gconstpointer other)
{
  return strcmp (*(const char *const *) one, *(const char *const *) other);
}

/**
 * care_form_shelf_read:
 * @self: a shelf
 *
 * A file that is gone is read from its copy, and one that the settings name is on the shelf whether it is there or not.
 */
void
care_form_shelf_read (CareFormShelf *self)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *copies = NULL;
  g_autoptr (GPtrArray) in_order = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;

  g_return_if_fail (self != NULL);

  copies = g_build_filename (self->folder, "last-good", NULL);
  add_names (names, self->folder);
  add_names (names, copies);
  for (guint i = 0; i < self->entries->len; i++)
    g_hash_table_add (names, g_strdup (((CareClinicForm *) g_ptr_array_index (self->entries, i))->file));
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (in_order, name);
  g_ptr_array_sort (in_order, compare_names);

  g_ptr_array_set_size (self->forms, 0);
  g_ptr_array_set_size (self->files, 0);
  for (guint i = 0; i < in_order->len; i++)
    read_file (self, g_ptr_array_index (in_order, i));
}

/**
 * care_form_shelf_new:
 * @state_dir: the folder with the settings
 * @entries: (element-type CareClinicForm): what the settings say
 *
 * Returns: (transfer full): the shelf, read; a file that cannot be read stands on it with its trouble
 */
CareFormShelf *
care_form_shelf_new (const char *state_dir,
                     GPtrArray  *entries)
{
  CareFormShelf *self;

  g_return_val_if_fail (state_dir != NULL, NULL);
  g_return_val_if_fail (entries != NULL, NULL);

  self = g_new0 (CareFormShelf, 1);
  self->folder = g_build_filename (state_dir, "forms", NULL);
  self->forms = g_ptr_array_new_with_free_func (shelf_form_free);
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) care_last_good_free);
  care_form_shelf_set_entries (self, entries);
  care_form_shelf_read (self);
  return self;
}

void
care_form_shelf_free (CareFormShelf *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->folder);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->forms);
  g_ptr_array_unref (self->files);
  g_free (self);
}

/**
 * care_form_shelf_keep:
 * @self: a shelf
 * @error: return location for a #CareError
 *
 * Returns: %FALSE with %CARE_ERROR_ENVIRONMENT when a copy cannot be written
 */
gboolean
care_form_shelf_keep (CareFormShelf  *self,
                      GError        **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->files->len; i++)
    if (!care_last_good_keep (g_ptr_array_index (self->files, i), error))
      return FALSE;

  return TRUE;
}

GPtrArray *
care_form_shelf_get_entries (CareFormShelf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->entries;
}

/**
 * care_form_shelf_set_entries:
 * @self: a shelf
 * @entries: (element-type CareClinicForm): when which is asked from now on; copied
 */
void
care_form_shelf_set_entries (CareFormShelf *self,
                             GPtrArray     *entries)
{
  GPtrArray *copy;

  g_return_if_fail (self != NULL);
  g_return_if_fail (entries != NULL);

  copy = g_ptr_array_new_with_free_func ((GDestroyNotify) care_clinic_form_free);
  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (copy, care_clinic_form_copy (g_ptr_array_index (entries, i)));
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = copy;
}

GPtrArray *
care_form_shelf_get_forms (CareFormShelf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->forms;
}

/**
 * care_form_shelf_find_file:
 * @self: a shelf
 * @file: name of a file
 *
 * Returns: (transfer none) (nullable): it
 */
CareShelfForm *
care_form_shelf_find_file (CareFormShelf *self,
                           const char    *file)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (file != NULL, NULL);

  for (guint i = 0; i < self->forms->len; i++)
    {
      CareShelfForm *one = g_ptr_array_index (self->forms, i);

      if (g_str_equal (one->file, file))
        return one;
    }

  return NULL;
}

/**
 * care_form_shelf_find:
 * @self: a shelf
 * @canonical: `url|version`, as answers name their form
 *
 * Returns: (transfer none) (nullable): that form in that version
 */
CareShelfForm *
care_form_shelf_find (CareFormShelf *self,
                      const char    *canonical)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (canonical != NULL, NULL);

  for (guint i = 0; i < self->forms->len; i++)
    {
      CareShelfForm *one = g_ptr_array_index (self->forms, i);

      if (one->form != NULL && g_strcmp0 (care_questionnaire_get_canonical (one->form), canonical) == 0)
        return one;
    }

  return NULL;
}

/**
 * care_form_shelf_find_other:
 * @self: a shelf
 * @url: a form's address without a version
 *
 * Returns: (transfer none) (nullable): the form of that address that is asked now; without one, any of them
 */
CareShelfForm *
care_form_shelf_find_other (CareFormShelf *self,
                            const char    *url)
{
  CareShelfForm *found = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (url != NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      CareShelfForm *one = care_form_shelf_find_file (self, ((CareClinicForm *) g_ptr_array_index (self->entries, i))->file);

      if (one != NULL && one->form != NULL && g_strcmp0 (care_questionnaire_get_url (one->form), url) == 0)
        return one;
    }
  for (guint i = 0; i < self->forms->len; i++)
    {
      CareShelfForm *one = g_ptr_array_index (self->forms, i);

      if (one->form != NULL && g_strcmp0 (care_questionnaire_get_url (one->form), url) == 0)
        found = one;
    }

  return found;
}

/**
 * care_form_shelf_write:
 * @self: a shelf
 * @file: name of the file
 * @text: what it says
 * @error: return location for a #CareError
 *
 * Returns: %FALSE with %CARE_ERROR_ENVIRONMENT when it cannot be written; what stood there stands there still
 */
gboolean
care_form_shelf_write (CareFormShelf  *self,
                       const char     *file,
                       const char     *text,
                       GError        **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (file != NULL && care_clinic_form_is_file_name (file), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  path = g_build_filename (self->folder, file, NULL);
  if (!care_json_keep_text (path, text, -1, error))
    return FALSE;
  care_form_shelf_read (self);
  return TRUE;
}

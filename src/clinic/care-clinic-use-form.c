/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* What the clinic changes about its forms: written into its settings, signed, and in the audit trail. */

#include "clinic/care-clinic-own-forms.h"

#include "base/care-json.h"
#include "clinic/care-clinic-private.h"

/* The clinic's own settings; without any, the made-up clinic's, which become its own by this. */
static JsonNode *
load_settings (CareClinic  *self,
               char       **path,
               GError     **error)
{
  g_autofree char *copy = g_build_filename (self->state_dir, "last-good", "clinic.json", NULL);
  g_autofree char *sample = g_build_filename (self->data_dir, "sample", "clinic.json", NULL);
  g_autoptr (CareClinicInfo) info = NULL;
  g_autoptr (JsonNode) node = NULL;

  *path = g_build_filename (self->state_dir, "clinic.json", NULL);
  if (!g_file_test (*path, G_FILE_TEST_EXISTS) && g_file_test (copy, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "%s: is gone; put it back first", *path);
      return NULL;
    }

  /* Settings with a fault are not written over: somebody is at work on them. */
  node = care_json_load (g_file_test (*path, G_FILE_TEST_EXISTS) ? *path : sample, NULL, error);
  info = node != NULL ? care_clinic_info_new_from_json (node, *path, error) : NULL;

  return info != NULL ? g_steal_pointer (&node) : NULL;
}

static gboolean
write_settings (CareClinic  *self,
                GPtrArray   *entries,
                GError     **error)
{
  g_autofree char *path = NULL;
  g_autoptr (JsonNode) before = load_settings (self, &path, error);
  g_autoptr (JsonNode) after = NULL;
  g_autoptr (CareClinicInfo) info = NULL;
  g_autoptr (GList) members = NULL;
  JsonObject *object;

  if (before == NULL)
    return FALSE;

  object = json_object_new ();
  members = json_object_get_members (json_node_get_object (before));
  for (GList *member = members; member != NULL; member = member->next)
    if (!g_str_equal (member->data, "forms"))
      json_object_set_member (object, member->data, json_object_dup_member (json_node_get_object (before), member->data));
  if (entries->len > 0)
    json_object_set_array_member (object, "forms", care_clinic_form_write_list (entries));
  after = json_node_init_object (json_node_alloc (), object);
  json_object_unref (object);

  info = care_clinic_info_new_from_json (after, path, error);

  return info != NULL && care_json_save (after, path, error);
}

static gboolean
is_own_cb (gpointer key,
           gpointer value,
           gpointer data)
{
  return g_str_has_prefix (key, "own/");
}

/* Settings first; where the trail cannot be written they are as before. */
static gboolean
change_entries (CareClinic           *self,
                GPtrArray            *entries,
                const char           *what,
                const CareSignature  *by,
                GError              **error)
{
  g_autoptr (GPtrArray) former = g_ptr_array_ref (care_form_shelf_get_entries (self->shelf));
  g_autoptr (CareStoreChange) change = _care_clinic_begin (self);

  if (!write_settings (self, entries, error))
    return FALSE;

  _care_clinic_audit (self, change, "U", what, by->staff, "Organization", care_clinic_info_get_id (self->info));
  if (!care_store_commit (self->store, change, error))
    {
      if (!write_settings (self, former, NULL))
        g_warning ("The settings could not be written back");
      return FALSE;
    }

  care_form_shelf_set_entries (self->shelf, entries);
  care_form_shelf_read (self->shelf);
  g_hash_table_foreach_remove (self->forms, is_own_cb, NULL);
  g_hash_table_remove_all (self->answers);
  g_clear_pointer (&self->former_entries, g_ptr_array_unref);
  self->former_entries = g_steal_pointer (&former);
  self->forms_serial++;

  return care_form_shelf_keep (self->shelf, error);
}

/* The same form in another version, and what stood in this place before, give way. */
static GPtrArray *
dup_with (CareClinic         *self,
          const CareNewForm  *form,
          CareFormOccasion    occasion,
          gboolean            replaces)
{
  GPtrArray *before = care_form_shelf_get_entries (self->shelf);
  GPtrArray *after = g_ptr_array_new_with_free_func ((GDestroyNotify) care_clinic_form_free);

  for (guint i = 0; i < before->len; i++)
    {
      const CareClinicForm *entry = g_ptr_array_index (before, i);
      CareShelfForm *own = care_form_shelf_find_file (self->shelf, entry->file);
      gboolean same = g_str_equal (entry->file, form->file)
                      || (own != NULL && own->form != NULL && _care_clinic_is_same_form (own->form, form->form));

      if (entry->occasion != occasion || (!same && !(replaces && entry->replaces)))
        g_ptr_array_add (after, care_clinic_form_copy (entry));
    }
  g_ptr_array_add (after, care_clinic_form_new (form->file, occasion, replaces));

  return after;
}

/**
 * care_clinic_use_form:
 * @self: a clinic
 * @form: what was examined
 * @occasion: when it is asked from now on
 * @replaces: in the place of the program's own
 * @by: the owner's or a clinician's signature
 * @error: return location for a #CareError
 *
 * The form is copied into the clinic's folder, and the settings say when it is asked. Another version of it, and whatever else
 * stood in the same place, is asked there no more and stays on the shelf for answers that were given.
 *
 * Returns: %FALSE when nothing was changed
 */
gboolean
care_clinic_use_form (CareClinic           *self,
                      const CareNewForm    *form,
                      CareFormOccasion      occasion,
                      gboolean              replaces,
                      const CareSignature  *by,
                      GError              **error)
{
  g_autoptr (GPtrArray) entries = NULL;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (form != NULL && form->form != NULL, FALSE);
  g_return_val_if_fail (occasion < CARE_N_OCCASIONS, FALSE);
  g_return_val_if_fail (!replaces || occasion != CARE_OCCASION_ANY_VISIT, FALSE);
  g_return_val_if_fail (by != NULL, FALSE);

  if (!_care_clinic_check_owner (self, by, "forms", error)
      || !care_clinic_may_use_form (self, form->form, occasion, replaces, error))
    return FALSE;

  entries = dup_with (self, form, occasion, replaces);
  if (form->text != NULL && !care_form_shelf_write (self->shelf, form->file, form->text, error))
    return FALSE;

  return change_entries (self, entries, "use-form", by, error);
}

/**
 * care_clinic_drop_form:
 * @self: a clinic
 * @file: name of a file in its folder
 * @occasion: when it is asked no more
 * @by: the owner's or a clinician's signature
 * @error: return location for a #CareError
 *
 * The file stays: answers that were given to it can be read.
 *
 * Returns: %FALSE when nothing was changed
 */
gboolean
care_clinic_drop_form (CareClinic           *self,
                       const char           *file,
                       CareFormOccasion      occasion,
                       const CareSignature  *by,
                       GError              **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  GPtrArray *before;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (file != NULL, FALSE);
  g_return_val_if_fail (by != NULL, FALSE);

  if (!_care_clinic_check_owner (self, by, "forms", error))
    return FALSE;

  before = care_form_shelf_get_entries (self->shelf);
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) care_clinic_form_free);
  for (guint i = 0; i < before->len; i++)
    {
      const CareClinicForm *entry = g_ptr_array_index (before, i);

      if (entry->occasion != occasion || !g_str_equal (entry->file, file))
        g_ptr_array_add (entries, care_clinic_form_copy (entry));
    }
  if (entries->len == before->len)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_NOT_FOUND, "%s: is not among the clinic's forms", file);
      return FALSE;
    }

  return change_entries (self, entries, "drop-form", by, error);
}

/**
 * care_clinic_undo_forms:
 * @self: a clinic
 * @by: the owner's or a clinician's signature
 * @error: return location for a #CareError
 *
 * Returns: %FALSE with %CARE_ERROR_REFUSED when nothing was changed since the program began
 */
gboolean
care_clinic_undo_forms (CareClinic           *self,
                        const CareSignature  *by,
                        GError              **error)
{
  g_autoptr (GPtrArray) entries = NULL;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (by != NULL, FALSE);

  if (!_care_clinic_check_owner (self, by, "forms", error))
    return FALSE;
  if (self->former_entries == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "forms: there is nothing to take back");
      return FALSE;
    }
  entries = g_ptr_array_ref (self->former_entries);

  return change_entries (self, entries, "undo-forms", by, error);
}

/**
 * care_clinic_settle_forms:
 * @self: a clinic
 * @troubles: (out) (transfer full) (element-type GError): why a form that is asked cannot be read, one for each file
 * @error: return location for a #CareError
 *
 * Once all is open: what could be read is kept, so that it can stand in for a file that is spoilt one day.
 *
 * Returns: %FALSE with %CARE_ERROR_ENVIRONMENT when no copy could be kept
 */
gboolean
care_clinic_settle_forms (CareClinic  *self,
                          GPtrArray  **troubles,
                          GError     **error)
{
  GPtrArray *entries;
  g_autoptr (GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (troubles != NULL, FALSE);

  *troubles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  entries = care_form_shelf_get_entries (self->shelf);
  for (guint i = 0; i < entries->len; i++)
    {
      const CareShelfForm *own =
        care_form_shelf_find_file (self->shelf, ((CareClinicForm *) g_ptr_array_index (entries, i))->file);

      if (own != NULL && own->trouble != NULL && g_hash_table_add (told, own->file))
        g_ptr_array_add (*troubles, g_error_copy (own->trouble));
    }

  return care_form_shelf_keep (self->shelf, error);
}

/**
 * care_clinic_get_forms_serial:
 * @self: a clinic
 *
 * Returns: another number after each change of what is asked
 */
guint
care_clinic_get_forms_serial (CareClinic *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC (self), 0);

  return self->forms_serial;
}

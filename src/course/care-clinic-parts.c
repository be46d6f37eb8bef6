/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "course/care-clinic-parts.h"

#include <string.h>

/* The parts of a clinic's settings: each is read, checked and freed here. */

static void
care_room_free (CareRoom *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self);
}

static void
care_clinic_staff_free (CareClinicStaff *self)
{
  g_free (self->id);
  g_free (self->given);
  g_free (self->family);
  g_free (self->licence);
  g_free (self->pin);
  g_free (self);
}

static void
care_batch_free (CareBatch *self)
{
  g_free (self->product);
  g_free (self->batch);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareRoom, care_room_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareClinicStaff, care_clinic_staff_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareBatch, care_batch_free)

/**
 * care_batch_is_expired:
 * @self: a batch
 * @today: the day it would be used
 *
 * Returns: whether its last day is over
 */
gboolean
care_batch_is_expired (const CareBatch *self,
                       const GDate     *today)
{
  g_return_val_if_fail (self != NULL, TRUE);
  g_return_val_if_fail (today != NULL, TRUE);

  return g_date_compare (&self->expiry, today) < 0;
}

/**
 * care_staff_role_to_string:
 * @role: a role
 *
 * Returns: its word in the settings file
 */
const char *
care_staff_role_to_string (CareStaffRole role)
{
  switch (role)
    {
    case CARE_STAFF_CLINICIAN:
      return "clinician";
    case CARE_STAFF_OWNER:
      return "owner";
    case CARE_STAFF_RECEPTIONIST:
    default:
      return "receptionist";
    }
}

/**
 * care_clinic_parts_read_name:
 * @view: an object
 * @member: its member
 * @out: (out): where the text goes
 * @error: return location for an error
 *
 * Reads a text of one line that must say something.
 *
 * Returns: %FALSE when it is missing, empty or has line breaks
 */
gboolean
care_clinic_parts_read_name (const CareJsonView  *view,
                             const char          *member,
                             char               **out,
                             GError             **error)
{
  const char *text = NULL;
  g_autofree char *stripped = NULL;

  if (!care_json_view_get_string (view, member, CARE_JSON_REQUIRED, &text, error))
    return FALSE;

  stripped = g_strstrip (g_strdup (text));
  if (*stripped == '\0' || strpbrk (stripped, "\n\r\t") != NULL)
    {
      care_json_view_set_error (view, error, CARE_ERROR_INPUT,
                                "\"%s\" must be one line of text that is not empty", member);
      return FALSE;
    }

  *out = g_steal_pointer (&stripped);
  return TRUE;
}

/**
 * care_clinic_parts_read_id:
 * @view: an object
 * @member: its member
 * @out: (out): where the id goes
 * @error: return location for an error
 *
 * Reads an id: small letters, digits, "-" and ".", at most 64 (a FHIR id too).
 *
 * Returns: %FALSE when it is missing or no id
 */
gboolean
care_clinic_parts_read_id (const CareJsonView  *view,
                           const char          *member,
                           char               **out,
                           GError             **error)
{
  const char *text = NULL;
  gsize length;

  if (!care_json_view_get_string (view, member, CARE_JSON_REQUIRED, &text, error))
    return FALSE;

  length = strlen (text);
  if (length == 0 || length > 64 || !g_ascii_isalnum (*text) ||
      strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-.") != length)
    {
      care_json_view_set_error (view, error, CARE_ERROR_INPUT,
                                "\"%s\" must be an id of at most 64 small letters, digits, \"-\" and \".\"",
                                member);
      return FALSE;
    }

  *out = g_strdup (text);
  return TRUE;
}

/**
 * care_clinic_parts_read_rooms:
 * @view: the settings
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type CareRoom) (nullable): the rooms, at
 *   least one; %NULL on error
 */
GPtrArray *
care_clinic_parts_read_rooms (const CareJsonView  *view,
                              GError             **error)
{
  const char *known[] = { "id", "name", NULL };
  g_autoptr (GPtrArray) rooms = g_ptr_array_new_with_free_func ((GDestroyNotify) care_room_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  CareJsonView list = { 0 };
  CareJsonView item;

  if (!care_json_view_get_array (view, "rooms", CARE_JSON_REQUIRED, &list, error))
    return NULL;

  for (guint i = 0; i < care_json_view_get_length (&list); i++)
    {
      g_autoptr (CareRoom) room = g_new0 (CareRoom, 1);

      if (!care_json_view_peek_element (&list, i, &item))
        continue;
      if (!care_json_view_refuse_unknown (&item, known, error) ||
          !care_clinic_parts_read_id (&item, "id", &room->id, error) ||
          !care_clinic_parts_read_name (&item, "name", &room->name, error))
        return NULL;
      if (!g_hash_table_add (seen, room->id))
        {
          care_json_view_set_error (&item, error, CARE_ERROR_INPUT,
                                    "the id \"%s\" is there twice", room->id);
          return NULL;
        }
      g_ptr_array_add (rooms, g_steal_pointer (&room));
    }

  if (rooms->len == 0)
    {
      care_json_view_set_error (&list, error, CARE_ERROR_INPUT, "name at least one room");
      return NULL;
    }

  return g_steal_pointer (&rooms);
}

static gboolean
read_role (const CareJsonView  *item,
           CareStaffRole       *role,
           GError             **error)
{
  const char *word = NULL;

  if (!care_json_view_get_string (item, "role", CARE_JSON_REQUIRED, &word, error))
    return FALSE;

  for (int i = CARE_STAFF_RECEPTIONIST; i <= CARE_STAFF_OWNER; i++)
    if (g_strcmp0 (word, care_staff_role_to_string ((CareStaffRole) i)) == 0)
      {
        *role = (CareStaffRole) i;
        return TRUE;
      }

  care_json_view_set_error (item, error, CARE_ERROR_INPUT,
                            "\"role\" must be receptionist, clinician or owner");
  return FALSE;
}

static gboolean
read_pin (const CareJsonView  *item,
          gboolean             sample,
          char               **pin,
          GError             **error)
{
  const char *text = NULL;

  if (!care_json_view_get_string (item, "pin", CARE_JSON_OPTIONAL, &text, error))
    return FALSE;
  if (text == NULL)
    return TRUE;

  if (!sample)
    {
      care_json_view_set_error (item, error, CARE_ERROR_REFUSED,
                                "a PIN must not stand in a real clinic's file; remove \"pin\", each person chooses theirs in the program");
      return FALSE;
    }
  if (strlen (text) != 6 || strspn (text, "0123456789") != 6)
    {
      care_json_view_set_error (item, error, CARE_ERROR_INPUT, "\"pin\" must be six digits");
      return FALSE;
    }

  *pin = g_strdup (text);
  return TRUE;
}

/**
 * care_clinic_parts_read_staff:
 * @view: the settings
 * @sample: whether the file is a sample, which alone may hold PINs
 * @error: return location for an error
 *
 * A clinician needs a licence (facts s3-14, s4-13).
 *
 * Returns: (transfer full) (element-type CareClinicStaff) (nullable): the
 *   staff; %NULL on error
 */
GPtrArray *
care_clinic_parts_read_staff (const CareJsonView  *view,
                              gboolean             sample,
                              GError             **error)
{
  const char *known[] = { "id", "given", "family", "role", "licence", "pin", NULL };
  g_autoptr (GPtrArray) staff = g_ptr_array_new_with_free_func ((GDestroyNotify) care_clinic_staff_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  CareJsonView list = { 0 };
  CareJsonView item;

  if (!care_json_view_get_array (view, "staff", CARE_JSON_REQUIRED, &list, error))
    return NULL;

  for (guint i = 0; i < care_json_view_get_length (&list); i++)
    {
      g_autoptr (CareClinicStaff) person = g_new0 (CareClinicStaff, 1);
      const char *licence = NULL;

      if (!care_json_view_peek_element (&list, i, &item))
        continue;
      if (!care_json_view_refuse_unknown (&item, known, error) ||
          !care_clinic_parts_read_id (&item, "id", &person->id, error) ||
          !care_clinic_parts_read_name (&item, "given", &person->given, error) ||
          !care_clinic_parts_read_name (&item, "family", &person->family, error) ||
          !read_role (&item, &person->role, error) ||
          !read_pin (&item, sample, &person->pin, error) ||
          !care_json_view_get_string (&item, "licence", CARE_JSON_OPTIONAL, &licence, error))
        return NULL;
      if (person->role == CARE_STAFF_CLINICIAN && (licence == NULL || *licence == '\0'))
        {
          care_json_view_set_error (&item, error, CARE_ERROR_INPUT,
                                    "a clinician needs a \"licence\"");
          return NULL;
        }
      if (!g_hash_table_add (seen, person->id))
        {
          care_json_view_set_error (&item, error, CARE_ERROR_INPUT,
                                    "the id \"%s\" is there twice", person->id);
          return NULL;
        }
      person->licence = g_strdup (licence);
      g_ptr_array_add (staff, g_steal_pointer (&person));
    }

  return g_steal_pointer (&staff);
}

/**
 * care_clinic_parts_read_batches:
 * @view: the settings
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type CareBatch) (nullable): the batches on
 *   the shelf; %NULL on error
 */
GPtrArray *
care_clinic_parts_read_batches (const CareJsonView  *view,
                                GError             **error)
{
  const char *known[] = { "product", "batch", "expiry", NULL };
  g_autoptr (GPtrArray) batches = g_ptr_array_new_with_free_func ((GDestroyNotify) care_batch_free);
  CareJsonView list = { 0 };
  CareJsonView item;

  if (!care_json_view_get_array (view, "batches", CARE_JSON_OPTIONAL, &list, error))
    return NULL;

  for (guint i = 0; list.node != NULL && i < care_json_view_get_length (&list); i++)
    {
      g_autoptr (CareBatch) batch = g_new0 (CareBatch, 1);

      if (!care_json_view_peek_element (&list, i, &item))
        continue;
      if (!care_json_view_refuse_unknown (&item, known, error) ||
          !care_clinic_parts_read_id (&item, "product", &batch->product, error) ||
          !care_clinic_parts_read_name (&item, "batch", &batch->batch, error) ||
          !care_clinic_opening_read_date (&item, "expiry", CARE_JSON_REQUIRED, &batch->expiry, error))
        return NULL;
      for (guint k = 0; k < batches->len; k++)
        {
          const CareBatch *other = g_ptr_array_index (batches, k);

          if (g_str_equal (other->product, batch->product) &&
              g_ascii_strcasecmp (other->batch, batch->batch) == 0)
            {
              care_json_view_set_error (&item, error, CARE_ERROR_INPUT,
                                        "this batch of %s is there twice", batch->product);
              return NULL;
            }
        }
      g_ptr_array_add (batches, g_steal_pointer (&batch));
    }

  return g_steal_pointer (&batches);
}

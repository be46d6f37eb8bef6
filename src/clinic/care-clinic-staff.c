/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include "clinic/care-clinic-private.h"
#include "clinic/care-staff-private.h"
#include "seal/care-seal-pin.h"

/* Wrong PINs: the first three cost nothing, then each doubles the wait, up to five minutes. */
#define FREE_TRIES   3
#define FIRST_WAIT   (5 * CARE_SECOND)
#define LONGEST_WAIT (5 * CARE_MINUTE)

#define LEAST_DIGITS 4
#define MOST_DIGITS  12

static const char *const role_codes[] = {
  [CARE_STAFF_RECEPTIONIST] = "receptionist",
  [CARE_STAFF_CLINICIAN] = "clinician",
  [CARE_STAFF_OWNER] = "owner",
};

static JsonObject *
make_practitioner (const CareClinicStaff *staff)
{
  JsonObject *resource = care_fhir_new ("Practitioner", staff->id);
  JsonObject *name = json_object_new ();
  JsonArray *given = json_array_new ();

  json_object_set_boolean_member (resource, "active", TRUE);
  json_object_set_string_member (name, "family", staff->family);
  json_array_add_string_element (given, staff->given);
  json_object_set_array_member (name, "given", given);
  care_fhir_append (resource, "name", name);
  if (staff->licence != NULL)
    {
      JsonObject *identifier = json_object_new ();

      json_object_set_string_member (identifier, "system", CARE_FHIR_ID "licence");
      json_object_set_string_member (identifier, "value", staff->licence);
      care_fhir_append (resource, "identifier", identifier);
    }

  return resource;
}

static JsonObject *
make_role (const CareClinicStaff *staff,
           const char            *organization)
{
  JsonObject *resource = care_fhir_new ("PractitionerRole", staff->id);

  json_object_set_boolean_member (resource, "active", TRUE);
  care_fhir_set_reference (resource, "practitioner", "Practitioner", staff->id);
  care_fhir_set_reference (resource, "organization", "Organization", organization);
  care_fhir_append (resource, "code", care_fhir_concept (CARE_FHIR_SYSTEM "role", role_codes[staff->role], NULL));

  return resource;
}

/* The PIN's hash and the wrong tries: a Basic resource of its own, so that neither travels with the Practitioner. */
static JsonObject *
make_pin (const char *staff,
          const char *hash)
{
  JsonObject *resource = care_fhir_new ("Basic", staff);

  care_fhir_set_concept (resource, "code", CARE_FHIR_SYSTEM "basic", "decision-pin", NULL);
  care_fhir_set_reference (resource, "subject", "Practitioner", staff);
  care_fhir_ext_set_string (resource, "pin-hash", hash);
  care_fhir_ext_set_integer (resource, "pin-tries", 0);

  return resource;
}

static JsonObject *
make_organization (CareClinicInfo *info)
{
  JsonObject *resource = care_fhir_new ("Organization", care_clinic_info_get_id (info));

  json_object_set_boolean_member (resource, "active", TRUE);
  json_object_set_string_member (resource, "name", care_clinic_info_get_name (info));

  return resource;
}

static JsonObject *
make_location (CareClinicInfo *info,
               const CareRoom *room)
{
  JsonObject *resource = care_fhir_new ("Location", room->id);

  json_object_set_string_member (resource, "status", "active");
  json_object_set_string_member (resource, "name", room->name);
  care_fhir_set_reference (resource, "managingOrganization", "Organization", care_clinic_info_get_id (info));

  return resource;
}

static void
add_staff (CareClinic            *self,
           const CareClinicStaff *from)
{
  g_autoptr (CareStaff) staff = care_staff_new (from->id, from->given, from->family, from->role, from->licence);

  if (care_clinic_info_is_sample (self->info))
    _care_staff_set_sample_pin (staff, from->pin);
  g_list_store_append (self->staff, staff);
  g_hash_table_insert (self->staff_by_id, g_strdup (from->id), g_object_ref (staff));
}

static gboolean
put_staff (CareClinic            *self,
           CareStoreChange       *change,
           const CareClinicStaff *staff,
           GError               **error)
{
  /* A sample's PINs stand in its settings and on its sign-in: nothing is gained by making them dear. */
  const CareSealCost normal = CARE_SEAL_COST_NORMAL;
  const CareSealCost cheap = CARE_SEAL_COST_TEST;
  g_autofree char *hash = NULL;
  g_autoptr (CareDocument) known = NULL;

  known = care_store_get (self->store, "Practitioner", staff->id, NULL);
  if (known != NULL)
    return TRUE;

  care_store_change_put (change, NULL, 0, make_practitioner (staff));
  care_store_change_put (change, NULL, 0, make_role (staff, care_clinic_info_get_id (self->info)));
  if (staff->pin == NULL)
    return TRUE;

  hash = care_seal_pin_hash (staff->pin, care_clinic_info_is_sample (self->info) ? &cheap : &normal, error);
  if (hash == NULL)
    return FALSE;
  care_store_change_put (change, NULL, 0, make_pin (staff->id, hash));

  return TRUE;
}

/* What a new store takes over from the settings: clinic, rooms, staff. */
static gboolean
put_new (CareClinic *self,
         GError    **error)
{
  GPtrArray *rooms = care_clinic_info_get_rooms (self->info);
  GPtrArray *staff = care_clinic_info_get_staff (self->info);
  g_autoptr (CareStoreChange) change = _care_clinic_begin (self);
  g_autoptr (CareDocument) organization = NULL;

  organization = care_store_get (self->store, "Organization", care_clinic_info_get_id (self->info), NULL);
  if (organization == NULL)
    care_store_change_put (change, NULL, 0, make_organization (self->info));

  for (guint i = 0; i < rooms->len; i++)
    {
      const CareRoom *room = g_ptr_array_index (rooms, i);
      g_autoptr (CareDocument) known = care_store_get (self->store, "Location", room->id, NULL);

      if (known == NULL)
        care_store_change_put (change, NULL, 0, make_location (self->info, room));
    }

  for (guint i = 0; i < staff->len; i++)
    if (!put_staff (self, change, g_ptr_array_index (staff, i), error))
      return FALSE;

  if (!care_store_change_is_empty (change))
    _care_clinic_audit (self, change, "C", "settings", NULL, "Organization", care_clinic_info_get_id (self->info));

  return care_store_commit (self->store, change, error);
}

gboolean
_care_clinic_load_staff (CareClinic *self,
                         GError    **error)
{
  GPtrArray *staff = care_clinic_info_get_staff (self->info);

  if (!put_new (self, error))
    return FALSE;

  for (guint i = 0; i < staff->len; i++)
    {
      const CareClinicStaff *person = g_ptr_array_index (staff, i);
      g_autoptr (GError) local = NULL;
      CareDocument *pin;

      add_staff (self, person);
      pin = care_store_get (self->store, "Basic", person->id, &local);
      if (pin != NULL)
        g_hash_table_insert (self->pins, g_strdup (person->id), pin);
      else if (!g_error_matches (local, CARE_ERROR, CARE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }

  return TRUE;
}

static CareInstant
wait_for (gint64 tries)
{
  CareInstant wait = FIRST_WAIT;

  if (tries < FREE_TRIES)
    return 0;

  for (gint64 i = FREE_TRIES; i < tries && wait < LONGEST_WAIT; i++)
    wait *= 2;

  return MIN (wait, LONGEST_WAIT);
}

/* Keeps the number of tries, durably, before anybody learns whether the PIN was right. */
static gboolean
keep_tries (CareClinic  *self,
            const char  *staff,
            gint64       tries,
            GError     **error)
{
  CareDocument *former = g_hash_table_lookup (self->pins, staff);
  JsonObject *resource = care_document_dup_resource (former);
  g_autoptr (CareStoreChange) change = _care_clinic_begin (self);
  guint version = care_document_get_version (former);

  care_fhir_ext_set_integer (resource, "pin-tries", tries);
  care_fhir_ext_set_instant (resource, "pin-last-try", _care_clinic_now (self), self->zone);
  care_store_change_put (change, NULL, version, resource);
  if (tries > 0)
    _care_clinic_audit (self, change, "E", "pin-try", staff, "Practitioner", staff);
  if (!care_store_commit (self->store, change, error))
    return FALSE;

  g_hash_table_insert (self->pins, g_strdup (staff),
                       care_document_new ("Basic", staff, NULL, version + 1, _care_clinic_now (self), resource));

  return TRUE;
}

gboolean
_care_clinic_check_pin (CareClinic           *self,
                        const CareSignature  *by,
                        GError              **error)
{
  CareDocument *pin = g_hash_table_lookup (self->pins, by->staff != NULL ? by->staff : "");
  g_autofree char *hash = NULL;
  JsonObject *resource;
  CareInstant may_try;
  gint64 tries;

  if (pin == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "staff: no such person, or no PIN set yet");
      return FALSE;
    }

  resource = care_document_get_resource (pin);
  tries = care_fhir_ext_get_integer (resource, "pin-tries");
  may_try = care_fhir_ext_get_instant (resource, "pin-last-try");
  if (may_try != CARE_INSTANT_NONE)
    may_try += wait_for (tries);
  /* A clock that was set back must not lock anybody out for longer than the longest wait. */
  if (tries >= FREE_TRIES && may_try != CARE_INSTANT_NONE && _care_clinic_now (self) < may_try
      && may_try - _care_clinic_now (self) <= LONGEST_WAIT)
    {
      g_autoptr (GDateTime) local = care_instant_to_local (may_try, self->zone);
      g_autofree char *clock = g_date_time_format (local, "%H:%M:%S");

      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "PIN: wrong too often; it may be tried again at %s", clock);
      return FALSE;
    }

  hash = g_strdup (care_fhir_ext_get_string (resource, "pin-hash"));
  if (hash != NULL && by->pin != NULL && care_seal_pin_verify (hash, by->pin))
    return tries == 0 || keep_tries (self, by->staff, 0, error);

  /* Counted on the disk before anybody is told: whoever pulls the plug has learnt nothing. */
  if (keep_tries (self, by->staff, tries + 1, error))
    g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "PIN: not the right one");

  return FALSE;
}

gboolean
_care_clinic_check_clinician (CareClinic           *self,
                              const CareSignature  *by,
                              const char           *what,
                              GError              **error)
{
  CareStaff *staff;

  if (!_care_clinic_check_pin (self, by, error))
    return FALSE;

  staff = care_clinic_lookup_staff (self, by->staff);
  if (staff == NULL || care_staff_get_role (staff) != CARE_STAFF_CLINICIAN)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "%s: only a clinician may sign this", what);
      return FALSE;
    }

  return TRUE;
}

gboolean
_care_clinic_check_owner (CareClinic           *self,
                          const CareSignature  *by,
                          const char           *what,
                          GError              **error)
{
  CareStaff *staff;

  if (!_care_clinic_check_pin (self, by, error))
    return FALSE;

  staff = care_clinic_lookup_staff (self, by->staff);
  if (staff == NULL || care_staff_get_role (staff) == CARE_STAFF_RECEPTIONIST)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_REFUSED, "%s: only a clinician or the owner may sign this", what);
      return FALSE;
    }

  return TRUE;
}

/**
 * care_clinic_has_pin:
 * @self: a clinic
 * @staff: an id
 *
 * Returns: whether that person can sign in
 */
gboolean
care_clinic_has_pin (CareClinic *self,
                     const char *staff)
{
  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (staff != NULL, FALSE);

  return g_hash_table_contains (self->pins, staff);
}

static gboolean
check_new_pin (const char  *pin,
               GError     **error)
{
  gsize length = strspn (pin, "0123456789");

  if (length >= LEAST_DIGITS && length <= MOST_DIGITS && pin[length] == '\0')
    return TRUE;

  g_set_error (error, CARE_ERROR, CARE_ERROR_INPUT, "PIN: must be %d to %d digits", LEAST_DIGITS, MOST_DIGITS);

  return FALSE;
}

/**
 * care_clinic_set_pin:
 * @self: a clinic
 * @staff: an id
 * @old_pin: (nullable): the PIN until now; NULL where there is none yet
 * @new_pin: 4 to 12 digits
 *
 * Returns: FALSE with %CARE_ERROR_INPUT for what is no PIN, %CARE_ERROR_REFUSED when the old one does not fit
 */
gboolean
care_clinic_set_pin (CareClinic  *self,
                     const char  *staff,
                     const char  *old_pin,
                     const char  *new_pin,
                     GError     **error)
{
  const CareSealCost cost = CARE_SEAL_COST_NORMAL;
  const CareSignature by = { staff, old_pin };
  g_autoptr (CareStoreChange) change = NULL;
  g_autofree char *hash = NULL;
  CareDocument *former;
  JsonObject *resource;
  guint version;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (staff != NULL && new_pin != NULL, FALSE);

  if (care_clinic_lookup_staff (self, staff) == NULL)
    {
      g_set_error (error, CARE_ERROR, CARE_ERROR_NOT_FOUND, "staff: no such person");
      return FALSE;
    }
  if (!check_new_pin (new_pin, error)
      || (care_clinic_has_pin (self, staff) && !_care_clinic_check_pin (self, &by, error)))
    return FALSE;

  hash = care_seal_pin_hash (new_pin, &cost, error);
  if (hash == NULL)
    return FALSE;

  former = g_hash_table_lookup (self->pins, staff);
  version = former != NULL ? care_document_get_version (former) : 0;
  resource = make_pin (staff, hash);
  change = _care_clinic_begin (self);
  care_store_change_put (change, NULL, version, resource);
  _care_clinic_audit (self, change, former != NULL ? "U" : "C", "set-pin", staff, "Practitioner", staff);
  if (!care_store_commit (self->store, change, error))
    return FALSE;

  g_hash_table_insert (self->pins, g_strdup (staff),
                       care_document_new ("Basic", staff, NULL, version + 1, care_store_change_get_at (change),
                                          resource));

  return TRUE;
}

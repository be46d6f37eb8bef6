/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-clinic-private.h"

#include <errno.h>

#include "clinic/care-unkept-private.h"

G_DEFINE_FINAL_TYPE (CareClinic, care_clinic, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ACTOR,
  N_PROPS,
};

enum
{
  CHANGED,
  PROBLEM,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
care_clinic_get_property (GObject    *object,
                          guint       property,
                          GValue     *value,
                          GParamSpec *pspec)
{
  CareClinic *self = CARE_CLINIC (object);

  switch (property)
    {
    case PROP_ACTOR:
      g_value_set_object (value, self->actor);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
care_clinic_finalize (GObject *object)
{
  CareClinic *self = CARE_CLINIC (object);

  g_clear_object (&self->actor);
  g_clear_object (&self->today);
  g_clear_object (&self->unsigned_before);
  g_clear_object (&self->staff);
  g_clear_object (&self->sheet_words);
  g_clear_pointer (&self->sheet_clinic, care_sheet_clinic_free);
  g_clear_pointer (&self->staff_by_id, g_hash_table_unref);
  g_clear_pointer (&self->pins, g_hash_table_unref);
  g_clear_pointer (&self->visits, g_hash_table_unref);
  g_clear_pointer (&self->patients, g_hash_table_unref);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_pointer (&self->unkept, g_hash_table_unref);
  g_clear_pointer (&self->forms, g_hash_table_unref);
  g_clear_pointer (&self->shelf, care_form_shelf_free);
  g_clear_pointer (&self->former_entries, g_ptr_array_unref);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->info);
  g_clear_object (&self->protocol);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->plain, care_plain_free);
  g_free (self->protocol_former);
  g_free (self->protocol_written);
  g_free (self->data_dir);
  g_free (self->state_dir);

  G_OBJECT_CLASS (care_clinic_parent_class)->finalize (object);
}

static void
care_clinic_class_init (CareClinicClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = care_clinic_get_property;
  object_class->finalize = care_clinic_finalize;

  properties[PROP_ACTOR] = g_param_spec_object ("actor", NULL, NULL, CARE_TYPE_STAFF,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * CareClinic::changed:
   * @self: the clinic
   * @visit: the visit that changed
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, CARE_TYPE_VISIT);
  /**
   * CareClinic::problem:
   * @self: the clinic
   * @message: what went wrong, and what to do
   */
  signals[PROBLEM] = g_signal_new ("problem", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
care_clinic_init (CareClinic *self)
{
  self->staff = g_list_store_new (CARE_TYPE_STAFF);
  self->today = g_list_store_new (CARE_TYPE_VISIT);
  self->staff_by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->pins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) care_document_unref);
  self->patients = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->visits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->unkept = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) _care_unkept_free);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->today_from = self->today_to = CARE_INSTANT_NONE;
}

static gboolean
make_folders (CareClinic *self,
              GError    **error)
{
  g_autofree char *journals = g_build_filename (self->state_dir, "journals", NULL);

  if (g_mkdir_with_parents (journals, 0700) != 0)
    {
      int saved = errno;

      g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT, "%s: %s; check the folder", journals,
                   g_strerror (saved));
      return FALSE;
    }

  return TRUE;
}

/**
 * care_clinic_new:
 * @store: the records
 * @clock: the only way to now
 * @info: the clinic's settings
 * @protocol: the rules in force
 * @data_dir: folder with forms/ and words/
 * @state_dir: folder with journals/, made when missing, and with the clinic's own forms/
 *
 * Returns: (transfer full): the clinic, its patients and staff loaded; NULL when the store cannot be read
 */
CareClinic *
care_clinic_new (CareStore       *store,
                 CareClock       *clock,
                 CareClinicInfo  *info,
                 CareProtocol    *protocol,
                 const char      *data_dir,
                 const char      *state_dir,
                 GError         **error)
{
  g_autoptr (CareClinic) self = NULL;

  g_return_val_if_fail (CARE_IS_STORE (store), NULL);
  g_return_val_if_fail (CARE_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (CARE_IS_CLINIC_INFO (info), NULL);
  g_return_val_if_fail (CARE_IS_PROTOCOL (protocol), NULL);
  g_return_val_if_fail (data_dir != NULL && state_dir != NULL, NULL);

  self = g_object_new (CARE_TYPE_CLINIC, NULL);
  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->info = g_object_ref (info);
  self->protocol = g_object_ref (protocol);
  self->zone = care_clinic_info_get_time_zone (info);
  self->data_dir = g_strdup (data_dir);
  self->state_dir = g_strdup (state_dir);
  self->shelf = care_form_shelf_new (state_dir, care_clinic_info_get_forms (info));

  if (!make_folders (self, error)
      || !_care_clinic_load_newest (self, error)
      || !_care_clinic_load_staff (self, error)
      || !_care_clinic_load_patients (self, error)
      || !_care_clinic_load_today (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

CareStore *
care_clinic_get_store (CareClinic *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);

  return self->store;
}

CareClock *
care_clinic_get_clock (CareClinic *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);

  return self->clock;
}

CareClinicInfo *
care_clinic_get_info (CareClinic *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);

  return self->info;
}

CareProtocol *
care_clinic_get_protocol (CareClinic *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);

  return self->protocol;
}

/**
 * care_clinic_set_draft:
 * @self: a clinic
 * @draft: what the clinic has written and paper does not follow yet; whoever approves, approves that
 *
 * See care_protocol_shelf_choose().
 */
void
care_clinic_set_draft (CareClinic    *self,
                       CareProtocol  *draft)
{
  g_return_if_fail (CARE_IS_CLINIC (self));
  g_return_if_fail (CARE_IS_PROTOCOL (draft));
  g_return_if_fail (draft != self->protocol);

  g_set_object (&self->draft, draft);
}

/**
 * care_clinic_get_draft:
 * @self: a clinic
 *
 * Returns: (transfer none) (nullable): the draft that waits beside care_clinic_get_protocol()
 */
CareProtocol *
care_clinic_get_draft (CareClinic *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);

  return self->draft;
}

/**
 * care_clinic_get_edited_protocol:
 * @self: a clinic
 *
 * Returns: (transfer none): what its people read and approve: the draft while there is one, else what is followed
 */
CareProtocol *
care_clinic_get_edited_protocol (CareClinic *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);

  return self->draft != NULL ? self->draft : self->protocol;
}

/**
 * care_clinic_get_zone:
 * @self: a clinic
 *
 * Returns: (transfer none): the zone its clocks show
 */
GTimeZone *
care_clinic_get_zone (CareClinic *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);

  return self->zone;
}

gboolean
care_clinic_is_sample (CareClinic *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);

  return care_clinic_info_is_sample (self->info);
}

gboolean
care_clinic_is_empty (CareClinic *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC (self), TRUE);

  return g_hash_table_size (self->patients) == 0;
}

/**
 * care_clinic_get_staff:
 * @self: a clinic
 *
 * Returns: (transfer none): a list of [class@Staff], in the settings' order
 */
GListModel *
care_clinic_get_staff (CareClinic *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);

  return G_LIST_MODEL (self->staff);
}

/**
 * care_clinic_lookup_staff:
 * @self: a clinic
 * @id: an id
 *
 * Returns: (transfer none) (nullable): that person
 */
CareStaff *
care_clinic_lookup_staff (CareClinic *self,
                          const char *id)
{
  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);

  return id != NULL ? g_hash_table_lookup (self->staff_by_id, id) : NULL;
}

/**
 * care_clinic_sign_in:
 * @self: a clinic
 * @staff: who
 * @pin: that person's PIN
 *
 * Returns: FALSE with %CARE_ERROR_REFUSED when the PIN is wrong or it is too soon after wrong ones
 */
gboolean
care_clinic_sign_in (CareClinic  *self,
                     const char  *staff,
                     const char  *pin,
                     GError     **error)
{
  const CareSignature by = { staff, pin };
  g_autoptr (CareStoreChange) change = NULL;

  g_return_val_if_fail (CARE_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (staff != NULL && pin != NULL, FALSE);

  if (!_care_clinic_check_pin (self, &by, error))
    return FALSE;

  change = _care_clinic_begin (self);
  _care_clinic_audit (self, change, "E", "sign-in", staff, "Practitioner", staff);
  if (!care_store_commit (self->store, change, error))
    return FALSE;

  g_set_object (&self->actor, care_clinic_lookup_staff (self, staff));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTOR]);

  return TRUE;
}

void
care_clinic_sign_out (CareClinic *self)
{
  g_return_if_fail (CARE_IS_CLINIC (self));

  if (self->actor == NULL)
    return;

  g_clear_object (&self->actor);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTOR]);
}

/**
 * care_clinic_get_actor:
 * @self: a clinic
 *
 * Returns: (transfer none) (nullable): who is signed in at the desk
 */
CareStaff *
care_clinic_get_actor (CareClinic *self)
{
  g_return_val_if_fail (CARE_IS_CLINIC (self), NULL);

  return self->actor;
}

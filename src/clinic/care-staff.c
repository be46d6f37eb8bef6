/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-staff-private.h"

#include "base/care-bidi.h"

struct _CareStaff
{
  GObject        parent_instance;

  char          *id;
  char          *given;
  char          *family;
  char          *display_name;
  CareStaffRole  role;
  char          *licence;
  char          *sample_pin;
};

G_DEFINE_FINAL_TYPE (CareStaff, care_staff, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_DISPLAY_NAME,
  PROP_ROLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
care_staff_get_property (GObject    *object,
                         guint       property,
                         GValue     *value,
                         GParamSpec *pspec)
{
  CareStaff *self = CARE_STAFF (object);

  switch (property)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_DISPLAY_NAME:
      g_value_set_string (value, self->display_name);
      break;
    case PROP_ROLE:
      g_value_set_int (value, self->role);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
care_staff_finalize (GObject *object)
{
  CareStaff *self = CARE_STAFF (object);

  g_free (self->id);
  g_free (self->given);
  g_free (self->family);
  g_free (self->display_name);
  g_free (self->licence);
  g_free (self->sample_pin);

  G_OBJECT_CLASS (care_staff_parent_class)->finalize (object);
}

static void
care_staff_class_init (CareStaffClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = care_staff_get_property;
  object_class->finalize = care_staff_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_DISPLAY_NAME] = g_param_spec_string ("display-name", NULL, NULL, NULL, flags);
  properties[PROP_ROLE] = g_param_spec_int ("role", NULL, NULL, 0, CARE_STAFF_OWNER, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
care_staff_init (CareStaff *self)
{
}

/**
 * care_staff_new:
 * @id: the Practitioner's id
 * @given: given name
 * @family: family name
 * @role: what this person may do
 * @licence: (nullable): licence number
 *
 * Returns: (transfer full): a member of staff
 */
CareStaff *
care_staff_new (const char    *id,
                const char    *given,
                const char    *family,
                CareStaffRole  role,
                const char    *licence)
{
  g_autofree char *joined = NULL;
  CareStaff *self;

  g_return_val_if_fail (id != NULL && given != NULL && family != NULL, NULL);

  self = g_object_new (CARE_TYPE_STAFF, NULL);
  self->id = g_strdup (id);
  self->given = g_strdup (given);
  self->family = g_strdup (family);
  joined = g_strjoin (" ", given, family, NULL);
  self->display_name = care_bidi_dup_neutral (joined);
  self->role = role;
  self->licence = g_strdup (licence);

  return self;
}

void
_care_staff_set_sample_pin (CareStaff  *self,
                            const char *pin)
{
  g_free (self->sample_pin);
  self->sample_pin = g_strdup (pin);
}

const char *
care_staff_get_id (CareStaff *self)
{
  g_return_val_if_fail (CARE_IS_STAFF (self), NULL);

  return self->id;
}

const char *
care_staff_get_given (CareStaff *self)
{
  g_return_val_if_fail (CARE_IS_STAFF (self), NULL);

  return self->given;
}

const char *
care_staff_get_display_name (CareStaff *self)
{
  g_return_val_if_fail (CARE_IS_STAFF (self), NULL);

  return self->display_name;
}

CareStaffRole
care_staff_get_role (CareStaff *self)
{
  g_return_val_if_fail (CARE_IS_STAFF (self), CARE_STAFF_RECEPTIONIST);

  return self->role;
}

const char *
care_staff_get_licence (CareStaff *self)
{
  g_return_val_if_fail (CARE_IS_STAFF (self), NULL);

  return self->licence;
}

const char *
care_staff_get_sample_pin (CareStaff *self)
{
  g_return_val_if_fail (CARE_IS_STAFF (self), NULL);

  return self->sample_pin;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic.h"

G_BEGIN_DECLS

/**
 * CareAllergiesState:
 * @CARE_ALLERGIES_NOT_ASKED: nobody asked, or nothing was answered
 * @CARE_ALLERGIES_OPEN: "not sure" or "rather tell staff", and nothing named
 * @CARE_ALLERGIES_NONE: asked, and every list was answered with none
 * @CARE_ALLERGIES_NAMED: at least one is named
 *
 * What the answers say of allergies: the newest, and what older ones named, for that stands. An empty list is one of
 * three things, and never reads as "none".
 */
typedef enum
{
  CARE_ALLERGIES_NOT_ASKED,
  CARE_ALLERGIES_OPEN,
  CARE_ALLERGIES_NONE,
  CARE_ALLERGIES_NAMED,
} CareAllergiesState;

/**
 * CareAllergy:
 * @key: one for each allergy, in whatever language it is shown: its code, or the SHA-256 of what was typed
 * @name: as the patient chose or typed it
 * @system: (nullable): the list it was chosen from
 * @code: (nullable): its code there; NULL when it was typed
 * @typed: in the patient's own words, not from the list
 * @typed_in: (nullable): in what it was typed, where that is not the staff's language
 * @named_at: when it was last named
 * @not_again: the newest answers do not name it
 * @confirmed_by: (nullable): who has looked at it, by name
 * @confirmed_at: when, CARE_INSTANT_NONE when nobody has
 */
typedef struct
{
  char        *key;
  char        *name;
  char        *system;
  char        *code;
  gboolean     typed;
  char        *typed_in;
  CareInstant  named_at;
  gboolean     not_again;
  char        *confirmed_by;
  CareInstant  confirmed_at;
} CareAllergy;

/**
 * CareAllergies:
 * @state: what the answers say
 * @asked_at: when the newest were given
 * @open: "not sure" or "rather tell staff" stands beside what is named
 * @count: how many are named
 * @unconfirmed: how many of them nobody has looked at
 * @list: (nullable) (element-type CareAllergy): their names; NULL unless a clinician opened them
 */
typedef struct
{
  CareAllergiesState  state;
  CareInstant         asked_at;
  gboolean            open;
  guint               count;
  guint               unconfirmed;
  GPtrArray          *list;
} CareAllergies;

void           care_allergies_free        (CareAllergies       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareAllergies, care_allergies_free)

/* How it stands, without a name. */
CareAllergies *care_clinic_get_allergies  (CareClinic          *self,
                                           CarePatient         *patient,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* The names, opened with a clinician's signature and audited. */
CareAllergies *care_clinic_open_allergies (CareClinic          *self,
                                           CarePatient         *patient,
                                           const CareSignature *by,
                                           GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

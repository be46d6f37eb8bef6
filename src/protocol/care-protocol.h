/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <json-glib/json-glib.h>

#include "base/care-text.h"
#include "protocol/care-allergen.h"
#include "protocol/care-approval.h"
#include "protocol/care-claims.h"
#include "protocol/care-line.h"
#include "protocol/care-override.h"
#include "protocol/care-parameters.h"
#include "protocol/care-product.h"
#include "protocol/care-range.h"
#include "protocol/care-rule.h"
#include "protocol/care-sign.h"

G_BEGIN_DECLS

#define CARE_PROTOCOL_FORMAT_VERSION 1

/**
 * CareProtocolStatus:
 * @CARE_PROTOCOL_SAMPLE: shipped; EXAMPLE stands across its sheets
 * @CARE_PROTOCOL_DRAFT: being edited, drives no paper
 * @CARE_PROTOCOL_IN_FORCE: its rules are approved
 */
typedef enum
{
  CARE_PROTOCOL_SAMPLE,
  CARE_PROTOCOL_DRAFT,
  CARE_PROTOCOL_IN_FORCE,
} CareProtocolStatus;

/**
 * CareArea:
 * @code: area code, "thighs"
 * @path: its place in the file
 * @text: the patient's word
 * @face: counts as face (makeup lines, face signs)
 * @body: counts as body
 */
typedef struct _CareArea CareArea;

struct _CareArea
{
  char     *code;
  char     *path;
  CareText *text;
  gboolean  face;
  gboolean  body;
};

/**
 * CareProtocol:
 *
 * A clinic's rules: screening, test and course parameters, products, allergy
 * cross-table, lines of the sheets, warning signs. Immutable but for its approvals. Loading checks the
 * form only; whether the content may be used, care_protocol_check() says.
 */
#define CARE_TYPE_PROTOCOL (care_protocol_get_type ())
G_DECLARE_FINAL_TYPE (CareProtocol, care_protocol, CARE, PROTOCOL, GObject)

CareProtocol         *care_protocol_load                  (const char   *path,
                                                           GError      **error) G_GNUC_WARN_UNUSED_RESULT;
CareProtocol         *care_protocol_new_from_text         (const char   *json,
                                                           gssize        length,
                                                           const char   *source,
                                                           GError      **error) G_GNUC_WARN_UNUSED_RESULT;
const char           *care_protocol_get_source            (CareProtocol *self);
const char           *care_protocol_get_id                (CareProtocol *self);
const char           *care_protocol_get_version           (CareProtocol *self);
CareProtocolStatus    care_protocol_get_status            (CareProtocol *self);
CareText             *care_protocol_get_title             (CareProtocol *self);
const char *const    *care_protocol_get_patient_languages (CareProtocol *self);
const char *const    *care_protocol_get_desk_languages    (CareProtocol *self);
const CareApproval   *care_protocol_get_approval          (CareProtocol *self,
                                                           const char   *language);
const CareApproval   *care_protocol_peek_approval         (CareProtocol *self,
                                                           const char   *language);
const CareApproval   *care_protocol_peek_version_approval (CareProtocol *self);
char                 *care_protocol_dup_texts_hash        (CareProtocol *self,
                                                           const char   *language) G_GNUC_WARN_UNUSED_RESULT;
const char           *care_protocol_get_rules_hash        (CareProtocol *self);
void                  care_protocol_take_approvals        (CareProtocol *self,
                                                           CareProtocol *from);
const CareParameters *care_protocol_get_parameters        (CareProtocol *self);

/* Arrays in the order of the file; (transfer none), never NULL, not to be changed. */
GPtrArray            *care_protocol_get_areas             (CareProtocol *self);
GPtrArray            *care_protocol_get_ingredients       (CareProtocol *self);
GPtrArray            *care_protocol_get_products          (CareProtocol *self);
GPtrArray            *care_protocol_get_allergens         (CareProtocol *self);
GPtrArray            *care_protocol_get_rules             (CareProtocol *self);
GPtrArray            *care_protocol_get_lines             (CareProtocol *self);
GPtrArray            *care_protocol_get_signs             (CareProtocol *self);
/* (element-type CareCodedText) */
GPtrArray            *care_protocol_get_reasons           (CareProtocol *self);
GPtrArray            *care_protocol_get_teach_back        (CareProtocol *self);
/* What is known and left out on purpose, with the reason, for the approver (element-type CareCodedText). */
GPtrArray            *care_protocol_get_left_out          (CareProtocol *self);
/* Claims that this clinic forbids besides the program's own, a phrase in each language (element-type CareCodedText). */
GPtrArray            *care_protocol_get_forbidden         (CareProtocol *self);
/* Texts above the reading level that a named person took on (element-type CareOverride). */
GPtrArray            *care_protocol_get_overrides         (CareProtocol *self);
CareClaims           *care_protocol_new_claims            (CareProtocol *self,
                                                           const char   *language) G_GNUC_WARN_UNUSED_RESULT;

void                  care_protocol_place_areas           (CareProtocol      *self,
                                                           const char *const *areas,
                                                           gboolean          *face,
                                                           gboolean          *body);

/* (nullable): NULL when there is none of that name. */
const CareArea       *care_protocol_find_area             (CareProtocol *self,
                                                           const char   *code);
const CareIngredient *care_protocol_find_ingredient       (CareProtocol *self,
                                                           const char   *code);
const CareProduct    *care_protocol_find_product          (CareProtocol *self,
                                                           const char   *id);
const CareAllergen   *care_protocol_find_allergen         (CareProtocol *self,
                                                           const char   *code);
const CareRule       *care_protocol_find_rule             (CareProtocol *self,
                                                           const char   *id);
const CareRule       *care_protocol_find_built_in         (CareProtocol *self,
                                                           CareFind      find);
const CareLine       *care_protocol_find_line             (CareProtocol *self,
                                                           const char   *id);
const CareSign       *care_protocol_find_sign             (CareProtocol *self,
                                                           const char   *id);
int                   care_protocol_get_min_gap_days      (CareProtocol *self,
                                                           const char   *product);

G_END_DECLS

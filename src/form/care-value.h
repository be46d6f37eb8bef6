/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

#include "base/care-error.h"
#include "base/care-instant.h"

G_BEGIN_DECLS

/**
 * CareValueType:
 * @CARE_VALUE_BOOLEAN: true or false
 * @CARE_VALUE_DECIMAL: a number, kept as its exact text
 * @CARE_VALUE_INTEGER: a whole number
 * @CARE_VALUE_DATE: year, month or day ("2026", "2026-11", "2026-11-22")
 * @CARE_VALUE_DATE_TIME: a date as above, or a moment with its offset
 * @CARE_VALUE_TIME: a time of day ("14:30:00")
 * @CARE_VALUE_STRING: text
 * @CARE_VALUE_URI: an address
 * @CARE_VALUE_CODING: a code of a system
 * @CARE_VALUE_QUANTITY: a number with its unit
 * @CARE_VALUE_ATTACHMENT: a file
 * @CARE_VALUE_REFERENCE: another resource
 *
 * The value[x] of a QuestionnaireResponse answer (FHIR R4).
 */
typedef enum
{
  CARE_VALUE_BOOLEAN,
  CARE_VALUE_DECIMAL,
  CARE_VALUE_INTEGER,
  CARE_VALUE_DATE,
  CARE_VALUE_DATE_TIME,
  CARE_VALUE_TIME,
  CARE_VALUE_STRING,
  CARE_VALUE_URI,
  CARE_VALUE_CODING,
  CARE_VALUE_QUANTITY,
  CARE_VALUE_ATTACHMENT,
  CARE_VALUE_REFERENCE,
} CareValueType;

/**
 * CareOrder:
 * @CARE_ORDER_UNKNOWN: cannot be said (other types or units, unlike precision that overlaps)
 * @CARE_ORDER_LESS: the first is less
 * @CARE_ORDER_EQUAL: the same
 * @CARE_ORDER_GREATER: the first is greater
 */
typedef enum
{
  CARE_ORDER_UNKNOWN,
  CARE_ORDER_LESS,
  CARE_ORDER_EQUAL,
  CARE_ORDER_GREATER,
} CareOrder;

/**
 * CareValue:
 *
 * One answer's value. Immutable, counted, safe to share between threads.
 */
typedef struct _CareValue CareValue;

#define CARE_TYPE_VALUE (care_value_get_type ())
GType         care_value_get_type       (void);

CareValue    *care_value_new_boolean    (gboolean          value) G_GNUC_WARN_UNUSED_RESULT;
CareValue    *care_value_new_integer    (gint64            value) G_GNUC_WARN_UNUSED_RESULT;
/* Text as typed or read: "70.50". No thousands marks, a full stop as the decimal mark. */
CareValue    *care_value_new_decimal    (const char       *text,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* "2026", "2026-11" or "2026-11-22"; impossible dates are errors. */
CareValue    *care_value_new_date       (const char       *text,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* A date as above, or "2026-11-22T15:10:00-05:00" (an offset is needed with a time of day). */
CareValue    *care_value_new_date_time  (const char       *text,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;
CareValue    *care_value_new_instant    (CareInstant       instant,
                                         GTimeZone        *zone) G_GNUC_WARN_UNUSED_RESULT;
/* "14:30" or "14:30:00" */
CareValue    *care_value_new_time       (const char       *text,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;
CareValue    *care_value_new_string     (const char       *text) G_GNUC_WARN_UNUSED_RESULT;
CareValue    *care_value_new_uri        (const char       *text) G_GNUC_WARN_UNUSED_RESULT;
/* @system and @display may be NULL. */
CareValue    *care_value_new_coding     (const char       *system,
                                         const char       *code,
                                         const char       *display) G_GNUC_WARN_UNUSED_RESULT;
/* @number as for a decimal; @unit is what people read, @system and @code may be NULL. */
CareValue    *care_value_new_quantity   (const char       *number,
                                         const char       *unit,
                                         const char       *system,
                                         const char       *code,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* A picture or file: @data is stored as base64. */
CareValue    *care_value_new_attachment (const char       *content_type,
                                         GBytes           *data,
                                         const char       *title) G_GNUC_WARN_UNUSED_RESULT;
/* "Patient/123" */
CareValue    *care_value_new_reference  (const char       *reference,
                                         const char       *display) G_GNUC_WARN_UNUSED_RESULT;
/* The JSON of one value[x] of the type named; errors name no path, the caller does. */
CareValue    *care_value_new_from_json  (CareValueType     type,
                                         JsonNode         *node,
                                         GError          **error) G_GNUC_WARN_UNUSED_RESULT;

CareValue    *care_value_ref            (CareValue        *self);
void          care_value_unref          (CareValue        *self);

CareValueType care_value_get_value_type (const CareValue  *self);
gboolean      care_value_get_boolean    (const CareValue  *self);
gint64        care_value_get_integer    (const CareValue  *self);
/* Integer, decimal or quantity as a double; 0 for other types. */
double        care_value_get_double     (const CareValue  *self);
/* Exact text of a decimal, date, dateTime, time, string or uri, a quantity's number, a reference's
 * target, an attachment's title; NULL for the rest. */
const char   *care_value_get_text       (const CareValue  *self);
/* Coding and quantity; NULL for other types and where absent. */
const char   *care_value_get_system     (const CareValue  *self);
const char   *care_value_get_code       (const CareValue  *self);
/* Coding and reference: display; quantity: unit. */
const char   *care_value_get_display    (const CareValue  *self);
/* For a coding: TRUE if it is @code of @system (NULL: of any). */
gboolean      care_value_is_code        (const CareValue  *self,
                                         const char       *system,
                                         const char       *code);
/* First and last microsecond that a date, dateTime or partial date can mean; dates without an
 * offset are days of @zone. FALSE for other types. */
gboolean      care_value_get_instants   (const CareValue  *self,
                                         GTimeZone        *zone,
                                         CareInstant      *first,
                                         CareInstant      *last);

/* The very same value, display included. */
gboolean      care_value_equal          (const CareValue  *a,
                                         const CareValue  *b);
/* Equal as enableWhen means it: codings by system and code, numbers by amount. */
gboolean      care_value_matches        (const CareValue  *a,
                                         const CareValue  *b);
CareOrder     care_value_compare        (const CareValue  *a,
                                         const CareValue  *b);

/* "valueCoding" and so on, the JSON member that holds it. */
const char   *care_value_get_member     (const CareValue  *self);
JsonNode     *care_value_to_json        (const CareValue  *self) G_GNUC_WARN_UNUSED_RESULT;
/* What a person may read, in no particular language. */
char         *care_value_dup_text       (const CareValue  *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareValue, care_value_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "form/care-form-text.h"
#include "form/care-item.h"
#include "form/care-option.h"

G_BEGIN_DECLS

#define CARE_ITEM_NUMBER_NONE G_MAXUINT32

struct _CareOption
{
  CareValue          *value;
  const CareFormText *display;
  const CareFormText *prefix;
  double              ordinal;
  guint               exclusive : 1;
  guint               initial : 1;
  guint               has_ordinal : 1;
};

/* Choices, shared by all items that take them from one ValueSet. */
typedef struct
{
  guint       n_options;
  CareOption *options;
  gboolean    incomplete;   /* part of the ValueSet is not in the form */
  gboolean    twins;        /* two of them share a code, and only their words tell them apart */
  GHashTable *by_code;      /* (nullable): code -> first CareOption, for long lists */
} CareOptionSet;

typedef enum
{
  CARE_OPERATOR_EXISTS,
  CARE_OPERATOR_EQUAL,
  CARE_OPERATOR_NOT_EQUAL,
  CARE_OPERATOR_GREATER,
  CARE_OPERATOR_LESS,
  CARE_OPERATOR_GREATER_EQUAL,
  CARE_OPERATOR_LESS_EQUAL,
} CareOperator;

/* One enableWhen. */
typedef struct
{
  guint32      source;      /* the item asked about */
  guint32      common;      /* closest item above both, or CARE_ITEM_NUMBER_NONE for the form itself */
  CareOperator op;
  gboolean     exists;      /* what `exists` is compared with */
  gboolean     in_loop;     /* asks the source's answers without asking whether it is enabled */
  CareValue   *value;
} CareCondition;

/* What few items have. */
typedef struct
{
  const CareFormText  *prefix;
  const CareFormText  *short_text;
  const CareFormText  *help;
  const CareFormText  *flyover;
  const CareFormText  *unit_text;
  const CareFormText  *lower_text;
  const CareFormText  *upper_text;
  const CareFormText  *entry_format;
  const CareFormText  *open_label;
  CareValue          **codes;
  CareValue          **units;
  const CareFormText **unit_texts;
  CareValue          **initial;
  CareValue           *min_value;
  CareValue           *max_value;
  const char          *regex_text;
  GRegex              *regex;
  const char          *missing_choices;
  const char         **reference_types;  /* NULL-terminated */
  const char         **mime_types;       /* NULL-terminated */
  double               slider_step;
  double               max_size;         /* bytes; 0 for none */
  guint                n_codes;
  guint                n_units;
  gboolean             units_are_all;    /* unitOption: no other unit will do; unit alone is a proposal */
  guint                no_value : 1;     /* minValue and maxValue contradict each other; */
  guint                no_length : 1;    /* so do minLength and maxLength; */
  guint                no_count : 1;     /* minOccurs asks for more than there can be */
  guint                n_initial;
  guint                min_length;
  guint                max_length;
  guint                min_occurs;
  guint                max_occurs;
  int                  max_decimals;
} CareItemMore;

struct _CareItem
{
  const CareItem      *items;            /* the whole array */
  const CareItem     **children;
  const char          *link_id;
  const CareFormText  *text;
  const CareOptionSet *options;
  CareItemMore        *more;             /* (nullable) */
  CareCondition       *conditions;
  guint32             *dependants;       /* items whose conditions ask about this one */
  guint32              number;
  guint32              parent;           /* or CARE_ITEM_NUMBER_NONE */
  guint32              end;              /* number behind its last descendant */
  guint32              n_children;
  guint32              n_conditions;
  guint32              n_dependants;
  guint32              rank;             /* conditions are worked out in this order */
  guint32              n_nodes;          /* that one new instance makes, itself with them */
  guint16              n_first;          /* instances from the start */
  guint16              depth;
  guint8               type;
  guint8               control;
  guint8               orientation;
  guint8               category;
  guint8               usage_mode;
  guint                required : 1;
  guint                read_only : 1;
  guint                hidden : 1;
  guint                repeats : 1;
  guint                any : 1;          /* enableBehavior */
  guint                merged : 1;
  guint                signature : 1;
  guint                not_sure : 1;
  guint                tell_staff : 1;
  guint                recent_time : 1;
  guint                support_link : 1;
};

/* care-item-compare.c */
gboolean care_item_asks_same (const CareItem    *self,
                              const CareItem    *former,
                              const char *const *languages);

/* Is @number a proper descendant of @self? */
static inline gboolean
care_item_contains (const CareItem *self,
                    guint32         number)
{
  return number > self->number && number < self->end;
}

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "form/care-node.h"

G_BEGIN_DECLS

/**
 * CareProblemKind:
 *
 * What is wrong with an answer. In brackets: the params of the problem, for
 * sentences of one's own.
 */
typedef enum
{
  CARE_PROBLEM_REQUIRED,          /* nothing answered */
  CARE_PROBLEM_TYPE,              /* not the item's type [type wanted] */
  CARE_PROBLEM_TOO_SHORT,         /* [fewest characters] */
  CARE_PROBLEM_TOO_LONG,          /* [most characters] */
  CARE_PROBLEM_TOO_SMALL,         /* [least value] */
  CARE_PROBLEM_TOO_LARGE,         /* [greatest value] */
  CARE_PROBLEM_NO_COMPARE,        /* cannot be compared with the limit: another unit [limit] */
  CARE_PROBLEM_PATTERN,           /* does not fit the regex [entry format, may be NULL] */
  CARE_PROBLEM_DECIMALS,          /* [most decimals] */
  CARE_PROBLEM_TOO_FEW,           /* [fewest answers] */
  CARE_PROBLEM_TOO_MANY,          /* [most answers] */
  CARE_PROBLEM_NOT_AN_OPTION,     /* none of the choices */
  CARE_PROBLEM_EXCLUSIVE,         /* "none of these" beside another choice [its text] */
  CARE_PROBLEM_DUPLICATE,         /* the same answer twice */
  CARE_PROBLEM_UNIT,              /* none of the units [units] */
  CARE_PROBLEM_SIGNATURE,         /* not signed */
  CARE_PROBLEM_REFERENCE,         /* not a kind of resource that may be referred to [kinds] */
  CARE_PROBLEM_ATTACHMENT,        /* too large or not an allowed type [limit] */
  CARE_PROBLEM_EMPTY,             /* white space only */
  CARE_PROBLEM_LINE_BREAK,        /* several lines where one is asked for (string, not text) */
  /* only when a response was read from a file */
  CARE_PROBLEM_UNKNOWN_ITEM,      /* the form has no such item here */
  CARE_PROBLEM_NOT_ENABLED,       /* answered though its conditions do not hold */
  CARE_PROBLEM_ORDER,             /* not in the form's order */
  CARE_PROBLEM_ANSWER_TO_DISPLAY, /* groups and displays have no answers */
  CARE_PROBLEM_STRUCTURE,         /* anything else: [why] */
  CARE_PROBLEM_CHANGED,           /* answered on an older version; the question reads differently now */
} CareProblemKind;

/**
 * CareProblem:
 * @kind: what is wrong
 * @node: (nullable): where; NULL when the form has no such place
 * @link_id: the item
 * @answer: the number of the answer, or -1 for the question as a whole
 * @param: (nullable): see #CareProblemKind
 * @path: (nullable): JSON path in the file a response was read from
 *
 * One thing wrong with the answers. Read only.
 */
typedef struct
{
  CareProblemKind kind;
  CareNode       *node;
  char           *link_id;
  int             answer;
  char           *param;
  char           *path;
} CareProblem;

#define CARE_TYPE_PROBLEM (care_problem_get_type ())
GType        care_problem_get_type  (void);
CareProblem *care_problem_copy      (const CareProblem *self) G_GNUC_WARN_UNUSED_RESULT;
void         care_problem_free      (CareProblem       *self);
/* Whether the answers are not complete for it; what nobody who fills in the form could mend does not count. */
gboolean     care_problem_holds_up  (const CareProblem *self);
/* English, one line, without the answer itself: "must be 20 or more". */
char        *care_problem_dup_text  (const CareProblem *self) G_GNUC_WARN_UNUSED_RESULT;
/* "too-small" and so on, for JSON and for words kept as data. */
const char  *care_problem_kind_to_string (CareProblemKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareProblem, care_problem_free)

G_END_DECLS

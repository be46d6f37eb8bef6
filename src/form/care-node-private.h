/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "form/care-item-private.h"
#include "form/care-node.h"
#include "form/care-questionnaire.h"

G_BEGIN_DECLS

/* One answer of a question with what stands under it; a group has exactly one, without a value. */
typedef struct
{
  CareValue  *value;      /* (nullable) */
  CareNode  **children;   /* owned references, in the form's order */
  guint       n_children;
} CareAnswerSlot;

struct _CareNode
{
  grefcount       refs;
  guint           n_slots;
  CareAnswerSlot       *slots;
  gpointer        response;   /* borrowed; NULL when taken out */
  const CareItem *item;       /* NULL for the root */
  CareNode       *parent;     /* borrowed */
  guint           enabled : 1; /* own conditions hold */
  guint           queued : 1;
  guint           absent : 2;
};

CareNode *care_node_new            (gpointer            response,
                                    CareQuestionnaire  *form,
                                    const CareItem     *item,
                                    CareNode           *parent) G_GNUC_WARN_UNUSED_RESULT;
CareNode *care_node_clone          (const CareNode     *self,
                                    gpointer            response,
                                    CareNode           *parent) G_GNUC_WARN_UNUSED_RESULT;
void      care_node_detach         (CareNode           *self);
/* Itself and all below it. */
guint     care_node_count          (const CareNode     *self);

/* Children that are instances of the item which is @number or holds it: first index and how many. */
gboolean  care_answer_slot_find           (const CareAnswerSlot     *slot,
                                    guint32             number,
                                    guint              *first,
                                    guint              *count);
void      care_answer_slot_insert         (CareAnswerSlot           *slot,
                                    guint               index,
                                    CareNode           *child);
/* The reference goes to the caller. */
CareNode *care_answer_slot_remove         (CareAnswerSlot           *slot,
                                    guint               index) G_GNUC_WARN_UNUSED_RESULT;

CareAnswerSlot *care_node_insert_slot    (CareNode           *self,
                                    CareQuestionnaire  *form,
                                    guint               index,
                                    CareValue          *value);
/* Its children are detached and handed to @removed. */
void      care_node_remove_slot    (CareNode           *self,
                                    guint               index,
                                    GPtrArray          *removed);
/* The slot of the parent in which this node stands, and its place there. */
CareAnswerSlot *care_node_find_place     (const CareNode     *self,
                                    guint              *index);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "aftercare/care-sheet-setter.h"
#include "aftercare/care-sheet.h"

G_BEGIN_DECLS

/* What a front lends the back's room: nothing, what its headed signs leave, what they leave when they run on; from there on,
 * the next best choices of that. */
typedef enum
{
  CARE_LEND_NOTHING,
  CARE_LEND_SPARE,
  CARE_LEND_ALL,
  CARE_LEND_SECOND,
  CARE_LEND_THIRD,
  CARE_LEND_FOURTH,
} CareLending;

/* How a side may be set, calm first. The type's size is no part of it: it never gives way (fact w-06). */
typedef struct
{
  int         density;
  gboolean    tight; /* headings of what is short run on into it */
  gboolean    brief; /* key points stand on the front only */
  gboolean    code;
  CareLending lending;
  gboolean    close_strip; /* its times and pictures are smaller */
} CareLeafSetting;

/* One language of a sheet on its way to paper. */
typedef struct
{
  CareSetter *setter;
  CareSheet  *sheet;
  GPtrArray  *blocks;
  guint       n_front; /* blocks that belong on the front */
  guint       taken;   /* how many of them fit there */
  gboolean   *lent;    /* blocks of the back that stand on the front after all */
  CareLending lending;
  gboolean    visit_stays; /* the next visit is not lent: its code has room on the back */
  guint       record_at;   /* the record stands before this block, to fill a column; 0: in its own place */
} CareLeaf;

void care_leaf_set_block (CareLeaf              *self,
                          guint                  index,
                          const CareLeafSetting *setting,
                          GPtrArray             *pieces);
void care_leaf_find_lent (CareLeaf              *self,
                          double                 column,
                          const CareLeafSetting *back);
void care_leaf_add_back  (CareLeaf  *self,
                          GPtrArray *pages);

G_END_DECLS

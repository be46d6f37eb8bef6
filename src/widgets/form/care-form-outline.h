/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "form/care-response.h"

G_BEGIN_DECLS

/**
 * CareFormEntryKind:
 * @CARE_ENTRY_SCREEN: something that is a screen of its own while it is shown
 * @CARE_ENTRY_LEAD: words that lead up to the next screen
 * @CARE_ENTRY_TRAIL: words that end their group, on its last screen
 */
typedef enum
{
  CARE_ENTRY_SCREEN,
  CARE_ENTRY_LEAD,
  CARE_ENTRY_TRAIL,
} CareFormEntryKind;

/**
 * CareFormEntry:
 * @kind: what it is to its neighbours
 * @heading: (nullable): the nearest group with words that is not drawn itself
 * @nodes: (array length=n_nodes): what stands there, in order; at least one
 * @n_nodes: how many
 * @first: the number of the first entry in its group
 * @shown: whether any of it is shown as the answers are
 */
typedef struct
{
  CareFormEntryKind  kind;
  const CareItem    *heading;
  CareNode         **nodes;
  guint              n_nodes;
  guint              first;
  gboolean           shown;
} CareFormEntry;

/**
 * CareFormOutline:
 *
 * Everything in a form that could become a screen or words on one, in order,
 * whether or not it is shown now. Questions of a small group stand together,
 * what an author put on one page stands together unless it is a wall, else each
 * question stands alone.
 */
typedef struct _CareFormOutline CareFormOutline;

#define CARE_NO_ENTRY G_MAXUINT

CareFormOutline     *care_form_outline_new     (CareResponse    *response) G_GNUC_WARN_UNUSED_RESULT;
void                 care_form_outline_free    (CareFormOutline *self);
guint                care_form_outline_get_n   (CareFormOutline *self);
const CareFormEntry *care_form_outline_get     (CareFormOutline *self,
                                                guint            index);
/* The entry that @node stands in, itself or something above it; CARE_NO_ENTRY when it lies above entries or is never shown. */
guint                care_form_outline_find    (CareFormOutline *self,
                                                CareNode        *node);
/* Looks again whether the entry is shown. */
void                 care_form_outline_refresh (CareFormOutline *self,
                                                guint            index);

/* TRUE when people are to see the node: enabled, not hidden, not only for export. */
gboolean             care_form_node_is_shown   (CareNode        *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareFormOutline, care_form_outline_free)

G_END_DECLS

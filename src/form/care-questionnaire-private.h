/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "form/care-arena.h"
#include "form/care-item-private.h"
#include "form/care-questionnaire.h"

G_BEGIN_DECLS

/* A response keeps no more nodes, or a small form with small answers could take all memory. Only a form that has more items itself
 * makes more. */
#define CARE_MOST_NODES 200000

/* One (system, code) of one item, sorted by system, code and number. */
typedef struct
{
  const char *system;
  const char *code;
  guint32     number;
} CareCodeEntry;

struct _CareQuestionnaire
{
  GObject             parent_instance;

  JsonNode           *node;          /* immutable; most words are borrowed from it */
  CareArena          *arena;
  GPtrArray          *owned_values;  /* of CareValue */
  GPtrArray          *owned_tables;  /* of GHashTable */
  GPtrArray          *owned_regexes; /* of GRegex */

  const char         *id;
  const char         *url;
  const char         *version;
  const char         *name;
  const char         *status;
  const CareFormText *title;
  const char         *canonical;
  const char        **languages;

  CareItem           *items;
  const CareItem    **roots;
  guint32            *sources;       /* numbers of items that conditions ask about, sorted */
  guint               n_items;
  guint               n_roots;
  guint               n_sources;
  gboolean            namesakes;     /* a link id is there twice */
  guint               n_nodes;       /* of a response without answers */

  GHashTable         *by_link_id;
  CareCodeEntry      *codes;
  guint               n_codes;
  GArray             *notes;         /* of CareNote */
};

G_END_DECLS

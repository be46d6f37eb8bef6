/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "form/care-response-private.h"

G_BEGIN_DECLS

/* One reading of answers into their form. */
typedef struct
{
  CareResponse *response;
  gboolean      older;     /* answered on another version of the form */
  CareQuestionnaire *former; /* (nullable): that version, where it is known */
} CareImport;

/* care-response-import.c */
guint           care_import_count_values (const CareJsonView *answer,
                                          CareJsonView       *place,
                                          CareValueType      *type);
void            care_import_extensions   (CareImport         *import,
                                          const CareJsonView *view,
                                          CareNode           *node);
gboolean        care_import_is_changed   (CareImport         *import,
                                          const CareJsonView *view,
                                          const CareItem     *item);
gboolean        care_import_is_outdated  (const CareNode     *node);
void            care_import_item         (CareImport         *import,
                                          const CareJsonView *view,
                                          CareNode           *node,
                                          guint               depth);

/* care-response-import-anew.c */
/* The question and what was answered under it. */
void            care_import_ask_anew     (CareImport         *import,
                                          const CareJsonView *view,
                                          CareNode           *node,
                                          guint               depth);

/* care-response-import-find.c */
const CareItem *care_import_find_child   (CareImport         *import,
                                          CareNode           *parent,
                                          const char         *link_id);
const CareItem *care_import_find_next    (CareImport         *import,
                                          CareNode           *parent,
                                          const CareJsonView *view,
                                          const char         *link_id,
                                          GHashTable         *seen);

G_END_DECLS

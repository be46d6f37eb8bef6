/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CareFacts:
 *
 * Ids and kinds of the fact base that clinical lines rest on
 * (data/protocols/fact-ids.json). Immutable.
 */
typedef struct _CareFacts CareFacts;

CareFacts  *care_facts_load     (const char *path,
                                 GError    **error) G_GNUC_WARN_UNUSED_RESULT;
const char *care_facts_get_kind (CareFacts  *self,
                                 const char *id);
void        care_facts_free     (CareFacts  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareFacts, care_facts_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "form/care-item.h"

G_BEGIN_DECLS

/* How an item is called on the screen: prefix and text; without a text its short text, its hint, or what its
 * first code is called. */
char *care_item_dup_title (const CareItem *item,
                           const char     *language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

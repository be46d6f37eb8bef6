/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-begun.h"
#include "records/care-document.h"

G_BEGIN_DECLS

/* The prefix of a field's extension. */
#define CARE_BEGUN_ENTRY "begun-"

CareBegun *_care_begun_new (CareDocument *document,
                            const char   *by) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "form/care-item-private.h"
#include "form/care-problem.h"

G_BEGIN_DECLS

/* Private to the form room: is one value right for its question? FALSE with the kind and (nullable) param of the
 * first thing wrong. */
gboolean care_answer_check (const CareItem  *item,
                            CareValue       *value,
                            CareProblemKind *kind,
                            char           **param);

G_END_DECLS

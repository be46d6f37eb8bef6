/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk/care-desk.h"

G_BEGIN_DECLS

gboolean care_hand_over (CareDesk   *desk,
                         CareVisit  *visit,
                         GError    **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic-session.h"
#include "form/care-response.h"

G_BEGIN_DECLS

/* What the form says, as the use-case takes it; @areas keeps what @facts points to. */
void          care_session_facts_read       (CareResponse      *form,
                                             CareSessionFacts  *facts,
                                             char            ***areas);

G_END_DECLS

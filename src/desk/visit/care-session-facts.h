/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic-session.h"
#include "desk/care-desk.h"
#include "form/care-response.h"

G_BEGIN_DECLS

/* The record form of a visit (session or test injections) with everything in it that is known already. */
CareResponse *care_session_facts_new_record (CareDesk          *desk,
                                             CareVisit         *visit,
                                             GError           **error) G_GNUC_WARN_UNUSED_RESULT;
/* What the form says, as the use-case takes it; @areas keeps what @facts points to. */
void          care_session_facts_read       (CareResponse      *form,
                                             CareSessionFacts  *facts,
                                             char            ***areas);

G_END_DECLS

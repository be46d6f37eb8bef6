/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-clinic-due.h"
#include "desk/care-desk.h"

G_BEGIN_DECLS

/* What has run out by a visit, in a few words ("new test first · all questions again"); NULL when nothing has. */
char *care_desk_due_dup_short (CareDesk  *desk,
                               CareVisit *visit) G_GNUC_WARN_UNUSED_RESULT;
/* The same as sentences for whoever calls the patient; NULL when nothing has. */
char *care_desk_due_dup_say   (CareDesk  *desk,
                               CareVisit *visit) G_GNUC_WARN_UNUSED_RESULT;
char *care_desk_due_dup_not_here (CareDesk *desk,
                               CareVisit *visit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

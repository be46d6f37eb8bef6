/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-task.h"
#include "clinic/care-visit.h"
#include "desk/care-desk.h"
#include "desk/frame/care-state-tag.h"

G_BEGIN_DECLS

/* What waits for the clinician: open tasks, unsigned records, also those of the days before, and what is to be decided. */

GPtrArray  *care_waiting_list_visits  (CareDesk     *desk) G_GNUC_WARN_UNUSED_RESULT;
guint       care_waiting_count        (CareDesk     *desk,
                                       guint        *unsigned_records,
                                       guint        *owners);
/* Why a visit waits for the clinician; NULL when it does not. */
const char *care_waiting_visit_word   (CareVisit    *visit);
const char *care_waiting_task_word    (CareTask     *task);
const char *care_waiting_urgency_word (CareTask     *task);
CareTone    care_waiting_urgency_tone (CareTask     *task);

G_END_DECLS

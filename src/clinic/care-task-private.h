/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-task.h"
#include "records/care-document.h"

G_BEGIN_DECLS

CareTask     *_care_task_new          (CareDocument *document,
                                       CarePatient  *patient) G_GNUC_WARN_UNUSED_RESULT;
CareDocument *_care_task_get_document (CareTask     *self);

G_END_DECLS

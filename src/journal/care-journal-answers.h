/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "form/care-response.h"
#include "journal/care-journal-reader.h"

G_BEGIN_DECLS

/* The answers to @form as they stood last: the latest whole ones, with the changes written behind them. */
gboolean care_journal_answers_load (CareJournalReader  *reader,
                                    CareQuestionnaire  *form,
                                    CareResponse      **response,
                                    GError            **error);

G_END_DECLS

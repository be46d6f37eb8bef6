/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "desk/care-desk.h"
#include "desk/frame/care-state-tag.h"
#include "protocol/care-protocol.h"
#include "protocol/care-reading-page.h"

G_BEGIN_DECLS

/* What an approval is worth, in the desk's words; @approval may be NULL: nobody has approved it. */
const char *care_approval_words_state   (const CareApproval *approval);
CareTone    care_approval_words_tone    (const CareApproval *approval);
/* "Lea Example, clinician, 23 November 2026; read by Mona Example"; "" while nobody has */
char       *care_approval_words_who     (CareDesk           *desk,
                                         const CareApproval *approval) G_GNUC_WARN_UNUSED_RESULT;
/* "Reads like school grade 3.7 (Kandel-Moles). 61 texts measured, 18 words in the longest sentence." */
char       *care_approval_words_reading (CareDesk           *desk,
                                         CareReadingPage    *page) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "protocol/care-reading.h"

G_BEGIN_DECLS

/**
 * CareReadingPage:
 *
 * One language's texts, gathered to be measured as a whole (fact w-01).
 */
typedef struct _CareReadingPage CareReadingPage;

CareReadingPage *care_reading_page_new           (const char      *language) G_GNUC_WARN_UNUSED_RESULT;
gboolean         care_reading_page_add           (CareReadingPage *self,
                                                  const char      *text,
                                                  const char      *path,
                                                  CareReading     *reading);
const char      *care_reading_page_get_language  (CareReadingPage *self);
guint            care_reading_page_get_n_texts   (CareReadingPage *self);
/* (nullable): where the hardest text stands that is long enough to be measured alone. */
const char      *care_reading_page_get_hardest   (CareReadingPage *self,
                                                  double          *grade);
/* FALSE when the language has no formula or nothing was gathered; words and sentences are counted all the same. */
gboolean         care_reading_page_measure       (CareReadingPage *self,
                                                  CareReading     *reading);
void             care_reading_page_free          (CareReadingPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareReadingPage, care_reading_page_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "base/care-text.h"

G_BEGIN_DECLS

/**
 * CareWords:
 *
 * Words a patient sees, as data: keys to texts in several languages, read from
 * one JSON object `{"key": {"en": "…", "es": "…"}, …}`. Immutable.
 */
#define CARE_TYPE_WORDS (care_words_get_type ())
G_DECLARE_FINAL_TYPE (CareWords, care_words, CARE, WORDS, GObject)

CareWords         *care_words_load          (const char  *path,
                                             GError     **error) G_GNUC_WARN_UNUSED_RESULT;
CareWords         *care_words_new_from_text (const char  *json,
                                             gssize       length,
                                             const char  *source,
                                             GError     **error) G_GNUC_WARN_UNUSED_RESULT;
const char        *care_words_get           (CareWords   *self,
                                             const char  *key,
                                             const char  *language);
const char *const *care_words_get_keys      (CareWords   *self);
const char *const *care_words_get_languages (CareWords   *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CarePlain:
 *
 * What plain words are, a language each: how long a sentence may be, and which
 * words patients do not know, with what to say for them
 * (data/protocols/plain-language.json, fact w-02). Immutable.
 */
typedef struct _CarePlain CarePlain;

CarePlain *care_plain_load               (const char *path,
                                          GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* Words; 0 when nothing is known of the language. */
guint      care_plain_get_sentence_words (CarePlain  *self,
                                          const char *language);
/* (element-type utf8): what is not plain in @text, in words; empty when all is. */
GPtrArray *care_plain_mark               (CarePlain  *self,
                                          const char *text,
                                          const char *language) G_GNUC_WARN_UNUSED_RESULT;
void       care_plain_free               (CarePlain  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarePlain, care_plain_free)

G_END_DECLS

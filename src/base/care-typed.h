/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "base/care-format.h"

G_BEGIN_DECLS

/* In what somebody typed @text that a reader of @reader should hear of; NULL where there is nothing to say. @language: (nullable):
 * what they had chosen. A BCP 47 tag; "und-Arab" where only the letters are known. */
char *care_typed_find_language (const char *text,
                                const char *language,
                                const char *reader) G_GNUC_WARN_UNUSED_RESULT;
/* The letters' name in the format's language where @tag names no more than letters ("Arabic" of "und-Arab"); else NULL. */
char *care_typed_dup_letters   (CareFormat *format,
                                const char *tag) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

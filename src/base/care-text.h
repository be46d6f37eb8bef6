/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CareText:
 *
 * One text in several languages, keyed by BCP 47 tag. Immutable, counted.
 */
typedef struct _CareText CareText;

#define CARE_TYPE_TEXT (care_text_get_type ())
GType              care_text_get_type      (void);

/* Whether it has the form of a BCP 47 tag: letters first, parts of 1 to 8 letters and digits. */
gboolean           care_text_is_tag        (const char *tag);
/* Who reads one reads the other: "pt" and "pt-BR", not "zh-Hans" and "zh-Hant". */
gboolean           care_text_is_close_tag  (const char *a,
                                            const char *b);

CareText          *care_text_new           (const char *language,
                                            const char *text) G_GNUC_WARN_UNUSED_RESULT;
CareText          *care_text_new_from_table (GHashTable *by_language) G_GNUC_WARN_UNUSED_RESULT;
CareText          *care_text_ref           (CareText   *self);
void               care_text_unref         (CareText   *self);
const char        *care_text_get           (CareText   *self,
                                            const char *language);
const char        *care_text_get_exact     (CareText   *self,
                                            const char *language);
gboolean           care_text_has           (CareText   *self,
                                            const char *language);
const char *const *care_text_get_languages (CareText   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareText, care_text_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* One writing's keys; each row is keys with a space between them. */
typedef struct
{
  char       **languages;  /* BCP 47 tags */
  char        *accents;    /* (nullable): a row above the others */
  char       **rows;       /* three */
  char       **signs;      /* three */
  gboolean     caseless;   /* the writing has no capital letters */
  GHashTable  *capitals;   /* (nullable): small letter -> its capital, where Unicode's is another */
} CareKeyboardLayout;

/**
 * CareKeyboards:
 *
 * The layouts of `data/words/keyboards.json`, found by language. A language
 * that has none gets the first: so do those whose writing needs an input
 * method, which keys of one letter each cannot give.
 */
#define CARE_TYPE_KEYBOARDS (care_keyboards_get_type ())
G_DECLARE_FINAL_TYPE (CareKeyboards, care_keyboards, CARE, KEYBOARDS, GObject)

CareKeyboards            *care_keyboards_new_from_node (JsonNode                  *node,
                                                        const char                *source,
                                                        GError                   **error) G_GNUC_WARN_UNUSED_RESULT;
const CareKeyboardLayout *care_keyboards_find          (CareKeyboards             *self,
                                                        const char                *language);
/* Has the language letters of its own here, or is this the first layout for want of them? */
gboolean                  care_keyboards_has           (CareKeyboards             *self,
                                                        const char                *language);
char                     *care_keyboard_layout_dup_capital (const CareKeyboardLayout *layout,
                                                            const char               *letter) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

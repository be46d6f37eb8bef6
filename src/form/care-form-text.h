/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to the form room: a text of a form in the form's languages; the form's own language comes first. Lives in
 * the questionnaire's arena and borrows its words from the questionnaire's JSON. */

typedef struct
{
  const char *language;
  const char *text;
} CareFormWording;

typedef struct
{
  guint           n_wordings;
  CareFormWording wordings[];
} CareFormText;

const CareFormWording *care_form_text_find   (const CareFormText  *self,
                                              const char          *language);
const char            *care_form_text_get    (const CareFormText  *self,
                                              const char          *language);
gboolean               care_form_text_speaks (const CareFormText  *self,
                                              const char          *language,
                                              const char         **other);

G_END_DECLS

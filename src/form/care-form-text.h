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

const char *care_form_text_get (const CareFormText *self,
                                const char         *language);

G_END_DECLS

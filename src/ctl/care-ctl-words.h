/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <json-glib/json-glib.h>

#include "protocol/care-protocol-check.h"

G_BEGIN_DECLS

/* What is wrong with a text: where, and why. */
typedef void (*CareCtlProblem) (const char *file,
                                const char *path,
                                const char *reason,
                                gpointer    user_data);

typedef struct _CareCtlWords CareCtlWords;

/**
 * CareCtlWords:
 * @protocol: whose languages and forbidden claims count
 * @plain: what plain words are
 * @complete: a text that one of the patients' languages is missing breaks a rule too
 * @problem: told of each text that breaks a rule
 * @user_data: for it
 *
 * How words outside a protocol are checked: a patient reads them as well.
 */
struct _CareCtlWords
{
  CareProtocol  *protocol;
  CarePlain     *plain;
  gboolean       complete;
  CareCtlProblem problem;
  gpointer       user_data;
};

/* (element-type CareReadingPage): its texts, one page a language. */
GPtrArray *care_ctl_words_check_form  (const CareCtlWords *self,
                                       const char         *file,
                                       JsonNode           *form) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *care_ctl_words_check_clinic (const CareCtlWords *self,
                                       const char         *file,
                                       JsonNode           *clinic) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *care_ctl_words_check_words (const CareCtlWords *self,
                                       const char         *file,
                                       JsonNode           *words) G_GNUC_WARN_UNUSED_RESULT;
/* The figures of a file: a line a language, or an object each in @json. */
void       care_ctl_words_print       (const char         *file,
                                       GPtrArray          *pages,
                                       CareProtocol       *protocol,
                                       JsonBuilder        *json);

G_END_DECLS

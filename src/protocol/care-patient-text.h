/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "base/care-text.h"
#include "protocol/care-plain.h"
#include "protocol/care-protocol.h"

G_BEGIN_DECLS

/**
 * CarePatientText:
 * @name: its part and id, "lines/hot-shower", as reading overrides name it
 * @path: its place in the file, "/lines/3/text"
 * @text: (transfer none): the words, in every language that has them
 * @grade: how hard it is by itself; 0 where too short or no formula measures it
 * @marks: (element-type utf8): long sentences and words that patients do not know
 * @override: (nullable): the named person who took it on
 * @hard: whether it needs one that is not there
 *
 * One text that a patient reads or hears, as it stands in one language.
 */
typedef struct _CarePatientText CarePatientText;

struct _CarePatientText
{
  char               *name;
  char               *path;
  CareText           *text;
  double              grade;
  GPtrArray          *marks;
  const CareOverride *override;
  gboolean            hard;
};

void       care_patient_text_free    (CarePatientText *self);
/* (element-type CarePatientText), in the order of the file's parts; @plain may be NULL: nothing is marked then. */
GPtrArray *care_protocol_list_texts  (CareProtocol    *self,
                                      CarePlain       *plain,
                                      const char      *language) G_GNUC_WARN_UNUSED_RESULT;
guint      care_protocol_count_missing_texts (CareProtocol *self,
                                      const char      *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarePatientText, care_patient_text_free)

G_END_DECLS

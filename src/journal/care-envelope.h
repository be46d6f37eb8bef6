/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

#include "base/care-writing.h"
#include "seal/care-seal-box.h"

G_BEGIN_DECLS

/**
 * CareEnvelopePrivate:
 * @question: a question's code
 * @answer: an answer's code
 *
 * An answer after which the patient is told "we will talk in private first",
 * because no waiting cures what it means. The desk takes it from the protocol.
 */
typedef struct
{
  char *question;
  char *answer;
} CareEnvelopePrivate;

/**
 * CareEnvelope:
 * @visit: the visit's id
 * @patient: the patient's id
 * @birth_date: `YYYY-MM-DD`; asked before any name is shown
 * @given: given name
 * @family: family name
 * @language: BCP 47 tag the screen starts in
 * @size: text size, 1 to 3
 * @languages: (array zero-terminated=1): tags the patient may choose from
 * @public_key: what the journal is sealed to
 * @journal: the journal's id
 * @now_offset: microseconds to add to the machine's clock (practice clock), mostly 0
 * @time_zone: the clinic's zone (tz database name)
 * @writing: how the clinic writes its languages
 * @forms: (element-type JsonNode): Questionnaire resources, in the order they are asked
 * @responses: (element-type JsonNode): QuestionnaireResponse resources so far
 * @former: (element-type JsonNode): of the responses that were begun on an older version of their form, which version it was and
 *   what reads differently now (care_response_dup_former()); may be empty
 * @words: (nullable): the patient screen's own words (data/words/patient.json)
 * @keyboards: (nullable): layouts of the keys on the screen (data/words/keyboards.json); %NULL for digits alone
 * @private_answers: (element-type CareEnvelopePrivate): answers to be talked about in private, may be empty
 *
 * Everything the patient's program is given, and nothing more: one patient,
 * one visit. The desk fills it and makes a sealed memfd of it; the patient's
 * program reads it back from descriptor 4. All members are owned.
 */
typedef struct
{
  char              *visit;
  char              *patient;
  char              *birth_date;
  char              *given;
  char              *family;
  char              *language;
  int                size;
  char             **languages;
  CareSealPublicKey *public_key;
  char              *journal;
  gint64             now_offset;
  char              *time_zone;
  CareWriting       *writing;
  GPtrArray         *forms;
  GPtrArray         *responses;
  GPtrArray         *former;
  JsonNode          *words;
  JsonNode          *keyboards;
  GPtrArray         *private_answers;
} CareEnvelope;

CareEnvelope *care_envelope_new           (void) G_GNUC_WARN_UNUSED_RESULT;
void          care_envelope_add_private   (CareEnvelope  *self,
                                           const char    *question,
                                           const char    *answer);
void          care_envelope_free          (CareEnvelope  *self);
JsonNode     *care_envelope_to_json       (CareEnvelope  *self) G_GNUC_WARN_UNUSED_RESULT;
CareEnvelope *care_envelope_new_from_json (JsonNode      *node,
                                           const char    *source,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;

/* A memfd with the JSON in it that nobody can change any more (close it after the hand-over), or -1. */
int           care_envelope_to_fd         (CareEnvelope  *self,
                                           GError       **error);
/* Refuses a descriptor that somebody could still change. Does not close it. */
CareEnvelope *care_envelope_new_from_fd   (int            fd,
                                           GError       **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CareEnvelope, care_envelope_free)

G_END_DECLS

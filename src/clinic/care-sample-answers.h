/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "form/care-response.h"

G_BEGIN_DECLS

/**
 * CareSampleAnswer:
 * @question: a question's code; NULL ends a list
 * @answer: an answer's code, or a moment as text for questions of when
 *
 * An answer that differs from the healthy one.
 */
typedef struct
{
  const char *question;
  const char *answer;
} CareSampleAnswer;

/* Answers every open question: as @others say, else as somebody healthy who agrees. Works on any form by its codes. */
void care_sample_answer (CareResponse           *response,
                         const CareSampleAnswer *others);

G_END_DECLS

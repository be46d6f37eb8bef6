/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "form-fixture.h"

G_BEGIN_DECLS

#define OURS "https://aftercare.example/fhir/StructureDefinition/"
#define HL7  "http://hl7.org/fhir/StructureDefinition/"
#define ANSWER "\"system\":\"https://aftercare.example/fhir/CodeSystem/answer\","

#define CHOICES "\"answerOption\":[" \
  "{\"valueCoding\":{" ANSWER "\"code\":\"a\",\"display\":\"Apple\"}}," \
  "{\"valueCoding\":{" ANSWER "\"code\":\"b\",\"display\":\"Bread\"}}," \
  "{\"extension\":[{\"url\":\"" HL7 "questionnaire-optionExclusive\",\"valueBoolean\":true}]," \
  "\"valueCoding\":{" ANSWER "\"code\":\"none\",\"display\":\"None of these\"}}]"

/* One question on one screen, in a window. */
typedef struct
{
  CareFormContext *context;
  CareResponse    *response;
  CareNode        *node;
  GtkWidget       *view;
  GtkWidget       *window;
} ScreenFixture;

/* @item is the JSON of "The question?" from its type on. */
void     screen_fixture_open           (ScreenFixture *screen,
                                        const char    *item);
/* The same with all items, a JSON array; the node is the one with the link id "q", where there is one. */
void     screen_fixture_open_items     (ScreenFixture *screen,
                                        const char    *items);
void     screen_fixture_close          (ScreenFixture *screen);
/* Types into the n-th entry. */
void     screen_fixture_type           (ScreenFixture *screen,
                                        guint          n,
                                        const char    *text);
/* Whether the tile with that text is ticked; it must be there. */
gboolean screen_fixture_is_ticked      (ScreenFixture *screen,
                                        const char    *text);
void     screen_fixture_assert_value   (ScreenFixture *screen,
                                        const char    *text);
/* Next is refused, the words stand beside the question, and the focus is in the field. */
void     screen_fixture_assert_refused (ScreenFixture *screen,
                                        const char    *words);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <json-glib/json-glib.h>

#include "base/care-error.h"
#include "base/care-instant.h"

G_BEGIN_DECLS

/**
 * CareHistoryEvent:
 * @CARE_HISTORY_TEST: test injections were given
 * @CARE_HISTORY_READING: a clinician read the test
 * @CARE_HISTORY_SESSION: a session was given
 * @CARE_HISTORY_CONSENT: consent was signed with the clinician
 * @CARE_HISTORY_REACTION: something happened (adverse event, reaction, late lump)
 */
typedef enum
{
  CARE_HISTORY_TEST,
  CARE_HISTORY_READING,
  CARE_HISTORY_SESSION,
  CARE_HISTORY_CONSENT,
  CARE_HISTORY_REACTION,
} CareHistoryEvent;

typedef enum
{
  CARE_RESULT_NONE,
  CARE_RESULT_CLEAR,
  CARE_RESULT_REACTION,
} CareResult;

typedef struct _CareHistoryEntry CareHistoryEntry;

/**
 * CareHistoryEntry:
 * @event: what happened
 * @at: when
 * @product: (nullable): with which product
 * @result: of a reading
 * @areas: (array zero-terminated=1) (nullable): where; for a consent: what it holds for
 * @sign: (nullable): of a reaction: the protocol's sign
 * @injections: of a test: how many, 0 when not said
 */
struct _CareHistoryEntry
{
  CareHistoryEvent event;
  CareInstant      at;
  char            *product;
  CareResult       result;
  char           **areas;
  char            *sign;
  int              injections;
};

/**
 * CareHistory:
 *
 * What has happened with a patient so far, as far as screening needs it; sorted by time.
 */
#define CARE_TYPE_HISTORY (care_history_get_type ())
G_DECLARE_FINAL_TYPE (CareHistory, care_history, CARE, HISTORY, GObject)

CareHistory            *care_history_new            (void) G_GNUC_WARN_UNUSED_RESULT;
/* A JSON array as the command line takes it: [{"event": "test", "at": "…", "product": "…", "result": "clear",
 * "areas": […]}]; @zone is for times without an offset. */
CareHistory            *care_history_new_from_node  (JsonNode          *node,
                                                     const char        *source,
                                                     GTimeZone         *zone,
                                                     GError           **error) G_GNUC_WARN_UNUSED_RESULT;
CareHistory            *care_history_load           (const char        *path,
                                                     GTimeZone         *zone,
                                                     GError           **error) G_GNUC_WARN_UNUSED_RESULT;
/* Each adds one event; NULL where something is not known. */
void                    care_history_add_test       (CareHistory       *self,
                                                     CareInstant        at,
                                                     const char        *product,
                                                     int                injections);
void                    care_history_add_reading    (CareHistory       *self,
                                                     CareInstant        at,
                                                     const char        *product,
                                                     CareResult         result);
void                    care_history_add_session    (CareHistory       *self,
                                                     CareInstant        at,
                                                     const char        *product,
                                                     const char *const *areas);
void                    care_history_add_consent    (CareHistory       *self,
                                                     CareInstant        at,
                                                     const char        *product,
                                                     const char *const *areas);
void                    care_history_add_reaction   (CareHistory       *self,
                                                     CareInstant        at,
                                                     const char        *product,
                                                     const char        *sign);
guint                   care_history_get_n_entries  (CareHistory       *self);
const CareHistoryEntry *care_history_get_entry      (CareHistory       *self,
                                                     guint              index);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "protocol/care-claims.h"
#include "protocol/care-plain.h"
#include "protocol/care-protocol-check.h"

G_BEGIN_DECLS

typedef struct _CareCheck CareCheck;

/* One run of the check. */
struct _CareCheck
{
  CareProtocol *protocol;
  CareFacts    *facts;
  /* (nullable) */
  CarePlain    *plain;
  /* (element-type CareRefusal) */
  GPtrArray    *refusals;
  /* (nullable): for walks over one language */
  const char   *language;
};

/**
 * CareAudience:
 * @CARE_AUDIENCE_PATIENT: a patient reads or hears it
 * @CARE_AUDIENCE_DESK: staff read it
 * @CARE_AUDIENCE_MEASURED: its reading level counts
 */
typedef enum
{
  CARE_AUDIENCE_PATIENT = 1 << 0,
  CARE_AUDIENCE_DESK = 1 << 1,
  CARE_AUDIENCE_MEASURED = 1 << 2,
} CareAudience;

typedef void (*CareCheckText) (CareCheck    *self,
                               CareText     *text,
                               const char   *path,
                               CareAudience  audience,
                               gpointer      data);

void     care_check_refuse      (CareCheck      *self,
                                 const char     *path,
                                 const char     *member,
                                 const char     *format,
                                 ...) G_GNUC_PRINTF (4, 5);
/* What was refused last concerns that language only. */
void     care_check_say_language (CareCheck   *self,
                                 const char     *language);
void     care_check_each_text   (CareCheck      *self,
                                 CareCheckText   visit,
                                 gpointer        data);
/* The text says to stop, skip or leave out a medicine that somebody may have prescribed; @language must be known. */
gboolean care_check_stops_medicine (const char  *text,
                                    const char  *language,
                                    gboolean     leaves_out);
gboolean care_check_knows_medicine (const char  *language);

/* (nullable): of the text at @path, or of the language as a whole where @path is NULL */
CareOverride *care_check_find_override (CareProtocol *protocol,
                                 const char     *path,
                                 const char     *language);
/* "2026-11-22" */
gboolean care_check_is_day      (const char     *text);

void     care_check_sources     (CareCheck      *self);
void     care_check_floors      (CareCheck      *self);
void     care_check_rules       (CareCheck      *self);
void     care_check_lines       (CareCheck      *self);
void     care_check_cross_table (CareCheck      *self);
void     care_check_texts       (CareCheck      *self);
void     care_check_reading     (CareCheck      *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include "clinic/care-visit.h"
#include "records/care-document.h"

G_BEGIN_DECLS

struct _CareVisit
{
  GObject         parent_instance;

  CarePatient    *patient;

  /* As last read or written */
  CareDocument   *encounter;
  CareDocument   *appointment;

  /* Read from them */
  char           *id;
  CareVisitKind   kind;
  CareVisitState  state;
  CareWord        word;
  guint           session_number;
  guint           session_count;
  char          **areas;
  char           *product;
  char           *product_name;
  char           *batch;
  char           *expiry;
  char           *place;
  char           *next_visit;
  char           *journal;
  char           *print_title;
  char           *print_queue;
  CareInstant     start;
  CareInstant     end;
  CareInstant     arrived_at;
  CareInstant     ready_at;
  CareInstant     began_at;
  CareInstant     finished_at;
  CareInstant     watch_until;
  CareInstant     next_visit_at;
  guint           undecided;
  gboolean        walk_in;
  gboolean        needs_product;
  gboolean        paper_stops;
  gboolean        consent_open;
  gboolean        answered;
  gboolean        watch_ended;
  gboolean        recorded;
  gboolean        drafted;
  gboolean        printed;
  gboolean        print_again;
  gboolean        given;
  gboolean        put_off;
  gboolean        numbed;
  gboolean        numbing_known;

  /* Not in the record */
  CareNextStep    next_step;
  gboolean        late;
  gboolean        namesake;
};

CareVisit      *_care_visit_new          (CarePatient     *patient) G_GNUC_WARN_UNUSED_RESULT;
/* Takes over what the documents say; NULL keeps the one it has. */
void            _care_visit_read         (CareVisit       *self,
                                          CareDocument    *encounter,
                                          CareDocument    *appointment);
/* Time went on. TRUE when something changed. */
gboolean        _care_visit_set_late     (CareVisit       *self,
                                          CareInstant      now);
void            _care_visit_set_namesake (CareVisit       *self,
                                          gboolean         namesake);
void            _care_visit_set_product_name (CareVisit   *self,
                                          const char      *name);
/* What was being chosen for the visit is chosen, or put away. */
void            _care_visit_forget_begun_product (JsonObject *encounter);
CareNextStep    _care_visit_find_step    (CareVisit       *self);

G_END_DECLS

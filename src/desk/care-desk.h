/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gio/gio.h>

#include "base/care-format.h"
#include "clinic/care-clinic.h"
#include "desk/care-desk-link.h"
#include "desk/care-print-job.h"
#include "seal/care-seal-keys.h"
#include "widgets/form/care-form-context.h"
#include "widgets/sheet/care-known-printers.h"

G_BEGIN_DECLS

/**
 * CareDesk:
 *
 * What every page of the desk works with, built once by the application and
 * handed down: the clinic, the wire to the keeper, how times are written, the
 * settings, and the store's keys. Property "busy" says that something is
 * being saved or given to the printer, so that the device is not handed over just
 * now. What the print system has holds nobody: the record knows where it waits.
 * Signal "trouble" with a sentence: something went wrong that no page waited for. Signal "print-changed" with a
 * CarePrintJob: something became of a sheet on its way to paper.
 */
#define CARE_TYPE_DESK (care_desk_get_type ())
G_DECLARE_FINAL_TYPE (CareDesk, care_desk, CARE, DESK, GObject)

CareDesk     *care_desk_new           (CareClinic    *clinic,
                                       CareDeskLink  *link,
                                       GSettings     *settings,
                                       CareSealKeys  *keys,
                                       const char    *data_dir) G_GNUC_WARN_UNUSED_RESULT;
CareClinic   *care_desk_get_clinic    (CareDesk      *self);
CareDeskLink *care_desk_get_link      (CareDesk      *self);
CareFormat   *care_desk_get_format    (CareDesk      *self);
GSettings    *care_desk_get_settings  (CareDesk      *self);
CareSealKeys *care_desk_get_keys      (CareDesk      *self);
char         *care_desk_dup_language  (void) G_GNUC_WARN_UNUSED_RESULT;
const char   *care_desk_get_language  (CareDesk      *self);
const char   *care_desk_get_data_dir  (CareDesk      *self);
/* How forms speak at the desk, in a language of the patients. */
CareFormContext *care_desk_dup_form_context (CareDesk    *self,
                                       const char  *language,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;
/* What stays on the window until the next start: settings that could not be read, for instance. */
void          care_desk_add_notice    (CareDesk      *self,
                                       const char    *notice);
const char   *care_desk_get_notice    (CareDesk      *self);
CareInstant   care_desk_now           (CareDesk      *self);
GTimeZone    *care_desk_get_zone      (CareDesk      *self);
void          care_desk_hold          (CareDesk      *self);
void          care_desk_release       (CareDesk      *self);
gboolean      care_desk_is_busy       (CareDesk      *self);
/* Something that no page waits for any more went wrong: said in the window. */
void          care_desk_say_trouble   (CareDesk      *self,
                                       const GError  *error);
/* What earlier desks left at a printer is asked after, also of days that nobody looks at. */
void          care_desk_follow_prints (CareDesk      *self);
/* A visit's sheet on its way to paper, made when it is first asked for; it stays as long as the desk is open. */
CarePrintJob *care_desk_get_print_job (CareDesk      *self,
                                       CareVisit     *visit);
/* The same, NULL when nothing of the visit was printed here and nothing of it waits at a printer. */
CarePrintJob *care_desk_find_print_job (CareDesk     *self,
                                       CareVisit     *visit);
/* The printers that sheets can go to. */
CareKnownPrinters *care_desk_get_printers (CareDesk  *self);
/* The same of a list that is given, where there is no print system. */
void          care_desk_set_printers  (CareDesk      *self,
                                       CareKnownPrinters *printers);
/* Which of them was chosen here; NULL for the system's own. */
char         *care_desk_dup_printer   (CareDesk      *self) G_GNUC_WARN_UNUSED_RESULT;
/* What lies in it. */
CarePaper     care_desk_get_paper     (CareDesk      *self);
/* What a clinician has begun to decide and the disk did not take is tried once more. */
gboolean      care_desk_keep_decisions (CareDesk      *self,
                                       GError       **error);
/* The same, and what is printed and not in the record: it would be lost with the desk. */
gboolean      care_desk_keep_all      (CareDesk      *self,
                                       GError       **error);

G_END_DECLS

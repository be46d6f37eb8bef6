/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "widgets/form/care-form-context.h"

G_BEGIN_DECLS

/**
 * CarePatientNotice:
 *
 * A page that says one thing and offers one or two ways on.
 *
 * Signals:
 * - `chosen` (uint): a button was touched, 0 for the first
 */
#define CARE_TYPE_PATIENT_NOTICE (care_patient_notice_get_type ())
G_DECLARE_FINAL_TYPE (CarePatientNotice, care_patient_notice, CARE, PATIENT_NOTICE, GtkWidget)

/* @keys: words of the title, the text (may be NULL) and the buttons, ended by NULL. */
GtkWidget *care_patient_notice_new (CareFormContext *context,
                                    const char      *title,
                                    const char      *text,
                                    ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <adwaita.h>

#include "desk/care-desk.h"

G_BEGIN_DECLS

/**
 * CareEarlierFinish:
 *
 * Where the time of the last needle is typed when nobody pressed "Finished
 * now". What cannot be is said at the entry, before a clinician is asked for a
 * PIN; of a time that comes twice, or that the clocks went over, two buttons
 * offer what may be meant.
 */
#define CARE_TYPE_EARLIER_FINISH (care_earlier_finish_get_type ())
G_DECLARE_FINAL_TYPE (CareEarlierFinish, care_earlier_finish, CARE, EARLIER_FINISH, AdwBin)

GtkWidget *care_earlier_finish_new (CareDesk  *desk,
                                    CareVisit *visit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "desk/care-desk.h"

G_BEGIN_DECLS

/**
 * CareDateEntry:
 *
 * A date of birth typed as day, month and year in boxes of their own, so that
 * 03/04 is never two dates. The year alone will do. Emits CareDateEntry::changed.
 */
#define CARE_TYPE_DATE_ENTRY (care_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (CareDateEntry, care_date_entry, CARE, DATE_ENTRY, GtkWidget)

gboolean care_date_entry_get      (CareDateEntry  *self,
                                   CareDesk       *desk,
                                   char          **date,
                                   GError        **error);
gboolean care_date_entry_is_empty (CareDateEntry  *self);

void  care_date_entry_say_wrong (CareDateEntry *self,
                                 const char    *words);
char *care_date_entry_dup_typed (CareDateEntry *self) G_GNUC_WARN_UNUSED_RESULT;
void  care_date_entry_set_typed (CareDateEntry *self,
                                 const char    *typed);

G_END_DECLS

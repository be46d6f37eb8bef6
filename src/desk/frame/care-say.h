/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#pragma once

#include <gtk/gtk.h>

#include "base/care-error.h"
#include "clinic/care-visit.h"

G_BEGIN_DECLS

/* How a page speaks to whoever sits at the desk. The window carries it out: actions are the only link. */

/* Done: a line that goes away by itself. */
void care_say_done  (GtkWidget    *from,
                     const char   *message);
/* Done, and it can be taken back by a detailed action name. */
void care_say_undo  (GtkWidget    *from,
                     const char   *message,
                     const char   *action);
/* The same for an action with one text: what it takes back, by id. */
void care_say_undo_one (GtkWidget    *from,
                        const char   *message,
                        const char   *action,
                        const char   *id);
/* Somebody was marked as here, not come, left early or called off: that can be taken back. */
void care_say_undo_visit (GtkWidget   *from,
                          const char  *message,
                          CareVisit   *visit);
/* Booked: the page of the first may be printed at once, and all of it taken back. */
void care_say_booked (GtkWidget   *from,
                      const char  *message,
                      GPtrArray   *visits);
/* It did not work: stays until it is put away. */
void care_say_error (GtkWidget    *from,
                     const GError *error);
void care_say_wrong (GtkWidget    *from,
                     const char   *message);

G_END_DECLS

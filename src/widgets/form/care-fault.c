/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-fault.h"

static void
set (GtkWidget  *widget,
     const char *words)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_INVALID,
                               words != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (words != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

void
care_fault_tell (GtkWidget  **told,
                 GtkWidget   *focus,
                 const char  *words)
{
  if (*told != NULL && (*told != focus || words == NULL))
    set (*told, NULL);
  g_clear_weak_pointer (told);
  if (focus == NULL || words == NULL)
    return;

  set (focus, words);
  g_set_weak_pointer (told, focus);
}

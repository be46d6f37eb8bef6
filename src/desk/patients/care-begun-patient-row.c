/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/patients/care-begun-patient-row.h"

#include <glib/gi18n.h>

#include "desk/frame/care-begun-row.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"

/**
 * care_begun_patient_row_new:
 * @desk: what the pages work with
 * @begun: a registration that was begun
 * @mine: whether it stands in the form already
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
care_begun_patient_row_new (CareDesk  *desk,
                            CareBegun *begun,
                            gboolean   mine)
{
  g_return_val_if_fail (CARE_IS_BEGUN (begun), NULL);

  const char *given = care_begun_get_entry (begun, "given");
  const char *family = care_begun_get_entry (begun, "family");
  const char *phone = care_begun_get_entry (begun, "phone");
  g_autofree char *both = g_strdup_printf ("%s %s", given != NULL ? given : "", family != NULL ? family : "");
  const char *name = *g_strstrip (both) != '\0' ? both : phone;
  g_autofree char *title = name != NULL ? g_strdup_printf (_("Begun earlier: %s"), name) : g_strdup (_("Begun earlier"));
  GtkWidget *row = care_begun_row_new (desk, begun, title, _("not registered yet"));

  if (!mine)
    care_fact_row_add (row, care_new_button (_("_Go on with it"), "register.go-on", care_begun_get_id (begun)));
  care_fact_row_add (row, care_new_button (_("_Throw it away"), "register.throw-away", care_begun_get_id (begun)));
  return row;
}

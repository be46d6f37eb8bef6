/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-hand-over.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "base/care-error.h"
#include "clinic/care-clinic-handover.h"

/**
 * care_hand_over:
 * @desk: what the pages work with
 * @visit: whose questions are answered
 * @error: return location for a #CareError
 *
 * Closes the envelope, opens the journal and asks the keeper to give the device
 * to the patient. Refused while something is being saved or printed, and while the
 * record has no copy of what was printed: the desk ends with the hand-over.
 *
 * Returns: whether the keeper has it; else the visit stands as before
 */
gboolean
care_hand_over (CareDesk   *desk,
                CareVisit  *visit,
                GError    **error)
{
  CareClinic *clinic = care_desk_get_clinic (desk);
  int envelope = -1;
  int journal = -1;

  g_return_val_if_fail (CARE_IS_DESK (desk), FALSE);
  g_return_val_if_fail (CARE_IS_VISIT (visit), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (care_desk_is_busy (desk))
    {
      g_set_error_literal (error, CARE_ERROR, CARE_ERROR_REFUSED,
                           _("Something is still being saved or printed. The device can go in a moment."));
      return FALSE;
    }
  if (!care_desk_keep_all (desk, error))
    return FALSE;
  if (!care_clinic_hand_over (clinic, visit, care_seal_keys_get_public (care_desk_get_keys (desk)), &envelope, &journal, error))
    return FALSE;

  gboolean sent = care_desk_link_hand_over (care_desk_get_link (desk), envelope, journal, error);
  close (envelope);
  close (journal);
  if (sent)
    return TRUE;

  g_autoptr (GError) second = NULL;
  if (!care_clinic_hand_over_failed (clinic, visit, &second))
    g_prefix_error (error, "%s ", second->message);
  return FALSE;
}

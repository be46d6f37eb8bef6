/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* What would be lost with the desk, for the disk did not take it. */

#include "desk/care-desk-private.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-begun.h"
#include "desk/care-desk-errors.h"

/**
 * care_desk_keep_decisions:
 * @self: the desk's state
 * @error: return location for a #CareError
 *
 * Tries once more to write what a clinician has begun to decide and the disk did not take.
 *
 * Returns: whether none of it is in memory only
 */
gboolean
care_desk_keep_decisions (CareDesk  *self,
                          GError   **error)
{
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (CARE_IS_DESK (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (care_clinic_keep_unkept_decisions (self->clinic, &local))
    return TRUE;
  g_autofree char *words = care_desk_errors_dup_words (local);

  g_set_error (error, local->domain, local->code, "%s %s", _("What a clinician has decided is not kept yet:"), words);
  return FALSE;
}

/**
 * care_desk_keep_all:
 * @self: a desk
 * @error: why the record still does not take one of them
 *
 * Puts what is printed and not in the record there. What it does not take is lost when the desk closes.
 *
 * Returns: whether the record has a copy of every sheet that was printed here
 */
gboolean
care_desk_keep_all (CareDesk  *self,
                       GError   **error)
{
  GHashTableIter iter;
  gpointer job;

  g_return_val_if_fail (CARE_IS_DESK (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!care_desk_keep_decisions (self, error))
    return FALSE;
  g_hash_table_iter_init (&iter, self->print_jobs);
  while (g_hash_table_iter_next (&iter, NULL, &job))
    {
      g_autoptr (GError) local = NULL;

      if (!care_print_job_keep_again (job, &local))
        {
          g_autofree char *words = care_desk_errors_dup_words (local);

          g_set_error (error, local->domain, local->code, "%s %s",
                       _("The record does not have the copy of a sheet that is printed:"), words);
          return FALSE;
        }
    }

  return TRUE;
}

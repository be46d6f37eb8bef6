/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* The visits' sheets on their way to paper, what they hold up, and where they go. */

#include "desk/care-desk-private.h"


/* How long ago a sheet may have been sent that is asked after by itself. */
#define FOLLOWED (7 * 24 * CARE_HOUR)

static void
gave_up_cb (CareDesk   *self,
            const char *message)
{
  g_signal_emit_by_name (self, "trouble", message);
}

/* The one rule: what is on its way into the print system holds the desk, whoever looks on; what is there does not. */
static void
job_changed_cb (CareDesk     *self,
                CarePrintJob *changed)
{
  GHashTableIter iter;
  gpointer job;
  gboolean giving = FALSE;

  g_hash_table_iter_init (&iter, self->print_jobs);
  while (!giving && g_hash_table_iter_next (&iter, NULL, &job))
    giving = care_print_job_is_giving (job);
  if (giving != self->giving)
    {
      self->giving = giving;
      if (giving)
        care_desk_hold (self);
      else
        care_desk_release (self);
    }
  g_signal_emit_by_name (self, "print-changed", changed);
}

/** Returns: (transfer none): the visit's sheet on its way to paper, made now where there was none */
CarePrintJob *
care_desk_get_print_job (CareDesk  *self,
                         CareVisit *visit)
{
  CarePrintJob *job;

  g_return_val_if_fail (CARE_IS_DESK (self), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);

  job = g_hash_table_lookup (self->print_jobs, care_visit_get_id (visit));
  if (job != NULL)
    return job;

  job = care_print_job_new (self->clinic, visit);
  g_signal_connect_object (job, "gave-up", G_CALLBACK (gave_up_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (job, "changed", G_CALLBACK (job_changed_cb), self, G_CONNECT_SWAPPED);
  g_hash_table_insert (self->print_jobs, g_strdup (care_visit_get_id (visit)), job);
  return job;
}

/**
 * care_desk_find_print_job:
 * @self: a desk
 * @visit: a visit
 *
 * Returns: (transfer none) (nullable): the same; NULL when nothing of the visit was printed here, nor waits at a printer
 *   as far as the record knows
 */
CarePrintJob *
care_desk_find_print_job (CareDesk  *self,
                          CareVisit *visit)
{
  g_return_val_if_fail (CARE_IS_DESK (self), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);

  if (care_visit_get_print_title (visit) != NULL)
    return care_desk_get_print_job (self, visit);
  return g_hash_table_lookup (self->print_jobs, care_visit_get_id (visit));
}

/**
 * care_desk_follow_prints:
 * @self: a desk
 *
 * Asks what became of the sheets that waited at a printer when the desk was last open, those of the last week: over a
 * weekend a printer may have given one up, and then it is owed again.
 */
void
care_desk_follow_prints (CareDesk *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) visits = NULL;
  CareInstant now;

  g_return_if_fail (CARE_IS_DESK (self));

  now = care_desk_now (self);
  visits = care_clinic_list_visits (self->clinic, now - FOLLOWED, now, &error);
  if (visits == NULL)
    {
      care_desk_say_trouble (self, error);
      return;
    }
  for (guint i = 0; i < g_list_model_get_n_items (visits); i++)
    {
      g_autoptr (CareVisit) visit = g_list_model_get_item (visits, i);

      care_desk_find_print_job (self, visit);
    }
}

/** Returns: (transfer none): the printers that sheets can go to */
CareKnownPrinters *
care_desk_get_printers (CareDesk *self)
{
  g_return_val_if_fail (CARE_IS_DESK (self), NULL);

  return self->printers;
}

/**
 * care_desk_set_printers:
 * @self: a desk
 * @printers: what is known instead
 *
 * For where there is no print system to ask, before any page shows them.
 */
void
care_desk_set_printers (CareDesk          *self,
                        CareKnownPrinters *printers)
{
  g_return_if_fail (CARE_IS_DESK (self));
  g_return_if_fail (CARE_IS_KNOWN_PRINTERS (printers));

  g_set_object (&self->printers, printers);
}

/**
 * care_desk_dup_printer:
 * @self: a desk
 *
 * Returns: (transfer full) (nullable): the printer that was chosen here; NULL for the system's own
 */
char *
care_desk_dup_printer (CareDesk *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (CARE_IS_DESK (self), NULL);

  name = g_settings_get_string (self->settings, "printer");
  return *name != '\0' ? g_steal_pointer (&name) : NULL;
}

/** Returns: the paper that lies in it */
CarePaper
care_desk_get_paper (CareDesk *self)
{
  g_autofree char *name = NULL;
  CarePaper paper = CARE_PAPER_A4;

  g_return_val_if_fail (CARE_IS_DESK (self), CARE_PAPER_A4);

  name = g_settings_get_string (self->settings, "paper");
  care_paper_from_name (name, &paper);
  return paper;
}

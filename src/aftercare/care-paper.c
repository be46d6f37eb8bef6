/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-paper.h"

static const CarePaperSize papers[] = {
  [CARE_PAPER_A4] = { "a4", "iso_a4", 210 / 25.4 * 72, 297 / 25.4 * 72, 30, 20 },
  [CARE_PAPER_LETTER] = { "letter", "na_letter", 612, 792, 30, 17 },
  [CARE_PAPER_A5] = { "a5", "iso_a5", 148 / 25.4 * 72, 210 / 25.4 * 72, 20, 18 },
};

/**
 * care_paper_get_size:
 * @paper: a paper
 *
 * Returns: (transfer none) (nullable): its measures
 */
const CarePaperSize *
care_paper_get_size (CarePaper paper)
{
  return paper < G_N_ELEMENTS (papers) ? &papers[paper] : NULL;
}

/**
 * care_paper_get_name:
 * @paper: a paper
 *
 * Returns: (nullable): its name, "a4"
 */
const char *
care_paper_get_name (CarePaper paper)
{
  return paper < G_N_ELEMENTS (papers) ? papers[paper].name : NULL;
}

/**
 * care_paper_from_name:
 * @name: "a4", "letter" or "a5"
 * @paper: (out): the paper
 *
 * Returns: whether there is such a paper
 */
gboolean
care_paper_from_name (const char *name,
                      CarePaper  *paper)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (paper != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (papers[i].name, name) == 0)
      {
        *paper = (CarePaper) i;
        return TRUE;
      }

  return FALSE;
}

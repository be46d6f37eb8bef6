/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-loans.h"

/* What the back gains by a set of loans; -1 where they do not fit. */
static double
sum_loans (const CareLoan *loans,
           guint           n,
           guint           set,
           double          room)
{
  double need = 0, gain = 0;

  for (guint i = 0; i < n; i++)
    if ((set & 1u << i) != 0)
      {
        need += loans[i].need;
        gain += loans[i].gain;
      }

  return need <= room ? gain : -1;
}

/**
 * care_loans_choose:
 * @loans: (array length=n): sections, in order
 * @n: how many, %CARE_MOST_LOANS at most
 * @room: what the front has
 * @gain: (inout): how much the back may gain, and does: with what it was for the best choice
 *   comes the next best one, whose columns may break where less is lost
 *
 * Returns: a bit for each of the loans that together fit and free most of the
 *   back, the first ones where it is all the same
 */
guint
care_loans_choose (const CareLoan *loans,
                   guint           n,
                   double          room,
                   double         *gain)
{
  guint best = 0;
  double most = 0;

  g_return_val_if_fail (n <= CARE_MOST_LOANS, 0);

  for (guint set = 1; set < 1u << n; set++)
    {
      double sum = sum_loans (loans, n, set, room);

      if (sum > most && sum < *gain)
        {
          most = sum;
          best = set;
        }
    }

  *gain = most;

  return best;
}

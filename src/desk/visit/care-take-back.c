/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-take-back.h"

#include <glib/gi18n.h>

#include "desk/frame/care-say.h"

/**
 * care_take_back_say:
 * @from: a widget of the window
 * @taken: what came back
 *
 * What needs somebody's attention stays until it is put away; the rest is a line
 * that goes by itself.
 */
void
care_take_back_say (GtkWidget       *from,
                    const CareTaken *taken)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (taken != NULL);

  if (taken->wrong_birth_date)
    care_say_wrong (from, _("The birth date was typed wrongly three times. Ask who has answered before you go on."));
  else if (taken->torn)
    care_say_wrong (from, _("The device stopped in the middle of an answer. Everything before it is here; the last answer has to be given again."));
  else if (taken->borrowed)
    care_say_done (from, _("Borrowed back. Every answer so far is kept."));
  else if (!taken->finished)
    care_say_done (from, _("Every answer so far is kept. Some are still missing."));
  else
    care_say_done (from, _("Taken back. Every answer is in the record."));
}

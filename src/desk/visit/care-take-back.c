/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-take-back.h"

#include <glib/gi18n.h>

#include "desk/frame/care-say.h"
#include "desk/sign-in/care-pin-dialog.h"

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

typedef struct
{
  GtkWidget *from;
  CareDesk  *desk;
  CareVisit *visit;
} CareAsked;

static CareAsked *
asked_new (GtkWidget *from,
           CareDesk  *desk,
           CareVisit *visit)
{
  CareAsked *asked = g_new0 (CareAsked, 1);

  asked->from = g_object_ref (from);
  asked->desk = g_object_ref (desk);
  asked->visit = g_object_ref (visit);
  return asked;
}

static void
asked_free (gpointer data)
{
  CareAsked *asked = data;

  g_object_unref (asked->from);
  g_object_unref (asked->desk);
  g_object_unref (asked->visit);
  g_free (asked);
}

static gboolean
take_back_cb (const CareSignature  *by,
              gpointer              data,
              GError              **error)
{
  CareAsked *asked = data;
  CareTaken taken = { 0 };

  if (!care_clinic_take_back (care_desk_get_clinic (asked->desk), asked->visit, care_desk_get_keys (asked->desk), by, &taken, error))
    return FALSE;
  care_take_back_say (asked->from, &taken);
  return TRUE;
}

static gboolean
wrong_person_cb (const CareSignature  *by,
                 gpointer              data,
                 GError              **error)
{
  CareAsked *asked = data;

  if (!care_clinic_wrong_person (care_desk_get_clinic (asked->desk), asked->visit, by, error))
    return FALSE;
  care_say_undo_one (asked->from, _("Those answers are kept as entered in error and count for nobody"), "win.undo-wrong-person",
                     care_visit_get_id (asked->visit));
  return TRUE;
}

/**
 * care_take_back_ask:
 * @from: a widget of the window
 * @desk: what the pages work with
 * @visit: whose device came back
 *
 * Asks for a PIN, takes the answers in and says what came back.
 */
void
care_take_back_ask (GtkWidget *from,
                    CareDesk  *desk,
                    CareVisit *visit)
{
  g_return_if_fail (GTK_IS_WIDGET (from));

  care_pin_dialog_ask (from, desk, _("Take the device back"), FALSE, take_back_cb, asked_new (from, desk, visit), asked_free);
}

/**
 * care_wrong_person_ask:
 * @from: a widget of the window
 * @desk: what the pages work with
 * @visit: whose answers somebody else gave
 *
 * Asks for a PIN and sets the answers aside.
 */
void
care_wrong_person_ask (GtkWidget *from,
                       CareDesk  *desk,
                       CareVisit *visit)
{
  g_return_if_fail (GTK_IS_WIDGET (from));

  care_pin_dialog_ask (from, desk, _("This was the wrong person"), FALSE, wrong_person_cb, asked_new (from, desk, visit), asked_free);
}

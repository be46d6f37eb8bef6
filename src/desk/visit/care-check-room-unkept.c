/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-check-room-private.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-begun.h"
#include "desk/care-desk-errors.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "desk/frame/care-say.h"

/* Nothing of the decision is said here: it stands behind the PIN as before. */
void
_care_check_room_fill_unkept (CareCheckRoom *self,
                              GtkBox        *box)
{
  CareRoomView *view = CARE_ROOM_VIEW (self);
  CareClinic *clinic = care_room_view_get_clinic (view);
  g_autoptr (GError) error = NULL;

  if (!care_clinic_has_unkept_decision (clinic, care_room_view_get_visit (view))
      || care_clinic_keep_unkept_decisions (clinic, &error))
    return;
  g_autofree char *words = care_desk_errors_dup_words (error);
  GtkWidget *row = care_fact_row_new (_("What a clinician was deciding here is not on the disk yet"), words);

  care_fact_row_add (row, care_new_button (_("_Keep it now"), "check.keep-now", NULL));
  gtk_widget_add_css_class (row, "card");
  gtk_box_append (box, row);
}

static void
keep_now_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  CareCheckRoom *self = CARE_CHECK_ROOM (widget);
  g_autoptr (GError) error = NULL;

  if (care_clinic_keep_unkept_decisions (care_room_view_get_clinic (CARE_ROOM_VIEW (self)), &error))
    _care_check_room_redraw (self);
  else
    care_say_error (widget, error);
}

void
_care_check_room_install_unkept (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "check.keep-now", NULL, keep_now_action);
}

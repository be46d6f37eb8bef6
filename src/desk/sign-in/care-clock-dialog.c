/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/sign-in/care-clock-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "clinic/care-clinic-clock.h"
#include "desk/frame/care-say.h"

typedef struct
{
  GtkWidget *from;
  CareDesk  *desk;
  char      *action;
  GVariant  *target;
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *self = data;

  g_clear_weak_pointer (&self->from);
  g_object_unref (self->desk);
  g_free (self->action);
  g_clear_pointer (&self->target, g_variant_unref);
  g_free (self);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          data)
{
  Question *self = data;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "go-on") || self->from == NULL)
    return;
  if (!care_clinic_confirm_clock (care_desk_get_clinic (self->desk), &error))
    care_say_error (self->from, error);
  else if (self->action != NULL)
    gtk_widget_activate_action_variant (self->from, self->action, self->target);
}

static void
ask (GtkWidget   *from,
     CareDesk    *desk,
     CareInstant  newest,
     const char  *action,
     GVariant    *target)
{
  CareFormat *format = care_desk_get_format (desk);
  CareInstant now = care_desk_now (desk);
  g_autofree char *says = care_format_moment (format, now);
  g_autofree char *written = care_format_moment (format, newest);
  g_autofree char *time = care_format_time (format, now);
  /* TRANSLATORS: both are a day and a time of day. */
  g_autofree char *both = g_strdup_printf (_("The computer's clock says %s. The newest record was written %s, which is later."), says, written);
  g_autofree char *body = g_strdup_printf ("%s %s", both,
                                           _("Every record and every time on a sheet follows the clock. If it is wrong, put it right "
                                             "first; if it is right, go on: your name and both times are kept."));
  /* TRANSLATORS: %s is a time of day. */
  g_autofree char *go_on = g_strdup_printf (_("_Go on with %s"), time);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (from)), _("What time is it?"), body);
  Question *question = g_new0 (Question, 1);

  g_set_weak_pointer (&question->from, from);
  question->desk = g_object_ref (desk);
  question->action = g_strdup (action);
  question->target = target != NULL ? g_variant_ref_sink (target) : NULL;
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "stay", _("_Put the clock right first"), "go-on", go_on, NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * care_clock_dialog_ask:
 * @from: a widget of the window
 * @desk: what the pages work with
 * @action: (nullable): the action that is being done
 * @target: (nullable): its target
 *
 * Nothing is refused for a clock: what must come out does, once somebody has seen both times and gone on.
 *
 * Returns: TRUE when the clock is not behind the newest record
 */
gboolean
care_clock_dialog_ask (GtkWidget  *from,
                       CareDesk   *desk,
                       const char *action,
                       GVariant   *target)
{
  CareInstant newest;

  g_return_val_if_fail (GTK_IS_WIDGET (from), TRUE);
  g_return_val_if_fail (CARE_IS_DESK (desk), TRUE);

  if (!care_clinic_is_clock_behind (care_desk_get_clinic (desk), &newest))
    return TRUE;
  ask (from, desk, newest, action, target);
  return FALSE;
}

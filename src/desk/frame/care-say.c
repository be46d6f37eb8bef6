/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/frame/care-say.h"

#include <glib/gi18n.h>

#include "desk/care-desk-errors.h"

/**
 * care_say_done:
 * @from: a widget of the window
 * @message: what was done
 */
void
care_say_done (GtkWidget  *from,
               const char *message)
{
  care_say_undo (from, message, "");
}

/**
 * care_say_undo:
 * @from: a widget of the window
 * @message: what was done
 * @action: the detailed action that takes it back, "" for none
 */
void
care_say_undo (GtkWidget  *from,
               const char *message,
               const char *action)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (message != NULL);
  g_return_if_fail (action != NULL);

  gtk_widget_activate_action (from, "win.toast", "(sss)", message, _("_Undo"), action);
}

/**
 * care_say_booked:
 * @from: a widget of the window
 * @message: what was booked
 * @visits: (element-type CareVisit): what was booked; the page of the first may be printed at once, and all of it taken back
 */
void
care_say_booked (GtkWidget  *from,
                 const char *message,
                 GPtrArray  *visits)
{
  GVariantBuilder ids;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (message != NULL);
  g_return_if_fail (visits != NULL);

  if (visits->len == 0)
    {
      care_say_done (from, message);
      return;
    }
  g_variant_builder_init (&ids, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < visits->len; i++)
    g_variant_builder_add (&ids, "s", care_visit_get_id (g_ptr_array_index (visits, i)));
  gtk_widget_activate_action (from, "win.toast-booked", "(sas)", message, &ids);
}

/**
 * care_say_undo_one:
 * @from: a widget of the window
 * @message: what was done
 * @action: the action that takes it back
 * @id: what it takes back
 */
void
care_say_undo_one (GtkWidget  *from,
                   const char *message,
                   const char *action,
                   const char *id)
{
  g_return_if_fail (action != NULL && id != NULL);

  g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (id));
  g_autofree char *detailed = g_action_print_detailed_name (action, target);

  care_say_undo (from, message, detailed);
}

/**
 * care_say_undo_visit:
 * @from: a widget of the window
 * @message: what was done
 * @visit: the visit that was marked as here, not come, left early or called off
 */
void
care_say_undo_visit (GtkWidget  *from,
                      const char *message,
                      CareVisit  *visit)
{
  g_return_if_fail (CARE_IS_VISIT (visit));

  care_say_undo_one (from, message, "win.undo", care_visit_get_id (visit));
}

/**
 * care_say_error:
 * @from: a widget of the window
 * @error: why it did not work
 */
void
care_say_error (GtkWidget    *from,
                const GError *error)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (error != NULL);

  g_autofree char *words = care_desk_errors_dup_words (error);

  care_say_wrong (from, words);
}

/**
 * care_say_wrong:
 * @from: a widget of the window
 * @message: what is wrong, and what to do
 */
void
care_say_wrong (GtkWidget  *from,
                const char *message)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (message != NULL);

  gtk_widget_activate_action (from, "win.report", "s", message);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

/* The window's way to the clinic's forms, and back from a change of them. */

#include "desk/care-desk-window.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-own-forms.h"
#include "desk/care-desk-window-private.h"
#include "desk/forms/care-forms-page.h"
#include "desk/forms/care-new-form-page.h"
#include "desk/frame/care-say.h"
#include "desk/sign-in/care-pin-dialog.h"

/* Leaves the present page if what was typed in it could be kept. */
static gboolean
may_move_on (CareDeskWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!care_desk_window_is_inside (self))
    return FALSE;
  if (_care_desk_window_settle (self, &error))
    return TRUE;
  care_say_error (GTK_WIDGET (self), error);
  return FALSE;
}

static void
forms_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);

  if (may_move_on (self) && !CARE_IS_FORMS_PAGE (care_desk_window_get_page (self)))
    care_places_push (self->places, CARE_PAGE (care_forms_page_new (self->desk)));
}

static void
new_form_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);
  const char *file = g_variant_get_string (parameter, NULL);

  if (may_move_on (self))
    care_places_push (self->places, CARE_PAGE (g_str_equal (name, "win.own-form")
                                                 ? care_new_form_page_new_own (self->desk, file)
                                                 : care_new_form_page_new (self->desk, file)));
}

static gboolean
undo_cb (const CareSignature  *by,
         gpointer              data,
         GError              **error)
{
  CareDeskWindow *self = data;

  if (!care_clinic_undo_forms (care_desk_get_clinic (self->desk), by, error))
    return FALSE;
  care_page_refresh (care_desk_window_get_page (self));
  care_say_done (GTK_WIDGET (self), _("The forms are asked as before"));
  return TRUE;
}

static void
undo_forms_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  CareDeskWindow *self = CARE_DESK_WINDOW (widget);

  if (care_desk_window_is_inside (self))
    care_pin_dialog_ask_owner (widget, self->desk, _("Ask the forms as before"), undo_cb, g_object_ref (self), g_object_unref);
}

void
_care_desk_window_install_forms (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.forms", NULL, forms_action);
  gtk_widget_class_install_action (widget_class, "win.new-form", "s", new_form_action);
  gtk_widget_class_install_action (widget_class, "win.own-form", "s", new_form_action);
  gtk_widget_class_install_action (widget_class, "win.undo-forms", NULL, undo_forms_action);
}

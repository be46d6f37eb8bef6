/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-check-room-private.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-begun.h"
#include "clinic/care-clinic-check.h"
#include "desk/care-desk-words.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "desk/frame/care-say.h"
#include "desk/frame/care-wrap-box.h"

static CareVisit *
get_visit (CareCheckRoom *self)
{
  return care_room_view_get_visit (CARE_ROOM_VIEW (self));
}

static CareClinic *
get_clinic (CareCheckRoom *self)
{
  return care_room_view_get_clinic (CARE_ROOM_VIEW (self));
}

static CareDesk *
get_desk (CareCheckRoom *self)
{
  return care_room_view_get_desk (CARE_ROOM_VIEW (self));
}

static gboolean
choose_cb (const CareSignature  *by,
           gpointer              data,
           GError              **error)
{
  CareCheckRoom *self = data;
  g_auto (GStrv) areas = care_product_chooser_dup_areas (self->chooser);

  if (!care_clinic_choose_product (get_clinic (self), get_visit (self), care_product_chooser_get_product (self->chooser),
                                   care_product_chooser_get_batch (self->chooser), (const char *const *) areas, by, error))
    return FALSE;
  self->choosing = FALSE;
  _care_check_room_redraw (self);
  return TRUE;
}

static void
keep_product_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  _care_check_room_ask_clinician (CARE_CHECK_ROOM (widget), _("Sign product, batch and areas"), choose_cb);
}

static void
choose_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  CareCheckRoom *self = CARE_CHECK_ROOM (widget);

  g_autoptr (GError) error = NULL;

  /* "Leave it as it was": what was begun is put away. */
  if (self->choosing && !care_clinic_keep_begun_product (get_clinic (self), get_visit (self), NULL, NULL, NULL, &error))
    {
      care_say_error (widget, error);
      return;
    }
  self->choosing = !self->choosing;
  _care_check_room_redraw (self);
}

static void
enable_keep (CareCheckRoom *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "check.keep-product", care_product_chooser_is_complete (self->chooser));
}

/* Nobody has signed it yet, but a lock or another page takes none of it away. */
static void
product_changed_cb (CareCheckRoom *self)
{
  g_auto (GStrv) areas = care_product_chooser_dup_areas (self->chooser);
  g_autoptr (GError) error = NULL;

  enable_keep (self);
  if (!care_clinic_keep_begun_product (get_clinic (self), get_visit (self), care_product_chooser_get_product (self->chooser),
                                       care_product_chooser_get_batch (self->chooser), (const char *const *) areas, &error))
    care_say_error (GTK_WIDGET (self), error);
}

static gboolean
has_begun (CareCheckRoom *self)
{
  g_autofree char *product = NULL;
  g_autofree char *batch = NULL;
  g_auto (GStrv) areas = NULL;

  return care_clinic_read_begun_product (get_clinic (self), get_visit (self), &product, &batch, &areas);
}

void
_care_check_room_fill_product (CareCheckRoom *self,
                               GtkBox        *box)
{
  CareVisit *visit = get_visit (self);
  const char *product = care_visit_get_product_name (visit);
  g_autofree char *areas = care_desk_words_areas (care_desk_get_format (get_desk (self)), care_visit_get_areas (visit));
  GtkWidget *row;
  GtkWidget *choose;

  if (!self->looked)
    self->choosing = has_begun (self);
  self->looked = TRUE;
  if (self->choosing)
    {
      GtkWidget *keep = care_new_button (_("_Keep, with a clinician's PIN"), "check.keep-product", NULL);

      self->chooser = CARE_PRODUCT_CHOOSER (care_product_chooser_new (get_desk (self), visit));
      g_signal_connect_object (self->chooser, "changed", G_CALLBACK (product_changed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (box, GTK_WIDGET (self->chooser));
      gtk_widget_add_css_class (keep, "suggested-action");
      row = care_wrap_box_new (12);
      care_wrap_box_append (CARE_WRAP_BOX (row), keep);
      care_wrap_box_append (CARE_WRAP_BOX (row), care_new_button (_("_Leave it as it was"), "check.choose", NULL));
      gtk_box_append (box, row);
      enable_keep (self);
      return;
    }
  if (product != NULL)
    {
      g_autofree char *about = care_visit_get_batch (visit) != NULL
                                 ? g_strdup_printf (_("Batch %s · %s"), care_visit_get_batch (visit), areas)
                                 : g_strdup (_("No batch yet"));

      row = care_fact_row_new (product, about);
    }
  else
    row = care_fact_row_new (_("No product chosen yet"), _("A clinician chooses product, batch and areas before the first needle."));
  choose = care_new_button (product != NULL ? _("Change the _product") : _("Choose the _product"), "check.choose", NULL);
  if (care_visit_get_next_step (visit) == CARE_NEXT_CHOOSE_PRODUCT)
    gtk_widget_add_css_class (choose, "suggested-action");
  care_fact_row_add (row, choose);
  gtk_widget_add_css_class (row, "card");
  gtk_box_append (box, row);
}

void
_care_check_room_install_product (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "check.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "check.keep-product", NULL, keep_product_action);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-sheet-troubles.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-sheet.h"
#include "desk/care-desk-errors.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"

static char *
dup_sentence (const char *text)
{
  const char *rest = *text != '\0' ? g_utf8_next_char (text) : text;
  g_autofree char *first = g_utf8_strup (text, rest - text);

  return g_strconcat (first, rest, NULL);
}

/* The sheet is written for it, which takes as long as a frame: the room is drawn first. */
#define AFTER_FIRST_FRAME 40

typedef struct
{
  GtkWidget  *box;
  CareClinic *clinic;
  CareVisit  *visit;
} CareTroubles;

static void
troubles_free (gpointer data)
{
  CareTroubles *troubles = data;

  g_object_unref (troubles->box);
  g_object_unref (troubles->clinic);
  g_object_unref (troubles->visit);
  g_free (troubles);
}

static gboolean
look_cb (gpointer data)
{
  CareTroubles *self = data;
  gboolean sample = care_clinic_is_sample (self->clinic);
  g_auto (GStrv) troubles = NULL;

  /* Somebody has gone on meanwhile. */
  if (gtk_widget_get_root (self->box) == NULL)
    return G_SOURCE_REMOVE;
  troubles = care_clinic_list_sheet_troubles (self->clinic, self->visit, NULL);
  for (guint i = 0; troubles != NULL && troubles[i] != NULL; i++)
    {
      g_autofree char *said = care_desk_errors_dup_text (troubles[i]);
      g_autofree char *title = dup_sentence (said);
      GtkWidget *row = care_fact_row_new_state (title,
                                                sample ? _("Only said here: this clinic is a sample.")
                                                       : _("Before the first needle, so that the sheet comes out afterwards."),
                                                sample ? CARE_TONE_WAITING : CARE_TONE_DECIDE, _("Sheet"));

      gtk_widget_add_css_class (row, "card");
      gtk_box_append (GTK_BOX (self->box), row);
    }
  gtk_widget_set_visible (self->box, gtk_widget_get_first_child (self->box) != NULL);
  return G_SOURCE_REMOVE;
}

/**
 * care_sheet_troubles_new:
 * @clinic: the use-cases
 * @visit: a visit before its first needle
 *
 * What would stop paper stops the first needle instead.
 *
 * Returns: (transfer floating): a card for each thing to put right, a moment later; not visible when there is none
 */
GtkWidget *
care_sheet_troubles_new (CareClinic *clinic,
                         CareVisit  *visit)
{
  g_return_val_if_fail (CARE_IS_CLINIC (clinic), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);

  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  CareTroubles *troubles = g_new0 (CareTroubles, 1);

  troubles->box = g_object_ref_sink (box);
  troubles->clinic = g_object_ref (clinic);
  troubles->visit = g_object_ref (visit);
  if (care_visit_is_paper_stopped (visit))
    gtk_box_append (GTK_BOX (box), care_new_heading (_("Only the sheet stands in the way. Put this right, and it is ready.")));
  gtk_widget_set_visible (box, gtk_widget_get_first_child (box) != NULL);
  g_timeout_add_full (G_PRIORITY_LOW, AFTER_FIRST_FRAME, look_cb, troubles, troubles_free);
  return box;
}

/**
 * care_sheet_troubles_new_for_pages:
 * @pages: pages about to be printed
 *
 * What the machine lacks for them: a font, a letter, a picture.
 *
 * Returns: (transfer floating): a card for each; not visible when there is none
 */
GtkWidget *
care_sheet_troubles_new_for_pages (CareSheetPages *pages)
{
  g_return_val_if_fail (CARE_IS_SHEET_PAGES (pages), NULL);

  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_auto (GStrv) troubles = care_sheet_pages_dup_troubles (pages);

  for (guint i = 0; troubles[i] != NULL; i++)
    {
      g_autofree char *said = care_desk_errors_dup_text (troubles[i]);
      g_autofree char *title = dup_sentence (said);
      GtkWidget *row = care_fact_row_new_state (title, _("It does not stop the print."), CARE_TONE_WAITING, _("Sheet"));

      gtk_widget_add_css_class (row, "card");
      gtk_box_append (GTK_BOX (box), row);
    }
  gtk_widget_set_visible (box, troubles[0] != NULL);
  return box;
}

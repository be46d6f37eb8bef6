/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-sheet-printing.h"

#include <glib/gi18n.h>

#include "aftercare/care-sheet-pdf.h"
#include "clinic/care-clinic-register.h"
#include "desk/care-desk-errors.h"
#include "desk/care-print-words.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "desk/frame/care-say.h"
#include "desk/frame/care-wrap-box.h"

struct _CareSheetPrinting
{
  AdwBin          parent_instance;

  CareDesk       *desk;
  CareVisit      *visit;
  CarePrintJob   *job;
  CareSheetPages *pages;
  CarePaper       paper;
  char           *language;
  gboolean        large_print;
  guint           copies;
  CareStateTag   *tag;
  AdwBin         *unkept;
  GtkWidget      *place; /* (nullable): where it goes */
  GtkWidget      *recall; /* (nullable): takes it back from where it waits */
};

G_DEFINE_FINAL_TYPE (CareSheetPrinting, care_sheet_printing, ADW_TYPE_BIN)

/* On paper and not in the record: said until it is. */
static void
show_unkept (CareSheetPrinting *self)
{
  const GError *error = care_print_job_get_unkept (self->job);
  g_autofree char *reason = NULL;
  GtkWidget *row;

  if (error == NULL)
    {
      adw_bin_set_child (self->unkept, NULL);
      return;
    }
  reason = care_desk_errors_dup_words (error);
  row = care_fact_row_new_state (_("The sheet is printed, but the record does not have its copy yet"), reason, CARE_TONE_STOP,
                                 _("Sheet"));
  care_fact_row_add (row, care_new_button (_("_Keep the copy now"), "sheet-printing.keep", NULL));
  gtk_widget_add_css_class (row, "card");
  adw_bin_set_child (self->unkept, row);
}

static void
job_changed_cb (CareSheetPrinting *self)
{
  CareSheetPrinter *printer = care_print_job_get_printer (self->job);
  const char *status = care_sheet_printer_get_status (printer);

  if (self->tag == NULL)
    return;
  care_state_tag_set (self->tag, care_print_words_get_tone (printer), status != NULL ? status : "");
  gtk_widget_set_visible (GTK_WIDGET (self->tag), status != NULL && *status != '\0');
  gtk_widget_set_visible (self->recall, care_sheet_printer_is_waiting (printer));
  show_unkept (self);
}

/* ---- printing ---- */

typedef struct
{
  CareSheetPrinting *self;
  GBytes            *pdf;
  char              *language;
  gboolean           large_print;
  gboolean           dialog;
} CarePrinting;

static void
printing_free (CarePrinting *printing)
{
  g_object_unref (printing->self);
  g_bytes_unref (printing->pdf);
  g_free (printing->language);
  g_free (printing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CarePrinting, printing_free)

/* Also of a page that is looked at no more: what went to paper is kept, and what did not is said. */
static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (CarePrinting) printing = data;
  CareSheetPrinting *self = printing->self;
  g_autoptr (GError) error = NULL;
  gboolean sent = printing->dialog
                    ? care_sheet_printer_dialog_finish (CARE_SHEET_PRINTER (source), result, &error)
                    : care_sheet_printer_print_finish (CARE_SHEET_PRINTER (source), result, &error);

  if (sent)
    sent = care_print_job_keep (self->job, printing->pdf, printing->language, printing->large_print, &error);
  if (!sent && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    care_desk_say_trouble (self->desk, error);
}

static void
print (CareSheetPrinting *self,
       gboolean           dialog)
{
  CareSheetPrinter *printer = care_print_job_get_printer (self->job);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = care_desk_dup_printer (self->desk);
  g_autoptr (GBytes) pdf = NULL;
  CarePrinting *printing;

  if (care_sheet_printer_is_busy (printer))
    {
      care_say_wrong (GTK_WIDGET (self), _("This sheet is already waiting at the printer. Look at its paper, or take it back, before printing again."));
      return;
    }
  pdf = care_sheet_pdf_new (self->pages, &error);
  if (pdf == NULL)
    {
      care_say_error (GTK_WIDGET (self), error);
      return;
    }
  printing = g_new0 (CarePrinting, 1);
  printing->self = g_object_ref (self);
  printing->pdf = g_bytes_ref (pdf);
  printing->language = g_strdup (self->language);
  printing->large_print = self->large_print;
  printing->dialog = dialog;
  if (dialog)
    care_sheet_printer_dialog_async (printer, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), pdf, self->paper,
                                     NULL, printed_cb, printing);
  else
    care_sheet_printer_print_async (printer, name, pdf, self->paper, self->copies, NULL,
                                    printed_cb, printing);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  print (CARE_SHEET_PRINTING (widget), FALSE);
}

static void
dialog_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  print (CARE_SHEET_PRINTING (widget), TRUE);
}

static void
recalled_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (CareSheetPrinting) self = data;
  g_autoptr (GError) error = NULL;

  if (!care_sheet_printer_recall_finish (CARE_SHEET_PRINTER (source), result, &error))
    care_desk_say_trouble (self->desk, error);
}

static void
recall_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  CareSheetPrinting *self = CARE_SHEET_PRINTING (widget);
  CareSheetPrinter *printer = care_print_job_get_printer (self->job);

  if (care_sheet_printer_is_waiting (printer))
    care_sheet_printer_recall_async (printer, recalled_cb, g_object_ref (self));
}

static void
keep_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CareSheetPrinting *self = CARE_SHEET_PRINTING (widget);
  g_autoptr (GError) error = NULL;

  if (care_print_job_keep_again (self->job, &error))
    care_say_done (widget, _("The record has the copy"));
  else
    care_say_error (widget, error);
}

/* ---- what is shown ---- */

/* Where “Print” prints, and the way to another printer. */
static void
show_place (CareSheetPrinting *self)
{
  g_autofree char *name = care_desk_dup_printer (self->desk);
  g_autofree char *said = NULL;
  GtkWidget *label;

  if (self->place == NULL)
    return;
  said = name != NULL ? g_strdup_printf (_("Printer: %s"), name) : g_strdup (_("Printer: the system's own"));
  label = gtk_button_get_child (GTK_BUTTON (self->place));
  gtk_label_set_text (GTK_LABEL (label), said);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->place), GTK_ACCESSIBLE_PROPERTY_LABEL, said,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Choose the desk's printer"), -1);
}

/* Whoever takes one for the family too takes it next time: it is the patient's own. */
static void
copies_changed_cb (GtkSpinButton     *button,
                   CareSheetPrinting *self)
{
  g_autoptr (GError) error = NULL;
  CarePatient *patient = care_visit_get_patient (self->visit);

  self->copies = (guint) gtk_spin_button_get_value_as_int (button);
  if (!care_clinic_set_paper (care_desk_get_clinic (self->desk), patient, self->copies,
                              care_patient_wants_one_language (patient), &error))
    care_say_error (GTK_WIDGET (self), error);
}

static GtkWidget *
new_copies (CareSheetPrinting *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *copies = gtk_spin_button_new_with_range (1, CARE_MOST_COPIES, 1);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (copies), self->copies);
  gtk_accessible_update_property (GTK_ACCESSIBLE (copies), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Copies"), -1);
  g_signal_connect_object (copies, "value-changed", G_CALLBACK (copies_changed_cb), self, 0);
  gtk_box_append (GTK_BOX (box), gtk_label_new (_("Copies")));
  gtk_box_append (GTK_BOX (box), copies);
  return box;
}

static void
care_sheet_printing_dispose (GObject *object)
{
  CareSheetPrinting *self = CARE_SHEET_PRINTING (object);

  if (self->job != NULL)
    g_signal_handlers_disconnect_by_data (self->job, self);
  G_OBJECT_CLASS (care_sheet_printing_parent_class)->dispose (object);
  g_clear_object (&self->job);
  g_clear_object (&self->pages);
  g_clear_object (&self->visit);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->language, g_free);
}

static void
care_sheet_printing_class_init (CareSheetPrintingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_sheet_printing_dispose;
  gtk_widget_class_install_action (widget_class, "sheet-printing.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "sheet-printing.dialog", NULL, dialog_action);
  gtk_widget_class_install_action (widget_class, "sheet-printing.recall", NULL, recall_action);
  gtk_widget_class_install_action (widget_class, "sheet-printing.keep", NULL, keep_action);
}

static void
care_sheet_printing_init (CareSheetPrinting *self)
{
  self->copies = 1;
}

/**
 * care_sheet_printing_new:
 * @desk: what the pages work with
 * @visit: whose sheet
 *
 * Returns: (transfer floating): nothing to see before care_sheet_printing_show()
 */
GtkWidget *
care_sheet_printing_new (CareDesk  *desk,
                         CareVisit *visit)
{
  CareSheetPrinting *self;

  g_return_val_if_fail (CARE_IS_DESK (desk), NULL);
  g_return_val_if_fail (CARE_IS_VISIT (visit), NULL);

  self = g_object_new (CARE_TYPE_SHEET_PRINTING, NULL);
  self->desk = g_object_ref (desk);
  self->visit = g_object_ref (visit);
  self->copies = care_patient_get_copies (care_visit_get_patient (visit));
  self->job = g_object_ref (care_desk_get_print_job (desk, visit));
  g_signal_connect_swapped (self->job, "changed", G_CALLBACK (job_changed_cb), self);
  g_signal_connect_object (care_desk_get_settings (desk), "changed::printer", G_CALLBACK (show_place), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * care_sheet_printing_show:
 * @self: the buttons
 * @pages: what would be printed now
 * @paper: on which paper
 * @language: the sheet's first language
 * @large_print: whether it is set large
 */
void
care_sheet_printing_show (CareSheetPrinting *self,
                          CareSheetPages    *pages,
                          CarePaper          paper,
                          const char        *language,
                          gboolean           large_print)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *row = care_wrap_box_new (12);
  GtkWidget *print_button;

  g_return_if_fail (CARE_IS_SHEET_PRINTING (self));
  g_return_if_fail (CARE_IS_SHEET_PAGES (pages));

  g_set_object (&self->pages, pages);
  self->paper = paper;
  g_free (self->language);
  self->language = g_strdup (language);
  self->large_print = large_print;

  print_button = care_new_button (care_visit_is_printed (self->visit) ? _("_Print again") : _("_Print"), "sheet-printing.print", NULL);
  if (!care_visit_is_printed (self->visit))
    gtk_widget_add_css_class (print_button, "suggested-action");
  self->tag = CARE_STATE_TAG (care_state_tag_new ());
  self->unkept = ADW_BIN (adw_bin_new ());
  care_wrap_box_append (CARE_WRAP_BOX (row), print_button);
  care_wrap_box_append (CARE_WRAP_BOX (row), new_copies (self));
  care_wrap_box_append (CARE_WRAP_BOX (row), care_new_button (_("Printer and _copies…"), "sheet-printing.dialog", NULL));
  self->place = care_new_button (_("P_rinter…"), "win.printer", NULL);
  show_place (self);
  care_wrap_box_append (CARE_WRAP_BOX (row), self->place);
  care_wrap_box_append (CARE_WRAP_BOX (row), GTK_WIDGET (self->tag));
  self->recall = care_new_button (_("_Take it back"), "sheet-printing.recall", NULL);
  care_wrap_box_append (CARE_WRAP_BOX (row), self->recall);
  gtk_box_append (GTK_BOX (column), row);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->unkept));
  adw_bin_set_child (ADW_BIN (self), column);
  job_changed_cb (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/printer/care-test-print.h"

#include <glib/gi18n.h>

#include "aftercare/care-sheet-pdf.h"
#include "clinic/care-clinic-sheet.h"
#include "desk/care-print-words.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "desk/frame/care-say.h"

struct _CareTestPrint
{
  AdwBin            parent_instance;

  CareDesk         *desk;
  CareSheetPrinter *printer;
  CareStateTag     *tag;
};

G_DEFINE_FINAL_TYPE (CareTestPrint, care_test_print, ADW_TYPE_BIN)

static void
show (CareTestPrint *self)
{
  const char *status = care_sheet_printer_get_status (self->printer);

  care_state_tag_set (self->tag, care_print_words_get_tone (self->printer), status != NULL ? status : "");
  gtk_widget_set_visible (GTK_WIDGET (self->tag), status != NULL && *status != '\0');
}

static GBytes *
make_page (CareTestPrint  *self,
           CarePaper       paper,
           GError        **error)
{
  g_autoptr (CareSheet) sheet = care_clinic_make_test_page (care_desk_get_clinic (self->desk), error);
  g_autoptr (CareSheetPages) pages = NULL;

  if (sheet == NULL)
    return NULL;
  pages = care_sheet_pages_new (sheet, care_desk_get_data_dir (self->desk), paper, CARE_PRINT_NORMAL, error);
  return pages != NULL ? care_sheet_pdf_new (pages, error) : NULL;
}

/* Also said when somebody has gone on to another page. */
static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (CareDesk) desk = data;
  g_autoptr (GError) error = NULL;

  if (!care_sheet_printer_print_finish (CARE_SHEET_PRINTER (source), result, &error))
    care_desk_say_trouble (desk, error);
}

static void
print_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  CareTestPrint *self = CARE_TEST_PRINT (widget);
  g_autofree char *name = care_desk_dup_printer (self->desk);
  CarePaper paper = care_desk_get_paper (self->desk);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;

  if (care_sheet_printer_is_busy (self->printer))
    {
      care_say_wrong (widget, _("A test page is already waiting at the printer. Look at its paper before printing again."));
      return;
    }
  pdf = make_page (self, paper, &error);
  if (pdf == NULL)
    {
      care_say_error (widget, error);
      return;
    }
  care_sheet_printer_print_async (self->printer, name, pdf, paper, 1, NULL, printed_cb,
                                  g_object_ref (self->desk));
}

static void
care_test_print_dispose (GObject *object)
{
  CareTestPrint *self = CARE_TEST_PRINT (object);

  if (self->printer != NULL)
    g_signal_handlers_disconnect_by_data (self->printer, self);
  g_clear_object (&self->printer);
  G_OBJECT_CLASS (care_test_print_parent_class)->dispose (object);
  g_clear_object (&self->desk);
}

static void
care_test_print_class_init (CareTestPrintClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_test_print_dispose;
  gtk_widget_class_install_action (widget_class, "test-print.print", NULL, print_action);
}

static void
care_test_print_init (CareTestPrint *self)
{
  GtkWidget *row = care_fact_row_new (_("Test page"), _("A sheet as after a session, for nobody, with TEST PAGE across it."));

  self->printer = care_sheet_printer_new ();
  self->tag = CARE_STATE_TAG (care_state_tag_new ());
  gtk_widget_add_css_class (row, "card");
  care_fact_row_add (row, GTK_WIDGET (self->tag));
  care_fact_row_add (row, care_new_button (_("Print a _test page"), "test-print.print", NULL));
  adw_bin_set_child (ADW_BIN (self), row);
  g_signal_connect_swapped (self->printer, "notify::status", G_CALLBACK (show), self);
  show (self);
}

/**
 * care_test_print_new:
 * @desk: what the pages work with
 *
 * Returns: (transfer floating): a line with a button
 */
GtkWidget *
care_test_print_new (CareDesk *desk)
{
  CareTestPrint *self;

  g_return_val_if_fail (CARE_IS_DESK (desk), NULL);

  self = g_object_new (CARE_TYPE_TEST_PRINT, NULL);
  self->desk = g_object_ref (desk);
  return GTK_WIDGET (self);
}

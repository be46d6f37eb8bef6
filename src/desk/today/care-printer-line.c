/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/today/care-printer-line.h"

#include <glib/gi18n.h>

#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "widgets/sheet/care-print-queue.h"
#include "widgets/sheet/care-print-report.h"

/* A printer that is well is asked seldom; one that somebody stands before is heard at once. */
#define FIRST_MS   100
#define WELL_MS    20000
#define TROUBLE_MS 3000

struct _CarePrinterLine
{
  AdwBin        parent_instance;

  CareDesk     *desk;
  GCancellable *asking;  /* (nullable): while the print system is asked */
  guint         source;
  gboolean      calling; /* it was called, and had not answered, when it was asked last */
  char         *trouble; /* (nullable): what is said */
};

G_DEFINE_FINAL_TYPE (CarePrinterLine, care_printer_line, ADW_TYPE_BIN)

static void ask (CarePrinterLine *self);

/* ---- what is shown ---- */

static void
say (CarePrinterLine *self,
     const char      *trouble,
     const char      *advice)
{
  g_autofree char *spoken = g_strdup_printf ("%s %s", trouble, advice);
  GtkWidget *row;

  if (g_strcmp0 (spoken, self->trouble) == 0)
    return;
  g_free (self->trouble);
  self->trouble = g_steal_pointer (&spoken);
  row = care_fact_row_new_state (trouble, advice, CARE_TONE_DECIDE, _("Printer"));
  gtk_widget_add_css_class (row, "card");
  care_fact_row_add (row, care_new_button (_("P_rinter…"), "win.printer", NULL));
  adw_bin_set_child (ADW_BIN (self), row);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
say_well (CarePrinterLine *self)
{
  g_clear_pointer (&self->trouble, g_free);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_bin_set_child (ADW_BIN (self), NULL);
}

/* With what the printer says of itself, where it does. */
static void
say_with (CarePrinterLine *self,
          char            *trouble,
          const char      *message,
          const char      *advice)
{
  g_autofree char *first = trouble;
  g_autofree char *all = message != NULL ? g_strdup_printf ("%s %s", first, message) : g_strdup (first);

  say (self, all, advice);
}

static void
say_missing (CarePrinterLine *self)
{
  g_autofree char *name = care_desk_dup_printer (self->desk);

  if (name != NULL)
    say_with (self, g_strdup_printf (_("There is no printer %s."), name), NULL,
              _("Turn it on or connect it, or choose another one."));
  else
    say (self, _("No printer is set up."), _("Connect one. Until then “Printer and copies…” writes a sheet to a file."));
}

static void
say_report (CarePrinterLine       *self,
            const CarePrintReport *report)
{
  /* Twice: every printer in a network is called for a moment. */
  gboolean silent = report->connecting && self->calling;
  const char *more = report->message != NULL ? report->message : report->wrong;

  if (!report->accepting)
    say_with (self, g_strdup_printf (_("%s takes no sheets."), report->printer), more,
              _("Choose another one, or have it turned on again."));
  else if (report->out_of_paper && (!report->stopped || report->message == NULL))
    say_with (self, g_strdup_printf (_("%s is out of paper."), report->printer), NULL,
              _("Put paper in: what waits there then comes out by itself."));
  else if (report->stopped)
    say_with (self, g_strdup_printf (_("%s is stopped."), report->printer), more,
              _("Look at the printer: sheets wait there until it goes on. New ones may go to another one."));
  else if (report->wrong != NULL)
    say_with (self, g_strdup_printf (_("%s needs a hand."), report->printer), report->wrong,
              _("Look at the printer: sheets wait there until it goes on."));
  else if (silent)
    say_with (self, g_strdup_printf (_("%s does not answer yet."), report->printer), NULL,
              _("See whether it is on and connected: sheets wait there until it answers."));
  else
    say_well (self);
  self->calling = report->connecting;
}

/* ---- asking ---- */

static gboolean
ask_cb (gpointer data)
{
  CarePrinterLine *self = data;

  self->source = 0;
  ask (self);
  return G_SOURCE_REMOVE;
}

static void
ask_later (CarePrinterLine *self)
{
  g_clear_object (&self->asking);
  self->source = g_timeout_add (self->trouble != NULL ? TROUBLE_MS : WELL_MS, ask_cb, self);
}

/* GTK finds printers of its own accord that the print system has no queue for, and prints there. */
static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  CarePrinterLine *self;
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) printers = care_print_queue_list_finish (result, &error);
  GtkPrinter *printer;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = CARE_PRINTER_LINE (data);
  name = care_desk_dup_printer (self->desk);
  printer = printers != NULL ? care_print_queue_find (printers, name) : NULL;
  if (printer == NULL)
    say_missing (self);
  else if (!gtk_printer_is_accepting_jobs (printer))
    say_with (self, g_strdup_printf (_("%s takes no sheets."), gtk_printer_get_name (printer)), NULL,
              _("Choose another one, or have it turned on again."));
  else if (gtk_printer_is_paused (printer))
    say_with (self, g_strdup_printf (_("%s is stopped."), gtk_printer_get_name (printer)), NULL,
              _("Look at the printer: sheets wait there until it goes on. New ones may go to another one."));
  else
    say_well (self);
  ask_later (self);
}

static void
reported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  CarePrinterLine *self;
  g_autoptr (GError) error = NULL;
  g_autoptr (CarePrintReport) report = care_print_report_ask_finish (result, &error);

  /* Cancelled when nobody looks any more, and then @data may be gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = CARE_PRINTER_LINE (data);
  if (report != NULL && report->known)
    {
      say_report (self, report);
      ask_later (self);
      return;
    }
  care_print_queue_list_async (CARE_PRINT_LOOK_MS, self->asking, listed_cb, self);
}

static void
stop_asking (CarePrinterLine *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
ask (CarePrinterLine *self)
{
  g_autofree char *name = care_desk_dup_printer (self->desk);

  stop_asking (self);
  self->asking = g_cancellable_new ();
  care_print_report_ask_async (name, NULL, self->asking, reported_cb, self);
}

/* Another printer is chosen, or a sheet has come to a stop: asked at once. */
static void
changed_cb (CarePrinterLine *self)
{
  if (self->source != 0 || self->asking != NULL)
    ask (self);
}

static void
print_changed_cb (CarePrinterLine *self,
                  CarePrintJob    *job)
{
  CarePrintState state = care_sheet_printer_get_state (care_print_job_get_printer (job));

  if ((state == CARE_PRINT_STATE_STOPPED) != (self->trouble != NULL) && self->source != 0)
    ask (self);
}

/* After the page is drawn: nobody waits for it. */
static void
mapped_cb (CarePrinterLine *self)
{
  stop_asking (self);
  self->source = g_timeout_add_full (G_PRIORITY_LOW, FIRST_MS, ask_cb, self, NULL);
}

/* ---- the object ---- */

static void
care_printer_line_dispose (GObject *object)
{
  CarePrinterLine *self = CARE_PRINTER_LINE (object);

  stop_asking (self);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->trouble, g_free);
  G_OBJECT_CLASS (care_printer_line_parent_class)->dispose (object);
}

static void
care_printer_line_class_init (CarePrinterLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_printer_line_dispose;
}

static void
care_printer_line_init (CarePrinterLine *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * care_printer_line_follow:
 * @self: a line
 * @desk: what the pages work with
 * @page: where it stands; the print system is asked while this is on the screen
 *
 * Says what is wrong with the desk's printer, from now on.
 */
void
care_printer_line_follow (CarePrinterLine *self,
                          CareDesk        *desk,
                          GtkWidget       *page)
{
  g_return_if_fail (CARE_IS_PRINTER_LINE (self));
  g_return_if_fail (CARE_IS_DESK (desk));
  g_return_if_fail (GTK_IS_WIDGET (page));

  g_set_object (&self->desk, desk);
  g_signal_connect_object (page, "map", G_CALLBACK (mapped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "unmap", G_CALLBACK (stop_asking), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "print-changed", G_CALLBACK (print_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (care_desk_get_settings (desk), "changed::printer", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (gtk_widget_get_mapped (page))
    mapped_cb (self);
}

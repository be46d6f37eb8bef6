/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/today/care-print-day.h"

#include <glib/gi18n.h>

#include "aftercare/care-sheet-pdf.h"
#include "clinic/care-clinic-sheet.h"
#include "desk/care-desk-errors.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "desk/frame/care-say.h"
#include "widgets/sheet/care-sheet-batch.h"

struct _CarePrintDay
{
  AdwBin            parent_instance;

  CareDesk         *desk;
  GListModel       *visits;
  CareSheetBatch   *batch;
  CareSheetPress   *press;
  GPtrArray        *owed;    /* of CareVisit; while it prints, those it prints */
  GPtrArray        *unkept;  /* of CarePrintJob: printed, and the record has no copy */
  GCancellable     *cancellable;
  GtkWidget        *row;
  GtkProgressBar   *bar;
  GtkLabel         *status;
  gboolean          holding; /* the desk, while there is something to hand to the printer */
  gboolean          taken;   /* the print system has the sheet that is on its way */
  gboolean          left;    /* one was at the printer when the run was stopped */
  char             *trouble; /* (nullable): why the last run ended early */
  guint             refresh_source;
};

G_DEFINE_FINAL_TYPE (CarePrintDay, care_print_day, ADW_TYPE_BIN)

static gboolean
is_large (CareVisit *visit)
{
  return care_patient_get_size (care_visit_get_patient (visit)) >= 3;
}

/* (nullable): what is on paper while the record does not have its copy */
static CarePrintJob *
find_unkept (CarePrintDay *self,
             CareVisit    *visit)
{
  CarePrintJob *job = care_desk_find_print_job (self->desk, visit);

  return job != NULL && care_print_job_get_unkept (job) != NULL ? job : NULL;
}

/* Whatever was injected owes a sheet until it is on paper. */
static gboolean
owes_sheet (CarePrintDay *self,
            CareVisit    *visit)
{
  return care_visit_get_finished_at (visit) != CARE_INSTANT_NONE && care_visit_get_kind (visit) != CARE_VISIT_READING &&
         !care_visit_is_printed (visit) && find_unkept (self, visit) == NULL;
}

static void
find_owed (CarePrintDay *self)
{
  guint count = self->visits != NULL ? g_list_model_get_n_items (self->visits) : 0;

  g_ptr_array_set_size (self->owed, 0);
  g_ptr_array_set_size (self->unkept, 0);
  for (guint i = 0; i < count; i++)
    {
      g_autoptr (CareVisit) visit = g_list_model_get_item (self->visits, i);

      if (find_unkept (self, visit) != NULL)
        g_ptr_array_add (self->unkept, g_object_ref (find_unkept (self, visit)));
      if (owes_sheet (self, visit))
        g_ptr_array_add (self->owed, g_steal_pointer (&visit));
    }
}

/* ---- what is shown ---- */

/* On paper and not in the record: said until it is. */
static GtkWidget *
new_unkept (CarePrintDay *self)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u sheet is printed, but the record does not have its copy yet",
                                                     "%u sheets are printed, but the record does not have their copies yet",
                                                     self->unkept->len),
                                           self->unkept->len);
  g_autofree char *reason = care_desk_errors_dup_words (care_print_job_get_unkept (g_ptr_array_index (self->unkept, 0)));
  GtkWidget *row = care_fact_row_new_state (text, reason, CARE_TONE_STOP, _("Sheet"));

  gtk_widget_add_css_class (row, "card");
  care_fact_row_add (row, care_new_button (_("_Keep the copies now"), "print-day.keep", NULL));
  return row;
}

static GtkWidget *
new_offer (CarePrintDay *self)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u sheet of this day is not printed yet",
                                                     "%u sheets of this day are not printed yet", self->owed->len),
                                           self->owed->len);
  GtkWidget *row = self->trouble != NULL
                     ? care_fact_row_new_state (text, self->trouble, CARE_TONE_STOP, _("Not printed"))
                     : care_fact_row_new (text, _("One after another, each in the patient's language and size."));

  gtk_widget_add_css_class (row, "card");
  care_fact_row_add (row, care_new_button (_("Print _all"), "print-day.print", NULL));
  if (self->trouble != NULL)
    care_fact_row_add (row, care_new_button (_("P_rinter…"), "win.printer", NULL));
  return row;
}

static void
show_standing (CarePrintDay *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  if (self->unkept->len > 0)
    gtk_box_append (GTK_BOX (box), new_unkept (self));
  if (self->owed->len > 0)
    gtk_box_append (GTK_BOX (box), new_offer (self));
  adw_bin_set_child (ADW_BIN (self), box);
}

/* A run holds the desk as long as it has sheets to hand to the printer; a printer that stands still holds nobody. */
static void
follow_hold (CarePrintDay *self)
{
  gboolean hold = care_sheet_batch_is_busy (self->batch) && care_sheet_batch_get_state (self->batch) != CARE_PRINT_STATE_STOPPED;

  if (hold == self->holding)
    return;
  self->holding = hold;
  if (hold)
    care_desk_hold (self->desk);
  else
    care_desk_release (self->desk);
}

static void
show_progress (CarePrintDay *self)
{
  guint total = care_sheet_batch_get_total (self->batch);
  guint done = care_sheet_batch_get_done (self->batch);
  const char *status = care_sheet_batch_get_status (self->batch);

  follow_hold (self);
  if (self->bar == NULL)
    return;

  g_autofree char *text = g_strdup_printf (_("Sheet %u of %u"), MIN (done + 1, total), total);
  gtk_progress_bar_set_fraction (self->bar, total > 0 ? (double) done / total : 0);
  gtk_progress_bar_set_text (self->bar, text);
  gtk_label_set_text (self->status, status != NULL ? status : "");
}

static void
show_printing (CarePrintDay *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_progress_bar_set_show_text (self->bar, TRUE);
  self->status = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->status, TRUE);
  gtk_label_set_xalign (self->status, 0);
  gtk_widget_set_hexpand (column, TRUE);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->status));
  gtk_box_append (GTK_BOX (row), column);
  gtk_box_append (GTK_BOX (row), care_new_button (_("_Stop printing"), "print-day.cancel", NULL));
  gtk_widget_add_css_class (row, "card");
  gtk_widget_add_css_class (row, "fact-row");
  adw_bin_set_child (ADW_BIN (self), row);
  show_progress (self);
}

static void
refresh (CarePrintDay *self)
{
  if (care_sheet_batch_is_busy (self->batch))
    return;

  find_owed (self);
  self->bar = NULL;
  self->status = NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), self->owed->len + self->unkept->len > 0);
  show_standing (self);
}

static gboolean
refresh_cb (gpointer data)
{
  CarePrintDay *self = data;

  self->refresh_source = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* A use-case changes several visits at once: one look afterwards is enough. */
static void
changed_cb (CarePrintDay *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add (refresh_cb, self);
}

/* ---- printing ---- */

/* Each in the patient's language, beside the clinic's where both are wanted, in the patient's size, as many as the patient takes. */
static GBytes *
make_cb (guint              number,
         CareSheetPrinter **printer,
         guint             *copies,
         gpointer           data,
         GError           **error)
{
  CarePrintDay *self = data;
  CareVisit *visit = g_ptr_array_index (self->owed, number);
  g_autoptr (CareSheet) sheet = care_clinic_make_sheet (care_desk_get_clinic (self->desk), visit, NULL, error);
  g_autoptr (CareSheetPages) pages = NULL;

  self->taken = FALSE;
  if (sheet == NULL)
    return NULL;
  *printer = g_object_ref (care_print_job_get_printer (care_desk_get_print_job (self->desk, visit)));
  *copies = care_patient_get_copies (care_visit_get_patient (visit));
  pages = care_sheet_pages_new_at (self->press, sheet, care_desk_get_paper (self->desk),
                                   is_large (visit) ? CARE_PRINT_LARGE : CARE_PRINT_NORMAL, error);
  return pages != NULL ? care_sheet_pdf_new (pages, error) : NULL;
}

/* As at the visit itself: what the print system has is kept, and its job tells what becomes of it. */
static void
taken_cb (CareSheetBatch *batch,
          guint           number,
          GBytes         *pdf,
          CarePrintDay   *self)
{
  CareVisit *visit = g_ptr_array_index (self->owed, number);
  const char *language = care_patient_get_language (care_visit_get_patient (visit));
  g_autoptr (GError) error = NULL;

  self->taken = TRUE;
  if (!care_print_job_keep (care_desk_get_print_job (self->desk, visit), pdf, language, is_large (visit), &error))
    care_desk_say_trouble (self->desk, error);
}

static void
left_cb (CareSheetBatch *batch,
         guint           number,
         GBytes         *pdf,
         CarePrintDay   *self)
{
  self->left = TRUE;
}

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (CarePrintDay) self = data;
  g_autoptr (GError) error = NULL;
  gboolean all = care_sheet_batch_print_finish (CARE_SHEET_BATCH (source), result, &error);
  guint done = care_sheet_batch_get_done (CARE_SHEET_BATCH (source));

  follow_hold (self);
  g_clear_pointer (&self->trouble, g_free);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  if (all || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *said = g_strdup_printf (ngettext ("%u sheet printed", "%u sheets printed", done), done);

      care_say_done (GTK_WIDGET (self), self->left ? _("Stopped. One sheet waits at the printer and comes out when it goes on.") : said);
    }
  else
    {
      self->trouble = care_desk_errors_dup_words (error);
      /* What a printer gives up its job says, whatever page is shown. */
      if (!self->taken)
        care_say_wrong (GTK_WIDGET (self), self->trouble);
    }
  refresh (self);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  CarePrintDay *self = CARE_PRINT_DAY (widget);
  g_autofree char *printer = NULL;

  if (care_sheet_batch_is_busy (self->batch))
    return;

  find_owed (self);
  if (self->owed->len == 0)
    return;

  if (self->press == NULL)
    self->press = care_sheet_press_new (care_desk_get_data_dir (self->desk));
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  printer = care_desk_dup_printer (self->desk);
  self->left = FALSE;
  self->taken = FALSE;
  care_sheet_batch_print_async (self->batch, printer, care_desk_get_paper (self->desk), self->owed->len, make_cb, self,
                                self->cancellable, ended_cb, g_object_ref (self));
  show_printing (self);
}

/* The first that the record still does not take says why for all. */
static void
keep_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CarePrintDay *self = CARE_PRINT_DAY (widget);
  g_autoptr (GError) error = NULL;
  gboolean all = TRUE;

  for (guint i = 0; all && i < self->unkept->len; i++)
    all = care_print_job_keep_again (g_ptr_array_index (self->unkept, i), &error);
  if (all)
    care_say_done (widget, _("The record has the copies"));
  else
    care_say_error (widget, error);
  changed_cb (self);
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  CarePrintDay *self = CARE_PRINT_DAY (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/* ---- the object ---- */

static void
care_print_day_dispose (GObject *object)
{
  CarePrintDay *self = CARE_PRINT_DAY (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->batch);
  g_clear_object (&self->press);
  g_clear_object (&self->visits);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->owed, g_ptr_array_unref);
  g_clear_pointer (&self->unkept, g_ptr_array_unref);
  g_clear_pointer (&self->trouble, g_free);
  G_OBJECT_CLASS (care_print_day_parent_class)->dispose (object);
}

/* Whoever signs out stops it: what is printed must be kept under a name. */
static void
care_print_day_unroot (GtkWidget *widget)
{
  cancel_action (widget, NULL, NULL);
  GTK_WIDGET_CLASS (care_print_day_parent_class)->unroot (widget);
}

static void
care_print_day_class_init (CarePrintDayClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_print_day_dispose;
  widget_class->unroot = care_print_day_unroot;
  gtk_widget_class_install_action (widget_class, "print-day.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "print-day.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "print-day.keep", NULL, keep_action);
}

static void
care_print_day_init (CarePrintDay *self)
{
  self->owed = g_ptr_array_new_with_free_func (g_object_unref);
  self->unkept = g_ptr_array_new_with_free_func (g_object_unref);
  self->batch = care_sheet_batch_new ();
  g_signal_connect (self->batch, "taken", G_CALLBACK (taken_cb), self);
  g_signal_connect (self->batch, "left", G_CALLBACK (left_cb), self);
  g_signal_connect_swapped (self->batch, "notify::done", G_CALLBACK (show_progress), self);
  g_signal_connect_swapped (self->batch, "notify::status", G_CALLBACK (show_progress), self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * care_print_day_follow:
 * @self: a line
 * @desk: what the pages work with
 * @visits: the day's visits
 *
 * Shows what is owed, from now on.
 */
void
care_print_day_follow (CarePrintDay *self,
                       CareDesk     *desk,
                       GListModel   *visits)
{
  g_return_if_fail (CARE_IS_PRINT_DAY (self));
  g_return_if_fail (CARE_IS_DESK (desk));

  g_set_object (&self->desk, desk);
  g_set_object (&self->visits, visits);
  g_signal_connect_object (visits, "items-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (care_desk_get_clinic (desk), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
}

/**
 * care_print_day_get_owed:
 * @self: a line
 *
 * Returns: how many sheets it offers to print
 */
guint
care_print_day_get_owed (CarePrintDay *self)
{
  g_return_val_if_fail (CARE_IS_PRINT_DAY (self), 0);

  return self->owed->len;
}

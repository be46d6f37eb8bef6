/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/sheet/care-known-printers.h"

#include "widgets/sheet/care-print-queue.h"

struct _CareKnownPrinters
{
  GObject       parent_instance;

  GPtrArray    *list;   /* (nullable): of CarePrintReport */
  GPtrArray    *queues; /* (nullable): what the print system said, before GTK was asked */
  GError       *error;  /* (nullable) */
  GError       *silence; /* (nullable): the print system did not answer, before GTK was asked */
  GCancellable *asking; /* (nullable): while somebody is asked */
  gboolean      fixed;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CareKnownPrinters, care_known_printers, G_TYPE_OBJECT)

/* The system's own first, then by name: a list that somebody reads stands still. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  const CarePrintReport *first = *(CarePrintReport *const *) a;
  const CarePrintReport *second = *(CarePrintReport *const *) b;

  if (first->system != second->system)
    return first->system ? -1 : 1;
  return g_utf8_collate (first->printer, second->printer);
}

static void
take (CareKnownPrinters *self,
      GPtrArray         *list,
      const GError      *error)
{
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_clear_error (&self->error);
  if (list != NULL)
    {
      self->list = g_ptr_array_ref (list);
      g_ptr_array_sort (self->list, compare);
    }
  else
    {
      self->error = g_error_copy (error);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
has (GPtrArray  *list,
     const char *name)
{
  for (guint i = 0; i < list->len; i++)
    {
      const CarePrintReport *report = g_ptr_array_index (list, i);

      if (g_str_equal (report->printer, name))
        return TRUE;
    }

  return FALSE;
}

static const char *
get_about (GtkPrinter *printer)
{
  const char *about = gtk_printer_get_description (printer);

  if (about == NULL || *about == '\0')
    about = gtk_printer_get_location (printer);
  return about != NULL && *about != '\0' && g_strcmp0 (about, gtk_printer_get_name (printer)) != 0 ? about : NULL;
}

static CarePrintReport *
new_report (GtkPrinter *printer)
{
  CarePrintReport *report = g_new0 (CarePrintReport, 1);

  report->printer = g_strdup (gtk_printer_get_name (printer));
  report->about = g_strdup (get_about (printer));
  report->known = TRUE;
  report->stopped = gtk_printer_is_paused (printer);
  report->accepting = gtk_printer_is_accepting_jobs (printer);
  report->system = gtk_printer_is_default (printer);
  report->waiting = (guint) MAX (gtk_printer_get_job_count (printer), 0);
  return report;
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  CareKnownPrinters *self;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) printers = care_print_queue_list_finish (result, &error);
  g_autoptr (GPtrArray) list = NULL;

  /* Cancelled when nobody looks any more, and then @data may be gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = CARE_KNOWN_PRINTERS (data);
  g_clear_object (&self->asking);
  list = g_steal_pointer (&self->queues);
  if (list == NULL && (printers == NULL || printers->len == 0))
    {
      /* The print system did not answer; that GTK knows no printer either says no more. */
      take (self, NULL, self->silence);
      return;
    }
  if (list == NULL)
    list = g_ptr_array_new_with_free_func ((GDestroyNotify) care_print_report_free);
  for (guint i = 0; printers != NULL && i < printers->len; i++)
    {
      GtkPrinter *printer = g_ptr_array_index (printers, i);

      if (!has (list, gtk_printer_get_name (printer)))
        g_ptr_array_add (list, new_report (printer));
    }
  take (self, list, NULL);
}

/* What has a queue is shown at once; GTK takes its time. */
static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  CareKnownPrinters *self;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) queues = care_print_report_list_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = CARE_KNOWN_PRINTERS (data);
  g_clear_pointer (&self->queues, g_ptr_array_unref);
  g_clear_error (&self->silence);
  self->silence = g_steal_pointer (&error);
  if (queues != NULL)
    self->queues = g_ptr_array_ref (queues);
  if (queues != NULL && queues->len > 0)
    take (self, queues, NULL);
  care_print_queue_list_async (CARE_PRINT_LOOK_MS, self->asking, found_cb, self);
}

static void
care_known_printers_dispose (GObject *object)
{
  CareKnownPrinters *self = CARE_KNOWN_PRINTERS (object);

  care_known_printers_stop (self);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_clear_pointer (&self->queues, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_clear_error (&self->silence);
  G_OBJECT_CLASS (care_known_printers_parent_class)->dispose (object);
}

static void
care_known_printers_class_init (CareKnownPrintersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_known_printers_dispose;
  signals[CHANGED] = g_signal_new ("changed", CARE_TYPE_KNOWN_PRINTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
care_known_printers_init (CareKnownPrinters *self)
{
}

/** Returns: (transfer full): nothing known before care_known_printers_look() */
CareKnownPrinters *
care_known_printers_new (void)
{
  return g_object_new (CARE_TYPE_KNOWN_PRINTERS, NULL);
}

/**
 * care_known_printers_new_fixed:
 * @printers: (element-type CarePrintReport): what is known
 *
 * Returns: (transfer full): the same without a print system
 */
CareKnownPrinters *
care_known_printers_new_fixed (GPtrArray *printers)
{
  CareKnownPrinters *self;

  g_return_val_if_fail (printers != NULL, NULL);

  self = g_object_new (CARE_TYPE_KNOWN_PRINTERS, NULL);
  self->fixed = TRUE;
  take (self, printers, NULL);
  return self;
}

/**
 * care_known_printers_look:
 * @self: the printers
 *
 * Asks the print system; the answer comes with "changed", or an error of %CARE_ERROR_ENVIRONMENT does.
 */
void
care_known_printers_look (CareKnownPrinters *self)
{
  g_return_if_fail (CARE_IS_KNOWN_PRINTERS (self));

  if (self->fixed || self->asking != NULL)
    return;
  self->asking = g_cancellable_new ();
  care_print_report_list_async (self->asking, listed_cb, self);
}

/**
 * care_known_printers_stop:
 * @self: the printers
 *
 * What was asked is not waited for any more.
 */
void
care_known_printers_stop (CareKnownPrinters *self)
{
  g_return_if_fail (CARE_IS_KNOWN_PRINTERS (self));

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

/** Returns: (transfer none) (nullable) (element-type CarePrintReport): what is known */
GPtrArray *
care_known_printers_get_list (CareKnownPrinters *self)
{
  g_return_val_if_fail (CARE_IS_KNOWN_PRINTERS (self), NULL);

  return self->list;
}

/** Returns: (transfer none) (nullable): why nothing is known */
const GError *
care_known_printers_get_error (CareKnownPrinters *self)
{
  g_return_val_if_fail (CARE_IS_KNOWN_PRINTERS (self), NULL);

  return self->error;
}

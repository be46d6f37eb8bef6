/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/sheet/care-print-queue.h"

#include "config.h"

#include <glib/gi18n.h>

#include "base/care-error.h"

/* Shared by the enumeration, which may go on for ever, and the task, which does not. */
typedef struct
{
  gint       refs;
  GTask     *task; /* NULL once it has returned */
  GPtrArray *printers;
  guint      timeout;
  gulong     cancelled;
  guint      begun;
} Listing;

static Listing *
listing_ref (Listing *self)
{
  self->refs++;

  return self;
}

static void
listing_unref (Listing *self)
{
  if (--self->refs > 0)
    return;

  g_ptr_array_unref (self->printers);
  g_free (self);
}

static GTask *
listing_end (Listing *self)
{
  GTask *task = g_steal_pointer (&self->task);

  g_clear_handle_id (&self->timeout, g_source_remove);

  return task;
}

static void
listing_return (Listing *self)
{
  g_autoptr (GTask) task = listing_end (self);

  if (task != NULL)
    g_task_return_pointer (task, g_ptr_array_ref (self->printers), (GDestroyNotify) g_ptr_array_unref);
}

static gboolean
add_printer (GtkPrinter *printer,
             gpointer    user_data)
{
  Listing *self = user_data;

  if (self->task == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (self->task)))
    return TRUE;

  /* "Print to file" is GTK's own; what the desk wants is paper. */
  if (!gtk_printer_is_virtual (printer))
    g_ptr_array_add (self->printers, g_object_ref (printer));

  return FALSE;
}

static void
enumeration_gone (gpointer user_data)
{
  Listing *self = user_data;

  listing_return (self);
  listing_unref (self);
}

static gboolean
timed_out (gpointer user_data)
{
  Listing *self = user_data;

  self->timeout = 0;
  if (self->printers->len > 0)
    {
      listing_return (self);
    }
  else
    {
      g_autoptr (GTask) task = listing_end (self);

      g_task_return_new_error (task, CARE_ERROR, CARE_ERROR_ENVIRONMENT,
                               _("The print system does not answer. See whether the printer is on, then try again."));
    }

  return G_SOURCE_REMOVE;
}

/* From the main loop: the enumeration may end before gtk_enumerate_printers() has returned. */
static gboolean
begin (gpointer user_data)
{
  Listing *self = user_data;

  self->begun = 0;
  gtk_enumerate_printers (add_printer, listing_ref (self), enumeration_gone, FALSE);
  listing_unref (self);

  return G_SOURCE_REMOVE;
}

/**
 * care_print_queue_list_async:
 * @timeout_ms: how long to wait for the print system
 * @cancellable: (nullable): to give up
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Lists the system's printers without blocking.
 */
void
care_print_queue_list_async (guint               timeout_ms,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  Listing *self = g_new0 (Listing, 1);

  self->refs = 1;
  self->task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, care_print_queue_list_async);
  self->printers = g_ptr_array_new_with_free_func (g_object_unref);
  self->timeout = g_timeout_add_full (G_PRIORITY_DEFAULT, timeout_ms, timed_out, listing_ref (self),
                                      (GDestroyNotify) listing_unref);
  self->begun = g_idle_add (begin, self);
}

/**
 * care_print_queue_list_finish:
 * @result: the result
 * @error: %CARE_ERROR_ENVIRONMENT when the print system does not answer
 *
 * Returns: (transfer full) (nullable) (element-type GtkPrinter): the printers, none where there are none
 */
GPtrArray *
care_print_queue_list_finish (GAsyncResult *result,
                              GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * care_print_queue_find:
 * @printers: (element-type GtkPrinter): printers
 * @name: (nullable): a printer's name
 *
 * Returns: (transfer none) (nullable): the printer @name; for %NULL the default
 *   one, or the only one
 */
GtkPrinter *
care_print_queue_find (GPtrArray  *printers,
                       const char *name)
{
  for (guint i = 0; i < printers->len; i++)
    {
      GtkPrinter *printer = g_ptr_array_index (printers, i);

      if (name != NULL ? g_strcmp0 (gtk_printer_get_name (printer), name) == 0
                       : gtk_printer_is_default (printer) || printers->len == 1)
        return printer;
    }

  return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/sheet/care-print-order.h"

#include "config.h"

#include <errno.h>
#include <sys/mman.h>
#include <unistd.h>

#include <glib/gi18n.h>

#include "base/care-error.h"

CarePrintOrder *
care_print_order_new (const char *printer_name,
                      GBytes     *pdf,
                      CarePaper   paper,
                      guint       copies)
{
  CarePrintOrder *self = g_new0 (CarePrintOrder, 1);

  self->printer_name = g_strdup (printer_name);
  self->pdf = g_bytes_ref (pdf);
  self->paper = paper;
  self->copies = copies;

  return self;
}

void
care_print_order_free (gpointer data)
{
  CarePrintOrder *self = data;

  g_free (self->printer_name);
  g_bytes_unref (self->pdf);
  g_free (self);
}

/* The document in memory of its own: no patient's page lies in a folder, and a full disk does not matter. */
int
care_print_order_open (const CarePrintOrder *self,
                       GError              **error)
{
  gsize length;
  const char *data = g_bytes_get_data (self->pdf, &length);
  int fd = memfd_create ("sheet", MFD_CLOEXEC);
  gsize written = 0;

  while (fd >= 0 && written < length)
    {
      gssize n = write (fd, data + written, length - written);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          close (fd);
          fd = -1;
          break;
        }
      written += (gsize) n;
    }
  if (fd < 0 || lseek (fd, 0, SEEK_SET) < 0)
    {
      int saved = errno;

      if (fd >= 0)
        close (fd);
      g_set_error (error, CARE_ERROR, CARE_ERROR_ENVIRONMENT, _("There is no room for the sheet: %s"), g_strerror (saved));
      return -1;
    }

  return fd;
}

GtkPageSetup *
care_print_order_new_page_setup (const CarePrintOrder *self)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (care_paper_get_size (self->paper)->pwg);

  gtk_page_setup_set_paper_size (setup, size);
  gtk_page_setup_set_top_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, 0, GTK_UNIT_POINTS);
  gtk_paper_size_free (size);

  return setup;
}

/* One leaf, two sides. */
GtkPrintSettings *
care_print_order_new_settings (const CarePrintOrder *self)
{
  GtkPrintSettings *settings = gtk_print_settings_new ();
  GtkPaperSize *size = gtk_paper_size_new (care_paper_get_size (self->paper)->pwg);

  gtk_print_settings_set_paper_size (settings, size);
  gtk_print_settings_set_n_copies (settings, (int) self->copies);
  gtk_print_settings_set_duplex (settings, GTK_PRINT_DUPLEX_HORIZONTAL);
  gtk_paper_size_free (size);

  return settings;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include <string.h>

#include <gtk/gtk.h>

#include "care-test-sheet.h"

#include "widgets/sheet/care-sheet-paper.h"
#include "widgets/sheet/care-sheet-preview.h"
#include "widgets/sheet/care-sheet-printer.h"

static CareSheetPages *
pages_new (void)
{
  CareTestVisit visit = { .finished = "2026-11-22T15:10", .areas = "face,thighs", .numbed = CARE_TRI_NO };

  return care_test_pages_new (&visit, CARE_PAPER_A4, CARE_PRINT_NORMAL);
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    user_data)
{
  (*(guint *) user_data)++;
}

static guint
count_papers (GtkWidget *widget)
{
  guint n = CARE_IS_SHEET_PAPER (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_papers (child);

  return n;
}

static void
test_pages (void)
{
  CareSheetPreview *preview = g_object_ref_sink (care_sheet_preview_new ());
  CareSheetPages *pages = pages_new ();
  guint notified = 0;

  g_signal_connect (preview, "notify::pages", G_CALLBACK (count_cb), &notified);
  care_sheet_preview_set_pages (preview, pages);
  g_assert_cmpuint (notified, ==, 1);
  g_assert_true (care_sheet_preview_get_pages (preview) == pages);
  g_assert_cmpuint (count_papers (GTK_WIDGET (preview)), ==, care_sheet_pages_get_n_pages (pages));

  care_sheet_preview_set_pages (preview, pages);
  g_assert_cmpuint (notified, ==, 1);
  care_sheet_preview_set_pages (preview, NULL);
  g_assert_cmpuint (notified, ==, 2);
  g_assert_cmpuint (count_papers (GTK_WIDGET (preview)), ==, 0);

  g_assert_finalize_object (preview);
  g_assert_finalize_object (pages);
}

static void
test_zoom (void)
{
  CareSheetPreview *preview = g_object_ref_sink (care_sheet_preview_new ());
  CareSheetPages *pages = pages_new ();
  guint notified = 0;

  g_signal_connect (preview, "notify::zoom", G_CALLBACK (count_cb), &notified);
  care_sheet_preview_set_pages (preview, pages);
  g_assert_cmpfloat (care_sheet_preview_get_zoom (preview), <, 0.01);
  care_sheet_preview_set_zoom (preview, 1.5);
  care_sheet_preview_set_zoom (preview, 1.5);
  g_assert_cmpuint (notified, ==, 1);
  care_sheet_preview_set_zoom (preview, 100);
  g_assert_cmpfloat_with_epsilon (care_sheet_preview_get_zoom (preview), 4, 0.001);
  gtk_widget_activate_action (GTK_WIDGET (preview), "sheet.zoom-fit", NULL);
  g_assert_cmpfloat (care_sheet_preview_get_zoom (preview), <, 0.01);
  gtk_widget_activate_action (GTK_WIDGET (preview), "sheet.zoom-in", NULL);
  g_assert_cmpfloat_with_epsilon (care_sheet_preview_get_zoom (preview), 1.25, 0.001);

  g_assert_finalize_object (preview);
  g_assert_finalize_object (pages);
}

/* In a window: fits its width, keeps the paper's shape, draws. */
static void
test_window (void)
{
  GtkWidget *window = gtk_window_new ();
  CareSheetPreview *preview = care_sheet_preview_new ();
  g_autoptr (CareSheetPages) pages = pages_new ();
  GtkWidget *paper;

  care_sheet_preview_set_pages (preview, pages);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (preview));
  gtk_window_set_default_size (GTK_WINDOW (window), 480, 640);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  paper = GTK_WIDGET (preview);
  while (paper != NULL && !CARE_IS_SHEET_PAPER (paper))
    paper = gtk_widget_get_first_child (paper);
  g_assert_nonnull (paper);
  g_assert_cmpint (gtk_widget_get_width (paper), >, 350);
  g_assert_cmpint (gtk_widget_get_width (paper), <, 480);
  g_assert_cmpfloat_with_epsilon ((double) gtk_widget_get_height (paper) / gtk_widget_get_width (paper), 297.0 / 210.0, 0.01);

  if (g_getenv ("CARE_LOOK") != NULL)
    {
      GdkPaintable *paintable = gtk_widget_paintable_new (window);
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      g_autoptr (GskRenderNode) node = NULL;
      g_autoptr (GdkTexture) texture = NULL;

      gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), gtk_widget_get_width (window), gtk_widget_get_height (window));
      node = gtk_snapshot_free_to_node (snapshot);
      texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
      gdk_texture_save_to_png (texture, g_getenv ("CARE_LOOK"));
      g_object_unref (paintable);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
dialog_done_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  GError **error = user_data;

  g_assert_false (care_sheet_printer_dialog_finish (CARE_SHEET_PRINTER (source), result, error));
}

/* The system's dialog opens without a loop of its own, and closing it is no failure. */
static void
test_dialog (void)
{
  g_autoptr (CareSheetPrinter) printer = care_sheet_printer_new ();
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF-1.5\n", 9);
  g_autoptr (GError) error = NULL;
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GList) open = NULL;
  gboolean found = FALSE;

  gtk_window_present (GTK_WINDOW (window));
  care_sheet_printer_dialog_async (printer, GTK_WINDOW (window), pdf, CARE_PAPER_A4, NULL, dialog_done_cb, &error);
  g_assert_true (care_sheet_printer_is_busy (printer));

  open = gtk_window_list_toplevels ();
  for (GList *l = open; l != NULL; l = l->next)
    if (GTK_IS_DIALOG (l->data))
      {
        found = TRUE;
        gtk_test_widget_wait_for_draw (l->data);
        gtk_dialog_response (GTK_DIALOG (l->data), GTK_RESPONSE_CANCEL);
      }
  g_assert_true (found);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (care_sheet_printer_get_state (printer), ==, CARE_PRINT_STATE_IDLE);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  /* GTK's CUPS module warns where there is no colour daemon; that is not ours to mend. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);

  g_test_add_func ("/sheet-preview/pages", test_pages);
  g_test_add_func ("/sheet-preview/zoom", test_zoom);
  g_test_add_func ("/sheet-preview/window", test_window);
  g_test_add_func ("/sheet-preview/dialog", test_dialog);

  return g_test_run ();
}

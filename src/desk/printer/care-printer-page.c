/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/printer/care-printer-page.h"

#include <glib/gi18n.h>

#include "desk/frame/care-clear.h"
#include "desk/frame/care-say.h"
#include "desk/frame/care-wrap-box.h"
#include "desk/printer/care-printer-list.h"
#include "desk/printer/care-test-print.h"

/* Somebody stands before a printer with paper in the hand and looks at the page. */
#define LOOK_MS 4000

struct _CarePrinterPage
{
  CarePage         parent_instance;

  CarePrinterList *list;
  GtkWidget       *papers[3]; /* by CarePaper */
  guint            source;
};

G_DEFINE_FINAL_TYPE (CarePrinterPage, care_printer_page, CARE_TYPE_PAGE)

static GSettings *
get_settings (CarePrinterPage *self)
{
  return care_desk_get_settings (care_page_get_desk (CARE_PAGE (self)));
}

/* ---- choosing ---- */

/* Kept at once: the desk may be gone the next moment, for a hand-over. */
static gboolean
keep (CarePrinterPage *self,
      const char      *key,
      const char      *value)
{
  if (!g_settings_set_string (get_settings (self), key, value))
    {
      care_say_wrong (GTK_WIDGET (self), _("This computer does not let the desk keep it. Ask whoever set it up."));
      return FALSE;
    }
  g_settings_sync ();
  return TRUE;
}

static void
choose_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  CarePrinterPage *self = CARE_PRINTER_PAGE (widget);
  const char *chosen = g_variant_get_string (parameter, NULL);
  g_autofree char *former = g_settings_get_string (get_settings (self), "printer");
  g_autofree char *said = NULL;

  if (g_str_equal (chosen, former) || !keep (self, "printer", chosen))
    return;
  said = *chosen != '\0' ? g_strdup_printf (_("Sheets go to %s now"), chosen)
                         : g_strdup (_("Sheets go to the system's own printer now"));
  care_say_undo_one (widget, said, "win.undo-printer", former);
}

static const char *
get_paper_words (const char *paper)
{
  return g_str_equal (paper, "letter") ? _("Letter") : g_str_equal (paper, "a5") ? _("A5") : _("A4");
}

static void
paper_toggled_cb (GtkToggleButton *button,
                  CarePrinterPage *self)
{
  const char *chosen = gtk_widget_get_name (GTK_WIDGET (button));
  g_autofree char *former = g_settings_get_string (get_settings (self), "paper");
  g_autofree char *said = NULL;

  if (!gtk_toggle_button_get_active (button) || g_str_equal (chosen, former) || !keep (self, "paper", chosen))
    return;
  said = g_strdup_printf (_("Sheets are for %s paper now"), get_paper_words (chosen));
  care_say_undo_one (GTK_WIDGET (self), said, "win.undo-paper", former);
}

/* ---- what is shown ---- */

static void
show_paper (CarePrinterPage *self)
{
  CarePaper paper = care_desk_get_paper (care_page_get_desk (CARE_PAGE (self)));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->papers[paper]), TRUE);
}

static void
look_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  care_known_printers_look (care_desk_get_printers (care_page_get_desk (CARE_PAGE (widget))));
}

static gboolean
look_cb (gpointer data)
{
  look_action (GTK_WIDGET (data), NULL, NULL);
  return G_SOURCE_CONTINUE;
}

static void
care_printer_page_map (GtkWidget *widget)
{
  CarePrinterPage *self = CARE_PRINTER_PAGE (widget);

  GTK_WIDGET_CLASS (care_printer_page_parent_class)->map (widget);
  look_action (widget, NULL, NULL);
  if (self->source == 0)
    self->source = g_timeout_add (LOOK_MS, look_cb, self);
}

static void
care_printer_page_unmap (GtkWidget *widget)
{
  CarePrinterPage *self = CARE_PRINTER_PAGE (widget);

  g_clear_handle_id (&self->source, g_source_remove);
  care_known_printers_stop (care_desk_get_printers (care_page_get_desk (CARE_PAGE (self))));
  GTK_WIDGET_CLASS (care_printer_page_parent_class)->unmap (widget);
}

static void
care_printer_page_dispose (GObject *object)
{
  g_clear_handle_id (&CARE_PRINTER_PAGE (object)->source, g_source_remove);
  G_OBJECT_CLASS (care_printer_page_parent_class)->dispose (object);
}

static void
care_printer_page_class_init (CarePrinterPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_printer_page_dispose;
  widget_class->map = care_printer_page_map;
  widget_class->unmap = care_printer_page_unmap;
  gtk_widget_class_install_action (widget_class, "printers.choose", "s", choose_action);
  gtk_widget_class_install_action (widget_class, "printers.look", NULL, look_action);
}

static void
care_printer_page_init (CarePrinterPage *self)
{
}

static void
add_heading (GtkBox     *box,
             const char *text)
{
  GtkWidget *heading = care_new_heading (text);

  gtk_widget_add_css_class (heading, "title-4");
  gtk_box_append (box, heading);
}

static void
add_papers (CarePrinterPage *self,
            GtkBox          *box)
{
  GtkWidget *row = care_wrap_box_new (8);

  for (guint i = 0; i < G_N_ELEMENTS (self->papers); i++)
    {
      const char *name = care_paper_get_name ((CarePaper) i);

      self->papers[i] = gtk_toggle_button_new_with_label (get_paper_words (name));
      gtk_widget_set_name (self->papers[i], name);
      gtk_widget_add_css_class (self->papers[i], "chip");
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->papers[i]), GTK_TOGGLE_BUTTON (self->papers[0]));
      care_wrap_box_append (CARE_WRAP_BOX (row), self->papers[i]);
    }
  show_paper (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->papers); i++)
    g_signal_connect_object (self->papers[i], "toggled", G_CALLBACK (paper_toggled_cb), self, 0);
  gtk_box_append (box, row);
}

/**
 * care_printer_page_new:
 * @desk: what the page works with
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
care_printer_page_new (CareDesk *desk)
{
  CarePrinterPage *self = g_object_new (CARE_TYPE_PRINTER_PAGE, "desk", desk, "title", _("Printer"), NULL);
  GtkBox *box = care_page_add_column (CARE_PAGE (self), 860);

  gtk_box_append (box, care_new_text (_("Where this desk's sheets are printed. Whoever is signed in may choose another printer.")));
  add_heading (box, _("Printers"));
  self->list = CARE_PRINTER_LIST (care_printer_list_new (desk));
  gtk_box_append (box, GTK_WIDGET (self->list));
  add_heading (box, _("Paper in it"));
  add_papers (self, box);
  add_heading (box, _("Try it"));
  gtk_box_append (box, care_test_print_new (desk));
  g_signal_connect_object (get_settings (self), "changed::paper", G_CALLBACK (show_paper), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

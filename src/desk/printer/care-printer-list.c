/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/printer/care-printer-list.h"

#include <glib/gi18n.h>

#include "desk/care-desk-errors.h"
#include "desk/care-print-words.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "desk/frame/care-one-step.h"

/* Under which a row's button knows its printer. */
#define PRINTER_KEY "care-printer"

struct _CarePrinterList
{
  AdwBin    parent_instance;

  CareDesk *desk;
  GtkBox   *box;
  char     *shown; /* (nullable): what stands there, to leave it alone while it is the same */
  guint     source;
};

G_DEFINE_FINAL_TYPE (CarePrinterList, care_printer_list, ADW_TYPE_BIN)

static char *
dup_chosen (CarePrinterList *self)
{
  return g_settings_get_string (care_desk_get_settings (self->desk), "printer");
}

/* ---- words ---- */

static char *
join (const char *first,
      const char *second)
{
  if (first == NULL || second == NULL)
    return g_strdup (first != NULL ? first : second != NULL ? second : "");
  return g_strdup_printf ("%s\n%s", first, second);
}

/* What it is, what it needs, and how much waits there. */
static char *
dup_about (const CarePrintReport *report)
{
  const char *more = report->message != NULL ? report->message : report->offline ? NULL : report->wrong;
  g_autofree char *waiting = NULL;
  g_autofree char *trouble = NULL;
  g_autofree char *what = NULL;

  if (!report->known)
    return g_strdup (_("Turn it on or connect it, or choose another one."));
  if (report->waiting > 0)
    waiting = g_strdup_printf (ngettext ("%u job waits there.", "%u jobs wait there.", report->waiting), report->waiting);
  trouble = more != NULL && waiting != NULL ? g_strdup_printf ("%s %s", more, waiting) : g_strdup (more != NULL ? more : waiting);
  if (report->system)
    what = report->about != NULL ? g_strdup_printf (_("%s (the system's own)"), report->about) : g_strdup (_("The system's own"));
  return join (what != NULL ? what : report->about, trouble);
}

/* ---- rows ---- */

static void
add_row (CarePrinterList       *self,
         GtkWidget             *card,
         const char            *printer,
         const char            *title,
         const char            *about,
         const CarePrintReport *report)
{
  g_autofree char *chosen = dup_chosen (self);
  gboolean is_chosen = g_str_equal (chosen, printer);
  CareTone tone = CARE_TONE_STOP;
  const char *word = report != NULL ? care_print_words_get_printer (report, &tone) : _("None");
  GtkWidget *row = care_fact_row_new_state (title, about, tone, word);
  g_autoptr (GString) spoken = g_string_new (NULL);
  GtkWidget *button;

  g_string_append_printf (spoken, "%s: %s", title, word);
  if (is_chosen)
    {
      GtkWidget *tag = care_state_tag_new ();

      care_state_tag_set (CARE_STATE_TAG (tag), CARE_TONE_ACTIVE, _("This desk's"));
      care_fact_row_add (row, tag);
      g_string_append_printf (spoken, ". %s", _("This desk's printer"));
    }
  button = care_fact_row_new_button (row, "printers.choose", printer, spoken->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED,
                               is_chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  g_object_set_data_full (G_OBJECT (button), PRINTER_KEY, g_strdup (printer), g_free);
  gtk_box_append (GTK_BOX (card), button);
}

/* The one that sheets go to when no printer is chosen: the default one, or the only one. */
static const CarePrintReport *
find_system (GPtrArray *printers)
{
  for (guint i = 0; i < printers->len; i++)
    {
      const CarePrintReport *report = g_ptr_array_index (printers, i);

      if (report->system || printers->len == 1)
        return report;
    }

  return NULL;
}

static gboolean
is_there (GPtrArray  *printers,
          const char *name)
{
  for (guint i = 0; i < printers->len; i++)
    {
      const CarePrintReport *report = g_ptr_array_index (printers, i);

      if (g_str_equal (report->printer, name))
        return TRUE;
    }

  return FALSE;
}

static void
add_missing (CarePrinterList *self,
             GtkWidget       *card,
             const char      *name)
{
  CarePrintReport missing = { .printer = (char *) name };
  g_autofree char *about = dup_about (&missing);

  add_row (self, card, name, name, about, &missing);
}

static void
add_printers (CarePrinterList *self,
              GPtrArray       *printers)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const CarePrintReport *system = find_system (printers);
  g_autofree char *chosen = dup_chosen (self);
  g_autofree char *now = system != NULL ? g_strdup_printf (_("%s at present. The system's settings say which."), system->printer)
                                        : g_strdup (_("The system's settings name none: choose one of the others."));

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "facts");
  gtk_box_append (self->box, card);
  if (*chosen != '\0' && !is_there (printers, chosen))
    add_missing (self, card, chosen);
  if (printers->len == 0)
    return;
  for (guint i = 0; i < printers->len; i++)
    {
      const CarePrintReport *report = g_ptr_array_index (printers, i);
      g_autofree char *about = dup_about (report);

      add_row (self, card, report->printer, report->printer, about, report);
    }
  add_row (self, card, "", _("The system's own printer"), now, system);
}

static void
add_nothing (CarePrinterList *self,
             const char      *title,
             const char      *about)
{
  gtk_box_append (self->box, care_one_step_new ("printer-symbolic", title, about, _("_Look again"), "printers.look"));
}

/* ---- following ---- */

static char *
dup_state (CarePrinterList *self,
           GPtrArray       *printers,
           const GError    *error)
{
  g_autofree char *chosen = dup_chosen (self);
  GString *state = g_string_new (chosen);

  if (error != NULL)
    g_string_append_printf (state, "\f%s", error->message);
  for (guint i = 0; printers != NULL && i < printers->len; i++)
    {
      const CarePrintReport *report = g_ptr_array_index (printers, i);
      g_autofree char *about = dup_about (report);
      CareTone tone;

      g_string_append_printf (state, "\f%s\n%s\n%s\n%d", report->printer, care_print_words_get_printer (report, &tone), about,
                              report->system);
    }
  return g_string_free (state, FALSE);
}

/* (nullable): the printer whose button has the focus */
static char *
dup_focused (CarePrinterList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;
  return g_strdup (g_object_get_data (G_OBJECT (focus), PRINTER_KEY));
}

static gboolean
focus_again (GtkWidget  *widget,
             const char *printer)
{
  const char *name = g_object_get_data (G_OBJECT (widget), PRINTER_KEY);

  if (name != NULL && g_str_equal (name, printer))
    return gtk_widget_grab_focus (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (focus_again (child, printer))
      return TRUE;
  return FALSE;
}

static void
show (CarePrinterList *self)
{
  CareKnownPrinters *known = care_desk_get_printers (self->desk);
  GPtrArray *printers = care_known_printers_get_list (known);
  const GError *error = care_known_printers_get_error (known);
  g_autofree char *state = dup_state (self, printers, error);
  g_autofree char *focused = dup_focused (self);

  if (g_strcmp0 (state, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&state);
  care_clear_box (self->box);
  if (error != NULL)
    {
      g_autofree char *words = care_desk_errors_dup_words (error);

      add_nothing (self, _("No printer answers"), words);
    }
  else if (printers == NULL)
    gtk_box_append (self->box, care_new_text (_("Looking for printers…")));
  else
    add_printers (self, printers);
  if (printers != NULL && printers->len == 0)
    add_nothing (self, _("No printer is set up"),
                 _("Connect a printer and turn it on, or have one added in this computer's settings. Until then “Printer and "
                   "copies…” at a sheet writes it to a file."));
  if (focused != NULL)
    focus_again (GTK_WIDGET (self), focused);
}

static gboolean
show_cb (gpointer data)
{
  CarePrinterList *self = data;

  self->source = 0;
  show (self);
  return G_SOURCE_REMOVE;
}

/* A button is not taken away while it is being pressed. */
static void
show_later (CarePrinterList *self)
{
  if (self->source == 0)
    self->source = g_idle_add (show_cb, self);
}

static void
care_printer_list_dispose (GObject *object)
{
  CarePrinterList *self = CARE_PRINTER_LIST (object);

  g_clear_handle_id (&self->source, g_source_remove);
  G_OBJECT_CLASS (care_printer_list_parent_class)->dispose (object);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->shown, g_free);
}

static void
care_printer_list_class_init (CarePrinterListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = care_printer_list_dispose;
}

static void
care_printer_list_init (CarePrinterList *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * care_printer_list_new:
 * @desk: what the pages work with
 *
 * Returns: (transfer floating): the printers as buttons
 */
GtkWidget *
care_printer_list_new (CareDesk *desk)
{
  CarePrinterList *self;

  g_return_val_if_fail (CARE_IS_DESK (desk), NULL);

  self = g_object_new (CARE_TYPE_PRINTER_LIST, NULL);
  self->desk = g_object_ref (desk);
  show (self);
  g_signal_connect_object (care_desk_get_printers (desk), "changed", G_CALLBACK (show_later), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (care_desk_get_settings (desk), "changed::printer", G_CALLBACK (show_later), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

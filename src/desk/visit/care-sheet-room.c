/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-sheet-room.h"

#include <glib/gi18n.h>

#include "aftercare/care-sheet-pdf.h"
#include "clinic/care-clinic-register.h"
#include "clinic/care-clinic-sheet.h"
#include "course/care-clinic-info.h"
#include "desk/care-desk-words.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "desk/frame/care-say.h"
#include "desk/frame/care-wrap-box.h"
#include "desk/visit/care-given-panel.h"
#include "desk/visit/care-sheet-troubles.h"
#include "protocol/care-protocol.h"
#include "widgets/sheet/care-sheet-preview.h"
#include "widgets/sheet/care-sheet-printer.h"

/* A patient's text size, as it was chosen on the patient's screen or here. */
#define SIZE_NORMAL 2
#define SIZE_LARGE  3
#define MOST_COPIES 9

struct _CareSheetRoom
{
  CareRoomView      parent_instance;

  CareSheetPages   *pages;
  CareSheetPrinter *printer;
  CareGivenPanel   *given;
  CareStateTag     *job;
  GCancellable     *cancellable;
  char             *language;
  gboolean          large;
  gboolean          both;
  guint             copies;
  gboolean          holding;
  guint             redraw_source;
};

G_DEFINE_FINAL_TYPE (CareSheetRoom, care_sheet_room, CARE_TYPE_ROOM_VIEW)

static CareVisit *
get_visit (CareSheetRoom *self)
{
  return care_room_view_get_visit (CARE_ROOM_VIEW (self));
}

static CareDesk *
get_desk (CareSheetRoom *self)
{
  return care_room_view_get_desk (CARE_ROOM_VIEW (self));
}

static CarePaper
get_paper (CareSheetRoom *self)
{
  g_autofree char *name = g_settings_get_string (care_desk_get_settings (get_desk (self)), "paper");
  CarePaper paper = CARE_PAPER_A4;

  care_paper_from_name (name, &paper);
  return paper;
}

static CareTone
job_tone (CarePrintState state)
{
  switch (state)
    {
    case CARE_PRINT_STATE_DONE:
      return CARE_TONE_GOOD;
    case CARE_PRINT_STATE_FAILED:
      return CARE_TONE_STOP;
    case CARE_PRINT_STATE_STOPPED:
      return CARE_TONE_DECIDE;
    case CARE_PRINT_STATE_IDLE:
      return CARE_TONE_QUIET;
    default:
      return CARE_TONE_WAITING;
    }
}

/* While a job is under way the device is not handed over. */
static void
job_changed_cb (CareSheetRoom *self)
{
  gboolean busy = care_sheet_printer_is_busy (self->printer);
  const char *status = care_sheet_printer_get_status (self->printer);

  if (busy != self->holding)
    {
      self->holding = busy;
      if (busy)
        care_desk_hold (get_desk (self));
      else
        care_desk_release (get_desk (self));
    }
  if (self->job != NULL)
    {
      care_state_tag_set (self->job, job_tone (care_sheet_printer_get_state (self->printer)), status != NULL ? status : "");
      gtk_widget_set_visible (GTK_WIDGET (self->job), status != NULL && *status != '\0');
    }
}

static void
keep_bytes (CareSheetRoom *self,
            GBytes        *pdf)
{
  g_autoptr (GError) error = NULL;

  if (!care_clinic_keep_sheet (care_desk_get_clinic (get_desk (self)), get_visit (self), pdf, self->language, self->large, &error))
    care_say_error (GTK_WIDGET (self), error);
}

typedef struct
{
  CareSheetRoom *self;
  GBytes        *pdf;
  gboolean       dialog;
} CarePrinting;

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  CarePrinting *printing = data;
  g_autoptr (GError) error = NULL;
  gboolean sent = printing->dialog
                    ? care_sheet_printer_dialog_finish (CARE_SHEET_PRINTER (source), result, &error)
                    : care_sheet_printer_print_finish (CARE_SHEET_PRINTER (source), result, &error);

  if (sent)
    keep_bytes (printing->self, printing->pdf);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && gtk_widget_get_root (GTK_WIDGET (printing->self)) != NULL)
    care_say_error (GTK_WIDGET (printing->self), error);
  g_object_unref (printing->self);
  g_bytes_unref (printing->pdf);
  g_free (printing);
}

static void
print (CareSheetRoom *self,
       gboolean       dialog)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = self->pages != NULL ? care_sheet_pdf_new (self->pages, &error) : NULL;
  g_autofree char *name = g_settings_get_string (care_desk_get_settings (get_desk (self)), "printer");
  CarePrinting *printing;

  if (pdf == NULL)
    {
      if (error != NULL)
        care_say_error (GTK_WIDGET (self), error);
      return;
    }
  if (care_sheet_printer_is_busy (self->printer))
    {
      care_say_wrong (GTK_WIDGET (self), _("This sheet is already waiting at the printer. Look at its paper before printing again."));
      return;
    }
  printing = g_new0 (CarePrinting, 1);
  printing->self = g_object_ref (self);
  printing->pdf = g_bytes_ref (pdf);
  printing->dialog = dialog;
  if (dialog)
    care_sheet_printer_dialog_async (self->printer, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), pdf,
                                     get_paper (self), self->cancellable, printed_cb, printing);
  else
    care_sheet_printer_print_async (self->printer, *name != '\0' ? name : NULL, pdf, get_paper (self), self->copies,
                                    self->cancellable, printed_cb, printing);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  print (CARE_SHEET_ROOM (widget), FALSE);
}

static void
dialog_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  print (CARE_SHEET_ROOM (widget), TRUE);
}

static void
give_cb (CareSheetRoom *self)
{
  g_autoptr (GError) error = NULL;

  if (!care_clinic_mark_given (care_desk_get_clinic (get_desk (self)), get_visit (self), care_given_panel_get_to_whom (self->given),
                               self->language, self->large, care_given_panel_get_said_back (self->given), &error))
    care_say_error (GTK_WIDGET (self), error);
  else
    care_say_undo_one (GTK_WIDGET (self), _("Sheet given"), "win.undo-given", care_visit_get_id (get_visit (self)));
}

/* ---- what is shown ---- */

static gboolean
redraw_cb (gpointer data)
{
  CareSheetRoom *self = data;

  self->redraw_source = 0;
  care_room_view_redraw (CARE_ROOM_VIEW (self));
  return G_SOURCE_REMOVE;
}

/* A button is not taken away while it is being pressed. */
static void
redraw_later (CareSheetRoom *self)
{
  if (self->redraw_source == 0)
    self->redraw_source = g_idle_add (redraw_cb, self);
}

static void
language_toggled_cb (GtkToggleButton *button,
                     CareSheetRoom   *self)
{
  if (!gtk_toggle_button_get_active (button) || g_str_equal (self->language, gtk_widget_get_name (GTK_WIDGET (button))))
    return;
  g_free (self->language);
  self->language = g_strdup (gtk_widget_get_name (GTK_WIDGET (button)));
  redraw_later (self);
}

/* Whoever needs large print today needs it next time: it is the patient's own. */
static void
large_toggled_cb (GtkToggleButton *button,
                  CareSheetRoom   *self)
{
  g_autoptr (GError) error = NULL;

  self->large = gtk_toggle_button_get_active (button);
  if (!care_clinic_set_contact (care_desk_get_clinic (get_desk (self)), care_visit_get_patient (get_visit (self)), NULL, NULL,
                                self->large ? SIZE_LARGE : SIZE_NORMAL, &error))
    care_say_error (GTK_WIDGET (self), error);
  redraw_later (self);
}

static void
both_toggled_cb (GtkToggleButton *button,
                 CareSheetRoom   *self)
{
  self->both = gtk_toggle_button_get_active (button);
  redraw_later (self);
}

static void
copies_changed_cb (GtkSpinButton *button,
                   CareSheetRoom *self)
{
  self->copies = (guint) gtk_spin_button_get_value_as_int (button);
}

/* The clinic's own language, which staff teach back in and the next doctor reads. */
static const char *
get_own_language (CareSheetRoom *self)
{
  return care_clinic_info_get_desk_language (care_clinic_get_info (care_desk_get_clinic (get_desk (self))));
}

static void
add_both (CareSheetRoom *self,
          GtkWidget     *row)
{
  GtkWidget *both = gtk_toggle_button_new_with_label (_("Both languages"));

  gtk_widget_add_css_class (both, "chip");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (both), self->both);
  g_signal_connect_object (both, "toggled", G_CALLBACK (both_toggled_cb), self, 0);
  care_wrap_box_append (CARE_WRAP_BOX (row), both);
}

static void
fill_choices (CareSheetRoom *self,
              GtkBox        *box)
{
  CareClinicInfo *info = care_clinic_get_info (care_desk_get_clinic (get_desk (self)));
  const char *const *languages = care_clinic_info_get_languages (info);
  GtkWidget *row = care_wrap_box_new (8);
  GtkWidget *large = gtk_toggle_button_new_with_label (_("Large print"));
  GtkWidget *first = NULL;

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *label = care_format_language_name (languages[i]);
      GtkWidget *button = gtk_toggle_button_new_with_label (label);

      gtk_widget_set_name (button, languages[i]);
      gtk_widget_add_css_class (button, "chip");
      if (first != NULL)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
      else
        first = button;
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), g_str_equal (self->language, languages[i]));
      g_signal_connect_object (button, "toggled", G_CALLBACK (language_toggled_cb), self, 0);
      care_wrap_box_append (CARE_WRAP_BOX (row), button);
    }
  gtk_widget_add_css_class (large, "chip");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (large), self->large);
  g_signal_connect_object (large, "toggled", G_CALLBACK (large_toggled_cb), self, 0);
  care_wrap_box_append (CARE_WRAP_BOX (row), large);
  if (!g_str_equal (self->language, get_own_language (self)))
    add_both (self, row);
  gtk_box_append (box, row);
}

static GtkWidget *
new_copies (CareSheetRoom *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *copies = gtk_spin_button_new_with_range (1, MOST_COPIES, 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (copies), self->copies);
  gtk_accessible_update_property (GTK_ACCESSIBLE (copies), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Copies"), -1);
  g_signal_connect_object (copies, "value-changed", G_CALLBACK (copies_changed_cb), self, 0);
  gtk_box_append (GTK_BOX (box), gtk_label_new (_("Copies")));
  gtk_box_append (GTK_BOX (box), copies);
  return box;
}

static void
fill_buttons (CareSheetRoom *self,
              GtkBox        *box)
{
  CareVisit *visit = get_visit (self);
  GtkWidget *row = care_wrap_box_new (12);
  GtkWidget *print_button = care_new_button (care_visit_is_printed (visit) ? _("_Print again") : _("_Print"), "sheet-room.print", NULL);
  GtkWidget *tag = care_state_tag_new ();

  if (!care_visit_is_printed (visit))
    gtk_widget_add_css_class (print_button, "suggested-action");
  care_wrap_box_append (CARE_WRAP_BOX (row), print_button);
  care_wrap_box_append (CARE_WRAP_BOX (row), new_copies (self));
  care_wrap_box_append (CARE_WRAP_BOX (row), care_new_button (_("Printer and _copies…"), "sheet-room.dialog", NULL));
  care_wrap_box_append (CARE_WRAP_BOX (row), tag);
  self->job = CARE_STATE_TAG (tag);
  gtk_box_append (box, row);
  job_changed_cb (self);
}

static GtkWidget *
new_given (CareSheetRoom *self)
{
  CareVisit *visit = get_visit (self);
  GtkWidget *row;

  if (care_visit_is_given (visit))
    {
      row = care_fact_row_new_state (_("The sheet"), _("Moving the next visit makes it owed again."), CARE_TONE_GOOD, _("Given"));
      gtk_widget_add_css_class (row, "card");
      return row;
    }
  if (care_visit_get_finished_at (visit) == CARE_INSTANT_NONE)
    return NULL;
  self->given = CARE_GIVEN_PANEL (care_given_panel_new (get_desk (self), care_visit_is_printed (visit)));
  g_signal_connect_object (self->given, "given", G_CALLBACK (give_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->given);
}

static GtkWidget *
new_preview (CareSheetRoom *self)
{
  GtkWidget *preview = GTK_WIDGET (care_sheet_preview_new ());

  care_sheet_preview_set_pages (CARE_SHEET_PREVIEW (preview), self->pages);
  gtk_widget_set_size_request (preview, -1, 680);
  gtk_widget_set_hexpand (preview, TRUE);
  gtk_widget_add_css_class (preview, "paper");
  return preview;
}

/* The pages, and beside them what happens to them; on a phone below each other, the next step first. */
static void
fill_pages (CareSheetRoom *self,
            GtkBox        *box)
{
  GtkWidget *row = care_wrap_box_new (20);
  GtkWidget *given = new_given (self);
  GtkWidget *preview = new_preview (self);

  g_object_set (row, "comfort", 440, "line-spacing", 20, NULL);
  care_wrap_box_append (CARE_WRAP_BOX (row), preview);
  if (given != NULL)
    {
      gtk_widget_set_valign (given, GTK_ALIGN_START);
      care_wrap_box_append (CARE_WRAP_BOX (row), given);
      if (care_visit_is_printed (get_visit (self)))
        gtk_widget_insert_before (given, row, preview);
    }
  gtk_box_append (box, row);
}

static CareSheetPages *
lay_out (CareSheetRoom  *self,
         GError        **error)
{
  CareClinic *clinic = care_desk_get_clinic (get_desk (self));
  const char *own = get_own_language (self);
  const char *languages[3] = { self->language, NULL, NULL };
  /* Staff have to teach it back and the next doctor has to read it: beside another language stands the clinic's own. */
  if (self->both && !g_str_equal (self->language, own))
    languages[1] = own;
  g_autoptr (CareSheet) sheet = care_clinic_make_sheet (clinic, get_visit (self), languages, error);
  if (sheet == NULL)
    return NULL;
  return care_sheet_pages_new (sheet, care_desk_get_data_dir (get_desk (self)), get_paper (self),
                               self->large ? CARE_PRINT_LARGE : CARE_PRINT_NORMAL, error);
}

static void
care_sheet_room_fill (CareRoomView *view,
                      GtkBox       *box)
{
  CareSheetRoom *self = CARE_SHEET_ROOM (view);
  g_autoptr (GError) error = NULL;

  self->job = NULL;
  self->given = NULL;
  /* Every time on the sheet hangs on the last needle: between the page before the visit and it nothing may be on paper. */
  if (care_visit_get_finished_at (get_visit (self)) == CARE_INSTANT_NONE
      && care_visit_get_state (get_visit (self)) != CARE_STATE_EXPECTED)
    {
      gtk_box_append (box, care_new_heading (care_visit_get_kind (get_visit (self)) == CARE_VISIT_READING
                                               ? _("No sheet: nothing is injected at a reading.")
                                               : _("Not yet: the sheet comes when the last needle is out.")));
      return;
    }
  if (self->language == NULL)
    {
      CarePatient *patient = care_visit_get_patient (get_visit (self));

      self->language = g_strdup (care_patient_get_language (patient));
      self->large = care_patient_get_size (patient) >= SIZE_LARGE;
    }
  g_clear_object (&self->pages);
  self->pages = lay_out (self, &error);
  if (care_visit_get_state (get_visit (self)) == CARE_STATE_EXPECTED)
    gtk_box_append (box, care_new_heading (_("Before your visit")));
  fill_choices (self, box);
  if (self->pages == NULL)
    {
      gtk_box_append (box, care_new_fault (error));
      return;
    }
  gtk_box_append (box, care_sheet_troubles_new_for_pages (self->pages));
  fill_buttons (self, box);
  fill_pages (self, box);
}

static void
care_sheet_room_dispose (GObject *object)
{
  CareSheetRoom *self = CARE_SHEET_ROOM (object);

  g_clear_handle_id (&self->redraw_source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  if (self->holding)
    care_desk_release (get_desk (self));
  self->holding = FALSE;
  if (self->printer != NULL)
    g_signal_handlers_disconnect_by_data (self->printer, self);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->printer);
  g_clear_object (&self->pages);
  g_clear_pointer (&self->language, g_free);
  G_OBJECT_CLASS (care_sheet_room_parent_class)->dispose (object);
}

static void
care_sheet_room_class_init (CareSheetRoomClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_sheet_room_dispose;
  CARE_ROOM_VIEW_CLASS (klass)->fill = care_sheet_room_fill;
  gtk_widget_class_install_action (widget_class, "sheet-room.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "sheet-room.dialog", NULL, dialog_action);
}

static void
care_sheet_room_init (CareSheetRoom *self)
{
  self->both = TRUE;
  self->copies = 1;
  self->printer = care_sheet_printer_new ();
  self->cancellable = g_cancellable_new ();
  g_signal_connect_swapped (self->printer, "notify", G_CALLBACK (job_changed_cb), self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/visit/care-sheet-room.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-register.h"
#include "clinic/care-clinic-sheet.h"
#include "course/care-clinic-info.h"
#include "desk/care-desk-words.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "desk/frame/care-say.h"
#include "desk/frame/care-wrap-box.h"
#include "desk/visit/care-given-panel.h"
#include "desk/visit/care-sheet-printing.h"
#include "desk/visit/care-sheet-troubles.h"
#include "protocol/care-protocol.h"
#include "widgets/sheet/care-sheet-preview.h"

/* A patient's text size, as it was chosen on the patient's screen or here. */
#define SIZE_NORMAL 2
#define SIZE_LARGE  3

struct _CareSheetRoom
{
  CareRoomView    parent_instance;

  CareSheetPages *pages;
  GtkWidget      *printing; /* (nullable) */
  CareGivenPanel *given;
  char           *language;
  gboolean        large;
  gboolean        both;
  guint           redraw_source;
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

/* And so is whether the clinic's language stands beside the patient's. */
static void
both_toggled_cb (GtkToggleButton *button,
                 CareSheetRoom   *self)
{
  g_autoptr (GError) error = NULL;
  CarePatient *patient = care_visit_get_patient (get_visit (self));

  self->both = gtk_toggle_button_get_active (button);
  if (!care_clinic_set_paper (care_desk_get_clinic (get_desk (self)), patient, care_patient_get_copies (patient), !self->both,
                              &error))
    care_say_error (GTK_WIDGET (self), error);
  redraw_later (self);
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

/* One and the same, however often the room is drawn anew: a job may be on its way. */
static void
fill_buttons (CareSheetRoom *self,
              GtkBox        *box)
{
  if (self->printing == NULL)
    self->printing = g_object_ref_sink (care_sheet_printing_new (get_desk (self), get_visit (self)));
  care_sheet_printing_show (CARE_SHEET_PRINTING (self->printing), self->pages, care_desk_get_paper (get_desk (self)), self->language, self->large);
  gtk_box_append (box, self->printing);
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
  return care_sheet_pages_new (sheet, care_desk_get_data_dir (get_desk (self)), care_desk_get_paper (get_desk (self)),
                               self->large ? CARE_PRINT_LARGE : CARE_PRINT_NORMAL, error);
}

static void
care_sheet_room_fill (CareRoomView *view,
                      GtkBox       *box)
{
  CareSheetRoom *self = CARE_SHEET_ROOM (view);
  g_autoptr (GError) error = NULL;

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
      self->both = !care_patient_wants_one_language (patient);
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
care_sheet_room_constructed (GObject *object)
{
  CareSheetRoom *self = CARE_SHEET_ROOM (object);

  G_OBJECT_CLASS (care_sheet_room_parent_class)->constructed (object);
  g_signal_connect_object (care_desk_get_settings (get_desk (self)), "changed::paper", G_CALLBACK (redraw_later), self,
                           G_CONNECT_SWAPPED);
}

static void
care_sheet_room_dispose (GObject *object)
{
  CareSheetRoom *self = CARE_SHEET_ROOM (object);

  g_clear_handle_id (&self->redraw_source, g_source_remove);
  g_clear_object (&self->printing);
  g_clear_object (&self->pages);
  g_clear_pointer (&self->language, g_free);
  G_OBJECT_CLASS (care_sheet_room_parent_class)->dispose (object);
}

static void
care_sheet_room_class_init (CareSheetRoomClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = care_sheet_room_constructed;
  G_OBJECT_CLASS (klass)->dispose = care_sheet_room_dispose;
  CARE_ROOM_VIEW_CLASS (klass)->fill = care_sheet_room_fill;
}

static void
care_sheet_room_init (CareSheetRoom *self)
{
  self->both = TRUE;
}

/**
 * care_sheet_room_print:
 * @self: a room
 *
 * Does what its print button does; nothing where there is no sheet yet.
 */
void
care_sheet_room_print (CareSheetRoom *self)
{
  g_return_if_fail (CARE_IS_SHEET_ROOM (self));

  if (self->printing != NULL && gtk_widget_get_mapped (self->printing))
    gtk_widget_activate_action (self->printing, "sheet-printing.print", NULL);
}

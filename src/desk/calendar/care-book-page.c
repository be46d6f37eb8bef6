/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/calendar/care-book-page.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-schedule.h"
#include "desk/calendar/care-time-chooser.h"
#include "desk/care-desk-words.h"
#include "desk/frame/care-say.h"
#include "desk/frame/care-wrap-box.h"

struct _CareBookPage
{
  CarePage         parent_instance;

  GtkLabel        *heading;
  CareWrapBox     *kinds;
  CareTimeChooser *times;

  CarePatient     *patient;
  CareVisit       *moved;
  CareVisitKind    kind;
  /* What the page opened with: anything else was chosen by hand. */
  CareVisitKind    proposed;
  CareInstant      from;
  gboolean         kept;
};

G_DEFINE_FINAL_TYPE (CareBookPage, care_book_page, CARE_TYPE_PAGE)

static void
show_times (CareBookPage *self,
            CareInstant   from)
{
  g_autoptr (GError) error = NULL;

  if (!care_time_chooser_show (self->times, care_page_get_desk (CARE_PAGE (self)), self->patient, self->kind, from, &error))
    care_say_error (GTK_WIDGET (self), error);
}

/* The move stands; one tap in the toast takes it back. */
static gboolean
move (CareBookPage        *self,
      const CareProposal  *proposal,
      GError             **error)
{
  CareInstant former = care_visit_get_start (self->moved);

  if (!care_clinic_move (care_page_get_clinic (CARE_PAGE (self)), self->moved, proposal->start, error))
    return FALSE;
  g_autofree char *at = care_format_moment (care_desk_get_format (care_page_get_desk (CARE_PAGE (self))), proposal->start);
  g_autofree char *said = g_strdup_printf (_("Moved to %s"), at);
  g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new ("(sx)", care_visit_get_id (self->moved), former));
  g_autofree char *action = g_action_print_detailed_name ("win.move-back", target);

  care_say_undo (GTK_WIDGET (self), said, action);
  return TRUE;
}

static gboolean
book (CareBookPage        *self,
      const CareProposal  *proposal,
      GError             **error)
{
  CareVisit *visit = care_clinic_book (care_page_get_clinic (CARE_PAGE (self)), self->patient, self->kind, proposal->start, error);

  if (visit == NULL)
    return FALSE;
  g_autofree char *at = care_format_moment (care_desk_get_format (care_page_get_desk (CARE_PAGE (self))), proposal->start);
  g_autofree char *said = g_strdup_printf (_("Booked: %s"), at);

  g_autoptr (GPtrArray) booked = g_ptr_array_new ();

  g_ptr_array_add (booked, visit);
  care_say_booked (GTK_WIDGET (self), said, booked);
  return TRUE;
}

static void
chosen_cb (CareBookPage       *self,
           const CareProposal *proposal)
{
  g_autoptr (GError) error = NULL;

  self->kept = self->moved != NULL ? move (self, proposal, &error) : book (self, proposal, &error);
  if (self->kept)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
  else
    care_say_error (GTK_WIDGET (self), error);
}

static void
kind_toggled_cb (GtkToggleButton *button,
                 CareBookPage    *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  self->kind = (CareVisitKind) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "kind"));
  show_times (self, self->from);
}

static void
show_kinds (CareBookPage *self)
{
  static const CareVisitKind kinds[] = { CARE_VISIT_FIRST, CARE_VISIT_READING, CARE_VISIT_SESSION };
  GtkWidget *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (care_desk_words_kind_name (kinds[i]));

      g_object_set_data (G_OBJECT (button), "kind", GINT_TO_POINTER (kinds[i]));
      gtk_widget_add_css_class (button, "chip");
      if (first != NULL)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
      else
        first = button;
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), kinds[i] == self->kind);
      g_signal_connect_object (button, "toggled", G_CALLBACK (kind_toggled_cb), self, 0);
      care_wrap_box_append (self->kinds, button);
    }
}

/* A lock in the middle of booking covers it: the person on the phone is still there after the PIN. */
static gboolean
care_book_page_holds (CarePage *page)
{
  return !CARE_BOOK_PAGE (page)->kept;
}

/* Nothing is booked by leaving, but one tap brings back who, what and which days. */
static gboolean
care_book_page_settle (CarePage  *page,
                       GError   **error)
{
  CareBookPage *self = CARE_BOOK_PAGE (page);
  CareInstant from = care_time_chooser_get_from (self->times);

  if (self->kept || (self->kind == self->proposed && from == self->from))
    return TRUE;
  g_autofree char *begun = g_strdup_printf ("%s\t%d\t%" G_GINT64_FORMAT,
                                            self->moved != NULL ? care_visit_get_id (self->moved) : care_patient_get_id (self->patient),
                                            self->kind, from);

  self->kept = TRUE;
  care_say_undo_one (GTK_WIDGET (self), self->moved != NULL ? _("Not moved") : _("Not booked"),
                     self->moved != NULL ? "win.move" : "win.book", begun);
  return TRUE;
}

static void
care_book_page_dispose (GObject *object)
{
  CareBookPage *self = CARE_BOOK_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_BOOK_PAGE);
  g_clear_object (&self->patient);
  g_clear_object (&self->moved);
  G_OBJECT_CLASS (care_book_page_parent_class)->dispose (object);
}

static void
care_book_page_class_init (CareBookPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_book_page_dispose;
  CARE_PAGE_CLASS (klass)->settle = care_book_page_settle;
  CARE_PAGE_CLASS (klass)->holds = care_book_page_holds;
  g_type_ensure (CARE_TYPE_WRAP_BOX);
  g_type_ensure (CARE_TYPE_TIME_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/aftercare/Aftercare/desk/calendar/care-book-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CareBookPage, heading);
  gtk_widget_class_bind_template_child (widget_class, CareBookPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, CareBookPage, times);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
care_book_page_init (CareBookPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What was chosen here before: the kind, and from which day on. */
static CareInstant
bring_back (CareBookPage *self,
            const char   *begun)
{
  g_auto (GStrv) fields = g_strsplit (begun, "\t", 2);

  if (g_strv_length (fields) != 2)
    return self->from;
  self->kind = (CareVisitKind) CLAMP (g_ascii_strtoll (fields[0], NULL, 10), CARE_VISIT_FIRST, CARE_VISIT_SESSION);
  return MAX (self->from, g_ascii_strtoll (fields[1], NULL, 10));
}

/**
 * care_book_page_new:
 * @desk: what the page works with
 * @patient: for whom
 * @moved: (nullable): the visit that moves; NULL to book a new one
 * @begun: (nullable): what was chosen when the page was left
 *
 * Returns: (transfer floating): free times to choose from
 */
GtkWidget *
care_book_page_new (CareDesk    *desk,
                    CarePatient *patient,
                    CareVisit   *moved,
                    const char  *begun)
{
  g_return_val_if_fail (CARE_IS_PATIENT (patient), NULL);

  CareBookPage *self = g_object_new (CARE_TYPE_BOOK_PAGE, "desk", desk,
                                     "title", moved != NULL ? _("Find another time") : _("Book a visit"), NULL);

  CareInstant from;

  self->patient = g_object_ref (patient);
  gtk_label_set_text (self->heading, care_patient_get_display_name (patient));
  gtk_widget_set_visible (GTK_WIDGET (self->kinds), moved == NULL);
  if (moved != NULL)
    {
      g_autofree char *at = care_format_moment (care_desk_get_format (desk), care_visit_get_start (moved));
      g_autofree char *now = g_strdup_printf (_("now %s"), at);

      self->moved = g_object_ref (moved);
      self->kind = care_visit_get_kind (moved);
      care_page_set_subtitle (CARE_PAGE (self), now);
    }
  else
    {
      g_autoptr (CareWay) way = care_clinic_get_way (care_desk_get_clinic (desk), patient, NULL);

      self->kind = way != NULL ? way->next_kind : CARE_VISIT_FIRST;
    }
  self->proposed = self->kind;
  self->from = care_desk_now (desk);
  from = begun != NULL ? bring_back (self, begun) : self->from;
  if (moved == NULL)
    show_kinds (self);
  show_times (self, from);
  return GTK_WIDGET (self);
}

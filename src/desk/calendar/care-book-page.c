/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/calendar/care-book-page.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-begun-page.h"
#include "clinic/care-clinic-schedule.h"
#include "desk/calendar/care-time-chooser.h"
#include "desk/care-desk-words.h"
#include "desk/frame/care-begun-row.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "desk/frame/care-say.h"
#include "desk/frame/care-wrap-box.h"

struct _CareBookPage
{
  CarePage         parent_instance;

  GtkLabel        *heading;
  GtkBox          *begun;
  CareWrapBox     *kinds;
  CareTimeChooser *times;

  CarePatient     *patient;
  CareVisit       *moved;
  CareVisitKind    kind;
  /* What the page opened with: anything else was chosen by hand. */
  CareVisitKind    proposed;
  CareInstant      from;
  /* (nullable): what is kept of this page while nothing is booked */
  char            *begun_id;
  gboolean         booked;
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

static CareBegunKind
get_begun_kind (CareBookPage *self)
{
  return self->moved != NULL ? CARE_BEGUN_MOVE : CARE_BEGUN_BOOKING;
}

static gboolean
is_untouched (CareBookPage *self)
{
  return self->kind == self->proposed && care_time_chooser_get_from (self->times) == self->from;
}

/* What was chosen by hand, until it is booked or thrown away. */
static gboolean
keep_begun (CareBookPage  *self,
            GError       **error)
{
  g_autofree char *from = g_strdup_printf ("%" G_GINT64_FORMAT, care_time_chooser_get_from (self->times));
  const char *const entries[] = {
    "kind", care_visit_kind_to_text (self->kind),
    "proposed", care_visit_kind_to_text (self->proposed),
    "from", from,
    "visit", self->moved != NULL ? care_visit_get_id (self->moved) : "",
    NULL
  };

  return care_clinic_keep_begun_page (care_page_get_clinic (CARE_PAGE (self)), get_begun_kind (self), self->patient,
                                      is_untouched (self) || self->booked ? NULL : entries, &self->begun_id, error);
}

static void
later_cb (CareBookPage *self)
{
  g_autoptr (GError) error = NULL;

  if (!keep_begun (self, &error))
    care_begun_row_show_unkept (self->begun, error, "book.anew", NULL);
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

  self->booked = self->moved != NULL ? move (self, proposal, &error) : book (self, proposal, &error);
  if (!self->booked)
    {
      care_say_error (GTK_WIDGET (self), error);
      return;
    }
  /* It is booked, whatever becomes of what was kept until then. */
  if (!keep_begun (self, &error))
    care_desk_say_trouble (care_page_get_desk (CARE_PAGE (self)), error);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

/* Whoever finds days here that are not their own reads whose they are. */
static void
show_begun (CareBookPage *self,
            CareBegun    *begun)
{
  GtkWidget *row = care_begun_row_new (care_page_get_desk (CARE_PAGE (self)), begun,
                                       self->moved != NULL ? _("Another time was looked for earlier") : _("This booking was begun earlier"),
                                       self->moved != NULL ? _("nothing is moved yet") : _("nothing is booked yet"));

  care_begun_row_show (self->begun, row, "book.anew", NULL);
}

static void
kind_toggled_cb (GtkToggleButton *button,
                 CareBookPage    *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  self->kind = (CareVisitKind) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "kind"));
  show_times (self, self->from);
  later_cb (self);
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

static void
anew_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CareBookPage *self = CARE_BOOK_PAGE (widget);
  g_autoptr (GError) error = NULL;

  self->kind = self->proposed;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->kinds)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (child), "kind")) == (int) self->kind)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), TRUE);
  show_times (self, self->from);
  care_begun_row_show (self->begun, NULL, "book.anew", NULL);
  if (!keep_begun (self, &error))
    care_say_error (widget, error);
  gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

/* A lock in the middle of booking covers it: the person on the phone is still there after the PIN. */
static gboolean
care_book_page_holds (CarePage *page)
{
  return !CARE_BOOK_PAGE (page)->booked;
}

/* Nothing is booked by leaving; what was chosen is kept, and one tap brings it back. */
static gboolean
care_book_page_settle (CarePage  *page,
                       GError   **error)
{
  CareBookPage *self = CARE_BOOK_PAGE (page);

  g_autoptr (GError) local = NULL;

  if (!keep_begun (self, &local) && !is_untouched (self) && !self->booked)
    {
      care_begun_row_show_unkept (self->begun, local, "book.anew", NULL);
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!self->booked && !is_untouched (self))
    care_say_undo_one (GTK_WIDGET (self), self->moved != NULL ? _("Not moved") : _("Not booked"),
                       self->moved != NULL ? "win.move" : "win.book",
                       self->moved != NULL ? care_visit_get_id (self->moved) : care_patient_get_id (self->patient));
  return TRUE;
}

static void
care_book_page_dispose (GObject *object)
{
  CareBookPage *self = CARE_BOOK_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_BOOK_PAGE);
  g_clear_object (&self->patient);
  g_clear_object (&self->moved);
  g_clear_pointer (&self->begun_id, g_free);
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
  gtk_widget_class_bind_template_child (widget_class, CareBookPage, begun);
  gtk_widget_class_bind_template_child (widget_class, CareBookPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, CareBookPage, times);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
  gtk_widget_class_install_action (widget_class, "book.anew", NULL, anew_action);
}

static void
care_book_page_init (CareBookPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What was chosen here before, by whomever, as long as the same comes next on the patient's way. */
static CareBegun *
find_begun (CareBookPage *self)
{
  g_autoptr (GPtrArray) found = care_clinic_list_begun_pages (care_page_get_clinic (CARE_PAGE (self)), get_begun_kind (self),
                                                              self->patient, NULL);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      CareBegun *begun = g_ptr_array_index (found, i);

      if (g_strcmp0 (care_begun_get_entry (begun, "proposed"), care_visit_kind_to_text (self->proposed)) == 0
          && (self->moved == NULL || g_strcmp0 (care_begun_get_entry (begun, "visit"), care_visit_get_id (self->moved)) == 0))
        return g_object_ref (begun);
    }
  return NULL;
}

static CareInstant
bring_back (CareBookPage *self,
            CareBegun    *begun)
{
  const char *from = care_begun_get_entry (begun, "from");
  const char *kind = care_begun_get_entry (begun, "kind");

  self->begun_id = g_strdup (care_begun_get_id (begun));
  if (kind == NULL || !care_visit_kind_from_text (kind, &self->kind))
    self->kind = self->proposed;
  return MAX (self->from, from != NULL ? g_ascii_strtoll (from, NULL, 10) : 0);
}

/**
 * care_book_page_new:
 * @desk: what the page works with
 * @patient: for whom
 * @moved: (nullable): the visit that moves; NULL to book a new one
 *
 * Returns: (transfer floating): free times to choose from, as far as somebody has begun to
 */
GtkWidget *
care_book_page_new (CareDesk    *desk,
                    CarePatient *patient,
                    CareVisit   *moved)
{
  g_return_val_if_fail (CARE_IS_PATIENT (patient), NULL);

  CareBookPage *self = g_object_new (CARE_TYPE_BOOK_PAGE, "desk", desk,
                                     "title", moved != NULL ? _("Find another time") : _("Book a visit"), NULL);

  g_autoptr (CareBegun) begun = NULL;
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
  begun = find_begun (self);
  from = begun != NULL ? bring_back (self, begun) : self->from;
  if (moved == NULL)
    show_kinds (self);
  show_times (self, from);
  if (begun != NULL && !is_untouched (self))
    show_begun (self, begun);
  return GTK_WIDGET (self);
}

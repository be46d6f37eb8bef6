/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/calendar/care-course-page.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-begun-page.h"
#include "clinic/care-clinic-schedule.h"
#include "desk/care-desk-words.h"
#include "desk/frame/care-begun-row.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "desk/frame/care-say.h"
#include "desk/frame/care-wrap-box.h"
#include "desk/visit/care-area-chooser.h"

struct _CareCoursePage
{
  CarePage         parent_instance;

  GtkLabel        *heading;
  GtkBox          *begun;
  GtkSpinButton   *sessions;
  GtkSpinButton   *days;
  CareAreaChooser *areas;
  GtkBox          *plan;
  GtkWidget       *book;

  CarePatient     *patient;
  GPtrArray       *proposals;
  /* (nullable): what is kept of this page while nothing is booked */
  char            *begun_id;
  gboolean         open;
  gboolean         booked;
};

G_DEFINE_FINAL_TYPE (CareCoursePage, care_course_page, CARE_TYPE_PAGE)

static void
show_line (CareCoursePage *self,
           const char     *text)
{
  gtk_box_append (self->plan, care_fact_row_new (text, ""));
}

static void
show_proposals (CareCoursePage *self)
{
  CareFormat *format = care_desk_get_format (care_page_get_desk (CARE_PAGE (self)));

  for (guint i = 0; i < self->proposals->len; i++)
    {
      const CareProposal *proposal = g_ptr_array_index (self->proposals, i);
      g_autofree char *at = care_format_moment (format, proposal->start);
      g_autofree char *length = care_desk_words_length (proposal->start, proposal->end);
      g_autofree char *about = g_strdup_printf (_("Session %u · %s"), proposal->session > 0 ? proposal->session : i + 1, length);

      gtk_box_append (self->plan, care_fact_row_new_state (at, about, CARE_TONE_QUIET, _("Proposed")));
    }
}

/* Every date is shown before anything is booked. */
static void
plan (CareCoursePage *self)
{
  CareDesk *desk = care_page_get_desk (CARE_PAGE (self));
  guint sessions = (guint) gtk_spin_button_get_value_as_int (self->sessions);
  g_auto (GStrv) areas = care_area_chooser_get (self->areas);
  g_autoptr (GError) error = NULL;

  care_clear_box (self->plan);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  if (sessions > 0)
    self->proposals = care_clinic_plan_course (care_desk_get_clinic (desk), self->patient, sessions, care_desk_now (desk),
                                               (guint) gtk_spin_button_get_value_as_int (self->days), &error);
  if (sessions == 0)
    show_line (self, _("The clinician sets how many sessions it takes."));
  else if (self->proposals == NULL)
    gtk_box_append (self->plan, care_new_fault (error));
  else
    show_proposals (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "course.book",
                                 self->proposals != NULL && self->proposals->len > 0 && areas[0] != NULL);
}

static gboolean
is_empty (CareCoursePage *self)
{
  g_auto (GStrv) areas = care_area_chooser_get (self->areas);

  return gtk_spin_button_get_value_as_int (self->sessions) == 0 && areas[0] == NULL;
}

/* Numbers and areas as they were set, until all of it is booked or thrown away. */
static gboolean
keep_begun (CareCoursePage  *self,
            GError         **error)
{
  g_auto (GStrv) areas = care_area_chooser_get (self->areas);
  g_autofree char *list = g_strjoinv (",", areas);
  g_autofree char *sessions = g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (self->sessions));
  g_autofree char *days = g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (self->days));
  const char *const entries[] = { "sessions", sessions, "days", days, "areas", list, NULL };

  return care_clinic_keep_begun_page (care_page_get_clinic (CARE_PAGE (self)), CARE_BEGUN_COURSE, self->patient,
                                      !is_empty (self) && !self->booked ? entries : NULL, &self->begun_id, error);
}

static void
changed_cb (CareCoursePage *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->open)
    return;
  plan (self);
  if (!keep_begun (self, &error))
    care_begun_row_show_unkept (self->begun, error, "course.anew", NULL);
}

/* Whoever finds numbers here that are not their own reads whose they are. */
static void
show_begun (CareCoursePage *self,
            CareBegun      *begun)
{
  GtkWidget *row = NULL;

  if (begun != NULL)
    row = care_begun_row_new (care_page_get_desk (CARE_PAGE (self)), begun, _("This course was begun earlier"), _("nothing is booked yet"));
  care_begun_row_show (self->begun, row, "course.anew", NULL);
}

static void
set_all (CareCoursePage    *self,
         double             sessions,
         double             days,
         const char *const *areas)
{
  self->open = FALSE;
  care_area_chooser_fill (self->areas, care_page_get_clinic (CARE_PAGE (self)), areas);
  gtk_spin_button_set_value (self->days, days);
  gtk_spin_button_set_value (self->sessions, sessions);
  self->open = TRUE;
  plan (self);
}

static void
anew_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CareCoursePage *self = CARE_COURSE_PAGE (widget);
  g_autoptr (GError) error = NULL;

  set_all (self, 0, 0, NULL);
  show_begun (self, NULL);
  if (!keep_begun (self, &error))
    care_say_error (widget, error);
  gtk_widget_grab_focus (GTK_WIDGET (self->sessions));
}

/* The visits that were booked just now, the first in front. */
static GPtrArray *
list_booked (CareCoursePage *self)
{
  CareClinic *clinic = care_page_get_clinic (CARE_PAGE (self));
  g_autoptr (GListModel) visits = care_clinic_list_patient_visits (clinic, self->patient, NULL);
  GPtrArray *booked = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint p = 0; p < self->proposals->len; p++)
    {
      const CareProposal *proposal = g_ptr_array_index (self->proposals, p);

      for (guint i = 0; visits != NULL && i < g_list_model_get_n_items (visits); i++)
        {
          g_autoptr (CareVisit) visit = g_list_model_get_item (visits, i);

          if (care_visit_get_start (visit) == proposal->start && care_visit_get_state (visit) == CARE_STATE_EXPECTED)
            g_ptr_array_add (booked, g_object_ref (visit));
        }
    }
  return booked;
}

static void
book_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CareCoursePage *self = CARE_COURSE_PAGE (widget);
  g_auto (GStrv) areas = care_area_chooser_get (self->areas);
  g_autoptr (GError) error = NULL;

  if (!care_clinic_book_course (care_page_get_clinic (CARE_PAGE (self)), self->patient,
                                (const char *const *) areas, self->proposals, &error))
    {
      care_say_error (widget, error);
      return;
    }
  g_autofree char *said = g_strdup_printf (ngettext ("%u session booked", "%u sessions booked", self->proposals->len),
                                           self->proposals->len);
  g_autoptr (GPtrArray) booked = list_booked (self);

  self->booked = TRUE;
  /* It is booked, whatever becomes of what was kept until then. */
  if (!keep_begun (self, &error))
    care_desk_say_trouble (care_page_get_desk (CARE_PAGE (self)), error);
  care_say_booked (widget, said, booked);
  gtk_widget_activate_action (widget, "win.back", NULL);
}

/* A lock covers the page and leaves it as it is. */
static gboolean
care_course_page_holds (CarePage *page)
{
  return !CARE_COURSE_PAGE (page)->booked;
}

/* Nothing is booked by leaving; what was set is kept, and one tap brings it back. */
static gboolean
care_course_page_settle (CarePage  *page,
                         GError   **error)
{
  CareCoursePage *self = CARE_COURSE_PAGE (page);

  g_autoptr (GError) local = NULL;

  if (!keep_begun (self, &local) && !is_empty (self) && !self->booked)
    {
      care_begun_row_show_unkept (self->begun, local, "course.anew", NULL);
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!self->booked && !is_empty (self))
    care_say_undo_one (GTK_WIDGET (self), _("Not booked"), "win.course", care_patient_get_id (self->patient));
  return TRUE;
}

static void
care_course_page_dispose (GObject *object)
{
  CareCoursePage *self = CARE_COURSE_PAGE (object);

  g_clear_object (&self->patient);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_COURSE_PAGE);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_clear_pointer (&self->begun_id, g_free);
  G_OBJECT_CLASS (care_course_page_parent_class)->dispose (object);
}

static void
care_course_page_class_init (CareCoursePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_course_page_dispose;
  CARE_PAGE_CLASS (klass)->settle = care_course_page_settle;
  CARE_PAGE_CLASS (klass)->holds = care_course_page_holds;
  g_type_ensure (CARE_TYPE_WRAP_BOX);
  g_type_ensure (CARE_TYPE_AREA_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/aftercare/Aftercare/desk/calendar/care-course-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CareCoursePage, heading);
  gtk_widget_class_bind_template_child (widget_class, CareCoursePage, begun);
  gtk_widget_class_bind_template_child (widget_class, CareCoursePage, sessions);
  gtk_widget_class_bind_template_child (widget_class, CareCoursePage, days);
  gtk_widget_class_bind_template_child (widget_class, CareCoursePage, areas);
  gtk_widget_class_bind_template_child (widget_class, CareCoursePage, plan);
  gtk_widget_class_bind_template_child (widget_class, CareCoursePage, book);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "course.book", NULL, book_action);
  gtk_widget_class_install_action (widget_class, "course.anew", NULL, anew_action);
}

static void
care_course_page_init (CareCoursePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static double
read_number (CareBegun  *begun,
             const char *name)
{
  const char *text = care_begun_get_entry (begun, name);

  return text != NULL ? g_ascii_strtod (text, NULL) : 0;
}

/* What was set here before, by whomever, and is not booked. */
static void
bring_back (CareCoursePage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found =
    care_clinic_list_begun_pages (care_page_get_clinic (CARE_PAGE (self)), CARE_BEGUN_COURSE, self->patient, &error);
  g_auto (GStrv) areas = NULL;

  if (found == NULL || found->len == 0)
    {
      set_all (self, 0, 0, NULL);
      if (found == NULL)
        gtk_box_append (self->plan, care_new_fault (error));
      return;
    }
  CareBegun *begun = g_ptr_array_index (found, 0);
  const char *list = care_begun_get_entry (begun, "areas");

  self->begun_id = g_strdup (care_begun_get_id (begun));
  areas = g_strsplit (list != NULL ? list : "", ",", -1);
  set_all (self, read_number (begun, "sessions"), read_number (begun, "days"), (const char *const *) areas);
  show_begun (self, begun);
}

/**
 * care_course_page_new:
 * @desk: what the page works with
 * @patient: for whom
 *
 * Returns: (transfer floating): the plan of a course, as far as somebody has begun it
 */
GtkWidget *
care_course_page_new (CareDesk    *desk,
                      CarePatient *patient)
{
  g_return_val_if_fail (CARE_IS_PATIENT (patient), NULL);

  CareCoursePage *self = g_object_new (CARE_TYPE_COURSE_PAGE, "desk", desk, NULL);

  self->patient = g_object_ref (patient);
  gtk_label_set_text (self->heading, care_patient_get_display_name (patient));
  bring_back (self);
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/calendar/care-course-page.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-schedule.h"
#include "desk/care-desk-words.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "desk/frame/care-say.h"
#include "desk/frame/care-wrap-box.h"
#include "desk/visit/care-area-chooser.h"

struct _CareCoursePage
{
  CarePage         parent_instance;

  GtkLabel        *heading;
  GtkSpinButton   *sessions;
  GtkSpinButton   *days;
  CareAreaChooser *areas;
  GtkBox          *plan;
  GtkWidget       *book;

  CarePatient     *patient;
  GPtrArray       *proposals;
  gboolean         kept;
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
changed_cb (CareCoursePage *self)
{
  CareDesk *desk = care_page_get_desk (CARE_PAGE (self));
  guint sessions = (guint) gtk_spin_button_get_value_as_int (self->sessions);
  g_auto (GStrv) areas = care_area_chooser_get (self->areas);
  g_autoptr (GError) error = NULL;

  if (self->patient == NULL)
    return;
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

  self->kept = TRUE;
  care_say_booked (widget, said, booked);
  gtk_widget_activate_action (widget, "win.back", NULL);
}

/* Numbers and areas as they were set, to be brought back; NULL when nobody has set any. */
static char *
dup_begun (CareCoursePage *self)
{
  g_auto (GStrv) areas = care_area_chooser_get (self->areas);
  g_autofree char *list = g_strjoinv (",", areas);
  int sessions = gtk_spin_button_get_value_as_int (self->sessions);

  if (self->kept || (sessions == 0 && *list == '\0'))
    return NULL;
  return g_strdup_printf ("%s\t%d\t%d\t%s", care_patient_get_id (self->patient), sessions,
                          gtk_spin_button_get_value_as_int (self->days), list);
}

static gboolean
care_course_page_holds (CarePage *page)
{
  return !CARE_COURSE_PAGE (page)->kept;
}

static gboolean
care_course_page_settle (CarePage  *page,
                         GError   **error)
{
  CareCoursePage *self = CARE_COURSE_PAGE (page);
  g_autofree char *begun = dup_begun (self);

  if (begun == NULL)
    return TRUE;
  self->kept = TRUE;
  care_say_undo_one (GTK_WIDGET (self), _("Not booked"), "win.course", begun);
  return TRUE;
}

static void
care_course_page_dispose (GObject *object)
{
  CareCoursePage *self = CARE_COURSE_PAGE (object);

  g_clear_object (&self->patient);
  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_COURSE_PAGE);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
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
  gtk_widget_class_bind_template_child (widget_class, CareCoursePage, sessions);
  gtk_widget_class_bind_template_child (widget_class, CareCoursePage, days);
  gtk_widget_class_bind_template_child (widget_class, CareCoursePage, areas);
  gtk_widget_class_bind_template_child (widget_class, CareCoursePage, plan);
  gtk_widget_class_bind_template_child (widget_class, CareCoursePage, book);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "course.book", NULL, book_action);
}

static void
care_course_page_init (CareCoursePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
bring_back (CareCoursePage *self,
            const char     *begun)
{
  g_auto (GStrv) fields = g_strsplit (begun, "\t", 3);
  g_auto (GStrv) areas = NULL;

  if (g_strv_length (fields) != 3)
    return;
  areas = g_strsplit (fields[2], ",", -1);
  care_area_chooser_fill (self->areas, care_page_get_clinic (CARE_PAGE (self)), (const char *const *) areas);
  gtk_spin_button_set_value (self->days, g_ascii_strtod (fields[1], NULL));
  gtk_spin_button_set_value (self->sessions, g_ascii_strtod (fields[0], NULL));
}

/**
 * care_course_page_new:
 * @desk: what the page works with
 * @patient: for whom
 * @begun: (nullable): what was set when the page was left
 *
 * Returns: (transfer floating): the plan of a course
 */
GtkWidget *
care_course_page_new (CareDesk    *desk,
                      CarePatient *patient,
                      const char  *begun)
{
  g_return_val_if_fail (CARE_IS_PATIENT (patient), NULL);

  CareCoursePage *self = g_object_new (CARE_TYPE_COURSE_PAGE, "desk", desk, NULL);

  self->patient = g_object_ref (patient);
  gtk_label_set_text (self->heading, care_patient_get_display_name (patient));
  care_area_chooser_fill (self->areas, care_desk_get_clinic (desk), NULL);
  if (begun != NULL)
    bring_back (self, begun);
  changed_cb (self);
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "desk/patients/care-patient-page.h"

#include <glib/gi18n.h>

#include "clinic/care-clinic-schedule.h"
#include "desk/calendar/care-schedule-list.h"
#include "desk/care-desk-due.h"
#include "desk/care-desk-words.h"
#include "desk/frame/care-clear.h"
#include "desk/frame/care-fact-row.h"
#include "desk/frame/care-say.h"
#include "desk/frame/care-wrap-box.h"
#include "desk/patients/care-allergy-list.h"
#include "desk/sign-in/care-clock-dialog.h"

struct _CarePatientPage
{
  CarePage          parent_instance;

  GtkLabel         *name;
  GtkLabel         *about;
  GtkBox           *warnings;
  GtkBox           *way;
  CareScheduleList *schedule;
  CareAllergyList  *allergies;

  CarePatient      *patient;
};

G_DEFINE_FINAL_TYPE (CarePatientPage, care_patient_page, CARE_TYPE_PAGE)

static void
show_head (CarePatientPage *self)
{
  const char *phone = care_patient_get_phone (self->patient);
  g_autofree char *born = care_desk_words_born (self->patient);
  g_autofree char *language = care_format_language_name (care_patient_get_language (self->patient));
  g_autofree char *about = phone != NULL && *phone != '\0'
                             ? g_strdup_printf ("%s · %s · %s", born, phone, language)
                             : g_strdup_printf ("%s · %s", born, language);

  gtk_label_set_text (self->name, care_patient_get_display_name (self->patient));
  gtk_label_set_text (self->about, about);
}

static void
add_step (CarePatientPage *self,
          const char      *title,
          const char      *about,
          CareTone         tone,
          const char      *word)
{
  gtk_box_append (self->way, care_fact_row_new_state (title, about, tone, word));
}

static void
show_first (CarePatientPage *self,
            const CareWay   *way,
            CareFormat      *format)
{
  if (way->test_at == CARE_INSTANT_NONE)
    {
      add_step (self, _("First visit"), _("Questions, consent, product, two test injections"),
                way->stage == CARE_STAGE_FIRST_VISIT ? CARE_TONE_ACTIVE : CARE_TONE_QUIET,
                way->stage == CARE_STAGE_FIRST_VISIT ? _("Next") : _("Open"));
      return;
    }
  g_autofree char *made = care_format_moment (format, way->test_at);
  g_autofree char *about = g_strdup_printf (_("Test injections %s"), made);

  add_step (self, _("First visit"), about, CARE_TONE_GOOD, _("Done"));
}

static void
show_reading (CarePatientPage *self,
              const CareWay   *way,
              CareFormat      *format)
{
  if (way->stage == CARE_STAGE_READING && way->reading_from != CARE_INSTANT_NONE)
    {
      g_autofree char *from = care_format_moment (format, way->reading_from);
      g_autofree char *about = g_strdup_printf (_("By a clinician, not before %s"), from);

      add_step (self, _("Reading of the test"), about, CARE_TONE_ACTIVE, _("Next"));
    }
  else if (way->stage == CARE_STAGE_FIRST_VISIT)
    add_step (self, _("Reading of the test"), _("24 hours after the test at the earliest"), CARE_TONE_QUIET, _("Later"));
  else if (way->test_valid_until != CARE_INSTANT_NONE)
    {
      g_autofree char *until = care_format_date (format, way->test_valid_until);
      g_autofree char *about = g_strdup_printf (_("Counts until %s"), until);

      add_step (self, _("Reading of the test"), about, CARE_TONE_GOOD, _("Clear"));
    }
  else
    add_step (self, _("Reading of the test"), "", CARE_TONE_DECIDE, _("Ask the clinician"));
}

static void
show_sessions (CarePatientPage *self,
               const CareWay   *way,
               CareFormat      *format)
{
  g_autofree char *title = way->sessions_planned > 0
                             ? g_strdup_printf (_("Sessions: %u of %u done"), way->sessions_done, way->sessions_planned)
                             : g_strdup_printf (_("Sessions: %u done, none planned"), way->sessions_done);
  g_autofree char *about = g_strdup ("");

  if (way->next_visit != NULL)
    {
      g_autofree char *at = care_format_moment (format, care_visit_get_start (way->next_visit));
      g_autofree char *kind = care_desk_words_kind (way->next_visit);

      g_free (about);
      about = g_strdup_printf (_("Booked: %s, %s"), kind, at);
    }
  else if (way->next_earliest != CARE_INSTANT_NONE && way->next_earliest > care_desk_now (care_page_get_desk (CARE_PAGE (self))))
    {
      g_autofree char *from = care_format_day (format, way->next_earliest);

      g_free (about);
      about = g_strdup_printf (_("Not before %s"), from);
    }
  if (way->stage == CARE_STAGE_COMPLETE)
    add_step (self, title, about, CARE_TONE_GOOD, _("Complete"));
  else if (way->stage == CARE_STAGE_SESSIONS)
    add_step (self, title, about, CARE_TONE_ACTIVE, _("Under way"));
  else
    add_step (self, title, about, CARE_TONE_QUIET, _("Later"));
}

static GtkWidget *
warn (CarePatientPage *self,
      CareTone         tone,
      const char      *title,
      const char      *about)
{
  GtkWidget *row = care_fact_row_new (title, about);
  GtkWidget *tag = care_state_tag_new ();

  care_state_tag_set (CARE_STATE_TAG (tag), tone, "");
  gtk_widget_add_css_class (row, "card");
  gtk_widget_insert_before (tag, row, gtk_widget_get_first_child (row));
  gtk_box_append (self->warnings, row);
  return row;
}

static void
show_warnings (CarePatientPage *self,
               const CareWay   *way)
{
  if (way->stage == CARE_STAGE_HALTED)
    warn (self, CARE_TONE_STOP, _("Something stands in the way"),
          _("A reaction, or something that happened. A clinician has to look at it before any treatment."));
  if (way->open_tasks > 0)
    {
      g_autofree char *title = g_strdup_printf (ngettext ("%u question waits for a clinician",
                                                          "%u questions wait for a clinician", way->open_tasks),
                                                way->open_tasks);
      GtkWidget *row = warn (self, CARE_TONE_DECIDE, title, _("Only a clinician can close it."));

      care_fact_row_add (row, care_new_button (_("_Look at it"), "win.waiting", care_patient_get_id (self->patient)));
    }
  g_autofree char *say = way->next_visit != NULL ? care_desk_due_dup_say (care_page_get_desk (CARE_PAGE (self)), way->next_visit) : NULL;

  if (say != NULL)
    warn (self, CARE_TONE_WAITING, _("Say it when you call, before the booked visit"), say);
  if (way->intake_due && way->test_at != CARE_INSTANT_NONE)
    warn (self, CARE_TONE_WAITING, _("All questions are asked again"),
          _("The last answers are too old, or the break was too long."));
  if (way->consent_due && way->test_at != CARE_INSTANT_NONE)
    warn (self, CARE_TONE_WAITING, _("Consent is needed again"), _("For this product and these areas there is none that holds."));
}

static void
care_patient_page_refresh (CarePage *page)
{
  CarePatientPage *self = CARE_PATIENT_PAGE (page);
  CareClinic *clinic = care_page_get_clinic (page);
  CareFormat *format = care_desk_get_format (care_page_get_desk (page));
  g_autoptr (GError) error = NULL;
  g_autoptr (CareWay) way = care_clinic_get_way (clinic, self->patient, &error);
  g_autoptr (GListModel) visits = way != NULL ? care_clinic_list_patient_visits (clinic, self->patient, &error) : NULL;

  show_head (self);
  care_clear_box (self->way);
  care_clear_box (self->warnings);
  if (visits == NULL)
    {
      care_say_error (GTK_WIDGET (self), error);
      return;
    }
  show_warnings (self, way);
  care_allergy_list_set_patient (self->allergies, care_page_get_desk (page), self->patient);
  show_first (self, way, format);
  show_reading (self, way, format);
  show_sessions (self, way, format);
  care_schedule_list_set_visits (self->schedule, care_page_get_desk (page), visits);
}

static void
book_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.book", "s", care_patient_get_id (CARE_PATIENT_PAGE (widget)->patient));
}

static void
course_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.course", "s", care_patient_get_id (CARE_PATIENT_PAGE (widget)->patient));
}

/* Whether they came for this visit. One that was stopped is over as soon as something else comes next on the way. */
static gboolean
is_theirs (CarePatientPage *self,
           CareVisit       *visit,
           const CareWay   *way)
{
  CareVisitState state = care_visit_get_state (visit);

  return care_visit_get_patient (visit) == self->patient && !care_desk_words_is_over (state)
         && (state != CARE_STATE_STOPPED || care_visit_get_kind (visit) == way->next_kind);
}

/* Whoever has a visit today has arrived for it; anybody else is a walk-in for what comes next on the way. */
static void
walk_in_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  CarePatientPage *self = CARE_PATIENT_PAGE (widget);
  CareClinic *clinic = care_page_get_clinic (CARE_PAGE (self));
  GListModel *today = care_clinic_get_today (clinic);
  CareVisit *visit = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CareWay) way = care_clinic_get_way (clinic, self->patient, &error);

  if (!care_clock_dialog_ask (widget, care_page_get_desk (CARE_PAGE (self)), name, NULL))
    return;
  if (way == NULL)
    {
      care_say_error (widget, error);
      return;
    }
  for (guint i = 0; i < g_list_model_get_n_items (today) && visit == NULL; i++)
    {
      g_autoptr (CareVisit) item = g_list_model_get_item (today, i);

      if (is_theirs (self, item, way))
        visit = item;
    }
  if (visit == NULL)
    visit = care_clinic_walk_in (clinic, self->patient, way->next_kind, &error);
  else if (care_visit_get_state (visit) == CARE_STATE_EXPECTED && !care_clinic_arrive (clinic, visit, &error))
    visit = NULL;
  if (visit == NULL)
    care_say_error (widget, error);
  else
    gtk_widget_activate_action (widget, "win.open-visit", "s", care_visit_get_id (visit));
}

static void
care_patient_page_dispose (GObject *object)
{
  CarePatientPage *self = CARE_PATIENT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CARE_TYPE_PATIENT_PAGE);
  g_clear_object (&self->patient);
  G_OBJECT_CLASS (care_patient_page_parent_class)->dispose (object);
}

static void
care_patient_page_class_init (CarePatientPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = care_patient_page_dispose;
  CARE_PAGE_CLASS (klass)->refresh = care_patient_page_refresh;
  g_type_ensure (CARE_TYPE_WRAP_BOX);
  g_type_ensure (CARE_TYPE_SCHEDULE_LIST);
  g_type_ensure (CARE_TYPE_ALLERGY_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/aftercare/Aftercare/desk/patients/care-patient-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CarePatientPage, name);
  gtk_widget_class_bind_template_child (widget_class, CarePatientPage, about);
  gtk_widget_class_bind_template_child (widget_class, CarePatientPage, warnings);
  gtk_widget_class_bind_template_child (widget_class, CarePatientPage, way);
  gtk_widget_class_bind_template_child (widget_class, CarePatientPage, schedule);
  gtk_widget_class_bind_template_child (widget_class, CarePatientPage, allergies);
  gtk_widget_class_install_action (widget_class, "patient.book", NULL, book_action);
  gtk_widget_class_install_action (widget_class, "patient.course", NULL, course_action);
  gtk_widget_class_install_action (widget_class, "patient.walk-in", NULL, walk_in_action);
}

static void
care_patient_page_init (CarePatientPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * care_patient_page_new:
 * @desk: what the page works with
 * @patient: the patient
 *
 * Returns: (transfer floating): the patient's page
 */
GtkWidget *
care_patient_page_new (CareDesk    *desk,
                       CarePatient *patient)
{
  g_return_val_if_fail (CARE_IS_PATIENT (patient), NULL);

  CarePatientPage *self = g_object_new (CARE_TYPE_PATIENT_PAGE, "desk", desk,
                                        "title", care_patient_get_display_name (patient), NULL);

  self->patient = g_object_ref (patient);
  care_patient_page_refresh (CARE_PAGE (self));
  return GTK_WIDGET (self);
}

/** Returns: (transfer none): the patient */
CarePatient *
care_patient_page_get_patient (CarePatientPage *self)
{
  g_return_val_if_fail (CARE_IS_PATIENT_PAGE (self), NULL);

  return self->patient;
}

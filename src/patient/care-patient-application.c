/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "patient/care-patient-application.h"

#include <glib-unix.h>
#include <signal.h>

#include "keeper/care-keeper-wire.h"
#include "patient/care-patient-resources.h"
#include "patient/care-patient-window.h"
#include "widgets/form/care-form-view.h"

/* How long the program waits for the disk when it ends. */
#define FLUSH_MS 2500

struct _CarePatientApplication
{
  AdwApplication      parent_instance;

  CarePatientSession *session;
  GtkWidget          *window;
  int                 socket;
  guint               watch;
  guint               signals[3]; /* sources of SIGTERM, SIGHUP and SIGINT */
  gboolean            windowed;
  guint               warn;
  guint               blank;
};

G_DEFINE_FINAL_TYPE (CarePatientApplication, care_patient_application, ADW_TYPE_APPLICATION)

static void
tell (CarePatientApplication *self,
      CareKeeperWord          word)
{
  if (self->socket >= 0 && care_keeper_wire_send (self->socket, word, NULL, 0) != 0)
    g_message ("the keeper does not hear: %s", care_keeper_word_to_string (word));
}

static void
painted_cb (CarePatientApplication *self)
{
  tell (self, CARE_KEEPER_STANDING);
}

static void
leave_cb (CarePatientApplication *self)
{
  if (self->socket < 0)
    {
      g_application_quit (G_APPLICATION (self));
      return;
    }
  tell (self, CARE_KEEPER_LEAVING);
  care_patient_window_say_leaving (CARE_PATIENT_WINDOW (self->window));
}

/* The keeper shuts the socket when the desk stands (or is gone itself): time to go. */
static gboolean
socket_cb (int          fd,
           GIOCondition condition,
           gpointer     user_data)
{
  CarePatientApplication *self = CARE_PATIENT_APPLICATION (user_data);
  CareKeeperWord word;
  int failed = care_keeper_wire_receive (fd, &word, NULL);

  if (failed == EAGAIN || (failed == 0 && word != CARE_KEEPER_GO))
    return G_SOURCE_CONTINUE;

  self->watch = 0;
  g_application_quit (G_APPLICATION (self));

  return G_SOURCE_REMOVE;
}

static gboolean
signal_cb (gpointer user_data)
{
  g_application_quit (G_APPLICATION (user_data));

  return G_SOURCE_CONTINUE;
}

static void
care_patient_application_startup (GApplication *application)
{
  static const int signals[] = { SIGTERM, SIGHUP, SIGINT };
  CarePatientApplication *self = CARE_PATIENT_APPLICATION (application);

  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    self->signals[i] = g_unix_signal_add (signals[i], signal_cb, self);
  /* Named, so that the linker takes the resources along; before libadwaita looks for the style sheets. */
  g_resources_register (care_patient_get_resource ());
  G_APPLICATION_CLASS (care_patient_application_parent_class)->startup (application);

  care_form_view_load_style (gdk_display_get_default ());
  if (self->socket >= 0)
    self->watch = g_unix_fd_add (self->socket, G_IO_IN | G_IO_HUP | G_IO_ERR, socket_cb, self);
}

static void
care_patient_application_activate (GApplication *application)
{
  CarePatientApplication *self = CARE_PATIENT_APPLICATION (application);

  if (self->window == NULL)
    {
      self->window = care_patient_window_new (GTK_APPLICATION (self), self->session, self->warn, self->blank);
      g_signal_connect_object (self->window, "painted", G_CALLBACK (painted_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->window, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
      if (!self->windowed)
        gtk_window_fullscreen (GTK_WINDOW (self->window));
    }
  gtk_window_present (GTK_WINDOW (self->window));
}

/* However it ends, the last key comes to the disk first. */
static void
care_patient_application_shutdown (GApplication *application)
{
  CarePatientApplication *self = CARE_PATIENT_APPLICATION (application);

  if (!care_patient_saver_flush (care_patient_session_get_saver (self->session), FLUSH_MS))
    g_message ("the last answers are not on the disk");
  for (gsize i = 0; i < G_N_ELEMENTS (self->signals); i++)
    g_clear_handle_id (&self->signals[i], g_source_remove);

  G_APPLICATION_CLASS (care_patient_application_parent_class)->shutdown (application);
}

static void
care_patient_application_finalize (GObject *object)
{
  CarePatientApplication *self = CARE_PATIENT_APPLICATION (object);

  g_clear_handle_id (&self->watch, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (care_patient_application_parent_class)->finalize (object);
}

static void
care_patient_application_class_init (CarePatientApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = care_patient_application_finalize;
  application_class->startup = care_patient_application_startup;
  application_class->activate = care_patient_application_activate;
  application_class->shutdown = care_patient_application_shutdown;
}

static void
care_patient_application_init (CarePatientApplication *self)
{
}

/**
 * care_patient_application_new:
 * @session: the patient
 * @socket: to the keeper, or -1 when there is none
 * @windowed: not full screen
 * @warn: seconds without a touch until the warning
 * @blank: seconds without a touch until the screen is blank
 *
 * Returns: (transfer full): the program
 */
CarePatientApplication *
care_patient_application_new (CarePatientSession *session,
                              int                 socket,
                              gboolean            windowed,
                              guint               warn,
                              guint               blank)
{
  CarePatientApplication *self;

  g_return_val_if_fail (CARE_IS_PATIENT_SESSION (session), NULL);

  self = g_object_new (CARE_TYPE_PATIENT_APPLICATION,
                       "application-id", "org.aftercare.Aftercare.Patient",
                       "flags", G_APPLICATION_NON_UNIQUE,
                       "resource-base-path", "/org/aftercare/Aftercare/Patient",
                       NULL);
  self->session = g_object_ref (session);
  self->socket = socket;
  self->windowed = windowed;
  self->warn = warn;
  self->blank = blank;

  return self;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "patient/care-patient-idle.h"

struct _CarePatientIdle
{
  GObject  parent_instance;

  guint    warn;
  guint    blank;
  guint    source;
};

G_DEFINE_FINAL_TYPE (CarePatientIdle, care_patient_idle, G_TYPE_OBJECT)

enum
{
  WARN,
  BLANK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
blank_cb (gpointer user_data)
{
  CarePatientIdle *self = CARE_PATIENT_IDLE (user_data);

  self->source = 0;
  g_signal_emit (self, signals[BLANK], 0);

  return G_SOURCE_REMOVE;
}

static gboolean
warn_cb (gpointer user_data)
{
  CarePatientIdle *self = CARE_PATIENT_IDLE (user_data);

  self->source = g_timeout_add ((self->blank - self->warn) * 1000, blank_cb, self);
  g_signal_emit (self, signals[WARN], 0);

  return G_SOURCE_REMOVE;
}

static void
care_patient_idle_finalize (GObject *object)
{
  g_clear_handle_id (&CARE_PATIENT_IDLE (object)->source, g_source_remove);

  G_OBJECT_CLASS (care_patient_idle_parent_class)->finalize (object);
}

static void
care_patient_idle_class_init (CarePatientIdleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_patient_idle_finalize;

  signals[WARN] =
    g_signal_new ("warn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[BLANK] =
    g_signal_new ("blank", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
care_patient_idle_init (CarePatientIdle *self)
{
}

/**
 * care_patient_idle_new:
 * @warn: seconds without a touch until `warn`
 * @blank: seconds without a touch until `blank`, more than @warn
 *
 * Returns: (transfer full): a timer that runs
 */
CarePatientIdle *
care_patient_idle_new (guint warn,
                       guint blank)
{
  CarePatientIdle *self;

  g_return_val_if_fail (warn < blank, NULL);

  self = g_object_new (CARE_TYPE_PATIENT_IDLE, NULL);
  self->warn = warn;
  self->blank = blank;
  care_patient_idle_wake (self);

  return self;
}

/**
 * care_patient_idle_wake:
 * @self: a timer
 *
 * Starts counting anew.
 */
void
care_patient_idle_wake (CarePatientIdle *self)
{
  g_return_if_fail (CARE_IS_PATIENT_IDLE (self));

  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (self->warn * 1000, warn_cb, self);
}

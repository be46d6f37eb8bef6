/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "clinic/care-visit-private.h"

#include "clinic/care-fhir.h"

/* Late: this long past the booked time and not here; or this long ready and not asked in. */
#define LATE_ARRIVAL (10 * CARE_MINUTE)
#define LATE_CALL    (15 * CARE_MINUTE)

G_DEFINE_FINAL_TYPE (CareVisit, care_visit, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  PROP_PATIENT,
  PROP_KIND,
  PROP_STATE,
  PROP_NEXT_STEP,
  PROP_WORD,
  PROP_START,
  PROP_LATE,
  PROP_READY_AT,
  PROP_WATCH_UNTIL,
  PROP_SESSION_NUMBER,
  PROP_SESSION_COUNT,
  PROP_PRODUCT_NAME,
  PROP_AREAS,
  PROP_NAMESAKE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
care_visit_get_property (GObject    *object,
                         guint       property,
                         GValue     *value,
                         GParamSpec *pspec)
{
  CareVisit *self = CARE_VISIT (object);

  switch (property)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_PATIENT:
      g_value_set_object (value, self->patient);
      break;
    case PROP_KIND:
      g_value_set_int (value, self->kind);
      break;
    case PROP_STATE:
      g_value_set_int (value, self->state);
      break;
    case PROP_NEXT_STEP:
      g_value_set_int (value, self->next_step);
      break;
    case PROP_WORD:
      g_value_set_int (value, self->word);
      break;
    case PROP_START:
      g_value_set_int64 (value, self->start);
      break;
    case PROP_LATE:
      g_value_set_boolean (value, self->late);
      break;
    case PROP_READY_AT:
      g_value_set_int64 (value, self->ready_at);
      break;
    case PROP_WATCH_UNTIL:
      g_value_set_int64 (value, self->watch_until);
      break;
    case PROP_SESSION_NUMBER:
      g_value_set_uint (value, self->session_number);
      break;
    case PROP_SESSION_COUNT:
      g_value_set_uint (value, self->session_count);
      break;
    case PROP_PRODUCT_NAME:
      g_value_set_string (value, self->product_name);
      break;
    case PROP_AREAS:
      g_value_set_boxed (value, self->areas);
      break;
    case PROP_NAMESAKE:
      g_value_set_boolean (value, self->namesake);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
clear_read (CareVisit *self)
{
  g_clear_pointer (&self->areas, g_strfreev);
  g_clear_pointer (&self->product, g_free);
  g_clear_pointer (&self->batch, g_free);
  g_clear_pointer (&self->expiry, g_free);
  g_clear_pointer (&self->next_visit, g_free);
  g_clear_pointer (&self->journal, g_free);
  g_clear_pointer (&self->print_title, g_free);
  g_clear_pointer (&self->print_queue, g_free);
}

static void
care_visit_finalize (GObject *object)
{
  CareVisit *self = CARE_VISIT (object);

  clear_read (self);
  g_free (self->id);
  g_free (self->product_name);
  g_free (self->place);
  g_clear_pointer (&self->encounter, care_document_unref);
  g_clear_pointer (&self->appointment, care_document_unref);
  g_clear_object (&self->patient);

  G_OBJECT_CLASS (care_visit_parent_class)->finalize (object);
}

static void
care_visit_class_init (CareVisitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = care_visit_get_property;
  object_class->finalize = care_visit_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_PATIENT] = g_param_spec_object ("patient", NULL, NULL, CARE_TYPE_PATIENT, flags);
  properties[PROP_KIND] = g_param_spec_int ("kind", NULL, NULL, 0, CARE_VISIT_SESSION, 0, flags);
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, 0, CARE_STATE_CANCELLED, 0, flags);
  properties[PROP_NEXT_STEP] = g_param_spec_int ("next-step", NULL, NULL, 0, CARE_NEXT_CONSENT, 0, flags);
  properties[PROP_WORD] = g_param_spec_int ("word", NULL, NULL, 0, CARE_WORD_DO_NOT_TREAT, 0, flags);
  properties[PROP_START] = g_param_spec_int64 ("start", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_LATE] = g_param_spec_boolean ("late", NULL, NULL, FALSE, flags);
  properties[PROP_READY_AT] = g_param_spec_int64 ("ready-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_WATCH_UNTIL] = g_param_spec_int64 ("watch-until", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                                                     flags);
  properties[PROP_SESSION_NUMBER] = g_param_spec_uint ("session-number", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_SESSION_COUNT] = g_param_spec_uint ("session-count", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_PRODUCT_NAME] = g_param_spec_string ("product-name", NULL, NULL, NULL, flags);
  properties[PROP_AREAS] = g_param_spec_boxed ("areas", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_NAMESAKE] = g_param_spec_boolean ("namesake", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
care_visit_init (CareVisit *self)
{
  self->areas = g_new0 (char *, 1);
  self->start = self->end = CARE_INSTANT_NONE;
  self->arrived_at = self->ready_at = self->began_at = CARE_INSTANT_NONE;
  self->finished_at = self->watch_until = self->next_visit_at = CARE_INSTANT_NONE;
}

CareVisit *
_care_visit_new (CarePatient *patient)
{
  CareVisit *self = g_object_new (CARE_TYPE_VISIT, NULL);

  self->patient = g_object_ref (patient);

  return self;
}

static void
read_encounter (CareVisit  *self,
                JsonObject *encounter)
{
  clear_read (self);
  care_visit_kind_from_text (care_fhir_ext_get_string (encounter, "visit-kind"), &self->kind);
  care_visit_state_from_text (care_fhir_ext_get_string (encounter, "visit-state"), &self->state);
  self->word = (CareWord) CLAMP (care_fhir_ext_get_integer (encounter, "word"), 0, CARE_WORD_DO_NOT_TREAT);
  self->session_number = (guint) care_fhir_ext_get_integer (encounter, "session-number");
  self->session_count = (guint) care_fhir_ext_get_integer (encounter, "session-count");
  self->areas = care_fhir_ext_dup_codes (encounter, "area");
  self->product = g_strdup (care_fhir_ext_get_string (encounter, "product"));
  self->batch = g_strdup (care_fhir_ext_get_string (encounter, "batch"));
  self->expiry = g_strdup (care_fhir_ext_get_string (encounter, "expiry"));
  self->next_visit = g_strdup (care_fhir_ext_get_reference (encounter, "next-visit", "Encounter"));
  self->journal = g_strdup (care_fhir_ext_get_string (encounter, "journal"));
  self->print_title = g_strdup (care_fhir_ext_get_string (encounter, "print-title"));
  self->print_queue = g_strdup (care_fhir_ext_get_string (encounter, "print-queue"));
  self->arrived_at = care_fhir_ext_get_instant (encounter, "arrived-at");
  self->ready_at = care_fhir_ext_get_instant (encounter, "ready-at");
  self->began_at = care_fhir_ext_get_instant (encounter, "began-at");
  self->finished_at = care_fhir_ext_get_instant (encounter, "finished-at");
  self->watch_until = care_fhir_ext_get_instant (encounter, "watch-until");
  self->next_visit_at = care_fhir_ext_get_instant (encounter, "next-visit-at");
  self->undecided = (guint) care_fhir_ext_get_integer (encounter, "undecided");
  self->needs_product = care_fhir_ext_get_boolean (encounter, "needs-product");
  self->consent_open = care_fhir_ext_get_boolean (encounter, "consent-open");
  self->paper_stops = care_fhir_ext_get_boolean (encounter, "paper-stops");
  self->walk_in = care_fhir_ext_get_boolean (encounter, "walk-in");
  self->answered = care_fhir_ext_get_boolean (encounter, "answered");
  self->watch_ended = care_fhir_ext_get_boolean (encounter, "watch-ended");
  self->recorded = care_fhir_ext_get_boolean (encounter, "recorded");
  self->drafted = care_fhir_ext_get_boolean (encounter, "record-draft") && !self->recorded;
  self->printed = care_fhir_ext_get_boolean (encounter, "printed");
  self->print_again = care_fhir_ext_get_boolean (encounter, "print-again");
  self->given = care_fhir_ext_get_boolean (encounter, "given");
  self->put_off = care_fhir_ext_get_boolean (encounter, "next-put-off");
  self->numbing_known = care_fhir_ext_has (encounter, "numbed");
  self->numbed = care_fhir_ext_get_boolean (encounter, "numbed");
}

static char *
read_place (JsonObject *appointment)
{
  JsonObject *participant;

  for (guint i = 0; (participant = care_fhir_get_element (appointment, "participant", i)) != NULL; i++)
    {
      const char *place = care_fhir_get_reference (participant, "actor", "Location");

      if (place != NULL)
        return g_strdup (place);
    }

  return NULL;
}

void
_care_visit_read (CareVisit    *self,
                  CareDocument *encounter,
                  CareDocument *appointment)
{
  if (encounter != NULL)
    {
      care_document_ref (encounter);
      g_clear_pointer (&self->encounter, care_document_unref);
      self->encounter = encounter;
      g_free (self->id);
      self->id = g_strdup (care_document_get_id (encounter));
      read_encounter (self, care_document_get_resource (encounter));
    }

  if (appointment != NULL)
    {
      JsonObject *resource = care_document_get_resource (appointment);

      care_document_ref (appointment);
      g_clear_pointer (&self->appointment, care_document_unref);
      self->appointment = appointment;
      self->start = care_fhir_get_instant (resource, "start");
      self->end = care_fhir_get_instant (resource, "end");
      g_free (self->place);
      self->place = read_place (resource);
    }

  self->next_step = _care_visit_find_step (self);

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_ID; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
_care_visit_set_late (CareVisit  *self,
                      CareInstant now)
{
  CareInstant since = MAX (self->start, self->arrived_at);
  gboolean late = FALSE;

  if (self->state == CARE_STATE_EXPECTED)
    late = now >= self->start + LATE_ARRIVAL;
  else if (self->state == CARE_STATE_ARRIVED || self->state == CARE_STATE_READY)
    late = now >= MAX (since, self->ready_at) + LATE_CALL;

  if (late == self->late)
    return FALSE;

  self->late = late;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LATE]);

  return TRUE;
}

void
_care_visit_set_namesake (CareVisit *self,
                          gboolean   namesake)
{
  if (self->namesake == namesake)
    return;

  self->namesake = namesake;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAMESAKE]);
}

void
_care_visit_set_product_name (CareVisit  *self,
                              const char *name)
{
  if (g_strcmp0 (self->product_name, name) == 0)
    return;

  g_free (self->product_name);
  self->product_name = g_strdup (name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PRODUCT_NAME]);
}

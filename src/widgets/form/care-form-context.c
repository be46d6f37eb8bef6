/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "widgets/form/care-form-context.h"

struct _CareFormContext
{
  GObject          parent_instance;

  CareWords       *words;
  char            *language;
  CareFormDensity  density;
  CareClock       *clock;
  GTimeZone       *zone;
  CareWriting     *writing;
  CareFormat      *format;
};

G_DEFINE_FINAL_TYPE (CareFormContext, care_form_context, G_TYPE_OBJECT)

static void
care_form_context_finalize (GObject *object)
{
  CareFormContext *self = CARE_FORM_CONTEXT (object);

  g_clear_object (&self->words);
  g_clear_pointer (&self->language, g_free);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_object (&self->writing);
  g_clear_object (&self->format);

  G_OBJECT_CLASS (care_form_context_parent_class)->finalize (object);
}

static void
care_form_context_class_init (CareFormContextClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = care_form_context_finalize;
}

static void
care_form_context_init (CareFormContext *self)
{
}

/**
 * care_form_context_new:
 * @words: the words of buttons, errors and chips (data/words/patient.json)
 * @language: BCP 47 tag
 * @density: for the patient's hands or for the desk
 * @clock: where "now" comes from
 * @zone: the clinic's time zone
 * @writing: 12 or 24 hours, and which digits, a language
 *
 * Returns: (transfer full): a context
 */
CareFormContext *
care_form_context_new (CareWords       *words,
                       const char      *language,
                       CareFormDensity  density,
                       CareClock       *clock,
                       GTimeZone       *zone,
                       CareWriting     *writing)
{
  CareFormContext *self;

  g_return_val_if_fail (CARE_IS_WORDS (words), NULL);
  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (CARE_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (zone != NULL, NULL);
  g_return_val_if_fail (CARE_IS_WRITING (writing), NULL);

  self = g_object_new (CARE_TYPE_FORM_CONTEXT, NULL);
  self->words = g_object_ref (words);
  self->language = g_strdup (language);
  self->density = density;
  self->clock = g_object_ref (clock);
  self->zone = g_time_zone_ref (zone);
  self->writing = g_object_ref (writing);
  self->format = care_writing_new_format (writing, language, zone);

  return self;
}

/**
 * care_form_context_with_language:
 * @self: a context
 * @language: BCP 47 tag
 *
 * Returns: (transfer full): the same context in another language
 */
CareFormContext *
care_form_context_with_language (CareFormContext *self,
                                 const char      *language)
{
  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (self), NULL);

  return care_form_context_new (self->words, language, self->density, self->clock, self->zone, self->writing);
}

/**
 * care_form_context_get_language:
 * @self: a context
 *
 * Returns: the BCP 47 tag
 */
const char *
care_form_context_get_language (CareFormContext *self)
{
  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (self), NULL);

  return self->language;
}

/**
 * care_form_context_get_density:
 * @self: a context
 *
 * Returns: how dense to draw
 */
CareFormDensity
care_form_context_get_density (CareFormContext *self)
{
  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (self), CARE_FORM_DENSITY_PATIENT);

  return self->density;
}

/**
 * care_form_context_get_clock:
 * @self: a context
 *
 * Returns: (transfer none): where "now" comes from
 */
CareClock *
care_form_context_get_clock (CareFormContext *self)
{
  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (self), NULL);

  return self->clock;
}

/**
 * care_form_context_get_zone:
 * @self: a context
 *
 * Returns: (transfer none): the clinic's time zone
 */
GTimeZone *
care_form_context_get_zone (CareFormContext *self)
{
  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (self), NULL);

  return self->zone;
}

/**
 * care_form_context_get_format:
 * @self: a context
 *
 * Returns: (transfer none): dates and numbers in the context's language
 */
CareFormat *
care_form_context_get_format (CareFormContext *self)
{
  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (self), NULL);

  return self->format;
}

/**
 * care_form_context_get_words:
 * @self: a context
 *
 * Returns: (transfer none): the words, in all their languages
 */
CareWords *
care_form_context_get_words (CareFormContext *self)
{
  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (self), NULL);

  return self->words;
}

/**
 * care_form_context_is_rtl:
 * @self: a context
 *
 * Returns: whether the language is written from right to left
 */
gboolean
care_form_context_is_rtl (CareFormContext *self)
{
  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (self), FALSE);

  return care_format_is_rtl (self->format);
}

/**
 * care_form_context_word:
 * @self: a context
 * @key: the word's key
 *
 * A key the words file lacks shows as the key itself, so that a hole is seen
 * and never hides a button.
 *
 * Returns: the words in the context's language
 */
const char *
care_form_context_word (CareFormContext *self,
                        const char      *key)
{
  const char *text;

  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (self), key);
  g_return_val_if_fail (key != NULL, "");

  text = care_words_get (self->words, key, self->language);

  return text != NULL ? text : key;
}

/**
 * care_form_context_dup_full:
 * @self: a context
 * @limit: how many there are and may be
 *
 * Returns: (transfer full): that no more can be added, and whom to tell the rest
 */
char *
care_form_context_dup_full (CareFormContext *self,
                            guint            limit)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (CARE_IS_FORM_CONTEXT (self), NULL);

  number = care_format_number (self->format, limit, 0);

  return care_format_fill (self->format, care_form_context_word (self, "add-full"), "limit", number, NULL);
}

/**
 * care_form_context_get_today:
 * @self: a context
 * @today: (out): the clinic's calendar day now
 */
void
care_form_context_get_today (CareFormContext *self,
                             GDate           *today)
{
  g_autoptr (GDateTime) local = NULL;
  int year;
  int month;
  int day;

  g_return_if_fail (CARE_IS_FORM_CONTEXT (self));
  g_return_if_fail (today != NULL);

  local = care_instant_to_local (care_clock_now (self->clock), self->zone);
  g_date_time_get_ymd (local, &year, &month, &day);
  g_date_clear (today, 1);
  g_date_set_dmy (today, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

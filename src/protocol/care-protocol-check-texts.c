/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-protocol-check-private.h"

#include <string.h>

#include "protocol/care-protocol-private.h"

#define MAX_LENGTH 600

/* One language's texts, gathered. */
typedef struct
{
  const char *language;
  CareClaims *claims;
} Language;

typedef struct
{
  Language *languages;
  guint n_languages;
} Texts;

static void
check_languages (CareCheck         *self,
                 CareText          *text,
                 const char        *path,
                 const char *const *needed)
{
  const gboolean patients = needed == care_protocol_get_patient_languages (self->protocol);

  for (gsize i = 0; needed[i] != NULL; i++)
    {
      const char *words = care_text_get_exact (text, needed[i]);
      guint before = self->refusals->len;

      if (words == NULL || *words == '\0')
        care_check_refuse (self, path, needed[i], "missing: every text is needed in '%s'", needed[i]);
      else if (g_utf8_strlen (words, -1) > MAX_LENGTH)
        care_check_refuse (self, path, needed[i], "longer than %d letters", MAX_LENGTH);
      if (patients && self->refusals->len > before)
        care_check_say_language (self, needed[i]);
    }
}

static void
check_claims (CareCheck      *self,
              const Language *language,
              const char     *words,
              const char     *path)
{
  g_autofree char *name = NULL;
  g_autofree char *found = NULL;

  if (language->claims != NULL && !care_claims_allow (language->claims, words, &name, &found))
    {
      care_check_refuse (self, path, language->language, "'%s' makes a claim that is never printed (%s)", found, name);
      care_check_say_language (self, language->language);
    }
}

static void
check_text (CareCheck    *self,
            CareText     *text,
            const char   *path,
            CareAudience  audience,
            gpointer      data)
{
  Texts *texts = data;

  if ((audience & CARE_AUDIENCE_PATIENT) != 0)
    check_languages (self, text, path, care_protocol_get_patient_languages (self->protocol));
  if ((audience & CARE_AUDIENCE_DESK) != 0)
    check_languages (self, text, path, care_protocol_get_desk_languages (self->protocol));

  if ((audience & CARE_AUDIENCE_PATIENT) == 0)
    return;

  for (guint i = 0; i < texts->n_languages; i++)
    {
      const char *words = care_text_get_exact (text, texts->languages[i].language);

      if (words != NULL)
        check_claims (self, &texts->languages[i], words, path);
    }
}

/* Lines that leave something out, or set a time for it. */
static gboolean
leaves_out (const CareLine *line)
{
  return line->stance == CARE_STANCE_AVOID || line->block == CARE_BLOCK_LIMIT ||
         (line->block == CARE_BLOCK_BEFORE && line->hours != 0);
}

static void
check_medicines (CareCheck  *self,
                 const char *language)
{
  GPtrArray *lines = care_protocol_get_lines (self->protocol);

  for (guint i = 0; i < lines->len; i++)
    {
      const CareLine *line = g_ptr_array_index (lines, i);
      const char *words = care_text_get_exact (line->text, language);

      if (words != NULL && care_check_stops_medicine (words, language, leaves_out (line)))
        {
          g_autofree char *member = g_strconcat ("text/", language, NULL);

          care_check_refuse (self, line->path, member, "a prescribed medicine is never left out: say 'keep taking it', "
                             "or that it is about pills the patient bought (q-06)");
          care_check_say_language (self, language);
        }
    }
}

/* The tags that any text comes in: what is there is checked, needed or not. */
static char **
dup_languages (CareCheck *self)
{
  const char *const *patient = care_protocol_get_patient_languages (self->protocol);
  const char *const *desk = care_protocol_get_desk_languages (self->protocol);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_addv (builder, (const char **) patient);
  for (gsize i = 0; desk[i] != NULL; i++)
    if (!g_strv_contains (patient, desk[i]))
      g_strv_builder_add (builder, desk[i]);

  return g_strv_builder_end (builder);
}

/* A claim is forbidden in every language that a patient reads. */
static void
check_forbidden (CareCheck *self)
{
  GPtrArray *forbidden = care_protocol_get_forbidden (self->protocol);

  for (guint i = 0; i < forbidden->len; i++)
    {
      const CareCodedText *claim = g_ptr_array_index (forbidden, i);
      g_autofree char *path = g_strconcat (claim->path, "/text", NULL);

      check_languages (self, claim->text, path, care_protocol_get_patient_languages (self->protocol));
    }
}

/**
 * care_check_texts:
 * @self: the run
 *
 * Languages complete, no banned claims, no advice to stop a medicine.
 */
void
care_check_texts (CareCheck *self)
{
  g_auto (GStrv) tags = dup_languages (self);
  guint n = g_strv_length (tags);
  g_autofree Language *languages = g_new0 (Language, n + 1);
  const char *const *patient = care_protocol_get_patient_languages (self->protocol);
  Texts texts = { languages, n };

  for (guint i = 0; i < n; i++)
    {
      languages[i].language = tags[i];
      languages[i].claims = care_protocol_new_claims (self->protocol, tags[i]);

      if (g_strv_contains (patient, tags[i]) &&
          (languages[i].claims == NULL || !care_check_knows_medicine (tags[i])))
        care_check_refuse (self, "/languages/patient", NULL,
                           "texts in '%s' cannot be checked for claims; it cannot be a patient's language", tags[i]);
    }

  if (n == 0 || patient[0] == NULL)
    care_check_refuse (self, "/languages/patient", NULL, "name at least one language");

  care_check_each_text (self, check_text, &texts);
  check_forbidden (self);

  for (guint i = 0; i < n; i++)
    {
      if (g_strv_contains (patient, tags[i]) && care_check_knows_medicine (tags[i]))
        check_medicines (self, tags[i]);

      g_clear_pointer (&languages[i].claims, care_claims_free);
    }
}

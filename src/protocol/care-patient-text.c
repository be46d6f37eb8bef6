/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "protocol/care-patient-text.h"

#include <string.h>

#include "protocol/care-protocol-check-private.h"
#include "protocol/care-protocol-private.h"
#include "protocol/care-reading.h"

typedef struct
{
  /* (element-type CarePatientText) */
  GPtrArray *texts;
  CarePlain *plain;
  const char *language;
} List;

void
care_patient_text_free (CarePatientText *self)
{
  g_free (self->name);
  g_free (self->path);
  care_text_unref (self->text);
  g_ptr_array_unref (self->marks);
  g_free (self);
}

static const char *
find_id (CareProtocol *protocol,
         const char   *part,
         guint         i)
{
  const struct
  {
    const char *part;
    GPtrArray *coded;
  } parts[] = {
    { "desk_texts", protocol->desk_texts },
    { "teach_back", protocol->teach_back },
  };

  for (gsize j = 0; j < G_N_ELEMENTS (parts); j++)
    if (strcmp (part, parts[j].part) == 0)
      return ((const CareCodedText *) g_ptr_array_index (parts[j].coded, i))->code;

  if (strcmp (part, "areas") == 0)
    return ((const CareArea *) g_ptr_array_index (protocol->areas, i))->code;
  if (strcmp (part, "products") == 0)
    return ((const CareProduct *) g_ptr_array_index (protocol->products, i))->id;
  if (strcmp (part, "allergens") == 0)
    return ((const CareAllergen *) g_ptr_array_index (protocol->allergens, i))->code;
  if (strcmp (part, "signs") == 0)
    return ((const CareSign *) g_ptr_array_index (protocol->signs, i))->id;
  if (strcmp (part, "lines") == 0)
    return ((const CareLine *) g_ptr_array_index (protocol->lines, i))->id;

  return NULL;
}

/* "/lines/3/text" is "lines/hot-shower", "/lines/3/label" is "lines/hot-shower/label". */
static char *
dup_name (CareProtocol *protocol,
          const char   *path)
{
  g_auto (GStrv) steps = g_strsplit (path, "/", 4);
  const char *id = NULL;

  if (g_strv_length (steps) == 4)
    id = find_id (protocol, steps[1], (guint) g_ascii_strtoull (steps[2], NULL, 10));
  if (id == NULL)
    return g_strdup (path);
  if (strcmp (steps[3], "text") == 0)
    return g_strjoin ("/", steps[1], id, NULL);

  return g_strjoin ("/", steps[1], id, steps[3], NULL);
}

static void
add_text (CareCheck   *check,
          CareText    *text,
          const char  *path,
          CareAudience audience,
          gpointer     data)
{
  List *list = data;
  CarePatientText *self;
  const char *words;
  CareReading reading;

  if ((audience & CARE_AUDIENCE_PATIENT) == 0)
    return;

  self = g_new0 (CarePatientText, 1);
  self->name = dup_name (check->protocol, path);
  self->path = g_strdup (path);
  self->text = care_text_ref (text);
  g_ptr_array_add (list->texts, self);

  words = care_text_get_exact (text, list->language);
  if ((audience & CARE_AUDIENCE_MEASURED) != 0 && words != NULL)
    {
      if (care_reading_measure (words, list->language, &reading) && reading.words >= CARE_READING_FEWEST_WORDS)
        self->grade = reading.grade;
      if (list->plain != NULL)
        self->marks = care_plain_mark (list->plain, words, list->language);
      self->override = care_check_find_override (check->protocol, path, list->language);
    }
  if (self->marks == NULL)
    self->marks = g_ptr_array_new_with_free_func (g_free);

  self->hard = self->grade > CARE_READING_LIMIT ? self->override == NULL || self->grade > self->override->grade
                                                : self->marks->len > 0 && self->override == NULL;
}

/**
 * care_protocol_list_texts:
 * @self: a protocol
 * @plain: (nullable): what plain words are
 * @language: a BCP 47 tag
 *
 * Returns: (transfer full) (element-type CarePatientText): every text that a patient reads or hears,
 *   those that are missing in @language among them
 */
GPtrArray *
care_protocol_list_texts (CareProtocol *self,
                          CarePlain    *plain,
                          const char   *language)
{
  CareCheck check = { self, NULL, plain, NULL };
  List list = { NULL, plain, language };

  g_return_val_if_fail (CARE_IS_PROTOCOL (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  list.texts = g_ptr_array_new_with_free_func ((GDestroyNotify) care_patient_text_free);
  care_check_each_text (&check, add_text, &list);

  return list.texts;
}

static void
count_missing (CareCheck   *check,
               CareText    *text,
               const char  *path,
               CareAudience audience,
               gpointer     data)
{
  guint *missing = data;
  const char *words = care_text_get_exact (text, check->language);

  if ((audience & CARE_AUDIENCE_PATIENT) != 0 && (words == NULL || *words == '\0'))
    (*missing)++;
}

/**
 * care_protocol_count_missing_texts:
 * @self: a protocol
 * @language: a BCP 47 tag
 *
 * Returns: how many texts of the patients @language does not have
 */
guint
care_protocol_count_missing_texts (CareProtocol *self,
                                   const char   *language)
{
  CareCheck check = { self, NULL, NULL, NULL, language };
  guint missing = 0;

  g_return_val_if_fail (CARE_IS_PROTOCOL (self), 0);
  g_return_val_if_fail (language != NULL, 0);

  care_check_each_text (&check, count_missing, &missing);

  return missing;
}

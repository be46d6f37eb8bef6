/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "ctl/care-ctl-words.h"

#include <string.h>

#define TRANSLATION "http://hl7.org/fhir/StructureDefinition/translation"

/* A member of the kind that is wanted, else NULL: a form that was read leniently may hold others. */
static const char *
get_string (JsonObject *object,
            const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
}

static JsonObject *
get_object (JsonObject *object,
            const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
get_array (JsonObject *object,
           const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
get_element (JsonArray *array,
             guint      i)
{
  JsonNode *node = json_array_get_element (array, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* One language while a file is read. */
typedef struct
{
  const char *tag;
  CareClaims *claims;
  CareReadingPage *page;
} Language;

typedef struct
{
  const CareCtlWords *words;
  const char *file;
  /* (element-type Language) */
  GArray *languages;
} Walk;

static void
problem (const Walk *walk,
         const char *path,
         const char *tag,
         const char *format,
         ...) G_GNUC_PRINTF (4, 5);

static void
problem (const Walk *walk,
         const char *path,
         const char *tag,
         const char *format,
         ...)
{
  g_autofree char *place = g_strconcat (path, "/", tag, NULL);
  g_autofree char *reason = NULL;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);

  walk->words->problem (walk->file, place, reason, walk->words->user_data);
}

/* Claims, level and plain words of one text in one language; @text NULL: it is missing. */
static void
check_text (const Walk     *walk,
            const Language *language,
            const char     *text,
            const char     *path)
{
  g_autoptr (GPtrArray) marks = NULL;
  g_autofree char *place = g_strconcat (path, "/", language->tag, NULL);
  g_autofree char *name = NULL;
  g_autofree char *found = NULL;
  CareReading reading;

  if (text == NULL || *text == '\0')
    {
      if (!walk->words->complete)
        return;
      problem (walk, path, language->tag, "missing: every text is needed in '%s'", language->tag);
      return;
    }

  if (language->claims != NULL && !care_claims_allow (language->claims, text, &name, &found))
    problem (walk, path, language->tag, "'%s' makes a claim that is never printed (%s)", found, name);

  if (care_reading_page_add (language->page, text, place, &reading) && reading.grade > CARE_READING_LIMIT)
    problem (walk, path, language->tag, "grade %.1f is too hard to read, %.0f is the limit (w-01)", reading.grade,
             CARE_READING_LIMIT);

  marks = care_plain_mark (walk->words->plain, text, language->tag);
  for (guint i = 0; i < marks->len; i++)
    problem (walk, path, language->tag, "%s (w-02)", (const char *) g_ptr_array_index (marks, i));
}

static void
begin (Walk               *walk,
       const CareCtlWords *words,
       const char         *file)
{
  const char *const *tags = care_protocol_get_patient_languages (words->protocol);

  walk->words = words;
  walk->file = file;
  walk->languages = g_array_new (FALSE, TRUE, sizeof (Language));
  for (gsize i = 0; tags[i] != NULL; i++)
    {
      Language language = { tags[i], care_protocol_new_claims (words->protocol, tags[i]), care_reading_page_new (tags[i]) };

      g_array_append_val (walk->languages, language);
    }
}

/* Each language as a whole; hands out its page. */
static GPtrArray *
finish (Walk *walk)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func ((GDestroyNotify) care_reading_page_free);

  for (guint i = 0; i < walk->languages->len; i++)
    {
      Language *language = &g_array_index (walk->languages, Language, i);
      CareReading reading;

      if (care_reading_page_measure (language->page, &reading) && reading.words >= CARE_READING_PAGE_WORDS &&
          reading.grade > CARE_READING_TARGET)
        problem (walk, "", language->tag, "the texts together are of grade %.1f; aim at %.0f (w-01)", reading.grade,
                 CARE_READING_TARGET);
      g_clear_pointer (&language->claims, care_claims_free);
      g_ptr_array_add (pages, language->page);
    }
  g_array_unref (walk->languages);

  return pages;
}

/* The content of the translation into @tag in one extension, or NULL. */
static const char *
read_translation (JsonObject *extension,
                  const char *tag)
{
  JsonArray *parts = get_array (extension, "extension");
  const char *language = NULL;
  const char *content = NULL;

  if (g_strcmp0 (get_string (extension, "url"), TRANSLATION) != 0)
    return NULL;

  for (guint i = 0; parts != NULL && i < json_array_get_length (parts); i++)
    {
      JsonObject *part = get_element (parts, i);

      if (g_strcmp0 (get_string (part, "url"), "lang") == 0)
        language = get_string (part, "valueCode");
      else if (get_string (part, "valueMarkdown") != NULL)
        content = get_string (part, "valueMarkdown");
      else
        content = get_string (part, "valueString");
    }

  return language != NULL && g_ascii_strcasecmp (language, tag) == 0 ? content : NULL;
}

/* A member's words in @tag, or NULL; @own is the form's own language. */
static const char *
find_words (JsonObject *object,
            const char *member,
            const char *own,
            const char *tag)
{
  g_autofree char *shadow = g_strconcat ("_", member, NULL);
  JsonArray *extensions = get_array (get_object (object, shadow), "extension");
  const char *found = NULL;

  if (g_ascii_strcasecmp (tag, own) == 0)
    return get_string (object, member);

  for (guint i = 0; found == NULL && extensions != NULL && i < json_array_get_length (extensions); i++)
    found = read_translation (get_element (extensions, i), tag);

  return found;
}

static void
check_member (Walk       *walk,
              JsonObject *object,
              const char *member,
              const char *own,
              const char *path)
{
  g_autofree char *place = g_strconcat (path, "/", member, NULL);

  if (get_string (object, member) == NULL)
    return;

  for (guint i = 0; i < walk->languages->len; i++)
    {
      const Language *language = &g_array_index (walk->languages, Language, i);

      check_text (walk, language, find_words (object, member, own, language->tag), place);
    }
}

static void
check_items (Walk       *walk,
             JsonObject *parent,
             const char *own,
             const char *path)
{
  JsonArray *items = get_array (parent, "item");

  for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
    {
      JsonObject *item = get_element (items, i);
      JsonArray *options = get_array (item, "answerOption");
      g_autofree char *place = g_strdup_printf ("%s/item/%u", path, i);

      check_member (walk, item, "text", own, place);
      for (guint k = 0; options != NULL && k < json_array_get_length (options); k++)
        {
          g_autofree char *choice = g_strdup_printf ("%s/answerOption/%u/valueCoding", place, k);

          check_member (walk, get_object (get_element (options, k), "valueCoding"), "display", own, choice);
        }
      check_items (walk, item, own, place);
    }
}

/**
 * care_ctl_words_check_form:
 * @self: how
 * @file: the form's name
 * @form: a Questionnaire that was read
 *
 * Title, questions and answers in each of the patients' languages: there, without a
 * claim, plain and easy to read.
 *
 * Returns: (transfer full) (element-type CareReadingPage): its texts
 */
GPtrArray *
care_ctl_words_check_form (const CareCtlWords *self,
                           const char         *file,
                           JsonNode           *form)
{
  JsonObject *root = json_node_get_object (form);
  const char *own = get_string (root, "language");
  Walk walk;

  begin (&walk, self, file);
  own = own != NULL ? own : "en";
  check_member (&walk, root, "title", own, "");
  check_items (&walk, root, own, "");

  return finish (&walk);
}

static void
check_object (Walk       *walk,
              JsonObject *text,
              const char *path)
{
  for (guint i = 0; text != NULL && i < walk->languages->len; i++)
    {
      const Language *language = &g_array_index (walk->languages, Language, i);

      check_text (walk, language, get_string (text, language->tag), path);
    }
}

/**
 * care_ctl_words_check_clinic:
 * @self: how
 * @file: the file's name
 * @clinic: a clinic's settings that were read
 *
 * What a sheet prints of them: who answers the phone, how to report, closed days.
 *
 * Returns: (transfer full) (element-type CareReadingPage): its texts
 */
GPtrArray *
care_ctl_words_check_clinic (const CareCtlWords *self,
                             const char         *file,
                             JsonNode           *clinic)
{
  JsonObject *root = json_node_get_object (clinic);
  JsonObject *phones = get_object (root, "phones");
  JsonArray *closed = get_array (root, "closed");
  const char *const numbers[] = { "day", "after_hours", "emergency" };
  Walk walk;

  begin (&walk, self, file);
  check_object (&walk, get_object (root, "reporting"), "/reporting");
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/phones/%s/who", numbers[i]);

      check_object (&walk, get_object (get_object (phones, numbers[i]), "who"), path);
    }
  for (guint i = 0; closed != NULL && i < json_array_get_length (closed); i++)
    {
      g_autofree char *path = g_strdup_printf ("/closed/%u/text", i);

      check_object (&walk, get_object (get_element (closed, i), "text"), path);
    }

  return finish (&walk);
}

/**
 * care_ctl_words_check_words:
 * @self: how
 * @file: the file's name
 * @words: a words file that was read
 *
 * Returns: (transfer full) (element-type CareReadingPage): its texts
 */
GPtrArray *
care_ctl_words_check_words (const CareCtlWords *self,
                            const char         *file,
                            JsonNode           *words)
{
  JsonObjectIter iter;
  const char *key;
  JsonNode *value;
  Walk walk;

  begin (&walk, self, file);
  json_object_iter_init_ordered (&iter, json_node_get_object (words));
  while (json_object_iter_next_ordered (&iter, &key, &value))
    {
      g_autofree char *path = g_strconcat ("/", key, NULL);

      check_object (&walk, JSON_NODE_HOLDS_OBJECT (value) ? json_node_get_object (value) : NULL, path);
    }

  return finish (&walk);
}

static void
add_figures (const char            *file,
             CareReadingPage       *page,
             const CareReading     *reading,
             const char            *reader,
             JsonBuilder           *json)
{
  const char *formula = care_reading_get_formula (care_reading_page_get_language (page));
  double grade;
  const char *hardest = care_reading_page_get_hardest (page, &grade);

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "file");
  json_builder_add_string_value (json, file);
  json_builder_set_member_name (json, "language");
  json_builder_add_string_value (json, care_reading_page_get_language (page));
  json_builder_set_member_name (json, "texts");
  json_builder_add_int_value (json, care_reading_page_get_n_texts (page));
  json_builder_set_member_name (json, "words");
  json_builder_add_int_value (json, reading->words);
  json_builder_set_member_name (json, "sentences");
  json_builder_add_int_value (json, reading->sentences);
  json_builder_set_member_name (json, "longest_sentence");
  json_builder_add_int_value (json, reading->longest);
  if (formula != NULL)
    {
      json_builder_set_member_name (json, "formula");
      json_builder_add_string_value (json, formula);
      json_builder_set_member_name (json, "syllables");
      json_builder_add_int_value (json, reading->syllables);
      json_builder_set_member_name (json, "grade");
      json_builder_add_double_value (json, reading->grade);
    }
  else
    {
      json_builder_set_member_name (json, "reader");
      json_builder_add_string_value (json, reader);
    }
  if (hardest != NULL)
    {
      json_builder_set_member_name (json, "hardest");
      json_builder_add_string_value (json, hardest);
      json_builder_set_member_name (json, "hardest_grade");
      json_builder_add_double_value (json, grade);
    }
  json_builder_end_object (json);
}

/* "protocol.json: fr: grade 3.7 (Kandel-Moles), 917 words in 61 texts, 7.3 a sentence; hardest 7.9 at /lines/3/text/fr" */
static void
print_figures (const char        *file,
               CareReadingPage   *page,
               const CareReading *reading,
               const char        *reader)
{
  const char *language = care_reading_page_get_language (page);
  const char *formula = care_reading_get_formula (language);
  double a_sentence = reading->sentences > 0 ? (double) reading->words / reading->sentences : 0.0;
  double grade;
  const char *hardest = care_reading_page_get_hardest (page, &grade);

  if (formula != NULL)
    g_print ("%s: %s: grade %.1f (%s)", file, language, reading->grade, formula);
  else
    g_print ("%s: %s: no formula, read by %s", file, language, *reader != '\0' ? reader : "nobody yet");

  g_print (", %u words in %u texts, %.1f a sentence, %u in the longest", reading->words,
           care_reading_page_get_n_texts (page), a_sentence, reading->longest);
  if (hardest != NULL)
    g_print ("; hardest %.1f at %s", grade, hardest);
  g_print ("\n");
}

/**
 * care_ctl_words_print:
 * @file: what was measured
 * @pages: (element-type CareReadingPage): its texts
 * @protocol: whose named readers stand where no formula does
 * @json: (nullable): an open array, or %NULL to print lines
 *
 * Prints reading figures.
 */
void
care_ctl_words_print (const char   *file,
                      GPtrArray    *pages,
                      CareProtocol *protocol,
                      JsonBuilder  *json)
{
  for (guint i = 0; i < pages->len; i++)
    {
      CareReadingPage *page = g_ptr_array_index (pages, i);
      const CareApproval *approval = care_protocol_get_approval (protocol, care_reading_page_get_language (page));
      const char *reader = approval != NULL && approval->reader != NULL ? approval->reader : "";
      CareReading reading;

      care_reading_page_measure (page, &reading);
      if (json != NULL)
        add_figures (file, page, &reading, reader, json);
      else
        print_figures (file, page, &reading, reader);
    }
}

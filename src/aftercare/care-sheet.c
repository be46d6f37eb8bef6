/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-private.h"

#include <stdarg.h>
#include <string.h>

#include "aftercare/care-sheet-writer.h"
#include "base/care-error.h"

G_DEFINE_FINAL_TYPE (CareSheet, care_sheet, G_TYPE_OBJECT)

static void
care_sheet_finalize (GObject *object)
{
  CareSheet *self = CARE_SHEET (object);

  g_clear_object (&self->timeline);
  g_clear_object (&self->words);
  g_clear_pointer (&self->clinic, care_sheet_clinic_free);
  g_clear_pointer (&self->facts, care_sheet_facts_free);
  g_clear_pointer (&self->languages, g_strfreev);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->formats, g_hash_table_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->troubles, g_ptr_array_unref);

  G_OBJECT_CLASS (care_sheet_parent_class)->finalize (object);
}

static void
care_sheet_class_init (CareSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = care_sheet_finalize;
}

static void
care_sheet_init (CareSheet *self)
{
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) care_sheet_block_free);
  self->troubles = g_ptr_array_new_with_free_func (g_free);
  self->formats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

/* How @language writes dates, times and numbers, opened once; (transfer none). */
CareFormat *
care_sheet_get_format (CareSheet  *self,
                       const char *language)
{
  CareFormat *format = g_hash_table_lookup (self->formats, language);

  if (format == NULL)
    {
      format = care_sheet_clinic_new_format (self->clinic, language);
      g_hash_table_insert (self->formats, g_strdup (language), format);
    }

  return format;
}

gboolean
care_sheet_is_black (CareSheet *self)
{
  return self->clinic->black;
}

static void G_GNUC_PRINTF (2, 3)
add_trouble (CareSheet  *self,
             const char *format,
             ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (self->troubles, g_strdup_vprintf (format, args));
  va_end (args);
}

/* The tag of @words that serves @language: itself, or the language without its region. */
static char *
find_language (CareWords  *words,
               const char *language)
{
  const char *const *known = care_words_get_languages (words);
  g_autofree char *stem = g_strdup (language);
  char *dash;

  for (;;)
    {
      for (guint i = 0; known[i] != NULL; i++)
        if (g_ascii_strcasecmp (known[i], stem) == 0)
          return g_strdup (known[i]);
      dash = strrchr (stem, '-');
      if (dash == NULL)
        return NULL;
      *dash = '\0';
    }
}

/* What another doctor of the country reads; where there are no words in it, what whoever made the sheet reads. */
static void
choose_doctor_language (CareSheet *self)
{
  const char *wanted = self->clinic->doctor_language;
  char *found = wanted != NULL ? find_language (self->words, wanted) : NULL;

  if (found == NULL)
    {
      found = find_language (self->words, self->clinic->language);
      if (found == NULL)
        found = find_language (self->words, self->languages[0]);
      if (wanted != NULL)
        add_trouble (self, "the country's language '%s' has no words; the box for another doctor is in '%s'", wanted, found);
      else
        add_trouble (self, "no language of the country is known; the box for another doctor is in '%s'", found);
    }
  g_free (self->clinic->doctor_language);
  self->clinic->doctor_language = found;
}

static gboolean
choose_languages (CareSheet         *self,
                  const char *const *languages,
                  GError           **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *found = find_language (self->words, languages[i]);

      if (found == NULL)
        {
          g_autofree char *known = g_strjoinv (", ", (char **) care_words_get_languages (self->words));

          g_set_error (error, CARE_ERROR, CARE_ERROR_NOT_FOUND,
                       "language: there are no words in '%s'; choose among %s", languages[i], known);
          return FALSE;
        }
      g_strv_builder_add (builder, languages[i]);
    }
  self->languages = g_strv_builder_end (builder);

  choose_doctor_language (self);

  return TRUE;
}

static void
write_part (CareSheet *self,
            guint      part)
{
  CareSheetWriter writer = {
    .clinic = self->clinic,
    .facts = self->facts,
    .timeline = self->timeline,
    .words = self->words,
    .format = care_sheet_get_format (self, self->languages[part]),
    .doctor_format = care_sheet_get_format (self, self->clinic->doctor_language),
    .language = self->languages[part],
    .part = part,
    .last_part = self->languages[part + 1] == NULL,
    .blocks = self->blocks,
  };

  care_sheet_writer_front (&writer);
  care_sheet_writer_back (&writer);

  if (writer.missing)
    {
      CareSheetBlock *notice = care_sheet_block_new (CARE_SHEET_BLOCK_NOTICE, "missing", writer.language, part);
      guint place = 0;

      notice->text = g_strdup (care_sheet_writer_word (&writer, "notice.missing"));
      while (place < self->blocks->len && ((CareSheetBlock *) g_ptr_array_index (self->blocks, place))->part != part)
        place++;
      g_ptr_array_insert (self->blocks, (int) place + 1, notice);
      add_trouble (self, "some lines have no text in '%s'", writer.language);
    }
}

static void
tell_approval (CareSheet  *self,
               const char *language)
{
  g_autofree char *name = NULL;

  if (care_protocol_get_approval (care_timeline_get_protocol (self->timeline), language) != NULL)
    return;

  name = care_format_language_name (language);
  add_trouble (self, "the texts in %s are not approved yet", name);
}

/* "es-MX" is written with the words of "es". */
static gboolean
has_language (CareSheet  *self,
              const char *tag)
{
  for (guint i = 0; self->languages[i] != NULL; i++)
    {
      g_autofree char *found = find_language (self->words, self->languages[i]);

      if (g_strcmp0 (found, tag) == 0)
        return TRUE;
    }

  return FALSE;
}

/* What could stop paper stops the first injection instead (design.md section 5). */
static void
find_troubles (CareSheet *self)
{
  CareProtocol *protocol = care_timeline_get_protocol (self->timeline);
  GPtrArray *clashes = care_timeline_get_clashes (self->timeline);

  if (self->clinic->phone_day == NULL)
    add_trouble (self, "the clinic has no phone number by day");
  if (self->clinic->phone_after_hours == NULL && self->clinic->after_hours_text == NULL)
    add_trouble (self, "the clinic has neither a phone number after hours nor a text for that time");
  if (self->clinic->phone_emergency == NULL)
    add_trouble (self, "the clinic has no emergency number");
  if (self->clinic->claim != NULL)
    add_trouble (self, "the clinic's settings claim what is never printed ('%s'); these words are left out", self->clinic->claim);

  for (guint i = 0; i < clashes->len; i++)
    {
      const CareClash *clash = g_ptr_array_index (clashes, i);

      add_trouble (self, "the lines '%s' and '%s' contradict each other; '%s' prints, as the stricter",
                   clash->kept->id, clash->dropped->id, clash->kept->id);
    }

  if (self->facts->birth_year == 0)
    add_trouble (self, "the year of birth is not known; every page leaves room to write it by hand");

  if (care_protocol_get_status (protocol) == CARE_PROTOCOL_DRAFT)
    add_trouble (self, "the protocol's rules are not approved yet");
  else if (care_protocol_get_status (protocol) == CARE_PROTOCOL_SAMPLE && !self->clinic->sample)
    add_trouble (self, "the protocol is the sample; its sheets say EXAMPLE");

  for (guint i = 0; self->languages[i] != NULL; i++)
    tell_approval (self, self->languages[i]);
  if (!has_language (self, self->clinic->doctor_language))
    tell_approval (self, self->clinic->doctor_language);

  for (guint i = 0; self->facts->areas != NULL && self->facts->areas[i] != NULL; i++)
    if (care_protocol_find_area (protocol, self->facts->areas[i]) == NULL)
      add_trouble (self, "the protocol does not know the area '%s'", self->facts->areas[i]);
  for (guint i = 0; i < self->facts->products->len; i++)
    {
      const CareSheetProduct *used = g_ptr_array_index (self->facts->products, i);

      if (care_protocol_find_product (protocol, used->id) == NULL)
        add_trouble (self, "the protocol does not know the product '%s'", used->id);
    }
}

static void
make_title (CareSheet *self)
{
  CareFormat *format = care_sheet_get_format (self, self->languages[0]);
  const char *const keys[] = { "title.session", "title.test", "title.before" };
  g_autofree char *date = care_format_date (format, care_timeline_get_finished (self->timeline));

  self->title = g_strdup_printf ("%s, %s", care_words_get (self->words, keys[self->facts->kind], self->languages[0]), date);
}

/**
 * care_sheet_new:
 * @protocol: the clinic's protocol
 * @words: the sheet's headings and small words (data/words/sheet.json)
 * @clinic: whose sheet
 * @facts: about which visit
 * @languages: (array zero-terminated=1): one or two BCP 47 tags, the patient's first
 * @now: when the sheet is made
 * @error: where to put the reason
 *
 * Composes what stands on a sheet (facts.md section 12). Whatever is not in order
 * is in care_sheet_dup_troubles(): after an injection a sheet always comes out.
 *
 * Returns: (transfer full) (nullable): the sheet, or %NULL with
 *   %CARE_ERROR_REFUSED for a finish in the future, %CARE_ERROR_NOT_FOUND for a
 *   language without any words
 */
CareSheet *
care_sheet_new (CareProtocol          *protocol,
                CareWords             *words,
                const CareSheetClinic *clinic,
                const CareSheetFacts  *facts,
                const char *const     *languages,
                CareInstant            now,
                GError               **error)
{
  g_autoptr (CareSheet) self = NULL;

  g_return_val_if_fail (CARE_IS_PROTOCOL (protocol), NULL);
  g_return_val_if_fail (CARE_IS_WORDS (words), NULL);
  g_return_val_if_fail (clinic != NULL, NULL);
  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (languages != NULL && languages[0] != NULL, NULL);

  self = g_object_new (CARE_TYPE_SHEET, NULL);
  self->words = g_object_ref (words);
  self->clinic = care_sheet_clinic_copy (clinic);
  self->facts = care_sheet_facts_copy (facts);
  self->timeline = care_timeline_new (protocol, self->facts, clinic->zone, now, error);
  if (self->timeline == NULL)
    return NULL;
  if (!choose_languages (self, languages, error))
    return NULL;

  for (guint i = 0; self->languages[i] != NULL; i++)
    write_part (self, i);
  find_troubles (self);
  make_title (self);

  return g_steal_pointer (&self);
}

/**
 * care_sheet_get_timeline:
 * @self: a sheet
 *
 * Returns: (transfer none): the timeline it is made of
 */
CareTimeline *
care_sheet_get_timeline (CareSheet *self)
{
  g_return_val_if_fail (CARE_IS_SHEET (self), NULL);

  return self->timeline;
}

/**
 * care_sheet_get_languages:
 * @self: a sheet
 *
 * Returns: (transfer none) (array zero-terminated=1): its languages, the patient's first
 */
const char *const *
care_sheet_get_languages (CareSheet *self)
{
  g_return_val_if_fail (CARE_IS_SHEET (self), NULL);

  return (const char *const *) self->languages;
}

/**
 * care_sheet_get_title:
 * @self: a sheet
 *
 * Returns: (transfer none): "After your treatment, 22 November 2026"; no patient in it
 */
const char *
care_sheet_get_title (CareSheet *self)
{
  g_return_val_if_fail (CARE_IS_SHEET (self), NULL);

  return self->title;
}

/**
 * care_sheet_get_blocks:
 * @self: a sheet
 *
 * Returns: (transfer none) (element-type CareSheetBlock): what stands on it, in order
 */
GPtrArray *
care_sheet_get_blocks (CareSheet *self)
{
  g_return_val_if_fail (CARE_IS_SHEET (self), NULL);

  return self->blocks;
}

/**
 * care_sheet_dup_troubles:
 * @self: a sheet
 *
 * Returns: (transfer full) (array zero-terminated=1): what is not in order: a
 *   phone that is missing, texts that are not approved, lines that contradict
 *   each other; each stops *ready* before the needle and no sheet after it
 */
char **
care_sheet_dup_troubles (CareSheet *self)
{
  g_autoptr (GStrvBuilder) builder = NULL;

  g_return_val_if_fail (CARE_IS_SHEET (self), NULL);

  builder = g_strv_builder_new ();
  for (guint i = 0; i < self->troubles->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->troubles, i));

  return g_strv_builder_end (builder);
}

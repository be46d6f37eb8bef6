/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-writer.h"

#define EVENING_HOUR 18
#define DAWN_HOUR    5

/**
 * care_sheet_writer_word:
 * @self: a writer
 * @key: a key of data/words/sheet.json
 *
 * Returns: (transfer none): the word in the writer's language
 */
const char *
care_sheet_writer_word (CareSheetWriter *self,
                        const char      *key)
{
  return care_words_get (self->words, key, self->language);
}

/**
 * care_sheet_writer_text:
 * @self: a writer
 * @text: (nullable): a text of the protocol or the clinic
 *
 * Takes note when the text is not there in the writer's language: what is
 * missing is said, never silently English.
 *
 * Returns: (transfer none): the text
 */
const char *
care_sheet_writer_text (CareSheetWriter *self,
                        CareText        *text)
{
  if (text == NULL)
    return "";

  if (!care_text_has (text, self->language))
    self->missing = TRUE;

  return care_format_own_digits (self->format, care_text_get (text, self->language));
}

/* How many calendar days after the sheet's own day @at lies; far away when the
 * sheet is printed on a later day, so that nobody reads yesterday's "tonight". */
static int
days_after (CareSheetWriter *self,
            CareInstant      at)
{
  GTimeZone *zone = self->clinic->zone;
  CareInstant today = care_instant_day_start (care_timeline_get_finished (self->timeline), zone);
  CareInstant printed = care_instant_day_start (care_timeline_get_now (self->timeline), zone);
  CareInstant day = care_instant_day_start (at, zone);

  if (printed != today || day < today)
    return 1000;

  /* Days are 23 to 25 hours long: round. */
  return (int) ((day - today + 12 * CARE_HOUR) / (24 * CARE_HOUR));
}

static int
local_hour (CareSheetWriter *self,
            CareInstant      at)
{
  g_autoptr (GDateTime) local = care_instant_to_local (at, self->clinic->zone);

  return g_date_time_get_hour (local);
}

/**
 * care_sheet_writer_is_second:
 * @self: a writer
 * @at: an instant
 *
 * Returns: whether the clock showed the same time an hour earlier: the reader
 *   must take the later one
 */
gboolean
care_sheet_writer_is_second (CareSheetWriter *self,
                             CareInstant      at)
{
  g_autoptr (GDateTime) local = care_instant_to_local (at, self->clinic->zone);
  g_autoptr (GDateTime) earlier = care_instant_to_local (at - CARE_HOUR, self->clinic->zone);

  return g_date_time_get_hour (local) == g_date_time_get_hour (earlier) &&
         g_date_time_get_minute (local) == g_date_time_get_minute (earlier);
}

/**
 * care_sheet_writer_when:
 * @self: a writer
 * @at: an instant
 * @whole_day: the date alone
 *
 * Returns: (transfer full): "tonight, 23:10", "tomorrow, Monday 23 November, 14:10"
 */
char *
care_sheet_writer_when (CareSheetWriter *self,
                        CareInstant      at,
                        gboolean         whole_day)
{
  int days = days_after (self, at);
  g_autofree char *time = care_format_time (self->format, at);
  g_autofree char *day = care_format_day (self->format, at);
  g_autofree char *words = NULL;
  const char *key = "when.day";

  if (whole_day)
    return g_steal_pointer (&day);

  if (care_sheet_writer_is_second (self, at))
    {
      char *twice = care_format_fill (self->format, care_sheet_writer_word (self, "when.second"), "time", time, NULL);

      g_free (time);
      time = twice;
    }

  if (days == 0)
    key = local_hour (self, at) >= EVENING_HOUR ? "when.tonight" : "when.today";
  else if (days == 1)
    key = local_hour (self, at) < DAWN_HOUR ? "when.night" : "when.tomorrow";

  words = care_format_fill (self->format, care_sheet_writer_word (self, key), "time", time, "day", day, NULL);

  /* Put into a sentence this stands in an isolate of its own, whose direction comes from its
   * first letter outside inner isolates: where there is none, a mark says it. */
  return care_format_is_rtl (self->format) ? g_strconcat ("\xE2\x80\x8F", words, NULL) : g_steal_pointer (&words);
}

/**
 * care_sheet_writer_short_day:
 * @self: a writer
 * @at: an instant
 *
 * Returns: (transfer full): "tonight", "tomorrow, 23 Nov", "24 Nov"
 */
char *
care_sheet_writer_short_day (CareSheetWriter *self,
                             CareInstant      at)
{
  int days = days_after (self, at);
  g_autofree char *day = care_format_day_short (self->format, at);

  if (days == 0)
    return g_strdup (care_sheet_writer_word (self, local_hour (self, at) >= EVENING_HOUR ? "strip.tonight"
                                                                                         : "strip.today"));
  if (days == 1)
    return g_strdup (care_sheet_writer_word (self, local_hour (self, at) < DAWN_HOUR ? "strip.night"
                                                                                     : "strip.tomorrow"));

  return g_steal_pointer (&day);
}

/**
 * care_sheet_writer_areas:
 * @self: a writer
 *
 * Returns: (transfer full): the treated areas as a list, "face and thighs"
 */
char *
care_sheet_writer_areas (CareSheetWriter *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  CareProtocol *protocol = care_timeline_get_protocol (self->timeline);

  for (guint i = 0; self->facts->areas != NULL && self->facts->areas[i] != NULL; i++)
    {
      const CareArea *area = care_protocol_find_area (protocol, self->facts->areas[i]);

      g_ptr_array_add (names, (gpointer) (area != NULL ? care_sheet_writer_text (self, area->text)
                                                       : self->facts->areas[i]));
    }
  g_ptr_array_add (names, NULL);

  return care_format_list (self->format, (const char *const *) names->pdata);
}

/**
 * care_sheet_writer_products:
 * @self: a writer
 *
 * Returns: (transfer full): products with their batches, "Product A, batch L0471"
 */
char *
care_sheet_writer_products (CareSheetWriter *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  CareProtocol *protocol = care_timeline_get_protocol (self->timeline);
  g_auto (GStrv) items = NULL;

  for (guint i = 0; i < self->facts->products->len; i++)
    {
      const CareSheetProduct *used = g_ptr_array_index (self->facts->products, i);
      const CareProduct *product = care_protocol_find_product (protocol, used->id);
      const char *name = used->name;
      g_autofree char *batch = NULL;
      g_autofree char *item = NULL;

      if (name == NULL)
        name = product != NULL ? care_sheet_writer_text (self, product->name) : used->id;
      if (used->batch != NULL)
        batch = care_format_fill (self->format, care_sheet_writer_word (self, "record.batch"), "batch", used->batch, NULL);
      item = batch != NULL ? g_strdup_printf ("%s (%s)", name, batch) : g_strdup (name);
      g_strv_builder_add (builder, item);
    }
  items = g_strv_builder_end (builder);

  return care_format_list (self->format, (const char *const *) items);
}

/**
 * care_sheet_writer_begin:
 * @self: a writer
 * @kind: how the block is drawn
 * @name: its short name
 * @heading_key: (nullable): key of its heading
 *
 * Returns: (transfer none): a new block at the end of the sheet
 */
CareSheetBlock *
care_sheet_writer_begin (CareSheetWriter   *self,
                         CareSheetBlockKind kind,
                         const char        *name,
                         const char        *heading_key)
{
  CareSheetBlock *block = care_sheet_block_new (kind, name, self->language, self->part);

  block->pair = g_strdup (care_sheet_writer_word (self, "pair"));
  if (heading_key != NULL)
    block->heading = g_strdup (care_sheet_writer_word (self, heading_key));
  g_ptr_array_add (self->blocks, block);

  return block;
}

/**
 * care_sheet_writer_digits:
 * @format: how the language writes numbers
 * @number: a number that is a name, such as a year
 *
 * Returns: (transfer full): its digits, without a separator of thousands
 */
char *
care_sheet_writer_digits (CareFormat *format,
                          guint       number)
{
  g_autofree char *plain = g_strdup_printf ("%u", number);
  GString *digits = g_string_new (NULL);

  for (const char *c = plain; *c != '\0'; c++)
    {
      g_autofree char *digit = care_format_number (format, *c - '0', 0);

      g_string_append (digits, digit);
    }

  return g_string_free (digits, FALSE);
}

/* "24 hours before your visit", for a visit nobody has booked yet. */
static char *
dup_distance (CareSheetWriter *self,
              const CareLine  *line)
{
  int days = line->days + 7 * line->weeks;
  g_autofree char *number = care_format_number (self->format, days > 0 ? days : line->hours, 0);

  return care_format_fill (self->format,
                           care_sheet_writer_word (self, days > 0 ? "when.days-before" : "when.hours-before"),
                           "n", number, NULL);
}

/**
 * care_sheet_writer_add_line:
 * @self: a writer
 * @block: the block it goes to
 * @moment: a line that holds, with its moment
 *
 * Returns: (transfer none): the entry
 */
CareSheetEntry *
care_sheet_writer_add_line (CareSheetWriter  *self,
                            CareSheetBlock   *block,
                            const CareMoment *moment)
{
  const CareLine *line = moment->line;
  CareSheetEntry *entry = care_sheet_block_add (block);

  entry->id = g_strdup (line->id);
  entry->pictogram = g_strdup (line->pictogram);
  entry->label = g_strdup (line->label != NULL ? care_sheet_writer_text (self, line->label) : NULL);
  entry->at = moment->at;
  entry->key = line->key;
  /* Crossed out where the picture shows the very thing that is not to be done. */
  entry->avoid = line->stance == CARE_STANCE_AVOID && moment->at == CARE_INSTANT_NONE && line->topic != NULL &&
                 g_strcmp0 (line->pictogram, line->topic) == 0;
  entry->sources = (const char *const *) line->sources;
  if (moment->at != CARE_INSTANT_NONE)
    /* The page is kept into another year as often as not: the date has it always. */
    entry->when = line->block == CARE_BLOCK_KEEP_PAGE ? care_format_date (self->format, moment->at)
                                                      : care_sheet_writer_when (self, moment->at, moment->whole_day);
  else if (line->block == CARE_BLOCK_BEFORE && (line->hours != 0 || line->days != 0 || line->weeks != 0))
    entry->when = dup_distance (self, line);
  entry->text = entry->when != NULL
                  ? care_format_fill (self->format, care_sheet_writer_text (self, line->text), "time", entry->when, NULL)
                  : g_strdup (care_sheet_writer_text (self, line->text));

  return entry;
}

/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "base/care-format.h"

#include <stdarg.h>
#include <string.h>

#include <unicode/udatpg.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#include "base/care-bidi.h"
#include "base/care-format-private.h"

#define FIRST_STRONG_ISOLATE "\xE2\x81\xA8"
#define POP_ISOLATE          "\xE2\x81\xA9"

G_DEFINE_FINAL_TYPE (CareFormat, care_format, G_TYPE_OBJECT)

static UChar *
to_utf16 (const char *text,
          int        *length)
{
  UErrorCode status = U_ZERO_ERROR;
  int32_t size = 0;
  UChar *out;

  u_strFromUTF8 (NULL, 0, &size, text, -1, &status);
  status = U_ZERO_ERROR;
  out = g_new0 (UChar, size + 1);
  u_strFromUTF8WithSub (out, size + 1, &size, text, -1, 0xFFFD, NULL, &status);
  *length = size;

  return out;
}

static char *
to_utf8 (const UChar *text,
         int          length)
{
  UErrorCode status = U_ZERO_ERROR;
  int32_t size = 0;
  char *out;

  u_strToUTF8 (NULL, 0, &size, text, length, &status);
  status = U_ZERO_ERROR;
  out = g_malloc0 ((gsize) size + 1);
  u_strToUTF8 (out, size + 1, &size, text, length, &status);

  return out;
}

static void
care_format_finalize (GObject *object)
{
  CareFormat *self = CARE_FORMAT (object);

  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  for (int i = 0; i < N_FORMATS; i++)
    g_clear_pointer (&self->dates[i], udat_close);
  g_clear_pointer (&self->numbers, unum_close);
  g_clear_pointer (&self->lists, ulistfmt_close);
  g_clear_pointer (&self->with_digits, g_hash_table_unref);

  G_OBJECT_CLASS (care_format_parent_class)->finalize (object);
}

static void
care_format_class_init (CareFormatClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = care_format_finalize;
}

static void
care_format_init (CareFormat *self)
{
}

static UDateFormat *
open_dates (const char             *locale,
            UDateTimePatternGenerator *generator,
            const char             *skeleton)
{
  UErrorCode status = U_ZERO_ERROR;
  int length;
  g_autofree UChar *wanted = to_utf16 (skeleton, &length);
  UChar pattern[128];
  UDateFormat *dates;
  const UChar utc[] = { 'U', 'T', 'C', 0 };
  int pattern_length;

  pattern_length = udatpg_getBestPattern (generator, wanted, length, pattern, G_N_ELEMENTS (pattern), &status);
  dates = udat_open (UDAT_PATTERN, UDAT_PATTERN, locale, utc, -1, pattern, pattern_length, &status);
  if (U_FAILURE (status))
    g_error ("ICU cannot write dates in '%s': %s", locale, u_errorName (status));

  return dates;
}

static gunichar
find_zero (UNumberFormat *numbers)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar zero[4];
  int length = unum_getSymbol (numbers, UNUM_ZERO_DIGIT_SYMBOL, zero, G_N_ELEMENTS (zero), &status);

  return U_SUCCESS (status) && length == 1 ? zero[0] : '0';
}

/**
 * care_format_new:
 * @language: a BCP 47 tag, digits by its -u-nu- extension ("ar-u-nu-latn")
 * @zone: the clinic's zone
 * @hours: 12 or 24 h, or as the language has it
 *
 * Returns: (transfer full): a formatter, whose language is @language without the extension
 */
CareFormat *
care_format_new (const char *language,
                 GTimeZone  *zone,
                 CareHours   hours)
{
  CareFormat *self;
  UErrorCode status = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY];
  UDateTimePatternGenerator *generator;
  const char *extension;
  const char *hour = hours == CARE_HOURS_24 ? "Hmm" : hours == CARE_HOURS_12 ? "hmm" : "jmm";
  g_autofree char *moment = g_strconcat ("EEEdMMM", hour, NULL);
  g_autofree char *moment_year = g_strconcat ("yMMMd", hour, NULL);
  g_autofree char *tag = NULL;

  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  self = g_object_new (CARE_TYPE_FORMAT, NULL);
  extension = strstr (language, "-u-");
  self->language = extension != NULL ? g_strndup (language, (gsize) (extension - language)) : g_strdup (language);
  self->zone = g_time_zone_ref (zone);

  /* Plain "en" would be American order; the clinic names a region where it wants one. */
  tag = g_strconcat (strcmp (self->language, "en") == 0 ? "en-GB" : self->language, extension, NULL);
  uloc_forLanguageTag (tag, locale, sizeof locale, NULL, &status);
  generator = udatpg_open (locale, &status);
  if (U_FAILURE (status))
    g_error ("ICU does not know the language '%s': %s", language, u_errorName (status));
  self->dates[FORMAT_TIME] = open_dates (locale, generator, hour);
  self->dates[FORMAT_DAY] = open_dates (locale, generator, "EEEEdMMMM");
  self->dates[FORMAT_DAY_SHORT] = open_dates (locale, generator, "dMMM");
  self->dates[FORMAT_MOMENT] = open_dates (locale, generator, moment);
  self->dates[FORMAT_MOMENT_YEAR] = open_dates (locale, generator, moment_year);
  self->dates[FORMAT_DATE] = open_dates (locale, generator, "dMMMMy");
  udatpg_close (generator);

  self->numbers = unum_open (UNUM_DECIMAL, NULL, 0, locale, NULL, &status);
  self->lists = ulistfmt_open (locale, &status);
  if (U_FAILURE (status))
    g_error ("ICU cannot write numbers and lists in '%s': %s", language, u_errorName (status));
  unum_setAttribute (self->numbers, UNUM_MINIMUM_GROUPING_DIGITS, UNUM_MINIMUM_GROUPING_DIGITS_AUTO);
  self->zero = find_zero (self->numbers);
  self->with_digits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

const char *
care_format_get_language (CareFormat *self)
{
  g_return_val_if_fail (CARE_IS_FORMAT (self), NULL);

  return self->language;
}

/**
 * care_format_is_rtl:
 * @self: a formatter
 *
 * Returns: whether the language is written from right to left
 */
gboolean
care_format_is_rtl (CareFormat *self)
{
  g_return_val_if_fail (CARE_IS_FORMAT (self), FALSE);

  return uloc_isRightToLeft (self->language);
}

static char *
format_flat (UDateFormat *dates,
             UDate        flat)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar buffer[256];
  int length = udat_format (dates, flat, buffer, G_N_ELEMENTS (buffer), NULL, &status);

  if (U_FAILURE (status))
    g_error ("ICU cannot write a date: %s", u_errorName (status));

  return to_utf8 (buffer, length);
}

static char *
format_instant (CareFormat *self,
                int         format,
                CareInstant instant)
{
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (CARE_IS_FORMAT (self), NULL);
  g_return_val_if_fail (instant != CARE_INSTANT_NONE, NULL);

  local = care_instant_to_local (instant, self->zone);

  return format_flat (self->dates[format], (double) (instant + g_date_time_get_utc_offset (local)) / 1000.0);
}

/* French and Portuguese write the first of a month as an ordinal; ICU writes "1 décembre". */
static char *
mark_first (CareFormat *self,
            int         day,
            char       *words)
{
  const char *const ordinals[][2] = { { "fr", "1er" }, { "pt", "1\u00ba" } };
  g_autofree char *plain = words;

  for (gsize i = 0; day == 1 && i < G_N_ELEMENTS (ordinals); i++)
    {
      const char *first = strchr (plain, '1');

      if (strncmp (self->language, ordinals[i][0], 2) == 0 && first != NULL && first[1] == ' ')
        return g_strdup_printf ("%.*s%s%s", (int) (first - plain), plain, ordinals[i][1], first + 1);
    }

  return g_steal_pointer (&plain);
}

static char *
format_day_of (CareFormat *self,
               int         format,
               CareInstant instant)
{
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (CARE_IS_FORMAT (self), NULL);
  g_return_val_if_fail (instant != CARE_INSTANT_NONE, NULL);

  local = care_instant_to_local (instant, self->zone);

  return mark_first (self, g_date_time_get_day_of_month (local), format_instant (self, format, instant));
}

char *
care_format_time (CareFormat *self,
                  CareInstant instant)
{
  return format_instant (self, FORMAT_TIME, instant);
}

char *
care_format_day (CareFormat *self,
                 CareInstant instant)
{
  return format_day_of (self, FORMAT_DAY, instant);
}

char *
care_format_day_short (CareFormat *self,
                       CareInstant instant)
{
  return format_day_of (self, FORMAT_DAY_SHORT, instant);
}

char *
care_format_moment (CareFormat *self,
                    CareInstant instant)
{
  return format_day_of (self, FORMAT_MOMENT, instant);
}

char *
care_format_moment_year (CareFormat *self,
                         CareInstant instant)
{
  return format_day_of (self, FORMAT_MOMENT_YEAR, instant);
}

char *
care_format_date (CareFormat *self,
                  CareInstant instant)
{
  return format_day_of (self, FORMAT_DATE, instant);
}

/**
 * care_format_calendar_date:
 * @self: a formatter
 * @date: a valid date
 *
 * Returns: (transfer full): the date in words, whatever the zone
 */
char *
care_format_calendar_date (CareFormat  *self,
                           const GDate *date)
{
  const double days_before_unix = 719163.0; /* 1 January 1970 as a Julian day of GDate */

  g_return_val_if_fail (CARE_IS_FORMAT (self), NULL);
  g_return_val_if_fail (g_date_valid (date), NULL);

  return mark_first (self, g_date_get_day (date),
                     format_flat (self->dates[FORMAT_DATE],
                                  ((double) g_date_get_julian (date) - days_before_unix) * 86400000.0));
}

/**
 * care_format_number:
 * @self: a formatter
 * @number: a number
 * @max_decimals: the most digits after the point
 *
 * Returns: (transfer full): the number as the language writes it
 */
char *
care_format_number (CareFormat *self,
                    double      number,
                    int         max_decimals)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar buffer[512];
  int length;

  g_return_val_if_fail (CARE_IS_FORMAT (self), NULL);

  unum_setAttribute (self->numbers, UNUM_MAX_FRACTION_DIGITS, max_decimals);
  length = unum_formatDouble (self->numbers, number, buffer, G_N_ELEMENTS (buffer), NULL, &status);
  if (U_FAILURE (status))
    return g_strdup_printf ("%g", number);

  return to_utf8 (buffer, length);
}

/**
 * care_format_list:
 * @self: a formatter
 * @items: (array zero-terminated=1): texts
 *
 * Returns: (transfer full): the texts joined as the language joins a list
 */
char *
care_format_list (CareFormat        *self,
                  const char *const *items)
{
  UErrorCode status = U_ZERO_ERROR;
  guint n = g_strv_length ((char **) items);
  g_autofree UChar **parts = g_new0 (UChar *, n + 1);
  g_autofree int32_t *lengths = g_new0 (int32_t, n + 1);
  g_autofree UChar *out = NULL;
  gsize size = 64;
  int length;

  g_return_val_if_fail (CARE_IS_FORMAT (self), NULL);

  if (n == 0)
    return g_strdup ("");
  for (guint i = 0; i < n; i++)
    {
      parts[i] = to_utf16 (items[i], &lengths[i]);
      size += (gsize) lengths[i] + 16;
    }
  out = g_new0 (UChar, size);
  length = ulistfmt_format (self->lists, (const UChar *const *) parts, lengths, (int32_t) n, out, (int32_t) size, &status);
  for (guint i = 0; i < n; i++)
    g_free (parts[i]);
  if (U_FAILURE (status))
    return g_strjoinv (", ", (char **) items);

  return to_utf8 (out, length);
}

/**
 * care_format_fill:
 * @self: a formatter
 * @sentence: a text with places such as "{time}"
 * @...: pairs of a place's name and its value, ended by %NULL
 *
 * Every value is put between U+2068 and U+2069: without that a page from right
 * to left prints a phone number backwards. No control in a value reaches out of
 * it (care_bidi_dup_neutral()).
 *
 * Returns: (transfer full): the sentence with the values in their places
 */
char *
care_format_fill (CareFormat *self,
                  const char *sentence,
                  ...)
{
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  GString *out;
  va_list args;
  const char *name;

  g_return_val_if_fail (CARE_IS_FORMAT (self), NULL);
  g_return_val_if_fail (sentence != NULL, NULL);

  va_start (args, sentence);
  while ((name = va_arg (args, const char *)) != NULL)
    g_hash_table_insert (values, (gpointer) name, va_arg (args, char *));
  va_end (args);

  out = g_string_new (NULL);
  for (const char *c = sentence; *c != '\0'; )
    {
      const char *close = *c == '{' ? strchr (c, '}') : NULL;
      g_autofree char *place = close != NULL ? g_strndup (c + 1, (gsize) (close - c) - 1) : NULL;
      const char *value = place != NULL ? g_hash_table_lookup (values, place) : NULL;
      g_autofree char *neutral = NULL;

      if (value == NULL)
        {
          g_string_append_c (out, *c++);
          continue;
        }
      neutral = care_bidi_dup_neutral (value);
      g_string_append_printf (out, FIRST_STRONG_ISOLATE "%s" POP_ISOLATE, neutral);
      c = close + 1;
    }

  return g_string_free (out, FALSE);
}

/**
 * care_format_language_name:
 * @language: a BCP 47 tag
 *
 * Returns: (transfer full): what the language calls itself, its first letter large
 */
char *
care_format_language_name (const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY];
  UChar buffer[128];
  int length;
  g_autofree char *name = NULL;
  g_autofree char *first = NULL;
  g_autofree char *large = NULL;

  g_return_val_if_fail (language != NULL, NULL);

  uloc_forLanguageTag (language, locale, sizeof locale, NULL, &status);
  length = uloc_getDisplayName (locale, locale, buffer, G_N_ELEMENTS (buffer), &status);
  if (U_FAILURE (status) || length == 0)
    return g_strdup (language);

  /* Many languages write their names small in the middle of a sentence; alone on a button the first letter is large. */
  name = to_utf8 (buffer, length);
  first = g_utf8_substring (name, 0, 1);
  large = g_utf8_strup (first, -1);

  return g_strconcat (large, g_utf8_next_char (name), NULL);
}

/**
 * care_format_other_language:
 * @self: a format
 * @language: BCP 47 tag
 *
 * Returns: (transfer full): what @self's language calls it within a sentence; the tag where it has no name
 */
char *
care_format_other_language (CareFormat *self,
                            const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  char locale[ULOC_FULLNAME_CAPACITY];
  char own[ULOC_FULLNAME_CAPACITY];
  UChar buffer[128];
  int length;

  g_return_val_if_fail (CARE_IS_FORMAT (self), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  uloc_forLanguageTag (language, locale, sizeof locale, NULL, &status);
  if (U_FAILURE (status) || *locale == '\0')
    return g_strdup (language);
  uloc_forLanguageTag (self->language, own, sizeof own, NULL, &status);
  length = uloc_getDisplayName (locale, own, buffer, G_N_ELEMENTS (buffer), &status);
  if (U_FAILURE (status) || length == 0)
    return g_strdup (language);

  return to_utf8 (buffer, length);
}

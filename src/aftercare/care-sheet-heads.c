/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-heads.h"

#include <stdio.h>

#include "aftercare/care-sheet-private.h"
#include "aftercare/care-sheet-writer.h"
#include "base/care-bidi.h"

#define SEPARATOR CARE_SHEET_SEPARATOR

static const char *
word (CareSheet  *self,
      guint       part,
      const char *key)
{
  return care_words_get (self->words, key, self->languages[part]);
}

/**
 * care_sheet_dup_head:
 * @self: a sheet
 * @part: number of the language
 *
 * Returns: (transfer full): what heads every page: name, birth year, finish time
 */
char *
care_sheet_dup_head (CareSheet *self,
                     guint      part)
{
  const char *const keys[] = { "header.finished", "header.tested", "header.visit" };
  CareFormat *format;
  g_autofree char *moment = NULL;
  g_autofree char *finished = NULL;
  g_autofree char *name = NULL;
  g_autofree char *year = NULL;
  g_autofree char *born = NULL;
  GString *head;

  g_return_val_if_fail (CARE_IS_SHEET (self), NULL);

  format = care_sheet_get_format (self, self->languages[part]);
  moment = care_format_moment_year (format, care_timeline_get_finished (self->timeline));
  finished = care_format_fill (format, word (self, part, keys[self->facts->kind]), "time", moment, NULL);
  head = g_string_new (NULL);
  name = care_bidi_dup_neutral (self->facts->patient_name);
  g_string_append_printf (head, "\xE2\x81\xA8%s\xE2\x81\xA9", name);
  /* A year that nobody knows leaves room to write it: without one the page may be anybody's of that name. */
  year = self->facts->birth_year > 0 ? care_sheet_writer_digits (format, self->facts->birth_year) : g_strdup ("______");
  born = care_format_fill (format, word (self, part, "header.born"), "year", year, NULL);
  g_string_append_printf (head, SEPARATOR "%s" SEPARATOR "%s", born, finished);

  return g_string_free (head, FALSE);
}

/**
 * care_sheet_dup_page_number:
 * @self: a sheet
 * @part: number of the language
 * @page: number of the page, from 1
 * @pages: how many there are
 *
 * Returns: (transfer full): "Page 1 of 2"
 */
char *
care_sheet_dup_page_number (CareSheet *self,
                            guint      part,
                            guint      page,
                            guint      pages)
{
  CareFormat *format;
  g_autofree char *this_page = NULL;
  g_autofree char *all_pages = NULL;

  g_return_val_if_fail (CARE_IS_SHEET (self), NULL);

  format = care_sheet_get_format (self, self->languages[part]);
  this_page = care_format_number (format, page, 0);
  all_pages = care_format_number (format, pages, 0);

  return care_format_fill (format, word (self, part, "header.page"), "page", this_page, "pages", all_pages, NULL);
}

static char *
format_day (CareFormat *format,
            const char *day)
{
  GDate date;
  int year, month, number;

  g_date_clear (&date, 1);
  if (day == NULL || sscanf (day, "%d-%d-%d", &year, &month, &number) != 3 ||
      year < 1 || year > 9999 || month < 1 || month > 12 || number < 1 || number > 31 ||
      !g_date_valid_dmy ((GDateDay) number, (GDateMonth) month, (GDateYear) year))
    return g_strdup (day != NULL ? day : "");
  g_date_set_dmy (&date, (GDateDay) number, (GDateMonth) month, (GDateYear) year);

  return care_format_calendar_date (format, &date);
}

/* Whose the sheet is: clinic and place. */
static char *
dup_place (CareSheet *self)
{
  g_autofree char *address = self->clinic->address != NULL ? g_strjoinv (", ", self->clinic->address) : NULL;
  g_autofree char *name = care_bidi_dup_neutral (self->clinic->name);
  g_autofree char *drawn = care_bidi_dup_neutral (address);

  return g_strdup_printf ("\xE2\x81\xA8%s%s%s\xE2\x81\xA9", name,
                          address != NULL && address[0] != '\0' ? ", " : "", drawn != NULL ? drawn : "");
}

/* Which words these are: version of the protocol, who approved it and when, when it is looked at again. */
static char *
dup_version (CareSheet *self,
             guint      part)
{
  CareProtocol *protocol;
  const CareApproval *approval;
  CareFormat *format;
  g_autofree char *version = NULL;
  GString *foot;

  protocol = care_timeline_get_protocol (self->timeline);
  approval = care_protocol_get_approval (protocol, self->languages[part]);
  format = care_sheet_get_format (self, self->languages[part]);
  version = care_format_fill (format, word (self, part, "footer.protocol"),
                              "version", care_protocol_get_version (protocol), NULL);
  foot = g_string_new (NULL);
  if (g_strcmp0 (care_sheet_get_watermark (self, part), word (self, part, "notice.example")) == 0)
    g_string_append_printf (foot, "%s" SEPARATOR, word (self, part, "notice.example-text"));
  g_string_append_printf (foot, "%s" SEPARATOR, version);

  if (approval != NULL && approval->approver != NULL && approval->approver[0] != '\0')
    {
      g_autofree char *date = format_day (format, approval->date);
      g_autofree char *review = format_day (format, approval->review);
      g_autofree char *approved = care_format_fill (format, word (self, part, "footer.approved"),
                                                    "who", approval->approver, "date", date, NULL);
      g_autofree char *again = care_format_fill (format, word (self, part, "footer.review"), "date", review, NULL);

      g_string_append (foot, approved);
      if (review[0] != '\0')
        g_string_append_printf (foot, SEPARATOR "%s", again);
    }
  else
    {
      g_string_append (foot, word (self, part, "footer.not-approved"));
    }

  return g_string_free (foot, FALSE);
}

/**
 * care_sheet_dup_foot:
 * @self: a sheet
 * @part: number of the language
 * @foot: of which page
 *
 * Returns: (transfer full): the foot of a page: a leaf says on its front whose it is, on its back
 *   which words these are; a page before a visit stands alone and says both
 */
char *
care_sheet_dup_foot (CareSheet *self,
                     guint      part,
                     CareFoot   foot)
{
  g_autofree char *place = NULL;
  g_autofree char *version = NULL;

  g_return_val_if_fail (CARE_IS_SHEET (self), NULL);

  place = dup_place (self);
  version = dup_version (self, part);
  if (foot == CARE_FOOT_WHOLE || self->facts->kind == CARE_SHEET_BEFORE)
    return g_strconcat (place, SEPARATOR, version, NULL);

  return foot == CARE_FOOT_FRONT ? g_steal_pointer (&place) : g_steal_pointer (&version);
}

/**
 * care_sheet_get_watermark:
 * @self: a sheet
 * @part: number of the language
 *
 * Returns: (transfer none) (nullable): what stands across its pages: TEST PAGE on nobody's, EXAMPLE on
 *   the sample's, NOT APPROVED on a draft's or an unapproved language's
 */
const char *
care_sheet_get_watermark (CareSheet *self,
                          guint      part)
{
  g_return_val_if_fail (CARE_IS_SHEET (self), NULL);

  if (self->facts->printer_check)
    return word (self, part, "notice.printer-check");
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const CareSheetBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->part != part || block->kind != CARE_SHEET_BLOCK_NOTICE)
        continue;
      if (g_str_equal (block->name, "example"))
        return word (self, part, "notice.example");
      if (g_str_equal (block->name, "not-approved"))
        return word (self, part, "notice.not-approved");
    }

  return NULL;
}

/**
 * care_sheet_language_is_rtl:
 * @self: a sheet
 * @language: a BCP 47 tag
 *
 * Returns: whether it is written from right to left
 */
gboolean
care_sheet_language_is_rtl (CareSheet  *self,
                            const char *language)
{
  CareFormat *format;

  g_return_val_if_fail (CARE_IS_SHEET (self), FALSE);

  format = care_sheet_get_format (self, language);

  return care_format_is_rtl (format);
}

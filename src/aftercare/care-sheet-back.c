/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-writer.h"

static CareSheetBlock *
begin_back (CareSheetWriter   *self,
            CareSheetBlockKind kind,
            const char        *name,
            const char        *heading_key)
{
  CareSheetBlock *block = care_sheet_writer_begin (self, kind, name, heading_key);

  /* A page before a visit has one side. */
  block->back = self->facts->kind != CARE_SHEET_BEFORE;

  return block;
}

static gboolean
has_line (CareSheetWriter *self,
          CareBlock        wanted)
{
  GPtrArray *lines = care_timeline_get_lines (self->timeline);

  for (guint i = 0; i < lines->len; i++)
    {
      const CareMoment *moment = g_ptr_array_index (lines, i);

      if (moment->line->block == wanted && !moment->passed)
        return TRUE;
    }

  return FALSE;
}

/* Whether the section about medicines has told the same already: said once, it is read. */
static gboolean
is_told (CareSheetWriter  *self,
         const CareMoment *wanted)
{
  GPtrArray *lines = care_timeline_get_lines (self->timeline);

  if (self->facts->kind == CARE_SHEET_BEFORE || wanted->line->block != CARE_BLOCK_BEFORE || wanted->line->topic == NULL ||
      wanted->at != CARE_INSTANT_NONE)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const CareMoment *moment = g_ptr_array_index (lines, i);

      if (moment->line->block == CARE_BLOCK_MEDICINE && !moment->passed && moment->line->stance == wanted->line->stance &&
          g_strcmp0 (moment->line->topic, wanted->line->topic) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
add_lines (CareSheetWriter *self,
           CareSheetBlock  *block,
           CareBlock        wanted)
{
  GPtrArray *lines = care_timeline_get_lines (self->timeline);

  for (guint i = 0; i < lines->len; i++)
    {
      const CareMoment *moment = g_ptr_array_index (lines, i);

      if (moment->line->block == wanted && !moment->passed && !is_told (self, moment))
        care_sheet_writer_add_line (self, block, moment);
    }
}

static void
add_list (CareSheetWriter *self,
          CareBlock        wanted,
          const char      *name,
          const char      *heading_key)
{
  if (has_line (self, wanted))
    add_lines (self, begin_back (self, CARE_SHEET_BLOCK_LIST, name, heading_key), wanted);
}

/* Printed again after the next visit: nobody is sent to a visit that has been. */
static gboolean
is_next_over (CareSheetWriter *self)
{
  return self->facts->next_visit != CARE_INSTANT_NONE && self->facts->next_visit <= care_timeline_get_now (self->timeline);
}

static char *
next_visit_text (CareSheetWriter *self)
{
  const CareSheetFacts *facts = self->facts;
  gboolean visit = facts->next_visit != CARE_INSTANT_NONE;
  gboolean waits = facts->next_earliest > care_timeline_get_now (self->timeline);
  CareInstant at = visit ? facts->next_visit : waits ? facts->next_earliest : CARE_INSTANT_NONE;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  const char *key;

  if (at == CARE_INSTANT_NONE)
    {
      gboolean last = facts->session_count > 0 && facts->session_number >= facts->session_count;

      return g_strdup (care_sheet_writer_word (self, last ? "next.last" : "next.open"));
    }

  day = care_format_day (self->format, at);
  time = care_format_time (self->format, at);
  if (visit)
    key = facts->next_kind == CARE_VISIT_READING ? "next.reading" : "next.visit";
  else
    key = facts->kind == CARE_SHEET_TEST ? "next.earliest-time" : "next.earliest";

  return care_format_fill (self->format, care_sheet_writer_word (self, key), "day", day, "time", time, NULL);
}

static char *
utc_stamp (CareInstant at)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = care_instant_to_local (at, utc);

  return g_date_time_format (time, "%Y%m%dT%H%M%SZ");
}

/* One event in UTC, as small as RFC 5545 section 3.6.1 allows; no name in it. */
static void
add_code (CareSheetWriter *self)
{
  const CareSheetFacts *facts = self->facts;
  g_autofree char *stamp = NULL;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  g_autofree char *uid = NULL;
  CareSheetBlock *block;
  CareSheetEntry *entry;

  if (facts->next_visit == CARE_INSTANT_NONE)
    return;

  stamp = utc_stamp (care_timeline_get_finished (self->timeline));
  start = utc_stamp (facts->next_visit);
  end = utc_stamp (facts->next_visit + (facts->next_minutes > 0 ? facts->next_minutes : 45) * CARE_MINUTE);
  uid = facts->next_uid != NULL ? g_strdup (facts->next_uid) : g_strdup_printf ("%s@aftercare.example", start);

  block = begin_back (self, CARE_SHEET_BLOCK_CODE, "code", NULL);
  block->text = g_strdup (care_sheet_writer_word (self, "qr.caption"));
  entry = care_sheet_block_add (block);
  entry->at = facts->next_visit;
  entry->label = next_visit_text (self);
  entry->when = care_format_moment (self->format, facts->next_visit);
  entry->text = g_strdup_printf ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Aftercare//EN\r\nBEGIN:VEVENT\r\n"
                                 "UID:%s\r\nDTSTAMP:%s\r\nDTSTART:%s\r\nDTEND:%s\r\nSUMMARY:%s\r\n"
                                 "END:VEVENT\r\nEND:VCALENDAR\r\n",
                                 uid, stamp, start, end, care_sheet_writer_word (self, "qr.summary"));
}

static void
add_next (CareSheetWriter *self)
{
  CareSheetBlock *block;
  CareSheetEntry *entry;

  if (self->facts->kind != CARE_SHEET_BEFORE && !is_next_over (self))
    {
      block = begin_back (self, CARE_SHEET_BLOCK_LIST, "next", "next.heading");
      entry = care_sheet_block_add (block);
      entry->pictogram = g_strdup ("calendar");
      entry->text = next_visit_text (self);
      entry->at = self->facts->next_visit;
      entry->key = TRUE;
      if (self->last_part)
        add_code (self);
    }
  add_list (self, CARE_BLOCK_BEFORE, "before", "before.heading");
  add_list (self, CARE_BLOCK_CALL_BEFORE, "call-before", "call-before.heading");
}

static void
add_pair (CareSheetWriter *self,
          CareSheetBlock  *block,
          const char      *key,
          const char      *value)
{
  CareSheetEntry *entry;

  if (value == NULL || value[0] == '\0')
    return;

  entry = care_sheet_block_add (block);
  entry->label = g_strdup (care_sheet_writer_word (self, key));
  entry->text = g_strdup (value);
}

static char *
test_text (CareSheetWriter *self)
{
  const CareSheetFacts *facts = self->facts;
  g_autofree char *date = NULL;
  gboolean clear = facts->test_result == CARE_TEST_CLEAR;

  if (facts->test_result == CARE_TEST_NOT_READ)
    return NULL;
  if (facts->test_read == CARE_INSTANT_NONE)
    return g_strdup (care_sheet_writer_word (self, clear ? "record.test-clear-undated" : "record.test-reaction-undated"));

  date = care_format_date (self->format, facts->test_read);

  return care_format_fill (self->format,
                           care_sheet_writer_word (self, clear ? "record.test-clear" : "record.test-reaction"),
                           "date", date, NULL);
}

static void
add_record (CareSheetWriter *self)
{
  const char *const numbing[] = { "record.unknown", "record.no", "record.yes" };
  CareSheetBlock *block = begin_back (self, CARE_SHEET_BLOCK_RECORD, "record", "record.heading");
  g_autofree char *areas = care_sheet_writer_areas (self);
  g_autofree char *products = care_sheet_writer_products (self);
  g_autofree char *test = test_text (self);

  add_pair (self, block, "record.areas", areas);
  add_pair (self, block, "record.products", products);
  add_pair (self, block, "record.numbing", care_sheet_writer_word (self, numbing[self->facts->numbed]));
  add_pair (self, block, "record.test", test);
  add_pair (self, block, "record.clinician", self->facts->clinician);
}

/* Words of a language that nobody has approved say so where they stand; on the sheet's own languages the page does. */
static void
tell_unapproved (CareSheetWriter *self,
                 CareSheetBlock  *block)
{
  CareProtocol *protocol = care_timeline_get_protocol (self->timeline);

  if (care_protocol_get_status (protocol) == CARE_PROTOCOL_IN_FORCE
      && care_protocol_get_approval (protocol, self->language) == NULL)
    care_sheet_block_add (block)->text = g_strdup (care_sheet_writer_word (self, "notice.not-approved"));
}

/* For another doctor, in the language of the country (fact c-05). */
static void
add_doctor (CareSheetWriter *self)
{
  CareFormat *format = self->doctor_format;
  CareSheetWriter other = *self;
  g_autofree char *areas = NULL;
  g_autofree char *products = NULL;
  g_autofree char *date = NULL;
  CareSheetBlock *block;

  other.format = format;
  other.language = self->clinic->doctor_language;
  block = begin_back (&other, CARE_SHEET_BLOCK_BOX, "doctor", "doctor.heading");
  date = care_format_date (format, care_timeline_get_finished (self->timeline));
  areas = care_sheet_writer_areas (&other);
  products = care_sheet_writer_products (&other);

  if (g_str_equal (self->language, other.language))
    {
      /* The record just above says what was done. */
      add_lines (&other, block, CARE_BLOCK_DOCTOR);
      self->missing = self->missing || other.missing;
      return;
    }

  tell_unapproved (&other, block);
  block->text = care_format_fill (format,
                                  care_sheet_writer_word (&other, self->facts->kind == CARE_SHEET_TEST ? "doctor.test"
                                                                                                       : "doctor.session"),
                                  "date", date, NULL);
  add_pair (&other, block, "record.areas", areas);
  add_pair (&other, block, "record.products", products);
  add_lines (&other, block, CARE_BLOCK_DOCTOR);
  self->missing = self->missing || other.missing;
}

static void
add_report_and_offer (CareSheetWriter *self)
{
  if (self->clinic->report_text != NULL || has_line (self, CARE_BLOCK_REPORT))
    {
      CareSheetBlock *block = begin_back (self, CARE_SHEET_BLOCK_LIST, "report", "report.heading");

      /* The clinic's own words name the office that the protocol can only hint at. */
      if (self->clinic->report_text != NULL)
        care_sheet_block_add (block)->text = g_strdup (care_sheet_writer_text (self, self->clinic->report_text));
      else
        add_lines (self, block, CARE_BLOCK_REPORT);
    }
  add_list (self, CARE_BLOCK_OFFER, "offer", "offer.heading");
}

static void
add_teach_back (CareSheetWriter *self)
{
  GPtrArray *prompts = care_protocol_get_teach_back (care_timeline_get_protocol (self->timeline));
  CareSheetBlock *block;

  if (prompts->len == 0)
    return;

  block = begin_back (self, CARE_SHEET_BLOCK_TICKS, "teach-back", "teach.heading");
  for (guint i = 0; i < prompts->len; i++)
    {
      const CareCodedText *prompt = g_ptr_array_index (prompts, i);
      CareSheetEntry *entry = care_sheet_block_add (block);

      entry->id = g_strdup (prompt->code);
      entry->text = g_strdup (care_sheet_writer_text (self, prompt->text));
      entry->time = g_strdup (care_sheet_writer_word (self, "teach.said"));
      entry->day = g_strdup (care_sheet_writer_word (self, "teach.again"));
      entry->sources = (const char *const *) prompt->sources;
    }
}

/* The key points once more (fact w-03), then the last line. */
static void
add_end (CareSheetWriter *self)
{
  GPtrArray *lines = care_timeline_get_lines (self->timeline);
  CareSheetBlock *block = NULL;
  g_autofree char *date = care_format_date (self->format, care_timeline_get_keep_until (self->timeline));

  for (guint i = 0; i < lines->len; i++)
    {
      const CareMoment *moment = g_ptr_array_index (lines, i);

      /* The medicines stand in full on the same side. */
      if (!moment->line->key || moment->passed || moment->line->block == CARE_BLOCK_MEDICINE)
        continue;
      if (block == NULL)
        block = begin_back (self, CARE_SHEET_BLOCK_LIST, "key", "key.heading");
      care_sheet_writer_add_line (self, block, moment);
    }

  /* Weeks later nobody is told to keep it until a day that is over. */
  if (!has_line (self, CARE_BLOCK_KEEP_PAGE)
      && care_timeline_get_keep_until (self->timeline) <= care_timeline_get_now (self->timeline))
    return;

  block = begin_back (self, CARE_SHEET_BLOCK_KEEP, "keep", NULL);
  add_lines (self, block, CARE_BLOCK_KEEP_PAGE);
  if (block->entries->len == 0)
    care_sheet_block_add (block)->text =
      care_format_fill (self->format, care_sheet_writer_word (self, "keep.text"), "date", date, NULL);
}

/**
 * care_sheet_writer_back:
 * @self: a writer
 *
 * Writes the back of a leaf: everything of facts.md section 12 that is not on
 * the front, "keep this page until" last.
 */
void
care_sheet_writer_back (CareSheetWriter *self)
{
  gboolean treated = self->facts->kind != CARE_SHEET_BEFORE;

  if (treated)
    {
      add_list (self, CARE_BLOCK_NORMAL, "normal", "normal.heading");
      add_list (self, CARE_BLOCK_CARE, "care", "care.heading");
      add_list (self, CARE_BLOCK_FOOD, "food", "food.heading");
    }
  if (treated)
    add_list (self, CARE_BLOCK_MEDICINE, "medicine", "medicine.heading");
  add_next (self);
  if (!treated)
    {
      care_sheet_writer_phones (self, NULL);
      if (self->last_part)
        add_code (self);
      return;
    }

  add_list (self, CARE_BLOCK_KEEP_UP, "keep-up", "keep-up.heading");
  add_record (self);
  if (self->last_part)
    add_doctor (self);
  add_report_and_offer (self);
  if (self->last_part)
    add_teach_back (self);
  add_end (self);
}

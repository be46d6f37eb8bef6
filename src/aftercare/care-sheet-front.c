/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Aftercare authors */

#include "aftercare/care-sheet-writer.h"

static const char *
word_by_kind (CareSheetWriter *self,
              const char      *session,
              const char      *test,
              const char      *before)
{
  const char *key = session;

  if (self->facts->kind == CARE_SHEET_TEST)
    key = test;
  else if (self->facts->kind == CARE_SHEET_BEFORE)
    key = before;

  return care_sheet_writer_word (self, key);
}

static void
add_title (CareSheetWriter *self)
{
  const CareSheetFacts *facts = self->facts;
  CareSheetBlock *block = care_sheet_writer_begin (self, CARE_SHEET_BLOCK_TITLE, "title", NULL);
  g_autofree char *areas = care_sheet_writer_areas (self);
  g_autofree char *k = care_format_number (self->format, facts->session_number, 0);
  g_autofree char *n = care_format_number (self->format, facts->session_count, 0);

  block->heading = g_strdup (word_by_kind (self, "title.session", "title.test", "title.before"));
  if (facts->kind == CARE_SHEET_TEST)
    care_sheet_block_add (block)->text = g_strdup (care_sheet_writer_word (self, "subtitle.test"));
  else if (facts->session_number > 0)
    care_sheet_block_add (block)->text =
      care_format_fill (self->format,
                        care_sheet_writer_word (self, facts->session_count > 0 ? "subtitle.session-of"
                                                                               : "subtitle.session"),
                        "k", k, "n", n, NULL);
  if (areas[0] != '\0')
    care_sheet_block_add (block)->text = g_strdup (areas);
}

static void
add_notice (CareSheetWriter *self,
            const char      *name,
            const char      *key,
            CareInstant      at)
{
  CareSheetBlock *block = care_sheet_writer_begin (self, CARE_SHEET_BLOCK_NOTICE, name, NULL);
  g_autofree char *when = at != CARE_INSTANT_NONE ? care_format_moment (self->format, at) : NULL;

  block->text = care_format_fill (self->format, care_sheet_writer_word (self, key), "time", when, NULL);
}

static void
add_notices (CareSheetWriter *self)
{
  CareProtocol *protocol = care_timeline_get_protocol (self->timeline);
  const CareApproval *approval = care_protocol_get_approval (protocol, self->language);
  CareProtocolStatus status = care_protocol_get_status (protocol);

  if (status == CARE_PROTOCOL_SAMPLE || self->clinic->sample)
    add_notice (self, "example", "notice.example-text", CARE_INSTANT_NONE);
  else if (status == CARE_PROTOCOL_DRAFT || approval == NULL || approval->approver == NULL || approval->approver[0] == '\0')
    add_notice (self, "not-approved", "notice.not-approved-text", CARE_INSTANT_NONE);

  if (self->facts->printer_check)
    add_notice (self, "printer-check", "notice.printer-check-text", CARE_INSTANT_NONE);
  if (self->facts->reprint_of != CARE_INSTANT_NONE)
    add_notice (self, "reprint", "notice.reprint", self->facts->reprint_of);
  if (care_timeline_has_passed (self->timeline))
    add_notice (self, "late", "notice.late", care_timeline_get_now (self->timeline));
}

static void
add_finish (CareSheetWriter *self)
{
  CareInstant finished = care_timeline_get_finished (self->timeline);
  CareSheetBlock *block = care_sheet_writer_begin (self, CARE_SHEET_BLOCK_FINISH, "finish", NULL);
  CareSheetEntry *entry = care_sheet_block_add (block);

  block->heading = g_strdup (word_by_kind (self, "finish.session", "finish.test", "finish.before"));
  entry->at = finished;
  entry->time = care_format_time (self->format, finished);
  entry->day = care_format_day (self->format, finished);
  entry->text = care_format_fill (self->format, care_sheet_writer_word (self, "when.alone"),
                                  "day", entry->day, "time", entry->time, NULL);
}

static const char *
until_key (CareUntil until)
{
  switch (until)
    {
    case CARE_UNTIL_FEELING:
      return "strip.until-feeling";
    case CARE_UNTIL_BRUISES:
      return "strip.until-bruises";
    case CARE_UNTIL_MARKS:
      return "strip.until-marks";
    case CARE_UNTIL_NONE:
    default:
      return NULL;
    }
}

static void
add_stop (CareSheetWriter  *self,
          CareSheetBlock   *block,
          const CareMoment *moment)
{
  CareSheetEntry *entry = care_sheet_block_add (block);
  const CareLine *line = moment->line;
  const char *until = until_key (line->until);

  entry->id = g_strdup (line->id);
  entry->pictogram = g_strdup (line->pictogram);
  entry->label = g_strdup (line->label != NULL ? care_sheet_writer_text (self, line->label) : line->id);
  entry->at = moment->at;
  entry->sources = (const char *const *) line->sources;
  if (moment->at == CARE_INSTANT_NONE)
    {
      entry->day = g_strdup (until != NULL ? care_sheet_writer_word (self, until) : "");
      return;
    }
  if (moment->whole_day)
    entry->time = care_format_day_short (self->format, moment->at);
  else
    {
      entry->time = care_format_time (self->format, moment->at);
      entry->day = care_sheet_writer_short_day (self, moment->at);
      if (care_sheet_writer_is_second (self, moment->at))
        {
          /* Read from across the room, the stop too must say which of the two. */
          char *day = care_format_fill (self->format, care_sheet_writer_word (self, "when.second"), "time", entry->day, NULL);

          g_free (entry->day);
          entry->day = day;
        }
    }
}

/* Whether anything has still to be waited for: weeks later all limits are over. */
static gboolean
has_limit (CareSheetWriter *self)
{
  GPtrArray *lines = care_timeline_get_lines (self->timeline);

  for (guint i = 0; i < lines->len; i++)
    {
      const CareMoment *moment = g_ptr_array_index (lines, i);

      if (moment->line->block == CARE_BLOCK_LIMIT && !moment->passed)
        return TRUE;
    }

  return FALSE;
}

/* The finish, then every moment in order, then what no clock ends. */
static void
add_strip (CareSheetWriter *self)
{
  GPtrArray *moments = care_timeline_get_moments (self->timeline);
  GPtrArray *lines = care_timeline_get_lines (self->timeline);
  CareSheetBlock *block;
  CareSheetEntry *finish;
  CareInstant finished = care_timeline_get_finished (self->timeline);

  block = care_sheet_writer_begin (self, CARE_SHEET_BLOCK_STRIP, "strip", "strip.heading");
  finish = care_sheet_block_add (block);
  finish->pictogram = g_strdup ("finish");
  finish->label = g_strdup (care_sheet_writer_word (self, "strip.finish"));
  finish->at = finished;
  finish->time = care_format_time (self->format, finished);
  finish->day = care_sheet_writer_short_day (self, finished);

  for (guint i = 0; i < moments->len; i++)
    if (!((CareMoment *) g_ptr_array_index (moments, i))->passed)
      add_stop (self, block, g_ptr_array_index (moments, i));
  for (guint i = 0; i < lines->len; i++)
    {
      const CareMoment *moment = g_ptr_array_index (lines, i);

      if (moment->line->block == CARE_BLOCK_LIMIT && moment->at == CARE_INSTANT_NONE && moment->line->label != NULL &&
          moment->line->until != CARE_UNTIL_NONE)
        add_stop (self, block, moment);
    }
}

/* What is left of the limits, in order of time; what no clock ends comes first: it holds now. */
static void
add_limits (CareSheetWriter *self)
{
  GPtrArray *moments = care_timeline_get_moments (self->timeline);
  GPtrArray *lines = care_timeline_get_lines (self->timeline);
  CareSheetBlock *block = care_sheet_writer_begin (self, CARE_SHEET_BLOCK_LIST, "limits", "limits.heading");

  for (guint i = 0; i < moments->len; i++)
    if (!((CareMoment *) g_ptr_array_index (moments, i))->passed)
      care_sheet_writer_add_line (self, block, g_ptr_array_index (moments, i));
  for (guint i = 0; i < lines->len; i++)
    {
      const CareMoment *moment = g_ptr_array_index (lines, i);

      if (moment->line->block == CARE_BLOCK_LIMIT && moment->at == CARE_INSTANT_NONE)
        care_sheet_writer_add_line (self, block, moment);
    }
}

static void
add_call (CareSheetWriter *self,
          CareSignLevel    level,
          const char      *name,
          const char      *key)
{
  GPtrArray *signs = care_timeline_get_signs (self->timeline);
  const char *phone = level == CARE_SIGN_EMERGENCY ? self->clinic->phone_emergency : self->clinic->phone_day;
  CareSheetBlock *block = NULL;

  for (guint i = 0; i < signs->len; i++)
    {
      const CareSign *sign = g_ptr_array_index (signs, i);
      CareSheetEntry *entry;

      if (sign->level != level)
        continue;
      if (block == NULL)
        {
          block = care_sheet_writer_begin (self, CARE_SHEET_BLOCK_CALL, name, NULL);
          block->heading = care_format_fill (self->format, care_sheet_writer_word (self, key), "phone", phone, NULL);
        }
      entry = care_sheet_block_add (block);
      entry->id = g_strdup (sign->id);
      entry->pictogram = g_strdup (sign->pictogram);
      entry->text = g_strdup (care_sheet_writer_text (self, sign->text));
      entry->phone = g_strdup (phone);
      entry->sources = (const char *const *) sign->sources;
    }
}

static void
add_phone (CareSheetWriter *self,
           CareSheetBlock  *block,
           const char      *key,
           const char      *pictogram,
           const char      *number,
           CareText        *who)
{
  CareSheetEntry *entry = care_sheet_block_add (block);

  entry->pictogram = g_strdup (pictogram);
  entry->label = g_strdup (care_sheet_writer_word (self, key));
  entry->phone = g_strdup (number);
  if (who != NULL)
    entry->text = g_strdup (care_sheet_writer_text (self, who));
  else if (number == NULL)
    entry->text = g_strdup (care_sheet_writer_word (self, "phone.missing"));
}

/**
 * care_sheet_writer_phones:
 * @self: a writer
 * @heading_key: (nullable): key of a heading
 *
 * Writes whom to call.
 */
void
care_sheet_writer_phones (CareSheetWriter *self,
                          const char      *heading_key)
{
  CareSheetBlock *block = care_sheet_writer_begin (self, CARE_SHEET_BLOCK_PHONES, "phones", heading_key);

  add_phone (self, block, "phone.day", "phone", self->clinic->phone_day, NULL);
  add_phone (self, block, "phone.after-hours", "night", self->clinic->phone_after_hours, self->clinic->after_hours_text);
  add_phone (self, block, "phone.emergency", "alert", self->clinic->phone_emergency, NULL);
}

/**
 * care_sheet_writer_front:
 * @self: a writer
 *
 * Writes the front of a leaf: who, the finish, the strip of time, the limits,
 * when and whom to call.
 */
void
care_sheet_writer_front (CareSheetWriter *self)
{
  add_title (self);
  add_notices (self);
  add_finish (self);
  if (self->facts->kind == CARE_SHEET_BEFORE)
    return;

  if (has_limit (self))
    {
      add_strip (self);
      add_limits (self);
    }
  care_sheet_writer_phones (self, "call.heading");
  add_call (self, CARE_SIGN_EMERGENCY, "emergency",
            self->clinic->phone_emergency != NULL ? "call.emergency" : "call.emergency-none");
  add_call (self, CARE_SIGN_SAME_DAY, "same-day", "call.same-day");
  add_call (self, CARE_SIGN_SOON, "soon", "call.soon");
}
